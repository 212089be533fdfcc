//! Labels beside what they name, instead of a legend: at the right end, or along the slope of a band that ends in a
//! point. They never touch.

use super::{Plot, line};
use crate::chart::measure;
use crate::chart::prepare::ReadySeries;
use crate::chart::samples::{Run, Sample};
use crate::chart::scene::{Anchor, Bounds, Group, Node, Role, Style, Text};
use crate::chart::spec::Band;

const LINE_HEIGHT: f64 = 14.0;
/// Length of the line that leads to a label, with the space before and after it.
const LEADER: f64 = 13.0;
/// The part of the drawing that labels may take.
const LARGEST_SHARE: f64 = 0.3;

struct EndLabel {
    words: String,
    /// Where what it names ends.
    from: (f64, f64),
    style: Style,
}

/// Space to keep free right of a panel, in pixels.
pub(super) fn gutter(plot: &Plot<'_>, width: f64) -> f64 {
    let widest = end_labels(plot)
        .iter()
        .map(|label| measure::width(&label.words, label.style))
        .fold(0.0, f64::max);
    if widest > 0.0 {
        (widest + LEADER + 2.0).min(width * LARGEST_SHARE)
    } else {
        0.0
    }
}

/// Draws the labels; `taken` is the space that named points already have.
pub(super) fn draw(plot: &Plot<'_>, right_side: f64, taken: &[Bounds]) -> Node {
    let mut labels = end_labels(plot);
    labels.sort_by(|one, other| one.from.1.total_cmp(&other.from.1));
    let wanted: Vec<f64> = labels.iter().map(|label| label.from.1).collect();
    let placed = spread(&wanted, plot.area.top + 4.0, plot.area.bottom - 2.0);
    let left = plot.area.right + LEADER;
    let mut nodes = Vec::new();
    for (label, y) in labels.iter().zip(placed) {
        let style = label.style;
        nodes.push(line(label.from.0 + 2.0, label.from.1, left - 3.0, y, Style::Leader));
        let content = measure::cut(&label.words, style, right_side - left);
        let text = Text {
            x: left,
            y: y + style.size() * 0.35,
            anchor: Anchor::Start,
            content,
            style,
        };
        nodes.push(Node::Text(text));
    }
    nodes.extend(slope_labels(plot, taken));
    Node::Group(Group {
        role: Role::EndLabels,
        label: None,
        nodes,
    })
}

fn end_labels(plot: &Plot<'_>) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    for series in &plot.ready.series {
        match series {
            ReadySeries::Line(line, runs) | ReadySeries::Steps(line, runs) => {
                if let (Some(words), Some(last)) = (&line.label, last_of(runs)) {
                    let is_plan = matches!(series, ReadySeries::Steps(..));
                    let style = if is_plan { Style::OwnText } else { Style::LabelText };
                    let from = (plot.x(last.at_ms), plot.y(last.middle));
                    labels.push(EndLabel {
                        words: words.clone(),
                        from,
                        style,
                    });
                }
            }
            ReadySeries::Band(band, runs) if !ends_in_a_point(plot, band, runs) => {
                let Some(last) = last_of(runs) else { continue };
                let x = plot.x(last.at_ms);
                for (edge, words) in edges(band, last) {
                    labels.push(EndLabel {
                        words,
                        from: (x, plot.y(edge.of(last))),
                        style: Style::LabelText,
                    });
                }
            }
            ReadySeries::Band(..) | ReadySeries::Bars(..) | ReadySeries::Dots(..) | ReadySeries::Marks(..) => {}
        }
    }
    for reference in plot
        .ready
        .references
        .iter()
        .filter(|reference| !reference.label.is_empty())
    {
        let from = (plot.area.right, plot.y(reference.value));
        labels.push(EndLabel {
            words: reference.label.clone(),
            from,
            style: Style::OwnText,
        });
    }
    labels
}

/// A line of a band that can be named.
#[derive(Clone, Copy)]
enum Edge {
    /// The upper end of the range of this number, widest first.
    Upper(usize),
    Middle,
}

impl Edge {
    fn of(self, sample: &Sample) -> f64 {
        match self {
            Self::Upper(range_idx) => sample.ranges.get(range_idx).map_or(sample.middle, |(_, high)| *high),
            Self::Middle => sample.middle,
        }
    }
}

