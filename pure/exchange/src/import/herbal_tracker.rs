//! Herbal Tracker+ backups: version 1, older ones without a version, and a bare list of doses.
//!
//! Amounts are grams. Times may be UTC or wall time without a zone in one file. A dose whose strain was deleted is kept,
//! without a product. Where the doses came from nobody wrote down, so no reason is ever set.

use super::amounts;
use super::error::ImportError;
use super::gather::{self, Gather, Given, Spot, Whose, dose_at};
use super::json::{Object, Value};
use super::row::{Format, Reading};
use super::secrets::Dropped;
use super::substance;
use ebb_core::amount::{Quantity, Unit};
use ebb_core::event::{CoUse, Event, FeltEffect, Precision, ProductKind, Route};
use ebb_core::moment::Moment;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;

const NAME: &str = "Herbal Tracker+";
const NEWEST: &str = "1";
/// How a deleted strain reads in this program's own tables.
const DELETED: &str = "???";

/// Reads a backup.
pub(crate) fn read(given: Given<'_>, backup: &Object, dropped: Dropped) -> Result<Reading, ImportError> {
    if backup.number("version").is_some_and(|version| version > 1.0) {
        return Err(ImportError::Newer {
            name: NAME,
            version: Cow::Owned(backup.get("version").map(|v| v.excerpt(12)).unwrap_or_default()),
            newest: NEWEST,
        });
    }
    let (kind, version) = match backup.get("version") {
        Some(version) => ("backup JSON", Some(gather::version_text(&version.excerpt(12)))),
        None => ("backup JSON, older than version 1", None),
    };
    let mut reader = Reader::new(given, kind, version, dropped, backup.list("strains"));
    reader.doses("dosages", backup.list("dosages"));
    let effects = backup.list("effects");
    let forward = runs_forward(effects);
    let mut latest = None;
    for (i, effect) in effects.iter().enumerate() {
        reader.effect(format!("effects[{i}]"), effect, latest.filter(|_| forward), &mut latest);
    }
    let unit = backup.object("settings").and_then(|s| s.text("measurementUnit"));
    if unit.is_some_and(|unit| amounts::unit_of(unit) != Some(Unit::Gram)) {
        // The backup stores grams whatever the screen showed; a person should look at the totals all the same.
        reader.gather.warn("settings.measurementUnit", "shown_in_another_unit");
    }
    for (key, value) in backup.iter() {
        let known = ["version", "createdAt", "timestamp", "strains", "dosages", "effects"];
        if !known.contains(&key) && *value != Value::Null {
            reader
                .gather
                .leave(if key == "userName" { "user name" } else { key }, 1);
        }
    }
    Ok(reader.gather.finish())
}

/// Reads a bare list of doses.
pub(crate) fn read_list(given: Given<'_>, list: &[Value], dropped: Dropped) -> Reading {
    let mut reader = Reader::new(given, "bare list of doses, JSON", None, dropped, &[]);
    reader.has_strains = false;
    reader.doses("", list);
    reader.gather.finish()
}

struct Reader<'a, 'v> {
    gather: Gather<'a>,
    strains: BTreeMap<&'v str, &'v str>,
    has_strains: bool,
}

impl<'a, 'v> Reader<'a, 'v> {
    fn new(given: Given<'a>, kind: &str, version: Option<String>, dropped: Dropped, strains: &'v [Value]) -> Self {
        let format = Format {
            id: "herbal_tracker",
            name: format!("{NAME} ({kind})"),
            version,
        };
        Self {
            gather: Gather::new(given, format, dropped, None),
            strains: strains
                .iter()
                .filter_map(Value::object)
                .filter_map(|s| Some((s.text("id")?, s.text("name").or_else(|| s.text("code"))?)))
                .collect(),
            has_strains: true,
        }
    }

