//! How past forecasts did: fair to the forecast, fair to what it is compared with, blind to what came later.

use crate::support::{Book, at, berlin, dose};
use ebb_core::amount::Quantity;
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::{Assumed, AssumedDose, CheckIn, DaySays, Event, Forecast, Note, NoteKind, Precision};
use ebb_core::fold::fold;
use ebb_core::moment::Moment;
use ebb_core::view::Frame;
use ebb_core::view::score::{
    Baseline, Compared, Distribution, HOURS, Lead, MOST_ANSWERS, MOST_WIDENING, PROBABILITIES, ScoreView, Verdict,
    WidenedBecause, score,
};
use jiff::SignedDuration;
use proptest::prelude::*;

const FIRST: &str = "2026-03-02T09:00";

/// Numbers that look random and are the same in every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let (a, b) = (self.even().max(1e-300), self.even());
        (-2.0 * a.ln()).sqrt() * (2.0 * std::f64::consts::PI * b).cos()
    }
}

/// Normal quantiles of [`PROBABILITIES`], from tables.
const NORMAL: [f64; 13] = [
    -1.959_964, -1.644_854, -1.281_552, -0.934_589, -0.674_490, -0.253_347, 0.0, 0.253_347, 0.674_490, 0.934_589,
    1.281_552, 1.644_854, 1.959_964,
];

fn after(hours: f64) -> Moment {
    let start = at(FIRST);
    let at = start.at + SignedDuration::from_secs_f64(hours * 3600.0);
    Moment {
        zone: start.zone.clone(),
        ..Moment::new(at, &berlin())
    }
}

/// A course of withdrawal: rises for two days, falls for weeks, well inside the scale.
fn course(hours: f64) -> f64 {
    let days = (hours + 12.0) / 24.0;
    20.0 + 22.0 * (days / 2.0) * (1.0 - days / 2.0).exp()
}

/// A forecast shown so many hours after the first, spread as if by a normal of this width.
pub(crate) fn forecast(shown_h: f64, width: f64) -> Forecast {
    let rows = HOURS.iter().map(|ahead| {
        let of = |z: &f64| ((course(shown_h + ahead) + width * z).clamp(0.0, 64.0) * 10.0).round() as u16;
        NORMAL.iter().map(of).collect()
    });
    Forecast {
        when: after(shown_h),
        last_dose: after(-12.0),
        seed: 1,
        draws: 200,
        engine: 1,
        input: "00".to_owned(),
        learned_from: 0,
        widened_by: 1.0,
        probabilities: PROBABILITIES.to_vec(),
        hours: HOURS.to_vec(),
        tenths: rows.collect(),
        population_tenths: Vec::new(),
        assumed: None,
    }
}

fn check_in(hours: f64, said: f64) -> Event {
    Event::CheckIn(CheckIn {
        withdrawal_64: Some(said),
        ..CheckIn::at(after(hours))
    })
}

/// Each morning a forecast of this width, each evening an answer that lies around the true course by five points.
pub(crate) fn person(seed: u64, n_days: u32, width: f64) -> Book {
    let mut chance = Chance(seed);
    let mut book = Book::new();
    book.write(Event::Dose(dose("2026-03-01T21:00", Some(Quantity::grams(3.0)))));
    for day in 0..n_days {
        let morning = 24.0 * f64::from(day);
        book.write(Event::Forecast(forecast(morning, width)));
        let said = (course(morning + 9.0) + 5.0 * chance.normal()).clamp(0.0, 64.0).round();
        book.write(check_in(morning + 9.0, said));
    }
    book
}

fn both_seen(diary: &Diary, hours: f64) -> ScoreView {
    score(&Frame::new(after(hours).at, berlin(), diary), diary)
}

fn seen(diary: &Diary, hours: f64) -> Compared {
    both_seen(diary, hours).stopping
}

pub(crate) fn judged(book: &Book) -> Compared {
    judged_at(book, 24.0 * 100.0)
}

fn judged_at(book: &Book, hours: f64) -> Compared {
    seen(&book.diary(), hours)
}

