//! What holds for all payloads and all places.

use ebb_seal::backup::{BackupWriter, CHUNK_LEN, PREAMBLE_LEN, read_backup, read_preamble};
use ebb_seal::cache::{open_cache, seal_cache};
use ebb_seal::format::{MAX_PAYLOAD, bucket};
use ebb_seal::header::HeaderEntropy;
use ebb_seal::record::{CLEAR_LEN, NO_PREVIOUS, open_record, seal_record};
use ebb_seal::{
    DeviceId, Header, KdfParams, RecordHead, RecoveryPhrase, RewrapEntropy, RootKey, SealError, VaultId, VaultKeys,
};
use proptest::collection::vec;
use proptest::prelude::*;
use zeroize::Zeroizing;

use crate::second;

const VAULT: [u8; 16] = [5; 16];
const ROOT: [u8; 32] = [9; 32];

fn keys() -> VaultKeys {
    RootKey::make(&ROOT).derive_keys(VaultId(VAULT))
}

fn head(device: [u8; 16], seq: u64, previous: [u8; 32]) -> RecordHead {
    let previous = if seq == 1 { NO_PREVIOUS } else { previous };
    RecordHead {
        device: DeviceId(device),
        seq,
        previous,
    }
}

fn payloads() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![8 => vec(any::<u8>(), 0..1100), 1 => vec(any::<u8>(), 65_000..70_000)]
}

/// A header for backups; its secrets do not matter.
fn header() -> Header {
    let entropy = HeaderEntropy {
        vault: VAULT,
        root: Zeroizing::new(ROOT),
        passphrase: RewrapEntropy {
            salt: [1; 16],
            nonce: [2; 24],
        },
        phrase_nonce: [3; 24],
    };
    Header::make(
        "x",
        &RecoveryPhrase::make(&[4; 32]),
        KdfParams::CHEAP_FOR_TESTS,
        &entropy,
    )
    .unwrap()
    .0
}

