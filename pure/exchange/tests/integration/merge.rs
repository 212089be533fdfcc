//! How files join a diary: nothing twice, nothing lost, nothing the person did undone.

use crate::workbench::{Bench, capsules, dose, dose_row, held_row, moment, product_row, reading, row};
use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::event::{CheckIn, CoUse, DaySays, DayStatement, Dose, Event, FeltEffect, Precision, ProductKind, Route};
use ebb_exchange::import::{Reading, Report, Row, Says};
use proptest::prelude::*;

fn counts(r: &Report) -> [usize; 5] {
    [r.new, r.duplicate, r.changed, r.held, r.skipped]
}

fn sheet() -> Reading {
    reading(
        "csv",
        vec![
            dose_row(2, None, dose("2026-02-01T08:00", Some(2.0))),
            dose_row(3, None, dose("2026-02-01T08:00", Some(2.0))),
            dose_row(4, None, dose("2026-02-01T13:00", None)),
            held_row(5, None, "2026-02-01,15:00,2500"),
        ],
    )
}

#[test]
fn a_second_import_adds_nothing() {
    let mut bench = Bench::new();
    assert_eq!(counts(&bench.import(&sheet())), [3, 0, 0, 1, 0]);
    let n = bench.entries.len();
    assert_eq!(counts(&bench.import(&sheet())), [0, 4, 0, 0, 0]);
    assert_eq!(bench.entries.len(), n, "not even an empty import is written");
}

#[test]
fn a_longer_export_adds_only_the_rest() {
    let mut bench = Bench::new();
    bench.import(&sheet());
    let mut longer = sheet();
    longer
        .rows
        .insert(0, dose_row(2, None, dose("2026-02-02T08:00", Some(2.0))));
    longer.rows.push(dose_row(6, None, dose("2026-02-01T08:00", Some(2.0))));
    assert_eq!(counts(&bench.import(&longer)), [2, 4, 0, 0, 0]);
    assert_eq!(bench.diary().doses.len(), 5);
}

#[test]
fn repeats_are_kept_and_counted_unless_the_person_drops_them() {
    let bench = Bench::new();
    let kept = bench.plan(&sheet(), &[], "a.csv");
    assert_eq!(kept.found.repeats, 1);
    assert_eq!(kept.questions[0].id, "repeats");
    assert_eq!(kept.questions[0].careful, "keep");
    let dropped = Report::of(&bench.plan(&sheet(), &[("repeats", "drop")], "a.csv"));
    assert_eq!(counts(&dropped), [2, 0, 0, 1, 1]);
}

#[test]
fn a_changed_row_amends_only_what_changed_and_undo_restores_it() {
    let with_id = |grams, note: Option<&str>| {
        let dose = Dose {
            note: note.map(str::to_owned),
            ..dose("2026-02-01T08:00", Some(grams))
        };
        reading("herbal_tracker", vec![dose_row(1, Some("d1"), dose)])
    };
    let mut bench = Bench::new();
    bench.import(&with_id(2.5, Some("tea")));
    let report = bench.import(&with_id(2.0, Some("tea")));
    assert_eq!(counts(&report), [0, 0, 1, 0, 0]);
    let diary = bench.diary();
    assert_eq!(diary.doses[0].body.amount, Some(Quantity::grams(2.0)));
    assert_eq!(diary.doses[0].body.note.as_deref(), Some("tea"));
    assert_eq!(counts(&bench.import(&with_id(2.0, Some("tea")))), [0, 1, 0, 0, 0]);
    bench.undo();
    assert_eq!(bench.diary().doses[0].body.amount, Some(Quantity::grams(2.5)));
    assert_eq!(counts(&bench.import(&with_id(2.0, None))), [0, 0, 1, 0, 0]);
    assert_eq!(
        bench.diary().doses[0].body.note,
        None,
        "a note taken out at the source goes"
    );
}

#[test]
fn an_older_export_changes_nothing_back() {
    let at = |grams| {
        reading(
            "csv",
            vec![dose_row(1, Some("1"), dose("2026-02-01T08:00", Some(grams)))],
        )
    };
    let mut bench = Bench::new();
    for grams in [2.5, 2.0, 1.5] {
        bench.import(&at(grams));
    }
    for older in [2.5, 2.0] {
        assert_eq!(bench.import(&at(older)).duplicate_reasons["older_version"], 1);
    }
    assert_eq!(bench.diary().doses[0].body.amount, Some(Quantity::grams(1.5)));
    bench.undo();
    assert_eq!(bench.import(&at(1.5)).changed, 1);
}

