//! One example of each chart, with made-up numbers that are the same every time.

use ebb_present::chart::LocalClock;
use ebb_present::chart::recipe::{Daily, DailyRow, Expected, Level, Plan, Setting, Tolerance, Withdrawal, Year};
use ebb_present::chart::spec::*;
use ebb_present::number::{HourStyle, Language};
use ebb_present::words::{Surface, Words};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;
/// 2026-02-10, 15:00 in a place one hour east of UTC.
pub(crate) const NOW: i64 = 1_770_732_000_000;

pub(crate) fn setting() -> Setting {
    let words = Words::new(Language::English, Surface::Terminal);
    Setting {
        words,
        clock: LocalClock::fixed(3_600),
        hours: HourStyle::TwentyFour,
    }
}

pub(crate) fn all() -> Vec<(&'static str, Spec)> {
    vec![
        ("level", level()),
        ("daily", daily(21)),
        ("daily-quarter", daily(90)),
        ("tolerance", tolerance()),
        ("withdrawal", withdrawal()),
        ("plan", plan()),
        ("year", year()),
        ("empty", empty()),
    ]
}

/// The chart inside a spec.
pub(crate) fn chart_of(spec: Spec) -> Chart {
    match spec {
        Spec::Chart(chart) => chart,
        Spec::Calendar(_) => unreachable!("asked only of examples that are charts"),
    }
}

/// Levels after doses of some grams at some hours, rising in one hour and halving in eight.
pub(crate) fn level() -> Spec {
    let (from_ms, to_ms) = (NOW - 5 * DAY, NOW + 2 * DAY);
    let midnight = setting().clock.start_of(date(2026, 2, 4));
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
            "unknown amount".into()
        } else {
            format!("{grams} g")
        },
    };
    let level = Level {
        span_ms: (from_ms, to_ms),
        now_ms: NOW,
        points: points.collect(),
        doses: doses.iter().enumerate().map(mark).collect(),
        without_entries_ms: vec![(NOW - 90 * HOUR, NOW - 82 * HOUR)],
    };
    setting().level("Estimated level over seven days, with doses marked.", level)
}

/// Grams and doses per day for so many days up to the example's now, with every state of a day among them.
pub(crate) fn daily(n_days: i64) -> Spec {
    let clock = setting().clock;
    let last = clock.civil(NOW).date();
    let first = last.saturating_sub((n_days - 1).days());
    let row = |position: i64| {
        let day = first.saturating_add(position.days());
        let wobble = ((position * 37 % 11) as f64 - 5.0) * 0.25;
        let usual = 8.0 - position as f64 / n_days as f64 * 3.0 + wobble;
        let n_doses = (4 - position * 2 / n_days + position % 2 - 1) as f64;
        let (grams, doses) = match position % 21 {
            4 | 5 => (Amount::NoEntry, Amount::NoEntry),
            9 => (Amount::Zero, Amount::Zero),
            13 => (Amount::Unknown, Amount::Known(n_doses)),
            17 => (Amount::AtLeast(5.5), Amount::Known(n_doses)),
            _ => (Amount::Known(usual), Amount::Known(n_doses)),
        };
        let to_ms = clock.start_of(day.saturating_add(1.day()));
        DailyRow {
            from_ms: clock.start_of(day),
            to_ms,
            grams,
            doses,
        }
    };
    let daily = Daily {
        days: (0..n_days).map(row).collect(),
        limit_grams: Some(7.5),
        limit_doses: None,
    };
    setting().daily("Days with grams and doses.", daily)
}

pub(crate) fn tolerance() -> Spec {
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
    let tolerance = Tolerance {
        span_ms: (from_ms, NOW + 14 * DAY),
        now_ms: NOW,
        points: points.collect(),
        highest: 100.0,
        without_entries_ms: vec![(from_ms + 30 * DAY, from_ms + 39 * DAY)],
    };
    setting().tolerance(
        "Estimated tolerance over twelve weeks and the next two without a dose.",
        tolerance,
    )
}

pub(crate) fn withdrawal() -> Spec {
    let points = (0..=28 * 8).map(|step| {
        let day = step as f64 / 8.0;
        let acute = 27.0 * ((day / 1.9) * (1.0 - day / 1.9).exp()).powf(0.9);
        let middle = acute + 2.0 * (1.0 - (-day).exp()) * (-day / 14.0).exp();
        let ranges = [(middle * 0.38, middle * 1.7 + 1.0), (middle * 0.68, middle * 1.3 + 0.4)];
        BandPoint::new(NOW + step * 3 * HOUR, middle, &ranges)
    });
    let expected = |hours: i64, range: (i64, i64), score: f64| Expected {
        at_ms: NOW + hours * HOUR,
        range_ms: (NOW + range.0 * HOUR, NOW + range.1 * HOUR),
        score,
    };
    let withdrawal = Withdrawal {
        last_dose_ms: NOW,
        to_ms: NOW + 28 * DAY,
        points: points.collect(),
        at_least: 20.0,
        onset: Some(expected(13, (8, 20), 18.4)),
        peak: Some(expected(46, (26, 70), 28.3)),
    };
    setting().withdrawal(
        "First signs after 8 to 20 hours, hardest after 1 to 3 days.",
        withdrawal,
    )
}

pub(crate) fn plan() -> Spec {
    let start = setting().clock.start_of(date(2026, 1, 5));
    let planned = |week: i64| 8.0 * 0.9f64.powf(week as f64);
    let steps = (0..9).map(|week| Point {
        at_ms: start + week * 7 * DAY,
        value: Some(planned(week)),
    });
    let taken = (0..37).map(|day| Bar {
        from_ms: start + day * DAY,
        to_ms: start + (day + 1) * DAY,
        amount: if day % 17 == 11 {
            Amount::Unknown
        } else {
            Amount::Known(planned(day / 7) + ((day * 29 % 7) as f64 - 3.5) * 0.2)
        },
    });
    let plan = Plan {
        span_ms: (start, start + 56 * DAY),
        now_ms: NOW,
        steps: steps.collect(),
        taken: taken.collect(),
    };
    setting().plan("A plan over eight weeks with the first five logged.", plan)
}

pub(crate) fn year() -> Spec {
    let (from, to) = (date(2025, 2, 11), date(2026, 2, 10));
    let days = from
        .series(1.day())
        .take_while(|day| *day <= to)
        .filter_map(|day| amount_of(from, day))
        .collect();
    setting().year("A year of days with their amounts.", Year { from, to, days })
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
pub(crate) fn empty() -> Spec {
    let level = Level {
        span_ms: (NOW - 5 * DAY, NOW + 2 * DAY),
        now_ms: NOW,
        points: vec![],
        doses: vec![],
        without_entries_ms: vec![(NOW - 5 * DAY, NOW)],
    };
    setting().level("Nothing to show yet.", level)
}
