//! A chart as a scene: where panels, axes and labels go. What stands in a panel is drawn by the modules below.
//!
//! The drawing is made for its width: a phone gets fewer labels, not smaller ones.

use super::measure;
use super::prepare::{ReadyChart, ReadyPanel, ReadySeries};
use super::scale::{Room, TimeRange, TimeTick, ValueRange, ValueTick, time_ticks};
use super::scene::{Anchor, Bounds, Group, Node, Path, PathStep, Rect, Role, Scene, Style, Text};
use super::spec::Chart;
use super::svg::Heading;
use crate::number::Numbers;

mod end_labels;
mod key;
mod notes;
mod series;
mod shades;

pub(super) use key::{Swatch, key_rows};

/// Space around the drawing, in pixels, on a narrow and on a wide one.
const MARGINS: (f64, f64) = (6.0, 12.0);
const WIDE_FROM: f64 = 560.0;
/// Height of the line a panel's heading stands on.
const HEADING_HEIGHT: f64 = 27.0;
/// Height of the line of marks under a panel.
const MARKS_HEIGHT: f64 = 18.0;
const TIME_LABEL_HEIGHT: f64 = 20.0;
const PANEL_GAP: f64 = 12.0;
const LABEL_GAP: f64 = 7.0;

/// A panel's place on the drawing.
pub(super) struct Plot<'a> {
    pub(super) chart: &'a Chart,
    pub(super) numbers: Numbers,
    pub(super) ready: &'a ReadyPanel<'a>,
    pub(super) range: TimeRange,
    pub(super) area: Bounds,
    pub(super) ticks: Vec<ValueTick>,
    pub(super) now_ms: Option<i64>,
}

impl Plot<'_> {
    pub(super) fn x(&self, at_ms: i64) -> f64 {
        self.area.left + self.range.share(at_ms).clamp(0.0, 1.0) * self.width()
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.area.bottom - self.values().share(value) * (self.area.bottom - self.area.top)
    }

    pub(super) fn width(&self) -> f64 {
        self.area.right - self.area.left
    }

    pub(super) fn values(&self) -> ValueRange {
        self.ready.values
    }
}

/// Draws a chart at a width in pixels.
pub(super) fn scene(chart: &Chart, width: f64, heading: Heading) -> Scene {
    let ready = ReadyChart::of(chart);
    let numbers = Numbers::new(chart.language, chart.time.hours);
    let margin = margin_of(width);
    let (mut nodes, top) = title(&chart.title, width, margin, heading);
    let (plots, foot) = place_panels(chart, &ready, (width, margin, top), numbers);
    let ticks = plots
        .first()
        .map(|plot| ticks_under(chart, plot, width, numbers))
        .unwrap_or_default();
    let fitting = shades::split(chart, &plots);

    nodes.push(shades::draw(&fitting.drawn, &plots));
    nodes.push(grid(&plots, &ticks));
    for plot in &plots {
        nodes.extend(series::draw(plot));
    }
    nodes.push(references(&plots));
    nodes.push(now_line(chart, &ready, &plots));
    nodes.push(shades::labels(&fitting.drawn, &plots));
    for plot in &plots {
        nodes.push(panel_heading(plot, chart, width, margin));
        nodes.push(value_axis(plot));
        let (named, taken) = notes::draw(plot);
        nodes.push(named);
        nodes.push(end_labels::draw(plot, width - margin, &taken));
    }
    let (axis, axis_foot) = time_axis(chart, &plots, &ticks, foot, (margin, width - margin));
    nodes.push(axis);
    let items = key::items(&ready, &fitting.unlabeled);
    let (key, key_foot) = key_rows(&items, margin, axis_foot, width - margin);
    nodes.push(key);
    let height = (key_foot + margin).ceil();
    nodes.retain(|node| !matches!(node, Node::Group(group) if group.nodes.is_empty()));
    if heading == Heading::Drawn {
        nodes.insert(
            0,
            Node::Rect(Rect {
                x: 0.0,
                y: 0.0,
                width,
                height,
                corner: 0.0,
                style: Style::Paper,
            }),
        );
    }
    Scene {
        width,
        height,
        title: chart.title.clone(),
        description: chart.description.clone(),
        nodes,
    }
}

/// The title with a small wave before it, and where the drawing goes on below.
pub(super) fn title(words: &str, width: f64, margin: f64, heading: Heading) -> (Vec<Node>, f64) {
    if heading == Heading::ByPage {
        return (Vec::new(), margin);
    }
    const WAVE_WIDTH: f64 = 22.0;
    let style = Style::TitleText;
    let left = margin + WAVE_WIDTH + 7.0;
    let lines = measure::wrapped(words, style, width - left - margin);
    let first = margin + 16.0;
    let mut group = vec![wave(margin, first - 5.0, WAVE_WIDTH)];
    let mut y = first;
    for content in lines {
        group.push(Node::Text(Text {
            x: left,
            y,
            anchor: Anchor::Start,
            content,
            style,
        }));
        y += 20.0;
    }
    (
        vec![Node::Group(Group {
            role: Role::Heading,
            label: None,
            nodes: group,
        })],
        y.max(first + 20.0) - 6.0,
    )
}

