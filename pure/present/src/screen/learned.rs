//! What was learned about the person, as text. Each number beside most people, in plain words.

use super::{Voice, wrapped};
use crate::text;
use ebb_core::bridge::reports::LeftOut;
use ebb_core::event::LearningSays;
use ebb_core::view::Frame;
use ebb_core::view::ask::{Ask, AskNext};
use ebb_core::view::learned::{LearnedBatch, LearnedNumber, LearnedView, Number, ReportKind, Shown};
use ebb_core::view::reading::{Learning, Silence};

/// Factors are said to a tenth: a person is not known more exactly.
const STEP: f64 = 0.1;

/// The screen in at most `width` columns.
#[must_use]
pub fn learned(voice: &Voice, frame: &Frame, view: &Result<LearnedView, Silence>, width: usize) -> String {
    let words = &voice.words;
    let mut text = format!("{}\n\n", words.learned_title());
    let mut say = |sentence: &str, indent: &str| {
        text.push_str(&wrapped(sentence, indent, width));
        text.push('\n');
    };
    say(&words.learned_lead(), "  ");
    let view = match view {
        Ok(view) => view,
        Err(silence) => {
            say(&voice.silence(*silence), "  ");
            return text;
        }
    };
    state(voice, frame, view).iter().for_each(|line| say(line, "  "));
    if !view.numbers.is_empty() {
        say("", "");
        say(&words.learned_numbers_heading(), "  ");
        for number in &view.numbers {
            say(&name(voice, number.number), "  ");
            say(&line(voice, number), "    ");
        }
    }
    if !view.batches.is_empty() {
        say("", "");
        say(&words.learned_batches_heading(), "  ");
        view.batches.iter().for_each(|of| say(&batch(voice, of), "    "));
    }
    if !view.numbers.is_empty() {
        say("", "");
        say(&words.learned_kinds_heading(), "  ");
        told(voice, view).iter().for_each(|line| say(line, "    "));
    }
    say("", "");
    for reason in left_out(voice, &view.left_out) {
        say(&reason, "  ");
    }
    if let Some(quality) = view.quality {
        say(
            &words.learned_worth(&voice.numbers.exact(quality.effective_size.round())),
            "  ",
        );
        say(&words.learned_limits(), "  ");
    }
    say(&words.learned_ways_back(), "  ");
    text
}

/// Whether anything was learned, from what, since when.
#[must_use]
pub fn state(voice: &Voice, frame: &Frame, view: &LearnedView) -> Vec<String> {
    let words = &voice.words;
    let counts = view.reports;
    let mut lines = vec![match view.learning {
        Learning::Off => words.learning_is_off(),
        Learning::NoReports => words.learned_nothing(),
        Learning::Unclear => words.learning_is_unclear(),
        Learning::Learned => words.learned_from(counts.symptoms as u64, counts.felt as u64, counts.lasted as u64),
    }];
    if let Some(since) = &view.since {
        lines.push(words.learned_since(&voice.moment(since, frame)));
    }
    lines
}

/// What a number is, in words.
#[must_use]
pub fn name(voice: &Voice, number: Number) -> String {
    let words = &voice.words;
    match number {
        Number::Ec50 => words.learned_potency(),
        Number::EffectScale => words.learned_felt(),
        Number::Tolerance => words.learned_tolerance(),
        Number::WithdrawalScale => words.learned_withdrawal(),
        Number::FastHalfLife => words.learned_fast(),
        Number::SlowHalfLife => words.learned_slow(),
        Number::Baseline => words.learned_baseline(),
    }
}

