//! The laws of folding: order does not matter, what is taken back is gone, and what comes back is the same.

use crate::strategies::{entry, log, nth_id};
use crate::support::{Book, at, dose, origin};
use ebb_core::amount::Quantity;
use ebb_core::diary::{Diary, Notice};
use ebb_core::entry::{Entry, EntryId, Hlc};
use ebb_core::event::{Amendment, Event, Retraction, v1};
use ebb_core::fold::{fold, live};
use proptest::prelude::*;

/// The diary but for what only tells of the log itself.
fn content(diary: Diary) -> Diary {
    Diary {
        last_clock: Hlc::START,
        n_retracted: 0,
        ..diary
    }
}

fn retraction(of: EntryId, nth: u8, ms: i64) -> Entry {
    Entry {
        id: nth_id(nth),
        clock: Hlc(ms, 0),
        origin: None,
        event: Event::Retraction(Retraction { target: of }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entries_does_not_matter(
        (entries, shuffled) in log().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))
    ) {
        prop_assert_eq!(fold(&entries), fold(&shuffled));
        prop_assert_eq!(live(&entries), live(&shuffled));
    }

    #[test]
    fn an_entry_that_comes_twice_counts_once(entries in log(), again in any::<prop::sample::Index>()) {
        prop_assume!(!entries.is_empty());
        let mut twice = entries.clone();
        twice.insert(0, again.get(&entries).clone());
        twice.extend(entries.iter().cloned());
        prop_assert_eq!(fold(twice), fold(entries));
    }

    #[test]
    fn two_entries_under_one_id_are_settled_the_same_way_in_any_order(
        a in entry(1), b in entry(1), others in log()
    ) {
        let one: Vec<&Entry> = others.iter().chain([&a, &b]).collect();
        let other: Vec<&Entry> = [&b, &a].into_iter().chain(&others).collect();
        prop_assert_eq!(
            fold(one.into_iter().cloned()),
            fold(other.into_iter().cloned())
        );
    }

    #[test]
    fn writing_and_reading_the_log_changes_nothing(entries in log()) {
        let again: Vec<Entry> = entries.iter().map(|e| v1::read(&v1::write(e)).unwrap()).collect();
        prop_assert_eq!(fold(&again), fold(&entries));
    }

    #[test]
    fn taking_an_entry_back_is_as_if_it_had_not_been_written_and_comes_undone(entries in log(), nth in 0..12_u8) {
        let target = nth_id(nth);
        let is_plain = |e: &&Entry| e.id == target && !matches!(e.event, Event::Retraction(_) | Event::ImportBatch(_));
        prop_assume!(entries.iter().any(|e| is_plain(&e)));
        // Nothing may hang on it: an id that names an import or a product is another matter.
        let hangs = |e: &Entry| e.origin.as_ref().is_some_and(|o| o.batch == target);
        prop_assume!(!entries.iter().any(hangs));

        let before = fold(&entries);
        let mut gone = entries.clone();
        gone.push(retraction(target, 200, 1_800_000_000_000));
        let without: Vec<Entry> = entries.iter().filter(|e| e.id != target).cloned().collect();
        let (left, expected) = (content(fold(&gone)), content(fold(without)));
        // The key of an imported row stays when it is removed by hand, so that it does not come back.
        prop_assert_eq!(&left.imported, &before.imported);
        prop_assert_eq!(Diary { imported: expected.imported.clone(), ..left }, expected);

        gone.push(retraction(nth_id(200), 201, 1_800_000_000_001));
        prop_assert_eq!(content(fold(gone)), content(before));
    }

    #[test]
    fn taking_an_import_back_leaves_the_diary_as_it_was(
        mut before in log(), import in prop::collection::vec(entry(0), 1..6)
    ) {
        // No entry of the import takes back what was there: an importer does not write such entries.
        before.retain(|e| e.origin.is_none());
        let batch = nth_id(100);
        let mut after = before.clone();
        for (n, e) in (101_u8..).zip(import) {
            let is_unknown = matches!(e.event, Event::Unknown(_));
            prop_assume!(!is_unknown);
            after.push(Entry {
                id: nth_id(n),
                clock: Hlc(1_800_000_000_000, u32::from(n)),
                origin: origin(batch, &format!("key {n}")),
                event: e.event,
            });
        }
        after.push(retraction(batch, 200, 1_900_000_000_000));
        let diary = content(fold(after));
        prop_assert_eq!(diary.imported.len(), 0);
        prop_assert_eq!(diary, content(fold(before)));
    }

    #[test]
    fn a_copy_of_what_counts_tells_the_same_diary(entries in log()) {
        let (original, copy) = (fold(&entries), fold(live(&entries)));
        let rows = |diary: &Diary| {
            let said = diary.imported.iter().map(|(key, row)| (key.clone(), row.print.clone(), row.earlier.clone()));
            said.collect::<Vec<_>>()
        };
        prop_assert_eq!(rows(&copy), rows(&original));
        prop_assert_eq!(copy.n_entries(), original.n_entries());
        let plain = |diary: &Diary| {
            let doses: Vec<_> = diary.doses.iter().map(|d| (d.id, d.body.clone())).collect();
            let check_ins: Vec<_> = diary.check_ins.iter().map(|c| (c.id, c.body.clone())).collect();
            let notes: Vec<_> = diary.notes.iter().map(|n| (n.id, n.body.clone())).collect();
            (doses, check_ins, notes, diary.day_start, diary.zone.clone(), diary.default_product)
        };
        prop_assert_eq!(plain(&copy), plain(&original));
        prop_assert_eq!(live(live(&entries)), live(&entries));
    }
}

