//! From a number and a unit to an amount, within bounds, and from a product's name to a product. A unit nobody knows
//! keeps its name and waits for an answer; grams are never put in its place.

use super::columns::unit_of;
use super::draft::Draft;
use super::number::{self, Amount, Decimal, Measured};
use crate::import::row::{AnswerKind, ProductHint};
use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::event::ProductKind;

/// More leaf than this in one entry is held (FORMATS.md 15.6). Exactly this much passes.
const MAX_GRAMS: f64 = 100.0;
/// Grams taken for one piece, only to find absurd counts when nobody said what one holds. Generous: our own choice.
const SMALLEST_CAPSULE_G: f64 = 0.2;
const SMALLEST_TEASPOON_G: f64 = 1.0;
const SMALLEST_TABLESPOON_G: f64 = 3.0;
/// More tea than this in one entry is held. Our own choice: ten litres.
const MAX_TEA_ML: f64 = 10_000.0;
/// More pieces than this in one entry are held. Our own choice.
const MAX_PIECES: f64 = 200.0;
/// "About" as a share of the amount, one standard deviation. Our own choice.
const ABOUT_SD: f64 = 0.2;
/// Error of an amount that a person gives for one capsule or one litre, unless they say. Our own choice.
const ANSWER_LOG_SD: f64 = 0.1;
/// The same for a spoon, which is filled by eye. Our own choice.
const SPOON_LOG_SD: f64 = 0.3;

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
    /// The person's own.
    Hint(ProductHint),
    /// Somebody else's.
    NotMine,
}

/// Makes an amount. `Err` holds the reason why the row is held.
pub(crate) fn quantity(
    draft: &mut Draft<'_>,
    measured: Measured<'_>,
    counted: Counted,
    product: Option<&ProductHint>,
) -> Result<Quantity, &'static str> {
    let (unit, factor, name) = match counted {
        Counted::Known(unit, factor) => (unit, factor, None),
        Counted::Named(name) => (Unit::Piece, 1.0, Some(name)),
    };
    let mut quantity = Quantity::new(measured.value * factor, unit);
    if measured.is_about {
        quantity.sd = Some(quantity.value * ABOUT_SD);
    }
    let is_leaf = product.is_none_or(|p| p.kind == ProductKind::Leaf);
    quantity.each = each(draft, unit, name.as_deref(), is_leaf);
    quantity.unit_name = name;
    check(&quantity)?;
    Ok(quantity)
}

/// What one counted thing holds, by answer. Asks where nobody has said.
fn each(draft: &mut Draft<'_>, unit: Unit, name: Option<&str>, is_leaf: bool) -> Option<Each> {
    let (id, of, log_sd) = match unit {
        Unit::Capsule => ("capsule_grams".to_owned(), "g", ANSWER_LOG_SD),
        Unit::Teaspoon => ("teaspoon_grams".to_owned(), "g", SPOON_LOG_SD),
        Unit::Tablespoon => ("tablespoon_grams".to_owned(), "g", SPOON_LOG_SD),
        Unit::TeaMl => ("tea_grams_per_litre".to_owned(), "g/l", ANSWER_LOG_SD),
        Unit::Piece => (format!("unit:{}", name?), "g", SPOON_LOG_SD),
        _ => return None,
    };
    if !is_leaf {
        return None;
    }
    draft.ask(&id, || AnswerKind::Number(of), "unknown", name.unwrap_or_default());
    let value = grams_estimate(draft.answer(&id)?, log_sd)?;
    let value = match unit {
        Unit::TeaMl => Estimate {
            value: value.value / 1000.0,
            ..value
        },
        _ => value,
    };
    Some(Each::Grams(value))
}

/// Reads the number of an answer such as `0.55`, `0.55 g` or `112.5mg`; `None` for `unknown` and for all that is no
/// positive number.
pub(crate) fn estimate(answer: &str, log_sd: f64) -> Option<Estimate> {
    let (value, _) = number_and_unit(answer)?;
    Some(Estimate { value, log_sd })
}

