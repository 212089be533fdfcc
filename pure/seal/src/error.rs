//! What can go wrong with sealed bytes, split by what the reader should do next.
//!
//! No variant carries a secret, a payload or a word of the recovery phrase, and a failed decryption says one thing
//! whatever the cause (V7).

use crate::format::Part;

/// Why sealed bytes could not be made or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// The key does not fit or the bytes were changed. Nobody can tell which, and this says no more (V7).
    #[error("cannot open: the key does not fit or the bytes were changed")]
    CannotOpen,
    /// These bytes are not this kind of thing at all: another file was chosen.
    #[error("not an Ebb {part}")]
    NotOurs {
        /// What was expected.
        part: Part,
    },
    /// Written by a newer Ebb: update, do not repair.
    #[error("this {part} has format version {found}; this Ebb reads up to {supported}")]
    Newer {
        /// What was read.
        part: Part,
        /// The version byte found.
        found: u8,
        /// The newest version this program reads.
        supported: u8,
    },
    /// The layout itself is broken: bytes are missing, left over or impossible.
    #[error("damaged {part}: the layout is broken at byte {offset}")]
    Malformed {
        /// What was read.
        part: Part,
        /// Where the layout stopped making sense, in bytes from the start.
        offset: usize,
    },
    /// The stored key derivation parameters are outside what this program is willing to run (V5).
    #[error("key derivation parameters are out of bounds")]
    KdfRefused,
    /// The device has not enough memory for the key derivation: close other programs and try again.
    #[error("not enough memory for the key derivation")]
    NoMemory,
    /// A payload is larger than a record may hold.
    #[error("payload of {bytes} bytes exceeds the limit of {limit} bytes")]
    TooLarge {
        /// Size of the payload in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The recovery phrase was mistyped.
    #[error("recovery phrase: {0}")]
    Phrase(#[from] PhraseError),
}

/// What is wrong with a typed recovery phrase. Positions only, never words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhraseError {
    /// A phrase has 24 words.
    #[error("expected 24 words, found {found}")]
    WordCount {
        /// How many words were typed.
        found: usize,
    },
    /// A word is not in the list: check its spelling.
    #[error("word {position} is not in the word list")]
    UnknownWord {
        /// Which word, counted from 1.
        position: usize,
    },
    /// All words exist but do not belong together: two are swapped or one is another word.
    #[error("the words do not fit together; check their order")]
    Checksum,
}
