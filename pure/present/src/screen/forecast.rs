//! The forecast screen as text.

use super::{Voice, wrapped};
use ebb_core::view::forecast::{ForecastView, Likely};
use ebb_core::view::reading::Silence;
use ebb_core::view::{Band80, Frame};

/// The screen in at most `width` columns; `picture` is the chart, drawn elsewhere.
#[must_use]
pub fn forecast(
    voice: &Voice,
    frame: &Frame,
    view: &Result<ForecastView, Silence>,
    picture: Option<&str>,
    width: usize,
) -> String {
    let words = &voice.words;
    let mut text = format!("{}\n\n", words.forecast_title());
    let mut say = |sentence: &str| {
        text.push_str(&wrapped(sentence, "  ", width));
        text.push('\n');
    };
    let view = match view {
        Ok(view) => view,
        Err(silence) => {
            say(&words.no_forecast_title());
            say(&voice.silence(*silence));
            return text;
        }
    };
    say(&words.forecast_lead());
    say("");
    say(&words.forecast_since(&voice.moment(&view.last_dose, frame)));
    let days = whole_days(view.below_quarter_days.band.mid);
    if view.day_now > 0 && view.below_quarter_days.share > 0.5 && (view.day_now as u64) < days {
        say(&words.forecast_day_of(view.day_now as u64 + 1, &days.to_string()));
    }
    say(&likely(voice, &view.onset_h, 1.0, &|range| {
        words.forecast_begins(range)
    }));
    say(&words.forecast_peak(&voice.numbers.duration_range(view.peak_h.low, view.peak_h.high)));
    say(&words.forecast_strength(&score(voice, view.peak_64)));
    let inner = view.peak_bands_64.inner();
    say(&words.forecast_inner(&voice.numbers.range_stepped(inner.low, inner.high, 1.0)));
    if let Some(days_above) = super::course::days_above(voice, &view.days_above) {
        say(&days_above);
    }
    say(&likely(voice, &view.below_quarter_days, 24.0, &|range| {
        words.forecast_ends(range)
    }));
    text.push('\n');
    if let Some(picture) = picture {
        text.push_str(picture.trim_end());
        text.push_str("\n\n");
    }
    text.push_str(&format!("  {}\n", words.forecast_days_heading()));
    for (i, band) in view.day_worst_64.iter().enumerate().skip(view.day_now) {
        let day = words.day_numbered(i as u64 + 1);
        text.push_str(&format!("  {day:<8} {}\n", score(voice, *band)));
    }
    text.push('\n');
    for sentence in voice.rests_on(&view.rests_on) {
        text.push_str(&wrapped(&sentence, "  ", width));
        text.push('\n');
    }
    for sentence in [
        words.forecast_too_kind(),
        words.tolerance_return_warning(),
        words.notice_model_general(),
        words.forecast_severe(),
    ] {
        text.push_str(&wrapped(&sentence, "  ", width));
        text.push('\n');
    }
    text
}

/// A score in whole points: the model knows no finer ones.
#[must_use]
pub fn in_points(band: Band80) -> Band80 {
    Band80 {
        mid: band.mid.round(),
        low: band.low.round(),
        high: band.high.round(),
    }
}

/// `12 of 64 (5–31)`.
#[must_use]
pub fn score(voice: &Voice, band: Band80) -> String {
    let Band80 { mid, low, high } = in_points(band);
    voice.numbers.score(mid, 64.0, Some((low, high)))
}

/// `5 to 31`.
#[must_use]
pub fn score_range(voice: &Voice, band: Band80) -> String {
    let Band80 { low, high, .. } = in_points(band);
    voice.numbers.range(low, high, "")
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and a few weeks"
)]
fn whole_days(days: f64) -> u64 {
    days.max(0.0).ceil() as u64
}

/// A range of hours with the share of cases in which it happens at all, when that is not nearly all.
fn likely(voice: &Voice, likely: &Likely, hours_per_unit: f64, say: &dyn Fn(&str) -> String) -> String {
    if likely.share <= 0.0 {
        return voice.words.forecast_never();
    }
    let range = voice
        .numbers
        .duration_range(likely.band.low * hours_per_unit, likely.band.high * hours_per_unit);
    let sentence = say(&range);
    if likely.share < 0.95 {
        format!(
            "{sentence} {}",
            voice.words.in_cases(&voice.numbers.percent(likely.share))
        )
    } else {
        sentence
    }
}
