//! How long a diary takes: reading its entries, folding them, and saying where a person is.
//!
//! `cargo bench -p ebb-core`. The log: ten years of five doses a day with check-ins, amendments and removals between.

use divan::{Bencher, black_box};
use ebb_core::amount::{Quantity, Unit};
use ebb_core::bridge::engine_input;
use ebb_core::diary::Diary;
use ebb_core::entry::{Entry, Hlc, Origin, Pen};
use ebb_core::event::{Amendment, CheckIn, Dose, Event, Retraction, Symptom, v1};
use ebb_core::fold::{fold, live};
use ebb_core::moment::Moment;
use ebb_core::view::entries::{newest, undo_target};
use ebb_core::view::history::day_rows;
use ebb_core::view::{Frame, reading};
use jiff::Timestamp;
use jiff::tz::TimeZone;

fn main() {
    divan::main();
}

const YEARS_10: i64 = 3650;
const START_S: i64 = 1_460_000_000;

fn zone() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC)
}

fn moment(second: i64, zone: &TimeZone) -> Moment {
    let at = Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
    Moment {
        zone: "Europe/Berlin".into(),
        ..Moment::new(at, zone)
    }
}

/// `n_days` days of five doses; every tenth dose is amended, every fiftieth removed, a check-in every other day.
fn log(n_days: i64) -> Vec<Entry> {
    let zone = zone();
    let mut pen = Pen::after(Hlc::START);
    let mut entries: Vec<Entry> = Vec::new();
    let mut write = |second: i64, event: Event| {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&second.to_be_bytes());
        entries.push(pen.write(second * 1000, random, None::<Origin>, event));
        entries.len() - 1
    };
    let mut targets = Vec::new();
    for day in 0..n_days {
        for nth in 0..5 {
            let second = START_S + day * 86_400 + nth * 10_800;
            let amount = match nth {
                0 => None,
                1 => Some(Quantity::new(4.0, Unit::Capsule)),
                _ => Some(Quantity::grams(2.0 + nth as f64 * 0.25)),
            };
            let dose = Dose {
                amount: amount.filter(|_| day % 7 == 0 || nth > 0),
                reason: (nth == 3).then(|| "tired after work".to_owned()),
                ..Dose::of_unknown_amount(moment(second, &zone))
            };
            targets.push((write(second, Event::Dose(dose)), second));
        }
        if day % 2 == 0 {
            let second = START_S + day * 86_400 + 50_000;
            let check_in = CheckIn {
                symptoms: Symptom::ALL.into_iter().map(|symptom| (symptom, 2)).collect(),
                mood: Some(5.0),
                ..CheckIn::at(moment(second, &zone))
            };
            write(second, Event::CheckIn(check_in));
        }
    }
    let ids: Vec<_> = targets.iter().map(|(at, second)| (entries[*at].id, *second)).collect();
    let last = START_S + n_days * 86_400;
    for (n, (target, _)) in (0..).zip(ids) {
        if n % 10 == 0 {
            let changes = serde_json::from_str(r#"{"amount":{"value":3,"unit":"gram"},"note":"weighed again"}"#);
            let event = Event::Amendment(Amendment {
                target,
                changes: changes.unwrap_or_default(),
            });
            entries.push(pen.write((last + n) * 1000, [1; 10], None, event));
        }
        if n % 50 == 0 {
            let event = Event::Retraction(Retraction { target });
            entries.push(pen.write((last + n) * 1000, [2; 10], None, event));
        }
    }
    entries
}

/// About 20,000 entries: eight and a half years.
fn entries_20_000() -> Vec<Entry> {
    let mut entries = log(3_225);
    entries.truncate(20_000);
    entries
}

fn ten_years() -> (Frame, Diary) {
    let diary = fold(log(YEARS_10));
    let now = Timestamp::from_second(START_S + YEARS_10 * 86_400).unwrap_or(Timestamp::UNIX_EPOCH);
    (Frame::new(now, zone(), &diary), diary)
}

#[divan::bench]
fn read_20_000(bencher: Bencher) {
    let texts: Vec<String> = entries_20_000().iter().map(v1::write).collect();
    bencher.bench(|| texts.iter().filter_map(|text| v1::read(text).ok()).count());
}

#[divan::bench]
fn write_20_000(bencher: Bencher) {
    let entries = entries_20_000();
    bencher.bench(|| entries.iter().map(|entry| v1::write(entry).len()).sum::<usize>());
}

#[divan::bench]
fn fold_20_000(bencher: Bencher) {
    let entries = entries_20_000();
    bencher.bench(|| fold(black_box(&entries)));
}

#[divan::bench]
fn read_and_fold_20_000(bencher: Bencher) {
    let texts: Vec<String> = entries_20_000().iter().map(v1::write).collect();
    bencher.bench(|| {
        let entries: Vec<Entry> = texts.iter().filter_map(|text| v1::read(text).ok()).collect();
        fold(&entries)
    });
}

#[divan::bench]
fn live_20_000(bencher: Bencher) {
    let entries = entries_20_000();
    bencher.bench(|| live(black_box(&entries)));
}

#[divan::bench]
fn undo_target_of_20_000(bencher: Bencher) {
    let entries = entries_20_000();
    bencher.bench(|| undo_target(black_box(&entries)));
}

#[divan::bench]
fn newest_20_of_20_000(bencher: Bencher) {
    let diary = fold(entries_20_000());
    bencher.bench(|| newest(black_box(&diary), 20));
}

#[divan::bench]
fn day_rows_of_ten_years(bencher: Bencher) {
    let (_, diary) = ten_years();
    bencher.bench(|| day_rows(black_box(&diary)));
}

#[divan::bench]
fn engine_input_of_ten_years(bencher: Bencher) {
    let (frame, diary) = ten_years();
    bencher.bench(|| engine_input(black_box(&diary), &frame.moment()));
}

#[divan::bench(sample_count = 5)]
fn reading_of_ten_years(bencher: Bencher) {
    let (frame, diary) = ten_years();
    assert!(reading::start(&frame, &diary).is_ok());
    bencher.bench(|| reading::read(black_box(&frame), &diary));
}
