//! If nothing more were taken from now on. A range stands beside everything; nothing here recommends anything.

use super::{Figure, Ranged};
use ebb_core::moment::Moment;
use ebb_core::view::forecast::{ForecastView, Likely};
use ebb_core::view::reading::Silence;
use ebb_core::view::{Band80, Frame};
use ebb_present::picture;
use ebb_present::screen::{self, Voice};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// The highest withdrawal score.
const HIGHEST: f64 = 64.0;
/// Days before today that the list still shows.
const PAST_DAYS: usize = 2;
/// From this share of cases on, "in nearly all of them" need not be said.
const NEARLY_ALL: f64 = 0.95;

/// The forecast screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// What this is, and from when it counts.
    pub lead: String,
    /// `Day 3 of about 8`, while it is so.
    pub day_of: Option<String>,
    /// The course with its bands.
    pub chart: Figure,
    /// First signs, hardest, mostly over.
    pub course: Vec<Part>,
    /// The worst score.
    pub peak: Ranged,
    /// How many days reach a score that is felt, a sentence; nothing when it could be none or all of them.
    pub days_above: Option<String>,
    /// The worst of each day after the last dose.
    pub each_day: Vec<WorstOfDay>,
    /// What it rests on, a sentence each.
    pub rests_on: Vec<String>,
    /// What to keep in mind with it, a sentence each.
    pub mind: Vec<String>,
    /// When not to stop alone, a sentence each.
    pub before: Vec<String>,
}

/// A part of the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// `Hardest`.
    pub label: String,
    /// `1 to 3 days`.
    pub value: String,
    /// `after the last dose, in 78% of possible cases`.
    pub of: String,
}

/// A day of the course.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorstOfDay {
    /// `day 2`.
    pub name: String,
    /// `from Wed Feb 4 20:30`.
    pub from: String,
    /// `4`; whole points.
    pub middle: String,
    /// `1 to 13`.
    pub range: String,
    /// Low end, middle and high end as shares of the scale.
    pub shares: [f64; 3],
    /// Whether it is the day that is running.
    pub is_now: bool,
    /// Whether it is over.
    pub is_past: bool,
}

/// Why there is none, and what a person can do about that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoForecast {
    /// A heading.
    pub title: String,
    /// The reason.
    pub reason: String,
    /// What would change it.
    pub way: Way,
}

/// What would change a silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// Log, or bring a diary in.
    Log,
    /// Say how strong it is.
    Products,
    /// Say what happened on the days that are open.
    Days,
    /// Nothing would: there is no evidence.
    Nothing,
}

/// Builds it.
pub(crate) fn forecast(
    voice: &Voice,
    frame: &Frame,
    view: &Result<ForecastView, Silence>,
    width: u16,
) -> Result<Forecast, NoForecast> {
    let view = view.as_ref().map_err(|silence| no_forecast(voice, *silence))?;
    let words = &voice.words;
    let mut rests_on = voice.rests_on(&view.rests_on);
    if view.rests_on.past_held.is_none() {
        rests_on.push(words.forecast_track_record_none());
    }
    Ok(Forecast {
        lead: format!(
            "{} {}",
            words.forecast_lead(),
            words.forecast_since(&voice.moment(&view.last_dose, frame))
        ),
        day_of: day_of(voice, view),
        chart: Figure::of(voice, &picture::withdrawal(voice, frame, view), width, "withdrawal"),
        course: course(voice, view),
        peak: Ranged {
            label: words.days_at_hardest(),
            middle: stepped(voice, view.peak_64.mid),
            range: range(voice, view.peak_64),
            shares: shares(view.peak_64),
            scale: [voice.numbers.exact(0.0), voice.numbers.exact(HIGHEST)],
        },
        days_above: screen::course::days_above(voice, &view.days_above),
        each_day: each_day(voice, frame, view),
        rests_on,
        mind: vec![words.forecast_too_kind(), words.notice_model_general()],
        before: vec![words.forecast_severe(), words.tolerance_return_warning()],
    })
}

