//! Whether Ebb may learn from reports, and from when on. Part of the frozen form, like everything in [`super`].

use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// What a person says about learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LearningSays {
    /// Learn from reports.
    On,
    /// Do not: the numbers are those of most people. What was reported stays in the diary.
    Off,
    /// Begin anew: reports of moments up to now no longer count. Whether learning is on stays as it is.
    Reset,
}

/// One such statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Learning {
    /// When it was said.
    pub when: Moment,
    /// What.
    pub says: LearningSays,
}
