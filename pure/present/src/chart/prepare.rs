//! A chart made ready to draw, once for every renderer: series cut to the axis, value ranges found, plans made stairs.

use super::samples::{Run, runs_of_band, runs_of_line};
use super::scale::{Grain, TimeRange, ValueRange, ValueTick, value_ticks};
use super::spec::{
    Amount, Band, Bar, Bars, Chart, Line, Mark, Marks, Note, Panel, Point, Reference, Series, ValueScale,
};
use crate::number::Numbers;

/// Room above the highest value that named points need, as a share of it.
const NOTE_HEADROOM: f64 = 0.16;

pub(crate) struct ReadyChart<'a> {
    pub(crate) range: TimeRange,
    pub(crate) panels: Vec<ReadyPanel<'a>>,
    /// The now line's instant, if it is on the axis.
    pub(crate) now_ms: Option<i64>,
}

pub(crate) struct ReadyPanel<'a> {
    pub(crate) panel: &'a Panel,
    pub(crate) series: Vec<ReadySeries<'a>>,
    pub(crate) values: ValueRange,
    pub(crate) grain: Grain,
    pub(crate) references: Vec<&'a Reference>,
    pub(crate) notes: Vec<&'a Note>,
    /// Whether its value axis means anything: some value to show, or ends that were asked for.
    has_axis: bool,
}

