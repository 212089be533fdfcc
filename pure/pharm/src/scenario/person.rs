//! Doses and reports in, a person out: the JSON form of a fit. What was learned stands beside what was believed before, with
//! how many reports of each kind it rests on and how good the draws are.
//!
//! ```json
//! {"doses": [{"t_h": 8.0, "mg": 45.0, "log_sd": 0.1, "batch": 0, "batch_log_sd": 0.35}, [20.0, 45.0]],
//!  "reports": {"felt": [[9.25, 4.0]], "lasted": [[8.0, 3.5]], "symptoms": [[31.0, 6.0], {"t_h": 55.0, "score": 4.0, "of": 30}]},
//!  "seed": 1}
//! ```
//!
//! `felt` are `[hour, points of 10]`, `lasted` `[hour the dose was begun, hours it was felt]`, `symptoms` `[hour, points of 64]`
//! or an object with `of` 64 or 30.

use serde::Serialize;
use serde_json::Value;

use super::{ScenarioError, reading};
use crate::dose::UncertainDose;
use crate::fit::{
    Felt, FitRun, FitSettings, Lasted, Number, NumberPosterior, PersonPrior, Posterior, ReportKind, Reports, Route,
    SymptomScale, Symptoms,
};

/// A question about a person.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonFile {
    /// Doses as given, in the order of the file.
    pub doses: Vec<UncertainDose>,
    /// What the person reported.
    pub reports: Reports,
    /// Seed of the draws, where the file names one.
    pub seed: Option<u64>,
}

impl PersonFile {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// Whatever is not understood, or would have been left out of the fit, with its place.
    pub fn read(json: &str) -> Result<PersonFile, ScenarioError> {
        let top = reading::top(json, &["doses", "reports", "seed"])?;
        let doses = reading::doses(&top)?;
        reading::all_usable(&doses, &[])?;
        let reports = reading::object(top.get("reports").unwrap_or(&Value::Null), "reports")?;
        reading::known_keys(reports, "reports", &["felt", "lasted", "symptoms"])?;
        let listed = |key: &str| reports.contains_key(key);
        let mut read = Reports::default();
        if listed("felt") {
            read.felt = reading::list(reports, "felt", "reports.felt", |value, at| {
                pair(value, at, "two numbers: hour and points of 10").map(|(at_h, rating)| Felt { at_h, rating })
            })?;
        }
        if listed("lasted") {
            read.lasted = reading::list(reports, "lasted", "reports.lasted", |value, at| {
                pair(value, at, "two numbers: hour of the dose and hours it was felt")
                    .map(|(dose_at_h, hours)| Lasted { dose_at_h, hours })
            })?;
        }
        if listed("symptoms") {
            read.symptoms = reading::list(reports, "symptoms", "reports.symptoms", symptoms)?;
        }
        read.check().map_err(|wrong| ScenarioError::Fit(wrong.into()))?;
        let seed = top.get("seed").filter(|seed| !seed.is_null());
        Ok(PersonFile {
            doses,
            reports: read,
            seed: seed
                .map(|seed| {
                    let number = seed.as_u64();
                    number.ok_or_else(|| reading::unexpected("seed", "a whole number from 0"))
                })
                .transpose()?,
        })
    }

    /// Prepares the fit. [`FitRun::step`] and [`FitRun::finish`] make it, [`PersonAnswer::of`] writes down what it found.
    ///
    /// # Errors
    /// As [`FitRun::new`].
    pub fn begin(&self, prior: &PersonPrior, settings: FitSettings) -> Result<FitRun, ScenarioError> {
        Ok(FitRun::new(&self.doses, &self.reports, prior, settings)?)
    }
}

fn pair(value: &Value, at: &str, expected: &'static str) -> Result<(f64, f64), ScenarioError> {
    match value.as_array().map(Vec::as_slice) {
        Some([first, second]) => Ok((
            reading::number(first, &format!("{at}[0]"))?,
            reading::number(second, &format!("{at}[1]"))?,
        )),
        _ => Err(reading::unexpected(at, expected)),
    }
}

fn symptoms(value: &Value, at: &str) -> Result<Symptoms, ScenarioError> {
    let expected = "[hour, points of 64], or an object with t_h, score and of";
    let Some(fields) = value.as_object() else {
        let (at_h, score) = pair(value, at, expected)?;
        return Ok(Symptoms {
            at_h,
            score,
            scale: SymptomScale::Of64,
        });
    };
    reading::known_keys(fields, at, &["t_h", "score", "of"])?;
    let field = |key: &str| reading::number(fields.get(key).unwrap_or(&Value::Null), &format!("{at}.{key}"));
    let scale = match fields.get("of").map_or(Some(64), Value::as_u64) {
        Some(64) => SymptomScale::Of64,
        Some(30) => SymptomScale::Of30,
        _ => return Err(reading::unexpected(&format!("{at}.of"), "64 or 30")),
    };
    Ok(Symptoms {
        at_h: field("t_h")?,
        score: field("score")?,
        scale,
    })
}

