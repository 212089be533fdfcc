//! From a number and a unit to an amount, within bounds, and from a product's name to a product. A unit nobody knows
//! keeps its name and waits for an answer; grams are never put in its place.

use super::columns::unit_of;
use super::draft::Draft;
use super::number::{self, Amount, Decimal, Measured};
use crate::import::amounts::{self, CAPSULE_LOG_SD, SPOON_LOG_SD};
use crate::import::row::{AnswerKind, ProductHint};
use crate::import::substance::{self, ProductAnswer};
use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::event::ProductKind;

/// "About" as a share of the amount, one standard deviation. Our own choice.
const ABOUT_SD: f64 = 0.2;
/// Error of the leaf in a litre of tea when a person states it, as a log-sd. Our own choice: the leaf is weighed, the
/// water is not.
const TEA_LOG_SD: f64 = 0.1;

/// A unit as found: known, or a name of the person's own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Counted {
    Known(Unit, f64),
    Named(String),
}

impl Counted {
    /// Reads a unit word.
    pub(crate) fn of(word: &str) -> Self {
        match unit_of(word) {
            Some((unit, factor)) => Self::Known(unit, factor),
            None => Self::Named(word.trim().to_owned()),
        }
    }
}

/// The product of a row, as the answers have it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mine {
    /// The person's own kratom.
    Hint(ProductHint),
    /// Another substance.
    Other,
    /// Somebody else's.
    SomeoneElse,
}

/// Makes an amount; `Ok(None)` when it counts a unit of leaf that nobody has explained yet. `Err` holds the reason why
/// the row is held.
pub(crate) fn quantity(
    draft: &mut Draft<'_>,
    measured: Measured<'_>,
    counted: Counted,
    product: Option<&ProductHint>,
) -> Result<Option<Quantity>, &'static str> {
    let is_leaf = product.is_none_or(|p| p.kind == ProductKind::Leaf);
    let (unit, factor, name) = match counted {
        Counted::Known(unit, factor) => (alkaloid_unit(unit, product), factor, None),
        Counted::Named(name) => (Unit::Piece, 1.0, Some(name)),
    };
    let mut quantity = Quantity::new(measured.value * factor, unit);
    if measured.is_about {
        quantity.sd = Some(quantity.value * ABOUT_SD);
    }
    if is_leaf {
        quantity.each = each(draft, unit, name.as_deref());
        if unit == Unit::Piece && quantity.each.is_none() {
            return Ok(None);
        }
    }
    quantity.unit_name = name;
    match amounts::out_of_bounds(&quantity) {
        Some(reason) => Err(reason),
        None => Ok(Some(quantity)),
    }
}

