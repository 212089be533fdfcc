//! The charts of Ebb, ready made: data in, a [`Spec`] with its words out.
//!
//! One function per chart. Each takes the data of its chart as one plain struct and says everything else in the language
//! of [`Setting::words`]. Nothing is computed here: what the caller did not know stays a gap.

use jiff::civil::Date;

use super::LocalClock;
use super::spec::{
    Amount, Band, BandPoint, Bar, Bars, Calendar, CalendarDay, Chart, Line, Mark, Marks, Moment, Note, Panel, Point,
    Reference, Series, Shade, ShadeKind, Spec, StateNames, TimeAxis, TimeLabels, ValueScale, Water,
};
use crate::number::HourStyle;
use crate::words::Words;

/// What all charts of a screen share.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Titles and labels.
    pub words: Words,
    /// Where local midnights are.
    pub clock: LocalClock,
    /// How hours are written.
    pub hours: HourStyle,
}

/// The estimated level over the last days and the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Begin and end of the axis, ms since 1970 UTC.
    pub span_ms: (i64, i64),
    /// Where the estimate becomes a forecast, ms since 1970 UTC.
    pub now_ms: i64,
    /// Level in ng/mL with its 80 % and 50 % ranges, in this order.
    pub points: Vec<BandPoint>,
    /// The doses that were logged.
    pub doses: Vec<Mark>,
    /// Times without entries, ms since 1970 UTC.
    pub without_entries_ms: Vec<(i64, i64)>,
}

/// Grams of each day and, apart from them, doses of each day.
#[derive(Clone, Debug, PartialEq)]
pub struct Daily {
    /// In order.
    pub days: Vec<DailyRow>,
    /// The person's own limit, grams per day.
    pub limit_grams: Option<f64>,
    /// The person's own limit, doses per day.
    pub limit_doses: Option<f64>,
}

/// One local day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DailyRow {
    /// Begin of the person's day, ms since 1970 UTC.
    pub from_ms: i64,
    /// Begin of the next, ms since 1970 UTC.
    pub to_ms: i64,
    /// Grams.
    pub grams: Amount,
    /// Number of doses.
    pub doses: Amount,
}

/// Estimated tolerance over the last weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Tolerance {
    /// Begin and end of the axis, ms since 1970 UTC.
    pub span_ms: (i64, i64),
    /// Where the estimate becomes a forecast, ms since 1970 UTC.
    pub now_ms: i64,
    /// Tolerance with its 80 % and 50 % ranges, in this order.
    pub points: Vec<BandPoint>,
    /// The highest tolerance the scale knows.
    pub highest: f64,
    /// Times without entries, ms since 1970 UTC.
    pub without_entries_ms: Vec<(i64, i64)>,
}

/// What stopping now may feel like.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawal {
    /// The last dose, ms since 1970 UTC: day 0.
    pub last_dose_ms: i64,
    /// End of the axis, ms since 1970 UTC; at most 28 days later.
    pub to_ms: i64,
    /// Discomfort score with its 80 % and 50 % ranges, in this order.
    pub points: Vec<BandPoint>,
    /// A score the axis always reaches, so that a mild forecast does not look like a hard one.
    pub at_least: f64,
    /// When first signs are expected.
    pub onset: Option<Expected>,
    /// When it is expected to be hardest.
    pub peak: Option<Expected>,
}

/// Something expected at a time, with the range the time may lie in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Most likely time, ms since 1970 UTC.
    pub at_ms: i64,
    /// Earliest and latest, ms since 1970 UTC.
    pub range_ms: (i64, i64),
    /// Score at that time.
    pub score: f64,
}

/// A plan and what was logged since it began.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Begin and end of the axis, ms since 1970 UTC.
    pub span_ms: (i64, i64),
    /// Now, ms since 1970 UTC.
    pub now_ms: i64,
    /// Grams per day from each instant on; the last one ends the plan.
    pub steps: Vec<Point>,
    /// Grams of each day.
    pub taken: Vec<Bar>,
}

/// Amounts of many days as a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Days with something to show; all others have no entry.
    pub days: Vec<CalendarDay>,
}

