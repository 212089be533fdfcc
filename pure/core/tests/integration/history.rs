//! Days: what is known, what is not, and how wide.

use crate::support::{Book, close, date, dose, estimate, product, tea};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::event::{DaySays, Dose, Event, Precision, Product, ProductKind};
use ebb_core::moment::Moment;
use ebb_core::view::history::{DayRow, DayState, day_rows, day_rows_since, history, median, span};
use ebb_evidence::cited;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

fn row(book: &Book, day: &str) -> DayRow {
    let (frame, diary) = book.seen_at("2026-06-01T12:00");
    let view = history(&frame, &diary, date(day), date(day));
    let [row] = &view.days[..] else {
        panic!("one day was asked for")
    };
    row.clone()
}

#[test]
fn the_five_states_of_a_day_are_kept_apart() {
    let mut book = Book::new();
    book.says("2026-02-02", DaySays::NothingTaken);
    book.dose("2026-02-03T08:00", None);
    book.grams("2026-02-04T08:00", 2.0);
    book.dose("2026-02-04T20:00", None);
    book.grams("2026-02-05T08:00", 2.0);
    book.grams("2026-02-05T20:00", 1.5);
    let seen = |day: &str| {
        let row = row(&book, day);
        (row.state, row.grams, row.doses, row.unknown_doses)
    };
    assert_eq!(seen("2026-02-01"), (DayState::NoEntry, None, 0, 0));
    assert_eq!(seen("2026-02-02"), (DayState::NothingTaken, Some(0.0), 0, 0));
    assert_eq!(seen("2026-02-03"), (DayState::UnknownAmount, None, 1, 1));
    assert_eq!(seen("2026-02-04"), (DayState::PartlyKnown, Some(2.0), 2, 1));
    assert_eq!(seen("2026-02-05"), (DayState::Known, Some(3.5), 2, 0));
    // Milligrams are not given for part of a day as if they were the whole.
    assert_eq!(row(&book, "2026-02-04").mitragynine_mg, None);
    assert!(row(&book, "2026-02-05").mitragynine_mg.is_some());
}

#[test]
fn a_dose_of_zero_is_an_entry_and_not_a_day_without() {
    let mut book = Book::new();
    book.grams("2026-02-05T08:00", 0.0);
    let row = row(&book, "2026-02-05");
    assert_eq!((row.state, row.grams, row.doses), (DayState::Known, Some(0.0), 1));
    assert_eq!(row.mitragynine_mg.map(|b| (b.low, b.high)), Some((0.0, 0.0)));
}

#[test]
fn statements_about_whole_days_yield_to_doses_and_the_newest_counts() {
    let mut book = Book::new();
    book.says("2026-02-01", DaySays::Total(Quantity::grams(7.5)));
    book.says("2026-02-02", DaySays::Total(Quantity::grams(7.5)));
    book.grams("2026-02-02T08:00", 2.0);
    book.says("2026-02-03", DaySays::NothingTaken);
    book.says("2026-02-03", DaySays::Unknown);
    book.says("2026-02-04", DaySays::NothingTaken);
    book.grams("2026-02-05T02:00", 1.0);
    let seen = |day: &str| {
        let row = row(&book, day);
        (row.state, row.grams, row.is_day_total)
    };
    assert_eq!(seen("2026-02-01"), (DayState::Known, Some(7.5), true));
    assert_eq!(seen("2026-02-02"), (DayState::Known, Some(2.0), false));
    assert_eq!(seen("2026-02-03"), (DayState::UnknownAmount, None, true));
    // The night dose belongs to the fourth, which therefore was not without.
    assert_eq!(seen("2026-02-04"), (DayState::Known, Some(1.0), false));
}

#[test]
fn a_dose_of_which_only_the_day_is_known_stays_on_that_day() {
    let mut book = Book::new();
    book.write(Event::Dose(Dose {
        precision: Precision::Day,
        ..dose("2026-02-05T00:00", Some(Quantity::grams(2.0)))
    }));
    assert_eq!(row(&book, "2026-02-05").doses, 1);
}

