//! Every table of the six made-up people against the truth about them: once with their answers, once with nothing but
//! their zone.

use crate::json_shared::{
    asked, check_ins, days, doses, felt, held, home, nominal_grams, read_with, shared, truth, warned, zone,
};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::event::{DaySays, Event, Note, NoteKind, Precision, Symptom};
use ebb_exchange::import::{Reading, Row, Says, Zones};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn tom() -> Zones {
    let wall = |text: &str| text.parse().unwrap();
    home("America/Chicago").with_journey(zone("Asia/Tokyo"), wall("2025-05-09T15:40"), wall("2025-05-20T17:30"))
}

/// The line on which a row stands.
pub(crate) fn line(row: &Row) -> usize {
    row.place.rsplit(' ').next().unwrap().parse().unwrap()
}

/// A dose is known when an amount is there that a person could have meant.
pub(crate) fn n_known(reading: &Reading) -> u64 {
    doses(reading).iter().filter(|(_, d, _)| d.amount.is_some()).count() as u64
}

pub(crate) fn n_unknown(reading: &Reading) -> u64 {
    doses(reading).iter().filter(|(_, d, _)| d.amount.is_none()).count() as u64
}

pub(crate) fn grams(reading: &Reading) -> f64 {
    doses(reading)
        .iter()
        .filter_map(|(_, dose, product)| nominal_grams(dose, *product))
        .sum()
}

fn reasons(reading: &Reading) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (_, reason) in held(reading) {
        *counts.entry(reason.to_owned()).or_default() += 1;
    }
    counts
}

/// Reasons of the truth in the words of the reader.
fn expected_reasons(file: &Value) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (words, n) in file["held_for_review"].as_object().into_iter().flatten() {
        let reason = match words.as_str() {
            "over 100 g" => "over_100_g",
            "in the future" => "in_the_future",
            "before 1990" => "before_1990",
            "no such date" => "no_such_date",
            "negative amount" => "negative_amount",
            other => panic!("{other}"),
        };
        *counts.entry(reason.to_owned()).or_default() += n.as_u64().unwrap();
    }
    counts
}

/// Reads a file of a person; `None`, with a line that says so, where the shared files are absent.
pub(crate) fn open(person: &str, file: &str, answers: &[(&str, &str)], zones: &Zones) -> Option<(Reading, Value)> {
    let truth = truth(person)?;
    let reading = read_with(&shared(&format!("{person}/{file}"))?, answers, zones).unwrap();
    Some((reading, truth))
}

pub(crate) fn check_doses(reading: &Reading, file: &Value) {
    assert_eq!(n_known(reading), file["doses_known"].as_u64().unwrap(), "known");
    assert_eq!(
        n_unknown(reading),
        file["doses_unknown_amount"].as_u64().unwrap(),
        "unknown"
    );
    assert_eq!(reasons(reading), expected_reasons(file), "held");
}

fn check_grams(reading: &Reading, file: &Value) {
    let expected = file["grams_in_known_doses"].as_f64().unwrap();
    assert!(
        (grams(reading) - expected).abs() < 0.01,
        "{} instead of {expected} g",
        grams(reading)
    );
}

/// When the truth has it that a row of file `no` was taken. What people write is late and rounded, so an hour or two may
/// lie between; a wrong zone or a wrong date lies further off for most rows.
pub(crate) fn check_instants(reading: &Reading, truth: &Value, no: u64, within: SignedDuration, share: f64) {
    let mut at: BTreeMap<usize, Timestamp> = BTreeMap::new();
    for dose in truth["doses"].as_array().unwrap() {
        for place in dose["in"].as_array().into_iter().flatten() {
            let (file, record) = place.as_str().unwrap().split_once(':').unwrap();
            if file == no.to_string() {
                at.insert(record.parse().unwrap(), dose["t"].as_str().unwrap().parse().unwrap());
            }
        }
    }
    assert!(!at.is_empty());
    let (mut n, mut n_near) = (0.0, 0.0);
    let records = reading
        .rows
        .iter()
        .filter(|r| matches!(r.says, Says::Dose { .. } | Says::Held { .. }));
    for (row, record) in records.zip(1..) {
        if let (Says::Dose { dose, .. }, Some(truth)) = (&row.says, at.get(&record))
            && dose.precision == Precision::Minute
        {
            n += 1.0;
            if dose.when.at.duration_since(*truth).abs() <= within {
                n_near += 1.0;
            }
        }
    }
    assert!(n > 50.0, "only {n} rows of the truth found");
    assert!(n_near / n >= share, "{n_near} of {n} near the truth");
}