impl Setting {
    /// The level in the body with its ranges and the doses below.
    ///
    /// ```
    /// use ebb_present::chart::recipe::{Level, Setting};
    /// use ebb_present::chart::spec::BandPoint;
    /// use ebb_present::chart::{LocalClock, svg};
    /// use ebb_present::number::{HourStyle, Language};
    /// use ebb_present::words::{Surface, Words};
    /// let words = Words::new(Language::English, Surface::Page);
    /// let setting = Setting { words, clock: LocalClock::utc(), hours: HourStyle::TwentyFour };
    /// let hour = 3_600_000;
    /// let points = (0..72).map(|step| BandPoint::new(step * hour, 20.0, &[(10.0, 40.0), (15.0, 27.0)])).collect();
    /// let level = Level { span_ms: (0, 72 * hour), now_ms: 48 * hour, points, doses: vec![], without_entries_ms: vec![] };
    /// let spec = setting.level("Now about 20 ng/mL.", level);
    /// assert!(svg::draw(&spec, &svg::Options::page(360, "level")).contains("Now about 20 ng/mL."));
    /// ```
    #[must_use]
    pub fn level(&self, description: &str, level: Level) -> Spec {
        let words = &self.words;
        let marks = Marks {
            name: words.chart_dose_known(),
            hollow_name: words.chart_dose_unknown(),
            marks: level.doses,
        };
        let band = self.band(words.chart_level_title(), level.points, Water::UpToNow);
        let scale = ValueScale::FromZero { at_least: 0.0 };
        self.chart(ChartParts {
            title: words.chart_level_title(),
            description,
            time: self.axis(level.span_ms, TimeLabels::Calendar, None),
            panels: vec![panel(words.chart_level_unit(), scale, vec![band, Series::Marks(marks)])],
            now_ms: Some(level.now_ms),
            without_entries_ms: &level.without_entries_ms,
        })
    }

    /// Grams per day as bars and, below, doses per day as dots.
    ///
    /// ```
    /// use ebb_present::chart::recipe::{Daily, DailyRow, Setting};
    /// use ebb_present::chart::spec::Amount;
    /// use ebb_present::chart::{LocalClock, term};
    /// use ebb_present::number::{HourStyle, Language};
    /// use ebb_present::words::{Surface, Words};
    /// let words = Words::new(Language::English, Surface::Terminal);
    /// let setting = Setting { words, clock: LocalClock::utc(), hours: HourStyle::TwentyFour };
    /// let day = 86_400_000;
    /// let row = |n: i64, grams, doses| DailyRow { from_ms: n * day, to_ms: (n + 1) * day, grams, doses };
    /// let days = vec![
    ///     row(0, Amount::Known(6.0), Amount::Known(3.0)),
    ///     row(1, Amount::NoEntry, Amount::NoEntry),
    ///     row(2, Amount::AtLeast(2.5), Amount::Known(2.0)),
    /// ];
    /// let spec = setting.daily("Three days.", Daily { days, limit_grams: Some(5.0), limit_doses: None });
    /// let drawn = term::draw(&spec, &term::Options::plain(60));
    /// assert!(drawn.contains("your limit") && drawn.contains("no entries") && drawn.contains("at least"));
    /// ```
    #[must_use]
    pub fn daily(&self, description: &str, daily: Daily) -> Spec {
        let words = &self.words;
        let span_ms = match (daily.days.first(), daily.days.last()) {
            (Some(first), Some(last)) => (first.from_ms, last.to_ms),
            _ => (0, 0),
        };
        let bars = |name: String, amount_of: fn(&DailyRow) -> Amount| Bars {
            name,
            bars: daily
                .days
                .iter()
                .map(|row| Bar {
                    from_ms: row.from_ms,
                    to_ms: row.to_ms,
                    amount: amount_of(row),
                })
                .collect(),
            states: StateNames::from_words(words),
        };
        let scale = ValueScale::FromZero { at_least: 0.0 };
        let grams = Series::Bars(bars(words.chart_grams_unit(), |row| row.grams));
        let doses = Series::Dots(bars(words.chart_doses_unit(), |row| row.doses));
        let mut grams_panel = panel(words.chart_grams_unit(), scale, vec![grams]);
        let mut doses_panel = panel(words.chart_doses_unit(), scale, vec![doses]);
        grams_panel.references = self.limit(daily.limit_grams);
        doses_panel.references = self.limit(daily.limit_doses);
        (grams_panel.height, doses_panel.height) = (0.9, 0.5);
        self.chart(ChartParts {
            title: words.chart_daily_title(),
            description,
            time: self.axis(span_ms, TimeLabels::Calendar, None),
            panels: vec![grams_panel, doses_panel],
            now_ms: None,
            without_entries_ms: &[],
        })
    }

