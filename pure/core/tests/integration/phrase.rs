//! One line in a person's words: what is understood, what is refused, and that nothing of it comes back in an error.

use crate::support::berlin;
use ebb_core::amount::MOST_GRAMS;
use ebb_core::amount::Unit;
use ebb_core::event::Stomach;
use ebb_core::phrase::{Draft, LONGEST_MINUTES, PhraseError, read, unit_word};
use ebb_evidence::cited;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::prelude::*;

const NOW: &str = "2026-02-03T18:00:00Z";

fn said(text: &str) -> Result<Draft, PhraseError> {
    read(text, NOW.parse().unwrap(), &TimeZone::UTC)
}

fn check(text: &str, value: f64, unit: Unit, product: Option<&str>, wall: &str) {
    let draft = said(text).unwrap();
    let amount = draft.amount.clone().unwrap();
    assert_eq!((amount.value.to_bits(), amount.unit), (value.to_bits(), unit), "{text}");
    assert_eq!(draft.product.as_deref(), product, "{text}");
    assert_eq!(draft.when.wall().to_string(), wall, "{text}");
}

#[test]
fn amounts_products_and_times_in_any_order() {
    check("2.5g green", 2.5, Unit::Gram, Some("green"), "2026-02-03T18:00:00");
    check(
        "green 2,5 g 20 min ago",
        2.5,
        Unit::Gram,
        Some("green"),
        "2026-02-03T17:40:00",
    );
    check("3 capsules at 8:15", 3.0, Unit::Capsule, None, "2026-02-03T08:15:00");
    check("3 caps at 11pm", 3.0, Unit::Capsule, None, "2026-02-02T23:00:00");
    check(
        "½ tsp of Red leaf yesterday 22:30",
        0.5,
        Unit::Teaspoon,
        Some("Red leaf"),
        "2026-02-02T22:30:00",
    );
    check("1½ TL an hour ago", 1.5, Unit::Teaspoon, None, "2026-02-03T17:00:00");
    check(
        "1500 mg 1h 30min ago",
        1500.0,
        Unit::Milligram,
        None,
        "2026-02-03T16:30:00",
    );
    check("200ml tea over 40 min", 200.0, Unit::TeaMl, None, "2026-02-03T18:00:00");
    check("2 g 2026-02-01 07:00", 2.0, Unit::Gram, None, "2026-02-01T07:00:00");
    check(
        "2 tablets 7-oh half an hour ago",
        2.0,
        Unit::Piece,
        Some("7-oh"),
        "2026-02-03T17:30:00",
    );
}

#[test]
fn reason_and_note_keep_their_words() {
    let draft = said("2g because bored, 3 times now note slept 5h").unwrap();
    assert_eq!(draft.reason.as_deref(), Some("bored, 3 times now"));
    assert_eq!(draft.note.as_deref(), Some("slept 5h"));
    assert_eq!(said("2g over 40 min").unwrap().over_min, Some(40.0));
    assert_eq!(said("2g on an empty stomach").unwrap().stomach, Some(Stomach::Empty));
}