/// Check-ins, and how many hold a total, all sixteen answers, all but one.
fn check_check_ins(reading: &Reading, file: &Value) {
    let found = check_ins(reading);
    let n = |count: usize| count as u64;
    assert_eq!(n(found.len()), file["checkins"].as_u64().unwrap());
    let with_total = found.iter().filter(|c| c.withdrawal_64.is_some()).count();
    let with = |k: usize| found.iter().filter(|c| c.symptoms.len() == k).count();
    assert_eq!(n(with_total), file["with_total"].as_u64().unwrap(), "totals");
    assert_eq!(
        n(with(Symptom::ALL.len())),
        file["with_all_16_answers"].as_u64().unwrap(),
        "sixteen"
    );
    assert_eq!(
        n(with(15)),
        file["with_one_answer_missing"].as_u64().unwrap(),
        "fifteen"
    );
    assert_eq!(n(reading.rows.len()), file["rows"].as_u64().unwrap());
    assert!(held(reading).is_empty(), "{:?}", held(reading));
    assert!(doses(reading).is_empty());
}

/// Check-ins of the truth by record: the minute, the total, craving, mood and sixteen answers.
fn check_check_ins_one_by_one(reading: &Reading, truth: &Value, no: u64) {
    let found = check_ins(reading);
    let mut n = 0;
    for said in truth["checkins"].as_array().unwrap() {
        for place in said["in"].as_array().into_iter().flatten() {
            let (file, record) = place.as_str().unwrap().split_once(':').unwrap();
            let Some(check_in) = record.parse::<usize>().ok().and_then(|r| found.get(r - 1)) else {
                continue;
            };
            if file != no.to_string() {
                continue;
            }
            n += 1;
            let at: Timestamp = said["t"].as_str().unwrap().parse().unwrap();
            assert_eq!(check_in.when.at, at, "record {record}");
            for (value, name) in [
                (check_in.withdrawal_64, "said_total"),
                (check_in.craving, "craving"),
                (check_in.mood, "mood"),
            ] {
                if let Some(value) = value {
                    assert_eq!(Some(value), said[name].as_f64(), "record {record}, {name}");
                }
            }
            if check_in.symptoms.len() == Symptom::ALL.len() {
                let items: Vec<u64> = check_in.symptoms.values().map(|&v| u64::from(v)).collect();
                let said: Vec<u64> = said["said_items"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|v| v.as_u64().unwrap())
                    .collect();
                assert_eq!(items, said, "record {record}");
            }
        }
    }
    assert_eq!(n, found.len(), "check-ins found in the truth");
}

#[test]
fn everybodys_check_ins_arrive_whole_and_on_the_minute() {
    let files = [
        ("1-nora-weekends", "checkins.csv", home("Europe/Berlin")),
        ("2-tom-slow-creep", "checkins.csv", tom()),
        ("3-dale-taper", "withdrawal.csv", home("America/New_York")),
        ("4-aroon-tea", "checkins.csv", home("Asia/Bangkok")),
        ("5-kim-capsules-to-tablets", "mood.tsv", home("America/Los_Angeles")),
        ("6-leo-chaos", "befinden.csv", home("Europe/Vienna")),
    ];
    for (person, name, zones) in files {
        let Some((reading, truth)) = open(person, name, &[], &zones) else {
            return;
        };
        let file = &truth["files"][name];
        check_check_ins(&reading, file);
        check_check_ins_one_by_one(&reading, &truth, file["no"].as_u64().unwrap());
        assert!(check_ins(&reading).iter().all(|c| c.sleep_hours.is_some()), "{person}");
        assert!(
            !asked(&reading).contains(&"dates"),
            "{person}: a day above twelve settles it"
        );
        assert!(reading.not_taken.is_empty(), "{person}: {:?}", reading.not_taken);
    }
}

