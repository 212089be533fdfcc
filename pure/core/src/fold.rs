//! Entries in, diary out. Never fails, and does not care in which order the entries come.
//!
//! Order is settled by clock, then id. A retraction takes its target back unless it is itself taken back. Amendments
//! apply in clock order, so the latest says what a field holds.

use crate::diary::{Diary, Import, ImportedRow, Logged, Notice};
use crate::entry::{Entry, EntryId};
use crate::event::{Amendment, Event, v1};
use serde_json::{Map, Value};
use std::borrow::{Borrow, Cow};
use std::collections::{BTreeMap, BTreeSet};

/// The diary that `entries` tell. Takes them by value or by reference; what counts is copied into the diary.
#[must_use]
pub fn fold<E: Borrow<Entry>>(entries: impl IntoIterator<Item = E>) -> Diary {
    let entries: Vec<E> = entries.into_iter().collect();
    fold_in_order(&in_order(entries.iter().map(Borrow::borrow).collect()))
}

fn fold_in_order(entries: &[&Entry]) -> Diary {
    let retracted = Retracted::of(entries);
    let amended = amendments(entries, &retracted);
    let mut diary = Diary::empty();
    for entry in entries {
        diary.last_clock = diary.last_clock.max(entry.clock);
        if let Some((key, row)) = imported_row(entry, &retracted) {
            diary.remember_row(key, row);
        }
        if retracted.is_dead(entry) {
            diary.n_retracted += 1;
            continue;
        }
        let patches = amended.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        place(&mut diary, entry, amend(&entry.event, patches));
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
pub fn live<E: Borrow<Entry>>(entries: impl IntoIterator<Item = E>) -> Vec<Entry> {
    let entries: Vec<E> = entries.into_iter().collect();
    let entries = in_order(entries.iter().map(Borrow::borrow).collect());
    let retracted = Retracted::of(&entries);
    let amended = amendments(&entries, &retracted);
    let keep = |entry: &Entry| {
        let target = match &entry.event {
            Event::Amendment(a) => a.target,
            Event::Retraction(_) => EntryId::NONE,
            _ if retracted.is_dead(entry) => EntryId::NONE,
            event => {
                let patches = amended.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
                return Some(entry.saying(amend(event, patches).event.into_owned()));
            }
        };
        let changes = Map::new();
        imported_row(entry, &retracted)?;
        Some(entry.saying(Event::Amendment(Amendment { target, changes })))
    };
    let counts = |entry: &&&Entry| !retracted.is_taken_back_with_its_import(entry);
    entries.iter().filter(counts).filter_map(|entry| keep(entry)).collect()
}

/// Entries in order of clock, then id, each id once. An id names one entry for ever; should two entries share one, the
/// first written counts.
pub(crate) fn in_order(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    let key = |e: &Entry| (e.clock, e.id);
    if !entries.is_sorted_by(|a, b| key(a) < key(b)) {
        // Equal clock and id with other content can only be damage or malice: any fixed order will do.
        entries.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| v1::write(a).cmp(&v1::write(b))));
    }
    let mut ids: Vec<EntryId> = entries.iter().map(|e| e.id).collect();
    ids.sort();
    if ids.windows(2).any(|w| w[0] == w[1]) {
        let mut seen = BTreeSet::new();
        entries.retain(|e| seen.insert(e.id));
    }
    entries
}

/// Which entries are taken back.
pub(crate) struct Retracted {
    targets: BTreeSet<EntryId>,
    /// Imported entries that went with their import.
    with_import: BTreeSet<EntryId>,
}

impl Retracted {
    /// Reads the retractions newest first, so that one that is taken back has no effect.
    pub(crate) fn of(in_order: &[&Entry]) -> Self {
        let mut retracted = Self {
            targets: BTreeSet::new(),
            with_import: BTreeSet::new(),
        };
        for entry in in_order.iter().rev() {
            // A retraction that an import wrote goes with its import.
            if let (Event::Retraction(r), false) = (&entry.event, retracted.is_dead(entry)) {
                retracted.targets.insert(r.target);
            }
        }
        let gone = in_order.iter().filter(|e| retracted.is_taken_back_with_its_import(e));
        retracted.with_import = gone.map(|e| e.id).collect();
        retracted
    }

