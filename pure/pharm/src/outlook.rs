//! What is likely, and how wide: many bodies drawn from the priors (and many true amounts drawn around the logged ones)
//! run through the same engine. The width is honest only about parameters and amounts; it says nothing about whether the
//! model itself is right.
//!
//! The same seed gives the same draws in the same order, whatever the step budget, so a run can be pasted into a report.

mod personal;
mod quantiles;

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use crate::adaptation::DRAW_TOLERANCE;
use crate::dose::{Dose, UncertainDose, accept_times};
use crate::engine::Engine;
use crate::fit::{Body, stream};
use crate::march::Walk;
use crate::notice::Notice;
use crate::output::Output;
use crate::params::{Params, Population};
use crate::standpoint::{self, DrawStandpoint, Standpoint};

/// When withdrawal counts as having begun, for the per-draw summaries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OnsetRule {
    /// At this score, points 0 to 64.
    Score(f64),
    /// At a share of the draw's own peak after the last dose.
    ShareOfPeak {
        /// The share, 0 to 1.
        share: f64,
        /// But at no lower score than this, points 0 to 64.
        at_least: f64,
    },
}

/// How a run is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutlookSettings {
    /// Seed of the ChaCha8 generator.
    pub seed: u64,
    /// How many bodies to draw; at most [`OutlookSettings::MOST_DRAWS`].
    pub draws: u32,
    /// When withdrawal counts as having begun.
    pub onset: OnsetRule,
    /// An hour at or before every output time at which each draw stops and can be kept: see [`Standpoint`].
    pub stand_at_h: Option<f64>,
    /// The hour the summaries count from, h; `None` is the last dose.
    pub count_from_h: Option<f64>,
}

impl OutlookSettings {
    /// More draws than this are not made.
    pub const MOST_DRAWS: u32 = 100_000;

    /// Settings with onset at 15 % of the draw's own peak, but at least 2 points: the rule the expected onsets of
    /// `docs/model.md` were made with.
    #[must_use]
    pub fn new(seed: u64, draws: u32) -> OutlookSettings {
        OutlookSettings {
            seed,
            draws,
            onset: OnsetRule::ShareOfPeak {
                share: 0.15,
                at_least: 2.0,
            },
            stand_at_h: None,
            count_from_h: None,
        }
    }
}

/// One value per output time in each series: the middle of the draws and how wide they lie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Half of the draws lie below.
    pub median: Vec<f64>,
    /// Lower end of the middle half.
    pub low_50: Vec<f64>,
    /// Upper end of the middle half.
    pub high_50: Vec<f64>,
    /// Lower end of the middle four fifths.
    pub low_80: Vec<f64>,
    /// Upper end of the middle four fifths.
    pub high_80: Vec<f64>,
    /// Standard error of the median from the finite number of draws (half the distance between the order statistics one
    /// binomial standard deviation either side).
    pub median_error: Vec<f64>,
}

/// The spread of one number over the draws that have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Half of the draws lie below.
    pub median: f64,
    /// Lower end of the middle half.
    pub low_50: f64,
    /// Upper end of the middle half.
    pub high_50: f64,
    /// Lower end of the middle four fifths.
    pub low_80: f64,
    /// Upper end of the middle four fifths.
    pub high_80: f64,
    /// Standard error of the median from the finite number of draws.
    pub median_error: f64,
    /// Share of the draws in which the number exists at all, 0 to 1 (withdrawal may never begin, or not end in time).
    pub known_share: f64,
}

/// What one drawn body goes through after the last dose. Read off the output times, linear between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawSummary {
    /// Hours from the last dose until W64 reaches the onset level and stays there up to its peak.
    pub onset_h: Option<f64>,
    /// The highest W64 after the last dose, points 0 to 64; 0 without output times there.
    pub peak: f64,
    /// Hours from the last dose to that peak.
    pub peak_h: f64,
    /// Days from the last dose until W64 first falls below a quarter of the peak, after the peak.
    pub below_quarter_days: Option<f64>,
    /// The highest W64 within each whole day after the last dose, points; a day without output times has 0.
    pub day_worst: Vec<f64>,
    /// The highest mitragynine in plasma within each of these days, ng/mL; a day without output times has 0.
    pub day_highest_c: Vec<f64>,
}

