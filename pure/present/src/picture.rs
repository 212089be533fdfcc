//! Views as pictures: which chart shows which view. The drawing itself is [`crate::chart`]'s.

mod course;
mod score;

pub use course::course;
pub use score::score as past_forecasts;

use crate::chart::LocalClock;
use crate::chart::spec::{
    Amount, Band, BandPoint, Bar, Bars, Calendar, CalendarDay, Chart, Mark, MarkFill, Marks, Measure, Moment, Note,
    Panel, Reference, Series, Shade, ShadeKind, Spec, StateNames, TimeAxis, TimeLabels, ValueScale, Water,
};
use crate::number::{HourStyle, Language};
use crate::screen::Voice;
use crate::screen::forecast::score_range;
use ebb_core::view::Frame;
use ebb_core::view::forecast::{self, ForecastView};
use ebb_core::view::history::{DayRow, DayState};
use ebb_core::view::stretch::Week;
use ebb_core::view::today::{Now, TodayView};
use jiff::civil::Date;

const HOUR_MS: i64 = 3_600_000;

/// The level over the last three days and the next two, with its band and the doses.
#[must_use]
pub fn level(voice: &Voice, frame: &Frame, view: &TodayView, now: &Now) -> Spec {
    let words = &voice.words;
    let band = banded(voice, &now.level, Water::UpToNow, words.chart_level_title());
    let marks = Series::Marks(Marks {
        name: words.chart_dose_known(),
        hollow_name: words.chart_dose_unknown(),
        marks: view
            .dose_marks
            .iter()
            .map(|mark| Mark {
                at_ms: mark.at_ms,
                fill: if mark.is_known {
                    MarkFill::Full
                } else {
                    MarkFill::Hollow
                },
                label: words.chart_dose_known(),
            })
            .collect(),
    });
    let range = voice
        .numbers
        .range(now.level_ng_per_ml.low, now.level_ng_per_ml.high, "ng/mL");
    let doses = words.dose_count(view.dose_marks.len() as u64);
    let span = span(voice, &now.level.at_ms);
    let middle = voice.numbers.amount_estimate(Some(now.level_ng_per_ml.mid), "ng/mL");
    let description = words.chart_level_description(&span, &middle, &range, &doses);
    let panel = panel(
        words.chart_level_unit(),
        Measure::new("ng/mL", 0.1),
        ValueScale::FromZero { at_least: 10.0 },
        vec![band, marks],
    );
    over_now(
        voice,
        frame,
        words.chart_level_title(),
        description,
        &now.level.at_ms,
        vec![panel],
    )
}

/// Tolerance over the same hours.
#[must_use]
pub fn tolerance(voice: &Voice, frame: &Frame, now: &Now) -> Spec {
    let words = &voice.words;
    let band = banded(voice, &now.tolerance, Water::None, words.chart_tolerance_title());
    let mut panel = panel(
        words.chart_tolerance_unit(),
        Measure::new("", 0.1),
        ValueScale::FromZero { at_least: 2.0 },
        vec![band],
    );
    panel.references.push(Reference {
        value: 1.0,
        label: words.chart_tolerance_none(),
    });
    let range = voice.numbers.range(now.potency_shift.low, now.potency_shift.high, "");
    let middle = voice.numbers.amount_estimate(Some(now.potency_shift.mid), "");
    let description = words.chart_tolerance_description(&span(voice, &now.tolerance.at_ms), &middle, &range);
    over_now(
        voice,
        frame,
        words.chart_tolerance_title(),
        description,
        &now.tolerance.at_ms,
        vec![panel],
    )
}