proptest! {
    #[test]
    fn opening_undoes_sealing_and_the_size_says_only_the_bucket(
        payload in payloads(), device: [u8; 16], seq in 1..u64::MAX, previous in any::<[u8; 32]>(), nonce: [u8; 24],
    ) {
        prop_assume!(previous != NO_PREVIOUS);
        let head = head(device, seq, previous);
        let sealed = seal_record(&keys(), &head, &nonce, &payload).unwrap();
        prop_assert_eq!(sealed.len(), CLEAR_LEN + bucket(payload.len() + 4) + 16);
        let mut opened = b"leftover".to_vec();
        prop_assert_eq!(open_record(&keys(), &sealed, &mut opened), Ok(head));
        prop_assert_eq!(&opened, &payload);
        prop_assert_eq!(second::open_record(&ROOT, &VAULT, &sealed), Some(payload.clone()));
        prop_assert_eq!(second::seal_record(&ROOT, &VAULT, &sealed[..57], &nonce, &payload), sealed);
    }

    #[test]
    fn a_record_with_any_bit_flipped_or_byte_missing_does_not_open(
        payload in vec(any::<u8>(), 0..600), place: prop::sample::Index, bit in 0..8_u32, cut: prop::sample::Index,
    ) {
        let sealed = seal_record(&keys(), &head([1; 16], 2, [3; 32]), &[4; 24], &payload).unwrap();
        let mut flipped = sealed.clone();
        flipped[place.index(sealed.len())] ^= 1_u8 << bit;
        let mut opened = Vec::new();
        prop_assert!(open_record(&keys(), &flipped, &mut opened).is_err());
        prop_assert!(opened.is_empty());
        prop_assert!(open_record(&keys(), &sealed[..cut.index(sealed.len())], &mut opened).is_err());
    }

    #[test]
    fn every_failed_opening_says_the_same(place in 57_usize..369, bit in 0..8_u32) {
        let sealed = seal_record(&keys(), &head([1; 16], 2, [3; 32]), &[4; 24], b"entry").unwrap();
        let mut flipped = sealed.clone();
        let place = place.min(sealed.len() - 1);
        flipped[place] ^= 1_u8 << bit;
        let mut opened = Vec::new();
        prop_assert_eq!(open_record(&keys(), &flipped, &mut opened), Err(SealError::CannotOpen));
        let other_root = RootKey::make(&[8; 32]).derive_keys(VaultId(VAULT));
        prop_assert_eq!(open_record(&other_root, &sealed, &mut opened), Err(SealError::CannotOpen));
        let other_vault = RootKey::make(&ROOT).derive_keys(VaultId([6; 16]));
        prop_assert_eq!(open_record(&other_vault, &sealed, &mut opened), Err(SealError::CannotOpen));
    }

    #[test]
    fn a_cache_entry_opens_under_its_own_name_only(content in payloads(), nonce: [u8; 24]) {
        let sealed = seal_cache(&keys(), "today", &nonce, &content).unwrap();
        prop_assert_eq!(open_cache(&keys(), "today", &sealed), Ok(content.clone()));
        prop_assert_eq!(open_cache(&keys(), "tomorrow", &sealed), Err(SealError::CannotOpen));
        prop_assert_eq!(second::open_cache(&ROOT, &VAULT, "today", &sealed), Some(content));
    }

    #[test]
    fn a_backup_gives_back_every_record_whatever_their_sizes(
        sizes in vec(prop_oneof![20 => 1..2000_usize, 2 => 60_000..140_000_usize, 1 => 65_520..65_540_usize], 0..60),
        lost in any::<prop::sample::Index>(),
    ) {
        let records: Vec<Vec<u8>> =
            (0..).zip(&sizes).map(|(number, size)| vec![u8::try_from(number % 251 + 1).unwrap(); *size]).collect();
        let keys = keys();
        let mut file = Vec::new();
        let mut writer = BackupWriter::start(&keys, &header(), [7; 16], &mut file);
        for record in &records {
            writer.push(record, &mut file).unwrap();
        }
        writer.finish(&mut file).unwrap();
        let contents = read_backup(&keys, &file).unwrap();
        prop_assert!(contents.is_intact());
        prop_assert!(contents.records == records);
        prop_assert!(second::read_backup(&ROOT, &VAULT, &file) == records);
        prop_assert_eq!(read_preamble(&file).unwrap().header, header());

        // Losing one chunk loses what touches it and nothing else.
        let n_chunks = (file.len() - PREAMBLE_LEN) / CHUNK_LEN;
        let lost = lost.index(n_chunks);
        let mut damaged = file.clone();
        damaged[PREAMBLE_LEN + lost * CHUNK_LEN + 100] ^= 1;
        let contents = read_backup(&keys, &damaged).unwrap();
        prop_assert_eq!(&contents.damaged_chunks, &[u64::try_from(lost).unwrap()]);
        let mut start = 0;
        let spared: Vec<&Vec<u8>> = records.iter().filter(|record| {
            let chunk_of = |at: usize| at / (65_536 - 4);
            let (first, last) = (chunk_of(start), chunk_of(start + 4 + record.len() - 1));
            start += 4 + record.len();
            lost < first || last < lost
        }).collect();
        prop_assert!(contents.records.iter().eq(spared));

        // A missing end, and anything put after the end, is noticed.
        let cut = read_backup(&keys, &file[..file.len() - CHUNK_LEN]).unwrap();
        prop_assert!(!cut.is_complete);
        let longer = [file.as_slice(), &file[PREAMBLE_LEN..PREAMBLE_LEN + CHUNK_LEN]].concat();
        prop_assert!(!read_backup(&keys, &longer).unwrap().is_intact());
    }
}

#[test]
fn a_payload_over_the_limit_is_refused_and_one_at_the_limit_is_not() {
    let head = head([1; 16], 1, NO_PREVIOUS);
    let too_large = seal_record(&keys(), &head, &[4; 24], &vec![0; MAX_PAYLOAD + 1]);
    assert_eq!(
        too_large,
        Err(SealError::TooLarge {
            bytes: MAX_PAYLOAD + 1,
            limit: MAX_PAYLOAD
        })
    );
    let largest = seal_record(&keys(), &head, &[4; 24], &vec![0; MAX_PAYLOAD]).unwrap();
    let mut opened = Vec::new();
    open_record(&keys(), &largest, &mut opened).unwrap();
    assert_eq!(opened.len(), MAX_PAYLOAD);
}

#[test]
fn a_passphrase_works_in_both_unicode_forms_and_wrong_ones_do_not() {
    let entropy = HeaderEntropy {
        vault: VAULT,
        root: Zeroizing::new(ROOT),
        passphrase: RewrapEntropy {
            salt: [1; 16],
            nonce: [2; 24],
        },
        phrase_nonce: [3; 24],
    };
    let phrase = RecoveryPhrase::make(&[4; 32]);
    let (header, _) = Header::make("sch\u{f6}n", &phrase, KdfParams::CHEAP_FOR_TESTS, &entropy).unwrap();
    assert!(header.open_with_passphrase("scho\u{308}n").is_ok());
    for wrong in ["", "schon", "Sch\u{f6}n", "sch\u{f6}n "] {
        assert_eq!(
            header.open_with_passphrase(wrong).map(|_| ()),
            Err(SealError::CannotOpen),
            "{wrong:?}"
        );
    }
    let other = RecoveryPhrase::make(&[5; 32]);
    assert_eq!(header.open_with_phrase(&other).map(|_| ()), Err(SealError::CannotOpen));
}
