//! What Ebb writes can be read again, by Ebb and by others, and holds nothing it should not.

use crate::any_entry::any_entry;
use crate::workbench::{Bench, capsules, dose, dose_row, held_row, moment, product_row, reading};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::entry::Entry;
use ebb_core::event::{Dose, Event, Note, NoteKind, Person, Precision, ProductKind, v1};
use ebb_core::fold::fold;
use ebb_exchange::export;
use ebb_exchange::import::ebb_json::{self, EbbFileError};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn ids(entries: &[Entry]) -> BTreeSet<ebb_core::entry::EntryId> {
    entries.iter().map(|e| e.id).collect()
}

proptest! {
    #[test]
    fn every_field_of_every_kind_survives_the_complete_file(entries in proptest::collection::vec(any_entry(), 0..12)) {
        let mut sorted = entries.clone();
        sorted.sort_by_key(|e| (e.clock, e.id));
        let file = export::ebb_json(&entries);
        let read = ebb_json::read(&file).unwrap();
        prop_assert_eq!(&read.entries, &sorted);
        prop_assert_eq!(export::ebb_json(&read.entries), file, "and once more");
        prop_assert!(ebb_json::restore(read, &ids(&entries)).is_empty(), "one's own export adds nothing");
    }

    #[test]
    fn every_table_has_as_many_cells_in_each_row_and_runs_nothing(
        entries in proptest::collection::vec(any_entry(), 0..12)
    ) {
        let diary = fold(entries);
        for table in [export::doses_csv(&diary), export::check_ins_csv(&diary), export::ratings_csv(&diary)] {
            prop_assert!(table.ends_with("\r\n"));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
            for record in reader.records() {
                for cell in &record.unwrap() {
                    let first = cell.trim_start_matches(' ').chars().next();
                    prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r')), "{cell:?}");
                }
            }
        }
    }

    #[test]
    fn the_journal_is_json_whatever_the_diary_holds(entries in proptest::collection::vec(any_entry(), 0..12)) {
        let diary = fold(entries);
        let journal: serde_json::Value = serde_json::from_str(&export::psychonautwiki_json(&diary)).unwrap();
        let ingestions: usize = journal["experiences"].as_array().unwrap().iter()
            .map(|e| e["ingestions"].as_array().unwrap().len()).sum();
        prop_assert_eq!(ingestions, diary.doses.len() + diary.co_uses.len());
    }
}

#[test]
fn amendments_are_written_into_their_entries_and_what_was_removed_is_gone() {
    let mut bench = Bench::new();
    let kept = bench.write(Event::Dose(dose("2026-02-01T08:00", Some(2.0))));
    let gone = bench.write(Event::Dose(Dose {
        note: Some("private".to_owned()),
        ..dose("2026-02-01T09:00", Some(2.0))
    }));
    bench.amend(kept, serde_json::json!({"amount": {"value": 3.5}}));
    bench.retract(gone);
    let file = export::ebb_json(&bench.entries);
    assert!(!file.contains("private"));
    let entries = ebb_json::read(&file).unwrap().entries;
    assert_eq!(entries.len(), 1);
    assert_eq!(fold(entries).doses[0].body.amount, Some(Quantity::grams(3.5)));
}

#[test]
fn an_import_undone_leaves_the_complete_file_as_it_was() {
    let mut bench = Bench::new();
    bench.write(Event::Dose(dose("2026-01-01T08:00", Some(2.0))));
    bench.import(&reading(
        "herbal_tracker",
        vec![dose_row(1, Some("a"), dose("2026-02-01T08:00", Some(2.0)))],
    ));
    let before = export::ebb_json(&bench.entries);
    let report = bench.import(&reading(
        "herbal_tracker",
        vec![
            product_row(
                1,
                Some("a"),
                dose("2026-02-01T08:00", Some(9.0)),
                "Green",
                ProductKind::Leaf,
            ),
            held_row(2, Some("b"), "x"),
        ],
    ));
    assert_eq!((report.changed, report.held), (1, 1));
    assert_ne!(export::ebb_json(&bench.entries), before);
    bench.undo();
    assert_eq!(export::ebb_json(&bench.entries), before);
}

#[test]
fn a_restored_diary_still_knows_what_was_imported_changed_and_removed() {
    let file = |grams| {
        let rows = vec![
            dose_row(1, Some("a"), dose("2026-02-01T08:00", Some(grams))),
            dose_row(2, Some("b"), dose("2026-02-01T09:00", Some(1.0))),
        ];
        reading("herbal_tracker", rows)
    };
    let mut bench = Bench::new();
    bench.import(&file(2.0));
    bench.import(&file(3.0));
    let gone = bench.diary().doses[1].id;
    bench.retract(gone);
    let copy = ebb_json::read(&export::ebb_json(&bench.entries)).unwrap();
    let mut other = Bench::new();
    other.entries = ebb_json::restore(copy, &BTreeSet::new());
    assert_eq!(other.diary().doses.len(), 1);
    let report = other.import(&file(3.0));
    assert_eq!((report.new, report.duplicate), (0, 2));
    assert_eq!(report.duplicate_reasons["removed_by_hand"], 1);
    assert_eq!(
        other.import(&file(4.0)).changed,
        1,
        "a change at the source is still seen"
    );
}

#[test]
fn a_damaged_or_newer_file_is_refused_whole() {
    let mut bench = Bench::new();
    bench.write(Event::Dose(dose("2026-01-01T08:00", Some(2.0))));
    let file = export::ebb_json(&bench.entries);
    assert!(ebb_json::is_one(&file));
    assert!(!ebb_json::is_one("{\"experiences\":[]}"));
    for cut in [0, 1, 20, file.len() / 2, file.len() - 3] {
        assert!(ebb_json::read(&file[..cut]).is_err(), "cut at {cut}");
    }
    let newer = file.replace("\"ebb_export\":1", "\"ebb_export\":2");
    assert!(matches!(ebb_json::read(&newer), Err(EbbFileError::Newer { found: 2 })));
    let broken = file.replace("\"value\":2.0", "\"value\":\"two\"");
    assert!(matches!(
        ebb_json::read(&broken),
        Err(EbbFileError::Entry { number: 1, .. })
    ));
}

