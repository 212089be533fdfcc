//! What a plan writes, in order: rows, amendments, held rows taken back, then felt effects.

use super::facts::{print_of, product_key};
use super::keys::{Fields, Print, Slot};
use super::ledger::Live;
use super::plan::{Known, Outcome, Planner};
use super::row::{ProductHint, Reading, Says};
use ebb_core::entry::EntryId;
use ebb_core::event::{Event, FeltEffect, Product, ProductKind};
use std::collections::{BTreeMap, BTreeSet};

/// A product the file brings.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NewProduct {
    pub(crate) key: String,
    pub(crate) print: String,
    pub(crate) product: Product,
}

/// A product of the diary, or the n-th new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProductRef {
    Known(EntryId),
    New(usize),
}

/// A dose of the diary, or the one the n-th step writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DoseRef {
    Known(EntryId),
    Step(usize),
}

/// One entry to write.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub(crate) key: String,
    pub(crate) print: String,
    pub(crate) what: What,
}

/// What the entry says.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "nearly every step is the largest variant")]
pub(crate) enum What {
    Write {
        event: Event,
        product: Option<ProductRef>,
        dose: Option<DoseRef>,
    },
    Amend {
        target: EntryId,
        changes: Fields,
        product: Option<ProductRef>,
    },
    Retract {
        target: EntryId,
    },
}

pub(crate) struct Written {
    pub(crate) products: Vec<NewProduct>,
    pub(crate) steps: Vec<Step>,
}

struct Writer {
    format: &'static str,
    products: Vec<NewProduct>,
    by_name: BTreeMap<String, ProductRef>,
    steps: Vec<Step>,
}

pub(crate) fn write(planner: &mut Planner<'_>, reading: &Reading, file_name: Option<&str>) -> Written {
    let mut writer = Writer {
        format: planner.format,
        products: Vec::new(),
        by_name: BTreeMap::new(),
        steps: Vec::new(),
    };
    let mut step_of_fact: BTreeMap<usize, usize> = BTreeMap::new();
    let held = readable_now(planner, reading, file_name);
    for i in 0..planner.facts.len() {
        if planner.states[i].outcome.is_some() || matches!(planner.facts[i].event, Event::FeltEffect(_)) {
            continue;
        }
        let place = planner.facts[i].place;
        if let Some(id) = planner.states[i].replaces.or_else(|| held.get(place).copied()) {
            writer.retract(planner, id);
        }
        let fact = &planner.facts[i];
        let product = fact.product.map(|hint| writer.product(planner, hint));
        step_of_fact.insert(i, writer.steps.len());
        writer.steps.push(Step {
            key: fact.key.clone(),
            print: fact.print.to_text(),
            what: What::Write {
                event: fact.event.clone(),
                product,
                dose: None,
            },
        });
    }
    for amend in std::mem::take(&mut planner.amends) {
        let product = amend.product.map(|hint| writer.product(planner, hint));
        let fact = &planner.facts[amend.fact];
        writer.steps.push(Step {
            key: fact.key.clone(),
            print: fact.print.to_text(),
            what: What::Amend {
                target: amend.target,
                changes: amend.changes,
                product,
            },
        });
    }
    felt_on_dose_rows(planner, reading, &mut writer, &step_of_fact);
    felt_rows(planner, &mut writer, &step_of_fact);
    Written {
        products: writer.products,
        steps: writer.steps,
    }
}

impl Writer {
    fn product(&mut self, planner: &Planner<'_>, hint: &ProductHint) -> ProductRef {
        let key = product_key(self.format, hint);
        if let Some(known) = self.by_name.get(&key) {
            return *known;
        }
        let found = match planner.ledger.product_for(&key, hint) {
            Some(id) => ProductRef::Known(id),
            None => {
                let product = Product {
                    name: hint.name.clone(),
                    kind: hint.kind,
                    mitragynine_mg_per_g: None,
                    mitragynine_mg_each: hint.mitragynine_mg_each,
                    seven_oh_mg_each: hint.seven_oh_mg_each,
                    grams_per_capsule: None,
                    grams_per_teaspoon: None,
                    tea_grams_per_litre: hint.tea_grams_per_litre,
                    note: None,
                };
                let print = print_of(&Event::Product(product.clone()), None).to_text();
                self.products.push(NewProduct {
                    key: key.clone(),
                    print,
                    product,
                });
                ProductRef::New(self.products.len() - 1)
            }
        };
        self.by_name.insert(key, found);
        found
    }

    fn retract(&mut self, planner: &Planner<'_>, target: EntryId) {
        let origin = planner
            .ledger
            .diary()
            .held
            .iter()
            .find(|h| h.id == target)
            .and_then(|h| h.origin.as_ref());
        if let Some(origin) = origin {
            self.steps.push(Step {
                key: origin.key.to_string(),
                print: origin.print.to_string(),
                what: What::Retract { target },
            });
        }
    }
}

/// Held rows without an id that this reading can read: same format, same file name, same place, and no longer held.
fn readable_now(planner: &Planner<'_>, reading: &Reading, file_name: Option<&str>) -> BTreeMap<String, EntryId> {
    let diary = planner.ledger.diary();
    let batches: BTreeSet<EntryId> = diary
        .imports
        .iter()
        .filter(|i| i.batch.format == reading.format.name && i.batch.file.as_deref() == file_name)
        .map(|i| i.id)
        .collect();
    let still: BTreeSet<&str> = planner
        .facts
        .iter()
        .filter(|f| matches!(f.event, Event::Held(_)))
        .map(|f| f.key.as_str())
        .collect();
    diary
        .held
        .iter()
        .filter_map(|h| {
            let origin = h.origin.as_ref()?;
            let is_ours = batches.contains(&origin.batch) && !still.contains(&*origin.key);
            let by_content = origin.key.contains(":=");
            (is_ours && by_content).then(|| (h.body.place.clone(), h.id))
        })
        .collect()
}