#[test]
fn a_forecaster_that_is_right_is_found_right() {
    let (mut held, mut n, mut worse, mut widened, mut better) = (0, 0, 0, 0, 0);
    for seed in 0..200 {
        let view = judged(&person(seed, 30, 5.0));
        let all = view.all.unwrap();
        held += all.inside_80.n_inside;
        n += all.inside_80.n;
        assert!(all.inside_80.low <= all.inside_80.share && all.inside_80.share <= all.inside_80.high);
        worse += i32::from(matches!(view.verdict, Verdict::Worse(_)));
        better += i32::from(view.verdict == Verdict::Better);
        widened += i32::from(view.widening.factor > 1.0);
    }
    let coverage = f64::from(u32::try_from(held).unwrap()) / f64::from(u32::try_from(n).unwrap());
    // A little above: ends and answers are compared in whole points.
    assert!((0.78..=0.86).contains(&coverage), "{coverage}");
    assert_eq!(worse, 0, "of 200 called worse");
    assert!(better >= 100, "of 200 called better: {better}");
    assert!(widened <= 8, "of 200 widened: {widened}");
}

#[test]
fn a_forecaster_that_is_twice_too_sure_is_caught_and_widened() {
    let (mut caught, mut factors) = (0, Vec::new());
    for seed in 0..100 {
        let view = judged(&person(seed, 30, 2.5));
        if view.widening.because == Some(WidenedBecause::HeldTooFew) {
            caught += 1;
            factors.push(view.widening.factor);
        }
        assert!((1.0..=MOST_WIDENING).contains(&view.widening.factor));
    }
    assert!(caught >= 80, "of 100 caught: {caught}");
    factors.sort_by(f64::total_cmp);
    let middle = factors[factors.len() / 2];
    assert!((1.6..=2.5).contains(&middle), "{middle}");
}

#[test]
fn a_forecaster_that_is_far_off_is_called_worse_than_no_model() {
    let mut book = Book::new();
    for day in 0..30 {
        let morning = 24.0 * f64::from(day);
        book.write(Event::Forecast(forecast(morning, 3.0)));
        book.write(check_in(morning + 9.0, 2.0 + f64::from(day % 3)));
    }
    let view = judged(&book);
    assert_eq!(view.verdict, Verdict::Worse(Baseline::LastValue));
    assert!((view.widening.factor - MOST_WIDENING).abs() < 1e-12);
    let against = view.all.unwrap().last_value.unwrap();
    assert!(against.skill < 0.0 && against.difference.low > 0.0);
    // What is shown wider is judged as shown; what widens is judged on the model's own.
    let mut wide = Book::new();
    for day in 0..30 {
        let morning = 24.0 * f64::from(day);
        let shown = Forecast {
            widened_by: 3.0,
            ..forecast(morning, 3.0)
        };
        wide.write(Event::Forecast(shown));
        wide.write(check_in(morning + 9.0, course(morning + 9.0).round() + 7.0));
    }
    let view = judged(&wide);
    let all = view.all.unwrap();
    assert_eq!(all.inside_80.n_inside, all.n);
    assert!(all.own_inside_80.n_inside < all.n / 4);
    assert_eq!(view.widening.because, Some(WidenedBecause::HeldTooFew));
}

#[test]
fn a_learned_curve_is_compared_with_that_of_the_population() {
    // What was learned is off by fifteen points; the population's curve was right.
    let learned = |right: bool| {
        let mut chance = Chance(5);
        let mut book = Book::new();
        for day in 0..30 {
            let morning = 24.0 * f64::from(day);
            let true_rows = forecast(morning, 5.0).tenths;
            let off = true_rows
                .iter()
                .map(|row| row.iter().map(|tenth| (tenth + 150).min(640)).collect());
            let off: Vec<Vec<u16>> = off.collect();
            let (tenths, population_tenths) = if right { (true_rows, off) } else { (off, true_rows) };
            book.write(Event::Forecast(Forecast {
                learned_from: 12,
                tenths,
                population_tenths,
                ..forecast(morning, 5.0)
            }));
            book.write(check_in(
                morning + 9.0,
                (course(morning + 9.0) + 5.0 * chance.normal()).round(),
            ));
        }
        judged(&book)
    };
    let better = learned(true);
    let against = better.all.unwrap().population.unwrap();
    assert!(against.skill > 0.3 && against.difference.high < 0.0, "{against:?}");
    assert_eq!(better.verdict, Verdict::Better);
    let worse = learned(false);
    let against = worse.all.unwrap().population.unwrap();
    assert!(against.skill < 0.0 && against.difference.low > 0.0, "{against:?}");
    assert!(matches!(worse.verdict, Verdict::Worse(_)));
    assert!(worse.widening.factor > 1.0);
    assert!(
        judged(&person(1, 30, 5.0)).all.unwrap().population.is_none(),
        "the model knows no other curve"
    );
}

