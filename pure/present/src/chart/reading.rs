//! What a picture says at each place: for a finger, a pointer or arrow keys that go over it, and as a table of figures.
//!
//! The places are those of the drawing, because both come from the same scale; the values are those of the spec. It must
//! never say more than the spec holds: what is missing is said to be missing, and a range stands beside every estimate.

use jiff::civil::Date;

use super::scene::Bounds;
use super::spec::{Calendar, Spec};
use super::{harmless::harmless, heat, svg};
use crate::number::{HourStyle, Numbers};
use crate::words::Words;

mod points;
mod table;

/// A picture's points and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Readable {
    /// In the order in which arrow keys go from one to the next: time.
    pub points: Vec<ReadPoint>,
    /// The point at which reading begins: now, or the newest.
    pub start: usize,
    /// How the points lie, which decides where the arrow keys go.
    pub lie: Lie,
    /// The figures.
    pub table: Table,
}

/// How the points of a picture lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// Side by side.
    InARow,
    /// In columns of a week each, a day below the other.
    InWeeks,
}

/// A place in a picture and what is known there.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadPoint {
    /// What a cursor marks, in pixels of the drawing: a day's square, or an upright line without a width.
    pub area: Bounds,
    /// When it is: `Sat 14:30`, `Mon Jan 26`.
    pub when: String,
    /// What is known: `about 94 ng/mL (52 to 170)`.
    pub said: String,
    /// The same, each panel for itself.
    pub values: Vec<ReadValue>,
    /// The day, if the point is a day as a whole.
    pub day: Option<Date>,
}

/// What a panel says at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadValue {
    /// Which panel, from the top.
    pub panel: usize,
    /// In words, with its unit.
    pub said: String,
    /// The figure alone, or the word for what is not known.
    pub figure: String,
    /// The widest range, if there is one.
    pub range: Option<String>,
}

/// The figures of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// One for each column.
    pub heading: Vec<String>,
    /// In order of time; as many cells each as the heading has.
    pub rows: Vec<Vec<String>>,
}

/// Reads a picture as `svg::draw` draws it with these options.
///
/// ```
/// use ebb_present::chart::spec::*;
/// use ebb_present::chart::{read, svg};
/// use ebb_present::number::Language;
/// use ebb_present::words::{Surface, Words};
/// use jiff::civil::date;
/// let spec = Spec::Calendar(Calendar {
///     title: "The year, day by day".into(),
///     description: "One day with an entry.".into(),
///     from: date(2026, 2, 2),
///     to: date(2026, 2, 8),
///     days: vec![CalendarDay { date: date(2026, 2, 3), amount: Amount::Known(4.5) }],
///     unit: "g".into(),
///     states: StateNames::english(),
///     language: Language::English,
/// });
/// let words = Words::new(Language::English, Surface::Terminal);
/// let readable = read(&spec, &svg::Options::page(360, "year"), &words);
/// assert_eq!(readable.points[1].when, "Tue Feb 3");
/// assert_eq!(readable.points[1].said, "4.5 g");
/// assert_eq!(readable.points[2].said, "no entries");
/// ```
#[must_use]
pub fn read(spec: &Spec, options: &svg::Options, words: &Words) -> Readable {
    let width = options.drawn_width();
    match harmless(spec) {
        Spec::Chart(chart) => points::chart(&chart, width, options.heading, words),
        Spec::Calendar(calendar) => days(&calendar, width, options.heading, words),
    }
}

fn days(calendar: &Calendar, width: f64, heading: svg::Heading, words: &Words) -> Readable {
    let numbers = Numbers::new(calendar.language, HourStyle::TwentyFour);
    let days = heat::Days::of(calendar);
    let points: Vec<ReadPoint> = days
        .days
        .iter()
        .zip(heat::squares(calendar, &days, width, heading))
        .map(|(day, area)| {
            let said = heat::day_said(day.amount, calendar, numbers);
            let short = numbers.date_with_weekday(day.date);
            ReadPoint {
                area,
                when: if day.date.year() == days.to.year() {
                    short
                } else {
                    format!("{short}, {}", day.date.year())
                },
                values: vec![ReadValue {
                    panel: 0,
                    said: said.clone(),
                    figure: said.clone(),
                    range: None,
                }],
                said,
                day: Some(day.date),
            }
        })
        .collect();
    Readable {
        start: points.len().saturating_sub(1),
        points,
        lie: Lie::InWeeks,
        table: table::weeks(calendar, &days, numbers, words),
    }
}
