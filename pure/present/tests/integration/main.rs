//! All integration tests of `ebb-present`, one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own input has failed")]

mod care;
mod charts;
mod examples;
mod golden;
mod help;
mod learn;
mod numbers;
mod reading;
mod screens;
mod shared_files;
mod texts;
mod words;
