//! The engine against its definition, its laws and published figures.

#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::cast_possible_truncation,
    clippy::print_stderr,
    reason = "tests stop where something is missing, compare exactly on purpose, index by small numbers, and say what they skipped"
)]

mod laws;
mod model_table;
mod outlooks;
mod reference;
mod scenario_errors;
mod scenarios;
mod support;
