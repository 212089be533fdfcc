//! The last weeks of a log say of today what the whole log says.

use crate::strategies;
use crate::support::{Book, at, berlin, date};
use ebb_core::diary::{Diary, Notice};
use ebb_core::entry::Entry;
use ebb_core::event::{Event, Retraction};
use ebb_core::fold::fold;
use ebb_core::recent::recent;
use ebb_core::view::Frame;
use ebb_core::view::history::USUAL_DAYS;
use ebb_core::view::reading::Silence;
use ebb_core::view::today::{TodayView, today};
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;

/// Further back than Today looks: its own fourteen days and the usual days before today.
const BACK_DAYS: i64 = USUAL_DAYS + 14;

/// Of the notices about entries, Today shows only what a newer Ebb wrote.
fn shown(diary: &Diary, frame: &Frame) -> TodayView {
    let mut view = today(frame, diary, &Err(Silence::NothingLogged));
    view.notices
        .retain(|notice| matches!(notice, Notice::NewerEntry { .. }));
    view
}

fn since(today: Date) -> Date {
    today.checked_sub(BACK_DAYS.days()).unwrap_or(Date::MIN)
}

fn check(entries: &[Entry], frame: &Frame) -> usize {
    let diary = fold(entries);
    let part = recent(entries, &diary, since(frame.today()), 1);
    let of_part = fold(part.iter().copied());
    // As text: an amount beyond all sense has a band that is not a number, which is not even equal to itself.
    let text = |diary: &Diary| format!("{:?}", shown(diary, frame));
    assert_eq!(text(&of_part), text(&diary));
    part.len()
}

fn frame_at(wall: &str, diary: &Diary) -> Frame {
    Frame::new(at(wall).at, berlin(), diary)
}

#[test]
fn years_of_doses_are_left_out_and_today_is_the_same() {
    let mut book = Book::new();
    book.days_of("2024-01-01", 760, &[8, 14, 20], 2.5);
    let diary = fold(&book.entries);
    let frame = frame_at("2026-01-29T21:00:00", &diary);
    let n = check(&book.entries, &frame);
    assert!((3 * 42..=3 * 44).contains(&n), "{n} entries");
}

#[test]
fn what_was_taken_back_long_ago_stays_taken_back() {
    let mut book = Book::new();
    let old = book.grams("2024-01-01T08:00:00", 9.0);
    let removal = book.write(Event::Retraction(Retraction { target: old }));
    let brought_back = book.write(Event::Retraction(Retraction { target: removal }));
    book.days_of("2026-01-01", 20, &[8], 2.5);
    let new = book.grams("2026-01-20T12:00:00", 9.0);
    book.write(Event::Retraction(Retraction { target: new }));
    let diary = fold(&book.entries);
    let frame = frame_at("2026-01-20T21:00:00", &diary);
    check(&book.entries, &frame);
    let part = recent(&book.entries, &diary, date("2026-01-01"), 0);
    let names: Vec<_> = part.iter().map(|entry| entry.id).collect();
    assert!(![old, removal, brought_back].iter().any(|id| names.contains(id)));
}

#[test]
fn the_newest_dose_stays_however_old() {
    let mut book = Book::new();
    book.grams("2020-01-01T08:00:00", 2.5);
    let diary = fold(&book.entries);
    let frame = frame_at("2026-01-20T21:00:00", &diary);
    assert_eq!(check(&book.entries, &frame), 1);
    assert!(shown(&diary, &frame).last_dose.is_some());
}

proptest! {
    #[test]
    fn of_any_log_the_last_weeks_tell_today(entries in strategies::log(), ms in 1_600_000_000_000..1_800_000_000_000_i64) {
        let diary = fold(&entries);
        let moment = jiff::Timestamp::from_millisecond(ms).unwrap();
        check(&entries, &Frame::new(moment, berlin(), &diary));
        // Most moments are far from every entry: one close to each.
        for dose in &diary.doses {
            check(&entries, &Frame::new(dose.body.when.at, berlin(), &diary));
        }
    }
}
