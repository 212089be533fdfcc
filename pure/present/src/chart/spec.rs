//! What a chart shows, in the units of the data: grams, scores, milliseconds since 1970 UTC. Nothing about pixels.
//!
//! These are plain values that compare and clone. Words arrive ready to show, in the language of the rest of the screen;
//! words a person wrote may be passed as they are, every renderer makes them harmless.
//!
//! A value that is `None` or not finite is missing, and missing is drawn as a gap.

use jiff::civil::Date;

use super::clock::LocalClock;
use crate::number::{HourStyle, Language};

/// Anything that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Spec {
    /// Panels over one time axis.
    Chart(Chart),
    /// A year or less as a calendar of days.
    Calendar(Calendar),
}

/// One or more panels, one above the other, over one time axis.
///
/// A forecast with two bands and its peak:
///
/// ```
/// use ebb_present::chart::spec::*;
/// use ebb_present::chart::{LocalClock, svg, term};
/// use ebb_present::number::{HourStyle, Language};
/// const HOUR: i64 = 3_600_000;
/// let points = (0..=28 * 4).map(|step| {
///     let day = f64::from(step) / 4.0;
///     let middle = 30.0 * day / 2.0 * (1.0 - day / 2.0).exp();
///     BandPoint::new(i64::from(step) * 6 * HOUR, middle, &[(middle * 0.5, middle * 1.6), (middle * 0.8, middle * 1.2)])
/// });
/// let chart = Chart {
///     title: "If you stopped now".into(),
///     description: "Hardest around day 2.".into(),
///     time: TimeAxis {
///         from_ms: 0,
///         to_ms: 28 * 24 * HOUR,
///         labels: TimeLabels::DaysSince { origin_ms: 0 },
///         title: Some("days after the last dose".into()),
///         clock: LocalClock::utc(),
///         hours: HourStyle::TwentyFour,
///     },
///     panels: vec![Panel {
///         heading: "discomfort".into(),
///         measure: Measure::new("of 64", 1.0),
///         height: 1.0,
///         scale: ValueScale::FromZero { at_least: 10.0 },
///         series: vec![Series::Band(Band {
///             name: "forecast".into(),
///             points: points.collect(),
///             labels: vec!["8 in 10".into(), "5 in 10".into()],
///             middle_label: Some("likely".into()),
///             water: Water::None,
///         })],
///         references: vec![],
///         notes: vec![Note { at_ms: 48 * HOUR, span_ms: None, value: 30.0, label: "hardest".into() }],
///     }],
///     now: None,
///     shades: vec![],
///     language: Language::English,
/// };
/// let spec = Spec::Chart(chart);
/// assert!(svg::draw(&spec, &svg::Options::page(360, "forecast")).starts_with("<svg"));
/// assert!(term::draw(&spec, &term::Options::plain(80)).contains("hardest"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What the chart shows.
    pub title: String,
    /// What a person who cannot see it needs to hear: the figures that matter.
    pub description: String,
    /// The time axis all panels share.
    pub time: TimeAxis,
    /// From top to bottom.
    pub panels: Vec<Panel>,
    /// The line that parts what was from what may come.
    pub now: Option<Moment>,
    /// Times that are different: asleep, without entries, forecast.
    pub shades: Vec<Shade>,
    /// For the figures and dates on the axes.
    pub language: Language,
}

/// The time axis of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeAxis {
    /// Left end, ms since 1970 UTC.
    pub from_ms: i64,
    /// Right end, ms since 1970 UTC.
    pub to_ms: i64,
    /// What the labels count.
    pub labels: TimeLabels,
    /// Said once under the axis.
    pub title: Option<String>,
    /// Where local midnights are.
    pub clock: LocalClock,
    /// How hours are written.
    pub hours: HourStyle,
}

/// What the labels of a time axis count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLabels {
    /// Dates and hours on the person's clock.
    Calendar,
    /// Days, or hours on a short axis, counted from an instant (ms since 1970 UTC).
    DaysSince {
        /// Where counting begins.
        origin_ms: i64,
    },
}

