//! The recovery phrase as people write it.

use bip39::{Language, Mnemonic};
use ebb_seal::{PhraseError, RecoveryPhrase};

/// Published examples of BIP 39 for 256 bits.
const PUBLISHED: [(u8, &str, &str); 3] = [
    (0x00, "abandon", "art"),
    (0xff, "zoo", "vote"),
    (
        0x7f,
        "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner \
         thank year wave sausage worth",
        "title",
    ),
];

#[test]
fn the_words_are_those_of_the_published_examples() {
    for (byte, words, last) in PUBLISHED {
        let expected = if words.contains(' ') {
            format!("{words} {last}")
        } else {
            format!("{}{last}", format!("{words} ").repeat(23))
        };
        assert_eq!(*RecoveryPhrase::make(&[byte; 32]).words(), expected);
        assert_eq!(*RecoveryPhrase::read(&expected).unwrap().words(), expected);
    }
}

#[test]
#[expect(clippy::cast_possible_truncation, reason = "the low eight bits are meant")]
fn any_phrase_is_the_one_the_library_of_bip_39_makes() {
    let list = Language::English.word_list();
    for first in 0_u8..=255 {
        let entropy: [u8; 32] =
            std::array::from_fn(|place| first.wrapping_mul(151).wrapping_add((place as u8).wrapping_mul(31)));
        let expected = Mnemonic::from_entropy_in(Language::English, &entropy)
            .unwrap()
            .to_string();
        let phrase = RecoveryPhrase::make(&entropy);
        assert_eq!(*phrase.words(), expected);
        assert_eq!(*RecoveryPhrase::read(&expected).unwrap().words(), expected);
    }
    // Each word of the list stands at its place: eleven bits at the start of the entropy.
    for (number, word) in list.iter().enumerate() {
        let mut entropy = [0; 32];
        entropy[0] = (number >> 3) as u8;
        entropy[1] = (number << 5) as u8;
        assert!(
            RecoveryPhrase::make(&entropy).words().starts_with(&format!("{word} ")),
            "{word}"
        );
    }
}

#[test]
fn a_phrase_is_read_however_it_was_written_down() {
    let words = RecoveryPhrase::make(&[0x42; 32]).words();
    let numbered: String = (1..)
        .zip(words.split(' '))
        .map(|(place, word)| format!("{place}. {word}\n"))
        .collect();
    let written = [
        words.to_uppercase(),
        words.replace(' ', ",\t"),
        format!("  {} \n", words.as_str()),
        numbered,
    ];
    for written in written {
        assert_eq!(*RecoveryPhrase::read(&written).unwrap().words(), *words);
    }
}

#[test]
fn a_mistyped_phrase_is_told_where() {
    let words = RecoveryPhrase::make(&[0x42; 32]).words();
    let mut list: Vec<&str> = words.split(' ').collect();
    let read = |list: &[&str]| RecoveryPhrase::read(&list.join(" ")).map(|_| ());
    assert_eq!(read(&list[1..]), Err(PhraseError::WordCount { found: 23 }));
    assert_eq!(read(&[]), Err(PhraseError::WordCount { found: 0 }));
    list.swap(3, 4);
    assert_eq!(read(&list), Err(PhraseError::Checksum));
    list.swap(3, 4);
    list[6] = "ottter";
    assert_eq!(read(&list), Err(PhraseError::UnknownWord { position: 7 }));
}
