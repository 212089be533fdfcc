//! A diary as an import needs it: live entries by id, products by name, doses in order for matching.

use super::keys::{Fields, KeyKind, Slot, fields, folded, product_print};
use super::matching::{Known, Shelf, Taken};
use super::row::ProductHint;
use ebb_core::diary::{Diary, ImportedRow, Logged};
use ebb_core::entry::{EntryId, Origin};
use ebb_core::event::{CheckIn, CoUse, DayStatement, Event, Product, ProductKind};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Where a live entry stands in the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Live {
    Dose(usize),
    CheckIn(usize),
    FeltEffect(usize),
    Craving(usize),
    CoUse(usize),
    Note(usize),
    Day(usize),
    Held(usize),
}

impl Live {
    /// Whether `event` is of the kind of this entry.
    pub(crate) fn is_like(self, event: &Event) -> bool {
        matches!(
            (self, event),
            (Self::Dose(_), Event::Dose(_))
                | (Self::CheckIn(_), Event::CheckIn(_))
                | (Self::FeltEffect(_), Event::FeltEffect(_))
                | (Self::Craving(_), Event::Craving(_))
                | (Self::CoUse(_), Event::CoUse(_))
                | (Self::Note(_), Event::Note(_))
                | (Self::Day(_), Event::Day(_))
                | (Self::Held(_), Event::Held(_))
        )
    }
}

/// The diary, indexed.
pub(crate) struct Ledger<'a> {
    diary: &'a Diary,
    live: Vec<(EntryId, Live)>,
    products: BTreeMap<EntryId, &'a Logged<Product>>,
    by_name: BTreeMap<(String, ProductKind), EntryId>,
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(diary: &'a Diary) -> Self {
        let mut live = Vec::with_capacity(diary.n_entries());
        push(&mut live, &diary.doses, Live::Dose);
        push(&mut live, &diary.check_ins, Live::CheckIn);
        push(&mut live, &diary.felt_effects, Live::FeltEffect);
        push(&mut live, &diary.cravings, Live::Craving);
        push(&mut live, &diary.co_uses, Live::CoUse);
        push(&mut live, &diary.notes, Live::Note);
        push(&mut live, &diary.days, Live::Day);
        push(&mut live, &diary.held, Live::Held);
        live.sort_unstable_by_key(|(id, _)| *id);
        Self {
            diary,
            live,
            products: diary.products.iter().map(|p| (p.id, p)).collect(),
            by_name: diary
                .products
                .iter()
                .map(|p| ((folded(&p.body.name), p.body.kind), p.id))
                .collect(),
        }
    }

    pub(crate) fn diary(&self) -> &'a Diary {
        self.diary
    }

    pub(crate) fn imported(&self, key: &str) -> Option<&'a ImportedRow> {
        self.diary.imported.get(key)
    }

    pub(crate) fn live(&self, id: EntryId) -> Option<Live> {
        let at = self.live.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(self.live[at].1)
    }

    pub(crate) fn product(&self, id: EntryId) -> Option<&'a Logged<Product>> {
        self.products.get(&id).copied()
    }

    /// The live product a hint means: the one this format's product became (even if renamed since), or one of that
    /// name and kind. A product of another kind is never meant: 7-OH does not merge into leaf.
    pub(crate) fn product_for(&self, key: &str, hint: &ProductHint) -> Option<EntryId> {
        let by_key = self
            .imported(key)
            .and_then(|row| self.product(row.id))
            .filter(|p| p.body.kind == hint.kind)
            .map(|p| p.id);
        by_key.or_else(|| self.by_name.get(&(folded(&hint.name), hint.kind)).copied())
    }

    /// What a live entry says now, as comparable fields, and the print of its product.
    pub(crate) fn says_now(&self, live: Live) -> (Fields, Option<String>) {
        let diary = self.diary;
        let event = match live {
            Live::Dose(i) => Event::Dose(diary.doses[i].body.clone()),
            Live::CheckIn(i) => Event::CheckIn(diary.check_ins[i].body.clone()),
            Live::FeltEffect(i) => Event::FeltEffect(diary.felt_effects[i].body.clone()),
            Live::Craving(i) => Event::Craving(diary.cravings[i].body.clone()),
            Live::CoUse(i) => Event::CoUse(diary.co_uses[i].body.clone()),
            Live::Note(i) => Event::Note(diary.notes[i].body.clone()),
            Live::Day(i) => Event::Day(diary.days[i].body.clone()),
            Live::Held(i) => Event::Held(diary.held[i].body.clone()),
        };
        let product = match &event {
            Event::Dose(d) => d
                .product
                .and_then(|id| self.product(id))
                .map(|p| product_print(&p.body.name, p.body.kind)),
            _ => None,
        };
        (fields(&event).unwrap_or_default(), product)
    }

    /// Every dose, for matching with rows of `format`. The index of a dose here is its index in the diary.
    pub(crate) fn shelf(&self, format: &str) -> Shelf {
        let known = self.diary.doses.iter().map(|dose| {
            let product = dose.body.product.and_then(|id| self.product(id)).map(|p| &p.body);
            Known {
                taken: Taken::new(&dose.body, product.map(|p| (p.name.as_str(), p.kind)), product),
                key_kind: key_kind(dose.origin.as_ref(), format),
                is_used: false,
            }
        });
        Shelf::new(known.collect())
    }

    /// Local days that have single doses, by the day start and by the calendar.
    pub(crate) fn days_with_doses(&self) -> BTreeSet<Date> {
        self.diary
            .doses
            .iter()
            .flat_map(|d| [self.diary.day_of_dose(&d.body), d.body.when.wall().date()])
            .collect()
    }

    pub(crate) fn check_ins_by_slot(&self) -> BTreeMap<Slot, Vec<&'a Logged<CheckIn>>> {
        let mut found: BTreeMap<Slot, Vec<_>> = BTreeMap::new();
        for c in &self.diary.check_ins {
            found
                .entry(Slot::of(&c.body.when, c.body.precision))
                .or_default()
                .push(c);
        }
        found
    }

    pub(crate) fn co_uses_by_slot(&self) -> BTreeMap<(Slot, String), Vec<&'a Logged<CoUse>>> {
        let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for c in &self.diary.co_uses {
            let slot = Slot::of(&c.body.when, c.body.precision);
            found.entry((slot, folded(&c.body.substance))).or_default().push(c);
        }
        found
    }

    pub(crate) fn statements_by_day(&self) -> BTreeMap<Date, Vec<&'a Logged<DayStatement>>> {
        let mut found: BTreeMap<Date, Vec<_>> = BTreeMap::new();
        for d in &self.diary.days {
            found.entry(d.body.day).or_default().push(d);
        }
        found
    }
}

fn key_kind(origin: Option<&Origin>, format: &str) -> Option<KeyKind> {
    origin.map(|o| KeyKind::of(&o.key, format))
}

fn push<T>(live: &mut Vec<(EntryId, Live)>, entries: &[Logged<T>], place: fn(usize) -> Live) {
    live.extend(entries.iter().enumerate().map(|(i, e)| (e.id, place(i))));
}