#[test]
fn toms_ratings_are_felt_effects_at_the_dose_they_name() {
    let Some((reading, truth)) = open("2-tom-slow-creep", "felt.csv", &[], &tom()) else {
        return;
    };
    let file = &truth["files"]["felt.csv"];
    let found = felt(&reading);
    assert_eq!(found.len() as u64, file["ratings"].as_u64().unwrap());
    assert_eq!(
        found.iter().filter(|f| f.duration_h.is_some()).count() as u64,
        file["with_duration"].as_u64().unwrap()
    );
    assert!(found.iter().all(|f| f.strength.is_some()));
    assert_eq!(reading.rows.len(), found.len());
}

#[test]
fn toms_export_keeps_every_dose_where_he_was() {
    let Some((reading, truth)) = open("2-tom-slow-creep", "herbal-export-2025-09-20.csv", &[], &tom()) else {
        return;
    };
    let file = &truth["files"]["herbal-export-2025-09-20.csv"];
    assert_eq!(reading.format.id, "herbal_tracker");
    assert_eq!(reading.rows.len() as u64, file["rows"].as_u64().unwrap());
    check_doses(&reading, file);
    check_grams(&reading, file);
    let n_nameless = doses(&reading)
        .iter()
        .filter(|(_, _, product)| product.is_none())
        .count() as u64;
    assert_eq!(n_nameless, file["doses_with_missing_strain"].as_u64().unwrap());
    check_instants(&reading, &truth, 2, SignedDuration::from_mins(90), 0.97);
    // The hour between one and two that came twice: in the order of the file, fifty minutes apart.
    let twice: Vec<Timestamp> = doses(&reading)
        .iter()
        .filter(|(_, d, _)| d.when.wall().to_string().starts_with("2024-11-03T01:"))
        .map(|(_, d, _)| d.when.at)
        .collect();
    assert_eq!(twice.len(), 2);
    assert_eq!(twice[1].duration_since(twice[0]).as_mins(), 50);
    assert!(warned(&reading, "hour_twice"));
}

#[test]
fn dales_doses_symptoms_and_nothing_of_the_schedule() {
    let Some((reading, truth)) = open(
        "3-dale-taper",
        "taperk-export-2026-03-08.csv",
        &[],
        &home("America/New_York"),
    ) else {
        return;
    };
    let file = &truth["files"]["taperk-export-2026-03-08.csv"];
    assert_eq!(reading.format.id, "taperk");
    check_doses(&reading, file);
    check_grams(&reading, file);
    assert_eq!(doses(&reading).len() as u64, file["rows"].as_u64().unwrap());
    assert_eq!(check_ins(&reading).len() as u64, file["symptom_rows"].as_u64().unwrap());
    assert_eq!(
        reading.not_taken["TAPER SCHEDULE DESIGN"] as u64,
        file["schedule_rows_not_adopted"].as_u64().unwrap()
    );
    let capsules = reading.questions.iter().find(|q| q.id == "product:capsules").unwrap();
    assert_eq!((capsules.n_rows, capsules.careful.as_str()), (2, "leaf"));
    // The time is when it was typed: never before the dose, and in the order of the file.
    check_instants(&reading, &truth, 1, SignedDuration::from_hours(4), 0.95);
    let plans = reading.rows.iter().filter(|r| {
        matches!(
            &r.says,
            Says::Entry(Event::Note(Note {
                kind: NoteKind::ForeignPlan,
                ..
            }))
        )
    });
    assert_eq!(plans.count(), 1);
}

