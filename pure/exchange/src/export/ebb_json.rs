//! Ebb's own complete file: every entry that counts, exactly as the frozen form of its version writes it.
//!
//! ```json
//! {"ebb_export":1,"entries":[
//! {"v":1,"id":"019…","clock":[1771000000000,0],"kind":"dose","body":{…}},
//! …
//! ]}
//! ```
//!
//! One entry a line, in order of clock and id, amendments applied. An entry of a newer Ebb is written byte for byte; if
//! it has blanks around it that JSON would not keep, as a text that holds it. Read back by
//! [`crate::import::ebb_json`].

use ebb_core::entry::Entry;
use ebb_core::event::{Event, v1};
use ebb_core::fold::live;

/// Version of the file around the entries; each entry has its own.
pub const VERSION: u32 = 1;

/// The whole diary as one file.
#[must_use]
pub fn write(entries: &[Entry]) -> String {
    let mut text = format!("{{\"ebb_export\":{VERSION},\"entries\":[");
    for (i, entry) in live(entries.iter().cloned()).iter().enumerate() {
        text.push_str(if i == 0 { "\n" } else { ",\n" });
        let written = v1::write(entry);
        match &entry.event {
            Event::Unknown(u) if u.raw.trim() != u.raw => {
                text.push_str(&serde_json::Value::from(written).to_string());
            }
            _ => text.push_str(&written),
        }
    }
    text.push_str("\n]}\n");
    text
}
