//! Bringing a diary in: what a file holds, what it leaves open, and what became of it.

use ebb_core::diary::Import;
use ebb_core::entry::EntryId;
use ebb_exchange::import::row::AnswerKind;
use ebb_exchange::import::{Question, Report};
use ebb_present::screen::Voice;
use ebb_present::text::{for_label, shorten};
use serde::{Deserialize, Serialize};

/// What would happen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// `Read as: …`.
    pub format: String,
    /// From when to when, if dated.
    pub span: Option<String>,
    /// Least, middle and most grams a day, worded, to notice a wrong unit.
    pub grams: Option<String>,
    /// What happens to how many rows: word, number, reasons.
    pub counts: Vec<(String, u64, String)>,
    /// What the file holds: `312 doses`, `4 of unknown amount`.
    pub holds: Vec<String>,
    /// Worth knowing.
    pub notes: Vec<String>,
    /// What the file leaves open.
    pub questions: Vec<ImportQuestion>,
    /// Whether importing would change anything.
    pub has_news: bool,
}

/// One open question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportQuestion {
    /// Stable id.
    pub id: String,
    /// The question, worded.
    pub asks: String,
    /// `3 rows`.
    pub rows: String,
    /// Cells it is about.
    pub examples: Vec<String>,
    /// Choices as (answer, words); empty when the answer is typed.
    pub choices: Vec<(String, String)>,
    /// How to type the answer, when there is no choice.
    pub typed_as: String,
    /// What holds until someone answers.
    pub careful: String,
    /// The answer given.
    pub given: Option<String>,
}

/// What became of an import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportDone {
    /// One sentence.
    pub said: String,
    /// Counts, as in the preview.
    pub counts: Vec<(String, u64, String)>,
    /// What to do with the file.
    pub advice: String,
    /// The import, to take it back; `None` when nothing was new.
    pub id: Option<EntryId>,
}

/// An import that counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportLine {
    /// Remove this to take it back.
    pub id: EntryId,
    /// What it was and when.
    pub said: String,
}

/// Builds the preview.
pub(crate) fn preview(voice: &Voice, report: &Report) -> ImportPreview {
    let numbers = &voice.numbers;
    let found = &report.found;
    ImportPreview {
        format: voice.words.import_found(&report.format_name),
        span: found
            .first_day
            .zip(found.last_day)
            .map(|(first, last)| format!("{} – {}", numbers.date_full(first), numbers.date_full(last))),
        grams: found.grams_per_day.map(|[least, middle, most]| {
            format!(
                "{} · {} · {}",
                numbers.amount_exact(Some(round2(least)), "g"),
                numbers.amount_exact(Some(round2(middle)), "g"),
                numbers.amount_exact(Some(round2(most)), "g")
            )
        }),
        counts: counts(report),
        holds: Vec::new(),
        notes: report
            .warnings
            .iter()
            .map(|(what, (n, places))| {
                format!(
                    "{} ({n}×, {})",
                    plain(what),
                    shorten(&for_label(&places.join(", ")), 60)
                )
            })
            .collect(),
        questions: report.questions.iter().map(question).collect(),
        has_news: report.new + report.changed + report.held > 0,
    }
}

fn counts(report: &Report) -> Vec<(String, u64, String)> {
    let why = |reasons: &std::collections::BTreeMap<&'static str, usize>| {
        let why: Vec<String> = reasons.iter().map(|(why, n)| format!("{n} {}", plain(why))).collect();
        why.join(", ")
    };
    vec![
        ("new".to_owned(), report.new as u64, String::new()),
        (
            "duplicate".to_owned(),
            report.duplicate as u64,
            why(&report.duplicate_reasons),
        ),
        ("changed".to_owned(), report.changed as u64, String::new()),
        ("held".to_owned(), report.held as u64, why(&report.held_reasons)),
        (
            "skipped".to_owned(),
            report.skipped as u64,
            why(&report.skipped_reasons),
        ),
    ]
}

fn question(question: &Question) -> ImportQuestion {
    let (choices, typed_as) = match &question.answers {
        AnswerKind::OneOf(words) => (
            words.iter().map(|w| ((*w).to_owned(), plain(w))).collect(),
            String::new(),
        ),
        AnswerKind::Number(unit) => (Vec::new(), (*unit).to_owned()),
        AnswerKind::Zone => (Vec::new(), "Europe/Berlin".to_owned()),
        AnswerKind::Columns => (Vec::new(), "date,time,amount,note,-".to_owned()),
        AnswerKind::Product => (
            Vec::new(),
            "leaf | extract:112.5mg | 7oh:15mg | other | not_mine".to_owned(),
        ),
    };
    ImportQuestion {
        id: question.id.clone(),
        asks: plain(&question.id),
        rows: question.n_rows.to_string(),
        examples: question
            .examples
            .iter()
            .take(3)
            .map(|e| shorten(&for_label(e), 24))
            .collect(),
        choices,
        typed_as,
        careful: question.careful.clone(),
        given: question.given.clone(),
    }
}

/// Builds what became of it.
pub(crate) fn done(voice: &Voice, report: &Report, id: Option<EntryId>) -> ImportDone {
    ImportDone {
        said: match id {
            Some(_) => voice.words.import_added(report.new as u64),
            None => voice.words.import_nothing_new(),
        },
        counts: counts(report),
        advice: String::new(),
        id,
    }
}

/// The preview of Ebb's own file: the same entries under the same ids.
pub(crate) fn own_preview(voice: &Voice, n_new: usize) -> ImportPreview {
    ImportPreview {
        format: voice.words.import_found(&voice.words.app_name()),
        span: None,
        grams: None,
        counts: vec![("new".to_owned(), n_new as u64, String::new())],
        holds: Vec::new(),
        notes: Vec::new(),
        questions: Vec::new(),
        has_news: n_new > 0,
    }
}

/// What became of Ebb's own file.
pub(crate) fn own_done(voice: &Voice, n_new: usize) -> ImportDone {
    ImportDone {
        said: voice.words.import_added(n_new as u64),
        counts: vec![("new".to_owned(), n_new as u64, String::new())],
        advice: String::new(),
        id: None,
    }
}

/// Builds a line of the list.
pub(crate) fn import_line(voice: &Voice, import: &Import) -> ImportLine {
    ImportLine {
        id: import.id,
        said: voice.words.kind_import(import.batch.rows, &import.batch.format),
    }
}

fn plain(word: &str) -> String {
    word.replace('_', " ")
}

fn round2(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
