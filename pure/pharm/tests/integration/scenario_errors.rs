//! What a wrong scenario file is told.

use ebb_pharm::scenario;

use crate::support::typical;

fn refusal(json: &str) -> String {
    scenario::answer(json, &typical()).expect_err(json).to_string()
}

#[test]
fn an_error_says_what_is_wrong_and_where() {
    for (json, words) in [
        ("{", "not valid JSON (line 1"),
        ("[]", "the scenario: expected an object"),
        (r#"{"times_h":[]}"#, "doses: expected a list"),
        (r#"{"doses":[]}"#, "times_h: expected a list"),
        (r#"{"doses":[],"times_h":[],"dose":1}"#, "dose: unknown key"),
        (r#"{"doses":[[1,2,3]],"times_h":[]}"#, "doses[0]: expected two numbers"),
        (
            r#"{"doses":[[1,2],[1,"x"]],"times_h":[]}"#,
            "doses[1][1]: expected a finite number",
        ),
        (
            r#"{"doses":[{"mg":2}],"times_h":[]}"#,
            "doses[0].t_h: expected a finite number",
        ),
        (
            r#"{"doses":[{"t_h":1,"mgs":2}],"times_h":[]}"#,
            "doses[0].mgs: unknown key",
        ),
        (r#"{"doses":[7],"times_h":[]}"#, "doses[0]: expected [hour"),
        (
            r#"{"doses":[[1,-2]],"times_h":[]}"#,
            "doses[0]: this dose cannot be used: an amount is negative",
        ),
        (
            r#"{"doses":[[1e300,2]],"times_h":[1]}"#,
            "doses[0]: this dose cannot be used: its time is further than",
        ),
        (
            r#"{"doses":[{"t_h":1,"mg":2,"duration_h":-1}],"times_h":[]}"#,
            "doses[0].duration_h: expected",
        ),
        (r#"{"doses":[],"times_h":[1e300]}"#, "times_h[0]: too large"),
        (
            r#"{"doses":[],"times_h":[],"params":{"CLL":3}}"#,
            "params.CLL: unknown key; known are: ka, CL,",
        ),
        (
            r#"{"doses":[],"times_h":[],"params":{"CL":null}}"#,
            "params.CL: expected a finite number",
        ),
        (
            r#"{"doses":[],"times_h":[],"params":{"CL":-3}}"#,
            "parameter CL must be a number from 0 to",
        ),
    ] {
        let refusal = refusal(json);
        assert!(refusal.contains(words), "{json}: {refusal}");
    }
}

#[test]
fn an_answer_has_the_keys_of_the_reference_and_sorted_times() {
    let answer = scenario::answer(r#"{"doses":[[1,40],[9,0]],"times_h":[5,2,2,-1]}"#, &typical()).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["times_h", "C", "C7", "s", "Af", "As", "D", "E", "W64"]);
    assert_eq!(answer["times_h"], serde_json::json!([-1.0, 2.0, 2.0, 5.0]));
    assert_eq!(answer["C"][1], answer["C"][2]);
    assert_eq!(answer["C"][0], 0.0);
}

#[test]
fn an_empty_question_gets_an_empty_answer() {
    let answer = scenario::answer(r#"{"doses":[],"times_h":[],"params":{}}"#, &typical()).unwrap();
    assert_eq!(answer.matches("[]").count(), 9);
}
