//! Every shared diary through the command line: counts, zones, idempotence, undo, secrets. The full table of every count
//! is `cargo run -p ebb-exchange --example diaries`; here the way through the program is what is tested.

use crate::support::{Home, shared};
use serde_json::Value;
use std::path::Path;

const TOKYO: &str = "Asia/Tokyo@2025-05-09T15:40/2025-05-20T17:30";

/// Folder, home zone, journey, answers.
const PEOPLE: [(&str, &str, Option<&str>, &[&str]); 6] = [
    ("1-nora-weekends", "Europe/Berlin", None, &[]),
    ("2-tom-slow-creep", "America/Chicago", Some(TOKYO), &[]),
    ("3-dale-taper", "America/New_York", None, &[]),
    ("4-aroon-tea", "Asia/Bangkok", None, &[]),
    (
        "5-kim-capsules-to-tablets",
        "America/Los_Angeles",
        None,
        &["capsule_grams=0.55", "product:Extract shot=extract:112.5mg"],
    ),
    (
        "6-leo-chaos",
        "Europe/Vienna",
        None,
        &[
            "teaspoon_grams=2.3",
            "capsule_grams=0.55",
            "decimal=comma",
            "dates=day_first",
        ],
    ),
];

fn import(home: &Home, file: &Path, zone: &str, journey: Option<&str>, answers: &[&str]) -> Value {
    let file = file.to_str().unwrap();
    let mut args = vec!["import", file, "--yes", "--zone", zone];
    if let Some(journey) = journey {
        args.extend(["--zone", journey]);
    }
    for answer in answers {
        args.extend(["--answer", answer]);
    }
    home.json(&args)
}

fn files(folder: &Path) -> Vec<(String, Value)> {
    let truth: Value = serde_json::from_slice(&std::fs::read(folder.join("truth.json")).unwrap()).unwrap();
    let mut files: Vec<(String, Value)> = truth["files"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    files.sort_by_key(|(_, v)| v["no"].as_u64());
    files
}

#[test]
fn every_diary_goes_in_once_and_comes_out_again() {
    let Some(shared) = shared("every_diary_goes_in_once_and_comes_out_again") else {
        return;
    };
    for (person, zone, journey, answers) in PEOPLE {
        let folder = shared.join(person);
        let home = Home::new();
        let mut exports = vec![home.ok(&["export"])];
        let files = files(&folder);
        for (name, truth) in &files {
            let report = import(&home, &folder.join(name), zone, journey, answers);
            for (ours, theirs) in [
                ("doses_known", "doses_known"),
                ("doses_unknown_amount", "doses_unknown_amount"),
            ] {
                let zeros = truth["dose_zero_ask_if_unknown"].as_u64().unwrap_or(0);
                let wanted = truth[theirs].as_u64().unwrap() + if ours == "doses_unknown_amount" { zeros } else { 0 };
                assert_eq!(report["found"][ours].as_u64(), Some(wanted), "{person}/{name} {ours}");
            }
            exports.push(home.ok(&["export"]));
        }
        for (name, _) in &files {
            let again = import(&home, &folder.join(name), zone, journey, answers);
            assert_eq!(again["new"], 0, "{person}/{name} a second time");
        }
        secrets_are_nowhere(&home, &folder);
        for (before, (name, _)) in exports.iter().rev().skip(1).zip(files.iter().rev()) {
            let export = home.ok(&["export"]);
            if export != *before {
                home.ok(&["undo"]);
            }
            assert!(
                home.ok(&["export"]) == *before,
                "{person}/{name}: undo gives back what was before"
            );
        }
        assert_eq!(home.json(&["verify"])["intact"], true);
    }
}

fn secrets_are_nowhere(home: &Home, folder: &Path) {
    let truth: Value = serde_json::from_slice(&std::fs::read(folder.join("truth.json")).unwrap()).unwrap();
    let mut places = vec![
        home.ok(&["export"]),
        home.ok(&["entries", "-n", "5000"]),
        home.ok(&["export", "--format", "csv"]),
    ];
    places.push(String::from_utf8_lossy(&std::fs::read(home.vault_file()).unwrap()).into_owned());
    for secret in truth["secrets_that_must_never_be_kept"].as_array().unwrap() {
        let secret = secret.as_str().unwrap();
        assert!(
            places.iter().all(|p| !p.contains(secret)),
            "a secret of {} was kept",
            folder.display()
        );
    }
}

#[test]
fn no_trap_panics_or_leaves_half_a_change() {
    let Some(shared) = shared("no_trap_panics_or_leaves_half_a_change") else {
        return;
    };
    let traps = shared.join("traps");
    let expected: Value = serde_json::from_slice(&std::fs::read(traps.join("EXPECTED.json")).unwrap()).unwrap();
    let home = Home::new();
    home.ok(&["log", "2g green at 8:00"]);
    let before = home.ok(&["export"]);
    for (name, what) in expected.as_object().unwrap() {
        let zone = what["zone"].as_str().unwrap_or("UTC");
        let path = traps.join(name);
        let done = home.run(&["import", path.to_str().unwrap(), "--yes", "--zone", zone, "--json"]);
        assert!(done.code == 0 || done.code == 1, "{name}: {} {}", done.code, done.err);
        let outcome = what["outcome"].as_str().unwrap();
        if outcome.starts_with("refuse") && !outcome.contains(" or ") && !outcome.contains(", or") {
            assert_ne!(done.code, 0, "{name} must be refused");
        }
        let report: Value = serde_json::from_str(&done.out).unwrap();
        if report["batch"].is_string() {
            home.ok(&["undo"]);
        }
        assert!(home.ok(&["export"]) == before, "{name} left something behind");
    }
    assert_eq!(home.json(&["verify"])["intact"], true);
    assert!(!Path::new("/etc/evil.csv").exists());
}
