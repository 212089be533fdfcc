//! Bytes that keep a secret: the only crate that names an algorithm.
//!
//! It turns a passphrase or a recovery phrase into keys, and payloads into sealed records that say nothing but their
//! rounded size. The specification, byte by byte, is `docs/vault-format.md`; its invariants are cited here as V1, V2, …
//!
//! It must never read a clock, make its own randomness, touch a file or print. Everything random comes in as bytes, and
//! each byte string may be used once.
//!
//! Start at [`header`] (how a vault is unlocked), then [`record`] (what a sealed entry is), then [`backup`].
#![forbid(unsafe_code)]

pub mod backup;
pub mod cache;
pub mod error;
pub mod form_c;
pub mod format;
pub mod header;
pub mod keys;
pub mod phrase;
pub mod primitives;
pub mod record;

pub use error::{PhraseError, SealError};
pub use format::{DeviceId, Part, VaultId};
pub use header::{Header, HeaderEntropy, RewrapEntropy, Side};
pub use keys::{KdfParams, RootKey, VaultKeys};
pub use phrase::RecoveryPhrase;
pub use record::{RecordHash, RecordHead, hash_record};
