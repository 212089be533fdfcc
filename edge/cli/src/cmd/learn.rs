//! `ebb learn`: what reports taught, and the way back to most people. Reports themselves are never touched.

use super::entries::voice;
use super::views::{bands, learning_word, read, silence_word};
use crate::args::Learn;
use crate::session::Session;
use crate::term;
use anyhow::Result;
use ebb_core::event::{Event, Learning, LearningSays};
use ebb_core::view::learned::{LearnedNumber, LearnedView, Number, Shown, learned};
use ebb_present::screen;
use serde_json::{Value, json};

/// Shows what was learned, or changes whether it counts.
pub(super) fn learn(args: &Learn, json: bool) -> Result<()> {
    match (args.reset, args.off, args.on) {
        (true, ..) => change(LearningSays::Reset, json),
        (_, true, _) => change(LearningSays::Off, json),
        (.., true) => change(LearningSays::On, json),
        _ => show(json),
    }
}

fn change(says: LearningSays, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let words = term::words();
    let (is_so, said) = match says {
        LearningSays::On => (session.diary.may_learn, words.learning_now_on()),
        LearningSays::Off => (!session.diary.may_learn, words.learning_now_off()),
        LearningSays::Reset => (false, words.learning_now_reset()),
    };
    let mut id = None;
    if !is_so {
        let when = session.frame.moment();
        id = session
            .write(vec![Event::Learning(Learning { when, says })])?
            .first()
            .copied();
    }
    if json {
        return term::say_json(&json!({ "noted": id.map(|id| id.to_string()), "may_learn": session.diary.may_learn }));
    }
    term::say(&if is_so { words.learning_was_so() } else { said })
}

fn show(json: bool) -> Result<()> {
    let session = Session::open()?;
    let reading = read(&session);
    let view = learned(&session.diary, &reading);
    if json {
        return term::say_json(
            &view
                .as_ref()
                .map_or_else(|silence| json!({ "silent_because": silence_word(*silence) }), as_json),
        );
    }
    let width = usize::from(term::columns());
    term::say(&screen::learned::learned(
        &voice(&session),
        &session.frame,
        &view,
        width,
    ))
}

fn as_json(view: &LearnedView) -> Value {
    let left_out = &view.left_out;
    json!({
        "learning": learning_word(view.learning),
        "since": view.since.as_ref().map(ebb_core::moment::Moment::to_text),
        "reports": { "felt": view.reports.felt, "lasted": view.reports.lasted, "symptoms": view.reports.symptoms },
        "left_out": {
            "no_time": left_out.no_time,
            "out_of_range": left_out.out_of_range,
            "without_forecast": left_out.without_forecast,
            "too_few_doses": left_out.too_few_doses,
            "mostly_unknown": left_out.mostly_unknown,
            "nobody_said": left_out.nobody_said,
            "before_reset": left_out.before_reset,
            "older": left_out.older,
        },
        "numbers": view.numbers.iter().map(number).collect::<Vec<_>>(),
        "batches": view.batches.iter().map(|batch| json!({
            "shares": batch.shares.map(|id| id.to_string()),
            "name": batch.name,
            "times": bands(&batch.times),
            "width_left": batch.width_left,
        })).collect::<Vec<_>>(),
        "effective_draws": view.quality.map(|quality| quality.effective_size),
    })
}

fn number(number: &LearnedNumber) -> Value {
    let [felt, lasted, symptoms] = number.told_by;
    json!({
        "number": match number.number {
            Number::Ec50 => "potency",
            Number::EffectScale => "felt",
            Number::Tolerance => "tolerance",
            Number::WithdrawalScale => "withdrawal",
            Number::FastHalfLife => "short_half_life",
            Number::SlowHalfLife => "long_half_life",
            Number::Baseline => "baseline",
        },
        "in": match number.shown {
            Shown::Times => "times_middle_of_most_people",
            Shown::Hours => "hours",
            Shown::Points => "points_of_64",
        },
        "you": bands(&number.you),
        "most_people": bands(&number.most_people),
        "width_left": number.width_left,
        "told_by": { "felt": felt, "lasted": lasted, "symptoms": symptoms },
    })
}