#[test]
fn aroons_zeros_are_no_statement() {
    for answers in [&[][..], &[("tea_grams_per_litre", "20")][..]] {
        let Some((reading, truth)) = open(
            "4-aroon-tea",
            "teataper-export-2026-05-11.csv",
            answers,
            &home("Asia/Bangkok"),
        ) else {
            return;
        };
        let file = &truth["files"]["teataper-export-2026-05-11.csv"];
        assert_eq!(reading.format.id, "tea_taper");
        let totals: Vec<&Quantity> = days(&reading)
            .into_iter()
            .map(|d| match &d.says {
                DaySays::Total(total) => total,
                other => panic!("{}: {other:?}", d.day),
            })
            .collect();
        assert_eq!(totals.len() as u64, file["day_totals"].as_u64().unwrap());
        let ml: f64 = totals.iter().map(|t| t.value).sum();
        assert!((ml - file["ml_total"].as_f64().unwrap()).abs() < 1e-6);
        assert!(
            totals
                .iter()
                .all(|t| t.unit == Unit::TeaMl && t.each.is_some() != answers.is_empty())
        );
        assert!(doses(&reading).is_empty());
        assert!(check_ins(&reading).iter().all(|c| c.precision == Precision::Day));
        let lines: BTreeSet<usize> = reading.rows.iter().map(line).collect();
        assert_eq!(lines.len() as u64, file["rows"].as_u64().unwrap());
    }
}

#[test]
fn noras_habits_tell_true_zero_from_unknown() {
    let Some((reading, truth)) = open("1-nora-weekends", "loop-habits.zip", &[], &home("Europe/Berlin")) else {
        return;
    };
    let file = &truth["files"]["loop-habits.zip"];
    assert_eq!(reading.format.id, "loop_habit");
    let n_rows: u64 = file["habits"]
        .as_object()
        .unwrap()
        .values()
        .map(|h| h["rows"].as_u64().unwrap())
        .sum();
    assert_eq!(reading.rows.len() as u64, n_rows);
    let of = |habit: &str| -> Vec<&Row> {
        let rows = reading.rows.iter();
        rows.filter(|r| r.source_id.as_ref().is_some_and(|id| id.starts_with(habit)))
            .collect()
    };
    let count = |rows: &[&Row], is: &dyn Fn(&Says) -> bool| rows.iter().filter(|r| is(&r.says)).count() as u64;
    let says_day = |says: &Says, is: fn(&DaySays) -> bool| matches!(says, Says::Entry(Event::Day(d)) if is(&d.says));
    let grams = of("kratom g/");
    let values = &file["habits"]["kratom g"]["values"];
    assert_eq!(
        Some(count(&grams, &|s| says_day(s, |d| *d == DaySays::NothingTaken))),
        values["zero"].as_u64()
    );
    assert_eq!(
        Some(count(&grams, &|s| says_day(s, |d| matches!(d, DaySays::Total(_))))),
        values["amount"].as_u64()
    );
    assert_eq!(
        Some(count(&grams, &|s| matches!(
            s,
            Says::Skipped { .. } | Says::Entry(Event::Note(_))
        ))),
        values["UNKNOWN"].as_u64()
    );
    let free = of("Kratom-free day/");
    let values = &file["habits"]["Kratom-free day"]["values"];
    assert_eq!(
        Some(count(&free, &|s| says_day(s, |d| *d == DaySays::NothingTaken))),
        values["YES_MANUAL"].as_u64()
    );
    // Three days of "no" have no total: use of unknown amount, and the truth knows a dose on each.
    let used: Vec<String> = free
        .iter()
        .filter_map(|r| match &r.says {
            Says::Entry(Event::Day(d)) if d.says == DaySays::Unknown => Some(d.day.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(used.len(), 3);
    for day in used {
        let daily = truth["daily"]
            .as_array()
            .unwrap()
            .iter()
            .find(|d| d["day"] == day.as_str())
            .unwrap();
        assert!(daily["n"].as_u64().unwrap() > 0, "{day}");
    }
    assert!(held(&reading).is_empty());
}
