//! What the log screen offers from made-up diaries.

#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a test may stop; the figures are copied"
)]

use super::*;
use crate::form::DoseDraft;
use crate::sheet::testing::{Book, frame, moment, voice};
use ebb_core::event::{CoUse, Event, Precision, Route};

const NOW: &str = "2026-02-03T18:00:00";

fn pad(book: &Book) -> LogPad {
    pad_at(book, NOW)
}

fn pad_at(book: &Book, now: &str) -> LogPad {
    let diary = book.diary();
    log_pad(&voice(), &diary, &frame(now, &diary))
}

fn said(presets: &[Preset]) -> Vec<String> {
    presets.iter().map(|preset| preset.said.plain()).collect()
}

#[test]
fn an_empty_diary_offers_units_and_no_amount_of_any_size() {
    let pad = pad(&Book::new());
    assert!(pad.again.is_empty() && pad.products.is_empty() && pad.reasons.is_empty());
    assert!(pad.units.iter().all(|unit| unit.past.is_empty()));
    assert_eq!(pad.units[0].unit, Unit::Gram);
    assert_eq!(pad.units.len(), Unit::ALL.len());
    assert_eq!(DoseDraft::fresh(&pad).amount, "");
    assert!(pad.can_be_none);
}

#[test]
fn presets_are_the_persons_own_doses_and_the_habit_of_these_days_comes_first() {
    let mut book = Book::new();
    let green = book.product("green");
    for day in 1..=20 {
        book.dose(&format!("2026-01-{day:02}T09:00:00"), Some(3.0), Some(green));
    }
    for day in 25..=31 {
        book.dose(&format!("2026-01-{day:02}T09:00:00"), Some(2.5), Some(green));
    }
    book.dose("2026-02-01T09:00:00", None, Some(green));
    book.dose("2026-02-02T09:00:00", Some(2.0), None);
    let pad = pad(&book);
    assert_eq!(said(&pad.again), ["2.5 g green", "3 g green", "2 g"]);
    assert_eq!(pad.again[0].form.when, When::Now);
    assert_eq!(pad.again[0].form.product, Some(green));
}

#[test]
fn once_more_is_the_last_dose_of_a_known_amount_and_not_one_of_tomorrow() {
    let mut book = Book::new();
    let once = |book: &Book| {
        let diary = book.diary();
        once_more(&voice(), &diary, &frame(NOW, &diary)).map(|preset| preset.said.plain())
    };
    book.dose("2026-02-01T09:00:00", None, None);
    assert_eq!(once(&book), None);
    book.dose("2026-02-02T09:00:00", Some(2.5), None);
    book.dose("2026-02-03T09:00:00", None, None);
    book.dose("2026-02-04T09:00:00", Some(9.0), None);
    assert_eq!(once(&book), Some("2.5 g".to_owned()));
}

#[test]
fn a_unit_comes_with_its_own_amounts_its_last_one_and_a_step_that_fits() {
    let mut book = Book::new();
    for (day, grams) in [(1, 0.55), (2, 0.6), (3, 0.55), (4, 0.5), (5, 0.7)] {
        book.dose(&format!("2026-01-{day:02}T09:00:00"), Some(grams), None);
    }
    let mut dose = Dose::of_unknown_amount(moment("2026-01-06T09:00:00"));
    dose.amount = Some(Quantity::new(3.0, Unit::Capsule));
    book.write(Event::Dose(dose.clone()));
    dose.amount = Some(Quantity {
        unit_name: Some("kitchen spoon".to_owned()),
        ..Quantity::new(1.5, Unit::Piece)
    });
    dose.when = moment("2026-01-05T12:00:00");
    book.write(Event::Dose(dose));
    let pad = pad(&book);
    let unit = |unit: Unit| pad.units.iter().find(|choice| choice.unit == unit).unwrap();
    assert_eq!(pad.units[0].unit, Unit::Capsule, "the last one used comes first");
    assert_eq!(unit(Unit::Gram).quick(None), ["0.5", "0.55", "0.6", "0.7"]);
    assert_eq!(unit(Unit::Gram).last(None), Some("0.7"));
    assert_eq!(unit(Unit::Gram).step, 0.05);
    assert_eq!(unit(Unit::Capsule).step, 1.0);
    assert_eq!(
        (
            unit(Unit::Capsule).name.as_str(),
            unit(Unit::Capsule).name_of_one.as_str()
        ),
        ("capsules", "capsule")
    );
    assert!(
        unit(Unit::Piece).past.is_empty(),
        "a spoon of one's own is no plain piece"
    );
    assert!(!unit(Unit::MgSevenOh).is_shown && unit(Unit::TeaMl).is_shown);
}

