//! What stands in a panel: bands, lines, bars, dots and drops.

use super::{Plot, line};
use crate::chart::prepare::ReadySeries;
use crate::chart::samples::{Run, Sample, thinned};
use crate::chart::scene::{Anchor, Circle, Group, Node, Path, PathStep, Rect, Role, Style, Text};
use crate::chart::spec::{Amount, Band, Bar, Bars, Mark, MarkFill, Water};

const WIDEST_BAR: f64 = 24.0;
/// Dots of narrower spans stand without stems, which would run into one gray.
const NARROWEST_STEM: f64 = 5.0;
/// How far above a bar the sign for "and more" stands.
const MORE_ABOVE: f64 = 7.0;
/// Height of the sign for an unknown bar.
const UNKNOWN_HEIGHT: f64 = 16.0;
/// Height of the strip that says "nothing was written down".
const NO_ENTRY_HEIGHT: f64 = 6.0;

pub(super) fn draw(plot: &Plot<'_>) -> Vec<Node> {
    plot.ready
        .series
        .iter()
        .map(|series| {
            let (name, nodes) = match series {
                ReadySeries::Band(band, runs) => (&band.name, band_nodes(plot, band, runs)),
                ReadySeries::Line(line, runs) => (&line.name, line_nodes(plot, runs, Style::ThinLine)),
                ReadySeries::Steps(line, runs) => (&line.name, line_nodes(plot, runs, Style::PlanLine)),
                ReadySeries::Bars(bars, spans) => {
                    (&bars.name, spans.iter().map(|bar| bar_node(plot, bar, bars)).collect())
                }
                ReadySeries::Dots(bars, spans) => {
                    (&bars.name, spans.iter().map(|bar| dot_node(plot, bar, bars)).collect())
                }
                ReadySeries::Marks(marks, on_axis) => (&marks.name, mark_nodes(plot, on_axis)),
            };
            Node::Group(Group {
                role: Role::Series,
                label: Some(name.clone()),
                nodes,
            })
        })
        .collect()
}

fn band_nodes(plot: &Plot<'_>, band: &Band, runs: &[Run]) -> Vec<Node> {
    let runs: Vec<Run> = runs.iter().map(|run| thinned(run, plot.range, plot.width())).collect();
    let mut nodes = Vec::new();
    if band.water == Water::UpToNow {
        nodes.extend(runs.iter().filter_map(|run| water(plot, run)));
    }
    let n_ranges = runs
        .first()
        .and_then(|run| run.first())
        .map_or(0, |sample| sample.ranges.len());
    for range_idx in 0..n_ranges {
        let (fill, edge) = if range_idx == 0 && n_ranges > 1 {
            (Style::WideRange, Style::WideEdge)
        } else {
            (Style::NarrowRange, Style::NarrowEdge)
        };
        for run in &runs {
            nodes.extend(range_nodes(plot, run, range_idx, fill, edge));
        }
    }
    for run in &runs {
        let (past, ahead) = parted(run, plot.now_ms);
        nodes.extend(line_node(plot, &past, Style::MiddleLine));
        nodes.extend(line_node(plot, &ahead, Style::MiddleLineAhead));
    }
    nodes
}

/// The part of a run up to now and the part from now on. Without a now, all of it is drawn unbroken.
fn parted(run: &Run, now_ms: Option<i64>) -> (Run, Run) {
    let Some(now_ms) = now_ms else {
        return (run.clone(), Run::new());
    };
    let n_past = run.partition_point(|sample| sample.at_ms <= now_ms);
    let past = run[..n_past].to_vec();
    let ahead = run[n_past.saturating_sub(1)..].to_vec();
    (
        past,
        if ahead.len() > 1 || n_past == 0 {
            ahead
        } else {
            Run::new()
        },
    )
}

fn range_nodes(plot: &Plot<'_>, run: &Run, range_idx: usize, fill: Style, edge: Style) -> Vec<Node> {
    let upper: Vec<(f64, f64)> = run
        .iter()
        .map(|sample| (plot.x(sample.at_ms), plot.y(sample.ranges[range_idx].1)))
        .collect();
    let lower: Vec<(f64, f64)> = run
        .iter()
        .map(|sample| (plot.x(sample.at_ms), plot.y(sample.ranges[range_idx].0)))
        .collect();
    if upper.len() == 1 {
        let ((x, top), (_, bottom)) = (upper[0], lower[0]);
        return vec![line(x, top, x, bottom, edge)];
    }
    let mut around = polyline(&upper);
    around.extend(lower.iter().rev().map(|(x, y)| PathStep::Line(*x, *y)));
    around.push(PathStep::Close);
    vec![
        Node::Path(Path {
            steps: around,
            style: fill,
        }),
        Node::Path(Path {
            steps: polyline(&upper),
            style: edge,
        }),
        Node::Path(Path {
            steps: polyline(&lower),
            style: edge,
        }),
    ]
}

