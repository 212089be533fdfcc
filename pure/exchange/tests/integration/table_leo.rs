//! The four tables of the one who writes in whatever is at hand: every row to look at, with his answers and without.

use crate::json_shared::{asked, doses, held, home, nominal_grams, warned};
use crate::table_people::{check_doses, check_instants, grams, line, n_known, n_unknown, open};
use ebb_core::amount::Unit;
use ebb_core::event::{Dose, FeltEffect, Precision};
use ebb_exchange::import::{Reading, Says};
use jiff::SignedDuration;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const LEO: [(&str, &str); 4] = [
    ("capsule_grams", "0.55 g"),
    ("teaspoon_grams", "2.3 g level"),
    ("decimal", "comma"),
    ("dates", "day_first"),
];

/// What each row to look at became.
fn check_rows_to_look_at(reading: &Reading, file: &Value, first_line: usize) {
    for look in file["rows_to_look_at"].as_array().unwrap() {
        let record = usize::try_from(look["record"].as_u64().unwrap()).unwrap();
        let row = reading
            .rows
            .iter()
            .find(|r| line(r) == record - 1 + first_line)
            .unwrap();
        let about = format!("record {record}: {:?}", row.says);
        match (look["expect"].as_str().unwrap(), &row.says) {
            ("known", Says::Dose { dose, product, .. }) => {
                let amount = dose.amount.as_ref().unwrap_or_else(|| panic!("{about}"));
                if let Some(grams) = look["grams"].as_f64() {
                    assert!(
                        (nominal_grams(dose, product.as_ref()).unwrap() - grams).abs() < 1e-9,
                        "{about}"
                    );
                }
                let why = look["why"].as_str().unwrap();
                assert_eq!(amount.sd.is_some(), why == "about", "{about}");
                assert_eq!(
                    dose.precision == Precision::Day,
                    why == "day known, time not",
                    "{about}"
                );
                if why.starts_with("teaspoons") {
                    assert_eq!(amount.unit, Unit::Teaspoon, "{about}");
                }
            }
            ("unknown", Says::Dose { dose, .. }) => assert_eq!(dose.amount, None, "{about}"),
            (expect, Says::Held { reason, .. }) => {
                assert_eq!(
                    expect.strip_prefix("hold:").unwrap().replace(' ', "_"),
                    *reason,
                    "{about}"
                );
            }
            (expect, _) => panic!("{about} instead of {expect}"),
        }
    }
}

#[test]
fn leos_tables_with_his_answers_match_the_truth() {
    let first_lines = [
        ("notizen_anfang.csv", 1),
        ("tabelle_juni.csv", 2),
        ("tabelle_oktober.csv", 2),
        ("log_herbst.tsv", 2),
    ];
    for (name, first_line) in first_lines {
        let Some((reading, truth)) = open("6-leo-chaos", name, &LEO, &home("Europe/Vienna")) else {
            return;
        };
        let file = &truth["files"][name];
        assert_eq!(reading.rows.len() as u64, file["rows"].as_u64().unwrap(), "{name}");
        check_doses(&reading, file);
        check_rows_to_look_at(&reading, file, first_line);
        let spoons: f64 = doses(&reading)
            .iter()
            .filter(|(_, d, _)| d.amount.as_ref().is_some_and(|a| a.unit == Unit::Teaspoon))
            .filter_map(|(_, d, p)| nominal_grams(d, *p))
            .sum();
        let expected = file["grams_in_known_doses"].as_f64().unwrap();
        let diff = (grams(&reading) - expected).abs();
        assert!(
            diff < 0.01 || (diff - spoons).abs() < 0.01,
            "{name}: {} instead of {expected}",
            grams(&reading)
        );
        check_instants(
            &reading,
            &truth,
            file["no"].as_u64().unwrap(),
            SignedDuration::from_hours(3),
            0.95,
        );
    }
}

