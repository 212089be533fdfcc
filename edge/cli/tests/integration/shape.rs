//! Help, completions, pipes, JSON contracts, the engine as a command.

use crate::support::{Home, done};
use std::io::Write;
use std::process::Stdio;

#[test]
fn help_has_examples_and_codes_and_every_verb() {
    let home = Home::empty();
    let help = home.ok(&["--help"]);
    for verb in [
        "init",
        "log",
        "amend",
        "undo",
        "remove",
        "product",
        "batch",
        "checkin",
        "effect",
        "craving",
        "today",
        "history",
        "forecast",
        "learn",
        "score",
        "chart",
        "import",
        "export",
        "backup",
        "restore",
        "verify",
        "rebuild",
        "passphrase",
        "recover",
        "doctor",
        "engine",
    ] {
        assert!(help.contains(&format!("\n  {verb} ")), "{verb} is missing");
    }
    assert!(help.contains("EBB_HOME") && help.contains("Exit codes"));
    assert!(home.ok(&["log", "--help"]).contains("20 min ago"));
    assert_eq!(home.run(&["dance"]).code, 2);
    assert_eq!(home.run(&[]).code, 2);
}

#[test]
fn completions_and_the_manual_are_made() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(home.ok(&["completions", shell]).contains("ebb"));
    }
    assert!(home.ok(&["man"]).starts_with(".ie") || home.ok(&["man"]).contains(".TH ebb"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::new();
    let mut child = home
        .command(&["--help"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn the_engine_reads_the_reference_form_and_prints_its_keys() {
    let home = Home::empty();
    let scenario = r#"{"doses": [[8.0, 45.0], [20.0, 45.0]], "times_h": [9.5, 7.0, 24.0], "params": {"CL": 50.0}}"#;
    let mut child = home
        .command(&["engine", "run", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(scenario.as_bytes()).unwrap();
    let answer = done(child.wait_with_output().unwrap());
    assert_eq!(answer.code, 0, "{}", answer.err);
    let answer: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    let keys: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["times_h", "C", "C7", "s", "Af", "As", "D", "E", "W64"]);
    assert_eq!(answer["times_h"], serde_json::json!([7.0, 9.5, 24.0]));
    assert_eq!(answer["C"][0], 0.0);
    assert!(answer["C"][1].as_f64().unwrap() > 50.0);
    let path = home.path("bad.json");
    std::fs::write(&path, r#"{"doses": [], "times_h": [1], "params": {"nonsense": 1}}"#).unwrap();
    let said = home.fails(2, &["engine", "run", path.to_str().unwrap()]);
    assert!(said.contains("nonsense"), "{said}");
}

#[test]
fn pictures_come_as_text_and_as_svg_and_are_the_same_twice() {
    let home = Home::new();
    for time in ["6:00", "9:00", "11:00"] {
        home.ok(&["log", &format!("3g green at {time}")]);
    }
    for which in ["level", "grams", "doses", "tolerance", "withdrawal", "calendar"] {
        let text = home.ok(&["chart", which, "--width", "72"]);
        assert!(text.lines().count() > 4, "{which}: {text}");
        assert!(text.lines().all(|l| l.chars().count() <= 72), "{which} is too wide");
        assert!(!text.contains('\u{1b}'), "no colours into a pipe");
        let svg = home.ok(&["chart", which, "--svg"]);
        assert!(svg.starts_with("<svg") && svg.contains("<title"), "{which}");
        assert!(!svg.contains("NaN"), "{which}");
        assert_eq!(svg, home.ok(&["chart", which, "--svg"]), "{which}");
    }
    let forecast = home.json(&["forecast", "--days", "7"]);
    assert_eq!(
        forecast,
        home.json(&["forecast", "--days", "7"]),
        "the same seed gives the same forecast"
    );
    let today = home.json(&["today"]);
    assert_eq!(
        forecast["peak_64"], today["now"]["stop_peak_64"],
        "the forecast that is shown is one and the same"
    );
}

#[test]
fn forced_times_and_zones_decide_the_day() {
    let home = Home::new().at("2026-03-29T04:30:00+02:00[Europe/Berlin]");
    home.ok(&["log", "2g green at 3:30"]);
    let history = home.json(&["history", "--from", "2026-03-28", "--to", "2026-03-29"]);
    assert_eq!(history["days"][0]["doses"], 1, "half past three is still last night");
    home.fails(2, &["log", "2g green 2026-03-30 08:00"]);
    home.ok(&["set", "--day-start", "3"]);
    let history = home.json(&["history", "--from", "2026-03-28", "--to", "2026-03-29"]);
    assert_eq!(history["days"][1]["doses"], 1, "unless the day starts at three");
}
