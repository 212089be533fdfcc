//! `ebb entries`, `amend`, `remove`, `undo`: what was written, and changing one's mind. Nothing is ever deleted.

use super::when;
use crate::args::{Amend, Entries, Remove};
use crate::error::Usage;
use crate::session::Session;
use crate::term;
use anyhow::{Result, bail};
use ebb_core::entry::Entry;
use ebb_core::event::{Amendment, Event, Retraction};
use ebb_core::view::entries;
use ebb_present::screen;
use serde_json::{Map, Value, json};

/// The newest entries.
pub(super) fn list(args: &Entries, json: bool) -> Result<()> {
    let session = Session::open()?;
    let rows = entries::newest(&session.diary, args.n);
    if json {
        let rows: Vec<Value> = rows
            .iter()
            .map(|row| {
                json!({
                    "id": row.id.to_string(),
                    "name": row.id.short(),
                    "kind": entries::kind(row),
                    "when": row.when.as_ref().map(ebb_core::moment::Moment::to_text),
                    "is_amended": row.is_amended,
                    "is_imported": row.is_imported,
                })
            })
            .collect();
        return term::say_json(&json!({ "entries": rows }));
    }
    term::say(&screen::entries::list(
        &voice(&session),
        &session.frame,
        &session.diary,
        &rows,
    ))
}

/// Changes fields of one entry.
pub(super) fn amend(args: &Amend, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let entry = session.named(&args.entry)?;
    let changes = changes(args, &session)?;
    if changes.is_empty() {
        bail!(Usage::new(
            "nothing to change was named",
            "for example: ebb amend last --amount 2g"
        ));
    }
    check(&session, &entry, &changes)?;
    session.write(vec![Event::Amendment(Amendment {
        target: entry.id,
        changes,
    })])?;
    say_entry(&session, &entry, json, "amended")
}

/// The patch would be ignored by the fold if the entry could not be read after it: say so now.
fn check(session: &Session, entry: &Entry, changes: &Map<String, Value>) -> Result<()> {
    let amendment = Event::Amendment(Amendment {
        target: entry.id,
        changes: changes.clone(),
    });
    let clock = session.diary.last_clock.next(session.frame.now.as_millisecond());
    let id = ebb_core::entry::EntryId::from_parts(session.frame.now.as_millisecond(), [0; 10]);
    let trial = Entry {
        id,
        clock,
        origin: None,
        event: amendment,
    };
    let diary = ebb_core::fold::fold(session.entries.iter().chain([&trial]));
    let is_ignored = diary
        .notices
        .iter()
        .any(|n| matches!(n, ebb_core::diary::Notice::AmendmentIgnored { id } if *id == entry.id));
    if is_ignored {
        bail!(Usage::new(
            "this entry cannot hold that",
            "docs/json.md lists the fields of each kind of entry"
        ));
    }
    Ok(())
}

fn changes(args: &Amend, session: &Session) -> Result<Map<String, Value>> {
    let mut changes = Map::new();
    if let Some(amount) = &args.amount {
        let draft = ebb_core::phrase::read(amount, session.frame.now, &session.frame.zone)?;
        // A merge patch keeps fields it does not name: an error stated for the old amount must go.
        let mut value = serde_json::to_value(draft.amount)?;
        if let Some(fields) = value.as_object_mut() {
            for field in ["sd", "each", "unit_name"] {
                fields.entry(field).or_insert(Value::Null);
            }
        }
        changes.insert("amount".into(), value);
    }
    if args.unknown_amount {
        changes.insert("amount".into(), Value::Null);
    }
    if args.when.is_some() {
        let moment = when::moment(args.when.as_deref(), &session.frame)?;
        changes.insert("when".into(), moment.to_text().into());
    }
    if let Some(name) = &args.product {
        let Some(product) = session.diary.product_named(name) else {
            bail!(Usage::new("no product has this name", "`ebb product` lists them"));
        };
        changes.insert("product".into(), product.id.to_string().into());
    }
    if let Some(minutes) = args.over_min {
        changes.insert("over_min".into(), minutes.into());
    }
    for (field, text) in [("reason", &args.reason), ("note", &args.note)] {
        if let Some(text) = text {
            changes.insert(
                field.into(),
                if text.is_empty() {
                    Value::Null
                } else {
                    text.clone().into()
                },
            );
        }
    }
    for field in &args.fields {
        let Some((name, value)) = field.split_once('=') else {
            bail!(Usage::new(
                "a field needs a name and a value",
                "for example: --field over_min=30"
            ));
        };
        changes.insert(
            name.to_owned(),
            serde_json::from_str(value).unwrap_or_else(|_| Value::String(value.to_owned())),
        );
    }
    Ok(changes)
}

/// Removes one entry, or an import with all it brought; brings a removed one back.
pub(super) fn remove(args: &Remove, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let entry = session.named(&args.entry)?;
    let line = screen::entries::line(&voice(&session), &session.frame, &session.diary, &entry);
    let retractions = entries::retractions_of(&session.entries, entry.id);
    let is_back = !retractions.is_empty();
    if is_back {
        session.write(
            retractions
                .into_iter()
                .map(|target| Event::Retraction(Retraction { target }))
                .collect(),
        )?;
    } else {
        session.retract(entry.id)?;
    }
    let what = if is_back { "restored" } else { "removed" };
    if json {
        return term::say_json(&json!({ what: entry.id.to_string() }));
    }
    let name = entry.id.short();
    term::say(&if is_back {
        format!("Back in the diary: {line}")
    } else {
        format!("Removed: {line}\n\nNothing is deleted: `ebb remove {name}` again brings it back.")
    })
}

/// Takes back the last thing written by hand.
pub(super) fn undo(json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let Some(id) = entries::undo_target(&session.entries) else {
        bail!(Usage::new(
            "there is nothing to take back",
            "`ebb entries` shows what is there"
        ));
    };
    let Some(entry) = session.entries.iter().find(|e| e.id == id).cloned() else {
        return Ok(());
    };
    let line = screen::entries::line(&voice(&session), &session.frame, &session.diary, &entry);
    session.retract(id)?;
    if json {
        return term::say_json(&json!({ "undone": id.to_string(), "kind": ebb_core::event::v1::kind(&entry.event) }));
    }
    term::say(&format!(
        "Taken back: {line}\n\n`ebb remove {}` brings it back.",
        id.short()
    ))
}

fn say_entry(session: &Session, entry: &Entry, json: bool, what: &str) -> Result<()> {
    if json {
        return term::say_json(&json!({ what: entry.id.to_string() }));
    }
    term::say(&screen::entries::line(
        &voice(session),
        &session.frame,
        &session.diary,
        entry,
    ))
}

/// The voice of the terminal.
pub(super) fn voice(session: &Session) -> screen::Voice {
    screen::Voice::new(term::words(), term::numbers(), session.frame.zone.clone())
}
