//! The made-up diaries, from bytes to diary and back: every count of their `truth.json`, every overlap, every secret.
//!
//! `cargo run -p ebb-exchange --example diaries` prints the table.

use crate::people::{PEOPLE, Person, answers, bytes, json, shared};
use crate::table::Table;
use crate::workbench::Bench;
use ebb_core::amount::{Each, Unit};
use ebb_core::event::{CheckIn, Dose, Event, FeltEffect, Symptom, v1};
use ebb_exchange::export;
use ebb_exchange::import::plan::{Known, Outcome};
use ebb_exchange::import::{ImportError, Plan, Reading, Report, Row, Says, ebb_json, read};
use jiff::Timestamp;
use serde_json::Value;
use std::path::Path;

/// "Now" for every reading: after the last diary ends.
pub(crate) const NOW: Timestamp = Timestamp::constant(1_795_219_200, 0);

/// Everything, or `None` without the shared folder.
pub(crate) fn diaries_table() -> Option<Table> {
    let diaries = shared()?.join("diaries");
    let mut table = Table::default();
    for person in &PEOPLE {
        let folder = diaries.join(person.folder);
        let truth = json(&folder.join("truth.json"));
        whole_life(&mut table, person, &folder, &truth);
        overlaps(&mut table, person, &folder, &truth);
    }
    crate::traps::traps(&mut table, &diaries.join("traps"));
    Some(table)
}

pub(crate) fn read_file(person: &Person, folder: &Path, n: usize) -> Result<Reading, ImportError> {
    let file = &person.files[n];
    let bytes = bytes(&folder.join(file.name));
    read(Some(file.name), &bytes, &answers(file.answers), &person.zones(), NOW)
}

/// One file after another into one diary, each again, then back in reverse.
fn whole_life(table: &mut Table, person: &Person, folder: &Path, truth: &Value) {
    let mut bench = Bench::new();
    let mut before = Vec::new();
    let mut seen = String::new();
    for (n, file) in person.files.iter().enumerate() {
        table.about(&format!("{}/{}", person.folder, file.name));
        let reading = match read_file(person, folder, n) {
            Ok(reading) => reading,
            Err(e) => {
                table.same("is read", String::new(), e.to_string());
                continue;
            }
        };
        before.push(export::ebb_json(&bench.entries));
        let plan = bench.plan(&reading, file.answers, file.name);
        let report = Report::of(&plan);
        seen += &report.to_json(None).to_string();
        seen += &format!("{reading:?}");
        counts(table, &truth["files"][file.name], &reading, &report);
        let sum = report.new + report.duplicate + report.changed + report.held + report.skipped;
        table.same("every row has one outcome", reading.rows.len(), sum);
        bench.apply(&plan);
        let again = bench.plan(&reading, file.answers, file.name);
        table.same("imported again: new, changed, held", "0, 0, 0".to_owned(), news(&again));
        table.holds("imported again writes nothing", !again.has_something_new());
    }
    table.about(person.folder);
    for (n, file) in person.files.iter().enumerate() {
        if let Ok(reading) = read_file(person, folder, n) {
            let again = bench.plan(&reading, file.answers, file.name);
            table.same(
                format!("{} after all: new", file.name),
                "0, 0, 0".to_owned(),
                news(&again),
            );
        }
    }
    joined(table, person, &bench, truth);
    secrets(table, &bench, &seen, truth);
    copies(table, person, &bench);
    for (n, before) in before.iter().enumerate().rev() {
        if bench.diary().imports.len() > n {
            bench.undo();
        }
        let same = export::ebb_json(&bench.entries) == *before;
        table.holds(format!("undone, as before {}", person.files[n].name), same);
    }
}

