//! What the signs of a chart in a terminal mean. Here shades and lines are named by a key, because a key shows the very
//! sign that the chart shows.

use super::canvas::Ink;
use super::{Charset, panel};
use crate::chart::prepare::{ReadyChart, ReadySeries, StatesSeen};
use crate::chart::spec::{Band, Chart, MarkFill, ShadeKind, StateNames};

/// The signs of a charset.
#[derive(Clone, Copy)]
pub(super) struct Signs {
    pub(super) line: char,
    pub(super) narrow: char,
    pub(super) wide: char,
    pub(super) no_entry: char,
    pub(super) unknown: char,
    pub(super) unknown_time: char,
    pub(super) asleep: char,
    pub(super) zero: char,
    pub(super) at_least: char,
    pub(super) dot: char,
    pub(super) dose: char,
    pub(super) bar: char,
}

impl Signs {
    pub(super) fn of(charset: Charset) -> Self {
        let shared = Self {
            line: '*',
            narrow: ':',
            wide: '.',
            no_entry: '/',
            unknown: '?',
            unknown_time: '~',
            asleep: ',',
            zero: 'o',
            at_least: '+',
            dot: '*',
            dose: '^',
            bar: '#',
        };
        match charset {
            Charset::Ascii => shared,
            Charset::Unicode => Self {
                line: '⠒',
                narrow: '▒',
                wide: '░',
                no_entry: '╱',
                asleep: '·',
                zero: '○',
                dot: '●',
                dose: '▴',
                bar: '█',
                ..shared
            },
        }
    }

    pub(super) fn of_shade(self, kind: ShadeKind) -> char {
        match kind {
            ShadeKind::NoEntries => self.no_entry,
            ShadeKind::Unknown => self.unknown_time,
            ShadeKind::Asleep => self.asleep,
        }
    }
}

pub(super) fn items(chart: &Chart, ready: &ReadyChart<'_>, charset: Charset) -> Vec<(char, Ink, String)> {
    let signs = Signs::of(charset);
    let mut items = Vec::new();
    for panel in &ready.panels {
        for series in &panel.series {
            if let ReadySeries::Band(band, runs) = series
                && !runs.is_empty()
            {
                items.extend(band_items(band, signs));
            }
        }
        for (position, note) in panel.notes.iter().enumerate() {
            items.push((panel::note_sign(position), Ink::Strong, note.label.clone()));
        }
        for series in &panel.series {
            match series {
                ReadySeries::Bars(bars, spans) | ReadySeries::Dots(bars, spans) => {
                    items.extend(state_items(StatesSeen::of(spans), &bars.states, signs));
                }
                ReadySeries::Marks(marks, on_axis) => {
                    let any = |fill: MarkFill| on_axis.iter().any(|mark| mark.fill == fill);
                    if any(MarkFill::Full) {
                        items.push((signs.dose, Ink::Line, marks.name.clone()));
                    }
                    if any(MarkFill::Hollow) {
                        items.push((signs.unknown, Ink::Line, marks.hollow_name.clone()));
                    }
                }
                ReadySeries::Line(..) | ReadySeries::Steps(..) | ReadySeries::Band(..) => {}
            }
        }
    }
    for shade in chart
        .shades
        .iter()
        .filter(|shade| ready.range.overlap(shade.from_ms, shade.to_ms).is_some())
    {
        items.push((signs.of_shade(shade.kind), Ink::Quiet, shade.label.clone()));
    }
    told_once(items)
}

fn band_items(band: &Band, signs: Signs) -> Vec<(char, Ink, String)> {
    let mut items = Vec::new();
    if let Some(words) = &band.middle_label {
        items.push((signs.line, Ink::Line, words.clone()));
    }
    let n_labels = band.labels.len();
    for (position, words) in band.labels.iter().enumerate().rev() {
        let sign = if position == 0 && n_labels > 1 {
            signs.wide
        } else {
            signs.narrow
        };
        items.push((sign, Ink::Range, words.clone()));
    }
    items
}

pub(super) fn state_items(seen: StatesSeen, names: &StateNames, signs: Signs) -> Vec<(char, Ink, String)> {
    [
        (seen.at_least, signs.at_least, &names.at_least),
        (seen.unknown, signs.unknown, &names.unknown),
        (seen.zero, signs.zero, &names.zero),
        (seen.no_entry, signs.no_entry, &names.no_entry),
    ]
    .into_iter()
    .filter(|(is_seen, ..)| *is_seen)
    .map(|(_, sign, name)| (sign, Ink::Line, name.clone()))
    .collect()
}

/// Each entry once.
fn told_once(items: Vec<(char, Ink, String)>) -> Vec<(char, Ink, String)> {
    let mut told: Vec<(char, Ink, String)> = Vec::new();
    for (sign, ink, words) in items {
        let is_told = told
            .iter()
            .any(|(told_sign, _, told_words)| *told_sign == sign && *told_words == words);
        if !is_told && !words.is_empty() {
            told.push((sign, ink, words));
        }
    }
    told
}