#[test]
fn an_answer_about_capsules_reaches_rows_without_ids() {
    let with = |grams: Option<f64>, log_sd| {
        let mut d = capsules("2026-02-01T08:00", 4.0);
        d.amount.as_mut().unwrap().each = grams.map(|value| Each::Grams(Estimate { value, log_sd }));
        reading("psychonautwiki", vec![dose_row(1, None, d)])
    };
    let mut bench = Bench::new();
    bench.import(&with(None, 0.1));
    assert_eq!(bench.import(&with(Some(0.5), 0.1)).changed, 1);
    assert_eq!(bench.import(&with(Some(0.55), 0.1)).changed, 1);
    assert_eq!(
        bench.import(&with(Some(0.55), 0.3)).duplicate,
        1,
        "another shape, the same statement"
    );
    assert_eq!(bench.import(&with(None, 0.1)).duplicate, 1);
    assert_eq!(bench.diary().doses.len(), 1);
}

#[test]
fn a_field_the_person_changed_by_hand_is_never_overwritten() {
    let at = |grams, when| reading("herbal_tracker", vec![dose_row(1, Some("d1"), dose(when, Some(grams)))]);
    let mut bench = Bench::new();
    bench.import(&at(2.5, "2026-02-01T08:00"));
    let id = bench.diary().doses[0].id;
    bench.amend(id, serde_json::json!({"amount": {"value": 3.0}}));
    let report = bench.import(&at(2.0, "2026-02-01T08:30"));
    assert_eq!(counts(&report), [0, 0, 1, 0, 0]);
    let now = bench.diary().doses[0].body.clone();
    assert_eq!(now.amount, Some(Quantity::grams(3.0)));
    assert_eq!(now.when, moment("2026-02-01T08:30"));
    let report = bench.import(&at(1.0, "2026-02-01T08:30"));
    assert_eq!(report.duplicate_reasons["changed_by_hand"], 1);
}

#[test]
fn a_measure_that_loses_its_grams_loses_them_in_the_diary_too() {
    let with = |n, each| {
        let mut dose = capsules("2026-02-01T08:00", n);
        dose.amount.as_mut().unwrap().each = each;
        reading("medtimer", vec![dose_row(1, Some("e1"), dose)])
    };
    let each = Each::Grams(Estimate {
        value: 0.55,
        log_sd: 0.1,
    });
    let mut bench = Bench::new();
    bench.import(&with(4.0, None));
    bench.import(&with(4.0, Some(each)));
    assert_eq!(bench.diary().doses[0].body.amount.as_ref().unwrap().each, Some(each));
    bench.import(&with(5.0, None));
    assert_eq!(bench.diary().doses[0].body.amount.as_ref().unwrap().each, None);
}

#[test]
fn what_the_person_removed_stays_removed_and_what_was_undone_comes_back() {
    let mut bench = Bench::new();
    bench.import(&sheet());
    let gone = bench.diary().doses[2].id;
    bench.retract(gone);
    let report = bench.import(&sheet());
    assert_eq!(report.duplicate_reasons["removed_by_hand"], 1);
    assert_eq!(bench.diary().doses.len(), 2);
    bench.undo();
    assert_eq!(bench.diary().n_entries(), 0);
    assert_eq!(counts(&bench.import(&sheet())), [3, 0, 0, 1, 0]);
}

#[test]
fn a_held_row_that_an_answer_makes_readable_becomes_a_dose() {
    for id in [None, Some("7")] {
        let held = reading("csv", vec![held_row(5, id, "2026-02-01,15:00,2500")]);
        let read = reading("csv", vec![dose_row(5, id, dose("2026-02-01T15:00", Some(2.5)))]);
        let mut bench = Bench::new();
        bench.import_with(&held, &[], "a.csv");
        assert_eq!(counts(&bench.import_with(&read, &[], "a.csv")), [1, 0, 0, 0, 0]);
        assert_eq!((bench.diary().held.len(), bench.diary().doses.len()), (0, 1));
        assert_eq!(counts(&bench.import_with(&read, &[], "a.csv")), [0, 1, 0, 0, 0]);
        bench.undo();
        assert_eq!((bench.diary().held.len(), bench.diary().doses.len()), (1, 0));
    }
}

