//! What must hold whatever the history: agreement with the slow path, conservation, scaling, bounds, and no way to break it.

use ebb_pharm::{Dose, Notice, Output, PARAMETER_NAMES, Params, State, Timeline, simulate};
use proptest::prelude::*;

use crate::reference;
use crate::support::{FOUR_A_DAY, diary, typical};

fn a_dose() -> impl Strategy<Value = Dose> {
    let whole_minutes = (0..20_000_u32).prop_map(|minute| f64::from(minute) / 60.0);
    let duration = prop_oneof![3 => Just(0.0), 1 => 0.02..6.0_f64];
    let seven_oh = prop_oneof![3 => Just(0.0), 1 => 1.0..30.0_f64];
    (whole_minutes, duration, 1.0..120.0_f64, seven_oh).prop_map(
        |(start_h, duration_h, mitragynine_mg, seven_oh_mg)| Dose {
            start_h,
            duration_h,
            mitragynine_mg,
            seven_oh_mg,
        },
    )
}

fn history(most: usize) -> impl Strategy<Value = Vec<Dose>> {
    prop::collection::vec(a_dose(), 1..most).prop_map(|mut doses| {
        doses.sort_by(|a, b| a.start_h.total_cmp(&b.start_h));
        doses
    })
}

/// Bodies as different as the priors make likely, and then some.
fn a_body() -> impl Strategy<Value = Params> {
    prop::collection::vec(-0.9..0.9_f64, PARAMETER_NAMES.len()).prop_map(|logs| {
        let mut array = typical().to_array();
        for (value, log) in array.iter_mut().zip(logs) {
            *value *= log.exp();
        }
        let mut params = Params::from_array(array);
        let sum = params.beta_f + params.beta_s;
        if sum > 0.95 {
            params.beta_f *= 0.95 / sum;
            params.beta_s *= 0.95 / sum;
        }
        params
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn amounts_are_conserved(doses in history(8), params in a_body()) {
        // Eliminated = clearance times the area under the curve, by Simpson's rule between events.
        let mut events: Vec<f64> = doses.iter().flat_map(|dose| [dose.start_h, dose.start_h + dose.duration_h]).collect();
        events.push(doses.last().unwrap().start_h + 30.0);
        events.sort_by(f64::total_cmp);
        let end_h = *events.last().unwrap();
        let (timeline, _) = Timeline::from_doses(&doses, &params).unwrap();
        let mut eliminated = 0.0;
        for pair in events.windows(2) {
            let pieces = ((pair[1] - pair[0]) / 0.02).ceil().max(1.0);
            let step_h = (pair[1] - pair[0]) / pieces / 2.0;
            let times_h: Vec<f64> = (0..=2 * pieces as u32).map(|step| pair[0] + f64::from(step) * step_h).collect();
            let c = timeline.output(&times_h).c;
            let weighted: f64 = c.windows(3).step_by(2).map(|c| c[0] + 4.0 * c[1] + c[2]).sum();
            eliminated += params.cl / 1000.0 * weighted * step_h / 3.0;
        }
        let end = timeline.state_at(end_h).unwrap();
        let dosed: f64 = doses.iter().map(|dose| {
            let share = if dose.duration_h > 0.0 { ((end_h - dose.start_h) / dose.duration_h).min(1.0) } else { 1.0 };
            share * dose.mitragynine_mg
        }).sum();
        let found = end.g1 + end.g2 + end.m1 + end.m2 + eliminated;
        prop_assert!((found / dosed - 1.0).abs() < 1e-6, "dosed {dosed}, found {found}");
    }

    #[test]
    fn the_fast_path_agrees_with_the_slow_one(doses in history(12), params in a_body()) {
        let last_h = doses.last().unwrap().start_h;
        let times_h: Vec<f64> = (0..30).map(|step| 7.3 * f64::from(step)).chain([last_h, last_h + 0.7, last_h + 50.0]).collect();
        let mut times_h = times_h;
        times_h.sort_by(f64::total_cmp);
        let ours = simulate(&doses, &times_h, &params);
        for (idx, slow) in reference::solve(&doses, &times_h, &params).into_iter().enumerate() {
            let [g1, g2, m1, _, h, _, _, af, as_, d] = slow;
            let close = |ours: f64, slow: f64| (ours - slow).abs() <= 1e-8 * slow.abs() + 1e-9;
            prop_assert!(close(ours.gut[idx], g1 + g2));
            prop_assert!(close(ours.c[idx], 1000.0 * m1 / params.v1), "{} {}", ours.c[idx], 1000.0 * m1 / params.v1);
            prop_assert!(close(ours.c7[idx], 1000.0 * h / params.v7));
            prop_assert!((ours.af[idx] - af).abs() < 1e-6, "Af off by {:e}", ours.af[idx] - af);
            prop_assert!((ours.as_[idx] - as_).abs() < 1e-6, "As off by {:e}", ours.as_[idx] - as_);
            prop_assert!((ours.build_up[idx] - d).abs() < 1e-6, "D off by {:e}", ours.build_up[idx] - d);
            let withdrawal_64 = -64.0 * (-d.min(ours.deficit[idx]) / params.k_w).exp_m1();
            prop_assert!((ours.withdrawal_64[idx] - withdrawal_64).abs() < 1e-4, "W64 off by {:e}", ours.withdrawal_64[idx] - withdrawal_64);
        }
    }
}

proptest! {
    #[test]
    fn a_shift_in_time_changes_nothing(doses in history(12), params in a_body(), shift_h in -500_i32..500) {
        let shift_h = f64::from(shift_h);
        let times_h: Vec<f64> = (0..40).map(|step| 9.75 * f64::from(step)).collect();
        let moved: Vec<Dose> = doses.iter().map(|dose| Dose { start_h: dose.start_h + shift_h, ..*dose }).collect();
        let moved_times: Vec<f64> = times_h.iter().map(|time_h| time_h + shift_h).collect();
        let (here, there) = (simulate(&doses, &times_h, &params), simulate(&moved, &moved_times, &params));
        for (name, here, there) in pairs(&here, &there) {
            for (here, there) in here.iter().zip(there) {
                prop_assert!((here - there).abs() <= 1e-7 * here.abs().max(1.0), "{name}: {here} {there}");
            }
        }
    }

    #[test]
    fn concentrations_scale_with_the_doses(doses in history(12), params in a_body(), factor in 0.01..50.0_f64) {
        let times_h: Vec<f64> = (0..40).map(|step| 9.75 * f64::from(step)).collect();
        let more: Vec<Dose> = doses.iter().map(|dose| Dose {
            mitragynine_mg: dose.mitragynine_mg * factor, seven_oh_mg: dose.seven_oh_mg * factor, ..*dose
        }).collect();
        let (once, scaled) = (simulate(&doses, &times_h, &params), simulate(&more, &times_h, &params));
        for (once, scaled) in once.c.iter().chain(&once.c7).zip(scaled.c.iter().chain(&scaled.c7)) {
            prop_assert!((once * factor - scaled).abs() <= 1e-12 * scaled);
        }
    }

    #[test]
    fn one_more_dose_never_lowers_a_concentration(doses in history(12), extra in a_dose(), params in a_body()) {
        let times_h: Vec<f64> = (0..40).map(|step| 9.75 * f64::from(step)).collect();
        let more = [&doses[..], &[extra]].concat();
        let (without, with) = (simulate(&doses, &times_h, &params), simulate(&more, &times_h, &params));
        for (without, with) in without.c.iter().chain(&without.c7).zip(with.c.iter().chain(&with.c7)) {
            prop_assert!(*with >= without * (1.0 - 1e-13));
        }
    }

    #[test]
    fn a_timeline_gives_the_same_bits_whatever_the_route(
        doses in history(40),
        late in prop::collection::vec(a_dose(), 0..4),
        gone in prop::collection::vec(0..40_usize, 0..4),
        params in a_body(),
    ) {
        let times_h: Vec<f64> = (0..60).map(|step| 6.1 * f64::from(step)).collect();
        let (mut edited, _) = Timeline::from_doses(&doses, &params).unwrap();
        for dose in &late {
            edited.push(*dose).unwrap();
        }
        for idx in gone {
            let held = edited.doses().to_vec();
            if let Some(dose) = held.get(idx) {
                prop_assert!(edited.remove(dose));
            }
        }
        let final_doses = edited.doses().to_vec();
        let (fresh, _) = Timeline::from_doses(&final_doses, &params).unwrap();
        let (restored, _) = Timeline::from_checkpoints(&final_doses, &params, &edited.checkpoints()).unwrap();
        let (mut replaced, _) = Timeline::from_doses(&doses, &params).unwrap();
        replaced.set_doses(&final_doses);
        for time_h in [times_h[0], times_h[17], times_h[59]] {
            let [one, two, three, four] = [&edited, &fresh, &restored, &replaced].map(|timeline| timeline.state_at(time_h));
            prop_assert_eq!(one, two);
            prop_assert_eq!(one, three);
            prop_assert_eq!(one, four);
        }
        prop_assert_eq!(edited.checkpoints(), fresh.checkpoints());
        let direct = simulate(&final_doses, &times_h, &params);
        for (name, kept, direct) in pairs(&edited.output(&times_h), &direct) {
            for (kept, direct) in kept.iter().zip(direct) {
                prop_assert!((kept - direct).abs() <= 1e-13 * direct.abs().max(1.0), "{name}");
            }
        }
    }

    #[test]
    fn anything_at_all_gets_an_answer(
        doses in prop::collection::vec([any::<f64>(), any::<f64>(), any::<f64>(), any::<f64>()], 0..20),
        times_h in prop::collection::vec(any::<f64>(), 0..20),
    ) {
        let doses: Vec<Dose> = doses.into_iter().map(|[start_h, duration_h, mitragynine_mg, seven_oh_mg]| {
            Dose { start_h, duration_h, mitragynine_mg, seven_oh_mg }
        }).collect();
        let output = simulate(&doses, &times_h, &typical());
        check_bounds(&output);
        let ignored = output.notices.iter().filter(|notice| matches!(notice, Notice::TimeIgnored { .. })).count();
        prop_assert_eq!(output.times_h.len() + ignored, times_h.len());
    }

    #[test]
    fn large_but_usable_numbers_stay_within_bounds(
        doses in prop::collection::vec((-1e7..1e7_f64, 0.0..1e6_f64, 0.0..1e6_f64, 0.0..1e6_f64), 0..12),
        times_h in prop::collection::vec(-1e7..1e7_f64, 0..12),
        params in a_body(),
    ) {
        let doses: Vec<Dose> = doses.into_iter().map(|(start_h, duration_h, mitragynine_mg, seven_oh_mg)| {
            Dose { start_h, duration_h, mitragynine_mg, seven_oh_mg }
        }).collect();
        check_bounds(&simulate(&doses, &times_h, &params));
    }
}

fn check_bounds(output: &Output) {
    for (name, series, low, high) in [
        ("signal", &output.signal, 0.0, 1.0),
        ("fast adaptation", &output.af, 0.0, 1.0),
        ("slow adaptation", &output.as_, 0.0, 1.0),
        ("build-up", &output.build_up, 0.0, 1.0),
        ("effect", &output.effect, 0.0, 10.0),
        ("withdrawal", &output.withdrawal_64, 0.0, 64.0),
        ("C", &output.c, 0.0, f64::MAX),
        ("C7", &output.c7, 0.0, f64::MAX),
        ("potency shift", &output.potency_shift, 1.0, f64::MAX),
    ] {
        for value in series {
            assert!((low..=high).contains(value), "{name} is {value}");
        }
    }
}

fn pairs<'a>(one: &'a Output, other: &'a Output) -> [(&'static str, &'a [f64], &'a [f64]); 6] {
    [
        ("C", &one.c, &other.c),
        ("C7", &one.c7, &other.c7),
        ("Af", &one.af, &other.af),
        ("As", &one.as_, &other.as_),
        ("D", &one.build_up, &other.build_up),
        ("W64", &one.withdrawal_64, &other.withdrawal_64),
    ]
}

