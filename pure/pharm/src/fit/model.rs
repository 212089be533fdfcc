//! What the engine says about each report, for any place in the personal coordinates: the same walk and readout that make the
//! forecasts, and nothing beside them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::felt_time::{FeltTime, grid_after};
use super::noise::{Noise, Observed};
use super::person::{Number, PersonPrior};
use super::reports::{ReportKind, Reports, SymptomScale};
use super::search::{Evidence, Model, Predicted, Want};
use super::series::{SEARCH_TOLERANCE, Series, Setting};
use crate::adaptation::DRAW_TOLERANCE;
use crate::dose::UncertainDose;
use crate::engine::Engine;
use crate::kinetics::{Kinetics, Parts};
use crate::notice::{IgnoredBecause, Notice};
use crate::output::Readout;
use crate::params::{InvalidParameter, Params};

/// One expected report.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Asked {
    /// The felt effect at one of the times; beside it the extra standard deviation from the doses' own errors, points.
    Felt { time_idx: usize, from_doses_sd: f64 },
    /// The felt duration read off these times.
    Lasted { times: Range<usize> },
    /// The withdrawal score at one of the times, as a share of the long scale.
    Symptoms { time_idx: usize, share: f64 },
}

impl Asked {
    pub(crate) fn kind(&self) -> ReportKind {
        match self {
            Asked::Felt { .. } => ReportKind::Felt,
            Asked::Lasted { .. } => ReportKind::Lasted,
            Asked::Symptoms { .. } => ReportKind::Symptoms,
        }
    }
}

/// The engine as a [`Model`] of one person's reports.
#[derive(Clone, Debug)]
pub(crate) struct PersonModel {
    pub(crate) prior: PersonPrior,
    pub(crate) noise: Noise,
    pub(crate) setting: Setting,
    /// The batch at each coordinate after the seven numbers.
    pub(crate) batches: Vec<u32>,
    pub(crate) asked: Vec<Asked>,
    /// The doses with their own errors, in the order of the setting's doses.
    own_log_sd: Vec<f64>,
}

/// Batches learned about at most: those with most in them. The strength of further ones is held as logged.
pub(crate) const MOST_BATCHES: usize = 12;

/// Doses longer before the first report than this many of the typical body's slowest time constants are left out. What they
/// still mean is below 2e-4 of a slow state even for a body that forgets at a third of the typical speed.
const TIME_CONSTANTS: f64 = 24.0;

impl PersonModel {
    pub(crate) fn new(
        history: &[UncertainDose],
        reports: &Reports,
        prior: &PersonPrior,
        noise: Noise,
        notices: &mut Vec<Notice>,
    ) -> Result<PersonModel, InvalidParameter> {
        let typical = prior.population().typical();
        typical.check()?;
        let hours = hours_of(reports);
        let first_h = hours.iter().copied().fold(f64::INFINITY, f64::min);
        let last_h = hours.iter().copied().fold(f64::NEG_INFINITY, f64::max) + super::felt_time::HORIZON_H;
        let from_h = first_h - TIME_CONSTANTS * typical.slowest_time_constant_h();
        let mut doses = accepted(history, notices);
        doses.retain(|dose| dose.dose.end_h() >= from_h && dose.dose.start_h <= last_h);
        let batches = learned_batches(&doses);
        let place_of: BTreeMap<u32, usize> = batches.keys().enumerate().map(|(idx, group)| (*group, idx)).collect();
        let (times_h, asked) = questions(reports);
        let mut model = PersonModel {
            prior: *prior,
            noise,
            setting: Setting {
                doses: doses.iter().map(|dose| dose.dose).collect(),
                batch_of: doses
                    .iter()
                    .map(|dose| dose.group.and_then(|group| place_of.get(&group).copied()))
                    .collect(),
                batch_log_sd: batches.values().copied().collect(),
                typical: Engine::foreseeing(&typical, lengths_h(&doses, &times_h)),
                times_h,
            },
            batches: batches.into_keys().collect(),
            asked,
            own_log_sd: doses.iter().map(|dose| usable_log_sd(dose.log_sd)).collect(),
        };
        let middle = vec![0.0; model.len()];
        model.weigh_own_errors(&middle);
        Ok(model)
    }

    /// The observations in the order of the predictions.
    pub(crate) fn evidence(&self, reports: &Reports) -> Evidence {
        let floor_h = self.prior.duration_floor_h;
        let on_log = |hours: f64| libm::log(hours + floor_h);
        let slips = self.prior.slip_share;
        let felt = reports
            .felt
            .iter()
            .map(|felt| Observed::on_scale(felt.rating, 0.0, Reports::HIGHEST_RATING, slips));
        let lasted = reports.lasted.iter().map(|lasted| {
            let highest = on_log(super::felt_time::HORIZON_H);
            Observed::on_scale(on_log(lasted.hours), on_log(0.0), highest, slips)
        });
        let symptoms = reports
            .symptoms
            .iter()
            .map(|symptoms| Observed::on_scale(symptoms.score, 0.0, symptoms.scale.highest(), slips));
        Evidence {
            observed: felt.chain(lasted).chain(symptoms).collect(),
            noise: self.noise,
        }
    }