    /// Tolerance with its ranges.
    ///
    /// ```
    /// use ebb_present::chart::recipe::{Setting, Tolerance};
    /// use ebb_present::chart::spec::BandPoint;
    /// use ebb_present::chart::{LocalClock, term};
    /// use ebb_present::number::{HourStyle, Language};
    /// use ebb_present::words::{Surface, Words};
    /// let words = Words::new(Language::English, Surface::Terminal);
    /// let setting = Setting { words, clock: LocalClock::utc(), hours: HourStyle::TwentyFour };
    /// let day = 86_400_000;
    /// let points = (0..60).map(|n| BandPoint::new(n * day, 40.0, &[(20.0, 60.0), (30.0, 50.0)])).collect();
    /// let tolerance =
    ///     Tolerance { span_ms: (0, 60 * day), now_ms: 50 * day, points, highest: 100.0, without_entries_ms: vec![] };
    /// let drawn = term::draw(&setting.tolerance("About 40 of 100.", tolerance), &term::Options::plain(60));
    /// assert!(drawn.contains("Tolerance") && drawn.contains("8 in 10"));
    /// ```
    #[must_use]
    pub fn tolerance(&self, description: &str, tolerance: Tolerance) -> Spec {
        let words = &self.words;
        let band = self.band(words.chart_tolerance_title(), tolerance.points, Water::None);
        let scale = ValueScale::Between {
            low: 0.0,
            high: tolerance.highest,
        };
        self.chart(ChartParts {
            title: words.chart_tolerance_title(),
            description,
            time: self.axis(tolerance.span_ms, TimeLabels::Calendar, None),
            panels: vec![panel(words.chart_tolerance_unit(), scale, vec![band])],
            now_ms: Some(tolerance.now_ms),
            without_entries_ms: &tolerance.without_entries_ms,
        })
    }

    /// The forecast "if you stopped now", in days after the last dose, with first signs and the hardest time named.
    ///
    /// ```
    /// use ebb_present::chart::recipe::{Expected, Setting, Withdrawal};
    /// use ebb_present::chart::spec::BandPoint;
    /// use ebb_present::chart::{LocalClock, svg};
    /// use ebb_present::number::{HourStyle, Language};
    /// use ebb_present::words::{Surface, Words};
    /// let words = Words::new(Language::English, Surface::Page);
    /// let setting = Setting { words, clock: LocalClock::utc(), hours: HourStyle::TwentyFour };
    /// let day = 86_400_000;
    /// let score = |n: i64| if n < 2 { 12.0 * n as f64 } else { 24.0 / (n - 1) as f64 };
    /// let points = (0..15).map(|n| BandPoint::new(n * day, score(n), &[(0.0, score(n) * 2.0)])).collect();
    /// let withdrawal = Withdrawal {
    ///     last_dose_ms: 0,
    ///     to_ms: 14 * day,
    ///     points,
    ///     at_least: 20.0,
    ///     onset: None,
    ///     peak: Some(Expected { at_ms: 2 * day, range_ms: (day, 3 * day), score: 24.0 }),
    /// };
    /// let spec = setting.withdrawal("Hardest around day 2.", withdrawal);
    /// assert!(svg::draw(&spec, &svg::Options::page(360, "stop")).contains("hardest"));
    /// ```
    #[must_use]
    pub fn withdrawal(&self, description: &str, withdrawal: Withdrawal) -> Spec {
        let words = &self.words;
        let note = |expected: Option<Expected>, label: String| {
            expected.map(|expected| Note {
                at_ms: expected.at_ms,
                span_ms: Some(expected.range_ms),
                value: expected.score,
                label,
            })
        };
        let band = self.band(words.chart_withdrawal_title(), withdrawal.points, Water::None);
        let scale = ValueScale::FromZero {
            at_least: withdrawal.at_least,
        };
        let mut forecast = panel(words.chart_withdrawal_unit(), scale, vec![band]);
        let notes = [
            note(withdrawal.onset, words.chart_onset()),
            note(withdrawal.peak, words.chart_peak()),
        ];
        forecast.notes = notes.into_iter().flatten().collect();
        forecast.height = 1.1;
        let to_ms = withdrawal
            .to_ms
            .min(withdrawal.last_dose_ms.saturating_add(LONGEST_FORECAST_MS));
        let labels = TimeLabels::DaysSince {
            origin_ms: withdrawal.last_dose_ms,
        };
        self.chart(ChartParts {
            title: words.chart_withdrawal_title(),
            description,
            time: self.axis(
                (withdrawal.last_dose_ms, to_ms),
                labels,
                Some(words.chart_withdrawal_axis()),
            ),
            panels: vec![forecast],
            now_ms: None,
            without_entries_ms: &[],
        })
    }