#[test]
fn too_few_answers_or_too_few_days_are_not_judged() {
    assert!(matches!(judged(&Book::new()).verdict, Verdict::TooFew(m) if m.check_ins == 0));
    let few = judged(&person(1, 14, 5.0));
    assert!(matches!(few.verdict, Verdict::TooFew(m) if (m.check_ins, m.blocks) == (14, 5)));
    // Fifty answers of one bad day are one stretch of days.
    let mut book = Book::new();
    book.write(Event::Forecast(forecast(0.0, 2.0)));
    for n in 0..50 {
        book.write(check_in(1.0 + 0.2 * f64::from(n), 60.0));
    }
    let view = judged(&book);
    assert!(matches!(view.verdict, Verdict::TooFew(m) if (m.check_ins, m.blocks) == (50, 1)));
    assert!((view.widening.factor - 1.0).abs() < 1e-12);
}

/// A forecast shown at `shown_h` that assumed doses of so many milligrams at these hours after it.
fn going_on(shown_h: f64, course: &str, doses: &[(f64, f64)]) -> Forecast {
    let doses = doses.iter().map(|(hours, mg)| AssumedDose { hours: *hours, mg: *mg });
    Forecast {
        assumed: Some(Assumed {
            course: course.to_owned(),
            doses: doses.collect(),
        }),
        ..forecast(shown_h, 5.0)
    }
}

/// What the engine is told a gram of this leaf holds.
fn mg_per_gram() -> f64 {
    let mut book = Book::new();
    book.grams("2026-03-02T08:00", 1.0);
    let input = ebb_core::bridge::engine_input(&book.diary(), &after(24.0));
    input.doses[0].dose.mitragynine_mg
}

/// Doses of three grams were assumed 5, 11, 17, 29 and 35 hours on; these were taken, in grams; and how it was at `asked_h`.
fn as_taken(taken: &[(f64, Option<f64>)], asked_h: f64) -> bool {
    let mg = 3.0 * mg_per_gram();
    let mut book = Book::new();
    book.write(Event::Dose(dose("2026-03-01T21:00", Some(Quantity::grams(3.0)))));
    let assumed = [5.0, 11.0, 17.0, 29.0, 35.0].map(|hours| (hours, mg));
    book.write(Event::Forecast(going_on(0.0, "keep_on", &assumed)));
    for (hours, grams) in taken {
        let when = after(*hours);
        book.write(Event::Dose(ebb_core::event::Dose {
            when,
            ..dose("2026-03-02T12:00", grams.map(Quantity::grams))
        }));
    }
    book.write(check_in(asked_h, 8.0));
    let view = both_seen(&book.diary(), 48.0).going_on;
    assert_eq!(view.scored.len() + view.left_out.not_as_assumed, 1, "{view:?}");
    view.scored.len() == 1
}

#[test]
fn a_course_is_compared_where_what_was_taken_is_about_what_was_assumed() {
    // After two of the doses, sixteen hours on.
    let counts = |taken: &[(f64, Option<f64>)]| as_taken(taken, 16.0);
    assert!(counts(&[(5.0, Some(3.0)), (11.0, Some(3.0))]));
    assert!(
        counts(&[(7.0, Some(2.5)), (9.0, Some(2.2))]),
        "a fifth less, within three hours"
    );
    assert!(
        counts(&[(5.0, Some(3.5)), (8.5, Some(2.0)), (13.9, Some(2.0))]),
        "a quarter more"
    );
    assert!(
        !counts(&[(5.0, Some(3.0)), (11.0, Some(1.4))]),
        "a quarter less and a little"
    );
    assert!(
        !counts(&[(5.0, Some(3.0)), (11.0, Some(5.1))]),
        "more than a quarter more"
    );
    assert!(!counts(&[(5.0, Some(3.0)), (14.5, Some(3.0))]), "the last one too late");
    assert!(!counts(&[(5.0, Some(6.0))]), "the last one too early");
    assert!(!counts(&[]), "nothing");
    assert!(
        !counts(&[(5.0, Some(3.0)), (11.0, None)]),
        "an amount that nobody knows"
    );
    assert!(
        !counts(&[(-2.0, Some(3.0)), (5.0, Some(3.0)), (11.0, Some(3.0))]),
        "a dose from before it was shown that it did not know"
    );
    // After all five, forty-two hours on: the last day is the two last ones.
    let days = |last_but_one: f64, last: f64| {
        let first = [5.0, 11.0, 17.0].map(|hours| (hours, Some(3.0)));
        let late = [(29.0, Some(last_but_one)), (35.0, Some(last))];
        as_taken(&[first.as_slice(), &late].concat(), 42.0)
    };
    assert!(days(3.0, 3.0) && days(3.5, 3.5));
    assert!(
        !days(4.2, 4.2),
        "a sixth more in all, but two fifths more within the last day"
    );
}

