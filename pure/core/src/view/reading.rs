//! Where a person is: level, tolerance, and what stopping now would bring. One run of the engine feeds every screen, so
//! the forecast that is shown is the forecast that decides and the forecast that is reported (rule 5).

mod learning;

pub use learning::{FIT_DRAWS, Learning};

use super::score::distribution::widened;
use super::score::{self, HOURS, PROBABILITIES, Record, Share};
use super::{Band80, Frame};
use crate::bridge::reports::{LeftOut, Reported, reported};
use crate::bridge::{self, EngineInput, engine_input};
use crate::day;
use crate::diary::{Diary, Logged};
use crate::event::DaySays;
use crate::moment::Moment;
use ebb_pharm::fit::{Body, Posterior, ReportCounts};
use ebb_pharm::{Band, Outlook, OutlookRun, OutlookSettings, Spread, Standpoint};
use jiff::civil::Date;
use learning::{Fitting, Store};
use std::collections::BTreeSet;

/// Draws of every outlook that is shown.
pub const DRAWS: u32 = 200;
/// Seed of every outlook that is shown: a fixed number, so that the same diary gives the same picture.
pub const SEED: u64 = 0x0e66;
/// Hours before now that the outlook shows.
pub const BACK_H: f64 = 72.0;
/// Days after now that the outlook covers.
pub const AHEAD_DAYS: f64 = 28.0;
/// Fewest doses of known amount before anything is said.
pub const FEWEST_DOSES: usize = 3;
/// Days without any entry after which nothing is said: a gap in a diary is not a break (rule 6).
pub const STALE_DAYS: i64 = 7;
/// Hours without a dose or a statement after which the reading says that it takes the gap for a break.
pub const GAP_H: f64 = 36.0;
/// Days before now whose records decide most: about what the slower tolerance of the model remembers.
pub const RECENT_DAYS: i64 = 28;
/// Days that a 7-OH or similar product keeps the engine silent (rule 9): the evidence does not reach it.
pub const WITHOUT_FORECAST_DAYS: f64 = 14.0;

/// Why nothing is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Silence {
    /// No dose was ever logged.
    NothingLogged,
    /// Too few doses of known amount.
    TooFew {
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// Doses are logged, but what they are measured in has no known strength (tea, an unlabelled extract).
    StrengthUnknown {
        /// How many such doses.
        n: usize,
    },
    /// Of the doses of the last [`RECENT_DAYS`] days more are of unknown amount than of a known one.
    MostlyUnknown {
        /// How many are of unknown amount.
        unknown: usize,
        /// Of how many.
        of: usize,
    },
    /// A 7-OH or similar product was taken lately (rule 9).
    WithoutForecast {
        /// Days ago.
        days: f64,
    },
    /// Nothing was written for too long.
    Stale {
        /// Days since the last entry.
        days: i64,
    },
}

/// What a reading rests on, and what to keep in mind with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestsOn {
    /// Doses used.
    pub n_doses: usize,
    /// Days from the first dose to now.
    pub n_days: i64,
    /// Of the doses, those of unknown amount that the person's usual amount stands in for.
    pub n_stood_in: usize,
    /// Doses that could not be used.
    pub n_left_out: usize,
    /// Reports of effect or withdrawal that the numbers were fitted to; 0 is the spread between people.
    pub n_reports: usize,
    /// The same by kind.
    pub reports: ReportCounts,
    /// Reports that did not count.
    pub reports_left_out: LeftOut,
    /// Whether anything was learned, or why not.
    pub learning: Learning,
    /// Of the last [`RECENT_DAYS`] days, those before today without any entry: taken as days without, which nobody said.
    pub n_days_without_entry: usize,
    /// Hours since the last dose, when long enough to mention: taken as a time without, which nobody said.
    pub unexplained_gap_h: Option<f64>,
    /// How many times as wide as the model's own the withdrawal ranges are, because past ones held too little; 1 or more.
    pub widened_by: f64,
    /// What past 80 % ranges held of what was said later; `None` when nothing is compared yet.
    pub past_held: Option<Share>,
}