/// One plot with its own value axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What the value axis measures, with its unit; stands above the plot.
    pub heading: String,
    /// How a single value is said.
    pub measure: Measure,
    /// Height against the other panels; 1 is usual.
    pub height: f64,
    /// How values become heights.
    pub scale: ValueScale,
    /// Drawn in this order, the last on top.
    pub series: Vec<Series>,
    /// Lines across, such as a limit.
    pub references: Vec<Reference>,
    /// Points that are named in the picture, such as a peak.
    pub notes: Vec<Note>,
}

/// How a single value of a panel is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// What stands behind the figure: `ng/mL`, `of 64`. Empty for a bare figure.
    pub unit: String,
    /// The finest step of an estimate that means anything; 0 if every digit may.
    pub step: f64,
}

impl Measure {
    /// Bare figures.
    #[must_use]
    pub fn plain() -> Self {
        Self::new("", 0.0)
    }

    /// With a unit and a finest step.
    #[must_use]
    pub fn new(unit: &str, step: f64) -> Self {
        Self {
            unit: unit.to_owned(),
            step,
        }
    }
}

/// How values become heights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueScale {
    /// From zero (or the lowest value, if below zero) up to the highest, and at least to `at_least`.
    FromZero {
        /// A highest value the axis always reaches, so that little does not look like much. 0 if there is none.
        at_least: f64,
    },
    /// From a fixed lowest to a fixed highest value, such as a questionnaire's. Values outside are drawn at the edge.
    Between {
        /// Value at the bottom.
        low: f64,
        /// Value at the top.
        high: f64,
    },
    /// Equal ratios are equal heights. Values at or below zero are missing.
    Log,
}

/// Something drawn in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Series {
    /// A thin line through values.
    Line(Line),
    /// Nested ranges around a middle line.
    Band(Band),
    /// One bar for each span of time.
    Bars(Bars),
    /// One dot for each span of time.
    Dots(Bars),
    /// A staircase that holds each value until the next, such as a plan.
    Steps(Line),
    /// Marks along the foot of the panel, such as doses.
    Marks(Marks),
}

/// A line through values.
///
/// As steps, the plan of a taper:
///
/// ```
/// use ebb_present::chart::spec::*;
/// const WEEK: i64 = 7 * 86_400_000;
/// let grams = [6.0, 5.4, 4.9, 4.4];
/// let plan = Series::Steps(Line {
///     name: "plan".into(),
///     points: (0..).zip(grams).map(|(week, grams)| Point { at_ms: week * WEEK, value: Some(grams) }).collect(),
///     label: Some("plan".into()),
/// });
/// assert!(matches!(plan, Series::Steps(line) if line.points.len() == 4));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is, for those who hear it.
    pub name: String,
    /// In order of time. A missing value parts the line.
    pub points: Vec<Point>,
    /// Written at the right end of the line.
    pub label: Option<String>,
}

/// A value at an instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// ms since 1970 UTC.
    pub at_ms: i64,
    /// `None` is missing.
    pub value: Option<f64>,
}

/// Nested ranges over time with a middle.
///
/// Tolerance over ten weeks, of which the fourth is unknown:
///
/// ```
/// use ebb_present::chart::spec::*;
/// const WEEK: i64 = 7 * 86_400_000;
/// let tolerance = Band {
///     name: "tolerance".into(),
///     points: (0..10)
///         .map(|week| match week {
///             3 => BandPoint::gap(week * WEEK),
///             _ => BandPoint::new(week * WEEK, 1.6, &[(1.1, 2.4), (1.3, 1.9)]),
///         })
///         .collect(),
///     labels: vec!["8 in 10".into(), "5 in 10".into()],
///     middle_label: Some("likely".into()),
///     water: Water::None,
/// };
/// assert_eq!(tolerance.points[3].middle, None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What it is, for those who hear it.
    pub name: String,
    /// In order of time. A point without a middle or ranges parts the band.
    pub points: Vec<BandPoint>,
    /// One label for each range, widest first, written at the right end.
    pub labels: Vec<String>,
    /// Written at the right end of the middle line.
    pub middle_label: Option<String>,
    /// Whether the space under the middle line is filled.
    pub water: Water,
}

