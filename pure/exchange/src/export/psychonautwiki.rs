//! The PsychonautWiki Journal's legacy JSON, with every field spelled out so that both of its old readers take it
//! and for the programs that read it since.
//!
//! The shape holds doses, other substances, ratings in its own words and notes. Amounts are grams of leaf or milligrams
//! of an alkaloid where they are known, otherwise the number and the word as typed; an unknown amount is `null`.

use ebb_core::amount::{Each, Quantity, Unit};
use ebb_core::diary::Diary;
use ebb_core::event::{CoUse, Dose, Precision, Product, ProductKind, Route, Stomach};
use ebb_core::moment::Moment;
use ebb_core::{day, entry::Hlc};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

use crate::import::nominal_grams;

/// Words of the journal's ratings; others have no place there.
const RATINGS: [&str; 6] = ["minus", "plusMinus", "plus", "twoPlus", "threePlus", "fourPlus"];

/// Said in a dose's notes, because the shape has no field for it.
const TIME_UNKNOWN: &str = "time of day unknown";

/// One local day, the journal's "experience".
#[derive(Default)]
struct Experience {
    first_ms: Option<i64>,
    written_ms: i64,
    ingestions: Vec<Value>,
    ratings: Vec<Value>,
    notes: Vec<Value>,
}

impl Experience {
    fn see(&mut self, at_ms: i64, clock: Hlc) {
        self.first_ms = Some(self.first_ms.map_or(at_ms, |ms| ms.min(at_ms)));
        self.written_ms = self.written_ms.max(clock.0);
    }
}

/// The diary as a journal.
#[must_use]
pub fn write(diary: &Diary) -> String {
    let products: BTreeMap<_, _> = diary.products.iter().map(|p| (p.id, &p.body)).collect();
    let mut days: BTreeMap<Date, Experience> = BTreeMap::new();
    let mut substances = BTreeSet::new();
    for dose in &diary.doses {
        let id = dose.body.product.or(diary.default_product);
        let product = id.and_then(|id| products.get(&id).copied());
        let taken = Taken::new(&dose.body, product);
        substances.insert(taken.substance.to_owned());
        let day = days.entry(diary.day_of_dose(&dose.body)).or_default();
        day.see(dose.body.when.ms(), dose.clock);
        day.ingestions.push(ingestion(&dose.body, &taken, dose.clock));
    }
    for co_use in &diary.co_uses {
        let c = &co_use.body;
        substances.insert(c.substance.clone());
        let day = days.entry(local_day(diary, &c.when, c.precision)).or_default();
        day.see(c.when.ms(), co_use.clock);
        day.ingestions.push(other_ingestion(c, co_use.clock));
    }
    for felt in &diary.felt_effects {
        let Some(word) = RATINGS.iter().find(|w| felt.body.word.as_deref() == Some(**w)) else {
            continue;
        };
        let ms = felt.body.when.ms();
        let day = days
            .entry(local_day(diary, &felt.body.when, Precision::Minute))
            .or_default();
        day.see(ms, felt.clock);
        day.ratings
            .push(json!({"option": word, "time": ms, "creationDate": felt.clock.0}));
    }
    for note in &diary.notes {
        let ms = note.body.when.ms();
        let day = days
            .entry(local_day(diary, &note.body.when, note.body.precision))
            .or_default();
        day.see(ms, note.clock);
        day.notes.push(json!({
            "creationDate": note.clock.0,
            "time": ms,
            "note": note.body.text,
            "color": "GREEN",
            "isPartOfTimeline": false,
        }));
    }
    let experiences: Vec<Value> = days.into_iter().map(|(day, e)| experience(day, e)).collect();
    let companions: Vec<Value> = substances
        .iter()
        .map(|name| json!({"substanceName": name, "color": "GREEN"}))
        .collect();
    let journal = json!({
        "experiences": experiences,
        "substanceCompanions": companions,
        "customSubstances": [],
        "customUnits": [],
    });
    format!("{journal:#}\n")
}

fn local_day(diary: &Diary, when: &Moment, precision: Precision) -> Date {
    match precision {
        Precision::Minute => day::of(when, diary.day_start),
        Precision::Day => when.wall().date(),
    }
}

fn experience(day: Date, e: Experience) -> Value {
    json!({
        "title": day.to_string(),
        "text": "",
        "creationDate": e.written_ms,
        "sortDate": e.first_ms,
        "isFavorite": false,
        "ingestions": e.ingestions,
        "location": null,
        "ratings": e.ratings,
        "timedNotes": e.notes,
    })
}

/// A dose in the words of the journal.
struct Taken {
    substance: &'static str,
    amount: Option<f64>,
    units: String,
    is_estimate: bool,
    sd: Option<f64>,
}