/// A reading at the frame's moment.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Mitragynine in plasma now, ng/mL.
    pub level_ng_per_ml: Band80,
    /// Potency shift now: 1 is no tolerance, 2 means that twice the level gives the same signal.
    pub potency_shift: Band80,
    /// Withdrawal now by the model, 0 to 64. Once a check-in was learned from, this and every other withdrawal score includes
    /// what the person says without any withdrawal.
    pub withdrawal_64: Band80,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// How forecasts of going on did, for the ranges of other courses.
    pub going_on: Record,
    /// Hours from the engine's origin to now.
    pub now_h: f64,
    /// The whole outlook, if nothing more is taken.
    pub outlook: Outlook,
    /// The doses behind it.
    pub input: EngineInput,
    /// What of it is kept when it is shown.
    pub made_of: MadeOf,
    /// What was learned about the person; `None` is the spread between people.
    pub posterior: Option<Posterior>,
    /// The bodies of the draws, all equally likely; none when nothing was learned.
    pub people: Vec<Body>,
    /// Where the draws stood before everything shown, for other courses from the same past.
    pub stands: Option<Standpoint>,
    /// The hour at which they stand.
    pub stands_at_h: Option<f64>,
}

/// What is kept of a reading that is shown, so that it can be compared with what came.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeOf {
    /// SHA-256 over everything that decided the draws.
    pub input_key: [u8; 32],
    /// Hours from now, of [`HOURS`].
    pub hours: Vec<f64>,
    /// The model's own withdrawal score: a row per hour, a value per probability of [`PROBABILITIES`].
    pub rows: Vec<Vec<f64>>,
    /// The same of the population's curve; `None` while the model knows nothing but the population.
    pub population_rows: Option<Vec<Vec<f64>>>,
}

/// What a run is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Learning from reports.
    Learning,
    /// Making the draws.
    Drawing,
}

/// How far a run is, in steps of about the same length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingProgress {
    /// What it is at.
    pub doing: Doing,
    /// Steps made.
    pub done: u32,
    /// Steps in all, as far as can be told.
    pub total: u32,
}

/// A reading in the making: long work in small steps. First what the reports teach, then the draws, then, when something
/// was learned, those of the population beside them.
#[derive(Debug, Clone)]
pub struct ReadingRun {
    fitting: Option<Fitting>,
    run: OutlookRun,
    /// Of the population, with nothing learned: made only beside a learned one.
    population: OutlookRun,
    /// What an earlier reading kept, until it is known whether it fits.
    brought: Store,
    input: EngineInput,
    now_h: f64,
    stands_at_h: Option<f64>,
    rests_on: RestsOn,
    going_on: Record,
}

/// Prepares a reading, or says why there is none.
///
/// # Errors
/// [`Silence`] is the reason, as data.
pub fn start(frame: &Frame, diary: &Diary) -> Result<ReadingRun, Silence> {
    let input = engine_input(diary, &frame.moment());
    let (stopping, going_on) = score::records(frame, diary);
    let mut rests_on = rests_on(frame, diary, &input, stopping)?;
    let now_h = input.hours(frame.now);
    let (Ok(population), Ok(prior)) = (bridge::population(), bridge::person_prior()) else {
        unreachable!("a test of this crate reads every engine parameter from the evidence tables")
    };
    let reported = match diary.may_learn {
        true => reported(frame, diary, &input, &prior),
        false => Reported::default(),
    };
    rests_on.reports_left_out = reported.left_out;
    let fitting = Fitting::new(&reported.reports, &input.doses, prior);
    rests_on.learning = match (diary.may_learn, &fitting) {
        (false, _) => Learning::Off,
        (true, None) => Learning::NoReports,
        (true, Some(_)) => Learning::Learned,
    };
    let last_h = input.doses.last().map_or(now_h, |d| d.dose.start_h);
    let times = times(now_h, last_h);
    let settings = OutlookSettings {
        stand_at_h: times.first().map(|first_h| stand_at(*first_h)),
        ..OutlookSettings::new(SEED, DRAWS)
    };
    let kept_h: Vec<f64> = HOURS.iter().map(|ahead_h| now_h + ahead_h).collect();
    Ok(ReadingRun {
        run: OutlookRun::new(&input.doses, &[], &times, &population, settings),
        population: OutlookRun::new(&input.doses, &[], &kept_h, &population, settings),
        brought: Store::default(),
        fitting,
        input,
        now_h,
        stands_at_h: settings.stand_at_h,
        rests_on,
        going_on,
    })
}

/// The hour the draws are kept at: the last full week of the diary that lies before everything shown.
fn stand_at(first_h: f64) -> f64 {
    const WEEK_H: f64 = 168.0;
    ((first_h - 24.0) / WEEK_H).floor() * WEEK_H
}

