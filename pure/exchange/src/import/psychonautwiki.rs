//! PsychonautWiki Journal: legacy JSON of Android and iOS, and versions 14 and 15.
//!
//! Instants are milliseconds since 1970 without a zone. Other people's doses are left out, other substances become
//! co-use, and 7-OH is never leaf. The original app replaces a diary when it imports; here rows are only read.

mod units;

use super::amounts;
use super::gather::{self, Gather, Given, Spot, Tick, Whose, dose_at, with_words};
use super::json::{Object, Value};
use super::measure::{measure, one_holds};
use super::row::{AnswerKind, Format, ProductHint, Reading};
use super::secrets::Dropped;
use super::substance;
use ebb_core::amount::{Quantity, Unit};
use ebb_core::event::{CoUse, Event, FeltEffect, Precision, ProductKind, Route, Stomach};
use ebb_core::moment::Moment;
use std::collections::{BTreeMap, BTreeSet};
use units::{OneUnit, Units};

/// The newest version of the closed app whose files were seen.
const NEWEST: f64 = 15.0;
/// Longest time over which one dose may have been taken, in minutes; beyond it the end is a mistake.
const MAX_OVER_MIN: f64 = 24.0 * 60.0;

/// Reads a journal.
pub(crate) fn read(given: Given<'_>, journal: &Object, dropped: Dropped) -> Reading {
    let mut reader = Reader {
        gather: Gather::new(given, format(journal), dropped, None),
        units: Units::new(journal.list("customUnits")),
        resolved: BTreeMap::new(),
        custom: custom_substances(journal),
    };
    if journal_version(journal).is_some_and(|version| version >= NEWEST + 1.0) {
        reader.gather.warn("exportSource", "newer_version");
    }
    for (i, experience) in journal.list("experiences").iter().enumerate() {
        reader.experience(&format!("experiences[{i}]"), experience);
    }
    for key in ["substanceCompanions", "customSubstances", "dailyDoseItems"] {
        reader.gather.leave(key, journal.list(key).len());
    }
    for (key, value) in journal.iter() {
        let known = [
            "experiences",
            "customUnits",
            "exportSource",
            "substanceCompanions",
            "customSubstances",
            "dailyDoseItems",
        ];
        if !known.contains(&key) && *value != Value::Null {
            reader.gather.leave(key, 1);
        }
    }
    reader.gather.finish()
}

fn format(journal: &Object) -> Format {
    let version = journal.text("exportSource").map(gather::version_text);
    let name = match &version {
        Some(source) => format!("PsychonautWiki Journal ({source}, JSON)"),
        None => {
            let first = journal.list("experiences").first().and_then(Value::object);
            let is_ios = first.is_some_and(|e| e.has("location") && e.has("isFavorite"));
            let system = if is_ios { "iOS" } else { "Android" };
            format!("PsychonautWiki Journal ({system}, legacy JSON)")
        }
    };
    Format {
        id: "psychonautwiki",
        name,
        version,
    }
}

fn journal_version(journal: &Object) -> Option<f64> {
    journal
        .text("exportSource")?
        .split_whitespace()
        .next_back()?
        .parse()
        .ok()
}

/// Names of substances the person made up, as objects or as bare strings.
fn custom_substances(journal: &Object) -> BTreeSet<String> {
    let name = |value: &Value| match value {
        Value::Text(name) => Some(name.clone()),
        Value::Object(object) => object.text("name").map(str::to_owned),
        _ => None,
    };
    journal.list("customSubstances").iter().filter_map(name).collect()
}

struct Reader<'a, 'v> {
    gather: Gather<'a>,
    units: Units<'v>,
    /// Units looked up so far.
    resolved: BTreeMap<i64, Option<OneUnit>>,
    custom: BTreeSet<String>,
}

/// The custom unit an ingestion points at.
enum Counted {
    In(OneUnit),
    /// The file has no unit of this id.
    Missing(i64),
}

