//! Every backend keeps the same contract.

use ebb_vault::contract::{Verdict, check_backend};
use ebb_vault::{Backend, MemoryBackend, SqliteBackend, SqliteOptions, block_on};

fn assert_contract<B: Backend>(make: impl AsyncFnMut() -> B) {
    let verdicts = block_on(check_backend(make));
    assert!(verdicts.len() > 10);
    let broken: Vec<&Verdict> = verdicts.iter().filter(|verdict| verdict.outcome.is_err()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn memory_keeps_the_contract() {
    assert_contract(async || MemoryBackend::new());
}

#[test]
fn sqlite_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let mut count = 0;
    assert_contract(async || {
        count += 1;
        SqliteBackend::create(&folder.path().join(format!("{count}.ebb")), SqliteOptions::STANDARD).unwrap()
    });
}

/// Stores the header under the wrong condition: the contract must notice.
struct Careless(MemoryBackend);

impl Backend for Careless {
    async fn header(&self) -> Result<Option<Vec<u8>>, ebb_vault::BackendError> {
        self.0.header().await
    }

    async fn device(&self) -> Result<Option<ebb_vault::DeviceId>, ebb_vault::BackendError> {
        self.0.device().await
    }

    async fn head(
        &self,
        device: ebb_vault::DeviceId,
    ) -> Result<Option<ebb_vault::backend::StoredHead>, ebb_vault::BackendError> {
        self.0.head(device).await
    }

    async fn scan(
        &self,
        visit: &mut dyn FnMut(ebb_vault::backend::StoredRow<'_>),
    ) -> Result<ebb_vault::backend::Scan, ebb_vault::BackendError> {
        self.0.scan(visit).await
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, ebb_vault::BackendError> {
        self.0.cache(name).await
    }

    async fn commit(
        &self,
        _conditions: &[ebb_vault::backend::Condition<'_>],
        changes: &[ebb_vault::backend::Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<ebb_vault::backend::Commit, ebb_vault::BackendError> {
        self.0.commit(&[], changes, progress).await
    }
}

#[test]
fn a_backend_that_ignores_conditions_is_caught() {
    let verdicts = block_on(check_backend(async || Careless(MemoryBackend::new())));
    let broken: Vec<&str> = verdicts
        .iter()
        .filter(|verdict| verdict.outcome.is_err())
        .map(|verdict| verdict.rule)
        .collect();
    assert!(
        broken.contains(&"a condition that does not hold changes nothing"),
        "{broken:?}"
    );
}
