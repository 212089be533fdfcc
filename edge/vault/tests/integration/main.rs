//! The vault seen from outside: one binary, one module per promise.

mod backends;
mod everyday;
mod support;