/// How doses felt, where the row of the dose says so.
fn felt_on_dose_rows(
    planner: &mut Planner<'_>,
    reading: &Reading,
    writer: &mut Writer,
    step_of_fact: &BTreeMap<usize, usize>,
) {
    let diary = planner.ledger.diary();
    let rated: BTreeSet<EntryId> = diary.felt_effects.iter().filter_map(|f| f.body.dose).collect();
    for i in 0..planner.facts.len() {
        let Says::Dose { felt: Some(felt), .. } = &reading.rows[planner.facts[i].row].says else {
            continue;
        };
        let event = Event::FeltEffect(felt.clone());
        let print = print_of(&event, None);
        let key = format!("{}/felt", planner.facts[i].key);
        let dose = match (
            &planner.states[i].outcome,
            planner.states[i].entry,
            step_of_fact.get(&i),
        ) {
            (None, _, Some(&step)) => DoseRef::Step(step),
            (Some(Outcome::Duplicate(_) | Outcome::Changed { .. }), Some(id), _) => DoseRef::Known(id),
            _ => continue,
        };
        let is_changed = match planner.ledger.imported(&key) {
            Some(row) => match planner.ledger.live(row.id) {
                Some(live @ Live::FeltEffect(_)) if *row.print != *print.to_text() => {
                    amend_felt(planner, writer, i, &key, live, row.id, felt, &print)
                }
                _ => false,
            },
            None if matches!(dose, DoseRef::Known(id) if rated.contains(&id)) => false,
            None => {
                writer.steps.push(Step {
                    key,
                    print: print.to_text(),
                    what: What::Write {
                        event,
                        product: None,
                        dose: Some(dose),
                    },
                });
                true
            }
        };
        if is_changed {
            match &mut planner.states[i].outcome {
                Some(Outcome::Changed { fields }) => fields.push("felt".to_owned()),
                Some(outcome @ Outcome::Duplicate(Known::Again | Known::SameEntry | Known::YoursKept)) => {
                    *outcome = Outcome::Changed {
                        fields: vec!["felt".to_owned()],
                    };
                }
                _ => {}
            }
        }
    }
}

/// Amends a felt effect whose row changed, by the same rules as every other row. Says whether it did.
#[expect(
    clippy::too_many_arguments,
    reason = "one caller, each argument is a different thing"
)]
fn amend_felt(
    planner: &mut Planner<'_>,
    writer: &mut Writer,
    i: usize,
    key: &str,
    live: Live,
    target: EntryId,
    felt: &FeltEffect,
    print: &Print,
) -> bool {
    let old_print = match planner.ledger.imported(key) {
        Some(row) => row.print.clone(),
        None => return false,
    };
    let dose_event = std::mem::replace(&mut planner.facts[i].event, Event::FeltEffect(felt.clone()));
    let dose_print = std::mem::replace(&mut planner.facts[i].print, print.clone());
    let outcome = planner.changed(i, live, target, &old_print);
    planner.facts[i].event = dose_event;
    planner.facts[i].print = dose_print;
    let Some(amend) = planner.amends.pop() else {
        return false;
    };
    writer.steps.push(Step {
        key: key.to_owned(),
        print: print.to_text(),
        what: What::Amend {
            target,
            changes: amend.changes,
            product: None,
        },
    });
    matches!(outcome, Outcome::Changed { .. })
}

/// Rows that only say how a dose felt: linked to the dose of that minute where there is exactly one.
fn felt_rows(planner: &Planner<'_>, writer: &mut Writer, step_of_fact: &BTreeMap<usize, usize>) {
    let names_dose_time = planner.format != "psychonautwiki";
    let mut doses: Vec<(Slot, DoseRef)> = planner
        .ledger
        .diary()
        .doses
        .iter()
        .map(|d| (Slot::of(&d.body.when, d.body.precision), DoseRef::Known(d.id)))
        .collect();
    for (&i, &step) in step_of_fact {
        if let Event::Dose(d) = &planner.facts[i].event {
            doses.push((Slot::of(&d.when, d.precision), DoseRef::Step(step)));
        }
    }
    doses.sort_by_key(|(slot, _)| *slot);
    for (fact, state) in planner.facts.iter().zip(&planner.states) {
        let (Event::FeltEffect(felt), None) = (&fact.event, &state.outcome) else {
            continue;
        };
        let slot = Slot::of(&felt.when, ebb_core::event::Precision::Minute);
        let from = doses.partition_point(|d| d.0 < slot);
        let there: Vec<DoseRef> = doses[from..]
            .iter()
            .take_while(|d| d.0 == slot)
            .take(2)
            .map(|d| d.1)
            .collect();
        let dose = match there.as_slice() {
            [one] if names_dose_time && felt.dose.is_none() => Some(*one),
            _ => None,
        };
        writer.steps.push(Step {
            key: fact.key.clone(),
            print: fact.print.to_text(),
            what: What::Write {
                event: fact.event.clone(),
                product: None,
                dose,
            },
        });
    }
}

/// Word for a kind in counts and reports.
pub(crate) fn kind_word(kind: ProductKind) -> &'static str {
    match kind {
        ProductKind::Leaf => "leaf",
        ProductKind::Extract => "extract",
        ProductKind::SevenOh => "7oh",
        ProductKind::OtherAlkaloid => "other",
    }
}
