//! Entries, one line or one whole.

use crate::form::{DoseForm, When};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::{Event, Precision, v1};
use ebb_core::view::Frame;
use ebb_core::view::entries::EntryRow;
use ebb_present::screen::{Voice, entries as screen};
use serde::{Deserialize, Serialize};

/// One entry in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryLine {
    /// Its name.
    pub id: EntryId,
    /// Stable word of its kind, for an icon: `dose`, `check_in`, …
    pub kind: String,
    /// The time of day, if known.
    pub time: Option<String>,
    /// What it says.
    pub said: String,
    /// Whether it was changed after writing.
    pub is_amended: bool,
    /// Whether an import brought it.
    pub is_imported: bool,
}

/// One entry, to look at or change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryDetail {
    /// The line.
    pub line: EntryLine,
    /// A dose, as the form to change it.
    pub dose: Option<DoseForm>,
    /// The words of a note, or the note of anything else that has one.
    pub words: Option<String>,
    /// The day it belongs to, `2026-02-03`.
    pub day: Option<String>,
}

/// Builds a line.
pub(crate) fn entry_line(voice: &Voice, frame: &Frame, diary: &Diary, row: &EntryRow) -> EntryLine {
    EntryLine {
        id: row.id,
        kind: v1::kind(&row.event).to_owned(),
        time: (precision(&row.event) == Precision::Minute)
            .then(|| {
                row.when
                    .as_ref()
                    .map(|when| voice.numbers.clock_time(when.wall().time()))
            })
            .flatten(),
        said: screen::said(voice, frame, diary, &row.event),
        is_amended: row.is_amended,
        is_imported: row.is_imported,
    }
}

/// Builds the whole.
pub(crate) fn detail(voice: &Voice, frame: &Frame, diary: &Diary, row: &EntryRow) -> EntryDetail {
    let dose = match &row.event {
        Event::Dose(dose) => Some(DoseForm {
            when: match dose.precision {
                Precision::Minute => When::Wall(super::logging::minutes(dose.when.wall())),
                Precision::Day => When::DayOnly(dose.when.wall().date().to_string()),
            },
            amount: dose.amount.clone(),
            product: dose.product,
            over_min: dose.over_min,
            stomach: dose.stomach,
            reason: dose.reason.clone().unwrap_or_default(),
            mood: dose.mood.clone().unwrap_or_default(),
            note: dose.note.clone().unwrap_or_default(),
        }),
        _ => None,
    };
    EntryDetail {
        line: entry_line(voice, frame, diary, row),
        dose,
        words: words_of(&row.event),
        day: row
            .when
            .as_ref()
            .map(|when| ebb_core::day::of(when, diary.day_start).to_string()),
    }
}

fn words_of(event: &Event) -> Option<String> {
    let note = |note: &Option<String>| Some(note.clone().unwrap_or_default());
    match event {
        Event::Note(words) => Some(words.text.clone()),
        Event::CheckIn(entry) => note(&entry.note),
        Event::FeltEffect(entry) => note(&entry.note),
        Event::Craving(entry) => note(&entry.note),
        Event::CoUse(entry) => note(&entry.note),
        Event::Day(entry) => note(&entry.note),
        Event::Product(entry) => note(&entry.note),
        Event::Batch(entry) => note(&entry.note),
        Event::Dose(_)
        | Event::Amendment(_)
        | Event::Retraction(_)
        | Event::ImportBatch(_)
        | Event::Held(_)
        | Event::Settings(_)
        | Event::Unknown(_) => None,
    }
}

fn precision(event: &Event) -> Precision {
    match event {
        Event::Dose(entry) => entry.precision,
        Event::CheckIn(entry) => entry.precision,
        Event::Craving(entry) => entry.precision,
        Event::CoUse(entry) => entry.precision,
        Event::Note(entry) => entry.precision,
        Event::FeltEffect(_) | Event::Batch(_) => Precision::Minute,
        Event::Amendment(_)
        | Event::Retraction(_)
        | Event::Product(_)
        | Event::Day(_)
        | Event::ImportBatch(_)
        | Event::Held(_)
        | Event::Settings(_)
        | Event::Unknown(_) => Precision::Day,
    }
}
