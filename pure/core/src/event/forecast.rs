//! A forecast that was shown, kept so that it can be compared with what came. Part of the frozen form, like everything in
//! [`super`]. It tells of no use and is never a line of the diary.

use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// A withdrawal forecast as it was shown: if nothing more is taken, or if what is assumed is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// When it was shown.
    pub when: Moment,
    /// The last dose it knew. Without anything assumed its condition is that none came after.
    pub last_dose: Moment,
    /// Seed of the draws.
    pub seed: u64,
    /// How many draws.
    pub draws: u32,
    /// Version of the engine.
    pub engine: u32,
    /// The first sixteen bytes, in hexadecimal, of a SHA-256 over everything that decided the draws (priors and doses).
    pub input: String,
    /// How many reports of this person the numbers were fitted to; 0 is the spread between people.
    pub learned_from: u64,
    /// How many times as far from the middle as the model's own the shown values were, within 0 to 64.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub widened_by: f64,
    /// Probabilities of the values, ascending, between 0 and 1.
    pub probabilities: Vec<f64>,
    /// Hours after `when` that the rows are of, ascending. The last is the horizon.
    pub hours: Vec<f64>,
    /// The model's own withdrawal score, in tenths of a point (0 to 640): a row per hour, a value per probability.
    pub tenths: Vec<Vec<u16>>,
    /// The same of the population's curve; absent when it is the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub population_tenths: Vec<Vec<u16>>,
    /// What it assumed to be taken meanwhile; absent when its condition was that nothing more is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed: Option<Assumed>,
}

/// What a forecast assumed to be taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assumed {
    /// Which course, in a word that tells two courses from the same doses apart; never shown.
    pub course: String,
    /// The doses up to the last hour of the forecast, in order of time.
    pub doses: Vec<AssumedDose>,
}

/// A dose that was assumed to come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AssumedDose {
    /// Hours after the forecast was shown.
    pub hours: f64,
    /// Mitragynine, mg.
    pub mg: f64,
}

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form serde asks for")]
fn is_one(factor: &f64) -> bool {
    factor.total_cmp(&1.0).is_eq()
}