#[test]
fn of_several_courses_of_one_evening_the_one_that_came_about_is_compared() {
    let mg = mg_per_gram();
    for (grams, place) in [(1.8, 0), (3.0, 1)] {
        let mut book = Book::new();
        book.write(Event::Dose(dose("2026-03-01T21:00", Some(Quantity::grams(3.0)))));
        let shown = [
            going_on(0.0, "down_40_every_1", &[(11.0, 1.8 * mg)]),
            going_on(0.1, "keep_on", &[(10.9, 3.0 * mg)]),
        ]
        .map(|forecast| book.write(Event::Forecast(forecast)));
        book.write(Event::Dose(ebb_core::event::Dose {
            when: after(11.5),
            ..dose("2026-03-02T12:00", Some(Quantity::grams(grams)))
        }));
        book.write(check_in(23.0, 8.0));
        let view = both_seen(&book.diary(), 48.0).going_on;
        let of: Vec<EntryId> = view.scored.iter().map(|one| one.forecast).collect();
        assert_eq!(of, [shown[place]]);
    }
}

#[test]
fn a_whole_day_without_a_word_says_nothing_of_a_course() {
    let mut book = Book::new();
    book.write(Event::Dose(dose("2026-03-01T21:00", Some(Quantity::grams(3.0)))));
    book.write(Event::Forecast(going_on(0.0, "plan_00000000", &[])));
    book.write(check_in(60.0, 8.0));
    let view = both_seen(&book.diary(), 96.0).going_on;
    assert_eq!((view.scored.len(), view.left_out.nobody_said), (0, 1));
}

#[test]
fn going_on_does_not_soften_what_is_said_of_stopping() {
    let mut book = person(3, 30, 2.5);
    let alone = judged(&book);
    for day in 0..30 {
        book.write(Event::Forecast(going_on(24.0 * f64::from(day), "keep_on", &[])));
    }
    let both = both_seen(&book.diary(), 24.0 * 100.0);
    assert_eq!(both.stopping.widening, alone.widening);
    assert_eq!(both.stopping.scored.len(), alone.scored.len());
}

#[test]
fn only_the_newest_answers_are_compared() {
    let book = person(1, 450, 5.0);
    let view = judged_at(&book, 24.0 * 500.0);
    let n_answers = both_seen(&book.diary(), 24.0 * 1000.0).n_answers;
    assert_eq!((n_answers, view.all.unwrap().n_check_ins), (450, MOST_ANSWERS));
    assert!((view.scored[0].when.ms() - after(24.0 * 50.0 + 9.0).ms()).abs() < 1000);
}

#[test]
fn twenty_forecasts_of_one_evening_count_once() {
    let mut book = Book::new();
    for n in 0..20 {
        book.write(Event::Forecast(forecast(0.1 * f64::from(n), 5.0)));
    }
    book.write(check_in(5.0, 20.0));
    let view = judged(&book);
    assert_eq!((view.n_kept, view.scored.len()), (20, 1));
    assert!((view.scored[0].lead_h - 3.1).abs() < 1e-6, "the newest of them");
    assert_eq!(view.scored[0].lead, Lead::Hours);
    // An older one counts for its own lead.
    let mut book = Book::new();
    book.write(Event::Forecast(forecast(-26.0, 5.0)));
    book.write(Event::Forecast(forecast(0.0, 5.0)));
    book.write(check_in(5.0, 20.0));
    book.write(check_in(5.2, 20.0));
    let leads: Vec<Lead> = judged(&book).scored.iter().map(|s| s.lead).collect();
    assert_eq!(leads, [Lead::Hours, Lead::Days, Lead::Hours, Lead::Days]);
    assert_eq!(judged(&book).all.unwrap().n_check_ins, 2);
}

