//! What a screen shows: one struct and one builder per screen. Values and reasons only, never sentences.

pub mod ask;
pub mod course;
pub mod entries;
pub mod forecast;
pub mod history;
pub mod learned;
pub mod reading;
pub mod score;
pub mod stretch;
pub mod today;

use crate::day::{self, DayStart};
use crate::diary::Diary;
use crate::moment::Moment;
use ebb_pharm::{Band, Spread};
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

/// A middle, and the bands that hold the truth once in two and four times in five.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// Median.
    pub mid: f64,
    /// Twenty-fifth percentile.
    pub low_50: f64,
    /// Seventy-fifth percentile.
    pub high_50: f64,
    /// Tenth percentile.
    pub low_80: f64,
    /// Ninetieth percentile.
    pub high_80: f64,
}

impl Bands {
    /// The bands of a summary.
    #[must_use]
    pub fn of(spread: &Spread) -> Self {
        Self {
            mid: spread.median,
            low_50: spread.low_50,
            high_50: spread.high_50,
            low_80: spread.low_80,
            high_80: spread.high_80,
        }
    }

    /// The bands at one output time.
    #[must_use]
    pub fn at(band: &Band, idx: usize) -> Self {
        let at = |series: &[f64]| series.get(idx).copied().unwrap_or(f64::NAN);
        Self {
            mid: at(&band.median),
            low_50: at(&band.low_50),
            high_50: at(&band.high_50),
            low_80: at(&band.low_80),
            high_80: at(&band.high_80),
        }
    }

    /// The outer band with its middle.
    #[must_use]
    pub fn outer(&self) -> Band80 {
        Band80 {
            low: self.low_80,
            mid: self.mid,
            high: self.high_80,
        }
    }

    /// The inner band with its middle.
    #[must_use]
    pub fn inner(&self) -> Band80 {
        Band80 {
            low: self.low_50,
            mid: self.mid,
            high: self.high_50,
        }
    }

    /// A standard error of the middle as a share of the outer band; 0 where there is no band.
    #[must_use]
    pub fn monte_carlo_share(&self, median_error: f64) -> f64 {
        let width = self.high_80 - self.low_80;
        if width > 0.0 { median_error / width } else { 0.0 }
    }
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
