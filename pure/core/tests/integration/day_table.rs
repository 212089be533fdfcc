//! Which day is it: clock changes both ways, journeys, every start of a day, and a zone database that changes its mind.

use crate::support::{berlin, date};
use ebb_core::day::{self, DayStart};
use ebb_core::moment::Moment;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

/// Zones and what changes there: both halves of the earth, half-hour and quarter-hour offsets, a change of half an hour,
/// and one at midnight.
fn zones() -> Vec<TimeZone> {
    [
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "CST6CDT,M3.2.0,M11.1.0",
        "AEST-10AEDT,M10.1.0,M4.1.0/3",
        "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
        "NST3:30NDT,M3.2.0,M11.1.0",
        "<+0545>-5:45",
        "CST5CDT,M3.2.0/0,M11.1.0/1",
        "<+14>-14",
        "<-11>11",
    ]
    .map(|rule| TimeZone::posix(rule).unwrap())
    .to_vec()
}

fn day_of(text: &str, start: i8) -> String {
    day::of(&Moment::from_text(text).unwrap(), DayStart::new(start).unwrap()).to_string()
}

#[test]
fn half_past_eleven_at_night_is_that_day_for_every_start_up_to_then() {
    for start in 0..=23 {
        assert_eq!(
            day_of("2026-02-03T23:30:00+01:00[Europe/Berlin]", start),
            "2026-02-03",
            "{start}"
        );
    }
}

#[test]
fn the_day_turns_at_its_start_and_not_before() {
    for start in 1..=23_i8 {
        let (before, at) = (start - 1, start);
        let text = |hour, minute| format!("2026-02-03T{hour:02}:{minute}:00+01:00[Europe/Berlin]");
        assert_eq!(day_of(&text(before, 59), start), "2026-02-02", "{start}");
        assert_eq!(day_of(&text(at, 10), start), "2026-02-03", "{start}");
    }
    assert_eq!(day_of("2026-02-03T00:00:00+01:00[Europe/Berlin]", 0), "2026-02-03");
    assert_eq!((DayStart::new(-1), DayStart::new(24)), (None, None));
}

#[test]
fn days_around_clock_changes_have_as_many_hours_as_they_have() {
    // (zone, day, hours): by walking every half hour from noon to noon and counting what falls on the day.
    for (zone, day, hours) in [
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29", 23.0),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-10-26", 25.0),
        ("CST6CDT,M3.2.0,M11.1.0", "2026-03-08", 23.0),
        ("CST6CDT,M3.2.0,M11.1.0", "2025-11-02", 25.0),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2025-10-05", 23.0),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-04-05", 25.0),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2025-10-05", 23.5),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-04-05", 24.5),
        ("<+0545>-5:45", "2026-03-29", 24.0),
    ] {
        let zone = TimeZone::posix(zone).unwrap();
        let midnight_start = DayStart::new(0).unwrap();
        let noon = zone.to_timestamp(date(day).at(12, 0, 0, 0)).unwrap();
        let half_hours = (-60..60).filter(|i| {
            let at = noon.checked_add((i * 30 + 15).minutes()).unwrap();
            day::of(&Moment::new(at, &zone), midnight_start) == date(day)
        });
        assert_eq!(
            f64::from(u8::try_from(half_hours.count()).unwrap()) / 2.0,
            hours,
            "{day}"
        );
    }
}

#[test]
fn a_flight_over_the_date_line_can_skip_and_repeat_days() {
    // Kiritimati is a day ahead of Pago Pago on the same instant.
    let at: Timestamp = "2026-02-03T12:00:00Z".parse().unwrap();
    let [ahead, behind] = ["<+14>-14", "<-11>11"].map(|rule| Moment::new(at, &TimeZone::posix(rule).unwrap()));
    let start = DayStart::new(0).unwrap();
    assert_eq!(day::of(&ahead, start), date("2026-02-04"));
    assert_eq!(day::of(&behind, start), date("2026-02-03"));
}

#[test]
fn a_zone_database_that_changes_its_mind_moves_nothing() {
    // Written when the country still had summer time; read when its rules, old and new, say that it never had.
    let text = "2026-07-01T04:30:00+02:00[Europe/Berlin]";
    let moment = Moment::from_text(text).unwrap();
    let rules_now = TimeZone::posix("CET-1").unwrap();
    assert_eq!(
        Moment::new(moment.at, &rules_now).wall().to_string(),
        "2026-07-01T03:30:00"
    );
    assert_eq!(moment.wall().to_string(), "2026-07-01T04:30:00");
    assert_eq!(day_of(text, 4), "2026-07-01");
    assert_eq!(moment.to_text(), text);
    // A name that no database knows is as good.
    let lost = "2026-07-01T04:30:00+02:00[Europe/Atlantis]";
    assert_eq!(Moment::from_text(lost).unwrap().to_text(), lost);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_moment_belongs_to_the_day_its_wall_clock_shows_less_the_start(
        minute in 0..40_000_000_i64, zone in prop::sample::select(zones()), start in 0..24_i8
    ) {
        let moment = Moment::new(Timestamp::from_second(minute * 60).unwrap(), &zone);
        let start = DayStart::new(start).unwrap();
        let expected = moment.wall().checked_sub(i64::from(start.hour()).hours()).unwrap().date();
        prop_assert_eq!(day::of(&moment, start), expected);
        // The text keeps all of it.
        let again = Moment::from_text(&moment.to_text()).unwrap();
        prop_assert_eq!(day::of(&again, start), expected);
        prop_assert_eq!((again.at, again.offset_s), (moment.at, moment.offset_s));
    }

    #[test]
    fn day_arithmetic_is_its_own_inverse(from in 0..40_000_i64, n in -20_000..20_000_i64) {
        let day = day::plus(date("1970-01-01"), from);
        prop_assert_eq!(day::days_between(day, day::plus(day, n)), n);
    }
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    for edge in [jiff::civil::Date::MIN, jiff::civil::Date::MAX] {
        for n in [i64::MIN, -10_000_000, -1, 1, 10_000_000, i64::MAX] {
            let _ = day::plus(edge, n);
        }
        let _ = day::of_wall(edge.at(0, 0, 0, 0), DayStart::new(23).unwrap());
    }
    let last = Moment::new(Timestamp::MAX, &berlin());
    let _ = (last.wall(), last.to_text(), day::of(&last, DayStart::new(4).unwrap()));
}