#[test]
fn who_has_just_looked_repeats_the_figure_and_is_not_counted() {
    let mut book = Book::new();
    book.write(Event::Forecast(forecast(0.0, 5.0)));
    book.write(check_in(0.4, 20.0));
    assert!(judged(&book).scored.is_empty());
    book.write(check_in(0.6, 20.0));
    assert_eq!(judged(&book).scored.len(), 1);
}

#[test]
fn a_dose_in_between_makes_an_answer_say_nothing_about_the_forecast() {
    let mut book = Book::new();
    book.write(Event::Forecast(forecast(0.0, 5.0)));
    book.write(check_in(9.0, 20.0));
    assert_eq!(judged(&book).scored.len(), 1);
    let scorable = |book: &Book| {
        let view = judged(book);
        assert_eq!(view.scored.len() + view.left_out.something_taken, 1);
        view.scored.len() == 1
    };
    // Written later, of a time in between, of unknown amount.
    let back_dated = book.dose("2026-03-02T12:00", None);
    assert!(!scorable(&book));
    book.amend(back_dated, r#"{"when":"2026-03-02T19:00:00+01:00[Europe/Berlin]"}"#);
    assert!(scorable(&book), "it was after the answer");
    book.amend(back_dated, r#"{"when":"2026-03-02T17:59:00+01:00[Europe/Berlin]"}"#);
    assert!(!scorable(&book));
    book.retract(back_dated);
    assert!(scorable(&book), "it was taken back");
    book.grams("2026-03-02T12:00", 0.0);
    assert!(scorable(&book), "nothing is nothing");
    // The forecast did not know of a dose it counts from, either.
    let unknown_before = book.grams("2026-03-02T05:00", 2.0);
    assert!(!scorable(&book));
    book.retract(unknown_before);
    // A day of which only a total is known.
    let total = book.says("2026-03-02", DaySays::Unknown);
    book.retract(total);
    assert!(scorable(&book));
}

#[test]
fn a_day_nobody_wrote_about_is_not_a_day_without() {
    let mut book = Book::new();
    book.write(Event::Forecast(forecast(0.0, 5.0)));
    book.write(check_in(57.0, 20.0));
    let view = judged(&book);
    assert_eq!((view.scored.len(), view.left_out.nobody_said), (0, 1));
    let mut said = Book::new();
    said.write(Event::Forecast(forecast(0.0, 5.0)));
    said.says("2026-03-03", DaySays::NothingTaken);
    said.write(check_in(57.0, 20.0));
    assert_eq!(judged(&said).scored.len(), 1);
    let mut noted = Book::new();
    noted.write(Event::Forecast(forecast(0.0, 5.0)));
    noted.write(Event::Note(Note {
        when: after(30.0),
        precision: Precision::Minute,
        text: "a long day".to_owned(),
        kind: NoteKind::Plain,
    }));
    noted.write(check_in(57.0, 20.0));
    assert_eq!(judged(&noted).scored.len(), 1);
}

#[test]
fn a_forecast_from_the_end_of_time_harms_nothing() {
    let mut book = Book::new();
    let last_dose = Moment {
        at: jiff::Timestamp::MAX,
        ..after(0.0)
    };
    book.write(Event::Forecast(Forecast {
        last_dose,
        widened_by: -1e300,
        ..forecast(0.0, 5.0)
    }));
    book.grams("2026-03-02T12:00", 1.0);
    book.write(check_in(9.0, 20.0));
    assert_eq!(judged(&book).scored.len(), 1);
}

#[test]
fn answers_and_forecasts_that_cannot_be_used_are_passed_over() {
    let mut book = Book::new();
    let whole = forecast(0.0, 5.0);
    let broken = [
        Forecast {
            hours: vec![0.0],
            ..whole.clone()
        },
        Forecast {
            tenths: vec![vec![1, 2]; 33],
            ..whole.clone()
        },
        Forecast {
            probabilities: vec![0.5; 13],
            ..whole.clone()
        },
        Forecast {
            hours: Vec::new(),
            tenths: Vec::new(),
            ..whole.clone()
        },
    ];
    for broken in broken {
        book.write(Event::Forecast(broken));
    }
    book.write(check_in(9.0, 20.0));
    book.write(check_in(9.5, 80.0));
    book.write(Event::CheckIn(CheckIn {
        precision: Precision::Day,
        withdrawal_64: Some(9.0),
        ..CheckIn::at(after(9.7))
    }));
    let view = judged(&book);
    assert_eq!((view.scored.len(), view.n_kept), (0, 4));
    assert_eq!(both_seen(&book.diary(), 24.0 * 100.0).n_answers, 1);
    // An answer that is still to come, and one beyond the horizon.
    book.write(Event::Forecast(whole));
    book.write(check_in(9.0, 20.0));
    assert_eq!(both_seen(&book.diary(), 8.0).n_answers, 0);
    book.write(check_in(24.0 * 29.0, 20.0));
    assert_eq!(judged(&book).scored.len(), 1);
}

/// What is compared with one answer, by its own name.
fn compared(diary: &Diary) -> Vec<(EntryId, EntryId, Distribution, Option<Distribution>)> {
    let view = seen(diary, 24.0 * 100.0);
    let of = |s: ebb_core::view::score::Scored| (s.check_in, s.forecast, s.forecast_64, s.last_value_64);
    view.scored.into_iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_came_later_is_in_what_a_forecast_is_compared_with(
        seed in any::<u64>(),
        later in prop::collection::vec((-300.0..900.0_f64, 0.0..64.0_f64), 1..30),
    ) {
        // Fifteen days; then answers are written of any time, also of times before the forecasts.
        let book = person(seed, 15, 5.0);
        let before = compared(&book.diary());
        let mut more = person(seed, 15, 5.0);
        for (hours, said) in later {
            more.write(check_in(hours, said.round()));
        }
        let known: std::collections::BTreeSet<_> = before.iter().map(|one| (one.0, one.1)).collect();
        let mut after = compared(&more.diary());
        after.retain(|one| known.contains(&(one.0, one.1)));
        prop_assert_eq!(after, before);
    }

    #[test]
    fn the_order_of_entries_does_not_matter_for_the_score(
        (seed, shuffled) in any::<u64>()
            .prop_flat_map(|seed| (Just(seed), Just(person(seed, 12, 4.0).entries).prop_shuffle()))
    ) {
        let book = person(seed, 12, 4.0);
        prop_assert_eq!(judged(&book), seen(&fold(&shuffled), 2400.0));
    }

    #[test]
    fn the_score_from_kept_quantiles_is_close_to_that_of_every_draw(
        seed in any::<u64>(), middle in 0.0..40.0_f64, width in 0.2..0.9_f64, value in 0.0..64.0_f64
    ) {
        // Two hundred draws of a skewed spread, part of it piled up at zero.
        let mut chance = Chance(seed);
        let mut draws: Vec<f64> =
            (0..200).map(|_| ((middle + 4.0) * (width * chance.normal()).exp() - 4.0).clamp(0.0, 64.0)).collect();
        draws.sort_by(f64::total_cmp);
        let n = draws.len() as f64;
        let distance = draws.iter().map(|draw| (draw - value).abs()).sum::<f64>() / n;
        let pairs = draws.iter().flat_map(|a| draws.iter().map(move |b| (a - b).abs())).sum::<f64>();
        let exact = distance - pairs / (2.0 * n * n);
        let quantile = |p: f64| {
            let place = p * (n - 1.0);
            let below = place.floor();
            let (a, b) = (draws[below as usize], draws[(below as usize + 1).min(draws.len() - 1)]);
            a + (place - below) * (b - a)
        };
        let kept = Distribution::new(&PROBABILITIES, PROBABILITIES.iter().map(|p| quantile(*p)).collect()).unwrap();
        let crps = kept.crps(value);
        prop_assert!((crps - exact).abs() <= 0.06 * exact + 0.1, "{crps} {exact}");
        // And for the shape of the kept quantiles it is exact: the loss summed over ten thousand probabilities.
        let loss = |i: i32| {
            let p = (f64::from(i) + 0.5) / 10_000.0;
            let quantile = kept.quantile(p);
            2.0 * (if value <= quantile { 1.0 } else { 0.0 } - p) * (quantile - value)
        };
        let summed = (0..10_000).map(loss).sum::<f64>() / 10_000.0;
        prop_assert!((crps - summed).abs() <= 1e-3, "{crps} {summed}");
    }
}
