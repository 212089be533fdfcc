//! Draws the pictures of docs/model.md with Ebb's own charts: `cargo run --release -p ebb-cli --example engine_pictures`.
//! Everything in them is computed here from the evidence tables and made-up people; the same command draws the same files.

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "an example that cannot build its input has failed, and hours of a made-up diary fit a clock"
)]

use ebb_pharm::fit::{
    Felt, FitSettings, Number, PersonPrior, Posterior, Question, Reports, SymptomScale, Symptoms, fit,
};
use ebb_pharm::{Band, Dose, Population, UncertainDose, outlook, simulate};
use ebb_present::chart::spec::{
    Band as DrawnBand, BandPoint, Chart, Line, Mark, MarkFill, Marks, Measure, Panel, Point, Series, Spec, TimeAxis,
    TimeLabels, ValueScale, Water,
};
use ebb_present::chart::{LocalClock, svg};
use ebb_present::number::{HourStyle, Language};

const HOUR_MS: f64 = 3_600_000.0;
const SEED: u64 = 1;
const DRAWS: u32 = 400;
/// Four doses a day for so many days; the last dose is the origin of every picture.
const DAYS: u32 = 60;

fn main() {
    let population = ebb_core::bridge::population().unwrap();
    let prior = PersonPrior::from_lookup(&population, |name| Some(ebb_evidence::parameter(name)?.value)).unwrap();
    let history = history();
    for (name, spec) in [
        ("concentration", concentration(&history, &population)),
        ("learned", learned(&history, &prior)),
        ("information", information(&history, &prior)),
    ] {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/pictures/{name}.svg"));
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, svg::draw(&Spec::Chart(spec), &svg::Options::file(720, name))).unwrap();
    }
}

fn history() -> Vec<UncertainDose> {
    let hours = (0..DAYS).flat_map(|day| [7.0, 12.0, 17.5, 22.0].map(|hour| f64::from(day) * 24.0 + hour));
    hours
        .map(|start_h| UncertainDose {
            dose: Dose::at_once(start_h - origin_h(), 45.0),
            log_sd: 0.1,
            group: Some(0),
            group_log_sd: 0.35,
        })
        .collect()
}

fn origin_h() -> f64 {
    f64::from(DAYS - 1) * 24.0 + 22.0
}

fn grid(from_h: f64, to_h: f64, steps: u32) -> Vec<f64> {
    let step = (to_h - from_h) / f64::from(steps);
    (0..=steps).map(|idx| from_h + f64::from(idx) * step).collect()
}

fn ms(hours: f64) -> i64 {
    (hours * HOUR_MS) as i64
}

fn drawn(name: &str, times_h: &[f64], band: &Band) -> Series {
    let point = |idx: usize| {
        let ranges = [
            (band.low_80[idx], band.high_80[idx]),
            (band.low_50[idx], band.high_50[idx]),
        ];
        BandPoint::new(ms(times_h[idx]), band.median[idx], &ranges)
    };
    Series::Band(DrawnBand {
        name: name.to_owned(),
        points: (0..times_h.len()).map(point).collect(),
        labels: vec!["8 in 10".to_owned(), "5 in 10".to_owned()],
        middle_label: Some("median".to_owned()),
        water: Water::None,
    })
}

fn line(name: &str, times_h: &[f64], values: &[f64]) -> Series {
    let points = times_h.iter().zip(values).map(|(t_h, value)| Point {
        at_ms: ms(*t_h),
        value: Some(*value),
    });
    Series::Line(Line {
        name: name.to_owned(),
        points: points.collect(),
        label: Some(name.to_owned()),
    })
}

fn panel(heading: &str, unit: &str, at_least: f64, series: Vec<Series>) -> Panel {
    Panel {
        heading: heading.to_owned(),
        measure: Measure::new(unit, 0.0),
        height: 1.0,
        scale: ValueScale::FromZero { at_least },
        series,
        references: vec![],
        notes: vec![],
    }
}

fn chart(title: &str, description: &str, hours: (f64, f64), panels: Vec<Panel>) -> Chart {
    Chart {
        title: title.to_owned(),
        description: description.to_owned(),
        time: TimeAxis {
            from_ms: ms(hours.0),
            to_ms: ms(hours.1),
            labels: TimeLabels::DaysSince { origin_ms: 0 },
            title: Some("days since the last dose".to_owned()),
            clock: LocalClock::utc(),
            hours: HourStyle::TwentyFour,
        },
        panels,
        now: None,
        shades: vec![],
        language: Language::English,
    }
}

/// The last day of use and four days after it, for the population.
fn concentration(history: &[UncertainDose], population: &Population) -> Chart {
    let times_h = grid(-24.0, 96.0, 240);
    let bands = outlook(history, &[], &times_h, population, SEED, DRAWS);
    let doses = history
        .iter()
        .filter(|dose| dose.dose.start_h >= -24.0)
        .map(|dose| Mark {
            at_ms: ms(dose.dose.start_h),
            fill: MarkFill::Full,
            label: "45 mg".to_owned(),
        });
    let doses = Series::Marks(Marks {
        name: "dose".to_owned(),
        hollow_name: "dose, amount unknown".to_owned(),
        marks: doses.collect(),
    });
    let level = vec![drawn("mitragynine", &times_h, &bands.c), doses];
    let score = vec![drawn("withdrawal", &times_h, &bands.withdrawal_64)];
    chart(
        "Sixty days of four times 45 mg, then nothing",
        "Mitragynine in plasma and withdrawal score, with the ranges of 400 bodies drawn from the population.",
        (-24.0, 96.0),
        vec![
            panel("mitragynine, ng/mL", "ng/mL", 0.0, level),
            panel("withdrawal, points of 64", "of 64", 10.0, score),
        ],
    )
}

