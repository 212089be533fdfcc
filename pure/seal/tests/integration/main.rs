//! Sealing seen from outside: frozen vectors, a second implementation, and properties.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod form_c;
mod phrases;
mod properties;
mod second;
mod vectors;
