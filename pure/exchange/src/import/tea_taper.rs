//! Tea Taper backups, schema 4.
//!
//! Amounts are millilitres of tea; what a litre holds is asked. A closed day without entries is the only true zero. Its
//! own scales stay on their scale, `sleepHours` too. The PIN was dropped before this module sees the file.

use super::amounts;
use super::error::ImportError;
use super::gather::{self, Gather, Given, Spot, Tick, dose_at};
use super::json::{Object, Value};
use super::row::{AnswerKind, Format, ProductHint, Reading};
use super::secrets::Dropped;
use super::unhookd::foreign_plan;
use ebb_core::amount::{Estimate, Quantity, Unit};
use ebb_core::event::{CheckIn, DaySays, DayStatement, Event, Note, NoteKind, Precision, ProductKind};
use jiff::civil::Date;
use std::borrow::Cow;

const NAME: &str = "Tea Taper";
const NEWEST: &str = "4";
/// Error of a brew's strength when the person names one number for all brews: leaf measured by eye.
const BREW_LOG_SD: f64 = ebb_core::amount::SPOON_LOG_SD;

/// Reads a backup.
pub(crate) fn read(given: Given<'_>, state: &Object, dropped: Dropped) -> Result<Reading, ImportError> {
    if state.number("schemaVersion").is_some_and(|version| version > 4.0) {
        return Err(ImportError::Newer {
            name: NAME,
            version: Cow::Owned(state.get("schemaVersion").map(|v| v.excerpt(12)).unwrap_or_default()),
            newest: NEWEST,
        });
    }
    let format = Format {
        id: "tea_taper",
        name: format!("{NAME} (JSON)"),
        version: state.get("schemaVersion").map(|v| gather::version_text(&v.excerpt(12))),
    };
    let profile = state.object("profile");
    let stated = profile.and_then(|p| p.text("timezone")).map(gather_zone);
    let mut reader = Reader {
        gather: Gather::new(given, format, dropped, stated.as_deref()),
        grams_per_litre: None,
    };
    if let Some(profile) = profile {
        reader.profile(profile);
    }
    for (key, day) in state.object("days").into_iter().flat_map(Object::iter) {
        reader.day(key, day);
    }
    for (key, value) in state.iter() {
        if !["schemaVersion", "appVersion", "profile", "days"].contains(&key) && *value != Value::Null {
            reader.gather.leave(key, 1);
        }
    }
    Ok(reader.gather.finish())
}

/// A zone's name as text for a question: only characters that such names have.
fn gather_zone(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+'))
        .take(64)
        .collect()
}

struct Reader<'a> {
    gather: Gather<'a>,
    grams_per_litre: Option<Estimate>,
}

