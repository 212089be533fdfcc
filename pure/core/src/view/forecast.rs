//! If nothing more were taken from now on: onset, peak, course and how sure.

use super::reading::{Reading, RestsOn, Silence, band_of};
use super::score::distribution::widened;
use super::{Band80, Bands, Frame};
use crate::moment::Moment;
use ebb_pharm::{Band, DrawSummary, Outlook};

/// Longest horizon, days.
pub const LONGEST_DAYS: u32 = 28;

/// A number and the share of possible people for whom it exists at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likely {
    /// Its band among those.
    pub band: Band80,
    /// Share of the draws in which it happens within the horizon, 0 to 1.
    pub share: f64,
}

/// A series with its bands.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Milliseconds since 1970 UTC.
    pub at_ms: Vec<i64>,
    /// Median and 50 and 80 % bands.
    pub band: Band,
}

/// The withdrawal score from which on a day is counted, when the person chose none: points of 64.
pub const ABOVE: f64 = 10.0;

/// How many days have a worst score of at least a chosen one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DaysAbove {
    /// The score chosen, points of 64.
    pub score: f64,
    /// Days, each draw counted for itself.
    pub days: Bands,
    /// Share of the draws with any such day, 0 to 1.
    pub share_any: f64,
    /// Days that were counted.
    pub of: u32,
}

impl DaysAbove {
    /// Whether it could be none of the days or all of them.
    #[must_use]
    pub fn spans_all(&self) -> bool {
        self.days.low_80 < 0.5 && self.days.high_80 > f64::from(self.of) - 0.5
    }
}

/// The forecast screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ForecastView {
    /// Now.
    pub now: Moment,
    /// The last dose, from which hours and days are counted.
    pub last_dose: Moment,
    /// Days shown.
    pub horizon_days: u32,
    /// Withdrawal score, 0 to 64.
    pub withdrawal_64: Series,
    /// Hours from the last dose until the score reaches 15 % of its peak (and 2 points at least): the engine's own rule.
    pub onset_h: Likely,
    /// The highest score.
    pub peak_64: Band80,
    /// The same with its middle half.
    pub peak_bands_64: Bands,
    /// Hours from the last dose to the peak.
    pub peak_h: Band80,
    /// Days from the last dose until the score is below a quarter of the peak.
    pub below_quarter_days: Likely,
    /// The worst score of each day after the last dose, up to the horizon.
    pub day_worst_64: Vec<Band80>,
    /// Whole days since the last dose: the place in `day_worst_64` of the day that is running.
    pub day_now: usize,
    /// Of the days from now on, those whose worst score is at least the one chosen.
    pub days_above: DaysAbove,
    /// Standard error of the peak's median from the finite number of draws, points.
    pub peak_error: f64,
    /// The same as a share of the peak's 80 % band: more than a tenth would mean that the draws are too few.
    pub monte_carlo_share: f64,
    /// What it rests on.
    pub rests_on: RestsOn,
}

/// The forecast if nothing more is taken, over `horizon_days` (at most [`LONGEST_DAYS`]).
///
/// # Errors
/// The reading's own silence is passed on.
pub fn forecast(frame: &Frame, reading: &Result<Reading, Silence>, horizon_days: u32) -> Result<ForecastView, Silence> {
    forecast_above(frame, reading, horizon_days, ABOVE)
}

