//! Decimal rounding, on text: which digits are written, before any language puts its separators in.
//!
//! A number that is not zero is never written as zero here.

/// Digits after which a number is noise; larger ones are written with zeros.
const LARGEST_PLAIN: f64 = 1e15;

/// The shortest digits that read back as the same number.
pub(super) fn exact(value: f64) -> String {
    if value == 0.0 {
        "0".to_owned()
    } else if value.abs() < LARGEST_PLAIN {
        format!("{value}")
    } else {
        significant(value, 15)
    }
}

/// Rounds to so many significant digits; closing zeros behind the point are dropped.
pub(super) fn significant(value: f64, n_digits: usize) -> String {
    let (mantissa, exponent) = scientific(value, n_digits);
    let n_decimals = decimals_for(exponent, n_digits);
    let rounded = format!("{mantissa}e{exponent}").parse::<f64>().unwrap_or(value);
    trimmed(format!("{rounded:.n_decimals$}"))
}

/// So many digits behind the point, without a minus before zero.
pub(super) fn fixed(value: f64, n_decimals: usize) -> String {
    let plain = format!("{value:.n_decimals$}");
    match plain.strip_prefix('-') {
        Some(digits) if digits.chars().all(|digit| matches!(digit, '0' | '.')) => digits.to_owned(),
        _ => plain,
    }
}

/// Both ends of a range, rounded outwards to a step both share: the finer of what the upper end's significant digits
/// and one digit of the width ask for. An end that would round to zero without being zero keeps its own digits.
pub(super) fn outward(low: f64, high: f64, n_digits: usize) -> (String, String) {
    let larger = if high.abs() > low.abs() { high } else { low };
    let mut exponent = if larger == 0.0 {
        0
    } else {
        scientific(larger, n_digits).1 - digits_as_exponent(n_digits)
    };
    let width = high - low;
    if width > 0.0 && width.is_finite() {
        exponent = exponent.min(scientific(width, 1).1);
    }
    let step = 10f64.powi(exponent);
    let n_decimals = usize::try_from(-exponent).unwrap_or(0);
    let write = |end: f64, rounded: f64| {
        // Too small for a step, or lost to one: fall back on the end's own digits.
        if !rounded.is_finite() || (end != 0.0 && (rounded / step).abs() < 0.5) {
            significant(end, n_digits)
        } else {
            trimmed(fixed(rounded, n_decimals))
        }
    };
    (write(low, floor_to(low, step)), write(high, ceil_to(high, step)))
}

/// The multiple of `step` at or below, forgiving the last bits of a binary fraction.
pub(super) fn floor_to(value: f64, step: f64) -> f64 {
    (value / step + 1e-9).floor() * step
}

/// The multiple of `step` at or above, forgiving the last bits of a binary fraction.
pub(super) fn ceil_to(value: f64, step: f64) -> f64 {
    (value / step - 1e-9).ceil() * step
}

/// The multiple of `step` that is nearest.
pub(super) fn nearest(value: f64, step: f64) -> f64 {
    (value / step).round() * step
}

/// Mantissa and exponent after rounding to so many digits, so that 9.96 has exponent 1.
fn scientific(value: f64, n_digits: usize) -> (String, i32) {
    let written = format!("{value:.*e}", n_digits.saturating_sub(1));
    match written.split_once('e') {
        Some((mantissa, exponent)) => (mantissa.to_owned(), exponent.parse().unwrap_or(0)),
        None => (written, 0),
    }
}

fn decimals_for(exponent: i32, n_digits: usize) -> usize {
    usize::try_from(digits_as_exponent(n_digits) - exponent).unwrap_or(0)
}

fn digits_as_exponent(n_digits: usize) -> i32 {
    i32::try_from(n_digits).unwrap_or(1) - 1
}

fn trimmed(written: String) -> String {
    if !written.contains('.') {
        return written;
    }
    let short = written.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" {
        "0".to_owned()
    } else {
        short.to_owned()
    }
}