    /// A plan as a staircase over the days that were logged.
    ///
    /// ```
    /// use ebb_present::chart::recipe::{Plan, Setting};
    /// use ebb_present::chart::spec::{Amount, Bar, Point};
    /// use ebb_present::chart::{LocalClock, term};
    /// use ebb_present::number::{HourStyle, Language};
    /// use ebb_present::words::{Surface, Words};
    /// let words = Words::new(Language::English, Surface::Terminal);
    /// let setting = Setting { words, clock: LocalClock::utc(), hours: HourStyle::TwentyFour };
    /// let day = 86_400_000;
    /// let step = |n: i64, grams| Point { at_ms: n * day, value: Some(grams) };
    /// let plan = Plan {
    ///     span_ms: (0, 21 * day),
    ///     now_ms: day,
    ///     steps: vec![step(0, 6.0), step(7, 5.4), step(14, 4.9), step(21, 4.4)],
    ///     taken: vec![Bar { from_ms: 0, to_ms: day, amount: Amount::Known(5.5) }],
    /// };
    /// assert!(term::draw(&setting.plan("To 4.4 g.", plan), &term::Options::plain(60)).contains("plan"));
    /// ```
    #[must_use]
    pub fn plan(&self, description: &str, plan: Plan) -> Spec {
        let words = &self.words;
        let taken = Bars {
            name: words.chart_grams_unit(),
            bars: plan.taken,
            states: StateNames::from_words(words),
        };
        let steps = Line {
            name: words.chart_plan_line(),
            points: plan.steps,
            label: Some(words.chart_plan_line()),
        };
        let scale = ValueScale::FromZero { at_least: 0.0 };
        let series = vec![Series::Bars(taken), Series::Steps(steps)];
        self.chart(ChartParts {
            title: words.chart_plan_title(),
            description,
            time: self.axis(plan.span_ms, TimeLabels::Calendar, None),
            panels: vec![panel(words.chart_grams_unit(), scale, series)],
            now_ms: Some(plan.now_ms),
            without_entries_ms: &[],
        })
    }

    /// A calendar of the grams of each day. See [`Calendar`] for an example.
    #[must_use]
    pub fn year(&self, description: &str, year: Year) -> Spec {
        Spec::Calendar(Calendar {
            title: self.words.chart_year_title(),
            description: description.to_owned(),
            from: year.from,
            to: year.to,
            days: year.days,
            unit: self.words.chart_year_unit(),
            states: StateNames::from_words(&self.words),
            language: self.words.language(),
        })
    }

    fn chart(&self, parts: ChartParts<'_>) -> Spec {
        let shades = parts.without_entries_ms.iter().map(|(from_ms, to_ms)| Shade {
            from_ms: *from_ms,
            to_ms: *to_ms,
            kind: ShadeKind::NoEntries,
            label: self.words.no_entries(),
        });
        Spec::Chart(Chart {
            title: parts.title,
            description: parts.description.to_owned(),
            time: parts.time,
            panels: parts.panels,
            now: parts.now_ms.map(|at_ms| Moment {
                at_ms,
                label: self.words.now(),
            }),
            shades: shades.collect(),
            language: self.words.language(),
        })
    }

    fn axis(&self, (from_ms, to_ms): (i64, i64), labels: TimeLabels, title: Option<String>) -> TimeAxis {
        TimeAxis {
            from_ms,
            to_ms,
            labels,
            title,
            clock: self.clock.clone(),
            hours: self.hours,
        }
    }

    fn band(&self, name: String, points: Vec<BandPoint>, water: Water) -> Series {
        Series::Band(Band {
            name,
            points,
            labels: vec![self.words.chart_band_most(), self.words.chart_band_half()],
            middle_label: Some(self.words.chart_typical()),
            water,
        })
    }

    fn limit(&self, value: Option<f64>) -> Vec<Reference> {
        value
            .map(|value| Reference {
                value,
                label: self.words.chart_limit(),
            })
            .into_iter()
            .collect()
    }
}

/// Forecasts are not drawn beyond four weeks: nothing is known about them there.
const LONGEST_FORECAST_MS: i64 = 28 * 86_400_000;

/// The parts that differ between charts.
struct ChartParts<'a> {
    title: String,
    description: &'a str,
    time: TimeAxis,
    panels: Vec<Panel>,
    now_ms: Option<i64>,
    without_entries_ms: &'a [(i64, i64)],
}

fn panel(heading: String, scale: ValueScale, series: Vec<Series>) -> Panel {
    Panel {
        heading,
        height: 1.0,
        scale,
        series,
        references: Vec::new(),
        notes: Vec::new(),
    }
}
