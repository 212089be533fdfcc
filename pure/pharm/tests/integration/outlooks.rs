//! Outlooks: reproducible, steppable, ordered, and in the right place.

use ebb_pharm::{
    Dose, MissingParameter, Notice, OnsetRule, Outlook, OutlookRun, OutlookSettings, Population, Prior, UncertainDose,
    outlook, simulate,
};

use crate::support::{diary, hourly, population, typical};

fn three_a_day() -> Vec<UncertainDose> {
    let doses = diary(11, 60, &[480, 840, 1200], 0);
    doses
        .into_iter()
        .map(|dose| UncertainDose {
            dose,
            log_sd: 0.3,
            group: Some(3),
            group_log_sd: 0.35,
        })
        .collect()
}

fn certain() -> Population {
    let mut population = population();
    for name in ebb_pharm::PARAMETER_NAMES {
        let value = population.prior(name).unwrap().value;
        population = population.with(name, Prior { value, log_sd: 0.0 }).unwrap();
    }
    population
}

#[test]
fn the_same_seed_gives_the_same_outlook_however_it_is_stepped() {
    let (doses, times_h) = (three_a_day(), hourly(1440, 1680));
    let whole = outlook(&doses, &[], &times_h, &population(), 5, 23);
    let mut run = OutlookRun::new(&doses, &[], &times_h, &population(), OutlookSettings::new(5, 23));
    while !run.step(4).is_done() {}
    assert_eq!(run.finish(), whole);
    assert_ne!(outlook(&doses, &[], &times_h, &population(), 6, 23).peak, whole.peak);
}

#[test]
fn without_any_uncertainty_every_draw_is_the_plain_curve() {
    let doses: Vec<Dose> = three_a_day().into_iter().map(|uncertain| uncertain.dose).collect();
    let exact: Vec<UncertainDose> = doses.iter().copied().map(UncertainDose::exact).collect();
    let times_h = hourly(1440, 1680);
    let outlook = outlook(&exact, &[], &times_h, &certain(), 1, 5);
    let plain = simulate(&doses, &times_h, &typical());
    // Draws are computed more coarsely than a single curve: by less than a thousandth of a point.
    for (drawn, plain) in outlook.withdrawal_64.median.iter().zip(&plain.withdrawal_64) {
        assert!((drawn - plain).abs() < 1e-3, "{drawn} {plain}");
    }
    assert_eq!(outlook.withdrawal_64.low_80, outlook.withdrawal_64.high_80);
    assert!(outlook.c.median_error.iter().all(|error| *error == 0.0));
}

#[test]
fn bands_are_ordered_and_summaries_agree_with_them() {
    let outlook = outlook(&three_a_day(), &[], &hourly(1440, 2160), &population(), 2, 60);
    for band in [
        &outlook.c,
        &outlook.c7,
        &outlook.potency_shift,
        &outlook.signal,
        &outlook.net,
        &outlook.withdrawal_64,
    ] {
        for idx in 0..outlook.times_h.len() {
            let ordered = [
                band.low_80[idx],
                band.low_50[idx],
                band.median[idx],
                band.high_50[idx],
                band.high_80[idx],
            ];
            assert!(ordered.is_sorted(), "{ordered:?}");
        }
    }
    assert_eq!(outlook.draws.len(), 60);
    for draw in &outlook.draws {
        assert!(draw.onset_h.is_none_or(|onset_h| onset_h <= draw.peak_h));
        assert!(draw.below_quarter_days.is_none_or(|days| days * 24.0 >= draw.peak_h));
        let worst = draw.day_worst.iter().copied().fold(0.0, f64::max);
        assert!((worst - draw.peak).abs() < 1e-12);
    }
    assert!(outlook.peak.low_80 < outlook.peak.median && outlook.peak.median < outlook.peak.high_80);
    assert!(outlook.peak.median_error > 0.0 && outlook.peak.known_share == 1.0);
}