/// What was taken, as far as the ingestion and its unit say.
struct Taken {
    substance: Option<String>,
    counted: Option<Counted>,
    word: String,
}

impl Taken {
    /// A name for the product: of leaf the substance, of anything else the person's own name for the unit, so that a
    /// shot is a shot in old files and new.
    fn name(&self, kind: Option<ProductKind>) -> String {
        let unit = match &self.counted {
            Some(Counted::In(unit)) => Some(unit.name.clone()),
            _ => None,
        };
        let name = match kind {
            Some(ProductKind::Leaf) | None => self.substance.clone().or(unit),
            Some(_) => unit.or_else(|| self.substance.clone()),
        };
        name.unwrap_or_else(|| self.word.clone())
    }

    /// The kind the names speak of; the unit's own substance wins, since it is the more exact.
    fn kind(&self) -> Option<ProductKind> {
        let of_unit = match &self.counted {
            Some(Counted::In(unit)) => unit.substance.as_deref().and_then(substance::kind_of),
            _ => None,
        };
        of_unit.or_else(|| self.substance.as_deref().and_then(substance::kind_of))
    }
}

impl Reader<'_, '_> {
    fn experience(&mut self, place: &str, value: &Value) {
        let Some(experience) = value.object() else {
            self.gather.skip(Spot::new(place.to_owned()), "not_an_experience");
            return;
        };
        let begun = self.begun(experience);
        for (i, ingestion) in experience.list("ingestions").iter().enumerate() {
            self.ingestion(Spot::new(format!("{place}.ingestions[{i}]")), ingestion);
        }
        for (i, rating) in experience.list("ratings").iter().enumerate() {
            self.rating(Spot::new(format!("{place}.ratings[{i}]")), rating, &begun);
        }
        for (i, note) in experience.list("timedNotes").iter().enumerate() {
            self.timed_note(Spot::new(format!("{place}.timedNotes[{i}]")), note);
        }
        let spot = Spot::new(format!("{place}.text"));
        if let Some(text) = self.gather.words(&spot.place, experience.text("text")) {
            self.gather.note(spot, begun, text, value);
        }
        self.gather
            .leave("experience titles", usize::from(experience.text("title").is_some()));
    }

