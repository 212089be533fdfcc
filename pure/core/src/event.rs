//! Everything a person can record, as one enum.
//!
//! These structs *are* the frozen form of version 1 (see [`v1`]): golden files in `tests/frozen` keep them from drifting.
//! A field may be added if it is optional; a field is never renamed, and its meaning never changes. A new variant of a
//! choice (a unit, a way of taking) cannot be read by older programs and takes a new version.

mod check_in;
mod forecast;
mod learning;
pub mod v1;

pub use check_in::{CheckIn, Craving, CravingOutcome, FeltEffect, Symptom};
pub use forecast::{Assumed, AssumedDose, Forecast};
pub use learning::{Learning, LearningSays};

use crate::amount::{Estimate, Quantity};
use crate::entry::EntryId;
use crate::moment::Moment;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One recorded thing.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Something was taken.
    Dose(Dose),
    /// An earlier entry is changed, field by field.
    Amendment(Amendment),
    /// An earlier entry is taken back (and may come back: retract the retraction).
    Retraction(Retraction),
    /// A product the person uses.
    Product(Product),
    /// A new bag, bottle or brew of a product.
    Batch(Batch),
    /// How the person is.
    CheckIn(CheckIn),
    /// How strong a dose felt and how long, asked hours later.
    FeltEffect(FeltEffect),
    /// An urge, and what became of it.
    Craving(Craving),
    /// Another substance or medicine.
    CoUse(CoUse),
    /// Words.
    Note(Note),
    /// What is known of a whole day: a total, nothing taken, or use of unknown amount.
    Day(DayStatement),
    /// An import: the parent of the entries it brought.
    ImportBatch(ImportBatch),
    /// A row of an import that needs a person's eye before it may count.
    Held(Held),
    /// Changed settings.
    Settings(Settings),
    /// Somebody the person could call.
    Person(Person),
    /// A forecast that was shown, kept to be compared with what came.
    Forecast(Forecast),
    /// Whether Ebb may learn from reports, and from when on.
    Learning(Learning),
    /// Written by a newer Ebb: kept byte for byte, shown as such.
    Unknown(Unknown),
}

/// How exactly a time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the minute or better.
    #[default]
    Minute,
    /// Only the day is known; the stored time of day means nothing.
    Day,
}

impl Precision {
    fn is_minute(&self) -> bool {
        *self == Self::Minute
    }
}

/// How it was taken. The engine knows only swallowing, which is where what was held in the mouth ends up too; every other
/// way is kept for the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Route {
    #[default]
    Oral,
    Sublingual,
    Buccal,
    Insufflated,
    Rectal,
    Transdermal,
    Subcutaneous,
    Intramuscular,
    Intravenous,
    Smoked,
    Inhaled,
    Other,
}

impl Route {
    /// Every way.
    pub const ALL: [Self; 12] = [
        Self::Oral,
        Self::Sublingual,
        Self::Buccal,
        Self::Insufflated,
        Self::Rectal,
        Self::Transdermal,
        Self::Subcutaneous,
        Self::Intramuscular,
        Self::Intravenous,
        Self::Smoked,
        Self::Inhaled,
        Self::Other,
    ];

    fn is_oral(&self) -> bool {
        *self == Self::Oral
    }
}

/// How full the stomach was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Stomach {
    Empty,
    QuarterFull,
    HalfFull,
    Full,
    VeryFull,
}

/// A dose. `amount: None` is an unknown amount, which is not zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dose {
    /// When it began.
    pub when: Moment,
    /// Whether the time of day is known.
    #[serde(default, skip_serializing_if = "Precision::is_minute")]
    pub precision: Precision,
    /// Minutes over which it was taken evenly (a sipped tea); absent means at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_min: Option<f64>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// The [`Product`] entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<EntryId>,
    /// The [`Batch`] entry, when the person names one; otherwise the newest batch opened by then counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<EntryId>,
    /// By which way.
    #[serde(default, skip_serializing_if = "Route::is_oral")]
    pub route: Route,
    /// How full the stomach was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stomach: Option<Stomach>,
    /// Why, in a word or few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Mood at the time, in the person's or their app's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Dose {
    /// A dose of which only the time is known yet.
    #[must_use]
    pub fn of_unknown_amount(when: Moment) -> Self {
        Self {
            when,
            precision: Precision::Minute,
            over_min: None,
            amount: None,
            product: None,
            batch: None,
            route: Route::Oral,
            stomach: None,
            reason: None,
            mood: None,
            note: None,
        }
    }
}

/// Changes fields of an earlier entry: a JSON merge patch (RFC 7396) on the target's body. Later amendments win, field
/// by field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Amendment {
    /// The entry changed.
    pub target: EntryId,
    /// The patch; `null` removes a field.
    pub changes: serde_json::Map<String, serde_json::Value>,
}

/// Takes an entry back. Nothing is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retraction {
    /// The entry taken back; an [`ImportBatch`] takes all its entries with it.
    pub target: EntryId,
}

