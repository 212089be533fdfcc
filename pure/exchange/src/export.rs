//! Files that Ebb writes for Ebb, for spreadsheets and for other programs.
//!
//! Entries or a diary in, bytes out; the same diary always gives the same bytes. Nothing here ever writes a secret: none
//! is in a diary. What was taken back is not written, what is unknown stays unknown and never becomes zero.

mod cells;
pub mod ebb_json;
pub mod psychonautwiki;
pub mod tables;

/// The copy of everything: [`ebb_json::write`].
pub use ebb_json::write as ebb_json;
/// A journal other programs read: [`psychonautwiki::write`].
pub use psychonautwiki::write as psychonautwiki_json;
/// Tables for a spreadsheet.
pub use tables::{check_ins as check_ins_csv, doses as doses_csv, ratings as ratings_csv};