#[test]
fn a_dose_that_becomes_unreadable_stays_and_the_row_is_held() {
    let mut bench = Bench::new();
    bench.import(&reading(
        "csv",
        vec![dose_row(5, Some("7"), dose("2026-02-01T15:00", Some(2.5)))],
    ));
    let worse = reading("csv", vec![held_row(5, Some("7"), "2026-02-01,15:00,2500")]);
    assert_eq!(counts(&bench.import(&worse)), [0, 0, 0, 1, 0]);
    assert_eq!((bench.diary().held.len(), bench.diary().doses.len()), (1, 1));
    assert_eq!(counts(&bench.import(&worse)), [0, 1, 0, 0, 0]);
}

#[test]
fn the_same_minute_and_amount_in_another_program_is_the_same_dose() {
    let mut bench = Bench::new();
    let leaf = ProductKind::Leaf;
    bench.import(&reading(
        "psychonautwiki",
        vec![
            product_row(1, None, capsules("2026-02-01T08:00:05", 6.0), "Kratom", leaf),
            product_row(2, None, dose("2026-02-01T12:00:40", Some(2.125)), "Kratom", leaf),
            product_row(3, None, dose("2026-02-01T12:00:41", Some(2.125)), "Kratom", leaf),
            product_row(
                4,
                None,
                dose("2026-02-01T20:00", Some(4.0)),
                "Tablet",
                ProductKind::SevenOh,
            ),
        ],
    ));
    let report = bench.import(&reading(
        "medtimer",
        vec![
            product_row(1, None, capsules("2026-02-01T08:00:33", 6.0), "Caps", leaf),
            product_row(2, None, dose("2026-02-01T12:00", Some(2.13)), "Caps", leaf),
            product_row(3, None, dose("2026-02-01T12:00", Some(2.12)), "Caps", leaf),
            product_row(4, None, dose("2026-02-01T12:00", Some(2.12)), "Caps", leaf),
            product_row(5, None, dose("2026-02-01T20:00", Some(4.0)), "Caps", leaf),
        ],
    ));
    assert_eq!(report.duplicate, 3, "two there and three here make two the same");
    assert_eq!(report.new, 2, "a third one, and leaf is never the same as 7-OH");
}

#[test]
fn an_unknown_amount_is_filled_in_by_another_program_and_never_counted_twice() {
    let mut bench = Bench::new();
    bench.import(&reading(
        "medtimer",
        vec![dose_row(1, None, dose("2026-02-01T08:00", None))],
    ));
    let journal = reading(
        "psychonautwiki",
        vec![dose_row(1, None, dose("2026-02-01T08:00", Some(3.3)))],
    );
    assert_eq!(counts(&bench.import(&journal)), [0, 0, 1, 0, 0]);
    assert_eq!(bench.diary().doses[0].body.amount, Some(Quantity::grams(3.3)));
    assert_eq!(counts(&bench.import(&journal)), [0, 1, 0, 0, 0]);
    bench.undo();
    assert_eq!(bench.diary().doses[0].body.amount, None);
}

#[test]
fn two_exports_of_one_program_meet_without_a_shared_id() {
    let table = |grams| {
        reading(
            "herbal_tracker",
            vec![dose_row(2, None, dose("2026-02-01T08:00", Some(grams)))],
        )
    };
    let backup = |grams, id| {
        let row = dose_row(1, Some(id), dose("2026-02-01T08:00:20", Some(grams)));
        reading("herbal_tracker", vec![row])
    };
    let mut bench = Bench::new();
    bench.import(&table(4.2));
    assert_eq!(counts(&bench.import(&backup(4.2, "a"))), [0, 1, 0, 0, 0]);
    assert_eq!(counts(&bench.import(&backup(3.2, "a"))), [0, 0, 1, 0, 0]);
    assert_eq!(bench.diary().doses[0].body.amount, Some(Quantity::grams(3.2)));
    assert_eq!(
        counts(&bench.import(&table(4.2))),
        [0, 1, 0, 0, 0],
        "an older export changes nothing back"
    );

    let mut bench = Bench::new();
    bench.import(&backup(3.2, "a"));
    let report = bench.import(&table(4.2));
    assert_eq!(report.duplicate_reasons["same_entry_other_amount"], 1);
    let other = bench.import(&backup(3.2, "b"));
    assert_eq!(
        (other.new, other.found.twins),
        (1, 1),
        "another id is another entry, and shown"
    );
}

