//! The JSON form of one question and its answer, shared with the independent reference implementation: doses, output
//! times and optional parameter overrides in, series out. It never guesses: what it does not understand is an error that
//! says what is wrong and where.
//!
//! ```json
//! {"doses": [[8.0, 45.0], {"t_h": 20.0, "mg": 30.0, "duration_h": 0.75}, {"t_h": 30.0, "seven_oh_mg": 15.0}],
//!  "times_h": [8.0, 9.0, 10.0], "params": {"CL": 60.0}}
//! ```
//!
//! A dose is `[hour, mg of mitragynine]`, or an object with `t_h` (h), and any of `mg` (mitragynine, mg), `duration_h`
//! (h; sipped at a constant rate over that long) and `seven_oh_mg` (7-hydroxymitragynine swallowed as such, mg).
//! `params` overrides values by the names in [`crate::PARAMETER_NAMES`]. A dose may also say how surely its amount is known:
//! `log_sd`, its own error, and `batch` (a whole number) with `batch_log_sd`, the error it shares; both log standard deviations
//! from 0 to 3. [`Scenario`] takes amounts as given; [`PopulationScenario`] draws bodies and amounts, [`PersonFile`] learns.

mod person;
mod population;
mod reading;

use serde::Serialize;
use serde_json::Value;

pub use person::{Belief, NumberAnswer, PersonAnswer, PersonFile};
pub use population::{PopulationAnswer, PopulationScenario, Width};

use crate::dose::Dose;
use crate::fit::FitError;
use crate::march::simulate;
use crate::notice::Notice;
use crate::output::Output;
use crate::params::{InvalidParameter, Params};

/// A question: doses, output times and the parameters after overrides.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Doses as given, in the order of the file.
    pub doses: Vec<Dose>,
    /// Output times as given, h.
    pub times_h: Vec<f64>,
    /// The base parameters with the file's overrides.
    pub params: Params,
}

/// The answer's series, under the keys of the reference implementation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Output times in ascending order, h.
    pub times_h: Vec<f64>,
    /// Mitragynine in plasma, ng/mL.
    #[serde(rename = "C")]
    pub c: Vec<f64>,
    /// 7-hydroxymitragynine in plasma, ng/mL.
    #[serde(rename = "C7")]
    pub c7: Vec<f64>,
    /// Signal, 0 to 1.
    pub s: Vec<f64>,
    /// Fast adaptation, 0 to 1.
    #[serde(rename = "Af")]
    pub af: Vec<f64>,
    /// Slow adaptation, 0 to 1.
    #[serde(rename = "As")]
    pub as_: Vec<f64>,
    /// Withdrawal build-up, 0 to 1.
    #[serde(rename = "D")]
    pub d: Vec<f64>,
    /// Felt effect, points 0 to 10.
    #[serde(rename = "E")]
    pub e: Vec<f64>,
    /// Withdrawal score, points 0 to 64.
    #[serde(rename = "W64")]
    pub w64: Vec<f64>,
}

/// What is wrong with a scenario file. Positions are given, values are not repeated.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScenarioError {
    /// The text is not JSON.
    #[error("the scenario is not valid JSON (line {line}, column {column})")]
    NotJson {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault, from 1.
        column: usize,
    },
    /// Something has the wrong shape.
    #[error("{at}: expected {expected}")]
    Unexpected {
        /// Where, for example `doses[3][1]`.
        at: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A key nobody knows, at the top, in a dose or among the parameters.
    #[error("{at}: unknown key; known are: {known}")]
    UnknownKey {
        /// Where, for example `params.CLL`.
        at: String,
        /// The keys that would be understood.
        known: String,
    },
    /// A dose the engine would ignore. In a file that is a mistake worth stopping for.
    #[error("doses[{dose_idx}]: this dose cannot be used: {because}")]
    UnusableDose {
        /// Position in the list.
        dose_idx: usize,
        /// Why.
        because: crate::notice::IgnoredBecause,
    },
    /// An output time or duration the engine would ignore.
    #[error("{at}: too large")]
    TooLarge {
        /// Where.
        at: String,
    },
    /// An override outside the technical bounds.
    #[error("params: {0}")]
    Parameter(#[from] InvalidParameter),
    /// No draw, or too many.
    #[error("the count of draws must lie between 1 and {most}")]
    Draws {
        /// The most there may be.
        most: u32,
    },
    /// A report cannot be used, or there is nothing to fit.
    #[error("reports: {0}")]
    Fit(FitError),
}

impl From<FitError> for ScenarioError {
    fn from(error: FitError) -> ScenarioError {
        match error {
            FitError::Draws { most } => ScenarioError::Draws { most },
            FitError::Parameter(invalid) => ScenarioError::Parameter(invalid),
            other => ScenarioError::Fit(other),
        }
    }
}

impl Scenario {
    /// Reads the JSON form. `base` gives every parameter the file does not override.
    ///
    /// # Errors
    /// Whatever is not understood, with its place.
    pub fn read(json: &str, base: &Params) -> Result<Scenario, ScenarioError> {
        let top = reading::top(json, &["doses", "times_h", "params"])?;
        let doses = reading::doses(&top)?.iter().map(|uncertain| uncertain.dose).collect();
        let times_h = reading::times_h(&top)?;
        let params = match top.get("params") {
            None | Some(Value::Null) => *base,
            Some(value) => reading::overridden(base, reading::object(value, "params")?)?,
        };
        params.check()?;
        Ok(Scenario { doses, times_h, params })
    }

    /// Computes the answer.
    ///
    /// # Errors
    /// A dose or time that [`simulate`] would have ignored. A dose of zero is not an error: it changes nothing.
    pub fn solve(&self) -> Result<Answer, ScenarioError> {
        let Output {
            times_h,
            c,
            c7,
            signal,
            af,
            as_,
            build_up,
            effect,
            withdrawal_64,
            notices,
            ..
        } = simulate(&self.doses, &self.times_h, &self.params);
        for notice in notices {
            match notice {
                Notice::DoseIgnored {
                    because: crate::IgnoredBecause::Zero,
                    ..
                } => {}
                Notice::DoseIgnored { dose_idx, because } => {
                    return Err(ScenarioError::UnusableDose { dose_idx, because });
                }
                Notice::DurationIgnored { dose_idx } => {
                    return Err(ScenarioError::Unexpected {
                        at: format!("doses[{dose_idx}].duration_h"),
                        expected: "a duration of 0 or more that is not beyond measure",
                    });
                }
                Notice::TimeIgnored { time_idx } => {
                    return Err(ScenarioError::TooLarge {
                        at: format!("times_h[{time_idx}]"),
                    });
                }
                Notice::TimesSorted | Notice::UnusableParameter { .. } | Notice::DrawsReduced => {}
            }
        }
        Ok(Answer {
            times_h,
            c,
            c7,
            s: signal,
            af,
            as_,
            d: build_up,
            e: effect,
            w64: withdrawal_64,
        })
    }
}

/// From scenario text to answer text, in one step.
///
/// # Errors
/// Whatever is wrong with the scenario, with its place.
pub fn answer(json: &str, base: &Params) -> Result<String, ScenarioError> {
    let answer = Scenario::read(json, base)?.solve()?;
    Ok(serde_json::to_string(&answer).unwrap_or_else(|_| unreachable!("lists of numbers always serialize")))
}
