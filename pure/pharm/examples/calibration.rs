//! Whether what the fit believes is as sure as it may be: made-up people with known numbers, learned about from made-up reports.
//!
//! `cargo run --release -p ebb-pharm --example calibration -- believed 500` ranks and coverage, and the same with beliefs squeezed
//! by a tenth on purpose; `departed 500` (and a word of one title) coverage under truths the model does not believe; `learning 100` what reports are
//! worth; `e3 200` the time of one fit with 200 draws. Everything is seeded: the same command prints the same figures.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    reason = "a study prints its figures, reads a clock for one of them, and may stop where something is missing"
)]

#[path = "../tests/integration/simulated.rs"]
mod simulated;
#[path = "../tests/integration/support.rs"]
mod support;

use std::time::Instant;

use ebb_pharm::fit::{Felt, FitRun, FitSettings, Noise, Number, Reports, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, UncertainDose, simulate};
use simulated::{Errors, Person, Plan, Truth, crps, generator, ranks, uniformity};
use support::person_prior;

fn main() {
    let mut words = std::env::args().skip(1);
    let what = words.next().unwrap_or_default();
    let words_count = words.next().and_then(|count| count.parse().ok());
    let count = words_count.unwrap_or(500);
    match what.as_str() {
        "believed" => believed(count),
        "departed" => departed(count, words.next().as_deref()),
        "learning" => learning(count),
        "e3" => e3(words_count.unwrap_or(200)),
        _ => println!("believed, departed or learning, and how many people; or e3, and how many draws"),
    }
}

/// Few draws blur a rank and make beliefs look too narrow: by about 7/n of the squared score with n effective draws.
const DRAWS: u32 = 800;
const FEWER_DRAWS: u32 = 300;

fn names() -> Vec<&'static str> {
    Number::ALL
        .iter()
        .map(|number| number.symbol())
        .chain(["batch 0", "batch 1"])
        .collect()
}

fn coverage(ranks: &[Vec<f64>], coordinate: usize) -> [f64; 3] {
    [0.5, 0.8, 0.95].map(|share| {
        let inside = ranks
            .iter()
            .filter(|row| (row[coordinate] - 0.5).abs() <= share / 2.0)
            .count();
        100.0 * inside as f64 / ranks.len() as f64
    })
}

fn believed(count: u32) {
    let (mut routes, mut sizes) = ([0_u32; 4], Vec::new());
    let squeezes = [1.0, 0.9, 1.1];
    let ranks = ranks(0..count, &Truth::BELIEVED, DRAWS, &squeezes, &mut |_, posterior| {
        routes[posterior.quality().route as usize] += 1;
        sizes.push(posterior.quality().effective_size);
    });
    sizes.sort_by(f64::total_cmp);
    println!("{count} people, {DRAWS} draws each; routes prior/importance/again/walk {routes:?};");
    println!(
        "effective size: least {:.0}, median {:.0}",
        sizes[0],
        sizes[sizes.len() / 2]
    );
    let titles = [
        "as believed",
        "beliefs a tenth too narrow on purpose",
        "beliefs a tenth too wide on purpose",
    ];
    for (title, ranks) in titles.into_iter().zip(&ranks) {
        let uniformity = uniformity(ranks);
        println!("\n{title}\nnumber     bias z  width z   coverage of 50 / 80 / 95 %");
        for (coordinate, name) in names().into_iter().enumerate() {
            let (bias, width) = uniformity.each[coordinate];
            let [c50, c80, c95] = coverage(ranks, coordinate);
            println!("{name:9} {bias:7.2} {width:8.2}   {c50:5.1} {c80:5.1} {c95:5.1}");
        }
        println!(
            "together: mean squared normal score {:.3}, {:+.2} standard errors from 1",
            uniformity.mean_square, uniformity.pooled_width
        );
    }
}

fn departed(count: u32, only: Option<&str>) {
    let believed = Truth::BELIEVED;
    let truths = [
        ("as believed", believed),
        ("normal errors", Truth { degrees: 0, ..believed }),
        ("harder tail (slow half-life doubled)", Truth { tail: 2.0, ..believed }),
        (
            "batches twice as different",
            Truth {
                batch_spread: 2.0,
                ..believed
            },
        ),
        (
            "half of the reports missing",
            Truth {
                missing: 0.5,
                ..believed
            },
        ),
        (
            "2 % of reports are slips",
            Truth {
                slips: 0.02,
                ..believed
            },
        ),
        ("10 % of reports are slips", Truth { slips: 0.1, ..believed }),
        (
            "numbers that are held vary as in the population",
            Truth {
                kinetics_vary: true,
                ..believed
            },
        ),
    ];
    println!("coverage of 50 / 80 / 95 % in percent, {count} people");
    for (title, truth) in truths
        .into_iter()
        .filter(|(title, _)| only.is_none_or(|only| title.contains(only)))
    {
        let ranks = ranks(0..count, &truth, FEWER_DRAWS, &[1.0], &mut |_, _| ()).remove(0);
        println!("\n{title}");
        for (coordinate, name) in names().into_iter().enumerate() {
            let [c50, c80, c95] = coverage(&ranks, coordinate);
            println!("{name:9} {c50:5.1} {c80:5.1} {c95:5.1}");
        }
    }
}

