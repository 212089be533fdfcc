//! The frozen JSON form of an entry, version 1.
//!
//! ```json
//! {"v":1,"id":"019…","clock":[1771000000000,0],"kind":"dose","body":{"when":"2026-02-13T17:26:40+01:00[Europe/Berlin]","amount":{"value":2.5,"unit":"gram"}}}
//! ```
//!
//! `origin` is present on imported entries. A kind or version this program does not know is kept as
//! [`Event::Unknown`] with the whole text, and [`write()`] gives that text back byte for byte.
//!
//! A field this program does not know, in a kind it knows, is read over: the entry is understood without it. It stays
//! in the stored record, which is never rewritten, and so in every sealed copy; an entry read here and written anew
//! does not have it. A new variant of an enum inside a body cannot be read over: it takes a new version.

use super::{Event, Unknown};
use crate::entry::{Entry, EntryId, Hlc, Origin};
use crate::error::ReadError;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The version this module reads and writes.
pub const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Envelope<'a> {
    v: u32,
    id: EntryId,
    clock: Hlc,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    body: Option<&'a RawValue>,
    #[serde(borrow, default)]
    origin: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct EnvelopeOut<'a, B: Serialize> {
    v: u32,
    id: EntryId,
    clock: Hlc,
    kind: &'a str,
    body: &'a B,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: &'a Option<Origin>,
}

/// Reads one entry.
///
/// # Errors
/// [`ReadError::Malformed`] when `text` is not JSON, has no envelope, or a known kind has a body of another shape.
pub fn read(text: &str) -> Result<Entry, ReadError> {
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|e| malformed("envelope", text, text, &e))?;
    let body = envelope.body.map_or("null", RawValue::get);
    let origin = envelope.origin.map_or("null", RawValue::get);
    let unknown = || {
        Event::Unknown(Unknown {
            kind: envelope.kind.clone().into_owned(),
            raw: text.to_owned(),
        })
    };
    let (event, origin) = if envelope.v == VERSION {
        let event = body_event(&envelope.kind, body).map_err(|e| malformed("body", text, body, &e))?;
        let origin = serde_json::from_str(origin).map_err(|e| malformed("origin", text, origin, &e))?;
        (event.unwrap_or_else(unknown), origin)
    } else {
        (unknown(), serde_json::from_str(origin).unwrap_or_default())
    };
    Ok(Entry {
        id: envelope.id,
        clock: envelope.clock,
        origin,
        event,
    })
}

/// Writes one entry. Its numbers must be finite: JSON has no others.
#[must_use]
pub fn write(entry: &Entry) -> String {
    match &entry.event {
        Event::Dose(b) => envelope(entry, b),
        Event::Amendment(b) => envelope(entry, b),
        Event::Retraction(b) => envelope(entry, b),
        Event::Product(b) => envelope(entry, b),
        Event::Batch(b) => envelope(entry, b),
        Event::CheckIn(b) => envelope(entry, b),
        Event::FeltEffect(b) => envelope(entry, b),
        Event::Craving(b) => envelope(entry, b),
        Event::CoUse(b) => envelope(entry, b),
        Event::Note(b) => envelope(entry, b),
        Event::Day(b) => envelope(entry, b),
        Event::ImportBatch(b) => envelope(entry, b),
        Event::Held(b) => envelope(entry, b),
        Event::Settings(b) => envelope(entry, b),
        Event::Person(b) => envelope(entry, b),
        Event::Forecast(b) => envelope(entry, b),
        Event::Learning(b) => envelope(entry, b),
        Event::Unknown(u) => u.raw.clone(),
    }
}

/// The stable word for an event's kind.
#[must_use]
pub fn kind(event: &Event) -> &str {
    match event {
        Event::Dose(_) => "dose",
        Event::Amendment(_) => "amendment",
        Event::Retraction(_) => "retraction",
        Event::Product(_) => "product",
        Event::Batch(_) => "batch",
        Event::CheckIn(_) => "check_in",
        Event::FeltEffect(_) => "felt_effect",
        Event::Craving(_) => "craving",
        Event::CoUse(_) => "co_use",
        Event::Note(_) => "note",
        Event::Day(_) => "day",
        Event::ImportBatch(_) => "import_batch",
        Event::Held(_) => "held",
        Event::Settings(_) => "settings",
        Event::Person(_) => "person",
        Event::Forecast(_) => "forecast",
        Event::Learning(_) => "learning",
        Event::Unknown(u) => &u.kind,
    }
}

/// The event of a known kind, or `None` for a kind of a newer program.
pub(crate) fn body_event(kind: &str, body: &str) -> Result<Option<Event>, serde_json::Error> {
    use serde_json::from_str as parse;
    Ok(Some(match kind {
        "dose" => Event::Dose(parse(body)?),
        "amendment" => Event::Amendment(parse(body)?),
        "retraction" => Event::Retraction(parse(body)?),
        "product" => Event::Product(parse(body)?),
        "batch" => Event::Batch(parse(body)?),
        "check_in" => Event::CheckIn(parse(body)?),
        "felt_effect" => Event::FeltEffect(parse(body)?),
        "craving" => Event::Craving(parse(body)?),
        "co_use" => Event::CoUse(parse(body)?),
        "note" => Event::Note(parse(body)?),
        "day" => Event::Day(parse(body)?),
        "import_batch" => Event::ImportBatch(parse(body)?),
        "held" => Event::Held(parse(body)?),
        "settings" => Event::Settings(parse(body)?),
        "person" => Event::Person(parse(body)?),
        "forecast" => Event::Forecast(parse(body)?),
        "learning" => Event::Learning(parse(body)?),
        _ => return Ok(None),
    }))
}

/// The body of a known event as a JSON value, for amending.
pub(crate) fn body_value(event: &Event) -> Option<serde_json::Value> {
    use serde_json::to_value;
    match event {
        Event::Dose(b) => to_value(b).ok(),
        Event::Product(b) => to_value(b).ok(),
        Event::Batch(b) => to_value(b).ok(),
        Event::CheckIn(b) => to_value(b).ok(),
        Event::FeltEffect(b) => to_value(b).ok(),
        Event::Craving(b) => to_value(b).ok(),
        Event::CoUse(b) => to_value(b).ok(),
        Event::Note(b) => to_value(b).ok(),
        Event::Day(b) => to_value(b).ok(),
        Event::Held(b) => to_value(b).ok(),
        Event::Person(b) => to_value(b).ok(),
        // What was shown was shown: a kept forecast is not amended.
        Event::Amendment(_)
        | Event::Retraction(_)
        | Event::ImportBatch(_)
        | Event::Settings(_)
        | Event::Learning(_)
        | Event::Forecast(_)
        | Event::Unknown(_) => None,
    }
}

fn envelope<B: Serialize>(entry: &Entry, body: &B) -> String {
    let kind = kind(&entry.event);
    let out = EnvelopeOut {
        v: VERSION,
        id: entry.id,
        clock: entry.clock,
        kind,
        body,
        origin: &entry.origin,
    };
    serde_json::to_string(&out)
        .unwrap_or_else(|_| unreachable!("events hold only strings, numbers and maps with string keys"))
}

/// What was wrong with `part` of `text`, and where, counted from the beginning of `text`.
fn malformed(what: &'static str, text: &str, part: &str, error: &serde_json::Error) -> ReadError {
    let lines_before: usize = part
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    // A part that stands for a missing one is not inside the text.
    let starts_at = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let starts_at = if starts_at <= text.len() { starts_at } else { 0 };
    ReadError::Malformed {
        what,
        at: starts_at + lines_before + error.column(),
    }
}
