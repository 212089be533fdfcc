//! JSON as it is stored and exported, to the byte what `serde_json::to_string` writes.
//!
//! The library keeps a table of powers for writing numbers quickly, and a second one stands in the standard library. The
//! app would carry both; this writes with the one that is there anyway. It must never differ: a test compares the two.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// The text of `value`. Its numbers must be finite: JSON has no others, and writes `null` for them.
#[must_use]
pub fn text(value: &impl Serialize) -> String {
    written(value, Plain)
}

/// [`text`] with line breaks and indentation.
#[must_use]
pub fn indented(value: &impl Serialize) -> String {
    written(value, Indented(PrettyFormatter::new()))
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> String {
    let mut bytes = Vec::new();
    let outcome = value.serialize(&mut Serializer::with_formatter(&mut bytes, formatter));
    match (outcome, String::from_utf8(bytes)) {
        (Ok(()), Ok(text)) => text,
        _ => unreachable!("what is written here has string keys, and a vector takes every byte"),
    }
}

struct Plain;

struct Indented(PrettyFormatter<'static>);

impl Formatter for Plain {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(number(value).as_bytes())
    }
}

impl Formatter for Indented {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        Plain.write_f64(writer, value)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

/// The shortest digits that give the same number again: `12.5`, `1000.0`, `1e-7`.
fn number(value: f64) -> String {
    let scientific = format!("{value:e}");
    let (sign, scientific) = match scientific.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", scientific.as_str()),
    };
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let digits = mantissa.replace('.', "");
    // Digits before the point; the point stands before the first one when this is not above zero.
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let n_digits = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    match point {
        1..=16 if n_digits <= point => format!("{sign}{digits}{}.0", zeros(point - n_digits)),
        1..=16 => {
            let (whole, part) = digits.split_at(usize::try_from(point).unwrap_or(0));
            format!("{sign}{whole}.{part}")
        }
        -4..=0 => format!("{sign}0.{}{digits}", zeros(-point)),
        _ => format!("{sign}{mantissa}e{}", point - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn numbers_at_the_edges_of_a_notation_are_as_the_library_writes_them() {
        let powers = (-320..=308).map(|power| format!("1e{power}").parse::<f64>().unwrap());
        let others = [
            0.0,
            -0.0,
            5e-324,
            f64::MAX,
            f64::MIN_POSITIVE,
            0.1 + 0.2,
            9_007_199_254_740_993.0,
        ];
        for value in powers.chain(others) {
            for value in [value, -value, value * 1.5, value * 1.234_567_890_123_456_7, value / 3.0] {
                if value.is_finite() {
                    assert_eq!(text(&value), serde_json::to_string(&value).unwrap());
                }
            }
        }
    }

    #[test]
    fn every_kind_of_value_is_as_the_library_writes_it() {
        let value = json!({
            "none": null, "yes": true, "whole": [0, -7, u64::MAX, i64::MIN], "part": [0.5, 1e300, -2.0],
            "text": "quote \" line \n and \u{1F30A} and \u{7}", "deep": {"empty": {}, "list": []},
        });
        assert_eq!(text(&value), value.to_string());
        assert_eq!(indented(&value), format!("{value:#}"));
        assert_eq!(text(&f64::NAN), "null");
        assert_eq!(text(&0.1_f32), serde_json::to_string(&0.1_f32).unwrap());
    }

    proptest! {
        #[test]
        fn any_number_is_as_the_library_writes_it(bits in any::<u64>(), near in -1e6..1e6) {
            for value in [f64::from_bits(bits), near] {
                prop_assert_eq!(text(&value), serde_json::to_string(&value).unwrap());
            }
        }
    }
}
