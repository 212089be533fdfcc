//! The points of a chart over time: one for each day of its bars, or as many of its instants as a finger can tell apart.

use super::super::draw::{self, Plot};
use super::super::prepare::{ReadyChart, ReadySeries};
use super::super::samples::{self, Sample};
use super::super::scene::Bounds;
use super::super::spec::{Amount, Bar, Chart, Measure, Series, StateNames, TimeLabels};
use super::super::svg::Heading;
use super::{Lie, ReadPoint, ReadValue, Readable, table};
use crate::number::Numbers;
use crate::words::Words;

/// Two points nearer than this are one to a finger.
const NEAREST_PIXELS: f64 = 3.0;
const HOUR_MS: i64 = 3_600_000;
/// Axes up to this length name a day by its weekday alone.
const WEEK_MS: i64 = 7 * 24 * HOUR_MS;
/// A bar of up to this length is a day, also when the clocks went back in it.
const LONGEST_DAY_MS: i64 = 26 * HOUR_MS;

/// An instant that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stop {
    at_ms: i64,
    /// Begin and end, where it stands for a span of time.
    span_ms: Option<(i64, i64)>,
    /// Never thinned out.
    is_kept: bool,
}

/// Everything a point is worded with.
pub(super) struct Reader<'a> {
    pub(super) chart: &'a Chart,
    pub(super) plots: &'a [Plot<'a>],
    pub(super) numbers: Numbers,
    pub(super) words: &'a Words,
}

pub(super) fn chart(chart: &Chart, width: f64, heading: Heading, words: &Words) -> Readable {
    let ready = ReadyChart::of(chart);
    let plots = draw::plots(chart, &ready, width, heading);
    let reader = Reader {
        chart,
        plots: &plots,
        numbers: Numbers::new(chart.language, chart.time.hours),
        words,
    };
    let mut stops = reader.spans();
    if stops.is_empty() {
        stops = reader.thinned(reader.instants());
    }
    let points: Vec<ReadPoint> = stops.iter().map(|stop| reader.point(*stop)).collect();
    let table = table::rows(&reader, &points);
    let start = ready
        .now_ms
        .and_then(|now_ms| (0..stops.len()).min_by_key(|idx| stops[*idx].at_ms.abs_diff(now_ms)));
    Readable {
        start: start.unwrap_or(points.len().saturating_sub(1)),
        points,
        lie: Lie::InARow,
        table,
    }
}

