//! TaperK's stored state as JSON. Its CSV export is read elsewhere.
//!
//! The time is when an entry was typed, which is all anybody knows. Its schedule is not adopted.

use super::gather::{self, Gather, Given, Spot, Whose, dose_at};
use super::json::{Object, Value};
use super::row::{Format, ProductHint, Reading};
use super::secrets::Dropped;
use super::substance;
use super::unhookd::foreign_plan;
use ebb_core::amount::Quantity;
use ebb_core::event::{CheckIn, CoUse, Event, Note, NoteKind, Precision, ProductKind, Route};
use ebb_core::moment::Moment;

/// Reads a stored state.
pub(crate) fn read(given: Given<'_>, state: &Object, dropped: Dropped) -> Reading {
    let format = Format {
        id: "taperk",
        name: "TaperK (stored state, JSON)".to_owned(),
        version: None,
    };
    let mut reader = Reader {
        gather: Gather::new(given, format, dropped, None),
    };
    for (i, log) in state.list("doseLogs").iter().enumerate() {
        reader.dose_log(format!("doseLogs[{i}]"), log);
    }
    for (i, symptoms) in state.list("symptomCheckIns").iter().enumerate() {
        reader.symptoms(format!("symptomCheckIns[{i}]"), symptoms);
    }
    if let Some(setup) = state.object("setupData") {
        reader.setup(setup);
    }
    reader.gather.leave("taper schedule", state.list("taperPlan").len());
    reader.gather.finish()
}

/// What TaperK's product words mean. `other` may be anything, so it is asked about.
pub(crate) fn product_kind(word: &str) -> Option<ProductKind> {
    match word.trim().to_lowercase().as_str() {
        "powder" | "capsules" | "capsule" | "tea" | "leaf" => Some(ProductKind::Leaf),
        "extract" => Some(ProductKind::Extract),
        "7-oh / enhanced" => Some(ProductKind::SevenOh),
        other => substance::kind_of(other),
    }
}

struct Reader<'a> {
    gather: Gather<'a>,
}

impl Reader<'_> {
    fn when(&mut self, place: &str, item: &Object) -> Result<Moment, &'static str> {
        self.gather.iso(place, item.text("timestamp").ok_or("no_time")?, None)
    }

    fn dose_log(&mut self, place: String, value: &Value) {
        let Some(log) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_dosage");
            return;
        };
        let spot = Spot::named(place, log.text("id"));
        if let Err(reason) = self.dose(&spot, log, value) {
            self.gather.hold(spot, reason, value);
        }
    }

    fn dose(&mut self, spot: &Spot, log: &Object, value: &Value) -> Result<(), &'static str> {
        let when = self.when(&spot.place, log)?;
        let grams = self.gather.amount_in(log.get("amount"))?;
        let note = self.gather.words(&spot.place, log.text("notes"));
        let word = log.text("productType").map(str::trim).unwrap_or_default();
        let whose = match (word, product_kind(word)) {
            ("", _) => Whose::Kratom(ProductHint::named("", ProductKind::Leaf)),
            // An amount "in grams" of anything but leaf needs a person's word.
            (word, kind) => self.gather.product(word, kind, kind != Some(ProductKind::Leaf)),
        };
        match whose {
            Whose::NotMine => self.gather.skip(spot.clone(), "someone_else"),
            Whose::Other => {
                let co_use = CoUse {
                    when,
                    precision: Precision::Minute,
                    substance: word.to_owned(),
                    amount: grams,
                    unit: grams.and(Some("g".to_owned())),
                    route: Route::Oral,
                    note,
                };
                self.gather.co_use(spot.clone(), co_use);
            }
            Whose::Kratom(hint) => {
                let mut dose = dose_at(when);
                dose.amount = grams.map(Quantity::grams);
                dose.note = note;
                let product = (!hint.name.is_empty()).then_some(hint);
                self.gather.dose(spot.clone(), dose, product, value);
            }
        }
        Ok(())
    }

    fn symptoms(&mut self, place: String, value: &Value) {
        let Some(item) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_check_in");
            return;
        };
        let spot = Spot::named(place, item.text("id"));
        let mut check_in = match self.when(&spot.place, item) {
            Ok(when) => CheckIn::at(when),
            Err(reason) => return self.gather.hold(spot, reason, value),
        };
        for (name, level) in item.iter() {
            let Some(level) = level.number().filter(|level| (0.0..=10.0).contains(level)) else {
                continue;
            };
            match name {
                "cravings" => check_in.craving = Some(level),
                "mood" => check_in.mood = Some(level),
                "sleepQuality" => check_in.sleep = Some(level),
                _ => {
                    check_in.scales.insert(name.chars().take(60).collect(), level);
                }
            }
        }
        check_in.note = self.gather.words(&spot.place, item.text("notes"));
        self.gather.entry(spot, Event::CheckIn(check_in));
    }

    fn setup(&mut self, setup: &Object) {
        let date = setup.text("startDate").and_then(gather::date);
        let when = date.ok_or("no_time").and_then(|date| self.gather.day(date));
        let Ok(when) = when else {
            self.gather.leave("setup", 1);
            return;
        };
        self.gather.entry(
            Spot::named("setupData".to_owned(), Some("setupData")),
            Event::Note(Note {
                when,
                precision: Precision::Day,
                text: foreign_plan(setup, |_| true),
                kind: NoteKind::ForeignPlan,
            }),
        );
    }
}
