//! What reports are worth on the doses of the six made-up people of the shared folder, read by the importers:
//! `cargo run --release -p ebb-cli --example learning_from_diaries`.
//!
//! First with known bodies: the person's logged doses, a body one prior standard deviation from the middle in every number, made-up
//! reports, and the week after the last dose. Then with what the diary itself holds: ratings and check-ins of its first half, and
//! the check-ins of its second half as what comes, given the doses logged by then. These people differ in every parameter, also
//! in those that are held while learning, and their records are as poor as records are.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "a study prints its figures, may stop where something is missing, and indexes by small numbers"
)]

#[allow(
    unfulfilled_lint_expectations,
    reason = "what its own crate bans, and so expects, is free to use here"
)]
#[expect(dead_code, reason = "shared with the tests of the importers")]
#[path = "../../../pure/exchange/tests/integration/people.rs"]
mod people;
#[expect(dead_code, reason = "shared with the tests of the importers")]
#[path = "../../../pure/exchange/tests/integration/workbench.rs"]
mod workbench;

use ebb_core::bridge::{EngineInput, engine_input};
use ebb_core::diary::Diary;
use ebb_pharm::fit::{Body, Felt, FitSettings, Number, PersonPrior, Reports, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, UncertainDose, simulate};
use std::collections::BTreeMap;

const DRAWS: u32 = 200;
const BODIES: u32 = 150;
/// Known bodies for each person's doses.
const KNOWN: u64 = 6;
/// Days of doses that are looked at before the last one.
const DOSE_DAYS: f64 = 120.0;
const AFTER_H: [f64; 8] = [12.0, 24.0, 36.0, 48.0, 72.0, 96.0, 120.0, 168.0];
const COUNTS: [usize; 4] = [0, 5, 10, 20];
/// "Now": after the last diary ends.
const NOW: jiff::Timestamp = jiff::Timestamp::constant(1_795_219_200, 0);
/// Fewer doses of known amount than this are no history.
const FEWEST_DOSES: usize = 10;

fn main() {
    let Some(shared) = people::shared() else {
        println!("SKIPPED: no shared folder with diaries (set EBB_SHARED)");
        return;
    };
    let population = ebb_core::bridge::population().unwrap();
    let prior = PersonPrior::from_lookup(&population, |name| Some(ebb_evidence::parameter(name)?.value)).unwrap();
    for person in &people::PEOPLE {
        let diary = imported(person, &shared.join("diaries").join(person.folder));
        let until = ebb_core::moment::Moment::new(NOW, &people::zone(person.zone));
        let input = engine_input(&diary, &until);
        println!(
            "\n{}: {} doses for the engine ({} of unknown amount stood in for, {} left out), {} check-ins with a total",
            person.folder,
            input.doses.len(),
            input.stood_in_h.len(),
            input.n_left_out,
            diary
                .check_ins
                .iter()
                .filter(|check_in| check_in.body.total_64().is_some())
                .count(),
        );
        if input.doses.len() < FEWEST_DOSES {
            println!("  too few doses of known strength to say anything");
            continue;
        }
        known_bodies(&input, &prior);
        own_reports(&diary, &input, &prior);
    }
}

fn imported(person: &people::Person, folder: &std::path::Path) -> Diary {
    let mut bench = workbench::Bench::new();
    for file in person.files {
        let bytes = people::bytes(&folder.join(file.name));
        let answers = people::answers(file.answers);
        let reading = ebb_exchange::import::read(Some(file.name), &bytes, &answers, &person.zones(), NOW).unwrap();
        bench.import_with(&reading, file.answers, file.name);
    }
    bench.diary()
}

/// Reports made up from a known body on the person's own doses.
fn known_bodies(input: &EngineInput, prior: &PersonPrior) {
    let last_h = input.doses.last().unwrap().dose.start_h;
    let history = since(&input.doses, last_h - DOSE_DAYS * 24.0);
    let times_h = AFTER_H.map(|hours| last_h + hours);
    let mut scores: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for known in 0..KNOWN {
        for count in COUNTS {
            let mut chance = Chance(known * 7919 + 1);
            let truth = Known::draw(&history, prior, &mut chance);
            let reports = truth.reports(&history, count, last_h, &mut chance);
            let bodies = bodies(&history, &reports, prior, known);
            let forecasts = said(&history, &bodies, &times_h, |_| 0.0);
            let came = truth.said(&times_h);
            let score = came
                .iter()
                .enumerate()
                .map(|(place, came)| crps(&forecasts, place, *came))
                .sum::<f64>();
            scores.entry(count).or_default().push(score / times_h.len() as f64);
        }
    }
    print!("  known bodies one sd away ({KNOWN}), the week after the last dose:");
    for (count, own) in &scores {
        let (ratio, error) = ratio(own, &scores[&0]);
        print!(" {count} reports {:.2}", own.iter().sum::<f64>() / own.len() as f64);
        if *count > 0 {
            print!(" ({:.0} ± {:.0} %)", 100.0 * ratio, 100.0 * error);
        }
    }
    println!();
}

