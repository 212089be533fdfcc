//! The part of a log that the last weeks need: so that ten years of entries need not be read before today can be shown.
//!
//! It is a shortcut and never a truth: whoever shows something of it reads the whole log afterwards. It must leave out
//! only what lies before the weeks asked for; a property test holds Today of the part against Today of the whole.

use crate::diary::{Diary, Logged};
use crate::entry::{Entry, EntryId};
use crate::event::Event;
use crate::moment::Moment;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The entries, in their order, that tell the days from `from` on as the whole log does, and the `n_newest` of each kind
/// before that. `diary` is what `entries` fold to.
#[must_use]
pub fn recent<'a>(entries: &'a [Entry], diary: &Diary, from: Date, n_newest: usize) -> Vec<&'a Entry> {
    let kept = Kept { from, n_newest }.ids(diary);
    let mut dropped = BTreeSet::new();
    for entry in entries {
        if is_of_a_day(&entry.event) && !kept.contains(&entry.id) {
            dropped.insert(entry.id);
        }
    }
    // What takes an import back says more than that.
    let batches: BTreeSet<EntryId> = entries
        .iter()
        .filter_map(|entry| Some(entry.origin.as_ref()?.batch))
        .collect();
    // What speaks of a dropped entry goes with it, and what speaks of that: in the order of writing a target comes first.
    for entry in crate::fold::in_order(entries.iter().collect()) {
        let target = match &entry.event {
            Event::Amendment(amendment) => amendment.target,
            Event::Retraction(retraction) => retraction.target,
            _ => continue,
        };
        if dropped.contains(&target) && !batches.contains(&target) {
            dropped.insert(entry.id);
        }
    }
    entries.iter().filter(|entry| !dropped.contains(&entry.id)).collect()
}

/// Whether an event belongs to a day; everything else (products, settings, imports, people) counts on every day.
fn is_of_a_day(event: &Event) -> bool {
    match event {
        Event::Dose(_)
        | Event::CheckIn(_)
        | Event::FeltEffect(_)
        | Event::Craving(_)
        | Event::CoUse(_)
        | Event::Note(_)
        | Event::Day(_)
        | Event::Forecast(_) => true,
        Event::Amendment(_)
        | Event::Retraction(_)
        | Event::Product(_)
        | Event::Batch(_)
        | Event::ImportBatch(_)
        | Event::Held(_)
        | Event::Settings(_)
        | Event::Person(_)
        | Event::Learning(_)
        | Event::Unknown(_) => false,
    }
}

/// Which entries of a day stay.
struct Kept {
    from: Date,
    n_newest: usize,
}

impl Kept {
    fn ids(&self, diary: &Diary) -> BTreeSet<EntryId> {
        let mut ids = BTreeSet::new();
        self.by_moment(&mut ids, &diary.doses, |dose| &dose.when);
        self.by_moment(&mut ids, &diary.check_ins, |check_in| &check_in.when);
        self.by_moment(&mut ids, &diary.felt_effects, |felt| &felt.when);
        self.by_moment(&mut ids, &diary.cravings, |craving| &craving.when);
        self.by_moment(&mut ids, &diary.co_uses, |co_use| &co_use.when);
        self.by_moment(&mut ids, &diary.notes, |note| &note.when);
        self.by_moment(&mut ids, &diary.forecasts, |forecast| &forecast.when);
        self.by_day(&mut ids, &diary.days, |statement| statement.day);
        ids
    }

    fn by_moment<T>(&self, ids: &mut BTreeSet<EntryId>, list: &[Logged<T>], when: impl Fn(&T) -> &Moment) {
        self.by_day(ids, list, |body| when(body).wall().date());
    }

    fn by_day<T>(&self, ids: &mut BTreeSet<EntryId>, list: &[Logged<T>], day: impl Fn(&T) -> Date) {
        let mut n_older = 0;
        for logged in list.iter().rev() {
            n_older += usize::from(day(&logged.body) < self.from);
            if day(&logged.body) >= self.from || n_older <= self.n_newest {
                ids.insert(logged.id);
            }
        }
    }
}
