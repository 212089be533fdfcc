//! Piru's own export, versions 1 and 2. Encrypted backups are refused before this module.

use super::error::ImportError;
use super::gather::{self, Gather, Given, Spot, Tick, Whose, dose_at, with_words};
use super::json::{Object, Value};
use super::measure::measure;
use super::row::{Format, ProductHint, Reading};
use super::secrets::Dropped;
use super::substance;
use ebb_core::event::{CoUse, Event, FeltEffect, Precision, Route};
use ebb_core::moment::Moment;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

const NAME: &str = "Piru";
const NEWEST: &str = "2";

/// Reads an export.
pub(crate) fn read(given: Given<'_>, file: &Object, dropped: Dropped) -> Result<Reading, ImportError> {
    let version = file
        .get("piruExportVersion")
        .map(|v| gather::version_text(&v.excerpt(12)));
    if file.number("piruExportVersion").is_some_and(|version| version > 2.0) {
        return Err(ImportError::Newer {
            name: NAME,
            version: Cow::Owned(version.unwrap_or_default()),
            newest: NEWEST,
        });
    }
    let format = Format {
        id: "piru",
        name: format!("{NAME} (JSON)"),
        version,
    };
    let mut reader = Reader {
        gather: Gather::new(given, format, dropped, None),
        custom: file
            .list("customSubstances")
            .iter()
            .filter_map(|s| s.object()?.text("name").map(str::to_owned))
            .collect(),
    };
    for (i, session) in file.list("sessions").iter().enumerate() {
        reader.session(&format!("sessions[{i}]"), session);
    }
    for (i, dose) in file.list("orphanDoses").iter().enumerate() {
        reader.dose(format!("orphanDoses[{i}]"), dose);
    }
    for (key, value) in file.iter() {
        if ![
            "piruExportVersion",
            "appVersion",
            "exportedAt",
            "sessions",
            "orphanDoses",
        ]
        .contains(&key)
        {
            let n = match value {
                Value::List(list) => list.len(),
                Value::Null => 0,
                _ => 1,
            };
            reader.gather.leave(key, n);
        }
    }
    Ok(reader.gather.finish())
}

struct Reader<'a> {
    gather: Gather<'a>,
    custom: BTreeSet<String>,
}

impl Reader<'_> {
    fn session(&mut self, place: &str, value: &Value) {
        let Some(session) = value.object() else {
            self.gather.skip(Spot::new(place.to_owned()), "not_a_session");
            return;
        };
        for (i, dose) in session.list("doses").iter().enumerate() {
            self.dose(format!("{place}.doses[{i}]"), dose);
        }
        for (i, note) in session.list("notes").iter().enumerate() {
            self.session_note(format!("{place}.notes[{i}]"), note);
        }
        let words = [session.text("title"), session.text("note")];
        let text = words.into_iter().flatten().collect::<Vec<_>>().join("\n");
        let place = format!("{place}.note");
        if let Some(text) = self.gather.words(&place, Some(&text)) {
            let id = session.text("id").map(|id| format!("{id}/note"));
            let spot = Spot::named(place, id.as_deref());
            let when = self.gather.epoch(session.get("startDate"), Tick::Millisecond);
            self.gather.note(spot, when, text, value);
        }
    }

    /// A note in a session: words, or ratings of how it felt, or both.
    fn session_note(&mut self, place: String, value: &Value) {
        let Some(note) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_note");
            return;
        };
        let spot = Spot::named(place, note.text("id"));
        let when = self.gather.epoch(note.get("timestamp"), Tick::Millisecond);
        let text = self.gather.words(&spot.place, note.text("text"));
        let scales: BTreeMap<String, f64> = ["mood", "energy", "social", "worked", "heartRate", "shulgin"]
            .into_iter()
            .filter_map(|key| Some((key.to_owned(), note.number(key)?)))
            .collect();
        match (when, text) {
            (Err(reason), _) => self.gather.hold(spot, reason, value),
            (Ok(when), text) if !scales.is_empty() => self.gather.entry(
                spot,
                Event::FeltEffect(FeltEffect {
                    when,
                    dose: None,
                    strength: None,
                    duration_h: None,
                    word: None,
                    scales,
                    note: text,
                }),
            ),
            (when, Some(text)) => self.gather.note(spot, when, text, value),
            (Ok(_), None) => self.gather.skip(spot, "empty_note"),
        }
    }

    fn dose(&mut self, place: String, value: &Value) {
        let Some(item) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_dosage");
            return;
        };
        let spot = Spot::named(place, item.text("id"));
        if let Err(reason) = self.taken(&spot, item, value) {
            self.gather.hold(spot, reason, value);
        }
    }

    fn taken(&mut self, spot: &Spot, item: &Object, value: &Value) -> Result<(), &'static str> {
        let name = item.text("substance").map(str::trim).ok_or("no_substance")?;
        let when = self.gather.epoch(item.get("timestamp"), Tick::Millisecond)?;
        let kind = substance::kind_of(name);
        let ask = kind.is_none() && self.custom.contains(name);
        match self.gather.product(name, kind, ask) {
            Whose::NotMine => self.gather.skip(spot.clone(), "someone_else"),
            Whose::Other => self.other(spot, name, item, when),
            Whose::Kratom(hint) => self.kratom(spot, item, value, when, hint)?,
        }
        Ok(())
    }

    fn route(&mut self, spot: &Spot, item: &Object) -> Route {
        let Some(word) = item.text("route") else {
            return Route::Oral;
        };
        gather::route_of(word).unwrap_or_else(|| {
            self.gather.warn(&spot.place, "unknown_route");
            Route::Other
        })
    }

    /// The note, with the tags that go with it.
    fn words(&mut self, spot: &Spot, item: &Object) -> Option<String> {
        let note = self.gather.words(&spot.place, item.text("notes"));
        let tags = item.list("tags").iter().filter_map(Value::text);
        let tags = tags.map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
        with_words(note, &tags)
    }

    fn kratom(
        &mut self,
        spot: &Spot,
        item: &Object,
        value: &Value,
        when: Moment,
        mut hint: ProductHint,
    ) -> Result<(), &'static str> {
        let mut dose = dose_at(when);
        dose.route = self.route(spot, item);
        dose.note = self.words(spot, item);
        let is_unknown = item.get("isUnknownDose") == Some(&Value::Bool(true));
        let unit = item.text("unit").unwrap_or_default();
        if let Some(n) = self.gather.amount_in(item.get("amount").filter(|_| !is_unknown))? {
            dose.amount = measure(&mut self.gather, &spot.place, n, unit, &hint);
            if dose.amount.is_none() {
                dose.note = with_words(dose.note, &format!("{n} {unit}"));
            }
        }
        let own_name = item.text("productName");
        if let Some(own_name) = own_name.filter(|name| substance::kind_of(name).is_none_or(|kind| kind == hint.kind)) {
            hint.name = own_name.trim().to_owned();
        }
        self.gather.dose(spot.clone(), dose, Some(hint), value);
        Ok(())
    }

    fn other(&mut self, spot: &Spot, name: &str, item: &Object, when: Moment) {
        let is_unknown = item.get("isUnknownDose") == Some(&Value::Bool(true));
        let amount = item.number("amount").filter(|n| *n > 0.0 && !is_unknown);
        let co_use = CoUse {
            when,
            precision: Precision::Minute,
            substance: name.to_owned(),
            amount,
            unit: amount.and(item.text("unit")).map(str::to_owned),
            route: self.route(spot, item),
            note: self.words(spot, item),
        };
        self.gather.co_use(spot.clone(), co_use);
    }
}
