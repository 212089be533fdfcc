//! Events of every kind with every field, for properties.

use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::entry::{Entry, EntryId, Hlc, Origin};
use ebb_core::event::{
    Amendment, Assumed, AssumedDose, Batch, CheckIn, CoUse, Craving, CravingOutcome, DaySays, DayStatement, Dose,
    Event, FeltEffect, Forecast, Held, ImportBatch, Learning, LearningSays, Note, NoteKind, Person, Precision, Product,
    ProductKind, Retraction, Route, Settings, Stomach, Symptom, Unknown,
};
use ebb_core::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Numbers that JSON can hold.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        2 => Just(0.0),
        4 => 0.001..200.0_f64,
        1 => any::<f64>().prop_filter("finite", |v| v.is_finite()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z ]{0,12}",
        1 => ".{0,12}",
        1 => Just("\"\\ \u{0}\u{202e}\n\u{1f33f} ½ }{".to_owned()),
    ]
}

/// One of a dozen ids, so that amendments and removals meet their targets.
fn id() -> impl Strategy<Value = EntryId> {
    (0..12_u8).prop_map(nth_id)
}

pub(crate) fn nth_id(n: u8) -> EntryId {
    EntryId::from_parts(1_700_000_000_000 + i64::from(n) * 60_000, [n; 10])
}

fn moment() -> impl Strategy<Value = Moment> {
    let clocks = select(vec![
        (3600, "Europe/Berlin"),
        (7200, "Europe/Berlin"),
        (0, "UTC"),
        (-12_600, "America/St_Johns"),
        (20_700, "Asia/Kathmandu"),
        (-39_600, "Pacific/Pago_Pago"),
        (50_400, "Pacific/Kiritimati"),
        (-18_000, "-05:00"),
        (19_800, "+05:30"),
    ]);
    let ms = prop_oneof![
        8 => 1_600_000_000_000..1_800_000_000_000_i64,
        1 => -2_000_000_000_000..4_000_000_000_000_i64,
    ];
    let nanosecond = prop_oneof![4 => Just(0), 1 => 0..1_000_000_i128];
    (ms, nanosecond, clocks).prop_map(|(ms, nanosecond, (offset_s, zone))| Moment {
        at: Timestamp::from_nanosecond(i128::from(ms / 1000 * 1000) * 1_000_000 + nanosecond).unwrap(),
        offset_s,
        zone: zone.into(),
    })
}

fn day() -> impl Strategy<Value = Date> {
    (2020..2030_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Date::constant(year, month, day))
}

fn estimate() -> impl Strategy<Value = Estimate> {
    (number(), number()).prop_map(|(value, log_sd)| Estimate { value, log_sd })
}

pub(crate) fn quantity() -> impl Strategy<Value = Quantity> {
    let each = prop_oneof![
        estimate().prop_map(Each::Grams),
        estimate().prop_map(Each::MgMitragynine),
        estimate().prop_map(Each::MgSevenOh),
    ];
    (
        number(),
        select(Unit::ALL.to_vec()),
        option::of(number()),
        option::of(each),
        option::of(text()),
    )
        .prop_map(|(value, unit, sd, each, unit_name)| Quantity {
            value,
            unit,
            sd,
            each,
            unit_name,
        })
}

fn precision() -> impl Strategy<Value = Precision> {
    select(vec![Precision::Minute, Precision::Day])
}

fn route() -> impl Strategy<Value = Route> {
    select(Route::ALL.to_vec())
}

fn stomach() -> impl Strategy<Value = Stomach> {
    select(vec![
        Stomach::Empty,
        Stomach::QuarterFull,
        Stomach::HalfFull,
        Stomach::Full,
        Stomach::VeryFull,
    ])
}

fn dose() -> impl Strategy<Value = Dose> {
    let when = (moment(), precision(), option::of(number()));
    let what = (
        option::of(quantity()),
        option::of(id()),
        option::of(id()),
        route(),
        option::of(stomach()),
    );
    let words = (option::of(text()), option::of(text()), option::of(text()));
    (when, what, words).prop_map(
        |((when, precision, over_min), (amount, product, batch, route, stomach), (reason, mood, note))| Dose {
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
        },
    )
}

/// Patches that hit, patches that break, patches that miss.
fn amendment() -> impl Strategy<Value = Amendment> {
    let changes = select(vec![
        r#"{"note":"changed"}"#,
        r#"{"note":null}"#,
        r#"{"note":"again","reason":"why"}"#,
        r#"{"amount":null}"#,
        r#"{"amount":{"value":3.5}}"#,
        r#"{"amount":{"value":1.25,"unit":"gram","sd":null}}"#,
        r#"{"when":"2026-02-03T18:00:00+01:00[Europe/Berlin]"}"#,
        r#"{"when":17}"#,
        r#"{"name":"renamed"}"#,
        r#"{"text":5}"#,
        r#"{"field_of_a_newer_ebb":{"a":[1]}}"#,
        "{}",
    ]);
    (id(), changes).prop_map(|(target, changes)| Amendment {
        target,
        changes: serde_json::from_str(changes).unwrap(),
    })
}

