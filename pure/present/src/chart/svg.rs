//! A scene as SVG: self-contained, accessible, the same bytes every time.
//!
//! Nothing in it points outside itself. There is no `style` attribute and no script. A page whose content policy forbids
//! style elements takes [`Styling::ByPage`] and puts [`stylesheet`] into its own style sheet.
//!
//! Every word is made harmless before it is drawn and escaped as it is written; numbers are written to a tenth of a pixel.

use std::fmt::Write as _;

use super::harmless::harmless;
use super::palette::{TINTS, Tint};
use super::scene::{Anchor, Group, Node, Path, PathStep, Pattern, STYLES, Scene, Style};
use super::spec::Spec;
use super::{draw, heat};
use crate::text;

/// Narrowest and widest drawing, in pixels.
const WIDTHS: (u16, u16) = (280, 1_600);

/// How a drawing is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Width in pixels at which letters have their size; 280 to 1600.
    pub width: u16,
    /// A word that is unique on the page, for ids. Anything but ASCII letters, digits and hyphens is left out.
    pub id: String,
    /// Whether the title is drawn.
    pub heading: Heading,
    /// Where the style sheet is.
    pub styling: Styling,
}

/// Whether the title is drawn. It is always there for those who hear the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Drawn above the chart, on a background of its own.
    Drawn,
    /// The page has its own heading and background.
    ByPage,
}

/// Where the style sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styling {
    /// In the drawing.
    Inside,
    /// In the page: see [`stylesheet`].
    ByPage,
}

impl Options {
    /// The width that is drawn: narrower and wider ones are not.
    pub(crate) fn drawn_width(&self) -> f64 {
        f64::from(self.width.clamp(WIDTHS.0, WIDTHS.1))
    }

    /// For a page that has its own heading, background and style sheet.
    #[must_use]
    pub fn page(width: u16, id: &str) -> Self {
        Self {
            width,
            id: id.to_owned(),
            heading: Heading::ByPage,
            styling: Styling::ByPage,
        }
    }

    /// For a file of its own.
    #[must_use]
    pub fn file(width: u16, id: &str) -> Self {
        Self {
            width,
            id: id.to_owned(),
            heading: Heading::Drawn,
            styling: Styling::Inside,
        }
    }
}

/// Draws a chart as SVG. See [`super::spec::Chart`] for an example.
#[must_use]
pub fn draw(spec: &Spec, options: &Options) -> String {
    write(&scene(spec, options), options)
}

/// The shapes of a chart, for those who want to look at them before they are written.
#[must_use]
pub fn scene(spec: &Spec, options: &Options) -> Scene {
    let width = options.drawn_width();
    match harmless(spec) {
        Spec::Chart(chart) => draw::scene(&chart, width, options.heading),
        Spec::Calendar(calendar) => heat::scene(&calendar, width, options.heading),
    }
}

/// The style sheet of all drawings. The tints are custom properties on `.ebb-chart`, so a page may set its own; by
/// itself it follows the reader's light or dark, and prints light.
#[must_use]
pub fn stylesheet() -> String {
    let mut css = String::new();
    let tints = |value: fn(Tint) -> &'static str| -> String {
        TINTS
            .iter()
            .map(|tint| format!("--ebb-{}:{};", tint.name(), value(*tint)))
            .collect()
    };
    push(&mut css, format_args!(":where(.ebb-chart){{{}}}\n", tints(Tint::light)));
    let dark = tints(Tint::dark);
    push(
        &mut css,
        format_args!("@media screen and (prefers-color-scheme:dark){{:where(.ebb-chart){{{dark}}}}}\n"),
    );
    css.push_str(
        ".ebb-chart{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif;\
         font-variant-numeric:tabular-nums;max-width:100%;height:auto}\n",
    );
    for style in STYLES {
        push(
            &mut css,
            format_args!(".ebb-{}{{{}}}\n", style.name(), declarations(style)),
        );
    }
    css
}

/// Each color is said twice: as itself for programs that do not know custom properties, then as the property.
fn declarations(style: Style) -> String {
    let look = style.look();
    let mut css = String::new();
    match look.fill {
        Some(tint) => push_color(&mut css, "fill", tint),
        None if look.pattern.is_none() => css.push_str("fill:none;"),
        None => {}
    }
    if let Some((tint, width)) = look.stroke {
        push_color(&mut css, "stroke", tint);
        push(&mut css, format_args!("stroke-width:{width};stroke-linejoin:round;"));
        if look.dash.is_empty() {
            css.push_str("stroke-linecap:round;");
        } else {
            push(&mut css, format_args!("stroke-dasharray:{};", look.dash));
        }
    }
    if let Some((size, weight)) = look.font {
        push(&mut css, format_args!("font-size:{size}px;font-weight:{weight};"));
        if has_halo(style) {
            push_color(&mut css, "stroke", Tint::Paper);
            css.push_str("stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke;");
        }
    }
    css
}

/// Letters that stand on data get a rim of paper.
fn has_halo(style: Style) -> bool {
    matches!(
        style,
        Style::NoteText | Style::SlopeText | Style::NowText | Style::OwnText | Style::ShadeText
    )
}

fn push_color(css: &mut String, property: &str, tint: Tint) {
    push(
        css,
        format_args!("{property}:{};{property}:var(--ebb-{});", tint.light(), tint.name()),
    );
}

