//! The state of a diary and its small questions. Built by [`crate::fold::fold`] and by nothing else.

use crate::day::{self, DEFAULT_DAY_START, DayStart};
use crate::entry::{EntryId, Hlc, Origin};
use crate::event::{
    Batch, CheckIn, CoUse, Craving, DayStatement, Dose, FeltEffect, Forecast, Held, ImportBatch, Learning,
    LearningSays, Note, Person, Precision, Product, Settings, Unknown,
};
use crate::moment::Moment;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An entry as it stands now: amendments applied, not taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged<T> {
    /// Its name.
    pub id: EntryId,
    /// When it was written.
    pub clock: Hlc,
    /// Where it came from, if imported.
    pub origin: Option<Origin>,
    /// Whether it was changed after writing.
    pub is_amended: bool,
    /// What it says now.
    pub body: T,
}

/// An import that still counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Retract this to take the import back.
    pub id: EntryId,
    /// When it was done.
    pub clock: Hlc,
    /// What it was.
    pub batch: ImportBatch,
}

/// What an import last said about one row of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRow {
    /// The entry the row became (amendments of it have the same key).
    pub id: EntryId,
    /// Fingerprint of the row when last read.
    pub print: Arc<str>,
    /// Fingerprints of what it said before, oldest first: an older export must not change a row back.
    pub earlier: Vec<Arc<str>>,
}

/// Something a person should know about the entries themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Recorded by a newer version of Ebb; kept, not understood.
    NewerEntry {
        /// The entry.
        id: EntryId,
        /// Its kind.
        kind: String,
    },
    /// A change that would have made its entry unreadable was left out.
    AmendmentIgnored {
        /// The entry that stayed as it was.
        id: EntryId,
    },
}

/// What the entries say, in order of when things happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Diary {
    /// Doses, by time taken.
    pub doses: Vec<Logged<Dose>>,
    /// Products, by time written.
    pub products: Vec<Logged<Product>>,
    /// Batches, by time opened.
    pub batches: Vec<Logged<Batch>>,
    /// Check-ins, by time.
    pub check_ins: Vec<Logged<CheckIn>>,
    /// Felt effects, by time.
    pub felt_effects: Vec<Logged<FeltEffect>>,
    /// Cravings, by time.
    pub cravings: Vec<Logged<Craving>>,
    /// Other substances, by time.
    pub co_uses: Vec<Logged<CoUse>>,
    /// Notes, by time.
    pub notes: Vec<Logged<Note>>,
    /// Statements about whole days, by day.
    pub days: Vec<Logged<DayStatement>>,
    /// People to call, by time written.
    pub people: Vec<Logged<Person>>,
    /// Forecasts that were shown, by when. Not lines of the diary: they count as no entry.
    pub forecasts: Vec<Logged<Forecast>>,
    /// Import rows waiting for a person's eye.
    pub held: Vec<Logged<Held>>,
    /// Imports, by time done.
    pub imports: Vec<Import>,
    /// Entries of newer versions.
    pub unknown: Vec<Logged<Unknown>>,
    /// Every imported row by its key, also those the person removed by hand, but not those of imports taken back.
    pub imported: BTreeMap<Arc<str>, ImportedRow>,
    /// When a day starts.
    pub day_start: DayStart,
    /// IANA name of the home zone, once set.
    pub zone: Option<String>,
    /// The product meant when none is named.
    pub default_product: Option<EntryId>,
    /// Whether Ebb may learn from reports: yes, until the person says no.
    pub may_learn: bool,
    /// Reports of moments up to this one no longer count: the latest time the person began anew.
    pub learns_after: Option<Moment>,
    /// What a person should know about the entries.
    pub notices: Vec<Notice>,
    /// The greatest clock seen.
    pub last_clock: Hlc,
    /// How many entries are taken back.
    pub n_retracted: usize,
}

impl Diary {
    pub(crate) fn empty() -> Self {
        Self {
            doses: Vec::new(),
            products: Vec::new(),
            batches: Vec::new(),
            check_ins: Vec::new(),
            felt_effects: Vec::new(),
            cravings: Vec::new(),
            co_uses: Vec::new(),
            notes: Vec::new(),
            days: Vec::new(),
            people: Vec::new(),
            forecasts: Vec::new(),
            held: Vec::new(),
            imports: Vec::new(),
            unknown: Vec::new(),
            imported: BTreeMap::new(),
            day_start: DEFAULT_DAY_START,
            zone: None,
            default_product: None,
            may_learn: true,
            learns_after: None,
            notices: Vec::new(),
            last_clock: Hlc::START,
            n_retracted: 0,
        }
    }

