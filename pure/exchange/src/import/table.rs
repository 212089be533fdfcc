//! Tables: comma, semicolon or tab between cells. Recognises the programs whose exports are tables and leaves the rest
//! to the generic reader.
//!
//! Never reads a number with two readings without an answer, never swallows a row without a word, keeps a spreadsheet's
//! formulas as text.

mod column_words;
mod columns;
pub(crate) mod draft;
mod generic;
mod herbal;
pub(crate) mod lex;
pub(crate) mod measure;
mod medtimer;
pub(crate) mod number;
mod row;
mod shape;
mod taperk;
mod tea_taper;
pub(crate) mod when;

use super::ImportError;
use super::row::{Answers, Reading};
use super::zones::Zones;
use draft::Context;
use jiff::Timestamp;

/// Reads a table.
///
/// # Errors
/// [`ImportError::Empty`] for blanks, [`ImportError::NotRecognised`] for text that is no table with dates,
/// [`ImportError::TooMany`] beyond the limits of the lexer. A table without rows is read, and says so in a warning.
pub(crate) fn read(text: &str, answers: &Answers, zones: &Zones, now: Timestamp) -> Result<Reading, ImportError> {
    let context = Context { answers, zones, now };
    // The end-of-file character of old systems ends the file.
    let text = text
        .trim_start_matches('\u{feff}')
        .trim_end_matches(['\u{1a}', ' ', '\0']);
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if taperk::is_one(text) {
        return taperk::read(text, context);
    }
    if medtimer::is_one(text) {
        return medtimer::read(text, context);
    }
    let Some(delimiter) = lex::delimiter(text) else {
        return Err(ImportError::NotRecognised);
    };
    let lexed = lex::lex(text, delimiter)?;
    let header: Vec<&str> = lexed
        .records
        .first()
        .map_or_else(Vec::new, |r| r.cells.iter().map(|c| c.trim()).collect());
    if herbal::is_one(&header) {
        return Ok(herbal::read(&lexed, context));
    }
    if tea_taper::is_one(&header) {
        return Ok(tea_taper::read(&lexed, context));
    }
    generic::read(&lexed, context)
}
