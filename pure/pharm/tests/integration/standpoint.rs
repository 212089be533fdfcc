//! Kept standpoints: believed only when they are of these very doses, and then the same to the last bit.

use crate::support::{FIVE_A_DAY, diary, population};
use ebb_pharm::{Outlook, OutlookRun, OutlookSettings, Standpoint, UncertainDose};

const NOW_H: f64 = 400.0 * 24.0;
const STAND_H: f64 = 390.0 * 24.0;
const DRAWS: u32 = 12;

fn history() -> Vec<UncertainDose> {
    let doses = diary(4, 400, &FIVE_A_DAY, 60).into_iter().enumerate();
    doses
        .map(|(i, mut dose)| {
            // Some are sipped across the hour to stand at, and two bags alternate.
            dose.duration_h = if i % 3 == 0 { 1.5 } else { 0.0 };
            UncertainDose {
                dose,
                log_sd: 0.3,
                group: Some(u32::from(i % 2 == 0)),
                group_log_sd: 0.35,
            }
        })
        .collect()
}

fn run(
    history: &[UncertainDose],
    stand_at_h: Option<f64>,
    kept: Option<Standpoint>,
) -> (Outlook, Option<Standpoint>, bool) {
    let times: Vec<f64> = (-96..240).map(|i| NOW_H + f64::from(i) * 0.5).collect();
    let settings = OutlookSettings {
        stand_at_h,
        ..OutlookSettings::new(7, DRAWS)
    };
    let mut run = OutlookRun::new(history, &[], &times, &population(), settings);
    let is_believed = kept.is_some_and(|kept| run.believe(kept));
    while !run.step(5).is_done() {}
    let made = run.standpoint();
    (run.finish(), made, is_believed)
}

#[test]
fn a_kept_standpoint_changes_no_bit() {
    let history = history();
    let (fresh, made, _) = run(&history, Some(STAND_H), None);
    let stored = Standpoint::from_bytes(&made.unwrap().to_bytes()).unwrap();
    let (resumed, made_again, is_believed) = run(&history, Some(STAND_H), Some(stored.clone()));
    assert!(is_believed);
    assert_eq!(fresh, resumed);
    assert_eq!(made_again, None, "nothing new to keep");
    // One more dose after the hour: still of use, and still the same as without it.
    let mut longer = history.clone();
    longer.push(UncertainDose {
        dose: ebb_pharm::Dose::at_once(NOW_H - 1.0, 40.0),
        ..history[0]
    });
    let (resumed, _, is_believed) = run(&longer, Some(STAND_H), Some(stored));
    assert!(is_believed);
    assert_eq!(resumed, run(&longer, Some(STAND_H), None).0);
    assert_ne!(resumed, fresh);
}

#[test]
fn a_standpoint_of_other_doses_is_not_believed() {
    let history = history();
    let (_, made, _) = run(&history, Some(STAND_H), None);
    let made = made.unwrap();
    let mut changed = history.clone();
    changed[40].dose.mitragynine_mg += 1e-9;
    let (outlook, _, is_believed) = run(&changed, Some(STAND_H), Some(made.clone()));
    assert!(!is_believed);
    assert_eq!(outlook, run(&changed, Some(STAND_H), None).0);
    assert!(
        !run(&history, Some(STAND_H - 168.0), Some(made.clone())).2,
        "another hour"
    );
    assert!(!run(&history, None, Some(made)).2, "no hour at all");
}

#[test]
fn standing_still_moves_the_answer_less_than_it_is_sure() {
    // The walk without a stop is the slow way: it looks further back and never restarts its stepping.
    let history = history();
    let (with, ..) = run(&history, Some(STAND_H), None);
    let (without, ..) = run(&history, None, None);
    for (a, b) in with.withdrawal_64.median.iter().zip(&without.withdrawal_64.median) {
        assert!((a - b).abs() < 0.01, "{a} {b}");
    }
    for (a, b) in with.c.median.iter().zip(&without.c.median) {
        assert!((a - b).abs() <= 1e-4 * b.abs() + 1e-9, "{a} {b}");
    }
}