/// The whole reading at once.
///
/// # Errors
/// [`Silence`] is the reason, as data.
pub fn read(frame: &Frame, diary: &Diary) -> Result<Reading, Silence> {
    let mut run = start(frame, diary)?;
    while !run.step(DRAWS) {}
    Ok(run.finish())
}

impl ReadingRun {
    /// Brings along what an earlier reading kept, from [`Self::to_keep`]; anything stale or damaged is not believed. True
    /// if it is of use. The reading is the same with and without, to the last bit.
    pub fn bring(&mut self, kept: &[u8]) -> bool {
        let Some(store) = Store::from_bytes(kept) else {
            return false;
        };
        self.brought = store;
        let mut is_of_use = false;
        if let Some(fitting) = &mut self.fitting {
            is_of_use |= fitting.believe(&self.brought.posterior);
            is_of_use |= believe(&mut self.population, &self.brought.population);
        }
        self.settle() || is_of_use
    }

    /// What a finished run made anew and the next can use. It reveals amounts: keep it sealed.
    #[must_use]
    pub fn to_keep(&self) -> Option<Vec<u8>> {
        let fitted = self.fitting.as_ref();
        let is_learned = self.is_learned();
        let is_new = fitted.is_some_and(Fitting::is_made_anew)
            || self.run.standpoint().is_some()
            || (is_learned && self.population.standpoint().is_some());
        let population = is_learned.then(|| self.population.stands()).flatten();
        is_new.then(|| {
            Store {
                posterior: fitted.and_then(Fitting::to_bytes).unwrap_or_default(),
                own: self.run.stands(),
                population,
            }
            .to_bytes()
        })
    }

    /// Makes up to `steps` more steps; true when all is made.
    pub fn step(&mut self, steps: u32) -> bool {
        if let Some(fitting) = self.fitting.as_mut().filter(|fitting| !fitting.is_done()) {
            fitting.step(steps);
            self.settle();
            return false;
        }
        if !self.run.progress().is_done() {
            let is_done = self.run.step(steps).is_done();
            return is_done && !self.is_learned();
        }
        !self.is_learned() || self.population.step(steps).is_done()
    }

    /// How far the run is.
    #[must_use]
    pub fn progress(&self) -> ReadingProgress {
        let (learned, to_learn) = self.fitting.as_ref().map_or((0, 0), Fitting::progress);
        let own = self.run.progress();
        let beside = self.population.progress();
        let beside_total = if self.fitting.is_some() { beside.total } else { 0 };
        ReadingProgress {
            doing: if self.fitting.as_ref().is_some_and(|fitting| !fitting.is_done()) {
                Doing::Learning
            } else {
                Doing::Drawing
            },
            done: learned + own.done + beside.done,
            total: to_learn + own.total + beside_total,
        }
    }

    /// The reading from the draws made so far.
    #[must_use]
    pub fn finish(mut self) -> Reading {
        if let Some(fitting) = &mut self.fitting {
            fitting.complete();
        }
        self.settle();
        let hours: Vec<f64> = HOURS.iter().map(|ahead_h| self.now_h + ahead_h).collect();
        let made_of = MadeOf {
            input_key: self.run.input_key(),
            hours: HOURS.to_vec(),
            rows: self.run.withdrawal_quantiles(&hours, &PROBABILITIES),
            population_rows: self
                .is_learned()
                .then(|| self.population.withdrawal_quantiles(&hours, &PROBABILITIES)),
        };
        let stands = self.run.stands();
        let mut outlook = self.run.finish();
        widen(&mut outlook, self.rests_on.widened_by);
        let at_now = outlook.times_h.iter().position(|t| *t >= self.now_h).unwrap_or(0);
        let is_learned = self.rests_on.learning == Learning::Learned;
        let fitted = self.fitting.filter(|_| is_learned);
        let posterior = fitted.and_then(Fitting::into_posterior);
        Reading {
            level_ng_per_ml: band_at(&outlook.c, at_now),
            potency_shift: band_at(&outlook.potency_shift, at_now),
            withdrawal_64: band_at(&outlook.withdrawal_64, at_now),
            rests_on: self.rests_on,
            going_on: self.going_on,
            now_h: self.now_h,
            outlook,
            input: self.input,
            made_of,
            people: posterior.as_ref().map(learning::people).unwrap_or_default(),
            posterior,
            stands,
            stands_at_h: self.stands_at_h,
        }
    }

    fn is_learned(&self) -> bool {
        self.rests_on.learning == Learning::Learned
    }

