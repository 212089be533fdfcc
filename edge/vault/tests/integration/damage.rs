//! Damage of every kind: the right error, nothing changed, and whatever is still readable is given.

use std::path::Path;
use std::rc::Rc;

use ebb_vault::backend::{Backend, Change};
use ebb_vault::{
    BackendError, MemoryBackend, Part, Problem, SqliteBackend, SqliteOptions, Unlock, Vault, VaultError, block_on,
};

use crate::support::{PASSPHRASE, create, entropy, open};

fn with_header(header: &[u8]) -> Rc<MemoryBackend> {
    let backend = Rc::new(MemoryBackend::new());
    block_on(backend.commit(&[], &[Change::Header(header)], &mut |_| {})).unwrap();
    backend
}

#[test]
fn every_flipped_bit_of_the_header_is_told_from_a_wrong_passphrase() {
    let backend = Rc::new(MemoryBackend::new());
    let (_vault, phrase) = create(backend.clone());
    let words = phrase.words();
    let header = block_on(backend.header()).unwrap().unwrap();
    for place in 0..header.len() {
        for bit in 0..8 {
            let mut flipped = header.clone();
            flipped[place] ^= 1 << bit;
            let backend = with_header(&flipped);
            let by_passphrase = block_on(Vault::open(backend.clone(), PASSPHRASE, entropy()));
            let by_phrase = block_on(Vault::open_with_phrase(backend.clone(), &words, entropy()));
            // Bytes 0 to 24 serve both ways in, 25 to 154 the passphrase, 155 to 258 the phrase.
            let told = format!("bit {bit} of byte {place}");
            assert!(
                place < 25 || by_passphrase.is_ok() || by_phrase.is_ok(),
                "{told} locks both ways in"
            );
            assert!(!(25..155).contains(&place) || by_phrase.is_ok(), "{told}");
            assert!(place < 155 || by_passphrase.is_ok(), "{told}");
            for outcome in [by_passphrase, by_phrase] {
                match outcome {
                    Ok(vault) => {
                        let report = block_on(vault.verify()).unwrap();
                        assert!(
                            matches!(report.problems[..], [Problem::DamagedHeader { .. }]),
                            "{told}: {report:?}"
                        );
                    }
                    Err(VaultError::Damaged { part: Part::Header }) => {}
                    Err(VaultError::NewerVersion { part: Part::Header, .. }) if place == 8 => {}
                    Err(problem) => panic!("{told}: {problem:?}"),
                }
            }
            assert_eq!(
                block_on(backend.header()).unwrap().as_deref(),
                Some(flipped.as_slice()),
                "{told}: written"
            );
        }
    }
}

#[test]
fn a_damaged_way_in_is_repaired_through_the_other() {
    let backend = Rc::new(MemoryBackend::new());
    let (_vault, phrase) = create(backend.clone());
    let mut header = block_on(backend.header()).unwrap().unwrap();
    header[60] ^= 1;
    let backend = with_header(&header);
    let vault = block_on(Vault::open_with_phrase(backend.clone(), &phrase.words(), entropy())).unwrap();
    block_on(vault.change_passphrase(PASSPHRASE, ebb_vault::KdfParams::CHEAP_FOR_TESTS)).unwrap();
    assert!(block_on(open(backend.clone()).verify()).unwrap().is_intact());
    let mut header = block_on(backend.header()).unwrap().unwrap();
    header[200] ^= 1;
    let backend = with_header(&header);
    let vault = open(backend.clone());
    block_on(vault.change_passphrase("other", ebb_vault::KdfParams::CHEAP_FOR_TESTS)).unwrap();
    assert!(
        !block_on(vault.verify()).unwrap().is_intact(),
        "a new passphrase does not hide a damaged phrase"
    );
    let fresh = block_on(vault.change_phrase()).unwrap();
    assert!(block_on(vault.verify()).unwrap().is_intact());
    assert!(block_on(Vault::open_with_phrase(backend, &fresh.words(), entropy())).is_ok());
}

