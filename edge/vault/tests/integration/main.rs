//! The vault seen from outside: one binary, one module per promise.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod backends;
mod damage;
mod disk;
mod entries;
mod everyday;
mod frozen;
mod merging;
mod power;
mod processes;
mod readers;
mod secrecy;
mod support;
mod vfs;