#[test]
fn a_row_number_of_another_sheet_is_another_row() {
    let rows = |day: &str, grams: f64, ids: std::ops::Range<usize>| -> Vec<Row> {
        ids.map(|n| {
            let id = n.to_string();
            dose_row(
                n,
                Some(&id),
                dose(&format!("2026-{day}T{:02}:{:02}", n / 60, n % 60), Some(grams)),
            )
        })
        .collect()
    };
    let mut bench = Bench::new();
    bench.import(&reading("csv", rows("02-01", 2.0, 1..20)));
    assert_eq!(
        counts(&bench.import(&reading("csv", rows("03-01", 3.0, 10..40)))),
        [30, 0, 0, 0, 0]
    );
    assert_eq!(
        counts(&bench.import(&reading("csv", rows("03-01", 3.0, 10..41)))),
        [1, 30, 0, 0, 0]
    );
    assert_eq!(
        counts(&bench.import(&reading("csv", rows("02-01", 2.0, 1..25)))),
        [5, 19, 0, 0, 0]
    );
    // Read in another zone, it is still the same sheet.
    let mut moved = reading("csv", rows("02-01", 2.0, 1..25));
    for row in &mut moved.rows {
        if let Says::Dose { dose, .. } = &mut row.says {
            dose.when = dose.when.minutes_earlier(60);
        }
    }
    assert_eq!(counts(&bench.import(&moved)), [0, 0, 24, 0, 0]);
}

#[test]
fn one_id_on_two_rows_loses_neither() {
    let mut bench = Bench::new();
    let report = bench.import(&reading(
        "herbal_tracker",
        vec![
            dose_row(1, Some("x"), dose("2026-02-01T08:00", Some(2.0))),
            dose_row(2, Some("x"), dose("2026-02-01T08:00", Some(2.0))),
            dose_row(3, Some("x"), dose("2026-02-01T18:00", Some(3.0))),
        ],
    ));
    assert_eq!(counts(&report), [2, 1, 0, 0, 0]);
    assert_eq!(report.warnings["same_id_on_another_row"].0, 1);
}

#[test]
fn twins_are_shown_and_kept_unless_dropped() {
    let double_tap = reading(
        "herbal_tracker",
        vec![
            dose_row(1, Some("a"), dose("2026-02-01T08:00:59", Some(2.0))),
            dose_row(2, Some("b"), dose("2026-02-01T08:01:01", Some(2.0))),
            dose_row(3, Some("c"), dose("2026-02-01T08:02:30", Some(2.0))),
            dose_row(4, Some("d"), dose("2026-02-01T08:02:31", Some(2.5))),
        ],
    );
    let bench = Bench::new();
    let plan = bench.plan(&double_tap, &[], "a.json");
    assert_eq!(plan.found.twins, 1);
    assert_eq!(plan.rows[1].twin_of.as_deref(), Some("line 1"));
    assert_eq!(counts(&Report::of(&plan)), [4, 0, 0, 0, 0]);
    let dropped = bench.plan(&double_tap, &[("twins", "drop")], "a.json");
    assert_eq!(Report::of(&dropped).skipped_reasons["twin"], 1);
}

#[test]
fn the_same_amount_minutes_away_in_another_program_is_shown_and_never_merged() {
    let mut bench = Bench::new();
    let one = |format, times: &[&str]| {
        let rows = times
            .iter()
            .enumerate()
            .map(|(n, t)| dose_row(n, None, dose(t, Some(5.0))));
        reading(format, rows.collect())
    };
    bench.import(&one(
        "taperk",
        &["2026-02-01T08:00", "2026-02-01T12:00", "2026-02-01T16:00"],
    ));
    let other = one("unhookd", &["2026-02-01T08:09", "2026-02-01T11:58", "2026-02-01T20:00"]);
    let plan = bench.plan(&other, &[], "b.json");
    assert_eq!((plan.found.near, Report::of(&plan).new), (2, 3));
    let dropped = bench.plan(&other, &[("near", "drop")], "b.json");
    assert_eq!(counts(&Report::of(&dropped)), [1, 0, 0, 0, 2]);
    // One typed late: between two evident pairs the window is wider.
    let late = one("unhookd", &["2026-02-01T08:09", "2026-02-01T12:01", "2026-02-01T18:20"]);
    assert_eq!(bench.plan(&late, &[], "b.json").found.near, 3);
}

