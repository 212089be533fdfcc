//! `ebb log`: a dose in one line, or a day without.

use super::when;
use crate::args::Log;
use crate::error::Usage;
use crate::session::Session;
use crate::term;
use anyhow::{Result, bail};
use ebb_core::entry::EntryId;
use ebb_core::event::{DaySays, DayStatement, Dose, Event, Precision, Product, ProductKind};
use ebb_core::phrase::{self, Draft};
use ebb_present::{screen, text};

/// Logs it and says what was understood.
pub(super) fn log(args: &Log, json: bool) -> Result<()> {
    let line = args.words.join(" ");
    if line.trim().eq_ignore_ascii_case("none") {
        return nothing(args, json);
    }
    let mut session = Session::open()?;
    let mut draft = phrase::read(&line, session.frame.now, &session.frame.zone)?;
    if args.when.is_some() {
        draft.when = when::moment(args.when.as_deref(), &session.frame)?;
    }
    if let Some(product) = &args.product {
        draft.product = Some(product.clone());
    }
    let product = product_of(&mut session, &draft, args.new_product)?;
    let dose = dose_of(args, draft, product);
    let ids = session.write(vec![Event::Dose(dose.clone())])?;
    let Some(id) = ids.first() else { return Ok(()) };
    if json {
        return term::say_json(
            &serde_json::json!({ "logged": id.to_string(), "day": session.diary.day_of_dose(&dose).to_string() }),
        );
    }
    let voice = screen::Voice::new(term::words(), term::numbers(), session.frame.zone.clone());
    term::say(&screen::entries::logged(&voice, &session.frame, &session.diary, *id))
}

fn dose_of(args: &Log, draft: Draft, product: Option<EntryId>) -> Dose {
    Dose {
        when: draft.when,
        precision: if args.day_only {
            Precision::Day
        } else {
            Precision::Minute
        },
        over_min: draft.over_min,
        amount: draft.amount,
        product,
        batch: None,
        route: ebb_core::event::Route::Oral,
        stomach: draft.stomach,
        reason: args.reason.clone().or(draft.reason),
        mood: args.mood.clone(),
        note: args.note.clone().or(draft.note),
    }
}

/// The product named, the default one, or a new one when there is none yet or the person says so.
fn product_of(session: &mut Session, draft: &Draft, may_add: bool) -> Result<Option<EntryId>> {
    let Some(name) = draft.product.as_deref() else {
        return Ok(session.diary.default_product);
    };
    if let Some(known) = session.diary.product_named(name) {
        return Ok(Some(known.id));
    }
    let names: Vec<String> = session
        .diary
        .products
        .iter()
        .map(|p| text::for_terminal(&p.body.name))
        .collect();
    if !(may_add || names.is_empty()) {
        bail!(Usage::new(
            "no product has this name",
            format!(
                "known: {}. To make it a new leaf product add --new-product; `ebb product add` for anything else",
                names.join(", ")
            )
        ));
    }
    let ids = session.write(vec![Event::Product(Product {
        name: name.to_owned(),
        kind: ProductKind::Leaf,
        mitragynine_mg_per_g: None,
        mitragynine_mg_each: None,
        seven_oh_mg_each: None,
        grams_per_capsule: None,
        grams_per_teaspoon: None,
        tea_grams_per_litre: None,
        note: None,
    })])?;
    term::say_aside(&format!("New product: {} (leaf).", text::for_terminal(name)));
    Ok(ids.first().copied())
}

/// The only way to say that a day was without: no entry is not abstinence.
fn nothing(args: &Log, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let day = match &args.day {
        Some(day) => when::day(day, &session.frame)?,
        None => session.frame.today(),
    };
    if day > session.frame.today() {
        return Err(phrase::PhraseError::Future.into());
    }
    if session
        .diary
        .doses
        .iter()
        .any(|d| session.diary.day_of_dose(&d.body) == day)
    {
        bail!(Usage::new(
            "doses are logged on that day",
            "remove them first if they are wrong: `ebb entries`, `ebb remove NAME`"
        ));
    }
    session.write(vec![Event::Day(DayStatement {
        day,
        says: DaySays::NothingTaken,
        note: args.note.clone(),
    })])?;
    if json {
        return term::say_json(&serde_json::json!({ "nothing_taken": day.to_string() }));
    }
    let words = term::words();
    term::say(&words.history_day_zero(&term::numbers().date_with_weekday(day)))
}