/// Two swells of a tide.
fn wave(x: f64, y: f64, width: f64) -> Node {
    let quarter = width / 4.0;
    let steps = vec![
        PathStep::Move(x, y),
        PathStep::Curve(x + quarter * 0.5, y - 6.0, x + quarter, y),
        PathStep::Curve(x + quarter * 1.5, y + 6.0, x + quarter * 2.0, y),
        PathStep::Curve(x + quarter * 2.5, y - 6.0, x + quarter * 3.0, y),
        PathStep::Curve(x + quarter * 3.5, y + 6.0, x + quarter * 4.0, y),
    ];
    Node::Path(Path {
        steps,
        style: Style::Wave,
    })
}

/// Where the panels of a chart lie on a drawing of this width, as [`scene`] draws them.
pub(super) fn plots<'a>(chart: &'a Chart, ready: &'a ReadyChart<'a>, width: f64, heading: Heading) -> Vec<Plot<'a>> {
    let margin = margin_of(width);
    let (_, top) = title(&chart.title, width, margin, heading);
    let numbers = Numbers::new(chart.language, chart.time.hours);
    place_panels(chart, ready, (width, margin, top), numbers).0
}

fn margin_of(width: f64) -> f64 {
    if width < WIDE_FROM { MARGINS.0 } else { MARGINS.1 }
}

fn place_panels<'a>(
    chart: &'a Chart,
    ready: &'a ReadyChart<'a>,
    (width, margin, top): (f64, f64, f64),
    numbers: Numbers,
) -> (Vec<Plot<'a>>, f64) {
    let unit_height = (width * 0.36).clamp(150.0, 270.0);
    let style = Style::TickText;
    let mut y = top;
    let mut plots = Vec::with_capacity(ready.panels.len());
    for panel in &ready.panels {
        let share = if panel.panel.height.is_finite() {
            panel.panel.height.clamp(0.3, 3.0)
        } else {
            1.0
        };
        let height = (unit_height * share).max(56.0);
        let plot_top = y + HEADING_HEIGHT;
        let n_wanted = n_ticks(height);
        let ticks = panel.ticks(n_wanted, numbers);
        let area = Bounds {
            left: 0.0,
            top: plot_top,
            right: 0.0,
            bottom: plot_top + height,
        };
        plots.push(Plot {
            chart,
            numbers,
            ready: panel,
            range: ready.range,
            area,
            ticks,
            now_ms: ready.now_ms,
        });
        y = plot_top + height + if panel.has_marks() { MARKS_HEIGHT } else { 0.0 } + PANEL_GAP;
    }
    let tick_width = plots
        .iter()
        .flat_map(|plot| &plot.ticks)
        .map(|tick| measure::width(&tick.label, style))
        .fold(0.0, f64::max)
        .min(width * 0.4);
    let left = margin + tick_width + LABEL_GAP;
    let gutter = plots
        .iter()
        .map(|plot| end_labels::gutter(plot, width))
        .fold(0.0, f64::max);
    for plot in &mut plots {
        plot.area.left = left;
        plot.area.right = (width - margin - gutter.max(8.0)).max(left + 40.0);
    }
    (plots, y - PANEL_GAP)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a panel is at most some hundred pixels high"
)]
fn n_ticks(height: f64) -> usize {
    (height / 42.0).round().clamp(2.0, 8.0) as usize
}

fn ticks_under(chart: &Chart, plot: &Plot<'_>, width: f64, numbers: Numbers) -> Vec<TimeTick> {
    let style = Style::TickText;
    let room = Room {
        length: plot.width(),
        overhang: (plot.area.left - 2.0, width - plot.area.right - 2.0),
        gap: 9.0,
        width_of: &|label| measure::width(label, style),
        numbers,
    };
    time_ticks(&chart.time, &room)
}