/// What the files of one person make together.
fn joined(table: &mut Table, person: &Person, bench: &Bench, truth: &Value) {
    let diary = bench.diary();
    let doses_of = |file: &str| {
        let f = &truth["files"][file];
        let n = |key: &str| number(f, key).unwrap_or_default();
        n("doses_known") + n("doses_unknown_amount") + n("dose_zero_ask_if_unknown")
    };
    let whole = match person.folder {
        "1-nora-weekends" => doses_of("journal-android.json"),
        "2-tom-slow-creep" => doses_of("herbal-backup-2025-10-13.json"),
        "4-aroon-tea" => doses_of("teataper-backup-2026-05-11.json"),
        "5-kim-capsules-to-tablets" => doses_of("journal-ios-15-2026-03-01.json"),
        _ => return,
    };
    table.same("doses in the diary after all files", whole, diary.doses.len());
    if person.folder == "2-tom-slow-creep" {
        let ratings = diary.felt_effects.iter().filter(|f| f.body.strength.is_some());
        let (linked, rest): (Vec<_>, Vec<_>) = ratings.partition(|f| f.body.dose.is_some());
        table.same("ratings of felt.csv", 241, linked.len() + rest.len());
        table.same("of these linked to the dose they name", 241, linked.len());
    }
}

fn news(plan: &Plan) -> String {
    let r = Report::of(plan);
    format!("{}, {}, {}", r.new, r.changed, r.held)
}

fn number(truth: &Value, key: &str) -> Option<usize> {
    truth[key].as_u64().and_then(|n| usize::try_from(n).ok())
}

fn counts(table: &mut Table, truth: &Value, reading: &Reading, report: &Report) {
    let found = &report.found;
    let co_uses: usize = found.other_substances.values().sum();
    let held: usize = found.held_reasons.values().sum();
    let n_doses = found.doses_known + found.doses_unknown_amount;
    let not_rows = ["empty_note", "unknown_rating", "not_an_effect"];
    let skipped: usize = found
        .skipped_reasons
        .iter()
        .filter(|(reason, _)| !not_rows.contains(*reason))
        .map(|(_, n)| n)
        .sum();
    let zeros = reading
        .questions
        .iter()
        .find(|q| q.id == "zero")
        .map_or(0, |q| q.n_rows);
    let check_ins: Vec<&CheckIn> = entries(reading).filter_map(as_check_in).collect();
    let felt: Vec<&FeltEffect> = entries(reading).filter_map(as_felt).collect();
    let with_all = |c: &CheckIn| c.symptoms.len() == Symptom::ALL.len();
    let pairs: [(&str, usize); 23] = [
        ("doses_known", found.doses_known),
        ("doses_unknown_amount", found.doses_unknown_amount - zeros),
        ("dose_zero_ask_if_unknown", zeros),
        ("ratings", found.ratings),
        ("effects", found.ratings),
        ("symptom_rows", found.check_ins),
        ("checkins", found.check_ins),
        (
            "with_total",
            check_ins.iter().filter(|c| c.withdrawal_64.is_some()).count(),
        ),
        ("with_all_16_answers", check_ins.iter().filter(|c| with_all(c)).count()),
        (
            "with_one_answer_missing",
            check_ins.iter().filter(|c| c.symptoms.len() == 15).count(),
        ),
        ("with_duration", felt.iter().filter(|f| f.duration_h.is_some()).count()),
        ("doses_with_missing_strain", found.missing_product),
        ("double_taps", found.twins),
        ("day_totals", found.day_totals),
        ("true_zero_days", found.true_zero_days),
        ("plan_to_keep_as_a_note", found.foreign_plans),
        ("cravings_resisted", found.cravings),
        ("secrets", report.secrets_dropped.len()),
        ("locations_to_offer_dropping", left(report, "locations")),
        ("experiences", left(report, "experience titles")),
        ("schedule_rows_not_adopted", left(report, "TAPER SCHEDULE DESIGN")),
        ("other_keys", left(report, "other keys")),
        ("medicines", left(report, "medicines")),
    ];
    for (key, got) in pairs {
        // The truth counts the effects of a file that can have none as 0.
        if let Some(expected) = number(truth, key) {
            table.same(key, expected, got);
        }
    }
    if let Some(rows) = number(truth, "rows") {
        let got = match truth["rows_are"].as_str() {
            Some("check-ins") => found.check_ins,
            Some("ratings") => found.ratings,
            Some("days") => rows_of_days(reading),
            _ => n_doses + co_uses + held + skipped,
        };
        table.same("rows", rows, got);
    }
    if let Some(notes) = number(truth, "timed_notes") {
        let timed = reading.rows.iter().filter(|r| r.place.contains("timedNotes"));
        table.same("timed_notes", notes, timed.count());
    }
    if let Some(expected) = truth["grams_in_known_doses"].as_f64() {
        // The truth leaves the spoons of a sheet out of this sum; those of a journal's own units are in it.
        let spoons = if reading.format.id == "csv" {
            spoons_g(reading)
        } else {
            0.0
        };
        let got = ((found.grams_in_known_doses - spoons) * 1e3).round() / 1e3;
        table.same("grams_in_known_doses", expected, got);
    }
    if let Some(expected) = number(truth, "ml_total") {
        table.same("ml_total", expected.to_string(), ml(reading).to_string());
    }
    if let Some(n) = number(truth, "repeats_of_an_earlier_row").filter(|_| n_doses > 0) {
        // The truth compares cells as they are written; "21:00" and "21:00 Uhr" are the same minute to us.
        table.between("repeats_of_an_earlier_row", n, n + 1, found.repeats);
    }
    for (map, got) in [
        ("own_doses_by_product", &string_keys(&found.own_doses_by_product)),
        ("other_substances", &found.other_substances),
        ("held_for_review", &string_keys(&found.held_reasons)),
        ("skipped", &string_keys(&found.skipped_reasons)),
    ] {
        compare_map(table, map, &truth[map], got, zeros);
    }
    habits(table, truth, report);
}

