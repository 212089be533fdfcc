//! Every way to the same numbers gives the same bits: one person or many, whatever instructions, one thread or two, through
//! checkpoints or at once; and the whole of the engine's answers has a fingerprint that only a change on purpose may move.

use ebb_pharm::batch::{Batch, DayExtremes, Person};
use ebb_pharm::{Dose, Instructions, Output, PARAMETER_NAMES, Params, Timeline, digest, simulate};
use proptest::prelude::*;

use crate::support::{FOUR_A_DAY, diary, hourly, person_prior, typical};

fn a_dose() -> impl Strategy<Value = Dose> {
    // Whole and odd minutes; at once, sipped, some across midnight; nothing at all now and then.
    let start = prop_oneof![
        (0..30_000_u32).prop_map(|minute| f64::from(minute) / 60.0),
        0.0..500.0_f64
    ];
    let duration = prop_oneof![3 => Just(0.0), 1 => 0.02..6.0_f64];
    let seven_oh = prop_oneof![3 => Just(0.0), 1 => 1.0..30.0_f64];
    let leaf = prop_oneof![1 => Just(0.0), 9 => 1.0..120.0_f64];
    (start, duration, leaf, seven_oh).prop_map(|(start_h, duration_h, mitragynine_mg, seven_oh_mg)| Dose {
        start_h,
        duration_h,
        mitragynine_mg,
        seven_oh_mg,
    })
}

/// Random days, now and then with a thousand doses in a minute, or with a year between two parts.
fn history() -> impl Strategy<Value = Vec<Dose>> {
    (prop::collection::vec(a_dose(), 1..30), 0..4_u32).prop_map(|(mut doses, kind)| {
        if kind == 1 {
            doses.extend((0..1000_u32).map(|idx| Dose::at_once(100.0 + f64::from(idx) / 60_000.0, 0.2)));
        }
        if kind == 2 {
            let later: Vec<Dose> = doses
                .iter()
                .map(|dose| Dose {
                    start_h: dose.start_h + 8760.0,
                    ..*dose
                })
                .collect();
            doses.extend(later);
        }
        doses
    })
}

/// Bodies around the middle; in one of three, rates coincide.
fn a_body() -> impl Strategy<Value = Params> {
    (prop::collection::vec(-0.6..0.6_f64, PARAMETER_NAMES.len()), 0..3_u32).prop_map(|(logs, kind)| {
        let mut array = typical().to_array();
        for (value, log) in array.iter_mut().zip(logs) {
            *value *= log.exp();
        }
        let mut params = Params::from_array(array);
        let sum = (params.beta_f + params.beta_s).max(0.95) / 0.95;
        params.beta_f /= sum;
        params.beta_s /= sum;
        if kind == 0 {
            params.ka7 = params.ka;
            params.k7 = params.ka;
            params.t_half_d = params.t_half_f;
        }
        params
    })
}

fn series(output: &Output) -> [&[f64]; 13] {
    [
        &output.gut,
        &output.c,
        &output.c7,
        &output.x,
        &output.potency_shift,
        &output.signal,
        &output.af,
        &output.as_,
        &output.net,
        &output.deficit,
        &output.build_up,
        &output.effect,
        &output.withdrawal_64,
    ]
}

fn same_bits(one: &Output, other: &Output) -> bool {
    series(one)
        .iter()
        .zip(series(other))
        .all(|(one, other)| one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.to_bits() == b.to_bits()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn all_instructions_and_companies_give_the_same_bits(doses in history(), bodies in prop::collection::vec(a_body(), 1..4)) {
        let times_h: Vec<f64> = (0..150).map(|step| 4.7 * f64::from(step)).chain([8800.0, 9100.0]).collect();
        let alone: Vec<Output> = bodies.iter().map(|params| simulate(&doses, &times_h, params)).collect();
        let people: Vec<Person<'_>> = bodies.iter().map(|params| Person { doses: &doses, params: *params }).collect();
        for instructions in Instructions::ALL {
            let mut agree = true;
            Batch::with_instructions(instructions).simulate(&people, &times_h, |person_idx, output| {
                agree &= same_bits(output, &alone[person_idx]) && output.notices == alone[person_idx].notices;
            });
            prop_assert!(agree, "{instructions:?}");
        }
    }

    #[test]
    fn checkpoints_lead_to_the_same_place(doses in history(), params in a_body()) {
        let times_h: Vec<f64> = (0..60).map(|step| 11.3 * f64::from(step)).chain([8800.0, 9100.0]).collect();
        let direct = simulate(&doses, &times_h, &params);
        let (timeline, _) = Timeline::from_doses(&doses, &params).unwrap();
        let (restored, _) = Timeline::from_checkpoints(&doses, &params, &timeline.checkpoints()).unwrap();
        prop_assert!(same_bits(&timeline.output(&times_h), &restored.output(&times_h)));
        for (direct, kept) in series(&direct).iter().zip(series(&restored.output(&times_h))) {
            for (direct, kept) in direct.iter().zip(kept) {
                prop_assert!((direct - kept).abs() <= 1e-12 * direct.abs().max(1.0), "{direct} {kept}");
            }
        }
    }
}

#[test]
fn two_threads_give_the_bits_of_one() {
    let diaries: Vec<Vec<Dose>> = (0..12).map(|seed| diary(seed, 20, &FOUR_A_DAY, 90)).collect();
    let people: Vec<Person<'_>> = diaries
        .iter()
        .map(|doses| Person {
            doses,
            params: typical(),
        })
        .collect();
    let times_h = hourly(1, 480);
    let extremes = |people: &[Person<'_>]| -> Vec<Vec<DayExtremes>> { Batch::new().daily_extremes(people, &times_h) };
    let one = extremes(&people);
    let (left, right) = people.split_at(5);
    let two = std::thread::scope(|scope| {
        let left = scope.spawn(|| extremes(left));
        let right = scope.spawn(|| extremes(right));
        [left.join().unwrap(), right.join().unwrap()].concat()
    });
    assert_eq!(one, two);
    // Hours 24 to 47 are the second day.
    let hourly_c = simulate(&diaries[3], &times_h, &typical()).c;
    let highest = hourly_c[23..47].iter().copied().fold(0.0, f64::max);
    assert_eq!(one[3][1].day, 1);
    assert_eq!(one[3][1].c.highest.to_bits(), highest.to_bits());
}

/// Frozen: it moves when the engine's bits or a number of the evidence tables move, and then on purpose. If the tables did not
/// change, the engine did: raise `ENGINE_VERSION` and the version of the standpoints with it.
#[test]
fn the_digest_of_all_answers_is_the_one_written_down() {
    let prior = person_prior();
    let digests = Instructions::ALL.map(|instructions| digest(&prior, instructions).unwrap());
    assert_eq!(digests[0], digests[1]);
    assert_eq!(digests[0], digests[2]);
    assert_eq!(
        digests[0],
        "6d6b4d53869e4a008a31e3f619d24cca91b77b3c71034f9c3bcfd4d5e4e15cc7"
    );
}
