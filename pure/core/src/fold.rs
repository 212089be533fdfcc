//! Entries in, diary out. Never fails, and does not care in which order the entries come.
//!
//! Order is settled by clock, then id. A retraction takes its target back unless it is itself taken back. Amendments
//! apply in clock order, so the latest says what a field holds.

use crate::diary::{Diary, Import, ImportedRow, Logged, Notice};
use crate::entry::{Entry, EntryId};
use crate::event::{Amendment, Event, v1};
use std::collections::{BTreeMap, BTreeSet};

/// The diary that `entries` tell.
#[must_use]
pub fn fold(entries: impl IntoIterator<Item = Entry>) -> Diary {
    let mut entries: Vec<Entry> = entries.into_iter().collect();
    let in_order = entries
        .windows(2)
        .all(|w| (w[0].clock, w[0].id) <= (w[1].clock, w[1].id));
    if !in_order {
        entries.sort_by_key(|e| (e.clock, e.id));
    }
    entries.dedup_by_key(|e| e.id);

    let dead = dead(&entries);
    let mut diary = Diary::empty();
    let amended = amendments(&entries, &dead);
    for entry in entries {
        diary.last_clock = diary.last_clock.max(entry.clock);
        if let (Some(origin), false) = (&entry.origin, batch_is_dead(&entry, &dead)) {
            let id = match &entry.event {
                Event::Amendment(a) => a.target,
                _ => entry.id,
            };
            let row = ImportedRow {
                id,
                print: origin.print.clone(),
                earlier: Vec::new(),
            };
            if let Some(mut before) = diary.imported.insert(origin.key.clone(), row)
                && let Some(row) = diary.imported.get_mut(&origin.key)
            {
                before.earlier.push(before.print);
                row.earlier = before.earlier;
            }
        }
        if is_dead(&entry, &dead) {
            diary.n_retracted += 1;
            continue;
        }
        let patches = amended.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        place(&mut diary, entry, patches);
    }
    diary.settle();
    diary
}

/// The entries that count, amendments applied, in order of clock and id: what a copy of the diary must hold.
///
/// Amendments and retractions themselves are left out, except for what a later import must still know: of an imported
/// entry that was removed by hand, and of an amendment an import made, an amendment without changes stays, under its
/// own id and origin, so that the row is neither brought back nor changed twice.
#[must_use]
pub fn live(entries: impl IntoIterator<Item = Entry>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = entries.into_iter().collect();
    entries.sort_by_key(|e| (e.clock, e.id));
    entries.dedup_by_key(|e| e.id);
    let dead = dead(&entries);
    let amended = amendments(&entries, &dead);
    let mut notices = Diary::empty();
    entries
        .into_iter()
        .filter(|entry| !batch_is_dead(entry, &dead))
        .filter_map(|entry| {
            let is_dead = dead.contains(&entry.id);
            let target = match &entry.event {
                Event::Amendment(a) => a.target,
                Event::Retraction(_) => EntryId::NONE,
                _ if is_dead => EntryId::NONE,
                _ => {
                    let patches = amended.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
                    let (event, _) = amend(&mut notices, entry.id, entry.event, patches);
                    return Some(Entry { event, ..entry });
                }
            };
            let changes = serde_json::Map::new();
            let event = Event::Amendment(Amendment { target, changes });
            entry.origin.is_some().then_some(Entry { event, ..entry })
        })
        .collect()
}

/// Ids of entries taken back, newest first so that a taken-back retraction has no effect.
fn dead(entries: &[Entry]) -> BTreeSet<EntryId> {
    let mut dead = BTreeSet::new();
    for entry in entries.iter().rev() {
        // A retraction that an import wrote goes with its import.
        if let (Event::Retraction(r), false) = (&entry.event, is_dead(entry, &dead)) {
            dead.insert(r.target);
        }
    }
    dead
}

fn batch_is_dead(entry: &Entry, dead: &BTreeSet<EntryId>) -> bool {
    entry.origin.as_ref().is_some_and(|o| dead.contains(&o.batch))
}

fn is_dead(entry: &Entry, dead: &BTreeSet<EntryId>) -> bool {
    dead.contains(&entry.id) || batch_is_dead(entry, dead)
}

type Patches = Vec<serde_json::Map<String, serde_json::Value>>;

fn amendments(entries: &[Entry], dead: &BTreeSet<EntryId>) -> BTreeMap<EntryId, Patches> {
    let mut found: BTreeMap<EntryId, Patches> = BTreeMap::new();
    for entry in entries {
        if let (Event::Amendment(a), false) = (&entry.event, is_dead(entry, dead)) {
            found.entry(a.target).or_default().push(a.changes.clone());
        }
    }
    found
}

fn place(diary: &mut Diary, entry: Entry, patches: &[serde_json::Map<String, serde_json::Value>]) {
    let Entry {
        id,
        clock,
        origin,
        event,
    } = entry;
    let (event, is_amended) = amend(diary, id, event, patches);
    macro_rules! logged {
        ($body:expr) => {
            Logged {
                id,
                clock,
                origin,
                is_amended,
                body: $body,
            }
        };
    }
    match event {
        Event::Dose(b) => diary.doses.push(logged!(b)),
        Event::Product(b) => diary.products.push(logged!(b)),
        Event::Batch(b) => diary.batches.push(logged!(b)),
        Event::CheckIn(b) => diary.check_ins.push(logged!(b)),
        Event::FeltEffect(b) => diary.felt_effects.push(logged!(b)),
        Event::Craving(b) => diary.cravings.push(logged!(b)),
        Event::CoUse(b) => diary.co_uses.push(logged!(b)),
        Event::Note(b) => diary.notes.push(logged!(b)),
        Event::Day(b) => diary.days.push(logged!(b)),
        Event::Held(b) => diary.held.push(logged!(b)),
        Event::ImportBatch(b) => diary.imports.push(Import { id, clock, batch: b }),
        Event::Settings(s) => diary.apply_settings(&s),
        Event::Unknown(u) => {
            diary.notices.push(Notice::NewerEntry {
                id,
                kind: u.kind.clone(),
            });
            diary.unknown.push(logged!(u));
        }
        Event::Amendment(_) | Event::Retraction(_) => {}
    }
}

/// The event after its amendments; a patch that would make it unreadable is left out and told.
fn amend(
    diary: &mut Diary,
    id: EntryId,
    event: Event,
    patches: &[serde_json::Map<String, serde_json::Value>],
) -> (Event, bool) {
    let mut event = event;
    let mut is_amended = false;
    for patch in patches {
        let kind = v1::kind(&event).to_owned();
        let next = v1::body_value(&event).and_then(|mut body| {
            merge(&mut body, patch);
            v1::body_event(&kind, &body.to_string()).ok().flatten()
        });
        match next {
            Some(next) => {
                event = next;
                is_amended = true;
            }
            None => diary.notices.push(Notice::AmendmentIgnored { id }),
        }
    }
    (event, is_amended)
}

/// RFC 7396.
fn merge(target: &mut serde_json::Value, patch: &serde_json::Map<String, serde_json::Value>) {
    use serde_json::Value;
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(fields) = target else { return };
    for (key, value) in patch {
        match value {
            Value::Null => {
                fields.remove(key);
            }
            Value::Object(inner) => merge(fields.entry(key.clone()).or_insert(Value::Null), inner),
            other => {
                fields.insert(key.clone(), other.clone());
            }
        }
    }
}
