//! Bringing a diary in: what a file holds, what it leaves open, and what became of it.
//!
//! Every count is the report's own; the words are those of `ebb_present::imports`. Nothing here shows a secret, and what
//! stood in the file is shown as text.

mod questions;
#[cfg(test)]
mod tests;

pub(crate) use questions::ZoneGiven;
pub use questions::{AnswerChoice, AnswerField, ColumnChoice, ImportQuestion, JourneyLine, NumberField, ProductField};

use super::{Told, marked};
use ebb_core::diary::Import;
use ebb_core::entry::EntryId;
use ebb_core::view::Frame;
use ebb_exchange::import::{Found, Report};
use ebb_present::imports as said;
use ebb_present::screen::Voice;
use ebb_present::words::Words;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Rows of one outcome, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCount {
    /// `new`, `already there`, …
    pub name: String,
    /// How many, written.
    pub count: String,
    /// `3 over 100 g`.
    pub reasons: Vec<String>,
}

/// What would happen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// The file's name.
    pub file: String,
    /// `Read as: …`.
    pub format: String,
    /// What would change, a sentence.
    pub said: String,
    /// What the button does: `Add 371 entries`; `None` when there is nothing to do.
    pub action: Option<String>,
    /// From when to when, if dated.
    pub span: Option<String>,
    /// Least, middle and most grams a day, to notice a wrong unit.
    pub grams: Option<Told>,
    /// What happens to how many rows.
    pub counts: Vec<ImportCount>,
    /// What the file holds: `312 doses`, `4 of unknown amount`.
    pub holds: Vec<String>,
    /// Products that would be new, a sentence.
    pub products: Option<String>,
    /// Worth knowing, with places in the file.
    pub notes: Vec<String>,
    /// Parts of the file that are not taken.
    pub not_taken: Vec<String>,
    /// Kinds of secret that were dropped, a sentence.
    pub secrets: Option<String>,
    /// How many questions there are, worded.
    pub questions_title: String,
    /// What the file leaves open.
    pub questions: Vec<ImportQuestion>,
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDone {
    /// One sentence.
    pub said: String,
    /// The file and its span.
    pub file: String,
    /// Counts, as in the preview.
    pub counts: Vec<ImportCount>,
    /// Worth a look, a sentence each.
    pub notes: Vec<String>,
    /// What to do with the file.
    pub advice: String,
    /// The import, to take it back; `None` when nothing was new.
    pub id: Option<EntryId>,
}

/// An import that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportLine {
    /// Remove this to take it back.
    pub id: EntryId,
    /// The file, or its format when it had no name.
    pub name: String,
    /// When, as what, and how many rows.
    pub said: String,
}

/// Builds the preview.
pub(crate) fn preview(voice: &Voice, file: &str, report: &Report, zones: &ZoneGiven) -> ImportPreview {
    let words = &voice.words;
    let found = &report.found;
    let questions = questions::of(voice, report, zones);
    ImportPreview {
        file: said::name(file),
        format: words.import_found(&format_name(words, report)),
        said: would_say(words, report),
        action: action(words, report),
        span: span(voice, found.first_day, found.last_day),
        grams: found.grams_per_day.map(|grams| grams_per_day(voice, grams)),
        counts: counts(voice, report),
        holds: holds(voice, found),
        products: products(voice, &report.new_products),
        notes: notes(voice, report),
        not_taken: not_taken(voice, &report.not_taken),
        secrets: secrets(voice, &report.secrets_dropped),
        questions_title: words.import_questions(questions.len() as u64),
        questions,
    }
}

/// What the file was read as; tables bear no program's name.
fn format_name(words: &Words, report: &Report) -> String {
    match report.format_id {
        "csv" => words.import_table(),
        _ => said::name(&report.format_name),
    }
}

/// What would change, in a sentence.
fn would_say(words: &Words, report: &Report) -> String {
    match (report.new as u64, report.changed as u64, report.held as u64) {
        (0, 0, 0) if report.found.rows == 0 => words.import_nothing(),
        (0, 0, 0) => words.import_nothing_new(),
        (0, 0, held) => words.import_would_hold(held),
        (0, changed, _) => words.import_would_change(changed),
        (new, ..) => words.import_would_add(new),
    }
}

/// What the button does.
fn action(words: &Words, report: &Report) -> Option<String> {
    match (report.new as u64, report.changed as u64, report.held as u64) {
        (0, 0, 0) => None,
        (0, 0, held) => Some(words.import_do_hold(held)),
        (0, changed, _) => Some(words.import_do_change(changed)),
        (new, ..) => Some(words.import_do(new)),
    }
}

/// Only one question: which letters a file uses that are not UTF-8.
pub(crate) fn encoding_preview(voice: &Voice, file: &str) -> ImportPreview {
    ImportPreview {
        questions_title: voice.words.import_questions(1),
        questions: vec![questions::encoding(&voice.words)],
        ..empty_preview(file, String::new(), voice.words.import_answer_first())
    }
}

fn empty_preview(file: &str, format: String, said: String) -> ImportPreview {
    ImportPreview {
        file: said::name(file),
        format,
        said,
        action: None,
        span: None,
        grams: None,
        counts: Vec::new(),
        holds: Vec::new(),
        products: None,
        notes: Vec::new(),
        not_taken: Vec::new(),
        secrets: None,
        questions_title: String::new(),
        questions: Vec::new(),
    }
}

fn span(voice: &Voice, first: Option<Date>, last: Option<Date>) -> Option<String> {
    let (first, last) = first.zip(last)?;
    let numbers = &voice.numbers;
    Some(
        voice
            .words
            .import_span(&numbers.date_full(first), &numbers.date_full(last)),
    )
}