fn string_keys(map: &std::collections::BTreeMap<&'static str, usize>) -> std::collections::BTreeMap<String, usize> {
    map.iter().map(|(k, v)| ((*k).to_owned(), *v)).collect()
}

/// Words of the truth in ours.
fn our_word(word: &str) -> String {
    match word {
        "someone else's dose" => "someone_else".to_owned(),
        other => other.to_lowercase().replace([' ', '-'], "_"),
    }
}

fn compare_map(
    table: &mut Table,
    what: &str,
    truth: &Value,
    got: &std::collections::BTreeMap<String, usize>,
    zeros: usize,
) {
    let Some(expected) = truth.as_object() else { return };
    let keeps_case = what == "other_substances";
    let mut total = 0;
    for (word, n) in expected {
        let name = if keeps_case { word.clone() } else { our_word(word) };
        let n = n.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
        let unnamed = got.get("unknown").copied().unwrap_or_default();
        let mut got = got.get(&name).copied().unwrap_or_default();
        if what == "own_doses_by_product" && name == "leaf" {
            // The truth leaves doses of a stated zero out, and counts the dose of a unit made only of itself as leaf.
            got = got.saturating_sub(zeros) + unnamed;
        }
        total += got;
        table.same(format!("{what}: {word}"), n, got);
    }
    if what == "held_for_review" {
        let all: usize = got.values().sum();
        table.same(format!("{what}: nothing else"), all, total);
    }
}

/// The habit tracker: a true zero prints NO, UNKNOWN is not zero.
fn habits(table: &mut Table, truth: &Value, report: &Report) {
    let habits = &truth["habits"];
    if !habits.is_object() {
        return;
    }
    let n = |habit: &str, value: &str| number(&habits[habit]["values"], value).unwrap_or_default();
    let found = &report.found;
    table.same("day totals of 'kratom g'", n("kratom g", "amount"), found.day_totals);
    let without = n("kratom g", "zero") + n("Kratom-free day", "YES_MANUAL");
    table.same("days said to be without, both habits", without, found.true_zero_days);
    let unknown = n("kratom g", "UNKNOWN");
    table.holds(
        "unknown days are no statement of zero",
        found.true_zero_days + unknown < 139 + 141,
    );
}

fn left(report: &Report, section: &str) -> usize {
    report.not_taken.get(section).copied().unwrap_or_default()
}

fn entries(reading: &Reading) -> impl Iterator<Item = &Event> {
    reading.rows.iter().filter_map(|r| match &r.says {
        Says::Entry(event) => Some(event),
        _ => None,
    })
}

fn as_check_in(event: &Event) -> Option<&CheckIn> {
    match event {
        Event::CheckIn(c) => Some(c),
        _ => None,
    }
}

fn as_felt(event: &Event) -> Option<&FeltEffect> {
    match event {
        Event::FeltEffect(f) => Some(f),
        _ => None,
    }
}

/// Table rows that stand for whole days, by their line.
fn rows_of_days(reading: &Reading) -> usize {
    let lines: std::collections::BTreeSet<&str> = reading.rows.iter().map(|r| r.place.as_str()).collect();
    lines.len()
}