fn water(plot: &Plot<'_>, run: &Run) -> Option<Node> {
    let (past, _) = parted(run, plot.now_ms);
    let (first, last) = (past.first()?, past.last()?);
    if past.len() < 2 {
        return None;
    }
    let foot = plot.y(plot.values().low.max(0.0));
    let mut steps = vec![PathStep::Move(plot.x(first.at_ms), foot)];
    steps.extend(
        past.iter()
            .map(|sample| PathStep::Line(plot.x(sample.at_ms), plot.y(sample.middle))),
    );
    steps.push(PathStep::Line(plot.x(last.at_ms), foot));
    steps.push(PathStep::Close);
    Some(Node::Path(Path {
        steps,
        style: Style::Water,
    }))
}

fn line_nodes(plot: &Plot<'_>, runs: &[Run], style: Style) -> Vec<Node> {
    runs.iter()
        .filter_map(|run| line_node(plot, &thinned(run, plot.range, plot.width()), style))
        .collect()
}

/// A line through a run; a lone sample becomes a dot, because a line of no length cannot be seen.
fn line_node(plot: &Plot<'_>, run: &[Sample], style: Style) -> Option<Node> {
    let points: Vec<(f64, f64)> = run
        .iter()
        .map(|sample| (plot.x(sample.at_ms), plot.y(sample.middle)))
        .collect();
    match points.as_slice() {
        [] => None,
        [(x, y)] => Some(dot(plot, *x, *y, 2.5, Style::Dot)),
        points => Some(Node::Path(Path {
            steps: polyline(points),
            style,
        })),
    }
}

/// Moves and lines, without points that lie on the line between their neighbors.
fn polyline(points: &[(f64, f64)]) -> Vec<PathStep> {
    let mut steps: Vec<PathStep> = Vec::with_capacity(points.len());
    let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for (position, point) in points.iter().enumerate() {
        let is_between = match (kept.last(), points.get(position + 1)) {
            (Some(before), Some(after)) if kept.len() > 1 || position > 0 => lies_between(*before, *point, *after),
            _ => false,
        };
        if !is_between {
            kept.push(*point);
        }
    }
    for (position, (x, y)) in kept.into_iter().enumerate() {
        steps.push(if position == 0 {
            PathStep::Move(x, y)
        } else {
            PathStep::Line(x, y)
        });
    }
    steps
}

/// Whether leaving the point out moves the line by less than can be seen, and by too little to add up.
fn lies_between(before: (f64, f64), point: (f64, f64), after: (f64, f64)) -> bool {
    const INVISIBLE: f64 = 0.03;
    let span = after.0 - before.0;
    if span.abs() < 1e-9 || span > 6.0 {
        return false;
    }
    let share = (point.0 - before.0) / span;
    (before.1 + (after.1 - before.1) * share - point.1).abs() < INVISIBLE
}

fn bar_node(plot: &Plot<'_>, bar: &Bar, bars: &Bars) -> Node {
    let (left, right) = inner_sides(plot, bar);
    let foot = plot.y(0.0);
    let nodes = match bar.amount {
        Amount::Known(value) => vec![column(left, right, plot.y(value), foot, Style::Bar)],
        Amount::AtLeast(value) => {
            let top = plot.y(value);
            let sign = plus(
                f64::midpoint(left, right),
                (top - MORE_ABOVE).max(plot.area.top + 3.0),
                right - left,
            );
            vec![column(left, right, top, foot, Style::Bar), sign]
        }
        Amount::Unknown => unknown_nodes(left, right, foot),
        Amount::Zero => vec![ring(plot, f64::midpoint(left, right), foot, right - left)],
        Amount::NoEntry => vec![no_entry(plot, bar, foot)],
    };
    item(plot, bar, bars, nodes)
}

fn dot_node(plot: &Plot<'_>, bar: &Bar, bars: &Bars) -> Node {
    let (left, right) = inner_sides(plot, bar);
    let foot = plot.y(0.0);
    let middle = f64::midpoint(left, right);
    let radius = ((right - left) * 0.42).clamp(1.3, 4.6);
    let has_stem = right - left >= NARROWEST_STEM;
    let stem = |y: f64| has_stem.then(|| line(middle, foot, middle, y, Style::Stem));
    let nodes = match bar.amount {
        Amount::Known(value) => {
            let y = plot.y(value);
            stem(y)
                .into_iter()
                .chain([dot(plot, middle, y, radius, Style::Dot)])
                .collect()
        }
        Amount::AtLeast(value) => {
            let y = plot.y(value);
            let sign = plus(middle, (y - radius - MORE_ABOVE).max(plot.area.top + 3.0), right - left);
            stem(y)
                .into_iter()
                .chain([dot(plot, middle, y, radius, Style::DotHollow), sign])
                .collect()
        }
        Amount::Unknown => unknown_nodes(left, right, foot),
        Amount::Zero => vec![ring(plot, middle, foot, right - left)],
        Amount::NoEntry => vec![no_entry(plot, bar, foot)],
    };
    item(plot, bar, bars, nodes)
}

