//! Diary to engine: nothing unknown becomes zero, nothing is counted twice, and the engine's answer through the bridge is
//! the engine's answer.

use crate::support::{Book, at, berlin, close, dose, estimate, product, tea};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::bridge::{EngineInput, engine_input, hours_between, population};
use ebb_core::event::{DaySays, Dose, Event, Precision, Product, ProductKind, Route};
use ebb_core::moment::Moment;
use ebb_evidence::cited;
use ebb_pharm::simulate;

fn seen(book: &Book, wall: &str) -> EngineInput {
    engine_input(&book.diary(), &at(wall))
}

fn per_gram() -> f64 {
    cited::LEAF_MITRAGYNINE.value
}

/// Start (hours after the wall clock given) and milligrams of every dose.
fn doses(input: &EngineInput, from: &str) -> Vec<(f64, f64)> {
    let shift = hours_between(at(from).at, input.origin);
    let round = |v: f64| (v * 1e9).round() / 1e9;
    input
        .doses
        .iter()
        .map(|d| (round(d.dose.start_h + shift), round(d.dose.mitragynine_mg)))
        .collect()
}

#[test]
fn the_tables_hold_every_parameter_of_the_engine() {
    let population = population().unwrap();
    assert!(population.typical().check().is_ok());
}

#[test]
fn the_answer_through_the_bridge_is_the_answer_of_the_engine() {
    let mut book = Book::new();
    book.grams("2026-02-01T08:00", 2.0);
    book.grams("2026-02-01T20:30", 3.0);
    let mut sipped = dose("2026-02-02T09:00", Some(Quantity::grams(4.0)));
    sipped.over_min = Some(90.0);
    book.write(Event::Dose(sipped));
    let input = seen(&book, "2026-02-03T08:00");

    let by_hand = |start_h, duration_h, grams: f64| ebb_pharm::Dose {
        start_h,
        duration_h,
        mitragynine_mg: grams * per_gram(),
        seven_oh_mg: 0.0,
    };
    let by_hand = [by_hand(0.0, 0.0, 2.0), by_hand(12.5, 0.0, 3.0), by_hand(25.0, 1.5, 4.0)];
    let through: Vec<ebb_pharm::Dose> = input.doses.iter().map(|d| d.dose).collect();
    assert_eq!(through, by_hand);

    let params = population().unwrap().typical();
    let times: Vec<f64> = (0..96).map(f64::from).collect();
    let (ours, theirs) = (simulate(&through, &times, &params), simulate(&by_hand, &times, &params));
    assert_eq!(ours, theirs);
    assert!(ours.c.iter().any(|c| *c > 10.0));
    assert!((input.hours(at("2026-02-03T08:00").at) - 48.0).abs() < 1e-12);
    assert_eq!(input.instant(12.5), at("2026-02-01T20:30").at);
}

#[test]
fn the_answer_does_not_depend_on_where_the_hours_begin() {
    let mut book = Book::new();
    book.days_of("2026-01-20", 10, &[8, 14, 20], 2.0);
    let input = seen(&book, "2026-01-30T09:00");
    // A dose of unknown amount without neighbours comes first and only moves the origin.
    let mut earlier = Book::new();
    earlier.write(Event::Dose(Dose {
        route: Route::Insufflated,
        ..dose("2025-06-01T03:17", None)
    }));
    earlier.days_of("2026-01-20", 10, &[8, 14, 20], 2.0);
    let shifted = seen(&earlier, "2026-01-30T09:00");
    assert_ne!(shifted.origin, input.origin);
    assert_eq!(doses(&shifted, "2026-01-20T00:00"), doses(&input, "2026-01-20T00:00"));

    let params = population().unwrap().typical();
    let answer = |input: &EngineInput| {
        let doses: Vec<ebb_pharm::Dose> = input.doses.iter().map(|d| d.dose).collect();
        let now = input.hours(at("2026-01-30T09:00").at);
        let out = simulate(&doses, &[now, now + 30.0], &params);
        [out.c[0], out.potency_shift[0], out.withdrawal_64[1]]
    };
    for (a, b) in answer(&input).into_iter().zip(answer(&shifted)) {
        assert!((a - b).abs() <= 1e-9 * a.abs(), "{a} {b}");
    }
}

#[test]
fn doses_carry_the_errors_of_weighing_and_of_strength() {
    let mut book = Book::new();
    let id = book.write(Event::Product(Product {
        mitragynine_mg_per_g: estimate(20.0, 0.25),
        ..product("green", ProductKind::Leaf)
    }));
    book.write(Event::Dose(Dose {
        product: Some(id),
        ..dose("2026-02-01T08:00", Some(Quantity::grams(1.0)))
    }));
    book.grams("2026-02-01T12:00", 1.0);
    book.write(Event::Dose(Dose {
        product: Some(id),
        ..dose("2026-02-01T16:00", Some(Quantity::grams(1.0)))
    }));
    let input = seen(&book, "2026-02-02T08:00");
    let [a, b, c] = input.doses[..] else { panic!() };
    close(a.log_sd, cited::ENTRY_ERROR_SCALE.value);
    close(a.group_log_sd, 0.25);
    assert_eq!(a.group, c.group);
    assert_ne!(a.group, b.group);
    close(b.group_log_sd, cited::LEAF_MITRAGYNINE.log_sd.unwrap());
}

