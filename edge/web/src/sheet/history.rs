//! Days: a calendar, a stretch of days or weeks one by one, grams and doses apart; and one day with its entries.

use super::{EntryLine, Figure, entry_line};
use ebb_core::day;
use ebb_core::diary::Diary;
use ebb_core::event::Event;
use ebb_core::view::Frame;
use ebb_core::view::entries::EntryRow;
use ebb_core::view::history::{self as view, DayRow, DayState};
use ebb_core::view::stretch::{self, Week};
use ebb_present::picture::{self, Daily};
use ebb_present::screen::{Voice, today as screen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stretch {
    /// Four weeks, day by day.
    FourWeeks,
    /// Thirteen weeks: bars by day, a list of weeks.
    Quarter,
    /// Fifty-two weeks: by week.
    Year,
}

/// Days of the calendar: whole weeks, so that stretches fit into it.
const YEAR_DAYS: i64 = 364;
/// A younger diary is shown over this many days at least.
const FEWEST_DAYS: i64 = 7;

impl Stretch {
    /// Its length in days; every length divides a year of `YEAR_DAYS`.
    #[must_use]
    pub fn days(self) -> i64 {
        match self {
            Self::FourWeeks => 28,
            Self::Quarter => 91,
            Self::Year => YEAR_DAYS,
        }
    }
}

/// The history screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// Nothing was ever logged.
    pub is_empty: bool,
    /// A year at a glance.
    pub calendar: Option<Figure>,
    /// Grams and doses a day or a week, one above the other.
    pub bars: Option<Figure>,
    /// The weeks of the stretch, newest first.
    pub weeks: Vec<WeekBlock>,
    /// The stretch, worded.
    pub span: String,
    /// `3.68 g in 3 doses (middle of 25 days)`.
    pub usual: Option<String>,
    /// Grams per dose and doses per day over the stretch.
    pub apart: Vec<Middle>,
    /// How many days of the stretch have no entry, and what that means.
    pub gaps: Option<String>,
    /// Whether there is anything older.
    pub has_older: bool,
    /// How far back the year before begins, in stretches, if there is anything in it.
    pub year_before: Option<u32>,
    /// How far back the year after ends, in stretches, unless this is the newest.
    pub year_after: Option<u32>,
}

/// A middle and what it is the middle of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Middle {
    /// `Grams per dose`.
    pub label: String,
    /// `0.55 g`.
    pub value: String,
    /// `middle of 60 doses`.
    pub basis: String,
}

/// A week in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekBlock {
    /// `This week`, `Jan 26 to Feb 1`.
    pub name: String,
    /// `at least 12.5 g in 18 doses`.
    pub said: String,
    /// Whether that holds an amount.
    pub is_amount: bool,
    /// Grams as a share of the largest week, when weeks are what is compared.
    pub share: Option<f64>,
    /// Its days, newest first; none when weeks are what is shown.
    pub days: Vec<DayLine>,
}

/// One day in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DayLine {
    /// `2026-02-03`, its address.
    pub day: String,
    /// `Tue Feb 3`.
    pub name: String,
    /// `5.5 g in 2 doses`.
    pub said: String,
    /// Grams as a share of the largest day of the stretch, when any were taken.
    pub share: Option<f64>,
    /// Whether what is said holds an amount, which the page can cover.
    pub is_amount: bool,
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
    /// Whether something can be added: not to days that have not come.
    pub can_add: bool,
    /// Whether it is the day that is running.
    pub is_today: bool,
}