#[test]
fn every_flipped_bit_of_a_record_is_found_and_the_others_are_safe() {
    let backend = Rc::new(MemoryBackend::new());
    let (vault, _) = create(backend.clone());
    let ids = block_on(vault.append(&["one", "two", "three"])).unwrap();
    let mut stored = Vec::new();
    let mut take = |row: ebb_vault::backend::StoredRow<'_>| {
        if row.seq == 2 {
            stored = row.bytes.to_vec();
        }
    };
    block_on(backend.scan(&mut take)).unwrap();
    assert_eq!(stored.len(), 353);
    for place in 0..stored.len() {
        for bit in 0..8 {
            let mut flipped = stored.clone();
            flipped[place] ^= 1 << bit;
            let change = Change::Heal {
                device: ids[1].device,
                seq: 2,
                bytes: &flipped,
            };
            block_on(backend.commit(&[], &[change], &mut |_| {})).unwrap();
            let replay = block_on(vault.replay()).unwrap();
            let safe: Vec<&[u8]> = replay.payloads.iter().map(|(_, payload)| payload.as_slice()).collect();
            assert_eq!(safe, [b"one".as_slice(), b"three"], "bit {bit} of byte {place}");
            match replay.report.problems[..] {
                [Problem::DamagedRecord { id }] => assert_eq!(id, ids[1]),
                // A record that says it is of a newer version may be: kept, and the next one does not follow it.
                [Problem::NewerRecord { id, .. }, ..] if place == 0 => assert_eq!(id, ids[1]),
                ref problems => panic!("bit {bit} of byte {place}: {problems:?}"),
            }
        }
    }
}

#[test]
fn records_that_were_swapped_removed_or_moved_are_noticed() {
    let backend = Rc::new(MemoryBackend::new());
    let (vault, _) = create(backend.clone());
    let ids = block_on(vault.append(&["one", "two", "three", "four"])).unwrap();
    let mut rows = Vec::new();
    block_on(backend.scan(&mut |row| rows.push(row.bytes.to_vec()))).unwrap();
    let rebuild = |order: &[(u64, usize)]| {
        let copy = Rc::new(MemoryBackend::new());
        let header = block_on(backend.header()).unwrap().unwrap();
        let mut changes = vec![Change::Header(&header)];
        changes.extend(order.iter().map(|(seq, row)| Change::Record {
            device: ids[0].device,
            seq: *seq,
            bytes: &rows[*row],
        }));
        block_on(copy.commit(&[], &changes, &mut |_| {})).unwrap();
        block_on(open(copy).verify()).unwrap().problems
    };
    assert_eq!(rebuild(&[(1, 0), (2, 1), (3, 2), (4, 3)]), []);
    let device = ids[0].device;
    assert_eq!(
        rebuild(&[(1, 0), (3, 2), (4, 3)]),
        [Problem::Gap { device, from: 2, to: 2 }]
    );
    assert_eq!(rebuild(&[(3, 2), (4, 3)]), [Problem::Gap { device, from: 1, to: 2 }]);
    let swapped = rebuild(&[(1, 0), (2, 2), (3, 1), (4, 3)]);
    assert_eq!(
        swapped,
        [
            Problem::DamagedRecord { id: ids[1] },
            Problem::DamagedRecord { id: ids[2] }
        ]
    );
}

#[test]
fn a_record_from_a_copy_that_went_its_own_way_breaks_the_chain() {
    let backend = Rc::new(MemoryBackend::new());
    let (vault, _) = create(backend.clone());
    block_on(vault.append(&["one"])).unwrap();
    let copy = Rc::new((*backend).clone());
    let other = open(copy.clone());
    block_on(vault.append(&["two"])).unwrap();
    block_on(other.append(&["another two", "another three"])).unwrap();
    let mut third = Vec::new();
    block_on(copy.scan(&mut |row| third = row.bytes.to_vec())).unwrap();
    let device = block_on(copy.device()).unwrap().unwrap();
    block_on(backend.commit(
        &[],
        &[Change::Record {
            device,
            seq: 3,
            bytes: &third,
        }],
        &mut |_| {},
    ))
    .unwrap();
    let problems = block_on(vault.verify()).unwrap().problems;
    assert!(
        matches!(problems[..], [Problem::ChainBroken { id }] if id.seq == 3),
        "{problems:?}"
    );
}