/// Withdrawal if nothing more were taken.
#[must_use]
pub fn withdrawal(voice: &Voice, frame: &Frame, view: &ForecastView) -> Spec {
    let words = &voice.words;
    let at_ms = &view.withdrawal_64.at_ms;
    let origin_ms = view.last_dose.ms();
    let band = banded(voice, &view.withdrawal_64, Water::None, words.chart_forecast());
    let mut panel = panel(
        words.chart_withdrawal_unit(),
        score(voice),
        ValueScale::Between { low: 0.0, high: 64.0 },
        vec![band],
    );
    let after = |hours: f64| origin_ms + hours_ms(hours);
    let value_at = |ms: i64| {
        let at = at_ms.partition_point(|t| *t < ms).min(at_ms.len().saturating_sub(1));
        view.withdrawal_64.band.median.get(at).copied().unwrap_or(0.0)
    };
    let mut notes = vec![(view.peak_h, words.chart_peak())];
    if view.onset_h.share > 0.5 {
        notes.push((view.onset_h.band, words.chart_onset()));
    }
    for (band, label) in notes {
        let at_ms = after(band.mid);
        panel.notes.push(Note {
            at_ms,
            span_ms: Some((after(band.low), after(band.high))),
            value: value_at(at_ms),
            label,
        });
    }
    let numbers = &voice.numbers;
    let onset = numbers.duration_range(view.onset_h.band.low, view.onset_h.band.high);
    let peak = numbers.duration_range(view.peak_h.low, view.peak_h.high);
    let range = score_range(voice, view.peak_64);
    let days = words.day_count(u64::from(view.horizon_days));
    let description = words.chart_withdrawal_description(&days, &onset, &peak, &range);
    let mut spec = over_now(
        voice,
        frame,
        words.chart_withdrawal_title(),
        description,
        at_ms,
        vec![panel],
    );
    if let Spec::Chart(chart) = &mut spec {
        chart.time.labels = TimeLabels::DaysSince { origin_ms };
        chart.time.title = Some(words.chart_withdrawal_axis());
        chart.time.from_ms = origin_ms.min(chart.time.from_ms);
        chart.now = Some(Moment {
            at_ms: frame.now.as_millisecond(),
            label: words.now(),
        });
    }
    spec
}

/// Which of the two daily pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Daily {
    /// Grams as bars.
    Grams,
    /// Doses as dots.
    Doses,
    /// Both, one above the other.
    Both,
}

/// Grams and doses a day, apart.
#[must_use]
pub fn daily(voice: &Voice, frame: &Frame, days: &[DayRow], which: Daily) -> Spec {
    let words = &voice.words;
    let clock = clock(frame, days);
    let bars = |amount: &dyn Fn(&DayRow) -> Amount, name: String| Bars {
        name,
        bars: days
            .iter()
            .map(|row| Bar {
                from_ms: clock.start_of(row.day),
                to_ms: clock.start_of(ebb_core::day::plus(row.day, 1)),
                amount: amount(row),
            })
            .collect(),
        states: StateNames::from_words(words),
    };
    let grams = panel(
        words.chart_grams_unit(),
        Measure::new("g", 0.0),
        ValueScale::FromZero { at_least: 1.0 },
        vec![Series::Bars(bars(&grams_of, words.chart_grams_unit()))],
    );
    let doses = panel(
        words.chart_doses_unit(),
        Measure::plain(),
        ValueScale::FromZero { at_least: 3.0 },
        vec![Series::Dots(bars(&doses_of, words.chart_doses_unit()))],
    );
    let panels = match which {
        Daily::Grams => vec![grams],
        Daily::Doses => vec![doses],
        Daily::Both => vec![grams, doses],
    };
    let title = match which {
        Daily::Grams => words.chart_grams_title(),
        Daily::Doses => words.chart_doses_title(),
        Daily::Both => words.chart_daily_title(),
    };
    over_days(voice, frame, days, title, panels)
}

/// Grams and doses a week, apart, for stretches too long to show day by day.
#[must_use]
pub fn weekly(voice: &Voice, frame: &Frame, weeks: &[Week]) -> Spec {
    let words = &voice.words;
    let days: Vec<DayRow> = weeks.iter().flat_map(|week| week.days.clone()).collect();
    let clock = clock(frame, &days);
    let bars = |amount: &dyn Fn(&Week) -> Amount, name: String| Bars {
        name,
        bars: weeks
            .iter()
            .filter_map(|week| {
                let (first, last) = (week.days.first()?.day, week.days.last()?.day);
                Some(Bar {
                    from_ms: clock.start_of(first),
                    to_ms: clock.start_of(ebb_core::day::plus(last, 1)),
                    amount: amount(week),
                })
            })
            .collect(),
        states: StateNames::from_words(words),
    };
    let grams = panel(
        words.days_weekly_grams(),
        Measure::new("g", 0.0),
        ValueScale::FromZero { at_least: 1.0 },
        vec![Series::Bars(bars(&grams_of_week, words.days_weekly_grams()))],
    );
    let doses = panel(
        words.days_weekly_doses(),
        Measure::plain(),
        ValueScale::FromZero { at_least: 7.0 },
        vec![Series::Dots(bars(&doses_of_week, words.days_weekly_doses()))],
    );
    over_days(voice, frame, &days, words.days_weekly_title(), vec![grams, doses])
}

