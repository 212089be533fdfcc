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
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::Phrase(&phrase.words())] {
        let restored = block_on(Vault::restore(MemoryBackend::new(), &file, unlock, entropy())).unwrap();
        let after = block_on(restored.append(&[b"two"])).unwrap();
        assert_ne!(before[0].device, after[0].device);
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