#[test]
fn products_meet_by_name_and_never_across_kinds() {
    let mut bench = Bench::new();
    let rows =
        |name: &str, kind, when: &str| reading("csv", vec![product_row(1, None, dose(when, Some(2.0)), name, kind)]);
    bench.import(&rows("Green leaf", ProductKind::Leaf, "2026-02-01T08:00"));
    bench.import(&rows(" green LEAF", ProductKind::Leaf, "2026-02-02T08:00"));
    assert_eq!(bench.diary().products.len(), 1);
    bench.import(&rows("Green leaf", ProductKind::SevenOh, "2026-02-03T08:00"));
    let diary = bench.diary();
    assert_eq!(diary.products.len(), 2);
    assert_ne!(diary.doses[2].body.product, diary.doses[0].body.product);
    let id = diary.doses[0].body.product.unwrap();
    bench.amend(id, serde_json::json!({"name": "My green"}));
    bench.import(&rows("Green leaf", ProductKind::Leaf, "2026-02-04T08:00"));
    assert_eq!(
        bench.diary().products.len(),
        2,
        "a renamed product is still the one its source means"
    );
}

#[test]
fn a_product_deleted_at_the_source_is_still_the_one_that_was_taken() {
    let mut bench = Bench::new();
    let d = || dose("2026-02-01T08:00", Some(2.0));
    bench.import(&reading(
        "herbal_tracker",
        vec![product_row(1, Some("a"), d(), "White", ProductKind::Leaf)],
    ));
    let report = bench.import(&reading("herbal_tracker", vec![dose_row(1, Some("a"), d())]));
    assert_eq!(counts(&report), [0, 1, 0, 0, 0]);
    assert!(bench.diary().doses[0].body.product.is_some());
}

#[test]
fn a_felt_effect_that_names_a_dose_is_linked_to_it() {
    let felt = |when: &str| FeltEffect {
        when: moment(when),
        dose: None,
        strength: Some(4.0),
        duration_h: Some(3.0),
        word: None,
        scales: Default::default(),
        note: None,
    };
    let on = |n, when: &str| row(n, None, Says::Entry(Event::FeltEffect(felt(when))));
    let mut bench = Bench::new();
    bench.import(&sheet());
    let ratings = reading(
        "csv",
        vec![
            on(2, "2026-02-01T13:00"),
            on(3, "2026-02-01T08:00"),
            on(4, "2026-02-01T21:00"),
        ],
    );
    assert_eq!(counts(&bench.import(&ratings)), [3, 0, 0, 0, 0]);
    assert_eq!(counts(&bench.import(&ratings)), [0, 3, 0, 0, 0]);
    let diary = bench.diary();
    let linked: Vec<_> = diary.felt_effects.iter().map(|f| f.body.dose).collect();
    assert_eq!(
        linked,
        [None, Some(diary.doses[2].id), None],
        "two doses at eight: neither is meant"
    );
    let report = bench.import(&reading("psychonautwiki", vec![on(1, "2026-02-01T13:00")]));
    assert_eq!(report.new, 1);
    assert_eq!(
        bench
            .diary()
            .felt_effects
            .iter()
            .filter(|f| f.body.dose.is_some())
            .count(),
        1
    );
}