/// What the diary itself holds: learn from its first half, judge by the check-ins of its second.
fn own_reports(diary: &Diary, input: &EngineInput, prior: &PersonPrior) {
    let check_ins: Vec<(f64, f64)> = diary
        .check_ins
        .iter()
        .filter_map(|check_in| Some((input.hours(check_in.body.when.at), check_in.body.total_64()?)))
        .filter(|(at_h, score)| *at_h > 0.0 && (0.0..=64.0).contains(score))
        .collect();
    let ratings = ratings(diary, input);
    if check_ins.len() < 12 {
        println!(
            "  own reports: {} check-ins are too few to learn from and to judge by",
            check_ins.len()
        );
        return;
    }
    let (early, late) = check_ins.split_at(check_ins.len() / 2);
    let ratings: Vec<(f64, f64)> = ratings
        .into_iter()
        .filter(|(at_h, _)| *at_h <= early[early.len() - 1].0)
        .collect();
    let from_h = early[0].0.min(ratings.first().map_or(f64::INFINITY, |rating| rating.0)) - DOSE_DAYS * 24.0;
    let history = since(&input.doses, from_h);
    let times_h: Vec<f64> = late.iter().map(|(at_h, _)| *at_h).collect();
    let mut scores: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let mut held: BTreeMap<usize, f64> = BTreeMap::new();
    for count in COUNTS {
        let n_ratings = (count / 2).min(ratings.len());
        let reports = Reports {
            felt: spread(&ratings, n_ratings)
                .map(|(at_h, rating)| Felt { at_h, rating })
                .collect(),
            lasted: Vec::new(),
            symptoms: spread(early, (count - n_ratings).min(early.len()))
                .map(|(at_h, score)| Symptoms {
                    at_h,
                    score,
                    scale: SymptomScale::Of64,
                })
                .collect(),
        };
        // Ranges as they are shown: with room for how answers vary, as far above as below.
        let mut chance = Chance(count as u64);
        let answers: Vec<f64> = (0..BODIES.div_ceil(2))
            .map(|_| chance.normal())
            .flat_map(|z| [z, -z])
            .collect();
        let bodies = bodies(&history, &reports, prior, 1);
        let forecasts = said(&history, &bodies, &times_h, |body| answers[body]);
        for (place, (_, score)) in late.iter().enumerate() {
            scores.entry(count).or_default().push(crps(&forecasts, place, *score));
            let mut values: Vec<f64> = forecasts.iter().map(|row| row[place]).collect();
            values.sort_by(f64::total_cmp);
            let inside = values[values.len() / 10].round() <= *score && *score <= values[values.len() * 9 / 10].round();
            *held.entry(count).or_default() += f64::from(u8::from(inside)) / late.len() as f64;
        }
    }
    print!(
        "  own reports ({} ratings, {} check-ins), judged by {} later check-ins:",
        ratings.len(),
        early.len(),
        late.len()
    );
    for (count, own) in &scores {
        let (ratio, error) = ratio(own, &scores[&0]);
        print!(" {count} reports {:.2}", own.iter().sum::<f64>() / own.len() as f64);
        if *count > 0 {
            print!(" ({:.0} ± {:.0} %)", 100.0 * ratio, 100.0 * error);
        }
        print!(", 80 % held {:.0} %;", 100.0 * held[count]);
    }
    println!();
}