    /// What the errors of the single doses add to the error of each rating, taken at a place and then kept: to first order,
    /// each dose's error moves ln X by its share in X, and the effect by its slope in ln X.
    pub(crate) fn weigh_own_errors(&mut self, at: &[f64]) {
        if !self.has_own_errors() {
            return;
        }
        const SEEN_FOR_H: f64 = 120.0;
        let params = self.prior.params_at(at);
        let kinetics = Kinetics::new(&params);
        let slopes = self.setting.states(&Engine::new(&params), at, |state| {
            effect_by_ln_x(&Readout::of(state, &params), &params)
        });
        for asked in &mut self.asked {
            let Asked::Felt {
                time_idx,
                from_doses_sd,
            } = asked
            else {
                continue;
            };
            let at_h = self.setting.times_h[*time_idx];
            let (mut total, mut squares) = (0.0, 0.0);
            for (dose, log_sd) in self.setting.doses.iter().zip(&self.own_log_sd) {
                let age_h = at_h - dose.start_h - dose.duration_h / 2.0;
                if age_h > 0.0 && age_h < SEEN_FOR_H {
                    let fate = kinetics.propagator(age_h, Parts::LEAF).from_g1;
                    let x = dose.mitragynine_mg * (fate.m1 / params.v1 + params.rho * fate.h / params.v7);
                    total += x;
                    squares += (x * log_sd) * (x * log_sd);
                }
            }
            *from_doses_sd = if total > 0.0 {
                slopes[*time_idx].abs() * libm::sqrt(squares) / total
            } else {
                0.0
            };
        }
    }

    /// Whether any dose has an error of its own.
    pub(crate) fn has_own_errors(&self) -> bool {
        self.own_log_sd.iter().any(|log_sd| *log_sd > 0.0)
    }

    fn predict_from(&self, series: &Series, at: &[f64]) -> Predicted {
        let len = self.len();
        let mut predicted = Predicted::default();
        let baseline = self.prior.value_at(Number::Baseline, at[Number::Baseline.idx()]);
        let has_slopes = !series.effect_by.is_empty();
        for asked in &self.asked {
            let mut location_by = vec![0.0; if has_slopes { len } else { 0 }];
            let mut scale_by = location_by.clone();
            let (location, scale) = match asked {
                Asked::Felt {
                    time_idx,
                    from_doses_sd,
                } => {
                    location_by.copy_from_slice(series.effect_by_at(*time_idx, len));
                    let sd = libm::hypot(self.prior.rating_sd, *from_doses_sd);
                    (series.effect[*time_idx], self.noise.scale_of(sd))
                }
                Asked::Lasted { times } => {
                    let felt = FeltTime::read(
                        &self.setting.times_h[times.clone()],
                        &series.effect[times.clone()],
                        self.prior.felt_from,
                    );
                    let above_floor = felt.hours + self.prior.duration_floor_h;
                    for (idx, slope) in felt.slopes() {
                        let row = series.effect_by_at(times.start + idx, len);
                        for (by, effect_by) in location_by.iter_mut().zip(row) {
                            *by += slope / above_floor * effect_by;
                        }
                    }
                    (libm::log(above_floor), self.noise.scale_of(self.prior.duration_log_sd))
                }
                Asked::Symptoms { time_idx, share } => {
                    let score = series.withdrawal[*time_idx];
                    let sd = self.prior.symptom_sd_base + self.prior.symptom_sd_slope * score;
                    let per_point = self.noise.scale_of(self.prior.symptom_sd_slope);
                    let row = series.withdrawal_by_at(*time_idx, len);
                    for ((by, scale_by), score_by) in location_by.iter_mut().zip(&mut scale_by).zip(row) {
                        *by = share * score_by;
                        *scale_by = share * per_point * score_by;
                    }
                    if let Some(by) = location_by.get_mut(Number::Baseline.idx()) {
                        *by += share * self.prior.baseline_slope(at[Number::Baseline.idx()]);
                    }
                    (share * (score + baseline), share * self.noise.scale_of(sd))
                }
            };
            predicted.location.push(location);
            predicted.scale.push(scale);
            predicted.location_by.extend(location_by);
            predicted.scale_by.extend(scale_by);
        }
        predicted
    }
}

impl Model for PersonModel {
    fn len(&self) -> usize {
        Number::LEN + self.batches.len()
    }

    fn predict(&self, at: &[f64], want: Want) -> Option<Predicted> {
        let params = self.prior.params_at(at);
        params.check().ok()?;
        let series = match want {
            Want::Values => self.setting.values(&params, at),
            Want::RoughSlopes => self.setting.with_slopes(DRAW_TOLERANCE, &self.prior, at),
            Want::Slopes => self.setting.with_slopes(SEARCH_TOLERANCE, &self.prior, at),
        };
        Some(self.predict_from(&series, at))
    }
}