#[test]
fn ten_thousand_doses_at_one_instant_stay_within_bounds() {
    let doses = vec![Dose::at_once(3.0, 80.0); 10_000];
    let output = simulate(&doses, &[2.9, 3.0, 3.1, 4.0, 30.0, 300.0, 3000.0], &typical());
    check_bounds(&output);
    assert!((output.gut[1] - 800_000.0).abs() < 1e-6);
}

#[test]
fn ten_thousand_sips_at_once_arrive_whole() {
    let sip = |idx: u32| Dose {
        start_h: f64::from(idx) * 1e-3,
        duration_h: 12.0,
        mitragynine_mg: 1.0,
        seven_oh_mg: 0.0,
    };
    let doses: Vec<Dose> = (0..2_000).map(sip).collect();
    let params = Params { ka: 1e-4, ..typical() };
    let output = simulate(&doses, &[14.0], &params);
    assert!((output.gut[0] - 2000.0).abs() < 5.0, "{}", output.gut[0]);
}

#[test]
fn zero_negative_and_impossible_doses_are_ignored_with_a_notice() {
    let good = Dose::at_once(1.0, 40.0);
    let bad = [0.0, -5.0, f64::NAN, f64::INFINITY, 1e9].map(|mg| Dose::at_once(2.0, mg));
    let far = Dose::at_once(1e12, 40.0);
    let output = simulate(&[&[good][..], &bad, &[far]].concat(), &[2.0, 9.0], &typical());
    assert_eq!(output.notices.len(), 6);
    assert_eq!(output.c, simulate(&[good], &[2.0, 9.0], &typical()).c);
}

