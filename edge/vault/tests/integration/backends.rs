//! Every backend keeps the same contract.

use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use ebb_vault::contract::{Verdict, check_backend, check_shared};
use ebb_vault::{Backend, MemoryBackend, SqliteBackend, SqliteOptions, block_on};

fn assert_none_broken(verdicts: &[Verdict]) {
    let broken: Vec<&Verdict> = verdicts.iter().filter(|verdict| verdict.outcome.is_err()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

fn assert_contract<B: Backend>(make: impl AsyncFnMut() -> B) {
    let verdicts = block_on(check_backend(make));
    assert!(verdicts.len() > 12);
    assert_none_broken(&verdicts);
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

#[test]
fn two_handles_on_one_place_keep_the_contract() {
    let shared = block_on(check_shared(async || {
        let place = Rc::new(MemoryBackend::new());
        (place.clone(), place)
    }));
    assert_none_broken(&shared);
    let folder = tempfile::tempdir().unwrap();
    let mut count = 0;
    let shared = block_on(check_shared(async || {
        count += 1;
        let path = folder.path().join(format!("{count}.ebb"));
        let one = SqliteBackend::create(&path, SqliteOptions::STANDARD).unwrap();
        (one, SqliteBackend::open(&path, SqliteOptions::STANDARD).unwrap())
    }));
    assert_none_broken(&shared);
}

/// Which part of the contract a backend breaks.
enum Broken {
    /// Ignores conditions.
    Careless,
    /// Checks them, lets another writer go first, stores the changes one by one and says that all went well.
    Hasty,
}

struct Bad(MemoryBackend, Broken);

/// Lets whoever else waits go on.
async fn step_back() {
    let mut is_second = false;
    poll_fn(|context| {
        context.waker().wake_by_ref();
        let poll = if is_second { Poll::Ready(()) } else { Poll::Pending };
        is_second = true;
        poll
    })
    .await;
}

impl Backend for Bad {
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
        conditions: &[ebb_vault::backend::Condition<'_>],
        changes: &[ebb_vault::backend::Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<ebb_vault::backend::Commit, ebb_vault::BackendError> {
        let Broken::Hasty = self.1 else {
            return self.0.commit(&[], changes, progress).await;
        };
        let outcome = self.0.commit(conditions, &[], progress).await?;
        if outcome == ebb_vault::backend::Commit::Done {
            for change in changes {
                step_back().await;
                self.0.commit(&[], &[*change], progress).await?;
            }
        }
        Ok(outcome)
    }
}

fn rules_broken_by(verdicts: &[Verdict]) -> Vec<&str> {
    let broken = verdicts.iter().filter(|verdict| verdict.outcome.is_err());
    broken.map(|verdict| verdict.rule).collect()
}

#[test]
fn a_backend_that_ignores_conditions_is_caught() {
    let verdicts = block_on(check_backend(async || Bad(MemoryBackend::new(), Broken::Careless)));
    let broken = rules_broken_by(&verdicts);
    assert!(
        broken.contains(&"a condition that does not hold changes nothing"),
        "{broken:?}"
    );
}

#[test]
fn a_backend_that_lets_go_between_checking_and_storing_is_caught() {
    let verdicts = block_on(check_backend(async || Bad(MemoryBackend::new(), Broken::Hasty)));
    let broken = rules_broken_by(&verdicts);
    for rule in [
        "writers at the same moment lose nothing",
        "an abandoned commit is stored whole or not at all",
    ] {
        assert!(broken.contains(&rule), "{rule}: {broken:?}");
    }
    let shared = block_on(check_shared(async || {
        let place = Rc::new(Bad(MemoryBackend::new(), Broken::Hasty));
        (place.clone(), place)
    }));
    assert!(
        rules_broken_by(&shared).contains(&"two handles writing at the same moment lose nothing"),
        "{shared:#?}"
    );
}
