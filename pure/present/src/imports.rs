//! What an import says, in words: the one place where the stable words of the importers become sentences, for the command
//! line and the app alike.
//!
//! A word that is not known here is shown in plain letters, so that a newer importer is never silent. Nothing here decides
//! or counts anything; what stood in the file goes through [`crate::text`].

use crate::text::{for_label, shorten};
use crate::words::Words;

/// Longest text of a file that is shown in a sentence, in characters.
const LONGEST: usize = 40;
/// Longest list of places.
const PLACES: usize = 80;

/// Why a row is held: `over 100 g`.
#[must_use]
pub fn held(words: &Words, reason: &str) -> String {
    words.import_held(reason, &plain(reason))
}

/// Why rows are left out: `somebody else's`.
#[must_use]
pub fn skipped(words: &Words, reason: &str) -> String {
    words.import_skipped(reason, &plain(reason))
}

/// In which way the diary has rows already: `imported before`.
#[must_use]
pub fn known(words: &Words, reason: &str) -> String {
    words.import_known(reason, &plain(reason))
}

/// `new`, `already there`, … for `new`, `duplicate`, `changed`, `held`, `skipped`.
#[must_use]
pub fn outcome(words: &Words, what: &str) -> String {
    words.import_outcome(what, &plain(what))
}

/// Something worth knowing, how often, and the first places in the file. `count` is already written.
#[must_use]
pub fn note(words: &Words, what: &str, count: &str, places: &[String]) -> String {
    let note = words.import_note(what, &plain(what));
    let places: Vec<String> = places
        .iter()
        .filter(|place| !place.is_empty())
        .map(|place| for_label(place))
        .collect();
    if places.is_empty() {
        words.import_note_all(&note, count)
    } else {
        words.import_note_at(&note, count, &shorten(&places.join(", "), PLACES))
    }
}

/// How many of something a file holds: `312 doses`. `None` when there is none.
#[must_use]
pub fn holds(words: &Words, what: &str, count: usize) -> Option<String> {
    (count > 0).then(|| words.import_holds(what, count as u64, &plain(what)))
}

/// A part of the file that was not taken, by its name there.
#[must_use]
pub fn section(words: &Words, name: &str) -> String {
    words.import_section(&name.replace(' ', "-"), &shorten(&plain(name), LONGEST))
}

/// Kinds of secret that were dropped: `a recovery code, tokens`.
#[must_use]
pub fn secrets(words: &Words, kinds: &[&str]) -> String {
    let kinds: Vec<String> = kinds
        .iter()
        .map(|kind| words.import_secret(&kind.replace(' ', "-"), &plain(kind)))
        .collect();
    kinds.join(", ")
}

/// A question by its id, `decimal` or `unit:pinch`.
#[must_use]
pub fn question(words: &Words, id: &str) -> String {
    let (kind, name) = kind_and_name(id);
    words.import_question(kind, &shorten(&for_label(name), LONGEST), &shorten(&plain(id), LONGEST))
}

/// Why it is asked; empty when that needs no words.
#[must_use]
pub fn why(words: &Words, id: &str) -> String {
    words.import_why(kind_and_name(id).0)
}

/// An answer that can be chosen, in words.
#[must_use]
pub fn answer(words: &Words, id: &str, answer: &str) -> String {
    words.import_answer(&which(id, answer), &plain(answer))
}

/// What choosing it means; empty when that needs no words.
#[must_use]
pub fn answer_hint(words: &Words, id: &str, answer: &str) -> String {
    words.import_answer_hint(&which(id, answer))
}

/// What a column holds, for the question `columns`: `date and time` for `when`, `not wanted` for `-`.
#[must_use]
pub fn column(words: &Words, word: &str) -> String {
    let name = if word == "-" { "none" } else { word };
    words.import_column_word(name, &plain(word))
}

/// A program's or format's name, harmless and short.
#[must_use]
pub fn name(written: &str) -> String {
    shorten(&for_label(written), 2 * LONGEST)
}

/// The kind of a question, and what of the file it is about.
#[must_use]
pub fn kind_and_name(id: &str) -> (&str, &str) {
    id.split_once(':').unwrap_or((id, ""))
}

fn which(id: &str, answer: &str) -> String {
    format!("{}-{answer}", kind_and_name(id).0)
}

fn plain(word: &str) -> String {
    for_label(word).replace('_', " ")
}
