//! Unhookd: a dump of browser storage.
//!
//! Only timestamps count: the date in a key is a UTC date, and after an edit not even that. The plan is kept to read and
//! never followed. Its recovery code and push token were dropped before this module sees the file.

use super::gather::{self, Gather, Given, Spot, dose_at};
use super::json::{Object, Value};
use super::row::{AnswerKind, Format, Reading};
use super::secrets::Dropped;
use ebb_core::amount::Quantity;
use ebb_core::event::{CheckIn, Craving, CravingOutcome, Event, Note, NoteKind, Precision};
use std::collections::BTreeMap;

/// No plan of a person's own is longer than this, in bytes.
const LONGEST_PLAN: usize = 20_000;

/// Reads a dump.
pub(crate) fn read(given: Given<'_>, dump: &Object, dropped: Dropped) -> Reading {
    let format = Format {
        id: "unhookd",
        name: "Unhookd (JSON)".to_owned(),
        version: dump.text("appVersion").map(gather::version_text),
    };
    let mut reader = Reader {
        gather: Gather::new(given, format, dropped, None),
    };
    for (key, value) in dump.iter() {
        let Some(name) = key.strip_prefix("unhookd_") else {
            if !["exportedAt", "appVersion"].contains(&key) {
                reader.gather.leave("other keys", 1);
            }
            continue;
        };
        if name.starts_with("intakes_") {
            reader.intakes(key, value);
        } else if name.starts_with("checkin_") {
            reader.check_in(key, value);
        } else if let Some(day) = name.strip_prefix("resistances_") {
            reader.resisted(key, day, value);
        } else if name == "plan" {
            reader.plan(key, value);
        } else {
            reader.gather.leave("other keys", 1);
        }
    }
    reader.gather.finish()
}

struct Reader<'a> {
    gather: Gather<'a>,
}

impl Reader<'_> {
    fn intakes(&mut self, key: &str, value: &Value) {
        let Value::List(list) = value else {
            self.gather.warn(key, "not_a_list");
            self.gather.leave("unreadable days", 1);
            return;
        };
        for (i, value) in list.iter().enumerate() {
            let place = format!("{key}[{i}]");
            let Some(intake) = value.object() else {
                self.gather.skip(Spot::new(place), "not_a_dosage");
                continue;
            };
            let spot = Spot::named(place, intake.text("id"));
            if let Err(reason) = self.intake(&spot, intake, value) {
                self.gather.hold(spot, reason, value);
            }
        }
    }

    fn intake(&mut self, spot: &Spot, intake: &Object, value: &Value) -> Result<(), &'static str> {
        let when = self
            .gather
            .iso(&spot.place, intake.text("timestamp").ok_or("no_time")?, None)?;
        let mut dose = dose_at(when);
        dose.amount = self.gather.amount_in(intake.get("amount"))?.map(Quantity::grams);
        dose.note = self.gather.words(&spot.place, intake.text("note"));
        dose.mood = self.gather.words(&spot.place, intake.text("mood"));
        self.gather.dose(spot.clone(), dose, None, value);
        Ok(())
    }

    fn check_in(&mut self, key: &str, value: &Value) {
        let spot = Spot::named(key.to_owned(), Some(key));
        let Some(answers) = value.object() else {
            self.gather.skip(spot, "not_a_check_in");
            return;
        };
        let when = match answers.text("timestamp") {
            Some(text) => self.gather.iso(key, text, None),
            None => Err("no_time"),
        };
        let mut check_in = match when {
            Ok(when) => CheckIn::at(when),
            Err(reason) => return self.gather.hold(spot, reason, value),
        };
        check_in.answers = words_of(answers);
        check_in.note = self.gather.words(key, answers.text("note"));
        self.gather.entry(spot, Event::CheckIn(check_in));
    }

    fn resisted(&mut self, key: &str, day: &str, value: &Value) {
        let spot = Spot::named(key.to_owned(), Some(key));
        let count = value.integer().and_then(|n| u32::try_from(n).ok());
        let (Some(count), Some(day)) = (count, gather::date(day)) else {
            self.gather.hold(spot, "not_a_number", value);
            return;
        };
        if count == 0 {
            self.gather.skip(spot, "none_counted");
            return;
        }
        match self.gather.day(day) {
            Ok(when) => self.gather.entry(
                spot,
                Event::Craving(Craving {
                    when,
                    precision: Precision::Day,
                    strength: None,
                    trigger: None,
                    outcome: Some(CravingOutcome::Passed),
                    minutes: None,
                    count: Some(count),
                    note: None,
                }),
            ),
            Err(reason) => self.gather.hold(spot, reason, value),
        }
    }

    fn plan(&mut self, key: &str, value: &Value) {
        let Some(plan) = value.object() else {
            self.gather.leave("unreadable plan", 1);
            return;
        };
        let spot = Spot::named(key.to_owned(), Some(key));
        let when = match plan.text("startDate").and_then(gather::date) {
            Some(date) => self.gather.day(date),
            None => Err("no_time"),
        };
        let when = match when {
            Ok(when) => when,
            Err(_) => {
                self.gather.warn(key, "plan_without_date");
                self.gather.leave("plan", 1);
                return;
            }
        };
        self.contact(plan, &when);
        let text = foreign_plan(plan, |key| key != "emergencyContact");
        self.gather.entry(
            spot,
            Event::Note(Note {
                when,
                precision: Precision::Day,
                text,
                kind: NoteKind::ForeignPlan,
            }),
        );
    }

    /// Somebody else's name and number: only if the person ticks it.
    fn contact(&mut self, plan: &Object, when: &ebb_core::moment::Moment) {
        let Some(contact) = plan.object("emergencyContact") else {
            return;
        };
        let words = AnswerKind::OneOf(vec!["drop", "keep"]);
        if self.gather.ask("contact", words, "drop", "") != Some("keep") {
            self.gather.leave("emergency contact", 1);
            return;
        }
        let parts = [contact.text("name"), contact.text("phone")];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let place = "unhookd_plan.emergencyContact";
        if let Some(text) = self.gather.words(place, Some(&text)) {
            self.gather.entry(
                Spot::named(place.to_owned(), Some(place)),
                Event::Note(Note {
                    when: when.clone(),
                    precision: Precision::Day,
                    text,
                    kind: NoteKind::Plain,
                }),
            );
        }
    }
}

/// Answers in words, under the name of their question.
fn words_of(answers: &Object) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let mut keep = |key: &str, value: &Value| {
        let word = match value {
            Value::Text(word) if !word.trim().is_empty() => word.chars().take(200).collect(),
            Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Number(digits) => digits.to_string(),
            _ => return,
        };
        words.insert(key.to_owned(), word);
    };
    for key in ["mood", "moved"] {
        if let Some(value) = answers.get(key) {
            keep(key, value);
        }
    }
    for (key, value) in answers.object("symptoms").into_iter().flat_map(Object::iter) {
        keep(key, value);
    }
    words
}

/// A plan made elsewhere as text, a line for each of its numbers and words that `keep` wants.
pub(crate) fn foreign_plan(plan: &Object, keep: impl Fn(&str) -> bool) -> String {
    let mut text = String::new();
    for (key, value) in plan.iter() {
        let written = match value {
            Value::Text(words) => words.chars().take(2000).collect(),
            Value::Number(_) | Value::Bool(_) => value.excerpt(40),
            Value::Null | Value::List(_) | Value::Object(_) => continue,
        };
        if !keep(key) || written.trim().is_empty() {
            continue;
        }
        if text.len() > LONGEST_PLAN {
            break;
        }
        let line_break = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{line_break}{key}: {written}"));
    }
    text
}
