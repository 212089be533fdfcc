//! Draws of one person: nothing learned changes nothing, what was learned takes the place of what was drawn, and a kept
//! posterior is believed only when it is the one.

use crate::support::{FIVE_A_DAY, diary, person_prior, population};
use ebb_pharm::fit::{
    Answers, Body, Felt, FitSettings, Posterior, Reports, SymptomScale, Symptoms, fit, posterior_key,
};
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
        answers: Answers {
            baseline,
            ..Answers::UNASKED
        },
        strengths: BTreeMap::from([(0, strength)]),
    }
}

/// The same body of somebody whose answers vary.
fn wavering(sd_base: f64, sd_slope: f64) -> Body {
    let mut body = body(3.0, 1.0);
    body.answers = Answers {
        sd_base,
        sd_slope,
        ..body.answers
    };
    body
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
fn ranges_have_room_for_the_ups_and_downs_of_answering_and_middles_and_times_stay() {
    let certain = |sd_base, sd_slope| {
        let exact: Vec<UncertainDose> = history().iter().map(|dose| UncertainDose::exact(dose.dose)).collect();
        outlook(&exact, vec![wavering(sd_base, sd_slope)])
    };
    let (still, varied) = (certain(0.0, 0.0), certain(3.0, 0.15));
    assert_eq!(
        (&varied.c, varied.onset_h, varied.peak_h, varied.below_quarter_days),
        (&still.c, still.onset_h, still.peak_h, still.below_quarter_days)
    );
    let width = |band: &ebb_pharm::Band, at: usize| band.high_80[at] - band.low_80[at];
    let (still, varied) = (&still.withdrawal_64, &varied.withdrawal_64);
    for at in (0..96).step_by(8) {
        // Forty draws; variances add, so the wider of the two is the least it can be, and their sum the most.
        let sd = 3.0 + 0.15 * (still.median[at] - 3.0);
        let of_answers = 2.0 * 1.2816 * sd;
        let got = width(varied, at);
        let both = width(still, at).hypot(of_answers);
        assert!((0.7 * both..1.3 * both).contains(&got), "hour {at}: {got} of {both}");
        let moved = (varied.median[at] - still.median[at]).abs();
        assert!(moved < 0.15 * both, "hour {at}: {moved} of {both}");
    }
}

#[test]
fn answers_stay_on_their_scale_and_rise_with_the_score() {
    let answers = wavering(3.0, 0.15).answers;
    for z in [-4.0, -1.0, 0.0, 1.0, 4.0] {
        let said: Vec<f64> = (0..=64).map(|score| answers.said(f64::from(score), z)).collect();
        assert!(said.iter().all(|said| (0.0..=64.0).contains(said)), "{said:?}");
        assert!(said.windows(2).all(|pair| pair[0] <= pair[1]), "{said:?}");
    }
    assert_eq!(Answers::UNASKED.said(12.5, 3.0), 12.5);
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