#[test]
fn nothing_in_gives_nothing_out() {
    assert_eq!(simulate(&[], &[], &typical()), Output::default());
    assert_eq!(simulate(&[], &[1.0, 2.0], &typical()).withdrawal_64, [0.0, 0.0]);
    assert!(simulate(&[Dose::at_once(1.0, 40.0)], &[], &typical()).c.is_empty());
    let (timeline, notices) = Timeline::from_doses(&[], &typical()).unwrap();
    assert!(notices.is_empty() && timeline.checkpoints().is_empty());
    assert_eq!(timeline.state_at(5.0), Some(State::untouched(5.0)));
    assert_eq!(timeline.state_at(f64::NAN), None);
}

#[test]
fn unusable_parameters_give_a_notice_and_no_numbers() {
    for name in PARAMETER_NAMES {
        for value in [f64::NAN, f64::INFINITY, -1.0] {
            let params = typical().with(name, value).unwrap();
            let output = simulate(&[Dose::at_once(1.0, 40.0)], &[2.0], &params);
            assert!(output.c.is_empty());
            assert_eq!(output.notices, [Notice::UnusableParameter { name }]);
            assert!(Timeline::from_doses(&[], &params).is_err());
        }
    }
}

#[test]
fn checkpoints_that_do_not_match_are_recomputed() {
    let doses = diary(9, 40, &FOUR_A_DAY, 90);
    let params = typical();
    let (timeline, _) = Timeline::from_doses(&doses, &params).unwrap();
    let good = timeline.checkpoints();
    assert!(good.len() > 30);
    let truth = timeline.state_at(1000.0);
    // A state that was tampered with, another body's, an older history's, shuffled, or simply not there.
    let mut bent = good.clone();
    bent[12].state[9] += 1e-3;
    let other_body = Timeline::from_doses(&doses, &Params { k_w: 0.3, ..params })
        .unwrap()
        .0
        .checkpoints();
    let mut edited = doses.clone();
    edited[50].mitragynine_mg += 1.0;
    let older = Timeline::from_doses(&edited, &params).unwrap().0.checkpoints();
    let shuffled: Vec<_> = good.iter().rev().copied().collect();
    for (what, checkpoints) in [
        ("bent", bent),
        ("other body", other_body),
        ("older", older),
        ("shuffled", shuffled),
        ("part", good[..7].to_vec()),
    ] {
        let (restored, _) = Timeline::from_checkpoints(&doses, &params, &checkpoints).unwrap();
        assert_eq!(restored.state_at(1000.0), truth, "{what}");
        assert_eq!(restored.checkpoints(), good, "{what}");
    }
}

