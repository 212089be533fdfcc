//! A dose while it is being filled in: the amount still as typed, everything else as it will be sent.

use super::{DoseForm, When};
use crate::sheet::LogPad;
use crate::typed::{self, Misread};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::entry::EntryId;
use ebb_core::event::Stomach;

/// A dose that is not said yet.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseDraft {
    /// The amount as it stands in the field.
    pub amount: String,
    /// Of which unit.
    pub unit: Unit,
    /// The person does not know the amount.
    pub is_unknown: bool,
    /// When.
    pub when: When,
    /// Of which product; `None` is not stated.
    pub product: Option<EntryId>,
    /// The name of a product that is not there yet.
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
    /// What the entry said when it was opened: an amount that is not touched goes back as it was.
    was: Option<Quantity>,
}

impl DoseDraft {
    /// A new one: the unit, the amount and the product of the last dose, as far as there is one.
    #[must_use]
    pub fn fresh(pad: &LogPad) -> Self {
        let unit = pad.units.first();
        Self {
            amount: offered(pad, unit.map_or(Unit::Gram, |unit| unit.unit), pad.product),
            unit: unit.map_or(Unit::Gram, |unit| unit.unit),
            product: pad.product,
            is_unknown: false,
            ..Self::of(&DoseForm::default(), pad)
        }
    }

    /// One that says what `form` says.
    #[must_use]
    pub fn of(form: &DoseForm, pad: &LogPad) -> Self {
        let unit = pad.units.first().map_or(Unit::Gram, |unit| unit.unit);
        Self {
            amount: form.amount.as_ref().map(|q| typed::figure(q.value)).unwrap_or_default(),
            unit: form.amount.as_ref().map_or(unit, |q| q.unit),
            is_unknown: form.amount.is_none(),
            when: form.when.clone(),
            product: form.product,
            new_product: form.new_product.clone(),
            over_min: form.over_min,
            stomach: form.stomach,
            reason: form.reason.clone(),
            mood: form.mood.clone(),
            note: form.note.clone(),
            was: form.amount.clone(),
        }
    }

    /// Of another product. What it is counted in comes with it, shots in shots and powder in grams, and so does its own
    /// last amount: that of the product before would be another dose. An amount that was typed stays.
    pub fn choose_product(&mut self, pad: &LogPad, product: Option<EntryId>) {
        let is_offered = self.amount.is_empty() || self.amount == offered(pad, self.unit, self.product);
        let chosen = pad.products.iter().find(|choice| Some(choice.id) == product);
        let unit = chosen.and_then(|choice| choice.unit).unwrap_or(self.unit);
        self.product = product;
        if is_offered || unit != self.unit {
            self.amount = offered(pad, unit, product);
        }
        self.unit = unit;
    }

    /// In another unit: with its own last amount, for a figure of the unit before means something else.
    pub fn choose_unit(&mut self, pad: &LogPad, unit: Unit) {
        if self.unit != unit {
            self.unit = unit;
            self.amount = offered(pad, unit, self.product);
        }
    }

    /// What is sent.
    ///
    /// # Errors
    /// [`Misread`] when the amount cannot be read.
    pub fn form(&self) -> Result<DoseForm, Misread> {
        let amount = if self.is_unknown { None } else { Some(self.quantity()?) };
        Ok(DoseForm {
            when: self.when.clone(),
            amount,
            product: self.product,
            new_product: self.new_product.clone(),
            over_min: self.over_min,
            stomach: self.stomach,
            reason: self.reason.clone(),
            mood: self.mood.clone(),
            note: self.note.clone(),
        })
    }

    /// The amount: as it was when nobody touched it, else a new figure of the same thing.
    fn quantity(&self) -> Result<Quantity, Misread> {
        match self.was.as_ref().filter(|was| was.unit == self.unit) {
            Some(was) if self.amount == typed::figure(was.value) => Ok(was.clone()),
            Some(was) => Ok(Quantity {
                value: typed::amount(&self.amount)?,
                // What was said of the error of the old figure says nothing of the new one.
                sd: None,
                ..was.clone()
            }),
            None => Ok(Quantity::new(typed::amount(&self.amount)?, self.unit)),
        }
    }
}

/// The amount a field begins with: the one last logged of this product in this unit.
fn offered(pad: &LogPad, unit: Unit, product: Option<EntryId>) -> String {
    let unit = pad.units.iter().find(|choice| choice.unit == unit);
    unit.and_then(|unit| unit.last(product)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;
    use ebb_core::amount::{Each, Estimate};

    fn scoop() -> Quantity {
        Quantity {
            value: 2.0 / 3.0,
            unit: Unit::Piece,
            sd: Some(0.2),
            each: Some(Each::Grams(Estimate {
                value: 1.4,
                log_sd: 0.3,
            })),
            unit_name: Some("kitchen spoon".to_owned()),
        }
    }

    fn draft(amount: Option<Quantity>) -> DoseDraft {
        let form = DoseForm {
            amount,
            ..DoseForm::default()
        };
        DoseDraft::of(&form, &LogPad::default())
    }

    #[test]
    fn an_amount_that_is_not_touched_goes_back_digit_for_digit() {
        assert_eq!(draft(Some(scoop())).form().unwrap().amount, Some(scoop()));
        assert_eq!(draft(None).form().unwrap().amount, None);
    }

    #[test]
    fn a_new_figure_keeps_the_thing_that_was_counted_and_drops_its_old_error() {
        let mut draft = draft(Some(scoop()));
        draft.amount = "1".to_owned();
        let expected = Quantity {
            value: 1.0,
            sd: None,
            ..scoop()
        };
        assert_eq!(draft.form().unwrap().amount, Some(expected));
        draft.unit = Unit::Gram;
        assert_eq!(draft.form().unwrap().amount, Some(Quantity::grams(1.0)));
    }

    #[test]
    fn unknown_is_said_and_an_empty_field_is_not_unknown() {
        let mut draft = draft(Some(scoop()));
        draft.is_unknown = true;
        assert_eq!(draft.form().unwrap().amount, None);
        draft.is_unknown = false;
        draft.amount = String::new();
        assert_eq!(draft.form(), Err(Misread::Nothing));
        draft.amount = "1,500".to_owned();
        assert_eq!(draft.form(), Err(Misread::TwoWays));
    }
}
