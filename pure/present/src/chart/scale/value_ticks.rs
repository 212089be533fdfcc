//! Round values for a value axis.

use super::ValueRange;
use crate::number::Numbers;

/// More ticks than any axis shows; a guard against endless loops.
const MOST_TICKS: usize = 40;

/// A round value and how it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueTick {
    /// In the units of the data.
    pub value: f64,
    /// As written beside the axis.
    pub label: String,
}

/// Whether an axis may show fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Any value.
    Any,
    /// Whole numbers only: doses cannot be halved on an axis.
    Whole,
}

/// Round ticks inside a range, about `n_wanted` of them and never many more.
#[must_use]
pub fn value_ticks(range: ValueRange, n_wanted: usize, grain: Grain, numbers: Numbers) -> Vec<ValueTick> {
    if range.is_log {
        return log_ticks(range, n_wanted, numbers);
    }
    let span = range.high - range.low;
    let (mut step, mut n_decimals) = nice_step(span / as_f64(n_wanted.max(1)));
    if step > span * 0.75 {
        // One tick alone is no scale: rather one too many than one too few.
        (step, n_decimals) = nice_step(span / as_f64(n_wanted.max(1) + 1));
    }
    if grain == Grain::Whole && step < 1.0 {
        (step, n_decimals) = (1.0, 0);
    }
    let first = (range.low / step - 1e-9).ceil();
    (0..MOST_TICKS)
        .map(|position| (first + as_f64(position)) * step)
        .take_while(|value| *value <= range.high + step * 1e-9)
        .map(|value| ValueTick {
            value,
            label: numbers.tick(value, n_decimals),
        })
        .collect()
}

/// 1, 2 or 5 times a power of ten, not below `smallest`, and the decimals its multiples need.
fn nice_step(smallest: f64) -> (f64, usize) {
    let exponent = smallest.log10().floor().clamp(-9.0, 12.0);
    let power = 10f64.powf(exponent);
    let (factor, exponent) = match smallest / power {
        ratio if ratio <= 1.0 + 1e-9 => (1.0, exponent),
        ratio if ratio <= 2.0 => (2.0, exponent),
        ratio if ratio <= 5.0 => (5.0, exponent),
        _ => (1.0, exponent + 1.0),
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 9 after the clamp"
    )]
    let n_decimals = (-exponent).max(0.0) as usize;
    (factor * 10f64.powf(exponent), n_decimals)
}

fn log_ticks(range: ValueRange, n_wanted: usize, numbers: Numbers) -> Vec<ValueTick> {
    let decades = (range.low.log10().floor(), range.high.log10().ceil());
    for factors in [&[1.0, 2.0, 5.0][..], &[1.0, 3.0][..], &[1.0][..]] {
        let mut ticks = Vec::new();
        let mut exponent = decades.0;
        while exponent <= decades.1 {
            for factor in factors {
                let value = factor * 10f64.powf(exponent);
                if value >= range.low && value <= range.high {
                    ticks.push(ValueTick {
                        value,
                        label: numbers.estimate(value),
                    });
                }
            }
            exponent += 1.0;
        }
        if ticks.len() <= n_wanted.max(2) + 1 {
            return ticks;
        }
    }
    let n_decades = decades.1 - decades.0 + 1.0;
    let stride = (n_decades / as_f64(n_wanted.max(1))).ceil().max(1.0);
    (0..MOST_TICKS)
        .map(|position| 10f64.powf(decades.0 + as_f64(position) * stride))
        .take_while(|value| *value <= range.high)
        .filter(|value| *value >= range.low)
        .map(|value| ValueTick {
            value,
            label: numbers.estimate(value),
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn as_f64(count: usize) -> f64 {
    count as f64
}
