//! All integration tests of `ebb-present`, one binary.

mod examples;
mod golden;
mod numbers;
mod shared_files;
mod texts;
mod words;
