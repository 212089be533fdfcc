//! What reports do to the forecast: diaries made through the front door, read with and without what was said.

use crate::support::{Book, at};
use ebb_core::bridge::reports::LeftOut;
use ebb_core::bridge::{engine_input, person_prior, reports};
use ebb_core::entry::EntryId;
use ebb_core::event::{
    CheckIn, DaySays, Event, FeltEffect, Learning as LearningEntry, LearningSays, Product, ProductKind,
};
use ebb_core::fold::fold;
use ebb_core::view::ask::{Ask, ask_next};
use ebb_core::view::course::{Condition, Followed, NoCourse, course};
use ebb_core::view::forecast::{forecast, forecast_above};
use ebb_core::view::learned::learned;
use ebb_core::view::reading::{self, DRAWS, Doing, Learning, Reading, Silence};
use ebb_core::view::score::forecast_to_keep;
use ebb_core::view::{Bands, Frame};
use ebb_pharm::fit::{Number, ReportKind};
use std::collections::BTreeMap;

const NOW: &str = "2026-02-10T09:00";

/// Forty days of three doses of four grams, to the evening of 9 February.
fn regular() -> Book {
    let mut book = Book::new();
    book.days_of("2026-01-01", 40, &[8, 14, 20], 4.0);
    book
}

pub(crate) fn check_in(book: &mut Book, wall: &str, score: f64) -> EntryId {
    book.write(Event::CheckIn(CheckIn {
        withdrawal_64: Some(score),
        ..CheckIn::at(at(wall))
    }))
}

fn felt(book: &mut Book, dose: EntryId, wall: &str, strength: Option<f64>, duration_h: Option<f64>) -> EntryId {
    book.write(Event::FeltEffect(FeltEffect {
        when: at(wall),
        dose: Some(dose),
        strength,
        duration_h,
        word: None,
        scales: BTreeMap::new(),
        note: None,
    }))
}

fn says(book: &mut Book, wall: &str, says: LearningSays) -> EntryId {
    book.write(Event::Learning(LearningEntry { when: at(wall), says }))
}

/// The same with a withdrawal answer on each of twenty mornings, half an hour before the first dose.
fn with_answers(score: impl Fn(u32) -> f64) -> Book {
    let mut book = regular();
    for n in 0..20 {
        let day = if n < 11 {
            format!("2026-01-{:02}", 21 + n)
        } else {
            format!("2026-02-{:02}", n - 10)
        };
        check_in(&mut book, &format!("{day}T07:30"), score(n));
    }
    book
}

fn seen(book: &Book) -> Reading {
    let (frame, diary) = book.seen_at(NOW);
    reading::read(&frame, &diary).unwrap()
}

fn same(a: &Reading, b: &Reading) -> bool {
    a.outlook == b.outlook && a.rests_on == b.rests_on && a.made_of.rows == b.made_of.rows
}

fn width(bands: &Bands) -> f64 {
    bands.high_80 - bands.low_80
}

#[test]
fn consistent_reports_move_the_forecast_their_way_and_narrow_it() {
    let (plain, strong, mild) = (
        seen(&regular()),
        seen(&with_answers(|_| 22.0)),
        seen(&with_answers(|_| 1.0)),
    );
    assert_eq!(
        (plain.rests_on.n_reports, plain.rests_on.learning),
        (0, Learning::NoReports)
    );
    assert_eq!(
        (strong.rests_on.n_reports, strong.rests_on.learning),
        (20, Learning::Learned)
    );
    let [plain, strong, mild] = [plain, strong, mild].map(|reading| Bands::of(&reading.outlook.peak));
    assert!(
        mild.mid < plain.mid && plain.mid < strong.mid,
        "{mild:?} {plain:?} {strong:?}"
    );
    assert!(
        mild.high_80 < plain.mid && strong.low_80 > plain.mid,
        "{mild:?} {plain:?} {strong:?}"
    );
    let share = |bands: &Bands| width(bands) / bands.mid;
    // Answers vary, the more the higher the score: the learned ranges have room for that, the plain ones are the model's own.
    assert!(share(&strong) < 0.7 * share(&plain), "{strong:?} {plain:?}");
    assert!(width(&mild) < 0.6 * width(&plain), "{mild:?} {plain:?}");
}

