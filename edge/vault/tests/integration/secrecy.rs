//! What lies on the disk says nothing.

use ebb_vault::{SqliteBackend, SqliteOptions, block_on};

use crate::support::{PASSPHRASE, create};

const MARKER: &str = "a marker nobody else would write";

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn neither_the_file_nor_the_backup_shows_an_entry_the_passphrase_or_the_phrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.ebb");
    let (vault, phrase) = create(SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap());
    block_on(vault.append(&[MARKER])).unwrap();
    block_on(vault.cache_put(MARKER, MARKER.as_bytes())).unwrap();
    let (backup, _) = block_on(vault.backup()).unwrap();
    let file = std::fs::read(&path).unwrap();
    assert!(contains(&file, b"ebbvault"), "the search itself works");
    for (name, bytes) in [("file", &file), ("backup", &backup)] {
        assert!(!contains(bytes, MARKER.as_bytes()), "{name}");
        assert!(!contains(bytes, PASSPHRASE.as_bytes()), "{name}");
        for word in phrase.words().split(' ').filter(|word| word.len() > 4) {
            assert!(!contains(bytes, word.as_bytes()), "{name}");
        }
    }
}

#[test]
fn a_backup_shows_its_size_in_large_steps_only() {
    let (vault, _) = create(ebb_vault::MemoryBackend::new());
    let (empty, _) = block_on(vault.backup()).unwrap();
    block_on(vault.append(&(0..100).map(|number| format!("{number}")).collect::<Vec<_>>())).unwrap();
    let (full, _) = block_on(vault.backup()).unwrap();
    assert_eq!(empty.len(), full.len());
    block_on(vault.append(&(0..100).map(|number| format!("{number}")).collect::<Vec<_>>())).unwrap();
    let (fuller, _) = block_on(vault.backup()).unwrap();
    assert_eq!(fuller.len() - full.len(), 65_552);
}

#[cfg(unix)]
#[test]
fn the_file_belongs_to_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.ebb");
    let (vault, _) = create(SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap());
    block_on(vault.append(&[MARKER])).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["vault.ebb"], "between commits the vault is one file");
}

#[test]
fn errors_and_debug_forms_hold_no_secret() {
    let (vault, phrase) = create(ebb_vault::MemoryBackend::new());
    block_on(vault.append(&[MARKER])).unwrap();
    let replay = block_on(vault.replay()).unwrap();
    let shown = format!("{vault:?} {phrase:?} {replay:?}");
    assert!(
        !shown.contains("marker") && !shown.contains(&format!("{:?}", MARKER.as_bytes())),
        "{shown}"
    );
    for word in phrase.words().split(' ') {
        assert!(!shown.split([' ', '(', ')', ',']).any(|shown| shown == word));
    }
}
