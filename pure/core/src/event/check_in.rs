//! How the person is: check-ins, how a dose felt, urges. Part of the frozen form, like everything in [`super`].

use super::Precision;
use crate::entry::EntryId;
use crate::moment::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The sixteen symptoms of a check-in, each answered 0 to 4: own words, "similar in range to" a published scale and not
/// that scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Symptom {
    Anxious,
    Yawning,
    Sweating,
    WateryEyes,
    RunnyNose,
    GooseBumps,
    Shaking,
    HotFlushes,
    ColdFlushes,
    Aching,
    Restless,
    Queasy,
    Vomiting,
    Twitching,
    StomachCramps,
    WantSomeNow,
}

impl Symptom {
    /// All sixteen, in the order they are asked.
    pub const ALL: [Self; 16] = [
        Self::Anxious,
        Self::Yawning,
        Self::Sweating,
        Self::WateryEyes,
        Self::RunnyNose,
        Self::GooseBumps,
        Self::Shaking,
        Self::HotFlushes,
        Self::ColdFlushes,
        Self::Aching,
        Self::Restless,
        Self::Queasy,
        Self::Vomiting,
        Self::Twitching,
        Self::StomachCramps,
        Self::WantSomeNow,
    ];
}

/// How the person is. Every answer is optional; a missing answer is not zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// When.
    pub when: Moment,
    /// Whether the time of day is known.
    #[serde(default, skip_serializing_if = "Precision::is_minute")]
    pub precision: Precision,
    /// Withdrawal, 0 to 64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal_64: Option<f64>,
    /// The single answers, 0 to 4.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub symptoms: BTreeMap<Symptom, u8>,
    /// Craving, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub craving: Option<f64>,
    /// Mood, 0 (worst) to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<f64>,
    /// Energy, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<f64>,
    /// Focus, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<f64>,
    /// Sleep, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<f64>,
    /// Hours slept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep_hours: Option<f64>,
    /// Other scales under the name and in the range of the program they come from.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scales: BTreeMap<String, f64>,
    /// Answers in words, under the name of the question.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// What set it off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<String>,
    /// What helped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl CheckIn {
    /// A check-in without answers.
    #[must_use]
    pub fn at(when: Moment) -> Self {
        Self {
            when,
            precision: Precision::Minute,
            withdrawal_64: None,
            symptoms: BTreeMap::new(),
            craving: None,
            mood: None,
            energy: None,
            focus: None,
            sleep: None,
            sleep_hours: None,
            scales: BTreeMap::new(),
            answers: BTreeMap::new(),
            triggers: Vec::new(),
            helpers: Vec::new(),
            note: None,
        }
    }

    /// The withdrawal total, 0 to 64: as stated, or the sum of the symptoms when all sixteen were answered.
    #[must_use]
    pub fn total_64(&self) -> Option<f64> {
        self.withdrawal_64.or_else(|| {
            (self.symptoms.len() == Symptom::ALL.len()).then(|| self.symptoms.values().map(|&v| f64::from(v)).sum())
        })
    }
}

/// How a dose felt. For inference, not a goal (rule 1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeltEffect {
    /// The moment it speaks of.
    pub when: Moment,
    /// The dose, if it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<EntryId>,
    /// Strength, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<f64>,
    /// Hours it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_h: Option<f64>,
    /// A rating on another scale, in that scale's word; never turned into a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Other scales under the name and in the range of the program they come from.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scales: BTreeMap<String, f64>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What became of an urge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CravingOutcome {
    /// It went by.
    Passed,
    /// The person took something.
    Used,
    /// It is still there.
    Ongoing,
}

/// An urge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Craving {
    /// When.
    pub when: Moment,
    /// Whether the time of day is known.
    #[serde(default, skip_serializing_if = "Precision::is_minute")]
    pub precision: Precision,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<f64>,
    /// What set it off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<CravingOutcome>,
    /// Minutes it lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<f64>,
    /// How many, when a day's urges were only counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