#[test]
fn the_latest_amendment_wins_field_by_field() {
    let mut book = Book::new();
    let id = book.grams("2026-02-03T08:00", 2.0);
    book.amend(id, r#"{"amount":{"value":3},"note":"first"}"#);
    book.amend(id, r#"{"note":"second","mood":"tired"}"#);
    let diary = book.diary();
    let dose = &diary.doses[0];
    assert!(dose.is_amended);
    assert_eq!(dose.body.amount, Some(Quantity::grams(3.0)));
    assert_eq!(dose.body.note.as_deref(), Some("second"));
    assert_eq!(dose.body.mood.as_deref(), Some("tired"));
    assert_eq!(diary.notices, []);
}

#[test]
fn a_retracted_amendment_no_longer_applies() {
    let mut book = Book::new();
    let id = book.grams("2026-02-03T08:00", 2.0);
    book.amend(id, r#"{"note":"stays"}"#);
    let second = book.amend(id, r#"{"note":"goes"}"#);
    let undo = book.retract(second);
    assert_eq!(book.diary().doses[0].body.note.as_deref(), Some("stays"));
    book.retract(undo);
    assert_eq!(book.diary().doses[0].body.note.as_deref(), Some("goes"));
}

#[test]
fn an_amendment_of_a_removed_entry_is_harmless_and_applies_when_it_comes_back() {
    let mut book = Book::new();
    let id = book.grams("2026-02-03T08:00", 2.0);
    let removal = book.retract(id);
    book.amend(id, r#"{"amount":{"value":4}}"#);
    assert_eq!(book.diary().doses, []);
    book.retract(removal);
    assert_eq!(book.diary().doses[0].body.amount, Some(Quantity::grams(4.0)));
}

#[test]
fn an_amendment_that_would_break_its_entry_is_left_out_and_told() {
    for changes in [
        r#"{"when":"yesterday"}"#,
        r#"{"when":null}"#,
        r#"{"amount":{"value":null}}"#,
        r#"{"amount":"two"}"#,
        r#"{"route":"by ear"}"#,
        r#"{"note":"good","over_min":"long"}"#,
    ] {
        let mut book = Book::new();
        let id = book.grams("2026-02-03T08:00", 2.0);
        book.amend(id, changes);
        book.amend(id, r#"{"mood":"calm"}"#);
        let diary = book.diary();
        assert_eq!(diary.notices, [Notice::AmendmentIgnored { id }], "{changes}");
        let mut expected = dose("2026-02-03T08:00", Some(Quantity::grams(2.0)));
        expected.mood = Some("calm".to_owned());
        assert_eq!(diary.doses[0].body, expected, "{changes}");
    }
}

#[test]
fn an_amendment_that_changes_nothing_does_not_mark_its_entry() {
    let mut book = Book::new();
    let id = book.grams("2026-02-03T08:00", 2.0);
    book.amend(id, "{}");
    book.amend(id, r#"{"note":null}"#);
    book.amend(id, r#"{"field_of_a_newer_ebb":1}"#);
    let diary = book.diary();
    assert!(!diary.doses[0].is_amended);
    assert_eq!(diary.notices, []);
}

#[test]
fn settings_and_imports_cannot_be_amended() {
    let mut book = Book::new();
    let batch = book.import();
    book.amend(batch, r#"{"rows":5}"#);
    let diary = book.diary();
    assert_eq!(diary.imports[0].batch.rows, 1);
    assert_eq!(diary.notices, [Notice::AmendmentIgnored { id: batch }]);
}

#[test]
fn undoing_an_import_frees_its_keys_and_its_changes_to_others() {
    let mut book = Book::new();
    let by_hand = book.grams("2026-02-02T08:00", 1.0);
    let first = book.import();
    let from_first = book.write_from(origin(first, "row 1"), Event::Dose(dose("2026-02-03T08:00", None)));
    let second = book.import();
    book.write_from(origin(second, "row 2"), Event::Dose(dose("2026-02-04T08:00", None)));
    let changes: serde_json::Map<_, _> = serde_json::from_str(r#"{"note":"of the second file"}"#).unwrap();
    for (target, key) in [(from_first, "row 1"), (by_hand, "row 0")] {
        let changes = changes.clone();
        book.write_from(origin(second, key), Event::Amendment(Amendment { target, changes }));
    }
    let keys = |diary: &Diary| diary.imported.keys().map(|k| k.to_string()).collect::<Vec<_>>();
    assert_eq!(keys(&book.diary()), ["row 0", "row 1", "row 2"]);
    assert_eq!(book.diary().doses[0].body.note.as_deref(), Some("of the second file"));

    let mut without_second = Book::new();
    without_second.entries = book.entries.clone();
    without_second.entries.push(retraction(second, 250, 1_900_000_000_000));
    let diary = without_second.diary();
    assert_eq!(keys(&diary), ["row 1"]);
    assert_eq!(diary.doses.len(), 2);
    assert!(diary.doses.iter().all(|d| d.body.note.is_none() && !d.is_amended));
    assert_eq!(diary.imports.len(), 1);

    // The second file's change of a row does not hold the key of a row that went with the first file.
    book.retract(first);
    assert_eq!(keys(&book.diary()), ["row 0", "row 2"]);
    assert_eq!(fold(live(&book.entries)).imported.len(), 2);
}

#[test]
fn an_imported_row_removed_by_hand_keeps_its_key() {
    let mut book = Book::new();
    let batch = book.import();
    let row = book.write_from(origin(batch, "row 1"), Event::Dose(dose("2026-02-03T08:00", None)));
    book.retract(row);
    let diary = book.diary();
    assert_eq!(diary.doses, []);
    assert_eq!(diary.imported.len(), 1);
    let copy = fold(live(&book.entries));
    assert_eq!((copy.doses.len(), copy.imported.len()), (0, 1));
}

#[test]
fn entries_come_in_order_of_when_things_happened() {
    let mut book = Book::new();
    book.grams("2026-02-03T20:00", 3.0);
    book.grams("2026-02-01T20:00", 1.0);
    book.grams("2026-02-02T20:00", 2.0);
    let walls: Vec<_> = book.diary().doses.iter().map(|d| d.body.when.clone()).collect();
    assert_eq!(
        walls,
        [at("2026-02-01T20:00"), at("2026-02-02T20:00"), at("2026-02-03T20:00")]
    );
}

#[test]
fn a_clock_never_goes_back_for_someone_who_has_seen_a_later_one() {
    let seen = Hlc(2_000, 5);
    assert_eq!(seen.next(1_000), Hlc(2_000, 6));
    assert_eq!(seen.next(2_000), Hlc(2_000, 6));
    assert_eq!(seen.next(2_001), Hlc(2_001, 0));
    assert!(Hlc(2_000, u32::MAX).next(0) >= Hlc(2_000, u32::MAX));
}
