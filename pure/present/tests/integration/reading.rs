//! What a finger, a key or a table reads from a picture is what the spec holds, at the place where it is drawn.

use ebb_present::chart::reading::Lie;
use ebb_present::chart::spec::*;
use ebb_present::chart::{LocalClock, Readable, read, svg};
use ebb_present::number::{HourStyle, Language};
use ebb_present::words::{Surface, Words};
use jiff::civil::date;
use proptest::prelude::*;

use crate::charts::any_spec;
use crate::examples::{DAY, HOUR};

fn read_at(spec: &Spec, width: u16) -> Readable {
    let words = Words::new(Language::English, Surface::Terminal);
    read(spec, &svg::Options::page(width, "read"), &words)
}

fn chart(panels: Vec<Panel>, days: i64, labels: TimeLabels) -> Spec {
    Spec::Chart(Chart {
        title: "a chart".into(),
        description: "of a test".into(),
        time: TimeAxis {
            from_ms: 0,
            to_ms: days * DAY,
            labels,
            title: None,
            clock: LocalClock::utc(),
            hours: HourStyle::TwentyFour,
        },
        panels,
        now: None,
        shades: vec![],
        language: Language::English,
    })
}

fn panel(heading: &str, measure: Measure, series: Vec<Series>) -> Panel {
    Panel {
        heading: heading.into(),
        measure,
        height: 1.0,
        scale: ValueScale::FromZero { at_least: 1.0 },
        series,
        references: vec![],
        notes: vec![],
    }
}

fn bars(amounts: &[Amount]) -> Bars {
    Bars {
        name: "grams".into(),
        bars: (0..)
            .zip(amounts)
            .map(|(day, amount)| Bar {
                from_ms: day * DAY,
                to_ms: (day + 1) * DAY,
                amount: *amount,
            })
            .collect(),
        states: StateNames::english(),
    }
}

/// A level that rises and falls in a day, a sample every half hour, with a gap on the second day.
fn level(days: i64) -> Band {
    let points = (0..=days * 48).map(|step| {
        let at_ms = step * HOUR / 2;
        if (60..70).contains(&step) {
            return BandPoint::gap(at_ms);
        }
        let middle = 94.0 - f64::from(i32::try_from((step % 48 - 29).abs()).unwrap());
        BandPoint::new(
            at_ms,
            middle,
            &[(middle * 0.5, middle * 2.0), (middle * 0.8, middle * 1.2)],
        )
    });
    Band {
        name: "level".into(),
        points: points.collect(),
        labels: vec!["8 in 10".into(), "5 in 10".into()],
        middle_label: None,
        water: Water::None,
    }
}

#[test]
fn an_estimate_is_read_with_its_range_at_its_own_instant() {
    let spec = chart(
        vec![panel("level", Measure::new("ng/mL", 0.1), vec![Series::Band(level(3))])],
        3,
        TimeLabels::Calendar,
    );
    let readable = read_at(&spec, 720);
    let point = readable.points.iter().find(|point| point.when == "Thu 14:30").unwrap();
    assert_eq!(point.said, "about 94 ng/mL (40 to 190)");
    assert_eq!(point.values[0].figure, "94");
    assert_eq!(point.values[0].range.as_deref(), Some("40 to 190"));
    assert_eq!(readable.lie, Lie::InARow);
}

#[test]
fn a_gap_is_read_as_unknown_and_never_as_what_lies_beside_it() {
    let spec = chart(
        vec![panel("level", Measure::plain(), vec![Series::Band(level(3))])],
        3,
        TimeLabels::Calendar,
    );
    let readable = read_at(&spec, 720);
    let gap = readable.points.iter().find(|point| point.said == "unknown").unwrap();
    assert!(
        gap.when.starts_with("Fri 0") || gap.when.starts_with("Fri 1"),
        "{}",
        gap.when
    );
    assert!(readable.points.iter().all(|point| !point.said.is_empty()));
}

#[test]
fn points_of_a_curve_are_no_nearer_than_a_finger_can_tell_apart_but_the_peak_stays() {
    let mut band = level(14);
    band.points[101] = BandPoint::new(101 * HOUR / 2, 500.0, &[(400.0, 600.0), (450.0, 550.0)]);
    let spec = chart(
        vec![panel("level", Measure::plain(), vec![Series::Band(band)])],
        14,
        TimeLabels::Calendar,
    );
    let readable = read_at(&spec, 360);
    assert!(readable.points.len() < 120, "{}", readable.points.len());
    assert!(readable.points.iter().any(|point| point.said.starts_with("about 500")));
    assert!(readable.table.rows.len() <= 60);
    assert_eq!(readable.table.rows[0][0], readable.points[0].when);
    assert_eq!(
        readable.table.rows.last().unwrap()[0],
        readable.points.last().unwrap().when
    );
}

#[test]
fn an_axis_that_counts_says_how_long_after() {
    let spec = chart(
        vec![panel("score", Measure::new("of 64", 1.0), vec![Series::Band(level(2))])],
        2,
        TimeLabels::DaysSince { origin_ms: 0 },
    );
    let readable = read_at(&spec, 720);
    let point = readable.points.iter().find(|point| point.when.starts_with("Thu 14:30"));
    assert_eq!(point.unwrap().when, "Thu 14:30, 14 h 30 min after");
}

