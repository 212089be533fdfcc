//! Writes what a plan says: the import itself first, then its products, then its rows.

use super::plan::Plan;
use super::steps::{DoseRef, ProductRef, What};
use ebb_core::entry::{Entry, EntryId, Origin, Pen};
use ebb_core::event::{Amendment, Event, ImportBatch, Retraction};

/// The entries of `plan`, ready to be appended together. Empty when there is nothing new.
///
/// `now_ms` is the time of writing in milliseconds since 1970 UTC; `random` gives ten fresh random bytes per entry.
#[must_use]
pub fn apply(plan: &Plan, pen: &mut Pen, now_ms: i64, random: &mut dyn FnMut() -> [u8; 10]) -> Vec<Entry> {
    if !plan.has_something_new() {
        return Vec::new();
    }
    let mut entries = Vec::with_capacity(plan.steps.len() + plan.products.len() + 1);
    let batch = pen.write(now_ms, random(), None, Event::ImportBatch(batch_of(plan)));
    let batch_id = batch.id;
    entries.push(batch);
    let origin = |key: &str, print: &str| {
        Some(Origin {
            batch: batch_id,
            key: key.into(),
            print: print.into(),
        })
    };
    let mut products: Vec<EntryId> = Vec::with_capacity(plan.products.len());
    for new in &plan.products {
        let event = Event::Product(new.product.clone());
        let entry = pen.write(now_ms, random(), origin(&new.key, &new.print), event);
        products.push(entry.id);
        entries.push(entry);
    }
    let product_id = |r: &ProductRef| match *r {
        ProductRef::Known(id) => Some(id),
        ProductRef::New(n) => products.get(n).copied(),
    };
    let mut written: Vec<EntryId> = Vec::with_capacity(plan.steps.len());
    for step in &plan.steps {
        let event = match &step.what {
            What::Write { event, product, dose } => {
                let mut event = event.clone();
                match &mut event {
                    Event::Dose(d) => d.product = product.as_ref().and_then(product_id),
                    Event::FeltEffect(f) => {
                        f.dose = match dose {
                            Some(DoseRef::Known(id)) => Some(*id),
                            Some(DoseRef::Step(n)) => written.get(*n).copied(),
                            None => f.dose,
                        }
                    }
                    _ => {}
                }
                event
            }
            What::Amend {
                target,
                changes,
                product,
            } => {
                let mut changes = changes.clone();
                if let Some(id) = product.as_ref().and_then(product_id) {
                    changes.insert("product".to_owned(), id.to_string().into());
                }
                Event::Amendment(Amendment {
                    target: *target,
                    changes,
                })
            }
            What::Retract { target } => Event::Retraction(Retraction { target: *target }),
        };
        let entry = pen.write(now_ms, random(), origin(&step.key, &step.print), event);
        written.push(entry.id);
        entries.push(entry);
    }
    entries
}

fn batch_of(plan: &Plan) -> ImportBatch {
    ImportBatch {
        format: plan.format.name.clone(),
        version: plan.format.version.clone(),
        file: plan.file.clone(),
        answers: plan
            .questions
            .iter()
            .map(|q| (q.id.clone(), q.given.clone().unwrap_or_else(|| q.careful.clone())))
            .collect(),
        rows: plan.rows.len() as u64,
    }
}