impl Taken {
    fn new(dose: &Dose, product: Option<&Product>) -> Self {
        let kind = product.map(|p| p.kind);
        let Some(quantity) = &dose.amount else {
            return Self {
                substance: substance(kind, None),
                amount: None,
                units: match kind {
                    None | Some(ProductKind::Leaf) => "g",
                    Some(_) => "mg",
                }
                .to_owned(),
                is_estimate: false,
                sd: None,
            };
        };
        let n = quantity.value;
        let own_mg = |mg: Option<ebb_core::amount::Estimate>| (quantity.unit == Unit::Piece).then_some(mg).flatten();
        let alkaloid = match (&quantity.unit, &quantity.each) {
            (Unit::MgMitragynine, _) => Some(("Mitragynine", 1.0)),
            (Unit::MgSevenOh, _) => Some(("7-OH", 1.0)),
            (_, Some(Each::MgMitragynine(each))) => Some(("Mitragynine", each.value)),
            (_, Some(Each::MgSevenOh(each))) => Some(("7-OH", each.value)),
            _ => product.and_then(|p| {
                let seven_oh = own_mg(p.seven_oh_mg_each).map(|e| ("7-OH", e.value));
                seven_oh.or_else(|| own_mg(p.mitragynine_mg_each).map(|e| ("Mitragynine", e.value)))
            }),
        };
        let (substance, amount, units) = match (alkaloid, nominal_grams(quantity, product)) {
            (Some((name, each)), _) => (name, n * each, "mg".to_owned()),
            (None, Some(grams)) => (substance(kind, Some(quantity)), grams, "g".to_owned()),
            (None, None) => (substance(kind, Some(quantity)), n, unit_word(quantity)),
        };
        let one = if n > 0.0 { amount / n } else { 1.0 };
        let is_counted = !matches!(
            quantity.unit,
            Unit::Gram | Unit::Milligram | Unit::MgMitragynine | Unit::MgSevenOh
        );
        Self {
            substance,
            amount: Some(amount),
            units,
            is_estimate: quantity.sd.is_some() || is_counted,
            sd: quantity.sd.map(|sd| sd * one),
        }
    }
}

/// 7-OH and the like never under the name of leaf.
fn substance(kind: Option<ProductKind>, quantity: Option<&Quantity>) -> &'static str {
    match (kind, quantity.map(|q| q.unit)) {
        (Some(ProductKind::SevenOh), _) | (None, Some(Unit::MgSevenOh)) => "7-OH",
        (Some(ProductKind::OtherAlkaloid), _) => "Mitragynine pseudoindoxyl",
        (Some(ProductKind::Extract), _) => "Kratom extract",
        (Some(ProductKind::Leaf) | None, _) => "Kratom",
    }
}

fn unit_word(quantity: &Quantity) -> String {
    let word = match quantity.unit {
        Unit::Gram => "g",
        Unit::Milligram | Unit::MgMitragynine | Unit::MgSevenOh => "mg",
        Unit::Teaspoon => "teaspoon",
        Unit::Tablespoon => "tablespoon",
        Unit::Capsule => "capsule",
        Unit::TeaMl => "ml",
        Unit::Piece => quantity.unit_name.as_deref().unwrap_or("piece"),
    };
    word.to_owned()
}

fn ingestion(dose: &Dose, taken: &Taken, clock: Hlc) -> Value {
    let ms = dose.when.ms();
    #[expect(clippy::cast_possible_truncation, reason = "minutes of one dose, far inside i64")]
    let end = dose.over_min.map(|minutes| ms + (minutes * 60_000.0).round() as i64);
    let unknown = (dose.precision == Precision::Day).then_some(TIME_UNKNOWN);
    let notes: Vec<&str> = [
        dose.note.as_deref(),
        dose.reason.as_deref(),
        dose.mood.as_deref(),
        unknown,
    ]
    .into_iter()
    .flatten()
    .collect();
    json!({
        "substanceName": taken.substance,
        "time": ms,
        "endTime": end,
        "creationDate": clock.0,
        "administrationRoute": route(dose.route),
        "dose": taken.amount,
        "isDoseAnEstimate": taken.is_estimate,
        "estimatedDoseStandardDeviation": taken.sd,
        "units": taken.units,
        "notes": notes.join(" · "),
        "stomachFullness": dose.stomach.map(stomach),
        "consumerName": null,
        "customUnitId": null,
    })
}

fn other_ingestion(co_use: &CoUse, clock: Hlc) -> Value {
    json!({
        "substanceName": co_use.substance,
        "time": co_use.when.ms(),
        "endTime": null,
        "creationDate": clock.0,
        "administrationRoute": route(co_use.route),
        "dose": co_use.amount,
        "isDoseAnEstimate": false,
        "estimatedDoseStandardDeviation": null,
        "units": co_use.unit.as_deref().unwrap_or_default(),
        "notes": co_use.note.as_deref().unwrap_or_default(),
        "stomachFullness": null,
        "consumerName": null,
        "customUnitId": null,
    })
}

/// The journal has no word for another way; it is written as swallowed there.
fn route(route: Route) -> &'static str {
    match route {
        Route::Oral | Route::Other => "ORAL",
        Route::Sublingual => "SUBLINGUAL",
        Route::Buccal => "BUCCAL",
        Route::Insufflated => "INSUFFLATED",
        Route::Rectal => "RECTAL",
        Route::Transdermal => "TRANSDERMAL",
        Route::Subcutaneous => "SUBCUTANEOUS",
        Route::Intramuscular => "INTRAMUSCULAR",
        Route::Intravenous => "INTRAVENOUS",
        Route::Smoked => "SMOKED",
        Route::Inhaled => "INHALED",
    }
}

fn stomach(stomach: Stomach) -> &'static str {
    match stomach {
        Stomach::Empty => "EMPTY",
        Stomach::QuarterFull => "QUARTERFULL",
        Stomach::HalfFull => "HALFFULL",
        Stomach::Full => "FULL",
        Stomach::VeryFull => "VERYFULL",
    }
}
