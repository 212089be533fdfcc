//! Ticks of a time axis: the finest step, from hours to decades, whose labels stand apart.
//!
//! Ticks lie on local midnights and hours, so a day of 23 or 25 hours is as wide as it was.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan as _};

use super::{HOUR_MS, Room, TimeRange};
use crate::chart::LocalClock;
use crate::chart::spec::{TimeAxis, TimeLabels};

const DAY_MS: i64 = 24 * HOUR_MS;
/// Steps with more ticks than this are too fine to try.
const MOST_TICKS: i64 = 400;

/// A tick of a time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeTick {
    /// The instant, ms since 1970 UTC; where a grid line belongs.
    pub at_ms: i64,
    /// As written under the axis.
    pub label: String,
    /// Middle of the label, measured from the left end in the unit of the room.
    pub middle: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Hours(i8),
    /// Every so many days: with weekday and date, or with the weekday alone.
    Days(i32, DayLabel),
    /// Mondays, every so many weeks.
    Weeks(i32),
    Months(i32),
    Years(i32),
    /// Counted from an origin, in milliseconds.
    Since(i64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum DayLabel {
    WeekdayAndDate,
    Weekday,
}

const CALENDAR_STEPS: [Step; 19] = [
    Step::Hours(1),
    Step::Hours(3),
    Step::Hours(6),
    Step::Days(1, DayLabel::WeekdayAndDate),
    Step::Days(1, DayLabel::Weekday),
    Step::Days(2, DayLabel::WeekdayAndDate),
    Step::Weeks(1),
    Step::Weeks(2),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(25),
    Step::Years(50),
    Step::Years(100),
];

const SINCE_STEPS: [i64; 14] = [
    HOUR_MS,
    3 * HOUR_MS,
    6 * HOUR_MS,
    12 * HOUR_MS,
    DAY_MS,
    2 * DAY_MS,
    7 * DAY_MS,
    14 * DAY_MS,
    28 * DAY_MS,
    91 * DAY_MS,
    364 * DAY_MS,
    3_640 * DAY_MS,
    36_400 * DAY_MS,
    364_000 * DAY_MS,
];

/// The ticks of an axis. Labels never touch each other and never leave the room they are given.
#[must_use]
pub fn time_ticks(axis: &TimeAxis, room: &Room<'_>) -> Vec<TimeTick> {
    let range = TimeRange::of(axis);
    let mut latest = Vec::new();
    let steps: Vec<Step> = match axis.labels {
        TimeLabels::Calendar => CALENDAR_STEPS.to_vec(),
        TimeLabels::DaysSince { .. } => SINCE_STEPS.into_iter().map(Step::Since).collect(),
    };
    for step in steps {
        let is_too_fine = range.length_ms() / step.shortest_ms() > MOST_TICKS;
        if is_too_fine || !step.suits(range) {
            continue;
        }
        let ticks = ticks_of(step, axis, range, room);
        let stands_apart = are_apart(&ticks, step.breath(), room);
        if stands_apart && !ticks.is_empty() {
            return ticks;
        }
        if !ticks.is_empty() {
            latest = ticks;
        }
    }
    keep_apart(latest, room)
}

impl Step {
    fn shortest_ms(self) -> i64 {
        match self {
            Self::Hours(hours) => i64::from(hours) * HOUR_MS,
            Self::Days(days, _) => i64::from(days) * DAY_MS,
            Self::Weeks(weeks) => i64::from(weeks) * 7 * DAY_MS,
            Self::Months(months) => i64::from(months) * 28 * DAY_MS,
            Self::Years(years) => i64::from(years) * 365 * DAY_MS,
            Self::Since(step_ms) => step_ms,
        }
    }

    /// Weekdays alone say which day is meant only while none comes twice, or nearly.
    fn suits(self, range: TimeRange) -> bool {
        match self {
            Self::Days(_, DayLabel::Weekday) => range.length_ms() <= 9 * DAY_MS,
            Self::Hours(_) => range.length_ms() <= 4 * DAY_MS,
            _ => true,
        }
    }

    /// How many gaps of the room stand between labels: hours and counted days need air to be read.
    fn breath(self) -> f64 {
        match self {
            Self::Hours(_) => 3.0,
            Self::Since(_) => 2.5,
            _ => 1.0,
        }
    }
}

fn ticks_of(step: Step, axis: &TimeAxis, range: TimeRange, room: &Room<'_>) -> Vec<TimeTick> {
    let clock = &axis.clock;
    let labelled = match step {
        Step::Since(step_ms) => since_ticks(step_ms, axis, range, room),
        Step::Hours(hours) => hour_ticks(hours, clock, range, room),
        Step::Days(days, label) => day_ticks(days, label, clock, range, room),
        Step::Weeks(weeks) => {
            let dates = dates(clock, range, 1.day(), |date| {
                date.weekday() == Weekday::Monday && (day_count(date) + 3).div_euclid(7) % i64::from(weeks) == 0
            });
            dates
                .into_iter()
                .map(|date| centered_on_day(date, clock, range, room, room.numbers.date_short(date)))
                .collect()
        }
        Step::Months(months) => month_ticks(months, clock, range, room),
        Step::Years(years) => {
            let first = clock.civil(range.from_ms).date().first_of_year();
            let dates = dates_from(first, clock, range, 1.year(), |date| {
                i32::from(date.year()) % years == 0
            });
            dates
                .into_iter()
                .map(|date| at_start(date, clock, range, room, date.year().to_string()))
                .collect()
        }
    };
    let lowest = -room.overhang.0 - 0.01;
    let highest = room.length + room.overhang.1 + 0.01;
    let fits = |tick: &TimeTick| {
        let half = (room.width_of)(&tick.label) / 2.0;
        tick.middle - half >= lowest && tick.middle + half <= highest
    };
    labelled.into_iter().filter(fits).collect()
}

fn since_ticks(step_ms: i64, axis: &TimeAxis, range: TimeRange, room: &Room<'_>) -> Vec<TimeTick> {
    let origin_ms = match axis.labels {
        TimeLabels::DaysSince { origin_ms } => {
            origin_ms.clamp(range.from_ms - LONGEST_COUNT_MS, range.to_ms + LONGEST_COUNT_MS)
        }
        TimeLabels::Calendar => range.from_ms,
    };
    let first = (range.from_ms - origin_ms).div_euclid(step_ms);
    (first..)
        .map(|count| (origin_ms + count * step_ms, count * step_ms))
        .skip_while(|(at_ms, _)| *at_ms < range.from_ms)
        .take_while(|(at_ms, _)| *at_ms <= range.to_ms)
        .map(|(at_ms, since_ms)| {
            let label = if since_ms % DAY_MS != 0 || (step_ms < DAY_MS && since_ms != 0) {
                room.numbers.hours_label(since_ms / HOUR_MS)
            } else if axis.title.is_some() {
                room.numbers.tick_whole(since_ms / DAY_MS)
            } else {
                room.numbers.day_number(since_ms / DAY_MS)
            };
            TimeTick {
                at_ms,
                label,
                middle: range.share(at_ms) * room.length,
            }
        })
        .collect()
}

/// Counting begins at most this far outside the axis.
const LONGEST_COUNT_MS: i64 = 36_500 * DAY_MS;

fn hour_ticks(hours: i8, clock: &LocalClock, range: TimeRange, room: &Room<'_>) -> Vec<TimeTick> {
    let mut ticks: Vec<TimeTick> = Vec::new();
    for date in dates(clock, range, 1.day(), |_| true) {
        for hour in (0..24i8).step_by(usize::try_from(hours).unwrap_or(1).max(1)) {
            let civil = date.at(hour, 0, 0, 0);
            let at_ms = clock.instant(civil);
            let is_new = ticks.last().is_none_or(|last| last.at_ms < at_ms);
            if !range.holds(at_ms) || !is_new {
                continue;
            }
            let label = if hour == 0 {
                format!("{} {}", room.numbers.weekday_short(date), date.day())
            } else {
                room.numbers.hour_label(civil.time())
            };
            ticks.push(TimeTick {
                at_ms,
                label,
                middle: range.share(at_ms) * room.length,
            });
        }
    }
    ticks
}

fn day_ticks(days: i32, label: DayLabel, clock: &LocalClock, range: TimeRange, room: &Room<'_>) -> Vec<TimeTick> {
    let dates = dates(clock, range, 1.day(), |date| day_count(date) % i64::from(days) == 0);
    let mut has_month = false;
    dates
        .into_iter()
        .map(|date| {
            let text = match label {
                DayLabel::Weekday => room.numbers.weekday_short(date).to_owned(),
                DayLabel::WeekdayAndDate if !has_month || date.day() <= i8::try_from(days).unwrap_or(1) => {
                    room.numbers.date_short(date)
                }
                DayLabel::WeekdayAndDate => format!("{} {}", room.numbers.weekday_short(date), date.day()),
            };
            let tick = centered_on_day(date, clock, range, room, text);
            // The first label that will be kept names the month.
            has_month |= tick.middle - (room.width_of)(&tick.label) / 2.0 >= -room.overhang.0;
            tick
        })
        .collect()
}

fn month_ticks(months: i32, clock: &LocalClock, range: TimeRange, room: &Room<'_>) -> Vec<TimeTick> {
    let first = clock.civil(range.from_ms).date().first_of_month();
    let dates = dates_from(first, clock, range, 1.month(), |date| {
        i32::from(date.month() - 1) % months == 0
    });
    dates
        .into_iter()
        .filter_map(|date| {
            let text = if date.month() == 1 {
                date.year().to_string()
            } else {
                room.numbers.month_short(date).to_owned()
            };
            if months > 1 {
                return Some(at_start(date, clock, range, room, text));
            }
            let at_ms = clock.start_of(date);
            let next_ms = clock.start_of(date.saturating_add(1.month()));
            let (from_ms, to_ms) = range.overlap(at_ms, next_ms)?;
            let (left, right) = (range.share(from_ms) * room.length, range.share(to_ms) * room.length);
            let has_room = right - left >= (room.width_of)(&text);
            has_room.then(|| TimeTick {
                at_ms,
                label: text,
                middle: f64::midpoint(left, right),
            })
        })
        .collect()
}

/// A label in the middle of the part of its day that is on the axis.
fn centered_on_day(date: Date, clock: &LocalClock, range: TimeRange, room: &Room<'_>, label: String) -> TimeTick {
    let at_ms = clock.start_of(date);
    let next_ms = clock.start_of(date.saturating_add(1.day()));
    let (from_ms, to_ms) = range.overlap(at_ms, next_ms).unwrap_or((at_ms, next_ms));
    let middle = f64::midpoint(range.share(from_ms), range.share(to_ms)) * room.length;
    TimeTick { at_ms, label, middle }
}

fn at_start(date: Date, clock: &LocalClock, range: TimeRange, room: &Room<'_>, label: String) -> TimeTick {
    let at_ms = clock.start_of(date);
    TimeTick {
        at_ms,
        label,
        middle: range.share(at_ms) * room.length,
    }
}

fn dates(clock: &LocalClock, range: TimeRange, step: Span, keep: impl Fn(Date) -> bool) -> Vec<Date> {
    dates_from(clock.civil(range.from_ms).date(), clock, range, step, keep)
}

fn dates_from(first: Date, clock: &LocalClock, range: TimeRange, step: Span, keep: impl Fn(Date) -> bool) -> Vec<Date> {
    let last = clock.civil(range.to_ms).date();
    first
        .series(step)
        .take_while(|date| *date <= last)
        .filter(|date| keep(*date))
        .collect()
}

/// Days since 1970-01-01.
fn day_count(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    date.duration_since(epoch).as_hours() / 24
}

fn are_apart(ticks: &[TimeTick], breath: f64, room: &Room<'_>) -> bool {
    ticks
        .windows(2)
        .all(|pair| distance(&pair[0], &pair[1], room) >= room.gap * breath)
}

fn keep_apart(ticks: Vec<TimeTick>, room: &Room<'_>) -> Vec<TimeTick> {
    let mut kept: Vec<TimeTick> = Vec::new();
    for tick in ticks {
        if kept.last().is_none_or(|last| distance(last, &tick, room) >= room.gap) {
            kept.push(tick);
        }
    }
    kept
}

/// The free space between two labels.
fn distance(left: &TimeTick, right: &TimeTick, room: &Room<'_>) -> f64 {
    right.middle - left.middle - f64::midpoint((room.width_of)(&left.label), (room.width_of)(&right.label))
}
