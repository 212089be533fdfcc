//! Which question would teach most now, if any is worth asking. It asks about what is already logged, and never suggests
//! taking something to be able to answer.

use super::Frame;
use super::reading::{Learning, Reading};
use crate::bridge::reports::hours_to_fullest;
use crate::diary::{Diary, Logged};
use crate::entry::EntryId;
use crate::event::{Dose, Precision};
use crate::moment::Moment;
use ebb_pharm::fit::{FitSettings, Lesson, Posterior, Question, Reports, SymptomScale, fit};

/// Fewest nats that are worth a question: what is believed possible shrinks by a fiftieth.
pub const WORTH_ASKING: f64 = 0.02;
/// Hours after a withdrawal answer in which no other is asked for.
pub const ANSWERED_FOR_H: f64 = 8.0;
/// Hours after a dose in which it is asked how strong it feels now.
pub const FELT_WITHIN_H: f64 = 6.0;
/// Hours after a dose from which on it can have been felt to its end, and up to which a person remembers.
pub const LASTED_AFTER_H: (f64, f64) = (4.0, 24.0);
/// Days of doses that a lesson is reckoned with: a ranking needs no more.
const DOSE_DAYS: f64 = 60.0;
/// Draws of the prior, when nothing was learned yet.
const PRIOR_DRAWS: u32 = 64;

/// A question worth asking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ask {
    /// How the withdrawal is now.
    CheckIn,
    /// How strong a dose feels now.
    Felt {
        /// The dose.
        dose: EntryId,
    },
    /// How long a dose was felt.
    Lasted {
        /// The dose.
        dose: EntryId,
    },
}

/// What to ask, and what it would teach.
#[derive(Debug, Clone, PartialEq)]
pub struct AskNext {
    /// The question.
    pub ask: Ask,
    /// When the dose was begun that it is about.
    pub dose_when: Option<Moment>,
    /// Expected information, nats; 0.69 halves what is believed possible.
    pub nats: f64,
}

/// The question that would teach most now; `None` when none is worth asking, or the person switched learning off.
#[must_use]
pub fn ask_next(frame: &Frame, diary: &Diary, reading: &Reading) -> Option<AskNext> {
    if reading.rests_on.learning == Learning::Off {
        return None;
    }
    let candidates = candidates(frame, diary, reading);
    let questions: Vec<Question> = candidates.iter().map(|(_, _, question)| *question).collect();
    let lessons = lessons(reading, &questions)?;
    let best = candidates
        .into_iter()
        .zip(&lessons)
        .max_by(|a, b| a.1.nats.total_cmp(&b.1.nats));
    let ((ask, dose_when, _), lesson) = best?;
    (lesson.nats >= WORTH_ASKING).then_some(AskNext {
        ask,
        dose_when,
        nats: lesson.nats,
    })
}

fn lessons(reading: &Reading, questions: &[Question]) -> Option<Vec<Lesson>> {
    let from_h = reading.now_h - 24.0 * DOSE_DAYS;
    let doses = &reading.input.doses;
    let near = &doses[doses.partition_point(|dose| dose.dose.start_h < from_h)..];
    match &reading.posterior {
        Some(posterior) => posterior.lessons(near, questions).ok(),
        None => before_any_report()?.lessons(near, questions).ok(),
    }
}

/// The prior as a posterior of nothing.
fn before_any_report() -> Option<Posterior> {
    let settings = FitSettings::new(super::reading::SEED, PRIOR_DRAWS);
    fit(&[], &Reports::default(), &super::learned::prior(), settings).ok()
}

fn candidates(frame: &Frame, diary: &Diary, reading: &Reading) -> Vec<(Ask, Option<Moment>, Question)> {
    let hours_ago = |moment: &Moment| crate::bridge::hours_between(moment.at, frame.now);
    let now_h = reading.now_h;
    let mut found = Vec::new();
    let answered = diary.check_ins.iter().rfind(|answer| answer.body.total_64().is_some());
    let is_answered = |hours: f64| (0.0..ANSWERED_FOR_H).contains(&hours);
    if !answered.is_some_and(|answer| is_answered(hours_ago(&answer.body.when))) {
        let question = Question::Symptoms {
            at_h: now_h,
            scale: SymptomScale::Of64,
        };
        found.push((Ask::CheckIn, None, question));
    }
    let Some(last) = last_told(frame, diary, reading) else {
        return found;
    };
    let (id, when) = (last.id, &last.body.when);
    let rated = diary.felt_effects.iter().filter(|felt| felt.body.dose == Some(id));
    let (mut has_strength, mut has_duration) = (false, false);
    for felt in rated {
        has_strength |= felt.body.strength.is_some();
        has_duration |= felt.body.duration_h.is_some();
    }
    let since = hours_ago(when);
    let fullest_h = hours_to_fullest(&super::learned::prior());
    if !has_strength && (fullest_h..FELT_WITHIN_H).contains(&since) {
        let at_h = reading.input.hours(when.at) + fullest_h;
        found.push((Ask::Felt { dose: id }, Some(when.clone()), Question::Felt { at_h }));
    }
    if !has_duration && (LASTED_AFTER_H.0..LASTED_AFTER_H.1).contains(&since) {
        let dose_at_h = reading.input.hours(when.at);
        found.push((
            Ask::Lasted { dose: id },
            Some(when.clone()),
            Question::Lasted { dose_at_h },
        ));
    }
    found
}

/// The last dose of known time that the engine was told of.
fn last_told<'a>(frame: &Frame, diary: &'a Diary, reading: &Reading) -> Option<&'a Logged<Dose>> {
    let is_past = |dose: &&Logged<Dose>| dose.body.when.at <= frame.now;
    let last = diary.doses.iter().rev().find(is_past)?;
    let at_h = reading.input.hours(last.body.when.at);
    let is_told = |hour: f64| (hour - at_h).abs() < 1e-6;
    let told = reading.input.doses.iter().rev().take(8);
    let is_known = told.map(|dose| dose.dose.start_h).any(is_told);
    (last.body.precision == Precision::Minute && is_known).then_some(last)
}