fn over_days(voice: &Voice, frame: &Frame, days: &[DayRow], title: String, panels: Vec<Panel>) -> Spec {
    let words = &voice.words;
    let clock = clock(frame, days);
    let total: f64 = days.iter().filter_map(|d| d.grams).sum();
    let n_doses = words.dose_count(days.iter().map(|d| d.doses as u64).sum());
    let gaps = words.day_count(days.iter().filter(|d| d.state == DayState::NoEntry).count() as u64);
    let span = match (days.first(), days.last()) {
        (Some(a), Some(b)) => format!(
            "{} – {}",
            voice.numbers.date_full(a.day),
            voice.numbers.date_full(b.day)
        ),
        _ => String::new(),
    };
    let total = voice.numbers.amount_exact(Some((total * 100.0).round() / 100.0), "g");
    let from_ms = days.first().map_or(0, |d| clock.start_of(d.day));
    let to_ms = days.last().map_or(1, |d| clock.start_of(ebb_core::day::plus(d.day, 1)));
    Spec::Chart(Chart {
        title,
        description: words.chart_daily_description(&span, &total, &n_doses, &gaps),
        time: TimeAxis {
            from_ms,
            to_ms,
            labels: TimeLabels::Calendar,
            title: None,
            clock,
            hours: HourStyle::TwentyFour,
        },
        panels,
        now: None,
        shades: gap_shades(voice, frame, days),
        language: Language::English,
    })
}

/// A year at a glance.
#[must_use]
pub fn calendar(voice: &Voice, days: &[DayRow]) -> Option<Spec> {
    let words = &voice.words;
    let (first, last) = (days.first()?.day, days.last()?.day);
    let count =
        |wanted: &dyn Fn(&DayState) -> bool| words.day_count(days.iter().filter(|d| wanted(&d.state)).count() as u64);
    let span = format!("{} – {}", voice.numbers.date_full(first), voice.numbers.date_full(last));
    let description = words.chart_year_description(
        &span,
        &count(&|s| matches!(s, DayState::Known | DayState::PartlyKnown)),
        &count(&|s| *s == DayState::NothingTaken),
        &count(&|s| *s == DayState::UnknownAmount),
        &count(&|s| *s == DayState::NoEntry),
    );
    Some(Spec::Calendar(Calendar {
        title: words.chart_year_title(),
        description,
        from: first,
        to: last,
        days: days
            .iter()
            .map(|row| CalendarDay {
                date: row.day,
                amount: grams_of(row),
            })
            .collect(),
        unit: words.chart_year_unit(),
        states: StateNames::from_words(words),
        language: Language::English,
    }))
}

fn grams_of(row: &DayRow) -> Amount {
    match (row.state, row.grams) {
        (DayState::NoEntry, _) => Amount::NoEntry,
        (DayState::NothingTaken, _) => Amount::Zero,
        (DayState::Known, Some(grams)) => Amount::Known(grams),
        (DayState::PartlyKnown, Some(grams)) => Amount::AtLeast(grams),
        _ => Amount::Unknown,
    }
}

fn doses_of(row: &DayRow) -> Amount {
    match row.state {
        DayState::NoEntry => Amount::NoEntry,
        DayState::NothingTaken => Amount::Zero,
        _ if row.is_day_total => Amount::Unknown,
        _ => Amount::Known(row.doses as f64),
    }
}

fn grams_of_week(week: &Week) -> Amount {
    match week.grams {
        Some(grams) if week.is_lower_bound => Amount::AtLeast(grams),
        Some(_) if is_without(week) => Amount::Zero,
        Some(grams) => Amount::Known(grams),
        None if week.doses > 0 => Amount::Unknown,
        None if is_silent(week) => Amount::NoEntry,
        None => Amount::Unknown,
    }
}