#[test]
fn doses_that_are_not_measured_in_grams_are_counted_beside_the_grams() {
    let mut book = Book::new();
    let shot = book.write(Event::Product(Product {
        mitragynine_mg_each: estimate(100.0, 0.3),
        ..product("shot", ProductKind::Extract)
    }));
    let tablet = book.write(Event::Product(product("tablet", ProductKind::SevenOh)));
    let of = |id, wall: &str, unit| {
        Event::Dose(Dose {
            product: Some(id),
            ..dose(wall, Some(Quantity::new(1.0, unit)))
        })
    };
    book.grams("2026-02-05T08:00", 2.0);
    book.write(of(shot, "2026-02-05T12:00", Unit::Piece));
    book.write(of(tablet, "2026-02-05T16:00", Unit::Piece));
    book.dose("2026-02-06T08:00", tea(300.0));
    let mixed = row(&book, "2026-02-05");
    assert_eq!((mixed.state, mixed.grams, mixed.doses), (DayState::Known, Some(2.0), 3));
    assert_eq!((mixed.doses_not_in_grams, mixed.doses_without_forecast), (2, 1));
    // 7-OH is no part of the mitragynine, and its absence does not make that unknown.
    let mg = mixed.mitragynine_mg.unwrap();
    let middle = 2.0 * cited::LEAF_MITRAGYNINE.value + 100.0;
    assert!((mg.mid / middle - 1.0).abs() < 0.1, "{} for {middle}", mg.mid);
    let tea_day = row(&book, "2026-02-06");
    assert_eq!(
        (tea_day.grams, tea_day.doses_not_in_grams, tea_day.mitragynine_mg),
        (None, 1, None)
    );
}

#[test]
fn every_day_asked_for_is_there_and_nothing_else() {
    let mut book = Book::new();
    book.grams("2026-02-05T08:00", 2.0);
    let (frame, diary) = book.seen_at("2026-02-10T12:00");
    let view = history(&frame, &diary, date("2026-01-30"), date("2026-02-08"));
    let days: Vec<String> = view.days.iter().map(|d| d.day.to_string()).collect();
    assert_eq!(
        (days.len(), days[0].as_str(), days[9].as_str()),
        (10, "2026-01-30", "2026-02-08")
    );
    assert_eq!(history(&frame, &diary, date("2026-02-08"), date("2026-01-30")).days, []);
    assert_eq!(span(&diary), Some((date("2026-02-05"), date("2026-02-05"))));
    assert_eq!(span(&Book::new().diary()), None);
}

#[test]
fn the_usual_day_is_a_median_of_known_days_before_today() {
    let mut book = Book::new();
    for (day, grams) in [(1, 2.0), (2, 3.0), (3, 100.0), (4, 4.0), (5, 2.5)] {
        book.grams(&format!("2026-02-0{day}T08:00"), grams);
        book.grams(&format!("2026-02-0{day}T20:00"), 0.0);
    }
    let usual = |book: &Book, now: &str| {
        let (frame, diary) = book.seen_at(now);
        history(&frame, &diary, frame.today(), frame.today()).usual
    };
    let found = usual(&book, "2026-02-06T12:00").unwrap();
    close(found.grams, 3.0);
    close(found.doses, 2.0);
    assert_eq!(found.n_days, 5);
    // Today is not over, so it is not among them; four days are too few.
    assert_eq!(usual(&book, "2026-02-05T12:00"), None);
    // Days that are not known, and days without an entry, are not days of zero.
    book.dose("2026-02-06T08:00", None);
    assert_eq!(usual(&book, "2026-02-20T12:00").unwrap().n_days, 5);
    // A day said to be without is one of zero.
    book.says("2026-02-07", DaySays::NothingTaken);
    close(usual(&book, "2026-02-20T12:00").unwrap().grams, 2.75);
    // After four weeks there is nothing to compare with.
    assert_eq!(usual(&book, "2026-03-10T12:00"), None);
}

#[test]
fn days_measured_otherwise_do_not_count_as_days_of_grams() {
    let mut book = Book::new();
    for day in 1..=9 {
        book.dose(&format!("2026-02-0{day}T08:00"), tea(300.0));
    }
    book.grams("2026-02-09T20:00", 2.0);
    let (frame, diary) = book.seen_at("2026-02-10T12:00");
    assert_eq!(history(&frame, &diary, frame.today(), frame.today()).usual, None);
}

#[test]
fn the_median_is_the_middle() {
    assert_eq!(median(vec![]), None);
    assert_eq!(median(vec![3.0]), Some(3.0));
    assert_eq!(median(vec![4.0, 1.0]), Some(2.5));
    assert_eq!(median(vec![9.0, f64::NAN, 1.0, 2.0]), Some(2.0));
}

