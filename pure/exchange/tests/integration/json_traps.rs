//! Every JSON trap of the shared diaries meets what is expected of it.

use crate::json_shared::*;
use ebb_core::amount::Unit;
use ebb_core::event::{DaySays, NoteKind, ProductKind, Route};
use ebb_exchange::import::{ImportError, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// The reading or refusal of a trap; `None` without the shared files.
fn trap(name: &str) -> Option<Result<Reading, ImportError>> {
    let bytes = shared(&format!("traps/{name}"))?;
    Some(read_with(&bytes, &[], &home("Europe/Berlin")))
}

fn refusals(expected: &[(&str, ImportError)]) {
    for (name, expected) in expected {
        let Some(result) = trap(name) else { return };
        assert_eq!(result.map(|_| ()).as_ref(), Err(expected), "{name}");
    }
}

#[test]
fn broken_and_hostile_files_are_refused_with_their_place() {
    refusals(&[
        ("truncated.json", ImportError::Truncated { line: 1, column: 4061 }),
        (
            "nan_literals.json",
            ImportError::Malformed {
                what: "not_a_number",
                line: 1,
                column: 180,
            },
        ),
        ("nested_100.json", ImportError::NotRecognised),
        (
            "nested_deep.json",
            ImportError::Malformed {
                what: "too_deep",
                line: 1,
                column: 129,
            },
        ),
        (
            "duplicate_keys.json",
            ImportError::Malformed {
                what: "duplicate_key",
                line: 1,
                column: 174,
            },
        ),
    ]);
}

#[test]
fn files_with_nothing_in_them_are_refused_politely() {
    for name in ["empty.json", "empty.csv", "spaces.csv", "bom_only.csv"] {
        refusals(&[(name, ImportError::Empty)]);
    }
    for name in ["object.json", "list.json", "null.json", "number.json", "text.json"] {
        refusals(&[(name, ImportError::NotRecognised)]);
    }
    refusals(&[("picture_named.csv", ImportError::NotADiary { what: "picture" })]);
}

#[test]
fn newer_and_foreign_files_are_refused_by_name_and_version() {
    let newer = |name, version: &'static str, newest| ImportError::Newer {
        name,
        version: version.into(),
        newest,
    };
    refusals(&[
        ("newer_herbal.json", newer("Herbal Tracker+", "2", "1")),
        ("newer_piru.json", newer("Piru", "99", "2")),
        ("newer_teataper.json", newer("Tea Taper", "5", "4")),
        ("nightscout.json", ImportError::NotSupported { name: "Nightscout" }),
    ]);
}

#[test]
fn marks_and_names_do_not_matter() {
    for name in ["bom.json", "utf16be_bom.json", "json_named.csv"] {
        let Some(result) = trap(name) else { return };
        assert_eq!(n_known(&result.unwrap()), 20, "{name}");
    }
}

#[test]
fn a_journal_without_entries_says_so_plainly() {
    let Some(result) = trap("no_experiences.json") else {
        return;
    };
    let reading = result.unwrap();
    assert_eq!(reading.rows, []);
    assert!(warned(&reading, "nothing_to_import"));
    let Some(result) = trap("unhookd_secrets_only.json") else {
        return;
    };
    let reading = result.unwrap();
    assert_eq!(reading.rows, []);
    assert_eq!(reading.secrets_dropped, ["recovery code", "token"]);
    assert!(!format!("{reading:?}").contains("FAKE"));
}

#[test]
fn what_is_unknown_to_the_reader_does_not_spoil_the_rest() {
    for (name, n) in [
        ("nested_in_unknown_key.json", 1),
        ("journal_99.json", 1),
        ("float_instants.json", 2),
    ] {
        let Some(result) = trap(name) else { return };
        assert_eq!(n_known(&result.unwrap()), n, "{name}");
    }
    let reading = trap("journal_99.json").unwrap().unwrap();
    assert!(warned(&reading, "newer_version") && reading.format.name.contains("99.0"));
    let reading = trap("float_instants.json").unwrap().unwrap();
    let instants: Vec<_> = doses(&reading).iter().map(|(_, d, _)| d.when.ms()).collect();
    assert_eq!(instants, [1_769_904_000_000, 1_769_908_000_000]);
    assert_eq!(
        trap("nested_in_unknown_key.json").unwrap().unwrap().not_taken["plugin"],
        1
    );
}

#[test]
fn a_note_of_five_megabytes_is_cut_with_a_warning() {
    let Some(result) = trap("note_5mb.json") else { return };
    let reading = result.unwrap();
    assert_eq!(n_known(&reading), 2);
    assert!(warned(&reading, "note_cut"));
    let longest = doses(&reading)
        .iter()
        .filter_map(|(_, d, _)| d.note.as_ref().map(|n| n.chars().count()))
        .max();
    assert_eq!(longest, Some(100_000));
}