#[test]
fn three_times_three_grams_a_day_has_the_expected_spread() {
    // SCIENCE 4.3, prior predictive of 300 virtual people: peak 14.6 [2.9-37.4] central 95 %, onset 10 h, peak hour 38 h,
    // a quarter on day 8.6. Two Monte Carlo runs of a few hundred differ by about a tenth.
    let doses: Vec<UncertainDose> = (0..182)
        .flat_map(|day| [8.0, 14.0, 20.0].map(|hour| Dose::at_once(24.0 * f64::from(day) + hour, 45.0)))
        .map(UncertainDose::exact)
        .collect();
    let outlook = outlook(
        &doses,
        &[],
        &hourly(24 * 182 - 4, 24 * 182 + 24 * 45),
        &population(),
        3,
        200,
    );
    assert!((12.5..17.5).contains(&outlook.peak.median), "peak {:?}", outlook.peak);
    assert!(
        (33.0..44.0).contains(&outlook.peak_h.median),
        "peak hour {:?}",
        outlook.peak_h
    );
    assert!(
        (8.0..12.0).contains(&outlook.onset_h.median),
        "onset {:?}",
        outlook.onset_h
    );
    assert!(
        (7.0..10.5).contains(&outlook.below_quarter_days.median),
        "quarter {:?}",
        outlook.below_quarter_days
    );
}

#[test]
fn a_shared_batch_error_does_not_average_out() {
    let shared = three_a_day();
    let own: Vec<UncertainDose> = shared
        .iter()
        .map(|uncertain| UncertainDose {
            log_sd: 0.35,
            group: None,
            group_log_sd: 0.0,
            ..*uncertain
        })
        .collect();
    let times_h = [1437.0];
    let width = |doses: &[UncertainDose]| {
        let c = outlook(doses, &[], &times_h, &certain(), 8, 200).c;
        c.high_80[0] / c.low_80[0]
    };
    assert!(width(&shared) > 1.15 * width(&own));
}

#[test]
fn very_old_doses_may_be_left_out_without_a_visible_change() {
    let recent = three_a_day();
    let mut old: Vec<UncertainDose> = recent
        .iter()
        .map(|uncertain| {
            let dose = Dose {
                start_h: uncertain.dose.start_h - 60_000.0,
                ..uncertain.dose
            };
            UncertainDose { dose, ..*uncertain }
        })
        .collect();
    let plain =
        |doses: &[UncertainDose]| simulate(&doses.iter().map(|u| u.dose).collect::<Vec<_>>(), &[1500.0], &typical());
    let few = plain(&recent);
    old.extend(recent);
    let all = plain(&old);
    assert!((few.withdrawal_64[0] - all.withdrawal_64[0]).abs() < 1e-6);
}

#[test]
fn onset_follows_the_rule_that_was_chosen() {
    let (doses, times_h) = (three_a_day(), hourly(1436, 1680));
    let with = |onset| {
        let mut run = OutlookRun::new(
            &doses,
            &[],
            &times_h,
            &certain(),
            OutlookSettings {
                onset,
                ..OutlookSettings::new(1, 1)
            },
        );
        run.step(1);
        run.finish().draws[0].onset_h
    };
    let early = with(OnsetRule::Score(1.0)).unwrap();
    let late = with(OnsetRule::Score(4.0)).unwrap();
    assert!(early < late);
    assert_eq!(with(OnsetRule::Score(63.0)), None);
    let half = with(OnsetRule::ShareOfPeak {
        share: 0.5,
        at_least: 0.0,
    })
    .unwrap();
    assert!(early < half);
}

#[test]
fn empty_and_unusable_input_gets_an_outlook_with_notices() {
    let nothing = outlook(&[], &[], &[], &population(), 1, 3);
    assert_eq!(nothing.draws.len(), 3);
    assert_eq!(nothing.last_dose_h, None);
    let bad = UncertainDose {
        log_sd: f64::NAN,
        ..UncertainDose::exact(Dose::at_once(f64::NAN, 3.0))
    };
    let outlook_of_bad = outlook(
        &[bad],
        &[Dose::at_once(1.0, -2.0)],
        &[f64::INFINITY, 3.0],
        &population(),
        1,
        2,
    );
    assert_eq!(outlook_of_bad.notices.len(), 3);
    assert_eq!(outlook_of_bad.c.median, [0.0]);
    let broken = population()
        .with(
            "CL",
            Prior {
                value: f64::NAN,
                log_sd: 0.1,
            },
        )
        .unwrap();
    let refused = outlook(&[], &[], &[1.0], &broken, 1, 2);
    assert_eq!(refused.notices, [Notice::UnusableParameter { name: "CL" }]);
    assert!(refused.draws.is_empty());
    assert_ne!(refused, Outlook::default());
}

#[test]
fn a_population_names_the_parameter_that_is_missing() {
    let missing = Population::from_lookup(|name| {
        (name != "kW").then_some(Prior {
            value: 1.0,
            log_sd: 0.0,
        })
    });
    assert_eq!(missing, Err(MissingParameter { name: "kW" }));
}