/// The day's milligrams, every error drawn anew: (median, own log-sd, group) of each dose, and each group's log-sd.
fn simulated(doses: &[(f64, f64, usize)], strengths: &[f64], n: usize) -> Vec<f64> {
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut normal = || {
        let mut uniform = || (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let (a, b) = (1.0 - uniform(), uniform());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    };
    let mut day = || {
        let factors: Vec<f64> = strengths.iter().map(|sd| (sd * normal()).exp()).collect();
        doses
            .iter()
            .map(|(mg, sd, group)| mg * (sd * normal()).exp() * factors[*group])
            .sum()
    };
    (0..n).map(|_| day()).collect()
}

#[test]
fn the_band_of_a_day_holds_the_truth_four_times_in_five() {
    // (grams, stated sd, product) with the log-sd of each product's strength.
    for (doses, strengths) in [
        (vec![(2.0, 0.1, 0)], vec![0.3]),
        (vec![(2.0, 0.2, 0), (3.0, 0.3, 0), (2.5, 0.25, 0)], vec![0.4]),
        (vec![(2.0, 0.2, 0), (3.0, 0.3, 1)], vec![0.4, 0.4]),
        (
            vec![(1.0, 0.4, 0), (1.0, 0.4, 0), (4.0, 1.5, 1), (2.0, 0.1, 2)],
            vec![0.1, 0.5, 0.3],
        ),
        (vec![(2.0, 0.6, 0); 8], vec![0.0]),
    ] {
        let mut book = Book::new();
        let products: Vec<_> = strengths
            .iter()
            .map(|sd| {
                book.write(Event::Product(Product {
                    mitragynine_mg_per_g: estimate(15.0, *sd),
                    ..product("green", ProductKind::Leaf)
                }))
            })
            .collect();
        let mut drawn = Vec::new();
        for (n, (grams, sd, group)) in doses.iter().enumerate() {
            let amount = Quantity {
                sd: Some(*sd),
                ..Quantity::grams(*grams)
            };
            book.write(Event::Dose(Dose {
                product: Some(products[*group]),
                ..dose(&format!("2026-02-05T{:02}:00", 8 + n), Some(amount))
            }));
            let relative: f64 = sd / grams;
            drawn.push((15.0 * grams, relative.mul_add(relative, 1.0).ln().sqrt(), *group));
        }
        let band = day_rows(&book.diary())[&date("2026-02-05")].mitragynine_mg.unwrap();
        let mut truth = simulated(&drawn, &strengths, 100_000);
        truth.sort_by(f64::total_cmp);
        let share =
            |holds: &dyn Fn(f64) -> bool| truth.iter().filter(|mg| holds(**mg)).count() as f64 / truth.len() as f64;
        let (inside, below) = (
            share(&|mg| band.low <= mg && mg <= band.high),
            share(&|mg| mg < band.mid),
        );
        assert!(
            (0.78..0.87).contains(&inside),
            "{inside} of the truth lies in the band of {doses:?}"
        );
        assert!(
            (0.46..0.54).contains(&below),
            "{below} of the truth lies below the middle of {doses:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_since_a_day_are_the_rows_of_all_days_from_there_on(
        doses in proptest::collection::vec((0_i64..40 * 24, -14_i8..=14, prop::bool::ANY), 0..60),
        days in proptest::collection::vec(0_i64..40, 0..10),
        first in 0_i64..40,
    ) {
        let mut book = Book::new();
        let start: jiff::Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        for (hours, offset, is_known) in doses {
            let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(offset));
            let at = start + jiff::SignedDuration::from_hours(hours);
            let when = Moment::new(at, &zone);
            book.write(Event::Dose(Dose { when, ..dose("2026-01-01T00:00", is_known.then(|| Quantity::grams(2.0))) }));
        }
        for day in days {
            book.says(&ebb_core::day::plus(date("2026-01-01"), day).to_string(), DaySays::NothingTaken);
        }
        let first = ebb_core::day::plus(date("2026-01-01"), first);
        let diary = book.diary();
        let mut slow = day_rows(&diary);
        slow.retain(|day, _| *day >= first);
        prop_assert_eq!(day_rows_since(&diary, first), slow);
    }
}
