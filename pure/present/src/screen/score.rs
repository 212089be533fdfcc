//! The score of past forecasts as text. No mark for the person: it is the forecast that is judged.

use super::{Voice, say};
use ebb_core::view::score::{
    Baseline, Compared, FEWEST_BLOCKS, FEWEST_CHECK_INS, Lead, Mean, SAME_AMOUNT, SAME_TIME_H, ScoreView, Share,
    Summary, Verdict, WidenedBecause,
};

/// Points are said to a tenth: the scale has whole ones, means of it do not.
const STEP: f64 = 0.1;
/// Shares of the answers expected in each place, from below to above.
const EXPECTED: [f64; 6] = [0.1, 0.15, 0.25, 0.25, 0.15, 0.1];

/// The screen in at most `width` columns; `picture` is the chart, drawn elsewhere.
#[must_use]
pub fn score(voice: &Voice, view: &ScoreView, picture: Option<&str>, width: usize) -> String {
    let words = &voice.words;
    let mut text = format!("{}\n\n", words.score_title());
    say(&mut text, &words.score_lead(), "  ", width);
    if let Some(picture) = picture {
        text.push('\n');
        text.push_str(picture.trim_end());
        text.push('\n');
    }
    let parts = parts(voice, view);
    for (heading, compared) in &parts {
        text.push('\n');
        if let Some(heading) = heading {
            text.push_str(&format!("{heading}\n"));
        }
        part(voice, compared, &mut text, width);
    }
    if parts.iter().any(|(_, compared)| compared.all.is_some()) {
        say(&mut text, &words.score_limits(), "  ", width);
    }
    text
}

/// What is judged apart: stopping and, once a forecast of it was shown, going on. Headings only where there are both.
#[must_use]
pub fn parts<'a>(voice: &Voice, view: &'a ScoreView) -> Vec<(Option<String>, &'a Compared)> {
    let words = &voice.words;
    match view.going_on.n_kept {
        0 => vec![(None, &view.stopping)],
        _ => vec![
            (Some(words.score_stopping_heading()), &view.stopping),
            (Some(words.score_going_on_heading()), &view.going_on),
        ],
    }
}

fn part(voice: &Voice, compared: &Compared, text: &mut String, width: usize) {
    let Some(all) = &compared.all else {
        say(text, &nothing(voice, compared), "  ", width);
        for sentence in left_out(voice, compared) {
            say(text, &sentence, "  ", width);
        }
        return;
    };
    for sentence in outcome(voice, compared, all) {
        say(text, &sentence, "  ", width);
    }
    text.push('\n');
    for sentence in figures(voice, all) {
        say(text, &sentence, "  ", width);
    }
    text.push('\n');
    tables(voice, compared, text);
    for sentence in left_out(voice, compared) {
        say(text, &sentence, "  ", width);
    }
}

/// What it comes to, or why nothing is compared yet: a sentence each.
#[must_use]
pub fn said(voice: &Voice, compared: &Compared) -> Vec<String> {
    let Some(all) = &compared.all else {
        return vec![nothing(voice, compared)];
    };
    outcome(voice, compared, all).chain(figures(voice, all)).collect()
}

/// On how much it rests, the verdict, and what follows for coming ranges.
fn outcome(voice: &Voice, compared: &Compared, all: &Summary) -> impl Iterator<Item = String> {
    let first = [
        voice.words.score_compared(all.n_check_ins as u64),
        verdict(voice, compared, all),
    ];
    first.into_iter().chain(widened(voice, compared, all))
}

fn nothing(voice: &Voice, view: &Compared) -> String {
    match view.n_kept {
        0 => voice.words.score_nothing_kept(),
        n => voice.words.score_nothing_compared(n as u64),
    }
}

/// What it comes to, in a sentence.
#[must_use]
pub fn verdict(voice: &Voice, view: &Compared, all: &Summary) -> String {
    let words = &voice.words;
    match view.verdict {
        Verdict::TooFew(_) => words.score_too_few(
            all.n_check_ins as u64,
            FEWEST_CHECK_INS as u64,
            all.n_blocks as u64,
            FEWEST_BLOCKS as u64,
        ),
        Verdict::AsGood => words.score_as_good(),
        Verdict::Better => words.score_better(),
        Verdict::Worse(Baseline::LastValue) => words.score_worse_last(),
        Verdict::Worse(Baseline::Population) => words.score_worse_population(),
    }
}

