//! The neutral form every reader produces: rows with a place, questions, warnings. No format leaks beyond here.

use ebb_core::amount::Estimate;
use ebb_core::event::{Dose, Event, FeltEffect, ProductKind};
use std::collections::BTreeMap;

/// What a file was recognised as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// Stable word, part of every merge key: `psychonautwiki`, `herbal_tracker`, `unhookd`, `tea_taper`, `taperk`,
    /// `medtimer`, `loop_habit`, `fukratom`, `piru`, `drugspro`, `csv`.
    pub id: &'static str,
    /// Name for people, such as "PsychonautWiki Journal (Android, legacy JSON)".
    pub name: String,
    /// Version as the file states it.
    pub version: Option<String>,
}

/// Everything a reader found in one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the file is.
    pub format: Format,
    /// Rows in file order.
    pub rows: Vec<Row>,
    /// What the file leaves open. Answered ones are listed too, so a preview can show them.
    pub questions: Vec<Question>,
    /// What a person should know, with the place where it happened.
    pub warnings: Vec<Warning>,
    /// Sections that were not taken, by name, with how many things they held.
    pub not_taken: BTreeMap<String, usize>,
    /// Kinds of secret that were in the file and were dropped ("recovery code"), never the secret itself.
    pub secrets_dropped: Vec<&'static str>,
}

/// One row of the source.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where it stands: `line 12` or `experiences[3].ingestions[0]`.
    pub place: String,
    /// The source's own stable id, if it has one.
    pub source_id: Option<String>,
    /// What it says.
    pub says: Says,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every row is the largest variant, a dose"
)]
pub enum Says {
    /// A dose of kratom, extract or 7-OH, with its product and how it felt, when the same row says so.
    Dose {
        /// The dose; `product` stays `None`, the plan fills it from `product` here.
        dose: Dose,
        /// The product in the source's words; `None` when the source names none.
        product: Option<ProductHint>,
        /// Felt effect on the same row; its `dose` field is filled by the plan.
        felt: Option<FeltEffect>,
    },
    /// Anything else that becomes one entry: check-in, felt effect, craving, co-use, note, day statement.
    Entry(Event),
    /// Must not count before a person has looked: kept in the diary as held.
    Held {
        /// Stable word: `over_100_g`, `before_1990`, `in_the_future`, `no_such_date`, `negative_amount`,
        /// `not_a_number`, `ambiguous_amount`, `no_time`, …
        reason: &'static str,
        /// The row as text, for the person to read.
        row: String,
    },
    /// Left out on purpose: `someone_else`, `status_skipped`, `not_a_dosage`, …
    Skipped {
        /// Stable word.
        reason: &'static str,
    },
}

/// A product in the source's words.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductHint {
    /// Its name there.
    pub name: String,
    /// What it is; leaf unless the source or an answer says otherwise.
    pub kind: ProductKind,
    /// Milligrams of mitragynine per piece, by label or answer.
    pub mitragynine_mg_each: Option<Estimate>,
    /// Milligrams of 7-hydroxymitragynine per piece, by label or answer.
    pub seven_oh_mg_each: Option<Estimate>,
    /// Grams of leaf per litre of tea, by answer.
    pub tea_grams_per_litre: Option<Estimate>,
}

impl ProductHint {
    /// A product known by name and kind only.
    #[must_use]
    pub fn named(name: impl Into<String>, kind: ProductKind) -> Self {
        Self {
            name: name.into(),
            kind,
            mitragynine_mg_each: None,
            seven_oh_mg_each: None,
            tea_grams_per_litre: None,
        }
    }
}

/// Something the file leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Stable id, also the name in `--answer ID=VALUE`: `zone`, `decimal`, `dates`, `columns`, `zero`, `encoding`,
    /// `unit:pinch`, `product:Extract shot`, `capsule_grams`, `teaspoon_grams`, `tea_grams_per_litre`,
    /// `other_people`, `co_use`, `repeats`, `twins`, `near`, `contact`, …
    pub id: String,
    /// What may be answered.
    pub answers: AnswerKind,
    /// The careful answer that holds until someone answers: it never invents an amount.
    pub careful: String,
    /// The answer given, if one was.
    pub given: Option<String>,
    /// How many rows depend on it.
    pub n_rows: usize,
    /// A few examples of such cells, as written.
    pub examples: Vec<String>,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerKind {
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A number, with its unit, or `unknown`.
    Number(&'static str),
    /// An IANA zone.
    Zone,
    /// What each of these columns is: `date,time,amount,note,-`.
    Columns(Vec<ColumnSeen>),
    /// A product: `leaf`, `extract:112.5mg`, `7oh:15mg`, `other`, `not_mine`.
    Product,
}

/// A column as it stands in the file, to recognise it by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnSeen {
    /// Its heading; empty when it has none.
    pub heading: String,
    /// The first few cells that hold something.
    pub cells: Vec<String>,
}

/// Something worth telling, with its place. `what` is a stable word; sentences are made by `ebb-present`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where in the file.
    pub place: String,
    /// Stable word, such as `end_before_start`, `row_has_extra_cells`, `hour_twice`, `hour_missing`.
    pub what: &'static str,
}

/// Answers by question id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// The answer to `id`, trimmed, if given.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(|a| a.trim())
    }
}
