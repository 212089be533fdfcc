//! The log screen: usual doses to log with one tap, products, units and reasons this person uses.

use crate::form::{DoseForm, When};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::Dose;
use ebb_core::view::Frame;
use ebb_present::screen::Voice;
use serde::{Deserialize, Serialize};

/// Doses back that usual ones are looked for in.
const LOOK_BACK: usize = 60;
/// Usual doses offered.
const PRESETS: usize = 4;
/// Reasons offered.
const REASONS: usize = 8;

/// What the log screen offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogPad {
    /// One tap logs one of these.
    pub again: Vec<Preset>,
    /// Products, the usual one first.
    pub products: Vec<ProductChoice>,
    /// Units, those in use first.
    pub units: Vec<UnitChoice>,
    /// Reasons this person gave before, most frequent first.
    pub reasons: Vec<String>,
    /// Now on the wall clock, `2026-02-03T18:00`, as the latest time.
    pub now: String,
}

/// A dose that can be logged again as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preset {
    /// `2.5 g green`.
    pub said: String,
    /// What is logged.
    pub form: DoseForm,
}

/// A product to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProductChoice {
    /// Its name.
    pub id: EntryId,
    /// The person's word.
    pub name: String,
    /// Whether it is meant when none is named.
    pub is_usual: bool,
    /// The unit it was last logged in.
    pub unit: Option<Unit>,
}

/// A unit to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitChoice {
    /// Which.
    pub unit: Unit,
    /// `g`, `capsules`.
    pub name: String,
    /// The step of plus and minus.
    pub step: f64,
}

/// Builds it.
pub(crate) fn log_pad(voice: &Voice, diary: &Diary, frame: &Frame) -> LogPad {
    let mut products: Vec<ProductChoice> = diary
        .products
        .iter()
        .map(|product| ProductChoice {
            id: product.id,
            name: product.body.name.clone(),
            is_usual: diary.default_product == Some(product.id),
            unit: last_unit(diary, Some(product.id)),
        })
        .collect();
    products.sort_by_key(|product| !product.is_usual);
    LogPad {
        again: again(voice, diary, frame),
        products,
        units: units(voice, diary),
        reasons: most_frequent(recent(diary, frame).filter_map(|dose| dose.reason.clone()), REASONS),
        now: wall_minutes(frame),
    }
}

/// The doses this person logs most, newest first among equals: they are offered as they are and in no other size.
pub(crate) fn again(voice: &Voice, diary: &Diary, frame: &Frame) -> Vec<Preset> {
    let mut counted: Vec<(usize, DoseForm, String)> = Vec::new();
    for dose in recent(diary, frame).filter(|dose| dose.amount.is_some()) {
        let form = DoseForm {
            when: When::Now,
            amount: dose.amount.clone(),
            product: dose.product,
            over_min: dose.over_min,
            ..DoseForm::default()
        };
        match counted.iter_mut().find(|(_, known, _)| *known == form) {
            Some((n, ..)) => *n += 1,
            None => {
                let product = dose
                    .product
                    .and_then(|id| diary.product(id))
                    .map(|p| p.body.name.as_str());
                counted.push((1, form, voice.dose(dose, product)));
            }
        }
    }
    counted.sort_by_key(|(n, ..)| std::cmp::Reverse(*n));
    let presets = counted.into_iter().take(PRESETS);
    presets.map(|(_, form, said)| Preset { said, form }).collect()
}

fn recent<'a>(diary: &'a Diary, frame: &Frame) -> impl Iterator<Item = &'a Dose> {
    let now = frame.now;
    let past = diary.doses.iter().rev().filter(move |dose| dose.body.when.at <= now);
    past.take(LOOK_BACK).map(|dose| &dose.body)
}

fn last_unit(diary: &Diary, product: Option<EntryId>) -> Option<Unit> {
    let of_product = diary.doses.iter().rev().filter(|dose| dose.body.product == product);
    of_product
        .filter_map(|dose| dose.body.amount.as_ref())
        .map(|q| q.unit)
        .next()
}

fn units(voice: &Voice, diary: &Diary) -> Vec<UnitChoice> {
    let used = |unit: Unit| {
        let doses = diary.doses.iter().rev().take(LOOK_BACK);
        doses
            .filter(|dose| dose.body.amount.as_ref().is_some_and(|q| q.unit == unit))
            .count()
    };
    let mut units = Unit::ALL.to_vec();
    units.sort_by_key(|unit| std::cmp::Reverse(used(*unit)));
    let choice = |unit: Unit| UnitChoice {
        unit,
        name: unit_name(voice, unit),
        step: step(unit),
    };
    units.into_iter().map(choice).collect()
}

/// The plural name of a unit.
pub(crate) fn unit_name(voice: &Voice, unit: Unit) -> String {
    // The amount is said with its figure in front; what follows the figure is the unit.
    let said = voice.amount(Some(&Quantity::new(2.0, unit)));
    said.split_once(['\u{a0}', ' '])
        .map_or(said.clone(), |(_, name)| name.to_owned())
}

fn step(unit: Unit) -> f64 {
    match unit {
        Unit::Gram | Unit::Teaspoon | Unit::Tablespoon => 0.5,
        Unit::Milligram => 100.0,
        Unit::TeaMl => 50.0,
        Unit::MgMitragynine => 5.0,
        Unit::Capsule | Unit::Piece | Unit::MgSevenOh => 1.0,
    }
}

/// The words said most often, most frequent first.
pub(crate) fn most_frequent(words: impl Iterator<Item = String>, most: usize) -> Vec<String> {
    let mut counted: Vec<(usize, String)> = Vec::new();
    for word in words {
        match counted.iter_mut().find(|(_, known)| *known == word) {
            Some((n, _)) => *n += 1,
            None => counted.push((1, word)),
        }
    }
    counted.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    counted.into_iter().take(most).map(|(_, word)| word).collect()
}

/// Now on the wall clock, in the form of a time field.
pub(crate) fn wall_minutes(frame: &Frame) -> String {
    minutes(frame.moment().wall())
}

/// A wall clock to the minute, in the form of a time field.
pub(crate) fn minutes(wall: jiff::civil::DateTime) -> String {
    format!("{}T{:02}:{:02}", wall.date(), wall.hour(), wall.minute())
}
