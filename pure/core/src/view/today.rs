//! Today: what was taken, how that compares with the usual, where the level and the tolerance are.

use super::forecast::{Series, series};
use super::history::{self, DayRow, Usual};
use super::reading::{BACK_H, Reading, RestsOn, Silence, band_of};
use super::{Band80, Frame};
use crate::diary::{Diary, Notice};
use crate::entry::EntryId;
use crate::event::{Dose, Precision};
use jiff::civil::Date;

/// Hours after now that the level chart shows.
pub const LEVEL_AHEAD_H: f64 = 48.0;

/// The last dose.
#[derive(Debug, Clone, PartialEq)]
pub struct LastDose {
    /// Its name.
    pub id: EntryId,
    /// The entry.
    pub dose: Dose,
    /// Name of its product.
    pub product: Option<String>,
    /// Hours ago; `None` when only the day is known.
    pub hours_ago: Option<f64>,
}

/// A dose on the level chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoseMark {
    /// Milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// Whether its amount is known.
    pub is_known: bool,
}

/// What the engine says now.
#[derive(Debug, Clone, PartialEq)]
pub struct Now {
    /// Mitragynine in plasma, ng/mL.
    pub level_ng_per_ml: Band80,
    /// Tolerance: potency shift, 1 is none.
    pub potency_shift: Band80,
    /// Withdrawal by the model, 0 to 64.
    pub withdrawal_64: Band80,
    /// Worst score if nothing more were taken, 0 to 64.
    pub stop_peak_64: Band80,
    /// Hours from the last dose to that peak.
    pub stop_peak_h: Band80,
    /// The level over the last three days and the next two, if nothing more were taken.
    pub level: Series,
    /// Tolerance over the same hours.
    pub tolerance: Series,
    /// What it rests on.
    pub rests_on: RestsOn,
}

/// The today screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayView {
    /// The local day.
    pub day: Date,
    /// What is known of today.
    pub today: DayRow,
    /// The usual day, if there is enough to say.
    pub usual: Option<Usual>,
    /// The last fourteen days, today last.
    pub recent: Vec<DayRow>,
    /// The last dose.
    pub last_dose: Option<LastDose>,
    /// Doses of the hours before now that the level chart shows, for its marks; not those of which only the day is known.
    pub dose_marks: Vec<DoseMark>,
    /// What the engine says, or why it says nothing.
    pub now: Result<Now, Silence>,
    /// Import rows waiting for a person's eye.
    pub n_held: usize,
    /// What a person should know about the entries.
    pub notices: Vec<Notice>,
}

/// Builds the today screen from the diary and its reading.
#[must_use]
pub fn today(frame: &Frame, diary: &Diary, reading: &Result<Reading, Silence>) -> TodayView {
    let day = frame.today();
    let recent = history::history(frame, diary, crate::day::plus(day, -13), day);
    let last = diary.doses.iter().rev().find(|d| d.body.when.at <= frame.now);
    let from_ms = frame.now.as_millisecond() - hours_to_ms(BACK_H);
    let mark = |d: &crate::diary::Logged<Dose>| DoseMark {
        at_ms: d.body.when.ms(),
        is_known: d.body.amount.is_some(),
    };
    let first_mark = diary.doses.partition_point(|d| d.body.when.ms() < from_ms);
    let has_mark =
        |d: &&crate::diary::Logged<Dose>| d.body.precision == Precision::Minute && d.body.when.at <= frame.now;
    TodayView {
        day,
        today: recent
            .days
            .last()
            .cloned()
            .unwrap_or_else(|| DayRow::without_entry(day)),
        usual: recent.usual,
        recent: recent.days,
        last_dose: last.map(|d| LastDose {
            id: d.id,
            dose: d.body.clone(),
            product: d
                .body
                .product
                .and_then(|id| diary.product(id))
                .map(|p| p.body.name.clone()),
            hours_ago: (d.body.precision == Precision::Minute)
                .then(|| crate::bridge::hours_between(d.body.when.at, frame.now)),
        }),
        dose_marks: diary.doses[first_mark..].iter().filter(has_mark).map(mark).collect(),
        now: reading.as_ref().map(now).map_err(|silence| *silence),
        n_held: diary.held.len(),
        notices: diary.notices.clone(),
    }
}

fn now(reading: &Reading) -> Now {
    let (from, until) = (reading.now_h - BACK_H, reading.now_h + LEVEL_AHEAD_H);
    Now {
        level_ng_per_ml: reading.level_ng_per_ml,
        potency_shift: reading.potency_shift,
        withdrawal_64: reading.withdrawal_64,
        stop_peak_64: band_of(&reading.outlook.peak),
        stop_peak_h: band_of(&reading.outlook.peak_h),
        level: series(reading, &reading.outlook.c, from, until),
        tolerance: series(reading, &reading.outlook.potency_shift, from, until),
        rests_on: reading.rests_on,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few days in milliseconds")]
fn hours_to_ms(hours: f64) -> i64 {
    (hours * 3_600_000.0) as i64
}