fn sqlite(path: &Path) -> SqliteBackend {
    SqliteBackend::open(path, SqliteOptions::STANDARD).unwrap()
}

/// A vault file with entries on many pages, and its entries.
fn file_with_entries(path: &Path) -> (Vec<u8>, Vec<Vec<u8>>) {
    let (vault, _) = create(SqliteBackend::create(path, SqliteOptions::STANDARD).unwrap());
    let entries: Vec<Vec<u8>> = (0..120_u32)
        .map(|number| format!("entry {number}").into_bytes())
        .collect();
    block_on(vault.append(&entries)).unwrap();
    drop(vault);
    (std::fs::read(path).unwrap(), entries)
}

/// Opens whatever is in the file. Returns how many entries were readable, or the error; neither may write or invent.
fn look_at(path: &Path, content: &[u8], entries: &[Vec<u8>]) -> Result<usize, VaultError> {
    std::fs::write(path, content).unwrap();
    let outcome = SqliteBackend::open(path, SqliteOptions::STANDARD)
        .map_err(VaultError::from)
        .and_then(|backend| {
            let vault = block_on(Vault::open(backend, PASSPHRASE, entropy()))?;
            block_on(vault.replay())
        });
    assert!(
        std::fs::read(path).unwrap() == content,
        "looking at a damaged file changed it"
    );
    let replay = outcome?;
    assert!(
        replay.payloads.iter().all(|(_, payload)| entries.contains(payload)),
        "an entry nobody wrote"
    );
    let is_complete = replay.payloads.len() == entries.len();
    assert!(
        is_complete || !replay.report.is_intact(),
        "entries are missing and the report says all is well"
    );
    Ok(replay.payloads.len())
}

#[test]
fn a_flipped_byte_anywhere_in_the_file_never_invents_and_mostly_spares_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let (content, entries) = file_with_entries(&folder.path().join("vault.ebb"));
    let path = folder.path().join("damaged.ebb");
    let (mut n_readable, mut n_tried) = (0, 0);
    for place in (0..content.len()).step_by(61) {
        let mut flipped = content.clone();
        flipped[place] ^= 0x5a;
        n_tried += 1;
        match look_at(&path, &flipped, &entries) {
            Ok(count) => n_readable += usize::from(count + 20 >= entries.len()),
            Err(VaultError::Damaged { .. } | VaultError::NewerVersion { .. } | VaultError::Device(_)) => {}
            Err(problem) => panic!("byte {place}: {problem:?}"),
        }
    }
    assert!(
        n_readable * 10 > n_tried * 9,
        "only {n_readable} of {n_tried} files were mostly readable"
    );
}

#[test]
fn a_file_cut_short_is_said_to_be_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let (content, entries) = file_with_entries(&folder.path().join("vault.ebb"));
    let path = folder.path().join("short.ebb");
    let mut most = 0;
    for len in (0..content.len()).step_by(509) {
        match look_at(&path, &content[..len], &entries) {
            Ok(count) => most = most.max(count),
            Err(VaultError::NotAVault) => assert!(len < 100, "{len} bytes are recognizable"),
            Err(VaultError::Damaged { .. }) => {}
            Err(problem) => panic!("cut to {len} bytes: {problem:?}"),
        }
    }
    assert!(most > 60 && most < entries.len(), "{most} entries at best");
}