/// Bands over time and spreads of the summaries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// Output times in ascending order, h.
    pub times_h: Vec<f64>,
    /// Mitragynine in plasma, ng/mL.
    pub c: Band,
    /// 7-hydroxymitragynine in plasma, ng/mL.
    pub c7: Band,
    /// Potency shift (tolerance).
    pub potency_shift: Band,
    /// Signal, 0 to 1.
    pub signal: Band,
    /// Net signal.
    pub net: Band,
    /// Withdrawal score, points 0 to 64.
    pub withdrawal_64: Band,
    /// The last dose, h; the hour the summaries count from, unless the settings name another. `None` without doses.
    pub last_dose_h: Option<f64>,
    /// One per draw, in the order of the draws.
    pub draws: Vec<DrawSummary>,
    /// Spread of [`DrawSummary::onset_h`].
    pub onset_h: Spread,
    /// Spread of [`DrawSummary::peak`].
    pub peak: Spread,
    /// Spread of [`DrawSummary::peak_h`].
    pub peak_h: Spread,
    /// Spread of [`DrawSummary::below_quarter_days`].
    pub below_quarter_days: Spread,
    /// Spread of each entry of [`DrawSummary::day_worst`].
    pub day_worst: Vec<Spread>,
    /// Spread of each entry of [`DrawSummary::day_highest_c`].
    pub day_highest_c: Vec<Spread>,
    /// What was left out or corrected in the input.
    pub notices: Vec<Notice>,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Draws made.
    pub done: u32,
    /// Draws asked for.
    pub total: u32,
}

impl Progress {
    /// Nothing left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done >= self.total
    }
}

/// Makes a whole outlook at once, with the onset rule of [`OutlookSettings::new`]. `future` doses are taken exactly as given; positions
/// in notices count through `history`, then `future`.
#[must_use]
pub fn outlook(
    history: &[UncertainDose],
    future: &[Dose],
    times_h: &[f64],
    population: &Population,
    seed: u64,
    draws: u32,
) -> Outlook {
    let settings = OutlookSettings::new(seed, draws);
    let mut run = OutlookRun::new(history, future, times_h, population, settings);
    run.step(settings.draws);
    run.finish()
}

/// Which series of a draw are kept.
const KEPT: usize = 6;

/// An outlook in the making: call [`OutlookRun::step`] as often as time allows, then [`OutlookRun::finish`].
#[derive(Clone, Debug)]
pub struct OutlookRun {
    doses: Vec<UncertainDose>,
    population: Population,
    settings: OutlookSettings,
    times_h: Vec<f64>,
    last_dose_h: Option<f64>,
    /// Doses that begin before the hour to stand at.
    n_before: usize,
    key: [u8; 32],
    /// What was learned about one person, a body per draw; empty = nothing.
    people: Vec<Body>,
    believed: Option<Standpoint>,
    made: Vec<DrawStandpoint>,
    /// Per kept series: the draws one after another, each `times_h.len()` long.
    kept: [Vec<f64>; KEPT],
    summaries: Vec<DrawSummary>,
    notices: Vec<Notice>,
}

impl OutlookRun {
    /// Prepares a run; makes no draw yet.
    #[must_use]
    pub fn new(
        history: &[UncertainDose],
        future: &[Dose],
        times_h: &[f64],
        population: &Population,
        settings: OutlookSettings,
    ) -> OutlookRun {
        let mut notices = Vec::new();
        let all = history
            .iter()
            .copied()
            .chain(future.iter().copied().map(UncertainDose::exact));
        let mut doses: Vec<UncertainDose> = Vec::new();
        for (dose_idx, uncertain) in all.enumerate() {
            match uncertain.dose.accept() {
                Ok((dose, duration_dropped)) => {
                    if duration_dropped {
                        notices.push(Notice::DurationIgnored { dose_idx });
                    }
                    doses.push(UncertainDose { dose, ..uncertain });
                }
                Err(because) => notices.push(Notice::DoseIgnored { dose_idx, because }),
            }
        }
        doses.sort_by(|a, b| a.dose.start_h.total_cmp(&b.dose.start_h));
        let times_h = accept_times(times_h, &mut notices);
        let mut settings = settings;
        if settings.draws > OutlookSettings::MOST_DRAWS {
            settings.draws = OutlookSettings::MOST_DRAWS;
            notices.push(Notice::DrawsReduced);
        }
        if let Err(invalid) = population.typical().check() {
            settings.draws = 0;
            notices.push(invalid.notice());
        }
        let first_h = times_h.first().copied().unwrap_or(f64::INFINITY);
        let stand_at_h = settings.stand_at_h.filter(|hour| hour.is_finite() && *hour <= first_h);
        settings.stand_at_h = stand_at_h;
        let n_before = stand_at_h.map_or(0, |hour| doses.partition_point(|dose| dose.dose.start_h < hour));
        let key = stand_at_h.map_or([0; 32], |hour| {
            standpoint::key(settings.seed, settings.draws, hour, population, &doses[..n_before])
        });
        OutlookRun {
            n_before,
            key,
            people: Vec::new(),
            believed: None,
            made: Vec::new(),
            last_dose_h: doses.last().map(|last| last.dose.start_h),
            doses,
            population: *population,
            settings,
            times_h,
            kept: Default::default(),
            summaries: Vec::new(),
            notices,
        }
    }

