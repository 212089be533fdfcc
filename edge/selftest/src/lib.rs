//! What a real browser is held to: the vault's contract against its database, and the engine's answers against those of every
//! other machine.
//!
//! It is a page of its own and no part of the app: `cargo xtask e2e` serves it at `/selftest/` and reads what it says, on
//! the page and in a worker. Each rule gets an empty database of a random name, which is deleted afterwards; a person's
//! vault lies on another origin and is never opened.

pub mod engine;
#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod rules;
