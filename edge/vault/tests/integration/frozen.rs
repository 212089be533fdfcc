//! Files that earlier releases wrote. One may be added with each new layout, none is ever changed.

use ebb_vault::{KdfParams, MemoryBackend, SqliteBackend, SqliteOptions, Unlock, Vault, block_on};

use crate::support::{PASSPHRASE, entropy, payloads};

const VAULT_V1: &[u8] = include_bytes!("../frozen/v1.ebb");
const BACKUP_V1: &[u8] = include_bytes!("../frozen/v1.ebbbackup");
const WORDS_V1: &str = "rain honey case stand scene recipe purchase scrub wolf scan pink churn expire adjust submit grace review search local awkward differ fatal neutral adult";

fn entries() -> [Vec<u8>; 3] {
    [b"the first entry".to_vec(), Vec::new(), vec![0xab; 5000]]
}

#[test]
fn a_vault_file_of_the_first_release_opens_both_ways_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::Phrase(WORDS_V1)] {
        let path = folder.path().join("vault.ebb");
        std::fs::write(&path, VAULT_V1).unwrap();
        let backend = SqliteBackend::open(&path, SqliteOptions::STANDARD).unwrap();
        let vault = block_on(Vault::unlock(backend, unlock, entropy())).unwrap();
        assert_eq!(payloads(&vault), entries());
        assert_eq!(
            block_on(vault.cache_get("today")).unwrap().as_deref(),
            Some(b"a drawn chart".as_slice())
        );
        let ids = block_on(vault.append(&["now"])).unwrap();
        assert_eq!(ids[0].seq, 4, "the series goes on");
        block_on(vault.change_passphrase("another", KdfParams::CHEAP_FOR_TESTS)).unwrap();
        assert_eq!(block_on(vault.merge(BACKUP_V1)).unwrap().already_here, 3);
    }
}

#[test]
fn a_backup_of_the_first_release_is_restored_both_ways() {
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::Phrase(WORDS_V1)] {
        let vault = block_on(Vault::restore(MemoryBackend::new(), BACKUP_V1, unlock, entropy())).unwrap();
        assert_eq!(payloads(&vault), entries());
    }
}