/// A number beside most people, and how much of the width is left.
#[must_use]
pub fn line(voice: &Voice, number: &LearnedNumber) -> String {
    let (words, numbers) = (&voice.words, &voice.numbers);
    let (you, people) = (number.you.outer(), number.most_people.outer());
    let said = match number.shown {
        Shown::Times => words.learned_times(
            &numbers.stepped(you.mid, STEP),
            &numbers.range_stepped(you.low, you.high, STEP),
            &numbers.range_stepped(people.low, people.high, STEP),
        ),
        Shown::Hours => words.learned_span(
            &numbers.duration_range(you.low, you.high),
            &numbers.duration_range(people.low, people.high),
        ),
        Shown::Points => words.learned_span(
            &numbers.range_stepped(you.low, you.high, 1.0),
            &numbers.range_stepped(people.low, people.high, 1.0),
        ),
    };
    if number.has_moved() {
        format!(
            "{said} {}",
            words.learned_width_left(&numbers.percent(number.width_left))
        )
    } else {
        format!("{} {said}", words.learned_unmoved())
    }
}

/// A batch's strength beside what was logged.
#[must_use]
pub fn batch(voice: &Voice, batch: &LearnedBatch) -> String {
    let times = batch.times.outer();
    let range = voice.numbers.range_stepped(times.low, times.high, STEP);
    match &batch.name {
        Some(name) => voice.words.learned_batch(&text::for_terminal(name), &range),
        None => voice.words.learned_batch_unnamed(&range),
    }
}

/// What each kind of report tells, a sentence each; kinds without reports are left out.
#[must_use]
pub fn told(voice: &Voice, view: &LearnedView) -> Vec<String> {
    let words = &voice.words;
    let kinds = ReportKind::ALL.into_iter().filter(|kind| view.reports.of(*kind) > 0);
    kinds
        .map(|kind| {
            let names: Vec<String> = view
                .told_most_by(kind)
                .iter()
                .map(|number| lower(&name(voice, number.number)))
                .collect();
            let names = match names.is_empty() {
                true => words.learned_told_little(),
                false => names.join(", "),
            };
            match kind {
                ReportKind::Felt => words.learned_told_felt(&names),
                ReportKind::Lasted => words.learned_told_lasted(&names),
                ReportKind::Symptoms => words.learned_told_symptoms(&names),
            }
        })
        .collect()
}

/// Why reports do not count, a sentence for each reason there is.
#[must_use]
pub fn left_out(voice: &Voice, left_out: &LeftOut) -> Vec<String> {
    let words = &voice.words;
    let mut lines = Vec::new();
    if left_out.total() > 0 {
        lines.push(words.learning_left_out(left_out.total() as u64));
    }
    let reasons: [(usize, &dyn Fn(u64) -> String); 8] = [
        (left_out.no_time, &|n| words.left_out_no_time(n)),
        (left_out.out_of_range, &|n| words.left_out_out_of_range(n)),
        (left_out.without_forecast, &|n| words.left_out_without_forecast(n)),
        (left_out.too_few_doses, &|n| words.left_out_too_few_doses(n)),
        (left_out.mostly_unknown, &|n| words.left_out_mostly_unknown(n)),
        (left_out.nobody_said, &|n| words.left_out_nobody_said(n)),
        (left_out.before_reset, &|n| words.left_out_before_reset(n)),
        (left_out.older, &|n| words.left_out_older(n)),
    ];
    let counted = reasons.iter().filter(|(n, _)| *n > 0);
    lines.extend(counted.map(|(n, say)| say(*n as u64)));
    lines
}

/// The question that would teach most.
#[must_use]
pub fn ask(voice: &Voice, frame: &Frame, next: &AskNext) -> String {
    let words = &voice.words;
    let when = next.dose_when.as_ref().map(|when| voice.moment(when, frame));
    let when = when.unwrap_or_else(|| words.unknown());
    match next.ask {
        Ask::CheckIn => words.ask_check_in(),
        Ask::Felt { .. } => words.ask_felt(&when),
        Ask::Lasted { .. } => words.ask_lasted(&when),
    }
}

/// What a change of learning is called in a list of entries.
#[must_use]
pub fn kind(voice: &Voice, says: LearningSays) -> String {
    match says {
        LearningSays::On => voice.words.kind_learning_on(),
        LearningSays::Off => voice.words.kind_learning_off(),
        LearningSays::Reset => voice.words.kind_learning_reset(),
    }
}

/// A heading within a sentence.
fn lower(heading: &str) -> String {
    let mut letters = heading.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
