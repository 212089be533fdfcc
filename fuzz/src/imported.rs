//! What must hold of any foreign file: it is refused or read, what is read can be kept, and reading it twice adds
//! nothing.

use ebb_core::entry::{Entry, Hlc, Pen};
use ebb_core::event::{Event, v1};
use ebb_core::fold::fold;
use ebb_exchange::import::{self, Answers, Reading, Says, Zones, apply, plan};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The latest time the fixed clock of these targets lets an entry have: one day after now.
const NOW: &str = "2026-02-03T15:00:00Z";
const LATEST: &str = "2026-02-04T15:00:00Z";
const EARLIEST: &str = "1990-01-01T00:00:00Z";

/// A file of any kind.
pub fn import_any(bytes: &[u8]) {
    let zones = Zones::home(TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a correct zone"));
    let answers = Answers::default();
    let Ok(reading) = import::read(Some("file"), bytes, &answers, &zones, time(NOW)) else {
        return;
    };
    reading.rows.iter().for_each(check_row);
    check_merge(&reading, &answers);
}

/// A table whose columns are known, so that the fuzzer spends its time on the cells.
pub fn import_csv(cells: &[u8]) {
    let header: &[u8] = b"id,date,time,amount,unit,product,withdrawal 0-64,craving 0-10,reason,note\n";
    import_any(&[header, cells].concat());
}

fn time(text: &str) -> Timestamp {
    text.parse().expect("a correct time")
}

fn check_row(row: &import::Row) {
    let Says::Dose { dose, .. } = &row.says else { return };
    let when = dose.when.ms();
    assert!(
        when >= time(EARLIEST).as_millisecond(),
        "{}: before 1990 and not held",
        row.place
    );
    assert!(
        when <= time(LATEST).as_millisecond(),
        "{}: in the future and not held",
        row.place
    );
    let Some(amount) = &dose.amount else { return };
    assert!(
        amount.value.is_finite() && amount.value > 0.0,
        "{}: no amount, and not unknown",
        row.place
    );
}

/// Into an empty diary, and then once more.
fn check_merge(reading: &Reading, answers: &Answers) {
    let first = write(reading, answers, &[]);
    for entry in &first {
        let again = v1::read(&v1::write(entry)).expect("what was imported can be read");
        assert_eq!(&again, entry, "writing changed an imported entry");
    }
    let second = write(reading, answers, &first);
    let kinds: Vec<&str> = second.iter().map(|entry| v1::kind(&entry.event)).collect();
    assert!(second.is_empty(), "the same file again added {kinds:?}");
    let batches = first
        .iter()
        .filter(|entry| matches!(entry.event, Event::ImportBatch(_)))
        .count();
    assert_eq!(batches, usize::from(!first.is_empty()), "an import is one batch");
}

/// The entries that importing `reading` adds to a diary of `there`.
fn write(reading: &Reading, answers: &Answers, there: &[Entry]) -> Vec<Entry> {
    let diary = fold(there.iter().cloned());
    let plan = plan(reading, &diary, answers, Some("file"));
    let last = there.iter().map(|entry| entry.clock).max().unwrap_or(Hlc::START);
    let mut n_written = there.len();
    let mut random = || {
        n_written += 1;
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&(n_written as u64).to_be_bytes());
        bytes
    };
    apply(&plan, &mut Pen::after(last), time(NOW).as_millisecond(), &mut random)
}
