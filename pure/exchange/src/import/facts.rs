//! The rows of a file as the plan compares them: one fact per row that says something, with its key and print.

use super::keys::{Print, content_key, dose_content, event_content, fields, held_content, id_key};
use super::ledger::Ledger;
use super::matching::Taken;
use super::row::{ProductHint, Reading, Row, Says, Warning};
use ebb_core::event::{Event, Held};
use std::collections::BTreeMap;

/// So few shared ids say nothing about whether two sheets are one.
const FEW_IDS: usize = 3;

/// Sheets with the same ids that are told apart.
const MOST_SHEETS: usize = 16;

/// One row that says something.
#[derive(Debug, Clone)]
pub(crate) struct Fact<'a> {
    /// Index of the row in the reading.
    pub(crate) row: usize,
    pub(crate) place: &'a str,
    pub(crate) key: String,
    pub(crate) print: Print,
    pub(crate) event: Event,
    pub(crate) product: Option<&'a ProductHint>,
    pub(crate) has_id: bool,
    /// The dose, for matching.
    pub(crate) taken: Option<Taken>,
    /// The id came before in this file, with the same content.
    pub(crate) is_twice: bool,
}

/// Facts in file order, and warnings about ids used for two different rows.
pub(crate) fn facts<'a>(reading: &'a Reading, ledger: &Ledger<'_>, sheet: usize) -> (Vec<Fact<'a>>, Vec<Warning>) {
    let format = reading.format.id;
    let mut warnings = Vec::new();
    let mut n_by_content: BTreeMap<u128, usize> = BTreeMap::new();
    let mut by_id: BTreeMap<&str, Vec<Print>> = BTreeMap::new();
    let mut found = Vec::with_capacity(reading.rows.len());
    for (idx, row) in reading.rows.iter().enumerate() {
        let Some((event, product)) = event_of(row) else {
            continue;
        };
        let print = print_of(&event, product);
        let mut is_twice = false;
        let key = if let Some(id) = row.source_id.as_deref() {
            let earlier = by_id.entry(id).or_default();
            is_twice = earlier.contains(&print);
            let key = id_key(format, sheet, id);
            let n = earlier.len();
            if !is_twice {
                earlier.push(print.clone());
            }
            if n == 0 || is_twice {
                key
            } else {
                warnings.push(Warning {
                    place: row.place.clone(),
                    what: "same_id_on_another_row",
                });
                format!("{key}#{n}")
            }
        } else {
            let content = match &event {
                Event::Dose(d) => dose_content(d, product.map(|p| p.name.as_str())),
                Event::Held(h) => held_content(&h.row),
                other => event_content(other),
            };
            let n = n_by_content.entry(content).or_default();
            *n += 1;
            content_key(format, content, *n - 1)
        };
        let taken = match &event {
            Event::Dose(d) => {
                let known = product
                    .and_then(|p| ledger.product_for(&product_key(format, p), p))
                    .and_then(|id| ledger.product(id));
                let named = product.map(|p| (p.name.as_str(), p.kind));
                Some(Taken::new(d, named, known.map(|p| &p.body)))
            }
            _ => None,
        };
        found.push(Fact {
            row: idx,
            place: &row.place,
            key,
            print,
            event,
            product,
            has_id: row.source_id.is_some(),
            taken,
            is_twice,
        });
    }
    (found, warnings)
}

fn event_of(row: &Row) -> Option<(Event, Option<&ProductHint>)> {
    match &row.says {
        Says::Dose { dose, product, .. } => Some((Event::Dose(dose.clone()), product.as_ref())),
        Says::Entry(event) => Some((event.clone(), None)),
        Says::Held { reason, row: text } => Some((
            Event::Held(Held {
                place: row.place.clone(),
                reason: (*reason).to_owned(),
                row: text.clone(),
            }),
            None,
        )),
        Says::Skipped { .. } => None,
    }
}

pub(crate) fn print_of(event: &Event, product: Option<&ProductHint>) -> Print {
    let fields = fields(event).unwrap_or_default();
    Print::of(&fields, product.map(|p| (p.name.as_str(), p.kind)))
}

/// Key of the product entry a hint becomes.
pub(crate) fn product_key(format: &str, hint: &ProductHint) -> String {
    format!("{format}:product:{}", super::keys::product_print(&hint.name, hint.kind))
}

/// Which sheet of this format the ids belong to: row number 7 of another sheet is not row 7 of this one.
///
/// The first number under which the file's ids are unknown, or known with mostly the same rows behind them.
pub(crate) fn same_ids_sheet(reading: &Reading, ledger: &Ledger<'_>) -> usize {
    let format = reading.format.id;
    let mut rows: BTreeMap<&str, Print> = BTreeMap::new();
    for row in &reading.rows {
        if let (Some(id), Some((event, product))) = (row.source_id.as_deref(), event_of(row)) {
            rows.entry(id).or_insert_with(|| print_of(&event, product));
        }
    }
    (0..MOST_SHEETS)
        .find(|&sheet| {
            let mut n_shared = 0;
            let mut n_same_time = 0;
            let mut n_same_rest = 0;
            for (id, print) in &rows {
                let Some(known) = ledger.imported(&id_key(format, sheet, id)) else {
                    continue;
                };
                let old = Print::from_text(&known.print);
                let is_time = |name: &str| matches!(name, "when" | "day");
                // A row that is held now and was not, or the other way, tells nothing.
                let Some(same_time) = ["when", "day", "row"]
                    .iter()
                    .find_map(|n| Some(print.get(n)? == old.get(n)?))
                else {
                    continue;
                };
                n_shared += 1;
                n_same_time += usize::from(same_time);
                n_same_rest += usize::from(
                    print
                        .names()
                        .chain(old.names())
                        .all(|n| is_time(n) || print.get(n) == old.get(n)),
                );
            }
            n_shared < FEW_IDS || n_same_time * 2 >= n_shared || n_same_rest * 5 >= n_shared * 4
        })
        .unwrap_or(0)
}
