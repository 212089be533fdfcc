//! Doses, check-ins and ratings as CSV: one row each, ISO times with their offset, amounts as they were typed.

use super::cells::{Table, number, stable_word, words};
use ebb_core::diary::Diary;
use ebb_core::event::{Precision, Symptom};
use ebb_core::moment::{Moment, offset_name};
use ebb_core::resolve::Resolver;
use jiff::tz::Offset;
use std::collections::{BTreeMap, BTreeSet};

/// Header of the doses table.
pub const DOSE_COLUMNS: [&str; 18] = [
    "time",
    "zone",
    "time_known",
    "over_min",
    "amount",
    "unit",
    "unit_name",
    "amount_sd",
    "grams_leaf",
    "mg_mitragynine",
    "mg_7oh",
    "product",
    "kind",
    "route",
    "stomach",
    "reason",
    "mood",
    "note",
];

/// Every dose that counts, oldest first.
#[must_use]
pub fn doses(diary: &Diary) -> String {
    let resolver = Resolver::new(diary);
    let names: BTreeMap<_, _> = diary.products.iter().map(|p| (p.id, p.body.name.as_str())).collect();
    let mut table = Table::new(&DOSE_COLUMNS);
    for dose in &diary.doses {
        let d = &dose.body;
        let resolved = resolver.resolve(d);
        let amount = d.amount.as_ref();
        let product = d
            .product
            .or(diary.default_product)
            .and_then(|id| names.get(&id).copied());
        table.row(&[
            time(&d.when, d.precision),
            words(Some(&d.when.zone)),
            yes_no(d.precision == Precision::Minute),
            number(d.over_min),
            number(amount.map(|q| q.value)),
            amount.map(|q| stable_word(&q.unit)).unwrap_or_default(),
            words(amount.and_then(|q| q.unit_name.as_deref())),
            number(amount.and_then(|q| q.sd)),
            number(resolved.leaf_grams),
            number(resolved.mitragynine.map(|m| m.mg)),
            number(resolved.seven_oh.map(|m| m.mg)),
            words(product),
            stable_word(&resolved.kind),
            stable_word(&d.route),
            d.stomach.as_ref().map(stable_word).unwrap_or_default(),
            words(d.reason.as_deref()),
            words(d.mood.as_deref()),
            words(d.note.as_deref()),
        ]);
    }
    table.finish()
}

/// Every check-in, oldest first: one column per symptom and per scale that occurs.
#[must_use]
pub fn check_ins(diary: &Diary) -> String {
    let scales: BTreeSet<&str> = diary
        .check_ins
        .iter()
        .flat_map(|c| c.body.scales.keys().map(String::as_str))
        .collect();
    let answers: BTreeSet<&str> = diary
        .check_ins
        .iter()
        .flat_map(|c| c.body.answers.keys().map(String::as_str))
        .collect();
    let mut header: Vec<String> = [
        "time",
        "zone",
        "time_known",
        "withdrawal 0-64",
        "craving 0-10",
        "mood 0-10",
        "energy 0-10",
        "focus 0-10",
        "sleep 0-10",
        "sleep h",
    ]
    .map(str::to_owned)
    .to_vec();
    header.extend(Symptom::ALL.iter().map(|s| stable_word(s).replace('_', " ")));
    header.extend(scales.iter().chain(&answers).map(|name| words(Some(name))));
    header.extend(["triggers", "helpers", "note"].map(str::to_owned));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut table = Table::new(&header);
    for check_in in &diary.check_ins {
        let c = &check_in.body;
        let mut row = vec![
            time(&c.when, c.precision),
            words(Some(&c.when.zone)),
            yes_no(c.precision == Precision::Minute),
            number(c.total_64()),
            number(c.craving),
            number(c.mood),
            number(c.energy),
            number(c.focus),
            number(c.sleep),
            number(c.sleep_hours),
        ];
        row.extend(
            Symptom::ALL
                .iter()
                .map(|s| number(c.symptoms.get(s).map(|&v| f64::from(v)))),
        );
        row.extend(scales.iter().map(|name| number(c.scales.get(*name).copied())));
        row.extend(
            answers
                .iter()
                .map(|name| words(c.answers.get(*name).map(String::as_str))),
        );
        row.push(words(Some(&c.triggers.join("|"))));
        row.push(words(Some(&c.helpers.join("|"))));
        row.push(words(c.note.as_deref()));
        table.row(&row);
    }
    table.finish()
}

/// How doses felt, oldest first, with the time of the dose where one is named.
#[must_use]
pub fn ratings(diary: &Diary) -> String {
    let doses: BTreeMap<_, _> = diary.doses.iter().map(|d| (d.id, &d.body)).collect();
    let mut table = Table::new(&[
        "time",
        "zone",
        "dose taken",
        "felt 0-10",
        "lasted h",
        "word",
        "scales",
        "note",
    ]);
    for felt in &diary.felt_effects {
        let f = &felt.body;
        let dose = f.dose.and_then(|id| doses.get(&id));
        let scales: Vec<String> = f.scales.iter().map(|(name, value)| format!("{name}={value}")).collect();
        table.row(&[
            time(&f.when, Precision::Minute),
            words(Some(&f.when.zone)),
            dose.map(|d| time(&d.when, d.precision)).unwrap_or_default(),
            number(f.strength),
            number(f.duration_h),
            words(f.word.as_deref()),
            words(Some(&scales.join("|"))),
            words(f.note.as_deref()),
        ]);
    }
    table.finish()
}

/// ISO 8601 with the offset in force, or the date alone when only that is known.
fn time(when: &Moment, precision: Precision) -> String {
    let wall = when.wall();
    match precision {
        Precision::Day => wall.date().to_string(),
        Precision::Minute => {
            let offset = Offset::from_seconds(when.offset_s).unwrap_or(Offset::UTC);
            format!("{wall}{}", offset_name(offset))
        }
    }
}

fn yes_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}
