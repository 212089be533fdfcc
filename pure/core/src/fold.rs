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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Hlc, Origin};
    use crate::event::{Dose, ImportBatch, Retraction};
    use crate::moment::Moment;

    fn entry(n: u8, origin: Option<(u8, &str)>, event: Event) -> Entry {
        let id = |n: u8| EntryId::from_parts(1_000 + i64::from(n), [n; 10]);
        Entry {
            id: id(n),
            clock: Hlc(i64::from(n), 0),
            origin: origin.map(|(batch, print)| Origin {
                batch: id(batch),
                key: "csv:id:1".into(),
                print: print.into(),
            }),
            event,
        }
    }

    fn batch() -> Event {
        Event::ImportBatch(ImportBatch {
            format: "table".to_owned(),
            version: None,
            file: None,
            answers: BTreeMap::new(),
            rows: 1,
        })
    }

    fn dose() -> Event {
        let when = Moment::from_text("2026-02-01T08:00:00+01:00[Europe/Berlin]").unwrap();
        Event::Dose(Dose::of_unknown_amount(when))
    }

    fn retract(target: &Entry) -> Event {
        Event::Retraction(Retraction { target: target.id })
    }

    #[test]
    fn what_an_import_took_back_returns_with_its_undoing() {
        let by_hand = entry(1, None, dose());
        let import = entry(2, None, batch());
        let taken_back = entry(3, Some((2, "a")), retract(&by_hand));
        let undo = entry(4, None, retract(&import));
        let during = fold([by_hand.clone(), import.clone(), taken_back.clone()]);
        assert_eq!(during.doses.len(), 0);
        let after = fold([by_hand, import, taken_back, undo]);
        assert_eq!(after.doses.len(), 1);
        assert!(after.imported.is_empty());
    }

    #[test]
    fn every_print_a_row_ever_had_is_known() {
        let first = entry(2, Some((1, "a")), dose());
        let patch = |n, print| {
            let changes = serde_json::Map::new();
            let target = first.id;
            entry(n, Some((1, print)), Event::Amendment(Amendment { target, changes }))
        };
        let diary = fold([entry(1, None, batch()), first.clone(), patch(3, "b"), patch(4, "c")]);
        let row = &diary.imported["csv:id:1"];
        assert_eq!(&*row.print, "c");
        assert_eq!(row.earlier.iter().map(|p| &**p).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(row.id, first.id);
    }

    #[test]
    fn a_copy_of_what_counts_tells_the_same_diary() {
        let import = entry(1, None, batch());
        let kept = entry(2, Some((1, "a")), dose());
        let gone = entry(3, None, dose());
        let patch = serde_json::json!({"note": "later"}).as_object().unwrap().clone();
        let amended = entry(
            4,
            None,
            Event::Amendment(Amendment {
                target: kept.id,
                changes: patch,
            }),
        );
        let removed = entry(5, None, retract(&gone));
        let entries = vec![import, kept, gone, amended, removed];
        let copy = live(entries.clone());
        assert_eq!(copy.len(), 2);
        assert_eq!(live(copy.clone()), copy);
        let (before, after) = (fold(entries), fold(copy));
        assert_eq!(before.doses[0].body, after.doses[0].body);
        assert_eq!(before.imported, after.imported);
    }
}
