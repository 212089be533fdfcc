//! Every table and zip of the folder of traps against what should become of it.

use crate::json_shared::{answers, asked, days, doses, held, home, shared, total_grams, warned};
use ebb_core::event::DaySays;
use ebb_exchange::import::{ImportError, Reading, Says, read};
use jiff::Timestamp;

/// After the last row of every trap that is meant to be read.
fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn trap(name: &str, given: &[(&str, &str)]) -> Option<Result<Reading, ImportError>> {
    let bytes = shared(&format!("traps/{name}"))?;
    Some(read(Some(name), &bytes, &answers(given), &home("Europe/Berlin"), now()))
}

fn expected(name: &str) -> Option<serde_json::Value> {
    let all: serde_json::Value = serde_json::from_slice(&shared("traps/EXPECTED.json")?).unwrap();
    Some(all[name].clone())
}

fn n_known(reading: &Reading) -> usize {
    doses(reading).iter().filter(|(_, d, _)| d.amount.is_some()).count()
}

#[test]
fn well_formed_tables_in_every_dress_are_read() {
    for name in [
        "double_bom.csv",
        "long_line.csv",
        "columns_300.csv",
        "crlf.csv",
        "cr_only.csv",
        "mixed_endings.csv",
        "bom.csv",
        "ctrl_z.csv",
        "ragged.csv",
        "stray_quotes.csv",
        "header_twice.csv",
        "csv_named.json",
        "utf16le_bom.csv",
        "rows_50000.csv",
        "clock_changes.csv",
    ] {
        let (Some(reading), Some(expected)) = (trap(name, &[]), expected(name)) else {
            return;
        };
        let reading = reading.unwrap();
        assert_eq!(n_known(&reading) as u64, expected["doses"].as_u64().unwrap(), "{name}");
        if let Some(grams) = expected["grams"].as_f64() {
            assert!((total_grams(&reading) - grams).abs() < 1e-6, "{name}");
        }
        if let Some(rows) = expected["rows"].as_u64() {
            assert_eq!(reading.rows.len() as u64, rows, "{name}");
        }
    }
}

#[test]
fn files_that_are_no_tables_or_hold_none_are_refused_or_say_so() {
    for name in ["empty.csv", "spaces.csv", "bom_only.csv"] {
        let Some(reading) = trap(name, &[]) else { return };
        assert_eq!(reading, Err(ImportError::Empty), "{name}");
    }
    let Some(picture) = trap("picture_named.csv", &[]) else {
        return;
    };
    assert!(picture.is_err());
    let header_only = trap("header_only.csv", &[]).unwrap().unwrap();
    assert!(header_only.rows.is_empty() && warned(&header_only, "nothing_to_import"));
    for name in ["latin1.csv", "invalid_utf8.csv"] {
        assert!(
            matches!(trap(name, &[]).unwrap(), Err(ImportError::Encoding { .. })),
            "{name}"
        );
    }
    let latin1 = trap("latin1.csv", &[("encoding", "latin1")]).unwrap().unwrap();
    assert_eq!(n_known(&latin1), 2);
    let json = trap("json_named.csv", &[]).unwrap().unwrap();
    assert_eq!((json.format.id, n_known(&json)), ("psychonautwiki", 20));
}

#[test]
fn zips_that_are_broken_or_hostile_are_refused() {
    for name in [
        "truncated.zip",
        "bomb_nested.zip",
        "bomb_loop.zip",
        "zip_slip.zip",
        "zip_many_entries.zip",
        "zip_same_name_twice.zip",
        "zip_wrong_size.zip",
        "empty.zip",
    ] {
        let Some(reading) = trap(name, &[]) else { return };
        assert!(reading.is_err(), "{name}: {reading:?}");
    }
    let what = |name| trap(name, &[]).unwrap().unwrap_err();
    assert!(matches!(
        what("bomb_loop.zip"),
        ImportError::TooMany { what: "zip_bytes", .. }
    ));
    assert!(matches!(
        what("zip_many_entries.zip"),
        ImportError::TooMany {
            what: "zip_entries",
            ..
        }
    ));
    assert!(matches!(
        what("zip_slip.zip"),
        ImportError::Malformed { what: "zip_path", .. }
    ));
    assert!(matches!(
        what("zip_same_name_twice.zip"),
        ImportError::Malformed {
            what: "zip_same_name_twice",
            ..
        }
    ));
    assert!(matches!(what("empty.zip"), ImportError::NotADiary { .. }));
}