impl Reader<'_> {
    /// The spans of bars and dots, in order.
    fn spans(&self) -> Vec<Stop> {
        let bars = self.plots.iter().flat_map(|plot| &plot.ready.series);
        let mut stops: Vec<Stop> = bars
            .filter_map(|series| match series {
                ReadySeries::Bars(_, bars) | ReadySeries::Dots(_, bars) => Some(bars),
                _ => None,
            })
            .flatten()
            .map(|bar| Stop {
                at_ms: i64::midpoint(bar.from_ms, bar.to_ms),
                span_ms: Some((bar.from_ms, bar.to_ms)),
                is_kept: true,
            })
            .collect();
        stops.sort_unstable();
        stops.dedup();
        stops
    }

    /// Every instant at which a series has a value or says that it has none. Ends, peaks, now and what has a name are kept.
    fn instants(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        let stop = |at_ms: i64, is_kept: bool| Stop {
            at_ms,
            span_ms: None,
            is_kept,
        };
        for plot in self.plots {
            let range = plot.range;
            for series in &plot.ready.series {
                let (ReadySeries::Line(_, runs) | ReadySeries::Steps(_, runs) | ReadySeries::Band(_, runs)) = series
                else {
                    continue;
                };
                let samples = runs.iter().flatten();
                let highest = samples.clone().max_by(|a, b| a.middle.total_cmp(&b.middle));
                stops.extend(highest.map(|sample| stop(sample.at_ms, true)));
                let ends = runs.iter().flat_map(|run| run.first().into_iter().chain(run.last()));
                stops.extend(ends.map(|sample| stop(sample.at_ms, true)));
                let nearest_now = plot
                    .now_ms
                    .and_then(|now_ms| samples.clone().min_by_key(|sample| sample.at_ms.abs_diff(now_ms)));
                stops.extend(nearest_now.map(|sample| stop(sample.at_ms, true)));
                stops.extend(samples.map(|sample| stop(sample.at_ms, false)));
            }
            let missing = plot.ready.panel.series.iter().flat_map(missing_ms);
            let missing = missing.filter(|at_ms| range.holds(*at_ms));
            stops.extend(missing.map(|at_ms| stop(at_ms, false)));
            stops.extend(plot.ready.notes.iter().map(|note| stop(note.at_ms, true)));
            for series in &plot.ready.series {
                if let ReadySeries::Marks(_, marks) = series {
                    stops.extend(marks.iter().map(|mark| stop(mark.at_ms, true)));
                }
            }
        }
        // Of two at one instant the kept one stays.
        stops.sort_unstable_by_key(|stop| (stop.at_ms, !stop.is_kept));
        stops.dedup_by_key(|stop| stop.at_ms);
        stops
    }

    /// Without those a finger cannot tell from their neighbors.
    fn thinned(&self, stops: Vec<Stop>) -> Vec<Stop> {
        let Some(plot) = self.plots.first() else {
            return Vec::new();
        };
        let is_far = |a: i64, b: i64| (plot.x(a) - plot.x(b)).abs() >= NEAREST_PIXELS;
        let kept: Vec<i64> = stops
            .iter()
            .filter(|stop| stop.is_kept)
            .map(|stop| stop.at_ms)
            .collect();
        let mut last: Option<i64> = None;
        stops
            .into_iter()
            .filter(|stop| {
                let next = kept.partition_point(|at_ms| *at_ms < stop.at_ms);
                let is_apart = last.is_none_or(|last| is_far(last, stop.at_ms))
                    && kept.get(next).is_none_or(|next| is_far(*next, stop.at_ms));
                let stays = stop.is_kept || is_apart;
                if stays {
                    last = Some(stop.at_ms);
                }
                stays
            })
            .collect()
    }

    fn point(&self, stop: Stop) -> ReadPoint {
        let values: Vec<ReadValue> = (0..self.plots.len())
            .flat_map(|panel| self.values(panel, stop))
            .collect();
        let mut said = joined(self.plots, &values);
        for label in self.labels(stop.at_ms) {
            said.push_str(", ");
            said.push_str(label);
        }
        ReadPoint {
            area: self.area(stop.at_ms),
            when: self.when(stop),
            said,
            values,
            day: self.day(stop),
        }
    }

    /// An upright line through every panel.
    fn area(&self, at_ms: i64) -> Bounds {
        let (Some(first), Some(last)) = (self.plots.first(), self.plots.last()) else {
            unreachable!("a point comes from a panel")
        };
        let x = first.x(at_ms);
        Bounds {
            left: x,
            top: first.area.top,
            right: x,
            bottom: last.area.bottom,
        }
    }

    fn values(&self, panel: usize, stop: Stop) -> Vec<ReadValue> {
        let Some(plot) = self.plots.get(panel) else {
            return Vec::new();
        };
        let measure = &plot.ready.panel.measure;
        let said = plot.ready.series.iter().filter_map(|series| match series {
            ReadySeries::Marks(..) => None,
            ReadySeries::Bars(bars, spans) | ReadySeries::Dots(bars, spans) => {
                Some(self.amount(panel, measure, amount_at(spans, stop), &bars.states))
            }
            ReadySeries::Line(_, runs) | ReadySeries::Steps(_, runs) | ReadySeries::Band(_, runs) => {
                let sample = runs.iter().find_map(|run| samples::at(run, stop.at_ms));
                Some(self.sample(panel, measure, sample.as_ref()))
            }
        });
        said.collect()
    }

    fn amount(&self, panel: usize, measure: &Measure, amount: Amount, states: &StateNames) -> ReadValue {
        let exact = |figure: f64| self.numbers.amount_exact(Some(hundredths(figure)), &measure.unit);
        let plain = |figure: f64| self.numbers.exact(hundredths(figure));
        let (said, figure) = match amount {
            Amount::NoEntry => (states.no_entry.clone(), states.no_entry.clone()),
            Amount::Unknown => (states.unknown.clone(), states.unknown.clone()),
            Amount::Zero => (states.zero.clone(), states.zero.clone()),
            Amount::AtLeast(amount) => (
                format!("{} {}", states.at_least, exact(amount)),
                format!("{} {}", states.at_least, plain(amount)),
            ),
            Amount::Known(amount) => (exact(amount), plain(amount)),
        };
        ReadValue {
            panel,
            said,
            figure,
            range: None,
        }
    }

    fn sample(&self, panel: usize, measure: &Measure, sample: Option<&Sample>) -> ReadValue {
        let Some(sample) = sample else {
            let unknown = self.numbers.unknown().to_owned();
            return ReadValue {
                panel,
                said: unknown.clone(),
                figure: unknown,
                range: None,
            };
        };
        let figure = self.numbers.stepped(sample.middle, measure.step);
        let range = sample
            .ranges
            .first()
            .map(|(low, high)| self.numbers.range_stepped(*low, *high, measure.step));
        let middle = self.numbers.amount_stepped(sample.middle, measure.step, &measure.unit);
        ReadValue {
            panel,
            said: match &range {
                Some(range) => format!("{middle} ({range})"),
                None => middle,
            },
            figure,
            range,
        }
    }

    /// What has a name at this instant: a dose, the hardest.
    fn labels(&self, at_ms: i64) -> impl Iterator<Item = &str> {
        self.plots.iter().flat_map(move |plot| {
            let notes = plot.ready.notes.iter().filter(move |note| note.at_ms == at_ms);
            let marks = plot.ready.series.iter().flat_map(|series| match series {
                ReadySeries::Marks(_, marks) => marks.as_slice(),
                _ => &[],
            });
            let marks = marks.filter(move |mark| mark.at_ms == at_ms);
            notes
                .map(|note| note.label.as_str())
                .chain(marks.map(|mark| mark.label.as_str()))
        })
    }

    /// When it is, on the wall; counted from where the axis counts from.
    fn when(&self, stop: Stop) -> String {
        let clock = &self.chart.time.clock;
        if let Some((from_ms, to_ms)) = stop.span_ms {
            let first = clock.civil(from_ms).date();
            return if to_ms - from_ms <= LONGEST_DAY_MS {
                self.numbers.date_with_weekday(first)
            } else {
                let last = clock.civil(to_ms - 1).date();
                format!("{} – {}", self.numbers.date_short(first), self.numbers.date_short(last))
            };
        }
        let wall = clock.civil(stop.at_ms);
        let is_short = self.plots.first().is_some_and(|plot| plot.range.length_ms() <= WEEK_MS);
        let day = if is_short {
            self.numbers.weekday_short(wall.date()).to_owned()
        } else {
            self.numbers.date_with_weekday(wall.date())
        };
        let when = format!("{day} {}", self.numbers.clock_time(wall.time()));
        match self.chart.time.labels {
            TimeLabels::Calendar => when,
            TimeLabels::DaysSince { origin_ms } => {
                let duration = self.numbers.duration(stop.at_ms.saturating_sub(origin_ms));
                self.words.days_read_after(&when, &duration)
            }
        }
    }

    fn day(&self, stop: Stop) -> Option<jiff::civil::Date> {
        let (from_ms, to_ms) = stop.span_ms?;
        (to_ms - from_ms <= LONGEST_DAY_MS).then(|| self.chart.time.clock.civil(from_ms).date())
    }
}

