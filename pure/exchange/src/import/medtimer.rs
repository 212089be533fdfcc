//! MedTimer backups: whole, or one bare part. Its CSV of events is read elsewhere.
//!
//! Only what was taken counts, at the time it was marked. Amounts are free text. Everything that is not kratom is another
//! medicine.

use super::amounts::{self, Found};
use super::error::ImportError;
use super::gather::{self, Gather, Given, Spot, Tick, Whose, dose_at, with_words};
use super::json::{Object, Value};
use super::measure::measure;
use super::row::{Format, ProductHint, Reading};
use super::secrets::Dropped;
use super::substance;
use ebb_core::event::{CoUse, Precision, Route};
use ebb_core::moment::Moment;
use std::borrow::Cow;
use std::collections::BTreeMap;

const NAME: &str = "MedTimer";
const NEWEST: &str = "9";

/// Reads a backup.
pub(crate) fn read(given: Given<'_>, backup: &Object, dropped: Dropped) -> Result<Reading, ImportError> {
    let is_bare = backup.has("list");
    let part = |key: &str| if is_bare { Some(backup) } else { backup.object(key) };
    let parts: Vec<&Object> = [part("medicines"), part("events")].into_iter().flatten().collect();
    let version = parts.iter().find_map(|p| p.get("version"));
    if let Some(newer) = parts.iter().find(|p| p.number("version").is_some_and(|v| v > 9.0)) {
        return Err(ImportError::Newer {
            name: NAME,
            version: Cow::Owned(newer.get("version").map(|v| v.excerpt(12)).unwrap_or_default()),
            newest: NEWEST,
        });
    }
    let format = Format {
        id: "medtimer",
        name: format!("{NAME} ({} JSON)", if is_bare { "partial backup," } else { "backup," }),
        version: version.map(|v| gather::version_text(&v.excerpt(12))),
    };
    let medicines = part("medicines").map_or(&[][..], |p| p.list("list"));
    let mut reader = Reader {
        gather: Gather::new(given, format, dropped, None),
        units: units(medicines),
    };
    let prefix = if is_bare { "list" } else { "events.list" };
    for (i, event) in part("events").map_or(&[][..], |p| p.list("list")).iter().enumerate() {
        reader.event(format!("{prefix}[{i}]"), event);
    }
    let n_medicines = medicines
        .iter()
        .filter_map(Value::object)
        .filter(|m| m.has("medicine"))
        .count();
    reader.gather.leave("medicines", n_medicines);
    for (key, value) in backup.iter() {
        if !["medicines", "events", "version", "list"].contains(&key) && *value != Value::Null {
            reader.gather.leave(key, 1);
        }
    }
    Ok(reader.gather.finish())
}

/// The unit of each medicine that has one.
fn units(medicines: &[Value]) -> BTreeMap<String, String> {
    medicines
        .iter()
        .filter_map(|m| m.object()?.object("medicine"))
        .filter_map(|m| Some((m.text("name")?.to_owned(), m.text("unit")?.to_owned())))
        .collect()
}

struct Reader<'a> {
    gather: Gather<'a>,
    units: BTreeMap<String, String>,
}

impl Reader<'_> {
    fn event(&mut self, place: String, value: &Value) {
        let Some(event) = value.object() else {
            self.gather.skip(Spot::new(place), "not_an_event");
            return;
        };
        let Some(name) = event.text("medicineName").map(str::trim) else {
            if !event.has("medicine") {
                self.gather.skip(Spot::new(place), "not_an_event");
            }
            return;
        };
        let spot = Spot::new(place);
        match event.text("status").unwrap_or_default() {
            "TAKEN" => {
                if let Err(reason) = self.taken(&spot, name, event, value) {
                    self.gather.hold(spot, reason, value);
                }
            }
            "SKIPPED" => self.gather.skip(spot, "status_skipped"),
            "RAISED" => self.gather.skip(spot, "status_raised"),
            "DELETED" => self.gather.skip(spot, "status_deleted"),
            _ => self.gather.skip(spot, "status_other"),
        }
    }

    fn taken(&mut self, spot: &Spot, name: &str, event: &Object, value: &Value) -> Result<(), &'static str> {
        let when = self.gather.epoch(event.get("processedTimestamp"), Tick::Second)?;
        match self.gather.product(name, substance::kind_of(name), false) {
            Whose::NotMine => self.gather.skip(spot.clone(), "someone_else"),
            Whose::Other => self.medicine(spot, name, event, when),
            Whose::Kratom(hint) => self.kratom(spot, event, value, when, hint)?,
        }
        Ok(())
    }

    /// The free text of an amount as a number and a unit, the medicine's own unit if the text has none.
    fn amount(&self, name: &str, text: &str) -> Option<(Found, String)> {
        let (found, unit) = amounts::leading(text, self.gather.answer("decimal"))?;
        let own = || self.units.get(name).cloned().unwrap_or_default();
        Some((found, if unit.is_empty() { own() } else { unit }))
    }

    fn kratom(
        &mut self,
        spot: &Spot,
        event: &Object,
        value: &Value,
        when: Moment,
        hint: ProductHint,
    ) -> Result<(), &'static str> {
        let text = event.text("amount").unwrap_or_default();
        let mut dose = dose_at(when);
        dose.note = self.gather.words(&spot.place, event.text("notes"));
        if let Some((found, unit)) = self.amount(&hint.name, text) {
            if let Some(n) = self.gather.amount(found, text)? {
                dose.amount = measure(&mut self.gather, &spot.place, n, &unit, &hint);
            }
        } else if !text.is_empty() {
            self.gather.warn(&spot.place, "amount_not_readable");
        }
        if dose.amount.is_none() {
            dose.note = with_words(dose.note, text);
        }
        self.gather.dose(spot.clone(), dose, Some(hint), value);
        Ok(())
    }

    fn medicine(&mut self, spot: &Spot, name: &str, event: &Object, when: Moment) {
        let text = event.text("amount").unwrap_or_default();
        let note = self.gather.words(&spot.place, event.text("notes"));
        let (amount, unit, note) = match self.amount(name, text) {
            Some((Found::Number(n), unit)) => (Some(n), Some(unit).filter(|u| !u.is_empty()), note),
            _ => (None, None, with_words(note, text)),
        };
        let co_use = CoUse {
            when,
            precision: Precision::Minute,
            substance: name.to_owned(),
            amount,
            unit,
            route: Route::Oral,
            note,
        };
        self.gather.co_use(spot.clone(), co_use);
    }
}