#[test]
fn how_a_dose_felt_travels_on_its_row() {
    let with = |strength: Option<f64>| {
        let felt = strength.map(|s| FeltEffect {
            when: moment("2026-02-01T08:00"),
            dose: None,
            strength: Some(s),
            duration_h: None,
            word: None,
            scales: Default::default(),
            note: None,
        });
        let says = Says::Dose {
            dose: dose("2026-02-01T08:00", Some(2.0)),
            product: None,
            felt,
        };
        reading("csv", vec![row(2, Some("1"), says)])
    };
    let mut bench = Bench::new();
    bench.import(&with(None));
    assert_eq!(counts(&bench.import(&with(Some(5.0)))), [0, 0, 1, 0, 0]);
    assert_eq!(bench.diary().felt_effects[0].body.dose, Some(bench.diary().doses[0].id));
    assert_eq!(counts(&bench.import(&with(Some(6.0)))), [0, 0, 1, 0, 0]);
    assert_eq!(bench.diary().felt_effects[0].body.strength, Some(6.0));
    assert_eq!(counts(&bench.import(&with(Some(6.0)))), [0, 1, 0, 0, 0]);
}

#[test]
fn a_day_total_is_never_a_dose_and_says_when_the_day_is_kept_dose_by_dose() {
    let day = |n, day: &str, says| {
        let statement = DayStatement {
            day: day.parse().unwrap(),
            says,
            note: None,
        };
        row(n, None, Says::Entry(Event::Day(statement)))
    };
    let mut bench = Bench::new();
    bench.import(&sheet());
    let totals = reading(
        "loop_habit",
        vec![
            day(1, "2026-02-01", DaySays::Total(Quantity::grams(4.0))),
            day(2, "2026-02-02", DaySays::Total(Quantity::grams(5.0))),
            day(3, "2026-02-03", DaySays::NothingTaken),
            day(4, "2026-02-03", DaySays::NothingTaken),
        ],
    );
    let report = bench.import(&totals);
    assert_eq!(counts(&report), [3, 1, 0, 0, 0]);
    assert_eq!(report.found.days_already_kept_dose_by_dose, 1);
    assert_eq!(bench.diary().doses.len(), 3);
    let other = reading(
        "tea_taper",
        vec![day(9, "2026-02-02", DaySays::Total(Quantity::grams(5.0)))],
    );
    assert_eq!(counts(&bench.import(&other)), [0, 1, 0, 0, 0]);
}

#[test]
fn check_ins_and_other_substances_are_not_added_twice() {
    let check_in = |mood: Option<f64>, craving: Option<f64>| CheckIn {
        precision: Precision::Day,
        mood,
        craving,
        ..CheckIn::at(moment("2026-02-01T12:00"))
    };
    let says = |c| reading("tea_taper", vec![row(1, None, Says::Entry(Event::CheckIn(c)))]);
    let mut bench = Bench::new();
    bench.import(&says(check_in(Some(3.0), Some(4.0))));
    assert_eq!(counts(&bench.import(&says(check_in(None, Some(4.0))))), [0, 1, 0, 0, 0]);
    assert_eq!(counts(&bench.import(&says(check_in(None, Some(5.0))))), [1, 0, 0, 0, 0]);

    // Two exports of one program name the check-in of a day differently, and one says more.
    let named = |id, c| reading("tea_taper", vec![row(1, Some(id), Says::Entry(Event::CheckIn(c)))]);
    let mut other = Bench::new();
    other.import(&named("a", check_in(None, Some(4.0))));
    assert_eq!(
        counts(&other.import(&named("b", check_in(Some(3.0), Some(4.0))))),
        [0, 0, 1, 0, 0]
    );
    assert_eq!(other.diary().check_ins[0].body.mood, Some(3.0));
    assert_eq!(
        counts(&other.import(&named("a", check_in(None, Some(4.0))))),
        [0, 1, 0, 0, 0]
    );
    assert_eq!(
        counts(&other.import(&named("b", check_in(Some(3.0), Some(4.0))))),
        [0, 1, 0, 0, 0]
    );

    let co_use = |amount, unit: &str| CoUse {
        when: moment("2026-02-01T20:00"),
        precision: Precision::Minute,
        substance: "Alcohol".to_owned(),
        amount,
        unit: Some(unit.to_owned()),
        route: Route::Oral,
        note: None,
    };
    let says = |c, format| reading(format, vec![row(1, None, Says::Entry(Event::CoUse(c)))]);
    bench.import(&says(co_use(Some(20.0), "ml"), "psychonautwiki"));
    assert_eq!(
        counts(&bench.import(&says(co_use(Some(20.0), "mL"), "piru"))),
        [0, 1, 0, 0, 0]
    );
    assert_eq!(
        counts(&bench.import(&says(co_use(Some(30.0), "ml"), "piru"))),
        [1, 0, 0, 0, 0]
    );
}

