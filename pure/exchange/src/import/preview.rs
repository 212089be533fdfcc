//! What a person is shown before an import: counts, the span, amounts per day, questions and warnings, as plain data.
//!
//! Holds no note, no name of a third person and no secret; words for people are made by `ebb-present`.

use super::ledger::Ledger;
use super::matching::nominal_grams;
use super::plan::{Known, Outcome, Plan, PlannedRow};
use super::row::{AnswerKind, Question, Reading, Says};
use super::steps::kind_word;
use ebb_core::amount::Unit;
use ebb_core::event::{DaySays, Event, NoteKind, Precision};
use ebb_core::{day, entry::EntryId};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What a file holds, counted over all its rows, whether the diary has them or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// Rows of every kind.
    pub rows: usize,
    /// Own doses with an amount.
    pub doses_known: usize,
    /// Own doses without.
    pub doses_unknown_amount: usize,
    /// Own doses by `leaf`, `extract`, `7oh`, `other`, or `unknown` where the source names no product.
    pub own_doses_by_product: BTreeMap<&'static str, usize>,
    /// Doses whose product the source does not name.
    pub missing_product: usize,
    /// Doses with a stated amount of zero.
    pub doses_zero: usize,
    /// Doses of which only the day is known.
    pub doses_without_time: usize,
    /// Sum of the amounts that are grams of leaf as typed or by what one capsule or spoon holds.
    pub grams_in_known_doses: f64,
    /// Sum of the amounts given in millilitres of tea.
    pub tea_ml: f64,
    /// Other substances by name.
    pub other_substances: BTreeMap<String, usize>,
    /// Rows equal to an earlier one of the file.
    pub repeats: usize,
    /// Entries that may be one tap too many.
    pub twins: usize,
    /// Doses that another program may have noted too, minutes away.
    pub near: usize,
    /// Doses of earlier imports of this source that the file no longer has; they stay.
    pub gone_from_source: usize,
    /// Check-ins.
    pub check_ins: usize,
    /// Felt effects, on their own rows or on a dose's.
    pub ratings: usize,
    /// Notes.
    pub notes: usize,
    /// Days worth marking.
    pub milestones: usize,
    /// Plans made elsewhere, kept as notes.
    pub foreign_plans: usize,
    /// Urges.
    pub cravings: usize,
    /// Day totals.
    pub day_totals: usize,
    /// Days the source says were without.
    pub true_zero_days: usize,
    /// Days with use of unknown amount.
    pub days_of_unknown_amount: usize,
    /// Day totals of days that have single doses: kept, never added to them.
    pub days_already_kept_dose_by_dose: usize,
    /// Days said to be without that have single doses.
    pub days_said_without_that_have_doses: usize,
    /// Held rows by reason, known ones too.
    pub held_reasons: BTreeMap<&'static str, usize>,
    /// Rows left out, by reason.
    pub skipped_reasons: BTreeMap<&'static str, usize>,
    /// First local day.
    pub first_day: Option<Date>,
    /// Last local day.
    pub last_day: Option<Date>,
    /// Least, middle and greatest grams per day over the days that have an amount in grams.
    pub grams_per_day: Option<[f64; 3]>,
}