fn doses_of_week(week: &Week) -> Amount {
    let has_totals = week
        .days
        .iter()
        .any(|row| row.is_day_total && row.state != DayState::NothingTaken);
    match week.doses as f64 {
        _ if is_silent(week) => Amount::NoEntry,
        _ if is_without(week) => Amount::Zero,
        _ if has_totals && week.doses == 0 => Amount::Unknown,
        doses if has_totals || week.n_without_entry > 0 => Amount::AtLeast(doses),
        doses => Amount::Known(doses),
    }
}

fn is_silent(week: &Week) -> bool {
    week.days.iter().all(|row| row.state == DayState::NoEntry)
}

/// Every day of it is said to be without.
fn is_without(week: &Week) -> bool {
    week.days.iter().all(|row| row.state == DayState::NothingTaken)
}

/// Runs of three and more days without an entry are named in the picture.
fn gap_shades(voice: &Voice, frame: &Frame, days: &[DayRow]) -> Vec<Shade> {
    let clock = clock(frame, days);
    let mut shades = Vec::new();
    for run in days.chunk_by(|a, b| (a.state == DayState::NoEntry) == (b.state == DayState::NoEntry)) {
        if let ([first, .., last], true) = (run, run.len() >= 3 && run[0].state == DayState::NoEntry) {
            shades.push(Shade {
                from_ms: clock.start_of(first.day),
                to_ms: clock.start_of(ebb_core::day::plus(last.day, 1)),
                kind: ShadeKind::NoEntries,
                label: voice.words.no_entries(),
            });
        }
    }
    shades
}

fn clock(frame: &Frame, days: &[DayRow]) -> LocalClock {
    let ms = |date: Option<Date>| {
        date.and_then(|d| frame.zone.to_timestamp(d.at(0, 0, 0, 0)).ok())
            .map_or(0, jiff::Timestamp::as_millisecond)
    };
    LocalClock::from_zone(
        &frame.zone,
        ms(days.first().map(|d| d.day)),
        ms(days.last().map(|d| ebb_core::day::plus(d.day, 2))),
    )
}

fn banded(voice: &Voice, series: &forecast::Series, water: Water, name: String) -> Series {
    let band = &series.band;
    let points = series.at_ms.iter().enumerate().map(|(i, at_ms)| {
        BandPoint::new(
            *at_ms,
            band.median[i],
            &[(band.low_80[i], band.high_80[i]), (band.low_50[i], band.high_50[i])],
        )
    });
    band_of(voice, points.collect(), water, name)
}

fn band_of(voice: &Voice, points: Vec<BandPoint>, water: Water, name: String) -> Series {
    Series::Band(Band {
        name,
        points,
        labels: vec![voice.words.chart_band_most(), voice.words.chart_band_half()],
        middle_label: Some(voice.words.chart_typical()),
        water,
    })
}

/// A withdrawal score: in whole points, the model knows no finer ones.
#[must_use]
pub fn score(voice: &Voice) -> Measure {
    Measure::new(&voice.words.days_of_64(), 1.0)
}

fn panel(heading: String, measure: Measure, scale: ValueScale, series: Vec<Series>) -> Panel {
    Panel {
        heading,
        measure,
        height: 1.0,
        scale,
        series,
        references: Vec::new(),
        notes: Vec::new(),
    }
}

fn over_now(
    voice: &Voice,
    frame: &Frame,
    title: String,
    description: String,
    at_ms: &[i64],
    panels: Vec<Panel>,
) -> Spec {
    let from_ms = at_ms.first().copied().unwrap_or(0);
    let to_ms = at_ms.last().copied().unwrap_or(HOUR_MS);
    Spec::Chart(Chart {
        title,
        description,
        time: TimeAxis {
            from_ms,
            to_ms,
            labels: TimeLabels::Calendar,
            title: None,
            clock: LocalClock::from_zone(&frame.zone, from_ms, to_ms),
            hours: HourStyle::TwentyFour,
        },
        panels,
        now: Some(Moment {
            at_ms: frame.now.as_millisecond(),
            label: voice.words.now(),
        }),
        shades: Vec::new(),
        language: Language::English,
    })
}

fn span(voice: &Voice, at_ms: &[i64]) -> String {
    let length = at_ms.last().copied().unwrap_or(0) - at_ms.first().copied().unwrap_or(0);
    voice.numbers.duration(length)
}

#[expect(clippy::cast_possible_truncation, reason = "a few weeks in milliseconds")]
fn hours_ms(hours: f64) -> i64 {
    (hours * HOUR_MS as f64) as i64
}
