//! Learning from reports on the command line: what is shown, the way back, and courses on other conditions than stopping.

use crate::score::regular;
use crate::support::Home;
use serde_json::Value;

/// The diary of twelve days at the evening of its last, with a withdrawal answer and a rating.
fn told() -> Home {
    let home = regular();
    home.ok(&["checkin", "--withdrawal", "20", "--when", "2026-05-19 07:30"]);
    home.ok(&["checkin", "--withdrawal", "22", "--when", "2026-05-20 07:30"]);
    home
}

fn reports(home: &Home) -> u64 {
    home.json(&["forecast"])["rests_on"]["reports"].as_u64().unwrap()
}

#[test]
fn what_was_learned_is_shown_and_there_is_a_way_back() {
    let home = told();
    let learned = home.json(&["learn"]);
    assert_eq!(learned["learning"], "learned");
    assert_eq!((learned["reports"]["symptoms"].as_u64(), reports(&home)), (Some(2), 2));
    let said = home.ok(&["learn"]);
    assert!(
        said.contains("beside most people") && said.contains("2 withdrawal check-ins"),
        "{said}"
    );
    home.ok(&["learn", "--off"]);
    assert_eq!(
        (reports(&home), home.json(&["learn"])["learning"].clone()),
        (0, Value::from("off"))
    );
    home.ok(&["undo"]);
    assert_eq!(reports(&home), 2);
    home.ok(&["learn", "--reset"]);
    assert_eq!(reports(&home), 0);
    assert_eq!(home.json(&["learn"])["left_out"]["before_reset"], 2);
    home.ok(&["undo"]);
    assert_eq!(reports(&home), 2);
    assert_eq!(home.run(&["learn", "--reset", "--off"]).code, 2);
}

#[test]
fn going_on_and_a_plan_are_shown_and_nothing_of_them_is_kept() {
    let home = regular();
    let stop = home.json(&["forecast", "--days", "7"]);
    assert_eq!(stop["days_above"]["score"], 10.0);
    assert_eq!(home.json(&["forecast", "--above", "15"])["days_above"]["score"], 15.0);
    // Whoever chose a score is answered, also when it could be none of the days or all of them.
    let chosen = home.ok(&["forecast", "--above", "15"]);
    assert!(chosen.contains("Days with 15 points"), "{chosen}");
    let keep_on = home.json(&["forecast", "--if", "keep-on", "--days", "7"]);
    assert_eq!(keep_on["condition"]["kind"], "keep_on");
    let worst = |value: &Value| value["mid"].as_f64().unwrap();
    assert!(worst(&keep_on["worst_64"]) < worst(&stop["peak_64"]));
    let plan = home.path("plan.txt");
    std::fs::write(&plan, "# mine\n2026-05-21 08:00 2g\n2026-05-21 20:00 2g\n").unwrap();
    let plan = plan.to_str().unwrap();
    let planned = home.json(&["forecast", "--plan", plan]);
    assert_eq!(
        (planned["condition"]["doses"].as_u64(), planned["days"].as_u64()),
        (Some(2), Some(14))
    );
    assert_eq!(planned["condition"]["steps"]["is_steep"], true);
    let said = home.ok(&["forecast", "--plan", plan]);
    assert!(
        said.contains("steeper than 25% a week") && said.contains("ask a doctor first"),
        "{said}"
    );
    // Only the two forecasts of stopping differ in nothing that is kept: one entry.
    assert_eq!(home.json(&["score"])["kept"], 1);
}

#[test]
fn coming_down_step_by_step_is_shown_and_not_kept() {
    let home = regular();
    let weekly = ["forecast", "--down-by", "10", "--every", "7"];
    let down = home.json(&weekly);
    let condition = &down["condition"];
    assert_eq!(
        (&condition["kind"], &condition["percent"], &condition["every_days"]),
        (&"taper".into(), &10.into(), &7.into())
    );
    assert_eq!(
        (&condition["clinician"], &condition["is_steep"]),
        (&false.into(), &false.into())
    );
    assert_eq!((down["days"].as_u64(), condition["days"].as_u64()), (Some(14), Some(7)));
    let share = |name: &str| condition[name].as_f64().unwrap();
    assert!((share("largest_down") - 0.1).abs() < 1e-9 && (share("left_at_end") - 0.9).abs() < 1e-9);
    let keep_on = home.json(&["forecast", "--if", "keep-on"]);
    assert_eq!(
        down["day_worst_64"][6], keep_on["day_worst_64"][6],
        "the first step comes after a week"
    );
    let tolerance = |course: &Value| course["tolerance_end"]["mid"].as_f64().unwrap();
    assert!(tolerance(&down) < tolerance(&keep_on));
    assert_eq!(down, home.json(&weekly), "the same twice");
    let said = home.ok(&weekly);
    for words in [
        "If you come down step by step",
        "week to the next: 10%",
        "with a clinician",
        "ask a doctor first",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("faster than"), "{said}");
    assert!(
        home.ok(&["forecast", "--down-by", "12", "--every", "7"])
            .contains("faster than 10% a week")
    );
    assert_eq!(home.json(&["score"])["kept"], 0);
}

#[test]
fn steps_that_are_none_are_refused_with_what_to_do() {
    let home = regular();
    let run = |steps: &[&str]| home.run(&[&["forecast"], steps].concat());
    for (steps, expected) in [
        (["--down-by", "0", "--every", "7"], "from 1 to 50"),
        (["--down-by", "51", "--every", "7"], "from 1 to 50"),
        (["--down-by", "10", "--every", "0"], "from 1 to 90"),
        (["--down-by", "10", "--every", "91"], "from 1 to 90"),
        (["--down-by", "30", "--every", "7"], "30% less within a week"),
        (["--down-by", "7", "--every", "2"], "26% less within a week"),
    ] {
        let refused = run(&steps);
        assert_eq!(refused.code, 2, "{steps:?}");
        assert!(refused.err.contains(expected), "{steps:?}: {}", refused.err);
    }
    assert!(run(&["--down-by", "30", "--every", "7"]).err.contains("--clinician"));
    let said = home.ok(&["forecast", "--down-by", "30", "--every", "7", "--clinician"]);
    assert!(
        said.contains("steeper than 25% a week") && said.contains("a clinician set"),
        "{said}"
    );
    for mixed in [
        &["--down-by", "10"][..],
        &["--every", "7"],
        &["--clinician"],
        &["--down-by", "10", "--every", "7", "--plan", "plan.txt"],
        &["--down-by", "10", "--every", "7", "--if", "keep-on"],
    ] {
        assert_eq!(run(mixed).code, 2, "{mixed:?}");
    }
}

#[test]
fn a_plan_that_cannot_be_read_is_refused_with_its_line() {
    let home = regular();
    let plan = home.path("plan.txt");
    for (text, expected) in [
        ("2026-05-21 08:00 2g\n08:00 2g\n", "Line 2"),
        ("2026-05-21 08:00 ?\n", "not known"),
        ("2026-05-01 08:00 2g\n", "past"),
        ("2026-05-21 08:00 2\n", "Line 1"),
    ] {
        std::fs::write(&plan, text).unwrap();
        let run = home.run(&["forecast", "--plan", plan.to_str().unwrap()]);
        assert_eq!(run.code, 2, "{text}");
        assert!(run.err.contains(expected), "{text}: {}", run.err);
    }
    assert_eq!(home.run(&["forecast", "--plan", "missing.txt"]).code, 1);
    assert_eq!(home.run(&["forecast", "--above", "99"]).code, 2);
}
