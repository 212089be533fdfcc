//! Reading diaries kept elsewhere.
//!
//! `bytes -> read() -> Reading (rows, questions, warnings) -> plan() -> entries`. A reader never guesses an amount, a
//! zone or a unit silently: what it cannot know becomes a [`Question`] with a careful answer that is taken when nobody
//! answers, and a row that must not count yet becomes [`Says::Held`].
//!
//! Start at [`read`]. It must never panic or hang, whatever the bytes are.

mod amounts;
pub mod apply;
mod bytes;
mod changes;
mod detect;
mod drugspro;
pub mod ebb_json;
mod error;
mod facts;
mod fukratom;
mod gather;
mod herbal_tracker;
mod json;
mod keys;
mod ledger;
mod loop_habit;
mod matching;
mod measure;
mod medtimer;
mod piru;
pub mod plan;
pub mod preview;
mod psychonautwiki;
pub mod row;
mod secrets;
mod steps;
mod substance;
mod table;
mod taperk_state;
mod tea_taper;
mod unhookd;
pub mod vocabulary;
mod zip;
pub mod zones;

pub use apply::apply;
pub use bytes::LIMIT_BYTES;
pub use error::ImportError;
pub(crate) use matching::nominal_grams;
pub use plan::{Plan, plan};
pub use preview::{Found, Report};
pub use row::{Answers, Format, ProductHint, Question, Reading, Row, Says, Warning};
pub use zones::Zones;

use bytes::Content;
use detect::Shape;
use gather::Given;
use jiff::Timestamp;
use json::Value;

/// Reads a file of any known program, told by its content alone.
///
/// `name` is the file's name, for the record only. `answers` are what the person said to the questions of an earlier
/// reading; unanswered ones take their careful answer. `zones` says where the person was, `now` when this is.
///
/// A file that is whole and holds nothing to take is a [`Reading`] without rows and the warning `nothing_to_import`.
///
/// # Errors
///
/// [`ImportError`], split by what the person should do next. Nothing of the file is in it.
pub fn read(
    name: Option<&str>,
    bytes: &[u8],
    answers: &Answers,
    zones: &Zones,
    now: Timestamp,
) -> Result<Reading, ImportError> {
    // Names lie: a journal called .csv is still a journal.
    let _ = name;
    let given = Given { answers, zones, now };
    match bytes::classify(bytes, answers)? {
        Content::Zip => loop_habit::read(bytes, answers, zones, now),
        Content::Text(text) => read_text(given, &text),
    }
}

fn read_text(given: Given<'_>, text: &str) -> Result<Reading, ImportError> {
    let text = text.trim_end_matches('\u{1a}');
    match text.trim_start().chars().next() {
        Some('{' | '[') => read_json(given, json::parse(text)?),
        // A lone word, number or string is JSON of no use, and no table either.
        _ if json::parse(text).is_ok() => Err(ImportError::NotRecognised),
        _ => table::read(text, given.answers, given.zones, given.now),
    }
}

fn read_json(given: Given<'_>, mut value: Value) -> Result<Reading, ImportError> {
    let shape = detect::shape(&value).ok_or(ImportError::NotRecognised)?;
    match shape {
        Shape::Nightscout => return Err(ImportError::NotSupported { name: "Nightscout" }),
        Shape::Encrypted(name) => return Err(ImportError::Encrypted { name }),
        _ => {}
    }
    let dropped = secrets::drop_from(&mut value);
    let object = match &value {
        Value::Object(object) => object,
        Value::List(list) => return Ok(herbal_tracker::read_list(given, list, dropped)),
        _ => return Err(ImportError::NotRecognised),
    };
    match shape {
        Shape::PsychonautWiki => Ok(psychonautwiki::read(given, object, dropped)),
        Shape::HerbalTracker => herbal_tracker::read(given, object, dropped),
        Shape::Unhookd => Ok(unhookd::read(given, object, dropped)),
        Shape::TeaTaper => tea_taper::read(given, object, dropped),
        Shape::TaperK => Ok(taperk_state::read(given, object, dropped)),
        Shape::MedTimer => medtimer::read(given, object, dropped),
        Shape::Fukratom => Ok(fukratom::read(given, object, dropped)),
        Shape::Piru => piru::read(given, object, dropped),
        Shape::DrugsPro => Ok(drugspro::read(given, object, dropped)),
        Shape::HerbalTrackerList | Shape::Nightscout | Shape::Encrypted(_) => Err(ImportError::NotRecognised),
    }
}
