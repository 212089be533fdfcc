//! The forecast of someone who has stopped: it is counted from the last dose, and days later it tells the same story.

use crate::support::{Book, at, date};
use ebb_core::event::DaySays;
use ebb_core::view::forecast::{ForecastView, forecast};
use ebb_core::view::reading;
use jiff::ToSpan;

/// Six weeks of heavy use to the evening of 11 February, then days said to be without, seen at nine on `day`.
fn stopped(day: &str) -> ForecastView {
    let mut book = Book::new();
    book.days_of("2026-01-01", 42, &[8, 12, 16, 20], 5.0);
    let mut without = date("2026-02-12");
    while without < date(day) {
        book.says(&without.to_string(), DaySays::NothingTaken);
        without = without.checked_add(1.day()).unwrap();
    }
    let (frame, diary) = book.seen_at(&format!("{day}T09:00"));
    forecast(&frame, &reading::read(&frame, &diary), 14).unwrap()
}

#[test]
fn hours_are_counted_from_the_last_dose() {
    let view = stopped("2026-02-12");
    assert_eq!(view.last_dose.at, at("2026-02-11T20:00").at);
    assert_eq!((view.day_now, view.day_worst_64.len()), (0, 14));
    assert!(view.onset_h.band.mid < view.peak_h.mid);
    assert!(view.peak_h.mid < 24.0 * view.below_quarter_days.band.mid);
}

#[test]
fn peak_and_first_days_stay_what_they_were_when_they_lie_days_back() {
    let early = stopped("2026-02-12");
    for (day, day_now) in [
        ("2026-02-15", 3),
        ("2026-02-18", 6),
        ("2026-02-25", 13),
        ("2026-03-09", 25),
    ] {
        let late = stopped(day);
        assert_eq!(
            (late.day_now, late.day_worst_64.len()),
            (day_now, day_now + 14),
            "{day}"
        );
        assert_eq!(late.last_dose, early.last_dose);
        let near = |a: f64, b: f64| (a - b).abs() <= 0.02 * b.abs() + 0.1;
        assert!(
            near(late.peak_64.mid, early.peak_64.mid),
            "{day}: {:?} was {:?}",
            late.peak_64,
            early.peak_64
        );
        // Read off at other hours of the same curve: that much the times may move.
        for (a, b) in [
            (late.onset_h.band.mid, early.onset_h.band.mid),
            (late.peak_h.mid, early.peak_h.mid),
        ] {
            assert!((a - b).abs() <= 1.0, "{day}: {a} was {b}");
        }
        for (n, (a, b)) in late.day_worst_64.iter().zip(&early.day_worst_64).enumerate() {
            assert!(near(a.mid, b.mid), "{day}, day {n}: {a:?} was {b:?}");
        }
    }
}

#[test]
fn a_year_after_the_last_dose_is_still_counted_from_it() {
    let view = stopped("2027-02-12");
    assert_eq!(view.day_now, 365);
    assert_eq!(view.day_worst_64.len(), 379);
    assert!(view.withdrawal_64.band.median.iter().all(|w| *w < 1.0));
    assert!(view.peak_64.mid > 5.0);
}