#[test]
fn units_made_of_units_end_where_they_end() {
    let Some(result) = trap("units_of_units.json") else {
        return;
    };
    let reading = result.unwrap();
    assert_eq!(doses(&reading).len(), 6);
    let known: Vec<bool> = amounts(&reading).iter().map(Option::is_some).collect();
    assert_eq!(known, [true, true, false, false, false, false]);
    assert!((total_grams(&reading) - 4.0).abs() < 1e-12);
    for id in ["unit:u1", "unit:self", "unit:a", "unit:-99"] {
        assert!(asked(&reading).contains(&id), "{id} in {:?}", asked(&reading));
    }
}

#[test]
fn amounts_of_every_sort_are_sure_unknown_or_held_but_never_wrong() {
    let Some(result) = trap("numbers.json") else { return };
    let reading = result.unwrap();
    assert_eq!(reading.rows.len(), 21);
    let sure: Vec<_> = doses(&reading)
        .into_iter()
        .filter(|(_, d, _)| d.amount.is_some())
        .map(|(_, d, _)| (d.note.clone().unwrap(), d.amount.as_ref().unwrap().value))
        .collect();
    assert_eq!(
        sure,
        [
            ("plain".to_owned(), 2.5),
            ("text".to_owned(), 1.75),
            ("exactly 100".to_owned(), 100.0)
        ]
    );
    let unknown: Vec<_> = doses(&reading)
        .into_iter()
        .filter(|(_, d, _)| d.amount.is_none())
        .map(|(_, d, _)| d.note.clone().unwrap())
        .collect();
    assert_eq!(unknown, ["zero", "empty", "null"]);
    let reasons: BTreeMap<&str, &str> = held(&reading)
        .into_iter()
        .map(|(place, reason)| (place.trim_start_matches("dosages"), reason))
        .collect();
    let expected = BTreeMap::from([
        ("[2]", "negative_amount"),
        ("[4]", "over_100_g"),
        ("[5]", "not_a_number"),
        ("[6]", "not_a_number"),
        ("[7]", "not_a_number"),
        ("[8]", "ambiguous_amount"),
        ("[9]", "ambiguous_amount"),
        ("[12]", "not_a_number"),
        ("[13]", "not_a_number"),
        ("[14]", "not_a_number"),
        ("[15]", "under_1_mg"),
        ("[16]", "over_100_g"),
        ("[18]", "over_100_g"),
        ("[19]", "not_a_number"),
        ("[20]", "not_a_number"),
    ]);
    assert_eq!(reasons, expected);
    assert!(asked(&reading).contains(&"zero") && asked(&reading).contains(&"decimal"));
}

#[test]
fn times_out_of_bounds_are_held_and_kept() {
    let Some(result) = trap("years.json") else { return };
    let reading = result.unwrap();
    assert_eq!(reading.rows.len(), 11);
    let reasons: Vec<_> = held(&reading).into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(
        reasons,
        [
            "before_1990",
            "in_the_future",
            "before_1990",
            "no_such_date",
            "no_such_date",
            "no_time",
            "no_time",
            "before_1990"
        ]
    );
    let read: Vec<_> = doses(&reading).iter().map(|(_, d, _)| d.when.ms()).collect();
    assert_eq!(read, [1_769_904_000_000; 3]);
}

#[test]
fn the_corners_of_a_journal_are_all_met() {
    let Some(result) = trap("pw_corners.json") else { return };
    let reading = result.unwrap();
    assert_eq!(reading.rows.len(), 12);
    assert_eq!(skipped(&reading), BTreeMap::from([("someone_else", 1)]));
    assert_eq!(
        co_uses(&reading)
            .iter()
            .map(|c| c.substance.as_str())
            .collect::<Vec<_>>(),
        ["Green tea"]
    );
    let seven_oh: Vec<_> = doses(&reading)
        .into_iter()
        .filter(|(_, _, p)| p.unwrap().kind == ProductKind::SevenOh)
        .collect();
    assert_eq!(seven_oh.len(), 1);
    assert_eq!(seven_oh[0].1.amount.as_ref().unwrap().unit, Unit::MgSevenOh);
    // Null, a unit that is missing, keys that are missing; and a zero that was asked about.
    assert_eq!(n_unknown(&reading), 3 + 1);
    assert_eq!(reading.questions.iter().find(|q| q.id == "zero").unwrap().n_rows, 1);
    assert!(warned(&reading, "end_before_start") && warned(&reading, "unit_missing"));
    assert!(warned(&reading, "unknown_route"));
    let routes: Vec<_> = doses(&reading)
        .iter()
        .map(|(_, d, _)| d.route)
        .filter(|r| *r != Route::Oral)
        .collect();
    assert_eq!(routes, [Route::Other]);
}

