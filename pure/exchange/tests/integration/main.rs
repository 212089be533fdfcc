//! Files in, entries out, and back again.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its own input has failed")]

mod any_entry;
mod diaries;
mod exports;
mod merge;
mod people;
mod table;
mod traps;
mod workbench;