#[test]
fn the_doses_table_says_unknown_with_an_empty_cell_and_time_with_its_offset() {
    let mut bench = Bench::new();
    let rows = vec![
        product_row(
            1,
            None,
            dose("2026-02-01T08:00", Some(2.5)),
            "Green, \"fine\"",
            ProductKind::Leaf,
        ),
        dose_row(2, None, dose("2026-02-01T13:00", None)),
        dose_row(
            3,
            None,
            Dose {
                precision: Precision::Day,
                note: Some("=1+1".to_owned()),
                ..capsules("2026-02-02T12:00", 6.0)
            },
        ),
    ];
    bench.import(&reading("csv", rows));
    let table = export::doses_csv(&bench.diary());
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| {
        let at = header.iter().position(|h| h == name).unwrap();
        rows[row][at].to_owned()
    };
    assert_eq!(cell(0, "time"), "2026-02-01T08:00:00+01:00");
    assert_eq!(cell(0, "zone"), "Europe/Berlin");
    assert_eq!(
        (cell(0, "amount"), cell(0, "unit")),
        ("2.5".to_owned(), "gram".to_owned())
    );
    assert_eq!(
        (cell(0, "grams_leaf"), cell(0, "product")),
        ("2.5".to_owned(), "Green, \"fine\"".to_owned())
    );
    assert_eq!(
        (cell(1, "amount"), cell(1, "grams_leaf")),
        (String::new(), String::new())
    );
    assert_eq!(
        (cell(2, "time"), cell(2, "time_known")),
        ("2026-02-02".to_owned(), "no".to_owned())
    );
    assert_eq!(
        (cell(2, "unit"), cell(2, "note")),
        ("capsule".to_owned(), "'=1+1".to_owned())
    );
}

#[test]
fn the_journal_keeps_seven_oh_apart_and_unknown_null() {
    let mut bench = Bench::new();
    let mg = |n| Dose {
        amount: Some(Quantity::new(n, Unit::MgSevenOh)),
        ..dose("2026-02-01T10:00", None)
    };
    let rows = vec![
        product_row(
            1,
            None,
            dose("2026-02-01T08:00", Some(2.125)),
            "Green",
            ProductKind::Leaf,
        ),
        product_row(2, None, mg(15.0), "Tablet", ProductKind::SevenOh),
        dose_row(3, None, dose("2026-02-01T13:00", None)),
        dose_row(4, None, capsules("2026-02-01T14:00", 6.0)),
    ];
    bench.import(&reading("csv", rows));
    bench.write(Event::Note(Note {
        when: moment("2026-02-01T15:00"),
        precision: Precision::Minute,
        text: "calm".to_owned(),
        kind: NoteKind::Plain,
    }));
    let journal: serde_json::Value = serde_json::from_str(&export::psychonautwiki_json(&bench.diary())).unwrap();
    let experience = &journal["experiences"][0];
    let ingestions = experience["ingestions"].as_array().unwrap();
    let said = |i: usize| {
        (
            &ingestions[i]["substanceName"],
            &ingestions[i]["dose"],
            &ingestions[i]["units"],
        )
    };
    assert_eq!(said(0), (&"Kratom".into(), &2.125.into(), &"g".into()));
    assert_eq!(said(1), (&"7-OH".into(), &15.0.into(), &"mg".into()));
    assert_eq!(said(2), (&"Kratom".into(), &serde_json::Value::Null, &"g".into()));
    assert_eq!(said(3), (&"Kratom".into(), &6.0.into(), &"capsule".into()));
    assert_eq!(ingestions[0]["time"], moment("2026-02-01T08:00").ms());
    assert_eq!(experience["timedNotes"][0]["note"], "calm");
    for key in [
        "endTime",
        "creationDate",
        "stomachFullness",
        "consumerName",
        "customUnitId",
        "notes",
    ] {
        assert!(ingestions[2].get(key).is_some(), "{key} is spelled out");
    }
    assert!(experience["location"].is_null());
}

#[test]
fn people_are_in_the_complete_file_and_in_no_table() {
    let mut bench = Bench::new();
    let person = Person {
        name: "Mira".to_owned(),
        number: Some("0664 555 0134".to_owned()),
        note: Some("my sister".to_owned()),
    };
    bench.write(Event::Person(person.clone()));
    let file = export::ebb_json(&bench.entries);
    let back = fold(ebb_json::read(&file).unwrap().entries);
    assert_eq!(back.people[0].body, person);
    let diary = bench.diary();
    for other in [
        export::doses_csv(&diary),
        export::check_ins_csv(&diary),
        export::ratings_csv(&diary),
        export::psychonautwiki_json(&diary),
    ] {
        assert!(!other.contains("Mira") && !other.contains("0134"), "{other}");
    }
}

#[test]
fn an_entry_of_a_newer_ebb_is_written_byte_for_byte() {
    let raw =
        " {\"v\":9,\"id\":\"01900000-0000-7000-8000-000000000001\",\"clock\":[1,0],\"kind\":\"x\",\"body\":{ }}\n";
    let entry = v1::read(raw).unwrap();
    let file = export::ebb_json(std::slice::from_ref(&entry));
    let back = ebb_json::read(&file).unwrap().entries;
    assert_eq!(v1::write(&back[0]), raw);
    assert_eq!(back, [entry]);
}