#[test]
fn one_slip_hardly_moves_it() {
    let steady = with_answers(|n| 7.0 + f64::from(n % 3));
    let slipped = with_answers(|n| if n == 10 { 64.0 } else { 7.0 + f64::from(n % 3) });
    let [steady, slipped] = [steady, slipped].map(|book| Bands::of(&seen(&book).outlook.peak));
    let moved = (steady.mid - slipped.mid).abs();
    assert!(moved < 0.2 * width(&steady), "{steady:?} {slipped:?}");
}

#[test]
fn without_reports_that_count_the_reading_is_that_of_most_people_to_the_last_bit() {
    let plain = seen(&regular());
    let mut off = with_answers(|_| 22.0);
    let switch = says(&mut off, "2026-02-10T08:00", LearningSays::Off);
    assert_eq!(seen(&off).rests_on.learning, Learning::Off);
    assert!(seen(&off).outlook == plain.outlook);
    // Taken back, or switched on again, it learns again.
    let before = off.entries.len();
    off.retract(switch);
    assert_eq!(seen(&off).rests_on.n_reports, 20);
    off.entries.truncate(before);
    says(&mut off, "2026-02-10T08:30", LearningSays::On);
    assert_eq!(seen(&off).rests_on.n_reports, 20);

    let mut anew = with_answers(|_| 22.0);
    let reset = says(&mut anew, "2026-02-10T08:00", LearningSays::Reset);
    let read = seen(&anew);
    assert!(read.outlook == plain.outlook);
    assert!(read.made_of.population_rows.is_none() && read.posterior.is_none());
    assert_eq!(read.rests_on.reports_left_out.before_reset, 20);
    // What is said from then on counts.
    check_in(&mut anew, "2026-02-10T08:30", 22.0);
    assert_eq!(seen(&anew).rests_on.n_reports, 1);
    anew.retract(reset);
    assert_eq!(seen(&anew).rests_on.n_reports, 21);
}

#[test]
fn what_is_kept_changes_nothing_and_what_is_stale_or_damaged_is_not_believed() {
    let book = with_answers(|n| 7.0 + f64::from(n % 3));
    let (frame, diary) = book.seen_at(NOW);
    let mut run = reading::start(&frame, &diary).unwrap();
    assert_eq!(run.progress().doing, Doing::Learning);
    while !run.step(7) {}
    assert_eq!(
        (run.progress().doing, run.progress().done),
        (Doing::Drawing, run.progress().total)
    );
    let kept = run.to_keep().unwrap();
    let anew = run.finish();
    let mut again = reading::start(&frame, &diary).unwrap();
    assert!(again.bring(&kept));
    assert_eq!(again.progress().doing, Doing::Drawing, "nothing is fitted again");
    while !again.step(DRAWS) {}
    assert_eq!(again.to_keep(), None, "nothing was made anew");
    assert!(same(&again.finish(), &anew));
    assert!(same(&reading::read(&frame, &diary).unwrap(), &anew));

    // Every kind of damage costs time and nothing else.
    for place in [0, 5, 40, 80, 400, kept.len() / 2, kept.len() - 9] {
        let mut damaged = kept.clone();
        damaged[place] ^= 1;
        let mut run = reading::start(&frame, &diary).unwrap();
        run.bring(&damaged);
        if run.progress().doing == Doing::Learning {
            while !run.step(DRAWS) {}
            assert!(same(&run.finish(), &anew), "byte {place}");
        }
    }
    // A dose after the last report leaves what was learned; another report does not.
    let mut later = with_answers(|n| 7.0 + f64::from(n % 3));
    later.grams("2026-02-10T08:30", 4.0);
    let (frame, diary) = later.seen_at(NOW);
    let mut run = reading::start(&frame, &diary).unwrap();
    assert!(run.bring(&kept));
    assert_eq!(run.progress().doing, Doing::Drawing);
    while !run.step(DRAWS) {}
    assert!(same(&run.finish(), &reading::read(&frame, &diary).unwrap()));
    check_in(&mut later, "2026-02-10T08:45", 3.0);
    let (frame, diary) = later.seen_at(NOW);
    let mut run = reading::start(&frame, &diary).unwrap();
    run.bring(&kept);
    assert_eq!(run.progress().doing, Doing::Learning);
}

