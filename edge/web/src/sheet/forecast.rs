//! If nothing more were taken from now on.

use super::{Figure, Quiet, Ranged};
use ebb_core::view::Frame;
use ebb_core::view::forecast::ForecastView;
use ebb_core::view::reading::Silence;
use ebb_present::picture;
use ebb_present::screen::Voice;
use serde::{Deserialize, Serialize};

/// The forecast screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The horizon in days.
    pub days: u32,
    /// `Counted from the last dose, …`.
    pub since: String,
    /// The course with its bands.
    pub chart: Figure,
    /// First signs, hardest, mostly over: a sentence each.
    pub course: Vec<String>,
    /// The worst score.
    pub peak: Ranged,
    /// The worst of each day: label, range worded, shares of the scale for the bar, whether it is today.
    pub each_day: Vec<(Ranged, bool)>,
    /// What it rests on, a sentence each.
    pub rests_on: Vec<String>,
    /// What to keep in mind with it, a sentence each.
    pub mind: Vec<String>,
}

/// Builds it.
pub(crate) fn forecast(
    voice: &Voice,
    frame: &Frame,
    view: &Result<ForecastView, Silence>,
    width: u16,
) -> Result<Forecast, Quiet> {
    let view = view.as_ref().map_err(|silence| Quiet {
        title: voice.words.no_forecast_title(),
        reason: voice.silence(*silence),
    })?;
    let (words, numbers) = (&voice.words, &voice.numbers);
    let scored = |label: String, band: ebb_core::view::Band80| Ranged {
        label,
        middle: numbers.estimate(band.mid),
        range: numbers.range(band.low, band.high, ""),
        shares: [band.low / 64.0, band.mid / 64.0, band.high / 64.0],
        scale: [numbers.exact(0.0), numbers.exact(64.0)],
    };
    let mut course = Vec::new();
    if view.onset_h.share > 0.0 {
        course.push(words.forecast_begins(&numbers.duration_range(view.onset_h.band.low, view.onset_h.band.high)));
    }
    course.push(words.forecast_peak(&numbers.duration_range(view.peak_h.low, view.peak_h.high)));
    if view.below_quarter_days.share > 0.0 {
        let band = view.below_quarter_days.band;
        course.push(words.forecast_ends(&numbers.duration_range(band.low * 24.0, band.high * 24.0)));
    }
    let each_day = view
        .day_worst_64
        .iter()
        .enumerate()
        .map(|(idx, band)| (scored(words.day_numbered(idx as u64 + 1), *band), idx == view.day_now));
    Ok(Forecast {
        days: view.horizon_days,
        since: words.forecast_since(&voice.moment(&view.last_dose, frame)),
        chart: Figure::of(voice, &picture::withdrawal(voice, frame, view), width, "withdrawal"),
        course,
        peak: scored(words.forecast_title(), view.peak_64),
        each_day: each_day.collect(),
        rests_on: voice.rests_on(&view.rests_on),
        mind: vec![
            words.forecast_lead(),
            words.forecast_too_kind(),
            words.notice_model_general(),
            words.forecast_severe(),
        ],
    })
}
