//! Keeps sealed records on this device.
//!
//! A [`Vault`] takes payloads, seals them and gives them back; it never looks inside. Where the sealed bytes lie is a
//! [`Backend`]: memory, an SQLite file, or a browser's own database. The format and its numbered invariants V1, V2, … are in
//! `docs/vault-format.md`.
//!
//! It must never delete or overwrite a record that opens, write anything in clear, or print.

pub mod backend;
mod block_on;
pub mod contract;
mod copies;
pub mod entries;
mod entropy;
pub mod error;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
mod look;
pub mod memory;
mod merge;
mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod sqlite;
mod vault;

pub use backend::Backend;
pub use block_on::block_on;
pub use copies::{BackupSummary, is_backup};
pub use ebb_seal::{DeviceId, KdfParams, Part, PhraseError, RecoveryPhrase, Side, VaultId};
pub use entropy::NoRandomness;
pub use error::{BackendError, DeviceFailure, VaultError};
#[cfg(target_arch = "wasm32")]
pub use indexed_db::{IndexedDbBackend, IndexedDbFailure};
pub use memory::MemoryBackend;
pub use merge::MergeReport;
pub use report::{Problem, RecordId, Report, Series};
#[cfg(not(target_arch = "wasm32"))]
pub use sqlite::{SqliteBackend, SqliteOptions};
pub use vault::{Progress, Replay, Unlock, Vault};
