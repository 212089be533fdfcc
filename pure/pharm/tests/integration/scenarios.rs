//! Every committed scenario: the independent reference solver's answer against ours.

use std::path::PathBuf;

use ebb_pharm::scenario::Scenario;
use serde_json::Value;

use crate::support::typical;

/// Largest disagreement allowed per series: relative, and absolute in the series' unit. The reference works to 1e-13 mg, which
/// is the absolute part of the concentrations.
const TOLERANCES: [(&str, f64, f64); 8] = [
    ("C", 1e-9, 2e-12),
    ("C7", 1e-9, 4e-12),
    ("s", 0.0, 1e-6),
    ("Af", 0.0, 1e-6),
    ("As", 0.0, 1e-6),
    ("D", 0.0, 1e-6),
    ("E", 0.0, 1e-4),
    ("W64", 0.0, 1e-4),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

fn series(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number.as_f64().unwrap())
        .collect()
}

#[test]
fn every_scenario_agrees_with_the_reference_solver() {
    let mut checked = 0;
    let mut faults = Vec::new();
    let mut worst = [0.0_f64; TOLERANCES.len()];
    let mut files: Vec<PathBuf> = folder()
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
    {
        let name = path.file_stem().unwrap().to_string_lossy();
        let text = String::from_utf8(std::fs::File::open(path).map(read_all).unwrap()).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        let answer = Scenario::read(&file["input"].to_string(), &typical())
            .unwrap()
            .solve()
            .unwrap();
        let answer = serde_json::to_value(answer).unwrap();
        let expected = &file["expected"];
        assert_eq!(series(&answer["times_h"]), series(&expected["times_h"]), "{name}");
        for (idx, (key, relative, absolute)) in TOLERANCES.into_iter().enumerate() {
            for (place, (ours, theirs)) in series(&answer[key]).into_iter().zip(series(&expected[key])).enumerate() {
                let off = (ours - theirs).abs() / (relative * theirs.abs() + absolute);
                worst[idx] = worst[idx].max(off);
                if !(off <= 1.0) {
                    faults.push(format!(
                        "{name} {key}[{place}]: ours {ours:e}, reference {theirs:e}, {off:.2} x allowed"
                    ));
                }
            }
        }
        checked += 1;
    }
    let worst: Vec<String> = TOLERANCES
        .iter()
        .zip(worst)
        .map(|((key, ..), off)| format!("{key} {off:.4}"))
        .collect();
    eprintln!(
        "{checked} scenarios; worst share of the allowed difference: {}",
        worst.join(", ")
    );
    assert!(checked >= 30, "only {checked} scenarios found");
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));
}

fn read_all(mut file: std::fs::File) -> Vec<u8> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
    bytes
}