#[test]
fn an_unknown_amount_is_not_zero() {
    assert_eq!(said("? green").unwrap().amount, None);
    assert_eq!(said("some at 8:00").unwrap().amount, None);
    assert_eq!(said("0 g").unwrap().amount.unwrap().value.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn what_is_not_understood_is_said() {
    for (text, error) in [
        ("", PhraseError::Empty),
        ("green", PhraseError::NoAmount),
        ("2 green", PhraseError::NoUnit),
        ("2g 3g", PhraseError::TwoAmounts),
        ("1,500 g", PhraseError::AmbiguousNumber),
        ("-2 g", PhraseError::AmountOutOfRange),
        ("2500 g", PhraseError::AmountOutOfRange),
        ("2g at 25:10", PhraseError::BadTime),
        ("2g at noonish", PhraseError::BadTime),
        ("2g yesterday", PhraseError::BadTime),
        ("2g 8:15 9:15", PhraseError::TwoTimes),
        ("2g 2026-02-04 08:00", PhraseError::Future),
        ("2g green x3", PhraseError::StrayNumber),
    ] {
        assert_eq!(said(text), Err(error), "{text}");
    }
}

#[track_caller]
fn wall(text: &str, expected: &str) {
    assert_eq!(said(text).unwrap().when.wall().to_string(), expected, "{text}");
}

#[test]
fn the_twelve_hour_clock_turns_at_noon_and_midnight() {
    wall("2g 12am", "2026-02-03T00:00:00");
    wall("2g 12:30 am", "2026-02-03T00:30:00");
    wall("2g 12pm", "2026-02-03T12:00:00");
    wall("2g 12:05pm", "2026-02-03T12:05:00");
    wall("2g 8:15AM", "2026-02-03T08:15:00");
    wall("2g at 1 PM", "2026-02-03T13:00:00");
    wall("2g 11:59pm", "2026-02-02T23:59:00");
    wall("2g at noon", "2026-02-03T12:00:00");
    wall("2g at midnight", "2026-02-03T00:00:00");
    wall("2g yesterday noon", "2026-02-02T12:00:00");
    wall("2g on 2026-02-02 at 14:00", "2026-02-02T14:00:00");
    wall("on 2026-02-02 14:00 2g", "2026-02-02T14:00:00");
    wall("2g 0:00", "2026-02-03T00:00:00");
    wall("2g at 8 uhr", "2026-02-03T08:00:00");
    wall("2g at 17 o'clock", "2026-02-03T17:00:00");
    for text in [
        "2g 13pm",
        "2g 0am",
        "2g 8:60",
        "2g 24:00",
        "2g at 8:5",
        "2g at 8:+5",
        "2g at -8:15",
        "2g 8:15xm",
        "2g yesterday midnight",
        "2g today",
        "2g at",
        "2g 2026-02-03",
        "2g 2026-13-01 8:00 9",
        "2g 1:2:3",
    ] {
        assert!(said(text).is_err(), "{text}: {:?}", said(text));
    }
}

#[test]
fn a_product_with_odd_letters_is_a_product() {
    for name in [
        "7-oh",
        "k51",
        "Grüner Blätter",
        "red_vein",
        "白",
        "extra:fine",
        "spam",
        "a.m",
        "−",
    ] {
        let text = format!("2 g {name}");
        assert_eq!(said(&text).unwrap().product.as_deref(), Some(name), "{text}");
    }
}

#[test]
fn estimates_carry_the_error_of_a_spoon() {
    for text in ["~2 g", "about 2 g", "2 g", "ca. 2g green", "roughly 2g", "~ 2 g"] {
        let amount = said(text).unwrap().amount.unwrap();
        let sd = (text != "2 g").then_some(2.0 * cited::ENTRY_ERROR_SPOON.value);
        assert_eq!((amount.value, amount.sd), (2.0, sd), "{text}");
    }
}

#[test]
fn numbers_are_read_as_people_write_them_or_not_at_all() {
    for (text, value) in [
        ("2", 2.0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        (".5", 0.5),
        ("2.", 2.0),
        ("1/2", 0.5),
        ("3/4", 0.75),
        ("½", 0.5),
        ("1½", 1.5),
        ("2¼", 2.25),
        ("¾", 0.75),
        ("0,50", 0.5),
        ("007", 7.0),
        ("0.125", 0.125),
    ] {
        assert_eq!(
            said(&format!("{text} g")).unwrap().amount.unwrap().value,
            value,
            "{text}"
        );
    }
    for text in [
        "1,500", "½½", "1.5½", "1,5½", "1/0", "0/0", "1/2/3", "1//2", "/2", "2..5", "2.5.1", "1e3", "+2", "-2", "−2",
        "1_000", "2'500", "2,5,1", ".", ",", "٢", "0x10", "1,",
    ] {
        let found = said(&format!("{text} g"));
        assert!(found.is_err() || text == "1,", "{text}: {found:?}");
    }
}

#[test]
fn a_number_of_many_slashes_does_not_overflow() {
    let long = "1/".repeat(200_000) + "1 g";
    assert!(said(&long).is_err());
    let digits = "9".repeat(400);
    for text in [
        format!("{digits} g"),
        format!("2g over {digits} min"),
        format!("2g {digits} days ago"),
    ] {
        assert!(said(&text).is_err());
    }
}

#[test]
fn more_than_a_person_could_mean_is_asked_about() {
    for (unit, most) in [
        ("g", MOST_GRAMS),
        ("mg", MOST_GRAMS * 1000.0),
        ("tsp", MOST_GRAMS / cited::TEASPOON_GRAMS.value),
        ("tbsp", MOST_GRAMS / cited::TABLESPOON_GRAMS.value),
        ("capsules", MOST_GRAMS / cited::CAPSULE_GRAMS.value),
        ("shots", MOST_GRAMS / cited::CAPSULE_GRAMS.value),
        ("ml", 10_000.0),
    ] {
        assert!(said(&format!("{} {unit}", most.floor())).is_ok(), "{unit}");
        let more = said(&format!("{} {unit}", most.floor() + 1.0));
        assert_eq!(more, Err(PhraseError::AmountOutOfRange), "{unit}");
    }
    assert_eq!(said("2g over 24 h").unwrap().over_min, Some(LONGEST_MINUTES));
    assert_eq!(said("2g over 25 h"), Err(PhraseError::BadTime));
    assert_eq!(said("2g over 1 h over 2 h"), Err(PhraseError::TwoTimes));
    assert_eq!(said("2g 400 days ago"), Err(PhraseError::BadTime));
}

#[test]
fn every_word_for_a_unit_is_a_unit_in_any_case() {
    for (words, unit) in [
        ("g gr gram grams gramm G", Unit::Gram),
        ("mg milligrams MG", Unit::Milligram),
        ("tsp teaspoons TL", Unit::Teaspoon),
        ("tbsp tablespoon EL", Unit::Tablespoon),
        ("cap caps Capsules kapseln", Unit::Capsule),
        ("ml millilitres Milliliters", Unit::TeaMl),
        ("shot tablets piece scoop", Unit::Piece),
        ("mgmtg", Unit::MgMitragynine),
    ] {
        for word in words.split(' ') {
            assert_eq!(unit_word(word), Some(unit), "{word}");
            assert_eq!(said(&format!("1 {word}")).unwrap().amount.unwrap().unit, unit, "{word}");
        }
    }
    assert_eq!(unit_word("kg"), None);
    assert_eq!(said("? caps").unwrap().product, None);
}

fn in_berlin(text: &str, now: &str) -> Result<String, PhraseError> {
    read(text, now.parse().unwrap(), &berlin()).map(|draft| draft.when.to_text())
}

#[test]
fn an_hour_that_was_left_out_has_no_time_in_it() {
    // Clocks went from 02:00 to 03:00 on 29 March 2026.
    let now = "2026-03-29T08:00:00Z";
    assert_eq!(in_berlin("2g at 2:30", now), Err(PhraseError::BadTime));
    assert_eq!(in_berlin("2g 2026-03-29 02:30", now), Err(PhraseError::BadTime));
    assert_eq!(in_berlin("2g at 3:30", now).unwrap(), "2026-03-29T03:30:00+02:00");
    assert_eq!(in_berlin("2g at 1:59", now).unwrap(), "2026-03-29T01:59:00+01:00");
    // Before the change the hour meant is yesterday's.
    assert_eq!(
        in_berlin("2g at 2:30", "2026-03-29T00:30:00Z").unwrap(),
        "2026-03-28T02:30:00+01:00"
    );
    // Two hours ago are two hours, whatever the clock did.
    assert_eq!(
        in_berlin("2g 2 h ago", "2026-03-29T02:00:00Z").unwrap(),
        "2026-03-29T01:00:00+01:00"
    );
}

#[test]
fn of_an_hour_that_came_twice_the_last_one_is_meant() {
    // Clocks went from 03:00 back to 02:00 on 26 October 2025.
    assert_eq!(
        in_berlin("2g at 2:30", "2025-10-26T08:00:00Z").unwrap(),
        "2025-10-26T02:30:00+01:00"
    );
    assert_eq!(
        in_berlin("2g at 2:30", "2025-10-26T01:40:00Z").unwrap(),
        "2025-10-26T02:30:00+01:00"
    );
    // In the second hour, before it is half past again.
    assert_eq!(
        in_berlin("2g at 2:30", "2025-10-26T01:20:00Z").unwrap(),
        "2025-10-26T02:30:00+02:00"
    );
    // In the first hour, before it is half past.
    assert_eq!(
        in_berlin("2g at 2:30", "2025-10-26T00:20:00Z").unwrap(),
        "2025-10-25T02:30:00+02:00"
    );
}

#[test]
fn the_ends_of_time_do_not_panic() {
    for now in [Timestamp::MIN, Timestamp::MAX] {
        for zone in [TimeZone::UTC, berlin(), TimeZone::posix("<+14>-14").unwrap()] {
            for text in [
                "2g",
                "2g at 8:00",
                "2g yesterday 8:00",
                "2g 300 days ago",
                "2g 9999-12-31 23:59",
            ] {
                let _ = read(text, now, &zone);
            }
        }
    }
}

/// Words the grammar knows, and words it does not.
fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(
            "2 2.5g 2,5 ½ 1½ ~3 ? some g mg caps tsp ml tea green of now at @ 8 8:15 12am pm noon midnight uhr yesterday \
             today 2026-02-01 2026-03-29 02:30 20 min ago h hour an half a over 40 with food on an empty stomach because \
             note: about ca. unknown 7-oh x3 1/2 -2"
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        ),
        1 => ".{0,6}",
        1 => "[0-9.,:/½¼¾~+-]{1,6}",
    ];
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

#[test]
fn a_comma_on_its_own_is_no_product() {
    for line in ["; 2.5g", ", 2.5g because", "2.5g ,"] {
        let draft = read(line, Timestamp::from_second(1_770_000_000).unwrap(), &TimeZone::UTC).unwrap();
        assert_eq!(draft.product, None, "{line}");
    }
    let alone = read(",", Timestamp::from_second(1_770_000_000).unwrap(), &TimeZone::UTC);
    assert_eq!(alone.unwrap_err(), PhraseError::Empty);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_line_is_understood_or_refused_and_nothing_of_it_is_in_the_refusal(
        line in line(), now in 1_600_000_000..1_900_000_000_i64
    ) {
        let now = Timestamp::from_second(now).unwrap();
        match read(&line, now, &berlin()) {
            Ok(draft) => {
                prop_assert!(draft.when.at <= now);
                prop_assert!(draft.over_min.is_none_or(|m| (0.0..=LONGEST_MINUTES).contains(&m)));
                if let Some(amount) = draft.amount {
                    prop_assert!(amount.is_usable() && amount.sd.is_none_or(f64::is_finite));
                }
                for words in [draft.product, draft.reason, draft.note].into_iter().flatten() {
                    prop_assert!(!words.trim().is_empty());
                    for word in words.split_whitespace() {
                        prop_assert!(line.contains(word), "{} was not said", word);
                    }
                }
            }
            Err(error) => {
                // The refusals are a fixed set of sentences, so no word of any line can be in one.
                let debug = format!("{error:?}");
                prop_assert!(debug.chars().all(char::is_alphabetic), "{}", debug);
            }
        }
    }

    #[test]
    fn any_text_at_all_does_not_panic(text in "\\PC{0,60}") {
        let _ = read(&text, Timestamp::from_second(1_770_000_000).unwrap(), &TimeZone::UTC);
    }

    #[test]
    fn every_minute_of_a_year_is_the_minute_said_or_does_not_exist(minute in 0..525_600_i64) {
        let zone = berlin();
        let at = Timestamp::from_second(1_760_000_000 / 60 * 60 + minute * 60).unwrap();
        let wall = zone.to_datetime(at);
        let text = format!("2g {} {:02}:{:02}", wall.date(), wall.hour(), wall.minute());
        let read = read(&text, Timestamp::from_second(1_900_000_000).unwrap(), &zone).unwrap();
        prop_assert_eq!(read.when.wall(), wall);
        // The same instant, or the other one of an hour that came twice.
        prop_assert!([0, 3600].contains(&(read.when.ms() / 1000 - at.as_second())));
    }
}