/// The same in grams: `550 mg` is 0.55.
fn grams_estimate(answer: &str, log_sd: f64) -> Option<Estimate> {
    let (value, unit) = number_and_unit(answer)?;
    let factor = match unit.map(unit_of) {
        Some(Some((Unit::Milligram, factor))) => factor / 1000.0,
        Some(Some((Unit::Gram, factor))) => factor,
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

/// Whether an amount lies within the bounds.
fn check(quantity: &Quantity) -> Result<(), &'static str> {
    if !quantity.value.is_finite() || quantity.value < 0.0 {
        return Err("not_a_number");
    }
    let grams_each = match quantity.each {
        Some(Each::Grams(each)) => Some(each.value),
        _ => None,
    };
    let grams = match quantity.unit {
        Unit::Gram => Some(quantity.value),
        Unit::Milligram | Unit::MgMitragynine | Unit::MgSevenOh => Some(quantity.value / 1000.0),
        Unit::Capsule => Some(quantity.value * grams_each.unwrap_or(SMALLEST_CAPSULE_G)),
        Unit::Teaspoon => Some(quantity.value * grams_each.unwrap_or(SMALLEST_TEASPOON_G)),
        Unit::Tablespoon => Some(quantity.value * grams_each.unwrap_or(SMALLEST_TABLESPOON_G)),
        Unit::TeaMl | Unit::Piece => grams_each.map(|g| g * quantity.value),
    };
    // Room for the last bit of a product of two numbers, not for more leaf.
    if grams.is_some_and(|g| g > MAX_GRAMS * (1.0 + 1e-12)) {
        return Err("over_100_g");
    }
    let limit = match quantity.unit {
        Unit::TeaMl => MAX_TEA_ML,
        Unit::Piece => MAX_PIECES,
        _ => f64::INFINITY,
    };
    if quantity.value > limit {
        return Err("implausible_amount");
    }
    Ok(())
}

/// What a product's name says of its kind: leaf, unless it says otherwise.
pub(crate) fn kind_of_name(name: &str) -> ProductKind {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
    if has(&["7-oh", "7oh", "7 oh", "7-hydroxy", "7hydroxy"]) {
        ProductKind::SevenOh
    } else if has(&["pseudoindoxyl", "mgm-15", "mgm15"]) {
        ProductKind::OtherAlkaloid
    } else if has(&["extract", "extrakt", "shot", "konzentrat", "concentrate"]) {
        ProductKind::Extract
    } else {
        ProductKind::Leaf
    }
}

/// Whether a name means kratom, by any of its names.
pub(crate) fn is_kratom(name: &str) -> bool {
    let name = name.to_lowercase();
    ["kratom", "mitragyn", "7-oh", "7oh", "7-hydroxy"]
        .iter()
        .any(|w| name.contains(w))
}

/// The product of that name. Anything but plain leaf is asked about; `must_ask` asks about leaf too.
pub(crate) fn product(draft: &mut Draft<'_>, name: &str, kind: ProductKind, must_ask: bool) -> Mine {
    let mut hint = ProductHint::named(name, kind);
    if kind == ProductKind::Leaf && !must_ask {
        return Mine::Hint(hint);
    }
    let id = format!("product:{name}");
    let careful = match kind {
        ProductKind::Leaf => "leaf",
        ProductKind::Extract => "extract",
        ProductKind::SevenOh => "7oh",
        ProductKind::OtherAlkaloid => "other",
    };
    draft.ask(&id, || AnswerKind::Product, careful, name);
    let Some(answer) = draft.answer(&id) else {
        return Mine::Hint(hint);
    };
    let (word, strength) = answer.split_once(':').unwrap_or((answer, ""));
    let strength = estimate(strength, ANSWER_LOG_SD);
    match word.trim() {
        "leaf" | "powder" => hint.kind = ProductKind::Leaf,
        "extract" => {
            hint.kind = ProductKind::Extract;
            hint.mitragynine_mg_each = strength;
        }
        "7oh" => {
            hint.kind = ProductKind::SevenOh;
            hint.seven_oh_mg_each = strength;
        }
        "other" => hint.kind = ProductKind::OtherAlkaloid,
        "not_mine" => return Mine::NotMine,
        _ => {}
    }
    Mine::Hint(hint)
}
