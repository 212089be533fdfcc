//! Figures as a person types them: comma or point, a fraction, or something that can be read in two ways.
//!
//! The page asks this about what stands in a field; it must never guess.

use ebb_core::phrase::{self, PhraseError};

/// Decimals that a field is given back with.
const DECIMALS: usize = 3;

/// Why a figure is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// The field is empty.
    Nothing,
    /// A comma that may part thousands or decimals.
    TwoWays,
    /// No number above zero.
    NotAnAmount,
}

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// More.
    Up,
    /// Less.
    Down,
}

/// The amount a person typed.
///
/// # Errors
/// [`Misread`] says why it is none.
pub fn amount(text: &str) -> Result<f64, Misread> {
    match text.trim() {
        "" => Err(Misread::Nothing),
        text => match phrase::number(text) {
            Ok(value) if value > 0.0 => Ok(value),
            Err(PhraseError::AmbiguousNumber) => Err(Misread::TwoWays),
            _ => Err(Misread::NotAnAmount),
        },
    }
}

/// A figure as a field shows it: `0.55`, `2`.
#[must_use]
pub fn figure(value: f64) -> String {
    let written = format!("{value:.DECIMALS$}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What the field says after one step; a step never leads to nothing or below. What cannot be read stays.
#[must_use]
pub fn stepped(text: &str, step: f64, way: Way) -> String {
    let value = match (amount(text), way) {
        (Ok(value), Way::Up) => value + step,
        (Ok(value), Way::Down) if value - step >= step / 2.0 => value - step,
        (Err(Misread::Nothing), Way::Up) => step,
        _ => return text.to_owned(),
    };
    figure(value)
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::float_cmp,
        reason = "a test may stop; the figures are copied"
    )]

    use super::*;

    #[test]
    fn comma_and_point_and_fraction_mean_the_same() {
        for text in ["2.5", "2,5", " 2.50 ", "2½", "5/2"] {
            assert_eq!(amount(text), Ok(2.5), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_is_not_guessed() {
        assert_eq!(amount("1,500"), Err(Misread::TwoWays));
        assert_eq!(amount(""), Err(Misread::Nothing));
        for text in ["x", "-2", "0", "2 g", "1/0", "1e3", "NaN", "1.2.3"] {
            assert_eq!(amount(text), Err(Misread::NotAnAmount), "{text}");
        }
    }

    #[test]
    fn steps_leave_no_dust_and_never_reach_nothing() {
        assert_eq!(stepped("0.1", 0.2, Way::Up), "0.3");
        assert_eq!(stepped("0,55", 0.05, Way::Up), "0.6");
        assert_eq!(stepped("0.1", 0.05, Way::Down), "0.05");
        assert_eq!(stepped("0.05", 0.05, Way::Down), "0.05");
        assert_eq!(stepped("1", 1.0, Way::Down), "1");
        assert_eq!(stepped("", 0.5, Way::Up), "0.5");
        assert_eq!(stepped("", 0.5, Way::Down), "");
        assert_eq!(stepped("1,500", 0.5, Way::Up), "1,500");
    }

    #[test]
    fn a_figure_reads_back_as_itself() {
        for value in [0.05, 0.55, 2.0, 12.125, 1500.0, 100.0] {
            assert_eq!(amount(&figure(value)).unwrap(), value);
        }
    }
}
