//! What happens to a vault on an ordinary day.

use ebb_vault::{MemoryBackend, Unlock, Vault, VaultError, block_on};

use crate::support::{PASSPHRASE, create, entropy, open, payloads};

#[test]
fn what_was_appended_is_replayed_in_order() {
    let (vault, _) = create(MemoryBackend::new());
    let first = block_on(vault.append(&[b"one".to_vec(), b"two".to_vec()])).unwrap();
    let second = block_on(vault.append(&[b"three".to_vec()])).unwrap();
    assert_eq!((first[0].seq, first[1].seq, second[0].seq), (1, 2, 3));
    assert_eq!(payloads(&vault), [b"one".to_vec(), b"two".to_vec(), b"three".to_vec()]);
}

#[test]
fn a_restored_vault_holds_everything_and_writes_a_series_of_its_own() {
    let (vault, phrase) = create(MemoryBackend::new());
    let before = block_on(vault.append(&[b"one"])).unwrap();
    let (file, summary) = block_on(vault.backup()).unwrap();
    assert_eq!(summary.records, 1);
    let mut devices = vec![before[0].device];
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::Phrase(&phrase.words())] {
        let restored = block_on(Vault::restore(MemoryBackend::new(), &file, unlock, entropy())).unwrap();
        let after = block_on(restored.append(&[b"two"])).unwrap();
        assert!(!devices.contains(&after[0].device));
        devices.push(after[0].device);
        assert_eq!(payloads(&restored).len(), 2);
    }
}

#[test]
fn a_backup_never_lands_on_a_vault_that_exists() {
    let (vault, _) = create(MemoryBackend::new());
    let (file, _) = block_on(vault.backup()).unwrap();
    let (other, _) = create(MemoryBackend::new());
    let backend = std::rc::Rc::new(MemoryBackend::new());
    let (_kept, _) = create(backend.clone());
    let refused = block_on(Vault::restore(
        backend,
        &file,
        Unlock::Passphrase(PASSPHRASE),
        entropy(),
    ));
    assert!(matches!(refused, Err(VaultError::NotEmpty)));
    assert!(matches!(block_on(other.merge(&file)), Err(VaultError::OtherVault)));
}

#[test]
fn the_phrase_sets_a_new_passphrase_when_the_old_one_is_forgotten() {
    let backend = std::rc::Rc::new(MemoryBackend::new());
    let (vault, phrase) = create(backend.clone());
    block_on(vault.append(&[b"kept"])).unwrap();
    let vault = block_on(Vault::open_with_phrase(backend.clone(), &phrase.words(), entropy())).unwrap();
    block_on(vault.change_passphrase("another", ebb_vault::KdfParams::CHEAP_FOR_TESTS)).unwrap();
    assert!(matches!(
        block_on(Vault::open(backend.clone(), PASSPHRASE, entropy())),
        Err(VaultError::WrongPassphrase)
    ));
    let vault = block_on(Vault::open(backend.clone(), "another", entropy())).unwrap();
    assert_eq!(payloads(&vault), [b"kept".to_vec()]);
    let fresh = block_on(vault.change_phrase()).unwrap();
    let old = block_on(Vault::open_with_phrase(backend.clone(), &phrase.words(), entropy()));
    assert!(matches!(old, Err(VaultError::WrongPassphrase)));
    assert!(block_on(Vault::open_with_phrase(backend, &fresh.words(), entropy())).is_ok());
}

#[test]
fn the_cache_comes_back_and_can_be_thrown_away() {
    let backend = std::rc::Rc::new(MemoryBackend::new());
    let (vault, _) = create(backend.clone());
    block_on(vault.cache_put("forecast", b"soon")).unwrap();
    let vault = open(backend);
    assert_eq!(
        block_on(vault.cache_get("forecast")).unwrap().as_deref(),
        Some(b"soon".as_slice())
    );
    assert_eq!(block_on(vault.cache_get("other")).unwrap(), None);
    block_on(vault.clear_cache()).unwrap();
    assert_eq!(block_on(vault.cache_get("forecast")).unwrap(), None);
}

#[test]
fn progress_goes_up_to_the_end() {
    let (vault, _) = create(MemoryBackend::new());
    let many: Vec<Vec<u8>> = (0..5000_u32).map(|number| number.to_be_bytes().to_vec()).collect();
    let mut told = Vec::new();
    block_on(vault.append_with_progress(&many, &mut |progress| told.push((progress.done, progress.total)))).unwrap();
    assert!(told.len() > 4 && told.is_sorted(), "{told:?}");
    assert_eq!(told.last(), Some(&(10_000, 10_000)));
    assert_eq!(payloads(&vault), many);
}

#[test]
fn one_entry_too_large_stores_none() {
    let (vault, _) = create(MemoryBackend::new());
    let limit = ebb_seal::format::MAX_PAYLOAD;
    let refused = block_on(vault.append(&[vec![1], vec![0; limit + 1]]));
    assert!(matches!(refused, Err(VaultError::TooLarge { .. })), "{refused:?}");
    assert!(payloads(&vault).is_empty());
    block_on(vault.append(&[vec![1; limit]])).unwrap();
    assert_eq!(payloads(&vault), [vec![1; limit]]);
}

#[test]
fn without_random_bytes_nothing_is_written() {
    let backend = std::rc::Rc::new(MemoryBackend::new());
    let kdf = ebb_vault::KdfParams::CHEAP_FOR_TESTS;
    let made = block_on(Vault::create(backend.clone(), PASSPHRASE, kdf, |_: &mut [u8]| {
        Err(ebb_vault::NoRandomness)
    }));
    assert!(matches!(made, Err(VaultError::Device(_))));
    create(backend.clone());
    let vault = block_on(Vault::open(backend, PASSPHRASE, |_: &mut [u8]| {
        Err(ebb_vault::NoRandomness)
    }))
    .unwrap();
    assert!(matches!(block_on(vault.append(&["one"])), Err(VaultError::Device(_))));
    assert!(payloads(&vault).is_empty());
}

#[test]
fn an_empty_passphrase_is_refused() {
    let kdf = ebb_vault::KdfParams::CHEAP_FOR_TESTS;
    let made = block_on(Vault::create(MemoryBackend::new(), "", kdf, entropy()));
    assert!(matches!(made, Err(VaultError::EmptyPassphrase)));
    let (vault, _) = create(MemoryBackend::new());
    assert!(matches!(
        block_on(vault.change_passphrase("", kdf)),
        Err(VaultError::EmptyPassphrase)
    ));
}