impl Found {
    pub(crate) fn count(reading: &Reading, rows: &[PlannedRow], ledger: &Ledger<'_>) -> Self {
        let mut found = Self {
            rows: rows.len(),
            repeats: rows.iter().filter(|r| r.is_repeat).count(),
            twins: rows.iter().filter(|r| r.twin_of.is_some()).count(),
            near: rows.iter().filter(|r| r.near.is_some()).count(),
            ..Self::default()
        };
        let mut days = ledger.days_with_doses();
        let mut per_day: BTreeMap<Date, f64> = BTreeMap::new();
        let start = ledger.diary().day_start;
        for (row, planned) in reading.rows.iter().zip(rows) {
            if let Outcome::Skipped { reason } = planned.outcome {
                *found.skipped_reasons.entry(reason).or_default() += 1;
            }
            match &row.says {
                Says::Dose { dose, product, felt } => {
                    found.ratings += usize::from(felt.is_some());
                    let date = match dose.precision {
                        Precision::Minute => day::of(&dose.when, start),
                        Precision::Day => dose.when.wall().date(),
                    };
                    found.see(date);
                    days.extend([date, dose.when.wall().date()]);
                    found.add_dose(dose, product.as_ref().map(|p| kind_word(p.kind)));
                    let is_leaf = product.as_ref().is_none_or(|p| kind_word(p.kind) == "leaf");
                    let grams = dose
                        .amount
                        .as_ref()
                        .and_then(|q| nominal_grams(q, None))
                        .filter(|_| is_leaf);
                    if let Some(grams) = grams {
                        found.grams_in_known_doses += grams;
                        *per_day.entry(date).or_default() += grams;
                    }
                }
                Says::Entry(event) => found.add_event(event, start),
                Says::Held { reason, .. } => *found.held_reasons.entry(reason).or_default() += 1,
                Says::Skipped { .. } => {}
            }
        }
        found.add_statements(reading, &days, &mut per_day);
        let mut grams: Vec<f64> = per_day.into_values().collect();
        grams.sort_by(f64::total_cmp);
        if let (Some(&least), Some(&most)) = (grams.first(), grams.last()) {
            found.grams_per_day = Some([least, grams[grams.len() / 2], most]);
        }
        found
    }

    fn add_dose(&mut self, dose: &ebb_core::event::Dose, kind: Option<&'static str>) {
        match &dose.amount {
            Some(q) => {
                self.doses_known += 1;
                self.doses_zero += usize::from(q.value <= 0.0);
                if q.unit == Unit::TeaMl {
                    self.tea_ml += q.value;
                }
            }
            None => self.doses_unknown_amount += 1,
        }
        self.missing_product += usize::from(kind.is_none());
        self.doses_without_time += usize::from(dose.precision == Precision::Day);
        *self.own_doses_by_product.entry(kind.unwrap_or("unknown")).or_default() += 1;
    }

    fn add_event(&mut self, event: &Event, start: day::DayStart) {
        let when = match event {
            Event::CheckIn(c) => {
                self.check_ins += 1;
                Some(&c.when)
            }
            Event::FeltEffect(f) => {
                self.ratings += 1;
                Some(&f.when)
            }
            Event::Craving(c) => {
                self.cravings += 1;
                Some(&c.when)
            }
            Event::CoUse(c) => {
                *self.other_substances.entry(c.substance.clone()).or_default() += 1;
                Some(&c.when)
            }
            Event::Note(n) => {
                match n.kind {
                    NoteKind::Plain => self.notes += 1,
                    NoteKind::Milestone => self.milestones += 1,
                    NoteKind::ForeignPlan => self.foreign_plans += 1,
                }
                Some(&n.when)
            }
            Event::Day(d) => {
                match d.says {
                    DaySays::NothingTaken => self.true_zero_days += 1,
                    DaySays::Unknown => self.days_of_unknown_amount += 1,
                    DaySays::Total(_) => self.day_totals += 1,
                }
                self.see(d.day);
                None
            }
            _ => None,
        };
        if let Some(when) = when {
            self.see(day::of(when, start));
        }
    }

    fn add_statements(&mut self, reading: &Reading, days: &BTreeSet<Date>, per_day: &mut BTreeMap<Date, f64>) {
        for row in &reading.rows {
            let Says::Entry(Event::Day(d)) = &row.says else {
                continue;
            };
            let has_doses = days.contains(&d.day);
            match &d.says {
                DaySays::Total(_) if has_doses => self.days_already_kept_dose_by_dose += 1,
                DaySays::Total(q) => {
                    if let Some(grams) = nominal_grams(q, None) {
                        per_day.entry(d.day).or_insert(grams);
                    }
                }
                DaySays::NothingTaken if has_doses => self.days_said_without_that_have_doses += 1,
                DaySays::NothingTaken | DaySays::Unknown => {}
            }
        }
    }

