//! Entries, one line or one whole.

use super::telling::Teller;
use super::told::Told;
use super::{LogPad, logging};
use crate::form::{DoseForm, When};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::{Dose, Event, FeltEffect, Precision, v1};
use ebb_core::view::Frame;
use ebb_core::view::entries::EntryRow;
use ebb_present::screen::{Voice, entries as screen};
use ebb_present::{imports, text};
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
    /// What it says, in one line.
    pub said: String,
    /// What it is: `2.5 g green`.
    pub title: Told,
    /// What else it says; may be empty.
    pub detail: Told,
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
    /// When it happened: `Tue Feb 3, 14:30`.
    pub when: Option<String>,
    /// A dose, as the form to change it.
    pub dose: Option<DoseForm>,
    /// What the form can be filled in with.
    pub pad: Option<LogPad>,
    /// How the dose felt, as far as it was said.
    pub felt: Option<Felt>,
    /// The words of a note, or the note of anything else that has one.
    pub words: Option<String>,
    /// A row of an import that waits.
    pub held: Option<HeldRow>,
    /// The day it belongs to, `2026-02-03`.
    pub day: Option<String>,
    /// The same in words, as the way back.
    pub day_name: Option<String>,
    /// Whether that day is today.
    pub is_today: bool,
}

/// How a dose felt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Felt {
    /// 0 to 10.
    pub strength: Option<f64>,
    /// Hours.
    pub hours: Option<f64>,
    /// `6 of 10, 3 h`; empty while nothing was said.
    pub said: Told,
    /// The entry that says so, to take it back.
    pub id: Option<EntryId>,
    /// How long it can have lasted.
    pub choices: Vec<HoursChoice>,
}

/// A length of time to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HoursChoice {
    /// In hours.
    pub hours: f64,
    /// `3 h`.
    pub said: String,
}

/// A row of an import that waits for a person's eye.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldRow {
    /// Where in the file.
    pub place: String,
    /// Why, in words.
    pub reason: String,
    /// The row as it stood there.
    pub row: String,
}

/// Lengths of an effect that are offered, hours.
const HOURS: [f64; 9] = [0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 12.0];

/// Builds a line.
pub(crate) fn entry_line(voice: &Voice, frame: &Frame, diary: &Diary, row: &EntryRow) -> EntryLine {
    let lines = Teller { voice, diary }.tell(row.id, &row.event);
    let clock = |row: &EntryRow| {
        row.when
            .as_ref()
            .map(|when| voice.numbers.clock_time(when.wall().time()))
    };
    EntryLine {
        id: row.id,
        kind: v1::kind(&row.event).to_owned(),
        time: (precision(&row.event) == Precision::Minute)
            .then(|| clock(row))
            .flatten(),
        said: screen::said(voice, frame, diary, &row.event),
        title: lines.title,
        detail: lines.detail,
        is_amended: row.is_amended,
        is_imported: row.is_imported,
    }
}

/// What was just written, in half a sentence: `2.5 g green, today 14:30`. Figures are marked.
pub(crate) fn said_in_short(voice: &Voice, frame: &Frame, diary: &Diary, event: &Event) -> String {
    let title = Teller { voice, diary }.tell(EntryId::NONE, event).title.into_marked();
    let at = |when, precision| format!("{title}, {}", voice.happened(when, precision, frame));
    match event {
        Event::Dose(entry) if entry.product.is_none() && entry.amount.is_none() => {
            let when = voice.happened(&entry.when, entry.precision, frame);
            format!("{}, {when}", voice.words.log_unknown_dose())
        }
        Event::Dose(entry) => at(&entry.when, entry.precision),
        Event::CheckIn(entry) => at(&entry.when, entry.precision),
        Event::Craving(entry) => at(&entry.when, entry.precision),
        Event::CoUse(entry) => at(&entry.when, entry.precision),
        Event::Note(entry) => at(&entry.when, entry.precision),
        Event::Batch(entry) => at(&entry.opened, Precision::Minute),
        Event::Day(entry) => format!("{title}, {}", voice.day(entry.day, frame)),
        Event::FeltEffect(_)
        | Event::Product(_)
        | Event::Person(_)
        | Event::Amendment(_)
        | Event::Retraction(_)
        | Event::ImportBatch(_)
        | Event::Held(_)
        | Event::Settings(_)
        | Event::Learning(_)
        | Event::Forecast(_)
        | Event::Unknown(_) => title,
    }
}

