//! Series made fit to draw: in order, finite, cut to the axis, parted at gaps and thinned to what can be seen.
//!
//! A sample holds a middle and nested ranges around it. Ranges are put in order and, where they do not nest, widened:
//! a picture may look less sure than the data, never more.

use super::scale::{LARGEST, TimeRange};
use super::spec::{BandPoint, Point};

/// Values at one instant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sample {
    pub(crate) at_ms: i64,
    pub(crate) middle: f64,
    /// (lowest, highest), widest first, each inside the one before and all around the middle.
    pub(crate) ranges: Vec<(f64, f64)>,
}

/// Samples without a gap between them.
pub(crate) type Run = Vec<Sample>;

/// The runs of a line.
pub(crate) fn runs_of_line(points: &[Point], range: TimeRange) -> Vec<Run> {
    let samples = points.iter().map(|point| {
        let middle = point.value.filter(|value| value.is_finite());
        (point.at_ms, middle.map(|middle| (clamped(middle), Vec::new())))
    });
    runs(samples.collect(), range)
}

/// The runs of a band. Points whose number of ranges differs from the first's are gaps.
pub(crate) fn runs_of_band(points: &[BandPoint], range: TimeRange) -> Vec<Run> {
    let n_ranges = points
        .iter()
        .find(|point| point.middle.is_some())
        .map_or(0, |point| point.ranges.len());
    let samples = points.iter().map(|point| (point.at_ms, ordered(point, n_ranges)));
    runs(samples.collect(), range)
}

/// At most four samples for each of `n_cells` equal parts of the axis: first, lowest, highest, last.
pub(crate) fn thinned(run: &Run, range: TimeRange, n_cells: f64) -> Run {
    let mut kept: Run = Vec::new();
    let mut cell: Vec<&Sample> = Vec::new();
    let mut cell_number = f64::NEG_INFINITY;
    for sample in run {
        let number = (range.share(sample.at_ms) * n_cells).floor();
        if number > cell_number {
            keep_extremes(&cell, &mut kept);
            cell.clear();
            cell_number = number;
        }
        cell.push(sample);
    }
    keep_extremes(&cell, &mut kept);
    kept
}

fn keep_extremes(cell: &[&Sample], kept: &mut Run) {
    if cell.len() <= 4 {
        kept.extend(cell.iter().map(|sample| (*sample).clone()));
        return;
    }
    let by_middle = |a: &usize, b: &usize| cell[*a].middle.total_cmp(&cell[*b].middle);
    let lowest = (0..cell.len()).min_by(by_middle).unwrap_or(0);
    let highest = (0..cell.len()).max_by(by_middle).unwrap_or(0);
    let mut positions = [0, lowest, highest, cell.len() - 1];
    positions.sort_unstable();
    let mut previous = None;
    for position in positions {
        if previous != Some(position) {
            kept.push(cell[position].clone());
        }
        previous = Some(position);
    }
}

type Values = (f64, Vec<(f64, f64)>);

