//! The newest entries, so that a person can name one to change, remove or take back.

use crate::diary::{Diary, Logged};
use crate::entry::{Entry, EntryId, Hlc};
use crate::event::{
    Batch, CheckIn, CoUse, Craving, DayStatement, Dose, Event, FeltEffect, Held, ImportBatch, Note, Person, Product,
    Unknown, v1,
};
use crate::fold;
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
    let mut lines = lines(diary);
    lines.sort_unstable_by_key(|line| std::cmp::Reverse((line.clock, line.id)));
    lines.truncate(n);
    lines.iter().map(Line::row).collect()
}

/// The entry with this id as it stands, if it counts.
#[must_use]
pub fn find(diary: &Diary, id: EntryId) -> Option<EntryRow> {
    lines(diary).iter().find(|line| line.id == id).map(Line::row)
}

/// What happened on a local day, in the order it happened; statements about the whole day come first.
#[must_use]
pub fn of_day(diary: &Diary, day: jiff::civil::Date) -> Vec<EntryRow> {
    let belongs = |line: &Line<'_>| match line.body {
        Body::Dose(dose) => diary.day_of_dose(dose) == day,
        Body::Day(statement) => statement.day == day,
        _ => line
            .when()
            .is_some_and(|when| crate::day::of(when, diary.day_start) == day),
    };
    let mut lines = lines(diary);
    lines.retain(belongs);
    lines.sort_by_key(|line| (line.when().map(Moment::ms), line.clock, line.id));
    lines.iter().map(Line::row).collect()
}

/// The newest entry that counts and was written by hand (or began an import): what "last" means.
#[must_use]
pub fn last_by_hand(diary: &Diary) -> Option<EntryId> {
    let by_hand = lines(diary).into_iter().filter(|line| !line.is_imported);
    by_hand.max_by_key(|line| (line.clock, line.id)).map(|line| line.id)
}

/// What "undo" takes back: the newest thing done by hand, be it an entry, a change, a removal or an import as a whole.
///
/// Undo again goes on to what was done before that. An undo is itself a retraction; it is told from a removal by taking
/// back what was newest at the time.
#[must_use]
pub fn undo_target(entries: &[Entry]) -> Option<EntryId> {
    let mut done: Vec<EntryId> = Vec::new();
    for entry in fold::in_order(entries.iter().collect()) {
        match &entry.event {
            // What an import wrote goes with its import.
            _ if entry.origin.is_some() => {}
            // A forecast was kept by Ebb, not written by hand.
            Event::Forecast(_) => {}
            Event::Retraction(r) if done.last() == Some(&r.target) => {
                done.pop();
            }
            _ => done.push(entry.id),
        }
    }
    done.pop()
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
    let entries = fold::in_order(entries.iter().collect());
    let retracted = fold::Retracted::of(&entries);
    let takes_back = |e: &&Entry| matches!(&e.event, Event::Retraction(r) if r.target == target);
    let counts = |e: &&Entry| !retracted.is_dead(e);
    entries
        .into_iter()
        .filter(takes_back)
        .filter(counts)
        .map(|e| e.id)
        .collect()
}

/// One entry of the diary, not yet copied out of it.
struct Line<'a> {
    id: EntryId,
    clock: Hlc,
    is_amended: bool,
    is_imported: bool,
    body: Body<'a>,
}

/// The bodies that make a line. Settings, changes, removals and kept forecasts do not.
enum Body<'a> {
    Dose(&'a Dose),
    Product(&'a Product),
    Batch(&'a Batch),
    CheckIn(&'a CheckIn),
    FeltEffect(&'a FeltEffect),
    Craving(&'a Craving),
    CoUse(&'a CoUse),
    Note(&'a Note),
    Day(&'a DayStatement),
    Person(&'a Person),
    ImportBatch(&'a ImportBatch),
    Held(&'a Held),
    Unknown(&'a Unknown),
}

fn lines(diary: &Diary) -> Vec<Line<'_>> {
    fn add<'a, T>(lines: &mut Vec<Line<'a>>, list: &'a [Logged<T>], body: fn(&'a T) -> Body<'a>) {
        lines.extend(list.iter().map(|logged| Line {
            id: logged.id,
            clock: logged.clock,
            is_amended: logged.is_amended,
            is_imported: logged.origin.is_some(),
            body: body(&logged.body),
        }));
    }
    let mut lines = Vec::with_capacity(diary.n_entries());
    add(&mut lines, &diary.doses, Body::Dose);
    add(&mut lines, &diary.products, Body::Product);
    add(&mut lines, &diary.batches, Body::Batch);
    add(&mut lines, &diary.check_ins, Body::CheckIn);
    add(&mut lines, &diary.felt_effects, Body::FeltEffect);
    add(&mut lines, &diary.cravings, Body::Craving);
    add(&mut lines, &diary.co_uses, Body::CoUse);
    add(&mut lines, &diary.notes, Body::Note);
    add(&mut lines, &diary.days, Body::Day);
    add(&mut lines, &diary.people, Body::Person);
    add(&mut lines, &diary.held, Body::Held);
    add(&mut lines, &diary.unknown, Body::Unknown);
    lines.extend(diary.imports.iter().map(|import| Line {
        id: import.id,
        clock: import.clock,
        is_amended: false,
        is_imported: false,
        body: Body::ImportBatch(&import.batch),
    }));
    lines
}

impl Line<'_> {
    /// When what it tells of happened, if it tells of a moment.
    fn when(&self) -> Option<&Moment> {
        match self.body {
            Body::Dose(b) => Some(&b.when),
            Body::Batch(b) => Some(&b.opened),
            Body::CheckIn(b) => Some(&b.when),
            Body::FeltEffect(b) => Some(&b.when),
            Body::Craving(b) => Some(&b.when),
            Body::CoUse(b) => Some(&b.when),
            Body::Note(b) => Some(&b.when),
            Body::Product(_)
            | Body::Day(_)
            | Body::Person(_)
            | Body::ImportBatch(_)
            | Body::Held(_)
            | Body::Unknown(_) => None,
        }
    }

    fn row(&self) -> EntryRow {
        let event = match self.body {
            Body::Dose(b) => Event::Dose(b.clone()),
            Body::Product(b) => Event::Product(b.clone()),
            Body::Batch(b) => Event::Batch(b.clone()),
            Body::CheckIn(b) => Event::CheckIn(b.clone()),
            Body::FeltEffect(b) => Event::FeltEffect(b.clone()),
            Body::Craving(b) => Event::Craving(b.clone()),
            Body::CoUse(b) => Event::CoUse(b.clone()),
            Body::Note(b) => Event::Note(b.clone()),
            Body::Day(b) => Event::Day(b.clone()),
            Body::Person(b) => Event::Person(b.clone()),
            Body::ImportBatch(b) => Event::ImportBatch(b.clone()),
            Body::Held(b) => Event::Held(b.clone()),
            Body::Unknown(b) => Event::Unknown(b.clone()),
        };
        EntryRow {
            id: self.id,
            clock: self.clock,
            is_amended: self.is_amended,
            is_imported: self.is_imported,
            when: self.when().cloned(),
            event,
        }
    }
}
