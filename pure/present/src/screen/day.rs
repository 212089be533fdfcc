//! An entry where its day and hour stand beside it: what it is, and what else is known. No dates.

use super::Voice;
use crate::text;
use ebb_core::diary::Diary;
use ebb_core::event::{CheckIn, Craving, CravingOutcome, DaySays, Dose, Event, FeltEffect, ProductKind, Stomach};

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is: `0.55 g green`, `Check-in`.
    pub what: String,
    /// What else is known, in order; may be empty.
    pub more: Vec<String>,
}

/// Tells one entry.
#[must_use]
pub fn told(voice: &Voice, diary: &Diary, event: &Event) -> Told {
    let words = &voice.words;
    let only = |what: String| Told { what, more: Vec::new() };
    let with = |what: String, more: Vec<Option<String>>| Told {
        what,
        more: more.into_iter().flatten().collect(),
    };
    match event {
        Event::Dose(dose) => told_dose(voice, diary, dose),
        Event::CheckIn(check_in) => told_check_in(voice, check_in),
        Event::FeltEffect(felt) => told_felt(voice, felt),
        Event::Craving(craving) => told_craving(voice, craving),
        Event::CoUse(co_use) => {
            let unit = text::for_label(co_use.unit.as_deref().unwrap_or_default());
            let amount = co_use
                .amount
                .map(|amount| voice.numbers.amount_exact(Some(amount), &unit));
            with(
                text::for_label(&co_use.substance),
                vec![amount, own(co_use.note.as_ref())],
            )
        }
        Event::Note(note) => with(words.days_entry_note(), vec![own(Some(&note.text))]),
        Event::Day(day) => with(
            match &day.says {
                DaySays::NothingTaken => words.declared_zero(),
                DaySays::Unknown => words.unknown_amount(),
                DaySays::Total(total) => words.day_total_only(&voice.amount(Some(total))),
            },
            vec![own(day.note.as_ref())],
        ),
        Event::Product(product) => only(text::for_label(&product.name)),
        Event::Batch(batch) => with(
            words.days_entry_batch(),
            vec![own(batch.name.as_ref()), own(batch.note.as_ref())],
        ),
        Event::ImportBatch(batch) => only(words.kind_import(batch.rows, &text::for_label(&batch.format))),
        Event::Held(_) => only(words.days_entry_held()),
        Event::Settings(_) => only(words.kind_settings()),
        Event::Unknown(_) => only(words.history_newer_entry()),
        Event::Amendment(_) | Event::Retraction(_) => only(words.change()),
    }
}

fn told_dose(voice: &Voice, diary: &Diary, dose: &Dose) -> Told {
    let words = &voice.words;
    let product = dose
        .product
        .and_then(|id| diary.product(id))
        .map(|product| &product.body);
    let is_diary_only =
        product.is_some_and(|product| matches!(product.kind, ProductKind::SevenOh | ProductKind::OtherAlkaloid));
    let kind = product.filter(|_| is_diary_only).map(|product| match product.kind {
        ProductKind::SevenOh => words.kind_seven_oh(),
        _ => words.kind_other(),
    });
    let over = dose
        .over_min
        .map(|minutes| words.sipped_over(&voice.numbers.duration_estimate(minutes / 60.0)));
    let stomach = dose.stomach.map(|stomach| match stomach {
        Stomach::Empty => words.days_stomach_empty(),
        Stomach::QuarterFull => words.days_stomach_quarter(),
        Stomach::HalfFull => words.days_stomach_half(),
        Stomach::Full => words.days_stomach_full(),
        Stomach::VeryFull => words.days_stomach_very_full(),
    });
    let more = [
        kind,
        over,
        stomach,
        own(dose.reason.as_ref()),
        own(dose.mood.as_ref()),
        own(dose.note.as_ref()),
    ];
    Told {
        what: voice.dose(dose, product.map(|product| product.name.as_str())),
        more: more.into_iter().flatten().collect(),
    }
}

fn told_check_in(voice: &Voice, check_in: &CheckIn) -> Told {
    let words = &voice.words;
    let score = |name: String, value: Option<f64>, highest: f64| {
        value.map(|value| format!("{name} {}", voice.numbers.score(value, highest, None)))
    };
    let more = [
        score(words.withdrawal_title(), check_in.total_64(), 64.0),
        score(words.label_craving(), check_in.craving, 10.0),
        score(words.label_mood(), check_in.mood, 10.0),
        own(check_in.note.as_ref()),
    ];
    Told {
        what: words.web_nav_check_in(),
        more: more.into_iter().flatten().collect(),
    }
}

fn told_felt(voice: &Voice, felt: &FeltEffect) -> Told {
    let more = [
        felt.strength.map(|strength| voice.numbers.score(strength, 10.0, None)),
        felt.duration_h.map(|hours| voice.numbers.duration_estimate(hours)),
        own(felt.word.as_ref()),
        own(felt.note.as_ref()),
    ];
    Told {
        what: voice.words.days_entry_felt(),
        more: more.into_iter().flatten().collect(),
    }
}

fn told_craving(voice: &Voice, craving: &Craving) -> Told {
    let words = &voice.words;
    let outcome = craving.outcome.map(|outcome| match outcome {
        CravingOutcome::Passed => words.web_craving_passed(),
        CravingOutcome::Ongoing => words.web_craving_ongoing(),
        CravingOutcome::Used => words.web_craving_used(),
    });
    let more = [
        craving
            .strength
            .map(|strength| voice.numbers.score(strength, 10.0, None)),
        own(craving.trigger.as_ref()),
        outcome,
        own(craving.note.as_ref()),
    ];
    Told {
        what: words.web_nav_craving(),
        more: more.into_iter().flatten().collect(),
    }
}

/// A person's own words, harmless; nothing if there are none.
fn own(words: Option<&String>) -> Option<String> {
    let words = text::for_label(words?);
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}