/// What kind of product. 7-OH, pseudoindoxyl and MGM products are diary-only (rule 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductKind {
    /// Dried leaf: powder, capsules, tea.
    Leaf,
    /// Concentrated leaf extract.
    Extract,
    /// A 7-hydroxymitragynine product.
    SevenOh,
    /// Mitragynine pseudoindoxyl, MGM-15 and the like.
    OtherAlkaloid,
}

impl ProductKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Leaf, Self::Extract, Self::SevenOh, Self::OtherAlkaloid];

    /// Whether the evidence allows a forecast (rule 9).
    #[must_use]
    pub fn has_forecast(self) -> bool {
        matches!(self, Self::Leaf | Self::Extract)
    }
}

/// A product in the person's words, with whatever is known of its strength.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// The person's name for it.
    pub name: String,
    /// What it is.
    pub kind: ProductKind,
    /// Milligrams of mitragynine per gram.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mitragynine_mg_per_g: Option<Estimate>,
    /// Milligrams of mitragynine per piece (a shot, a tablet).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mitragynine_mg_each: Option<Estimate>,
    /// Milligrams of 7-hydroxymitragynine per piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seven_oh_mg_each: Option<Estimate>,
    /// Grams of powder in one capsule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grams_per_capsule: Option<Estimate>,
    /// Grams of powder on one teaspoon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grams_per_teaspoon: Option<Estimate>,
    /// Grams of leaf brewed per litre of tea.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tea_grams_per_litre: Option<Estimate>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Product {
    /// Dried leaf of which nothing but the name is known.
    #[must_use]
    pub fn leaf(name: String) -> Self {
        Self {
            name,
            kind: ProductKind::Leaf,
            mitragynine_mg_per_g: None,
            mitragynine_mg_each: None,
            seven_oh_mg_each: None,
            grams_per_capsule: None,
            grams_per_teaspoon: None,
            tea_grams_per_litre: None,
            note: None,
        }
    }
}

/// A new bag, bottle or brew: the same product, perhaps another strength.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Of which product.
    pub product: EntryId,
    /// Doses of the product from then on come from it.
    pub opened: Moment,
    /// The person's name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Milligrams of mitragynine per gram, if known for this batch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mitragynine_mg_per_g: Option<Estimate>,
    /// Grams of leaf per litre, if known for this brew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tea_grams_per_litre: Option<Estimate>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Another substance or medicine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoUse {
    /// When.
    pub when: Moment,
    /// Whether the time of day is known.
    #[serde(default, skip_serializing_if = "Precision::is_minute")]
    pub precision: Precision,
    /// What, in the person's words.
    pub substance: String,
    /// How much, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// The unit of `amount`, in the person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// By which way.
    #[serde(default, skip_serializing_if = "Route::is_oral")]
    pub route: Route,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a note is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A note.
    #[default]
    Plain,
    /// A day worth marking, such as the day of stopping.
    Milestone,
    /// A plan made elsewhere, kept to read and never followed by Ebb.
    ForeignPlan,
}

/// Words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// When.
    pub when: Moment,
    /// Whether the time of day is known.
    #[serde(default, skip_serializing_if = "Precision::is_minute")]
    pub precision: Precision,
    /// The words.
    pub text: String,
    /// What for.
    #[serde(default)]
    pub kind: NoteKind,
}

/// A day as text, `2026-03-29`. Not by jiff's own hand: its errors would bring all its sentences into the app.
mod day_text {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom("a day must read 2026-03-29"))
    }
}

/// What is known of a whole day, without times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DayStatement {
    /// The day, as the person or the file meant it.
    #[serde(with = "day_text")]
    pub day: Date,
    /// What is said.
    pub says: DaySays,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The three things that can be known of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DaySays {
    /// Nothing was taken: the only statement of a day without (rule 6).
    NothingTaken,
    /// Something was taken, nobody knows how much.
    Unknown,
    /// This much in all. Never added to single doses of the same day.
    Total(Quantity),
}

/// An import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportBatch {
    /// Name of the format.
    pub format: String,
    /// Its version, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The file's name without its folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Questions asked and how they were answered.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// Rows read.
    pub rows: u64,
}

/// A row of an import that must not count before a person has looked at it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Where in the file: a line or a path.
    pub place: String,
    /// Why, as a stable word such as `over_100_g`.
    pub reason: String,
    /// The row as text.
    pub row: String,
}

/// Changed settings; absent fields stay as they were.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Hour at which a day starts, 0 to 23.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_start: Option<i8>,
    /// IANA name of the home zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The product meant when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<EntryId>,
}

/// Somebody the person could call. Sealed like everything else, so it can only be shown while the diary is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// What the person calls them.
    pub name: String,
    /// The telephone number, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Anything else: who they are, when to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An entry of a kind or version this program does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Its kind, as written.
    pub kind: String,
    /// The whole payload, byte for byte.
    pub raw: String,
}