    /// Believes kept standpoints, if they are of these very doses, priors, draws and hour; true if it does. Ask before the
    /// first step.
    pub fn believe(&mut self, standpoint: Standpoint) -> bool {
        let is_whole = standpoint.draws.len() == self.settings.draws as usize;
        let is_ours = self.settings.stand_at_h.is_some() && self.summaries.is_empty() && standpoint.key == self.key;
        if is_whole && is_ours {
            self.believed = Some(standpoint);
        }
        is_whole && is_ours
    }

    /// The standpoints of a finished run, if they were made anew: worth keeping for the next.
    #[must_use]
    pub fn standpoint(&self) -> Option<Standpoint> {
        let is_done = !self.made.is_empty() && self.made.len() == self.settings.draws as usize;
        is_done.then(|| Standpoint {
            key: self.key,
            draws: self.made.clone(),
        })
    }

    /// Makes up to `budget_draws` more draws.
    pub fn step(&mut self, budget_draws: u32) -> Progress {
        for _ in 0..budget_draws {
            let progress = self.progress();
            if progress.is_done() {
                break;
            }
            let mut output = self.draw(progress.done);
            let count_from_h = self.settings.count_from_h.or(self.last_dose_h);
            let mut summary = summary_of(&output, count_from_h, self.settings.onset);
            if let Some(person) = self.person(progress.done) {
                let z = personal::answer(self.settings.seed, progress.done);
                personal::ask(person.answers, z, &mut output, &mut summary);
            }
            self.summaries.push(summary);
            let Output {
                c,
                c7,
                potency_shift,
                signal,
                net,
                withdrawal_64,
                ..
            } = output;
            let series = [c, c7, potency_shift, signal, net, withdrawal_64];
            for (kept, series) in self.kept.iter_mut().zip(series) {
                kept.extend(series);
            }
        }
        self.progress()
    }