/// That ranges are drawn wider, and why.
#[must_use]
pub fn widened(voice: &Voice, view: &Compared, all: &Summary) -> Option<String> {
    let factor = voice.numbers.stepped(view.widening.factor, STEP);
    let own = all.own_inside_80;
    Some(match view.widening.because? {
        WidenedBecause::HeldTooFew => voice
            .words
            .score_widened_held(own.n_inside as u64, own.n as u64, &factor),
        WidenedBecause::Worse(_) => voice.words.score_widened_worse(&factor),
    })
}

/// The figures, a sentence each.
#[must_use]
pub fn figures(voice: &Voice, all: &Summary) -> Vec<String> {
    let words = &voice.words;
    let points = |value: f64| voice.numbers.stepped(value, STEP);
    let share = |share: Share| voice.numbers.percent_range(share.low, share.high);
    let count = |share: Share| (share.n_inside as u64, share.n as u64);
    let (wide, inner) = (count(all.inside_80), count(all.inside_50));
    let mut lines = vec![
        words.score_held_wide(wide.0, wide.1, &share(all.inside_80)),
        words.score_held_inner(inner.0, inner.1, &share(all.inside_50)),
        bias(voice, all.bias),
        words.score_miss(&points(all.crps)),
    ];
    if let Some(last) = all.last_value {
        lines.push(words.score_miss_last(&points(last.baseline_crps), last.n as u64, &points(last.crps)));
    }
    if let Some(population) = all.population {
        lines.push(words.score_miss_population(&points(population.baseline_crps), &points(population.crps)));
    }
    lines
}

fn bias(voice: &Voice, bias: Mean) -> String {
    let words = &voice.words;
    let points = |value: f64| voice.numbers.stepped(value, STEP);
    let range = |low: f64, high: f64| {
        if low.is_finite() && high.is_finite() {
            words.score_range(&points(low), &points(high))
        } else {
            words.score_range_unknown()
        }
    };
    match bias.value {
        value if value >= STEP / 2.0 => words.score_bias_above(&points(value), &range(bias.low, bias.high)),
        value if value <= -STEP / 2.0 => words.score_bias_below(&points(-value), &range(-bias.high, -bias.low)),
        _ => words.score_bias_none(),
    }
}

fn tables(voice: &Voice, view: &Compared, text: &mut String) {
    let words = &voice.words;
    let row = |name: &str, said: &str| format!("  {name:<26} {said}\n");
    text.push_str(&format!("  {}\n", words.score_places_heading()));
    let names = [
        words.score_place_below(),
        words.score_place_lower(),
        words.score_place_lower_half(),
        words.score_place_upper_half(),
        words.score_place_upper(),
        words.score_place_above(),
    ];
    for ((name, found), expected) in names.iter().zip(view.places).zip(EXPECTED).rev() {
        let expected = voice.numbers.stepped(expected * view.scored.len() as f64, STEP);
        text.push_str(&row(name, &words.score_place_line(found as u64, &expected)));
    }
    text.push_str(&format!("\n  {}\n", words.score_leads_heading()));
    for (lead, summary) in &view.by_lead {
        let held = summary.inside_80;
        let points = voice.numbers.stepped(summary.crps, STEP);
        let said = words.score_lead_line(held.n_inside as u64, held.n as u64, &points);
        text.push_str(&row(&lead_name(voice, *lead), &said));
    }
    text.push('\n');
}

/// How a lead is called.
#[must_use]
pub fn lead_name(voice: &Voice, lead: Lead) -> String {
    let words = &voice.words;
    match lead {
        Lead::Hours => words.score_lead_hours(),
        Lead::Day => words.score_lead_day(),
        Lead::Days => words.score_lead_days(),
        Lead::Week => words.score_lead_week(),
        Lead::Weeks => words.score_lead_weeks(),
    }
}

fn left_out(voice: &Voice, view: &Compared) -> Vec<String> {
    let (words, left_out) = (&voice.words, view.left_out);
    let mut lines = Vec::new();
    if left_out.something_taken > 0 {
        lines.push(words.score_left_out_taken(left_out.something_taken as u64));
    }
    if left_out.not_as_assumed > 0 {
        let share = voice.numbers.percent(SAME_AMOUNT);
        let hours = voice.numbers.exact(SAME_TIME_H);
        lines.push(words.score_left_out_otherwise(left_out.not_as_assumed as u64, &share, &hours));
    }
    if left_out.nobody_said > 0 {
        lines.push(words.score_left_out_silent(left_out.nobody_said as u64));
    }
    lines
}
