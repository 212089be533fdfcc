//! Reading diaries kept elsewhere.
//!
//! `bytes -> read() -> Reading (rows, questions, warnings) -> plan() -> entries`. A reader never guesses an amount, a
//! zone or a unit silently: what it cannot know becomes a [`Question`] with a careful answer that is taken when nobody
//! answers, and a row that must not count yet becomes [`Says::Held`].

pub mod apply;
mod bytes;
mod error;
mod facts;
mod json;
mod keys;
mod ledger;
mod matching;
pub mod plan;
pub mod preview;
mod loop_habit;
pub mod row;
mod steps;
mod table;
mod zip;
pub mod zones;

pub use apply::apply;
pub use bytes::LIMIT_BYTES;
pub use error::ImportError;
pub use plan::{Plan, plan};
pub use preview::{Found, Report};
pub use row::{Answers, Format, ProductHint, Question, Reading, Row, Says, Warning};
pub use zones::Zones;
