//! From a number and a unit word to a quantity, with the questions that such words raise. Used by every JSON format that
//! writes units as words.

use super::amounts::{self, CAPSULE_LOG_SD, SPOON_LOG_SD};
use super::gather::Gather;
use super::row::{AnswerKind, ProductHint};
use super::substance;
use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::event::ProductKind;

/// `n` of `word`, of `product`. `None` is an amount that cannot be known yet: the unit is missing, or a word of the
/// person's own without an answer to `unit:WORD`.
pub(crate) fn measure(
    gather: &mut Gather<'_>,
    place: &str,
    n: f64,
    word: &str,
    product: &ProductHint,
) -> Option<Quantity> {
    let word = word.trim();
    let is_leaf = product.kind == ProductKind::Leaf;
    match amounts::unit_of(word) {
        Some(unit) => Some(in_unit(gather, n, unit, product)),
        None if word.is_empty() => {
            gather.warn(place, "no_unit");
            None
        }
        None if amounts::is_piece(word) && !is_leaf => {
            let mut quantity = Quantity::new(n, Unit::Piece);
            quantity.unit_name = Some(word.to_owned());
            Some(quantity)
        }
        None => {
            let each = one_holds(gather, &format!("unit:{word}"), product.kind, &format!("{n} {word}"))?;
            let mut quantity = Quantity::new(n, Unit::Piece);
            quantity.each = Some(each);
            quantity.unit_name = Some(word.to_owned());
            Some(quantity)
        }
    }
}

/// Asks what one of a person's own unit holds: grams of leaf, or milligrams of the alkaloid.
pub(crate) fn one_holds(gather: &mut Gather<'_>, id: &str, kind: ProductKind, example: &str) -> Option<Each> {
    let unit = if kind == ProductKind::Leaf { "g" } else { "mg" };
    let answer = gather.ask(id, AnswerKind::Number(unit), "unknown", example)?;
    let value = amounts::positive_answer(answer, unit)?;
    let label = amounts::estimate(value, None, substance::LABEL_LOG_SD);
    match kind {
        ProductKind::Leaf => amounts::grams_answer(answer, SPOON_LOG_SD).map(Each::Grams),
        ProductKind::Extract => Some(Each::MgMitragynine(label)),
        ProductKind::SevenOh => Some(Each::MgSevenOh(label)),
        ProductKind::OtherAlkaloid => None,
    }
}

fn in_unit(gather: &mut Gather<'_>, n: f64, unit: Unit, product: &ProductHint) -> Quantity {
    let alkaloid = match product.kind {
        ProductKind::SevenOh => Some(Unit::MgSevenOh),
        ProductKind::Extract if substance::is_mitragynine(&product.name) => Some(Unit::MgMitragynine),
        _ => None,
    };
    match (unit, alkaloid) {
        (Unit::Milligram, Some(alkaloid)) => Quantity::new(n, alkaloid),
        (Unit::Gram, Some(alkaloid)) => Quantity::new(n * 1000.0, alkaloid),
        (Unit::Capsule | Unit::Teaspoon | Unit::Tablespoon, None) if product.kind == ProductKind::Leaf => {
            let mut quantity = Quantity::new(n, unit);
            quantity.each = grams_of_one(gather, unit, n).map(Each::Grams);
            quantity
        }
        _ => Quantity::new(n, unit),
    }
}

/// Grams of one capsule or spoon, by answer; without one, the person's product or the evidence tables decide later.
fn grams_of_one(gather: &mut Gather<'_>, unit: Unit, n: f64) -> Option<Estimate> {
    let (id, word, log_sd) = match unit {
        Unit::Capsule => ("capsule_grams", "capsule", CAPSULE_LOG_SD),
        Unit::Tablespoon => ("tablespoon_grams", "tablespoon", SPOON_LOG_SD),
        _ => ("teaspoon_grams", "teaspoon", SPOON_LOG_SD),
    };
    let answer = gather.ask(id, AnswerKind::Number("g"), "unknown", &format!("{n} {word}"))?;
    amounts::grams_answer(answer, log_sd)
}
