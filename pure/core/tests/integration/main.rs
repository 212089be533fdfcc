//! All integration tests of `ebb-core`, one binary.

#![allow(clippy::unwrap_used, reason = "tests")]

mod bridge;
mod day_table;
mod entries;
mod fold;
mod forecast;
mod frozen;
mod history;
mod phrase;
mod reading;
mod resolve;
mod strategies;
mod support;
mod v1;