    /// Notes what a source says of a row now, and keeps what it said before.
    pub(crate) fn remember_row(&mut self, key: Arc<str>, mut row: ImportedRow) {
        if let Some(before) = self.imported.remove(&key) {
            row.earlier = before.earlier;
            row.earlier.push(before.print);
        }
        self.imported.insert(key, row);
    }

    pub(crate) fn apply_settings(&mut self, settings: &Settings) {
        if let Some(start) = settings.day_start.and_then(DayStart::new) {
            self.day_start = start;
        }
        if let Some(zone) = &settings.zone {
            self.zone = Some(zone.clone());
        }
        if let Some(product) = settings.product {
            self.default_product = Some(product);
        }
    }

    pub(crate) fn apply_learning(&mut self, learning: Learning) {
        match learning.says {
            LearningSays::On => self.may_learn = true,
            LearningSays::Off => self.may_learn = false,
            LearningSays::Reset => {
                let is_later = |known: &Moment| known.at < learning.when.at;
                if self.learns_after.as_ref().is_none_or(is_later) {
                    self.learns_after = Some(learning.when);
                }
            }
        }
    }

    /// Puts everything in order of when it happened, once all entries are in.
    pub(crate) fn settle(&mut self) {
        settle(&mut self.doses, |d| (d.body.when.at, d.clock, d.id));
        settle(&mut self.batches, |b| (b.body.opened.at, b.clock, b.id));
        settle(&mut self.check_ins, |c| (c.body.when.at, c.clock, c.id));
        settle(&mut self.felt_effects, |f| (f.body.when.at, f.clock, f.id));
        settle(&mut self.cravings, |c| (c.body.when.at, c.clock, c.id));
        settle(&mut self.co_uses, |c| (c.body.when.at, c.clock, c.id));
        settle(&mut self.notes, |n| (n.body.when.at, n.clock, n.id));
        settle(&mut self.forecasts, |f| (f.body.when.at, f.clock, f.id));
        settle(&mut self.days, |d| (d.body.day, d.clock, d.id));
    }

    /// The product with this id.
    #[must_use]
    pub fn product(&self, id: EntryId) -> Option<&Logged<Product>> {
        self.products.iter().find(|p| p.id == id)
    }

    /// The newest product with this name, letter case aside.
    #[must_use]
    pub fn product_named(&self, name: &str) -> Option<&Logged<Product>> {
        let wanted = name.trim().to_lowercase();
        self.products
            .iter()
            .rev()
            .find(|p| p.body.name.trim().to_lowercase() == wanted)
    }

    /// The local day of a dose: by the wall clock, or the date itself when only the day is known.
    #[must_use]
    pub fn day_of_dose(&self, dose: &Dose) -> Date {
        match dose.precision {
            Precision::Minute => day::of(&dose.when, self.day_start),
            Precision::Day => dose.when.wall().date(),
        }
    }

    /// The local days of which an entry of any kind tells what happened.
    #[must_use]
    pub fn days_with_entry(&self) -> BTreeSet<Date> {
        let mut days: BTreeSet<Date> = self.doses.iter().map(|d| self.day_of_dose(&d.body)).collect();
        let moments = (self.check_ins.iter().map(|c| &c.body.when))
            .chain(self.cravings.iter().map(|c| &c.body.when))
            .chain(self.felt_effects.iter().map(|f| &f.body.when))
            .chain(self.co_uses.iter().map(|c| &c.body.when))
            .chain(self.notes.iter().map(|n| &n.body.when));
        days.extend(moments.map(|when| day::of(when, self.day_start)));
        days.extend(self.days.iter().map(|d| d.body.day));
        days
    }

    /// Number of entries that count, of every kind that a person or an import writes: kept forecasts are Ebb's own.
    #[must_use]
    pub fn n_entries(&self) -> usize {
        self.doses.len()
            + self.products.len()
            + self.batches.len()
            + self.check_ins.len()
            + self.felt_effects.len()
            + self.cravings.len()
            + self.co_uses.len()
            + self.notes.len()
            + self.days.len()
            + self.people.len()
            + self.held.len()
            + self.imports.len()
            + self.unknown.len()
    }
}

/// Sorts, unless it is in order already: a diary is mostly written as things happen, and looking costs less than sorting.
fn settle<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    if !list.is_sorted_by_key(&key) {
        list.sort_by_key(key);
    }
}
