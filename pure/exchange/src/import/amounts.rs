//! Reading an amount without guessing: known, unknown, zero to be asked about, unclear, or impossible.

use super::json::Value;
pub(crate) use ebb_core::amount::{CAPSULE_LOG_SD, MOST_GRAMS as MAX_GRAMS, SPOON_LOG_SD};
use ebb_core::amount::{Each, Estimate, Quantity, Unit};

/// Fewer grams of leaf than this nobody weighs: a sign of another unit.
const MIN_GRAMS: f64 = 0.001;
/// Most milligrams of an alkaloid in one entry: a hundred times what any label calls a serving.
const MAX_MG_ALKALOID: f64 = 10_000.0;

/// A number as found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Found {
    /// Finite and above zero.
    Number(f64),
    /// Nothing there.
    Nothing,
    /// Exactly zero, which may mean unknown.
    Zero,
    /// Readable only with the answer to `decimal`.
    Unclear,
    /// No amount; the word is a reason for [`super::Says::Held`].
    Impossible(&'static str),
}

/// The number in a JSON value. Text counts only when it is written plainly (`2`, `2.5`); with `decimal` answered
/// (`comma` or `point`), blanks around it and that decimal mark are read too.
pub(crate) fn number(value: Option<&Value>, decimal: Option<&str>) -> Found {
    match value {
        None | Some(Value::Null) => Found::Nothing,
        Some(Value::Number(digits)) => finite(digits),
        Some(Value::Text(text)) if text.trim().is_empty() => Found::Nothing,
        Some(Value::Text(text)) => written(text, decimal),
        Some(Value::Bool(_) | Value::List(_) | Value::Object(_)) => Found::Impossible("not_a_number"),
    }
}

/// The number in a text, by the same rules.
pub(crate) fn written(text: &str, decimal: Option<&str>) -> Found {
    let plain = text.strip_prefix('-').unwrap_or(text);
    if is_plain(plain, '.') {
        return finite(text);
    }
    let trimmed = text.trim();
    let mark = match decimal {
        Some("comma") => ',',
        _ => '.',
    };
    if decimal.is_some() && is_plain(trimmed, mark) {
        return finite(&trimmed.replace(',', "."));
    }
    if is_plain(trimmed, '.') || is_plain(trimmed, ',') {
        return Found::Unclear;
    }
    Found::Impossible("not_a_number")
}

fn is_plain(text: &str, mark: char) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once(mark) {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(text),
    }
}

fn finite(digits: &str) -> Found {
    match digits.parse::<f64>() {
        Ok(n) if !n.is_finite() => Found::Impossible("not_a_number"),
        Ok(n) if n < 0.0 => Found::Impossible("negative_amount"),
        Ok(n) if n > 0.0 => Found::Number(n),
        Ok(_) => Found::Zero,
        Err(_) => Found::Impossible("not_a_number"),
    }
}

/// Splits a free text such as `2 g`, `6 caps`, `7` into the number and what follows; `None` when it does not begin with
/// one, or goes on in a way that is no unit (`about 6`, `half`, `2-3 g`, `1/2`).
pub(crate) fn leading(text: &str, decimal: Option<&str>) -> Option<(Found, String)> {
    let text = text.trim();
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let unit = unit.trim();
    let is_word = unit.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.');
    (!digits.is_empty() && is_word).then(|| (written(digits, decimal), unit.to_owned()))
}

/// The unit a word stands for; `None` for a word of one's own. `Gram` and `Milligram` are of the product.
pub(crate) fn unit_of(word: &str) -> Option<Unit> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    Some(match word.as_str() {
        "g" | "gr" | "gram" | "grams" | "gramm" => Unit::Gram,
        "mg" | "milligram" | "milligrams" | "milligramm" => Unit::Milligram,
        "tsp" | "teaspoon" | "teaspoons" | "tl" => Unit::Teaspoon,
        "tbsp" | "tablespoon" | "tablespoons" | "el" => Unit::Tablespoon,
        "cap" | "caps" | "capsule" | "capsules" | "kapsel" | "kapseln" => Unit::Capsule,
        "ml" | "milliliter" | "milliliters" | "millilitre" | "millilitres" => Unit::TeaMl,
        _ => return None,
    })
}

/// Whether the word names a thing that is counted, so that a product's "per piece" applies.
pub(crate) fn is_piece(word: &str) -> bool {
    let word = word.trim().to_lowercase();
    [
        "shot", "shots", "tablet", "tablets", "pill", "pills", "piece", "pieces", "bottle", "bottles", "gummy",
        "gummies",
    ]
    .contains(&word.as_str())
}

/// Grams of one, from an answer such as `0.55`, `2.3 g`; `None` for `unknown` or anything else.
pub(crate) fn grams_answer(text: &str, log_sd: f64) -> Option<Estimate> {
    let value = positive_answer(text, "g")?;
    (value <= MAX_GRAMS).then_some(Estimate { value, log_sd })
}

/// A number above zero, with or without its unit.
pub(crate) fn positive_answer(text: &str, unit: &str) -> Option<f64> {
    let digits = text.trim().trim_end_matches(unit).trim_end();
    match written(digits, None) {
        Found::Number(n) => Some(n),
        _ => None,
    }
}

