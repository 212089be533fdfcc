//! Where a value or an instant lies on its axis, and which ticks the axis shows. Shared by pages and terminals.
//!
//! Lengths here are in the renderer's own unit: pixels or columns. Nothing here fails: impossible ranges become small
//! sensible ones.

use super::spec::{TimeAxis, ValueScale};
use crate::number::Numbers;

mod time_ticks;
mod value_ticks;

pub use time_ticks::{TimeTick, time_ticks};
pub use value_ticks::{Grain, ValueTick, value_ticks};

/// Figures beyond this are drawn at the edge: no diary holds a thousand million of anything.
pub(crate) const LARGEST: f64 = 1e9;
/// The shortest value axis; below it labels would be all zeros.
const SMALLEST_SPAN: f64 = 1e-6;
/// Room above the highest value, as a share of it.
const HEADROOM: f64 = 0.06;

const HOUR_MS: i64 = 3_600_000;
/// Years 1800 and 2400: calendars behave between them, and no diary leaves them.
const EARLIEST_MS: i64 = -5_364_662_400_000;
const LATEST_MS: i64 = 13_569_465_600_000;

/// The instants between which a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRange {
    /// Left end, ms since 1970 UTC.
    pub from_ms: i64,
    /// Right end, at least an hour later.
    pub to_ms: i64,
}

impl TimeRange {
    /// The range of an axis, put in order, inside calendars and at least an hour long.
    #[must_use]
    pub fn of(axis: &TimeAxis) -> Self {
        let from_ms = axis.from_ms.min(axis.to_ms).clamp(EARLIEST_MS, LATEST_MS - HOUR_MS);
        let to_ms = axis.from_ms.max(axis.to_ms).clamp(from_ms + HOUR_MS, LATEST_MS);
        Self { from_ms, to_ms }
    }

    /// Length in milliseconds.
    #[must_use]
    pub fn length_ms(self) -> i64 {
        self.to_ms - self.from_ms
    }

    /// 0 at the left end, 1 at the right, beyond them outside.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "milliseconds within six centuries fit 2^53")]
    pub fn share(self, at_ms: i64) -> f64 {
        let at_ms = at_ms.clamp(EARLIEST_MS, LATEST_MS);
        (at_ms - self.from_ms) as f64 / self.length_ms() as f64
    }

    /// Whether an instant lies in the range, ends included.
    #[must_use]
    pub fn holds(self, at_ms: i64) -> bool {
        (self.from_ms..=self.to_ms).contains(&at_ms)
    }

    /// The part of a span inside the range, if any is.
    #[must_use]
    pub fn overlap(self, from_ms: i64, to_ms: i64) -> Option<(i64, i64)> {
        let (first, last) = (from_ms.min(to_ms).max(self.from_ms), from_ms.max(to_ms).min(self.to_ms));
        (first < last).then_some((first, last))
    }
}

/// The values between which a panel is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueRange {
    /// Value at the bottom.
    pub low: f64,
    /// Value at the top, above `low`.
    pub high: f64,
    /// Whether equal ratios are equal heights.
    pub is_log: bool,
}

impl ValueRange {
    /// The range that shows these values. Values that are not finite are passed over. `extra_headroom` is a share of the
    /// highest value to leave free above it, for labels.
    #[must_use]
    pub fn of(scale: ValueScale, values: impl Iterator<Item = f64>, extra_headroom: f64) -> Self {
        let values = values
            .filter(|value| value.is_finite())
            .map(|value| value.clamp(-LARGEST, LARGEST));
        match scale {
            ValueScale::FromZero { at_least } => {
                let at_least = if at_least.is_finite() {
                    at_least.clamp(0.0, LARGEST)
                } else {
                    0.0
                };
                let (low, high) = values.fold((0.0f64, at_least), |(low, high), value| {
                    (low.min(value), high.max(value))
                });
                let high = if high <= low { low + 1.0 } else { high };
                Self::linear(low, high + (high - low) * (HEADROOM + extra_headroom))
            }
            ValueScale::Between { low, high } => {
                let (low, high) = (finite_or(low, 0.0), finite_or(high, 1.0));
                Self::linear(low.min(high), low.max(high))
            }
            ValueScale::Log => {
                let ends = values
                    .filter(|value| *value > 0.0)
                    .fold(None, |ends: Option<(f64, f64)>, value| {
                        Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
                    });
                let (low, high) = ends.unwrap_or((1.0, 10.0));
                let low = (low / 1.2).max(SMALLEST_SPAN);
                Self {
                    low,
                    high: (high * (1.2 + extra_headroom * 4.0)).max(low * 2.0),
                    is_log: true,
                }
            }
        }
    }

    fn linear(low: f64, high: f64) -> Self {
        let shortest = SMALLEST_SPAN.max(low.abs().max(high.abs()) * 1e-4);
        Self {
            low,
            high: high.max(low + shortest),
            is_log: false,
        }
    }

    /// 0 at the bottom, 1 at the top; values outside are put at the edge.
    #[must_use]
    pub fn share(self, value: f64) -> f64 {
        let share = if self.is_log {
            (value.max(self.low) / self.low).ln() / (self.high / self.low).ln()
        } else {
            (value.clamp(-2.0 * LARGEST, 2.0 * LARGEST) - self.low) / (self.high - self.low)
        };
        if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
    }
}

fn finite_or(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() {
        value.clamp(-LARGEST, LARGEST)
    } else {
        otherwise
    }
}

/// What an axis needs to know to place labels that do not touch.
pub struct Room<'a> {
    /// Length of the axis.
    pub length: f64,
    /// How far a label may reach beyond the left and the right end.
    pub overhang: (f64, f64),
    /// Smallest gap between two labels.
    pub gap: f64,
    /// Width of a label.
    pub width_of: &'a dyn Fn(&str) -> f64,
    /// Writes the figures.
    pub numbers: Numbers,
}
