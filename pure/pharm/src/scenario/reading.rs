//! Reading the JSON forms: each function takes a value and where it stands, and says what belongs there if it is not that.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ScenarioError;
use crate::dose::{Dose, UncertainDose};
use crate::params::{PARAMETER_NAMES, Params, Population, Prior};

pub(super) type Object = serde_json::Map<String, Value>;

/// Keys of a dose that is an object.
const DOSE_KEYS: [&str; 7] = [
    "t_h",
    "mg",
    "duration_h",
    "seven_oh_mg",
    "log_sd",
    "batch",
    "batch_log_sd",
];

/// The object at the top of a file.
pub(super) fn top(json: &str, known: &[&str]) -> Result<Object, ScenarioError> {
    let value: Value = serde_json::from_str(json).map_err(|fault| ScenarioError::NotJson {
        line: fault.line(),
        column: fault.column(),
    })?;
    let top = object(&value, "the scenario")?;
    known_keys(top, "", known)?;
    Ok(top.clone())
}

/// Every entry of the list under `key`, read by `read`.
pub(super) fn list<T>(
    fields: &Object,
    key: &str,
    at: &str,
    read: impl Fn(&Value, &str) -> Result<T, ScenarioError>,
) -> Result<Vec<T>, ScenarioError> {
    array(fields.get(key).unwrap_or(&Value::Null), at)?
        .iter()
        .enumerate()
        .map(|(idx, value)| read(value, &format!("{at}[{idx}]")))
        .collect()
}

/// The doses. Those of one batch share one error, so its width may be given only one way.
pub(super) fn doses(fields: &Object) -> Result<Vec<UncertainDose>, ScenarioError> {
    let doses = list(fields, "doses", "doses", dose)?;
    let mut widths: BTreeMap<u32, f64> = BTreeMap::new();
    for (dose_idx, dose) in doses.iter().enumerate() {
        let Some(batch) = dose.group else { continue };
        let first = *widths.entry(batch).or_insert(dose.group_log_sd);
        if first.total_cmp(&dose.group_log_sd).is_ne() {
            return Err(unexpected(
                &format!("doses[{dose_idx}].batch_log_sd"),
                "the width that the first dose of this batch has",
            ));
        }
    }
    Ok(doses)
}

pub(super) fn times_h(fields: &Object) -> Result<Vec<f64>, ScenarioError> {
    list(fields, "times_h", "times_h", number)
}

/// The doses and times, if the engine would use every one of them. A dose of zero changes nothing and is none of its business.
pub(super) fn all_usable(doses: &[UncertainDose], times_h: &[f64]) -> Result<(), ScenarioError> {
    for (dose_idx, uncertain) in doses.iter().enumerate() {
        match uncertain.dose.accept() {
            Ok((_, false)) | Err(crate::IgnoredBecause::Zero) => {}
            Ok((_, true)) => {
                return Err(ScenarioError::Unexpected {
                    at: format!("doses[{dose_idx}].duration_h"),
                    expected: "a duration of 0 or more that is not beyond measure",
                });
            }
            Err(because) => return Err(ScenarioError::UnusableDose { dose_idx, because }),
        }
    }
    let mut notices = Vec::new();
    crate::dose::accept_times(times_h, &mut notices);
    for notice in notices {
        if let crate::Notice::TimeIgnored { time_idx } = notice {
            return Err(ScenarioError::TooLarge {
                at: format!("times_h[{time_idx}]"),
            });
        }
    }
    Ok(())
}

fn dose(value: &Value, at: &str) -> Result<UncertainDose, ScenarioError> {
    match value {
        Value::Array(pair) => match pair.as_slice() {
            [t_h, mg] => Ok(UncertainDose::exact(Dose::at_once(
                number(t_h, &format!("{at}[0]"))?,
                number(mg, &format!("{at}[1]"))?,
            ))),
            _ => Err(unexpected(at, "two numbers: hour and mg of mitragynine")),
        },
        Value::Object(fields) => {
            known_keys(fields, at, &DOSE_KEYS)?;
            let optional = |key: &str| match fields.get(key) {
                None => Ok(0.0),
                Some(value) => number(value, &format!("{at}.{key}")),
            };
            let width = |key: &str| {
                optional(key).and_then(|width| match width {
                    width if (0.0..=LARGEST_LOG_SD).contains(&width) => Ok(width),
                    _ => Err(unexpected(
                        &format!("{at}.{key}"),
                        "a log standard deviation from 0 to 3",
                    )),
                })
            };
            Ok(UncertainDose {
                dose: Dose {
                    start_h: number(fields.get("t_h").unwrap_or(&Value::Null), &format!("{at}.t_h"))?,
                    duration_h: optional("duration_h")?,
                    mitragynine_mg: optional("mg")?,
                    seven_oh_mg: optional("seven_oh_mg")?,
                },
                log_sd: width("log_sd")?,
                group: fields
                    .get("batch")
                    .map(|batch| whole(batch, &format!("{at}.batch")))
                    .transpose()?,
                group_log_sd: width("batch_log_sd")?,
            })
        }
        _ => Err(unexpected(at, "[hour, mg of mitragynine] or an object with t_h")),
    }
}

/// Wider errors than this are no statement about an amount.
const LARGEST_LOG_SD: f64 = 3.0;

/// A whole number from 0.
pub(super) fn whole(value: &Value, at: &str) -> Result<u32, ScenarioError> {
    let small = value.as_u64().and_then(|number| u32::try_from(number).ok());
    small.ok_or_else(|| unexpected(at, "a whole number from 0 to 4294967295"))
}

pub(super) fn overridden(base: &Params, overrides: &Object) -> Result<Params, ScenarioError> {
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

/// The population with the middles of `params` moved; every spread stays as it is.
pub(super) fn moved(base: &Population, top: &Object) -> Result<Population, ScenarioError> {
    let overrides = match top.get("params") {
        None | Some(Value::Null) => return Ok(*base),
        Some(value) => object(value, "params")?,
    };
    let params = overridden(&base.typical(), overrides)?;
    params.check()?;
    let mut population = *base;
    for name in overrides.keys() {
        if let (Some(value), Some(prior)) = (params.get(name), base.prior(name)) {
            population = population.with(name, Prior { value, ..prior }).unwrap_or(population);
        }
    }
    Ok(population)
}

pub(super) fn known_keys(fields: &Object, at: &str, known: &[&str]) -> Result<(), ScenarioError> {
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

pub(super) fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Object, ScenarioError> {
    value.as_object().ok_or_else(|| unexpected(at, "an object"))
}

pub(super) fn array<'a>(value: &'a Value, at: &str) -> Result<&'a [Value], ScenarioError> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| unexpected(at, "a list"))
}

pub(super) fn number(value: &Value, at: &str) -> Result<f64, ScenarioError> {
    value
        .as_f64()
        .filter(|number| number.is_finite())
        .ok_or_else(|| unexpected(at, "a finite number"))
}

pub(super) fn unexpected(at: &str, expected: &'static str) -> ScenarioError {
    ScenarioError::Unexpected {
        at: at.to_owned(),
        expected,
    }
}