/// Turns a median and a standard deviation in the same unit into an estimate; without one, `otherwise` holds. Nothing
/// is known to better than a part in a thousand, and beyond a log-sd of 2 a number says nothing.
pub(crate) fn estimate(value: f64, sd: Option<f64>, otherwise: f64) -> Estimate {
    let log_sd = match sd {
        Some(sd) if sd > 0.0 && sd.is_finite() && value > 0.0 => (sd / value).powi(2).ln_1p().sqrt().clamp(0.001, 2.0),
        _ => otherwise,
    };
    Estimate { value, log_sd }
}

/// Why a quantity must be held for review, if it must.
pub(crate) fn out_of_bounds(quantity: &Quantity) -> Option<&'static str> {
    let most = match (quantity.unit, quantity.each) {
        (Unit::Gram, _) => return grams_bound(quantity.value),
        (Unit::Milligram, _) => return grams_bound(quantity.value / 1000.0),
        (_, Some(Each::Grams(each))) => return grams_bound(quantity.value * each.value),
        (_, Some(Each::MgMitragynine(each) | Each::MgSevenOh(each))) => {
            return (quantity.value * each.value > MAX_MG_ALKALOID).then_some("implausible_amount");
        }
        (Unit::Teaspoon | Unit::Tablespoon, _) => 50.0,
        (Unit::Capsule | Unit::Piece, _) => 1000.0,
        (Unit::TeaMl, _) => 10_000.0,
        (Unit::MgMitragynine | Unit::MgSevenOh, _) => MAX_MG_ALKALOID,
    };
    (quantity.value > most).then_some("implausible_amount")
}

fn grams_bound(grams: f64) -> Option<&'static str> {
    if grams > MAX_GRAMS {
        Some("over_100_g")
    } else if grams > 0.0 && grams < MIN_GRAMS {
        Some("under_1_mg")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Found {
        written(text, None)
    }

    #[test]
    fn only_plain_writing_is_read_unasked() {
        assert_eq!(text("1.75"), Found::Number(1.75));
        assert_eq!(text("2"), Found::Number(2.0));
        assert_eq!(text("0.0"), Found::Zero);
        assert_eq!(text("-1"), Found::Impossible("negative_amount"));
        for unclear in ["2,5", " 2.5 ", "1,500"] {
            assert_eq!(text(unclear), Found::Unclear, "{unclear}");
        }
        for bad in [
            "NaN", "Infinity", "inf", "1e3", "0x10", "２.５", "2.5.1", ".5", "1/2", "+2",
        ] {
            assert_eq!(text(bad), Found::Impossible("not_a_number"), "{bad}");
        }
    }

    #[test]
    fn a_decimal_comma_is_read_once_answered() {
        assert_eq!(written("1,500", Some("comma")), Found::Number(1.5));
        assert_eq!(written(" 2.5 ", Some("point")), Found::Number(2.5));
        assert_eq!(written("1,500", Some("point")), Found::Unclear);
    }

    #[test]
    fn free_text_gives_a_leading_number_and_unit_or_nothing() {
        assert_eq!(leading("3.6 g", None), Some((Found::Number(3.6), "g".into())));
        assert_eq!(leading("6caps", None), Some((Found::Number(6.0), "caps".into())));
        assert_eq!(leading("7", None), Some((Found::Number(7.0), String::new())));
        assert_eq!(leading("2,5 g", None), Some((Found::Unclear, "g".into())));
        for bad in ["half", "about 6", "?", "", "2-3 g", "1/2", "-2"] {
            assert_eq!(leading(bad, None), None, "{bad}");
        }
    }

    #[test]
    fn bounds_hold_what_nobody_takes_and_pass_exactly_a_hundred() {
        let grams = |g| out_of_bounds(&Quantity::grams(g));
        assert_eq!(grams(100.0), None);
        assert_eq!(grams(100.01), Some("over_100_g"));
        assert_eq!(grams(5e-324), Some("under_1_mg"));
        assert_eq!(out_of_bounds(&Quantity::new(500.0, Unit::Milligram)), None);
        let mut spoons = Quantity::new(50.0, Unit::Piece);
        spoons.each = Some(Each::Grams(estimate(2.4, Some(0.3), SPOON_LOG_SD)));
        assert_eq!(out_of_bounds(&spoons), Some("over_100_g"));
        spoons.each = Some(Each::MgSevenOh(estimate(1e300, None, SPOON_LOG_SD)));
        assert_eq!(out_of_bounds(&spoons), Some("implausible_amount"));
    }

    #[test]
    fn a_standard_deviation_becomes_a_log_normal_width() {
        let capsule = estimate(0.55, Some(0.05), CAPSULE_LOG_SD);
        assert!((capsule.log_sd - 0.0907).abs() < 1e-4);
        assert!(estimate(2.4, Some(1e-320), SPOON_LOG_SD).log_sd > 0.0);
        assert!(estimate(1e-300, Some(1e300), SPOON_LOG_SD).log_sd.is_finite());
        assert_eq!(
            estimate(2.0, None, SPOON_LOG_SD).log_sd.to_bits(),
            SPOON_LOG_SD.to_bits()
        );
    }
}
