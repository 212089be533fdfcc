//! Shapes, in pixels: what a drawing is before it becomes SVG. Knows nothing of diaries.
//!
//! Every shape is drawn in a [`Style`], which is named by what it is for. What a style looks like is said once, in
//! [`Style::look`], and becomes the style sheet.

use super::measure;
use super::palette::Tint;

/// A whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
    /// Its name.
    pub title: String,
    /// What a person who cannot see it needs to hear.
    pub description: String,
    /// Drawn in order.
    pub nodes: Vec<Node>,
}

/// A shape or a group of shapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Shapes that belong together.
    Group(Group),
    /// Straight and curved lines, open or closed.
    Path(Path),
    /// An upright rectangle.
    Rect(Rect),
    /// A circle.
    Circle(Circle),
    /// A line of text.
    Text(Text),
}

/// Shapes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is in the drawing.
    pub role: Role,
    /// Told when a person points at it.
    pub label: Option<String>,
    /// Drawn in order.
    pub nodes: Vec<Node>,
}

/// What a group is in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The title.
    Heading,
    /// Spans of time that are different.
    Shades,
    /// Lines behind the data.
    Grid,
    /// Labels under the drawing.
    TimeAxis,
    /// Labels beside a panel.
    ValueAxis,
    /// A series.
    Series,
    /// A single bar, dot, drop or day.
    Item,
    /// Lines across and the now line.
    References,
    /// Named points.
    Notes,
    /// Labels at the right end.
    EndLabels,
    /// What patterns and shapes mean.
    Key,
}

impl Role {
    /// Its class name, after `ebb-`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Shades => "shades",
            Self::Grid => "grid",
            Self::TimeAxis => "time-axis",
            Self::ValueAxis => "value-axis",
            Self::Series => "series",
            Self::Item => "item",
            Self::References => "references",
            Self::Notes => "notes",
            Self::EndLabels => "end-labels",
            Self::Key => "key",
        }
    }
}

/// Straight and curved lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// From the first, which moves, to the last.
    pub steps: Vec<PathStep>,
    /// How it is drawn.
    pub style: Style,
}

/// A part of a path; coordinates in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathStep {
    /// Lift the pen and go there.
    Move(f64, f64),
    /// Draw a straight line there.
    Line(f64, f64),
    /// Draw a curve there, pulled towards the first point.
    Curve(f64, f64, f64, f64),
    /// Draw back to the last move.
    Close,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "pixels from the left and from the top")]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Radius of its corners.
    pub corner: f64,
    /// How it is drawn.
    pub style: Style,
}

/// A circle.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "pixels from the left and from the top")]
pub struct Circle {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
    /// How it is drawn.
    pub style: Style,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Of the anchor, in pixels.
    pub x: f64,
    /// Of the line the letters stand on, in pixels.
    pub y: f64,
    /// Which part of the text is at `x`.
    pub anchor: Anchor,
    /// As it is to be read; made harmless when written.
    pub content: String,
    /// How it is drawn.
    pub style: Style,
}

/// Which part of a text is at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// What a shape is for, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named by what it is for; see Style::look")]
pub enum Style {
    Paper,
    GridLine,
    Baseline,
    Wave,
    Water,
    WideRange,
    NarrowRange,
    WideEdge,
    NarrowEdge,
    MiddleLine,
    MiddleLineAhead,
    ThinLine,
    PlanLine,
    Bar,
    MoreSign,
    Stem,
    Dot,
    DotHollow,
    NowLine,
    ReferenceLine,
    Leader,
    NoteDot,
    NoteSpan,
    Hatch,
    Waves,
    Veil,
    DayEmpty,
    DayFrame,
    DayLevel1,
    DayLevel2,
    DayLevel3,
    DayLevel4,
    TitleText,
    HeadingText,
    TickText,
    LabelText,
    SlopeText,
    NoteText,
    NowText,
    OwnText,
    KeyText,
    ShadeText,
    DayMark,
}

