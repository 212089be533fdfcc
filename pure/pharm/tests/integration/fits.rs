//! Learning about one person: where an independent optimiser ends, what a slip does, what nothing does.

use ebb_pharm::fit::{Felt, FitError, FitRun, FitSettings, Lasted, Noise, Number, PersonPrior, ReportKind, Reports};
use ebb_pharm::fit::{Route, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, UncertainDose, simulate};
use serde_json::Value;

use crate::support::{FOUR_A_DAY, diary, person_prior};

fn pairs(value: &Value) -> Vec<(f64, f64)> {
    let rows = value.as_array().unwrap().iter();
    rows.map(|row| (row[0].as_f64().unwrap(), row[1].as_f64().unwrap())).collect()
}

/// The person of the shared workload E3, and the independent optimiser's answers.
fn e3() -> (Vec<UncertainDose>, Reports, Value) {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fits/e3.json");
    let file: Value = serde_json::from_str(&String::from_utf8(std::fs::read(path).unwrap()).unwrap()).unwrap();
    let doses = pairs(&file["doses"])
        .into_iter()
        .map(|(t_h, mg)| UncertainDose::exact(Dose::at_once(t_h, mg)))
        .collect();
    let reports = Reports {
        felt: pairs(&file["effect_ratings"])
            .into_iter()
            .map(|(at_h, rating)| Felt { at_h, rating })
            .collect(),
        lasted: Vec::new(),
        symptoms: pairs(&file["sows64"])
            .into_iter()
            .map(|(at_h, score)| Symptoms {
                at_h,
                score,
                scale: SymptomScale::Of64,
            })
            .collect(),
    };
    (doses, reports, file)
}

#[test]
fn the_most_likely_person_of_e3_is_where_an_independent_optimiser_ends() {
    let (doses, reports, file) = e3();
    let prior = person_prior();
    for (noise, key) in [(Noise::Normal, "normal"), (Noise::Student4, "student_4")] {
        let theirs: Vec<f64> = file[key]["z"].as_array().unwrap().iter().map(|z| z.as_f64().unwrap()).collect();
        let settings = FitSettings {
            noise,
            ..FitSettings::new(1, 100)
        };
        let posterior = fit(&doses, &reports, &prior, settings).unwrap();
        let mut worst = 0.0_f64;
        for (number, theirs) in Number::ALL.into_iter().zip(theirs) {
            // In the parameter's own logarithm (points for the baseline), as the reference states it.
            let ours = posterior.most_likely()[number.idx()];
            let off = (ours - theirs).abs() * prior.width(number);
            worst = worst.max(off);
            assert!(off < 1e-5, "{key} {number:?}: ours {ours}, theirs {theirs}");
        }
        eprintln!("{key}: largest difference {worst:.1e}; {:?}", posterior.quality());
    }
}
