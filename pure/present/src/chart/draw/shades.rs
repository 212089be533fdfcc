//! Spans of time that are different, behind everything else.

use super::Plot;
use crate::chart::measure;
use crate::chart::scene::{Anchor, Group, Node, Rect, Role, Style, Text};
use crate::chart::spec::{Chart, Shade, ShadeKind};

/// A shade on the axis.
pub(super) struct DrawnShade<'a> {
    shade: &'a Shade,
    from_ms: i64,
    to_ms: i64,
    /// Whether its words stand in it.
    has_label: bool,
}

/// The shades on the axis, and of those whose words did not fit, one of each kind for the key.
pub(super) struct Split<'a> {
    pub(super) drawn: Vec<DrawnShade<'a>>,
    pub(super) unlabeled: Vec<&'a Shade>,
}

pub(super) fn split<'a>(chart: &'a Chart, plots: &[Plot<'_>]) -> Split<'a> {
    let mut split = Split {
        drawn: Vec::new(),
        unlabeled: Vec::new(),
    };
    let Some(plot) = plots.first() else { return split };
    for shade in &chart.shades {
        let Some((from_ms, to_ms)) = plot.range.overlap(shade.from_ms, shade.to_ms) else {
            continue;
        };
        let width = plot.x(to_ms) - plot.x(from_ms);
        let has_label = measure::width(&shade.label, Style::ShadeText) + 10.0 <= width;
        let is_told = split
            .unlabeled
            .iter()
            .any(|told| told.kind == shade.kind && told.label == shade.label);
        if !has_label && !is_told {
            split.unlabeled.push(shade);
        }
        split.drawn.push(DrawnShade {
            shade,
            from_ms,
            to_ms,
            has_label,
        });
    }
    // Words that stand in one span of a kind explain its other spans as well.
    let named: Vec<&Shade> = split
        .drawn
        .iter()
        .filter(|drawn| drawn.has_label)
        .map(|drawn| drawn.shade)
        .collect();
    split.unlabeled.retain(|shade| {
        !named
            .iter()
            .any(|told| told.kind == shade.kind && told.label == shade.label)
    });
    split
}

pub(super) fn style_of(kind: ShadeKind) -> Style {
    match kind {
        ShadeKind::NoEntries => Style::Hatch,
        ShadeKind::Unknown => Style::Waves,
        ShadeKind::Asleep => Style::Veil,
    }
}

pub(super) fn draw(drawn: &[DrawnShade<'_>], plots: &[Plot<'_>]) -> Node {
    let mut nodes = Vec::new();
    for plot in plots {
        for span in drawn {
            let (left, right) = (plot.x(span.from_ms), plot.x(span.to_ms));
            let rect = Rect {
                x: left,
                y: plot.area.top,
                width: right - left,
                height: plot.area.bottom - plot.area.top,
                corner: 0.0,
                style: style_of(span.shade.kind),
            };
            nodes.push(Node::Group(Group {
                role: Role::Item,
                label: Some(span.shade.label.clone()),
                nodes: vec![Node::Rect(rect)],
            }));
        }
    }
    Node::Group(Group {
        role: Role::Shades,
        label: None,
        nodes,
    })
}

pub(super) fn labels(drawn: &[DrawnShade<'_>], plots: &[Plot<'_>]) -> Node {
    let mut nodes = Vec::new();
    if let Some(plot) = plots.first() {
        for span in drawn.iter().filter(|span| span.has_label) {
            let x = f64::midpoint(plot.x(span.from_ms), plot.x(span.to_ms));
            let content = span.shade.label.clone();
            let y = plot.area.top + 14.0;
            nodes.push(Node::Text(Text {
                x,
                y,
                anchor: Anchor::Middle,
                content,
                style: Style::ShadeText,
            }));
        }
    }
    Node::Group(Group {
        role: Role::Shades,
        label: None,
        nodes,
    })
}
