//! Named points: a small ring, the time it may lie in, and its words where they cover no other.

use super::{Plot, fitting_middle, line};
use crate::chart::measure;
use crate::chart::scene::{Anchor, Bounds, Circle, Group, Node, Role, Style, Text};
use crate::chart::spec::Note;

const RADIUS: f64 = 3.8;

/// Draws the points, and tells the space they and their words take.
pub(super) fn draw(plot: &Plot<'_>) -> (Node, Vec<Bounds>) {
    let mut nodes = Vec::new();
    let mut taken: Vec<Bounds> = Vec::new();
    for note in &plot.ready.notes {
        let (x, y) = (plot.x(note.at_ms), plot.y(note.value));
        taken.push(Bounds {
            left: x - RADIUS,
            top: y - RADIUS,
            right: x + RADIUS,
            bottom: y + RADIUS,
        });
    }
    for note in &plot.ready.notes {
        let (x, y) = (plot.x(note.at_ms), plot.y(note.value));
        nodes.extend(span(plot, note, y));
        nodes.push(Node::Circle(Circle {
            x,
            y,
            radius: RADIUS,
            style: Style::NoteDot,
        }));
        if let Some(text) = words(plot, note, (x, y), &taken) {
            taken.push(text.bounds());
            nodes.push(Node::Text(text));
        }
    }
    (
        Node::Group(Group {
            role: Role::Notes,
            label: None,
            nodes,
        }),
        taken,
    )
}

/// The time a point may lie in: a line with closed ends.
fn span(plot: &Plot<'_>, note: &Note, y: f64) -> Vec<Node> {
    let Some((from_ms, to_ms)) = note.span_ms.and_then(|(from, to)| plot.range.overlap(from, to)) else {
        return Vec::new();
    };
    let (left, right) = (plot.x(from_ms), plot.x(to_ms));
    let (top, bottom) = ((y - 3.0).max(plot.area.top), (y + 3.0).min(plot.area.bottom));
    vec![
        line(left, y, right, y, Style::NoteSpan),
        line(left, top, left, bottom, Style::NoteSpan),
        line(right, top, right, bottom, Style::NoteSpan),
    ]
}

/// The first of a few places near the point where the words fit; `None` when there is no such place. The words are
/// then still in the description.
fn words(plot: &Plot<'_>, note: &Note, at: (f64, f64), taken: &[Bounds]) -> Option<Text> {
    let style = Style::NoteText;
    let size = style.size();
    let content = measure::cut(&note.label, style, plot.width());
    let width = measure::width(&content, style);
    let half = width / 2.0;
    let middle = fitting_middle(at.0, width, plot.area.left, plot.area.right);
    let area = Bounds {
        top: plot.area.top - 2.0,
        ..plot.area
    };
    let beside = RADIUS + 6.0;
    let places = [
        (middle, at.1 - 10.0),
        (at.0 + beside + half, at.1 + size * 0.35),
        (at.0 + beside + half, at.1 - 10.0),
        (at.0 - beside - half, at.1 + size * 0.35),
        (middle, at.1 - 26.0),
        (middle, at.1 + 20.0),
        (middle, at.1 - 42.0),
        (middle, at.1 + 36.0),
    ];
    places
        .into_iter()
        .map(|(x, y)| Text {
            x,
            y,
            anchor: Anchor::Middle,
            content: content.clone(),
            style,
        })
        .find(|text| text.bounds().is_within(area) && !taken.iter().any(|other| text.bounds().meets(*other)))
}
