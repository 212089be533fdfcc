//! What a person fills in, as the page sends it. Nothing here is checked yet: the keeper does that and answers in words.

mod draft;
pub mod import_answers;
pub mod strength;
mod taper;

pub use draft::DoseDraft;
pub use taper::{TaperDraft, TaperForm};

use ebb_core::amount::{Quantity, Unit};
use ebb_core::entry::EntryId;
use ebb_core::event::{CravingOutcome, ProductKind, Stomach, Symptom};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// When something happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// Now.
    #[default]
    Now,
    /// Minutes ago.
    MinutesAgo(u32),
    /// On the wall clock of the home zone: `2026-02-03T18:00`.
    Wall(String),
    /// Some time on a day, `2026-02-03`.
    DayOnly(String),
}

/// A dose.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DoseForm {
    /// When it began.
    pub when: When,
    /// How much; `None` is an unknown amount.
    #[serde(with = "whole_amount")]
    pub amount: Option<Quantity>,
    /// Of which product; `None` is not stated.
    pub product: Option<EntryId>,
    /// The name of a leaf product that is not there yet; counts only when none is chosen.
    pub new_product: String,
    /// Minutes over which it was taken.
    pub over_min: Option<f64>,
    /// Food.
    pub stomach: Option<Stomach>,
    /// Why.
    pub reason: String,
    /// Mood, in a word.
    pub mood: String,
    /// Anything else.
    pub note: String,
}

/// A changed entry. Only doses have a form of their own; the others change their note and time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AmendForm {
    /// Which entry.
    pub id: EntryId,
    /// What it says now.
    pub change: Change,
}

/// What an entry says now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// A dose, with every field as it shall be.
    Dose(DoseForm),
    /// What became of an urge.
    Craving(CravingEnd),
    /// A product, with every field as it shall be.
    Product(Box<ProductForm>),
    /// A batch, with every field as it shall be.
    Batch(BatchForm),
    /// The words of a note, or the note of anything else.
    Words(String),
}

/// What became of an urge, once that is known. What is left open stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CravingEnd {
    /// What became of it.
    pub outcome: Option<CravingOutcome>,
    /// Minutes it lasted.
    pub minutes: Option<f64>,
    /// Anything else.
    pub note: String,
}

/// How a dose felt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeltForm {
    /// The dose.
    pub dose: EntryId,
    /// 0 to 10.
    pub strength: Option<f64>,
    /// Hours it lasted.
    pub hours: Option<f64>,
    /// Anything else.
    pub note: String,
}

/// How a person is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckInForm {
    /// When.
    pub when: When,
    /// Withdrawal in all, 0 to 64.
    pub withdrawal_64: Option<f64>,
    /// Single symptoms, 0 to 4.
    pub symptoms: BTreeMap<Symptom, u8>,
    /// 0 to 10.
    pub craving: Option<f64>,
    /// 0 to 10.
    pub mood: Option<f64>,
    /// 0 to 10.
    pub energy: Option<f64>,
    /// 0 to 10.
    pub focus: Option<f64>,
    /// 0 to 10.
    pub sleep: Option<f64>,
    /// Hours slept.
    pub sleep_hours: Option<f64>,
    /// Anything else.
    pub note: String,
}

impl CheckInForm {
    /// The sum of the sixteen signs once each is answered; a missing answer is not zero, so fewer make no sum.
    #[must_use]
    pub fn sum_of_signs(&self) -> Option<f64> {
        let is_whole = Symptom::ALL.iter().all(|sign| self.symptoms.contains_key(sign));
        is_whole.then(|| self.symptoms.values().map(|&score| f64::from(score)).sum())
    }

    /// The form as it is sent: where the sixteen signs make a sum, no second number stands beside it.
    #[must_use]
    pub fn settled(mut self) -> Self {
        if self.sum_of_signs().is_some() {
            self.withdrawal_64 = None;
        }
        self
    }

    /// Whether something is so heavy that help is named beside the form: mood at its worst, or vomiting a lot.
    #[must_use]
    pub fn is_heavy(&self) -> bool {
        self.mood.is_some_and(|mood| mood <= 1.0)
            || self.symptoms.get(&Symptom::Vomiting).is_some_and(|&much| much >= 3)
    }
}

/// An urge.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CravingForm {
    /// When.
    pub when: When,
    /// 0 to 10.
    pub strength: Option<f64>,
    /// What set it off.
    pub trigger: String,
    /// What became of it.
    pub outcome: Option<CravingOutcome>,
    /// Minutes it lasted.
    pub minutes: Option<f64>,
    /// Anything else.
    pub note: String,
}

/// Another substance.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CoUseForm {
    /// When.
    pub when: When,
    /// What.
    pub substance: String,
    /// How much, if known.
    pub amount: Option<f64>,
    /// Of which unit.
    pub unit: String,
    /// Anything else.
    pub note: String,
}

/// Words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NoteForm {
    /// When.
    pub when: When,
    /// The words.
    pub text: String,
    /// A day worth marking.
    pub is_milestone: bool,
}

