//! What a filled-in dose means: its amount, its moment, and what changes when an entry is filled in once more.
//!
//! Nothing is guessed: a time that the clock skipped, a moment to come or an amount nobody takes is answered in words.
//! Works on what it is given, without a browser and without a vault.

use crate::form::{DoseForm, When};
use crate::sheet::{Problem, form_of, phrase_problem};
use ebb_core::amount::Quantity;
use ebb_core::event::{Dose, Precision};
use ebb_core::moment::Moment;
use ebb_core::phrase::{self, LONGEST_MINUTES, PhraseError};
use ebb_core::view::Frame;
use ebb_present::number::Numbers;
use ebb_present::words::Words;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value};

/// Minutes a form may lie ahead of the clock: the page's minute may have ended meanwhile.
const LEEWAY_MIN: i64 = 2;

/// Reads what was filled in.
pub(super) struct Meaning<'a> {
    pub(super) words: &'a Words,
    pub(super) numbers: Numbers,
    /// From where it is read.
    pub(super) frame: &'a Frame,
    /// The wall clock of the form.
    pub(super) zone: TimeZone,
}

impl Meaning<'_> {
    /// A new dose.
    pub(super) fn dose(&self, form: DoseForm) -> Result<Dose, Problem> {
        let (when, precision) = self.moment(&form.when)?;
        Ok(Dose {
            precision,
            over_min: self.minutes(form.over_min)?,
            amount: self.amount(form.amount)?,
            product: form.product,
            stomach: form.stomach,
            reason: said(form.reason),
            mood: said(form.mood),
            note: said(form.note),
            ..Dose::of_unknown_amount(when)
        })
    }

    /// The dose of an entry as it is filled in now. What nobody touched stays as it was, to the second and the digit,
    /// also where the form cannot show all of it.
    pub(super) fn dose_again(&self, was: &Dose, form: DoseForm) -> Result<Dose, Problem> {
        let before = form_of(was);
        let (when, precision) = if form.when == before.when {
            (was.when.clone(), was.precision)
        } else {
            self.moment(&form.when)?
        };
        let amount = if form.amount == before.amount {
            was.amount.clone()
        } else {
            self.amount(form.amount)?
        };
        Ok(Dose {
            when,
            precision,
            amount,
            over_min: self.minutes(form.over_min)?,
            product: form.product,
            batch: was.batch.filter(|_| form.product == was.product),
            route: was.route,
            stomach: form.stomach,
            reason: said(form.reason),
            mood: said(form.mood),
            note: said(form.note),
        })
    }

    /// An amount a person can have meant.
    fn amount(&self, amount: Option<Quantity>) -> Result<Option<Quantity>, Problem> {
        let Some(quantity) = amount else { return Ok(None) };
        if quantity.is_usable() && quantity.value > 0.0 && quantity.value <= phrase::largest(quantity.unit) {
            Ok(Some(quantity))
        } else {
            Err(phrase_problem(PhraseError::AmountOutOfRange, self.words))
        }
    }

    fn minutes(&self, minutes: Option<f64>) -> Result<Option<f64>, Problem> {
        Ok(self.within(minutes, LONGEST_MINUTES)?.filter(|minutes| *minutes > 0.0))
    }

    /// A figure from nothing to `highest`.
    pub(super) fn within(&self, value: Option<f64>, highest: f64) -> Result<Option<f64>, Problem> {
        match value {
            Some(value) if !(value.is_finite() && (0.0..=highest).contains(&value)) => Err(Problem::form(
                self.words.err_out_of_scale(),
                self.words.rec_out_of_scale(&self.numbers.exact(highest)),
            )),
            value => Ok(value),
        }
    }

    /// A moment, and how exactly it is known.
    pub(super) fn moment(&self, when: &When) -> Result<(Moment, Precision), Problem> {
        let now = self.frame.now;
        let (at, precision) = match when {
            When::Now => (now, Precision::Minute),
            When::MinutesAgo(minutes) => {
                let at = now.checked_sub(i64::from(*minutes).minutes());
                (at.map_err(|_| self.unreadable())?, Precision::Minute)
            }
            When::Wall(text) => {
                let wall: DateTime = text.parse().map_err(|_| self.unreadable())?;
                (self.at_wall(wall)?, Precision::Minute)
            }
            When::DayOnly(text) => {
                let date = self.date(text)?;
                if date > self.frame.today() {
                    return Err(phrase_problem(PhraseError::Future, self.words));
                }
                // The time of day says nothing, but it must not lie ahead of the clock.
                (self.at_wall(date.at(12, 0, 0, 0))?.min(now), Precision::Day)
            }
        };
        if at.as_millisecond() > now.as_millisecond() + LEEWAY_MIN * 60_000 {
            return Err(phrase_problem(PhraseError::Future, self.words));
        }
        Ok((Moment::new(at, &self.zone), precision))
    }

    /// The instant at which the wall clock showed this.
    fn at_wall(&self, wall: DateTime) -> Result<jiff::Timestamp, Problem> {
        phrase::at_wall(wall, self.frame.now, &self.zone)
            .map_err(|_| Problem::form(self.words.err_time_skipped(), self.words.rec_time_skipped()))
    }

    /// A date.
    pub(super) fn date(&self, text: &str) -> Result<Date, Problem> {
        text.parse().map_err(|_| self.unreadable())
    }

    fn unreadable(&self) -> Problem {
        phrase_problem(PhraseError::BadTime, self.words)
    }
}

/// What was written, if anything was.
pub(super) fn said(text: String) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What is different now, as a merge patch: only that, so that what another device changed meanwhile stays.
pub(super) fn changes(was: &Dose, now: &Dose) -> Map<String, Value> {
    difference_of(was, now)
}

/// The same for anything that is stored as named fields.
pub(super) fn difference_of<T: Serialize>(was: &T, now: &T) -> Map<String, Value> {
    let (Ok(Value::Object(was)), Ok(Value::Object(now))) = (serde_json::to_value(was), serde_json::to_value(now))
    else {
        return Map::new();
    };
    difference(&was, &now)
}

/// The patch (RFC 7396) that makes `now` of `was`.
fn difference(was: &Map<String, Value>, now: &Map<String, Value>) -> Map<String, Value> {
    let mut patch = Map::new();
    for (field, value) in now {
        match (was.get(field), value) {
            (Some(before), value) if before == value => {}
            (Some(Value::Object(before)), Value::Object(value)) => {
                patch.insert(field.clone(), Value::Object(difference(before, value)));
            }
            (_, value) => {
                patch.insert(field.clone(), value.clone());
            }
        }
    }
    for field in was.keys().filter(|field| !now.contains_key(*field)) {
        patch.insert(field.clone(), Value::Null);
    }
    patch
}

#[cfg(test)]
#[path = "meaning/tests.rs"]
mod tests;