fn no_forecast(voice: &Voice, silence: Silence) -> NoForecast {
    NoForecast {
        title: match silence {
            Silence::NothingLogged | Silence::TooFew { .. } => voice.words.web_empty_forecast_title(),
            Silence::StrengthUnknown { .. }
            | Silence::MostlyUnknown { .. }
            | Silence::WithoutForecast { .. }
            | Silence::Stale { .. } => voice.words.no_forecast_title(),
        },
        reason: voice.silence(silence),
        way: match silence {
            Silence::NothingLogged | Silence::TooFew { .. } => Way::Log,
            Silence::StrengthUnknown { .. } => Way::Products,
            Silence::MostlyUnknown { .. } | Silence::Stale { .. } => Way::Days,
            Silence::WithoutForecast { .. } => Way::Nothing,
        },
    }
}

/// Which day of the course it is, once it has begun and while its end is in sight.
fn day_of(voice: &Voice, view: &ForecastView) -> Option<String> {
    let days = whole_days(view.below_quarter_days.band.mid);
    let now = view.day_now as u64 + 1;
    let is_under_way = view.day_now > 0 && view.below_quarter_days.share > 0.5 && now <= days;
    is_under_way.then(|| voice.words.forecast_day_of(now, &days.to_string()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and a few weeks"
)]
fn whole_days(days: f64) -> u64 {
    days.max(0.0).ceil() as u64
}

fn course(voice: &Voice, view: &ForecastView) -> Vec<Part> {
    let words = &voice.words;
    let hours = |band: Band80, per_unit: f64| voice.numbers.duration_range(band.low * per_unit, band.high * per_unit);
    let likely = |label: String, likely: &Likely, per_unit: f64| {
        if likely.share <= 0.0 {
            return Part {
                label,
                value: words.days_not_within(),
                of: String::new(),
            };
        }
        Part {
            label,
            value: hours(likely.band, per_unit),
            of: if likely.share < NEARLY_ALL {
                words.days_after_last_in(&voice.numbers.percent(likely.share))
            } else {
                words.days_after_last()
            },
        }
    };
    vec![
        likely(words.days_first_signs(), &view.onset_h, 1.0),
        Part {
            label: words.days_hardest(),
            value: hours(view.peak_h, 1.0),
            of: words.days_after_last(),
        },
        likely(words.days_mostly_over(), &view.below_quarter_days, 24.0),
    ]
}

fn each_day(voice: &Voice, frame: &Frame, view: &ForecastView) -> Vec<WorstOfDay> {
    let first = view.day_now.saturating_sub(PAST_DAYS);
    let days = view.day_worst_64.iter().enumerate().skip(first);
    days.map(|(idx, band)| {
        let from = days_after(voice, frame, view, idx);
        WorstOfDay {
            name: voice.words.day_numbered(idx as u64 + 1),
            from: voice.words.days_from(&from),
            middle: stepped(voice, band.mid),
            range: range(voice, *band),
            shares: shares(*band),
            is_now: idx == view.day_now,
            is_past: idx < view.day_now,
        }
    })
    .collect()
}

/// When a day of the course begins, on the wall: `Wed Feb 4 20:30`.
fn days_after(voice: &Voice, frame: &Frame, view: &ForecastView, days: usize) -> String {
    let hours = i64::try_from(days).unwrap_or(0).saturating_mul(24);
    let at = view
        .last_dose
        .at
        .saturating_add(hours.hours())
        .unwrap_or(view.last_dose.at);
    let wall = Moment::new(at, &frame.zone).wall();
    let (date, time) = (wall.date(), wall.time());
    format!(
        "{} {}",
        voice.numbers.date_with_weekday(date),
        voice.numbers.clock_time(time)
    )
}

/// In whole points: the model knows no finer ones. As the chart says it.
fn stepped(voice: &Voice, score: f64) -> String {
    voice.numbers.stepped(score, picture::score(voice).step)
}

fn range(voice: &Voice, band: Band80) -> String {
    voice
        .numbers
        .range_stepped(band.low, band.high, picture::score(voice).step)
}

fn shares(band: Band80) -> [f64; 3] {
    [band.low, band.mid, band.high].map(|score| (score / HIGHEST).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests;
