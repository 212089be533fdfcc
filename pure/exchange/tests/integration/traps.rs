//! Files that are broken, hostile or merely strange: what must and must not come of each.

use crate::diaries::NOW;
use crate::people::{answers, bytes, json, zone};
use crate::table::Table;
use crate::workbench::Bench;
use ebb_core::event::{DaySays, v1};
use ebb_exchange::export;
use ebb_exchange::import::{Reading, Report, Zones, read};
use serde_json::Value;
use std::path::Path;

pub(crate) fn traps(table: &mut Table, folder: &Path) {
    let expected = json(&folder.join("EXPECTED.json"));
    for (name, expected) in expected.as_object().into_iter().flatten() {
        table.about(&format!("traps/{name}"));
        let zones = Zones::home(zone("Europe/Berlin"));
        let read = read(Some(name), &bytes(&folder.join(name)), &answers(&[]), &zones, NOW);
        match read {
            Ok(reading) => imported(table, expected, &reading),
            Err(e) => refused(table, expected, &e.to_string()),
        }
    }
}

fn n(expected: &Value, key: &str) -> Option<usize> {
    expected[key].as_u64().and_then(|n| usize::try_from(n).ok())
}

fn refused(table: &mut Table, expected: &Value, why: &str) {
    let outcome = expected["outcome"].as_str().unwrap();
    let may_refuse = outcome.contains("refuse") || outcome.starts_with("nothing");
    table.line("is refused", outcome.to_owned(), why.to_owned(), may_refuse);
}

fn imported(table: &mut Table, expected: &Value, reading: &Reading) {
    let mut bench = Bench::new();
    let before = export::ebb_json(&bench.entries);
    let plan = bench.plan(reading, &[], "trap");
    let report = Report::of(&plan);
    let found = &report.found;
    bench.apply(&plan);
    let diary = bench.diary();
    let mut doses = diary.doses.len();
    let outcome = expected["outcome"].as_str().unwrap();
    let only_refuse = outcome.starts_with("refuse") && !outcome.contains(" or ");
    if only_refuse {
        table.line(
            "is refused",
            outcome.to_owned(),
            format!("read, {} rows", reading.rows.len()),
            reading.rows.is_empty(),
        );
    }
    if outcome == "ask" && report.questions.iter().any(|q| q.given.is_none()) {
        // Until someone answers, the rows are held.
        doses += diary.held.len();
    }
    let days_unknown = diary.days.iter().filter(|d| d.body.says == DaySays::Unknown).count();
    let unsaid = found.skipped_reasons.get("nothing_known").copied().unwrap_or_default();
    for (key, got) in [
        ("doses", doses),
        ("doses_known", found.doses_known),
        ("unknown", found.doses_unknown_amount + unsaid),
        (
            "someone_else",
            found.skipped_reasons.get("someone_else").copied().unwrap_or_default(),
        ),
        (
            "seven_oh",
            found.own_doses_by_product.get("7oh").copied().unwrap_or_default(),
        ),
        ("milestones", found.milestones),
        ("days_with_unknown_amount", days_unknown),
        ("day_totals_sure", found.day_totals),
        ("true_zero", found.true_zero_days),
    ] {
        if let Some(expected) = n(expected, key) {
            table.same(key, expected, got);
        }
    }
    for key in ["doses_at_most"] {
        if let Some(most) = n(expected, key) {
            table.between(key, 0, most, doses);
        }
    }
    for key in ["doses_at_least", "doses_at_least_if_imported", "doses_known_at_least"] {
        if let Some(least) = n(expected, key) {
            table.between(key, least, usize::MAX, doses);
        }
    }
    if let Some(list) = expected["sure"].as_array().or(expected["sure_rows"].as_array()) {
        let may = expected["may_be_read"].as_array().map_or(0, Vec::len);
        table.between("sure doses", list.len(), list.len() + may.max(2), found.doses_known);
    }
    if let Some(grams) = expected["grams"].as_f64() {
        table.same("grams", grams, (found.grams_in_known_doses * 1e3).round() / 1e3);
    }
    let amounts_in_bounds = diary.doses.iter().all(|d| {
        d.body
            .amount
            .as_ref()
            .is_none_or(|q| q.value.is_finite() && (0.0..=100_000.0).contains(&q.value))
    });
    table.holds("no amount out of bounds counts", amounts_in_bounds);
    let entries: String = bench.entries.iter().map(v1::write).collect();
    table.holds(
        "no garbled letter is stored",
        !entries.contains('\u{fffd}') || !report.warnings.is_empty(),
    );
    let again = bench.plan(reading, &[], "trap");
    table.holds("imported again writes nothing", !again.has_something_new());
    if plan.has_something_new() {
        bench.undo();
        table.holds("undone, as before", export::ebb_json(&bench.entries) == before);
    }
}
