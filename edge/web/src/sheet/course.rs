//! What would come if a person went on as now, or came down step by step: an estimate beside the one of stopping, never a
//! suggestion.

use super::Figure;
use ebb_core::view::Frame;
use ebb_core::view::course::{CourseView, Followed, NoCourse};
use ebb_present::picture;
use ebb_present::screen::{Voice, course as screen};
use serde::{Deserialize, Serialize};

/// A course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// What is assumed, a sentence each.
    pub lead: Vec<String>,
    /// Withdrawal, tolerance and level over the days.
    pub chart: Figure,
    /// The figures, a sentence each.
    pub figures: Vec<String>,
    /// What it rests on, a sentence each.
    pub rests_on: Vec<String>,
    /// What to keep in mind with it.
    pub mind: Vec<String>,
}

/// Builds it, or says why there is none.
pub(crate) fn course(
    voice: &Voice,
    frame: &Frame,
    view: &Result<CourseView, NoCourse>,
    width: u16,
) -> Result<Course, String> {
    let view = view.as_ref().map_err(|because| screen::no_course(voice, *because))?;
    let words = &voice.words;
    let too_kind = matches!(view.followed, Followed::Taper { .. }).then(|| words.forecast_too_kind());
    let always = [words.tolerance_return_warning(), words.notice_model_general()];
    Ok(Course {
        lead: screen::lead(voice, frame, &view.followed),
        chart: Figure::of(voice, &picture::course(voice, frame, view), width, "course"),
        figures: screen::figures(voice, view),
        rests_on: voice.rests_on(&view.rests_on),
        mind: too_kind.into_iter().chain(always).collect(),
    })
}
