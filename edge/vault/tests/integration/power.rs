//! The power goes at every write, the disk fills up, the device breaks: nothing acknowledged is lost, nothing is half there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use ebb_vault::{BackendError, KdfParams, SqliteBackend, SqliteOptions, Vault, VaultError, block_on};

use crate::disk::{Disk, Fault, Loss, Op, after_power_cut, lock, mount};
use crate::support::{PASSPHRASE, create, entropy, open, payloads};
use crate::vfs;

const OPTIONS: SqliteOptions = SqliteOptions {
    vfs: Some(vfs::NAME),
    ..SqliteOptions::STANDARD
};

fn path(number: u64) -> PathBuf {
    PathBuf::from(format!("/{number}/vault"))
}

/// The files of a disk, under the name of another one.
fn renamed(files: BTreeMap<String, Vec<u8>>, to: u64) -> BTreeMap<String, Vec<u8>> {
    let rest = |name: &str| {
        name.split_once("/vault")
            .map(|(_, rest)| rest.to_owned())
            .unwrap_or_default()
    };
    files
        .into_iter()
        .map(|(name, content)| (format!("/{to}/vault{}", rest(&name)), content))
        .collect()
}

fn mount_files(files: BTreeMap<String, Vec<u8>>) -> (u64, Arc<Mutex<Disk>>) {
    let (number, disk) = mount(Disk::default());
    *lock(&disk) = Disk::holding(renamed(files, number));
    (number, disk)
}

/// Entry number `index`: long enough to spill over pages now and then.
fn entry(index: usize) -> Vec<u8> {
    format!("entry {index} ").repeat(1 + (index * 37) % 90).into_bytes()
}

/// A life with small and large appends, a new passphrase and a cache; each acknowledged step leaves a mark in the log.
/// Returns the log and the number of entries there must be after each mark.
fn live() -> (Vec<Op>, Vec<usize>) {
    vfs::register();
    let (number, disk) = mount(Disk::default());
    let mut expected = Vec::new();
    let (vault, _) = create(SqliteBackend::create(&path(number), OPTIONS).unwrap());
    lock(&disk).acknowledge();
    expected.push(0);
    let mut n_entries = 0;
    for size in [1, 1, 3, 1, 20, 1, 1] {
        let batch: Vec<Vec<u8>> = (n_entries..n_entries + size).map(entry).collect();
        block_on(vault.append(&batch)).unwrap();
        n_entries += size;
        lock(&disk).acknowledge();
        expected.push(n_entries);
    }
    block_on(vault.cache_put("view", &[7; 3000])).unwrap();
    block_on(vault.change_passphrase(PASSPHRASE, KdfParams::CHEAP_FOR_TESTS)).unwrap();
    block_on(vault.append(&[entry(n_entries)])).unwrap();
    lock(&disk).acknowledge();
    expected.push(n_entries + 1);
    let log = lock(&disk).log().to_vec();
    (log, expected)
}

#[test]
fn a_power_cut_at_any_write_loses_nothing_acknowledged() {
    let (log, expected) = live();
    assert!(log.len() > 150, "only {} writes were recorded", log.len());
    let mut n_rolled_back = 0;
    for cut in 0..=log.len() {
        let n_marks = log[..cut].iter().filter(|op| matches!(op, Op::Acknowledge)).count();
        let losses = [
            Loss::Nothing,
            Loss::Unflushed,
            Loss::Chance(cut as u64),
            Loss::Chance(!(cut as u64)),
        ];
        for loss in losses {
            let (number, _disk) = mount_files(after_power_cut(&log[..cut], loss));
            let told = format!("cut after {cut} of {} writes, losing {loss:?}", log.len());
            if n_marks == 0 {
                // Nothing was promised yet: the vault may be missing, and can then be made.
                let backend = SqliteBackend::create(&path(number), OPTIONS).expect(&told);
                match block_on(Vault::create(
                    backend,
                    PASSPHRASE,
                    KdfParams::CHEAP_FOR_TESTS,
                    entropy(),
                )) {
                    Ok(_) | Err(VaultError::AlreadyExists) => continue,
                    Err(problem) => panic!("{told}: {problem}"),
                }
            }
            let vault = open(SqliteBackend::open(&path(number), OPTIONS).expect(&told));
            let found = payloads(&vault);
            let least = expected[n_marks - 1];
            assert!(found.len() >= least, "{told}: {} of {least} entries", found.len());
            assert!(expected.contains(&found.len()), "{told}: an append is half there");
            n_rolled_back += usize::from(found.len() == least);
            let right: Vec<Vec<u8>> = (0..found.len()).map(entry).collect();
            assert!(found == right, "{told}: other entries");
            block_on(vault.append(&[b"life goes on".to_vec()])).expect(&told);
            assert_eq!(payloads(&vault).len(), found.len() + 1, "{told}");
        }
    }
    assert!(n_rolled_back > 0, "no cut hit an unfinished append");
}

