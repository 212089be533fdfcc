//! What the history screen says of made-up diaries.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;
use crate::sheet::testing::{Book, frame, moment, voice};
use ebb_core::event::{DaySays, DayStatement, FeltEffect, Note, NoteKind, Precision};

/// A Tuesday.
const NOW: &str = "2026-02-03T18:00:00";
const WIDTH: u16 = 360;

fn says(book: &mut Book, day: &str, says: DaySays) {
    let day = day.parse().unwrap();
    book.write(Event::Day(DayStatement { day, says, note: None }));
}

fn sheet(book: &Book, stretch: Stretch, back: u32) -> History {
    let diary = book.diary();
    history(&voice(), &frame(NOW, &diary), &diary, (stretch, back), WIDTH)
}

fn day_sheet(book: &Book, date: &str) -> Day {
    let diary = book.diary();
    let frame = frame(NOW, &diary);
    let date = date.parse().unwrap();
    let rows = ebb_core::view::entries::of_day(&diary, date);
    let row = view::history(&frame, &diary, date, date).days.remove(0);
    day(&voice(), &frame, &diary, &row, &rows, date)
}

/// Two doses of 1.5 g a day from Monday, January 26 to Monday, February 2, but nothing on Thursday and none on Friday.
fn ten_days() -> Book {
    let mut book = Book::new();
    for day in ["01-26", "01-27", "01-28", "01-31", "02-01", "02-02"] {
        book.dose(&format!("2026-{day}T08:30:00"), Some(1.5), None);
        book.dose(&format!("2026-{day}T20:30:00"), Some(1.5), None);
    }
    says(&mut book, "2026-01-30", DaySays::NothingTaken);
    book
}

#[test]
fn weeks_are_summed_and_a_day_without_an_entry_makes_a_sum_at_least() {
    let history = sheet(&ten_days(), Stretch::FourWeeks, 0);
    let said: Vec<(&str, &str)> = history.weeks.iter().map(|week| (&*week.name, &*week.said)).collect();
    assert_eq!(
        said,
        [
            ("This week", "3 g in 2 doses"),
            ("Jan 26 to Feb 1", "at least 15 g in 10 doses"),
        ]
    );
}

#[test]
fn a_week_of_which_one_day_counts_has_one_date() {
    let mut book = Book::new();
    book.dose("2026-01-25T08:30:00", Some(1.5), None);
    let history = sheet(&book, Stretch::FourWeeks, 0);
    let names: Vec<&str> = history.weeks.iter().map(|week| &*week.name).collect();
    assert_eq!(names, ["This week", "Jan 26 to Feb 1", "Jan 25"]);
}

#[test]
fn days_are_told_newest_first_and_a_gap_differs_from_a_day_without() {
    let history = sheet(&ten_days(), Stretch::FourWeeks, 0);
    let days: Vec<(&str, &str, bool)> = history
        .weeks
        .iter()
        .flat_map(|week| &week.days)
        .map(|day| (&*day.name, &*day.said, day.is_amount))
        .collect();
    assert_eq!(days.len(), 9);
    assert_eq!(days[0], ("Tue Feb 3", "no entries", false));
    assert_eq!(days[1], ("Mon Feb 2", "3 g in 2 doses", true));
    assert_eq!(days[4], ("Fri Jan 30", "none taken", false));
    assert_eq!(days[5], ("Thu Jan 29", "no entries", false));
    assert_eq!(history.weeks[0].days[1].share, Some(1.0));
    assert_eq!(history.weeks[1].days[2].share, None);
}

#[test]
fn days_without_an_entry_are_counted_but_not_today_and_not_before_the_diary_began() {
    let history = sheet(&ten_days(), Stretch::FourWeeks, 0);
    let gaps = history.gaps.unwrap();
    assert!(gaps.starts_with("1 of 9 days has no entry."), "{gaps}");
    assert!(!history.has_older);
    assert_eq!(history.year_before, None);
}

#[test]
fn grams_per_dose_and_doses_per_day_are_kept_apart() {
    let history = sheet(&ten_days(), Stretch::FourWeeks, 0);
    let apart: Vec<(&str, &str, &str)> = history
        .apart
        .iter()
        .map(|middle| (&*middle.label, &*middle.value, &*middle.basis))
        .collect();
    assert_eq!(
        apart,
        [
            ("Grams per dose", "1.5 g", "middle of 12 doses"),
            ("Doses per day", "2", "middle of 7 days"),
        ]
    );
}

