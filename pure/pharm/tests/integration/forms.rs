//! The JSON forms of a population and of a person against frozen files: the same questions keep their meaning and the answers
//! their keys.

use ebb_pharm::fit::FitSettings;
use ebb_pharm::scenario::{PersonAnswer, PersonFile, PopulationAnswer, PopulationScenario};
use serde_json::Value;

use crate::support::{person_prior, population};

const POPULATION: &str = include_str!("../forms/population.json");
const PERSON: &str = include_str!("../forms/person.json");

fn population_answer() -> Value {
    let scenario = PopulationScenario::read(POPULATION, &population()).unwrap();
    let mut run = scenario.begin(3, 60).unwrap();
    run.step(60);
    PopulationAnswer::of(run.finish(), 3).to_json()
}

fn person_answer() -> Value {
    let file = PersonFile::read(PERSON).unwrap();
    let settings = FitSettings::new(file.seed.unwrap(), 200);
    let posterior = file.begin(&person_prior(), settings).unwrap().finish();
    PersonAnswer::of(&posterior, settings).to_json()
}

/// The same keys and words everywhere, numbers within a share of each other.
fn alike(at: &str, new: &Value, frozen: &Value, within: f64) {
    match (new, frozen) {
        (Value::Object(new), Value::Object(frozen)) => {
            assert_eq!(
                new.keys().collect::<Vec<_>>(),
                frozen.keys().collect::<Vec<_>>(),
                "{at}"
            );
            for (key, value) in new {
                alike(&format!("{at}.{key}"), value, &frozen[key], within);
            }
        }
        (Value::Array(new), Value::Array(frozen)) => {
            assert_eq!(new.len(), frozen.len(), "{at}");
            for (idx, (new, frozen)) in new.iter().zip(frozen).enumerate() {
                alike(&format!("{at}[{idx}]"), new, frozen, within);
            }
        }
        (Value::Number(new), Value::Number(frozen)) => {
            let (new, frozen) = (new.as_f64().unwrap(), frozen.as_f64().unwrap());
            assert!(
                (new - frozen).abs() <= within * (1.0 + frozen.abs()),
                "{at}: {new} {frozen}"
            );
        }
        _ => assert_eq!(new, frozen, "{at}"),
    }
}

/// With EBB_FREEZE=1 it writes the file anew instead; what changed is then a line for the changelog.
fn compare(name: &str, new: &Value, within: f64) {
    let file = format!("{}/tests/forms/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("EBB_FREEZE").is_some() {
        std::fs::write(&file, format!("{}\n", serde_json::to_string_pretty(new).unwrap())).unwrap();
    }
    let frozen: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    alike(name, new, &frozen, within);
}

#[test]
fn a_population_answers_as_the_frozen_file_says() {
    compare("population.answer.json", &population_answer(), 1e-9);
}

#[test]
fn a_person_is_learned_about_as_the_frozen_file_says() {
    let answer = person_answer();
    compare("person.answer.json", &answer, 0.05);
    assert_eq!(answer["learned_from"], serde_json::json!([6, 2, 6]));
    assert_eq!(answer["numbers"].as_array().unwrap().len(), 9);
}

#[test]
fn a_middle_that_is_moved_keeps_its_spread() {
    let base = population();
    let scenario = PopulationScenario::read(POPULATION, &base).unwrap();
    let (moved, before) = (scenario.population.prior("CL").unwrap(), base.prior("CL").unwrap());
    assert_eq!(moved.value, 60.0);
    assert_eq!(moved.log_sd, before.log_sd);
    assert_eq!(scenario.population.prior("V1"), base.prior("V1"));
    assert_eq!(scenario.doses[1].group, Some(0));
}

#[test]
fn a_wrong_form_is_told_what_is_wrong_and_where() {
    let population = |json: &str| {
        let read = PopulationScenario::read(json, &population());
        read.and_then(|scenario| scenario.begin(1, 0).map(|_| ()))
            .unwrap_err()
            .to_string()
    };
    let person = |json: &str| {
        let read = PersonFile::read(json);
        let begin = |file: PersonFile| file.begin(&person_prior(), FitSettings::new(1, 100_001)).map(|_| ());
        read.and_then(begin).unwrap_err().to_string()
    };
    for (refusal, words) in [
        (
            population(r#"{"doses":[[1,-2]],"times_h":[]}"#),
            "doses[0]: this dose cannot be used: an amount is negative",
        ),
        (population(r#"{"doses":[],"times_h":[1e300]}"#), "times_h[0]: too large"),
        (
            population(r#"{"doses":[],"times_h":[],"params":{"X":1}}"#),
            "params.X: unknown key",
        ),
        (
            population(r#"{"doses":[{"t_h":1,"mg":2,"log_sd":9}],"times_h":[]}"#),
            "doses[0].log_sd: expected a log",
        ),
        (
            population(
                r#"{"doses":[{"t_h":1,"mg":2,"batch":1},{"t_h":1,"mg":2,"batch":1,"batch_log_sd":1}],"times_h":[]}"#,
            ),
            "doses[1].batch_log_sd: expected the width that the first dose",
        ),
        (
            population(r#"{"doses":[],"times_h":[]}"#),
            "draws must lie between 1 and 100000",
        ),
        (person(r#"{"doses":[]}"#), "reports: expected an object"),
        (
            person(r#"{"doses":[],"reports":{"rated":[]}}"#),
            "reports.rated: unknown key; known are: felt, lasted, symptoms",
        ),
        (
            person(r#"{"doses":[],"reports":{"felt":[[1]]}}"#),
            "reports.felt[0]: expected two numbers: hour and points of 10",
        ),
        (
            person(r#"{"doses":[],"reports":{"felt":[[1,"x"]]}}"#),
            "reports.felt[0][1]: expected a finite number",
        ),
        (
            person(r#"{"doses":[],"reports":{"symptoms":[{"t_h":1,"score":2,"of":40}]}}"#),
            "reports.symptoms[0].of: expected 64 or 30",
        ),
        (
            person(r#"{"doses":[],"reports":{"felt":[[1,5],[1,11]]}}"#),
            "reports: felt effect report 1: its value must lie between 0 and 10",
        ),
        (
            person(r#"{"doses":[],"reports":{},"seed":-1}"#),
            "seed: expected a whole number from 0",
        ),
        (
            person(r#"{"doses":[],"reports":{},"params":{}}"#),
            "params: unknown key; known are: doses, reports, seed",
        ),
        (
            person(r#"{"doses":[],"reports":{}}"#),
            "draws must lie between 1 and 100000",
        ),
    ] {
        assert!(refusal.contains(words), "{refusal} / {words}");
    }
}
