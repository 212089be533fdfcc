//! What was learned about the person, beside most people: each number, from how many reports, and which kind told it.
//!
//! Values and reasons only. The scale of the felt effect is among the numbers because ratings cannot be read without it; it
//! is never turned into an amount (rule 1).

use super::reading::{Learning, Reading, Silence};
use super::{Bands, Z90};
use crate::bridge::{self, reports::LeftOut};
use crate::diary::Diary;
use crate::entry::EntryId;
use crate::moment::Moment;
pub use ebb_pharm::fit::{Number, Quality, ReportCounts, ReportKind};
use ebb_pharm::fit::{NumberPosterior, PersonPrior};

/// Seventy-fifth percentile of the standard normal distribution.
const Z75: f64 = 0.674_489_750_196_1;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Times as much as in the middle of most people.
    Times,
    /// Hours.
    Hours,
    /// Points of 64.
    Points,
}

/// One of the seven numbers, in the form in which it is shown: higher is more of what its name says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LearnedNumber {
    /// Which.
    pub number: Number,
    /// In what.
    pub shown: Shown,
    /// What is believed of the person.
    pub you: Bands,
    /// What is believed of anybody.
    pub most_people: Bands,
    /// Width of the belief as a share of the width between people: 1 = nothing was learned.
    pub width_left: f64,
    /// What each kind of report adds, in the order of [`ReportKind::ALL`]: the share of variance that would come back without
    /// it, 0 to 1.
    pub told_by: [f64; 3],
}

impl LearnedNumber {
    /// Whether enough was learned to speak of: a tenth of the width is gone.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        self.width_left < 0.9
    }
}

/// A batch or product whose strength was learned about.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedBatch {
    /// The batch or product; `None` for doses of neither.
    pub shares: Option<EntryId>,
    /// The name of the batch, or of the product.
    pub name: Option<String>,
    /// Times as strong as logged.
    pub times: Bands,
    /// Width left, as with a number.
    pub width_left: f64,
}

/// What was learned, or why nothing was.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedView {
    /// Whether anything was learned.
    pub learning: Learning,
    /// When the person last began anew.
    pub since: Option<Moment>,
    /// Reports that were learned from.
    pub reports: ReportCounts,
    /// Reports that did not count.
    pub left_out: LeftOut,
    /// The numbers; none when nothing was learned.
    pub numbers: Vec<LearnedNumber>,
    /// The batches.
    pub batches: Vec<LearnedBatch>,
    /// How good the draws behind it are.
    pub quality: Option<Quality>,
}

impl LearnedView {
    /// What a kind of report adds most to, best first: numbers of whose variance at least a tenth would come back without it.
    #[must_use]
    pub fn told_most_by(&self, kind: ReportKind) -> Vec<&LearnedNumber> {
        const WORTH_SAYING: f64 = 0.1;
        let share = |number: &LearnedNumber| number.told_by[kind as usize];
        let mut told: Vec<&LearnedNumber> = self.numbers.iter().filter(|n| share(n) >= WORTH_SAYING).collect();
        told.sort_by(|a, b| share(b).total_cmp(&share(a)));
        told
    }
}

/// Builds the screen of what was learned.
///
/// # Errors
/// The reading's own silence is passed on.
pub fn learned(diary: &Diary, reading: &Result<Reading, Silence>) -> Result<LearnedView, Silence> {
    let reading = reading.as_ref().map_err(|silence| *silence)?;
    let rests_on = &reading.rests_on;
    let mut view = LearnedView {
        learning: rests_on.learning,
        since: diary.learns_after.clone(),
        reports: rests_on.reports,
        left_out: rests_on.reports_left_out,
        numbers: Vec::new(),
        batches: Vec::new(),
        quality: None,
    };
    let Some(posterior) = &reading.posterior else {
        return Ok(view);
    };
    let told = ReportKind::ALL.map(|kind| posterior.narrowed_by(kind));
    let prior = posterior.prior();
    view.quality = Some(posterior.quality());
    view.numbers = Number::ALL
        .into_iter()
        .filter(|number| *number != Number::Baseline || rests_on.reports.symptoms > 0)
        .map(|number| {
            let (shown, scale) = scale_of(number, prior);
            let known = posterior.number(number);
            LearnedNumber {
                number,
                shown,
                you: bands(&known, &scale),
                most_people: between_people(number, prior, &scale),
                width_left: known.width_left,
                told_by: told.each_ref().map(|of_kind| of_kind[number.idx()]),
            }
        })
        .collect();
    let by_number = |group: u32| reading.input.groups.iter().find(|(_, known)| **known == group);
    view.batches = posterior
        .batches()
        .filter_map(|group| {
            let strength = posterior.strength(group)?;
            let shares = by_number(group).and_then(|(shares, _)| *shares);
            Some(LearnedBatch {
                shares,
                name: shares.and_then(|id| name_of(diary, id)),
                times: bands(&strength, &|value| value),
                width_left: strength.width_left,
            })
        })
        .collect();
    Ok(view)
}

/// What is believed of anybody, for screens that show it without a reading.
///
/// # Panics
/// Never: a test reads every parameter from the evidence tables.
#[must_use]
pub fn prior() -> PersonPrior {
    let Ok(prior) = bridge::person_prior() else {
        unreachable!("a test of this crate reads every engine parameter from the evidence tables")
    };
    prior
}

fn name_of(diary: &Diary, id: EntryId) -> Option<String> {
    let product = |id: EntryId| diary.product(id).map(|product| product.body.name.clone());
    match diary.batches.iter().find(|batch| batch.id == id) {
        Some(batch) => batch.body.name.clone().or_else(|| product(batch.body.product)),
        None => product(id),
    }
}

/// How a number is shown, and its value in that form. A larger EC50, kE or kW is less of what its name says.
fn scale_of(number: Number, prior: &PersonPrior) -> (Shown, Box<dyn Fn(f64) -> f64>) {
    let middle = prior.value_at(number, 0.0);
    match number {
        Number::Ec50 | Number::EffectScale | Number::WithdrawalScale => {
            (Shown::Times, Box::new(move |value| middle / value))
        }
        Number::Tolerance => (Shown::Times, Box::new(move |value| value / middle)),
        Number::FastHalfLife | Number::SlowHalfLife => (Shown::Hours, Box::new(|value| value)),
        Number::Baseline => (Shown::Points, Box::new(|value| value)),
    }
}

/// Ends in ascending order, whichever way the scale runs.
fn ordered(mid: f64, half: (f64, f64), most: (f64, f64)) -> Bands {
    Bands {
        mid,
        low_50: half.0.min(half.1),
        high_50: half.0.max(half.1),
        low_80: most.0.min(most.1),
        high_80: most.0.max(most.1),
    }
}

fn bands(known: &NumberPosterior, scale: &dyn Fn(f64) -> f64) -> Bands {
    ordered(
        scale(known.median),
        (scale(known.low_50), scale(known.high_50)),
        (scale(known.low_80), scale(known.high_80)),
    )
}

fn between_people(number: Number, prior: &PersonPrior, scale: &dyn Fn(f64) -> f64) -> Bands {
    let at = |z: f64| scale(prior.value_at(number, z));
    ordered(at(0.0), (at(-Z75), at(Z75)), (at(-Z90), at(Z90)))
}
