//! `ebb engine`: files in, figures out, without a vault and without a passphrase.

use crate::support::Home;
use serde_json::Value;
use std::fmt::Write;

/// The frozen examples of docs/json.md.
const POPULATION: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../pure/pharm/tests/forms/population.json"
);
const PERSON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../pure/pharm/tests/forms/person.json");

/// The rows of a CSV without quoted cells, each as long as the head.
#[track_caller]
fn rows(csv: &str) -> Vec<Vec<&str>> {
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{csv}");
    rows
}

#[test]
fn a_population_is_drawn_without_a_vault_and_is_the_same_twice() {
    let home = Home::empty();
    let ask = |form: &[&str]| {
        let args = ["engine", "population", POPULATION, "--n", "40", "--seed", "3"];
        home.ok(&[&args, form].concat())
    };
    let table = ask(&[]);
    assert!(table.starts_with("40 bodies, seed 3"), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    assert_eq!(table, ask(&[]));
    let answer: Value = serde_json::from_str(&ask(&["--json"])).unwrap();
    assert_eq!(answer["draws"], 40);
    assert_eq!(answer["times_h"].as_array().unwrap().len(), 6);
    let csv = ask(&["--csv"]);
    let rows = rows(&csv);
    assert_eq!(
        rows[0],
        [
            "series",
            "t_h",
            "median",
            "low_50",
            "high_50",
            "low_80",
            "high_80",
            "median_error"
        ]
    );
    assert_eq!(rows.len(), 1 + 5 * 6);
    for row in &rows[1..] {
        let figures: Vec<f64> = row[1..].iter().map(|cell| cell.parse().unwrap()).collect();
        let [_, median, low_50, high_50, low_80, high_80, _] = figures[..] else {
            panic!("{row:?}")
        };
        assert!(
            low_80 <= low_50 && low_50 <= median && median <= high_50 && high_50 <= high_80,
            "{row:?}"
        );
    }
    assert_eq!(answer["C"]["median"][1].as_f64().unwrap().to_string(), rows[2][2]);
    assert!(!home.vault_file().exists());
}

#[test]
fn a_person_is_learned_from_a_file_with_the_population_beside() {
    let home = Home::empty();
    let ask = |form: &[&str]| home.ok(&[&["engine", "fit", PERSON, "--draws", "60"], form].concat());
    let table = ask(&[]);
    assert!(
        table.starts_with("Learned from 6 ratings, 2 durations and 6 check-ins."),
        "{table}"
    );
    assert!(table.contains("this person") && table.contains("batch 1") && table.contains("independent ones"));
    assert!(table.lines().take(13).all(|line| line.chars().count() <= 80), "{table}");
    let answer: Value = serde_json::from_str(&ask(&["--json"])).unwrap();
    assert_eq!(answer["seed"], 7, "the file's seed");
    assert_eq!(answer["numbers"][0]["name"], "EC50");
    assert!(answer["effective_size"].as_f64().unwrap() > 1.0);
    let csv = ask(&["--csv", "--seed", "8"]);
    let rows = rows(&csv);
    assert_eq!(rows.len(), 10);
    assert_eq!(rows[0][..4], ["number", "unit", "most_likely", "median"]);
    assert_eq!(rows[0][10], "population_median");
}

#[test]
fn without_reports_the_engine_gives_the_population_back() {
    let home = Home::empty();
    let file = home.path("nobody.json");
    std::fs::write(&file, r#"{"doses": [[0, 40]], "reports": {}}"#).unwrap();
    let answer = home.json(&["engine", "fit", file.to_str().unwrap(), "--draws", "2000"]);
    assert_eq!(answer["route"], "prior");
    for number in answer["numbers"].as_array().unwrap() {
        let median = |which: &str| number[which]["median"].as_f64().unwrap();
        assert!((median("learned") / median("population")).ln().abs() < 0.15, "{number}");
        assert_eq!(number["most_likely"], number["population"]["median"]);
    }
}

#[test]
fn a_wrong_file_is_told_what_is_wrong_where_and_what_to_do() {
    let home = Home::empty();
    let mut found = String::new();
    for (name, text) in [
        ("half.json", "{"),
        (
            "minus.json",
            r#"{"doses": [[1, 40], [2, -3]], "reports": {}, "times_h": []}"#,
        ),
        ("rated.json", r#"{"doses": [], "reports": {"felt": [[1, 11]]}}"#),
        ("word.json", r#"{"doses": [], "reports": {"felts": []}}"#),
    ] {
        let file = home.path(name);
        std::fs::write(&file, text).unwrap();
        let done = home.run(&["engine", "fit", file.to_str().unwrap()]);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{name}");
        let _ = writeln!(found, "{}", done.err);
    }
    for words in [
        "half.json cannot be run: the scenario is not valid JSON (line 1, column 1)",
        "minus.json cannot be run: times_h: unknown key; known are: doses, reports, seed",
        "rated.json cannot be run: reports: felt effect report 0: its value must lie between 0 and 10",
        "word.json cannot be run: reports.felts: unknown key; known are: felt, lasted, symptoms",
        "hint: correct it there; positions count from 0, and docs/json.md describes the form",
    ] {
        assert!(found.contains(words), "{words}\n{found}");
    }
    let done = home.run(&["engine", "fit", "nowhere.json"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("nowhere.json: there is no such file"), "{}", done.err);
    home.fails(2, &["engine", "population", POPULATION, "--n", "0"]);
    let both = home.run(&["engine", "fit", PERSON, "--csv", "--json"]);
    assert_eq!(both.code, 2);
    assert!(both.out.contains("two forms of one answer"), "{}", both.out);
}
