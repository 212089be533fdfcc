//! What a person is offered in a hard moment: a timer, a breathing pace, small things that may fit a complaint.
//!
//! Lengths come from the evidence tables, where they stand as conventions without a claimed effect. A complaint that is also
//! a sign says so: help stands before comfort. Nothing here may ever promise relief or suggest a dose.

use crate::words::Words;
use ebb_core::event::{CravingOutcome, Symptom};
use ebb_evidence::{RedFlag, cited, red_flag};

/// A pace to breathe by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Seconds in.
    pub inward_s: f64,
    /// Seconds out.
    pub outward_s: f64,
}

/// The paces that are offered, the usual one first.
pub const PACES: [Pace; 2] = [
    Pace {
        inward_s: cited::BREATHING_IN.value,
        outward_s: cited::BREATHING_OUT.value,
    },
    Pace {
        inward_s: cited::BREATHING_EVEN.value,
        outward_s: cited::BREATHING_EVEN.value,
    },
];

/// How long the urge timer runs, in minutes.
pub const URGE_TIMER_MIN: f64 = cited::URGE_TIMER_LENGTH.value;

/// A small thing that may fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tip {
    /// Water and salt.
    Water,
    /// Light food.
    Food,
    /// Rest and sleep.
    Sleep,
    /// Movement and warmth.
    Movement,
    /// A slow breath.
    Breath,
    /// One person.
    Person,
}

impl Tip {
    /// Its heading and its text, as on the page of Learn.
    #[must_use]
    pub fn said(self, words: &Words) -> (String, String) {
        match self {
            Self::Water => (words.learn_care_water_title(), words.learn_care_water_text()),
            Self::Food => (words.learn_care_food_title(), words.learn_care_food_text()),
            Self::Sleep => (words.learn_care_sleep_title(), words.learn_care_sleep_text()),
            Self::Movement => (words.learn_care_move_title(), words.learn_care_move_text()),
            Self::Breath => (words.learn_care_breath_title(), words.learn_care_breath_text()),
            Self::Person => (words.learn_care_people_title(), words.learn_care_people_text()),
        }
    }
}

/// What may fit a complaint: our judgement throughout.
#[must_use]
pub fn fits(symptom: Symptom) -> &'static [Tip] {
    match symptom {
        Symptom::Anxious => &[Tip::Breath, Tip::Person],
        Symptom::WantSomeNow => &[Tip::Breath, Tip::Person, Tip::Movement],
        Symptom::Yawning => &[Tip::Sleep],
        Symptom::Sweating | Symptom::HotFlushes | Symptom::WateryEyes | Symptom::RunnyNose => &[Tip::Water],
        Symptom::GooseBumps | Symptom::ColdFlushes | Symptom::Aching | Symptom::Twitching => &[Tip::Movement],
        Symptom::Shaking => &[Tip::Breath, Tip::Food],
        Symptom::Restless => &[Tip::Movement, Tip::Sleep],
        Symptom::Queasy => &[Tip::Food, Tip::Water],
        Symptom::Vomiting => &[Tip::Water],
        Symptom::StomachCramps => &[Tip::Water, Tip::Movement],
    }
}

/// The tips for a check-in, each once: those that fit the strongest complaints first, at most three.
#[must_use]
pub fn tips(symptoms: impl IntoIterator<Item = (Symptom, u8)>) -> Vec<Tip> {
    let mut felt: Vec<(Symptom, u8)> = symptoms.into_iter().filter(|(_, answer)| *answer > 0).collect();
    felt.sort_by_key(|(symptom, answer)| (core::cmp::Reverse(*answer), *symptom));
    let mut tips = Vec::new();
    for tip in felt.iter().flat_map(|(symptom, _)| fits(*symptom)) {
        if !tips.contains(tip) {
            tips.push(*tip);
        }
    }
    tips.truncate(3);
    tips
}

/// The sign that a strong complaint may be, if it may be one: it is shown before any tip.
#[must_use]
pub fn sign_of(symptom: Symptom, answer: u8) -> Option<&'static RedFlag> {
    (symptom == Symptom::Vomiting && answer >= STRONG).then_some(red_flag::DEHYDRATED)
}

/// From this answer on, of 0 to 4, a complaint may be a sign.
const STRONG: u8 = 3;

/// A complaint in words.
#[must_use]
pub fn symptom_said(words: &Words, symptom: Symptom) -> String {
    match symptom {
        Symptom::Anxious => words.web_symptom_anxious(),
        Symptom::Yawning => words.web_symptom_yawning(),
        Symptom::Sweating => words.web_symptom_sweating(),
        Symptom::WateryEyes => words.web_symptom_watery_eyes(),
        Symptom::RunnyNose => words.web_symptom_runny_nose(),
        Symptom::GooseBumps => words.web_symptom_goose_bumps(),
        Symptom::Shaking => words.web_symptom_shaking(),
        Symptom::HotFlushes => words.web_symptom_hot_flushes(),
        Symptom::ColdFlushes => words.web_symptom_cold_flushes(),
        Symptom::Aching => words.web_symptom_aching(),
        Symptom::Restless => words.web_symptom_restless(),
        Symptom::Queasy => words.web_symptom_queasy(),
        Symptom::Vomiting => words.web_symptom_vomiting(),
        Symptom::Twitching => words.web_symptom_twitching(),
        Symptom::StomachCramps => words.web_symptom_stomach_cramps(),
        Symptom::WantSomeNow => words.web_symptom_want_some_now(),
    }
}

/// The five answers to a complaint, from 0 to 4.
#[must_use]
pub fn answers_said(words: &Words) -> [String; 5] {
    [
        words.web_symptom_none(),
        words.web_symptom_a_little(),
        words.web_symptom_some(),
        words.web_symptom_a_lot(),
        words.web_symptom_very_much(),
    ]
}

/// What became of an urge, in words: as a choice, and as the sentence that follows it.
#[must_use]
pub fn outcome_said(words: &Words, outcome: CravingOutcome) -> (String, String) {
    match outcome {
        CravingOutcome::Passed => (words.web_craving_passed(), words.web_craving_passed_text()),
        CravingOutcome::Used => (words.web_craving_used(), words.web_craving_used_text()),
        CravingOutcome::Ongoing => (words.web_craving_ongoing(), words.web_craving_ongoing_text()),
    }
}