#[test]
fn the_report_as_json_has_its_promised_keys() {
    let bench = Bench::new();
    let mut file = sheet();
    file.secrets_dropped = vec!["recovery code"];
    let json = Report::of(&bench.plan(&file, &[], "a.csv")).to_json(None);
    for key in ["new", "duplicate", "changed", "held", "skipped"] {
        assert!(json[key].is_u64(), "{key}");
    }
    assert_eq!(json["held_reasons"]["over_100_g"], 1);
    assert_eq!(json["found"]["doses_known"], 2);
    assert_eq!(json["found"]["doses_unknown_amount"], 1);
    assert_eq!(json["found"]["grams_per_day"]["median"], 4.0);
    assert_eq!(json["questions"][0]["id"], "repeats");
    assert_eq!(json["format"]["id"], "csv");
    assert!(json["skipped_reasons"].is_object() && json["warnings"].is_array() && json["batch"].is_null());
}

fn any_row() -> impl Strategy<Value = (u8, u8, Option<u8>, bool)> {
    (0u8..6, 0u8..4, proptest::option::of(0u8..12), any::<bool>())
}

fn any_file(format: &'static str) -> impl Strategy<Value = Reading> {
    proptest::collection::vec(any_row(), 0..30).prop_map(move |rows| {
        let rows = rows.into_iter().enumerate().map(|(n, (hour, grams, id, is_held))| {
            let id = id.map(|i| i.to_string());
            if is_held && grams == 3 {
                return held_row(n, id.as_deref(), &format!("{hour}"));
            }
            let amount = (grams > 0).then(|| f64::from(grams));
            dose_row(n, id.as_deref(), dose(&format!("2026-02-01T{hour:02}:00"), amount))
        });
        reading(format, rows.collect())
    })
}

proptest! {
    #[test]
    fn whatever_the_files_importing_again_adds_nothing_and_undo_restores(
        a in any_file("csv"), b in any_file("herbal_tracker"), c in any_file("herbal_tracker"),
    ) {
        let mut bench = Bench::new();
        for file in [&a, &b, &c] {
            let before = ebb_core::fold::live(bench.entries.clone());
            let n_imports = bench.diary().imports.len();
            let plan = bench.plan(file, &[], "f");
            bench.apply(&plan);
            let again = bench.plan(file, &[], "f");
            prop_assert!(!again.has_something_new(), "{:?}", Report::of(&again));
            if bench.diary().imports.len() > n_imports {
                bench.undo();
                prop_assert_eq!(&ebb_core::fold::live(bench.entries.clone()), &before);
                let plan = bench.plan(file, &[], "f");
                bench.apply(&plan);
            }
        }
    }

    #[test]
    fn no_row_is_lost(a in any_file("csv")) {
        let bench = Bench::new();
        let report = Report::of(&bench.plan(&a, &[], "f"));
        prop_assert_eq!(counts(&report).iter().sum::<usize>(), a.rows.len());
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures, and says what it measured"
)]
fn fifty_thousand_rows_meet_fifty_thousand_doses_quickly() {
    let rows = |shift: i64| {
        let start = moment("2016-01-01T00:00");
        (0..50_000)
            .map(|n| {
                let d = Dose {
                    when: start.minutes_earlier(-105 * n - shift),
                    amount: Some(Quantity::new(2.0, Unit::Gram)),
                    ..Dose::of_unknown_amount(start.clone())
                };
                product_row(0, None, d, "Green leaf", ProductKind::Leaf)
            })
            .collect::<Vec<_>>()
    };
    let mut bench = Bench::new();
    bench.import(&reading("csv", rows(0)));
    let diary = bench.diary();
    for (format, shift, expected) in [("csv", 0, 50_000), ("piru", 0, 50_000), ("piru", 3, 0)] {
        let file = reading(format, rows(shift));
        let clock = std::time::Instant::now();
        let plan = ebb_exchange::import::plan(&file, &diary, &Default::default(), None);
        let took = clock.elapsed();
        assert_eq!(Report::of(&plan).duplicate, expected);
        assert!(took.as_secs() < 5, "{format} +{shift} min took {took:?}");
        println!("50,000 rows of {format} (+{shift} min) against 50,000 doses: {took:?}");
    }
}