/// How the felt effect moves with ln X, points.
fn effect_by_ln_x(readout: &Readout, params: &Params) -> f64 {
    if readout.net > 0.0 {
        let signal_by = params.gamma * readout.signal * (1.0 - readout.signal);
        10.0 / params.k_e * libm::exp(-readout.net / params.k_e) * signal_by
    } else {
        0.0
    }
}

fn hours_of(reports: &Reports) -> Vec<f64> {
    let felt = reports.felt.iter().map(|felt| felt.at_h);
    let lasted = reports.lasted.iter().map(|lasted| lasted.dose_at_h);
    let symptoms = reports.symptoms.iter().map(|symptoms| symptoms.at_h);
    felt.chain(lasted).chain(symptoms).collect()
}

/// All times at which the curve is needed, ascending and without repetition, and what is read off them.
pub(crate) fn questions(reports: &Reports) -> (Vec<f64>, Vec<Asked>) {
    let mut times_h: Vec<f64> = reports
        .felt
        .iter()
        .map(|felt| felt.at_h)
        .chain(reports.lasted.iter().flat_map(|lasted| grid_after(lasted.dose_at_h)))
        .chain(reports.symptoms.iter().map(|symptoms| symptoms.at_h))
        .collect();
    times_h.sort_by(f64::total_cmp);
    times_h.dedup_by(|a, b| a.total_cmp(b).is_eq());
    let idx_of = |at_h: f64| times_h.partition_point(|time_h| *time_h < at_h);
    let felt = reports.felt.iter().map(|felt| Asked::Felt {
        time_idx: idx_of(felt.at_h),
        from_doses_sd: 0.0,
    });
    let lasted = reports.lasted.iter().map(|lasted| Asked::Lasted {
        times: idx_of(lasted.dose_at_h)..idx_of(lasted.dose_at_h + super::felt_time::HORIZON_H) + 1,
    });
    let symptoms = reports.symptoms.iter().map(|symptoms| Asked::Symptoms {
        time_idx: idx_of(symptoms.at_h),
        share: symptoms.scale.highest() / SymptomScale::Of64.highest(),
    });
    let asked = felt.chain(lasted).chain(symptoms).collect();
    (times_h, asked)
}

/// From one dose to the next, and from a dose to the first question after it: what every walk over the diary asks for.
fn lengths_h<'a>(doses: &'a [UncertainDose], times_h: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    let start_h = |idx: usize| doses.get(idx).map(|dose| dose.dose.start_h);
    let stretches =
        (0..doses.len()).filter_map(move |idx| Some((start_h(idx)?, start_h(idx + 1).unwrap_or(f64::INFINITY))));
    stretches.flat_map(|(from_h, to_h)| {
        let next = times_h.partition_point(|time_h| *time_h < from_h);
        let question_h = times_h.get(next).copied().filter(|time_h| *time_h < to_h);
        [Some(to_h).filter(|to_h| to_h.is_finite()), question_h]
            .into_iter()
            .flatten()
            .map(move |at_h| at_h - from_h)
    })
}

/// Usable doses in order of time.
fn accepted(history: &[UncertainDose], notices: &mut Vec<Notice>) -> Vec<UncertainDose> {
    let mut doses = Vec::with_capacity(history.len());
    for (dose_idx, uncertain) in history.iter().enumerate() {
        match uncertain.dose.accept() {
            Ok((dose, duration_dropped)) => {
                if duration_dropped {
                    notices.push(Notice::DurationIgnored { dose_idx });
                }
                doses.push(UncertainDose { dose, ..*uncertain });
            }
            Err(IgnoredBecause::Zero) => {}
            Err(because) => notices.push(Notice::DoseIgnored { dose_idx, because }),
        }
    }
    doses.sort_by(|a: &UncertainDose, b: &UncertainDose| a.dose.start_h.total_cmp(&b.dose.start_h));
    doses
}

/// The batches to learn about, with the width of their priors.
fn learned_batches(doses: &[UncertainDose]) -> BTreeMap<u32, f64> {
    let mut found: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for dose in doses {
        if let Some(group) = dose.group {
            let (amount, _) = found.entry(group).or_insert((0.0, usable_log_sd(dose.group_log_sd)));
            *amount += dose.dose.mitragynine_mg + dose.dose.seven_oh_mg;
        }
    }
    let mut by_amount: Vec<(u32, f64, f64)> = found
        .into_iter()
        .filter(|(_, (_, log_sd))| *log_sd > 0.0)
        .map(|(group, (amount, log_sd))| (group, amount, log_sd))
        .collect();
    by_amount.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    by_amount.truncate(MOST_BATCHES);
    by_amount
        .into_iter()
        .map(|(group, _, log_sd)| (group, log_sd))
        .collect()
}

/// A log standard deviation that can be computed with; nonsense counts as exactly known.
fn usable_log_sd(log_sd: f64) -> f64 {
    const WIDEST: f64 = 3.0;
    if log_sd > 0.0 { log_sd.min(WIDEST) } else { 0.0 }
}