    pub(crate) fn is_dead(&self, entry: &Entry) -> bool {
        self.targets.contains(&entry.id) || self.is_taken_back_with_its_import(entry)
    }

    fn is_taken_back_with_its_import(&self, entry: &Entry) -> bool {
        entry.origin.as_ref().is_some_and(|o| self.targets.contains(&o.batch))
    }
}

/// What an imported entry says of its row: nothing once its import, or that of the entry it changes, is taken back.
fn imported_row(entry: &Entry, retracted: &Retracted) -> Option<(std::sync::Arc<str>, ImportedRow)> {
    let origin = entry.origin.as_ref()?;
    let id = match &entry.event {
        Event::Amendment(a) => a.target,
        _ => entry.id,
    };
    if retracted.is_taken_back_with_its_import(entry) || retracted.with_import.contains(&id) {
        return None;
    }
    let print = origin.print.clone();
    Some((
        origin.key.clone(),
        ImportedRow {
            id,
            print,
            earlier: Vec::new(),
        },
    ))
}

type Patches<'a> = Vec<&'a Map<String, Value>>;

fn amendments<'a>(entries: &[&'a Entry], retracted: &Retracted) -> BTreeMap<EntryId, Patches<'a>> {
    let mut found: BTreeMap<EntryId, Patches<'a>> = BTreeMap::new();
    for entry in entries {
        if let (Event::Amendment(a), false) = (&entry.event, retracted.is_dead(entry)) {
            found.entry(a.target).or_default().push(&a.changes);
        }
    }
    found
}

/// An event after its amendments.
struct Amended<'a> {
    event: Cow<'a, Event>,
    /// Patches left out because the event could not be read after them.
    n_ignored: usize,
}

fn amend<'a>(event: &'a Event, patches: &[&Map<String, Value>]) -> Amended<'a> {
    let mut amended = Amended {
        event: Cow::Borrowed(event),
        n_ignored: 0,
    };
    for patch in patches.iter().filter(|patch| !patch.is_empty()) {
        let next = v1::body_value(&amended.event).and_then(|mut body| {
            merge(&mut body, patch);
            v1::body_event(v1::kind(event), &body.to_string()).ok().flatten()
        });
        match next {
            Some(next) if next == *amended.event => {}
            Some(next) => amended.event = Cow::Owned(next),
            None => amended.n_ignored += 1,
        }
    }
    amended
}

fn place(diary: &mut Diary, entry: &Entry, amended: Amended<'_>) {
    let (id, clock) = (entry.id, entry.clock);
    let is_amended = matches!(amended.event, Cow::Owned(_));
    diary
        .notices
        .extend((0..amended.n_ignored).map(|_| Notice::AmendmentIgnored { id }));
    macro_rules! logged {
        ($body:expr) => {
            Logged {
                id,
                clock,
                origin: entry.origin.clone(),
                is_amended,
                body: $body,
            }
        };
    }
    match amended.event.into_owned() {
        Event::Dose(b) => diary.doses.push(logged!(b)),
        Event::Product(b) => diary.products.push(logged!(b)),
        Event::Batch(b) => diary.batches.push(logged!(b)),
        Event::CheckIn(b) => diary.check_ins.push(logged!(b)),
        Event::FeltEffect(b) => diary.felt_effects.push(logged!(b)),
        Event::Craving(b) => diary.cravings.push(logged!(b)),
        Event::CoUse(b) => diary.co_uses.push(logged!(b)),
        Event::Note(b) => diary.notes.push(logged!(b)),
        Event::Day(b) => diary.days.push(logged!(b)),
        Event::Person(b) => diary.people.push(logged!(b)),
        Event::Forecast(b) => diary.forecasts.push(logged!(b)),
        Event::Held(b) => diary.held.push(logged!(b)),
        Event::ImportBatch(b) => diary.imports.push(Import { id, clock, batch: b }),
        Event::Settings(s) => diary.apply_settings(&s),
        Event::Learning(l) => diary.apply_learning(l),
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

/// RFC 7396.
fn merge(target: &mut Value, patch: &Map<String, Value>) {
    if !target.is_object() {
        *target = Value::Object(Map::new());
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
