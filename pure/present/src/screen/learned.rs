//! What was learned about the person, as text. Each number beside most people, in plain words.

use super::{Voice, say};
use crate::text;
use ebb_core::bridge::reports::LeftOut;
use ebb_core::event::LearningSays;
use ebb_core::view::ask::{Ask, AskNext};
use ebb_core::view::learned::{LearnedBatch, LearnedNumber, LearnedView, Number, ReportKind, Shown};
use ebb_core::view::reading::{Learning, Silence};
use ebb_core::view::{Bands, Frame};

/// Factors are said to a tenth: a person is not known more exactly.
const STEP: f64 = 0.1;

/// The screen in at most `width` columns.
#[must_use]
pub fn learned(voice: &Voice, frame: &Frame, view: &Result<LearnedView, Silence>, width: usize) -> String {
    let words = &voice.words;
    let mut text = format!("{}\n\n", words.learned_title());
    say(&mut text, &words.learned_lead(), "  ", width);
    let view = match view {
        Ok(view) => view,
        Err(silence) => {
            say(&mut text, &voice.silence(*silence), "  ", width);
            return text;
        }
    };
    for line in state(voice, frame, view) {
        say(&mut text, &line, "  ", width);
    }
    if !view.numbers.is_empty() {
        text.push('\n');
        say(&mut text, &words.learned_numbers_heading(), "  ", width);
        for number in &view.numbers {
            say(&mut text, &name(voice, number.number), "  ", width);
            say(&mut text, &line(voice, number), "    ", width);
            for bar in bars(voice, number, width) {
                text += &format!("    {bar}\n");
            }
        }
    }
    if !view.batches.is_empty() {
        text.push('\n');
        say(&mut text, &words.learned_batches_heading(), "  ", width);
        for of in &view.batches {
            say(&mut text, &batch(voice, of), "    ", width);
        }
    }
    if !view.numbers.is_empty() {
        text.push('\n');
        say(&mut text, &words.learned_kinds_heading(), "  ", width);
        for line in told(voice, view) {
            say(&mut text, &line, "    ", width);
        }
    }
    text.push('\n');
    for reason in left_out(voice, &view.left_out) {
        say(&mut text, &reason, "  ", width);
    }
    if let Some(quality) = view.quality {
        say(
            &mut text,
            &words.learned_worth(&voice.numbers.exact(quality.effective_size.round())),
            "  ",
            width,
        );
        say(&mut text, &words.learned_limits(), "  ", width);
    }
    say(&mut text, &words.learned_ways_back(), "  ", width);
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

/// Where a person's range and most people's lie on one scale that holds both: low end, middle and high end, as shares of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// The person's.
    pub you: [f64; 3],
    /// Most people's.
    pub most_people: [f64; 3],
}

/// Room on that scale beyond the ends of what is shown on it, as a share.
const MARGIN: f64 = 0.05;

/// A number on a scale of its own.
#[must_use]
pub fn beside(number: &LearnedNumber) -> Beside {
    // Factors and times spread by factors; points do not.
    let place: fn(f64) -> f64 = match number.shown {
        Shown::Times | Shown::Hours => |value| value.max(f64::MIN_POSITIVE).ln(),
        Shown::Points => |value| value,
    };
    let ends = |bands: &Bands| [bands.low_80, bands.mid, bands.high_80].map(place);
    let (you, most_people) = (ends(&number.you), ends(&number.most_people));
    let low = you[0].min(most_people[0]);
    let span = (you[2].max(most_people[2]) - low).max(f64::MIN_POSITIVE);
    let share = |value: f64| MARGIN + (1.0 - 2.0 * MARGIN) * (value - low) / span;
    Beside {
        you: you.map(share),
        most_people: most_people.map(share),
    }
}

/// The same drawn in a terminal; nothing where there is no room for it.
fn bars(voice: &Voice, number: &LearnedNumber, width: usize) -> Vec<String> {
    const WIDEST: usize = 48;
    const NARROWEST: usize = 16;
    const INDENT: usize = 4;
    let names = [voice.words.learned_you(), voice.words.learned_people()];
    let name_width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let room = width.saturating_sub(INDENT + name_width + 1).min(WIDEST);
    if room < NARROWEST {
        return Vec::new();
    }
    let Beside { you, most_people } = beside(number);
    let drawn = names.iter().zip([you, most_people]);
    drawn
        .map(|(name, shares)| format!("{name:name_width$} {}", bar(shares, room)))
        .collect()
}

fn bar([low, mid, high]: [f64; 3], room: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a line's length"
    )]
    let column = |share: f64| ((share.clamp(0.0, 1.0) * room as f64) as usize).min(room.saturating_sub(1));
    let (low, mid, high) = (column(low), column(mid), column(high));
    (0..room)
        .map(|at| match at {
            at if at == mid => '┃',
            at if (low..=high).contains(&at) => '━',
            _ => '·',
        })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn number(shown: Shown, you: [f64; 3], people: [f64; 3]) -> LearnedNumber {
        let bands = |[low, mid, high]: [f64; 3]| Bands {
            mid,
            low_50: low,
            high_50: high,
            low_80: low,
            high_80: high,
        };
        LearnedNumber {
            number: Number::Tolerance,
            shown,
            you: bands(you),
            most_people: bands(people),
            width_left: 0.5,
            told_by: [0.0; 3],
        }
    }

    #[test]
    fn both_bands_lie_on_one_scale_that_holds_them() {
        let row = beside(&number(Shown::Times, [1.0, 2.0, 4.0], [0.25, 1.0, 4.0]));
        let is_at = |found: [f64; 3], wanted: [f64; 3]| found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12);
        assert!(is_at(row.most_people, [0.05, 0.5, 0.95]));
        assert!(is_at(row.you, [0.5, row.you[1], 0.95]));
        assert!(row.you[1] > row.you[0] && row.you[1] < row.you[2]);
    }

    #[test]
    fn a_bar_is_as_long_as_its_room_and_shows_the_middle() {
        assert_eq!(bar([0.25, 0.5, 0.74], 8), "··━━┃━··");
        assert_eq!(bar([0.0, 1.0, 1.0], 4), "━━━┃");
        for room in 0..20 {
            assert_eq!(bar([f64::NAN, 2.0, -1.0], room).chars().count(), room);
        }
    }

    #[test]
    fn a_scale_without_length_is_no_fault() {
        let row = beside(&number(Shown::Points, [0.0; 3], [0.0; 3]));
        assert!(row.you.iter().chain(&row.most_people).all(|share| share.is_finite()));
    }
}
