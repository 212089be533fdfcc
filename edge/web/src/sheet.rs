//! Sheets: what a screen shows, in words and figures and pictures, as the keeper hands them to the page.
//!
//! Each file below makes the sheets of one screen from the core's views; they are pure and tested without a browser. A
//! sheet holds text to show as it is (never markup), except a [`Figure`]'s drawing, which `ebb-present` made.

mod care;
mod copies;
mod course;
mod entries;
mod figure;
mod forecast;
mod history;
mod imports;
mod learned;
mod logging;
mod problem;
mod products;
mod settings;
mod telling;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
pub(crate) mod testing;
mod today;
mod told;

pub use care::{CarePad, PersonLine};
pub use copies::Copies;
pub use course::Course;
pub use entries::{EntryDetail, EntryLine, Felt, HeldRow, HoursChoice};
pub use figure::{Figure, FigurePoint, FigureTable};
pub use forecast::{Forecast, NoForecast, Part, Way, WorstOfDay};
pub use history::{Day, DayLine, History, Middle, Stretch, WeekBlock};
pub use imports::{
    AnswerChoice, AnswerField, ColumnChoice, ImportCount, ImportDone, ImportLine, ImportPreview, ImportQuestion,
    JourneyLine, NumberField, ProductField,
};
pub use learned::{Learned, LearnedRow};
pub use logging::{LogPad, MomentChoice, Preset, ProductChoice, UnitChoice};
pub use problem::{Problem, ProblemKind};
pub use products::{BatchCard, Fact, ProductCard, Products};
pub use settings::{FileMade, Opened, Presence, Restored, Settings, Verified};
pub use today::{Asking, Asks, Bar, FeltAsk, Go, NextStep, ReadingCard, Today, Usage};
pub use told::{Piece, Told};

pub(crate) use care::{call_link, care_pad, people};
pub(crate) use copies::copies;
pub(crate) use course::course;
pub(crate) use entries::{detail, entry_line, form_of, said_in_short};
pub(crate) use forecast::forecast;
pub(crate) use history::{day, history};
pub(crate) use imports::{ZoneGiven, done, encoding_preview, import_line, own_done, own_preview, preview};
pub(crate) use learned::learned;
pub(crate) use logging::log_pad;
pub(crate) use problem::{
    backup_problem, import_problem, own_file_problem, phrase_problem, too_large, unreadable_file, vault_problem,
};
pub(crate) use products::{batch_form, product_form, products};
pub(crate) use today::{ask, reading, today};
pub(crate) use told::amount as marked;

use ebb_core::entry::EntryId;
use serde::{Deserialize, Serialize};

/// Something was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// What to say about it, one sentence.
    pub said: String,
    /// Remove this to take it back; `None` when there is nothing to take back.
    pub undo: Option<EntryId>,
}

/// Why nothing is said, and what would change that.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quiet {
    /// A heading.
    pub title: String,
    /// The reason.
    pub reason: String,
}

/// A value with its range.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ranged {
    /// What it is.
    pub label: String,
    /// The middle, worded: `about 94 ng/mL`.
    pub middle: String,
    /// The range, worded: `52 to 170`.
    pub range: String,
    /// Low end, middle and high end as shares of the scale, 0 to 1, for the bar.
    pub shares: [f64; 3],
    /// What the ends of the scale mean.
    pub scale: [String; 2],
}

/// How urgent a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// Good to know.
    Calm,
    /// Look at it.
    Caution,
    /// Act.
    Urgent,
}

/// Something to know, in a sentence or two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// How urgent.
    pub tone: Tone,
    /// The words.
    pub text: String,
}
