//! The recovery phrase: 24 English words of BIP 39, which are 256 random bits and an 8-bit checksum.
//!
//! It must never be stored, printed by `Debug`, or appear in an error; errors give positions only.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::PhraseError;
use crate::primitives::{KeyBytes, sha256};

/// Words in a recovery phrase.
pub const WORDS: usize = 24;
/// The 2048 words in their order, one a line. A test compares them with the library of BIP 39.
const ENGLISH: &str = include_str!("phrase/english.txt");
const BITS_OF_A_WORD: usize = 11;
/// Letters of the longest word, and a space.
const LONGEST_WORD: usize = 9;

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
        let mut bits = Bits::none();
        for (place, word) in words.iter().enumerate() {
            let unknown = PhraseError::UnknownWord { position: place + 1 };
            let number = ENGLISH.lines().position(|known| known == *word).ok_or(unknown)?;
            for bit in 0..BITS_OF_A_WORD {
                bits.set(
                    place * BITS_OF_A_WORD + bit,
                    number >> (BITS_OF_A_WORD - 1 - bit) & 1 == 1,
                );
            }
        }
        let phrase = Self::make(&bits.entropy());
        if *phrase.bits().0 == *bits.0 {
            Ok(phrase)
        } else {
            Err(PhraseError::Checksum)
        }
    }

    /// The words in order, to show once.
    #[must_use]
    pub fn words(&self) -> Zeroizing<String> {
        let bits = self.bits();
        let word = |place: usize| {
            let bits = (0..BITS_OF_A_WORD).map(|bit| bits.get(place * BITS_OF_A_WORD + bit));
            let number = bits.fold(0, |number, bit| number << 1 | usize::from(bit));
            ENGLISH.lines().nth(number).unwrap_or_default()
        };
        let mut words = Zeroizing::new(String::with_capacity(WORDS * LONGEST_WORD));
        for place in 0..WORDS {
            if place > 0 {
                words.push(' ');
            }
            words.push_str(word(place));
        }
        words
    }

    /// The 256 bits behind the words.
    pub(crate) fn entropy(&self) -> &KeyBytes {
        &self.entropy
    }

    fn bits(&self) -> Bits {
        let mut bits = Bits::none();
        let (entropy, checksum) = bits.0.split_at_mut(32);
        entropy.copy_from_slice(self.entropy.as_slice());
        checksum[0] = sha256(&[self.entropy.as_slice()])[0];
        bits
    }
}

/// Entropy and checksum, of which every eleven bits are a word.
struct Bits(Zeroizing<[u8; 33]>);

impl Bits {
    fn none() -> Self {
        Self(Zeroizing::new([0; 33]))
    }

    fn get(&self, place: usize) -> bool {
        self.0[place / 8] >> (7 - place % 8) & 1 == 1
    }

    fn set(&mut self, place: usize, bit: bool) {
        self.0[place / 8] |= u8::from(bit) << (7 - place % 8);
    }

    fn entropy(&self) -> [u8; 32] {
        std::array::from_fn(|place| self.0[place])
    }
}

impl fmt::Debug for RecoveryPhrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoveryPhrase(hidden)")
    }
}