    /// Goes on to the draws when the reports are learned from, or there are none; true if what was brought along is of use.
    fn settle(&mut self) -> bool {
        if let Some(fitting) = &self.fitting {
            if fitting.has_failed() {
                self.rests_on.learning = Learning::Unclear;
            }
            let posterior = match fitting.posterior() {
                Some(posterior) => posterior,
                None if fitting.has_failed() => return believe(&mut self.run, &self.brought.own),
                None => return false,
            };
            if self.rests_on.n_reports == 0 && self.is_learned() {
                if posterior.quality().is_poor() {
                    self.rests_on.learning = Learning::Unclear;
                } else {
                    self.rests_on.reports = posterior.learned_from();
                    self.rests_on.n_reports = self.rests_on.reports.total();
                    self.run = self.run.clone().of_person(learning::people(posterior));
                }
            }
        }
        believe(&mut self.run, &self.brought.own)
    }
}

fn believe(run: &mut OutlookRun, kept: &Option<Standpoint>) -> bool {
    kept.clone().is_some_and(|standpoint| run.believe(standpoint))
}

/// Widens the ranges of the withdrawal score, and of what is read off it in points, about their middles.
pub(super) fn widen(outlook: &mut Outlook, factor: f64) {
    let band = &mut outlook.withdrawal_64;
    for ends in [&mut band.low_50, &mut band.high_50, &mut band.low_80, &mut band.high_80] {
        for (end, middle) in ends.iter_mut().zip(&band.median) {
            *end = widened(*end, *middle, factor);
        }
    }
    for spread in outlook.day_worst.iter_mut().chain([&mut outlook.peak]) {
        let middle = spread.median;
        for end in [
            &mut spread.low_50,
            &mut spread.high_50,
            &mut spread.low_80,
            &mut spread.high_80,
        ] {
            *end = widened(*end, middle, factor);
        }
    }
}

fn rests_on(frame: &Frame, diary: &Diary, input: &EngineInput, record: Record) -> Result<RestsOn, Silence> {
    let last = diary.doses.iter().rev().find(|d| d.body.when.at <= frame.now);
    if last.is_none() && input.doses.is_empty() {
        return Err(Silence::NothingLogged);
    }
    if let Some(at) = input.last_without_forecast {
        let days = bridge::hours_between(at, frame.now) / 24.0;
        if days <= WITHOUT_FORECAST_DAYS {
            return Err(Silence::WithoutForecast { days });
        }
    }
    check_amounts(frame, input)?;
    let stale = day::days_between(last_word(frame, diary), frame.today());
    if stale > STALE_DAYS {
        return Err(Silence::Stale { days: stale });
    }
    let day_at = |hours: f64| day::of(&Moment::new(input.instant(hours), &frame.zone), frame.day_start);
    let first_h = input.doses.first().map_or(0.0, |d| d.dose.start_h);
    let last_h = input.doses.last().map_or(0.0, |d| d.dose.start_h);
    let since_last = input.hours(frame.now) - last_h;
    let (first_day, today) = (day_at(first_h), frame.today());
    let spoken = Spoken::of(diary, first_day.max(day::plus(today, -RECENT_DAYS)), today);
    Ok(RestsOn {
        n_doses: input.doses.len(),
        n_days: day::days_between(first_day, today) + 1,
        n_stood_in: input.stood_in_h.len(),
        n_left_out: input.n_left_out,
        n_reports: 0,
        reports: ReportCounts::default(),
        reports_left_out: LeftOut::default(),
        learning: Learning::NoReports,
        n_days_without_entry: spoken.n_days_without_entry(),
        widened_by: record.widened_by,
        past_held: record.held_80,
        unexplained_gap_h: (since_last > GAP_H && !spoken.explains_gap(day_at(last_h))).then_some(since_last),
    })
}

/// Enough known amounts to speak from, and not mostly guesses of late.
fn check_amounts(frame: &Frame, input: &EngineInput) -> Result<(), Silence> {
    let n_known = input.doses.len() - input.stood_in_h.len();
    if n_known < FEWEST_DOSES {
        return Err(match input.n_strength_unknown {
            0 => Silence::TooFew {
                have: n_known,
                need: FEWEST_DOSES,
            },
            n => Silence::StrengthUnknown { n },
        });
    }
    let recent_h = input.hours(frame.now) - RECENT_DAYS as f64 * 24.0;
    let of = input.doses.iter().filter(|d| d.dose.start_h >= recent_h).count();
    let unknown = input.stood_in_h.iter().filter(|h| **h >= recent_h).count();
    if 2 * unknown > of {
        return Err(match input.n_strength_unknown {
            0 => Silence::MostlyUnknown { unknown, of },
            n => Silence::StrengthUnknown { n },
        });
    }
    Ok(())
}

