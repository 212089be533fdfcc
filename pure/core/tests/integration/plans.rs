//! Plans that a person gives: what is understood, what is refused, and what is said of how steep they are.

use crate::support::{Book, product};
use ebb_core::event::{Event, ProductKind};
use ebb_core::phrase::PhraseError;
use ebb_core::plan::{self, Plan, PlanError, PlanFault};
use ebb_core::view::Frame;
use ebb_core::view::course::{Condition, Followed, Steps, course};
use ebb_core::view::reading::{self, Reading, Silence};

const NOW: &str = "2026-02-10T07:00";

fn book() -> Book {
    let mut book = Book::new();
    let green = book.write(Event::Product(product("green", ProductKind::Leaf)));
    book.write(Event::Product(product("tablet", ProductKind::SevenOh)));
    book.write(Event::Product(product("drops", ProductKind::Extract)));
    book.usual_product(green);
    book.days_of("2026-01-01", 40, &[8, 14, 20], 4.0);
    book
}

fn read(text: &str) -> Result<Plan, PlanError> {
    let (frame, diary) = book().seen_at(NOW);
    let read = reading::read(&frame, &diary).unwrap();
    plan::read(text, &frame, &diary, &read.input)
}

fn fault(text: &str) -> (usize, PlanFault) {
    let error = read(text).unwrap_err();
    (error.line, error.because)
}

#[test]
fn lines_are_read_as_one_would_log_them() {
    let plan = read("# mine\n\n2026-02-10 20:00 2g green\n2026-02-10 8:00 2.5 g\n2026-02-11 at 9:00 3g over 30 min\n")
        .unwrap();
    let doses: Vec<(String, f64)> = plan
        .doses
        .iter()
        .map(|planned| {
            (
                planned.dose.when.wall().to_string(),
                planned.dose.amount.as_ref().unwrap().value,
            )
        })
        .collect();
    let expected = [
        ("2026-02-10T08:00:00", 2.5),
        ("2026-02-10T20:00:00", 2.0),
        ("2026-02-11T09:00:00", 3.0),
    ];
    assert_eq!(doses, expected.map(|(when, grams)| (when.to_owned(), grams)));
    assert_eq!(plan.doses[2].taken.dose.duration_h, 0.5);
    // The same leaf as in the diary: it shares its strength.
    assert_eq!(plan.doses[0].taken.group, plan.doses[1].taken.group);
    assert_eq!(read("").unwrap(), Plan::default());
}

#[test]
fn what_is_not_understood_is_refused_with_its_line() {
    assert_eq!(fault("2026-02-11 08:00 2g\n08:00 2g"), (2, PlanFault::NoDate));
    assert_eq!(fault("2026-02-09 08:00 2g"), (1, PlanFault::Past));
    assert_eq!(fault("2026-09-09 08:00 2g"), (1, PlanFault::TooFar));
    assert_eq!(fault("2026-02-11 08:00 ? green"), (1, PlanFault::Unknown));
    assert_eq!(fault("2026-02-11 08:00 2g blue"), (1, PlanFault::NoProduct));
    assert_eq!(
        fault("2026-02-11 08:00 2 tablets tablet"),
        (1, PlanFault::WithoutForecast)
    );
    assert_eq!(fault("2026-02-11 08:00 2ml drops"), (1, PlanFault::NoStrength));
    assert_eq!(fault("2026-02-11 2g"), (1, PlanFault::Phrase(PhraseError::BadTime)));
    assert_eq!(fault("2026-02-11 08:00"), (1, PlanFault::Phrase(PhraseError::NoAmount)));
    assert_eq!(fault("2026-02-11 08:00 2"), (1, PlanFault::Phrase(PhraseError::NoUnit)));
    let many = "2026-02-11 08:00 1g\n".repeat(plan::MOST_PLAN_DOSES + 1);
    assert_eq!(fault(&many), (plan::MOST_PLAN_DOSES + 1, PlanFault::TooMany));
}

/// Three doses a day, of so many grams in each week.
fn weekly(grams: &[f64]) -> String {
    let mut text = String::new();
    let mut day: jiff::civil::Date = "2026-02-10".parse().unwrap();
    for grams in grams {
        for _ in 0..7 {
            for hour in ["08", "14", "20"] {
                text.push_str(&format!("{day} {hour}:00 {grams}g\n"));
            }
            day = day.tomorrow().unwrap();
        }
    }
    text
}

fn steps(grams: &[f64]) -> Steps {
    let (frame, diary) = book().seen_at(NOW);
    let read = reading::read(&frame, &diary);
    let plan = plan::read(&weekly(grams), &frame, &diary, &read.as_ref().unwrap().input).unwrap();
    match course(&frame, &read, &Condition::Plan(plan), 14, 10.0)
        .unwrap()
        .followed
    {
        Followed::Plan { steps, .. } => steps,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_largest_step_is_found_and_called_steep_above_the_cap() {
    let slow = steps(&[3.6, 3.2, 2.8]);
    assert!((slow.largest_down - 0.125).abs() < 0.01, "{slow:?}");
    assert!(!slow.is_steep() && !slow.goes_up() && slow.ends_with_a_cliff());
    let steep = steps(&[3.6, 2.0, 1.0]);
    assert!((steep.largest_down - 0.5).abs() < 0.01 && steep.is_steep());
    assert!(!steep.ends_with_a_cliff());
    let up = steps(&[4.0, 5.0]);
    assert!(up.goes_up() && (up.largest_up - 0.25).abs() < 0.01, "{up:?}");
    assert!(steps(&[]).is_steep(), "nothing at all is the steepest plan");
}

#[test]
fn a_slow_plan_is_milder_than_stopping() {
    let (frame, diary): (Frame, _) = book().seen_at(NOW);
    let read: Result<Reading, Silence> = reading::read(&frame, &diary);
    let plan = plan::read(
        &weekly(&[3.6, 3.2, 2.8, 2.4]),
        &frame,
        &diary,
        &read.as_ref().unwrap().input,
    )
    .unwrap();
    let planned = course(&frame, &read, &Condition::Plan(plan), 14, 10.0).unwrap();
    let stopped = course(&frame, &read, &Condition::Stop, 28, 10.0).unwrap();
    assert_eq!(planned.horizon_days, 35, "four weeks and the one after");
    assert!(planned.day_worst_64[3].mid < stopped.day_worst_64[3].mid);
    let nothing = course(&frame, &read, &Condition::Plan(Plan::default()), 28, 10.0).unwrap();
    assert_eq!(nothing.day_worst_64, stopped.day_worst_64);
}
