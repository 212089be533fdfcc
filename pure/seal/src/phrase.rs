//! The recovery phrase: 24 English words of BIP 39, which are 256 random bits and an 8-bit checksum.
//!
//! It must never be stored, printed by `Debug`, or appear in an error; errors give positions only.

use std::fmt;

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use crate::error::PhraseError;
use crate::primitives::KeyBytes;

/// Words in a recovery phrase.
pub const WORDS: usize = 24;

/// Opens the vault when the passphrase is lost. Shown once, written on paper, wiped from memory when dropped.
pub struct RecoveryPhrase {
    entropy: KeyBytes,
}

impl RecoveryPhrase {
    /// The phrase made of these 32 fresh random bytes.
    #[must_use]
    pub fn make(entropy: &[u8; 32]) -> Self {
        Self {
            entropy: Zeroizing::new(*entropy),
        }
    }

    /// Reads a phrase as people write it: any case, any spacing, with or without numbers and punctuation.
    ///
    /// # Errors
    /// [`PhraseError`] says how many words are missing, which one is unknown, or that they do not fit together.
    pub fn read(text: &str) -> Result<Self, PhraseError> {
        let lower = Zeroizing::new(text.to_lowercase());
        let words: Vec<&str> = lower
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() != WORDS {
            return Err(PhraseError::WordCount { found: words.len() });
        }
        if let Some(place) = words
            .iter()
            .position(|word| Language::English.find_word(word).is_none())
        {
            return Err(PhraseError::UnknownWord { position: place + 1 });
        }
        let joined = Zeroizing::new(words.join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &joined).map_err(|_| PhraseError::Checksum)?;
        let (bytes, len) = mnemonic.to_entropy_array();
        let bytes = Zeroizing::new(bytes);
        let entropy: [u8; 32] = bytes
            .get(..len)
            .and_then(|entropy| entropy.try_into().ok())
            .ok_or(PhraseError::Checksum)?;
        Ok(Self {
            entropy: Zeroizing::new(entropy),
        })
    }

    /// The words in order, to show once.
    #[must_use]
    pub fn words(&self) -> Zeroizing<String> {
        match Mnemonic::from_entropy_in(Language::English, self.entropy.as_slice()) {
            Ok(mnemonic) => Zeroizing::new(mnemonic.words().collect::<Vec<_>>().join(" ")),
            Err(_) => unreachable!("32 bytes always make 24 words"),
        }
    }

    /// The 256 bits behind the words.
    pub(crate) fn entropy(&self) -> &KeyBytes {
        &self.entropy
    }
}

impl fmt::Debug for RecoveryPhrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoveryPhrase(hidden)")
    }
}