/// Builds the screen, `back` stretches before the newest one.
pub(crate) fn history(
    voice: &Voice,
    frame: &Frame,
    diary: &Diary,
    (stretch, back): (Stretch, u32),
    width: u16,
) -> History {
    let rows = view::day_rows(diary);
    let today = frame.today();
    let first = rows.keys().next().copied();
    let to = day::plus(today, -stretch.days() * i64::from(back));
    let from = day::plus(to, 1 - stretch.days());
    // Days before the diary began are nobody's gap.
    let from = first.map_or(from, |first| from.max(first.min(day::plus(to, 1 - FEWEST_DAYS))));
    let row = |date: Date| rows.get(&date).cloned().unwrap_or_else(|| DayRow::without_entry(date));
    let span = |from: Date, to: Date| -> Vec<DayRow> {
        (0..=day::days_between(from, to))
            .map(|n| row(day::plus(from, n)))
            .collect()
    };
    let say = |date: Date| Some(screen::day_line(voice, &row(date)));
    let days = span(from, to);
    let weeks = stretch::weeks(&days, today);
    let years_back = stretch.days() * i64::from(back) / YEAR_DAYS;
    let year_to = day::plus(today, -YEAR_DAYS * years_back);
    let year = span(day::plus(year_to, 1 - YEAR_DAYS), year_to);
    let bars = match stretch {
        Stretch::FourWeeks | Stretch::Quarter => picture::daily(voice, frame, &days, Daily::Both),
        Stretch::Year => picture::weekly(voice, frame, &weeks),
    };
    let is_before = |date: Date| first.is_some_and(|first| first < date);
    let per_year = YEAR_DAYS / stretch.days();
    let backs = |years: i64| u32::try_from(years * per_year).ok();
    History {
        is_empty: first.is_none(),
        calendar: picture::calendar(voice, &year).map(|spec| Figure::worded(voice, &spec, width, "calendar", say)),
        bars: first.map(|_| Figure::worded(voice, &bars, width, "daily", say)),
        weeks: week_blocks(voice, &weeks, stretch, today),
        span: voice
            .words
            .days_week_span(&voice.numbers.date_full(from), &voice.numbers.date_full(to)),
        usual: view::usual(&rows, to).map(|usual| {
            let grams = voice.numbers.amount_exact(Some(screen::round2(usual.grams)), "g");
            let days = voice.words.day_count(usual.n_days as u64);
            voice.words.usual_day(&grams, &voice.numbers.exact(usual.doses), &days)
        }),
        apart: apart(voice, diary, &days),
        gaps: gaps(voice, &days, today),
        has_older: is_before(from),
        year_before: is_before(day::plus(year_to, 1 - YEAR_DAYS))
            .then(|| backs(years_back + 1))
            .flatten(),
        year_after: (years_back > 0).then(|| backs(years_back - 1)).flatten(),
    }
}

fn apart(voice: &Voice, diary: &Diary, days: &[DayRow]) -> Vec<Middle> {
    let words = &voice.words;
    let apart = stretch::apart(diary, days);
    let grams = apart.grams_per_dose.map(|middle| Middle {
        label: words.days_per_dose(),
        value: voice.numbers.amount_exact(Some(screen::round2(middle.value)), "g"),
        basis: words.days_per_dose_basis(&words.dose_count(middle.n as u64)),
    });
    let doses = apart.doses_per_day.map(|middle| Middle {
        label: words.days_per_day(),
        value: voice.numbers.exact(middle.value),
        basis: words.days_per_day_basis(&words.day_count(middle.n as u64)),
    });
    grams.into_iter().chain(doses).collect()
}

fn gaps(voice: &Voice, days: &[DayRow], today: Date) -> Option<String> {
    let is_gap = |row: &&DayRow| row.state == DayState::NoEntry && row.day != today;
    let n = days.iter().filter(is_gap).count();
    (n > 0).then(|| voice.words.days_gaps(n as u64, days.len() as u64))
}

