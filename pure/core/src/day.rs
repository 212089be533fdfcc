//! Which day is it: the local wall clock, and the hour at which a person's day starts.
//!
//! A day is a local day (rule 6). It is computed from the wall clock that was in force at the entry, so travel and clock
//! changes cannot move an entry to another day later.

use crate::moment::Moment;
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

/// The hour at which a day starts unless the person says otherwise: most people who take a dose at 01:00 call it
/// last night's. Our own choice, not a measurement.
pub const DEFAULT_DAY_START: DayStart = DayStart(4);

/// Hour of the wall clock, 0 to 23, at which a new day begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStart(i8);

impl DayStart {
    /// `None` unless `hour` is 0 to 23.
    #[must_use]
    pub fn new(hour: i8) -> Option<Self> {
        (0..=23).contains(&hour).then_some(Self(hour))
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(self) -> i8 {
        self.0
    }
}

/// The day a wall-clock reading belongs to: the date, or the date before when it is not yet `start`.
#[must_use]
pub fn of_wall(wall: DateTime, start: DayStart) -> Date {
    if wall.hour() < start.0 {
        wall.date().checked_sub(1.day()).unwrap_or(wall.date())
    } else {
        wall.date()
    }
}

/// The day a moment belongs to.
#[must_use]
pub fn of(moment: &Moment, start: DayStart) -> Date {
    of_wall(moment.wall(), start)
}

/// Days from `from` to `to`, negative when `to` is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    let days = |d: Date| d.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24;
    days(to) - days(from)
}

/// The date `n` days after `date` (before, if negative); `date` itself at the ends of the calendar.
#[must_use]
pub fn plus(date: Date, n: i64) -> Date {
    let span = Span::new().try_days(n);
    span.and_then(|span| date.checked_add(span)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        of(&Moment::from_text(text).unwrap(), DEFAULT_DAY_START).to_string()
    }

    #[test]
    fn the_small_hours_belong_to_the_day_before() {
        assert_eq!(day("2026-02-03T03:59:59+01:00[Europe/Berlin]"), "2026-02-02");
        assert_eq!(day("2026-02-03T04:00:00+01:00[Europe/Berlin]"), "2026-02-03");
        assert_eq!(day("2026-01-01T00:10:00+01:00[Europe/Berlin]"), "2025-12-31");
    }

    #[test]
    fn a_lost_hour_in_spring_does_not_lose_a_dose() {
        assert_eq!(day("2026-03-29T01:59:00+01:00[Europe/Berlin]"), "2026-03-28");
        assert_eq!(day("2026-03-29T03:00:00+02:00[Europe/Berlin]"), "2026-03-28");
        assert_eq!(day("2026-03-29T04:00:00+02:00[Europe/Berlin]"), "2026-03-29");
    }

    #[test]
    fn the_hour_that_comes_twice_stays_on_one_day() {
        assert_eq!(day("2025-10-26T02:30:00+02:00[Europe/Berlin]"), "2025-10-25");
        assert_eq!(day("2025-10-26T02:30:00+01:00[Europe/Berlin]"), "2025-10-25");
    }

    #[test]
    fn a_journey_changes_days_by_the_clock_on_the_wall() {
        // The same instant is Saturday evening in Chicago and Sunday noon in Tokyo.
        assert_eq!(day("2025-05-10T22:00:00-05:00[America/Chicago]"), "2025-05-10");
        assert_eq!(day("2025-05-11T12:00:00+09:00[Asia/Tokyo]"), "2025-05-11");
    }

    #[test]
    fn midnight_can_be_the_start() {
        let moment = Moment::from_text("2026-02-03T00:10:00+01:00[Europe/Berlin]").unwrap();
        assert_eq!(of(&moment, DayStart::new(0).unwrap()).to_string(), "2026-02-03");
        assert_eq!(DayStart::new(24), None);
    }

    #[test]
    fn day_differences_ignore_clock_changes() {
        let (a, b) = (Date::constant(2026, 3, 28), Date::constant(2026, 3, 30));
        assert_eq!(days_between(a, b), 2);
        assert_eq!(days_between(b, a), -2);
        assert_eq!(plus(a, 2), b);
    }
}
