//! What must hold on any bytes: one function per fuzz target.
//!
//! Each takes bytes that nobody promised anything about and calls one public function of Ebb; it panics when a promise is
//! broken. The fuzzer calls it with what it makes up, `tests/corpus.rs` with what was kept. To add a target: a function
//! here, its line in [`TARGETS`], a `[[bin]]`, a file in `fuzz_targets/`, and a folder with a few inputs in `corpus/`.

use ebb_core::event::v1;

/// A fuzz target: it returns, or it found something.
pub type Target = fn(&[u8]);

/// Every target under its name.
pub const TARGETS: [(&str, Target); 1] = [("event_v1", event_v1)];

/// An entry that can be read can be written, and then says the same.
pub fn event_v1(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let Ok(entry) = v1::read(text) else { return };
    let written = v1::write(&entry);
    let again = v1::read(&written).expect("what was written can be read");
    assert_eq!(again, entry, "writing changed the entry");
    assert_eq!(v1::write(&again), written, "writing twice gives two texts");
}