#[test]
fn planned_doses_count_in_an_output_but_are_not_kept() {
    let doses = diary(9, 20, &FOUR_A_DAY, 90);
    let planned = [
        Dose::at_once(485.0, 20.0),
        Dose {
            duration_h: 1.0,
            ..Dose::at_once(490.0, 20.0)
        },
    ];
    let times_h = [484.0, 486.0, 491.0, 520.0];
    let (timeline, _) = Timeline::from_doses(&doses, &typical()).unwrap();
    let with = timeline.output_with(&planned, &times_h);
    let direct = simulate(&[&doses[..], &planned].concat(), &times_h, &typical());
    for (name, with, direct) in pairs(&with, &direct) {
        for (with, direct) in with.iter().zip(direct) {
            assert!((with - direct).abs() <= 1e-13 * direct.abs().max(1.0), "{name}");
        }
    }
    assert_eq!(timeline.doses().len(), doses.len());
    assert_eq!(timeline.output(&times_h).c[0], with.c[0]);
}

#[test]
fn asking_for_more_outputs_does_not_change_the_state_after_them() {
    let doses = diary(3, 30, &FOUR_A_DAY, 90);
    let (timeline, _) = Timeline::from_doses(&doses, &typical()).unwrap();
    let dense: Vec<f64> = (0..3000).map(|step| f64::from(step) * 0.25).collect();
    let (few, many) = (
        simulate(&doses, &[749.75], &typical()),
        simulate(&doses, &dense, &typical()),
    );
    assert!((few.c[0] / many.c[2999] - 1.0).abs() < 1e-13);
    assert_eq!(few.af[0].to_bits(), many.af[2999].to_bits());
    assert_eq!(
        timeline.state_at(749.75).map(|state| state.d.to_bits()),
        Some(many.build_up[2999].to_bits())
    );
}

#[test]
fn a_state_survives_as_plain_numbers() {
    let (timeline, _) = Timeline::from_doses(&diary(3, 3, &FOUR_A_DAY, 90), &typical()).unwrap();
    let state = timeline.state_at(70.0).unwrap();
    assert_eq!(State::from_array(state.to_array()), state);
    assert!(state.to_array().iter().all(|value| *value >= 0.0));
}