    /// How far the run is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let done = u32::try_from(self.summaries.len()).unwrap_or(u32::MAX);
        Progress {
            done,
            total: self.settings.draws,
        }
    }

    /// Bands and spreads of the draws made so far.
    #[must_use]
    pub fn finish(self) -> Outlook {
        let times_len = self.times_h.len();
        let [c, c7, potency_shift, signal, net, withdrawal_64] =
            self.kept.each_ref().map(|kept| band_of(kept, times_len));
        let draws = self.summaries;
        Outlook {
            times_h: self.times_h,
            c,
            c7,
            potency_shift,
            signal,
            net,
            withdrawal_64,
            last_dose_h: self.last_dose_h,
            onset_h: spread_of(draws.iter().map(|draw| draw.onset_h)),
            peak: spread_of(draws.iter().map(|draw| Some(draw.peak))),
            peak_h: spread_of(draws.iter().map(|draw| Some(draw.peak_h))),
            below_quarter_days: spread_of(draws.iter().map(|draw| draw.below_quarter_days)),
            day_worst: spread_by_day(&draws, |draw| &draw.day_worst),
            day_highest_c: spread_by_day(&draws, |draw| &draw.day_highest_c),
            draws,
            notices: self.notices,
        }
    }

    /// One body and one set of true amounts. Each draw has its own stream of random numbers.
    fn draw(&mut self, draw_idx: u32) -> Output {
        let mut rng = stream(self.settings.seed, 0, draw_idx);
        let drawn = self.population.draw(&mut rng);
        let person = self.person(draw_idx);
        let params = person.map_or(drawn, |person| {
            personal::params(person, &drawn, &self.population.typical())
        });
        let engine = Engine::with_tolerance(&params, DRAW_TOLERANCE);
        let kept = self
            .believed
            .as_ref()
            .and_then(|kept| kept.draws.get(draw_idx as usize))
            .cloned();
        let stand = kept.unwrap_or_else(|| self.walk_to_standpoint(rng.clone(), draw_idx, &params, &engine));
        rng.set_word_pos(stand.word_pos);
        let mut errors = Errors {
            rng,
            groups: stand.groups.iter().copied().collect(),
        };
        let after = &self.doses[self.n_before..];
        let doses: Vec<Dose> = stand
            .open
            .iter()
            .copied()
            .chain(after.iter().map(|dose| errors.apply(dose)))
            .collect();
        let mut walk = if self.n_before == 0 {
            Walk::from_start(&doses)
        } else {
            Walk::resume(&doses, stand.state, stand.open.len(), 0)
        };
        if self.settings.stand_at_h.is_some() && self.believed.is_none() {
            self.made.push(stand);
        }
        let mut output = Output::with_capacity(self.times_h.len());
        walk.read(&doses, &self.times_h, &engine, &mut output);
        output
    }

    /// Walks one draw over the doses before the standpoint.
    fn walk_to_standpoint(&self, rng: ChaCha8Rng, draw_idx: u32, params: &Params, engine: &Engine) -> DrawStandpoint {
        let before = &self.doses[..self.n_before];
        let from_h = self.influence_from_h(params);
        let mut errors = Errors {
            rng,
            groups: self.person(draw_idx).map(personal::learned_errors).unwrap_or_default(),
        };
        let drawn = before.iter().map(|uncertain| errors.apply(uncertain));
        let doses: Vec<Dose> = drawn.filter(|dose| dose.end_h() >= from_h).collect();
        let mut walk = Walk::from_start(&doses);
        walk.go_to_dose(&doses, doses.len(), engine);
        let state = *walk.state();
        DrawStandpoint {
            state,
            word_pos: errors.rng.get_word_pos(),
            groups: errors.groups.into_iter().collect(),
            open: doses.into_iter().filter(|dose| dose.end_h() > state.t_h).collect(),
        }
    }

    /// Doses that ended before this hour have less than a hundred-thousandth of influence on any output and are left out.
    fn influence_from_h(&self, params: &Params) -> f64 {
        const TIME_CONSTANTS: f64 = 12.0;
        let first_h = self.times_h.first().copied().unwrap_or(f64::NEG_INFINITY);
        self.settings.stand_at_h.unwrap_or(first_h) - TIME_CONSTANTS * params.slowest_time_constant_h()
    }
}

/// The errors of one draw's amounts, in the order of the doses.
struct Errors {
    rng: ChaCha8Rng,
    groups: BTreeMap<u32, f64>,
}

impl Errors {
    /// The dose with its drawn amount.
    fn apply(&mut self, uncertain: &UncertainDose) -> Dose {
        let own: f64 = StandardNormal.sample(&mut self.rng);
        let shared = uncertain.group.map_or(0.0, |group| {
            *self.groups.entry(group).or_insert_with(|| {
                let z: f64 = StandardNormal.sample(&mut self.rng);
                z * usable_log_sd(uncertain.group_log_sd)
            })
        });
        let factor = libm::exp(own * usable_log_sd(uncertain.log_sd) + shared);
        Dose {
            mitragynine_mg: uncertain.dose.mitragynine_mg * factor,
            seven_oh_mg: uncertain.dose.seven_oh_mg * factor,
            ..uncertain.dose
        }
    }
}

/// A log standard deviation that can be computed with; nonsense counts as exactly known.
fn usable_log_sd(log_sd: f64) -> f64 {
    const WIDEST: f64 = 3.0;
    if log_sd > 0.0 { log_sd.min(WIDEST) } else { 0.0 }
}

