//! All integration tests of `ebb-core`, one binary.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(clippy::float_cmp, reason = "exact equality is what these tests promise")]
#![allow(clippy::cast_possible_truncation, reason = "small numbers made here")]
#![allow(clippy::disallowed_methods, reason = "tests read their own files")]

mod bridge;
mod day_table;
mod entries;
mod fold;
mod forecast;
mod frozen;
mod history;
mod kept_forecasts;
mod learning;
mod people;
mod phrase;
mod plans;
mod reading;
mod recent;
mod resolve;
mod score;
mod strategies;
mod support;
mod v1;
