//! A course as a picture.

use super::{banded, over_now, panel, score};
use crate::chart::spec::{Measure, Spec, ValueScale, Water};
use crate::screen::{self, Voice};
use ebb_core::view::Frame;
use ebb_core::view::course::{CourseView, Followed};

/// A course: withdrawal over the days from now, with tolerance and level below it.
#[must_use]
pub fn course(voice: &Voice, frame: &Frame, view: &CourseView) -> Spec {
    let words = &voice.words;
    let at_ms = &view.withdrawal_64.at_ms;
    let withdrawal = panel(
        words.chart_withdrawal_unit(),
        score(voice),
        ValueScale::Between { low: 0.0, high: 64.0 },
        vec![banded(voice, &view.withdrawal_64, Water::None, words.chart_forecast())],
    );
    let worst = screen::forecast::score(voice, view.worst_64.outer());
    let inner = view.worst_64.inner();
    let inner = voice.numbers.range_stepped(inner.low, inner.high, 1.0);
    let panels = match view.followed {
        Followed::Stop => vec![withdrawal],
        Followed::KeepOn { .. } | Followed::Taper { .. } | Followed::Plan { .. } => vec![
            withdrawal,
            panel(
                words.chart_tolerance_unit(),
                Measure::new("", 0.1),
                ValueScale::FromZero { at_least: 2.0 },
                vec![banded(voice, &view.tolerance, Water::None, words.tolerance_title())],
            ),
            panel(
                words.chart_level_unit(),
                Measure::new("ng/mL", 0.1),
                ValueScale::FromZero { at_least: 10.0 },
                vec![banded(voice, &view.level, Water::None, words.label_level())],
            ),
        ],
    };
    let title = screen::course::title(voice, &view.followed);
    over_now(voice, frame, title, words.course_worst(&worst, &inner), at_ms, panels)
}
