//! Learning about one person: where an independent optimiser ends, what a slip does, what nothing does.

use ebb_pharm::fit::{Felt, FitError, FitRun, FitSettings, Lasted, Noise, Number, PersonPrior, ReportKind, Reports};
use ebb_pharm::fit::{Route, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, UncertainDose, simulate};
use serde_json::Value;

use crate::support::{FOUR_A_DAY, diary, person_prior};

fn pairs(value: &Value) -> Vec<(f64, f64)> {
    let rows = value.as_array().unwrap().iter();
    rows.map(|row| (row[0].as_f64().unwrap(), row[1].as_f64().unwrap()))
        .collect()
}

/// The person of the shared workload E3, and the independent optimiser's answers.
fn e3() -> (Vec<UncertainDose>, Reports, Value) {
    let file: Value = serde_json::from_str(include_str!("../fits/e3.json")).unwrap();
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
    // The reference knows of no slips.
    let no_slips = |name: &str| match name {
        "slip_share" => Some(0.0),
        known => Some(ebb_evidence::parameter(known)?.value),
    };
    let prior = PersonPrior::from_lookup(&crate::support::population(), no_slips).unwrap();
    for (noise, key) in [(Noise::Normal, "normal"), (Noise::Student4, "student_4")] {
        let theirs: Vec<f64> = file[key]["z"]
            .as_array()
            .unwrap()
            .iter()
            .map(|z| z.as_f64().unwrap())
            .collect();
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

#[test]
fn nothing_reported_gives_the_prior_back_exactly() {
    let prior = person_prior();
    let posterior = fit(&[], &Reports::default(), &prior, FitSettings::new(3, 2000)).unwrap();
    assert_eq!(posterior.learned_from().total(), 0);
    assert_eq!(posterior.quality().route, Route::Prior);
    assert!(posterior.most_likely().iter().all(|z| *z == 0.0));
    for a in 0..Number::LEN {
        for b in 0..Number::LEN {
            assert_eq!(posterior.covariance(a, b), f64::from(u8::from(a == b)));
        }
    }
    assert!(posterior.draws().all(|(_, share)| share == 1.0 / 2000.0));
    let body = posterior.most_likely_body();
    assert_eq!(body.params, crate::support::typical());
    for number in Number::ALL {
        let learned = posterior.number(number);
        assert!(
            (learned.width_left - 1.0).abs() < 0.05,
            "{number:?} {}",
            learned.width_left
        );
        assert!((learned.most_likely - learned.prior_median).abs() < 1e-12);
    }
}

/// Sixty days of four doses, two batches, and a person whose reports follow from `z` with a fixed pattern of errors.
fn reports_of(z: &[f64], count: u32) -> (Vec<UncertainDose>, Reports) {
    let prior = person_prior();
    let doses = diary(8, 60, &FOUR_A_DAY, 60);
    let output = |times_h: &[f64]| simulate(&doses, times_h, &prior.params_at(z));
    let baseline = prior.value_at(Number::Baseline, z[Number::Baseline.idx()]);
    let errors = [0.3, -0.9, 1.1, -0.2, 0.6, -1.3, 0.0, 0.8, -0.5];
    let mut reports = Reports::default();
    for idx in 0..count {
        let dose_at_h = doses[(idx * 7 + 30) as usize % doses.len()].start_h;
        let error = errors[idx as usize % errors.len()];
        let effect = output(&[dose_at_h + 1.25]).effect[0];
        reports.felt.push(Felt {
            at_h: dose_at_h + 1.25,
            rating: (effect + error).clamp(0.0, 10.0),
        });
        let at_h = 24.0 * f64::from(idx * 60 / count) + 7.0;
        let score = output(&[at_h]).withdrawal_64[0] + baseline + 2.0 * error;
        reports.symptoms.push(Symptoms {
            at_h,
            score: score.clamp(0.0, 64.0),
            scale: SymptomScale::Of64,
        });
    }
    reports.lasted.push(Lasted {
        dose_at_h: doses[100].start_h,
        hours: 2.5,
    });
    let history = doses
        .iter()
        .map(|dose| UncertainDose {
            dose: *dose,
            log_sd: 0.1,
            group: Some(u32::from(dose.start_h > 720.0)),
            group_log_sd: 0.35,
        })
        .collect();
    (history, reports)
}

const SOMEBODY: [f64; 7] = [0.6, -0.5, 0.7, 0.4, -0.3, 0.5, 0.2];

#[test]
fn a_typing_slip_hardly_moves_what_is_learned() {
    let (history, reports) = reports_of(&SOMEBODY, 20);
    let mut slipped = reports.clone();
    let lowest = (0..20)
        .min_by(|a, b| reports.felt[*a].rating.total_cmp(&reports.felt[*b].rating))
        .unwrap();
    slipped.felt[lowest].rating = 10.0;
    // How far the most likely person moves, in widths of what was believed without the slip.
    let moved = |noise, slip_share| {
        let lookup = |name: &str| match name {
            "slip_share" => Some(slip_share),
            known => Some(ebb_evidence::parameter(known)?.value),
        };
        let prior = PersonPrior::from_lookup(&crate::support::population(), lookup).unwrap();
        let settings = FitSettings {
            noise,
            ..FitSettings::new(1, 1)
        };
        let clean = fit(&history, &reports, &prior, settings).unwrap();
        let slipped = fit(&history, &slipped, &prior, settings).unwrap();
        (0..Number::LEN)
            .map(|idx| {
                (clean.most_likely()[idx] - slipped.most_likely()[idx]).abs() / clean.covariance(idx, idx).sqrt()
            })
            .fold(0.0, f64::max)
    };
    let ours = moved(Noise::Student4, ebb_evidence::parameter("slip_share").unwrap().value);
    let (heavy, light) = (moved(Noise::Student4, 0.0), moved(Noise::Normal, 0.0));
    eprintln!(
        "a slip moves the most likely person by {ours:.2} widths; heavy tails alone {heavy:.2}, normal errors {light:.2}"
    );
    assert!(ours < 0.5, "{ours}");
    assert!(light > 2.5 * ours, "{light} {ours}");
}

#[test]
fn the_same_seed_gives_the_same_posterior_in_any_budget() {
    let prior = person_prior();
    let (history, reports) = reports_of(&[-0.6, 0.3, -0.7, 0.4, -0.3, 0.5, 0.2], 10);
    let settings = FitSettings::new(11, 25);
    let at_once = fit(&history, &reports, &prior, settings).unwrap();
    for budget in [1, 7] {
        let mut run = FitRun::new(&history, &reports, &prior, settings).unwrap();
        while !run.step(budget).is_done() {
            assert!(run.progress().done <= run.progress().expected);
        }
        assert_eq!(run.finish(), at_once, "budget {budget}");
    }
    let other = FitSettings { seed: 12, ..settings };
    let other = fit(&history, &reports, &prior, other).unwrap();
    assert_eq!(other.most_likely(), at_once.most_likely());
    assert_ne!(other, at_once);
    assert_eq!(at_once.bodies(10, 4), at_once.bodies(10, 4));
    assert_eq!(at_once.bodies(10, 4).len(), 10);
}

#[test]
fn more_reports_narrow_the_belief_and_each_kind_tells_what_it_can() {
    let prior = person_prior();
    let mut before = [1.05; 2];
    for count in [0, 4, 30] {
        let (history, mut reports) = reports_of(&[-0.6, 0.3, -0.7, 0.4, -0.3, 0.5, 0.2], count.max(1));
        if count == 0 {
            reports = Reports::default();
        }
        let posterior = fit(&history, &reports, &prior, FitSettings::new(2, 300)).unwrap();
        assert_eq!(posterior.learned_from().felt, count as usize);
        let now = [Number::EffectScale, Number::WithdrawalScale].map(|number| posterior.number(number).width_left);
        assert!(
            now[0] <= before[0] && now[1] <= before[1],
            "{count}: {now:?} {before:?}"
        );
        before = now;
        if count == 30 {
            let felt = posterior.narrowed_by(ReportKind::Felt);
            let symptoms = posterior.narrowed_by(ReportKind::Symptoms);
            // Only check-ins speak of withdrawal, and ratings say more about the felt scale.
            assert!(
                felt[Number::Baseline.idx()] < 0.05 && symptoms[Number::Baseline.idx()] > 0.5,
                "{symptoms:?}"
            );
            assert!(felt[Number::EffectScale.idx()] > symptoms[Number::EffectScale.idx()]);
        }
    }
    assert!(before[1] < 0.85, "{before:?}");
}

#[test]
fn a_batch_that_is_stronger_than_logged_is_noticed() {
    let prior = person_prior();
    let (mut history, reports) = reports_of(&[0.0; 7], 30);
    // What was logged is half of what the reports followed from, in the second batch only.
    for dose in &mut history {
        if dose.group == Some(1) {
            dose.dose.mitragynine_mg /= 2.0;
        }
    }
    let posterior = fit(&history, &reports, &prior, FitSettings::new(5, 300)).unwrap();
    let (first, second) = (posterior.strength(0).unwrap(), posterior.strength(1).unwrap());
    assert!(second.median / first.median > 1.3, "{} {}", first.median, second.median);
    assert_eq!(posterior.strength(9), None);
    assert_eq!(posterior.batches().collect::<Vec<u32>>(), [0, 1]);
}

#[test]
fn the_short_scale_is_read_as_its_share_of_the_long_one() {
    let prior = person_prior();
    let (history, reports) = reports_of(&SOMEBODY, 15);
    let mut short = reports.clone();
    for symptoms in &mut short.symptoms {
        symptoms.score *= 30.0 / 64.0;
        symptoms.scale = SymptomScale::Of30;
    }
    let posteriors = [reports, short].map(|reports| fit(&history, &reports, &prior, FitSettings::new(2, 1)).unwrap());
    for idx in 0..Number::LEN {
        assert!((posteriors[0].most_likely()[idx] - posteriors[1].most_likely()[idx]).abs() < 1e-5);
    }
}

#[test]
fn absurd_reports_stay_within_bounds_and_unusable_ones_are_refused() {
    let prior = person_prior();
    let (history, mut reports) = reports_of(&SOMEBODY, 10);
    for felt in &mut reports.felt {
        felt.rating = 10.0;
    }
    for symptoms in &mut reports.symptoms {
        symptoms.score = 64.0;
    }
    let posterior = fit(&history, &reports, &prior, FitSettings::new(2, 40)).unwrap();
    for (place, share) in posterior.draws() {
        assert!(share <= 0.0 || place.iter().all(|z| z.abs() <= 6.0));
    }
    assert!(posterior.most_likely().iter().all(|z| z.abs() <= 6.0));
    assert!(
        posterior
            .bodies(20, 1)
            .iter()
            .all(|body| body.params.check().is_ok() && body.answers.baseline.is_finite())
    );
    let refused = |change: fn(&mut Reports)| {
        let (history, mut reports) = reports_of(&SOMEBODY, 3);
        change(&mut reports);
        fit(&history, &reports, &person_prior(), FitSettings::new(1, 1))
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        refused(|reports| reports.felt[1].rating = 11.0),
        "felt effect report 1: its value must lie between 0 and 10"
    );
    assert_eq!(
        refused(|reports| reports.symptoms[2].at_h = f64::NAN),
        "withdrawal check-in report 2: its time cannot be used"
    );
    assert_eq!(
        refused(|reports| reports.lasted[0].hours = -1.0),
        "felt duration report 0: its value must lie between 0 and 48"
    );
    let none = FitSettings::new(1, 0);
    assert!(matches!(
        fit(&history, &reports, &prior, none),
        Err(FitError::Draws { .. })
    ));
    let missing = PersonPrior::from_lookup(prior.population(), |_| None).unwrap_err();
    assert_eq!(missing.name, "potency_log_sd");
}

#[test]
fn the_question_that_would_teach_most_is_the_one_in_withdrawal() {
    use ebb_pharm::fit::Question;
    let prior = person_prior();
    let (history, reports) = reports_of(&SOMEBODY, 8);
    let posterior = fit(&history, &reports, &prior, FitSettings::new(2, 100)).unwrap();
    let last_h = history.last().unwrap().dose.start_h;
    let scale = SymptomScale::Of64;
    let questions = [
        Question::Felt { at_h: last_h + 1.25 },
        Question::Felt { at_h: last_h + 400.0 },
        Question::Symptoms {
            at_h: last_h + 36.0,
            scale,
        },
        Question::Symptoms {
            at_h: last_h + 2000.0,
            scale,
        },
    ];
    let lessons = posterior.lessons(&history, &questions).unwrap();
    let nats: Vec<f64> = lessons.iter().map(|lesson| lesson.nats).collect();
    // Long after the last dose nothing is felt and only the baseline is left to learn.
    assert!(nats[1] < 1e-6 && nats[0] > 0.01, "{nats:?}");
    assert!(nats[2] > nats[3], "{nats:?}");
    // About the withdrawal scale it says something only by way of the baseline, which earlier check-ins could not tell from it.
    let scale_left = |lesson: usize| lessons[lesson].width_left[Number::WithdrawalScale.idx()];
    assert!(
        scale_left(2) < 0.98 && scale_left(3) > scale_left(2) && scale_left(3) > 0.95,
        "{}",
        scale_left(3)
    );
    // What was promised is what comes: the same question answered narrows the belief about as much.
    let mut more = reports.clone();
    let truth = simulate(
        &history.iter().map(|dose| dose.dose).collect::<Vec<Dose>>(),
        &[last_h + 36.0],
        &prior.params_at(&SOMEBODY),
    );
    more.symptoms.push(Symptoms {
        at_h: last_h + 36.0,
        score: truth.withdrawal_64[0] + prior.value_at(Number::Baseline, SOMEBODY[6]),
        scale,
    });
    let after = fit(&history, &more, &prior, FitSettings::new(2, 100)).unwrap();
    let idx = Number::WithdrawalScale.idx();
    let came = (after.covariance(idx, idx) / posterior.covariance(idx, idx)).sqrt();
    assert!(
        (came - lessons[2].width_left[idx]).abs() < 0.12,
        "{came} {}",
        lessons[2].width_left[idx]
    );
}

mod slow {
    use crate::simulated::{Truth, ranks, uniformity};

    /// The study `examples/calibration.rs` in small: sixty made-up people, reports as the model believes them. What a tenth
    /// too narrow does shows only among 500 (docs/model.md); here beliefs that are too narrow by a third must be caught.
    #[test]
    fn beliefs_about_made_up_people_are_as_sure_as_they_may_be() {
        let ranks = ranks(0..60, &Truth::BELIEVED, 150, &[1.0, 0.67], &mut |_, _| ());
        let honest = uniformity(&ranks[0]);
        assert!(honest.pooled_width.abs() < 3.0, "{honest:?}");
        for (bias, width) in &honest.each {
            assert!(bias.abs() < 3.5 && width.abs() < 4.0, "{honest:?}");
        }
        let squeezed = uniformity(&ranks[1]);
        assert!(squeezed.pooled_width > 3.5, "{squeezed:?}");
    }
}
