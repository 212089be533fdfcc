//! The rules about more than one writer, and about one that is given up halfway.

use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use ebb_seal::{DeviceId, KdfParams, hash_record};

use super::{A, B, Outcome, commit, counter, holds, record, rows};
use crate::backend::{Backend, Change, Commit, Condition};
use crate::report::RecordId;
use crate::vault::Vault;

/// Enough changes that a backend reports progress on the way and reads them back in more than one go.
const MANY: u64 = 3000;

pub(super) async fn in_turn(backend: impl Backend) -> Outcome {
    let backend = Rc::new(backend);
    let (one, two) = two_vaults(backend.clone(), backend).await?;
    let mut ids: Vec<RecordId> = Vec::new();
    for round in 0..10_u8 {
        ids.extend(one.append(&[vec![round, 1]]).await?);
        ids.extend(two.append(&[vec![round, 2], vec![round, 3]]).await?);
    }
    everything_is_there(&one, ids, 30).await
}

pub(super) async fn at_once(backend: impl Backend) -> Outcome {
    let backend = Rc::new(backend);
    race(two_vaults(backend.clone(), backend).await?).await
}

pub(super) async fn two_handles((one, two): (impl Backend, impl Backend)) -> Outcome {
    race(two_vaults(one, two).await?).await
}

pub(super) async fn seen((one, two): (impl Backend, impl Backend)) -> Outcome {
    holds(two.header().await?.is_none(), "nothing at first")?;
    commit(&one, &[], &[Change::Header(b"header"), record(A, 1, b"first")]).await?;
    holds(two.header().await?.as_deref() == Some(b"header"), "the header")?;
    let head = Some((1, hash_record(b"first")));
    let outdated = [Condition::HeadIs { device: A, head: None }];
    holds(
        commit(&two, &outdated, &[record(A, 2, b"lost")]).await? == Commit::Refused,
        "what the other wrote refuses an outdated commit",
    )?;
    let current = [Condition::HeadIs { device: A, head }];
    holds(
        commit(&two, &current, &[record(A, 2, b"second")]).await? == Commit::Done,
        "going on where the other was",
    )?;
    holds(
        rows(&one).await? == rows(&two).await? && rows(&one).await?.len() == 2,
        "both see both",
    )
}

pub(super) async fn scanned((one, two): (impl Backend, impl Backend)) -> Outcome {
    commit(&one, &[], &many(A)).await?;
    let changes = many(B);
    let (found, done) = both(rows(&one), commit(&two, &[], &changes)).await;
    let of_other = found?.keys().filter(|(device, _)| *device == B.0).count();
    holds(done? == Commit::Done, "the commit is done")?;
    holds(of_other == 0 || of_other == changes.len(), "all of it or nothing of it")?;
    holds(rows(&one).await?.len() == 2 * changes.len(), "afterwards all of it")
}

/// Gives a commit up after its first step, its second, and so on. Each time it has its own series.
pub(super) async fn abandoned(backend: impl Backend) -> Outcome {
    for n_steps in 1..10 {
        let device = DeviceId([n_steps; 16]);
        let changes = many(device);
        let conditions = [Condition::HeaderIs(None), Condition::HeadIs { device, head: None }];
        {
            let mut commit = pin!(commit(&backend, &conditions, &changes));
            let mut n_polled = 0;
            poll_fn(|context| {
                n_polled += 1;
                let is_ready = commit.as_mut().poll(context).is_ready();
                if is_ready || n_polled == n_steps {
                    Poll::Ready(())
                } else {
                    Poll::Pending
                }
            })
            .await;
        }
        let stored = rows(&backend).await?;
        let n_stored = stored.keys().filter(|(of, _)| *of == device.0).count();
        holds(n_stored == 0 || n_stored == changes.len(), "all of it or nothing of it")?;
    }
    holds(
        commit(&backend, &[], &many(A)).await? == Commit::Done,
        "the place is free for the next",
    )
}

/// Both append again and again, each as soon as it can.
async fn race<T: Backend>((one, two): (Vault<T>, Vault<impl Backend>)) -> Outcome {
    let first = async {
        let mut ids = Vec::new();
        for round in 0..10_u8 {
            ids.extend(one.append(&[vec![round, 1]]).await?);
        }
        Ok::<_, super::Broken>(ids)
    };
    let second = async {
        let mut ids = Vec::new();
        for round in 0..10_u8 {
            ids.extend(two.append(&[vec![round, 2], vec![round, 3]]).await?);
        }
        Ok::<_, super::Broken>(ids)
    };
    let (first, second) = both(first, second).await;
    everything_is_there(&one, [first?, second?].concat(), 30).await
}

async fn two_vaults<T: Backend, U: Backend>(one: T, two: U) -> Result<(Vault<T>, Vault<U>), super::Broken> {
    let (one, _) = Vault::create(one, "secret", KdfParams::CHEAP_FOR_TESTS, counter(1)).await?;
    Ok((one, Vault::open(two, "secret", counter(2)).await?))
}

async fn everything_is_there(vault: &Vault<impl Backend>, mut ids: Vec<RecordId>, n_expected: usize) -> Outcome {
    ids.sort_unstable();
    ids.dedup();
    holds(ids.len() == n_expected, "every entry has a place of its own")?;
    let replay = vault.replay().await?;
    holds(
        replay.report.is_intact() && replay.payloads.len() == n_expected,
        "every entry is there and the chain holds",
    )
}

fn many(device: DeviceId) -> Vec<Change<'static>> {
    (1..=MANY).map(|seq| record(device, seq, b"one of many")).collect()
}

/// Runs two futures side by side: whenever one waits, the other goes on.
async fn both<T, U>(one: impl Future<Output = T>, two: impl Future<Output = U>) -> (T, U) {
    let (mut one, mut two) = (pin!(one), pin!(two));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(output) = one.as_mut().poll(context)
        {
            first = Some(output);
        }
        if second.is_none()
            && let Poll::Ready(output) = two.as_mut().poll(context)
        {
            second = Some(output);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, two) => {
                (first, second) = (one, two);
                Poll::Pending
            }
        }
    })
    .await
}
