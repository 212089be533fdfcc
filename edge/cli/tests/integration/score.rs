//! The public score: forecasts that were shown, kept and compared with what was said later.

use crate::support::Home;
use serde_json::{Value, json};

/// A diary of twelve days, three doses a day, the last on 20 May 2026 at 20:00.
pub(crate) fn regular() -> Home {
    let mut home = Home::new();
    let mut entries = Vec::new();
    for day in 9..=20 {
        for (n, hour) in [8, 14, 20].into_iter().enumerate() {
            entries.push(json!({
                "v": 1,
                "id": format!("019e0000-0000-7000-8000-0000000{day:02}{n:03}"),
                "clock": [1_778_000_000_000_i64 + i64::from(day), n],
                "kind": "dose",
                "body": {
                    "when": format!("2026-05-{day:02}T{hour:02}:00:00+02:00[Europe/Berlin]"),
                    "amount": { "value": 4.0, "unit": "gram" },
                },
            }));
        }
    }
    let file = home.path("diary.json");
    std::fs::write(&file, json!({ "ebb_export": 1, "entries": entries }).to_string()).unwrap();
    home = home.at("2026-05-20T21:00:00+02:00[Europe/Berlin]");
    assert_eq!(home.json(&["import", file.to_str().unwrap(), "--yes"])["new"], 36);
    home
}

pub(crate) fn at(home: Home, day: u32, time: &str) -> Home {
    let (month, day) = if day > 31 { (6, day - 31) } else { (5, day) };
    home.at(&format!("2026-{month:02}-{day:02}T{time}:00+02:00[Europe/Berlin]"))
}

/// Every morning a look at the forecast, every evening an answer that `say` makes of what had been shown for then.
pub(crate) fn stopping(
    mut home: Home,
    days: std::ops::RangeInclusive<u32>,
    say: impl Fn(u32, f64, f64) -> f64,
) -> Home {
    for day in days {
        home = at(home, day, "09:00");
        let shown = home.json(&["forecast", "--days", "2"]);
        let series = &shown["withdrawal_64"];
        // Half-hours from the morning on: the nineteenth is of half past six.
        let value = |name: &str| series[name][19].as_f64().unwrap();
        let said = say(day, value("median"), value("high_80")).clamp(0.0, 64.0).round();
        home = at(home, day, "18:30");
        home.ok(&["checkin", "--withdrawal", &said.to_string()]);
    }
    home
}

fn kept(home: &Home) -> u64 {
    home.json(&["score"])["kept"].as_u64().unwrap()
}

