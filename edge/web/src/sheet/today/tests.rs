//! What Today says of made-up diaries.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;
use crate::sheet::testing::{Book, frame, moment, voice};
use ebb_core::event::{CheckIn, DaySays, DayStatement, FeltEffect};
use ebb_core::view::reading::Silence;

fn sheet(book: &Book, now: &str) -> Today {
    let diary = book.diary();
    let frame = frame(now, &diary);
    let view = ebb_core::view::today::today(&frame, &diary, &Err(Silence::NothingLogged));
    today(&voice(), &frame, &diary, &view)
}

/// Ten days with two doses of 1.8 g each, up to the third of February.
fn ten_days() -> Book {
    let mut book = Book::new();
    let green = book.product("green");
    for day in 24..=31 {
        book.dose(&format!("2026-01-{day}T09:00:00"), Some(1.8), Some(green));
        book.dose(&format!("2026-01-{day}T17:00:00"), Some(1.8), Some(green));
    }
    for day in ["2026-02-01", "2026-02-02"] {
        book.dose(&format!("{day}T09:00:00"), Some(1.8), Some(green));
        book.dose(&format!("{day}T17:00:00"), Some(1.8), Some(green));
    }
    book
}

fn felt(dose: EntryId, strength: Option<f64>, hours: Option<f64>) -> Event {
    Event::FeltEffect(FeltEffect {
        when: moment("2026-02-03T14:30:00"),
        dose: Some(dose),
        strength,
        duration_h: hours,
        word: None,
        scales: std::collections::BTreeMap::new(),
        note: None,
    })
}

#[test]
fn an_empty_diary_is_first_and_asks_nothing() {
    let today = sheet(&Book::new(), "2026-02-03T18:00:00");
    assert!(today.is_first);
    assert_eq!(
        (today.again, today.ask, today.next, today.last),
        (None, None, None, None)
    );
}

#[test]
fn grams_stand_apart_from_doses_and_beside_the_usual_day() {
    let mut book = ten_days();
    book.dose("2026-02-03T08:30:00", Some(0.55), None);
    book.dose("2026-02-03T14:30:00", Some(0.55), None);
    let today = sheet(&book, "2026-02-03T20:50:00");
    assert_eq!(today.usage.figure.as_deref(), Some("1.1 g"));
    assert_eq!(today.usage.rest.plain(), "in 2 doses");
    assert_eq!(today.usage.compared.unwrap().plain(), "2.5 g less than your usual day");
    let bars: Vec<_> = today
        .usage
        .bars
        .iter()
        .map(|bar| (bar.said.as_str(), bar.usual.plain()))
        .collect();
    assert_eq!(
        bars,
        [("1.1 g", "usual day 3.6 g".to_owned()), ("2", "usual day 2".to_owned())]
    );
    assert_eq!(today.last.unwrap().plain(), "Last dose 6 h 20 min ago: 0.55 g");
    assert_eq!(today.again.unwrap().said.plain(), "0.55 g");
    assert_eq!(
        today
            .entries
            .iter()
            .map(|line| line.time.clone().unwrap())
            .collect::<Vec<_>>(),
        ["14:30", "08:30"]
    );
}

#[test]
fn an_unknown_amount_is_not_zero_and_is_not_compared() {
    let mut book = ten_days();
    book.dose("2026-02-03T08:30:00", None, None);
    let unknown = sheet(&book, "2026-02-03T20:00:00").usage;
    assert_eq!(
        (unknown.figure.as_deref(), unknown.rest.plain().as_str()),
        (Some("1 dose"), "amounts unknown")
    );
    assert_eq!(
        (unknown.compared, unknown.bars.len()),
        (None, 1),
        "the doses can be counted all the same"
    );
    book.dose("2026-02-03T12:30:00", Some(9.0), None);
    let partly = sheet(&book, "2026-02-03T20:00:00").usage;
    assert_eq!(partly.figure.as_deref(), Some("9 g"));
    assert_eq!(partly.rest.plain(), "at least, in 2 doses");
    assert_eq!(partly.aside, ["1 amount is unknown."]);
    assert_eq!(partly.compared, None);
    assert_eq!(partly.bars[0].said, "at least 9 g");
}

#[test]
fn no_entry_is_not_none_taken() {
    let mut book = ten_days();
    let nothing = sheet(&book, "2026-02-03T09:00:00").usage;
    assert_eq!(
        (nothing.figure, nothing.rest.plain().as_str()),
        (None, "Nothing logged today.")
    );
    assert!(nothing.bars.is_empty() && nothing.compared.is_none());
    book.write(Event::Day(DayStatement {
        day: jiff::civil::date(2026, 2, 3),
        says: DaySays::NothingTaken,
        note: None,
    }));
    let none = sheet(&book, "2026-02-03T09:00:00").usage;
    assert_eq!(none.rest.plain(), "You noted that you took none today.");
    assert!(
        none.compared.is_none(),
        "a day without is said as such, and not measured against the others"
    );
}

