//! Reaching the shared diaries, and small questions about a reading.

use ebb_core::amount::{Each, Quantity, Unit};
use ebb_core::event::{CheckIn, CoUse, DayStatement, Dose, Event, FeltEffect, Note, ProductKind};
use ebb_exchange::import::{Answers, ImportError, ProductHint, Reading, Row, Says, Zones, read};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// After the last entry of every diary.
pub(crate) fn now() -> Timestamp {
    "2026-05-20T12:00:00Z".parse().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test looks zones up as the edge does")]
pub(crate) fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

pub(crate) fn home(name: &str) -> Zones {
    Zones::home(zone(name))
}

pub(crate) fn answers(pairs: &[(&str, &str)]) -> Answers {
    Answers(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
}

pub(crate) fn read_with(bytes: &[u8], pairs: &[(&str, &str)], zones: &Zones) -> Result<Reading, ImportError> {
    read(None, bytes, &answers(pairs), zones, now())
}

pub(crate) fn read_in_berlin(text: &str) -> Reading {
    read_with(text.as_bytes(), &[], &home("Europe/Berlin")).unwrap()
}

/// A file of the shared diaries; `None`, and a line that says so, when they are not on this machine.
#[expect(
    clippy::disallowed_methods,
    reason = "a test finds its files by an environment variable"
)]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
pub(crate) fn shared(path: &str) -> Option<Vec<u8>> {
    let root = std::env::var("EBB_SHARED").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    if !root.join("diaries").is_dir() {
        eprintln!("skipped: no shared diaries for {path}; set EBB_SHARED to their folder");
        return None;
    }
    Some(std::fs::read(root.join("diaries").join(path)).unwrap())
}

pub(crate) fn truth(person: &str) -> Option<serde_json::Value> {
    shared(&format!("{person}/truth.json")).map(|bytes| serde_json::from_slice(&bytes).unwrap())
}

pub(crate) type DoseRow<'a> = (&'a Row, &'a Dose, Option<&'a ProductHint>);

pub(crate) fn doses(reading: &Reading) -> Vec<DoseRow<'_>> {
    let mut doses = Vec::new();
    for row in &reading.rows {
        if let Says::Dose { dose, product, .. } = &row.says {
            doses.push((row, dose, product.as_ref()));
        }
    }
    doses
}

pub(crate) fn amounts(reading: &Reading) -> Vec<Option<Quantity>> {
    doses(reading)
        .into_iter()
        .map(|(_, dose, _)| dose.amount.clone())
        .collect()
}

pub(crate) fn n_known(reading: &Reading) -> usize {
    amounts(reading).iter().flatten().count()
}

pub(crate) fn n_unknown(reading: &Reading) -> usize {
    amounts(reading).iter().filter(|a| a.is_none()).count()
}

fn entries(reading: &Reading) -> impl Iterator<Item = &Event> {
    reading.rows.iter().filter_map(|row| match &row.says {
        Says::Entry(event) => Some(event),
        _ => None,
    })
}

pub(crate) fn co_uses(reading: &Reading) -> Vec<&CoUse> {
    entries(reading)
        .filter_map(|e| if let Event::CoUse(c) = e { Some(c) } else { None })
        .collect()
}

pub(crate) fn felt(reading: &Reading) -> Vec<&FeltEffect> {
    entries(reading)
        .filter_map(|e| if let Event::FeltEffect(f) = e { Some(f) } else { None })
        .collect()
}

pub(crate) fn notes(reading: &Reading) -> Vec<&Note> {
    entries(reading)
        .filter_map(|e| if let Event::Note(n) = e { Some(n) } else { None })
        .collect()
}

pub(crate) fn check_ins(reading: &Reading) -> Vec<&CheckIn> {
    entries(reading)
        .filter_map(|e| if let Event::CheckIn(c) = e { Some(c) } else { None })
        .collect()
}

pub(crate) fn days(reading: &Reading) -> Vec<&DayStatement> {
    entries(reading)
        .filter_map(|e| if let Event::Day(d) = e { Some(d) } else { None })
        .collect()
}

pub(crate) fn skipped(reading: &Reading) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for row in &reading.rows {
        if let Says::Skipped { reason } = row.says {
            *counts.entry(reason).or_default() += 1;
        }
    }
    counts
}

/// Place and reason of each held row.
pub(crate) fn held(reading: &Reading) -> Vec<(&str, &'static str)> {
    let held = |row: &'_ Row| match row.says {
        Says::Held { reason, .. } => Some(reason),
        _ => None,
    };
    reading
        .rows
        .iter()
        .filter_map(|row| held(row).map(|reason| (row.place.as_str(), reason)))
        .collect()
}

pub(crate) fn warned(reading: &Reading, what: &str) -> bool {
    reading.warnings.iter().any(|w| w.what == what)
}

pub(crate) fn asked(reading: &Reading) -> Vec<&str> {
    reading.questions.iter().map(|q| q.id.as_str()).collect()
}

/// Grams of leaf as typed, capsules and spoons at the grams that the row itself says; `None` when it has none.
pub(crate) fn nominal_grams(dose: &Dose, product: Option<&ProductHint>) -> Option<f64> {
    if product.is_some_and(|p| p.kind != ProductKind::Leaf) {
        return None;
    }
    let amount = dose.amount.as_ref()?;
    match (amount.unit, amount.each) {
        (Unit::Gram, None) => Some(amount.value),
        (Unit::Milligram, None) => Some(amount.value / 1000.0),
        (_, Some(Each::Grams(each))) => Some(amount.value * each.value),
        _ => None,
    }
}

pub(crate) fn total_grams(reading: &Reading) -> f64 {
    doses(reading)
        .into_iter()
        .filter_map(|(_, dose, product)| nominal_grams(dose, product))
        .sum()
}