#[test]
fn every_state_of_a_day_is_read_in_its_own_words() {
    let amounts = [
        Amount::Known(5.5),
        Amount::AtLeast(1.4),
        Amount::Unknown,
        Amount::Zero,
        Amount::NoEntry,
    ];
    let spec = chart(
        vec![panel(
            "grams per day",
            Measure::new("g", 0.0),
            vec![Series::Bars(bars(&amounts))],
        )],
        5,
        TimeLabels::Calendar,
    );
    let readable = read_at(&spec, 360);
    let said: Vec<&str> = readable.points.iter().map(|point| point.said.as_str()).collect();
    assert_eq!(
        said,
        ["5.5 g", "at least 1.4 g", "unknown amount", "none taken", "no entries"]
    );
    let days: Vec<_> = readable.points.iter().map(|point| point.day.unwrap()).collect();
    assert_eq!(days[0], date(1970, 1, 1));
    assert_eq!(readable.points[4].when, "Mon Jan 5");
    assert_eq!(readable.table.heading, ["Day", "grams per day"]);
    assert_eq!(readable.table.rows[1], ["Fri Jan 2", "at least 1.4"]);
}

#[test]
fn panels_over_one_axis_are_read_together_and_said_once_where_they_agree() {
    let grams = bars(&[Amount::Known(5.5), Amount::NoEntry]);
    let doses = bars(&[Amount::Known(2.0), Amount::NoEntry]);
    let spec = chart(
        vec![
            panel("grams per day", Measure::new("g", 0.0), vec![Series::Bars(grams)]),
            panel("doses per day", Measure::plain(), vec![Series::Dots(doses)]),
        ],
        2,
        TimeLabels::Calendar,
    );
    let readable = read_at(&spec, 360);
    assert_eq!(readable.points[0].said, "grams per day: 5.5 g, doses per day: 2");
    assert_eq!(readable.points[1].said, "no entries");
    assert_eq!(readable.table.rows[0], ["Thu Jan 1", "5.5", "2"]);
    assert_eq!(readable.points[0].values[1].panel, 1);
}

#[test]
fn a_dose_is_named_where_it_stands() {
    let marks = Marks {
        name: "dose".into(),
        hollow_name: "dose, amount unknown".into(),
        marks: vec![Mark {
            at_ms: 8 * HOUR + 7 * 60_000,
            fill: MarkFill::Full,
            label: "dose".into(),
        }],
    };
    let series = vec![Series::Band(level(1)), Series::Marks(marks)];
    let spec = chart(
        vec![panel("level", Measure::new("ng/mL", 0.1), series)],
        1,
        TimeLabels::Calendar,
    );
    let readable = read_at(&spec, 360);
    let dose = readable.points.iter().find(|point| point.when == "Thu 08:07").unwrap();
    assert!(dose.said.starts_with("about 81 ng/mL ("), "{}", dose.said);
    assert!(dose.said.ends_with("), dose"), "{}", dose.said);
}

#[test]
fn a_calendar_is_read_day_by_day_in_weeks() {
    let spec = Spec::Calendar(Calendar {
        title: "The year".into(),
        description: String::new(),
        from: date(2025, 12, 29),
        to: date(2026, 1, 13),
        days: vec![
            CalendarDay {
                date: date(2026, 1, 6),
                amount: Amount::Known(4.5),
            },
            CalendarDay {
                date: date(2026, 1, 7),
                amount: Amount::Zero,
            },
        ],
        unit: "g".into(),
        states: StateNames::english(),
        language: Language::English,
    });
    let readable = read_at(&spec, 360);
    assert_eq!(readable.lie, Lie::InWeeks);
    assert_eq!(readable.points.len(), 16);
    assert_eq!(readable.points[0].when, "Mon Dec 29, 2025");
    assert_eq!(readable.points[8].when, "Tue Jan 6");
    assert_eq!(readable.points[8].said, "4.5 g");
    assert_eq!(readable.points[8].day, Some(date(2026, 1, 6)));
    // A week to the right, a day below.
    let (monday, tuesday, next) = (
        &readable.points[0].area,
        &readable.points[1].area,
        &readable.points[7].area,
    );
    assert!((monday.left - tuesday.left).abs() < 1e-9 && tuesday.top > monday.top);
    assert!(next.left > monday.left && (next.top - monday.top).abs() < 1e-9);
    // The weeks before the first entry are left out of the table, days outside the year stay open.
    assert_eq!(readable.table.heading.len(), 8);
    assert_eq!(readable.table.rows.len(), 2);
    assert_eq!(readable.table.rows[0][0], "Jan 5, 2026");
    assert_eq!(readable.table.rows[0][2..4], ["4.5 g", "none taken"]);
    assert_eq!(readable.table.rows[1][3], "");
}

proptest! {
    #[test]
    fn every_point_lies_within_the_drawing_and_in_order(spec in any_spec(), width in 280u16..1_200) {
        let scene = svg::scene(&spec, &svg::Options::page(width, "read"));
        let readable = read_at(&spec, width);
        for point in &readable.points {
            prop_assert!(point.area.left >= 0.0 && point.area.right <= scene.width + 0.01, "{point:?}");
            prop_assert!(point.area.top >= 0.0 && point.area.bottom <= scene.height + 0.01, "{point:?}");
            prop_assert!(point.area.right >= point.area.left && point.area.bottom > point.area.top, "{point:?}");
        }
        if readable.lie == Lie::InARow {
            for pair in readable.points.windows(2) {
                prop_assert!(pair[0].area.left <= pair[1].area.left, "{pair:?}");
            }
        }
        for row in &readable.table.rows {
            prop_assert_eq!(row.len(), readable.table.heading.len());
        }
    }
}
