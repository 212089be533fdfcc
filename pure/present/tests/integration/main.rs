//! All integration tests of `ebb-present`, one binary.

mod charts;
mod examples;
mod golden;
mod numbers;
mod shared_files;
mod texts;
mod words;