#[test]
fn a_long_stretch_is_listed_by_weeks_and_reads_in_the_words_of_the_list() {
    let history = sheet(&ten_days(), Stretch::Quarter, 0);
    assert!(history.weeks.iter().all(|week| week.days.is_empty()));
    assert_eq!(history.weeks[1].share, Some(1.0));
    let bars = history.bars.unwrap();
    let of = |day: &str| {
        let point = bars.points.iter().find(|point| point.day.as_deref() == Some(day));
        point.unwrap().said.clone()
    };
    assert_eq!(of("2026-02-02"), "3 g in 2 doses");
    assert_eq!(of("2026-01-29"), "no entries");
    assert_eq!(of("2026-01-30"), "none taken");
    let year = sheet(&ten_days(), Stretch::Year, 0).bars.unwrap();
    assert_eq!(year.title, "Grams and doses per week");
    let last = year.points.last().unwrap();
    assert_eq!(last.when, "Feb 2 – Feb 3");
}

#[test]
fn older_days_are_reached_and_the_calendar_goes_along_with_the_year() {
    let mut book = ten_days();
    book.dose("2024-06-01T08:30:00", Some(1.0), None);
    let newest = sheet(&book, Stretch::FourWeeks, 0);
    assert!(newest.has_older);
    assert_eq!((newest.year_before, newest.year_after), (Some(13), None));
    let older = sheet(&book, Stretch::FourWeeks, 13);
    assert_eq!((older.year_before, older.year_after), (None, Some(0)));
    let (first, last) = (
        older.calendar.as_ref().unwrap().points.first().unwrap().day.clone(),
        older.calendar.as_ref().unwrap().points.last().unwrap().day.clone(),
    );
    assert_eq!(last.as_deref(), Some("2025-02-04"));
    assert_eq!(first.as_deref(), Some("2024-02-07"));
    // The stretch lies within the calendar beside it.
    assert_eq!(older.weeks[0].days[0].day, "2025-02-04");
    assert_eq!(
        newest.calendar.unwrap().points.last().unwrap().day.as_deref(),
        Some("2026-02-03")
    );
}

#[test]
fn an_empty_diary_has_nothing_to_show() {
    let history = sheet(&Book::new(), Stretch::FourWeeks, 0);
    assert!(history.is_empty);
    assert!(history.bars.is_none() && !history.has_older && history.apart.is_empty());
}

#[test]
fn a_day_has_its_entries_in_order_and_what_was_felt_stands_at_the_dose() {
    let mut book = ten_days();
    let dose = book.dose("2026-02-02T14:00:00", None, None);
    book.write(Event::Note(Note {
        when: moment("2026-02-02T09:00:00"),
        precision: Precision::Minute,
        text: "slept badly".to_owned(),
        kind: NoteKind::Plain,
    }));
    book.write(Event::FeltEffect(FeltEffect {
        when: moment("2026-02-02T14:00:00"),
        dose: Some(dose),
        strength: Some(3.0),
        duration_h: None,
        word: None,
        scales: std::collections::BTreeMap::new(),
        note: None,
    }));
    let day = day_sheet(&book, "2026-02-02");
    assert_eq!(day.line.said, "at least 3 g in 3 doses; some amounts are unknown");
    let times: Vec<Option<&str>> = day.entries.iter().map(|entry| entry.time.as_deref()).collect();
    assert_eq!(times, [Some("08:30"), Some("09:00"), Some("14:00"), Some("20:30")]);
    assert_eq!((&*day.before, day.after.as_deref()), ("2026-02-01", Some("2026-02-03")));
    assert!(!day.can_be_none && day.can_add && !day.is_today);
}

#[test]
fn none_taken_can_be_said_of_an_open_day_and_of_no_day_to_come() {
    let book = ten_days();
    let open = day_sheet(&book, "2026-01-29");
    assert!(open.can_be_none && open.entries.is_empty());
    assert!(!day_sheet(&book, "2026-01-30").can_be_none);
    let today = day_sheet(&book, "2026-02-03");
    assert!(today.is_today && today.can_be_none && today.after.is_none());
    let tomorrow = day_sheet(&book, "2026-02-04");
    assert!(!tomorrow.can_be_none && !tomorrow.can_add);
}

#[test]
fn a_day_of_another_year_says_its_year() {
    assert_eq!(day_sheet(&ten_days(), "2025-02-03").line.name, "Mon Feb 3, 2025");
}