fn summary_of(output: &Output, last_dose_h: Option<f64>, onset: OnsetRule) -> DrawSummary {
    const DAY_H: f64 = 24.0;
    const MOST_DAYS: f64 = 4000.0;
    let Some(last_dose_h) = last_dose_h else {
        return DrawSummary::default();
    };
    let from = output.times_h.partition_point(|time_h| *time_h < last_dose_h);
    let hours: Vec<f64> = output.times_h[from..]
        .iter()
        .map(|time_h| time_h - last_dose_h)
        .collect();
    let (scores, levels) = (&output.withdrawal_64[from..], &output.c[from..]);
    let mut summary = DrawSummary::default();
    let mut peak_idx = 0;
    for (idx, ((score, level), hour)) in scores.iter().zip(levels).zip(&hours).enumerate() {
        if *score > summary.peak {
            summary.peak = *score;
            summary.peak_h = *hour;
            peak_idx = idx;
        }
        let day = libm::floor(hour / DAY_H).min(MOST_DAYS);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and MOST_DAYS"
        )]
        let day = day as usize;
        if summary.day_worst.len() <= day {
            summary.day_worst.resize(day + 1, 0.0);
            summary.day_highest_c.resize(day + 1, 0.0);
        }
        summary.day_worst[day] = summary.day_worst[day].max(*score);
        summary.day_highest_c[day] = summary.day_highest_c[day].max(*level);
    }
    if summary.peak > 0.0 {
        let level = match onset {
            OnsetRule::Score(score) => score,
            OnsetRule::ShareOfPeak { share, at_least } => (share * summary.peak).max(at_least),
        };
        summary.onset_h = onset_before(&hours[..=peak_idx], &scores[..=peak_idx], level);
        let quarter = summary.peak / 4.0;
        summary.below_quarter_days = (peak_idx + 1..scores.len())
            .find(|idx| scores[*idx] < quarter)
            .map(|idx| crossing_h(&hours, scores, idx, quarter) / DAY_H);
    }
    summary
}

/// The hour at which the score last rises through the level on its way to the final (highest) entry.
fn onset_before(hours: &[f64], scores: &[f64], level: f64) -> Option<f64> {
    let (peak, earlier) = scores.split_last()?;
    if *peak < level {
        return None;
    }
    match earlier.iter().rposition(|score| *score < level) {
        Some(below_idx) => Some(crossing_h(hours, scores, below_idx + 1, level)),
        None => hours.first().copied(),
    }
}

/// Where the line between the entries before `idx` and at `idx` meets the level.
fn crossing_h(hours: &[f64], scores: &[f64], idx: usize, level: f64) -> f64 {
    let (before, after) = (scores[idx - 1], scores[idx]);
    let rise = after - before;
    let share = if rise.abs() > 0.0 { (level - before) / rise } else { 1.0 };
    hours[idx - 1] + share.clamp(0.0, 1.0) * (hours[idx] - hours[idx - 1])
}

fn band_of(kept: &[f64], times_len: usize) -> Band {
    let mut band = Band::default();
    let mut column = Vec::new();
    for time_idx in 0..times_len {
        column.clear();
        column.extend(kept.iter().skip(time_idx).step_by(times_len));
        let spread = spread_of_sorted(&mut column);
        band.median.push(spread.median);
        band.low_50.push(spread.low_50);
        band.high_50.push(spread.high_50);
        band.low_80.push(spread.low_80);
        band.high_80.push(spread.high_80);
        band.median_error.push(spread.median_error);
    }
    band
}

fn spread_by_day(draws: &[DrawSummary], of: impl Fn(&DrawSummary) -> &Vec<f64>) -> Vec<Spread> {
    let days = draws.iter().map(|draw| of(draw).len()).max().unwrap_or(0);
    (0..days)
        .map(|day| spread_of(draws.iter().map(|draw| of(draw).get(day).copied())))
        .collect()
}

fn spread_of(values: impl Iterator<Item = Option<f64>>) -> Spread {
    let mut asked = 0_u32;
    let mut known: Vec<f64> = values.inspect(|_| asked += 1).flatten().collect();
    let known_share = if asked == 0 {
        0.0
    } else {
        known.len() as f64 / f64::from(asked)
    };
    Spread {
        known_share,
        ..spread_of_sorted(&mut known)
    }
}