fn edges(band: &Band, last: &Sample) -> Vec<(Edge, String)> {
    let upper = band.labels.iter().take(last.ranges.len()).enumerate();
    let mut edges: Vec<(Edge, String)> = upper.map(|(idx, words)| (Edge::Upper(idx), words.clone())).collect();
    edges.retain(|(_, words)| !words.is_empty());
    edges.extend(band.middle_label.iter().map(|words| (Edge::Middle, words.clone())));
    edges
}

fn last_of(runs: &[Run]) -> Option<&Sample> {
    runs.last().and_then(|run| run.last())
}

/// Whether the labels of a band would crowd at its end.
fn ends_in_a_point(plot: &Plot<'_>, band: &Band, runs: &[Run]) -> bool {
    let Some(last) = last_of(runs) else { return false };
    let heights = edges(band, last).into_iter().map(|(edge, _)| plot.y(edge.of(last)));
    let heights: Vec<f64> = heights.collect();
    heights
        .windows(2)
        .any(|pair| (pair[1] - pair[0]).abs() < LINE_HEIGHT * 0.6)
}

/// The names of a band that ends in a point, each on the falling side of its own line, one below the other.
fn slope_labels(plot: &Plot<'_>, taken: &[Bounds]) -> Vec<Node> {
    let mut taken = taken.to_vec();
    let mut nodes = Vec::new();
    for series in &plot.ready.series {
        let ReadySeries::Band(band, runs) = series else {
            continue;
        };
        let (true, Some(run), Some(last)) = (ends_in_a_point(plot, band, runs), runs.last(), last_of(runs)) else {
            continue;
        };
        let mut fall = FIRST_FALL;
        for (edge, words) in edges(band, last) {
            if let Some(text) = slope_label(plot, run, edge, &words, fall, &taken) {
                taken.push(text.bounds());
                nodes.push(Node::Text(text));
            }
            fall += NEXT_FALL;
        }
    }
    nodes
}

/// How far a line has fallen from its peak where its name stands, as a share; each next name stands lower.
const FIRST_FALL: f64 = 0.3;
const NEXT_FALL: f64 = 0.15;

fn slope_label(plot: &Plot<'_>, run: &Run, edge: Edge, words: &str, fall: f64, taken: &[Bounds]) -> Option<Text> {
    let ahead: Vec<&Sample> = run
        .iter()
        .filter(|sample| plot.now_ms.is_none_or(|now| sample.at_ms >= now))
        .collect();
    let highest = (0..ahead.len()).max_by(|a, b| edge.of(ahead[*a]).total_cmp(&edge.of(ahead[*b])))?;
    let peak = edge.of(ahead[highest]);
    let fallen = ahead[highest..]
        .iter()
        .filter(|sample| edge.of(sample) <= peak * (1.0 - fall));
    fallen
        .map(|sample| Text {
            x: plot.x(sample.at_ms) + 6.0,
            y: plot.y(edge.of(sample)) + 1.0,
            anchor: Anchor::Start,
            content: words.to_owned(),
            style: Style::SlopeText,
        })
        .find(|text| {
            let bounds = text.bounds();
            bounds.is_within(plot.area) && !taken.iter().any(|other| bounds.meets(*other))
        })
}

/// Moves sorted heights apart by at least a line, as little as that takes, between top and bottom.
fn spread(wanted: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut placed: Vec<f64> = Vec::with_capacity(wanted.len());
    for y in wanted {
        let lowest = placed.last().map_or(top, |before| before + LINE_HEIGHT);
        placed.push(y.max(lowest));
    }
    let mut highest = bottom;
    for y in placed.iter_mut().rev() {
        *y = y.min(highest);
        highest = *y - LINE_HEIGHT;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_that_end_together_are_spread_apart() {
        assert_eq!(spread(&[98.0, 99.0, 100.0], 0.0, 100.0), [72.0, 86.0, 100.0]);
        assert_eq!(spread(&[10.0, 60.0], 0.0, 100.0), [10.0, 60.0]);
        assert_eq!(spread(&[-5.0, -5.0], 0.0, 100.0), [0.0, 14.0]);
    }
}