/// Every style, in the order of the style sheet.
pub const STYLES: [Style; 43] = [
    Style::Paper,
    Style::GridLine,
    Style::Baseline,
    Style::Wave,
    Style::Water,
    Style::WideRange,
    Style::NarrowRange,
    Style::WideEdge,
    Style::NarrowEdge,
    Style::MiddleLine,
    Style::MiddleLineAhead,
    Style::ThinLine,
    Style::PlanLine,
    Style::Bar,
    Style::MoreSign,
    Style::Stem,
    Style::Dot,
    Style::DotHollow,
    Style::NowLine,
    Style::ReferenceLine,
    Style::Leader,
    Style::NoteDot,
    Style::NoteSpan,
    Style::Hatch,
    Style::Waves,
    Style::Veil,
    Style::DayEmpty,
    Style::DayFrame,
    Style::DayLevel1,
    Style::DayLevel2,
    Style::DayLevel3,
    Style::DayLevel4,
    Style::TitleText,
    Style::HeadingText,
    Style::TickText,
    Style::LabelText,
    Style::SlopeText,
    Style::NoteText,
    Style::NowText,
    Style::OwnText,
    Style::KeyText,
    Style::ShadeText,
    Style::DayMark,
];

/// How a style looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Inside.
    pub fill: Option<Tint>,
    /// Along the line, with its width in pixels.
    pub stroke: Option<(Tint, f64)>,
    /// Lengths of dash and gap; empty for an unbroken line.
    pub dash: &'static str,
    /// Filled with a pattern instead of a tint.
    pub pattern: Option<Pattern>,
    /// For texts: size in pixels and weight.
    pub font: Option<(f64, u16)>,
}

/// A pattern of a fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Slanted lines: nothing was written down.
    Hatch,
    /// Small waves: unknown.
    Waves,
}

impl Pattern {
    /// The end of its id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hatch => "hatch",
            Self::Waves => "waves",
        }
    }
}

const PLAIN: Look = Look {
    fill: None,
    stroke: None,
    dash: "",
    pattern: None,
    font: None,
};

const fn filled(tint: Tint) -> Look {
    Look {
        fill: Some(tint),
        ..PLAIN
    }
}

const fn drawn(tint: Tint, width: f64, dash: &'static str) -> Look {
    Look {
        stroke: Some((tint, width)),
        dash,
        ..PLAIN
    }
}

const fn written(tint: Tint, size: f64, weight: u16) -> Look {
    Look {
        fill: Some(tint),
        font: Some((size, weight)),
        ..PLAIN
    }
}

impl Style {
    /// How it looks.
    #[must_use]
    pub fn look(self) -> Look {
        match self {
            Self::Paper => filled(Tint::Paper),
            Self::GridLine => drawn(Tint::Grid, 1.0, ""),
            Self::Baseline => drawn(Tint::Quiet, 1.0, ""),
            Self::Wave => drawn(Tint::Edge, 2.0, ""),
            Self::Water => filled(Tint::Water),
            Self::WideRange => filled(Tint::Shallow),
            Self::NarrowRange => filled(Tint::Middle),
            Self::WideEdge => drawn(Tint::Edge, 1.0, "1.5 3"),
            Self::NarrowEdge => drawn(Tint::Edge, 1.0, ""),
            Self::MiddleLine => drawn(Tint::Deep, 2.0, ""),
            Self::MiddleLineAhead => drawn(Tint::Deep, 2.0, "6 4"),
            Self::ThinLine => drawn(Tint::Deep, 1.6, ""),
            Self::PlanLine => drawn(Tint::Own, 2.2, ""),
            Self::Bar => filled(Tint::Bar),
            Self::Stem => drawn(Tint::Grid, 2.0, ""),
            Self::Dot => filled(Tint::Deep),
            Self::MoreSign => drawn(Tint::Deep, 1.6, ""),
            Self::DotHollow => Look {
                fill: Some(Tint::Paper),
                ..drawn(Tint::Deep, 1.6, "")
            },
            Self::NowLine => drawn(Tint::Now, 1.4, ""),
            Self::ReferenceLine => drawn(Tint::Own, 1.4, "7 4"),
            Self::Leader => drawn(Tint::Missing, 0.8, ""),
            Self::NoteDot => Look {
                fill: Some(Tint::Paper),
                ..drawn(Tint::Ink, 1.8, "")
            },
            Self::NoteSpan => drawn(Tint::Ink, 1.2, ""),
            Self::Hatch => Look {
                pattern: Some(Pattern::Hatch),
                ..PLAIN
            },
            Self::Waves => Look {
                pattern: Some(Pattern::Waves),
                ..PLAIN
            },
            Self::Veil => filled(Tint::Veil),
            Self::DayEmpty => filled(Tint::Missing),
            Self::DayFrame => drawn(Tint::Deep, 1.3, ""),
            Self::DayLevel1 => filled(Tint::Middle),
            Self::DayLevel2 => filled(Tint::Edge),
            Self::DayLevel3 | Self::DayLevel4 => filled(Tint::Deep),
            Self::TitleText => written(Tint::Ink, 15.0, 600),
            Self::HeadingText | Self::KeyText => written(Tint::Quiet, 12.0, 400),
            Self::TickText => written(Tint::Quiet, 11.5, 400),
            Self::LabelText | Self::SlopeText => written(Tint::Ink, 11.5, 400),
            Self::NoteText => written(Tint::Ink, 12.0, 600),
            Self::NowText => written(Tint::Now, 12.0, 600),
            Self::OwnText => written(Tint::Own, 11.5, 600),
            Self::ShadeText => written(Tint::Quiet, 11.0, 400),
            Self::DayMark => written(Tint::Quiet, 9.0, 700),
        }
    }