#[test]
fn thousandths_that_print_as_words_are_held() {
    let Some(reading) = trap("loop_odd_values.zip", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    let days = days(&reading);
    let n = |is: fn(&DaySays) -> bool| days.iter().filter(|d| is(&d.says)).count();
    assert_eq!(n(|s| matches!(s, DaySays::Total(_))), 3);
    assert_eq!(n(|s| *s == DaySays::NothingTaken), 1);
    assert_eq!(
        held(&reading).iter().filter(|(_, r)| *r == "ambiguous_amount").count(),
        3
    );
    assert_eq!(reading.rows.len(), 8, "the other habit does not name kratom");
    assert!(asked(&reading).contains(&"habit:free day"));
    // Said to be days without, it contradicts three totals and one zero, and those marks are held.
    let told = trap("loop_odd_values.zip", &[("habit:free day", "free_days")])
        .unwrap()
        .unwrap();
    assert_eq!(
        held(&told)
            .iter()
            .filter(|(_, r)| *r == "contradicts_the_total")
            .count(),
        4
    );
}

#[test]
fn a_cut_export_gives_its_whole_rows_and_says_where_it_breaks() {
    let Some(reading) = trap("truncated.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    assert!((1..=2).contains(&doses(&reading).len()));
    assert!(
        reading
            .warnings
            .iter()
            .any(|w| w.what == "quote_never_closed" && w.place == "line 7")
    );
}

#[test]
fn a_quote_that_is_never_closed_swallows_no_row() {
    let Some(reading) = trap("unbalanced_quote.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!(n_known(&reading), 3);
    assert!(
        reading
            .warnings
            .iter()
            .any(|w| w.what == "quote_never_closed" && w.place == "line 2")
    );
}

#[test]
fn nul_bytes_do_not_cut_a_file_nor_make_a_number() {
    let Some(reading) = trap("nul_bytes.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!(reading.rows.len(), 2);
    assert_eq!(held(&reading), [("line 3", "not_a_number")]);
    assert!(warned(&reading, "nul_removed"));
    let (_, dose, _) = doses(&reading)[0];
    assert_eq!(dose.note.as_deref(), Some("ab"));
}

#[test]
fn numbers_of_every_sort_are_known_only_when_sure() {
    let (Some(reading), Some(expected)) = (trap("numbers.csv", &[]), expected("numbers.csv")) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!(reading.rows.len() as u64, expected["rows"].as_u64().unwrap());
    let known: Vec<u64> = (1..)
        .zip(&reading.rows)
        .filter(|(_, r)| is_known(&r.says))
        .map(|(n, _)| n)
        .collect();
    let sure: Vec<u64> = expected["sure_rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n.as_u64().unwrap())
        .collect();
    assert_eq!(known, sure);
    for id in ["decimal", "zero"] {
        assert!(asked(&reading).contains(&id), "{id}");
    }
    let told = trap("numbers.csv", &[("decimal", "comma")]).unwrap().unwrap();
    let Says::Dose { dose, .. } = &told.rows[12].says else {
        panic!("{:?}", told.rows[12])
    };
    assert!((dose.amount.as_ref().unwrap().value - 1.5).abs() < 1e-12);
}

fn is_known(says: &Says) -> bool {
    matches!(says, Says::Dose { dose, .. } if dose.amount.is_some())
}

#[test]
fn dates_of_every_sort_are_read_only_when_sure() {
    let (Some(reading), Some(expected)) = (trap("years.csv", &[]), expected("years.csv")) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!(reading.rows.len() as u64, expected["rows"].as_u64().unwrap());
    let known: Vec<usize> = (1..)
        .zip(&reading.rows)
        .filter(|(_, r)| is_known(&r.says))
        .map(|(n, _)| n)
        .collect();
    assert_eq!(known, [9]);
    let reasons: Vec<&str> = held(&reading).iter().map(|(_, r)| *r).collect();
    assert_eq!(
        reasons,
        [
            "before_1990",
            "in_the_future",
            "before_1990",
            "no_such_date",
            "no_such_date",
            "no_such_date",
            "no_such_time",
            "no_such_time",
            "no_date"
        ]
    );
}

#[test]
fn two_columns_of_one_name_wait_for_an_answer() {
    let Some(reading) = trap("same_header_names.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!((n_known(&reading), held(&reading).len()), (0, 2));
    assert!(asked(&reading).contains(&"columns"));
    let told = trap("same_header_names.csv", &[("columns", "date,time,amount,amount")])
        .unwrap()
        .unwrap();
    assert_eq!(n_known(&told), 2);
}

#[test]
fn formulas_stay_text() {
    let Some(reading) = trap("formula.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!(n_known(&reading), 6);
    assert_eq!(held(&reading), [("line 7", "not_a_number")]);
    let (_, dose, product) = doses(&reading)[0];
    assert_eq!(dose.note.as_deref(), Some("=cmd|' /C calc'!A0"));
    assert_eq!(product.unwrap().name, "leaf");
    assert_eq!(doses(&reading)[1].2.unwrap().name, "=1+1");
}

#[test]
fn a_medicine_table_without_quotes_is_counted_from_both_ends() {
    let Some(reading) = trap("medtimer_events.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    assert_eq!(reading.format.id, "medtimer");
    let doses = doses(&reading);
    let notes: Vec<Option<&str>> = doses.iter().map(|(_, d, _)| d.note.as_deref()).collect();
    assert_eq!(notes, [Some("after; breakfast; late"), Some("two\nlines")]);
    let grams: Vec<f64> = doses.iter().map(|(_, d, _)| d.amount.as_ref().unwrap().value).collect();
    assert_eq!(grams, [2.0, 1.5]);
    assert_eq!(doses[1].1.when.at.to_string(), "2026-02-03T20:10:00Z");
    assert_eq!(
        reading
            .rows
            .iter()
            .filter(|r| r.says == Says::Skipped { reason: "not_taken" })
            .count(),
        1
    );
    assert!(warned(&reading, "note_broke_the_row"));
}

#[test]
fn clock_changes_are_noted() {
    let Some(reading) = trap("clock_changes.csv", &[]) else {
        return;
    };
    let reading = reading.unwrap();
    let at: Vec<String> = doses(&reading).iter().map(|(_, d, _)| d.when.to_text()).collect();
    assert_eq!(at[0], "2026-03-29T03:30:00+02:00[Europe/Berlin]");
    assert!(warned(&reading, "hour_missing"));
    assert_eq!(reading.warnings.iter().filter(|w| w.what == "hour_twice").count(), 2);
}