/// What is written about the last days.
struct Spoken {
    from: Date,
    today: Date,
    with_entry: BTreeSet<Date>,
    without_use: BTreeSet<Date>,
}

impl Spoken {
    fn of(diary: &Diary, from: Date, today: Date) -> Self {
        let mut with_entry: BTreeSet<Date> = diary.doses.iter().map(|d| diary.day_of_dose(&d.body)).collect();
        let mut without_use = BTreeSet::new();
        for logged in &diary.days {
            let statement = &logged.body;
            // The newest statement about a day comes last; doses of the day outweigh it.
            let is_without = statement.says == DaySays::NothingTaken && !with_entry.contains(&statement.day);
            if is_without {
                without_use.insert(statement.day);
            } else {
                without_use.remove(&statement.day);
            }
        }
        with_entry.extend(diary.days.iter().map(|d| d.body.day));
        Self {
            from,
            today,
            with_entry,
            without_use,
        }
    }

    fn n_days_without_entry(&self) -> usize {
        let n_days = usize::try_from(day::days_between(self.from, self.today)).unwrap_or(0);
        n_days.saturating_sub(self.with_entry.range(self.from..self.today.max(self.from)).count())
    }

    /// Whether the person said that nothing was taken on every whole day since `last`, or on today if there is none.
    fn explains_gap(&self, last: Date) -> bool {
        let n_whole = day::days_between(last, self.today) - 1;
        if n_whole < 1 {
            return self.without_use.contains(&self.today);
        }
        (1..=n_whole).all(|i| self.without_use.contains(&day::plus(last, i)))
    }
}

/// The last day that any entry of what happened speaks of, up to now.
fn last_word(frame: &Frame, diary: &Diary) -> Date {
    let today = frame.today();
    let latest = [
        last_moment(&diary.doses, frame, |d| &d.when),
        last_moment(&diary.check_ins, frame, |c| &c.when),
        last_moment(&diary.cravings, frame, |c| &c.when),
        last_moment(&diary.felt_effects, frame, |f| &f.when),
        last_moment(&diary.notes, frame, |n| &n.when),
        diary.days.iter().map(|d| d.body.day).rfind(|d| *d <= today),
    ];
    latest.into_iter().flatten().max().unwrap_or(today)
}

/// The day of the last of these (they are in order of time) that is not in the future.
fn last_moment<T>(list: &[Logged<T>], frame: &Frame, when: impl Fn(&T) -> &Moment) -> Option<Date> {
    let of_past = list.iter().rfind(|logged| when(&logged.body).at <= frame.now)?;
    Some(day::of(when(&of_past.body), frame.day_start).min(frame.today()))
}

/// Half-hours around now, then every two hours; and back to the last dose, so that what is counted from it (onset, peak,
/// the worst of each day) is whole however long ago it was.
fn times(now_h: f64, last_h: f64) -> Vec<f64> {
    let near_from = now_h - BACK_H;
    let mut times = Vec::new();
    let mut at = last_h;
    while at < near_from - 1e-6 {
        times.push(at);
        // As fine as around now while the score rises and falls, then coarser: a body has settled by then.
        at += match at - last_h {
            since if since < 96.0 => 0.5,
            since => (0.05 * (since - 24.0 * AHEAD_DAYS)).max(2.0),
        };
    }
    times.extend((-144..=96).map(|i| now_h + f64::from(i) * 0.5));
    let far = (25..=336).map(|i| now_h + f64::from(i) * 2.0);
    times.extend(far.filter(|t| *t <= now_h + AHEAD_DAYS * 24.0));
    times
}

/// The band at one output time.
#[must_use]
pub fn band_at(band: &Band, idx: usize) -> Band80 {
    let at = |series: &[f64]| series.get(idx).copied().unwrap_or(f64::NAN);
    Band80 {
        low: at(&band.low_80),
        mid: at(&band.median),
        high: at(&band.high_80),
    }
}

/// The band of a summary.
#[must_use]
pub fn band_of(spread: &Spread) -> Band80 {
    Band80 {
        low: spread.low_80,
        mid: spread.median,
        high: spread.high_80,
    }
}
