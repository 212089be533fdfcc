//! What a new person does in the first minutes.

use crate::support::{Home, PASSPHRASE};

#[test]
fn a_dose_in_one_line_is_there_at_once() {
    let home = Home::new();
    let said = home.ok(&["log", "2.5g green 20 min ago because stressed"]);
    assert!(said.contains("Logged 2.5 g green, today 11:40 · stressed."), "{said}");
    let today = home.ok(&["today"]);
    assert!(today.contains("2.5 g in 1 dose"), "{today}");
    assert!(today.contains("at least 3 are needed"), "{today}");
    assert_eq!(home.json(&["today"])["now"]["silent_because"], "too_few_doses");
}

#[test]
fn an_unknown_amount_is_not_zero_and_no_entry_is_not_a_day_without() {
    let home = Home::new();
    home.ok(&["log", "? green at 8:00"]);
    home.ok(&["log", "none", "--day", "2026-05-30"]);
    let history = home.json(&["history", "--from", "2026-05-29", "--to", "2026-06-01"]);
    let days = history["days"].as_array().unwrap();
    let states: Vec<&str> = days.iter().map(|d| d["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["no_entry", "nothing_taken", "no_entry", "unknown_amount"]);
    assert!(days[0]["grams"].is_null());
    assert_eq!(days[1]["grams"], 0.0);
    assert!(days[3]["grams"].is_null());
    assert_eq!(days[3]["unknown_doses"], 1);
}

#[test]
fn changing_removing_and_undoing_lose_nothing() {
    let home = Home::new();
    home.ok(&["log", "2.5g green at 8:00"]);
    home.ok(&["amend", "last", "--amount", "2g", "--note", "with breakfast"]);
    let day = || home.json(&["history", "--from", "2026-06-01", "--to", "2026-06-01"])["days"][0].clone();
    assert_eq!(day()["grams"], 2.0);
    home.ok(&["undo"]);
    assert_eq!(day()["grams"], 2.5, "undo takes the change back");
    home.ok(&["undo"]);
    assert_eq!(day()["state"], "no_entry", "undo again takes the dose back");
    let entries = home.json(&["entries"]);
    let dose = home.json(&["log", "3g green at 9:00"])["logged"]
        .as_str()
        .unwrap()
        .to_owned();
    home.ok(&["remove", &dose[28..]]);
    assert_eq!(day()["state"], "no_entry");
    home.ok(&["remove", &dose[28..]]);
    assert_eq!(day()["grams"], 3.0, "removing again brings it back");
    assert!(entries["entries"].as_array().unwrap().len() <= 2);
    assert_eq!(home.json(&["verify"])["intact"], true);
}

#[test]
fn every_kind_of_entry_can_be_written_and_listed() {
    let home = Home::new();
    home.ok(&["product", "add", "green", "--mg-per-g", "15±3"]);
    home.ok(&["product", "add", "shot", "--kind", "extract", "--mg-each", "112.5"]);
    home.ok(&["product", "add", "tablets", "--kind", "7oh", "--seven-oh-mg-each", "15"]);
    home.ok(&["product", "default", "green"]);
    home.ok(&["batch", "green", "--name", "bag of May", "--mg-per-g", "12"]);
    home.ok(&["log", "2g at 8:00"]);
    home.ok(&["log", "1 shot shot at 9:00"]);
    home.ok(&["effect", "--strength", "4", "--hours", "2.5"]);
    home.ok(&["checkin", "--withdrawal", "12", "--mood", "5", "--symptom", "aching=2"]);
    home.ok(&[
        "craving",
        "6",
        "--trigger",
        "boredom",
        "--outcome",
        "passed",
        "--minutes",
        "15",
    ]);
    home.ok(&["took", "coffee", "100", "mg", "--when", "7:00"]);
    home.ok(&["note", "slept", "well"]);
    home.ok(&["set", "--day-start", "5"]);
    let entries = home.json(&["entries", "-n", "50"]);
    let mut kinds: Vec<&str> = entries["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "batch",
            "check_in",
            "co_use",
            "craving",
            "dose",
            "felt_effect",
            "note",
            "product"
        ]
    );
    let list = home.ok(&["entries"]);
    assert!(
        list.contains("green") && list.contains("boredom") && list.contains("slept well"),
        "{list}"
    );
}

#[test]
fn seven_oh_products_are_kept_without_a_forecast() {
    let home = Home::new();
    home.ok(&["product", "add", "leaf"]);
    home.ok(&["product", "add", "tablets", "--kind", "7oh", "--seven-oh-mg-each", "15"]);
    for time in ["6:00", "7:00", "8:00", "9:00"] {
        home.ok(&["log", &format!("2g leaf at {time}")]);
    }
    assert!(home.json(&["forecast"])["peak_64"]["mid"].is_number());
    home.ok(&["log", "1 tablet tablets at 10:00"]);
    assert_eq!(home.json(&["forecast"])["silent_because"], "product_without_forecast");
    let day = &home.json(&["history", "--from", "2026-06-01", "--to", "2026-06-01"])["days"][0];
    assert_eq!((&day["doses"], &day["doses_without_forecast"]), (&5.into(), &1.into()));
    assert_eq!(day["grams"], 8.0, "milligrams of 7-OH are never grams of leaf");
}

#[test]
fn a_backup_travels_and_a_phrase_opens_the_door() {
    let home = Home::empty();
    let phrase = home.json(&["init"])["recovery_phrase"].as_str().unwrap().to_owned();
    assert_eq!(phrase.split_whitespace().count(), 24);
    home.ok(&["log", "2.5g green at 8:00"]);
    let file = home.path("backup.ebb-backup");
    let file = file.to_str().unwrap();
    home.ok(&["backup", file]);
    home.fails(2, &["backup", file]);
    let there = Home::empty();
    there.ok(&["restore", file]);
    assert_eq!(there.json(&["entries"]), home.json(&["entries"]));
    assert_eq!(
        there.json(&["restore", file])["added"],
        0,
        "a backup of the same vault adds only what is missing"
    );
    std::fs::write(there.path("phrase"), &phrase).unwrap();
    std::fs::write(there.path("new"), "another good passphrase").unwrap();
    let (phrase_file, new) = (there.path("phrase"), there.path("new"));
    there.ok(&[
        "recover",
        "--phrase-file",
        phrase_file.to_str().unwrap(),
        "--new-passphrase-file",
        new.to_str().unwrap(),
    ]);
    there.fails(3, &["today"]);
    std::fs::write(there.path("passphrase"), "another good passphrase\n").unwrap();
    there.ok(&["today"]);
}

#[test]
fn an_export_says_everything_and_comes_back_as_nothing_new() {
    let home = Home::new();
    home.ok(&["log", "2.5g green at 8:00 because =cmd()"]);
    home.ok(&["checkin", "--mood", "4"]);
    let file = home.path("all.json");
    let file = file.to_str().unwrap();
    home.ok(&["export", file]);
    let again = home.json(&["import", file, "--yes"]);
    assert_eq!((&again["new"], &again["duplicate"]), (&0.into(), &3.into()));
    let there = Home::new();
    assert_eq!(there.json(&["import", file, "--yes"])["new"], 3);
    assert_eq!(there.ok(&["export"]), home.ok(&["export"]));
    let table = home.ok(&["export", "--format", "csv"]);
    assert!(table.contains("'=cmd()"), "a formula is neutralised: {table}");
    assert!(!table.contains(PASSPHRASE));
}
