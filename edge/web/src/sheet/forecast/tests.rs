//! What the forecast screen says of made-up diaries.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;
use crate::sheet::testing::{Book, at, frame, voice, zone};
use ebb_core::view::course::{self, Pace, Taper};
use ebb_core::view::{forecast as view, reading};

const NOW: &str = "2026-02-03T18:00:00";

/// Three doses a day for four weeks, the last this morning.
fn four_weeks() -> Book {
    let mut book = Book::new();
    for day in 0..28 {
        for hour in [8, 14, 20] {
            let wall = jiff::civil::date(2026, 1, 6)
                .at(hour, 30, 0, 0)
                .saturating_add(day.days());
            if zone().to_timestamp(wall).unwrap() < at(NOW) {
                book.dose(&wall.to_string(), Some(2.0), None);
            }
        }
    }
    book
}

fn sheet(book: &Book, now: &str, days: u32) -> Result<Forecast, NoForecast> {
    let diary = book.diary();
    let frame = frame(now, &diary);
    let reading = reading::read(&frame, &diary);
    forecast(&voice(), &frame, &view::forecast(&frame, &reading, days), 360)
}

#[test]
fn the_horizon_decides_how_many_days_are_told_and_today_is_marked() {
    let book = four_weeks();
    for days in [7, 14, 28] {
        let forecast = sheet(&book, NOW, days).unwrap();
        assert_eq!(forecast.each_day.len(), days as usize, "{days}");
        let now: Vec<bool> = forecast.each_day.iter().map(|day| day.is_now).collect();
        assert_eq!(now.iter().filter(|is_now| **is_now).count(), 1);
        assert!(now[0]);
    }
    let first = &sheet(&book, NOW, 7).unwrap().each_day[0];
    assert_eq!((&*first.name, &*first.from), ("day 1", "from Mon Feb 2 20:30"));
}

#[test]
fn days_that_are_over_are_told_as_such_and_only_the_last_of_them() {
    let forecast = sheet(&four_weeks(), "2026-02-06T22:00:00", 7).unwrap();
    let names: Vec<(&str, bool)> = forecast.each_day.iter().map(|day| (&*day.name, day.is_past)).collect();
    assert_eq!(
        names[..4],
        [("day 3", true), ("day 4", true), ("day 5", false), ("day 6", false)]
    );
    assert_eq!(names.len(), 9);
}

#[test]
fn every_figure_stands_with_its_range_and_the_list_says_what_the_picture_says() {
    let forecast = sheet(&four_weeks(), NOW, 14).unwrap();
    let range: Vec<&str> = forecast.peak.range.split(" to ").collect();
    assert_eq!(range.len(), 2, "{}", forecast.peak.range);
    let [low, middle, high] = forecast.peak.shares;
    assert!(low <= middle && middle <= high && high <= 1.0);
    let highest = forecast
        .chart
        .points
        .iter()
        .find(|point| point.said.contains("hardest"));
    let said = &highest.unwrap().said;
    assert!(said.contains("of 64 (") && said.starts_with("about "), "{said}");
    let labels: Vec<&str> = forecast.course.iter().map(|part| &*part.label).collect();
    assert_eq!(labels, ["First signs", "Hardest", "Mostly over"]);
    assert!(forecast.course.iter().all(|part| !part.value.is_empty()));
}

#[test]
fn severe_symptoms_and_a_former_dose_are_spoken_of_beside_every_forecast() {
    let forecast = sheet(&four_weeks(), NOW, 7).unwrap();
    assert!(forecast.before[0].contains("do not stop alone"));
    assert!(forecast.before[1].contains("too strong"));
    assert_eq!(forecast.rests_on[0], "Rests on 84 doses over 29 days.");
}

#[test]
fn coming_down_is_told_by_its_steps_and_without_an_amount() {
    let diary = four_weeks().diary();
    let frame = frame(NOW, &diary);
    let reading = reading::read(&frame, &diary);
    let taper = Taper::new(10, 7, Pace::Own).unwrap();
    let view = course::course(&frame, &reading, &course::Condition::Taper(taper), 14, view::ABOVE);
    let sheet = crate::sheet::course(&voice(), &frame, &view, 360).unwrap();
    assert!(
        sheet.lead[0].contains("after every 7 days each amount is 10% smaller"),
        "{}",
        sheet.lead[0]
    );
    assert!(sheet.lead[1].contains("Largest step down"), "{}", sheet.lead[1]);
    assert!(sheet.mind[0].contains("too kind"), "{}", sheet.mind[0]);
    for said in sheet.lead.iter().chain(&sheet.figures).chain(&sheet.mind) {
        assert!(!said.contains("mg") && !said.contains(" g "), "{said}");
    }
}

#[test]
fn a_silence_gives_its_reason_and_what_would_change_it() {
    let silence = sheet(&Book::new(), NOW, 14).unwrap_err();
    assert_eq!(silence.reason, "Nothing is logged yet.");
    assert_eq!(silence.way, Way::Log);
    let stale = sheet(&four_weeks(), "2026-05-03T18:00:00", 14).unwrap_err();
    assert_eq!(stale.way, Way::Days);
    assert!(stale.reason.starts_with("Nothing was logged for"), "{}", stale.reason);
}