impl Reader<'_> {
    /// The program's own plan, kept to read.
    fn profile(&mut self, profile: &Object) {
        let date = profile.text("planStartDate").and_then(gather::date);
        let when = date.ok_or("no_time").and_then(|date| self.gather.day(date));
        let Ok(when) = when else {
            self.gather.leave("profile", 1);
            return;
        };
        let keep = [
            "baselineMl",
            "weeklyReductionPct",
            "minTargetMl",
            "planStartDate",
            "goalMode",
        ];
        let n_others = profile.iter().filter(|(key, _)| !keep.contains(key)).count();
        let text = foreign_plan(profile, |key| keep.contains(&key));
        self.gather.entry(
            Spot::named("profile".to_owned(), Some("profile")),
            Event::Note(Note {
                when,
                precision: Precision::Day,
                text,
                kind: NoteKind::ForeignPlan,
            }),
        );
        self.gather.leave("profile settings", n_others);
    }

    fn day(&mut self, key: &str, value: &Value) {
        let place = format!("days.{key}");
        let Some(day) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_day");
            return;
        };
        let entries = day.list("entries");
        for (i, entry) in entries.iter().enumerate() {
            self.entry(format!("{place}.entries[{i}]"), entry);
        }
        match gather::date(key) {
            Some(date) => {
                self.check_in(&place, key, date, day, value);
                if entries.is_empty() && day.get("closed") == Some(&Value::Bool(true)) {
                    self.nothing_taken(&place, key, date, value);
                }
            }
            None => self.gather.hold(Spot::new(place.clone()), "no_such_date", value),
        }
        for part in ["morning", "evening"] {
            let n = day.object(part).map_or(0, |p| p.iter().count());
            self.gather.leave(part, n);
        }
    }

    fn entry(&mut self, place: String, value: &Value) {
        let Some(entry) = value.object() else {
            self.gather.skip(Spot::new(place), "not_a_dosage");
            return;
        };
        let spot = Spot::named(place, entry.text("id"));
        if let Err(reason) = self.glass(&spot, entry, value) {
            self.gather.hold(spot, reason, value);
        }
    }

    fn glass(&mut self, spot: &Spot, entry: &Object, value: &Value) -> Result<(), &'static str> {
        let when = match entry.get("ts") {
            Some(Value::Text(text)) if text.contains('-') => self.gather.iso(&spot.place, text, None)?,
            ts => self.gather.epoch(ts, Tick::Millisecond)?,
        };
        let mut dose = dose_at(when);
        dose.amount = self
            .gather
            .amount_in(entry.get("ml"))?
            .map(|ml| Quantity::new(ml, Unit::TeaMl));
        dose.note = self.gather.words(&spot.place, entry.text("note"));
        let product = self.tea(&dose.amount);
        self.gather.dose(spot.clone(), dose, Some(product), value);
        Ok(())
    }

    fn tea(&mut self, amount: &Option<Quantity>) -> ProductHint {
        let mut hint = ProductHint::named("tea", ProductKind::Leaf);
        if let Some(amount) = amount {
            let example = format!("{} ml", amount.value);
            let unit = "g";
            let answer = self
                .gather
                .ask("tea_grams_per_litre", AnswerKind::Number(unit), "unknown", &example);
            self.grams_per_litre = answer
                .and_then(|answer| amounts::positive_answer(answer, unit))
                .map(|value| Estimate {
                    value,
                    log_sd: BREW_LOG_SD,
                });
        }
        hint.tea_grams_per_litre = self.grams_per_litre;
        hint
    }

    fn check_in(&mut self, place: &str, key: &str, date: Date, day: &Object, value: &Value) {
        let spot = Spot::named(place.to_owned(), Some(&format!("{key}/day")));
        let when = match self.gather.day(date) {
            Ok(when) => when,
            Err(reason) => return self.gather.hold(spot, reason, value),
        };
        let mut check_in = CheckIn::at(when);
        check_in.precision = Precision::Day;
        for (name, level) in day.object("metrics").into_iter().flat_map(Object::iter) {
            if let Some(level) = level.number().filter(|level| (0.0..=10.0).contains(level)) {
                scale(&mut check_in, name, level);
            } else if *level != Value::Null {
                self.gather.warn(place, "scale_out_of_range");
            }
        }
        check_in.triggers = self.list(place, day, "triggers");
        check_in.helpers = self.list(place, day, "helpers");
        self.relapse(place, day, &mut check_in);
        check_in.note = self.gather.words(place, day.text("note"));
        let empty = CheckIn::at(check_in.when.clone());
        let only_note = CheckIn {
            note: None,
            precision: Precision::Minute,
            ..check_in.clone()
        } == empty;
        match (only_note, check_in.note.clone()) {
            (false, _) => self.gather.entry(spot, Event::CheckIn(check_in)),
            (true, Some(text)) => self.gather.entry(
                spot,
                Event::Note(Note {
                    when: check_in.when,
                    precision: Precision::Day,
                    text,
                    kind: NoteKind::Plain,
                }),
            ),
            (true, None) => {}
        }
    }

    fn list(&mut self, place: &str, day: &Object, key: &str) -> Vec<String> {
        let words = day.list(key).iter().filter_map(Value::text);
        words.filter_map(|word| self.gather.words(place, Some(word))).collect()
    }

    fn relapse(&mut self, place: &str, day: &Object, check_in: &mut CheckIn) {
        let Some(relapse) = day.object("relapse") else {
            return;
        };
        if relapse.get("active") == Some(&Value::Bool(false)) {
            return;
        }
        check_in.answers.insert("relapse".to_owned(), "yes".to_owned());
        for (key, name) in [("note", "relapse note"), ("plan", "relapse plan")] {
            if let Some(words) = self.gather.words(place, relapse.text(key)) {
                check_in.answers.insert(name.to_owned(), words);
            }
        }
    }

    fn nothing_taken(&mut self, place: &str, key: &str, day: Date, value: &Value) {
        let spot = Spot::named(format!("{place}.closed"), Some(&format!("{key}/closed")));
        match self.gather.day(day) {
            Ok(_) => self.gather.entry(
                spot,
                Event::Day(DayStatement {
                    day,
                    says: DaySays::NothingTaken,
                    note: None,
                }),
            ),
            Err(reason) => self.gather.hold(spot, reason, value),
        }
    }
}

/// Puts one of the program's 0 to 10 scales where it belongs.
fn scale(check_in: &mut CheckIn, name: &str, level: f64) {
    match name {
        "craving" => check_in.craving = Some(level),
        "mood" => check_in.mood = Some(level),
        "energy" => check_in.energy = Some(level),
        "focus" => check_in.focus = Some(level),
        "sleepQuality" => check_in.sleep = Some(level),
        _ => {
            check_in.scales.insert(name.chars().take(60).collect(), level);
        }
    }
}
