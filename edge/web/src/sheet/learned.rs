//! What was learned about the person, each number beside most people. The felt effect is among what was learned from, and is
//! never turned into an amount.

use super::Figure;
use ebb_core::view::Frame;
use ebb_core::view::learned::{LearnedNumber, LearnedView};
use ebb_core::view::reading::{Learning, Silence};
use ebb_core::view::score::ScoreView;
use ebb_present::picture;
use ebb_present::screen::learned::{self as screen, Beside};
use ebb_present::screen::{Voice, score};
use serde::{Deserialize, Serialize};

/// The screen of what was learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// Whether anything was learned, from what, since when; a sentence each.
    pub state: Vec<String>,
    /// Whether Ebb may learn.
    pub is_on: bool,
    /// Whether there is anything to begin anew from.
    pub has_learned: bool,
    /// The numbers.
    pub numbers: Vec<LearnedRow>,
    /// What each batch seems to hold, a sentence each.
    pub batches: Vec<String>,
    /// What each kind of report tells, a sentence each.
    pub told: Vec<String>,
    /// Why reports did not count, a sentence each.
    pub left_out: Vec<String>,
    /// How good the draws are, and what the ranges leave out.
    pub limits: Vec<String>,
    /// How past forecasts did, of each kind.
    pub past: Vec<Past>,
    /// What was forecast and what was said, side by side.
    pub past_chart: Option<Figure>,
}

/// How past forecasts of one kind did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Which kind, where there are several.
    pub heading: Option<String>,
    /// What it comes to, a sentence each.
    pub said: Vec<String>,
}

/// One number, beside most people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LearnedRow {
    /// What it is.
    pub name: String,
    /// The person's and most people's, in words.
    pub said: String,
    /// Low end, middle and high end of the person's, as shares of a scale.
    pub you: [f64; 3],
    /// The same of most people, on the same scale.
    pub most_people: [f64; 3],
}

/// Builds it, with how past forecasts did; charts are `width` pixels wide.
pub(crate) fn learned(
    voice: &Voice,
    frame: &Frame,
    view: &Result<LearnedView, Silence>,
    past: &ScoreView,
    width: u16,
) -> Learned {
    let now = match view {
        Ok(view) => known(voice, frame, view),
        Err(silence) => silent(voice, *silence),
    };
    let chart = picture::past_forecasts(voice, past);
    Learned {
        past: score::parts(voice, past)
            .into_iter()
            .map(|(heading, compared)| Past {
                heading,
                said: score::said(voice, compared),
            })
            .collect(),
        past_chart: chart.map(|spec| Figure::of(voice, &spec, width, "past")),
        ..now
    }
}

fn known(voice: &Voice, frame: &Frame, view: &LearnedView) -> Learned {
    let words = &voice.words;
    let limits = view.quality.map(|quality| {
        let worth = voice.numbers.exact(quality.effective_size.round());
        [words.learned_worth(&worth), words.learned_limits()]
    });
    Learned {
        state: screen::state(voice, frame, view),
        is_on: view.learning != Learning::Off,
        has_learned: view.learning == Learning::Learned,
        numbers: view.numbers.iter().map(|number| row(voice, number)).collect(),
        batches: view.batches.iter().map(|batch| screen::batch(voice, batch)).collect(),
        told: match view.numbers.is_empty() {
            true => Vec::new(),
            false => screen::told(voice, view),
        },
        left_out: screen::left_out(voice, &view.left_out),
        limits: limits.into_iter().flatten().collect(),
        past: Vec::new(),
        past_chart: None,
    }
}

fn silent(voice: &Voice, silence: Silence) -> Learned {
    Learned {
        state: vec![voice.silence(silence)],
        is_on: true,
        has_learned: false,
        numbers: Vec::new(),
        batches: Vec::new(),
        told: Vec::new(),
        left_out: Vec::new(),
        limits: Vec::new(),
        past: Vec::new(),
        past_chart: None,
    }
}

fn row(voice: &Voice, number: &LearnedNumber) -> LearnedRow {
    let Beside { you, most_people } = screen::beside(number);
    LearnedRow {
        name: screen::name(voice, number.number),
        said: screen::line(voice, number),
        you,
        most_people,
    }
}
