//! The vault seen from outside: one binary, one module per promise.

mod everyday;
mod support;
