//! The today screen as text.

use super::forecast::score_range;
use super::{Voice, say, wrapped};
use ebb_core::view::Frame;
use ebb_core::view::history::{DayRow, DayState};
use ebb_core::view::today::{Now, TodayView};

/// The screen in at most `width` columns; `picture` is the level chart, drawn elsewhere.
#[must_use]
pub fn today(voice: &Voice, frame: &Frame, view: &TodayView, picture: Option<&str>, width: usize) -> String {
    let words = &voice.words;
    let mut text = format!(
        "{}, {}\n\n",
        words.today_title(),
        voice.numbers.date_with_weekday(view.day)
    );
    if view.last_dose.is_none() && view.recent.iter().all(|d| d.state == DayState::NoEntry) {
        text.push_str(&wrapped(&words.today_first(), "  ", width));
        return text;
    }
    text.push_str(&line(&words.label_today(), &day_line(voice, &view.today), width));
    if let Some(last) = &view.last_dose {
        let said = format!(
            "{}, {}",
            voice.dose(&last.dose, last.product.as_deref()),
            voice.happened(&last.dose.when, last.dose.precision, frame)
        );
        text.push_str(&line(&words.label_last_dose(), &said, width));
    }
    if let Some(usual) = view.usual {
        let grams = voice.numbers.amount_exact(Some(round2(usual.grams)), "g");
        let days = words.day_count(usual.n_days as u64);
        text.push_str(&line(
            &words.label_usual(),
            &words.usual_day(&grams, &voice.numbers.exact(usual.doses), &days),
            width,
        ));
    }
    text.push('\n');
    match &view.now {
        Ok(now) => reading(voice, now, picture, width, &mut text),
        Err(silence) => {
            say(&mut text, &words.no_forecast_title(), "  ", width);
            say(&mut text, &voice.silence(*silence), "  ", width);
        }
    }
    if view.n_held > 0 {
        text.push('\n');
        say(&mut text, &words.held_waiting(view.n_held as u64), "  ", width);
    }
    text
}

fn reading(voice: &Voice, now: &Now, picture: Option<&str>, width: usize, text: &mut String) {
    let words = &voice.words;
    text.push_str(&line(
        &words.label_level(),
        &voice.estimate(now.level_ng_per_ml, "ng/mL"),
        width,
    ));
    text.push_str(&line(
        &words.tolerance_title(),
        &words.tolerance_reading(&voice.numbers.range(now.potency_shift.low, now.potency_shift.high, "")),
        width,
    ));
    text.push_str(&line(
        &words.withdrawal_title(),
        &words.withdrawal_now(&score_range(voice, now.withdrawal_64)),
        width,
    ));
    let peak = score_range(voice, now.stop_peak_64);
    let hours = voice.numbers.duration_range(now.stop_peak_h.low, now.stop_peak_h.high);
    text.push_str(&line(&words.forecast_title(), &words.stop_peak(&peak, &hours), width));
    if let Some(picture) = picture {
        text.push('\n');
        text.push_str(picture.trim_end());
        text.push('\n');
    }
    text.push('\n');
    for sentence in voice.rests_on(&now.rests_on) {
        say(text, &sentence, "  ", width);
    }
    say(text, &words.notice_model_general(), "  ", width);
}

/// A day in one line: `5.5 g in 2 doses`.
#[must_use]
pub fn day_line(voice: &Voice, row: &DayRow) -> String {
    let words = &voice.words;
    let doses = words.dose_count(row.doses as u64);
    let grams = voice.numbers.amount_exact(row.grams.map(round2), "g");
    let said = match (row.state, row.grams, row.is_day_total) {
        (DayState::NoEntry, ..) => words.no_entries(),
        (DayState::NothingTaken, ..) => words.declared_zero(),
        (DayState::UnknownAmount, _, true) => words.unknown_amount(),
        (DayState::UnknownAmount, _, false) => words.day_unknown(&doses),
        (DayState::PartlyKnown, Some(_), _) => words.today_total_at_least(&grams, &doses),
        (DayState::PartlyKnown | DayState::Known, None, _) => words.day_not_in_grams(&doses),
        (_, Some(_), true) => words.day_total_only(&grams),
        (_, Some(_), false) => words.today_total(&grams, &doses),
    };
    match (row.doses_not_in_grams, row.grams) {
        (n, Some(_)) if n > 0 => words.day_and_not_in_grams(&said, &words.dose_count(n as u64)),
        _ => said,
    }
}

/// A sum of typed grams, without the dust of binary fractions.
#[must_use]
pub fn round2(grams: f64) -> f64 {
    (grams * 100.0).round() / 100.0
}

const LABEL_COLUMNS: usize = 20;

fn line(label: &str, said: &str, width: usize) -> String {
    let indent = " ".repeat(LABEL_COLUMNS + 2);
    let body = wrapped(said, &indent, width);
    let pad = LABEL_COLUMNS.saturating_sub(label.chars().count());
    format!("  {label}{}{}\n", " ".repeat(pad), body.trim_start())
}