/// Whether the space under a middle line is filled, as water stands at a height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Water {
    /// Only the line and its bands.
    None,
    /// Filled up to the now line, or to the end without one.
    UpToNow,
}

/// The ranges at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct BandPoint {
    /// ms since 1970 UTC.
    pub at_ms: i64,
    /// The middle of the ranges; `None` is missing.
    pub middle: Option<f64>,
    /// (lowest, highest) of each range, widest first.
    pub ranges: Vec<(f64, f64)>,
}

impl BandPoint {
    /// A point with its middle and its ranges, widest first.
    #[must_use]
    pub fn new(at_ms: i64, middle: f64, ranges: &[(f64, f64)]) -> Self {
        Self {
            at_ms,
            middle: Some(middle),
            ranges: ranges.to_vec(),
        }
    }

    /// A point at which nothing is known.
    #[must_use]
    pub fn gap(at_ms: i64) -> Self {
        Self {
            at_ms,
            middle: None,
            ranges: Vec::new(),
        }
    }
}

/// One value for each span of time, such as grams for each day.
///
/// ```
/// use ebb_present::chart::spec::*;
/// const DAY: i64 = 86_400_000;
/// let week = [Amount::Known(6.0), Amount::AtLeast(4.5), Amount::Unknown, Amount::NoEntry, Amount::Zero];
/// let bars = Bars {
///     name: "grams".into(),
///     bars: (0..).zip(week).map(|(day, amount)| Bar { from_ms: day * DAY, to_ms: (day + 1) * DAY, amount }).collect(),
///     states: StateNames::english(),
/// };
/// assert_eq!(bars.bars.len(), 5);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What it is, for those who hear it.
    pub name: String,
    /// In order of time.
    pub bars: Vec<Bar>,
    /// How the states that are not plain amounts are called in the key.
    pub states: StateNames,
}

/// A span of time and its amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Begin, ms since 1970 UTC.
    pub from_ms: i64,
    /// End, ms since 1970 UTC.
    pub to_ms: i64,
    /// What is known about it.
    pub amount: Amount,
}

/// What is known about a span of time. The five look different everywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// Nothing was written down. Not the same as none taken.
    NoEntry,
    /// Something was taken; how much is unknown.
    Unknown,
    /// The person noted that none was taken.
    Zero,
    /// This much and something of unknown amount.
    AtLeast(f64),
    /// This much.
    Known(f64),
}

impl Amount {
    /// The figure, if there is one. Not finite or negative figures are none.
    #[must_use]
    pub fn figure(self) -> Option<f64> {
        match self {
            Self::Known(value) | Self::AtLeast(value) => Some(value).filter(|value| value.is_finite() && *value >= 0.0),
            Self::Zero => Some(0.0),
            Self::NoEntry | Self::Unknown => None,
        }
    }

    /// The same, with an impossible figure called what it is: unknown.
    pub(crate) fn sane(self) -> Self {
        match self {
            Self::Known(_) | Self::AtLeast(_) if self.figure().is_none() => Self::Unknown,
            other => other,
        }
    }
}

/// How the states of a day are called in a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateNames {
    /// For [`Amount::NoEntry`].
    pub no_entry: String,
    /// For [`Amount::Unknown`].
    pub unknown: String,
    /// For [`Amount::Zero`].
    pub zero: String,
    /// For [`Amount::AtLeast`].
    pub at_least: String,
}

impl StateNames {
    /// The names in a language's own words.
    #[must_use]
    pub fn from_words(words: &crate::words::Words) -> Self {
        Self {
            no_entry: words.no_entries(),
            unknown: words.unknown_amount(),
            zero: words.declared_zero(),
            at_least: words.at_least(),
        }
    }