#[test]
fn a_dose_is_asked_about_from_one_hour_to_one_day_later() {
    let mut book = ten_days();
    let dose = book.dose("2026-02-03T14:30:00", Some(1.8), None);
    let asks = |now: &str| sheet(&book, now).ask.map(|ask| (ask.dose, ask.title, ask.asks));
    assert_eq!(asks("2026-02-03T15:29:00"), None);
    let title = "How did the dose at 14:30 feel?".to_owned();
    assert_eq!(asks("2026-02-03T15:30:00"), Some((dose, title, Asks::Strength)));
    let title = "How did yesterday’s dose at 14:30 feel?".to_owned();
    assert_eq!(asks("2026-02-04T14:29:00"), Some((dose, title, Asks::Strength)));
    assert_eq!(asks("2026-02-04T14:30:00"), None);
}

#[test]
fn how_long_is_asked_later_and_only_what_can_have_passed_is_offered() {
    let mut book = ten_days();
    let dose = book.dose("2026-02-03T14:30:00", Some(1.8), None);
    book.write(felt(dose, Some(6.0), None));
    let hours = |now: &str| match sheet(&book, now).ask.map(|ask| ask.asks) {
        Some(Asks::Hours(choices)) => choices.into_iter().map(|choice| choice.said).collect(),
        Some(Asks::Strength) => vec!["strength".to_owned()],
        None => Vec::new(),
    };
    assert_eq!(hours("2026-02-03T17:00:00"), Vec::<String>::new());
    assert_eq!(hours("2026-02-03T17:30:00"), ["30 min", "1 h", "2 h", "3 h"]);
    book.write(felt(dose, Some(6.0), Some(3.0)));
    assert_eq!(sheet(&book, "2026-02-03T19:30:00").ask, None);
    assert!(
        sheet(&book, "2026-02-03T19:30:00").entries[0]
            .detail
            .plain()
            .contains("felt 6 of 10, 3 h")
    );
}

#[test]
fn a_dose_of_which_only_the_day_is_known_is_not_asked_about() {
    let mut book = ten_days();
    let mut dose = ebb_core::event::Dose::of_unknown_amount(moment("2026-02-03T12:00:00"));
    dose.precision = Precision::Day;
    book.write(Event::Dose(dose));
    let today = sheet(&book, "2026-02-03T18:00:00");
    assert_eq!(today.ask, None);
    assert_eq!(today.last.unwrap().plain(), "Last dose today: unknown amount");
}

#[test]
fn the_next_step_closes_an_open_day_before_anything_else() {
    let book = ten_days();
    let go = |book: &Book, now: &str| sheet(book, now).next.map(|next| next.go);
    assert_eq!(go(&book, "2026-02-03T12:00:00"), Some(Go::CheckIn));
    assert_eq!(
        go(&book, "2026-02-03T14:00:00"),
        Some(Go::Craving),
        "twenty-one hours without a dose"
    );
    assert_eq!(
        go(&book, "2026-02-04T12:00:00"),
        Some(Go::OpenDay("2026-02-03".to_owned()))
    );
    let mut book = book;
    book.write(Event::CheckIn(CheckIn::at(moment("2026-02-03T11:00:00"))));
    assert_eq!(go(&book, "2026-02-03T12:00:00"), None, "nothing to do is an answer too");
}

#[test]
fn figures_of_the_person_are_marked_and_can_be_covered() {
    let mut book = ten_days();
    book.dose("2026-02-03T08:30:00", Some(0.55), None);
    let today = sheet(&book, "2026-02-03T20:50:00");
    let texts = [
        today.usage.compared.unwrap(),
        today.last.unwrap(),
        today.again.unwrap().said,
        today.entries[0].title.clone(),
        today.usage.rest,
    ];
    for text in texts {
        let covered = text.covered("hidden");
        assert!(
            covered.contains("hidden") && !covered.contains("0.55") && !covered.contains("3.05"),
            "{covered}"
        );
    }
}

#[test]
fn after_midnight_the_day_says_until_when_it_lasts() {
    let book = ten_days();
    assert_eq!(sheet(&book, "2026-02-02T23:59:00").day, "Mon Feb 2");
    assert_eq!(sheet(&book, "2026-02-03T00:08:00").day, "Mon Feb 2, until 04:00");
    assert_eq!(sheet(&book, "2026-02-03T04:00:00").day, "Tue Feb 3");
}

#[test]
fn a_scale_ends_at_a_round_figure_at_or_above_the_highest() {
    for (highest, end) in [
        (300.0, 300.0),
        (471.3, 500.0),
        (501.0, 550.0),
        (1010.0, 1500.0),
        (4.0, 4.0),
        (4.2, 4.5),
        (0.3, 0.5),
    ] {
        assert!((super::scale_end(highest) - end).abs() < 1e-9, "{highest}");
    }
}