#[test]
fn leos_tables_with_only_a_zone_never_guess_an_amount() {
    for (name, first_line) in [
        ("notizen_anfang.csv", 1),
        ("tabelle_juni.csv", 2),
        ("tabelle_oktober.csv", 2),
        ("log_herbst.tsv", 2),
    ] {
        let Some((reading, truth)) = open("6-leo-chaos", name, &[], &home("Europe/Vienna")) else {
            return;
        };
        let file = &truth["files"][name];
        let n_ambiguous = held(&reading).iter().filter(|(_, r)| *r == "ambiguous_amount").count() as u64;
        let n_doubtful = file["rows_to_look_at"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|r| r["why"].as_str().unwrap().contains("must be asked"))
            .count() as u64;
        assert_eq!(n_ambiguous, n_doubtful, "{name}");
        assert_eq!(
            n_known(&reading) + n_ambiguous,
            file["doses_known"].as_u64().unwrap(),
            "{name}"
        );
        assert_eq!(
            n_unknown(&reading),
            file["doses_unknown_amount"].as_u64().unwrap(),
            "{name}"
        );
        for look in file["rows_to_look_at"].as_array().unwrap() {
            let record = usize::try_from(look["record"].as_u64().unwrap()).unwrap();
            let row = reading
                .rows
                .iter()
                .find(|r| line(r) == record - 1 + first_line)
                .unwrap();
            if let Says::Dose {
                dose: Dose {
                    amount: Some(amount), ..
                },
                ..
            } = &row.says
            {
                let is_weighed = matches!(amount.unit, Unit::Gram | Unit::Milligram);
                assert!(
                    is_weighed || amount.each.is_none(),
                    "record {record}: nobody said what one holds"
                );
                if let (true, Some(grams)) = (is_weighed, look["grams"].as_f64()) {
                    assert!((amount.value - grams).abs() < 1e-9, "record {record}");
                }
            }
        }
        let ids = asked(&reading);
        assert!(
            ids.contains(&"capsule_grams") && ids.contains(&"zone"),
            "{name}: {ids:?}"
        );
        assert_eq!(ids.contains(&"decimal"), n_doubtful > 0, "{name}");
        assert_eq!(ids.contains(&"columns"), name == "notizen_anfang.csv", "{name}");
    }
}

#[test]
fn leos_row_numbers_make_two_versions_of_a_sheet_comparable() {
    let Some((june, truth)) = open("6-leo-chaos", "tabelle_juni.csv", &LEO, &home("Europe/Vienna")) else {
        return;
    };
    let (october, _) = open("6-leo-chaos", "tabelle_oktober.csv", &LEO, &home("Europe/Vienna")).unwrap();
    let by_id = |reading: &Reading| -> BTreeMap<String, Says> {
        reading
            .rows
            .iter()
            .filter_map(|r| Some((r.source_id.clone()?, r.says.clone())))
            .collect()
    };
    let (june, october) = (by_id(&june), by_id(&october));
    let both: Vec<&String> = june.keys().filter(|id| october.contains_key(*id)).collect();
    let changed: BTreeSet<&str> = both
        .iter()
        .filter(|id| june[**id] != october[**id])
        .map(|id| id.as_str())
        .collect();
    let overlap = &truth["overlaps"][0];
    assert_eq!(both.len() as u64, overlap["rows_in_both"].as_u64().unwrap());
    let expected: BTreeSet<&str> = overlap["rows_changed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["Nr"].as_str().unwrap())
        .collect();
    assert_eq!(changed, expected);
}

#[test]
fn leos_feelings_stand_on_the_row_of_their_dose() {
    let Some((reading, _)) = open("6-leo-chaos", "tabelle_juni.csv", &LEO, &home("Europe/Vienna")) else {
        return;
    };
    let row_7 = reading
        .rows
        .iter()
        .find(|r| r.source_id.as_deref() == Some("7"))
        .unwrap();
    let Says::Dose {
        felt: Some(FeltEffect {
            strength, duration_h, ..
        }),
        ..
    } = &row_7.says
    else {
        panic!("{row_7:?}");
    };
    assert_eq!((*strength, *duration_h), (Some(6.0), Some(11.0)));
    assert!(
        warned(&reading, "hour_missing"),
        "02:30 on the night the clock went forward"
    );
}
