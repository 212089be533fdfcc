//! Future doses that a person gives, to see what would come: one line each, as one would log them, with a written date.
//!
//! ```text
//! # a taper of my own
//! 2026-02-04 08:00 2.5g green
//! 2026-02-04 20:00 2g green
//! ```
//!
//! It must never make, change or complete a plan: what is not understood is refused, and nothing is proposed.

use crate::amount::Quantity;
use crate::bridge::EngineInput;
use crate::diary::Diary;
use crate::event::Dose;
use crate::moment::Moment;
use crate::phrase::{self, PhraseError};
use crate::resolve::Resolver;
use crate::view::Frame;
use ebb_pharm::UncertainDose;
use jiff::ToSpan;
use jiff::civil::Date;
use thiserror::Error;

/// Days ahead that a plan may reach: twelve weeks. The slow adaptation has turned over several times by then.
pub const MOST_PLAN_DAYS: i64 = 84;
/// Most lines of a plan: ten doses a day.
pub const MOST_PLAN_DOSES: usize = 840;

/// A planned dose.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// As it would be logged.
    pub dose: Dose,
    /// As the engine sees it, on the hours of the reading it was read for.
    pub taken: UncertainDose,
}

/// What a person plans to take, in order of time. There may be none: then nothing is taken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// The doses.
    pub doses: Vec<Planned>,
}

/// Why a plan was not understood. Carries no words of it: they may be private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("line {line}: {because}")]
pub struct PlanError {
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub because: PlanFault,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PlanFault {
    /// It cannot be read.
    #[error(transparent)]
    Phrase(#[from] PhraseError),
    /// It has no written date.
    #[error("no date")]
    NoDate,
    /// It lies in the past.
    #[error("a time in the past")]
    Past,
    /// It lies too far ahead.
    #[error("too far ahead")]
    TooFar,
    /// The amount is not known.
    #[error("an amount that is not known")]
    Unknown,
    /// No product has this name.
    #[error("no product has this name")]
    NoProduct,
    /// What it is measured in has no known strength.
    #[error("no known strength")]
    NoStrength,
    /// A 7-OH or similar product (rule 9).
    #[error("a product without a forecast")]
    WithoutForecast,
    /// More lines than a plan may have.
    #[error("too many lines")]
    TooMany,
}

/// Reads a plan for a reading whose doses are `input`. Empty lines and what follows a `#` at the beginning are left out.
///
/// # Errors
/// The first line that is not understood, and why.
pub fn read(text: &str, frame: &Frame, diary: &Diary, input: &EngineInput) -> Result<Plan, PlanError> {
    let resolver = Resolver::new(diary);
    let mut doses = Vec::new();
    for (idx, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fault = |because| PlanError { line: idx + 1, because };
        if doses.len() == MOST_PLAN_DOSES {
            return Err(fault(PlanFault::TooMany));
        }
        let dose = read_line(line, frame, diary).map_err(fault)?;
        doses.push(engine_dose(dose, &resolver, input).map_err(fault)?);
    }
    doses.sort_by_key(|planned| planned.dose.when.at);
    Ok(Plan { doses })
}

fn read_line(line: &str, frame: &Frame, diary: &Diary) -> Result<Dose, PlanFault> {
    let has_date = line
        .split_whitespace()
        .any(|word| word.len() == 10 && word.parse::<Date>().is_ok());
    if !has_date {
        return Err(PlanFault::NoDate);
    }
    let end = frame.now.checked_add((24 * MOST_PLAN_DAYS).hours());
    let end = end.map_err(|_| PlanFault::TooFar)?;
    let draft = phrase::read(line, end, &frame.zone).map_err(|error| match error {
        PhraseError::Future => PlanFault::TooFar,
        error => PlanFault::Phrase(error),
    })?;
    if draft.when.at <= frame.now {
        return Err(PlanFault::Past);
    }
    if !draft.amount.as_ref().is_some_and(Quantity::is_usable) {
        return Err(PlanFault::Unknown);
    }
    let product = match &draft.product {
        None => diary.default_product,
        Some(name) => Some(diary.product_named(name).ok_or(PlanFault::NoProduct)?.id),
    };
    Ok(Dose {
        amount: draft.amount,
        over_min: draft.over_min,
        product,
        ..Dose::of_unknown_amount(draft.when)
    })
}

/// A dose of a batch that was met before shares its strength; another kind of product is as strong as it says.
fn engine_dose(dose: Dose, resolver: &Resolver<'_>, input: &EngineInput) -> Result<Planned, PlanFault> {
    let resolved = resolver.resolve(&dose);
    if !resolved.kind.has_forecast() {
        return Err(PlanFault::WithoutForecast);
    }
    let milligrams = resolved.mitragynine.ok_or(PlanFault::NoStrength)?;
    let unmet = u32::try_from(input.groups.len()).unwrap_or(u32::MAX);
    let taken = UncertainDose {
        dose: ebb_pharm::Dose {
            start_h: input.hours(dose.when.at),
            duration_h: dose.over_min.unwrap_or(0.0) / 60.0,
            mitragynine_mg: milligrams.mg,
            seven_oh_mg: 0.0,
        },
        log_sd: milligrams.entry_log_sd,
        group: Some(input.groups.get(&resolved.group).copied().unwrap_or(unmet)),
        group_log_sd: milligrams.strength_log_sd,
    };
    Ok(Planned { dose, taken })
}

impl Plan {
    /// When it ends: its last dose.
    #[must_use]
    pub fn ends(&self) -> Option<&Moment> {
        self.doses.last().map(|planned| &planned.dose.when)
    }
}
