//! Whether what the fit believes is as sure as it may be: made-up people with known numbers, learned about from made-up reports.
//!
//! `cargo run --release -p ebb-pharm --example calibration -- believed 500` ranks and coverage, and the same with beliefs squeezed
//! by a tenth on purpose; `departed 500` (and a word of one title) coverage under truths the model does not believe; `learning 300` what
//! reports are worth; `held 100` forecasts where everything varies; `e3 200` the time of one fit with 200 draws. `believed` and
//! `learning` end with an error beyond their thresholds (`cargo xtask calibrate`). Everything is seeded: the same command prints the same figures.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::float_cmp,
    reason = "a study prints its figures, reads a clock for one of them, and may stop where something is missing"
)]

#[path = "../tests/integration/learning.rs"]
mod learning;
#[path = "../tests/integration/simulated.rs"]
mod simulated;
#[path = "../tests/integration/support.rs"]
mod support;

use std::process::ExitCode;
use std::time::Instant;

use ebb_pharm::fit::{Body, Felt, FitRun, FitSettings, Noise, Number, Reports, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, Params, UncertainDose};
use learning::Whereabouts;
use simulated::{EACH_WITHIN, TOGETHER_WITHIN, Truth, ranks, uniformity};
use support::person_prior;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let what = words.next().unwrap_or_default();
    let words_count = words.next().and_then(|count| count.parse().ok());
    let count = words_count.unwrap_or(500);
    match what.as_str() {
        "believed" => return believed(count),
        "departed" => departed(count, words.next().as_deref()),
        "learning" => return learning(words_count.unwrap_or(300)),
        "held" => held(count),
        "e3" => e3(words_count.unwrap_or(200)),
        _ => {
            println!("believed, departed, learning or held, and how many people; or e3, and how many draws");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
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

/// Passes when what is believed is within the thresholds and both beliefs made wrong on purpose are not.
fn believed(count: u32) -> ExitCode {
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
    let mut is_as_meant = true;
    for ((title, ranks), squeeze) in titles.into_iter().zip(&ranks).zip(squeezes) {
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
        let misses = uniformity.misses();
        let verdict = if misses { "misses" } else { "keeps" };
        println!(
            "{verdict} the thresholds: no bias or width beyond {EACH_WITHIN}, the width together within {TOGETHER_WITHIN}"
        );
        is_as_meant &= misses == (squeeze != 1.0);
    }
    println!(
        "\n{}",
        if is_as_meant {
            "calibrated: what is believed passes, and both wrongs on purpose were caught"
        } else {
            "NOT calibrated, or too few people to catch what is wrong on purpose"
        }
    );
    if is_as_meant {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
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

/// Forecasts of the first week after stopping on day 40, against what then comes, and whether they keep what must be shown.
/// Errors are standard errors of the ratio to the population's score on the same people.
fn learning(count: u32) -> ExitCode {
    println!(
        "score of withdrawal forecasts (CRPS, points of 64), width of their 80 % band and how much it held, {count} people"
    );
    let far = learning_of("one prior sd away in every number", Whereabouts::Away(1.0), count);
    let middle = learning_of("exactly in the middle", Whereabouts::Away(0.0), count);
    learning_of("drawn from the prior", Whereabouts::Drawn, count);
    let far_is_kept = far
        .iter()
        .any(|(reports, ratio)| *reports == 20 && *ratio <= learning::FAR_AT_MOST);
    let is_kept = far_is_kept && middle.iter().all(|(_, ratio)| *ratio <= learning::MIDDLE_AT_MOST);
    println!(
        "\n{} what must be shown: with 20 reports at most {:.0} % of the population's score for people who differ, never more \
         than {:.0} % for people in the middle",
        if is_kept { "keeps" } else { "MISSES" },
        100.0 * learning::FAR_AT_MOST,
        100.0 * learning::MIDDLE_AT_MOST
    );
    if is_kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One table; per count of reports, the score as a share of what it is without any.
fn learning_of(title: &str, place: Whereabouts, count: u32) -> Vec<(u32, f64)> {
    println!("\npeople {title}\n        forecast                             learned alone");
    println!("reports  score   of none          band held     of none          band held");
    let (prior, after) = (person_prior(), learning::after_h());
    let mut none = Vec::new();
    let mut ratios = Vec::new();
    for reports in [0_u32, 5, 10, 20, 40] {
        let mut scores = [Vec::new(), Vec::new()];
        let (mut bands, mut held) = ([0.0; 2], [0.0; 2]);
        for idx in 0..count {
            let (person, posterior) = learning::learned(idx, place, reports, &prior);
            let bodies = [
                posterior.bodies(learning::BODIES, 5),
                posterior.learned_bodies(learning::BODIES, 5),
            ];
            for (form, bodies) in bodies.iter().enumerate() {
                let forecasts = learning::curves(&person.logged, bodies, &after);
                let score = learning::score(&forecasts, &person.said(&after));
                scores[form].push(score.crps);
                bands[form] += score.band / f64::from(count);
                held[form] += 100.0 * score.held / f64::from(count);
            }
        }
        if reports == 0 {
            none.clone_from(&scores[0]);
        }
        print!("{reports:7} {:6.3}", scores[0].iter().sum::<f64>() / f64::from(count));
        for form in 0..2 {
            let (ratio, error) = learning::ratio(&scores[form], &none);
            print!(
                " {:6.1} ± {:4.1} % {:8.2} {:3.0}%",
                100.0 * ratio,
                100.0 * error,
                bands[form],
                held[form]
            );
            if form == 0 {
                ratios.push((reports, ratio));
            }
        }
        println!();
    }
    ratios
}

/// Where the numbers that learning holds are taken from when a learned body forecasts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Held {
    /// The population's middle, as while learning.
    Middle,
    /// Drawn from the population, EC50 as learned.
    Drawn,
    /// Drawn from the population, EC50 raised in the proportion in which the drawn body makes more of an amount.
    Compensated,
}

/// What learning holds, apart from swallowed 7-OH.
const HELD: [&str; 13] = [
    "ka", "CL", "V1", "Q", "V2", "fp", "fs", "k7", "rho", "g", "beta_f", "beta_s", "t_half_D",
];

/// The body with its held numbers drawn from the population, redrawn while beta_f + beta_s is above 0.95.
fn with_held_drawn(params: &Params, rng: &mut rand_chacha::ChaCha8Rng) -> Params {
    let population = person_prior().population().to_owned();
    loop {
        let mut drawn = *params;
        for name in HELD {
            let prior = population.prior(name).unwrap();
            drawn = drawn
                .with(name, prior.value * (prior.log_sd * simulated::normal(rng)).exp())
                .unwrap();
        }
        if drawn.beta_f + drawn.beta_s <= 0.95 {
            return drawn;
        }
    }
}

/// Steady effective concentration per milligram and hour, mitragynine equivalents.
fn exposure(params: &Params) -> f64 {
    1.0 / params.cl + params.rho * (params.fp + params.fs) / (params.k7 * params.v7)
}

/// The forecast bodies with their held numbers from there.
fn taken_from(held: Held, bodies: &[Body], idx: u32) -> Vec<Body> {
    let typical = person_prior().population().typical();
    let mut bodies = bodies.to_vec();
    for (body, stream) in bodies.iter_mut().zip(0..) {
        let drawn = with_held_drawn(&body.params, &mut simulated::generator(402 + u64::from(idx), stream));
        let share = exposure(&drawn) / exposure(&typical);
        body.params = match held {
            Held::Middle => body.params,
            Held::Drawn => drawn,
            Held::Compensated => Params {
                ec50: drawn.ec50 * share,
                ..drawn
            },
        };
    }
    bodies
}

/// People in whom everything varies, also what learning holds: forecasts of the week after stopping, by where the held numbers
/// of the forecast bodies come from.
fn held(count: u32) {
    let (prior, after) = (person_prior(), learning::after_h());
    println!("withdrawal forecasts of {count} people in whom the numbers that are held vary too");
    println!("reports  held numbers   score   of none           50 %   80 % held   band");
    let mut none = Vec::new();
    for reports in [0_u32, 10, 20, 40] {
        let forms = [Held::Middle, Held::Drawn, Held::Compensated];
        let (mut scores, mut shares) = ([const { Vec::new() }; 3], [[0.0; 3]; 3]);
        for idx in 0..count {
            let (mut person, mut rng) = learning::somebody(idx, Whereabouts::Drawn, &prior);
            person.params = with_held_drawn(&person.params, &mut rng);
            let told = learning::reports_of(&person, reports, &mut rng);
            let settings = FitSettings::new(u64::from(idx), 300);
            let posterior = fit(&person.logged, &told, &prior, settings).unwrap();
            let bodies = posterior.bodies(learning::BODIES, 5);
            for (form, held) in forms.iter().enumerate() {
                let forecasts = learning::curves(&person.logged, &taken_from(*held, &bodies, idx), &after);
                let score = learning::score(&forecasts, &person.said(&after));
                scores[form].push(score.crps);
                for (share, value) in shares[form].iter_mut().zip([score.held_50, score.held, score.band]) {
                    *share += value / f64::from(count);
                }
            }
        }
        if none.is_empty() {
            none.clone_from(&scores[1]);
        }
        for (form, held) in forms.iter().enumerate() {
            let (ratio, error) = learning::ratio(&scores[form], &none);
            let mean = scores[form].iter().sum::<f64>() / f64::from(count);
            let [held_50, held_80, band] = shares[form];
            println!(
                "{reports:7}  {:<12} {mean:7.3} {:6.1} ± {:4.1} % {:6.0}% {:9.0}% {band:9.2}",
                format!("{held:?}"),
                100.0 * ratio,
                100.0 * error,
                100.0 * held_50,
                100.0 * held_80,
            );
        }
        let (ratio, error) = learning::ratio(&scores[2], &scores[0]);
        println!(
            "         compensated against middle: {:.1} ± {:.1} %",
            100.0 * ratio,
            100.0 * error
        );
    }
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
