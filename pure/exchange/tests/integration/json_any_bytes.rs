//! Whatever the bytes are, reading ends without a panic, and what it gives is within bounds.

use crate::json_formats::EXAMPLES;
use crate::json_shared::*;
use ebb_core::amount::{Each, Unit};
use ebb_exchange::import::{Reading, Zones};
use proptest::collection::vec;
use proptest::prelude::*;

fn zones() -> Zones {
    home("America/Chicago").with_journey(
        zone("Asia/Tokyo"),
        "2025-05-09T15:40:00".parse().unwrap(),
        "2025-05-20T17:30:00".parse().unwrap(),
    )
}

/// What may never come out of a reader: an amount that is no amount, or a time nobody lived in.
fn is_sane(reading: &Reading) {
    for (row, dose, _) in doses(reading) {
        let place = &row.place;
        assert!(
            (631_152_000_000..=now().as_millisecond() + 86_400_000).contains(&dose.when.ms()),
            "{place}"
        );
        assert!(dose.over_min.is_none_or(|m| m > 0.0 && m <= 1440.0), "{place}");
        let Some(amount) = &dose.amount else { continue };
        assert!(amount.value.is_finite() && amount.value >= 0.0, "{place}");
        assert!(amount.sd.is_none_or(|sd| sd.is_finite() && sd > 0.0), "{place}");
        let (Some(Each::Grams(each) | Each::MgMitragynine(each) | Each::MgSevenOh(each)), _) =
            (amount.each, amount.unit)
        else {
            assert!(amount.unit != Unit::Gram || amount.value <= 100.0, "{place}");
            continue;
        };
        assert!(
            each.value.is_finite() && each.value > 0.0 && each.log_sd.is_finite() && each.log_sd > 0.0,
            "{place}"
        );
    }
}

fn read_any(bytes: &[u8], pairs: &[(&str, &str)]) {
    if let Ok(reading) = read_with(bytes, pairs, &zones()) {
        is_sane(&reading);
    }
}

/// Pieces that change what a reader believes it sees.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::sample::select(vec![
            "null",
            "-1",
            "0",
            "1e999",
            "1e-320",
            "99999999999999999999",
            "\"\"",
            "[]",
            "{}",
            "true",
            "\"2,5\"",
            "\"NaN\"",
            "253402300800000",
            "-62135596800000",
            "9007199254740993.5",
            "\"2026-02-30\"",
            "\"2026-03-29T02:30:00\"",
            "\"9999-12-31T23:59:59\"",
            "\"-000001-01-01T00:00:00Z\"",
            "\"Kratom\"",
            "\"7-OH\"",
            "\"mg\"",
            "\u{feff}",
            "\\ud83d",
            "\"dose\":",
            "\"customUnitId\":7,",
            "\u{0}",
            "\u{202e}",
            "𝟚",
            ",",
            "\"",
            "}",
            "]",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        vec(any::<u8>(), 0..6),
    ]
}

/// Cuts of an example, each replaced by a piece.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let cut = (any::<prop::sample::Index>(), 0usize..24, piece());
    (prop::sample::select(EXAMPLES.to_vec()), vec(cut, 1..5)).prop_map(|(example, cuts)| {
        let mut bytes = example.as_bytes().to_vec();
        for (at, length, piece) in cuts {
            let at = at.index(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, piece);
            if bytes.is_empty() {
                bytes.push(b'{');
            }
        }
        bytes
    })
}

/// Replaces the value after one colon, so that the text stays JSON more often than not.
fn revalued() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), piece());
    (prop::sample::select(EXAMPLES.to_vec()), vec(change, 1..4)).prop_map(|(example, changes)| {
        let mut text = example.to_owned();
        for (at, piece) in changes {
            let values: Vec<(usize, usize)> = text
                .match_indices(": ")
                .filter_map(|(colon, _)| {
                    let start = colon + 2;
                    let length = text[start..].find([',', '}', ']', '\n'])?;
                    Some((start, start + length))
                })
                .collect();
            if !values.is_empty() {
                let (start, end) = values[at.index(values.len())];
                text.replace_range(start..end, &String::from_utf8_lossy(&piece));
            }
        }
        text.into_bytes()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        read_any(&bytes, &[]);
    }

    #[test]
    fn damaged_examples_are_read_or_refused(bytes in mutated()) {
        read_any(&bytes, &[]);
    }

    #[test]
    fn examples_with_other_values_are_read_within_bounds(bytes in revalued()) {
        read_any(&bytes, &[]);
        read_any(&bytes, &[("zero", "zero"), ("decimal", "comma"), ("other_people", "mine"), ("unit:7", "1e9"),
            ("unit:kitchen spoon", "2"), ("product:Kratom", "extract:5mg"), ("encoding", "latin1")]);
    }

    #[test]
    fn a_marked_text_in_utf_16_reads_like_utf_8(example in prop::sample::select(EXAMPLES.to_vec()), big in any::<bool>()) {
        let units = std::iter::once('\u{feff}').chain(example.chars()).collect::<String>();
        let bytes: Vec<u8> = units
            .encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        prop_assert_eq!(read_with(&bytes, &[], &zones()), read_with(example.as_bytes(), &[], &zones()));
    }
}

#[test]
fn every_example_cut_anywhere_is_refused_as_broken_off() {
    for example in EXAMPLES {
        for end in (1..example.len())
            .step_by(7)
            .filter(|&end| example.is_char_boundary(end))
        {
            let cut = example[..end].trim_end();
            let refused = read_with(cut.as_bytes(), &[], &zones());
            assert!(
                matches!(refused, Err(ebb_exchange::import::ImportError::Truncated { .. })),
                "{end}: {refused:?}"
            );
        }
    }
}
