//! Builds readings and diaries by hand, and does to a diary what a person would.

use ebb_core::amount::{Quantity, Unit};
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, EntryId, Pen};
use ebb_core::event::{Amendment, Dose, Event, ProductKind, Retraction};
use ebb_core::fold::fold;
use ebb_core::moment::Moment;
use ebb_exchange::import::{Answers, Format, Plan, ProductHint, Reading, Report, Row, Says, apply, plan};
use std::collections::BTreeMap;

/// A diary on the bench: entries, and a hand that writes.
pub(crate) struct Bench {
    pub(crate) entries: Vec<Entry>,
    now_ms: i64,
    random: u64,
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self {
            entries: Vec::new(),
            now_ms: 1_790_000_000_000,
            random: 0,
        }
    }

    pub(crate) fn diary(&self) -> Diary {
        fold(self.entries.iter().cloned())
    }

    pub(crate) fn plan(&self, reading: &Reading, answers: &[(&str, &str)], file: &str) -> Plan {
        plan(reading, &self.diary(), &said(answers), Some(file))
    }

    /// Imports and says what came of it.
    pub(crate) fn import(&mut self, reading: &Reading) -> Report {
        self.import_with(reading, &[], "file.csv")
    }

    pub(crate) fn import_with(&mut self, reading: &Reading, answers: &[(&str, &str)], file: &str) -> Report {
        let plan = self.plan(reading, answers, file);
        self.apply(&plan);
        Report::of(&plan)
    }

    pub(crate) fn apply(&mut self, plan: &Plan) {
        self.now_ms += 60_000;
        let mut pen = Pen::after(self.diary().last_clock);
        let mut random = self.random;
        let entries = apply(plan, &mut pen, self.now_ms, &mut || next(&mut random));
        self.random = random;
        self.entries.extend(entries);
    }

    pub(crate) fn write(&mut self, event: Event) -> EntryId {
        self.now_ms += 60_000;
        let mut pen = Pen::after(self.diary().last_clock);
        let entry = pen.write(self.now_ms, next(&mut self.random), None, event);
        let id = entry.id;
        self.entries.push(entry);
        id
    }

    pub(crate) fn retract(&mut self, target: EntryId) -> EntryId {
        self.write(Event::Retraction(Retraction { target }))
    }

    pub(crate) fn amend(&mut self, target: EntryId, changes: serde_json::Value) {
        let changes = changes.as_object().unwrap().clone();
        self.write(Event::Amendment(Amendment { target, changes }));
    }

    /// Takes the newest import back.
    pub(crate) fn undo(&mut self) {
        let newest = self.diary().imports.last().unwrap().id;
        self.retract(newest);
    }
}

fn next(counter: &mut u64) -> [u8; 10] {
    *counter += 1;
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&counter.to_be_bytes());
    bytes
}

pub(crate) fn said(answers: &[(&str, &str)]) -> Answers {
    Answers(
        answers
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect(),
    )
}

pub(crate) fn reading(format: &'static str, rows: Vec<Row>) -> Reading {
    Reading {
        format: Format {
            id: format,
            name: format.to_owned(),
            version: None,
        },
        rows,
        questions: Vec::new(),
        warnings: Vec::new(),
        not_taken: BTreeMap::new(),
        secrets_dropped: Vec::new(),
    }
}

/// `2026-02-13T17:26` in Berlin winter time.
pub(crate) fn moment(text: &str) -> Moment {
    let seconds = if text.len() == 16 { ":00" } else { "" };
    Moment::from_text(&format!("{text}{seconds}+01:00[Europe/Berlin]")).unwrap()
}

pub(crate) fn dose(when: &str, grams: Option<f64>) -> Dose {
    Dose {
        amount: grams.map(Quantity::grams),
        ..Dose::of_unknown_amount(moment(when))
    }
}

pub(crate) fn capsules(when: &str, n: f64) -> Dose {
    Dose {
        amount: Some(Quantity::new(n, Unit::Capsule)),
        ..dose(when, None)
    }
}

pub(crate) fn row(n: usize, id: Option<&str>, says: Says) -> Row {
    Row {
        place: format!("line {n}"),
        source_id: id.map(str::to_owned),
        says,
    }
}

pub(crate) fn dose_row(n: usize, id: Option<&str>, dose: Dose) -> Row {
    let says = Says::Dose {
        dose,
        product: None,
        felt: None,
    };
    row(n, id, says)
}

pub(crate) fn product_row(n: usize, id: Option<&str>, dose: Dose, name: &str, kind: ProductKind) -> Row {
    let says = Says::Dose {
        dose,
        product: Some(ProductHint::named(name, kind)),
        felt: None,
    };
    row(n, id, says)
}

pub(crate) fn held_row(n: usize, id: Option<&str>, text: &str) -> Row {
    let says = Says::Held {
        reason: "over_100_g",
        row: text.to_owned(),
    };
    row(n, id, says)
}
