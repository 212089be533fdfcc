//! Draws of one person: nothing learned changes nothing, what was learned takes the place of what was drawn, and a kept
//! posterior is believed only when it is the one.

use crate::support::{FIVE_A_DAY, diary, person_prior, population};
use ebb_pharm::fit::{Body, Felt, FitSettings, Posterior, Reports, SymptomScale, Symptoms, fit, posterior_key};
use ebb_pharm::{Dose, Outlook, OutlookRun, OutlookSettings, UncertainDose};
use std::collections::BTreeMap;

const NOW_H: f64 = 60.0 * 24.0;
const DRAWS: u32 = 40;

fn history() -> Vec<UncertainDose> {
    let doses = diary(4, 60, &FIVE_A_DAY, 60);
    doses
        .into_iter()
        .map(|dose| UncertainDose {
            dose,
            log_sd: 0.1,
            group: Some(0),
            group_log_sd: 0.35,
        })
        .collect()
}

fn outlook(history: &[UncertainDose], people: Vec<Body>) -> Outlook {
    let times: Vec<f64> = (0..96).map(|n| NOW_H + f64::from(n)).collect();
    let settings = OutlookSettings {
        stand_at_h: Some(NOW_H - 240.0),
        ..OutlookSettings::new(7, DRAWS)
    };
    let mut run = OutlookRun::new(history, &[], &times, &population(), settings).of_person(people);
    while !run.step(7).is_done() {}
    run.finish()
}

fn body(baseline: f64, strength: f64) -> Body {
    Body {
        params: population().typical(),
        baseline,
        strengths: BTreeMap::from([(0, strength)]),
    }
}

#[test]
fn nothing_learned_changes_no_bit() {
    let plain = {
        let times: Vec<f64> = (0..96).map(|n| NOW_H + f64::from(n)).collect();
        let settings = OutlookSettings {
            stand_at_h: Some(NOW_H - 240.0),
            ..OutlookSettings::new(7, DRAWS)
        };
        let mut run = OutlookRun::new(&history(), &[], &times, &population(), settings);
        run.step(DRAWS);
        run.finish()
    };
    assert_eq!(plain, outlook(&history(), Vec::new()));
    assert_ne!(plain, outlook(&history(), vec![body(0.0, 1.0)]));
}

#[test]
fn a_learned_batch_multiplies_the_amounts_and_the_baseline_is_added_to_scores_alone() {
    let (one, two) = (
        outlook(&history(), vec![body(0.0, 1.0)]),
        outlook(&history(), vec![body(0.0, 2.0)]),
    );
    for (single, double) in one.c.median.iter().zip(&two.c.median) {
        assert!((double / single - 2.0).abs() < 1e-9, "{double} {single}");
    }
    let raised = outlook(&history(), vec![body(3.0, 1.0)]);
    assert_eq!(
        (raised.c.clone(), raised.onset_h, raised.peak_h),
        (one.c.clone(), one.onset_h, one.peak_h)
    );
    for (raised, plain) in raised.withdrawal_64.median.iter().zip(&one.withdrawal_64.median) {
        assert!((raised - plain - 3.0).abs() < 1e-9);
    }
    assert!((raised.peak.median - one.peak.median - 3.0).abs() < 1e-9);
}

#[test]
fn what_is_held_is_still_drawn_and_what_an_amount_does_stays_what_was_learned() {
    // Small even doses: a level that stands still.
    let even: Vec<UncertainDose> = (0..1440)
        .map(|n| UncertainDose::exact(Dose::at_once(f64::from(n), 6.0)))
        .collect();
    let of_one_body = outlook(&even, vec![body(0.0, 1.0)]);
    let spread = |band: &ebb_pharm::Band| band.high_80[0] / band.low_80[0];
    let plain = outlook(&even, Vec::new());
    assert!(
        spread(&of_one_body.c) > 0.9 * spread(&plain.c),
        "the level is as uncertain as it was"
    );
    assert!(spread(&of_one_body.c) > 2.0);
    // The adapted signal differs by adaptation gains and steepness, not by clearance.
    let (learned, unlearned) = (spread(&of_one_body.signal), spread(&plain.signal));
    assert!(learned < 0.5 * unlearned, "{learned} {unlearned}");
}

fn reports() -> Reports {
    Reports {
        felt: (10..20)
            .map(|day| Felt {
                at_h: f64::from(day) * 24.0 + 8.5,
                rating: 4.0,
            })
            .collect(),
        symptoms: (10..20)
            .map(|day| Symptoms {
                at_h: f64::from(day) * 24.0 + 6.5,
                score: 9.0,
                scale: SymptomScale::Of64,
            })
            .collect(),
        ..Reports::default()
    }
}

#[test]
fn a_kept_posterior_comes_back_whole_or_not_at_all() {
    let (history, reports, prior) = (history(), reports(), person_prior());
    let settings = FitSettings::new(3, 60);
    let key = posterior_key(&history, &reports, &prior, settings);
    let posterior = fit(&history, &reports, &prior, settings).unwrap();
    let bytes = posterior.to_bytes(key).unwrap();
    assert_eq!(Posterior::from_bytes(&bytes, key, &prior), Some(posterior));
    for cut in (0..bytes.len()).step_by(97) {
        assert_eq!(Posterior::from_bytes(&bytes[..cut], key, &prior), None);
    }
    for place in (0..bytes.len()).step_by(61) {
        let mut damaged = bytes.clone();
        damaged[place] ^= 4;
        assert_eq!(Posterior::from_bytes(&damaged, key, &prior), None, "byte {place}");
    }
    // Everything that decides it is in the key.
    let mut other = reports.clone();
    other.felt[0].rating = 5.0;
    let keys = [
        posterior_key(&history[1..], &reports, &prior, settings),
        posterior_key(&history, &other, &prior, settings),
        posterior_key(&history, &reports, &prior, FitSettings::new(4, 60)),
        posterior_key(&history, &reports, &prior, FitSettings::new(3, 61)),
    ];
    for other in keys {
        assert_ne!(other, key);
        assert_eq!(Posterior::from_bytes(&bytes, other, &prior), None);
    }
}
