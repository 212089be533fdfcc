//! One example of each chart, with made-up numbers that are the same every time.

use ebb_present::chart::LocalClock;
use ebb_present::chart::spec::*;
use ebb_present::number::{HourStyle, Language};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;
/// 2026-02-10, 15:00 in a place one hour east of UTC.
pub(crate) const NOW: i64 = 1_770_732_000_000;

pub(crate) fn clock() -> LocalClock {
    LocalClock::fixed(3_600)
}

fn axis(from_ms: i64, to_ms: i64) -> TimeAxis {
    let (clock, hours) = (clock(), HourStyle::TwentyFour);
    TimeAxis {
        from_ms,
        to_ms,
        labels: TimeLabels::Calendar,
        title: None,
        clock,
        hours,
    }
}

pub(crate) fn all() -> Vec<(&'static str, Spec)> {
    vec![
        ("level", Spec::Chart(level())),
        ("daily", Spec::Chart(daily(21))),
        ("daily-quarter", Spec::Chart(daily(90))),
        ("tolerance", Spec::Chart(tolerance())),
        ("withdrawal", Spec::Chart(withdrawal())),
        ("plan", Spec::Chart(plan())),
        ("year", Spec::Calendar(year())),
        ("empty", Spec::Chart(empty())),
    ]
}

/// Levels after doses of some grams at some hours, rising in one hour and halving in eight.
pub(crate) fn level() -> Chart {
    let (from_ms, to_ms) = (NOW - 5 * DAY, NOW + 2 * DAY);
    let midnight = clock().start_of(date(2026, 2, 4));
    let hours = [7, 12, 17, 22];
    let doses: Vec<(i64, f64)> = (0..7)
        .flat_map(|day| {
            hours.map(|hour| {
                (
                    midnight + day * DAY + (hour + day % 2) * HOUR,
                    2.0 + (day % 3) as f64 * 0.4,
                )
            })
        })
        .filter(|(at_ms, _)| *at_ms < NOW)
        .collect();
    let height = |at_ms: i64| -> f64 {
        let after = |dose_ms: i64| (at_ms - dose_ms) as f64 / HOUR as f64;
        let one = |hours: f64| {
            if hours <= 0.0 {
                0.0
            } else {
                (-hours / 11.0).exp() - (-hours / 0.7).exp()
            }
        };
        doses
            .iter()
            .map(|(dose_ms, grams)| grams * 14.0 * one(after(*dose_ms)))
            .sum()
    };
    let points = (0..=7 * 24 * 4).map(|quarter| {
        let at_ms = from_ms + quarter * HOUR / 4;
        if (NOW - 90 * HOUR..NOW - 82 * HOUR).contains(&at_ms) {
            return BandPoint::gap(at_ms);
        }
        let ahead = ((at_ms - NOW).max(0)) as f64 / DAY as f64;
        let (narrow, wide) = (1.16 + ahead * 0.22, 1.38 + ahead * 0.6);
        let middle = height(at_ms);
        BandPoint::new(
            at_ms,
            middle,
            &[(middle / wide, middle * wide), (middle / narrow, middle * narrow)],
        )
    });
    let mark = |(position, (at_ms, grams)): (usize, &(i64, f64))| Mark {
        at_ms: *at_ms,
        fill: if position % 9 == 5 {
            MarkFill::Hollow
        } else {
            MarkFill::Full
        },
        label: if position % 9 == 5 {
            "dose, amount unknown".into()
        } else {
            format!("{grams} g")
        },
    };
    Chart {
        title: "Level in the body".into(),
        description: "Estimated level over seven days, with doses marked.".into(),
        time: axis(from_ms, to_ms),
        panels: vec![Panel {
            heading: "mitragynine, ng/mL".into(),
            measure: Measure::plain(),
            height: 1.0,
            scale: ValueScale::FromZero { at_least: 0.0 },
            series: vec![
                Series::Band(Band {
                    name: "estimated level".into(),
                    points: points.collect(),
                    labels: vec!["8 in 10".into(), "5 in 10".into()],
                    middle_label: Some("likely".into()),
                    water: Water::UpToNow,
                }),
                Series::Marks(Marks {
                    name: "dose".into(),
                    hollow_name: "dose, amount unknown".into(),
                    marks: doses.iter().enumerate().map(mark).collect(),
                }),
            ],
            references: vec![],
            notes: vec![],
        }],
        now: Some(Moment {
            at_ms: NOW,
            label: "now".into(),
        }),
        shades: vec![Shade {
            from_ms: NOW - 90 * HOUR,
            to_ms: NOW - 82 * HOUR,
            kind: ShadeKind::NoEntries,
            label: "no entries".into(),
        }],
        language: Language::English,
    }
}

