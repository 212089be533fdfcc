//! What must hold on any bytes: one function per fuzz target.
//!
//! Each takes bytes that nobody promised anything about and calls one public function of Ebb; it panics when a promise is
//! broken. The fuzzer calls it with what it makes up, `tests/corpus.rs` with what was kept. To add a target: a function
//! here, its line in [`TARGETS`], a `[[bin]]`, a file in `fuzz_targets/`, and a folder with a few inputs in `corpus/`.

mod imported;
mod sealed;

use ebb_core::event::v1;
use ebb_core::phrase;
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use imported::{import_any, import_csv};
pub use sealed::{seal_open, vault_backup};

/// A fuzz target: it returns, or it found something.
pub type Target = fn(&[u8]);

/// Every target under its name.
pub const TARGETS: [(&str, Target); 6] = [
    ("event_v1", event_v1),
    ("import_any", import_any),
    ("import_csv", import_csv),
    ("log_phrase", log_phrase),
    ("seal_open", seal_open),
    ("vault_backup", vault_backup),
];

/// An entry that can be read can be written, and then says the same.
pub fn event_v1(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(entry) = v1::read(text) else { return };
    let written = v1::write(&entry);
    let again = v1::read(&written).expect("what was written can be read");
    assert_eq!(again, entry, "writing changed the entry");
    assert_eq!(v1::write(&again), written, "writing twice gives two texts");
}

/// A line in a person's words is understood or refused; what is understood lies in the past and can be kept.
pub fn log_phrase(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let zone = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a correct zone");
    // The hour that comes twice, the hour that does not come, and an ordinary afternoon.
    for now in ["2025-10-26T01:20:00Z", "2026-03-29T01:10:00Z", "2026-02-03T15:00:00Z"] {
        let now: Timestamp = now.parse().expect("a correct time");
        let Ok(draft) = phrase::read(text, now, &zone) else {
            continue;
        };
        assert!(draft.when.ms() <= now.as_millisecond(), "a dose in the future");
        if let Some(amount) = draft.amount {
            assert!(
                amount.value.is_finite() && amount.value >= 0.0,
                "an amount nobody can take"
            );
        }
        assert!(
            draft.over_min.is_none_or(|over| over.is_finite() && over >= 0.0),
            "a time nobody can take"
        );
    }
}
