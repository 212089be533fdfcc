//! Figures read as they should, and never say more than is known.

use ebb_present::number::{HourStyle, Language, Numbers, Phrases};
use jiff::civil::{date, time};
use proptest::prelude::*;

fn numbers() -> Numbers {
    Numbers::new(Language::English, HourStyle::TwentyFour)
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

#[test]
fn what_a_person_recorded_keeps_all_its_digits() {
    let cases = [
        (2.25, "2.25 g"),
        (2.5, "2.5 g"),
        (0.1, "0.1 g"),
        (3.0, "3 g"),
        (0.0, "0 g"),
        (1234.5, "1,234.5 g"),
    ];
    for (grams, shown) in cases {
        assert_eq!(numbers().amount_exact(Some(grams), "g"), shown);
    }
    assert_eq!(numbers().amount_as_typed(" 2.50", "g"), "2.50 g");
    assert_eq!(numbers().amount_as_typed("2,5", "g"), "2,5 g");
    assert_eq!(numbers().amount_as_typed("\u{1b}[2J", "g"), "<U+001B>[2J g");
}

#[test]
fn unknown_is_a_word_and_never_zero() {
    for unknown in [None, Some(f64::NAN), Some(f64::INFINITY)] {
        assert_eq!(numbers().amount_exact(unknown, "g"), "unknown amount");
        assert_eq!(numbers().amount_estimate(unknown, "g"), "unknown amount");
    }
    assert_eq!(numbers().amount_as_typed("  ", "g"), "unknown amount");
    assert_eq!(numbers().percent(f64::NAN), "unknown");
    assert_eq!(numbers().range(f64::NAN, 2.0, "g"), "unknown");
    assert_eq!(numbers().duration_estimate(f64::NAN), "unknown");
    assert_eq!(numbers().score(f64::NAN, 64.0, None), "unknown");
}

#[test]
fn an_estimate_has_two_significant_digits() {
    let cases = [
        (2.34, "2.3"),
        (2.04, "2"),
        (9.96, "10"),
        (134.0, "130"),
        (0.034_2, "0.034"),
        (12_345.0, "12,000"),
    ];
    for (value, shown) in cases {
        assert_eq!(numbers().estimate(value), shown);
    }
    assert_eq!(numbers().amount_estimate(Some(34.6), "mg"), "about 35 mg");
}

#[test]
fn ranges_are_rounded_outwards() {
    let cases = [
        (2.13, 3.38, "2.1 to 3.4 g"),
        (3.38, 2.13, "2.1 to 3.4 g"),
        (4.0, 9.0, "4 to 9 g"),
        (98.2, 102.9, "98 to 103 g"),
        (0.41, 12.7, "0.41 to 13 g"),
        (0.0, 2.0, "0 to 2 g"),
        (2.1, 2.1, "2.1 g"),
        (1_210.0, 3_890.0, "1,200 to 3,900 g"),
    ];
    for (low, high, shown) in cases {
        assert_eq!(numbers().range(low, high, "g"), shown);
    }
    assert_eq!(numbers().range_short(4.0, 9.0), "4–9");
    assert_eq!(numbers().range_short(-1.0, 2.0), "−1 to 2");
}

#[test]
fn shares_near_the_ends_do_not_pretend() {
    let cases = [
        (0.0, "0%"),
        (0.002, "under 1%"),
        (0.354, "35%"),
        (0.996, "over 99%"),
        (1.0, "100%"),
        (1.5, "150%"),
    ];
    for (fraction, shown) in cases {
        assert_eq!(numbers().percent(fraction), shown);
    }
    assert_eq!(numbers().percent_range(0.204, 0.348), "20% to 35%");
    assert_eq!(numbers().percent_range(0.001, 0.1), "under 1% to 10%");
}

#[test]
fn scores_say_out_of_what_and_how_sure() {
    assert_eq!(numbers().score(23.0, 64.0, None), "23 of 64");
    assert_eq!(numbers().score(23.0, 64.0, Some((18.0, 29.0))), "23 of 64 (18–29)");
}

#[test]
fn durations_read_as_people_say_them() {
    let cases = [
        (30_000, "under 1 min"),
        (20 * MINUTE, "20 min"),
        (3 * HOUR, "3 h"),
        (3 * HOUR + 5 * MINUTE, "3 h 5 min"),
        (DAY, "1 day"),
        (2 * DAY + 4 * HOUR, "2 days 4 h"),
        (9 * DAY + 4 * HOUR, "9 days"),
        (-(20 * MINUTE), "20 min"),
    ];
    for (length_ms, shown) in cases {
        assert_eq!(numbers().duration(length_ms), shown);
    }
}

#[test]
fn moments_are_told_against_now() {
    let cases = [
        (0, "just now"),
        (-30_000, "just now"),
        (30_000, "now"),
        (-20 * MINUTE, "20 min ago"),
        (-(3 * HOUR + 5 * MINUTE), "3 h 5 min ago"),
        (-(2 * DAY + 4 * HOUR), "2 days ago"),
        (2 * DAY, "in 2 days"),
        (DAY + 2 * HOUR, "in 1 day 2 h"),
        (400 * DAY, "in 400 days"),
    ];
    for (from_now_ms, shown) in cases {
        assert_eq!(numbers().relative(from_now_ms), shown);
    }
}

#[test]
fn worked_out_durations_are_not_precise() {
    let cases = [
        (0.4, "under 1 h"),
        (14.3, "about 14 h"),
        (47.0, "about 47 h"),
        (60.0, "about 3 days"),
        (240.0, "about 10 days"),
    ];
    for (hours, shown) in cases {
        assert_eq!(numbers().duration_estimate(hours), shown);
    }
    assert_eq!(numbers().duration_range(12.4, 29.1), "12 to 30 h");
    assert_eq!(numbers().duration_range(30.0, 70.0), "1 to 3 days");
    assert_eq!(numbers().duration_range(6.0, 70.0), "6 h to 3 days");
}

#[test]
fn dates_and_hours_are_written_in_both_styles() {
    let day = date(2026, 2, 3);
    assert_eq!(numbers().date_short(day), "Feb 3");
    assert_eq!(numbers().date_with_weekday(day), "Tue Feb 3");
    assert_eq!(numbers().date_full(day), "Feb 3, 2026");
    assert_eq!(numbers().clock_time(time(8, 5, 0, 0)), "08:05");
    let twelve = Numbers::new(Language::English, HourStyle::Twelve);
    assert_eq!(twelve.clock_time(time(0, 5, 0, 0)), "12:05 am");
    assert_eq!(twelve.clock_time(time(20, 5, 0, 0)), "8:05 pm");
}

#[test]
fn another_language_brings_its_own_separators_and_order() {
    static WITH_COMMA: Phrases = Phrases {
        decimal: ",",
        thousands: ".",
        percent_sign: " %",
        about: "etwa",
        range_to: "bis",
        ago: "vor {}",
        day_and_month: "{day}. {month}",
        ..Phrases::ENGLISH
    };
    let numbers = Numbers::with_phrases(&WITH_COMMA, HourStyle::TwentyFour);
    assert_eq!(numbers.amount_exact(Some(1_234.25), "g"), "1.234,25 g");
    assert_eq!(numbers.range(2.13, 3.38, "g"), "2,1 bis 3,4 g");
    assert_eq!(numbers.relative(-20 * MINUTE), "vor 20 min");
    assert_eq!(numbers.date_short(date(2026, 2, 3)), "3. Feb");
}

fn as_number(shown: &str) -> f64 {
    shown.replace(',', "").replace('−', "-").parse().unwrap()
}

proptest! {
    #[test]
    fn a_recorded_amount_reads_back_as_the_same_number(value in -1e9..1e9f64) {
        let read_back = as_number(&numbers().exact(value));
        prop_assert!((read_back - value).abs() == 0.0);
    }

    #[test]
    fn no_amount_above_zero_reads_as_zero(exponent in -12..12i32, mantissa in 1.0..9.99f64) {
        let value = mantissa * 10f64.powi(exponent);
        prop_assert!(as_number(&numbers().estimate(value)) > 0.0);
        prop_assert!((as_number(&numbers().estimate(value)) / value - 1.0).abs() < 0.051);
    }

    #[test]
    fn a_written_range_holds_the_true_one(low in 0.0..5_000.0f64, width in 0.0..5_000.0f64) {
        let shown = numbers().range(low, low + width, "");
        let (first, last) = shown.split_once(" to ").unwrap_or((&shown, &shown));
        // An end that would be written as 0 keeps two digits of its own instead, which may move it by 5 %.
        prop_assert!(as_number(first) <= low * 1.051 + 1e-6, "{} {}", shown, low);
        prop_assert!(as_number(last) >= (low + width) * (1.0 - 1e-9) - 1e-6, "{} {}", shown, low + width);
        prop_assert!(as_number(first) <= as_number(last));
    }

    #[test]
    fn any_number_at_all_can_be_written(value in any::<f64>(), other in any::<f64>(), ms in any::<i64>()) {
        let writer = numbers();
        for shown in [
            writer.exact(value), writer.estimate(value), writer.percent(value), writer.range(value, other, "g"),
            writer.range_short(value, other), writer.percent_range(value, other), writer.duration_estimate(value),
            writer.duration_range(value, other), writer.duration(ms), writer.relative(ms),
            writer.score(value, other, Some((value, other))),
        ] {
            prop_assert!(!shown.is_empty() && !shown.contains("NaN") && !shown.contains("inf"), "{}", shown);
        }
    }
}

#[test]
fn a_day_in_milliseconds_is_one_day() {
    assert_eq!(numbers().duration(DAY), "1 day");
    assert_eq!(numbers().relative(i64::MIN), "unknown");
}
