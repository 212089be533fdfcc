//! The vault seen from outside: one binary, one module per promise.

mod backends;
mod disk;
mod everyday;
mod power;
mod support;
mod vfs;