    /// Its class name, after `ebb-`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::GridLine => "grid-line",
            Self::Baseline => "baseline",
            Self::Wave => "wave",
            Self::Water => "water",
            Self::WideRange => "wide",
            Self::NarrowRange => "narrow",
            Self::WideEdge => "wide-edge",
            Self::NarrowEdge => "narrow-edge",
            Self::MiddleLine => "middle",
            Self::MiddleLineAhead => "middle-ahead",
            Self::ThinLine => "thin",
            Self::PlanLine => "plan",
            Self::Bar => "bar",
            Self::MoreSign => "more",
            Self::Stem => "stem",
            Self::Dot => "dot",
            Self::DotHollow => "dot-hollow",
            Self::NowLine => "now-line",
            Self::ReferenceLine => "reference",
            Self::Leader => "leader",
            Self::NoteDot => "note-dot",
            Self::NoteSpan => "note-span",
            Self::Hatch => "hatch",
            Self::Waves => "waves",
            Self::Veil => "veil",
            Self::DayEmpty => "day-empty",
            Self::DayFrame => "day-frame",
            Self::DayLevel1 => "day-1",
            Self::DayLevel2 => "day-2",
            Self::DayLevel3 => "day-3",
            Self::DayLevel4 => "day-4",
            Self::TitleText => "title",
            Self::HeadingText => "panel-heading",
            Self::TickText => "tick",
            Self::LabelText => "label",
            Self::SlopeText => "slope-label",
            Self::NoteText => "note",
            Self::NowText => "now-text",
            Self::OwnText => "own-text",
            Self::KeyText => "key-text",
            Self::ShadeText => "shade-text",
            Self::DayMark => "day-mark",
        }
    }

    /// Font size in pixels; 0 for what is not text.
    #[must_use]
    pub fn size(self) -> f64 {
        self.look().font.map_or(0.0, |(size, _)| size)
    }
}

/// Left, top, right and bottom of a shape, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "named by the sides")]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Bounds {
    /// Whether two boxes share any space.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether this box lies inside another, give or take a hundredth of a pixel.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        const SLACK: f64 = 0.01;
        self.left >= other.left - SLACK
            && self.top >= other.top - SLACK
            && self.right <= other.right + SLACK
            && self.bottom <= other.bottom + SLACK
    }
}

impl Text {
    /// The space the text takes, by the same measure that places it.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let size = self.style.size();
        let width = measure::width(&self.content, self.style);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Bounds {
            left,
            top: self.y - size * 0.8,
            right: left + width,
            bottom: self.y + size * 0.25,
        }
    }
}

impl Node {
    /// The space a shape takes, without the width of its outline; `None` for an empty one.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Group(group) => group.nodes.iter().filter_map(Self::bounds).reduce(joined),
            Self::Path(path) => path.steps.iter().filter_map(|step| step_bounds(*step)).reduce(joined),
            Self::Rect(rect) => Some(Bounds {
                left: rect.x,
                top: rect.y,
                right: rect.x + rect.width,
                bottom: rect.y + rect.height,
            }),
            Self::Circle(circle) => Some(Bounds {
                left: circle.x - circle.radius,
                top: circle.y - circle.radius,
                right: circle.x + circle.radius,
                bottom: circle.y + circle.radius,
            }),
            Self::Text(text) => Some(text.bounds()),
        }
    }
}

fn step_bounds(step: PathStep) -> Option<Bounds> {
    match step {
        PathStep::Move(x, y) | PathStep::Line(x, y) => Some(Bounds {
            left: x,
            top: y,
            right: x,
            bottom: y,
        }),
        PathStep::Curve(pull_x, pull_y, x, y) => Some(Bounds {
            left: pull_x.min(x),
            top: pull_y.min(y),
            right: pull_x.max(x),
            bottom: pull_y.max(y),
        }),
        PathStep::Close => None,
    }
}

fn joined(one: Bounds, other: Bounds) -> Bounds {
    Bounds {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    }
}
