//! Any entry whatever: every kind, every field, present or absent.

use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::entry::{Entry, EntryId, Hlc, Origin};
use ebb_core::event::{
    Batch, CheckIn, CoUse, Craving, CravingOutcome, DaySays, DayStatement, Dose, Event, FeltEffect, Forecast, Held,
    ImportBatch, Learning, LearningSays, Note, NoteKind, Person, Precision, Product, ProductKind, Route, Settings,
    Stomach, Symptom, Unknown,
};
use ebb_core::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![(0u32..2_000).prop_map(|n| f64::from(n) / 8.0), 0.0f64..1e6]
}

/// Words with everything that hurts: quotes, line ends, formulas, letters of all sorts.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zäöü🌿\"',;=+@\\-\\n\\r\\t ]{0,12}",
        any::<String>(),
        Just("=HYPERLINK(\"x\")".to_owned()),
    ]
}

fn some_text() -> impl Strategy<Value = Option<String>> {
    option::of(text())
}

fn moment() -> impl Strategy<Value = Moment> {
    let offsets = prop_oneof![
        Just((3600, "Europe/Berlin")),
        Just((-12600, "America/St_Johns")),
        Just((0, "+00:00"))
    ];
    (0i64..4_000_000_000_000, offsets).prop_map(|(ms, (offset_s, zone))| Moment {
        at: Timestamp::from_millisecond(ms).unwrap(),
        offset_s,
        zone: zone.into(),
    })
}

fn id() -> impl Strategy<Value = EntryId> {
    (0i64..4_000_000_000_000, any::<[u8; 10]>()).prop_map(|(ms, random)| EntryId::from_parts(ms, random))
}

fn estimate() -> impl Strategy<Value = Estimate> {
    (number(), 0.0f64..2.0).prop_map(|(value, log_sd)| Estimate { value, log_sd })
}

fn precision() -> impl Strategy<Value = Precision> {
    prop_oneof![Just(Precision::Minute), Just(Precision::Day)]
}

fn route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Oral),
        Just(Route::Buccal),
        Just(Route::Smoked),
        Just(Route::Other)
    ]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let each = prop_oneof![
        estimate().prop_map(Each::Grams),
        estimate().prop_map(Each::MgMitragynine),
        estimate().prop_map(Each::MgSevenOh),
    ];
    (
        number(),
        proptest::sample::select(Unit::ALL.to_vec()),
        option::of(number()),
        option::of(each),
        some_text(),
    )
        .prop_map(|(value, unit, sd, each, unit_name)| Quantity {
            value,
            unit,
            sd,
            each,
            unit_name,
        })
}

fn dose() -> impl Strategy<Value = Event> {
    let stomach = prop_oneof![Just(Stomach::Empty), Just(Stomach::HalfFull), Just(Stomach::VeryFull)];
    let first = (
        moment(),
        precision(),
        option::of(number()),
        option::of(quantity()),
        option::of(id()),
    );
    let second = (
        option::of(id()),
        route(),
        option::of(stomach),
        some_text(),
        some_text(),
        some_text(),
    );
    (first, second).prop_map(
        |((when, precision, over_min, amount, product), (batch, route, stomach, reason, mood, note))| {
            Event::Dose(Dose {
                when,
                precision,
                over_min,
                amount,
                product,
                batch,
                route,
                stomach,
                reason,
                mood,
                note,
            })
        },
    )
}

fn product() -> impl Strategy<Value = Event> {
    let kind = proptest::sample::select(ProductKind::ALL.to_vec());
    let e = || option::of(estimate());
    ((text(), kind, e(), e(), e()), (e(), e(), e(), some_text())).prop_map(
        |((name, kind, per_g, each, seven), (capsule, spoon, litre, note))| {
            Event::Product(Product {
                name,
                kind,
                mitragynine_mg_per_g: per_g,
                mitragynine_mg_each: each,
                seven_oh_mg_each: seven,
                grams_per_capsule: capsule,
                grams_per_teaspoon: spoon,
                tea_grams_per_litre: litre,
                note,
            })
        },
    )
}

fn batch() -> impl Strategy<Value = Event> {
    (
        id(),
        moment(),
        some_text(),
        option::of(estimate()),
        option::of(estimate()),
        some_text(),
    )
        .prop_map(
            |(product, opened, name, mitragynine_mg_per_g, tea_grams_per_litre, note)| {
                Event::Batch(Batch {
                    product,
                    opened,
                    name,
                    mitragynine_mg_per_g,
                    tea_grams_per_litre,
                    note,
                })
            },
        )
}

fn check_in() -> impl Strategy<Value = Event> {
    let symptoms = btree_map(proptest::sample::select(Symptom::ALL.to_vec()), 0u8..5, 0..17);
    let n = || option::of(number());
    let first = (moment(), precision(), n(), symptoms, n(), n(), n());
    let second = (
        n(),
        n(),
        n(),
        btree_map(text(), number(), 0..4),
        btree_map(text(), text(), 0..4),
    );
    let third = (vec(text(), 0..3), vec(text(), 0..3), some_text());
    (first, second, third).prop_map(|(a, b, c)| {
        Event::CheckIn(CheckIn {
            precision: a.1,
            withdrawal_64: a.2,
            symptoms: a.3,
            craving: a.4,
            mood: a.5,
            energy: a.6,
            focus: b.0,
            sleep: b.1,
            sleep_hours: b.2,
            scales: b.3,
            answers: b.4,
            triggers: c.0,
            helpers: c.1,
            note: c.2,
            ..CheckIn::at(a.0)
        })
    })
}

