//! What can go wrong with a vault, split by what the person should do next.
//!
//! No variant carries a secret, a payload or a path, and a wrong passphrase looks the same whatever was wrong about it.

use ebb_seal::{Part, PhraseError, SealError};

/// Why a vault could not do what was asked. Whatever the error, nothing stored was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// Try again, or use the recovery phrase. Also said when the right words of another vault's phrase are typed.
    #[error("the passphrase or recovery phrase does not open this vault")]
    WrongPassphrase,
    /// Check the typed words.
    #[error("recovery phrase: {0}")]
    Phrase(#[source] PhraseError),
    /// Bytes were changed or lost: keep the file, restore from a backup.
    #[error("damaged {part}")]
    Damaged {
        /// Which part.
        part: Part,
    },
    /// Update Ebb, do not repair.
    #[error("this {part} has format version {found}; this Ebb reads up to {supported}")]
    NewerVersion {
        /// Which part.
        part: Part,
        /// The version found.
        found: u32,
        /// The newest version this program reads.
        supported: u32,
    },
    /// There is no vault here: choose another place, or create one.
    #[error("there is no vault here")]
    NotAVault,
    /// There is a vault here already: open it, or choose another place.
    #[error("there is a vault here already")]
    AlreadyExists,
    /// Restoring needs an empty place; a backup of the same vault can be merged instead.
    #[error("the place to restore into is not empty")]
    NotEmpty,
    /// The backup belongs to another vault: restore it elsewhere.
    #[error("the backup belongs to another vault")]
    OtherVault,
    /// The vault can be read but not written: check the permissions.
    #[error("the vault is read-only")]
    ReadOnly,
    /// Free some space and try again.
    #[error("no space left")]
    Full,
    /// Another program is writing: wait and try again.
    #[error("the vault is busy")]
    Busy,
    /// One entry is larger than a record holds.
    #[error("an entry of {bytes} bytes exceeds the limit of {limit} bytes")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// An entry cannot be stored so that it can be read again: one of its numbers is not finite. Correct it.
    #[error("an entry holds a number that is none")]
    NotAnEntry,
    /// An empty passphrase protects nothing.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// The device did not do what it was asked: storage, memory or randomness failed.
    #[error("the device failed: {0}")]
    Device(#[source] DeviceFailure),
}

impl VaultError {
    /// Whether the same call may work a moment later without anything being changed.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(self, VaultError::Busy | VaultError::Full | VaultError::Device(_))
    }
}

/// What failed below the vault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceFailure {
    /// Reading or writing failed; the source says how.
    #[error("storage")]
    Storage(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Not enough memory for the key derivation.
    #[error("memory")]
    Memory,
    /// No random bytes.
    #[error("randomness")]
    Randomness,
}

/// What a backend may answer instead of doing what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackendError {
    /// Writing is not allowed.
    #[error("read-only")]
    ReadOnly,
    /// No space left.
    #[error("full")]
    Full,
    /// Another writer holds the storage.
    #[error("busy")]
    Busy,
    /// The storage itself is broken.
    #[error("damaged")]
    Damaged,
    /// The storage holds something else, or nothing.
    #[error("not a vault")]
    NotAVault,
    /// The storage was laid out by a newer Ebb.
    #[error("storage version {found}, supported up to {supported}")]
    Newer {
        /// The version found.
        found: u32,
        /// The newest version this program reads.
        supported: u32,
    },
    /// Anything else.
    #[error("storage failed")]
    Io(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<BackendError> for VaultError {
    fn from(problem: BackendError) -> Self {
        match problem {
            BackendError::ReadOnly => VaultError::ReadOnly,
            BackendError::Full => VaultError::Full,
            BackendError::Busy => VaultError::Busy,
            BackendError::Damaged => VaultError::Damaged { part: Part::Storage },
            BackendError::NotAVault => VaultError::NotAVault,
            BackendError::Newer { found, supported } => VaultError::NewerVersion {
                part: Part::Storage,
                found,
                supported,
            },
            BackendError::Io(source) => VaultError::Device(DeviceFailure::Storage(source)),
        }
    }
}

/// Translates a seal error met while reading `part`.
pub(crate) fn from_seal(problem: SealError, part: Part) -> VaultError {
    match problem {
        SealError::NotOurs { part: Part::Backup } => VaultError::NotAVault,
        SealError::Newer { part, found, supported } => VaultError::NewerVersion {
            part,
            found: found.into(),
            supported: supported.into(),
        },
        SealError::NoMemory => VaultError::Device(DeviceFailure::Memory),
        SealError::TooLarge { bytes, limit } => VaultError::TooLarge { bytes, limit },
        SealError::Phrase(problem) => VaultError::Phrase(problem),
        _ => VaultError::Damaged { part },
    }
}
