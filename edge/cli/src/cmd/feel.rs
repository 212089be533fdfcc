//! `ebb checkin`, `effect`, `craving`, `took`, `note`: how the person is, besides doses.

use super::when;
use crate::args::{Checkin, Craving, Effect, Note, Outcome, Took};
use crate::error::Usage;
use crate::session::Session;
use crate::term;
use anyhow::{Result, bail};
use ebb_core::entry::EntryId;
use ebb_core::event::{self, CheckIn, CoUse, CravingOutcome, Event, FeltEffect, NoteKind, Precision, Route, Symptom};
use serde_json::json;
use std::collections::BTreeMap;

/// A check-in.
pub(super) fn checkin(args: &Checkin, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let when = when::moment(args.when.as_deref(), &session.frame)?;
    let check_in = CheckIn {
        withdrawal_64: within("withdrawal", args.withdrawal, 64.0)?,
        symptoms: symptoms(&args.symptoms)?,
        craving: within("craving", args.craving, 10.0)?,
        mood: within("mood", args.mood, 10.0)?,
        energy: within("energy", args.energy, 10.0)?,
        focus: within("focus", args.focus, 10.0)?,
        sleep: within("sleep", args.sleep, 10.0)?,
        sleep_hours: within("sleep-hours", args.sleep_hours, 24.0)?,
        note: args.note.clone(),
        ..CheckIn::at(when)
    };
    let total = check_in.total_64();
    save(
        &mut session,
        Event::CheckIn(check_in),
        json,
        "checked_in",
        || match total {
            Some(total) => format!("Noted. Withdrawal {} of 64.", term::numbers().exact(total)),
            None => "Noted.".to_owned(),
        },
    )?;
    if !json {
        super::views::hint_what_to_say(&session);
    }
    Ok(())
}

fn symptoms(said: &[String]) -> Result<BTreeMap<Symptom, u8>> {
    let mut symptoms = BTreeMap::new();
    for one in said {
        let parsed = one.split_once('=').and_then(|(name, score)| {
            let name = serde_json::from_value::<Symptom>(json!(name.trim().replace(['-', ' '], "_"))).ok()?;
            Some((name, score.trim().parse::<u8>().ok().filter(|s| *s <= 4)?))
        });
        let Some((symptom, score)) = parsed else {
            let names: Vec<String> = Symptom::ALL
                .iter()
                .map(|s| json!(s).as_str().unwrap_or_default().to_owned())
                .collect();
            bail!(Usage::new(
                "a symptom reads NAME=SCORE with a score of 0 to 4",
                format!("names: {}", names.join(", "))
            ));
        };
        symptoms.insert(symptom, score);
    }
    Ok(symptoms)
}

/// How a dose felt.
pub(super) fn effect(args: &Effect, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let dose = if args.dose == "last" {
        let last = session
            .diary
            .doses
            .iter()
            .rev()
            .find(|d| d.body.when.at <= session.frame.now);
        let Some(last) = last else {
            bail!(Usage::new("no dose is logged yet", "`ebb log` one first"))
        };
        (last.id, last.body.when.clone())
    } else {
        let entry = session.named(&args.dose)?;
        let Event::Dose(dose) = entry.event else {
            bail!(Usage::new(
                "this entry is not a dose",
                "`ebb entries` lists the newest with their names"
            ));
        };
        (entry.id, dose.when)
    };
    let effect = FeltEffect {
        when: dose.1,
        dose: Some(dose.0),
        strength: within("strength", args.strength, 10.0)?,
        duration_h: within("hours", args.hours, 48.0)?,
        word: None,
        scales: BTreeMap::new(),
        note: args.note.clone(),
    };
    save(&mut session, Event::FeltEffect(effect), json, "noted", || {
        "Noted.".to_owned()
    })
}

/// An urge.
pub(super) fn craving(args: &Craving, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let craving = event::Craving {
        when: when::moment(args.when.as_deref(), &session.frame)?,
        precision: Precision::Minute,
        strength: within("strength", Some(args.strength), 10.0)?,
        trigger: args.trigger.clone(),
        outcome: args.outcome.map(|o| match o {
            Outcome::Passed => CravingOutcome::Passed,
            Outcome::Used => CravingOutcome::Used,
            Outcome::Ongoing => CravingOutcome::Ongoing,
        }),
        minutes: within("minutes", args.minutes, 1440.0)?,
        count: None,
        note: args.note.clone(),
    };
    save(&mut session, Event::Craving(craving), json, "noted", || {
        "Noted.".to_owned()
    })
}

/// Another substance.
pub(super) fn took(args: &Took, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let co_use = CoUse {
        when: when::moment(args.when.as_deref(), &session.frame)?,
        precision: Precision::Minute,
        substance: args.substance.clone(),
        amount: within("amount", args.amount, 1e6)?,
        unit: args.unit.clone(),
        route: Route::Oral,
        note: args.note.clone(),
    };
    save(&mut session, Event::CoUse(co_use), json, "noted", || {
        "Noted.".to_owned()
    })
}

/// Words.
pub(super) fn note(args: &Note, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let note = event::Note {
        when: when::moment(args.when.as_deref(), &session.frame)?,
        precision: Precision::Minute,
        text: args.words.join(" "),
        kind: if args.milestone {
            NoteKind::Milestone
        } else {
            NoteKind::Plain
        },
    };
    save(&mut session, Event::Note(note), json, "noted", || "Noted.".to_owned())
}

fn save(session: &mut Session, event: Event, json: bool, key: &str, say: impl FnOnce() -> String) -> Result<()> {
    let ids: Vec<EntryId> = session.write(vec![event])?;
    if json {
        return term::say_json(&json!({ key: ids.first().map(ToString::to_string) }));
    }
    term::say(&say())
}

fn within(name: &str, value: Option<f64>, highest: f64) -> Result<Option<f64>> {
    match value {
        Some(v) if !(v.is_finite() && (0.0..=highest).contains(&v)) => {
            bail!(Usage::new(
                format!("{name} is out of range"),
                format!("use a number from 0 to {highest}")
            ))
        }
        other => Ok(other),
    }
}