/// The same, counting the days whose worst score is at least `above`, points of 64.
///
/// # Errors
/// The reading's own silence is passed on.
pub fn forecast_above(
    frame: &Frame,
    reading: &Result<Reading, Silence>,
    horizon_days: u32,
    above: f64,
) -> Result<ForecastView, Silence> {
    let reading = reading.as_ref().map_err(|silence| *silence)?;
    let horizon_days = horizon_days.clamp(1, LONGEST_DAYS);
    let outlook = &reading.outlook;
    let last_h = outlook.last_dose_h.unwrap_or(reading.now_h);
    let until = reading.now_h + 24.0 * f64::from(horizon_days);
    let day_now = whole_days(reading.now_h - last_h);
    let widened_by = reading.rests_on.widened_by;
    let peak_bands_64 = Bands::of(&outlook.peak);
    let ahead = series(reading, &outlook.withdrawal_64, reading.now_h, until);
    Ok(ForecastView {
        now: frame.moment(),
        last_dose: Moment::new(reading.input.instant(last_h), &frame.zone),
        horizon_days,
        withdrawal_64: ahead,
        onset_h: Likely {
            band: band_of(&outlook.onset_h),
            share: outlook.onset_h.known_share,
        },
        peak_64: band_of(&outlook.peak),
        peak_bands_64,
        peak_h: band_of(&outlook.peak_h),
        below_quarter_days: Likely {
            band: band_of(&outlook.below_quarter_days),
            share: outlook.below_quarter_days.known_share,
        },
        day_worst_64: outlook
            .day_worst
            .iter()
            .take(day_now + horizon_days as usize)
            .map(band_of)
            .collect(),
        day_now,
        days_above: days_above(outlook, day_now, horizon_days, above, widened_by),
        peak_error: outlook.peak.median_error,
        monte_carlo_share: peak_bands_64.monte_carlo_share(outlook.peak.median_error),
        rests_on: reading.rests_on,
    })
}

/// Counts the days of each draw whose worst score is at least `above`, from day `from` on. A score that is shown wider than
/// the model's own counts as wide: it lies as many times further from the middle of its day.
#[must_use]
pub fn days_above(outlook: &Outlook, from: usize, n_days: u32, above: f64, widened_by: f64) -> DaysAbove {
    let days = from..from + n_days as usize;
    let middles: Vec<f64> = outlook.day_worst.iter().map(|day| day.median).collect();
    let is_above = |draw: &DrawSummary, day: usize| {
        let (Some(worst), Some(middle)) = (draw.day_worst.get(day), middles.get(day)) else {
            return false;
        };
        widened(*worst, *middle, widened_by) >= above
    };
    let count = |draw: &DrawSummary| days.clone().filter(|day| is_above(draw, *day)).count() as f64;
    let mut counts: Vec<f64> = outlook.draws.iter().map(count).collect();
    counts.sort_by(f64::total_cmp);
    let n_any = counts.iter().filter(|days| **days > 0.0).count();
    let at = |share: f64| quantile(&counts, share);
    DaysAbove {
        score: above,
        days: Bands {
            mid: at(0.5),
            low_50: at(0.25),
            high_50: at(0.75),
            low_80: at(0.1),
            high_80: at(0.9),
        },
        share_any: n_any as f64 / (counts.len().max(1)) as f64,
        of: n_days,
    }
}

/// A whole count among sorted ones: days are not halved.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an index within the slice"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    sorted[((share * last as f64).round() as usize).min(last)]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and days of a diary"
)]
fn whole_days(hours: f64) -> usize {
    (hours / 24.0).max(0.0).floor() as usize
}

/// The part of a band between two hours, on the calendar.
#[must_use]
pub fn series(reading: &Reading, band: &Band, from_h: f64, until_h: f64) -> Series {
    let times = &reading.outlook.times_h;
    let from = times.partition_point(|t| *t < from_h - 1e-9);
    let until = times.partition_point(|t| *t <= until_h + 1e-9);
    let cut = |v: &[f64]| v.get(from..until).unwrap_or_default().to_vec();
    Series {
        at_ms: times[from..until]
            .iter()
            .map(|t| reading.input.instant(*t).as_millisecond())
            .collect(),
        band: Band {
            median: cut(&band.median),
            low_50: cut(&band.low_50),
            high_50: cut(&band.high_50),
            low_80: cut(&band.low_80),
            high_80: cut(&band.high_80),
            median_error: cut(&band.median_error),
        },
    }
}