/// A bar or dot with its date and what is known, told when a person points at it.
fn item(plot: &Plot<'_>, bar: &Bar, bars: &Bars, nodes: Vec<Node>) -> Node {
    let date = plot.numbers.date_short(plot.chart.time.clock.civil(bar.from_ms).date());
    let said = match bar.amount {
        Amount::Known(figure) => plot.numbers.exact(figure),
        Amount::AtLeast(figure) => format!("{} {}", bars.states.at_least, plot.numbers.exact(figure)),
        Amount::Unknown => bars.states.unknown.clone(),
        Amount::Zero => bars.states.zero.clone(),
        Amount::NoEntry => bars.states.no_entry.clone(),
    };
    Node::Group(Group {
        role: Role::Item,
        label: Some(format!("{date}, {}: {said}", bars.name)),
        nodes,
    })
}

fn inner_sides(plot: &Plot<'_>, bar: &Bar) -> (f64, f64) {
    let (left, right) = (plot.x(bar.from_ms), plot.x(bar.to_ms));
    let half = ((right - left) * 0.36).min(WIDEST_BAR / 2.0);
    let middle = f64::midpoint(left, right);
    (middle - half, middle + half)
}

/// A bar with a rounded top.
fn column(left: f64, right: f64, top: f64, foot: f64, style: Style) -> Node {
    let corner = ((right - left) * 0.3).min(4.0).min((foot - top).abs());
    let steps = vec![
        PathStep::Move(left, foot),
        PathStep::Line(left, top + corner),
        PathStep::Curve(left, top, left + corner, top),
        PathStep::Line(right - corner, top),
        PathStep::Curve(right, top, right, top + corner),
        PathStep::Line(right, foot),
        PathStep::Close,
    ];
    Node::Path(Path { steps, style })
}

fn unknown_nodes(left: f64, right: f64, foot: f64) -> Vec<Node> {
    let top = foot - UNKNOWN_HEIGHT;
    let mut nodes = vec![rect(left, top, right, foot, Style::Waves)];
    if right - left >= 9.0 {
        let x = f64::midpoint(left, right);
        nodes.push(Node::Text(Text {
            x,
            y: top - 3.0,
            anchor: Anchor::Middle,
            content: "?".into(),
            style: Style::TickText,
        }));
    }
    nodes
}

/// The sign for "and more".
pub(super) fn plus(x: f64, y: f64, room: f64) -> Node {
    let half = (room * 0.3).clamp(1.2, 3.6);
    let steps = vec![
        PathStep::Move(x - half, y),
        PathStep::Line(x + half, y),
        PathStep::Move(x, y - half),
        PathStep::Line(x, y + half),
    ];
    Node::Path(Path {
        steps,
        style: Style::MoreSign,
    })
}

fn ring(plot: &Plot<'_>, middle: f64, foot: f64, width: f64) -> Node {
    let radius = (width * 0.42).clamp(1.3, 4.0);
    dot(plot, middle, foot, radius, Style::DotHollow)
}

fn no_entry(plot: &Plot<'_>, bar: &Bar, foot: f64) -> Node {
    rect(
        plot.x(bar.from_ms),
        foot - NO_ENTRY_HEIGHT,
        plot.x(bar.to_ms),
        foot,
        Style::Hatch,
    )
}

fn rect(left: f64, top: f64, right: f64, bottom: f64, style: Style) -> Node {
    let (width, height) = ((right - left).max(0.0), (bottom - top).max(0.0));
    Node::Rect(Rect {
        x: left,
        y: top,
        width,
        height,
        corner: 0.0,
        style,
    })
}

/// A dot that stays whole at the edge of the drawing.
fn dot(plot: &Plot<'_>, x: f64, y: f64, radius: f64, style: Style) -> Node {
    let x = x.clamp(plot.area.left, plot.area.right);
    Node::Circle(Circle { x, y, radius, style })
}

fn mark_nodes(plot: &Plot<'_>, marks: &[&Mark]) -> Vec<Node> {
    marks
        .iter()
        .map(|mark| {
            let style = match mark.fill {
                MarkFill::Full => Style::Dot,
                MarkFill::Hollow => Style::DotHollow,
            };
            let node = drop(plot.x(mark.at_ms), plot.area.bottom + 4.0, style);
            Node::Group(Group {
                role: Role::Item,
                label: Some(mark.label.clone()),
                nodes: vec![node],
            })
        })
        .collect()
}

/// A drop of water, its tip at the top.
pub(super) fn drop(x: f64, top: f64, style: Style) -> Node {
    const HALF: f64 = 3.4;
    const HEIGHT: f64 = 10.0;
    let steps = vec![
        PathStep::Move(x, top),
        PathStep::Curve(x + HALF * 1.1, top + HEIGHT * 0.45, x + HALF, top + HEIGHT * 0.68),
        PathStep::Curve(x + HALF, top + HEIGHT, x, top + HEIGHT),
        PathStep::Curve(x - HALF, top + HEIGHT, x - HALF, top + HEIGHT * 0.68),
        PathStep::Curve(x - HALF * 1.1, top + HEIGHT * 0.45, x, top),
        PathStep::Close,
    ];
    Node::Path(Path { steps, style })
}