/// Strengths by hour; one given with the dose itself speaks of the time it is strongest.
fn ratings(diary: &Diary, input: &EngineInput) -> Vec<(f64, f64)> {
    let start_h: BTreeMap<_, _> = diary
        .doses
        .iter()
        .map(|dose| (dose.id, input.hours(dose.body.when.at)))
        .collect();
    let mut found: Vec<(f64, f64)> = diary
        .felt_effects
        .iter()
        .filter_map(|felt| {
            let at_h = input.hours(felt.body.when.at);
            let dose_h = felt.body.dose.and_then(|dose| start_h.get(&dose).copied());
            let at_h = dose_h
                .filter(|dose_h| at_h < dose_h + 0.5)
                .map_or(at_h, |dose_h| dose_h + 1.25);
            Some((at_h, felt.body.strength?))
        })
        .filter(|(at_h, strength)| *at_h > 0.0 && (0.0..=10.0).contains(strength))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

/// So many, evenly over the list.
fn spread(list: &[(f64, f64)], count: usize) -> impl Iterator<Item = (f64, f64)> {
    (0..count).map(move |idx| list[(2 * idx + 1) * list.len() / (2 * count)])
}

fn since(doses: &[UncertainDose], from_h: f64) -> Vec<UncertainDose> {
    doses
        .iter()
        .filter(|dose| dose.dose.start_h >= from_h)
        .copied()
        .collect()
}

fn bodies(history: &[UncertainDose], reports: &Reports, prior: &PersonPrior, seed: u64) -> Vec<Body> {
    let posterior = fit(history, reports, prior, FitSettings::new(seed, DRAWS)).unwrap();
    posterior.bodies(BODIES, seed)
}

/// What each body would say, a row per body, by answers so many standard deviations from what is meant.
fn said(history: &[UncertainDose], bodies: &[Body], times_h: &[f64], answer: impl Fn(usize) -> f64) -> Vec<Vec<f64>> {
    bodies
        .iter()
        .enumerate()
        .map(|(idx, body)| {
            let strength = |dose: &UncertainDose| dose.group.and_then(|group| body.strengths.get(&group)).copied();
            let doses: Vec<Dose> = history
                .iter()
                .map(|dose| Dose {
                    mitragynine_mg: dose.dose.mitragynine_mg * strength(dose).unwrap_or(1.0),
                    ..dose.dose
                })
                .collect();
            let scores = simulate(&doses, times_h, &body.params).withdrawal_64;
            let score = |score: &f64| body.answers.said(*score, answer(idx));
            scores.iter().map(score).collect()
        })
        .collect()
}

/// A body one standard deviation from the middle in every number and batch.
struct Known {
    swallowed: Vec<Dose>,
    params: ebb_pharm::Params,
    baseline: f64,
}

impl Known {
    fn draw(history: &[UncertainDose], prior: &PersonPrior, chance: &mut Chance) -> Known {
        let z: Vec<f64> = (0..Number::LEN).map(|_| chance.sign()).collect();
        let mut batches: BTreeMap<Option<u32>, f64> = BTreeMap::new();
        let swallowed = history
            .iter()
            .map(|dose| {
                let batch = *batches.entry(dose.group).or_insert_with(|| chance.sign());
                let error = batch * dose.group_log_sd + chance.normal() * dose.log_sd;
                Dose {
                    mitragynine_mg: dose.dose.mitragynine_mg * error.exp(),
                    ..dose.dose
                }
            })
            .collect();
        Known {
            swallowed,
            params: prior.params_at(&z),
            baseline: prior.value_at(Number::Baseline, z[Number::Baseline.idx()]),
        }
    }

    fn said(&self, times_h: &[f64]) -> Vec<f64> {
        let scores = simulate(&self.swallowed, times_h, &self.params).withdrawal_64;
        scores.iter().map(|score| (score + self.baseline).min(64.0)).collect()
    }

    /// Half ratings, half morning check-ins, over the forty days before the last dose.
    fn reports(&self, history: &[UncertainDose], count: usize, last_h: f64, chance: &mut Chance) -> Reports {
        let sd = |name: &str| ebb_evidence::parameter(name).unwrap().value;
        let recent = since(history, last_h - 40.0 * 24.0);
        let mut reports = Reports::default();
        for _ in 0..count / 2 {
            let at_h = recent[(chance.uniform() * recent.len() as f64) as usize].dose.start_h + 1.25;
            let effect = simulate(&self.swallowed, &[at_h], &self.params).effect[0];
            let rating = (effect + sd("sigma_E") * chance.normal()).clamp(0.0, 10.0);
            reports.felt.push(Felt { at_h, rating });
        }
        let n_symptoms = count - count / 2;
        for idx in 0..n_symptoms {
            let day = ((idx as f64 + 0.5) / n_symptoms as f64 * 40.0).floor();
            let at_h = last_h - 40.0 * 24.0 + day * 24.0 + 10.0 + 2.0 * chance.uniform();
            let score = self.said(&[at_h])[0];
            let error = sd("sigma_W_base") + sd("sigma_W_slope") * (score - self.baseline);
            reports.symptoms.push(Symptoms {
                at_h,
                score: (score + error * chance.normal()).clamp(0.0, 64.0),
                scale: SymptomScale::Of64,
            });
        }
        reports
    }
}

/// Continuous ranked probability score of equally likely values.
fn crps(rows: &[Vec<f64>], place: usize, came: f64) -> f64 {
    let mut values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
    values.sort_by(f64::total_cmp);
    let len = values.len() as f64;
    let to_truth: f64 = values.iter().map(|value| (value - came).abs()).sum::<f64>() / len;
    let steps = values.windows(2).enumerate();
    let spread: f64 = steps
        .map(|(idx, pair)| {
            let below = (idx as f64 + 1.0) / len;
            below * (1.0 - below) * (pair[1] - pair[0])
        })
        .sum();
    to_truth - spread
}

/// The ratio of two means over the same things, and its standard error from the paired differences.
fn ratio(of: &[f64], to: &[f64]) -> (f64, f64) {
    let len = of.len() as f64;
    let (mean_of, mean_to) = (of.iter().sum::<f64>() / len, to.iter().sum::<f64>() / len);
    let ratio = mean_of / mean_to;
    let squares: f64 = of.iter().zip(to).map(|(of, to)| (of - ratio * to).powi(2)).sum();
    (ratio, (squares / (len - 1.0) / len).sqrt() / mean_to)
}

/// Seeded chance.
struct Chance(u64);

impl Chance {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn sign(&mut self) -> f64 {
        if self.uniform() < 0.5 { -1.0 } else { 1.0 }
    }

    fn normal(&mut self) -> f64 {
        let (a, b) = (1.0 - self.uniform(), self.uniform());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }
}