/// Grams and doses per day for so many days up to the example's now, with every state of a day among them.
pub(crate) fn daily(n_days: i64) -> Chart {
    let last = clock().civil(NOW).date();
    let first = last.saturating_sub((n_days - 1).days());
    let state = |position: i64| match position % 21 {
        4 | 5 => 0,
        9 => 1,
        13 => 2,
        17 => 3,
        _ => 4,
    };
    let bars = |amount: &dyn Fn(i64, f64) -> Amount| -> Vec<Bar> {
        (0..n_days)
            .map(|position| {
                let day = first.saturating_add(position.days());
                let wobble = ((position * 37 % 11) as f64 - 5.0) * 0.25;
                Bar {
                    from_ms: clock().start_of(day),
                    to_ms: clock().start_of(day.saturating_add(1.day())),
                    amount: amount(position, wobble),
                }
            })
            .collect()
    };
    let grams = bars(&|position, wobble| match state(position) {
        0 => Amount::NoEntry,
        1 => Amount::Zero,
        2 => Amount::Unknown,
        3 => Amount::AtLeast(5.5),
        _ => Amount::Known(8.0 - position as f64 / n_days as f64 * 3.0 + wobble),
    });
    let doses = bars(&|position, _| match state(position) {
        0 => Amount::NoEntry,
        1 => Amount::Zero,
        _ => Amount::Known((4 - position * 2 / n_days + position % 2 - 1) as f64),
    });
    let states = StateNames::english();
    let panel = |heading: &str, height: f64, series: Series, references: Vec<Reference>| Panel {
        heading: heading.into(),
        measure: Measure::plain(),
        height,
        scale: ValueScale::FromZero { at_least: 0.0 },
        series: vec![series],
        references,
        notes: vec![],
    };
    let limit = Reference {
        value: 7.5,
        label: "your limit".into(),
    };
    Chart {
        title: "Grams and doses per day".into(),
        description: "Three weeks of days with grams and doses.".into(),
        time: axis(clock().start_of(first), clock().start_of(last.saturating_add(1.day()))),
        panels: vec![
            panel(
                "grams per day",
                0.9,
                Series::Bars(Bars {
                    name: "grams".into(),
                    bars: grams,
                    states: states.clone(),
                }),
                vec![limit],
            ),
            panel(
                "doses per day",
                0.5,
                Series::Dots(Bars {
                    name: "doses".into(),
                    bars: doses,
                    states,
                }),
                vec![],
            ),
        ],
        now: None,
        shades: vec![],
        language: Language::English,
    }
}

pub(crate) fn tolerance() -> Chart {
    let from_ms = NOW - 84 * DAY;
    let points = (0..=84 + 14).map(|day| {
        let at_ms = from_ms + day * DAY;
        if (30..39).contains(&day) {
            return BandPoint::gap(at_ms);
        }
        let time = day as f64;
        let middle = if day <= 84 {
            58.0 - 20.0 * (-time / 40.0).exp() - time * 0.18
        } else {
            42.5 * (-(time - 84.0) / 30.0).exp()
        };
        let width = 4.0 + (time - 84.0).max(0.0) * 0.5 + if day < 30 { 3.0 } else { 0.0 };
        BandPoint::new(
            at_ms,
            middle,
            &[
                (middle - width * 2.0, middle + width * 2.0),
                (middle - width, middle + width),
            ],
        )
    });
    Chart {
        title: "Tolerance".into(),
        description: "Estimated tolerance over twelve weeks and the next two without a dose.".into(),
        time: axis(from_ms, NOW + 14 * DAY),
        panels: vec![Panel {
            heading: "tolerance, 0 to 100".into(),
            measure: Measure::plain(),
            height: 1.0,
            scale: ValueScale::Between { low: 0.0, high: 100.0 },
            series: vec![Series::Band(Band {
                name: "estimated tolerance".into(),
                points: points.collect(),
                labels: vec!["8 in 10".into(), "5 in 10".into()],
                middle_label: Some("likely".into()),
                water: Water::None,
            })],
            references: vec![],
            notes: vec![],
        }],
        now: Some(Moment {
            at_ms: NOW,
            label: "now".into(),
        }),
        shades: vec![Shade {
            from_ms: from_ms + 30 * DAY,
            to_ms: from_ms + 39 * DAY,
            kind: ShadeKind::NoEntries,
            label: "no entries".into(),
        }],
        language: Language::English,
    }
}