fn product() -> impl Strategy<Value = Product> {
    let kind = select(ProductKind::ALL.to_vec());
    let strength = || option::of(estimate());
    let strengths = (strength(), strength(), strength(), strength(), strength(), strength());
    (text(), kind, strengths, option::of(text())).prop_map(|(name, kind, (a, b, c, d, e, f), note)| Product {
        name,
        kind,
        mitragynine_mg_per_g: a,
        mitragynine_mg_each: b,
        seven_oh_mg_each: c,
        grams_per_capsule: d,
        grams_per_teaspoon: e,
        tea_grams_per_litre: f,
        note,
    })
}

fn batch() -> impl Strategy<Value = Batch> {
    let strength = || option::of(estimate());
    (
        id(),
        moment(),
        option::of(text()),
        strength(),
        strength(),
        option::of(text()),
    )
        .prop_map(
            |(product, opened, name, mitragynine_mg_per_g, tea_grams_per_litre, note)| Batch {
                product,
                opened,
                name,
                mitragynine_mg_per_g,
                tea_grams_per_litre,
                note,
            },
        )
}

fn check_in() -> impl Strategy<Value = CheckIn> {
    let score = || option::of(number());
    let scores = (score(), score(), score(), score(), score(), score(), score());
    let symptoms = btree_map(select(Symptom::ALL.to_vec()), 0..=4_u8, 0..17);
    let words = (
        btree_map(text(), number(), 0..3),
        btree_map(text(), text(), 0..3),
        vec(text(), 0..3),
        vec(text(), 0..3),
        option::of(text()),
    );
    (moment(), precision(), symptoms, scores, words).prop_map(
        |(when, precision, symptoms, scores, (scales, answers, triggers, helpers, note))| CheckIn {
            when,
            precision,
            withdrawal_64: scores.0,
            symptoms,
            craving: scores.1,
            mood: scores.2,
            energy: scores.3,
            focus: scores.4,
            sleep: scores.5,
            sleep_hours: scores.6,
            scales,
            answers,
            triggers,
            helpers,
            note,
        },
    )
}

fn felt_effect() -> impl Strategy<Value = FeltEffect> {
    let words = (
        option::of(text()),
        btree_map(text(), number(), 0..3),
        option::of(text()),
    );
    (
        moment(),
        option::of(id()),
        option::of(number()),
        option::of(number()),
        words,
    )
        .prop_map(|(when, dose, strength, duration_h, (word, scales, note))| FeltEffect {
            when,
            dose,
            strength,
            duration_h,
            word,
            scales,
            note,
        })
}

fn craving() -> impl Strategy<Value = Craving> {
    let outcome = select(vec![
        CravingOutcome::Passed,
        CravingOutcome::Used,
        CravingOutcome::Ongoing,
    ]);
    let much = (option::of(number()), option::of(number()), option::of(any::<u32>()));
    let words = (option::of(text()), option::of(text()));
    (moment(), precision(), much, option::of(outcome), words).prop_map(
        |(when, precision, (strength, minutes, count), outcome, (trigger, note))| Craving {
            when,
            precision,
            strength,
            trigger,
            outcome,
            minutes,
            count,
            note,
        },
    )
}

fn co_use() -> impl Strategy<Value = CoUse> {
    let much = (text(), option::of(number()), option::of(text()));
    (moment(), precision(), much, route(), option::of(text())).prop_map(
        |(when, precision, (substance, amount, unit), route, note)| CoUse {
            when,
            precision,
            substance,
            amount,
            unit,
            route,
            note,
        },
    )
}

fn note() -> impl Strategy<Value = Note> {
    let kind = select(vec![NoteKind::Plain, NoteKind::Milestone, NoteKind::ForeignPlan]);
    (moment(), precision(), text(), kind).prop_map(|(when, precision, text, kind)| Note {
        when,
        precision,
        text,
        kind,
    })
}

fn day_statement() -> impl Strategy<Value = DayStatement> {
    let says = prop_oneof![
        Just(DaySays::NothingTaken),
        Just(DaySays::Unknown),
        quantity().prop_map(DaySays::Total),
    ];
    (day(), says, option::of(text())).prop_map(|(day, says, note)| DayStatement { day, says, note })
}

