//! A picture with its other forms: a sentence for those who hear it, points for a finger or arrow keys to read, and a table.

use ebb_present::chart::reading::{Lie, ReadPoint};
use ebb_present::chart::spec::Spec;
use ebb_present::chart::{read, svg};
use ebb_present::screen::Voice;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A chart, ready for the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Unique on its page.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What a person who cannot see it needs to hear.
    pub description: String,
    /// The drawing: markup made by `ebb-present`, classes only, no style, no script.
    pub svg: String,
    /// Pixels it was drawn for.
    pub width: u16,
    /// What can be read, in the order of the arrow keys.
    pub points: Vec<FigurePoint>,
    /// The point at which reading begins: now, or the newest.
    pub start: usize,
    /// Whether the points lie in columns of a week each, a day below the other.
    pub is_weeks: bool,
    /// The figures.
    pub table: FigureTable,
}

/// A place in a drawing and what is known there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigurePoint {
    /// Left, top, width and height of what a cursor marks, as percentages of the drawing.
    pub place: [f64; 4],
    /// `Sat 14:30`.
    pub when: String,
    /// `about 94 ng/mL (52 to 170)`.
    pub said: String,
    /// The day, `2026-02-03`, if it is one.
    pub day: Option<String>,
}

/// The figures of a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureTable {
    /// One for each column.
    pub heading: Vec<String>,
    /// As many cells each.
    pub rows: Vec<Vec<String>>,
}

impl Figure {
    /// Draws `spec`, `width` pixels wide. `id` is unique on the page.
    pub(crate) fn of(voice: &Voice, spec: &Spec, width: u16, id: &str) -> Self {
        Self::worded(voice, spec, width, id, |_| None)
    }

    /// [`Self::of`], its days in the words that the rest of the screen has for them.
    pub(crate) fn worded(
        voice: &Voice,
        spec: &Spec,
        width: u16,
        id: &str,
        say: impl Fn(Date) -> Option<String>,
    ) -> Self {
        let options = svg::Options::page(width, id);
        let scene = svg::scene(spec, &options);
        let readable = read(spec, &options, &voice.words);
        let point = |point: ReadPoint| {
            let area = point.area;
            let percent = |pixels: f64, of: f64| (pixels / of * 1e5).round() / 1e3;
            FigurePoint {
                place: [
                    percent(area.left, scene.width),
                    percent(area.top, scene.height),
                    percent(area.right - area.left, scene.width),
                    percent(area.bottom - area.top, scene.height),
                ],
                said: point.day.and_then(&say).unwrap_or(point.said),
                when: point.when,
                day: point.day.map(|day| day.to_string()),
            }
        };
        Self {
            id: id.to_owned(),
            svg: svg::draw(spec, &options),
            width,
            start: readable.start,
            points: readable.points.into_iter().map(point).collect(),
            is_weeks: readable.lie == Lie::InWeeks,
            table: FigureTable {
                heading: readable.table.heading,
                rows: readable.table.rows,
            },
            title: scene.title,
            description: scene.description,
        }
    }
}
