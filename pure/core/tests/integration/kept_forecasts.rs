//! The forecasts that are kept: what of them, how often, and that they are no entries of the diary.

use crate::learning::check_in;
use crate::score::{forecast, judged, person};
use crate::support::{Book, at, dose};
use ebb_core::amount::Quantity;
use ebb_core::diary::Diary;
use ebb_core::event::{Event, Forecast};
use ebb_core::view::Frame;
use ebb_core::view::course::{Condition, CourseView, Pace, Taper, course};
use ebb_core::view::forecast::ABOVE;
use ebb_core::view::reading::{self, Reading};
use ebb_core::view::score::{PROBABILITIES, course_to_keep, forecast_to_keep, score};

fn read(book: &Book, now: &str) -> (Frame, Diary, Reading) {
    let (frame, diary) = book.seen_at(now);
    let reading = reading::read(&frame, &diary).unwrap();
    (frame, diary, reading)
}

fn to_keep(book: &Book, now: &str) -> Option<Forecast> {
    let (frame, diary, reading) = read(book, now);
    forecast_to_keep(&frame, &diary, &reading)
}

#[test]
fn what_is_kept_is_what_was_shown_and_only_once() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 12, &[8, 14, 20], 3.0);
    let (frame, diary, reading) = read(&book, "2026-01-13T09:00");
    let kept = forecast_to_keep(&frame, &diary, &reading).unwrap();
    assert_eq!(kept.last_dose.at, at("2026-01-12T20:00").at);
    assert_eq!(
        (kept.draws, kept.learned_from, kept.hours.len(), kept.input.len()),
        (200, 0, 33, 32)
    );
    assert!(kept.population_tenths.is_empty());
    let outlook = &reading.outlook;
    for (row, ahead) in kept.tenths.iter().zip(&kept.hours) {
        let idx = outlook
            .times_h
            .iter()
            .position(|t| (t - reading.now_h - ahead).abs() < 1e-6)
            .unwrap();
        let shown = |p: f64| f64::from(row[PROBABILITIES.iter().position(|q| (q - p).abs() < 1e-9).unwrap()]) / 10.0;
        assert!(
            (shown(0.5) - outlook.withdrawal_64.median[idx]).abs() <= 0.051,
            "{ahead}"
        );
        assert!(
            (shown(0.1) - outlook.withdrawal_64.low_80[idx]).abs() <= 0.051,
            "{ahead}"
        );
        assert!(
            (shown(0.75) - outlook.withdrawal_64.high_50[idx]).abs() <= 0.051,
            "{ahead}"
        );
    }
    book.write(Event::Forecast(kept));
    assert_eq!(to_keep(&book, "2026-01-13T09:00"), None);
    assert_eq!(to_keep(&book, "2026-01-13T14:59"), None);
    assert!(
        to_keep(&book, "2026-01-13T15:00").is_some(),
        "six hours later it is another"
    );
    assert!(
        to_keep(&book, "2026-01-13T08:30").is_some(),
        "a clock that went back hides nothing"
    );
    book.grams("2026-01-13T10:00", 1.0);
    assert!(
        to_keep(&book, "2026-01-13T10:30").is_some(),
        "and so is one from other doses"
    );
}

#[test]
fn ranges_that_held_too_little_are_shown_wider_and_never_narrower() {
    let mut book = person(3, 30, 2.5);
    let view = judged(&book);
    assert!(view.widening.factor > 1.0);
    // The same person goes on using; the reading that comes draws on the score.
    book.days_of("2026-04-02", 10, &[8, 14, 20], 4.0);
    let (frame, diary, wide) = read(&book, "2026-04-12T09:00");
    assert!((wide.rests_on.widened_by - view.widening.factor).abs() < 1e-9);
    assert_eq!(wide.rests_on.past_held, view.all.map(|all| all.inside_80));
    let mut plain = Book::new();
    plain.write(Event::Dose(dose("2026-03-01T21:00", Some(Quantity::grams(3.0)))));
    plain.days_of("2026-04-02", 10, &[8, 14, 20], 4.0);
    let (_, _, own) = read(&plain, "2026-04-12T09:00");
    let (wide_band, own_band) = (&wide.outlook.withdrawal_64, &own.outlook.withdrawal_64);
    assert_eq!(wide_band.median, own_band.median);
    for idx in 0..own_band.median.len() {
        assert!(wide_band.low_80[idx] <= own_band.low_80[idx] && wide_band.high_80[idx] >= own_band.high_80[idx]);
        assert!((0.0..=64.0).contains(&wide_band.low_80[idx]) && wide_band.high_80[idx] <= 64.0);
    }
    assert!(wide.outlook.peak.high_80 > own.outlook.peak.high_80);
    // What is kept says so, and holds the model's own.
    let kept = forecast_to_keep(&frame, &diary, &wide).unwrap();
    assert!((kept.widened_by - view.widening.factor).abs() < 1e-9);
    assert_eq!(wide.made_of.rows, own.made_of.rows);
}

