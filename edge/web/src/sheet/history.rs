//! Days: a calendar, the newest days one by one, grams and doses apart; and one day with its entries.

use super::{EntryLine, Figure, entry_line};
use ebb_core::diary::Diary;
use ebb_core::view::Frame;
use ebb_core::view::entries::EntryRow;
use ebb_core::view::history::{DayRow, DayState, HistoryView};
use ebb_present::picture::{self, Daily};
use ebb_present::screen::{Voice, today as screen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The history screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// Nothing was ever logged.
    pub is_empty: bool,
    /// A year at a glance.
    pub calendar: Option<Figure>,
    /// Grams and doses a day, one above the other.
    pub daily: Option<Figure>,
    /// The days of the stretch, newest first.
    pub days: Vec<DayLine>,
    /// The stretch, worded.
    pub span: String,
    /// `Usual day: …`.
    pub usual: Option<String>,
    /// Whether there is anything older.
    pub has_older: bool,
}

/// One day in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DayLine {
    /// `2026-02-03`, its address.
    pub day: String,
    /// `Tue 3 Feb`.
    pub name: String,
    /// `5.5 g in 2 doses`.
    pub said: String,
    /// Grams as a share of the largest day of the stretch, when known.
    pub share: Option<f64>,
    /// Nothing was written.
    pub is_gap: bool,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// The day.
    pub line: DayLine,
    /// What was written about it, in the order it happened.
    pub entries: Vec<EntryLine>,
    /// The day before, `2026-02-02`.
    pub before: String,
    /// The day after, unless that has not come yet.
    pub after: Option<String>,
    /// Whether "nothing taken" can be said of it.
    pub can_be_none: bool,
}

/// Builds the screen: `year` feeds the calendar, `view` the stretch.
pub(crate) fn history(
    voice: &Voice,
    frame: &Frame,
    diary: &Diary,
    year: &HistoryView,
    view: &HistoryView,
    width: u16,
) -> History {
    let first = ebb_core::view::history::span(diary).map(|(first, _)| first);
    let most = view.days.iter().filter_map(|row| row.grams).fold(0.0, f64::max);
    let ends = view.days.first().zip(view.days.last());
    let usual = view.usual.map(|usual| {
        let grams = voice.numbers.amount_exact(Some(screen::round2(usual.grams)), "g");
        let days = voice.words.day_count(usual.n_days as u64);
        voice.words.usual_day(&grams, &voice.numbers.exact(usual.doses), &days)
    });
    History {
        is_empty: first.is_none(),
        calendar: picture::calendar(voice, &year.days).map(|spec| Figure::of(&spec, width, "calendar")),
        daily: (!view.days.is_empty())
            .then(|| Figure::of(&picture::daily(voice, frame, &view.days, Daily::Both), width, "daily")),
        days: view.days.iter().rev().map(|row| day_line(voice, row, most)).collect(),
        span: ends.map_or_else(String::new, |(a, b)| {
            format!(
                "{} – {}",
                voice.numbers.date_full(a.day),
                voice.numbers.date_full(b.day)
            )
        }),
        usual,
        has_older: ends.is_some_and(|(oldest, _)| first.is_some_and(|first| first < oldest.day)),
    }
}

/// Builds one day.
pub(crate) fn day(voice: &Voice, frame: &Frame, diary: &Diary, row: &DayRow, rows: &[EntryRow], date: Date) -> Day {
    let after = ebb_core::day::plus(date, 1);
    Day {
        line: day_line(voice, row, row.grams.unwrap_or(0.0)),
        entries: rows
            .iter()
            .map(|entry| entry_line(voice, frame, diary, entry))
            .collect(),
        before: ebb_core::day::plus(date, -1).to_string(),
        after: (after <= frame.today()).then(|| after.to_string()),
        can_be_none: row.state == DayState::NoEntry && date <= frame.today(),
    }
}

fn day_line(voice: &Voice, row: &DayRow, most: f64) -> DayLine {
    DayLine {
        day: row.day.to_string(),
        name: voice.numbers.date_with_weekday(row.day),
        said: screen::day_line(voice, row),
        share: row.grams.filter(|_| most > 0.0).map(|grams| grams / most),
        is_gap: row.state == DayState::NoEntry,
    }
}
