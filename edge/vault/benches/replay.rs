//! How long a person with ten years of entries waits. `cargo bench -p ebb-vault`.
//!
//! 20,000 entries of 120 to 430 bytes in a SQLite file with warm caches. Key derivation is measured by itself: it is slow on
//! purpose.

use std::path::Path;

use divan::Bencher;
use ebb_vault::{KdfParams, MemoryBackend, NoRandomness, SqliteBackend, SqliteOptions, Unlock, Vault, block_on};
use tempfile::TempDir;

const ENTRIES: usize = 20_000;
const PASSPHRASE: &str = "two calm otters at dusk";

fn main() {
    divan::main();
}

fn entropy(buffer: &mut [u8]) -> Result<(), NoRandomness> {
    getrandom::fill(buffer).map_err(|_| NoRandomness)
}

fn entries(count: usize) -> Vec<Vec<u8>> {
    (0..count)
        .map(|number| format!("{number:10}").into_bytes().repeat(12 + number * 7 % 32))
        .collect()
}

fn sqlite(path: &Path) -> SqliteBackend {
    SqliteBackend::open(path, SqliteOptions::STANDARD).expect("the vault file opens")
}

fn open(path: &Path) -> Vault<SqliteBackend> {
    block_on(Vault::open(sqlite(path), PASSPHRASE, entropy)).expect("the vault opens")
}

/// A vault file with so many entries.
fn filled(count: usize) -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vault.ebb");
    let backend = SqliteBackend::create(&path, SqliteOptions::STANDARD).expect("a file");
    let (vault, _) =
        block_on(Vault::create(backend, PASSPHRASE, KdfParams::CHEAP_FOR_TESTS, entropy)).expect("a vault");
    block_on(vault.append(&entries(count))).expect("entries are stored");
    (folder, path)
}

#[divan::bench]
fn open_and_replay_20_000(bencher: Bencher<'_, '_>) {
    let (_folder, path) = filled(ENTRIES);
    bencher.bench_local(|| block_on(open(&path).replay()).expect("a replay").payloads.len());
}

#[divan::bench]
fn verify_20_000(bencher: Bencher<'_, '_>) {
    let (_folder, path) = filled(ENTRIES);
    let vault = open(&path);
    bencher.bench_local(|| block_on(vault.verify()).expect("a report").readable);
}

#[divan::bench]
fn append_one_to_20_000(bencher: Bencher<'_, '_>) {
    let (_folder, path) = filled(ENTRIES);
    let vault = open(&path);
    bencher.bench_local(|| block_on(vault.append(&[[7; 300]])).expect("stored"));
}

#[divan::bench(sample_count = 10)]
fn append_50_000_at_once(bencher: Bencher<'_, '_>) {
    let many = entries(50_000);
    bencher.with_inputs(|| filled(1)).bench_local_values(|(folder, path)| {
        block_on(open(&path).append(&many)).expect("stored");
        folder
    });
}

#[divan::bench(sample_count = 20)]
fn back_up_20_000(bencher: Bencher<'_, '_>) {
    let (_folder, path) = filled(ENTRIES);
    let vault = open(&path);
    bencher.bench_local(|| block_on(vault.backup()).expect("a backup").0.len());
}

#[divan::bench(sample_count = 20)]
fn restore_20_000_into_memory(bencher: Bencher<'_, '_>) {
    let (_folder, path) = filled(ENTRIES);
    let (file, _) = block_on(open(&path).backup()).expect("a backup");
    bencher.bench_local(|| {
        let unlock = Unlock::Passphrase(PASSPHRASE);
        block_on(Vault::restore(MemoryBackend::new(), &file, unlock, entropy))
            .expect("a vault")
            .id()
    });
}

#[divan::bench(sample_count = 10)]
fn one_passphrase_try_at_the_recommended_cost(bencher: Bencher<'_, '_>) {
    let backend = std::rc::Rc::new(MemoryBackend::new());
    let made = block_on(Vault::create(
        backend.clone(),
        PASSPHRASE,
        KdfParams::RECOMMENDED,
        entropy,
    ));
    made.expect("a vault");
    bencher.bench_local(|| {
        block_on(Vault::open(backend.clone(), PASSPHRASE, entropy))
            .expect("it opens")
            .id()
    });
}
