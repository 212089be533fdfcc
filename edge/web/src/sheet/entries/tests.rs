//! Entries of made-up diaries, in a line and whole.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;
use crate::sheet::testing::{Book, frame, moment, voice};
use ebb_core::amount::Quantity;
use ebb_core::event::{CheckIn, Held, Note, NoteKind};
use ebb_core::view::entries::find;

fn detail_of(book: &Book, id: EntryId) -> EntryDetail {
    let diary = book.diary();
    let row = find(&diary, id).unwrap();
    detail(&voice(), &frame("2026-02-03T18:00:00", &diary), &diary, &row)
}

#[test]
fn a_dose_is_shown_with_its_form_and_what_can_be_filled_in() {
    let mut book = Book::new();
    let green = book.product("green");
    let id = book.dose("2026-02-03T14:30:00", Some(2.5), Some(green));
    let detail = detail_of(&book, id);
    assert_eq!(detail.line.title.plain(), "2.5 g green");
    assert_eq!(detail.when.as_deref(), Some("Tue Feb 3, 14:30"));
    assert_eq!((detail.day.as_deref(), detail.is_today), (Some("2026-02-03"), true));
    let form = detail.dose.unwrap();
    assert_eq!(form.amount, Some(Quantity::grams(2.5)));
    assert_eq!(form.when, When::Wall("2026-02-03T14:30".to_owned()));
    assert!(detail.pad.unwrap().products.iter().any(|product| product.id == green));
    let hours: Vec<f64> = detail.felt.unwrap().choices.iter().map(|choice| choice.hours).collect();
    assert_eq!(hours, [0.5, 1.0, 2.0, 3.0]);
}

#[test]
fn a_unit_of_ones_own_keeps_its_name_in_the_form() {
    let mut book = Book::new();
    let id = book.write(Event::Dose(Dose {
        amount: Some(Quantity {
            unit_name: Some("kitchen spoon".to_owned()),
            ..Quantity::new(1.5, ebb_core::amount::Unit::Piece)
        }),
        ..Dose::of_unknown_amount(moment("2026-02-03T14:30:00"))
    }));
    let detail = detail_of(&book, id);
    let pad = detail.pad.unwrap();
    let piece = pad
        .units
        .iter()
        .find(|choice| choice.unit == ebb_core::amount::Unit::Piece)
        .unwrap();
    assert_eq!((piece.name.as_str(), piece.is_shown), ("kitchen spoon", true));
    assert_eq!(detail.line.title.plain(), "1.5 kitchen spoon");
}

#[test]
fn a_row_that_waits_says_why_and_what_stood_there() {
    let mut book = Book::new();
    let id = book.write(Event::Held(Held {
        place: "line 7".to_owned(),
        reason: "over_100_g".to_owned(),
        row: "2026-01-01,2500,g".to_owned(),
    }));
    let held = detail_of(&book, id).held.unwrap();
    assert_eq!(held.reason, imports::held(&voice().words, "over_100_g"));
    assert_eq!(
        (held.place.as_str(), held.row.as_str()),
        ("line 7", "2026-01-01,2500,g")
    );
}

#[test]
fn a_note_can_be_rewritten_and_a_check_in_can_be_annotated() {
    let mut book = Book::new();
    let note = book.write(Event::Note(Note {
        when: moment("2026-02-03T14:30:00"),
        precision: Precision::Minute,
        text: "slept badly".to_owned(),
        kind: NoteKind::Milestone,
    }));
    let check_in = book.write(Event::CheckIn(CheckIn {
        mood: Some(6.0),
        ..CheckIn::at(moment("2026-02-03T15:00:00"))
    }));
    let detail = detail_of(&book, note);
    assert_eq!(detail.words.as_deref(), Some("slept badly"));
    assert_eq!(
        (detail.line.title.plain().as_str(), detail.line.detail.plain().as_str()),
        ("Milestone", "slept badly")
    );
    let detail = detail_of(&book, check_in);
    assert_eq!((detail.words.as_deref(), detail.dose), (Some(""), None));
    assert_eq!(detail.line.detail.plain(), "mood 6 of 10");
    assert_eq!(detail.line.detail.covered("hidden"), "mood hidden");
}

#[test]
fn what_was_written_is_said_in_half_a_sentence() {
    let book = Book::new();
    let diary = book.diary();
    let frame = frame("2026-02-03T18:00:00", &diary);
    let dose = Event::Dose(Dose {
        amount: Some(Quantity::grams(2.5)),
        note: Some("a long story".to_owned()),
        ..Dose::of_unknown_amount(moment("2026-02-02T22:00:00"))
    });
    let said = Told::from(said_in_short(&voice(), &frame, &diary, &dose));
    assert_eq!(said.plain(), "2.5 g, yesterday 22:00");
    assert_eq!(said.covered("hidden"), "hidden, yesterday 22:00");
}