#[test]
fn a_forecast_that_is_shown_is_kept_once_and_is_no_entry() {
    let home = regular();
    assert_eq!(kept(&home), 0);
    let said = home.ok(&["score"]);
    assert!(
        said.contains("No forecast is kept yet") && said.contains("ebb forecast"),
        "{said}"
    );
    let entries = home.json(&["entries", "-n", "99"]);
    home.ok(&["forecast"]);
    assert_eq!(kept(&home), 1);
    home.ok(&["forecast", "--days", "3"]);
    home.ok(&["chart", "withdrawal"]);
    assert_eq!(kept(&home), 1, "looking again adds nothing");
    assert_eq!(
        home.json(&["entries", "-n", "99"]),
        entries,
        "it is no line of the diary"
    );
    assert_eq!(home.json(&["rebuild"])["entries"], 36);
    let home = home.at("2026-05-20T23:30:00+02:00[Europe/Berlin]");
    home.ok(&["forecast"]);
    assert_eq!(kept(&home), 1, "nor does looking a little later");
    home.ok(&["log", "1g at 23:00"]);
    home.ok(&["chart", "withdrawal", "--svg"]);
    assert_eq!(kept(&home), 2, "a dose makes another forecast");
    assert_eq!(
        home.json(&["undo"])["kind"],
        "dose",
        "undo takes back what a person wrote"
    );
    let home = home.at("2026-05-21T08:00:00+02:00[Europe/Berlin]");
    home.ok(&["forecast"]);
    assert_eq!(kept(&home), 3, "and so do hours");
    let export: Value = serde_json::from_str(&home.ok(&["export"])).unwrap();
    let forecasts = export["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "forecast");
    assert_eq!(forecasts.count(), 3);
    let there = Home::new();
    let file = there.path("copy.json");
    std::fs::write(&file, export.to_string()).unwrap();
    there.ok(&["import", file.to_str().unwrap(), "--yes"]);
    assert_eq!(kept(&there), 3, "a copy of the diary holds them");
    assert_eq!(home.json(&["verify"])["intact"], true);
}

#[test]
fn answers_are_compared_with_what_was_shown_before_them() {
    let home = regular();
    home.ok(&["forecast"]);
    let said = home.ok(&["score"]);
    assert!(
        said.contains("One forecast is kept") && said.contains("half an hour"),
        "{said}"
    );
    let home = stopping(home, 21..=23, |_, median, _| median);
    let score = home.json(&["score"]);
    assert_eq!(score["verdict"], "too_few");
    assert_eq!(score["all"]["check_ins"], 3);
    assert_eq!(score["all"]["inside_50"]["held"], score["all"]["comparisons"]);
    // The first look was at the population's curve; from the first answer on it is one that was learned.
    let beside = score["all"]["against_population"]["comparisons"].as_u64().unwrap();
    assert!(beside > 0 && beside < score["all"]["comparisons"].as_u64().unwrap());
    let first = &score["scored"][0];
    assert_eq!(first["lead"], "day");
    assert!((first["lead_hours"].as_f64().unwrap() - 9.5).abs() < 1e-9);
    assert!((first["said"].as_f64().unwrap() - first["median"].as_f64().unwrap()).abs() < 1.0);
    let text = home.ok(&["score"]);
    assert!(
        text.contains("3 of 15 answers") && text.contains("1 of 5 stretches"),
        "{text}"
    );
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");

    // A dose that is remembered later makes the answers after it say nothing about the forecast.
    home.ok(&["log", "1g", "--when", "2026-05-22 02:00"]);
    let score = home.json(&["score"]);
    assert_eq!(
        score["left_out"]["something_taken"], 2,
        "those forecasts knew an older last dose"
    );
    assert_eq!(score["all"]["check_ins"], 1, "{score}");
}

#[test]
fn who_goes_on_or_comes_down_sees_how_that_was_foretold() {
    let home = at(regular(), 21, "07:00");
    home.ok(&["forecast", "--if", "keep-on"]);
    home.ok(&["forecast", "--if", "keep-on", "--days", "7"]);
    home.json(&["forecast", "--down-by", "10", "--every", "7"]);
    home.ok(&["forecast"]);
    let kept = home.json(&["score"]);
    assert_eq!((&kept["kept"], &kept["going_on"]["kept"]), (&json!(1), &json!(2)));
    // As ever, but for the last dose of the second day, which is a little early and a little smaller.
    let mut home = home;
    for (day, time, dose) in [
        (21, "08:10", "4g"),
        (21, "14:00", "4g"),
        (21, "20:30", "4g"),
        (22, "08:00", "4g"),
        (22, "14:00", "4g"),
        (22, "19:00", "3.5g"),
    ] {
        home = at(home, day, time);
        home.ok(&["log", dose]);
    }
    home = at(home, 22, "22:00");
    home.ok(&["checkin", "--withdrawal", "5"]);
    let score = home.json(&["score"]);
    assert_eq!(score["going_on"]["all"]["check_ins"], 1, "{score}");
    assert_eq!(score["all"], Value::Null);
    assert_eq!(score["left_out"]["something_taken"], 1);
    let text = home.ok(&["score"]);
    for said in [
        "If you stopped",
        "Going on, coming down, plans",
        "One answer so far",
        "speaks of nothing more",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let svg = home.ok(&["chart", "score", "--svg"]);
    assert!(svg.contains("going on: dots what you said") && !svg.contains("NaN"));
    // Twice as much is not what was foretold.
    home = at(home, 23, "08:00");
    home.ok(&["log", "12g"]);
    home = at(home, 23, "12:00");
    home.ok(&["checkin", "--withdrawal", "2"]);
    let score = home.json(&["score"]);
    assert_eq!(score["going_on"]["left_out"]["not_as_assumed"], 1, "{score}");
    let text = home.ok(&["score"]);
    assert!(text.contains("is not what the forecast assumed"), "{text}");
}
