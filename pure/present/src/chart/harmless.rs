//! Makes every word of a chart harmless before anything is measured or drawn, so that what is measured is what is shown.
//!
//! A label without anything to read becomes none. Figures are left as they are.

use super::spec::{Bars, Calendar, Chart, Series, Spec, StateNames};
use crate::text;

/// Letters of a label that are kept; the longest real one has some dozens.
const LONGEST_LABEL: usize = 200;

/// The same picture with harmless words.
pub(super) fn harmless(spec: &Spec) -> Spec {
    let mut spec = spec.clone();
    match &mut spec {
        Spec::Chart(chart) => clean_chart(chart),
        Spec::Calendar(calendar) => clean_calendar(calendar),
    }
    spec
}

fn clean_chart(chart: &mut Chart) {
    clean(&mut chart.title);
    clean_option(&mut chart.time.title);
    for panel in &mut chart.panels {
        clean(&mut panel.heading);
        clean(&mut panel.measure.unit);
        panel.series.iter_mut().for_each(clean_series);
        panel
            .references
            .iter_mut()
            .for_each(|reference| clean(&mut reference.label));
        panel.notes.iter_mut().for_each(|note| clean(&mut note.label));
    }
    if let Some(now) = &mut chart.now {
        clean(&mut now.label);
    }
    chart.shades.iter_mut().for_each(|shade| clean(&mut shade.label));
}

fn clean_series(series: &mut Series) {
    match series {
        Series::Line(line) | Series::Steps(line) => {
            clean(&mut line.name);
            clean_option(&mut line.label);
        }
        Series::Band(band) => {
            clean(&mut band.name);
            band.labels.iter_mut().for_each(clean);
            clean_option(&mut band.middle_label);
        }
        Series::Bars(bars) | Series::Dots(bars) => clean_bars(bars),
        Series::Marks(marks) => {
            clean(&mut marks.name);
            clean(&mut marks.hollow_name);
            marks.marks.iter_mut().for_each(|mark| clean(&mut mark.label));
        }
    }
}

fn clean_bars(bars: &mut Bars) {
    clean(&mut bars.name);
    clean_states(&mut bars.states);
}

fn clean_calendar(calendar: &mut Calendar) {
    clean(&mut calendar.title);
    clean(&mut calendar.unit);
    clean_states(&mut calendar.states);
}

fn clean_states(states: &mut StateNames) {
    for name in [
        &mut states.no_entry,
        &mut states.unknown,
        &mut states.zero,
        &mut states.at_least,
    ] {
        clean(name);
    }
}

fn clean(words: &mut String) {
    *words = text::shorten(text::for_label(words).trim(), LONGEST_LABEL);
}

fn clean_option(words: &mut Option<String>) {
    if let Some(label) = words {
        clean(label);
    }
    if words.as_ref().is_some_and(String::is_empty) {
        *words = None;
    }
}