fn week_blocks(voice: &Voice, weeks: &[Week], stretch: Stretch, today: Date) -> Vec<WeekBlock> {
    let by_day = stretch == Stretch::FourWeeks;
    let largest = |grams: &mut dyn Iterator<Item = f64>| grams.fold(0.0, f64::max);
    let largest_day = largest(&mut weeks.iter().flat_map(|week| &week.days).filter_map(|row| row.grams));
    let largest_week = largest(&mut weeks.iter().filter_map(|week| week.grams));
    let block = |week: &Week| WeekBlock {
        name: week_name(voice, week, today),
        said: week_line(voice, week),
        is_amount: week.grams.is_some() || week.doses > 0,
        share: share(week.grams.filter(|_| !by_day), largest_week),
        days: if by_day {
            week.days
                .iter()
                .rev()
                .map(|row| day_line(voice, row, largest_day))
                .collect()
        } else {
            Vec::new()
        },
    };
    weeks.iter().rev().map(block).collect()
}

fn week_name(voice: &Voice, week: &Week, today: Date) -> String {
    let (Some(first), Some(last)) = (week.days.first(), week.days.last()) else {
        return String::new();
    };
    if stretch::monday_of(today) == stretch::monday_of(first.day) {
        return voice.words.days_this_week();
    }
    let date = |date: Date| {
        if date.year() == today.year() {
            voice.numbers.date_short(date)
        } else {
            voice.numbers.date_full(date)
        }
    };
    if first.day == last.day {
        return date(last.day);
    }
    voice
        .words
        .days_week_span(&voice.numbers.date_short(first.day), &date(last.day))
}

/// A week in one line: `12.5 g in 18 doses`, never less than what is known to be open.
fn week_line(voice: &Voice, week: &Week) -> String {
    let words = &voice.words;
    let doses = words.dose_count(week.doses as u64);
    let grams = voice.numbers.amount_exact(week.grams.map(screen::round2), "g");
    let all = |state: DayState| week.days.iter().all(|row| row.state == state);
    match week.grams {
        _ if all(DayState::NoEntry) => words.no_entries(),
        _ if all(DayState::NothingTaken) => words.declared_zero(),
        None => words.today_total_unknown(&doses),
        Some(_) if week.doses == 0 && week.is_lower_bound => format!("{} {grams}", words.at_least()),
        Some(_) if week.doses == 0 => grams,
        Some(_) if week.is_lower_bound => words.days_at_least(&grams, &doses),
        Some(_) => words.today_total(&grams, &doses),
    }
}

/// Builds one day.
pub(crate) fn day(voice: &Voice, frame: &Frame, diary: &Diary, row: &DayRow, rows: &[EntryRow], date: Date) -> Day {
    let after = day::plus(date, 1);
    let today = frame.today();
    // How a dose felt stands at the dose.
    let is_apart = |row: &&EntryRow| !matches!(&row.event, Event::FeltEffect(felt) if felt.dose.is_some());
    let mut line = day_line(voice, row, row.grams.unwrap_or(0.0));
    if date.year() != today.year() {
        line.name = format!("{}, {}", line.name, date.year());
    }
    Day {
        line,
        entries: rows
            .iter()
            .filter(is_apart)
            .map(|row| entry_line(voice, frame, diary, row))
            .collect(),
        before: day::plus(date, -1).to_string(),
        after: (after <= today).then(|| after.to_string()),
        can_be_none: row.state == DayState::NoEntry && date <= today,
        can_add: date <= today,
        is_today: date == today,
    }
}

fn day_line(voice: &Voice, row: &DayRow, most: f64) -> DayLine {
    DayLine {
        day: row.day.to_string(),
        name: voice.numbers.date_with_weekday(row.day),
        said: screen::day_line(voice, row),
        share: share(row.grams, most),
        is_amount: !matches!(row.state, DayState::NoEntry | DayState::NothingTaken),
    }
}

/// Nothing for nothing: a bar without a length would look like a forgotten one.
fn share(grams: Option<f64>, most: f64) -> Option<f64> {
    grams
        .filter(|grams| *grams > 0.0 && most > 0.0)
        .map(|grams| grams / most)
}

#[cfg(test)]
mod tests;