#[test]
fn something_else_is_refused_by_name_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other");
    let missing = SqliteBackend::open(&path, SqliteOptions::STANDARD);
    assert!(matches!(missing, Err(BackendError::NotAVault)));
    assert!(!path.exists(), "looking for a vault does not make one");
    std::fs::write(&path, "a shopping list\n".repeat(300)).unwrap();
    for outcome in [
        SqliteBackend::open(&path, SqliteOptions::STANDARD),
        SqliteBackend::create(&path, SqliteOptions::STANDARD),
    ] {
        assert!(matches!(outcome, Err(BackendError::NotAVault)), "{outcome:?}");
    }
    assert_eq!(
        std::fs::read(&path).unwrap(),
        "a shopping list\n".repeat(300).into_bytes()
    );
    let database = folder.path().join("database");
    rusqlite::Connection::open(&database)
        .unwrap()
        .execute_batch("CREATE TABLE music (title TEXT)")
        .unwrap();
    let before = std::fs::read(&database).unwrap();
    for outcome in [
        SqliteBackend::open(&database, SqliteOptions::STANDARD),
        SqliteBackend::create(&database, SqliteOptions::STANDARD),
    ] {
        assert!(matches!(outcome, Err(BackendError::NotAVault)), "{outcome:?}");
    }
    assert_eq!(std::fs::read(&database).unwrap(), before);
    let restored = block_on(Vault::restore(
        MemoryBackend::new(),
        b"a shopping list",
        Unlock::Passphrase("x"),
        entropy(),
    ));
    assert!(matches!(restored, Err(VaultError::NotAVault)));
}

#[test]
fn everything_of_a_newer_version_is_refused_by_name_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.ebb");
    let (vault, _) = create(SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap());
    let ids = block_on(vault.append(&["one"])).unwrap();
    let (mut backup, _) = block_on(vault.backup()).unwrap();
    backup[8] = 2;
    let restored = block_on(Vault::restore(
        MemoryBackend::new(),
        &backup,
        Unlock::Passphrase(PASSPHRASE),
        entropy(),
    ));
    assert!(
        matches!(
            restored,
            Err(VaultError::NewerVersion {
                part: Part::Backup,
                found: 2,
                supported: 1
            })
        ),
        "{restored:?}"
    );
    assert!(matches!(
        block_on(vault.merge(&backup)),
        Err(VaultError::NewerVersion { part: Part::Backup, .. })
    ));
    drop(vault);

    let database = rusqlite::Connection::open(&path).unwrap();
    let flip = |sql: &str| database.execute_batch(sql).unwrap();
    flip("UPDATE record SET bytes = CAST(x'02' || substr(bytes, 2) AS BLOB)");
    let vault = open(sqlite(&path));
    let replay = block_on(vault.replay()).unwrap();
    assert_eq!(
        replay.report.problems,
        [Problem::NewerRecord { id: ids[0], version: 2 }]
    );
    assert!(replay.report.is_intact() && replay.payloads.is_empty());
    let (file, summary) = block_on(vault.backup()).unwrap();
    assert_eq!(
        (summary.records, summary.left_out),
        (1, 0),
        "a newer record travels in the backup"
    );
    let copy = block_on(Vault::restore(
        MemoryBackend::new(),
        &file,
        Unlock::Passphrase(PASSPHRASE),
        entropy(),
    ))
    .unwrap();
    assert_eq!(block_on(copy.replay()).unwrap().report.problems.len(), 1);
    drop(vault);

    flip(
        "UPDATE meta SET bytes = CAST(substr(bytes, 1, 8) || x'02' || substr(bytes, 10) AS BLOB) WHERE name = 'header'",
    );
    let before = std::fs::read(&path).unwrap();
    let newer = block_on(Vault::open(sqlite(&path), PASSPHRASE, entropy()));
    assert!(
        matches!(
            newer,
            Err(VaultError::NewerVersion {
                part: Part::Header,
                found: 2,
                supported: 1
            })
        ),
        "{newer:?}"
    );
    let again = block_on(Vault::create(
        sqlite(&path),
        "x",
        ebb_vault::KdfParams::CHEAP_FOR_TESTS,
        entropy(),
    ));
    assert!(matches!(again, Err(VaultError::AlreadyExists)));
    assert_eq!(std::fs::read(&path).unwrap(), before);

    flip("PRAGMA user_version = 7");
    let before = std::fs::read(&path).unwrap();
    let newer = SqliteBackend::open(&path, SqliteOptions::STANDARD);
    assert!(
        matches!(newer, Err(BackendError::Newer { found: 7, supported: 1 })),
        "{newer:?}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
