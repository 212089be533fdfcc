//! A course as a picture.

use super::{HOUR_MS, band_of, banded, over_now, panel, score};
use crate::chart::spec::{BandPoint, Measure, Series, Spec, ValueScale, Water};
use crate::screen::{self, Voice};
use ebb_core::view::course::{CourseView, Followed};
use ebb_core::view::{Bands, Frame};

/// The scale of scores reaches at least this far, so that a mild course looks mild.
const LEAST_SCORE: f64 = 20.0;
const DAY_MS: i64 = 24 * HOUR_MS;

/// A course: withdrawal from now on and, where something is taken, each day's worst, with tolerance and each day's highest level
/// below it. Days, because the ups and downs of every dose over weeks are a thicket.
#[must_use]
pub fn course(voice: &Voice, frame: &Frame, view: &CourseView) -> Spec {
    let words = &voice.words;
    let at_ms = &view.withdrawal_64.at_ms;
    let worst = screen::forecast::score(voice, view.worst_64.outer());
    let inner = view.worst_64.inner();
    let inner = voice.numbers.range_stepped(inner.low, inner.high, 1.0);
    let panels = match view.followed {
        Followed::Stop => vec![panel(
            words.chart_withdrawal_unit(),
            score(voice),
            ValueScale::Between { low: 0.0, high: 64.0 },
            vec![banded(voice, &view.withdrawal_64, Water::None, words.chart_forecast())],
        )],
        Followed::KeepOn { .. } | Followed::Taper { .. } | Followed::Plan { .. } => vec![
            panel(
                words.chart_course_withdrawal(),
                score(voice),
                ValueScale::FromZero { at_least: LEAST_SCORE },
                vec![by_day(voice, frame, &view.day_worst_64, words.chart_forecast())],
            ),
            panel(
                words.chart_tolerance_unit(),
                Measure::new("", 0.1),
                ValueScale::FromZero { at_least: 2.0 },
                vec![banded(voice, &view.tolerance, Water::None, words.tolerance_title())],
            ),
            panel(
                words.chart_course_level(),
                Measure::new("ng/mL", 0.1),
                ValueScale::FromZero { at_least: 10.0 },
                vec![by_day(voice, frame, &view.day_highest, words.label_level())],
            ),
        ],
    };
    let title = screen::course::title(voice, &view.followed);
    over_now(voice, frame, title, words.course_worst(&worst, &inner), at_ms, panels)
}

/// One band for each 24 hours from now, as stairs.
fn by_day(voice: &Voice, frame: &Frame, days: &[Bands], name: String) -> Series {
    let mut points = Vec::with_capacity(2 * days.len());
    let mut from_ms = frame.now.as_millisecond();
    for day in days {
        let at = |ms: i64| BandPoint::new(ms, day.mid, &[(day.low_80, day.high_80), (day.low_50, day.high_50)]);
        points.extend([at(from_ms), at(from_ms + DAY_MS - 1)]);
        from_ms += DAY_MS;
    }
    band_of(voice, points, Water::None, name)
}