fn missing_ms(series: &Series) -> Vec<i64> {
    match series {
        Series::Line(line) | Series::Steps(line) => {
            let missing = line.points.iter().filter(|point| point.value.is_none());
            missing.map(|point| point.at_ms).collect()
        }
        Series::Band(band) => {
            let missing = band.points.iter().filter(|point| point.middle.is_none());
            missing.map(|point| point.at_ms).collect()
        }
        Series::Bars(_) | Series::Dots(_) | Series::Marks(_) => Vec::new(),
    }
}

fn amount_at(spans: &[Bar], stop: Stop) -> Amount {
    let exactly = |bar: &&Bar| stop.span_ms == Some((bar.from_ms, bar.to_ms));
    let around = |bar: &&Bar| (bar.from_ms..bar.to_ms).contains(&stop.at_ms);
    spans
        .iter()
        .find(exactly)
        .or_else(|| spans.iter().find(around))
        .map_or(Amount::NoEntry, |bar| bar.amount)
}

/// Values of one panel as they are, those of several with what each measures; what all say alike is said once.
fn joined(plots: &[Plot<'_>], values: &[ReadValue]) -> String {
    let Some(first) = values.first() else {
        return String::new();
    };
    if values.iter().all(|value| value.said == first.said) {
        return first.said.clone();
    }
    let named = values.iter().map(|value| {
        let heading = plots
            .get(value.panel)
            .map_or("", |plot| plot.ready.panel.heading.as_str());
        format!("{heading}: {}", value.said)
    });
    named.collect::<Vec<String>>().join(", ")
}

/// Sums of typed amounts without the dust of binary fractions.
fn hundredths(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}
