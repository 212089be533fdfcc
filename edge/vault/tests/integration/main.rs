//! The vault seen from outside: one binary, one module per promise.

mod backends;
mod damage;
mod disk;
mod everyday;
mod merging;
mod power;
mod processes;
mod readers;
mod secrecy;
mod support;
mod vfs;
