//! All integration tests of `ebb-present`, one binary.

mod numbers;
mod shared_files;
mod texts;
mod words;