fn runs(mut samples: Vec<(i64, Option<Values>)>, range: TimeRange) -> Vec<Run> {
    samples.sort_by_key(|(at_ms, _)| *at_ms);
    let mut runs = Vec::new();
    let mut run: Run = Vec::new();
    for (at_ms, values) in samples {
        match values {
            Some((middle, ranges)) => run.push(Sample { at_ms, middle, ranges }),
            None => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.into_iter()
        .map(|run| clipped(&run, range))
        .filter(|run| !run.is_empty())
        .collect()
}

/// The values of a run at an instant, between its samples as the line is drawn; `None` outside the run.
pub(crate) fn at(run: &Run, at_ms: i64) -> Option<Sample> {
    let next = run.partition_point(|sample| sample.at_ms < at_ms);
    let after = run.get(next)?;
    if after.at_ms == at_ms {
        return Some(after.clone());
    }
    let before = run.get(next.checked_sub(1)?)?;
    Some(between(before, after, at_ms))
}

/// The part of a run on the axis, with a sample at each end where the run crosses it.
fn clipped(run: &Run, range: TimeRange) -> Run {
    let mut kept: Run = Vec::new();
    for (position, sample) in run.iter().enumerate() {
        if let Some(before) = position.checked_sub(1).and_then(|previous| run.get(previous)) {
            for edge_ms in [range.from_ms, range.to_ms] {
                if before.at_ms < edge_ms && edge_ms < sample.at_ms {
                    kept.push(between(before, sample, edge_ms));
                }
            }
        }
        if range.holds(sample.at_ms) {
            kept.push(sample.clone());
        }
    }
    kept
}

#[expect(clippy::cast_precision_loss, reason = "a share of a distance")]
fn between(before: &Sample, after: &Sample, at_ms: i64) -> Sample {
    let whole = after.at_ms as f64 - before.at_ms as f64;
    let share = (at_ms as f64 - before.at_ms as f64) / whole;
    let mix = |a: f64, b: f64| a + (b - a) * share;
    let ranges = before.ranges.iter().zip(&after.ranges);
    Sample {
        at_ms,
        middle: mix(before.middle, after.middle),
        ranges: ranges.map(|(a, b)| (mix(a.0, b.0), mix(a.1, b.1))).collect(),
    }
}

fn ordered(point: &BandPoint, n_ranges: usize) -> Option<Values> {
    let middle = clamped(point.middle.filter(|value| value.is_finite())?);
    if point.ranges.len() != n_ranges {
        return None;
    }
    let mut inner = (middle, middle);
    let mut ranges = Vec::with_capacity(n_ranges);
    for (one, other) in point.ranges.iter().rev() {
        if !(one.is_finite() && other.is_finite()) {
            return None;
        }
        let (low, high) = (clamped(one.min(*other)), clamped(one.max(*other)));
        inner = (low.min(inner.0), high.max(inner.1));
        ranges.push(inner);
    }
    ranges.reverse();
    Some((middle, ranges))
}

fn clamped(value: f64) -> f64 {
    value.clamp(-LARGEST, LARGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANGE: TimeRange = TimeRange {
        from_ms: 0,
        to_ms: 3_600_000,
    };

    #[test]
    fn a_missing_value_parts_a_line() {
        let point = |at_ms, value| Point { at_ms, value };
        let points = [
            point(0, Some(1.0)),
            point(10, Some(f64::NAN)),
            point(20, Some(2.0)),
            point(30, Some(3.0)),
        ];
        let lengths: Vec<usize> = runs_of_line(&points, RANGE).iter().map(Vec::len).collect();
        assert_eq!(lengths, [1, 2]);
    }

    #[test]
    fn a_line_that_crosses_the_edge_is_cut_there() {
        let points = [
            Point {
                at_ms: -100,
                value: Some(0.0),
            },
            Point {
                at_ms: 100,
                value: Some(10.0),
            },
        ];
        let runs = runs_of_line(&points, RANGE);
        assert_eq!(
            runs[0][0],
            Sample {
                at_ms: 0,
                middle: 5.0,
                ranges: vec![]
            }
        );
    }

    #[test]
    fn ranges_that_do_not_nest_are_widened() {
        let point = BandPoint::new(0, 5.0, &[(4.0, 6.0), (8.0, 3.0)]);
        assert_eq!(runs_of_band(&[point], RANGE)[0][0].ranges, [(3.0, 8.0), (3.0, 8.0)]);
    }

    #[test]
    fn thinning_keeps_the_peaks() {
        let spike = |at_ms: i64| if at_ms == 1_234 { 99.0 } else { 1.0 };
        let points: Vec<Point> = (0..3_600)
            .map(|at_ms| Point {
                at_ms,
                value: Some(spike(at_ms)),
            })
            .collect();
        let runs = runs_of_line(
            &points,
            TimeRange {
                from_ms: 0,
                to_ms: 3_600,
            },
        );
        let kept = thinned(
            &runs[0],
            TimeRange {
                from_ms: 0,
                to_ms: 3_600,
            },
            10.0,
        );
        assert!(kept.len() <= 44);
        assert!(kept.iter().any(|sample| sample.middle > 98.0));
    }
}
