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
//! `params` overrides values by the names in [`crate::PARAMETER_NAMES`].

use serde::Serialize;
use serde_json::Value;

use crate::dose::Dose;
use crate::march::simulate;
use crate::notice::Notice;
use crate::output::Output;
use crate::params::{InvalidParameter, PARAMETER_NAMES, Params};

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
    #[error("doses[{dose_idx}]: this dose cannot be used: {because:?}")]
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
}

impl Scenario {
    /// Reads the JSON form. `base` gives every parameter the file does not override.
    ///
    /// # Errors
    /// Whatever is not understood, with its place.
    pub fn read(json: &str, base: &Params) -> Result<Scenario, ScenarioError> {
        let value: Value = serde_json::from_str(json).map_err(|fault| ScenarioError::NotJson {
            line: fault.line(),
            column: fault.column(),
        })?;
        let top = object(&value, "the scenario")?;
        known_keys(top, "", &["doses", "times_h", "params"])?;
        let doses = array(top.get("doses").unwrap_or(&Value::Null), "doses")?
            .iter()
            .enumerate()
            .map(|(dose_idx, value)| dose(value, &format!("doses[{dose_idx}]")))
            .collect::<Result<Vec<Dose>, _>>()?;
        let times_h = array(top.get("times_h").unwrap_or(&Value::Null), "times_h")?
            .iter()
            .enumerate()
            .map(|(time_idx, value)| number(value, &format!("times_h[{time_idx}]")))
            .collect::<Result<Vec<f64>, _>>()?;
        let params = match top.get("params") {
            None | Some(Value::Null) => *base,
            Some(value) => overridden(base, object(value, "params")?)?,
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

type Object = serde_json::Map<String, Value>;

fn dose(value: &Value, at: &str) -> Result<Dose, ScenarioError> {
    match value {
        Value::Array(pair) => match pair.as_slice() {
            [t_h, mg] => Ok(Dose::at_once(
                number(t_h, &format!("{at}[0]"))?,
                number(mg, &format!("{at}[1]"))?,
            )),
            _ => Err(unexpected(at, "two numbers: hour and mg of mitragynine")),
        },
        Value::Object(fields) => {
            known_keys(fields, at, &["t_h", "mg", "duration_h", "seven_oh_mg"])?;
            let optional = |key: &str| match fields.get(key) {
                None => Ok(0.0),
                Some(value) => number(value, &format!("{at}.{key}")),
            };
            Ok(Dose {
                start_h: number(fields.get("t_h").unwrap_or(&Value::Null), &format!("{at}.t_h"))?,
                duration_h: optional("duration_h")?,
                mitragynine_mg: optional("mg")?,
                seven_oh_mg: optional("seven_oh_mg")?,
            })
        }
        _ => Err(unexpected(at, "[hour, mg of mitragynine] or an object with t_h")),
    }
}

fn overridden(base: &Params, overrides: &Object) -> Result<Params, ScenarioError> {
    let mut params = *base;
    for (name, value) in overrides {
        let at = format!("params.{name}");
        let value = number(value, &at)?;
        params = params.with(name, value).ok_or_else(|| ScenarioError::UnknownKey {
            at,
            known: PARAMETER_NAMES.join(", "),
        })?;
    }
    Ok(params)
}

fn known_keys(fields: &Object, at: &str, known: &[&str]) -> Result<(), ScenarioError> {
    match fields.keys().find(|key| !known.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => Err(ScenarioError::UnknownKey {
            at: if at.is_empty() {
                key.clone()
            } else {
                format!("{at}.{key}")
            },
            known: known.join(", "),
        }),
    }
}

fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Object, ScenarioError> {
    value.as_object().ok_or_else(|| unexpected(at, "an object"))
}

fn array<'a>(value: &'a Value, at: &str) -> Result<&'a [Value], ScenarioError> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| unexpected(at, "a list"))
}

fn number(value: &Value, at: &str) -> Result<f64, ScenarioError> {
    value
        .as_f64()
        .filter(|number| number.is_finite())
        .ok_or_else(|| unexpected(at, "a finite number"))
}

fn unexpected(at: &str, expected: &'static str) -> ScenarioError {
    ScenarioError::Unexpected {
        at: at.to_owned(),
        expected,
    }
}
