//! Files in, entries out, and back again.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its own input has failed")]

mod merge;
mod workbench;