fn grid(plots: &[Plot<'_>], ticks: &[TimeTick]) -> Node {
    let mut nodes = Vec::new();
    for plot in plots {
        let area = plot.area;
        let has_lines = !plot
            .ready
            .series
            .iter()
            .any(|series| matches!(series, ReadySeries::Bars(..) | ReadySeries::Dots(..)));
        for tick in ticks.iter().filter(|tick| has_lines && plot.range.holds(tick.at_ms)) {
            let x = plot.x(tick.at_ms);
            nodes.push(line(x, area.top, x, area.bottom, Style::GridLine));
        }
        for tick in &plot.ticks {
            let y = plot.y(tick.value);
            nodes.push(line(area.left, y, area.right, y, Style::GridLine));
        }
        let foot = plot.y(if plot.values().is_log { plot.values().low } else { 0.0 });
        nodes.push(line(area.left, foot, area.right, foot, Style::Baseline));
    }
    Node::Group(Group {
        role: Role::Grid,
        label: None,
        nodes,
    })
}

fn references(plots: &[Plot<'_>]) -> Node {
    let mut nodes = Vec::new();
    for plot in plots {
        for reference in &plot.ready.references {
            let y = plot.y(reference.value);
            nodes.push(line(plot.area.left, y, plot.area.right, y, Style::ReferenceLine));
        }
    }
    Node::Group(Group {
        role: Role::References,
        label: None,
        nodes,
    })
}

/// Within each panel: between two of them stands the heading of the lower one.
fn now_line(chart: &Chart, ready: &ReadyChart<'_>, plots: &[Plot<'_>]) -> Node {
    const UP_TO_THE_WORD: f64 = 7.0;
    let mut nodes = Vec::new();
    if let (Some(at_ms), Some(first), Some(now)) = (ready.now_ms, plots.first(), chart.now.as_ref()) {
        let x = first.x(at_ms);
        for (idx, plot) in plots.iter().enumerate() {
            let above = if idx == 0 { UP_TO_THE_WORD } else { 0.0 };
            nodes.push(line(x, plot.area.top - above, x, plot.area.bottom, Style::NowLine));
        }
        nodes.push(Node::Text(now_text(first, x, &now.label)));
    }
    Node::Group(Group {
        role: Role::References,
        label: None,
        nodes,
    })
}

fn now_text(plot: &Plot<'_>, x: f64, label: &str) -> Text {
    let style = Style::NowText;
    let content = measure::cut(label, style, plot.width() * 0.6);
    let x = fitting_middle(x, measure::width(&content, style), plot.area.left, plot.area.right);
    Text {
        x,
        y: plot.area.top - 11.0,
        anchor: Anchor::Middle,
        content,
        style,
    }
}

/// The heading stands above the value axis; on the first panel it makes room for the word for now, on the side of it
/// that is large enough.
fn panel_heading(plot: &Plot<'_>, chart: &Chart, width: f64, margin: f64) -> Node {
    let style = Style::HeadingText;
    let words = &plot.ready.panel.heading;
    let (mut x, mut widest) = (margin, width - 2.0 * margin);
    let is_first = chart
        .panels
        .first()
        .is_some_and(|first| std::ptr::eq(first, plot.ready.panel));
    if let (true, Some(at_ms), Some(now)) = (is_first, plot.now_ms, chart.now.as_ref()) {
        let now = now_text(plot, plot.x(at_ms), &now.label).bounds();
        let (before, after) = (now.left - 8.0 - margin, width - margin - now.right - 8.0);
        widest = before;
        if measure::width(words, style) > before && after > before {
            (x, widest) = (now.right + 8.0, after);
        }
    }
    let content = measure::cut(words, style, widest);
    let text = Text {
        x,
        y: plot.area.top - 12.0,
        anchor: Anchor::Start,
        content,
        style,
    };
    Node::Group(Group {
        role: Role::Heading,
        label: None,
        nodes: vec![Node::Text(text)],
    })
}

fn value_axis(plot: &Plot<'_>) -> Node {
    let style = Style::TickText;
    let nodes = plot
        .ticks
        .iter()
        .map(|tick| {
            let y = plot.y(tick.value) + style.size() * 0.35;
            Node::Text(Text {
                x: plot.area.left - LABEL_GAP,
                y,
                anchor: Anchor::End,
                content: tick.label.clone(),
                style,
            })
        })
        .collect();
    Node::Group(Group {
        role: Role::ValueAxis,
        label: None,
        nodes,
    })
}

fn time_axis(chart: &Chart, plots: &[Plot<'_>], ticks: &[TimeTick], foot: f64, sides: (f64, f64)) -> (Node, f64) {
    let mut nodes = Vec::new();
    let mut y = foot;
    if let Some(plot) = plots.first() {
        let style = Style::TickText;
        y += TIME_LABEL_HEIGHT - 4.0;
        for tick in ticks {
            let x = plot.area.left + tick.middle;
            nodes.push(Node::Text(Text {
                x,
                y,
                anchor: Anchor::Middle,
                content: tick.label.clone(),
                style,
            }));
        }
        if let Some(words) = &chart.time.title {
            let style = Style::HeadingText;
            y += 17.0;
            let content = measure::cut(words, style, sides.1 - sides.0);
            let middle = f64::midpoint(plot.area.left, plot.area.right);
            let x = fitting_middle(middle, measure::width(&content, style), sides.0, sides.1);
            nodes.push(Node::Text(Text {
                x,
                y,
                anchor: Anchor::Middle,
                content,
                style,
            }));
        }
    }
    (
        Node::Group(Group {
            role: Role::TimeAxis,
            label: None,
            nodes,
        }),
        y + 4.0,
    )
}

/// A middle as near to where it is wanted as a label of this width allows between two sides; centered if it is wider.
pub(super) fn fitting_middle(wanted: f64, width: f64, left: f64, right: f64) -> f64 {
    if width >= right - left {
        return f64::midpoint(left, right);
    }
    wanted.clamp(left + width / 2.0, right - width / 2.0)
}

pub(super) fn line(from_x: f64, from_y: f64, to_x: f64, to_y: f64, style: Style) -> Node {
    Node::Path(Path {
        steps: vec![PathStep::Move(from_x, from_y), PathStep::Line(to_x, to_y)],
        style,
    })
}
