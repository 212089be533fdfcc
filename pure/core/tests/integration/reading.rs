//! The reading: when it speaks, when it keeps silent and why, and that every screen shows the same one.

use crate::support::{Book, at, berlin, dose, estimate, product, tea};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::bridge::population;
use ebb_core::event::{CheckIn, DaySays, Dose, Event, Precision, Product, ProductKind};
use ebb_core::view::Frame;
use ebb_core::view::forecast::{LONGEST_DAYS, forecast};
use ebb_core::view::reading::{self, BACK_H, DRAWS, Reading, SEED, Silence};
use ebb_core::view::today::today;

fn read(book: &Book, now: &str) -> Result<Reading, Silence> {
    let (frame, diary) = book.seen_at(now);
    reading::read(&frame, &diary)
}

fn silence(book: &Book, now: &str) -> Silence {
    match read(book, now) {
        Err(silence) => silence,
        Ok(_) => panic!("the reading speaks at {now}"),
    }
}

/// Three weeks of three doses a day, to the evening of 21 January.
fn regular() -> Book {
    let mut book = Book::new();
    book.days_of("2026-01-01", 21, &[8, 14, 20], 3.0);
    book
}

#[test]
fn nothing_is_said_of_nothing() {
    assert_eq!(silence(&Book::new(), "2026-01-22T09:00"), Silence::NothingLogged);
    // A plan for tomorrow is not a dose.
    let mut book = Book::new();
    book.grams("2026-01-23T09:00", 2.0);
    assert_eq!(silence(&book, "2026-01-22T09:00"), Silence::NothingLogged);
}

#[test]
fn nothing_is_said_of_too_few_known_doses() {
    let mut book = Book::new();
    book.grams("2026-01-21T08:00", 2.0);
    book.grams("2026-01-21T14:00", 2.0);
    book.dose("2026-01-21T20:00", None);
    book.grams("2026-01-21T22:00", 0.0);
    assert_eq!(silence(&book, "2026-01-22T09:00"), Silence::TooFew { have: 2, need: 3 });
    book.grams("2026-01-22T08:00", 2.0);
    assert!(read(&book, "2026-01-22T09:00").is_ok());
}

#[test]
fn nothing_is_said_of_tea_of_unknown_strength() {
    let mut book = Book::new();
    for hour in ["08", "12", "16", "20"] {
        book.dose(&format!("2026-01-21T{hour}:00"), tea(250.0));
    }
    assert_eq!(silence(&book, "2026-01-22T09:00"), Silence::StrengthUnknown { n: 4 });
    let brewed = Product {
        tea_grams_per_litre: estimate(20.0, 0.4),
        ..product("tea", ProductKind::Leaf)
    };
    let id = book.write(Event::Product(brewed));
    book.usual_product(id);
    assert!(read(&book, "2026-01-22T09:00").is_ok());
}

#[test]
fn nothing_is_said_when_most_recent_amounts_are_unknown() {
    let mut book = regular();
    for day in 22..=29 {
        for hour in ["08", "14", "18", "20"] {
            book.dose(&format!("2026-01-{day}T{hour}:00"), None);
        }
    }
    // Known and unknown over the last four weeks: 21 * 3 against 8 * 4.
    assert!(read(&book, "2026-01-29T21:00").is_ok());
    assert_eq!(read(&book, "2026-01-29T21:00").unwrap().rests_on.n_stood_in, 32);
    for day in ["02", "03", "04", "05"] {
        for hour in ["08", "14", "18", "20"] {
            book.dose(&format!("2026-02-{day}T{hour}:00"), None);
        }
    }
    // From the evening of 8 January on: 13 days of three known ones against 48 unknown ones.
    let found = silence(&book, "2026-02-05T21:00");
    assert!(
        matches!(found, Silence::MostlyUnknown { unknown: 48, of } if of < 96),
        "{found:?}"
    );
}

#[test]
fn a_gap_in_the_diary_is_not_a_break() {
    let book = regular();
    assert!(read(&book, "2026-01-28T09:00").is_ok());
    assert_eq!(silence(&book, "2026-01-29T09:00"), Silence::Stale { days: 8 });
    // Any word about how the person is ends the silence; a dose of next year does not.
    let mut spoken = regular();
    spoken.grams("2027-01-01T08:00", 2.0);
    assert_eq!(silence(&spoken, "2026-01-29T09:00"), Silence::Stale { days: 8 });
    spoken.write(Event::CheckIn(CheckIn::at(at("2026-01-25T09:00"))));
    assert!(read(&spoken, "2026-01-29T09:00").is_ok());
}

