//! What patterns and shapes mean, in a row under the drawing; only those that occur, and only what is not labeled there.

use super::{series, shades};
use crate::chart::measure;
use crate::chart::prepare::{ReadyChart, ReadySeries, StatesSeen};
use crate::chart::scene::{Anchor, Circle, Group, Node, Rect, Role, Style, Text};
use crate::chart::spec::{MarkFill, Shade, StateNames};

const ROW_HEIGHT: f64 = 19.0;
const SWATCH_WIDTH: f64 = 13.0;

/// How a key entry is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) enum Swatch {
    /// A small rectangle.
    Patch(Style),
    /// A small ring.
    Ring,
    /// A square of this size inside its place, as in a calendar.
    Square(Style, f64),
    /// The sign for "and more".
    More,
    /// A square in a frame, as in a calendar.
    Framed,
    /// A drop.
    Drop(Style),
}

/// The entries a chart needs.
pub(super) fn items(ready: &ReadyChart<'_>, unlabeled: &[&Shade]) -> Vec<(Swatch, String)> {
    let mut items: Vec<(Swatch, String)> = Vec::new();
    for shade in unlabeled {
        items.push((Swatch::Patch(shades::style_of(shade.kind)), shade.label.clone()));
    }
    for series in ready.panels.iter().flat_map(|panel| &panel.series) {
        match series {
            ReadySeries::Bars(bars, spans) | ReadySeries::Dots(bars, spans) => {
                items.extend(state_items(StatesSeen::of(spans), &bars.states));
            }
            ReadySeries::Marks(marks, on_axis) => {
                for (fill, style, name) in [
                    (MarkFill::Full, Style::Dot, &marks.name),
                    (MarkFill::Hollow, Style::DotHollow, &marks.hollow_name),
                ] {
                    if on_axis.iter().any(|mark| mark.fill == fill) {
                        items.push((Swatch::Drop(style), name.clone()));
                    }
                }
            }
            ReadySeries::Line(..) | ReadySeries::Steps(..) | ReadySeries::Band(..) => {}
        }
    }
    let mut told: Vec<(Swatch, String)> = Vec::new();
    for item in items {
        if !item.1.is_empty() && !told.contains(&item) {
            told.push(item);
        }
    }
    told
}

fn state_items(seen: StatesSeen, names: &StateNames) -> Vec<(Swatch, String)> {
    [
        (seen.no_entry, Swatch::Patch(Style::Hatch), &names.no_entry),
        (seen.zero, Swatch::Ring, &names.zero),
        (seen.unknown, Swatch::Patch(Style::Waves), &names.unknown),
        (seen.at_least, Swatch::More, &names.at_least),
    ]
    .into_iter()
    .filter(|(is_seen, ..)| *is_seen)
    .map(|(_, swatch, name)| (swatch, name.clone()))
    .collect()
}

/// The entries in rows, and the height at which the rows end.
pub(in crate::chart) fn key_rows(items: &[(Swatch, String)], left: f64, top: f64, right: f64) -> (Node, f64) {
    let style = Style::KeyText;
    let mut nodes = Vec::new();
    let mut x = left;
    let mut y = top + ROW_HEIGHT;
    for (swatch, name) in items {
        let content = measure::cut(name, style, right - left - SWATCH_WIDTH - 6.0);
        let width = SWATCH_WIDTH + 6.0 + measure::width(&content, style);
        if x > left && x + width > right {
            x = left;
            y += ROW_HEIGHT;
        }
        nodes.extend(swatch_nodes(*swatch, x, y));
        nodes.push(Node::Text(Text {
            x: x + SWATCH_WIDTH + 6.0,
            y,
            anchor: Anchor::Start,
            content,
            style,
        }));
        x += width + 16.0;
    }
    let foot = if items.is_empty() { top } else { y + 4.0 };
    (
        Node::Group(Group {
            role: Role::Key,
            label: None,
            nodes,
        }),
        foot,
    )
}

fn swatch_nodes(swatch: Swatch, x: f64, y: f64) -> Vec<Node> {
    let middle = (x + SWATCH_WIDTH / 2.0, y - 4.0);
    let patch = |width: f64, height: f64, style: Style| {
        let (x, y) = (middle.0 - width / 2.0, middle.1 - height / 2.0);
        Node::Rect(Rect {
            x,
            y,
            width,
            height,
            corner: 0.0,
            style,
        })
    };
    match swatch {
        Swatch::Patch(style) => vec![patch(SWATCH_WIDTH, 9.0, style)],
        Swatch::Ring => vec![Node::Circle(Circle {
            x: middle.0,
            y: middle.1,
            radius: 3.8,
            style: Style::DotHollow,
        })],
        Swatch::Square(style, size) => vec![patch(size, size, style)],
        Swatch::More => vec![series::plus(middle.0, middle.1, SWATCH_WIDTH)],
        Swatch::Framed => vec![patch(5.5, 5.5, Style::DayLevel2), patch(10.0, 10.0, Style::DayFrame)],
        Swatch::Drop(style) => vec![series::drop(middle.0, y - 9.5, style)],
    }
}