    /// When a session began: its first ingestion, or what the session itself says.
    fn begun(&self, experience: &Object) -> Result<Moment, &'static str> {
        let first = experience
            .list("ingestions")
            .iter()
            .filter_map(|i| self.gather.epoch(i.object()?.get("time"), Tick::Millisecond).ok())
            .min();
        match first {
            Some(first) => Ok(first),
            None => self
                .gather
                .epoch(experience.get("sortDate"), Tick::Millisecond)
                .or_else(|_| self.gather.epoch(experience.get("creationDate"), Tick::Millisecond)),
        }
    }

    fn timed_note(&mut self, spot: Spot, value: &Value) {
        let Some(note) = value.object() else {
            self.gather.skip(spot, "not_a_note");
            return;
        };
        match self.gather.words(&spot.place, note.text("note")) {
            Some(text) => {
                let when = self.gather.epoch(note.get("time"), Tick::Millisecond);
                self.gather.note(spot, when, text, value);
            }
            None => self.gather.skip(spot, "empty_note"),
        }
    }

    fn rating(&mut self, spot: Spot, value: &Value, begun: &Result<Moment, &'static str>) {
        const WORDS: [&str; 6] = ["minus", "plusMinus", "plus", "twoPlus", "threePlus", "fourPlus"];
        let rating = value.object();
        let word = rating
            .and_then(|r| r.text("option"))
            .and_then(|option| WORDS.into_iter().find(|w| w.eq_ignore_ascii_case(option.trim())));
        let (Some(rating), Some(word)) = (rating, word) else {
            self.gather.warn(&spot.place, "unknown_rating");
            self.gather.skip(spot, "unknown_rating");
            return;
        };
        let when = match rating.get("time") {
            Some(time) => self.gather.epoch(Some(time), Tick::Millisecond),
            None => {
                self.gather.warn(&spot.place, "rating_of_whole_session");
                begun.clone()
            }
        };
        match when {
            Ok(when) => self.gather.entry(
                spot,
                Event::FeltEffect(FeltEffect {
                    when,
                    dose: None,
                    strength: None,
                    duration_h: None,
                    word: Some(word.to_owned()),
                    scales: BTreeMap::new(),
                    note: None,
                }),
            ),
            Err(reason) => self.gather.hold(spot, reason, value),
        }
    }

    fn ingestion(&mut self, spot: Spot, value: &Value) {
        let Some(ingestion) = value.object() else {
            self.gather.skip(spot, "not_an_ingestion");
            return;
        };
        if ingestion.text("consumerName").is_some() && self.is_not_mine() {
            self.gather.skip(spot, "someone_else");
            return;
        }
        let taken = self.taken(ingestion);
        match self.whose(&taken) {
            Err(reason) => self.gather.hold(spot, reason, value),
            Ok(Whose::NotMine) => self.gather.skip(spot, "someone_else"),
            Ok(Whose::Other) => self.other_substance(spot, ingestion, value, &taken),
            Ok(Whose::Kratom(hint)) => {
                if let Err(reason) = self.dose(&spot, ingestion, value, &taken, hint) {
                    self.gather.hold(spot, reason, value);
                }
            }
        }
    }

    fn is_not_mine(&mut self) -> bool {
        let words = AnswerKind::OneOf(vec!["skip", "mine"]);
        self.gather.ask("other_people", words, "skip", "") != Some("mine")
    }

    fn taken(&mut self, ingestion: &Object) -> Taken {
        let counted = ingestion.integer("customUnitId").map(|id| {
            let unit = self.resolved.entry(id).or_insert_with(|| self.units.one(id));
            unit.clone().map_or(Counted::Missing(id), Counted::In)
        });
        let of_unit = match &counted {
            Some(Counted::In(unit)) => unit.substance.clone(),
            _ => None,
        };
        Taken {
            substance: ingestion.text("substanceName").map(|s| s.trim().to_owned()).or(of_unit),
            counted,
            word: ingestion.text("units").unwrap_or_default().trim().to_owned(),
        }
    }

    fn whose(&mut self, taken: &Taken) -> Result<Whose, &'static str> {
        let kind = taken.kind();
        let name = taken.name(kind);
        match (&taken.substance, &taken.counted) {
            (Some(substance), _) => {
                let is_custom = self.custom.contains(substance);
                Ok(self.gather.product(&name, kind, is_custom && kind.is_none()))
            }
            // A unit whose content cannot be found: the person's kratom until they say otherwise, in unknown amount.
            (None, Some(_)) => Ok(self.gather.product(&name, Some(ProductKind::Leaf), true)),
            (None, None) => Err("no_substance"),
        }
    }

    fn dose(
        &mut self,
        spot: &Spot,
        ingestion: &Object,
        value: &Value,
        taken: &Taken,
        hint: ProductHint,
    ) -> Result<(), &'static str> {
        let when = self.gather.epoch(ingestion.get("time"), Tick::Millisecond)?;
        let written = match &taken.counted {
            Some(_) => ingestion.get("customUnitDose").or_else(|| ingestion.get("dose")),
            None => ingestion.get("dose"),
        };
        let mut dose = dose_at(when);
        dose.note = self.gather.words(&spot.place, ingestion.text("notes"));
        if let Some(n) = self.gather.amount_in(written)? {
            dose.amount = self.quantity(spot, ingestion, n, taken, &hint);
            if dose.amount.is_none() {
                dose.note = with_words(dose.note, &format!("{n} {}", taken.word));
            }
        }
        dose.over_min = self.over_min(spot, ingestion, &dose.when);
        dose.route = self.route(spot, ingestion);
        dose.stomach = self.stomach(spot, ingestion);
        let product = taken.substance.is_some().then_some(hint);
        self.gather.dose(spot.clone(), dose, product, value);
        Ok(())
    }

    /// `n` of whatever it was counted in; `None` is unknown.
    fn quantity(
        &mut self,
        spot: &Spot,
        ingestion: &Object,
        n: f64,
        taken: &Taken,
        hint: &ProductHint,
    ) -> Option<Quantity> {
        let (name, word, each) = match &taken.counted {
            None => {
                let mut quantity = measure(&mut self.gather, &spot.place, n, &taken.word, hint)?;
                quantity.sd = units::deviation(ingestion);
                return Some(quantity);
            }
            Some(Counted::In(unit)) => (unit.name.clone(), unit.word.as_str(), unit.each),
            Some(Counted::Missing(id)) => (id.to_string(), taken.word.as_str(), Err("unit_missing")),
        };
        let each = match each {
            Ok(each) => each,
            Err(reason) => {
                self.gather.warn(&spot.place, reason);
                let example = format!("{n} {word}");
                one_holds(&mut self.gather, &format!("unit:{name}"), hint.kind, &example)?
            }
        };
        let unit = match amounts::unit_of(word) {
            Some(unit @ (Unit::Capsule | Unit::Teaspoon | Unit::Tablespoon)) => unit,
            _ => Unit::Piece,
        };
        Some(Quantity {
            value: n,
            unit,
            sd: units::deviation(ingestion),
            each: Some(each),
            unit_name: Some(name),
        })
    }

    fn over_min(&mut self, spot: &Spot, ingestion: &Object, begun: &Moment) -> Option<f64> {
        let end = ingestion.get("endTime")?;
        let Ok(end) = self.gather.epoch(Some(end), Tick::Millisecond) else {
            self.gather.warn(&spot.place, "end_unreadable");
            return None;
        };
        let minutes = end.at.duration_since(begun.at).as_secs_f64() / 60.0;
        if minutes < 0.0 {
            self.gather.warn(&spot.place, "end_before_start");
        } else if minutes > MAX_OVER_MIN {
            self.gather.warn(&spot.place, "end_long_after_start");
        }
        (minutes > 0.0 && minutes <= MAX_OVER_MIN).then_some(minutes)
    }

    fn route(&mut self, spot: &Spot, ingestion: &Object) -> Route {
        let Some(word) = ingestion.text("administrationRoute") else {
            return Route::Oral;
        };
        gather::route_of(word).unwrap_or_else(|| {
            self.gather.warn(&spot.place, "unknown_route");
            Route::Other
        })
    }

    fn stomach(&mut self, spot: &Spot, ingestion: &Object) -> Option<Stomach> {
        let word = ingestion.text("stomachFullness")?;
        let stomach = match word.trim().to_uppercase().as_str() {
            "EMPTY" => Stomach::Empty,
            "QUARTERFULL" => Stomach::QuarterFull,
            "HALFFULL" => Stomach::HalfFull,
            "FULL" => Stomach::Full,
            "VERYFULL" => Stomach::VeryFull,
            _ => {
                self.gather.warn(&spot.place, "unknown_stomach");
                return None;
            }
        };
        Some(stomach)
    }

    fn other_substance(&mut self, spot: Spot, ingestion: &Object, value: &Value, taken: &Taken) {
        let when = match self.gather.epoch(ingestion.get("time"), Tick::Millisecond) {
            Ok(when) => when,
            Err(reason) => return self.gather.hold(spot, reason, value),
        };
        // Zero may mean unknown, and nobody logs a drink they did not have.
        let amount = ingestion.number("dose").filter(|n| *n > 0.0);
        let note = self.gather.words(&spot.place, ingestion.text("notes"));
        let route = self.route(&spot, ingestion);
        let substance = taken.substance.clone().unwrap_or_else(|| taken.name(None));
        let co_use = CoUse {
            when,
            precision: Precision::Minute,
            substance,
            amount,
            unit: amount.and(Some(taken.word.clone())).filter(|word| !word.is_empty()),
            route,
            note,
        };
        self.gather.co_use(spot, co_use);
    }
}