fn import_batch() -> impl Strategy<Value = ImportBatch> {
    let words = (
        text(),
        option::of(text()),
        option::of(text()),
        btree_map(text(), text(), 0..3),
    );
    (words, any::<u64>()).prop_map(|((format, version, file, answers), rows)| ImportBatch {
        format,
        version,
        file,
        answers,
        rows,
    })
}

fn held() -> impl Strategy<Value = Held> {
    (text(), text(), text()).prop_map(|(place, reason, row)| Held { place, reason, row })
}

fn settings() -> impl Strategy<Value = Settings> {
    (option::of(0..24_i8), option::of(text()), option::of(id())).prop_map(|(day_start, zone, product)| Settings {
        day_start,
        zone,
        product,
    })
}

fn forecast() -> impl Strategy<Value = Forecast> {
    let rows = || vec(vec(0..641_u16, 3..5), 0..4);
    let hours = || vec(number(), 0..4);
    (
        (moment(), moment()),
        any::<u64>(),
        text(),
        number(),
        hours(),
        rows(),
        rows(),
        option::of(assumed()),
    )
        .prop_map(
            |((when, last_dose), seed, input, widened_by, hours, tenths, population_tenths, assumed)| Forecast {
                when,
                last_dose,
                seed,
                draws: 200,
                engine: 1,
                input,
                learned_from: seed / 3,
                widened_by,
                probabilities: vec![0.1, 0.5, 0.9],
                hours,
                tenths,
                population_tenths,
                assumed,
            },
        )
}

fn assumed() -> impl Strategy<Value = Assumed> {
    let dose = (number(), number()).prop_map(|(hours, mg)| AssumedDose { hours, mg });
    (text(), vec(dose, 0..4)).prop_map(|(course, doses)| Assumed { course, doses })
}

fn learning() -> impl Strategy<Value = Learning> {
    let says = prop_oneof![
        Just(LearningSays::On),
        Just(LearningSays::Off),
        Just(LearningSays::Reset)
    ];
    (moment(), says).prop_map(|(when, says)| Learning { when, says })
}

fn person() -> impl Strategy<Value = Person> {
    (text(), option::of(text()), option::of(text())).prop_map(|(name, number, note)| Person { name, number, note })
}

/// Every kind but the unknown one, whose text is bound to its id.
pub(crate) fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => dose().prop_map(Event::Dose),
        3 => amendment().prop_map(Event::Amendment),
        3 => id().prop_map(|target| Event::Retraction(Retraction { target })),
        1 => product().prop_map(Event::Product),
        1 => batch().prop_map(Event::Batch),
        1 => check_in().prop_map(Event::CheckIn),
        1 => felt_effect().prop_map(Event::FeltEffect),
        1 => craving().prop_map(Event::Craving),
        1 => co_use().prop_map(Event::CoUse),
        1 => note().prop_map(Event::Note),
        1 => day_statement().prop_map(Event::Day),
        1 => import_batch().prop_map(Event::ImportBatch),
        1 => held().prop_map(Event::Held),
        1 => settings().prop_map(Event::Settings),
        1 => person().prop_map(Event::Person),
        1 => forecast().prop_map(Event::Forecast),
        1 => learning().prop_map(Event::Learning),
    ]
}

fn origin() -> impl Strategy<Value = Origin> {
    (id(), "[a-c]", "[x-z]").prop_map(|(batch, key, print)| Origin {
        batch,
        key: key.as_str().into(),
        print: print.as_str().into(),
    })
}

/// One entry with a clock and an id of its own.
pub(crate) fn entry(nth: u8) -> impl Strategy<Value = Entry> {
    let clock = (1_700_000_000_000..1_700_000_000_010_i64, 0..3_u32);
    let said = prop_oneof![12 => event().prop_map(Some), 1 => Just(None)];
    (clock, option::weighted(0.3, origin()), said).prop_map(move |((ms, n), origin, event)| {
        let (id, clock) = (nth_id(nth), Hlc(ms, n));
        let event = event.unwrap_or_else(|| newer(id, clock));
        // An unknown entry's origin is part of its text.
        let origin = origin.filter(|_| !matches!(event, Event::Unknown(_)));
        Entry {
            id,
            clock,
            origin,
            event,
        }
    })
}

fn newer(id: EntryId, clock: Hlc) -> Event {
    let kind = "dream".to_owned();
    let raw = format!(
        r#"{{"v":1,  "kind":"dream","id":"{id}","clock":[{},{}],"body":{{"x":1.50}}, "more":[]}}"#,
        clock.0, clock.1
    );
    Event::Unknown(Unknown { kind, raw })
}

/// A log of up to a dozen entries that speak of each other.
pub(crate) fn log() -> impl Strategy<Value = Vec<Entry>> {
    (0..12_u8).prop_flat_map(|n| (0..n).map(entry).collect::<Vec<_>>())
}