    fn doses(&mut self, list_name: &str, list: &[Value]) {
        let forward = runs_forward(list);
        let mut latest: Option<Timestamp> = None;
        for (i, value) in list.iter().enumerate() {
            let place = format!("{list_name}[{i}]");
            let Some(item) = value.object().filter(|o| o.has("amount") || o.has("timestamp")) else {
                self.gather.skip(Spot::new(place), "not_a_dosage");
                continue;
            };
            let spot = Spot::named(place, item.text("id"));
            let when = self.when(&spot.place, item, latest.filter(|_| forward));
            latest = when.as_ref().ok().map(|moment| moment.at).or(latest);
            if let Err(reason) = when.and_then(|when| self.dose(&spot, item, value, when)) {
                self.gather.hold(spot, reason, value);
            }
        }
    }

    fn when(&mut self, place: &str, item: &Object, not_before: Option<Timestamp>) -> Result<Moment, &'static str> {
        let text = item.text("timestamp").ok_or("no_time")?;
        self.gather.iso(place, text, not_before)
    }

    fn dose(&mut self, spot: &Spot, item: &Object, value: &Value, when: Moment) -> Result<(), &'static str> {
        let grams = self.gather.amount_in(item.get("amount"))?;
        let note = self.gather.words(&spot.place, item.text("notes"));
        match self.product(item) {
            (Whose::NotMine, _) => self.gather.skip(spot.clone(), "someone_else"),
            (Whose::Other, name) => {
                let co_use = CoUse {
                    when,
                    precision: Precision::Minute,
                    substance: name,
                    amount: grams,
                    unit: grams.and(Some("g".to_owned())),
                    route: Route::Oral,
                    note,
                };
                self.gather.co_use(spot.clone(), co_use);
            }
            (Whose::Kratom(hint), _) => {
                let mut dose = dose_at(when);
                dose.amount = grams.map(Quantity::grams);
                dose.note = note;
                let product = (hint.name != DELETED || hint.kind != ProductKind::Leaf).then_some(hint);
                self.gather.dose(spot.clone(), dose, product, value);
            }
        }
        Ok(())
    }

    /// The strain, and its name. A strain is leaf unless its name says otherwise.
    fn product(&mut self, item: &Object) -> (Whose, String) {
        let name = item.text("strainId").and_then(|id| self.strains.get(id)).copied();
        let ask = name.is_none() && self.has_strains;
        let name = name.unwrap_or(DELETED);
        let lower = name.to_lowercase();
        let kind = substance::kind_of(name).unwrap_or(if lower.contains("extract") {
            ProductKind::Extract
        } else {
            ProductKind::Leaf
        });
        (self.gather.product(name, Some(kind), ask), name.to_owned())
    }

    fn effect(&mut self, place: String, value: &Value, not_before: Option<Timestamp>, latest: &mut Option<Timestamp>) {
        let Some(effect) = value.object() else {
            self.gather.skip(Spot::new(place), "not_an_effect");
            return;
        };
        let spot = Spot::named(place, effect.text("id"));
        let when = match self.when(&spot.place, effect, not_before) {
            Ok(when) => when,
            Err(reason) => return self.gather.hold(spot, reason, value),
        };
        *latest = Some(when.at);
        let mut scales = BTreeMap::new();
        for (key, name) in [
            ("mood", "mood"),
            ("energy", "energy"),
            ("painRelief", "painRelief"),
            ("pain_relief", "painRelief"),
            ("anxiety", "anxiety"),
            ("focus", "focus"),
        ] {
            if let Some(level) = effect.number(key) {
                scales.insert(name.to_owned(), level);
            }
        }
        let minutes = effect.number("duration").filter(|m| *m > 0.0 && *m <= 48.0 * 60.0);
        let felt = FeltEffect {
            when,
            dose: None,
            strength: None,
            duration_h: minutes.map(|m| m / 60.0),
            word: None,
            scales,
            note: self.gather.words(&spot.place, effect.text("notes")),
        };
        self.gather.entry(spot, Event::FeltEffect(felt));
    }
}

/// Whether times without a zone mostly grow from row to row, so that an hour that came twice can be told by order.
fn runs_forward(list: &[Value]) -> bool {
    let walls: Vec<_> = list
        .iter()
        .filter_map(|v| gather::wall_of(v.object()?.text("timestamp")?))
        .collect();
    let forward = walls.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let backward = walls.windows(2).filter(|pair| pair[0] > pair[1]).count();
    forward > 0 && backward * 2 <= forward
}
