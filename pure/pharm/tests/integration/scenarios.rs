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
        let text = String::from_utf8(std::fs::read(path).unwrap()).unwrap();
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
                if off > 1.0 || off.is_nan() {
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

/// The research prototype's coarse trajectory of three doses a day for two weeks, itself good to about 1e-3 of each scale.
#[test]
fn the_golden_trajectory_is_followed_within_its_own_precision() {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EBB_SHARED").map_or(beside, PathBuf::from);
    let Ok(bytes) = std::fs::read(shared.join("science/golden_trajectory_3x3g_14d.csv")) else {
        eprintln!("skipped: the golden trajectory is not at hand (set EBB_SHARED)");
        return;
    };
    let text = String::from_utf8(bytes).unwrap();
    let rows: Vec<Vec<f64>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|field| field.parse().unwrap()).collect())
        .collect();
    let column = |idx: usize| -> Vec<f64> { rows.iter().map(|row| row[idx]).collect() };
    let doses: Vec<ebb_pharm::Dose> = (0..14)
        .flat_map(|day| [8.0, 14.0, 20.0].map(|hour| ebb_pharm::Dose::at_once(24.0 * f64::from(day) + hour, 45.0)))
        .collect();
    let output = ebb_pharm::simulate(&doses, &column(0), &typical());
    let series = [
        &output.c,
        &output.c7,
        &output.signal,
        &output.af,
        &output.as_,
        &output.build_up,
        &output.effect,
        &output.withdrawal_64,
    ];
    for (idx, ours) in series.into_iter().enumerate() {
        let golden = column(idx + 1);
        // Concentrations have no scale but their own range.
        let highest = golden.iter().copied().fold(0.0, f64::max);
        let range = [highest, highest, 1.0, 1.0, 1.0, 1.0, 10.0, 64.0][idx];
        let worst = ours
            .iter()
            .zip(&golden)
            .map(|(ours, golden)| (ours - golden).abs())
            .fold(0.0, f64::max);
        assert!(worst <= 1e-3 * range, "column {}: off by {worst:e} of {range}", idx + 1);
    }
}