/// The middle and the ends of a belief, in the number's unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Belief {
    /// Half of the belief lies below.
    pub median: f64,
    /// Lower end of the middle half.
    pub low_50: f64,
    /// Upper end of the middle half.
    pub high_50: f64,
    /// Lower end of the middle four fifths.
    pub low_80: f64,
    /// Upper end of the middle four fifths.
    pub high_80: f64,
    /// Lower end of the middle nineteen twentieths.
    pub low_95: f64,
    /// Upper end of the middle nineteen twentieths.
    pub high_95: f64,
}

impl Belief {
    fn of(learned: &NumberPosterior) -> Belief {
        Belief {
            median: learned.median,
            low_50: learned.low_50,
            high_50: learned.high_50,
            low_80: learned.low_80,
            high_80: learned.high_80,
            low_95: learned.low_95,
            high_95: learned.high_95,
        }
    }

    /// Exactly, from the scale on which the prior is standard normal.
    fn before(value_at: impl Fn(f64) -> f64) -> Belief {
        let [z50, z80, z95] = [0.674_489_750_196_081_7, 1.281_551_565_544_600_4, 1.959_963_984_540_054];
        Belief {
            median: value_at(0.0),
            low_50: value_at(-z50),
            high_50: value_at(z50),
            low_80: value_at(-z80),
            high_80: value_at(z80),
            low_95: value_at(-z95),
            high_95: value_at(z95),
        }
    }
}

/// One row of the table: a number of the person, or the strength of a batch.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberAnswer {
    /// Its symbol in docs/model.md, or `batch N`.
    pub name: String,
    /// Its unit.
    pub unit: &'static str,
    /// At the most likely place of all numbers together.
    pub most_likely: f64,
    /// What is believed now.
    pub learned: Belief,
    /// What was believed before: the population.
    pub population: Belief,
    /// What is left of the population's width, 0 to about 1.
    pub width_left: f64,
    /// By how much each kind of report narrowed it (`felt`, `lasted`, `symptoms`), 0 to 1; empty for a batch.
    pub narrowed_by: Vec<f64>,
}

/// A person as reports show them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonAnswer {
    /// The engine's version.
    pub engine: u32,
    /// Seed of the draws.
    pub seed: u64,
    /// Draws asked for.
    pub draws: u32,
    /// How the draws came about: `prior`, `importance`, `importance_again` or `random_walk`.
    pub route: &'static str,
    /// How many independent equal draws they are worth.
    pub effective_size: f64,
    /// Shape of the tail of the importance weights; above 0.7 not to be trusted.
    pub tail_shape: Option<f64>,
    /// Whether bands from these draws should not be shown.
    pub is_poor: bool,
    /// Reports learned from: ratings, durations, check-ins.
    pub learned_from: [usize; 3],
    /// Minus the log of likelihood times prior at the most likely place.
    pub loss: f64,
    /// Seven numbers, then the batches.
    pub numbers: Vec<NumberAnswer>,
}

impl PersonAnswer {
    /// What a finished fit found.
    #[must_use]
    pub fn of(posterior: &Posterior, settings: FitSettings) -> PersonAnswer {
        let narrowed = ReportKind::ALL.map(|kind| posterior.narrowed_by(kind));
        let numbers = Number::ALL.into_iter().map(|number| {
            let learned = posterior.number(number);
            NumberAnswer {
                name: number.symbol().to_owned(),
                unit: unit(number),
                most_likely: learned.most_likely,
                learned: Belief::of(&learned),
                population: Belief::before(|z| posterior.prior().value_at(number, z)),
                width_left: learned.width_left,
                narrowed_by: narrowed.iter().map(|by| by[number.idx()]).collect(),
            }
        });
        let batches = posterior.batches().filter_map(|batch| {
            let learned = posterior.strength(batch)?;
            let log_sd = posterior.batch_log_sd(batch)?;
            Some(NumberAnswer {
                name: format!("batch {batch}"),
                unit: "x",
                most_likely: learned.most_likely,
                learned: Belief::of(&learned),
                population: Belief::before(|z| libm::exp(log_sd * z)),
                width_left: learned.width_left,
                narrowed_by: Vec::new(),
            })
        });
        let quality = posterior.quality();
        PersonAnswer {
            engine: crate::timeline::ENGINE_VERSION,
            seed: settings.seed,
            draws: settings.draws,
            route: match quality.route {
                Route::Prior => "prior",
                Route::Importance => "importance",
                Route::ImportanceAgain => "importance_again",
                Route::RandomWalk => "random_walk",
            },
            effective_size: quality.effective_size,
            tail_shape: quality.tail_shape.filter(|shape| shape.is_finite()),
            is_poor: quality.is_poor(),
            learned_from: ReportKind::ALL.map(|kind| posterior.learned_from().of(kind)),
            loss: posterior.loss(),
            numbers: numbers.chain(batches).collect(),
        }
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_else(|_| unreachable!("numbers and names always serialize"))
    }
}

fn unit(number: Number) -> &'static str {
    match number {
        Number::Ec50 => "ng/mL",
        Number::EffectScale | Number::WithdrawalScale => "signal",
        Number::Tolerance => "x",
        Number::FastHalfLife | Number::SlowHalfLife => "h",
        Number::Baseline => "points",
    }
}