/// Builds the whole.
pub(crate) fn detail(voice: &Voice, frame: &Frame, diary: &Diary, row: &EntryRow) -> EntryDetail {
    let dose = match &row.event {
        Event::Dose(dose) => Some(dose),
        _ => None,
    };
    let held = match &row.event {
        Event::Held(held) => Some(HeldRow {
            place: text::for_label(&held.place),
            reason: imports::held(&voice.words, &held.reason),
            row: text::for_label(&held.row),
        }),
        _ => None,
    };
    let when = row.when.as_ref().map(|when| {
        let date = voice.numbers.date_with_weekday(when.wall().date());
        match precision(&row.event) {
            Precision::Minute => format!("{date}, {}", voice.numbers.clock_time(when.wall().time())),
            Precision::Day => date,
        }
    });
    let day = day_of(diary, row);
    EntryDetail {
        line: entry_line(voice, frame, diary, row),
        when: when.or_else(|| day.map(|day| voice.numbers.date_with_weekday(day))),
        dose: dose.map(form_of),
        pad: dose.map(|dose| pad_for(voice, frame, diary, dose)),
        felt: dose.map(|dose| felt(voice, frame, diary, row.id, dose)),
        words: words_of(&row.event),
        held,
        day: day.map(|day| day.to_string()),
        day_name: day.map(|day| voice.numbers.date_with_weekday(day)),
        is_today: day == Some(frame.today()),
    }
}

/// A dose as the form that would write it.
pub(crate) fn form_of(dose: &Dose) -> DoseForm {
    DoseForm {
        when: match dose.precision {
            Precision::Minute => When::Wall(logging::minutes(dose.when.wall())),
            Precision::Day => When::DayOnly(dose.when.wall().date().to_string()),
        },
        amount: dose.amount.clone(),
        product: dose.product,
        new_product: String::new(),
        over_min: dose.over_min,
        stomach: dose.stomach,
        reason: dose.reason.clone().unwrap_or_default(),
        mood: dose.mood.clone().unwrap_or_default(),
        note: dose.note.clone().unwrap_or_default(),
    }
}

/// What the form offers; the unit of the dose is there under the name the person gave it.
fn pad_for(voice: &Voice, frame: &Frame, diary: &Diary, dose: &Dose) -> LogPad {
    let mut pad = logging::log_pad(voice, diary, frame);
    let named = dose
        .amount
        .as_ref()
        .map(|quantity| (quantity.unit, &quantity.unit_name));
    if let Some((unit, name)) = named
        && let Some(choice) = pad.units.iter_mut().find(|choice| choice.unit == unit)
    {
        choice.is_shown = true;
        if let Some(name) = name {
            choice.name = text::for_label(name);
            choice.name_of_one = choice.name.clone();
        }
    }
    pad
}

/// What was said of how a dose felt, and what can still be said.
pub(crate) fn felt(voice: &Voice, frame: &Frame, diary: &Diary, id: EntryId, dose: &Dose) -> Felt {
    let mut said = diary.felt_effects.iter().filter(|felt| felt.body.dose == Some(id));
    let last = said.next_back();
    let teller = Teller { voice, diary };
    let body = |pick: fn(&FeltEffect) -> Option<f64>| last.and_then(|felt| pick(&felt.body));
    let passed_h = match dose.precision {
        Precision::Minute => ebb_core::bridge::hours_between(dose.when.at, frame.now),
        // The time of day is not known, so neither is how much of it has passed.
        Precision::Day => f64::INFINITY,
    };
    Felt {
        strength: body(|felt| felt.strength),
        hours: body(|felt| felt.duration_h),
        said: Told::from(last.and_then(|felt| teller.felt(&felt.body)).unwrap_or_default()),
        id: last.map(|felt| felt.id),
        choices: hours_choices(&teller, passed_h),
    }
}

/// Lengths that fit into the time that has passed.
pub(crate) fn hours_choices(teller: &Teller<'_>, passed_h: f64) -> Vec<HoursChoice> {
    let fits = HOURS.into_iter().filter(|hours| *hours <= passed_h);
    fits.map(|hours| HoursChoice {
        hours,
        said: teller.minutes(hours * 60.0),
    })
    .collect()
}

fn day_of(diary: &Diary, row: &EntryRow) -> Option<jiff::civil::Date> {
    match &row.event {
        Event::Dose(dose) => Some(diary.day_of_dose(dose)),
        Event::Day(statement) => Some(statement.day),
        _ => row.when.as_ref().map(|when| ebb_core::day::of(when, diary.day_start)),
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
        Event::Person(entry) => note(&entry.note),
        Event::Dose(_)
        | Event::Amendment(_)
        | Event::Retraction(_)
        | Event::ImportBatch(_)
        | Event::Held(_)
        | Event::Settings(_)
        | Event::Learning(_)
        | Event::Forecast(_)
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
        | Event::Person(_)
        | Event::Settings(_)
        | Event::Learning(_)
        | Event::Forecast(_)
        | Event::Unknown(_) => Precision::Day,
    }
}

#[cfg(test)]
#[path = "entries/tests.rs"]
mod tests;