#[test]
fn an_unknown_amount_is_taken_as_the_usual_one_around_it_and_never_as_zero() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 10, &[8], 2.0);
    book.days_of("2026-03-01", 10, &[8], 6.0);
    book.dose("2026-01-05T20:00", None);
    book.dose("2026-03-05T20:00", None);
    let input = seen(&book, "2026-03-20T08:00");
    assert_eq!(
        (input.doses.len(), input.stood_in_h.len(), input.n_left_out),
        (22, 2, 0)
    );
    let at_hour = |wall: &str| {
        let h = input.hours(at(wall).at);
        *input.doses.iter().find(|d| (d.dose.start_h - h).abs() < 1e-9).unwrap()
    };
    close(at_hour("2026-01-05T20:00").dose.mitragynine_mg, 2.0 * per_gram());
    close(at_hour("2026-03-05T20:00").dose.mitragynine_mg, 6.0 * per_gram());
    // And it is at least as uncertain as a spoonful.
    assert!(at_hour("2026-01-05T20:00").log_sd >= cited::ENTRY_ERROR_SPOON.value);
}

#[test]
fn too_few_known_doses_stand_in_for_nothing() {
    let mut book = Book::new();
    book.grams("2026-02-01T08:00", 2.0);
    book.grams("2026-02-01T12:00", 2.0);
    book.dose("2026-02-01T18:00", None);
    let input = seen(&book, "2026-02-02T08:00");
    assert_eq!((input.doses.len(), input.stood_in_h.len(), input.n_left_out), (2, 0, 1));
}

#[test]
fn a_days_total_is_never_added_to_doses_of_that_day() {
    let mut book = Book::new();
    book.says("2026-02-01", DaySays::Total(Quantity::grams(9.0)));
    book.grams("2026-02-01T08:00", 2.0);
    // By the day's start at four, 02:00 belongs to the first.
    book.grams("2026-02-03T02:00", 1.0);
    book.says("2026-02-02", DaySays::Total(Quantity::grams(9.0)));
    let input = seen(&book, "2026-02-05T08:00");
    assert_eq!(
        doses(&input, "2026-02-01T00:00"),
        [(8.0, 2.0 * per_gram()), (50.0, per_gram())]
    );
}

#[test]
fn a_days_total_is_spread_over_the_waking_day_and_is_no_dose_at_noon() {
    let mut book = Book::new();
    book.says("2026-02-01", DaySays::Total(Quantity::grams(7.0)));
    book.write(Event::Dose(Dose {
        precision: Precision::Day,
        ..dose("2026-02-02T12:00", Some(Quantity::grams(3.0)))
    }));
    let input = seen(&book, "2026-02-05T08:00");
    assert_eq!(
        doses(&input, "2026-02-01T00:00"),
        [(8.0, 7.0 * per_gram()), (32.0, 3.0 * per_gram())]
    );
    for dose in &input.doses {
        assert!(dose.dose.duration_h >= 12.0, "{}", dose.dose.duration_h);
    }
}

#[test]
fn a_days_total_lies_on_the_clock_of_the_person_also_without_any_dose() {
    let mut book = Book::new();
    book.says("2026-02-01", DaySays::Total(Quantity::grams(7.0)));
    let tokyo = jiff::tz::TimeZone::posix("JST-9").unwrap();
    let input = engine_input(&book.diary(), &Moment::new(at("2026-02-05T08:00").at, &tokyo));
    assert_eq!(
        Moment::new(input.origin, &tokyo).wall().to_string(),
        "2026-02-01T08:00:00"
    );
    // A journey later does not move the days before it.
    let mut travelled = Book::new();
    travelled.grams("2026-01-31T08:00", 1.0);
    travelled.says("2026-02-01", DaySays::Total(Quantity::grams(7.0)));
    let abroad = Moment::new(at("2026-02-04T08:00").at, &tokyo);
    travelled.write(Event::Dose(Dose {
        amount: Some(Quantity::grams(1.0)),
        ..Dose::of_unknown_amount(abroad)
    }));
    assert_eq!(
        doses(&seen(&travelled, "2026-02-05T08:00"), "2026-02-01T00:00")[1].0,
        8.0
    );
}

