//! Reading diaries kept elsewhere.
//!
//! `bytes -> read() -> Reading (rows, questions, warnings) -> plan() -> entries`. A reader never guesses an amount, a
//! zone or a unit silently: what it cannot know becomes a [`Question`] with a careful answer that is taken when nobody
//! answers, and a row that must not count yet becomes [`Says::Held`].

mod bytes;
mod error;
mod json;
mod loop_habit;
pub mod row;
mod table;
mod zip;
pub mod zones;

pub use bytes::LIMIT_BYTES;
pub use error::ImportError;
pub use row::{Answers, Format, ProductHint, Question, Reading, Row, Says, Warning};
pub use zones::Zones;