pub(crate) fn withdrawal() -> Chart {
    let points = (0..=28 * 8).map(|step| {
        let day = step as f64 / 8.0;
        let middle =
            27.0 * ((day / 1.9) * (1.0 - day / 1.9).exp()).powf(0.9) + 2.0 * (1.0 - (-day).exp()) * (-day / 14.0).exp();
        let points = [(middle * 0.38, middle * 1.7 + 1.0), (middle * 0.68, middle * 1.3 + 0.4)];
        BandPoint::new(NOW + step * 3 * HOUR, middle, &points)
    });
    let note = |hours: i64, span: (i64, i64), value: f64, label: &str| Note {
        at_ms: NOW + hours * HOUR,
        span_ms: Some((NOW + span.0 * HOUR, NOW + span.1 * HOUR)),
        value,
        label: label.into(),
    };
    Chart {
        title: "If you stopped now".into(),
        description: "Forecast over 28 days: first signs after 8 to 20 hours, hardest after 1 to 3 days.".into(),
        time: TimeAxis {
            labels: TimeLabels::DaysSince { origin_ms: NOW },
            title: Some("days after the last dose".into()),
            ..axis(NOW, NOW + 28 * DAY)
        },
        panels: vec![Panel {
            heading: "discomfort, score 0 to 64".into(),
            measure: Measure::plain(),
            height: 1.1,
            scale: ValueScale::FromZero { at_least: 20.0 },
            series: vec![Series::Band(Band {
                name: "forecast discomfort".into(),
                points: points.collect(),
                labels: vec!["8 in 10".into(), "5 in 10".into()],
                middle_label: Some("likely".into()),
                water: Water::None,
            })],
            references: vec![],
            notes: vec![
                note(13, (8, 20), 18.4, "first signs"),
                note(46, (26, 70), 28.3, "hardest, about day 2"),
            ],
        }],
        now: None,
        shades: vec![],
        language: Language::English,
    }
}

pub(crate) fn plan() -> Chart {
    let first = date(2026, 1, 5);
    let start = clock().start_of(first);
    let steps = (0..9).map(|week| Point {
        at_ms: start + week * 7 * DAY,
        value: Some(8.0 * 0.9f64.powf(week as f64)),
    });
    let taken = (0..37).map(|day| {
        let planned = 8.0 * 0.9f64.powf((day / 7) as f64);
        Bar {
            from_ms: start + day * DAY,
            to_ms: start + (day + 1) * DAY,
            amount: if day % 17 == 11 {
                Amount::Unknown
            } else {
                Amount::Known(planned + ((day * 29 % 7) as f64 - 3.5) * 0.2)
            },
        }
    });
    Chart {
        title: "Plan and what you took".into(),
        description: "A plan over eight weeks with the first five logged.".into(),
        time: axis(start, start + 56 * DAY),
        panels: vec![Panel {
            heading: "grams per day".into(),
            measure: Measure::plain(),
            height: 1.0,
            scale: ValueScale::FromZero { at_least: 0.0 },
            series: vec![
                Series::Bars(Bars {
                    name: "grams".into(),
                    bars: taken.collect(),
                    states: StateNames::english(),
                }),
                Series::Steps(Line {
                    name: "plan".into(),
                    points: steps.collect(),
                    label: Some("plan".into()),
                }),
            ],
            references: vec![],
            notes: vec![],
        }],
        now: Some(Moment {
            at_ms: NOW,
            label: "now".into(),
        }),
        shades: vec![],
        language: Language::English,
    }
}

pub(crate) fn year() -> Calendar {
    let (from, to) = (date(2025, 2, 11), date(2026, 2, 10));
    let days = from
        .series(1.day())
        .take_while(|day| *day <= to)
        .filter_map(|day| amount_of(from, day))
        .collect();
    Calendar {
        title: "The year, day by day".into(),
        description: "A year of days with their amounts.".into(),
        from,
        to,
        days,
        unit: "g".into(),
        states: StateNames::english(),
        language: Language::English,
    }
}

fn amount_of(from: Date, day: Date) -> Option<CalendarDay> {
    let position = from.duration_until(day).as_hours() / 24;
    let grams = 1.5 + position as f64 / 365.0 * 6.0 + (position * 31 % 17) as f64 * 0.15;
    let amount = match position {
        120..=138 => return None,
        250..=259 => Amount::Zero,
        _ => match position % 23 {
            3 => return None,
            7 => Amount::Unknown,
            11 => Amount::Zero,
            19 => Amount::AtLeast(grams * 0.8),
            _ => Amount::Known(grams),
        },
    };
    Some(CalendarDay { date: day, amount })
}

/// A chart of which nothing is known yet.
pub(crate) fn empty() -> Chart {
    let mut chart = level();
    chart.title = "Level in the body".into();
    chart.description = "Nothing to show yet.".into();
    chart.panels[0].series.clear();
    chart.shades = vec![Shade {
        from_ms: NOW - 5 * DAY,
        to_ms: NOW,
        kind: ShadeKind::NoEntries,
        label: "no entries".into(),
    }];
    chart
}
