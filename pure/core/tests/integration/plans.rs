//! Plans that a person gives: what is understood, what is refused, and what is said of how steep they are. And coming down step
//! by step from what is taken now.

use crate::support::{Book, product};
use ebb_core::event::{DaySays, Event, ProductKind};
use ebb_core::phrase::PhraseError;
use ebb_core::plan::{self, Plan, PlanError, PlanFault};
use ebb_core::view::Frame;
use ebb_core::view::course::{AFTER_FIRST_STEP_DAYS, Condition, Followed, NoCourse, Pace, Steps, Taper, course};
use ebb_core::view::forecast::Series;
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

fn taper(percent: u32, every_days: u32) -> Condition {
    Condition::Taper(Taper::new(percent, every_days, Pace::Own).unwrap())
}

#[test]
fn coming_down_lies_between_stopping_and_going_on() {
    let (frame, diary) = book().seen_at(NOW);
    let read = reading::read(&frame, &diary);
    let shown = |condition: &Condition| course(&frame, &read, condition, 28, 10.0).unwrap();
    let (stop, keep_on) = (shown(&Condition::Stop), shown(&Condition::KeepOn));
    let (slow, fast) = (shown(&taper(5, 7)), shown(&taper(25, 7)));
    assert_eq!(slow.horizon_days, 28);
    assert_eq!(
        slow.day_worst_64[..7],
        keep_on.day_worst_64[..7],
        "nothing is smaller before the first step"
    );
    assert!(slow.day_worst_64[3].mid < stop.day_worst_64[3].mid);
    assert!(slow.worst_64.mid <= fast.worst_64.mid && fast.worst_64.mid <= stop.worst_64.mid);
    assert!(stop.tolerance_end.mid < fast.tolerance_end.mid);
    assert!(fast.tolerance_end.mid < slow.tolerance_end.mid && slow.tolerance_end.mid < keep_on.tolerance_end.mid);
    let Followed::Taper {
        left_at_end,
        doses,
        days,
        ..
    } = slow.followed
    else {
        panic!("{:?}", slow.followed)
    };
    assert_eq!((days, doses), (7, 21));
    assert!((left_at_end - 0.95_f64.powi(3)).abs() < 1e-9, "{left_at_end}");
    assert_eq!(shown(&taper(5, 7)), slow, "the same twice");
}

#[test]
fn the_first_step_is_shown_with_a_week_after_it() {
    let (frame, diary) = book().seen_at(NOW);
    let read = reading::read(&frame, &diary);
    let rare = course(&frame, &read, &taper(5, 90), 7, 10.0).unwrap();
    assert_eq!(rare.horizon_days, 90 + AFTER_FIRST_STEP_DAYS);
    assert_eq!(rare.day_worst_64.len(), rare.horizon_days as usize);
}

#[test]
fn who_is_lower_already_begins_there_and_who_stopped_does_not_begin_again() {
    let shown = |book: &Book| {
        let (frame, diary) = book.seen_at(NOW);
        let read = reading::read(&frame, &diary);
        let taper = course(&frame, &read, &taper(1, 90), 14, 10.0);
        taper.map(|taper| (taper, course(&frame, &read, &Condition::KeepOn, 14, 10.0).unwrap()))
    };
    let mut lower = Book::new();
    lower.days_of("2026-01-01", 33, &[8, 14, 20], 4.0);
    lower.days_of("2026-02-03", 7, &[8, 14, 20], 2.0);
    let (down, keep_on) = shown(&lower).unwrap();
    let highest = |series: &Series, days: usize| {
        let hours = series.band.median.iter().take(48 * days);
        hours.fold(0.0, |highest: f64, level| highest.max(*level))
    };
    // Going on repeats the four grams of the week before; coming down does not.
    assert!(highest(&down.level, 4) < 0.7 * highest(&keep_on.level, 4));

    let mut stopped = Book::new();
    stopped.days_of("2026-01-01", 32, &[8, 14, 20], 4.0);
    for n in 2..=9 {
        stopped.says(&format!("2026-02-0{n}"), DaySays::NothingTaken);
    }
    assert_eq!(shown(&stopped).err(), Some(NoCourse::NothingLately { days: 7 }));
}
