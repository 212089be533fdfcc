//! Whatever the text, a table reader answers: it never panics, never loses a row without a word, never takes long.

use crate::json_shared::{answers, home, now, shared};
use ebb_core::event::Event;
use ebb_exchange::import::{Reading, Says, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

/// Cells that are likely to meet in tables, good and bad.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("2025-04-03"),
        Just("03.04.2025"),
        Just("3/4/2025"),
        Just("31.06.2025"),
        Just("0000-00-00"),
        Just("08:00"),
        Just("24:00"),
        Just("8 PM"),
        Just("abends"),
        Just("2025-10-26 02:30"),
        Just("2,5"),
        Just("1,500"),
        Just("½"),
        Just("-2"),
        Just("NaN"),
        Just("1e999"),
        Just("5 caps"),
        Just("g"),
        Just("TL"),
        Just("\""),
        Just("\"a"),
        Just("a\"b"),
        Just("\"x\ny\""),
        Just(""),
        Just("0"),
        Just("\u{0}"),
        Just("é😤"),
        Just("=1+1"),
        Just("date"),
        Just("time"),
        Just("grams"),
        Just("Menge"),
        Just("Einheit"),
        Just("craving 0-10"),
        Just("id"),
        Just("note"),
        Just("yawning"),
        Just("iso_timestamp"),
        Just("strain_code"),
        Just("amount_g"),
        Just("total_ml"),
        Just("target_ml"),
        Just("entries_count"),
        Just("DOSE LOG STATISTICS"),
        Just("2025-04-03T08:00:00Z"),
    ]
    .prop_map(str::to_owned)
}

fn table() -> impl Strategy<Value = String> {
    let row =
        |delimiter: &'static str| prop::collection::vec(cell(), 0..10).prop_map(move |cells| cells.join(delimiter));
    let ends = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    (prop_oneof![Just(","), Just(";"), Just("\t")], ends).prop_flat_map(move |(delimiter, end)| {
        prop::collection::vec(row(delimiter), 0..12).prop_map(move |rows| rows.join(end))
    })
}

fn open(bytes: &[u8]) -> Option<Reading> {
    let given = answers(&[("decimal", "comma"), ("zero", "zero"), ("capsule_grams", "0.5")]);
    read(None, bytes, &given, &home("Europe/Berlin"), now()).ok()
}

/// What must be true of every reading.
fn is_sound(reading: &Reading) {
    for row in &reading.rows {
        if let Says::Dose { dose, felt, .. } = &row.says {
            if let Some(amount) = &dose.amount {
                assert!(amount.value.is_finite() && amount.value >= 0.0, "{row:?}");
            }
            assert!(
                felt.as_ref()
                    .and_then(|f| f.strength)
                    .is_none_or(|s| (0.0..=10.0).contains(&s))
            );
            assert!(dose.when.at <= now() + jiff::SignedDuration::from_hours(48), "{row:?}");
        }
        if let Says::Entry(Event::CheckIn(check_in)) = &row.says {
            assert!(check_in.withdrawal_64.is_none_or(|w| (0.0..=64.0).contains(&w)));
            assert!(check_in.symptoms.values().all(|&v| v <= 4));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Some(reading) = open(&bytes) {
            is_sound(&reading);
        }
    }

    #[test]
    fn any_table_is_answered(text in table()) {
        if let Some(reading) = open(text.as_bytes()) {
            is_sound(&reading);
        }
    }

    #[test]
    fn any_zip_with_a_changed_byte_is_answered(at in 0usize..400, byte in any::<u8>()) {
        let mut zip = small_zip();
        let at = at % zip.len();
        zip[at] = byte;
        if let Some(reading) = open(&zip) {
            is_sound(&reading);
        }
    }

    #[test]
    fn every_row_of_a_plain_table_is_accounted_for(
        cells in prop::collection::vec("[a-z0-9 .,;]{0,8}", 1..40),
    ) {
        let mut text = "date\ttime\tgrams\tnote\n".to_owned();
        for cell in &cells {
            text.push_str(&format!("2025-04-03\t08:00\t{cell}\tx\n"));
        }
        let reading = open(text.as_bytes()).unwrap();
        prop_assert_eq!(reading.rows.len(), cells.len());
    }
}

/// Tables and zips of the made-up people, to be damaged.
const REAL: [&str; 9] = [
    "1-nora-weekends/loop-habits.zip",
    "2-tom-slow-creep/felt.csv",
    "3-dale-taper/taperk-export-2026-03-08.csv",
    "4-aroon-tea/teataper-export-2026-05-11.csv",
    "5-kim-capsules-to-tablets/mood.tsv",
    "6-leo-chaos/tabelle_juni.csv",
    "6-leo-chaos/log_herbst.tsv",
    "traps/medtimer_events.csv",
    "traps/loop_odd_values.zip",
];

#[test]
fn real_files_with_damage_are_answered() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for name in REAL {
        let Some(bytes) = shared(name) else { return };
        for _ in 0..40 {
            let mut bytes = bytes.clone();
            let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..12);
            for (at, byte, is_cut) in damage.new_tree(&mut runner).unwrap().current() {
                let at = at.index(bytes.len());
                if is_cut && bytes.len() > 200 {
                    bytes.drain(at..(at + 3).min(bytes.len()));
                } else {
                    // Bytes that a table cares about, now and then.
                    bytes[at] = if byte < 128 {
                        b"\",;\t\n\r\0="[usize::from(byte) % 8]
                    } else {
                        byte
                    };
                }
            }
            if let Some(reading) = open(&bytes) {
                is_sound(&reading);
            }
        }
    }
}

/// A stored zip of one habit, made by hand.
fn small_zip() -> Vec<u8> {
    let files: [(&str, &str); 2] = [
        (
            "Habits.csv",
            "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit\n001,kratom g,NUMERICAL,,,1,1,#000000,g\n",
        ),
        ("001 kratom g/Checkmarks.csv", "Date,Value,Notes\n2026-02-03,2500,\n"),
    ];
    let mut zip = Vec::new();
    let mut directory = Vec::new();
    for (name, text) in files {
        let start = u32::try_from(zip.len()).unwrap();
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let crc = crc32(text.as_bytes()).to_le_bytes();
        let name_len = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common: Vec<u8> = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &crc,
            &size,
            &size,
            &name_len,
            &[0, 0],
        ]
        .concat();
        zip.extend([b"PK\x03\x04", &common[..], name.as_bytes(), text.as_bytes()].concat());
        directory.extend(
            [
                b"PK\x01\x02",
                &[20, 0][..],
                &common,
                &[0; 10],
                &start.to_le_bytes(),
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let (start, size) = (
        u32::try_from(zip.len()).unwrap(),
        u32::try_from(directory.len()).unwrap(),
    );
    zip.extend(directory);
    zip.extend(
        [
            b"PK\x05\x06",
            &[0, 0, 0, 0, 2, 0, 2, 0][..],
            &size.to_le_bytes(),
            &start.to_le_bytes(),
            &[0, 0],
        ]
        .concat(),
    );
    zip
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

#[test]
fn the_zip_made_by_hand_is_a_habit_diary() {
    let reading = open(&small_zip()).unwrap();
    assert_eq!(reading.format.id, "loop_habit");
    assert_eq!(reading.rows.len(), 1);
}