fn spoons_g(reading: &Reading) -> f64 {
    let of_row = |says: &Says| match says {
        Says::Dose { dose, .. } => leaf_grams(dose).filter(|_| is_spoon(dose)),
        _ => None,
    };
    reading.rows.iter().filter_map(|r| of_row(&r.says)).sum()
}

fn is_spoon(dose: &Dose) -> bool {
    dose.amount.as_ref().is_some_and(|q| q.unit == Unit::Teaspoon)
}

fn ml(reading: &Reading) -> f64 {
    let of = |q: &ebb_core::amount::Quantity| q.value;
    reading
        .rows
        .iter()
        .filter_map(|r| match &r.says {
            Says::Dose { dose, .. } => dose.amount.as_ref().map(of),
            Says::Entry(Event::Day(d)) => match &d.says {
                ebb_core::event::DaySays::Total(q) => Some(of(q)),
                _ => None,
            },
            _ => None,
        })
        .sum()
}

/// No secret in entries, exports, readings or reports.
fn secrets(table: &mut Table, bench: &Bench, seen: &str, truth: &Value) {
    let diary = bench.diary();
    let mut everything = seen.to_owned();
    everything.extend(bench.entries.iter().map(v1::write));
    everything += &export::ebb_json(&bench.entries);
    everything += &export::doses_csv(&diary);
    everything += &export::check_ins_csv(&diary);
    everything += &export::ratings_csv(&diary);
    everything += &export::psychonautwiki_json(&diary);
    for (n, secret) in truth["secrets_that_must_never_be_kept"]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
    {
        let secret = secret.as_str().unwrap();
        table.holds(format!("secret {} is nowhere", n + 1), !everything.contains(secret));
    }
    table.holds("no location anywhere", !everything.contains("\"latitude\""));
}

/// What Ebb writes, Ebb reads back.
fn copies(table: &mut Table, person: &Person, bench: &Bench) {
    let diary = bench.diary();
    let copy = ebb_json::read(&export::ebb_json(&bench.entries)).unwrap();
    let known = bench.entries.iter().map(|e| e.id).collect();
    let restored = ebb_json::restore(copy.clone(), &std::collections::BTreeSet::new());
    table.same(
        "own copy: doses restored",
        diary.doses.len(),
        ebb_core::fold::fold(restored).doses.len(),
    );
    table.same("own copy adds", 0, ebb_json::restore(copy, &known).len());

    let journal = export::psychonautwiki_json(&diary);
    let reading = read(None, journal.as_bytes(), &answers(&[]), &person.zones(), NOW);
    let Ok(reading) = reading else {
        table.holds("journal export is read back", false);
        return;
    };
    let doses: Vec<_> = reading
        .rows
        .iter()
        .filter_map(|r| match &r.says {
            Says::Dose { dose, .. } => Some(dose),
            _ => None,
        })
        .collect();
    table.same("journal export: doses read back", diary.doses.len(), doses.len());
    let mut ours: Vec<_> = diary
        .doses
        .iter()
        .map(|d| (d.body.when.ms(), d.body.amount.is_none()))
        .collect();
    let mut theirs: Vec<_> = doses.iter().map(|d| (d.when.ms(), d.amount.is_none())).collect();
    ours.sort_unstable();
    theirs.sort_unstable();
    let n_same = ours.iter().zip(&theirs).filter(|(a, b)| a == b).count();
    table.same(
        "journal export: same instants, unknown stays unknown",
        ours.len(),
        n_same,
    );
    let grams = |n: f64| (n * 1e6).round() / 1e6;
    let in_diary: f64 = diary.doses.iter().filter_map(|d| leaf_grams(&d.body)).sum();
    let read_back: f64 = doses
        .iter()
        .filter_map(|d| d.amount.as_ref())
        .filter(|q| q.unit == Unit::Gram)
        .map(|q| q.value)
        .sum();
    table.same("journal export: grams", grams(in_diary), grams(read_back));
}

/// Grams as typed or as the entry itself says what one holds.
fn leaf_grams(dose: &Dose) -> Option<f64> {
    let q = dose.amount.as_ref()?;
    match (q.unit, &q.each) {
        (Unit::Gram, _) => Some(q.value),
        (Unit::Milligram, _) => Some(q.value / 1000.0),
        (_, Some(Each::Grams(each))) => Some(q.value * each.value),
        _ => None,
    }
}