fn write(scene: &Scene, options: &Options) -> String {
    let id: String = options
        .id
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    let id = if id.is_empty() { "chart".to_owned() } else { id };
    let (width, height) = (pixels(scene.width), pixels(scene.height));
    let mut svg = String::with_capacity(16_384);
    push(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ebb-chart\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n",
            text::for_svg(&scene.title),
            text::for_svg(&scene.description),
        ),
    );
    if options.styling == Styling::Inside {
        push(&mut svg, format_args!("<style>\n{}</style>\n", stylesheet()));
    }
    push_patterns(&mut svg, &scene.nodes, &id);
    for node in &scene.nodes {
        push_node(&mut svg, node, &id);
    }
    svg.push_str("</svg>\n");
    svg
}

fn push_patterns(svg: &mut String, nodes: &[Node], id: &str) {
    let (has_hatch, has_waves) = (uses(nodes, Pattern::Hatch), uses(nodes, Pattern::Waves));
    if !(has_hatch || has_waves) {
        return;
    }
    svg.push_str("<defs>\n");
    let missing = Tint::Missing.light();
    let line = format!("fill=\"none\" stroke=\"{missing}\" class=\"ebb-leader\"");
    if has_hatch {
        push(
            svg,
            format_args!(
                "<pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
                 <path d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\" {line}/></pattern>\n"
            ),
        );
    }
    if has_waves {
        push(
            svg,
            format_args!(
                "<pattern id=\"{id}-waves\" width=\"8\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
                 <path d=\"M0 2.5Q2 0.5 4 2.5Q6 4.5 8 2.5\" {line}/></pattern>\n"
            ),
        );
    }
    svg.push_str("</defs>\n");
}

fn uses(nodes: &[Node], pattern: Pattern) -> bool {
    nodes.iter().any(|node| match node {
        Node::Group(group) => uses(&group.nodes, pattern),
        Node::Path(path) => path.style.look().pattern == Some(pattern),
        Node::Rect(rect) => rect.style.look().pattern == Some(pattern),
        Node::Circle(circle) => circle.style.look().pattern == Some(pattern),
        Node::Text(_) => false,
    })
}

fn push_node(svg: &mut String, node: &Node, id: &str) {
    match node {
        Node::Group(group) => push_group(svg, group, id),
        Node::Path(path) => push(
            svg,
            format_args!("<path {} d=\"{}\"/>\n", paint(path.style, id), path_data(path)),
        ),
        Node::Rect(rect) => {
            let (x, y, width, height) = (pixels(rect.x), pixels(rect.y), pixels(rect.width), pixels(rect.height));
            let corner = if rect.corner > 0.0 {
                format!(" rx=\"{}\"", pixels(rect.corner))
            } else {
                String::new()
            };
            let paint = paint(rect.style, id);
            push(
                svg,
                format_args!("<rect {paint} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{corner}/>\n"),
            );
        }
        Node::Circle(circle) => {
            let (x, y, radius) = (pixels(circle.x), pixels(circle.y), pixels(circle.radius));
            push(
                svg,
                format_args!(
                    "<circle {} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>\n",
                    paint(circle.style, id)
                ),
            );
        }
        Node::Text(line) => {
            let anchor = match line.anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let (x, y, words) = (pixels(line.x), pixels(line.y), text::for_svg(&line.content));
            let class = line.style.name();
            push(
                svg,
                format_args!("<text class=\"ebb-{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{words}</text>\n"),
            );
        }
    }
}

fn push_group(svg: &mut String, group: &Group, id: &str) {
    if group.nodes.is_empty() {
        return;
    }
    push(svg, format_args!("<g class=\"ebb-{}-group\">", group.role.name()));
    if let Some(label) = &group.label {
        push(svg, format_args!("<title>{}</title>", text::for_svg(label)));
    }
    svg.push('\n');
    for node in &group.nodes {
        push_node(svg, node, id);
    }
    svg.push_str("</g>\n");
}

fn paint(style: Style, id: &str) -> String {
    match style.look().pattern {
        Some(pattern) => format!("class=\"ebb-{}\" fill=\"url(#{id}-{})\"", style.name(), pattern.name()),
        None => format!("class=\"ebb-{}\"", style.name()),
    }
}

fn path_data(path: &Path) -> String {
    let mut data = String::with_capacity(path.steps.len() * 12);
    for step in &path.steps {
        match *step {
            PathStep::Move(x, y) => push(&mut data, format_args!("M{} {}", pixels(x), pixels(y))),
            PathStep::Line(x, y) => push(&mut data, format_args!("L{} {}", pixels(x), pixels(y))),
            PathStep::Curve(pull_x, pull_y, x, y) => push(
                &mut data,
                format_args!("Q{} {} {} {}", pixels(pull_x), pixels(pull_y), pixels(x), pixels(y)),
            ),
            PathStep::Close => data.push('Z'),
        }
    }
    data
}

/// A tenth of a pixel, without a closing zero; what is not a number is at the origin rather than nowhere.
fn pixels(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let written = format!("{value:.1}");
    let short = written.strip_suffix(".0").unwrap_or(&written);
    if short == "-0" {
        "0".to_owned()
    } else {
        short.to_owned()
    }
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(arguments);
}