/// Somebody to call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonForm {
    /// What the person calls them.
    pub name: String,
    /// The telephone number; empty if none.
    pub number: String,
    /// Anything else.
    pub note: String,
}

/// A figure with what is known of its error, as typed: the half-width of the range, in the same unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WithError {
    /// The figure.
    pub value: f64,
    /// Plus or minus; the evidence's own width if not given.
    pub plus_minus: Option<f64>,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProductForm {
    /// The person's name for it.
    pub name: String,
    /// What it is.
    pub kind: ProductKind,
    /// Milligrams of mitragynine per gram.
    pub mg_per_g: Option<WithError>,
    /// Milligrams of mitragynine per piece.
    pub mg_each: Option<WithError>,
    /// Milligrams of 7-hydroxymitragynine per piece.
    pub seven_oh_mg_each: Option<WithError>,
    /// Grams in a capsule.
    pub grams_per_capsule: Option<WithError>,
    /// Grams on a teaspoon.
    pub grams_per_teaspoon: Option<WithError>,
    /// Grams of leaf per litre of tea.
    pub tea_grams_per_litre: Option<WithError>,
    /// Anything else.
    pub note: String,
}

/// A new bag, bottle or brew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatchForm {
    /// Of which product.
    pub product: EntryId,
    /// When it was opened.
    pub when: When,
    /// The person's name for it.
    pub name: String,
    /// Milligrams of mitragynine per gram.
    pub mg_per_g: Option<WithError>,
    /// Grams of leaf per litre of tea.
    pub tea_grams_per_litre: Option<WithError>,
    /// Anything else.
    pub note: String,
}

/// What only the page can find out about this device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceFacts {
    /// Day of the last backup, `2026-02-03`.
    pub backed_up: Option<String>,
    /// Whether the browser keeps what is stored until somebody deletes it; `None` when it does not say.
    pub is_kept: Option<bool>,
    /// Bytes that Ebb uses.
    pub used_bytes: Option<u64>,
}

/// An amount in a unit, nothing else known.
#[must_use]
pub fn quantity(value: f64, unit: Unit) -> Quantity {
    Quantity::new(value, unit)
}

/// An amount with every field in its place: the stored form leaves empty ones out, which only a form with names can.
mod whole_amount {
    use ebb_core::amount::{Each, Quantity, Unit};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    type Whole = (f64, Unit, Option<f64>, Option<Each>, Option<String>);

    pub(super) fn serialize<S: Serializer>(amount: &Option<Quantity>, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = |q: &Quantity| (q.value, q.unit, q.sd, q.each, q.unit_name.clone());
        amount.as_ref().map(whole).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Quantity>, D::Error> {
        let whole = Option::<Whole>::deserialize(deserializer)?;
        Ok(whole.map(|(value, unit, sd, each, unit_name)| Quantity {
            value,
            unit,
            sd,
            each,
            unit_name,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_sixteen(score: u8) -> BTreeMap<Symptom, u8> {
        Symptom::ALL.into_iter().map(|sign| (sign, score)).collect()
    }

    #[test]
    fn what_is_left_open_is_not_zero() {
        let open = CheckInForm::default();
        assert_eq!(open.sum_of_signs(), None);
        assert_eq!((open.craving, open.mood, open.sleep_hours), (None, None, None));
        let zeros = CheckInForm {
            symptoms: all_sixteen(0),
            ..CheckInForm::default()
        };
        assert_eq!(zeros.sum_of_signs(), Some(0.0), "sixteen times none is an answer");
        assert_ne!(open, zeros);
    }

    #[test]
    fn fifteen_signs_make_no_sum() {
        let mut symptoms = all_sixteen(4);
        assert_eq!(
            CheckInForm {
                symptoms: symptoms.clone(),
                ..CheckInForm::default()
            }
            .sum_of_signs(),
            Some(64.0)
        );
        symptoms.remove(&Symptom::Aching);
        let form = CheckInForm {
            symptoms,
            withdrawal_64: Some(20.0),
            ..CheckInForm::default()
        };
        assert_eq!(form.sum_of_signs(), None);
        assert_eq!(form.settled().withdrawal_64, Some(20.0), "then the one number stands");
    }

    #[test]
    fn no_second_number_stands_beside_the_sum() {
        let form = CheckInForm {
            symptoms: all_sixteen(1),
            withdrawal_64: Some(50.0),
            ..CheckInForm::default()
        };
        let settled = form.settled();
        assert_eq!(settled.withdrawal_64, None);
        assert_eq!(settled.sum_of_signs(), Some(16.0));
    }

    #[test]
    fn help_is_named_when_it_is_heavy_and_not_when_nothing_is_said() {
        assert!(!CheckInForm::default().is_heavy());
        let heavy = |mood, vomiting| CheckInForm {
            mood,
            symptoms: BTreeMap::from([(Symptom::Vomiting, vomiting)]),
            ..CheckInForm::default()
        };
        assert!(heavy(Some(0.0), 0).is_heavy());
        assert!(heavy(None, 3).is_heavy());
        assert!(!heavy(Some(4.0), 2).is_heavy());
    }
}