#[test]
fn a_gap_that_nobody_explained_is_mentioned() {
    let gap = |book: &Book, now: &str| read(book, now).unwrap().rests_on.unexplained_gap_h;
    let mut book = regular();
    assert_eq!(gap(&book, "2026-01-22T20:00"), None);
    assert_eq!(gap(&book, "2026-01-24T20:00"), Some(72.0));
    // One day of the two explained is not enough, both are.
    book.says("2026-01-23", DaySays::NothingTaken);
    assert_eq!(gap(&book, "2026-01-24T20:00"), Some(72.0));
    let said = book.says("2026-01-22", DaySays::NothingTaken);
    assert_eq!(gap(&book, "2026-01-24T20:00"), None);
    // Taken back, it no longer explains.
    book.retract(said);
    assert_eq!(gap(&book, "2026-01-24T20:00"), Some(72.0));
    let days_without = |book: &Book, now: &str| read(book, now).unwrap().rests_on.n_days_without_entry;
    assert_eq!(days_without(&regular(), "2026-01-22T20:00"), 0);
    assert_eq!(days_without(&regular(), "2026-01-25T20:00"), 3);
    assert_eq!(days_without(&book, "2026-01-25T20:00"), 2);
}

#[test]
fn days_without_an_entry_inside_the_diary_are_counted() {
    let mut book = Book::new();
    book.days_of("2026-01-01", 5, &[8], 3.0);
    book.days_of("2026-01-11", 5, &[8], 3.0);
    let rests_on = read(&book, "2026-01-15T20:00").unwrap().rests_on;
    assert_eq!((rests_on.n_days_without_entry, rests_on.n_days), (5, 15));
    assert_eq!(rests_on.unexplained_gap_h, None);
}

#[test]
fn seven_oh_silences_the_reading_for_two_weeks() {
    let mut book = regular();
    book.dose("2026-01-21T21:00", Some(Quantity::new(20.0, Unit::MgSevenOh)));
    let Silence::WithoutForecast { days } = silence(&book, "2026-01-22T09:00") else {
        panic!()
    };
    assert!((days - 0.5).abs() < 1e-9);
    book.days_of("2026-01-22", 20, &[8, 14, 20], 3.0);
    assert!(matches!(
        silence(&book, "2026-02-04T20:59"),
        Silence::WithoutForecast { .. }
    ));
    assert!(read(&book, "2026-02-04T21:01").is_ok());
}

#[test]
fn the_same_diary_gives_the_same_reading() {
    let (a, b) = (
        read(&regular(), "2026-01-22T09:00").unwrap(),
        read(&regular(), "2026-01-22T09:00").unwrap(),
    );
    assert_eq!(a.outlook, b.outlook);
    assert_eq!((a.level_ng_per_ml, a.rests_on), (b.level_ng_per_ml, b.rests_on));
}

#[test]
fn a_reading_in_steps_is_the_reading_at_once() {
    let (frame, diary) = regular().seen_at("2026-01-22T09:00");
    let whole = reading::read(&frame, &diary).unwrap();
    for budget in [7, 64, DRAWS - 1] {
        let mut run = reading::start(&frame, &diary).unwrap();
        let mut steps = 0;
        while !run.step(budget) {
            steps += 1;
        }
        assert_eq!(steps, DRAWS.div_ceil(budget) - 1);
        let stepped = run.finish();
        assert_eq!(stepped.outlook, whole.outlook);
        assert_eq!(stepped.withdrawal_64, whole.withdrawal_64);
    }
    // Half of it is a reading too, of fewer draws.
    let mut half = reading::start(&frame, &diary).unwrap();
    assert!(!half.step(DRAWS / 2));
    assert_eq!(half.finish().outlook.draws.len(), DRAWS as usize / 2);
}

