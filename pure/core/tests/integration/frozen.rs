//! The stored form of version 1, kept in files: each must be read as this and written as it stands, for ever. A file is
//! added when a field or a kind is; none is ever changed.

use crate::strategies::nth_id;
use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::entry::{Entry, EntryId, Hlc, Origin};
use ebb_core::event::{
    Amendment, Assumed, AssumedDose, Batch, CheckIn, CoUse, Craving, CravingOutcome, DaySays, DayStatement, Dose,
    Event, FeltEffect, Forecast, Held, ImportBatch, Learning, LearningSays, Note, NoteKind, Person, Precision, Product,
    ProductKind, Retraction, Route, Settings, Stomach, Symptom, Unknown, v1,
};
use ebb_core::moment::Moment;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/v1")
}

fn moment(text: &str) -> Moment {
    Moment::from_text(text).unwrap()
}

fn berlin() -> Moment {
    moment("2026-03-29T03:30:00+02:00[Europe/Berlin]")
}

fn estimate(value: f64, log_sd: f64) -> Option<Estimate> {
    Some(Estimate { value, log_sd })
}

fn words(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn map<V>(pairs: [(&str, V); 2]) -> BTreeMap<String, V> {
    pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
}

const BATCH: u8 = 10;
const PRODUCT: u8 = 11;

fn full_dose() -> Dose {
    Dose {
        when: moment("2025-10-26T02:30:00.25+01:00[Europe/Berlin]"),
        precision: Precision::Day,
        over_min: Some(40.5),
        amount: Some(Quantity {
            value: 2.5,
            unit: Unit::Piece,
            sd: Some(0.25),
            each: Some(Each::Grams(Estimate {
                value: 0.6,
                log_sd: 0.1,
            })),
            unit_name: words("kitchen spoon"),
        }),
        product: Some(nth_id(PRODUCT)),
        batch: Some(nth_id(BATCH)),
        route: Route::Sublingual,
        stomach: Some(Stomach::QuarterFull),
        reason: words("tired"),
        mood: words("low"),
        note: words("with \"orange\" juice\n½ cup · 🌿"),
    }
}

fn products() -> [Product; 2] {
    let empty = Product {
        name: "green".to_owned(),
        kind: ProductKind::Leaf,
        mitragynine_mg_per_g: None,
        mitragynine_mg_each: None,
        seven_oh_mg_each: None,
        grams_per_capsule: None,
        grams_per_teaspoon: None,
        tea_grams_per_litre: None,
        note: None,
    };
    let full = Product {
        name: "strong".to_owned(),
        kind: ProductKind::Extract,
        mitragynine_mg_per_g: estimate(400.0, 0.2),
        mitragynine_mg_each: estimate(112.5, 0.3),
        seven_oh_mg_each: estimate(1.5, 0.4),
        grams_per_capsule: estimate(0.55, 0.1),
        grams_per_teaspoon: estimate(2.25, 0.2),
        tea_grams_per_litre: estimate(20.0, 0.5),
        note: words("kept dry"),
    };
    [empty, full]
}

fn full_check_in() -> CheckIn {
    CheckIn {
        when: berlin(),
        precision: Precision::Day,
        withdrawal_64: Some(17.0),
        symptoms: (0..).zip(Symptom::ALL).map(|(i, symptom)| (symptom, i % 5)).collect(),
        craving: Some(3.0),
        mood: Some(4.5),
        energy: Some(5.0),
        focus: Some(6.0),
        sleep: Some(7.0),
        sleep_hours: Some(6.25),
        scales: map([("anxiety", 3.0), ("joy", 0.5)]),
        answers: map([("plan", "rest".to_owned()), ("worst", "morning".to_owned())]),
        triggers: vec!["work".to_owned(), "rain".to_owned()],
        helpers: vec!["walk".to_owned()],
        note: words("better than it sounds"),
    }
}

fn day(says: DaySays, note: Option<String>) -> Event {
    Event::Day(DayStatement {
        day: Date::constant(2026, 2, 3),
        says,
        note,
    })
}

fn used() -> [(&'static str, Event); 11] {
    let [leaf, extract] = products();
    [
        (
            "dose_minimal",
            Event::Dose(Dose::of_unknown_amount(moment("1999-01-01T00:00:00+00:00"))),
        ),
        ("dose_full", Event::Dose(full_dose())),
        ("dose_zero", {
            let mut dose = Dose::of_unknown_amount(berlin());
            dose.amount = Some(Quantity::new(0.0, Unit::TeaMl));
            Event::Dose(dose)
        }),
        ("product_minimal", Event::Product(leaf)),
        ("product_full", Event::Product(extract)),
        (
            "batch_minimal",
            Event::Batch(Batch {
                product: nth_id(PRODUCT),
                opened: berlin(),
                name: None,
                mitragynine_mg_per_g: None,
                tea_grams_per_litre: None,
                note: None,
            }),
        ),
        (
            "batch_full",
            Event::Batch(Batch {
                product: nth_id(PRODUCT),
                opened: moment("2025-05-09T15:40:00-03:30[America/St_Johns]"),
                name: words("second bag"),
                mitragynine_mg_per_g: estimate(18.0, 0.15),
                tea_grams_per_litre: estimate(25.0, 0.25),
                note: words("darker"),
            }),
        ),
        (
            "co_use_minimal",
            Event::CoUse(CoUse {
                when: berlin(),
                precision: Precision::Minute,
                substance: "coffee".to_owned(),
                amount: None,
                unit: None,
                route: Route::Oral,
                note: None,
            }),
        ),
        (
            "co_use_full",
            Event::CoUse(CoUse {
                when: berlin(),
                precision: Precision::Day,
                substance: "wine".to_owned(),
                amount: Some(2.0),
                unit: words("glasses"),
                route: Route::Other,
                note: words("with dinner"),
            }),
        ),
        (
            "felt_effect_minimal",
            Event::FeltEffect(FeltEffect {
                when: berlin(),
                dose: None,
                strength: None,
                duration_h: None,
                word: None,
                scales: BTreeMap::new(),
                note: None,
            }),
        ),
        (
            "felt_effect_full",
            Event::FeltEffect(FeltEffect {
                when: berlin(),
                dose: Some(nth_id(3)),
                strength: Some(6.0),
                duration_h: Some(3.5),
                word: words("++"),
                scales: map([("calm", 2.0), ("focus", 1.0)]),
                note: words("slow"),
            }),
        ),
    ]
}

fn felt() -> [(&'static str, Event); 8] {
    [
        ("check_in_minimal", Event::CheckIn(CheckIn::at(berlin()))),
        ("check_in_full", Event::CheckIn(full_check_in())),
        (
            "craving_minimal",
            Event::Craving(Craving {
                when: berlin(),
                precision: Precision::Minute,
                strength: None,
                trigger: None,
                outcome: None,
                minutes: None,
                count: None,
                note: None,
            }),
        ),
        (
            "craving_full",
            Event::Craving(Craving {
                when: berlin(),
                precision: Precision::Day,
                strength: Some(8.0),
                trigger: words("boredom"),
                outcome: Some(CravingOutcome::Ongoing),
                minutes: Some(12.5),
                count: Some(3),
                note: words("went for a walk"),
            }),
        ),
        (
            "note_minimal",
            Event::Note(Note {
                when: berlin(),
                precision: Precision::Minute,
                text: String::new(),
                kind: NoteKind::Plain,
            }),
        ),
        (
            "note_full",
            Event::Note(Note {
                when: berlin(),
                precision: Precision::Day,
                text: "the day of stopping".to_owned(),
                kind: NoteKind::Milestone,
            }),
        ),
        ("day_nothing_taken", day(DaySays::NothingTaken, words("sure"))),
        ("day_unknown", day(DaySays::Unknown, None)),
    ]
}

fn kept() -> [(&'static str, Event); 15] {
    [
        ("day_total", day(DaySays::Total(Quantity::grams(7.5)), None)),
        (
            "amendment",
            Event::Amendment(Amendment {
                target: nth_id(3),
                changes: serde_json::from_str(r#"{"amount":{"value":2.0,"sd":null},"note":null,"reason":"because"}"#)
                    .unwrap(),
            }),
        ),
        ("retraction", Event::Retraction(Retraction { target: nth_id(3) })),
        (
            "import_batch_minimal",
            Event::ImportBatch(ImportBatch {
                format: "table".to_owned(),
                version: None,
                file: None,
                answers: BTreeMap::new(),
                rows: 0,
            }),
        ),
        (
            "import_batch_full",
            Event::ImportBatch(ImportBatch {
                format: "table".to_owned(),
                version: words("4"),
                file: words("log.csv"),
                answers: map([("decimal", "comma".to_owned()), ("zone", "Europe/Berlin".to_owned())]),
                rows: 1234,
            }),
        ),
        (
            "held",
            Event::Held(Held {
                place: "line 7".to_owned(),
                reason: "over_100_g".to_owned(),
                row: "2026-02-03;250;g".to_owned(),
            }),
        ),
        ("settings_minimal", Event::Settings(Settings::default())),
        (
            "settings_full",
            Event::Settings(Settings {
                day_start: Some(5),
                zone: words("Europe/Berlin"),
                product: Some(nth_id(PRODUCT)),
            }),
        ),
        (
            "learning_reset",
            Event::Learning(Learning {
                when: berlin(),
                says: LearningSays::Reset,
            }),
        ),
        (
            "learning_off",
            Event::Learning(Learning {
                when: berlin(),
                says: LearningSays::Off,
            }),
        ),
        (
            "learning_on",
            Event::Learning(Learning {
                when: berlin(),
                says: LearningSays::On,
            }),
        ),
        (
            "person_minimal",
            Event::Person(Person {
                name: "Mira".to_owned(),
                number: None,
                note: None,
            }),
        ),
        (
            "person_full",
            Event::Person(Person {
                name: "Dr. Aydın".to_owned(),
                number: words("+43 664 555 01 34"),
                note: words("mornings; knows about it"),
            }),
        ),
        ("dose_units", {
            let mut dose = Dose::of_unknown_amount(berlin());
            dose.amount = Some(Quantity {
                each: Some(Each::MgMitragynine(Estimate {
                    value: 25.0,
                    log_sd: 0.3,
                })),
                ..Quantity::new(3.0, Unit::Capsule)
            });
            Event::Dose(dose)
        }),
        (
            "unknown_kind",
            Event::Unknown(Unknown {
                kind: "dream".to_owned(),
                raw: std::fs::read_to_string(folder().join("unknown_kind.json")).unwrap_or_default(),
            }),
        ),
    ]
}

fn forecasts() -> [(&'static str, Event); 3] {
    let minimal = Forecast {
        when: berlin(),
        last_dose: moment("2026-03-28T22:15:00+01:00[Europe/Berlin]"),
        seed: 3686,
        draws: 200,
        engine: 1,
        input: "00ff10203040506070809000a0b0c0d0".to_owned(),
        learned_from: 0,
        widened_by: 1.0,
        probabilities: vec![0.1, 0.5, 0.9],
        hours: vec![0.0, 1.5],
        tenths: vec![vec![0, 12, 40], vec![3, 120, 640]],
        population_tenths: Vec::new(),
        assumed: None,
    };
    let full = Forecast {
        learned_from: 12,
        widened_by: 1.25,
        population_tenths: vec![vec![1, 2, 3], vec![4, 5, 6]],
        ..minimal.clone()
    };
    [
        (
            "forecast_course",
            Event::Forecast(Forecast {
                assumed: Some(Assumed {
                    course: "down_10_every_7".to_owned(),
                    doses: vec![
                        AssumedDose { hours: 2.25, mg: 40.0 },
                        AssumedDose { hours: 10.5, mg: 36.5 },
                    ],
                }),
                ..minimal.clone()
            }),
        ),
        ("forecast_minimal", Event::Forecast(minimal)),
        ("forecast_full", Event::Forecast(full)),
    ]
}

fn samples() -> BTreeMap<&'static str, Entry> {
    let mut samples = BTreeMap::new();
    for (name, event) in used().into_iter().chain(felt()).chain(kept()).chain(forecasts()) {
        let is_imported = name.ends_with("_full") && name != "settings_full";
        let origin = is_imported.then(|| Origin {
            batch: nth_id(9),
            key: "table:row 7".into(),
            print: "1f2e".into(),
        });
        let entry = Entry {
            id: EntryId::from_text("018bcfe5-6800-7001-8101-010101010101").unwrap(),
            clock: Hlc(1_700_000_000_000, 2),
            origin,
            event,
        };
        assert!(samples.insert(name, entry).is_none(), "{name} twice");
    }
    samples
}

#[test]
fn every_frozen_file_is_read_as_it_was_meant_and_written_as_it_stands() {
    for (name, expected) in samples() {
        let path = folder().join(format!("{name}.json"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name}.json is missing"));
        assert_eq!(v1::read(&text).unwrap(), expected, "{name}");
        assert_eq!(v1::write(&expected), text, "{name}");
    }
}

#[test]
fn there_is_a_frozen_file_for_every_sample_and_a_sample_for_every_kind() {
    let files: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let samples = samples();
    assert_eq!(files, samples.keys().map(|name| (*name).to_owned()).collect());
    let kinds: BTreeSet<&str> = samples.values().map(|entry| v1::kind(&entry.event)).collect();
    let expected = "amendment batch check_in co_use craving day dose dream felt_effect forecast held import_batch learning note \
                    person product retraction settings";
    assert_eq!(kinds, expected.split_whitespace().collect());
}

/// The words of every unit, way, symptom and so on are frozen too.
#[test]
fn the_words_of_choices_never_change() {
    fn words<T: serde::Serialize>(all: &[T]) -> String {
        let word = |value| serde_json::to_value(value).unwrap().as_str().unwrap().to_owned();
        all.iter().map(word).collect::<Vec<_>>().join(" ")
    }
    assert_eq!(
        words(&Unit::ALL),
        "gram milligram teaspoon tablespoon capsule tea_ml mg_mitragynine mg_seven_oh piece"
    );
    assert_eq!(
        words(&Symptom::ALL),
        "anxious yawning sweating watery_eyes runny_nose goose_bumps shaking hot_flushes cold_flushes aching restless \
         queasy vomiting twitching stomach_cramps want_some_now"
    );
    use Route::{
        Buccal, Inhaled, Insufflated, Intramuscular, Intravenous, Oral, Other, Rectal, Smoked, Subcutaneous,
        Sublingual, Transdermal,
    };
    assert_eq!(
        words(&[
            Oral,
            Sublingual,
            Buccal,
            Insufflated,
            Rectal,
            Transdermal,
            Subcutaneous,
            Intramuscular,
            Intravenous,
            Smoked,
            Inhaled,
            Other
        ]),
        "oral sublingual buccal insufflated rectal transdermal subcutaneous intramuscular intravenous smoked inhaled other"
    );
    use Stomach::{Empty, Full, HalfFull, QuarterFull, VeryFull};
    assert_eq!(
        words(&[Empty, QuarterFull, HalfFull, Full, VeryFull]),
        "empty quarter_full half_full full very_full"
    );
    use ProductKind::{Extract, Leaf, OtherAlkaloid, SevenOh};
    assert_eq!(
        words(&[Leaf, Extract, SevenOh, OtherAlkaloid]),
        "leaf extract seven_oh other_alkaloid"
    );
    use CravingOutcome::{Ongoing, Passed, Used};
    assert_eq!(words(&[Passed, Used, Ongoing]), "passed used ongoing");
    use NoteKind::{ForeignPlan, Milestone, Plain};
    assert_eq!(words(&[Plain, Milestone, ForeignPlan]), "plain milestone foreign_plan");
    assert_eq!(words(&[Precision::Minute, Precision::Day]), "minute day");
}