#[test]
fn a_kept_forecast_is_no_entry_and_undo_passes_it_by() {
    let mut book = Book::new();
    let dose = book.grams("2026-03-02T08:00", 2.0);
    let kept = book.write(Event::Forecast(forecast(0.0, 5.0)));
    let diary = book.diary();
    assert_eq!((diary.n_entries(), diary.forecasts.len()), (1, 1));
    assert_eq!(ebb_core::view::entries::undo_target(&book.entries), Some(dose));
    assert_eq!(ebb_core::view::entries::last_by_hand(&diary), Some(dose));
    assert_eq!(ebb_core::view::entries::newest(&diary, 9).len(), 1);
    // It cannot be changed; it can be taken back by name.
    book.amend(kept, r#"{"seed":2}"#);
    assert_eq!(book.diary().forecasts[0].body.seed, 1);
    book.retract(kept);
    assert!(book.diary().forecasts.is_empty());
}

fn looked_at(book: &Book, now: &str, condition: &Condition) -> (CourseView, Option<Forecast>) {
    let (frame, diary, reading) = read(book, now);
    let view = course(&frame, &Ok(reading.clone()), condition, 14, ABOVE).unwrap();
    let kept = course_to_keep(&frame, &diary, &reading, &view);
    (view, kept)
}

#[test]
fn a_course_that_was_shown_is_kept_with_what_it_assumed_and_only_once() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 12, &[8, 14, 20], 3.0);
    let (now, later) = ("2026-01-13T09:00", "2026-01-13T10:00");
    let (view, kept) = looked_at(&book, now, &Condition::KeepOn);
    let kept = kept.unwrap();
    let assumed = kept.assumed.clone().unwrap();
    // Three a day for two weeks, from this afternoon on, as much as ever.
    assert_eq!((kept.hours.last(), assumed.doses.len()), (Some(&336.0), 41));
    assert_eq!((assumed.doses[0].hours, assumed.doses[1].hours), (5.0, 11.0));
    let mg = book_mg(&book, now);
    assert!(assumed.doses.iter().all(|dose| (dose.mg - mg).abs() < 0.051));
    for (row, ahead) in kept.tenths.iter().zip(&kept.hours).take(20) {
        let at_ms = kept.when.ms() + (ahead * 3_600_000.0) as i64;
        let shown = view.withdrawal_64.at_ms.iter().position(|ms| *ms == at_ms).unwrap();
        assert!((f64::from(row[6]) / 10.0 - view.withdrawal_64.band.median[shown]).abs() <= 0.051);
    }
    book.write(Event::Forecast(kept));
    assert_eq!(looked_at(&book, later, &Condition::KeepOn).1, None);
    assert!(
        looked_at(&book, "2026-01-13T15:00", &Condition::KeepOn).1.is_some(),
        "six hours later it is another"
    );
    let taper = Condition::Taper(Taper::new(10, 7, Pace::Own).unwrap());
    assert!(
        looked_at(&book, later, &taper).1.is_some(),
        "another course is another forecast"
    );
    assert!(to_keep(&book, later).is_some(), "and so is stopping");
    assert_eq!(
        looked_at(&book, later, &Condition::Stop).1,
        None,
        "which is the reading's own"
    );
}

/// Milligrams of one dose, as the engine is told.
fn book_mg(book: &Book, now: &str) -> f64 {
    read(book, now).2.input.doses[0].dose.mitragynine_mg
}

#[test]
fn who_goes_on_as_before_sees_how_that_was_foretold_apart_from_stopping() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 12, &[8, 14, 20], 3.0);
    let now = "2026-01-13T09:00";
    let (stop, going_on) = (to_keep(&book, now), looked_at(&book, now, &Condition::KeepOn).1);
    book.write(Event::Forecast(stop.unwrap()));
    book.write(Event::Forecast(going_on.unwrap()));
    book.days_of("2026-01-14", 2, &[8, 14, 20], 3.0);
    book.grams("2026-01-13T14:30", 3.0);
    book.grams("2026-01-13T20:30", 3.0);
    check_in(&mut book, "2026-01-15T12:00", 6.0);
    let (frame, diary) = book.seen_at("2026-01-16T09:00");
    let view = score(&frame, &diary);
    assert_eq!((view.stopping.n_kept, view.going_on.n_kept), (1, 1));
    assert_eq!(
        (view.stopping.scored.len(), view.stopping.left_out.something_taken),
        (0, 1)
    );
    assert_eq!(
        (view.going_on.scored.len(), view.going_on.left_out.not_as_assumed),
        (1, 0)
    );
    assert_eq!(view.going_on.scored[0].said, 6.0);
}
