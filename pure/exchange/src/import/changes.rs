//! What changed at the source of a row the diary has, and which of it may be taken over.
//!
//! Three states are compared, field by field: what the row said when it was last read (its print), what it says now, and
//! what the diary says now. Only what the source changed and the person did not is changed.

use super::keys::{Fields, KeyKind, Print, field_print, fields};
use super::ledger::Live;
use super::plan::{Amend, Known, Outcome, Planner};
use ebb_core::diary::Logged;
use ebb_core::entry::EntryId;
use ebb_core::event::{CheckIn, Event, Precision};
use serde_json::Value;
use std::collections::BTreeSet;

/// Check-ins of one slot that are compared with one row.
const CROWD: usize = 16;

impl Planner<'_> {
    /// Compares a known row with its print of last time and with what its entry says now, field by field.
    ///
    /// Silence removes nothing where a row is known by content only, and never a product (a strain deleted from a
    /// program's list was still the one taken). Words of a row known by content are added, not replaced, and its amount
    /// changes only in what one piece holds.
    pub(crate) fn changed(&mut self, i: usize, live: Live, target: EntryId, old_print: &str) -> Outcome {
        let fact = &self.facts[i];
        let old = Print::from_text(old_print);
        let (now, product_now) = self.ledger.says_now(live);
        let new = fields(&fact.event).unwrap_or_default();
        let names: BTreeSet<&str> = old.names().chain(fact.print.names()).collect();
        let mut changes = Fields::new();
        let mut changed = Vec::new();
        let mut product = None;
        let mut is_kept = false;
        for name in names {
            let (before, after) = (old.get(name), fact.print.get(name));
            let is_words = matches!(name, "note" | "reason" | "mood" | "text");
            let is_silent = after.is_none() && (name == "product" || !fact.has_id);
            let is_same_amount = name == "amount" && !fact.has_id && holds_the_same(now.get(name), new.get(name));
            if before == after || is_silent || is_same_amount || (!fact.has_id && is_words && before.is_some()) {
                continue;
            }
            let current = match name {
                "product" => product_now.clone(),
                _ => now.get(name).map(field_print),
            };
            if current.as_deref() == after {
                continue;
            }
            if current.as_deref() != before {
                is_kept = true;
                continue;
            }
            if name == "product" {
                product = fact.product;
            } else {
                changes.insert(name.to_owned(), patch(now.get(name), new.get(name)));
            }
            changed.push(name.to_owned());
        }
        if changed.is_empty() {
            return Outcome::Duplicate(if is_kept { Known::YoursKept } else { Known::Again });
        }
        self.amends.push(Amend {
            fact: i,
            target,
            changes,
            product,
        });
        Outcome::Changed { fields: changed }
    }

    /// Adds the amount to a dose of unknown amount, unless the person took the amount out by hand.
    pub(crate) fn fill(&mut self, i: usize, idx: usize) -> Outcome {
        let dose = &self.ledger.diary().doses[idx];
        let was_stated = dose
            .origin
            .as_ref()
            .and_then(|o| self.ledger.imported(&o.key))
            .is_some_and(|row| Print::from_text(&row.print).get("amount").is_some());
        let amount = fields(&self.facts[i].event).and_then(|mut f| f.remove("amount"));
        let (false, Some(amount)) = (was_stated, amount) else {
            return Outcome::Duplicate(Known::YoursKept);
        };
        self.amends.push(Amend {
            fact: i,
            target: dose.id,
            changes: Fields::from_iter([("amount".to_owned(), amount)]),
            product: None,
        });
        Outcome::Changed {
            fields: vec!["amount".to_owned()],
        }
    }

    /// A check-in of the diary that says all this one says, or that this one only adds to. A program has one check-in
    /// for a day without a time, whatever ids its exports give it; at a minute, two ids are two check-ins.
    pub(crate) fn said_in_check_in(
        &mut self,
        i: usize,
        precision: Precision,
        candidates: &[&Logged<CheckIn>],
    ) -> Option<(EntryId, Outcome)> {
        let fact = &self.facts[i];
        let new = fields(&fact.event)?;
        for known in candidates.iter().take(CROWD) {
            let kind = known.origin.as_ref().map(|o| KeyKind::of(&o.key, self.format));
            let of_day = precision == Precision::Day && kind.is_some_and(|k| k != KeyKind::Other);
            if fact.has_id && kind == Some(KeyKind::SameFormatById) && !of_day {
                continue;
            }
            let old = fields(&Event::CheckIn(known.body.clone()))?;
            if adds_nothing(&new, &old) {
                return Some((known.id, Outcome::Duplicate(Known::SameEntry)));
            }
            if of_day && adds_nothing(&old, &new) {
                let changed: Vec<String> = new.keys().filter(|k| old.get(*k) != new.get(*k)).cloned().collect();
                let changes = changed.iter().map(|k| (k.clone(), patch(old.get(k), new.get(k))));
                self.amends.push(Amend {
                    fact: i,
                    target: known.id,
                    changes: changes.collect(),
                    product: None,
                });
                return Some((known.id, Outcome::Changed { fields: changed }));
            }
        }
        None
    }
}

/// The RFC 7396 patch that turns `old` into `new`.
fn patch(old: Option<&Value>, new: Option<&Value>) -> Value {
    match (old, new) {
        (_, None) => Value::Null,
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let gone = old
                .keys()
                .filter(|k| !new.contains_key(*k))
                .map(|k| (k.clone(), Value::Null));
            let set = new
                .iter()
                .filter(|(k, v)| old.get(*k) != Some(v))
                .map(|(k, v)| (k.clone(), patch(old.get(k), Some(v))));
            Value::Object(gone.chain(set).collect())
        }
        (_, Some(new)) => new.clone(),
    }
}

/// Whether two amounts of the same number and unit agree on what one holds; how sure they are of it does not matter.
fn holds_the_same(old: Option<&Value>, new: Option<&Value>) -> bool {
    let one = |amount: Option<&Value>| -> Option<(String, f64)> {
        let (of, each) = amount?.get("each")?.as_object()?.iter().next()?;
        Some((of.clone(), each.get("value")?.as_f64()?))
    };
    match (one(old), one(new)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some((of_old, old)), Some((of_new, new))) => of_old == of_new && (old - new).abs() <= 1e-9 * old.abs(),
    }
}

/// Whether everything `new` says is already said by `old`.
fn adds_nothing(new: &Fields, old: &Fields) -> bool {
    new.iter().all(|(name, value)| match (value, old.get(name)) {
        _ if name == "when" => true,
        (Value::Object(new), Some(Value::Object(old))) => new.iter().all(|(k, v)| old.get(k) == Some(v)),
        (Value::Array(new), Some(Value::Array(old))) => new.iter().all(|v| old.contains(v)),
        (new, Some(old)) => new == old,
        (_, None) => false,
    })
}
