//! Naming, removing and undoing.

use crate::support::{Book, dose, origin, product};
use ebb_core::amount::Quantity;
use ebb_core::entry::EntryId;
use ebb_core::event::{Event, ProductKind};
use ebb_core::view::entries::{find, kind, last_by_hand, named, newest, retractions_of, undo_target};

fn undo(book: &mut Book) -> Option<EntryId> {
    let target = undo_target(&book.entries)?;
    book.retract(target);
    Some(target)
}

#[test]
fn the_newest_writing_comes_first_whatever_it_tells_of() {
    let mut book = Book::new();
    let green = book.write(Event::Product(product("green", ProductKind::Leaf)));
    let late = book.grams("2026-02-05T08:00", 2.0);
    let early = book.grams("2026-01-05T08:00", 1.0);
    let batch = book.import();
    let imported = book.write_from(origin(batch, "1"), Event::Dose(dose("2026-01-07T08:00", None)));
    book.amend(late, r#"{"note":"x"}"#);
    let removed = book.grams("2026-02-06T08:00", 9.0);
    book.retract(removed);
    let rows = newest(&book.diary(), 10);
    let seen: Vec<_> = rows
        .iter()
        .map(|r| (r.id, kind(r), r.is_imported, r.is_amended))
        .collect();
    assert_eq!(
        seen,
        [
            (imported, "dose", true, false),
            (batch, "import_batch", false, false),
            (early, "dose", false, false),
            (late, "dose", false, true),
            (green, "product", false, false),
        ]
    );
    assert_eq!(newest(&book.diary(), 2), rows[..2]);
    assert_eq!(find(&book.diary(), late).as_ref(), Some(&rows[3]));
    assert_eq!(find(&book.diary(), removed), None);
    assert_eq!(last_by_hand(&book.diary()), Some(batch));
    assert_eq!(last_by_hand(&Book::new().diary()), None);
}

#[test]
fn undo_takes_back_one_thing_after_another() {
    let mut book = Book::new();
    let first = book.grams("2026-02-05T08:00", 2.0);
    let second = book.grams("2026-02-05T12:00", 2.0);
    let change = book.amend(first, r#"{"note":"x"}"#);
    assert_eq!(undo(&mut book), Some(change));
    assert_eq!(undo(&mut book), Some(second));
    assert_eq!(undo(&mut book), Some(first));
    assert_eq!(undo(&mut book), None);
    assert_eq!(book.diary().doses, []);
    // And what is written after an undo is undone before what came before.
    let third = book.grams("2026-02-05T16:00", 2.0);
    assert_eq!(undo(&mut book), Some(third));
    assert_eq!(undo(&mut book), None);
}

#[test]
fn undo_after_a_removal_brings_the_removed_entry_back() {
    let mut book = Book::new();
    let first = book.grams("2026-02-05T08:00", 2.0);
    let second = book.grams("2026-02-05T12:00", 3.0);
    let removal = book.retract(first);
    assert_eq!(undo(&mut book), Some(removal));
    assert_eq!(book.diary().doses.len(), 2);
    assert_eq!(undo(&mut book), Some(second));
    assert_eq!(undo(&mut book), Some(first));
    assert_eq!(undo(&mut book), None);
}

#[test]
fn undo_after_bringing_an_entry_back_removes_it_again() {
    let mut book = Book::new();
    let first = book.grams("2026-02-05T08:00", 2.0);
    let second = book.grams("2026-02-05T12:00", 3.0);
    let removal = book.retract(first);
    assert_eq!(retractions_of(&book.entries, first), [removal]);
    book.retract(removal);
    assert_eq!(retractions_of(&book.entries, first), []);
    // Taking the newest removal back is what an undo does, so the next one goes on.
    assert_eq!(undo_target(&book.entries), Some(second));
    // An undone entry brought back by name: undo takes it away again.
    let mut book = Book::new();
    let only = book.grams("2026-02-05T08:00", 2.0);
    assert_eq!(undo(&mut book), Some(only));
    let undone = retractions_of(&book.entries, only);
    assert_eq!(undone.len(), 1);
    let back = book.retract(undone[0]);
    assert_eq!(book.diary().doses.len(), 1);
    assert_eq!(undo(&mut book), Some(back));
    assert_eq!(book.diary().doses, []);
}

#[test]
fn undo_takes_an_import_back_as_a_whole() {
    let mut book = Book::new();
    let first = book.grams("2026-02-05T08:00", 2.0);
    let batch = book.import();
    for key in ["1", "2", "3"] {
        book.write_from(origin(batch, key), Event::Dose(dose("2026-01-07T08:00", None)));
    }
    assert_eq!(undo(&mut book), Some(batch));
    assert_eq!(book.diary().doses.len(), 1);
    assert_eq!(undo(&mut book), Some(first));
}

#[test]
fn every_undo_gives_the_diary_before() {
    let mut book = Book::new();
    let mut before = Vec::new();
    let mut step = |book: &mut Book, act: &dyn Fn(&mut Book) -> EntryId| {
        before.push(book.diary());
        act(book);
    };
    step(&mut book, &|b| b.grams("2026-02-05T08:00", 2.0));
    step(&mut book, &|b| b.grams("2026-02-05T12:00", 3.0));
    let first = book.entries[0].id;
    step(&mut book, &|b| b.amend(first, r#"{"note":"x"}"#));
    step(&mut book, &|b| b.retract(first));
    step(&mut book, &|b| b.dose("2026-02-06T08:00", Some(Quantity::grams(1.0))));
    step(&mut book, &|b| b.import());
    while let Some(expected) = before.pop() {
        assert!(undo(&mut book).is_some());
        let found = book.diary();
        assert_eq!((&found.doses, &found.imports), (&expected.doses, &expected.imports));
    }
    assert_eq!(undo(&mut book), None);
}

#[test]
fn a_removal_that_went_with_its_import_does_not_count() {
    let mut book = Book::new();
    let first = book.grams("2026-02-05T08:00", 2.0);
    let batch = book.import();
    let removal = Event::Retraction(ebb_core::event::Retraction { target: first });
    let by_import = book.write_from(origin(batch, "1"), removal);
    assert_eq!(retractions_of(&book.entries, first), [by_import]);
    book.retract(batch);
    assert_eq!(retractions_of(&book.entries, first), []);
    assert_eq!(book.diary().doses.len(), 1);
}

#[test]
fn an_entry_is_named_by_the_end_of_its_id() {
    let mut book = Book::new();
    let first = book.grams("2026-02-05T08:00", 2.0);
    book.grams("2026-02-05T12:00", 2.0);
    let short = first.short();
    assert_eq!(short.len(), 8);
    let ids = |name: &str| named(&book.entries, name).iter().map(|e| e.id).collect::<Vec<_>>();
    assert_eq!(ids(&short), [first]);
    assert_eq!(ids(&format!("  {} ", short.to_uppercase())), [first]);
    assert_eq!(ids(&first.to_string()), [first]);
    // Too short a name would be a guess.
    assert_eq!(ids(&short[5..]), []);
    assert_eq!(ids(""), []);
    assert_eq!(ids("é½🌿x"), []);
}