    fn see(&mut self, date: Date) {
        self.first_day = Some(self.first_day.map_or(date, |d| d.min(date)));
        self.last_day = Some(self.last_day.map_or(date, |d| d.max(date)));
    }

    /// What the file holds by stable word, for a list in this order; some of it is none.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, usize); 18] {
        [
            ("doses", self.doses_known + self.doses_unknown_amount),
            ("unknown_amount", self.doses_unknown_amount),
            ("without_time", self.doses_without_time),
            ("check_ins", self.check_ins),
            ("ratings", self.ratings),
            ("notes", self.notes),
            ("milestones", self.milestones),
            ("foreign_plans", self.foreign_plans),
            ("cravings", self.cravings),
            ("day_totals", self.day_totals),
            ("days_without", self.true_zero_days),
            ("days_unknown", self.days_of_unknown_amount),
            ("days_beside_doses", self.days_already_kept_dose_by_dose),
            ("other_substances", self.other_substances.values().sum()),
            ("twins", self.twins),
            ("near", self.near),
            ("repeats", self.repeats),
            ("gone_from_source", self.gone_from_source),
        ]
    }

    fn to_json(&self) -> Value {
        json!({
            "rows": self.rows,
            "doses_known": self.doses_known,
            "doses_unknown_amount": self.doses_unknown_amount,
            "own_doses_by_product": self.own_doses_by_product,
            "missing_product": self.missing_product,
            "doses_zero": self.doses_zero,
            "doses_without_time": self.doses_without_time,
            "grams_in_known_doses": rounded(self.grams_in_known_doses),
            "tea_ml": rounded(self.tea_ml),
            "other_substances": self.other_substances,
            "repeats": self.repeats,
            "twins": self.twins,
            "near": self.near,
            "gone_from_source": self.gone_from_source,
            "check_ins": self.check_ins,
            "ratings": self.ratings,
            "notes": self.notes,
            "milestones": self.milestones,
            "foreign_plans": self.foreign_plans,
            "cravings": self.cravings,
            "day_totals": self.day_totals,
            "true_zero_days": self.true_zero_days,
            "days_of_unknown_amount": self.days_of_unknown_amount,
            "days_already_kept_dose_by_dose": self.days_already_kept_dose_by_dose,
            "days_said_without_that_have_doses": self.days_said_without_that_have_doses,
            "held_reasons": self.held_reasons,
            "skipped_reasons": self.skipped_reasons,
            "first_day": self.first_day.map(|d| d.to_string()),
            "last_day": self.last_day.map(|d| d.to_string()),
            "grams_per_day": self.grams_per_day.map(|[min, median, max]| json!({
                "min": rounded(min), "median": rounded(median), "max": rounded(max),
            })),
        })
    }
}

/// Sums of decimal amounts, without the tail that binary fractions leave.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// A plan in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Stable word of the format.
    pub format_id: &'static str,
    /// Name of the format for people.
    pub format_name: String,
    /// Version as the file states it.
    pub format_version: Option<String>,
    /// Rows that become entries.
    pub new: usize,
    /// Rows the diary has.
    pub duplicate: usize,
    /// Rows whose entry changes.
    pub changed: usize,
    /// Rows newly held.
    pub held: usize,
    /// Rows left out.
    pub skipped: usize,
    /// Duplicates by why.
    pub duplicate_reasons: BTreeMap<&'static str, usize>,
    /// Newly held rows by reason.
    pub held_reasons: BTreeMap<&'static str, usize>,
    /// Rows left out by reason.
    pub skipped_reasons: BTreeMap<&'static str, usize>,
    /// What the file holds.
    pub found: Found,
    /// New products by name.
    pub new_products: Vec<String>,
    /// What is open or was answered.
    pub questions: Vec<Question>,
    /// Warnings by word: how many, and the first few places.
    pub warnings: BTreeMap<&'static str, (usize, Vec<String>)>,
    /// Kinds of secret that were dropped.
    pub secrets_dropped: Vec<&'static str>,
    /// Sections not taken.
    pub not_taken: BTreeMap<String, usize>,
}

