//! What was forecast and what was said, side by side: one column per answer, oldest first, so that two of one evening can
//! both be seen.

use super::{HOUR_MS, panel, score as score_measure};
use crate::chart::LocalClock;
use crate::chart::spec::{
    Amount, Band, BandPoint, Bar, Bars, Chart, Series, Spec, StateNames, TimeAxis, TimeLabels, ValueScale, Water,
};
use crate::number::{HourStyle, Language};
use crate::screen::Voice;
use ebb_core::view::score::{Compared, ScoreView, Scored, latest_of_each};

/// Most answers that are drawn, the newest.
const MOST: usize = 60;
/// An answer's column.
const COLUMN_MS: i64 = 24 * HOUR_MS;

/// The picture; `None` when nothing is compared yet.
#[must_use]
pub fn score(voice: &Voice, view: &ScoreView) -> Option<Spec> {
    let words = &voice.words;
    let heading = match view.going_on.n_kept {
        0 => words.chart_score_heading(),
        _ => words.chart_score_stopping(),
    };
    let going_on = (words.chart_score_going_on(), newest(&view.going_on));
    let mut parts = vec![(heading, newest(&view.stopping)), going_on];
    parts.retain(|(_, shown)| !shown.is_empty());
    let longest = parts.iter().map(|(_, shown)| shown.len()).max()?;
    let (from_ms, to_ms) = (0, column(longest).0);
    let all = || parts.iter().flat_map(|(_, shown)| shown);
    let held = all().filter(|one| one.forecast_64.holds(0.8, one.said)).count();
    let n = all().count() as u64;
    let panels = parts.iter().map(|(heading, shown)| {
        let series = vec![Series::Band(band(voice, shown)), Series::Dots(dots(voice, shown))];
        let scale = ValueScale::FromZero { at_least: 10.0 };
        panel(heading.clone(), score_measure(voice), scale, series)
    });
    Some(Spec::Chart(Chart {
        title: words.chart_score_title(),
        description: words.chart_score_description(&words.chart_score_span(n), held as u64, n),
        time: TimeAxis {
            from_ms,
            to_ms,
            labels: TimeLabels::DaysSince {
                // The first answer is number one.
                origin_ms: -COLUMN_MS / 2,
            },
            title: Some(words.chart_score_axis()),
            clock: LocalClock::utc(),
            hours: HourStyle::TwentyFour,
        },
        panels: panels.collect(),
        now: None,
        shades: Vec::new(),
        language: Language::English,
    }))
}

/// The answers that are drawn.
fn newest(compared: &Compared) -> Vec<&Scored> {
    let all = latest_of_each(&compared.scored);
    all[all.len().saturating_sub(MOST)..].to_vec()
}

fn column(place: usize) -> (i64, i64) {
    let from = i64::try_from(place)
        .unwrap_or(i64::MAX / COLUMN_MS)
        .saturating_mul(COLUMN_MS);
    (from, from + COLUMN_MS)
}

/// A separate piece of band in each column.
fn band(voice: &Voice, shown: &[&Scored]) -> Band {
    let points = shown.iter().enumerate().flat_map(|(place, one)| {
        let (from, to) = column(place);
        let of = &one.forecast_64;
        let at = |ms: i64| BandPoint::new(ms, of.median(), &[of.band(0.8), of.band(0.5)]);
        let edge = COLUMN_MS / 8;
        [at(from + edge), at(to - edge), BandPoint::gap(to)]
    });
    Band {
        name: voice.words.chart_forecast(),
        points: points.collect(),
        labels: vec![voice.words.chart_band_most(), voice.words.chart_band_half()],
        middle_label: Some(voice.words.chart_typical()),
        water: Water::None,
    }
}

fn dots(voice: &Voice, shown: &[&Scored]) -> Bars {
    let bars = shown.iter().enumerate().map(|(place, one)| {
        let (from_ms, to_ms) = column(place);
        Bar {
            from_ms,
            to_ms,
            amount: Amount::Known(one.said),
        }
    });
    Bars {
        name: voice.words.chart_score_said(),
        bars: bars.collect(),
        states: StateNames::from_words(&voice.words),
    }
}