/// Forecasts of the first week after stopping on day 40, against what then comes.
fn learning(count: u32) {
    let (prior, errors) = (person_prior(), Errors::of_tables());
    let after: Vec<f64> = [12.0, 24.0, 36.0, 48.0, 72.0, 96.0, 120.0, 168.0]
        .map(|hours| 960.0 + hours)
        .to_vec();
    println!("score of withdrawal forecasts (CRPS, points of 64) and width of their 80 % band over {count} people");
    for (title, distance) in [
        ("one prior standard deviation away in every number", 1.0),
        ("in the middle", 0.0),
    ] {
        println!("\npeople {title}\nreports    score  of none   band");
        let mut none = 0.0;
        for reports_count in [0_u32, 5, 10, 20, 40] {
            let (mut score, mut band) = (0.0, 0.0);
            for idx in 0..count {
                let mut rng = generator(401, u64::from(idx));
                let z = (0..9)
                    .map(|_| {
                        if simulated::uniform(&mut rng) < 0.5 {
                            -distance
                        } else {
                            distance
                        }
                    })
                    .collect();
                let person = Person::at(z, &prior, &Truth::BELIEVED, 40, &mut rng);
                let plan = Plan {
                    felt: reports_count / 2,
                    lasted: 0,
                    symptoms: reports_count - reports_count / 2,
                    until_h: 960.0,
                };
                let reports = person.reports(&plan, &errors, &Truth::BELIEVED, &mut rng);
                let posterior = fit(&person.logged, &reports, &prior, FitSettings::new(u64::from(idx), 300)).unwrap();
                let (_, truth) = person.curve(&after);
                let forecasts: Vec<Vec<f64>> = posterior
                    .bodies(200, 5)
                    .iter()
                    .map(|body| forecast(&person, body, &after))
                    .collect();
                for (place, truth) in truth.iter().enumerate() {
                    let share = 1.0 / forecasts.len() as f64;
                    let mut values: Vec<(f64, f64)> = forecasts.iter().map(|row| (row[place], share)).collect();
                    score += crps(&values, truth + person.baseline) / after.len() as f64 / f64::from(count);
                    values.sort_by(|a, b| a.0.total_cmp(&b.0));
                    band += (values[180].0 - values[20].0) / after.len() as f64 / f64::from(count);
                }
            }
            if reports_count == 0 {
                none = score;
            }
            println!(
                "{reports_count:7} {score:8.3} {:7.0} % {band:6.2}",
                100.0 * score / none
            );
        }
    }
}

fn forecast(person: &Person, body: &ebb_pharm::fit::Body, times_h: &[f64]) -> Vec<f64> {
    let doses: Vec<Dose> = person
        .logged
        .iter()
        .map(|logged| {
            let strength = logged
                .group
                .and_then(|group| body.strengths.get(&group))
                .copied()
                .unwrap_or(1.0);
            Dose {
                mitragynine_mg: logged.dose.mitragynine_mg * strength,
                ..logged.dose
            }
        })
        .collect();
    let output = simulate(&doses, times_h, &body.params);
    output.withdrawal_64.iter().map(|score| score + body.baseline).collect()
}

/// The person of the shared workload E3: 60 ratings and 40 check-ins over 180 days.
fn e3(draws: u32) {
    let file: serde_json::Value = serde_json::from_str(include_str!("../tests/fits/e3.json")).unwrap();
    let pairs = |key: &str| -> Vec<(f64, f64)> {
        let rows = file[key].as_array().unwrap().iter();
        rows.map(|row| (row[0].as_f64().unwrap(), row[1].as_f64().unwrap()))
            .collect()
    };
    let doses: Vec<UncertainDose> = pairs("doses")
        .into_iter()
        .map(|(t_h, mg)| UncertainDose::exact(Dose::at_once(t_h, mg)))
        .collect();
    let felt = pairs("effect_ratings")
        .into_iter()
        .map(|(at_h, rating)| Felt { at_h, rating });
    let symptoms = pairs("sows64").into_iter().map(|(at_h, score)| Symptoms {
        at_h,
        score,
        scale: SymptomScale::Of64,
    });
    let reports = Reports {
        felt: felt.collect(),
        lasted: Vec::new(),
        symptoms: symptoms.collect(),
    };
    let prior = person_prior();
    for noise in [Noise::Normal, Noise::Student4] {
        let settings = FitSettings {
            noise,
            ..FitSettings::new(1, draws)
        };
        let mut times = Vec::new();
        for _ in 0..15 {
            let begin = Instant::now();
            let mut run = FitRun::new(&doses, &reports, &prior, settings).unwrap();
            let mut steps = 0;
            while run.step(1).phase == ebb_pharm::fit::Phase::Searching {
                steps += 1;
            }
            let searched = begin.elapsed();
            let posterior = run.finish();
            times.push((searched, begin.elapsed(), steps, posterior));
        }
        times.sort_by_key(|time| time.0);
        let (searched, whole, steps, posterior) = &times[times.len() / 2];
        println!(
            "{noise:?}: optimum after {searched:?} ({steps} steps), with {draws} draws {whole:?}, {:?}",
            posterior.quality()
        );
        println!("{:?} loss {}", posterior.most_likely(), posterior.loss());
    }
}
