//! The today screen.

use super::{Figure, Notice, Preset, Quiet, Ranged, Tone, logging};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::view::history::DayState;
use ebb_core::view::today::{Now, TodayView};
use ebb_core::view::{Band80, Frame};
use ebb_present::picture;
use ebb_present::screen::{Voice, today as screen};
use serde::{Deserialize, Serialize};

/// Hours after a dose when its effect can be asked about.
const ASK_AFTER_H: f64 = 1.0;
/// Hours after a dose when asking makes no sense any more.
const ASK_UNTIL_H: f64 = 24.0;
/// Upper end of the level's scale unless the person's own is higher, ng/mL.
const SCALE_LEVEL_NG_PER_ML: f64 = 300.0;

/// The today screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Today {
    /// The day, worded.
    pub day: String,
    /// Nothing was ever logged.
    pub is_first: bool,
    /// What today adds up to, against the usual.
    pub usage: Usage,
    /// The last dose.
    pub last: Option<LastDose>,
    /// One tap logs one of these again.
    pub again: Vec<Preset>,
    /// What to know.
    pub notices: Vec<Notice>,
}

/// What a day adds up to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Usage {
    /// `5.5 g in 2 doses`.
    pub said: String,
    /// `Usual day: 6 g in 3 doses`.
    pub usual: Option<String>,
    /// Today's grams and the usual ones as shares of the larger, for two bars; when both are known.
    pub bars: Option<[f64; 2]>,
}

/// The last dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastDose {
    /// Its name.
    pub id: EntryId,
    /// `2.5 g green, today 17:40`.
    pub said: String,
    /// `2 h ago`.
    pub ago: Option<String>,
    /// Whether to ask how it felt.
    pub asks: bool,
}

/// What the engine says now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingCard {
    /// Level in plasma.
    pub level: Ranged,
    /// Tolerance.
    pub tolerance: Ranged,
    /// Withdrawal now.
    pub withdrawal: Ranged,
    /// The worst if nothing more were taken.
    pub stop: Ranged,
    /// When that would be.
    pub stop_when: String,
    /// The level over three days and the next two.
    pub chart: Figure,
    /// Tolerance over the same hours.
    pub tolerance_chart: Figure,
    /// What it rests on, a sentence each.
    pub rests_on: Vec<String>,
}

/// Builds it. `view.now` is not looked at: the engine answers later, see [`reading`].
pub(crate) fn today(voice: &Voice, frame: &Frame, diary: &Diary, view: &TodayView) -> Today {
    let last = view.last_dose.as_ref().map(|last| {
        let is_rated = diary.felt_effects.iter().any(|felt| felt.body.dose == Some(last.id));
        LastDose {
            id: last.id,
            said: format!(
                "{}, {}",
                voice.dose(&last.dose, last.product.as_deref()),
                voice.happened(&last.dose.when, last.dose.precision, frame)
            ),
            ago: last.hours_ago.map(|hours| voice.numbers.relative(-hours_to_ms(hours))),
            asks: !is_rated && last.hours_ago.is_some_and(|h| (ASK_AFTER_H..ASK_UNTIL_H).contains(&h)),
        }
    });
    Today {
        day: voice.numbers.date_with_weekday(view.day),
        is_first: view.last_dose.is_none() && view.recent.iter().all(|d| d.state == DayState::NoEntry),
        usage: usage(voice, view),
        last,
        again: logging::again(voice, diary, frame),
        notices: notices(voice, view),
    }
}

fn usage(voice: &Voice, view: &TodayView) -> Usage {
    let usual = view.usual.map(|usual| {
        let grams = voice.numbers.amount_exact(Some(screen::round2(usual.grams)), "g");
        let days = voice.words.day_count(usual.n_days as u64);
        voice.words.usual_day(&grams, &voice.numbers.exact(usual.doses), &days)
    });
    let bars = match (view.today.grams, view.usual) {
        (Some(today), Some(usual)) => {
            let most = today.max(usual.grams);
            (most > 0.0).then(|| [today / most, usual.grams / most])
        }
        _ => None,
    };
    Usage {
        said: screen::day_line(voice, &view.today),
        usual,
        bars,
    }
}

/// What the engine says, or why it says nothing.
pub(crate) fn reading(voice: &Voice, frame: &Frame, view: &TodayView, width: u16) -> Result<ReadingCard, Quiet> {
    match &view.now {
        Ok(now) => Ok(card(voice, frame, view, now, width)),
        Err(silence) => Err(Quiet {
            title: voice.words.no_forecast_title(),
            reason: voice.silence(*silence),
        }),
    }
}

fn card(voice: &Voice, frame: &Frame, view: &TodayView, now: &Now, width: u16) -> ReadingCard {
    let words = &voice.words;
    let most_level = SCALE_LEVEL_NG_PER_ML.max(now.level_ng_per_ml.high);
    let most_shift = now.potency_shift.high.max(4.0);
    ReadingCard {
        level: ranged(
            voice,
            words.label_level(),
            now.level_ng_per_ml,
            "ng/mL",
            0.0,
            most_level,
        ),
        tolerance: ranged(voice, words.tolerance_title(), now.potency_shift, "", 1.0, most_shift),
        withdrawal: ranged(voice, words.withdrawal_title(), now.withdrawal_64, "", 0.0, 64.0),
        stop: ranged(voice, words.forecast_title(), now.stop_peak_64, "", 0.0, 64.0),
        stop_when: words.forecast_peak(&voice.numbers.duration_range(now.stop_peak_h.low, now.stop_peak_h.high)),
        chart: Figure::of(voice, &picture::level(voice, frame, view, now), width, "level"),
        tolerance_chart: Figure::of(voice, &picture::tolerance(voice, frame, now), width, "tolerance"),
        rests_on: voice.rests_on(&now.rests_on),
    }
}

/// A band on a scale from `from` to `to`.
fn ranged(voice: &Voice, label: String, band: Band80, unit: &str, from: f64, to: f64) -> Ranged {
    let share = |value: f64| ((value - from) / (to - from)).clamp(0.0, 1.0);
    Ranged {
        label,
        middle: voice.numbers.amount_estimate(Some(band.mid), unit),
        range: voice.numbers.range(band.low, band.high, unit),
        shares: [share(band.low), share(band.mid), share(band.high)],
        scale: [voice.numbers.exact(from), voice.numbers.exact(to.round())],
    }
}

fn notices(voice: &Voice, view: &TodayView) -> Vec<Notice> {
    let mut notices = Vec::new();
    if view.n_held > 0 {
        notices.push(Notice {
            tone: Tone::Caution,
            text: voice.words.held_waiting(view.n_held as u64),
        });
    }
    if view
        .notices
        .iter()
        .any(|n| matches!(n, ebb_core::diary::Notice::NewerEntry { .. }))
    {
        notices.push(Notice {
            tone: Tone::Caution,
            text: voice.words.history_newer_entry(),
        });
    }
    notices
}

#[expect(clippy::cast_possible_truncation, reason = "a few days in milliseconds")]
fn hours_to_ms(hours: f64) -> i64 {
    (hours * 3_600_000.0) as i64
}