/// Grams as a program writes them: with a point, without a unit.
pub(crate) fn program_grams(draft: &mut Draft<'_>, cell: &str) -> Result<Option<Quantity>, &'static str> {
    match number::amount(cell, Decimal::Point) {
        Amount::Empty | Amount::Unknown => Ok(None),
        Amount::Ambiguous => Err("ambiguous_amount"),
        Amount::Negative => Err("negative_amount"),
        Amount::NotANumber => Err("not_a_number"),
        Amount::Sure(measured) if measured.value == 0.0 && is_zero_unknown(draft, cell) => Ok(None),
        Amount::Sure(measured) => quantity(draft, measured, Counted::Known(Unit::Gram, 1.0), None),
    }
}

/// Asks what a zero means; it is unknown until someone says it is zero.
pub(crate) fn is_zero_unknown(draft: &mut Draft<'_>, cell: &str) -> bool {
    draft.ask("zero", || AnswerKind::OneOf(vec!["unknown", "zero"]), "unknown", cell);
    draft.answer("zero") != Some("zero")
}

/// Milligrams of a 7-OH product, or of mitragynine itself, are what the label says of the alkaloid.
fn alkaloid_unit(unit: Unit, product: Option<&ProductHint>) -> Unit {
    match (unit, product) {
        (Unit::Milligram, Some(p)) if p.kind == ProductKind::SevenOh => Unit::MgSevenOh,
        (Unit::Milligram, Some(p)) if substance::is_mitragynine(&p.name) => Unit::MgMitragynine,
        _ => unit,
    }
}

/// What one counted thing holds, by answer. Asks where nobody has said.
fn each(draft: &mut Draft<'_>, unit: Unit, name: Option<&str>) -> Option<Each> {
    let (id, of, log_sd) = match unit {
        Unit::Capsule => ("capsule_grams".to_owned(), "g", CAPSULE_LOG_SD),
        Unit::Teaspoon => ("teaspoon_grams".to_owned(), "g", SPOON_LOG_SD),
        Unit::Tablespoon => ("tablespoon_grams".to_owned(), "g", SPOON_LOG_SD),
        Unit::TeaMl => ("tea_grams_per_litre".to_owned(), "g/l", TEA_LOG_SD),
        Unit::Piece => (format!("unit:{}", name?), "g", SPOON_LOG_SD),
        _ => return None,
    };
    draft.ask(&id, || AnswerKind::Number(of), "unknown", name.unwrap_or_default());
    let one = grams_estimate(draft.answer(&id)?, log_sd)?;
    Some(Each::Grams(match unit {
        Unit::TeaMl => Estimate {
            value: one.value / 1000.0,
            ..one
        },
        _ => one,
    }))
}

/// Reads an answer such as `0.55`, `0.55 g`, `550 mg` or `2.3 g level`; `None` for `unknown` and for all that is no
/// positive number.
fn grams_estimate(answer: &str, log_sd: f64) -> Option<Estimate> {
    let (value, unit) = number_and_unit(answer)?;
    let factor = match unit.and_then(unit_of) {
        Some((Unit::Milligram, factor)) => factor / 1000.0,
        Some((Unit::Gram, factor)) => factor,
        _ => 1.0,
    };
    Some(Estimate {
        value: value * factor,
        log_sd,
    })
}

/// The positive number at the start of an answer and the word after it.
fn number_and_unit(answer: &str) -> Option<(f64, Option<&str>)> {
    let answer = answer.trim();
    let first_two = answer.match_indices(' ').nth(1).map_or(answer, |(at, _)| &answer[..at]);
    let first = answer.split(' ').next().unwrap_or(answer);
    [first_two, first]
        .into_iter()
        .find_map(|text| match number::amount(text, Decimal::Point) {
            Amount::Sure(m) if m.value > 0.0 => Some((m.value, m.unit)),
            _ => None,
        })
}

/// What a product's name says of its kind: leaf, unless it says otherwise.
pub(crate) fn kind_of_name(name: &str) -> ProductKind {
    substance::kind_of(name).unwrap_or_else(|| {
        let name = name.to_lowercase();
        let has = |word: &str| name.contains(word);
        if has("extract") || has("extrakt") || has("shot") || has("konzentrat") {
            ProductKind::Extract
        } else {
            ProductKind::Leaf
        }
    })
}

/// Whether a name means kratom, by any of its names.
pub(crate) fn is_kratom(name: &str) -> bool {
    substance::kind_of(name).is_some()
}

/// The product of that name. Extracts and 7-OH are asked about; `must_ask` asks about leaf too.
pub(crate) fn product(draft: &mut Draft<'_>, name: &str, kind: ProductKind, must_ask: bool) -> Mine {
    let mut hint = ProductHint::named(name, kind);
    let careful = match kind {
        ProductKind::Leaf => "leaf",
        ProductKind::Extract => "extract",
        ProductKind::SevenOh => "7oh",
        // Diary only, whatever the answer.
        ProductKind::OtherAlkaloid => return Mine::Hint(hint),
    };
    let id = format!("product:{name}");
    if must_ask || kind != ProductKind::Leaf {
        draft.ask(&id, || AnswerKind::Product, careful, name);
    }
    match draft.answer(&id).and_then(substance::product_answer) {
        None => {}
        Some(ProductAnswer::Other) => return Mine::Other,
        Some(ProductAnswer::NotMine) => return Mine::SomeoneElse,
        Some(ProductAnswer::Kratom(kind, each)) => {
            hint.kind = kind;
            match kind {
                ProductKind::SevenOh => hint.seven_oh_mg_each = each,
                _ => hint.mitragynine_mg_each = each,
            }
        }
    }
    Mine::Hint(hint)
}