/// Imports the files of the given indices into a new diary and plans the last.
fn plan_after(person: &Person, folder: &Path, before: &[usize], last: usize) -> (Reading, Plan) {
    let mut bench = Bench::new();
    for &n in before {
        let reading = read_file(person, folder, n).unwrap();
        bench.import_with(&reading, person.files[n].answers, person.files[n].name);
    }
    let reading = read_file(person, folder, last).unwrap();
    let plan = bench.plan(&reading, person.files[last].answers, person.files[last].name);
    (reading, plan)
}

fn doses_that(reading: &Reading, plan: &Plan, wanted: impl Fn(&Outcome) -> bool) -> usize {
    reading
        .rows
        .iter()
        .zip(&plan.rows)
        .filter(|(row, planned)| matches!(row.says, Says::Dose { .. }) && wanted(&planned.outcome))
        .count()
}

fn overlaps(table: &mut Table, person: &Person, folder: &Path, truth: &Value) {
    let is_known = |o: &Outcome| matches!(o, Outcome::Duplicate(_) | Outcome::Changed { .. });
    for overlap in truth["overlaps"].as_array().into_iter().flatten() {
        let n = |i: usize| number_at(&overlap["files"], i) - 1;
        let (first, second) = (n(0), n(1));
        table.about(&format!("{} files {}+{}", person.folder, first + 1, second + 1));
        let (reading, plan) = plan_after(person, folder, &[first], second);
        let known = doses_that(&reading, &plan, is_known);
        let changed = plan
            .rows
            .iter()
            .filter(|r| matches!(r.outcome, Outcome::Changed { .. }))
            .count();
        if let Some(same) = number(overlap, "same_source_ids") {
            let again = doses_that(&reading, &plan, |o| *o == Outcome::Duplicate(Known::Again));
            table.same("same_source_ids", same, again);
        }
        if let Some(same) = number(overlap, "same_doses") {
            if person.folder == "3-dale-taper" {
                // Written in both apps, minutes to hours apart; one was typed a day later.
                table.same("same_doses, met or shown as near", same, known + plan.found.near);
            } else {
                table.same("same_doses", same, known);
            }
        }
        if let Some(list) = overlap["amounts_changed_later"].as_array() {
            table.same("amounts_changed_later", list.len(), changed);
        }
        if let Some(list) = overlap["rows_changed"].as_array() {
            table.same("rows_changed", list.len(), changed);
            let gone = overlap["rows_deleted_later"].as_array().map_or(0, Vec::len);
            table.same("rows_deleted_later, told and kept", gone, plan.found.gone_from_source);
        }
        if let Some(rows) = number(overlap, "rows_in_both") {
            let known = plan.rows.iter().filter(|r| is_known(&r.outcome)).count();
            table.same("rows_in_both", rows, known);
        }
        let has_totals = plan.found.day_totals > 0;
        if has_totals {
            table.same("no day total becomes a dose", 0, plan.found.doses_known);
            let again = |r: &&Row| matches!(r.says, Says::Entry(Event::CheckIn(_)));
            let n_again = reading
                .rows
                .iter()
                .zip(&plan.rows)
                .filter(|(r, p)| again(r) && is_known(&p.outcome))
                .count();
            table.same("its check-ins are known", plan.found.check_ins, n_again);
            table.line(
                "days already kept dose by dose",
                format!("1 to {}", plan.found.day_totals),
                plan.found.days_already_kept_dose_by_dose.to_string(),
                (1..=plan.found.day_totals).contains(&plan.found.days_already_kept_dose_by_dose),
            );
        }
    }
}

fn number_at(list: &Value, i: usize) -> usize {
    list[i].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap()
}

#[test]
#[expect(clippy::print_stdout, reason = "says what it skipped and what it found")]
fn every_made_up_diary_is_imported_as_its_truth_says() {
    let Some(table) = diaries_table() else {
        println!("SKIPPED: no shared folder with diaries (set EBB_SHARED)");
        return;
    };
    if table.n_wrong() > 0 {
        println!("{}", table.print());
    }
    assert_eq!(table.n_wrong(), 0);
}