#[test]
fn the_outlook_is_the_engines_own() {
    let (frame, diary) = regular().seen_at("2026-01-22T09:00");
    let reading = reading::read(&frame, &diary).unwrap();
    let by_hand = ebb_pharm::outlook(
        &reading.input.doses,
        &[],
        &reading.outlook.times_h,
        &population().unwrap(),
        SEED,
        DRAWS,
    );
    assert_eq!(reading.outlook, by_hand);
    let now = reading
        .outlook
        .times_h
        .iter()
        .position(|t| (t - reading.now_h).abs() < 1e-9)
        .unwrap();
    assert_eq!(reading.level_ng_per_ml.mid, by_hand.c.median[now]);
    assert_eq!(reading.potency_shift.low, by_hand.potency_shift.low_80[now]);
    assert_eq!(reading.withdrawal_64.high, by_hand.withdrawal_64.high_80[now]);
    for band in [reading.level_ng_per_ml, reading.potency_shift, reading.withdrawal_64] {
        assert!(band.low <= band.mid && band.mid <= band.high);
    }
    assert!(reading.potency_shift.low >= 1.0);
}

#[test]
fn the_forecast_shown_on_today_is_the_one_on_the_forecast_screen() {
    let (frame, diary) = regular().seen_at("2026-01-22T09:00");
    let reading = reading::read(&frame, &diary);
    let (today, ahead) = (today(&frame, &diary, &reading), forecast(&frame, &reading, 14).unwrap());
    let now = today.now.unwrap();
    assert_eq!(now.stop_peak_64, ahead.peak_64);
    assert_eq!(now.stop_peak_h, ahead.peak_h);
    assert_eq!(now.rests_on, ahead.rests_on);
    assert_eq!(now.withdrawal_64.mid, ahead.withdrawal_64.band.median[0]);
    assert_eq!(ahead.withdrawal_64.at_ms[0], frame.now.as_millisecond());
}

#[test]
fn a_silence_is_the_same_on_every_screen() {
    let (frame, diary) = Book::new().seen_at("2026-01-22T09:00");
    let reading = reading::read(&frame, &diary);
    assert_eq!(today(&frame, &diary, &reading).now, Err(Silence::NothingLogged));
    assert_eq!(forecast(&frame, &reading, 14), Err(Silence::NothingLogged));
}

#[test]
fn today_shows_what_was_taken_and_not_what_is_to_come() {
    let mut book = regular();
    book.grams("2026-01-22T08:00", 2.0);
    book.grams("2026-01-22T12:00", 2.0);
    book.write(Event::Dose(Dose {
        precision: Precision::Day,
        ..dose("2026-01-21T12:00", Some(Quantity::grams(1.0)))
    }));
    let (frame, diary) = book.seen_at("2026-01-22T09:00");
    let view = today(&frame, &diary, &Err(Silence::NothingLogged));
    let last = view.last_dose.unwrap();
    assert_eq!(last.dose.when, at("2026-01-22T08:00"));
    assert_eq!(last.hours_ago, Some(1.0));
    assert_eq!(view.recent.len(), 14);
    assert_eq!(view.recent.last(), Some(&view.today));
    // Marks: of the last three days, without the future and without the dose of unknown time.
    let from = frame.now.as_millisecond() - (BACK_H * 3_600_000.0) as i64;
    assert_eq!(view.dose_marks.len(), 9);
    assert!(
        view.dose_marks
            .iter()
            .all(|m| (from..=frame.now.as_millisecond()).contains(&m.at_ms))
    );
}

#[test]
fn the_day_of_the_frame_follows_the_persons_start_of_day() {
    let diary = Book::new().diary();
    let frame = |wall: &str| Frame::new(at(wall).at, berlin(), &diary);
    assert_eq!(frame("2026-01-22T03:59").today().to_string(), "2026-01-21");
    assert_eq!(frame("2026-01-22T04:00").today().to_string(), "2026-01-22");
}

#[test]
fn horizons_are_bounded() {
    let (frame, diary) = regular().seen_at("2026-01-22T09:00");
    let reading = reading::read(&frame, &diary);
    for (asked, given) in [
        (0, 1),
        (1, 1),
        (14, 14),
        (LONGEST_DAYS, LONGEST_DAYS),
        (u32::MAX, LONGEST_DAYS),
    ] {
        let view = forecast(&frame, &reading, asked).unwrap();
        assert_eq!(view.horizon_days, given);
        assert_eq!(view.day_worst_64.len(), given as usize);
    }
}
