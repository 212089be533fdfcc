//! What a person meant, read from what they filled in.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;
use crate::sheet::testing::{Book, at, frame, moment, numbers, words, zone};
use ebb_core::amount::{Each, Estimate, Unit};
use ebb_core::entry::EntryId;
use ebb_core::event::{Amendment, Event, Route, Stomach};
use serde_json::json;

const NOW: &str = "2026-02-03T18:00:30";

/// What `form` means at this wall clock.
fn read<T>(now: &str, ask: impl FnOnce(&Meaning<'_>) -> T) -> T {
    let diary = Book::new().diary();
    let (words, frame) = (words(), frame(now, &diary));
    ask(&Meaning {
        words: &words,
        numbers: numbers(),
        frame: &frame,
        zone: zone(),
    })
}

fn moment_at(now: &str, when: &When) -> Result<(String, Precision), String> {
    let moment = read(now, |meaning| meaning.moment(when));
    moment
        .map(|(moment, precision)| (moment.to_text(), precision))
        .map_err(|problem| problem.what)
}

fn wall(text: &str) -> When {
    When::Wall(text.to_owned())
}

#[test]
fn minutes_ago_are_minutes_also_over_a_clock_change() {
    let before = moment_at("2026-03-29T03:30:00", &When::MinutesAgo(45)).unwrap();
    assert_eq!(before.0, "2026-03-29T01:45:00+01:00");
    let now = moment_at("2026-03-29T03:30:00", &When::Now).unwrap();
    assert_eq!(now, ("2026-03-29T03:30:00+02:00".to_owned(), Precision::Minute));
}

#[test]
fn a_time_that_the_clock_skipped_is_not_guessed() {
    let skipped = moment_at("2026-03-29T12:00:00", &wall("2026-03-29T02:30"));
    assert_eq!(skipped.unwrap_err(), words().err_time_skipped());
    assert!(moment_at("2026-03-29T12:00:00", &wall("2026-03-29T03:00")).is_ok());
}

#[test]
fn an_hour_that_came_twice_is_the_last_one_that_has_come() {
    // 02:30 came at +02:00 and again at +01:00.
    let later = moment_at("2025-10-26T12:00:00", &wall("2025-10-26T02:30")).unwrap();
    assert_eq!(later.0, "2025-10-26T02:30:00+01:00");
    let diary = Book::new().diary();
    let (words, mut frame) = (words(), frame("2025-10-26T01:59:00", &diary));
    // 02:40 of the first time round.
    frame.now = "2025-10-26T00:40:00Z".parse().unwrap();
    let meaning = Meaning {
        words: &words,
        numbers: numbers(),
        frame: &frame,
        zone: zone(),
    };
    let (first, _) = meaning.moment(&wall("2025-10-26T02:30")).unwrap();
    assert_eq!(first.to_text(), "2025-10-26T02:30:00+02:00");
}

#[test]
fn the_future_is_no_place_for_a_dose_but_a_minute_of_grace_is() {
    let future = words().err_time_future();
    assert!(moment_at(NOW, &wall("2026-02-03T18:02")).is_ok());
    assert_eq!(moment_at(NOW, &wall("2026-02-03T18:05")).unwrap_err(), future);
    assert_eq!(
        moment_at(NOW, &When::DayOnly("2026-02-04".to_owned())).unwrap_err(),
        future
    );
    assert_eq!(
        moment_at(NOW, &wall("soon")).unwrap_err(),
        words().err_time_unreadable()
    );
    assert_eq!(moment_at(NOW, &wall("")).unwrap_err(), words().err_time_unreadable());
}

#[test]
fn a_day_alone_stays_a_day_and_never_lies_ahead_of_the_clock() {
    let day = |now: &str, day: &str| moment_at(now, &When::DayOnly(day.to_owned())).unwrap();
    assert_eq!(
        day(NOW, "2026-02-01"),
        ("2026-02-01T12:00:00+01:00".to_owned(), Precision::Day)
    );
    assert_eq!(
        day("2026-02-03T08:00:00", "2026-02-03"),
        ("2026-02-03T08:00:00+01:00".to_owned(), Precision::Day)
    );
}

#[test]
fn an_amount_nobody_takes_is_questioned_and_an_unknown_one_is_not() {
    let amount = |amount: Option<Quantity>| read(NOW, |meaning| meaning.amount(amount)).map_err(|problem| problem.what);
    assert_eq!(amount(None), Ok(None));
    assert_eq!(amount(Some(Quantity::grams(100.0))), Ok(Some(Quantity::grams(100.0))));
    for slip in [
        Quantity::grams(2500.0),
        Quantity::grams(0.0),
        Quantity::grams(f64::NAN),
        Quantity::new(500_000.0, Unit::Milligram),
        Quantity::new(900.0, Unit::Capsule),
    ] {
        assert_eq!(
            amount(Some(slip.clone())),
            Err(words().err_amount_out_of_range()),
            "{slip:?}"
        );
    }
}

/// A dose as an import leaves it: seconds, a unit of one's own, a batch, another way, more than a form shows.
fn strange_dose() -> Dose {
    Dose {
        when: moment("2026-02-02T14:30:47"),
        over_min: Some(37.5),
        amount: Some(Quantity {
            value: 2.0 / 3.0,
            unit: Unit::Piece,
            sd: Some(0.2),
            each: Some(Each::Grams(Estimate {
                value: 1.4,
                log_sd: 0.3,
            })),
            unit_name: Some("kitchen spoon".to_owned()),
        }),
        product: Some(EntryId::from_parts(1, [1; 10])),
        batch: Some(EntryId::from_parts(2, [2; 10])),
        route: Route::Sublingual,
        stomach: Some(Stomach::QuarterFull),
        reason: Some("pain".to_owned()),
        mood: Some("low".to_owned()),
        note: Some("after lunch".to_owned()),
        ..Dose::of_unknown_amount(moment("2026-02-02T14:30:47"))
    }
}

#[test]
fn a_dose_that_is_opened_and_saved_untouched_does_not_change() {
    let dose = strange_dose();
    let again = read(NOW, |meaning| meaning.dose_again(&dose, form_of(&dose))).unwrap();
    assert_eq!(again, dose);
    assert!(changes(&dose, &again).is_empty());
}

#[test]
fn every_field_of_the_form_comes_back_from_the_entry_as_it_was_filled_in() {
    let was = strange_dose();
    let form = DoseForm {
        when: wall("2026-02-02T15:00"),
        amount: Some(Quantity::grams(2.5)),
        product: None,
        new_product: String::new(),
        over_min: None,
        stomach: None,
        reason: "stress".to_owned(),
        mood: String::new(),
        note: "other".to_owned(),
    };
    let now = read(NOW, |meaning| meaning.dose_again(&was, form.clone())).unwrap();
    let mut book = Book::new();
    let target = book.write(Event::Dose(was.clone()));
    book.write(Event::Amendment(Amendment {
        target,
        changes: changes(&was, &now),
    }));
    let diary = book.diary();
    assert_eq!(diary.doses[0].body, now);
    assert_eq!(form_of(&diary.doses[0].body), form);
    assert_eq!(now.route, Route::Sublingual, "what the form does not show stays");
    assert_eq!(now.batch, None, "a batch belongs to its product");
}

#[test]
fn an_amount_becomes_unknown_and_known_again() {
    let known = strange_dose();
    let form = DoseForm {
        amount: None,
        ..form_of(&known)
    };
    let unknown = read(NOW, |meaning| meaning.dose_again(&known, form)).unwrap();
    assert_eq!(json!(changes(&known, &unknown)), json!({ "amount": null }));
    let mut book = Book::new();
    let target = book.write(Event::Dose(known.clone()));
    book.write(Event::Amendment(Amendment {
        target,
        changes: changes(&known, &unknown),
    }));
    assert_eq!(book.diary().doses[0].body.amount, None);
    book.write(Event::Amendment(Amendment {
        target,
        changes: changes(&unknown, &known),
    }));
    assert_eq!(book.diary().doses[0].body, known);
}

#[test]
fn an_entry_in_the_hour_that_came_twice_keeps_its_instant() {
    let first = Moment::new("2025-10-26T00:30:00Z".parse().unwrap(), &zone());
    let dose = Dose::of_unknown_amount(first);
    let form = DoseForm {
        note: "x".to_owned(),
        ..form_of(&dose)
    };
    let again = read(NOW, |meaning| meaning.dose_again(&dose, form)).unwrap();
    assert_eq!(again.when, dose.when);
    assert_eq!(at("2025-10-26T12:00:00").to_string(), "2025-10-26T11:00:00Z");
}

#[test]
fn a_new_dose_says_what_was_filled_in_and_nothing_more() {
    let form = DoseForm {
        amount: Some(Quantity::grams(2.5)),
        over_min: Some(0.0),
        reason: "  ".to_owned(),
        ..DoseForm::default()
    };
    let dose = read(NOW, |meaning| meaning.dose(form)).unwrap();
    let expected = Dose {
        amount: Some(Quantity::grams(2.5)),
        ..Dose::of_unknown_amount(moment(NOW))
    };
    assert_eq!(dose, expected);
    let too_long = DoseForm {
        over_min: Some(2000.0),
        ..DoseForm::default()
    };
    assert!(read(NOW, |meaning| meaning.dose(too_long)).is_err());
}
