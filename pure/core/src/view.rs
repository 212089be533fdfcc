//! What a screen shows: one struct and one builder per screen. Values and reasons only, never sentences.

pub mod entries;
pub mod forecast;
pub mod history;
pub mod reading;
pub mod score;
pub mod stretch;
pub mod today;

use crate::day::{self, DayStart};
use crate::diary::Diary;
use crate::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// From where a screen looks: the time and the clock on the wall. The first argument of every view.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Now.
    pub now: Timestamp,
    /// The zone of the clock on the wall.
    pub zone: TimeZone,
    /// When a day starts.
    pub day_start: DayStart,
}

impl Frame {
    /// The frame of a diary at `now` in `zone`.
    #[must_use]
    pub fn new(now: Timestamp, zone: TimeZone, diary: &Diary) -> Self {
        Self {
            now,
            zone,
            day_start: diary.day_start,
        }
    }

    /// Now, with the wall clock.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment::new(self.now, &self.zone)
    }

    /// The local day.
    #[must_use]
    pub fn today(&self) -> Date {
        day::of(&self.moment(), self.day_start)
    }
}

/// A middle and the band that holds the truth four times in five.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band80 {
    /// Tenth percentile.
    pub low: f64,
    /// Median.
    pub mid: f64,
    /// Ninetieth percentile.
    pub high: f64,
}

/// Ninetieth percentile of the standard normal distribution.
pub const Z90: f64 = 1.281_551_565_544_6;

impl Band80 {
    /// The band of a log-normal quantity.
    #[must_use]
    pub fn lognormal(mid: f64, log_sd: f64) -> Self {
        let factor = (Z90 * log_sd).exp();
        Self {
            low: mid / factor,
            mid,
            high: mid * factor,
        }
    }
}
