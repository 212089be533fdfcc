//! A figure with its error, as a person types it, and as the diary keeps it.
//!
//! Typed is a figure and plus or minus how much, in the same unit; kept is a log-normal estimate with the same mean error,
//! as the command line keeps `15±3`. A figure without an error has the width of a label.

use super::WithError;
use ebb_core::amount::{Estimate, LABEL_LOG_SD};

/// The estimate; `None` when the figure is no number above zero.
#[must_use]
pub fn estimate(figure: WithError) -> Option<Estimate> {
    let log_sd = match figure.plus_minus {
        Some(sd) if sd.is_finite() && sd > 0.0 => (sd / figure.value).powi(2).ln_1p().sqrt(),
        _ => LABEL_LOG_SD,
    };
    let value = figure.value;
    Estimate { value, log_sd }.usable()
}

/// The figure of an estimate, to be typed again; the width of a label is no error that somebody typed.
#[must_use]
pub fn with_error(estimate: Estimate) -> WithError {
    let Estimate { value, log_sd } = estimate;
    let is_of_a_label = (log_sd - LABEL_LOG_SD).abs() < 1e-9;
    WithError {
        value,
        plus_minus: (!is_of_a_label).then(|| to_three_digits(value * log_sd.powi(2).exp_m1().sqrt())),
    }
}

/// Nobody knows the error of an error better than this.
fn to_three_digits(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    fn figure(value: f64, plus_minus: Option<f64>) -> WithError {
        WithError { value, plus_minus }
    }

    #[test]
    fn fifteen_plus_or_minus_three_is_kept_as_the_command_line_keeps_it() {
        let kept = estimate(figure(15.0, Some(3.0))).unwrap();
        assert!((kept.value - 15.0).abs() < 1e-12);
        // sqrt(ln(1 + (3/15)^2))
        assert!((kept.log_sd - 0.198_042_200_434_600_6).abs() < 1e-12);
    }

    #[test]
    fn what_was_typed_comes_back_as_it_was_typed() {
        for (value, plus_minus) in [(15.0, Some(3.0)), (0.55, Some(0.05)), (2.4, Some(0.3)), (112.5, None)] {
            let kept = estimate(figure(value, plus_minus)).unwrap();
            assert_eq!(with_error(kept), figure(value, plus_minus));
        }
    }

    #[test]
    fn without_an_error_the_width_of_a_label_holds() {
        for plus_minus in [None, Some(0.0), Some(-1.0), Some(f64::NAN)] {
            let kept = estimate(figure(15.0, plus_minus)).unwrap();
            assert!((kept.log_sd - LABEL_LOG_SD).abs() < 1e-12, "{plus_minus:?}");
        }
    }

    #[test]
    fn what_is_no_strength_is_not_kept() {
        for value in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(estimate(figure(value, Some(1.0))).is_none(), "{value}");
        }
    }
}