/// Somebody who differs, on the scale of the prior: a little is much, and its absence is felt more.
const SOMEBODY: [f64; Number::LEN] = [-0.6, -0.4, 0.3, -1.2, 0.3, 0.6, 0.5];

fn somebody(history: &[UncertainDose], prior: &PersonPrior, times_h: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let doses: Vec<Dose> = history.iter().map(|dose| dose.dose).collect();
    let output = simulate(&doses, times_h, &prior.params_at(&SOMEBODY));
    let baseline = prior.value_at(Number::Baseline, SOMEBODY[Number::Baseline.idx()]);
    let said = output.withdrawal_64.iter().map(|score| (score + baseline).min(64.0));
    (output.effect, said.collect())
}

/// Twelve ratings and twelve check-ins with a fixed pattern of errors.
fn reports(history: &[UncertainDose], prior: &PersonPrior) -> Reports {
    const ERRORS: [f64; 6] = [0.4, -0.9, 1.1, -0.3, 0.7, -1.0];
    let hours = |first: f64| (0..12).map(move |idx| first - 24.0 * (1.0 + 4.0 * f64::from(11 - idx)));
    let felt_h: Vec<f64> = hours(1.25).collect();
    let symptoms_h: Vec<f64> = hours(8.5).collect();
    let (effect, _) = somebody(history, prior, &felt_h);
    let (_, said) = somebody(history, prior, &symptoms_h);
    let errors = || ERRORS.into_iter().cycle();
    let felt = felt_h
        .iter()
        .zip(effect)
        .zip(errors())
        .map(|((at_h, effect), error)| Felt {
            at_h: *at_h,
            rating: (effect + error).clamp(0.0, 10.0),
        });
    let symptoms = symptoms_h
        .iter()
        .zip(said)
        .zip(errors())
        .map(|((at_h, said), error)| Symptoms {
            at_h: *at_h,
            score: (said + 2.0 * error).clamp(0.0, 64.0),
            scale: SymptomScale::Of64,
        });
    Reports {
        felt: felt.collect(),
        lasted: vec![],
        symptoms: symptoms.collect(),
    }
}

fn fitted(history: &[UncertainDose], prior: &PersonPrior, reports: &Reports) -> Posterior {
    fit(history, reports, prior, FitSettings::new(SEED, DRAWS)).unwrap()
}

/// Two weeks of withdrawal as foretold before any report and after 24, with what comes.
fn learned(history: &[UncertainDose], prior: &PersonPrior) -> Chart {
    let times_h = grid(0.0, 240.0, 120);
    let (_, truth) = somebody(history, prior, &times_h);
    let foretold = |reports: &Reports| {
        let bodies = fitted(history, prior, reports).bodies(DRAWS, SEED);
        let rows: Vec<Vec<f64>> = bodies
            .iter()
            .map(|body| {
                let doses: Vec<Dose> = history
                    .iter()
                    .map(|dose| Dose {
                        mitragynine_mg: dose.dose.mitragynine_mg * body.strengths.get(&0).copied().unwrap_or(1.0),
                        ..dose.dose
                    })
                    .collect();
                let scores = simulate(&doses, &times_h, &body.params).withdrawal_64;
                scores.iter().map(|score| body.answers.said(*score, 0.0)).collect()
            })
            .collect();
        band_of(&rows)
    };
    let panel_of = |heading: &str, reports: &Reports| {
        let series = vec![
            drawn("forecast", &times_h, &foretold(reports)),
            line("what comes", &times_h, &truth),
        ];
        let mut panel = panel(heading, "of 64", 0.0, series);
        panel.scale = ValueScale::Between { low: 0.0, high: 40.0 };
        panel
    };
    chart(
        "Withdrawal as foretold before and after 24 reports",
        "The same made-up person twice: the range before any report is wide, after twelve ratings and twelve check-ins it is \
         narrower and nearer to what comes.",
        (0.0, 240.0),
        vec![
            panel_of("before any report, points of 64", &Reports::default()),
            panel_of("after 24 reports, points of 64", &reports(history, prior)),
        ],
    )
}

fn band_of(rows: &[Vec<f64>]) -> Band {
    let mut band = Band::default();
    for place in 0..rows[0].len() {
        let mut values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
        values.sort_by(f64::total_cmp);
        let at = |percent: usize| values[percent * (values.len() - 1) / 100];
        band.low_80.push(at(10));
        band.low_50.push(at(25));
        band.median.push(at(50));
        band.high_50.push(at(75));
        band.high_80.push(at(90));
    }
    band
}

/// What one more rating or check-in would teach, by the hour at which it is given.
fn information(history: &[UncertainDose], prior: &PersonPrior) -> Chart {
    let times_h = grid(0.5, 168.0, 67);
    let posterior = fitted(history, prior, &reports(history, prior));
    let nats = |question: fn(f64) -> Question| -> Vec<f64> {
        let questions: Vec<Question> = times_h.iter().map(|at_h| question(*at_h)).collect();
        let lessons = posterior.lessons(history, &questions).unwrap();
        lessons.iter().map(|lesson| lesson.nats).collect()
    };
    let felt = nats(|at_h| Question::Felt { at_h });
    let symptoms = nats(|at_h| Question::Symptoms {
        at_h,
        scale: SymptomScale::Of64,
    });
    chart(
        "What one more report would teach",
        "Expected information of a rating and of a withdrawal check-in, by the hour after the last dose, for somebody with 24 \
         reports on steady use.",
        (0.0, 168.0),
        vec![panel(
            "expected information, nats",
            "nats",
            0.0,
            vec![line("rating", &times_h, &felt), line("check-in", &times_h, &symptoms)],
        )],
    )
}
