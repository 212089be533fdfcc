//! The engine against its definition, its laws and published figures.

#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::cast_possible_truncation,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "tests stop where something is missing, compare exactly on purpose, index by small numbers, read their own files, and say what they skipped"
)]

mod fits;
mod forms;
mod laws;
mod learning;
mod model_table;
mod outlooks;
mod paths;
mod personal;
mod public_data;
mod reference;
mod scenario_errors;
mod scenarios;
mod simulated;
mod standpoint;
mod support;
