//! The public score over weeks: a forecast that keeps missing, and one that is met.

use crate::score::{at, regular, stopping};

#[test]
fn a_forecast_that_keeps_missing_is_called_worse_and_drawn_wider() {
    let home = stopping(regular(), 21..=37, |_, _, high| high + 9.0);
    let score = home.json(&["score"]);
    assert_eq!(score["verdict"], "worse", "{score}");
    assert_eq!(score["worse_than"], "last_value");
    assert_eq!(score["widening"]["because"], "held_too_few");
    let factor = score["widening"]["factor"].as_f64().unwrap();
    assert!((1.5..=3.0).contains(&factor), "{factor}");
    let text = home.ok(&["score"]);
    assert!(
        text.contains("came closer to what you said than the forecast") && text.contains("times as wide"),
        "{text}"
    );
    let home = at(home, 38, "09:00");
    let forecast = home.json(&["forecast"]);
    assert!((forecast["rests_on"]["widened_by"].as_f64().unwrap() - factor).abs() < 1e-9);
    assert_eq!(
        forecast["rests_on"]["past_held"]["held"],
        score["all"]["inside_80"]["held"]
    );
    let text = home.ok(&["forecast"]);
    assert!(text.contains("Past ranges held too little of what you said"), "{text}");
    let svg = home.ok(&["chart", "score", "--svg"]);
    assert!(svg.starts_with("<svg") && svg.contains("what you said") && !svg.contains("NaN"));
    let drawn = home.ok(&["chart", "score", "--width", "72"]);
    assert!(drawn.lines().all(|line| line.chars().count() <= 72), "{drawn}");
    assert_eq!(
        home.json(&["score"]),
        home.json(&["score"]),
        "the same diary has the same score"
    );
}

#[test]
fn a_forecast_that_is_met_is_left_as_wide_as_it_is() {
    // Within the range, now above and now below the middle.
    let home = stopping(regular(), 21..=37, |day, median, high| {
        let part = [-0.9, -0.4, 0.0, 0.4, 0.9][day as usize % 5];
        median + part * (high - median)
    });
    let score = home.json(&["score"]);
    assert!(
        ["as_good", "better"].contains(&score["verdict"].as_str().unwrap()),
        "{score}"
    );
    assert_eq!(score["widening"]["factor"], 1.0);
    let text = home.ok(&["score"]);
    assert!(
        text.contains("came closer to what you said than \"the same as last time\"")
            || text.contains("No clear difference yet"),
        "{text}"
    );
    assert!(!text.contains("times as wide"), "{text}");
    assert!(home.json(&["forecast"])["rests_on"]["widened_by"].as_f64().unwrap() < 1.0 + 1e-12);
}
