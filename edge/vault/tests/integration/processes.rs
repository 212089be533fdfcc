//! Other processes: one that is killed while it writes, two that write at once. The test program starts itself again.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use ebb_vault::{SqliteBackend, SqliteOptions, Vault, VaultError, block_on};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::support::{PASSPHRASE, create, payloads};

const VAULT: &str = "EBB_TEST_VAULT";
const PREFIX: &str = "EBB_TEST_PREFIX";
const ROUNDS: &str = "EBB_TEST_ROUNDS";
const KILLS: usize = 200;

fn operating_system(buffer: &mut [u8]) -> Result<(), ebb_vault::NoRandomness> {
    getrandom::fill(buffer).map_err(|_| ebb_vault::NoRandomness)
}

fn open(path: &Path) -> Vault<SqliteBackend> {
    let backend = SqliteBackend::open(path, SqliteOptions::STANDARD).unwrap();
    block_on(Vault::open(backend, PASSPHRASE, operating_system)).unwrap()
}

/// What the child does: appends one to three entries at a time and says after each append what is stored.
fn write_until_done(path: &Path) {
    let vault = open(path);
    let prefix = std::env::var(PREFIX).unwrap();
    let rounds: usize = std::env::var(ROUNDS).unwrap().parse().unwrap();
    let mut out = std::io::stdout();
    // The test harness may have begun a line.
    writeln!(out).unwrap();
    for round in 0..rounds {
        let entries: Vec<String> = (0..=round % 3).map(|part| format!("{prefix}.{round}.{part}")).collect();
        block_on(vault.append(&entries)).unwrap();
        for entry in entries {
            writeln!(out, "stored {entry}").unwrap();
        }
        out.flush().unwrap();
    }
}

/// Starts this program again with only the named test, in the role of the writer.
fn spawn(test: &str, path: &Path, prefix: &str, rounds: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(VAULT, path)
        .env(PREFIX, prefix)
        .env(ROUNDS, rounds.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn acknowledged(line: &str) -> Option<Vec<u8>> {
    line.strip_prefix("stored ").map(|entry| entry.as_bytes().to_vec())
}

#[test]
fn two_hundred_kills_while_writing_lose_nothing_acknowledged() {
    if let Some(path) = std::env::var_os(VAULT) {
        return write_until_done(Path::new(&path));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.ebb");
    drop(create(SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap()));
    let mut dice = ChaCha8Rng::seed_from_u64(9);
    let mut promised = BTreeSet::new();
    let mut n_unpromised = 0;
    let name = "processes::two_hundred_kills_while_writing_lose_nothing_acknowledged";
    for kill in 0..KILLS {
        let mut child = spawn(name, &path, &format!("kill{kill}"), 1_000_000);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut wanted = 1 + dice.next_u32() % 8;
        while wanted > 0 {
            if let Some(entry) = acknowledged(&lines.next().unwrap().unwrap()) {
                promised.insert(entry);
                wanted -= 1;
            }
        }
        // Somewhere inside the next append.
        for _ in 0..dice.next_u32() % 200_000 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        // Whatever was said before the end counts as well; a line cut short was not said.
        promised.extend(lines.map_while(Result::ok).filter_map(|line| acknowledged(&line)));
        child.wait().unwrap();
        let found: BTreeSet<Vec<u8>> = payloads(&open(&path)).into_iter().collect();
        let n_lost = promised.difference(&found).count();
        assert_eq!(n_lost, 0, "kill {kill} lost entries");
        n_unpromised = found.len() - promised.len();
    }
    assert!(
        promised.len() >= KILLS,
        "only {} entries were ever promised",
        promised.len()
    );
    // An append may have been stored just before the kill, without the word getting out; never more than one a kill.
    assert!(n_unpromised <= 3 * KILLS, "{n_unpromised} entries from nowhere");
}

#[test]
fn two_processes_writing_at_once_both_end_up_in_the_vault() {
    if let Some(path) = std::env::var_os(VAULT) {
        return write_until_done(Path::new(&path));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.ebb");
    drop(create(SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap()));
    let name = "processes::two_processes_writing_at_once_both_end_up_in_the_vault";
    let children = ["left", "right"].map(|prefix| spawn(name, &path, prefix, 100));
    let mut promised = BTreeSet::new();
    for mut child in children {
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        promised.extend(lines.filter_map(|line| acknowledged(&line.unwrap())));
        assert!(child.wait().unwrap().success());
    }
    let found: BTreeSet<Vec<u8>> = payloads(&open(&path)).into_iter().collect();
    assert_eq!(promised.len(), 2 * 199);
    assert!(found == promised);
}

#[test]
fn a_writer_that_must_wait_too_long_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.ebb");
    drop(create(SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap()));
    let impatient = SqliteOptions {
        busy_timeout: Duration::ZERO,
        ..SqliteOptions::STANDARD
    };
    let vault = Vault::open(
        SqliteBackend::open(&path, impatient).unwrap(),
        PASSPHRASE,
        operating_system,
    );
    let vault = block_on(vault).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = block_on(vault.append(&[b"now"]));
    assert!(
        matches!(&refused, Err(problem @ VaultError::Busy) if problem.is_retryable()),
        "{refused:?}"
    );
    other.execute_batch("ROLLBACK").unwrap();
    assert!(payloads(&vault).is_empty());
    block_on(vault.append(&[b"later"])).unwrap();
    assert_eq!(payloads(&vault), [b"later".to_vec()]);
}