#[test]
fn the_step_is_about_a_tenth_of_what_was_taken_last() {
    for (last, expected) in [
        (Some(0.3), 0.05),
        (Some(1.0), 0.1),
        (Some(2.5), 0.25),
        (Some(5.0), 0.5),
        (None, 0.5),
    ] {
        assert_eq!(step(Unit::Gram, last), expected, "{last:?}");
    }
    assert_eq!(step(Unit::Milligram, Some(600.0)), 50.0);
    assert_eq!(step(Unit::TeaMl, Some(330.0)), 25.0);
    assert_eq!(step(Unit::Teaspoon, Some(1.0)), 0.25);
}

#[test]
fn a_new_dose_begins_as_the_last_one_was_and_the_first_with_the_usual_product() {
    let mut book = Book::new();
    let white = book.product("white");
    let green = book.product("green");
    book.usual(green);
    let first = DoseDraft::fresh(&pad(&book));
    assert_eq!((first.amount.as_str(), first.product), ("", Some(green)));
    book.dose("2026-02-01T09:00:00", Some(1.5), Some(white));
    let pad = pad(&book);
    assert_eq!(pad.products[0].name, "green");
    let draft = DoseDraft::fresh(&pad);
    // Not 1.5 g of green, which nobody ever took.
    assert_eq!(
        (draft.amount.as_str(), draft.unit, draft.product),
        ("1.5", Unit::Gram, Some(white))
    );
    assert!(!draft.is_unknown);
}

#[test]
fn the_times_of_the_slider_are_those_the_wall_clock_showed() {
    // The clock went from 02:00 to 03:00 that night.
    let pad = pad_at(&Book::new(), "2026-03-29T03:30:00");
    let clock = |minutes: u32| {
        let choice = pad.moments.iter().find(|choice| choice.minutes == minutes).unwrap();
        (choice.ago.clone(), choice.clock.clone())
    };
    assert_eq!(clock(0), ("now".to_owned(), "03:30".to_owned()));
    assert_eq!(clock(30), ("30 min ago".to_owned(), "03:00".to_owned()));
    assert_eq!(clock(35), ("35 min ago".to_owned(), "01:55".to_owned()));
    assert_eq!(clock(720), ("12 h ago".to_owned(), "14:30".to_owned()));
    assert_eq!(pad.moments.len(), 145);
    assert_eq!(pad.now, "2026-03-29T03:30");
    assert_eq!(pad.today, "2026-03-28", "the day has not begun at half past three");
}

#[test]
fn nothing_taken_can_be_said_only_of_a_day_that_says_nothing() {
    let mut book = Book::new();
    book.dose("2026-02-02T23:00:00", Some(1.0), None);
    assert!(pad(&book).can_be_none);
    book.dose("2026-02-03T08:00:00", None, None);
    assert!(!pad(&book).can_be_none);
}

#[test]
fn other_substances_come_back_with_their_unit() {
    let mut book = Book::new();
    for (wall, substance, unit) in [
        ("2026-02-01T08:00:00", "coffee", Some("mugs")),
        ("2026-02-02T08:00:00", "beer", None),
        ("2026-02-03T08:00:00", "coffee", Some("cups")),
    ] {
        book.write(Event::CoUse(CoUse {
            when: moment(wall),
            precision: Precision::Minute,
            substance: substance.to_owned(),
            amount: Some(1.0),
            unit: unit.map(str::to_owned),
            route: Route::Oral,
            note: None,
        }));
    }
    let expected = [
        ("coffee".to_owned(), Some("cups".to_owned())),
        ("beer".to_owned(), None),
    ];
    assert_eq!(pad(&book).substances, expected);
}

#[test]
fn an_amount_of_one_product_is_never_offered_for_another() {
    let mut book = Book::new();
    let extract = book.product("extract shot");
    let green = book.product("green");
    for day in 1..=9 {
        book.dose(&format!("2026-01-{day:02}T09:00:00"), Some(2.6), Some(green));
    }
    let pad = pad(&book);
    let mut draft = DoseDraft::fresh(&pad);
    assert_eq!(
        (draft.product, draft.amount.as_str()),
        (Some(green), "2.6"),
        "the last dose as a whole"
    );
    draft.choose_product(&pad, Some(extract));
    assert_eq!((draft.product, draft.amount.as_str()), (Some(extract), ""));
    let grams = pad.units.iter().find(|choice| choice.unit == Unit::Gram).unwrap();
    assert!(grams.quick(Some(extract)).is_empty() && !grams.quick(Some(green)).is_empty());
    draft.amount = "0.4".to_owned();
    draft.choose_product(&pad, None);
    assert_eq!(draft.amount, "0.4", "what was typed is the person's");
    draft.choose_product(&pad, Some(green));
    draft.choose_unit(&pad, Unit::Capsule);
    assert_eq!(draft.amount, "", "nothing was ever logged in capsules");
    draft.choose_unit(&pad, Unit::Gram);
    assert_eq!(draft.amount, "2.6");
}