/// Places named per kind of warning.
const PLACES_SHOWN: usize = 5;

impl Report {
    /// The numbers of `plan`.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let mut report = Self {
            format_id: plan.format.id,
            format_name: plan.format.name.clone(),
            format_version: plan.format.version.clone(),
            new: 0,
            duplicate: 0,
            changed: 0,
            held: 0,
            skipped: 0,
            duplicate_reasons: BTreeMap::new(),
            held_reasons: BTreeMap::new(),
            skipped_reasons: BTreeMap::new(),
            found: plan.found.clone(),
            new_products: plan.products.iter().map(|p| p.product.name.clone()).collect(),
            questions: plan.questions.clone(),
            warnings: BTreeMap::new(),
            secrets_dropped: plan.secrets_dropped.clone(),
            not_taken: plan.not_taken.clone(),
        };
        for row in &plan.rows {
            match &row.outcome {
                Outcome::New => report.new += 1,
                Outcome::Duplicate(known) => {
                    report.duplicate += 1;
                    *report.duplicate_reasons.entry(known_word(*known)).or_default() += 1;
                }
                Outcome::Changed { .. } => report.changed += 1,
                Outcome::Held { reason } => {
                    report.held += 1;
                    *report.held_reasons.entry(reason).or_default() += 1;
                }
                Outcome::Skipped { reason } => {
                    report.skipped += 1;
                    *report.skipped_reasons.entry(reason).or_default() += 1;
                }
            }
        }
        for warning in &plan.warnings {
            let (n, places) = report.warnings.entry(warning.what).or_default();
            *n += 1;
            if places.len() < PLACES_SHOWN {
                places.push(warning.place.clone());
            }
        }
        report
    }

    /// The report as JSON with stable keys (docs/json.md). `batch` is the import's entry, once it is written.
    #[must_use]
    pub fn to_json(&self, batch: Option<EntryId>) -> Value {
        let questions: Vec<Value> = self.questions.iter().map(question_json).collect();
        let warnings: Vec<Value> = self
            .warnings
            .iter()
            .map(|(what, (count, places))| json!({"what": what, "count": count, "places": places}))
            .collect();
        json!({
            "format": {"id": self.format_id, "name": self.format_name, "version": self.format_version},
            "new": self.new,
            "duplicate": self.duplicate,
            "changed": self.changed,
            "held": self.held,
            "skipped": self.skipped,
            "duplicate_reasons": self.duplicate_reasons,
            "held_reasons": self.held_reasons,
            "skipped_reasons": self.skipped_reasons,
            "found": self.found.to_json(),
            "new_products": self.new_products,
            "questions": questions,
            "warnings": warnings,
            "secrets_dropped": self.secrets_dropped,
            "not_taken": self.not_taken,
            "batch": batch.map(|id| id.to_string()),
        })
    }
}

fn question_json(question: &Question) -> Value {
    let (kind, choices, unit) = match &question.answers {
        AnswerKind::OneOf(words) => ("one_of", words.clone(), None),
        AnswerKind::Number(unit) => ("number", Vec::new(), Some(*unit)),
        AnswerKind::Zone => ("zone", Vec::new(), None),
        AnswerKind::Columns(_) => ("columns", Vec::new(), None),
        AnswerKind::Product => ("product", Vec::new(), None),
    };
    json!({
        "id": question.id,
        "kind": kind,
        "choices": choices,
        "unit": unit,
        "careful": question.careful,
        "given": question.given,
        "rows": question.n_rows,
        "examples": question.examples,
    })
}

fn known_word(known: Known) -> &'static str {
    match known {
        Known::Again => "imported_before",
        Known::SameEntry => "same_entry_from_elsewhere",
        Known::OlderVersion => "older_version",
        Known::RemovedByHand => "removed_by_hand",
        Known::YoursKept => "changed_by_hand",
        Known::TwiceInFile => "twice_in_file",
        Known::OtherAmount => "same_entry_other_amount",
        Known::AnotherKind => "imported_as_another_kind",
    }
}