#[test]
fn a_day_and_a_dose_do_not_stand_in_for_each_other() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 10, &[8, 14, 20], 2.0);
    for day in ["2026-01-11", "2026-01-12", "2026-01-13"] {
        book.says(day, DaySays::Total(Quantity::grams(6.0)));
    }
    book.says("2026-01-14", DaySays::Unknown);
    book.dose("2026-01-15T08:00", None);
    let input = seen(&book, "2026-01-16T08:00");
    assert_eq!(input.stood_in_h.len(), 2);
    let last_two: Vec<f64> = doses(&input, "2026-01-01T00:00")
        .iter()
        .rev()
        .take(2)
        .map(|d| d.1)
        .collect();
    assert_eq!(last_two, [2.0 * per_gram(), 6.0 * per_gram()]);
}

#[test]
fn a_statement_that_a_day_was_without_takes_an_earlier_total_away() {
    let mut book = Book::new();
    book.says("2026-02-01", DaySays::Total(Quantity::grams(7.0)));
    book.says("2026-02-01", DaySays::NothingTaken);
    book.says("2026-02-02", DaySays::NothingTaken);
    book.says("2026-02-02", DaySays::Total(Quantity::grams(5.0)));
    assert_eq!(
        doses(&seen(&book, "2026-02-05T08:00"), "2026-02-01T00:00"),
        [(32.0, 5.0 * per_gram())]
    );
}

#[test]
fn a_total_of_zero_and_a_dose_of_zero_are_nothing_and_not_unknown() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 5, &[8], 2.0);
    book.says("2026-01-06", DaySays::Total(Quantity::new(0.0, Unit::TeaMl)));
    book.dose("2026-01-07T08:00", tea(0.0));
    book.grams("2026-01-07T12:00", 0.0);
    let input = seen(&book, "2026-01-08T08:00");
    assert_eq!((input.doses.len(), input.stood_in_h.len(), input.n_left_out), (5, 0, 0));
}

#[test]
fn what_was_not_swallowed_is_left_out_and_counted() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 4, &[8], 2.0);
    for (n, route) in [Route::Insufflated, Route::Rectal, Route::Smoked, Route::Intravenous]
        .into_iter()
        .enumerate()
    {
        let wall = format!("2026-01-05T{:02}:00", 8 + n);
        book.write(Event::Dose(Dose {
            route,
            ..dose(&wall, Some(Quantity::grams(1.0)))
        }));
    }
    for (hour, route) in [(15, Route::Sublingual), (16, Route::Buccal)] {
        let wall = format!("2026-01-05T{hour}:00");
        book.write(Event::Dose(Dose {
            route,
            ..dose(&wall, Some(Quantity::grams(1.0)))
        }));
    }
    let input = seen(&book, "2026-01-06T08:00");
    assert_eq!((input.doses.len(), input.n_left_out, input.stood_in_h.len()), (6, 4, 0));
}

#[test]
fn seven_oh_stays_out_and_its_last_time_is_known() {
    let mut book = Book::new();
    let tablet = book.write(Event::Product(Product {
        seven_oh_mg_each: estimate(15.0, 0.2),
        ..product("tablet", ProductKind::SevenOh)
    }));
    book.days_of("2026-01-01", 4, &[8], 2.0);
    book.write(Event::Dose(Dose {
        product: Some(tablet),
        ..dose("2026-01-03T20:00", Some(Quantity::new(1.0, Unit::Piece)))
    }));
    book.dose("2026-01-02T20:00", Some(Quantity::new(20.0, Unit::MgSevenOh)));
    let input = seen(&book, "2026-01-06T08:00");
    assert_eq!(input.doses.len(), 4);
    assert!(input.doses.iter().all(|d| d.dose.seven_oh_mg == 0.0));
    assert_eq!(input.last_without_forecast, Some(at("2026-01-03T20:00").at));
}

#[test]
fn tea_of_unknown_strength_is_counted_as_such() {
    let mut book = Book::new();
    book.dose("2026-01-01T08:00", tea(200.0));
    book.dose("2026-01-01T12:00", tea(300.0));
    let input = seen(&book, "2026-01-06T08:00");
    assert_eq!(
        (input.doses.len(), input.n_strength_unknown, input.n_left_out),
        (0, 2, 2)
    );
}

#[test]
fn future_doses_are_not_used() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 4, &[8], 2.0);
    let before = seen(&book, "2026-01-04T09:00");
    book.grams("2026-01-04T09:01", 5.0);
    book.grams("2031-01-04T08:00", 5.0);
    book.says("2031-01-05", DaySays::Total(Quantity::grams(5.0)));
    let after = seen(&book, "2026-01-04T09:00");
    assert_eq!(after.doses, before.doses);
    assert_eq!(seen(&book, "2026-01-04T09:01").doses.len(), 5);
}

#[test]
fn an_empty_diary_is_an_empty_input() {
    let input = engine_input(&Book::new().diary(), &Moment::new(at("2026-01-04T09:00").at, &berlin()));
    assert_eq!((input.doses.len(), input.origin), (0, at("2026-01-04T09:00").at));
    assert!(input.hours(input.instant(1e300)).is_finite());
}