fn felt() -> impl Strategy<Value = Event> {
    let scales = btree_map(text(), number(), 0..3);
    let word = prop_oneof![some_text(), Just(Some("twoPlus".to_owned()))];
    (
        moment(),
        option::of(id()),
        option::of(number()),
        option::of(number()),
        word,
        scales,
        some_text(),
    )
        .prop_map(|(when, dose, strength, duration_h, word, scales, note)| {
            Event::FeltEffect(FeltEffect {
                when,
                dose,
                strength,
                duration_h,
                word,
                scales,
                note,
            })
        })
}

fn craving() -> impl Strategy<Value = Event> {
    let outcome = prop_oneof![
        Just(CravingOutcome::Passed),
        Just(CravingOutcome::Used),
        Just(CravingOutcome::Ongoing),
    ];
    let n = || option::of(number());
    (
        (moment(), precision(), n(), some_text()),
        (option::of(outcome), n(), option::of(any::<u32>()), some_text()),
    )
        .prop_map(
            |((when, precision, strength, trigger), (outcome, minutes, count, note))| {
                Event::Craving(Craving {
                    when,
                    precision,
                    strength,
                    trigger,
                    outcome,
                    minutes,
                    count,
                    note,
                })
            },
        )
}

fn co_use() -> impl Strategy<Value = Event> {
    (
        moment(),
        precision(),
        text(),
        option::of(number()),
        some_text(),
        route(),
        some_text(),
    )
        .prop_map(|(when, precision, substance, amount, unit, route, note)| {
            Event::CoUse(CoUse {
                when,
                precision,
                substance,
                amount,
                unit,
                route,
                note,
            })
        })
}

fn note() -> impl Strategy<Value = Event> {
    let kind = prop_oneof![
        Just(NoteKind::Plain),
        Just(NoteKind::Milestone),
        Just(NoteKind::ForeignPlan)
    ];
    (moment(), precision(), text(), kind).prop_map(|(when, precision, text, kind)| {
        Event::Note(Note {
            when,
            precision,
            text,
            kind,
        })
    })
}

fn day() -> impl Strategy<Value = Event> {
    let says = prop_oneof![
        Just(DaySays::NothingTaken),
        Just(DaySays::Unknown),
        quantity().prop_map(DaySays::Total),
    ];
    (0i16..200, 1i8..13, 1i8..29, says, some_text()).prop_map(|(year, month, day, says, note)| {
        Event::Day(DayStatement {
            day: Date::new(1950 + year, month, day).unwrap(),
            says,
            note,
        })
    })
}

fn import_batch() -> impl Strategy<Value = Event> {
    (
        text(),
        some_text(),
        some_text(),
        btree_map(text(), text(), 0..3),
        any::<u64>(),
    )
        .prop_map(|(format, version, file, answers, rows)| {
            Event::ImportBatch(ImportBatch {
                format,
                version,
                file,
                answers,
                rows,
            })
        })
}

fn held() -> impl Strategy<Value = Event> {
    (text(), text(), text()).prop_map(|(place, reason, row)| Event::Held(Held { place, reason, row }))
}

fn settings() -> impl Strategy<Value = Event> {
    (option::of(0i8..24), some_text(), option::of(id())).prop_map(|(day_start, zone, product)| {
        Event::Settings(Settings {
            day_start,
            zone,
            product,
        })
    })
}

fn person() -> impl Strategy<Value = Event> {
    (text(), some_text(), some_text()).prop_map(|(name, number, note)| Event::Person(Person { name, number, note }))
}

fn forecast() -> impl Strategy<Value = Event> {
    let rows = || vec(vec(0u16..641, 3), 0..3);
    (moment(), text(), any::<u64>(), rows(), rows()).prop_map(|(when, input, seed, tenths, population_tenths)| {
        Event::Forecast(Forecast {
            last_dose: when.clone(),
            when,
            seed,
            draws: 200,
            engine: 1,
            input,
            learned_from: 0,
            widened_by: 1.5,
            probabilities: vec![0.1, 0.5, 0.9],
            hours: vec![0.0, 1.0],
            tenths,
            population_tenths,
            assumed: None,
        })
    })
}

fn learning() -> impl Strategy<Value = Event> {
    let says = prop_oneof![
        Just(LearningSays::On),
        Just(LearningSays::Off),
        Just(LearningSays::Reset)
    ];
    (moment(), says).prop_map(|(when, says)| Event::Learning(Learning { when, says }))
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        dose(),
        product(),
        batch(),
        check_in(),
        felt(),
        craving(),
        co_use(),
        note(),
        day(),
        import_batch(),
        held(),
        settings(),
        person(),
        forecast(),
        learning(),
    ]
}

/// Any entry, also one of a newer Ebb with odd blanks around it.
pub(crate) fn any_entry() -> impl Strategy<Value = Entry> {
    let origin = (id(), text(), text()).prop_map(|(batch, key, print)| Origin {
        batch,
        key: key.into(),
        print: print.into(),
    });
    let clock = (0i64..4_000_000_000_000, any::<u32>()).prop_map(|(ms, n)| Hlc(ms, n));
    let plain = (id(), clock.clone(), option::of(origin), any_event()).prop_map(|(id, clock, origin, event)| Entry {
        id,
        clock,
        origin,
        event,
    });
    let newer = (id(), clock, "[ \n\t]{0,3}").prop_map(|(id, clock, blanks)| {
        let body = r#"{"a": [1,  2.50]}"#;
        let Hlc(ms, n) = clock;
        let raw =
            format!(r#"{blanks}{{"v":2, "id":"{id}", "clock":[{ms},{n}],  "kind":"later", "body":{body}}}{blanks}"#);
        Entry {
            id,
            clock,
            origin: None,
            event: Event::Unknown(Unknown {
                kind: "later".to_owned(),
                raw,
            }),
        }
    });
    prop_oneof![20 => plain, 1 => newer]
}
