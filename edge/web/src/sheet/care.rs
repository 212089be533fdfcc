//! What the check-in and the craving screen start from: the time, and the person's own words for what sets an urge off.

use super::logging::{most_frequent, wall_minutes};
use ebb_core::diary::Diary;
use ebb_core::view::Frame;
use serde::{Deserialize, Serialize};

/// Words offered.
const TRIGGERS: usize = 10;
/// Cravings and doses back that words are looked for in.
const LOOK_BACK: usize = 120;

/// What both forms start from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarePad {
    /// Now on the wall clock, `2026-02-03T18:00`, as the latest time.
    pub now: String,
    /// What set urges off and what doses were taken for, in this person's own words, most frequent first.
    pub triggers: Vec<String>,
}

/// Builds it.
pub(crate) fn care_pad(diary: &Diary, frame: &Frame) -> CarePad {
    let triggers = diary.cravings.iter().rev().take(LOOK_BACK);
    let triggers = triggers.filter_map(|craving| craving.body.trigger.as_deref());
    let reasons = diary.doses.iter().rev().take(LOOK_BACK);
    let reasons = reasons.filter_map(|dose| dose.body.reason.as_deref());
    // Several words of one entry are joined by commas; each is a word of its own.
    let words = triggers.chain(reasons).flat_map(|text| text.split(','));
    let words = words.map(str::trim).filter(|word| !word.is_empty());
    CarePad {
        now: wall_minutes(frame),
        triggers: most_frequent(words.map(str::to_owned), TRIGGERS),
    }
}