/// Sorts, then reads off the quantiles (linear between order statistics).
fn spread_of_sorted(values: &mut [f64]) -> Spread {
    if values.is_empty() {
        return Spread::default();
    }
    values.sort_unstable_by(f64::total_cmp);
    let quantile = |share: f64| quantile_of_sorted(values, share);
    let one_sd = 0.5 / libm::sqrt(values.len() as f64);
    Spread {
        median: quantile(0.5),
        low_50: quantile(0.25),
        high_50: quantile(0.75),
        low_80: quantile(0.1),
        high_80: quantile(0.9),
        median_error: (quantile(0.5 + one_sd) - quantile(0.5 - one_sd)) / 2.0,
        known_share: 1.0,
    }
}

/// A quantile of sorted values, linear between order statistics; NaN without values.
fn quantile_of_sorted(values: &[f64], share: f64) -> f64 {
    let Some(last) = values.len().checked_sub(1) else {
        return f64::NAN;
    };
    let place = share.clamp(0.0, 1.0) * last as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index within the slice"
    )]
    let below = libm::floor(place) as usize;
    let above = (below + 1).min(last);
    values[below] + (place - below as f64) * (values[above] - values[below])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adaptation::TOLERANCE;
    use crate::march::output_of;
    use crate::params::Prior;

    /// Bodies around the population's middle that differ by so much in the logarithm of every number.
    fn around_the_middle(log_sd: f64) -> Population {
        Population::from_lookup(|name| {
            let value = ebb_evidence::parameter(name)?.value;
            Some(Prior { value, log_sd })
        })
        .unwrap()
    }

    /// Where nothing is uncertain, a draw is the curve of an engine that leaves as much unresolved as draws do.
    #[test]
    fn a_certain_draw_is_the_curve_at_the_tolerance_of_draws() {
        let certain = around_the_middle(0.0);
        let doses: Vec<Dose> = (0..180_u32)
            .map(|idx| Dose::at_once(f64::from(idx) * 8.0, 40.0))
            .collect();
        let exact: Vec<UncertainDose> = doses.iter().copied().map(UncertainDose::exact).collect();
        let times_h: Vec<f64> = (1440..1680_u32).map(f64::from).collect();
        let mut run = OutlookRun::new(&exact, &[], &times_h, &certain, OutlookSettings::new(1, 5));
        run.step(5);
        let engine = Engine::with_tolerance(&certain.typical(), DRAW_TOLERANCE);
        let plain = output_of(&doses, &times_h, &engine);
        for (drawn, plain) in run.finish().withdrawal_64.median.iter().zip(&plain.withdrawal_64) {
            assert!((drawn - plain).abs() < 1e-9, "{drawn} {plain}");
        }
    }

    /// The largest distance in W64 (points of 64) and in the signal from curves that leave five hundred times less unresolved, over
    /// bodies who take from one dose a day to five, of unequal size at unequal hours, and then stop.
    fn largest_distances(tolerance: f64) -> (f64, f64) {
        let population = around_the_middle(0.3);
        let diary = |every_h: f64, count: u32| -> Vec<Dose> {
            let dose = |idx: u32| {
                let start_h = (f64::from(idx) + 0.05 * f64::from(idx * 7 % 5)) * every_h;
                Dose::at_once(start_h, 20.0 + f64::from(idx * 13 % 41))
            };
            (0..count).map(dose).collect()
        };
        let diaries = [diary(4.8, 200), diary(6.0, 160), diary(12.0, 80), diary(24.0, 40)];
        let times_h: Vec<f64> = (24..1700_u32).map(f64::from).collect();
        let largest = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        let mut distances = (0.0, 0.0);
        for draw in 0..24 {
            let params = population.draw(&mut stream(3, 0, draw));
            let (engine, fine) = (
                Engine::with_tolerance(&params, tolerance),
                Engine::with_tolerance(&params, TOLERANCE / 500.0),
            );
            for doses in &diaries {
                let (here, there) = (output_of(doses, &times_h, &engine), output_of(doses, &times_h, &fine));
                distances.0 = f64::max(distances.0, largest(&here.withdrawal_64, &there.withdrawal_64));
                distances.1 = f64::max(distances.1, largest(&here.signal, &there.signal));
            }
        }
        distances
    }

    #[test]
    fn curves_of_many_bodies_are_near_far_finer_ones() {
        let (points, signal) = largest_distances(TOLERANCE);
        assert!(points < 1e-4 && signal < 1e-7, "{points:e} {signal:e}");
        let (points, signal) = largest_distances(DRAW_TOLERANCE);
        assert!(points < 4e-3 && signal < 1e-5, "{points:e} {signal:e}");
    }
}
