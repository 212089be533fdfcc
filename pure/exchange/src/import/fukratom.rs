//! fukratom: a day of stopping, days of use, notes.

use super::gather::{self, Gather, Given, Spot};
use super::json::{Object, Value};
use super::row::{Format, Reading};
use super::secrets::Dropped;
use ebb_core::event::{DaySays, DayStatement, Event, Note, NoteKind, Precision};

/// Reads an export.
pub(crate) fn read(given: Given<'_>, export: &Object, dropped: Dropped) -> Reading {
    let format = Format {
        id: "fukratom",
        name: "fukratom (JSON)".to_owned(),
        version: None,
    };
    let mut gather = Gather::new(given, format, dropped, None);
    if let Some(settings) = export.object("settings") {
        quit_day(&mut gather, settings);
    }
    for (i, day) in export.list("relapses").iter().enumerate() {
        day_of_use(&mut gather, format!("relapses[{i}]"), day);
    }
    for (key, value) in export.object("notes").into_iter().flat_map(Object::iter) {
        let spot = Spot::named(format!("notes.{key}"), Some(&format!("note/{key}")));
        match gather.words(&spot.place, value.text()) {
            Some(text) => note(&mut gather, spot, Some(key), text, NoteKind::Plain, value),
            None => gather.skip(spot, "empty_note"),
        }
    }
    for (key, value) in export.iter() {
        if !["settings", "relapses", "notes"].contains(&key) && *value != Value::Null {
            gather.leave(key, 1);
        }
    }
    gather.finish()
}

fn quit_day(gather: &mut Gather<'_>, settings: &Object) {
    for (key, value) in settings.iter() {
        if !["quitDate", "reason"].contains(&key) && *value != Value::Null {
            gather.leave(if key == "dailyCost" { "daily cost" } else { "settings" }, 1);
        }
    }
    let Some(date) = settings.get("quitDate") else {
        return;
    };
    let reason = gather.words("settings.reason", settings.text("reason"));
    let text = reason.unwrap_or_else(|| "quitDate".to_owned());
    let spot = Spot::named("settings.quitDate".to_owned(), Some("quitDate"));
    note(gather, spot, date.text(), text, NoteKind::Milestone, date);
}

fn note(gather: &mut Gather<'_>, spot: Spot, day: Option<&str>, text: String, kind: NoteKind, row: &Value) {
    // Dates may come with a time of day; only the day is meant.
    let day = day.and_then(|text| gather::date(text.get(..10)?));
    match day.ok_or("no_such_date").and_then(|day| gather.day(day)) {
        Ok(when) => gather.entry(
            spot,
            Event::Note(Note {
                when,
                precision: Precision::Day,
                text,
                kind,
            }),
        ),
        Err(reason) => gather.hold(spot, reason, row),
    }
}

fn day_of_use(gather: &mut Gather<'_>, place: String, value: &Value) {
    let day = value.text().and_then(|text| gather::date(text.get(..10)?));
    let checked = day.ok_or("no_such_date").and_then(|day| gather.day(day).map(|_| day));
    match checked {
        Ok(day) => gather.entry(
            Spot::named(place, Some(&format!("relapse/{day}"))),
            Event::Day(DayStatement {
                day,
                says: DaySays::Unknown,
                note: None,
            }),
        ),
        Err(reason) => gather.hold(Spot::new(place), reason, value),
    }
}