/// Runs one append with a fault at every write in turn; returns how many writes an append takes.
fn append_under(fault: Fault, is_expected: impl Fn(&VaultError) -> bool) -> usize {
    vfs::register();
    let (number, disk) = mount(Disk::default());
    let (vault, _) = create(SqliteBackend::create(&path(number), OPTIONS).unwrap());
    block_on(vault.append(&[entry(0), entry(1)])).unwrap();
    drop(vault);
    let start = lock(&disk).files();
    let more: Vec<Vec<u8>> = (2..30).map(entry).collect();
    for after in 0.. {
        let (number, disk) = mount_files(start.clone());
        let vault = open(SqliteBackend::open(&path(number), OPTIONS).unwrap());
        lock(&disk).fail_after(after, fault);
        let outcome = block_on(vault.append(&more));
        let is_over = lock(&disk).is_fault_ahead();
        lock(&disk).repair();
        match outcome {
            Ok(_) => assert_eq!(payloads(&vault).len(), 30, "{fault:?} after {after}"),
            Err(problem) => {
                assert!(is_expected(&problem), "{fault:?} after {after}: {problem:?}");
                let reopened = open(SqliteBackend::open(&path(number), OPTIONS).unwrap());
                assert_eq!(payloads(&reopened), [entry(0), entry(1)], "{fault:?} after {after}");
                block_on(vault.append(&more)).unwrap();
                assert_eq!(payloads(&vault).len(), 30, "{fault:?} after {after}, tried again");
            }
        }
        if is_over {
            return after;
        }
    }
    unreachable!("every append ends")
}

#[test]
fn a_full_disk_is_said_and_changes_nothing() {
    assert!(append_under(Fault::Full, |problem| matches!(problem, VaultError::Full)) > 10);
}

#[test]
fn a_write_that_fails_once_changes_nothing() {
    let is_failure = |problem: &VaultError| matches!(problem, VaultError::Device(_)) && problem.is_retryable();
    assert!(append_under(Fault::Once, is_failure) > 10);
}

#[test]
fn a_device_that_breaks_leaves_what_was_there() {
    assert!(append_under(Fault::Broken, |problem| matches!(problem, VaultError::Device(_))) > 10);
}

#[test]
fn a_read_only_file_is_read_and_never_written() {
    vfs::register();
    let (number, disk) = mount(Disk::default());
    let (vault, _) = create(SqliteBackend::create(&path(number), OPTIONS).unwrap());
    block_on(vault.append(&[entry(0)])).unwrap();
    drop(vault);
    let before = lock(&disk).files();
    lock(&disk).is_read_only = true;
    let vault = open(SqliteBackend::open(&path(number), OPTIONS).unwrap());
    assert_eq!(payloads(&vault), [entry(0)]);
    assert!(matches!(block_on(vault.append(&[entry(1)])), Err(VaultError::ReadOnly)));
    assert!(matches!(
        block_on(vault.cache_put("view", b"x")),
        Err(VaultError::ReadOnly)
    ));
    let rewrap = block_on(vault.change_passphrase("other", KdfParams::CHEAP_FOR_TESTS));
    assert!(matches!(rewrap, Err(VaultError::ReadOnly)));
    assert!(block_on(vault.backup()).is_ok());
    assert!(lock(&disk).files() == before);
    assert!(matches!(
        SqliteBackend::open(&path(0), OPTIONS),
        Err(BackendError::NotAVault | BackendError::Io(_))
    ));
}