    /// The names in English, for examples and tests.
    #[must_use]
    pub fn english() -> Self {
        Self::from_words(&crate::words::Words::new(
            Language::English,
            crate::words::Surface::Terminal,
        ))
    }
}

/// Marks along the foot of a panel.
///
/// The doses under a level, one of them of unknown amount:
///
/// ```
/// use ebb_present::chart::spec::*;
/// const HOUR: i64 = 3_600_000;
/// let doses = Marks {
///     name: "dose".into(),
///     hollow_name: "dose, amount unknown".into(),
///     marks: vec![
///         Mark { at_ms: 8 * HOUR, fill: MarkFill::Full, label: "2.25 g".into() },
///         Mark { at_ms: 13 * HOUR, fill: MarkFill::Hollow, label: "unknown amount".into() },
///     ],
/// };
/// assert_eq!(doses.marks.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    /// What they are, for the key and for those who hear it.
    pub name: String,
    /// What the hollow ones are.
    pub hollow_name: String,
    /// In order of time.
    pub marks: Vec<Mark>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// ms since 1970 UTC.
    pub at_ms: i64,
    /// Full for a known amount, hollow for an unknown one.
    pub fill: MarkFill,
    /// Told when a person points at it.
    pub label: String,
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkFill {
    /// A full drop.
    Full,
    /// The outline of a drop.
    Hollow,
}

/// A line across a panel at a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where on the value axis.
    pub value: f64,
    /// What it is.
    pub label: String,
}

/// A named point in a panel, with the time it may lie in.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// ms since 1970 UTC.
    pub at_ms: i64,
    /// Earliest and latest, ms since 1970 UTC.
    pub span_ms: Option<(i64, i64)>,
    /// Where on the value axis.
    pub value: f64,
    /// What it is.
    pub label: String,
}

/// A named instant on the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// ms since 1970 UTC.
    pub at_ms: i64,
    /// What it is.
    pub label: String,
}

/// A span of time that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shade {
    /// Begin, ms since 1970 UTC.
    pub from_ms: i64,
    /// End, ms since 1970 UTC.
    pub to_ms: i64,
    /// In which way.
    pub kind: ShadeKind,
    /// What it is.
    pub label: String,
}

/// In which way a span of time is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShadeKind {
    /// Nothing was written down: slanted lines.
    NoEntries,
    /// Something is unknown: small waves.
    Unknown,
    /// Asleep: a plain tint.
    Asleep,
}

/// Days as squares, a column for each week.
///
/// ```
/// use ebb_present::chart::spec::*;
/// use ebb_present::chart::{svg, term};
/// use ebb_present::number::Language;
/// use jiff::civil::date;
/// let calendar = Calendar {
///     title: "The year, day by day".into(),
///     description: "Two days with an entry.".into(),
///     from: date(2026, 1, 1),
///     to: date(2026, 12, 31),
///     days: vec![
///         CalendarDay { date: date(2026, 2, 3), amount: Amount::Known(4.5) },
///         CalendarDay { date: date(2026, 2, 4), amount: Amount::Zero },
///     ],
///     unit: "g".into(),
///     states: StateNames::english(),
///     language: Language::English,
/// };
/// let spec = Spec::Calendar(calendar);
/// assert!(svg::draw(&spec, &svg::Options::page(900, "year")).contains("Feb 3"));
/// assert!(term::draw(&spec, &term::Options::plain(120)).contains("Feb"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// What it shows.
    pub title: String,
    /// What a person who cannot see it needs to hear.
    pub description: String,
    /// First day.
    pub from: Date,
    /// Last day; at most two years after the first are drawn.
    pub to: Date,
    /// Days that have something to show. A day that is not here has no entry.
    pub days: Vec<CalendarDay>,
    /// Unit of the amounts.
    pub unit: String,
    /// How the states are called in the key.
    pub states: StateNames,
    /// For the names of months and weekdays.
    pub language: Language,
}

/// A day and its amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalendarDay {
    /// The local day.
    pub date: Date,
    /// What is known about it.
    pub amount: Amount,
}
