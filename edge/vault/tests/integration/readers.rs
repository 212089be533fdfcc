//! Whatever bytes come in, nobody panics and nothing is believed.

use ebb_seal::backup::{read_backup, read_preamble};
use ebb_seal::cache::open_cache;
use ebb_seal::record::{open_record, read_head};
use ebb_seal::{Header, RecoveryPhrase, RootKey, VaultId};
use ebb_vault::{MemoryBackend, Unlock, Vault, block_on};
use proptest::prelude::*;

use crate::support::{PASSPHRASE, create, entropy};

/// Bytes that begin like something of ours, then go on as they like.
fn almost_ours() -> impl Strategy<Value = Vec<u8>> {
    let start = prop_oneof![
        Just(Vec::new()),
        Just(b"ebbvault\x01".to_vec()),
        Just(b"ebbvault\x02".to_vec()),
        Just(b"ebbbckup\x01".to_vec()),
        Just(b"ebbbckup\x01ebbvault\x01".to_vec()),
        Just(vec![1]),
    ];
    (start, proptest::collection::vec(any::<u8>(), 0..1200)).prop_map(|(start, rest)| [start, rest].concat())
}

proptest! {
    #[test]
    fn no_reader_panics_or_believes(bytes in almost_ours()) {
        let keys = RootKey::make(&[9; 32]).derive_keys(VaultId([1; 16]));
        let _ = Header::read(&bytes);
        let _ = read_head(&bytes);
        let _ = read_preamble(&bytes);
        let _ = RecoveryPhrase::read(&String::from_utf8_lossy(&bytes));
        let mut payload = Vec::new();
        prop_assert!(open_record(&keys, &bytes, &mut payload).is_err() && payload.is_empty());
        prop_assert!(open_cache(&keys, "view", &bytes).is_err());
        if let Ok(contents) = read_backup(&keys, &bytes) {
            prop_assert!(contents.records.is_empty());
        }
        let restored =
            block_on(Vault::restore(MemoryBackend::new(), &bytes, Unlock::Passphrase("x"), entropy()));
        prop_assert!(restored.is_err());
    }

    #[test]
    fn a_backup_changed_anywhere_restores_nothing_that_was_not_in_it(
        place in any::<prop::sample::Index>(),
        flip in 1..=255_u8,
        cut in any::<Option<prop::sample::Index>>(),
    ) {
        let (vault, _) = create(MemoryBackend::new());
        block_on(vault.append(&["one", "two", "three"])).unwrap();
        let (mut file, _) = block_on(vault.backup()).unwrap();
        let place = place.index(file.len());
        file[place] ^= flip;
        if let Some(cut) = cut {
            file.truncate(cut.index(file.len()));
        }
        let unlock = Unlock::Passphrase(PASSPHRASE);
        let strict = block_on(Vault::restore(MemoryBackend::new(), &file, unlock, entropy()));
        prop_assert!(strict.is_err());
        if let Ok((restored, report)) =
            block_on(Vault::restore_readable(MemoryBackend::new(), &file, unlock, entropy()))
        {
            let replay = block_on(restored.replay()).unwrap();
            prop_assert!(replay.payloads.iter().all(|(_, p)| [b"one".as_slice(), b"two", b"three"].contains(&p.as_slice())));
            prop_assert!(report.added == 3 || report.unreadable_chunks > 0 || report.is_cut_short);
        }
    }
}