pub(crate) enum ReadySeries<'a> {
    Line(&'a Line, Vec<Run>),
    Steps(&'a Line, Vec<Run>),
    Band(&'a Band, Vec<Run>),
    Bars(&'a Bars, Vec<Bar>),
    Dots(&'a Bars, Vec<Bar>),
    Marks(&'a Marks, Vec<&'a Mark>),
}

impl<'a> ReadyChart<'a> {
    pub(crate) fn of(chart: &'a Chart) -> Self {
        let range = TimeRange::of(&chart.time);
        let now_ms = chart
            .now
            .as_ref()
            .map(|now| now.at_ms)
            .filter(|at_ms| range.holds(*at_ms));
        Self {
            range,
            panels: chart.panels.iter().map(|panel| ReadyPanel::of(panel, range)).collect(),
            now_ms,
        }
    }
}

impl<'a> ReadyPanel<'a> {
    fn of(panel: &'a Panel, range: TimeRange) -> Self {
        let is_log = panel.scale == ValueScale::Log;
        let series: Vec<ReadySeries<'a>> = panel
            .series
            .iter()
            .map(|series| ReadySeries::of(series, range, is_log))
            .collect();
        let references: Vec<&Reference> = panel
            .references
            .iter()
            .filter(|reference| reference.value.is_finite())
            .collect();
        let notes: Vec<&Note> = panel
            .notes
            .iter()
            .filter(|note| note.value.is_finite() && range.holds(note.at_ms))
            .collect();
        let mut values: Vec<f64> = series.iter().flat_map(ReadySeries::values).collect();
        values.extend(references.iter().map(|reference| reference.value));
        values.extend(notes.iter().map(|note| note.value));
        let has_axis = match panel.scale {
            ValueScale::Between { .. } => true,
            ValueScale::FromZero { at_least } => !values.is_empty() || at_least > 0.0,
            ValueScale::Log => !values.is_empty(),
        };
        let extra = if notes.is_empty() { 0.0 } else { NOTE_HEADROOM };
        let grain = if counts_things(&series) {
            Grain::Whole
        } else {
            Grain::Any
        };
        Self {
            panel,
            has_axis,
            series,
            values: ValueRange::of(panel.scale, values.into_iter(), extra),
            grain,
            references,
            notes,
        }
    }

    /// Whether marks stand along its foot.
    pub(crate) fn has_marks(&self) -> bool {
        self.series
            .iter()
            .any(|series| matches!(series, ReadySeries::Marks(_, marks) if !marks.is_empty()))
    }

    /// The ticks of its value axis; none where there is nothing to measure.
    pub(crate) fn ticks(&self, n_wanted: usize, numbers: Numbers) -> Vec<ValueTick> {
        if self.has_axis {
            value_ticks(self.values, n_wanted, self.grain, numbers)
        } else {
            Vec::new()
        }
    }
}

impl<'a> ReadySeries<'a> {
    fn of(series: &'a Series, range: TimeRange, is_log: bool) -> Self {
        match series {
            Series::Line(line) => Self::Line(line, runs_of_line(&drawable(&line.points, is_log), range)),
            Series::Steps(line) => Self::Steps(line, runs_of_line(&stairs(&drawable(&line.points, is_log)), range)),
            Series::Band(band) => {
                let mut points = band.points.clone();
                for point in &mut points {
                    point.middle = point.middle.filter(|value| !is_log || *value > 0.0);
                }
                Self::Band(band, runs_of_band(&points, range))
            }
            Series::Bars(bars) => Self::Bars(bars, bars_on_axis(bars, range)),
            Series::Dots(bars) => Self::Dots(bars, bars_on_axis(bars, range)),
            Series::Marks(marks) => Self::Marks(
                marks,
                marks.marks.iter().filter(|mark| range.holds(mark.at_ms)).collect(),
            ),
        }
    }

    fn values(&self) -> Vec<f64> {
        match self {
            Self::Line(_, runs) | Self::Steps(_, runs) => runs.iter().flatten().map(|sample| sample.middle).collect(),
            Self::Band(_, runs) => runs
                .iter()
                .flatten()
                .flat_map(|sample| {
                    let (low, high) = sample.ranges.first().copied().unwrap_or((sample.middle, sample.middle));
                    [low, sample.middle, high]
                })
                .collect(),
            Self::Bars(_, bars) | Self::Dots(_, bars) => bars.iter().filter_map(|bar| bar.amount.figure()).collect(),
            Self::Marks(..) => Vec::new(),
        }
    }
}

/// Doses are counted, not measured: a panel of dots whose figures are all whole has whole ticks.
fn counts_things(series: &[ReadySeries<'_>]) -> bool {
    !series.is_empty()
        && series.iter().all(|series| match series {
            ReadySeries::Dots(_, bars) => bars
                .iter()
                .filter_map(|bar| bar.amount.figure())
                .all(|figure| figure.fract() == 0.0),
            _ => false,
        })
}

fn drawable(points: &[Point], is_log: bool) -> Vec<Point> {
    points
        .iter()
        .map(|point| Point {
            at_ms: point.at_ms,
            value: point.value.filter(|value| !is_log || *value > 0.0),
        })
        .collect()
}

/// Each value held until the next point, where the next one begins.
fn stairs(points: &[Point]) -> Vec<Point> {
    let mut points = points.to_vec();
    points.sort_by_key(|point| point.at_ms);
    let mut stairs = Vec::with_capacity(points.len() * 2);
    for (position, point) in points.iter().enumerate() {
        if let Some(before) = position.checked_sub(1).and_then(|previous| points.get(previous)) {
            stairs.push(Point {
                at_ms: point.at_ms,
                value: before.value,
            });
        }
        stairs.push(*point);
    }
    stairs
}

fn bars_on_axis(bars: &Bars, range: TimeRange) -> Vec<Bar> {
    bars.bars
        .iter()
        .filter_map(|bar| {
            let (from_ms, to_ms) = range.overlap(bar.from_ms, bar.to_ms)?;
            Some(Bar {
                from_ms,
                to_ms,
                amount: bar.amount.sane(),
            })
        })
        .collect()
}

/// Which states that need a word in the key occur in a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct StatesSeen {
    pub(crate) no_entry: bool,
    pub(crate) unknown: bool,
    pub(crate) zero: bool,
    pub(crate) at_least: bool,
}

impl StatesSeen {
    pub(crate) fn note(&mut self, amount: Amount) {
        match amount {
            Amount::NoEntry => self.no_entry = true,
            Amount::Unknown => self.unknown = true,
            Amount::Zero => self.zero = true,
            Amount::AtLeast(_) => self.at_least = true,
            Amount::Known(_) => {}
        }
    }

    pub(crate) fn of(bars: &[Bar]) -> Self {
        let mut seen = Self::default();
        for bar in bars {
            seen.note(bar.amount);
        }
        seen
    }
}