/// Least, middle and most, to two places: as much as a kitchen scale shows.
fn grams_per_day(voice: &Voice, [least, middle, most]: [f64; 3]) -> Told {
    let written = |grams: f64| marked(&voice.numbers.amount_exact(Some((grams * 100.0).round() / 100.0), "g"));
    let said = voice
        .words
        .import_grams(&written(least), &written(middle), &written(most));
    Told::from(said)
}

fn counts(voice: &Voice, report: &Report) -> Vec<ImportCount> {
    let words = &voice.words;
    let none = BTreeMap::new();
    let count = |what: &str, n: usize, reasons: &BTreeMap<&'static str, usize>, say: &dyn Fn(&str) -> String| {
        let reasons = reasons
            .iter()
            .map(|(why, n)| format!("{} {}", voice.numbers.count(*n as u64), say(why)));
        ImportCount {
            name: said::outcome(words, what),
            count: voice.numbers.count(n as u64),
            reasons: reasons.collect(),
        }
    };
    let mut counts = vec![
        count("new", report.new, &none, &|_| String::new()),
        count("duplicate", report.duplicate, &report.duplicate_reasons, &|why| {
            said::known(words, why)
        }),
    ];
    if report.changed > 0 {
        counts.push(count("changed", report.changed, &none, &|_| String::new()));
    }
    counts.push(count("held", report.held, &report.held_reasons, &|why| {
        said::held(words, why)
    }));
    counts.push(count("skipped", report.skipped, &report.skipped_reasons, &|why| {
        said::skipped(words, why)
    }));
    counts
}

fn holds(voice: &Voice, found: &Found) -> Vec<String> {
    let parts = found.parts().into_iter();
    parts
        .filter_map(|(what, n)| said::holds(&voice.words, what, n))
        .collect()
}

fn products(voice: &Voice, names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| said::name(name)).collect();
    (!names.is_empty()).then(|| voice.words.import_products(&names.join(", ")))
}

fn notes(voice: &Voice, report: &Report) -> Vec<String> {
    let warnings = report.warnings.iter();
    warnings
        .map(|(what, (n, places))| said::note(&voice.words, what, &voice.numbers.count(*n as u64), places))
        .collect()
}

fn not_taken(voice: &Voice, parts: &BTreeMap<String, usize>) -> Vec<String> {
    let part = |(name, n): (&String, &usize)| {
        format!(
            "{} ({})",
            said::section(&voice.words, name),
            voice.numbers.count(*n as u64)
        )
    };
    parts.iter().map(part).collect()
}

fn secrets(voice: &Voice, kinds: &[&'static str]) -> Option<String> {
    (!kinds.is_empty()).then(|| voice.words.import_file_secrets(&said::secrets(&voice.words, kinds)))
}

/// Builds what became of it.
pub(crate) fn done(voice: &Voice, file: &str, report: &Report, id: Option<EntryId>) -> ImportDone {
    let words = &voice.words;
    let found = &report.found;
    let mut notes = Vec::new();
    if id.is_some() && found.doses_unknown_amount > 0 {
        notes.push(words.import_without_amount(found.doses_unknown_amount as u64));
    }
    if report.held > 0 {
        notes.push(words.import_held_wait(report.held as u64));
    }
    let about = span(voice, found.first_day, found.last_day).map_or_else(String::new, |span| format!(", {span}"));
    ImportDone {
        said: match id {
            Some(_) if report.new == 0 => words.web_changed(),
            Some(_) => words.import_added(report.new as u64),
            None if found.rows == 0 => words.import_nothing(),
            None => words.import_nothing_new(),
        },
        file: format!("{}{about}", said::name(file)),
        counts: counts(voice, report),
        notes,
        advice: secrets(voice, &report.secrets_dropped).unwrap_or_else(|| words.import_file_open()),
        id,
    }
}

/// The preview of Ebb's own file: the same entries under the same ids.
pub(crate) fn own_preview(voice: &Voice, file: &str, n_new: usize, n_known: usize) -> ImportPreview {
    let n = n_new as u64;
    ImportPreview {
        action: (n > 0).then(|| voice.words.import_do(n)),
        counts: own_counts(voice, n_new, n_known),
        ..empty_preview(
            file,
            voice.words.import_found(&voice.words.app_name()),
            if n > 0 {
                voice.words.import_would_add(n)
            } else {
                voice.words.import_nothing_new()
            },
        )
    }
}

/// What became of Ebb's own file.
pub(crate) fn own_done(voice: &Voice, file: &str, n_new: usize, n_known: usize) -> ImportDone {
    ImportDone {
        said: match n_new {
            0 => voice.words.import_nothing_new(),
            n => voice.words.import_added(n as u64),
        },
        file: said::name(file),
        counts: own_counts(voice, n_new, n_known),
        notes: Vec::new(),
        advice: voice.words.import_file_open(),
        id: None,
    }
}

fn own_counts(voice: &Voice, n_new: usize, n_known: usize) -> Vec<ImportCount> {
    let count = |what: &str, n: usize| ImportCount {
        name: said::outcome(&voice.words, what),
        count: voice.numbers.count(n as u64),
        reasons: Vec::new(),
    };
    vec![count("new", n_new), count("duplicate", n_known)]
}

/// Builds a line of the list.
pub(crate) fn import_line(voice: &Voice, frame: &Frame, import: &Import) -> ImportLine {
    let batch = &import.batch;
    let written = Timestamp::from_millisecond(import.clock.0).unwrap_or_default();
    let day = written.to_zoned(frame.zone.clone()).date();
    ImportLine {
        id: import.id,
        name: said::name(batch.file.as_deref().unwrap_or(&batch.format)),
        said: format!(
            "{} · {}",
            voice.day(day, frame),
            voice.words.kind_import(batch.rows, &said::name(&batch.format))
        ),
    }
}
