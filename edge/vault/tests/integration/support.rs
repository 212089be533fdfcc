//! What several tests need: randomness that is the same on every run, and a vault in one line.

use std::cell::Cell;

use ebb_vault::{Backend, KdfParams, NoRandomness, RecoveryPhrase, Vault, block_on};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The passphrase of every test vault.
pub(crate) const PASSPHRASE: &str = "two calm otters at dusk";

thread_local! {
    static NEXT_SEED: Cell<u64> = const { Cell::new(1) };
}

/// A source of bytes that never repeats itself within one test.
pub(crate) fn entropy() -> impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static {
    let mut generator = ChaCha8Rng::seed_from_u64(NEXT_SEED.replace(NEXT_SEED.get() + 1));
    move |buffer| {
        generator.fill_bytes(buffer);
        Ok(())
    }
}

/// A fresh vault with cheap key derivation.
pub(crate) fn create<B: Backend>(backend: B) -> (Vault<B>, RecoveryPhrase) {
    block_on(Vault::create(
        backend,
        PASSPHRASE,
        KdfParams::CHEAP_FOR_TESTS,
        entropy(),
    ))
    .unwrap()
}

/// The vault opened again.
pub(crate) fn open<B: Backend>(backend: B) -> Vault<B> {
    block_on(Vault::open(backend, PASSPHRASE, entropy())).unwrap()
}

/// The payloads of a vault that must be intact.
pub(crate) fn payloads<B: Backend>(vault: &Vault<B>) -> Vec<Vec<u8>> {
    let replay = block_on(vault.replay()).unwrap();
    assert!(replay.report.is_intact(), "{:?}", replay.report);
    replay.payloads.into_iter().map(|(_, payload)| payload).collect()
}
