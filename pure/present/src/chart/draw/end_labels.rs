//! Labels at the right end of what they name, instead of a legend. They never touch; a thin line leads to each.

use super::{Plot, line};
use crate::chart::measure;
use crate::chart::prepare::ReadySeries;
use crate::chart::scene::{Anchor, Group, Node, Role, Style, Text};

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
    let widest = labels(plot)
        .iter()
        .map(|label| measure::width(&label.words, label.style.size()))
        .fold(0.0, f64::max);
    if widest > 0.0 {
        (widest + LEADER + 1.0).min(width * LARGEST_SHARE)
    } else {
        0.0
    }
}

pub(super) fn draw(plot: &Plot<'_>, right_side: f64) -> Node {
    let mut labels = labels(plot);
    labels.sort_by(|one, other| one.from.1.total_cmp(&other.from.1));
    let wanted: Vec<f64> = labels.iter().map(|label| label.from.1).collect();
    let placed = spread(&wanted, plot.area.top + 4.0, plot.area.bottom - 2.0);
    let left = plot.area.right + LEADER;
    let mut nodes = Vec::new();
    for (label, y) in labels.iter().zip(placed) {
        nodes.push(line(label.from.0 + 2.0, label.from.1, left - 3.0, y, Style::Leader));
        let content = measure::cut(&label.words, label.style.size(), right_side - left);
        let text = Text {
            x: left,
            y: y + label.style.size() * 0.35,
            anchor: Anchor::Start,
            content,
            style: label.style,
        };
        nodes.push(Node::Text(text));
    }
    Node::Group(Group {
        role: Role::EndLabels,
        label: None,
        nodes,
    })
}

fn labels(plot: &Plot<'_>) -> Vec<EndLabel> {
    let mut labels = Vec::new();
    for series in &plot.ready.series {
        match series {
            ReadySeries::Line(line, runs) | ReadySeries::Steps(line, runs) => {
                if let (Some(words), Some(last)) = (&line.label, runs.last().and_then(|run| run.last())) {
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
            ReadySeries::Band(band, runs) => {
                let Some(last) = runs.last().and_then(|run| run.last()) else {
                    continue;
                };
                let x = plot.x(last.at_ms);
                for (words, (_, high)) in band.labels.iter().zip(&last.ranges) {
                    labels.push(EndLabel {
                        words: words.clone(),
                        from: (x, plot.y(*high)),
                        style: Style::LabelText,
                    });
                }
                if let Some(words) = &band.middle_label {
                    let from = (x, plot.y(last.middle));
                    labels.push(EndLabel {
                        words: words.clone(),
                        from,
                        style: Style::LabelText,
                    });
                }
            }
            ReadySeries::Bars(..) | ReadySeries::Dots(..) | ReadySeries::Marks(..) => {}
        }
    }
    for reference in &plot.ready.references {
        let from = (plot.area.right, plot.y(reference.value));
        labels.push(EndLabel {
            words: reference.label.clone(),
            from,
            style: Style::OwnText,
        });
    }
    labels
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
