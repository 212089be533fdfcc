//! Shapes, in pixels: what a drawing is before it becomes SVG. Knows nothing of diaries.
//!
//! Every shape is drawn in a [`Style`], which is named by what it is for.

use super::measure;

pub use super::style::{Look, Pattern, STYLES, Style};

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