#[test]
fn an_unknown_rating_is_rejected_and_never_the_highest() {
    let Some(result) = trap("unknown_rating.json") else {
        return;
    };
    let reading = result.unwrap();
    let words: Vec<_> = felt(&reading).iter().map(|f| f.word.clone().unwrap()).collect();
    assert_eq!(words, ["plus", "fourPlus"]);
    assert!(warned(&reading, "unknown_rating"));
    assert_eq!(n_known(&reading), 1);
}

#[test]
fn odd_keys_of_a_dump_are_read_by_their_timestamps() {
    let Some(result) = trap("unhookd_odd_keys.json") else {
        return;
    };
    let reading = result.unwrap();
    let instants: Vec<_> = doses(&reading).iter().map(|(_, d, _)| d.when.at.to_string()).collect();
    assert_eq!(instants, ["2026-04-28T23:40:00Z", "2026-04-29T06:40:00Z"]);
    let reasons: Vec<_> = held(&reading).into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(reasons, ["not_a_number", "no_time"]);
    assert!(warned(&reading, "not_a_list"));
}

#[test]
fn markup_and_control_characters_stay_what_they_were() {
    let Some(result) = trap("html_script.json") else { return };
    let reading = result.unwrap();
    let written: serde_json::Value = serde_json::from_slice(&shared("traps/html_script.json").unwrap()).unwrap();
    let written: Vec<&str> = written["experiences"][0]["ingestions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["notes"].as_str().unwrap())
        .collect();
    assert_eq!(written.len(), 13);
    let kept: Vec<String> = doses(&reading)
        .iter()
        .map(|(_, d, _)| d.note.clone().unwrap_or_default())
        .collect();
    assert_eq!(kept, written);
}

#[test]
fn a_bare_list_of_events_counts_what_was_taken() {
    let Some(result) = trap("medtimer_bare_events.json") else {
        return;
    };
    let reading = result.unwrap();
    assert_eq!((n_known(&reading), n_unknown(&reading)), (1, 1));
    assert_eq!(skipped(&reading), BTreeMap::from([("status_skipped", 1)]));
    assert!((total_grams(&reading) - 2.0).abs() < 1e-12);
}

#[test]
fn a_bare_list_of_dosages_names_its_doses_and_skips_what_is_none() {
    let Some(result) = trap("herbal_bare_list.json") else {
        return;
    };
    let reading = result.unwrap();
    assert_eq!(skipped(&reading), BTreeMap::from([("not_a_dosage", 2)]));
    let ids: Vec<_> = doses(&reading)
        .iter()
        .map(|(row, ..)| row.source_id.as_deref().unwrap())
        .collect();
    // The repeat carries the same id, by which the plan knows it.
    assert_eq!(ids, ["d1", "d2", "d2"]);
}

#[test]
fn three_small_programs_are_read() {
    let Some(result) = trap("good_fukratom.json") else {
        return;
    };
    let reading = result.unwrap();
    let milestones: Vec<_> = notes(&reading)
        .into_iter()
        .filter(|n| n.kind == NoteKind::Milestone)
        .collect();
    assert_eq!(milestones.len(), 1);
    assert_eq!(milestones[0].when.wall().date().to_string(), "2026-01-10");
    let used: BTreeSet<_> = days(&reading)
        .iter()
        .filter(|d| d.says == DaySays::Unknown)
        .map(|d| d.day)
        .collect();
    assert_eq!(used.len(), 2);
    assert_eq!(notes(&reading).iter().filter(|n| n.kind == NoteKind::Plain).count(), 2);

    let reading = trap("good_piru.json").unwrap().unwrap();
    assert_eq!(
        (n_known(&reading), n_unknown(&reading), co_uses(&reading).len()),
        (2, 1, 1)
    );
    assert!((total_grams(&reading) - 2.2).abs() < 1e-12);

    let reading = trap("good_drugspro.json").unwrap().unwrap();
    assert_eq!((n_known(&reading), n_unknown(&reading)), (1, 1));
    assert_eq!(reading.not_taken["experiences"], 1);
    assert!(asked(&reading).contains(&"zone"));
    assert_eq!(
        doses(&reading)[0].1.when.to_text(),
        "2026-02-03T08:00:00+01:00[Europe/Berlin]"
    );
}
