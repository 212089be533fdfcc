//! Files in, entries out, and back again.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its own input has failed")]

mod any_entry;
mod diaries;
mod exports;
mod json_any_bytes;
mod json_formats;
mod json_overlaps;
mod json_people;
mod json_shared;
mod json_traps;
mod merge;
mod people;
mod table;
mod table_any_text;
mod table_leo;
mod table_people;
mod table_rules;
mod table_traps;
mod traps;
mod vocabulary;
mod workbench;