#[test]
fn the_order_of_entries_does_not_matter() {
    let mut book = with_answers(|n| 5.0 + f64::from(n % 4));
    says(&mut book, "2026-01-25T07:00", LearningSays::Reset);
    says(&mut book, "2026-01-25T07:00", LearningSays::Off);
    says(&mut book, "2026-01-26T07:00", LearningSays::On);
    let there = seen(&book);
    assert_eq!(there.rests_on.n_reports, 16);
    let mut entries = book.entries.clone();
    entries.reverse();
    let diary = fold(&entries);
    let (frame, _) = book.seen_at(NOW);
    let back = reading::read(&frame, &diary).unwrap();
    assert!(same(&there, &back));
    entries.rotate_left(37);
    assert_eq!(fold(&entries), diary);
}

#[test]
fn reports_that_nobody_could_have_read_are_left_out_and_counted() {
    let mut book = regular();
    let left_out = |book: &Book| {
        let (frame, diary) = book.seen_at(NOW);
        let input = engine_input(&diary, &frame.moment());
        reports::reported(&frame, &diary, &input, &person_prior().unwrap())
    };
    check_in(&mut book, "2026-01-01T09:00", 5.0);
    check_in(&mut book, "2026-01-05T07:30", 65.0);
    book.write(Event::CheckIn(CheckIn {
        withdrawal_64: Some(4.0),
        precision: ebb_core::event::Precision::Day,
        ..CheckIn::at(at("2026-01-06T07:30"))
    }));
    let id = book.grams("2026-01-07T11:00", 4.0);
    let written = felt(&mut book, id, "2026-01-07T11:00", Some(6.0), Some(3.0));
    let found = left_out(&book);
    let expected = LeftOut {
        too_few_doses: 1,
        out_of_range: 1,
        no_time: 1,
        ..LeftOut::default()
    };
    assert_eq!((found.left_out, found.reports.counts().total()), (expected, 2));
    // A rating of a dose is of its fullest effect, and a duration names the dose.
    let dose_h = found.reports.lasted[0].dose_at_h;
    let fullest = found.reports.felt[0].at_h - dose_h;
    assert!((0.5..2.5).contains(&fullest), "{fullest}");
    // A moment that is named is that moment.
    book.amend(written, r#"{"when":"2026-01-07T12:00:00+01:00[Europe/Berlin]"}"#);
    assert!((left_out(&book).reports.felt[0].at_h - dose_h - 1.0).abs() < 1e-9);

    // After a 7-OH product the engine is silent for two weeks, and so are the reports of that time.
    let seven = book.write(Event::Product(Product {
        seven_oh_mg_each: crate::support::estimate(15.0, 0.2),
        ..crate::support::product("tablet", ProductKind::SevenOh)
    }));
    let mut dose = crate::support::dose("2026-01-10T18:00", None);
    dose.product = Some(seven);
    book.write(Event::Dose(dose));
    check_in(&mut book, "2026-01-12T07:30", 4.0);
    check_in(&mut book, "2026-01-26T07:30", 4.0);
    assert_eq!(left_out(&book).left_out.without_forecast, 1);
}

#[test]
fn a_score_after_days_of_which_nobody_said_anything_is_left_out() {
    let mut book = regular();
    check_in(&mut book, "2026-02-13T09:00", 12.0);
    let (frame, diary) = book.seen_at("2026-02-13T10:00");
    let read = reading::read(&frame, &diary).unwrap();
    assert_eq!(
        (read.rests_on.n_reports, read.rests_on.reports_left_out.nobody_said),
        (0, 1)
    );
    for day in ["2026-02-10", "2026-02-11", "2026-02-12"] {
        book.says(day, DaySays::NothingTaken);
    }
    let (frame, diary) = book.seen_at("2026-02-13T10:00");
    assert_eq!(reading::read(&frame, &diary).unwrap().rests_on.n_reports, 1);
}

#[test]
fn what_was_learned_is_shown_beside_most_people() {
    let book = with_answers(|_| 22.0);
    let (_, diary) = book.seen_at(NOW);
    let read = Ok(seen(&book));
    let view = learned(&diary, &read).unwrap();
    assert_eq!(view.reports.symptoms, 20);
    assert_eq!(view.numbers.len(), 7);
    let of = |number: Number| *view.numbers.iter().find(|n| n.number == number).unwrap();
    let withdrawal = of(Number::WithdrawalScale);
    assert!(withdrawal.you.mid > withdrawal.most_people.mid, "{withdrawal:?}");
    assert!(
        view.numbers
            .iter()
            .all(|n| n.you.low_80 <= n.you.low_50 && n.you.high_50 <= n.you.high_80)
    );
    assert!(view.told_most_by(ReportKind::Symptoms).iter().any(|n| n.has_moved()));
    assert!(view.told_most_by(ReportKind::Felt).is_empty());
    assert!(!view.quality.unwrap().is_poor());
    let nothing = learned(&regular().diary(), &Ok(seen(&regular()))).unwrap();
    assert!(nothing.numbers.is_empty() && nothing.learning == Learning::NoReports);
}

#[test]
fn what_is_kept_of_a_forecast_says_what_most_people_would_have_been_told() {
    let book = with_answers(|_| 22.0);
    let (frame, diary) = book.seen_at(NOW);
    let read = seen(&book);
    let kept = forecast_to_keep(&frame, &diary, &read).unwrap();
    assert_eq!(kept.learned_from, 20);
    let plain = book_forecast(&regular());
    assert_eq!(kept.population_tenths, plain.tenths);
    assert!(plain.population_tenths.is_empty());
    assert_ne!(kept.tenths, plain.tenths);
    // What is shown is what is kept: the median now, to a tenth of a point.
    let median_now = f64::from(kept.tenths[0][6]) / 10.0;
    assert!((read.withdrawal_64.mid - median_now).abs() <= 0.05 + 1e-9);
}

fn book_forecast(book: &Book) -> ebb_core::event::Forecast {
    let (frame, diary) = book.seen_at(NOW);
    forecast_to_keep(&frame, &diary, &seen(book)).unwrap()
}

fn at_now(book: &Book) -> (Frame, Result<Reading, Silence>) {
    let (frame, diary) = book.seen_at(NOW);
    let read = reading::read(&frame, &diary);
    (frame, read)
}

#[test]
fn going_on_is_milder_than_stopping_and_keeps_tolerance_where_it_is() {
    let (frame, read) = at_now(&with_answers(|n| 7.0 + f64::from(n % 3)));
    let stop = course(&frame, &read, &Condition::Stop, 14, 10.0).unwrap();
    let keep_on = course(&frame, &read, &Condition::KeepOn, 14, 10.0).unwrap();
    assert!(matches!(
        keep_on.followed,
        Followed::KeepOn {
            days: 14,
            doses: 41,
            stood_in: 0
        }
    ));
    assert_eq!((stop.day_worst_64.len(), keep_on.day_worst_64.len()), (14, 14));
    assert!(keep_on.worst_64.mid < stop.worst_64.mid);
    assert!(keep_on.day_worst_64[2].mid < stop.day_worst_64[2].mid);
    assert!(keep_on.tolerance_end.mid > stop.tolerance_end.mid);
    let change = keep_on.tolerance_end.mid / keep_on.tolerance_now.mid;
    assert!((0.9..1.1).contains(&change), "{change}");
    assert!(keep_on.days_above.days.mid <= stop.days_above.days.mid);
    assert!(stop.monte_carlo_share < 0.1 && keep_on.monte_carlo_share < 0.1);
    // The same draws from the same past: stopping is the reading itself.
    let shown = forecast(&frame, &read, 14).unwrap();
    assert!((shown.peak_64.mid - stop.worst_64.mid).abs() < 1e-9);
    assert!(shown.monte_carlo_share < 0.1);
}

#[test]
fn keeping_on_needs_something_to_keep() {
    let mut young = Book::new();
    young.days_of("2026-02-08", 2, &[8, 14, 20], 4.0);
    let (frame, read) = at_now(&young);
    let found = course(&frame, &read, &Condition::KeepOn, 14, 10.0);
    assert_eq!(found, Err(NoCourse::TooShort { days: 2, need: 3 }));
    let mut stopped = Book::new();
    stopped.days_of("2025-12-01", 40, &[8, 14, 20], 4.0);
    for n in 10..=31 {
        stopped.says(&format!("2026-01-{n}"), DaySays::NothingTaken);
    }
    stopped.says("2026-02-09", DaySays::NothingTaken);
    let (frame, read) = at_now(&stopped);
    assert_eq!(
        course(&frame, &read, &Condition::KeepOn, 14, 10.0),
        Err(NoCourse::NothingLately { days: 14 })
    );
    let silent = course(&frame, &Err(Silence::NothingLogged), &Condition::Stop, 14, 10.0);
    assert_eq!(silent, Err(NoCourse::Silent(Silence::NothingLogged)));
}

#[test]
fn more_is_asked_of_a_day_and_fewer_days_have_it() {
    let (frame, read) = at_now(&regular());
    let above = |score: f64| forecast_above(&frame, &read, 14, score).unwrap().days_above;
    assert!(above(0.0).days.mid >= above(5.0).days.mid && above(5.0).days.mid >= above(20.0).days.mid);
    assert_eq!((above(65.0).days.high_80, above(65.0).share_any), (0.0, 0.0));
    assert_eq!(above(0.0).days.low_80, 14.0);
}

#[test]
fn a_question_is_about_what_is_logged_and_not_asked_twice() {
    let ask = |book: &Book, now: &str| {
        let (frame, diary) = book.seen_at(now);
        let read = reading::read(&frame, &diary).unwrap();
        ask_next(&frame, &diary, &read).map(|next| next.ask)
    };
    let mut book = regular();
    // Before any report, and late enough that no dose is recent: how it is now.
    let morning = ask(&book, "2026-02-10T07:30").unwrap();
    assert!(matches!(morning, Ask::CheckIn | Ask::Lasted { .. }), "{morning:?}");
    check_in(&mut book, "2026-02-10T07:00", 8.0);
    assert_ne!(ask(&book, "2026-02-10T07:30"), Some(Ask::CheckIn));
    let last = book
        .entries
        .iter()
        .rev()
        .find(|e| matches!(e.event, Event::Dose(_)))
        .unwrap()
        .id;
    felt(&mut book, last, "2026-02-09T20:00", Some(5.0), Some(3.0));
    assert_eq!(
        ask(&book, "2026-02-10T07:30"),
        None,
        "everything that could be asked was said"
    );
    // Hours after a dose it may be asked how that feels.
    let dose = book.grams("2026-02-10T08:00", 4.0);
    assert!(matches!(
        ask(&book, "2026-02-10T10:00"),
        None | Some(Ask::Felt { dose: _ })
    ));
    felt(&mut book, dose, "2026-02-10T08:00", Some(5.0), None);
    assert_eq!(ask(&book, "2026-02-10T10:00"), None);
    says(&mut book, "2026-02-10T10:00", LearningSays::Off);
    assert_eq!(ask(&book, "2026-02-10T20:00"), None);
}
