//! The newest entries, so that a person can name one to change, remove or take back.

use crate::diary::{Diary, Logged};
use crate::entry::{Entry, EntryId, Hlc};
use crate::event::{Event, ImportBatch, v1};
use crate::moment::Moment;

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryRow {
    /// Its name.
    pub id: EntryId,
    /// When it was written.
    pub clock: Hlc,
    /// Whether it was changed after writing.
    pub is_amended: bool,
    /// Whether an import brought it.
    pub is_imported: bool,
    /// When what it tells of happened, if it tells of a moment.
    pub when: Option<Moment>,
    /// What it says.
    pub event: Event,
}

/// The last `n` entries that count, newest writing first.
#[must_use]
pub fn newest(diary: &Diary, n: usize) -> Vec<EntryRow> {
    let mut rows = Vec::new();
    macro_rules! add {
        ($list:expr, $variant:path, $when:expr) => {
            for logged in $list {
                rows.push(row(logged, $when(&logged.body), $variant(logged.body.clone())));
            }
        };
    }
    add!(&diary.doses, Event::Dose, |d: &crate::event::Dose| Some(d.when.clone()));
    add!(&diary.check_ins, Event::CheckIn, |c: &crate::event::CheckIn| Some(
        c.when.clone()
    ));
    add!(
        &diary.felt_effects,
        Event::FeltEffect,
        |f: &crate::event::FeltEffect| Some(f.when.clone())
    );
    add!(&diary.cravings, Event::Craving, |c: &crate::event::Craving| Some(
        c.when.clone()
    ));
    add!(&diary.co_uses, Event::CoUse, |c: &crate::event::CoUse| Some(
        c.when.clone()
    ));
    add!(&diary.notes, Event::Note, |n: &crate::event::Note| Some(n.when.clone()));
    add!(&diary.days, Event::Day, |_: &crate::event::DayStatement| None);
    add!(&diary.products, Event::Product, |_: &crate::event::Product| None);
    add!(&diary.batches, Event::Batch, |b: &crate::event::Batch| Some(
        b.opened.clone()
    ));
    add!(&diary.held, Event::Held, |_: &crate::event::Held| None);
    add!(&diary.unknown, Event::Unknown, |_: &crate::event::Unknown| None);
    for import in &diary.imports {
        let batch: ImportBatch = import.batch.clone();
        let logged = Logged {
            id: import.id,
            clock: import.clock,
            origin: None,
            is_amended: false,
            body: batch,
        };
        rows.push(row(&logged, None, Event::ImportBatch(logged.body.clone())));
    }
    rows.sort_by_key(|r| std::cmp::Reverse((r.clock, r.id)));
    rows.truncate(n);
    rows
}

fn row<T>(logged: &Logged<T>, when: Option<Moment>, event: Event) -> EntryRow {
    EntryRow {
        id: logged.id,
        clock: logged.clock,
        is_amended: logged.is_amended,
        is_imported: logged.origin.is_some(),
        when,
        event,
    }
}

/// The entry that "undo" takes back: the newest that was written by hand or began an import, and is not taken back
/// itself. Retracting a retraction brings its target back, so undo twice is redo for removals.
#[must_use]
pub fn undo_target(entries: &[Entry]) -> Option<EntryId> {
    let mut dead = std::collections::BTreeSet::new();
    let mut newest: Vec<&Entry> = entries.iter().collect();
    newest.sort_by_key(|e| std::cmp::Reverse((e.clock, e.id)));
    for entry in newest {
        if dead.contains(&entry.id) {
            continue;
        }
        match &entry.event {
            // An undo is not itself undone by the next undo: it goes on to what came before.
            Event::Retraction(r) => {
                dead.insert(r.target);
            }
            _ if entry.origin.is_some() => {}
            _ => return Some(entry.id),
        }
    }
    None
}

/// Every entry whose id ends with `suffix` (as the short form does) or equals it.
#[must_use]
pub fn named<'a>(entries: &'a [Entry], suffix: &str) -> Vec<&'a Entry> {
    let suffix = suffix.trim().to_lowercase();
    entries
        .iter()
        .filter(|e| suffix.len() >= 4 && e.id.to_string().ends_with(&suffix))
        .collect()
}

/// The stable word for an entry's kind.
#[must_use]
pub fn kind(row: &EntryRow) -> &str {
    v1::kind(&row.event)
}

/// The retractions of `target` that count: retract these to bring it back. Empty when it is not taken back.
#[must_use]
pub fn retractions_of(entries: &[Entry], target: EntryId) -> Vec<EntryId> {
    let mut newest: Vec<&Entry> = entries.iter().collect();
    newest.sort_by_key(|e| std::cmp::Reverse((e.clock, e.id)));
    let mut dead = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    for entry in newest {
        if let (Event::Retraction(r), false) = (&entry.event, dead.contains(&entry.id)) {
            dead.insert(r.target);
            if r.target == target {
                found.push(entry.id);
            }
        }
    }
    found
}
