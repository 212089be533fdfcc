//! What every backend must do, as checks that run anywhere: in a native test and in a real browser.
//!
//! [`check_backend`] makes a fresh backend for each rule and says which rules it broke; [`check_shared`] does the same with
//! two handles on one place, as two tabs or two processes hold them. It must never depend on one backend.

mod writers;

use std::collections::BTreeMap;
use std::rc::Rc;

use ebb_seal::{DeviceId, KdfParams, hash_record};

use crate::backend::{Backend, Change, Commit, Condition, Scan, StoredRow};
use crate::entropy::NoRandomness;
use crate::error::{BackendError, VaultError};
use crate::vault::{Unlock, Vault};

/// Why a rule does not hold.
#[derive(Debug)]
#[non_exhaustive]
pub enum Broken {
    /// The backend did something else.
    Otherwise {
        /// What should have been so.
        expected: &'static str,
    },
    /// The backend failed.
    Backend(BackendError),
    /// The vault on top of it failed.
    Vault(VaultError),
}

impl From<BackendError> for Broken {
    fn from(problem: BackendError) -> Self {
        Broken::Backend(problem)
    }
}

impl From<VaultError> for Broken {
    fn from(problem: VaultError) -> Self {
        Broken::Vault(problem)
    }
}

/// One rule and whether it holds.
#[derive(Debug)]
pub struct Verdict {
    /// The rule, as a sentence.
    pub rule: &'static str,
    /// Whether it holds.
    pub outcome: Result<(), Broken>,
}

type Outcome = Result<(), Broken>;
type Rows = BTreeMap<(Vec<u8>, i64), Vec<u8>>;

const A: DeviceId = DeviceId([0xaa; 16]);
const B: DeviceId = DeviceId([0xbb; 16]);

/// Checks every rule, each on a fresh, empty backend from `make`.
pub async fn check_backend<T: Backend>(mut make: impl AsyncFnMut() -> T) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut judge = |rule, outcome| verdicts.push(Verdict { rule, outcome });
    judge("an empty place holds nothing", empty_place(make().await).await);
    judge("what was committed is read back", read_back(make().await).await);
    judge(
        "a condition that does not hold changes nothing",
        conditions(make().await).await,
    );
    judge(
        "a taken place refuses the whole commit",
        taken_place(make().await).await,
    );
    judge(
        "the head is the highest place of its own series",
        head(make().await).await,
    );
    judge("healing replaces a record and never adds one", heal(make().await).await);
    judge("a scan visits every row once", scan(make().await).await);
    judge("the largest record comes back whole", largest(make().await).await);
    judge("clearing the cache leaves the records", cache(make().await).await);
    judge(
        "two writers on one place lose nothing",
        writers::in_turn(make().await).await,
    );
    judge(
        "writers at the same moment lose nothing",
        writers::at_once(make().await).await,
    );
    judge(
        "an abandoned commit is stored whole or not at all",
        writers::abandoned(make().await).await,
    );
    judge(
        "a vault lives through its whole life",
        whole_life(make().await, make().await).await,
    );
    verdicts
}

/// Checks what must hold between two handles on one place, each rule on a fresh, empty place from `make`.
pub async fn check_shared<T: Backend>(mut make: impl AsyncFnMut() -> (T, T)) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut judge = |rule, outcome| verdicts.push(Verdict { rule, outcome });
    judge(
        "one handle sees what the other wrote",
        writers::seen(make().await).await,
    );
    judge(
        "two handles writing at the same moment lose nothing",
        writers::two_handles(make().await).await,
    );
    judge(
        "a scan sees a commit of the other handle whole or not at all",
        writers::scanned(make().await).await,
    );
    verdicts
}

async fn empty_place(backend: impl Backend) -> Outcome {
    holds(backend.header().await?.is_none(), "no header")?;
    holds(backend.device().await?.is_none(), "no device")?;
    holds(backend.head(A).await?.is_none(), "no head")?;
    holds(backend.cache(&[1; 32]).await?.is_none(), "no cache entry")?;
    holds(rows(&backend).await?.is_empty(), "no rows")?;
    let conditions = [
        Condition::HeaderIs(None),
        Condition::NoRecords,
        Condition::HeadIs { device: A, head: None },
    ];
    holds(
        commit(&backend, &conditions, &[]).await? == Commit::Done,
        "an empty commit on an empty place",
    )
}

async fn read_back(backend: impl Backend) -> Outcome {
    let mut told = 0;
    let changes = [
        Change::Header(b"header"),
        Change::Device(A),
        record(A, 1, b"first"),
        Change::CachePut {
            name: [7; 32],
            bytes: b"cached",
        },
    ];
    let done = backend.commit(&[], &changes, &mut |count| told = count).await?;
    holds(done == Commit::Done, "the commit is done")?;
    holds(told == changes.len(), "progress reaches the number of changes")?;
    holds(backend.header().await?.as_deref() == Some(b"header"), "the header")?;
    holds(backend.device().await? == Some(A), "the device")?;
    holds(
        backend.cache(&[7; 32]).await?.as_deref() == Some(b"cached"),
        "the cache entry",
    )?;
    holds(rows(&backend).await? == Rows::from([row(A, 1, b"first")]), "the record")?;
    let again = [
        Change::Header(b""),
        Change::Device(B),
        Change::CachePut {
            name: [7; 32],
            bytes: b"",
        },
    ];
    commit(&backend, &[], &again).await?;
    holds(
        backend.header().await?.as_deref() == Some(b""),
        "the replaced header, empty but there",
    )?;
    holds(backend.device().await? == Some(B), "the replaced device")?;
    holds(
        backend.cache(&[7; 32]).await?.as_deref() == Some(b""),
        "the replaced cache entry",
    )
}

async fn conditions(backend: impl Backend) -> Outcome {
    let head = Some((1, hash_record(b"first")));
    commit(&backend, &[], &[Change::Header(b"header"), record(A, 1, b"first")]).await?;
    let wrong = [
        Condition::HeaderIs(None),
        Condition::HeaderIs(Some(b"other")),
        Condition::HeadIs { device: A, head: None },
        Condition::HeadIs {
            device: A,
            head: Some((1, [0; 32])),
        },
        Condition::HeadIs {
            device: A,
            head: Some((2, hash_record(b"first"))),
        },
        Condition::HeadIs { device: B, head },
        Condition::RecordIs {
            device: A,
            seq: 1,
            bytes: b"other",
        },
        Condition::RecordIs {
            device: A,
            seq: 2,
            bytes: b"first",
        },
        Condition::NoRecords,
    ];
    let changes = [
        Change::Header(b"new"),
        Change::Device(B),
        record(A, 2, b"x"),
        Change::CacheClear,
    ];
    for condition in wrong {
        holds(
            commit(&backend, &[condition], &changes).await? == Commit::Refused,
            "a wrong condition refuses",
        )?;
        let right_first = [Condition::HeadIs { device: A, head }, condition];
        holds(
            commit(&backend, &right_first, &changes).await? == Commit::Refused,
            "one wrong condition is enough",
        )?;
    }
    holds(
        backend.header().await?.as_deref() == Some(b"header"),
        "the header is unchanged",
    )?;
    holds(backend.device().await?.is_none(), "the device is unchanged")?;
    holds(rows(&backend).await?.len() == 1, "the records are unchanged")?;
    let right = [
        Condition::HeaderIs(Some(b"header")),
        Condition::HeadIs { device: A, head },
        Condition::HeadIs { device: B, head: None },
        Condition::RecordIs {
            device: A,
            seq: 1,
            bytes: b"first",
        },
    ];
    holds(
        commit(&backend, &right, &[record(A, 2, b"second")]).await? == Commit::Done,
        "right conditions let it pass",
    )
}

async fn taken_place(backend: impl Backend) -> Outcome {
    commit(&backend, &[], &[record(A, 1, b"first")]).await?;
    let over = [Change::Header(b"new"), record(B, 1, b"free"), record(A, 1, b"other")];
    holds(
        commit(&backend, &[], &over).await? == Commit::Refused,
        "a taken place refuses",
    )?;
    let twice = [record(B, 1, b"one"), record(B, 1, b"two")];
    holds(
        commit(&backend, &[], &twice).await? == Commit::Refused,
        "one place twice refuses",
    )?;
    holds(backend.header().await?.is_none(), "nothing of the commit is stored")?;
    holds(
        rows(&backend).await? == Rows::from([row(A, 1, b"first")]),
        "the first record is unchanged",
    )
}

async fn head(backend: impl Backend) -> Outcome {
    let beyond_32_bits = (1 << 32) + 5;
    let changes = [
        record(A, 2, b"two"),
        record(A, beyond_32_bits, b"far"),
        record(A, 10, b"ten"),
        record(B, 3, b"b"),
    ];
    commit(&backend, &[], &changes).await?;
    let far = backend.head(A).await?.ok_or(Broken::Otherwise { expected: "a head" })?;
    holds(
        far.seq == beyond_32_bits && far.bytes == b"far",
        "the highest place, also above 32 bits",
    )?;
    let other = backend.head(B).await?.ok_or(Broken::Otherwise {
        expected: "a head of the other series",
    })?;
    holds(other.seq == 3 && other.bytes == b"b", "the head of the other series")
}

async fn heal(backend: impl Backend) -> Outcome {
    commit(&backend, &[], &[record(A, 1, b"broken")]).await?;
    let heal = |seq| Change::Heal {
        device: A,
        seq,
        bytes: b"whole",
    };
    holds(
        commit(&backend, &[], &[heal(2)]).await? == Commit::Refused,
        "nothing to heal refuses",
    )?;
    holds(
        commit(&backend, &[], &[heal(1)]).await? == Commit::Done,
        "healing works",
    )?;
    holds(
        rows(&backend).await? == Rows::from([row(A, 1, b"whole")]),
        "exactly the healed record",
    )
}

async fn scan(backend: impl Backend) -> Outcome {
    let bytes: Vec<Vec<u8>> = (0..3000_u32).map(|number| number.to_be_bytes().to_vec()).collect();
    let placed = || bytes.iter().enumerate().zip((1..).flat_map(|seq| [(B, seq), (A, seq)]));
    let changes: Vec<Change<'_>> = placed()
        .map(|((_, bytes), (device, seq))| record(device, seq, bytes))
        .collect();
    commit(&backend, &[], &changes).await?;
    let mut n_visited = 0;
    let mut found = Rows::new();
    let mut visit = |row: StoredRow<'_>| {
        n_visited += 1;
        found.insert((row.device.to_vec(), row.seq), row.bytes.to_vec());
    };
    holds(
        backend.scan(&mut visit).await? == Scan::Complete,
        "the scan is complete",
    )?;
    holds(n_visited == bytes.len(), "every row once")?;
    let mut expected = Rows::new();
    for change in changes {
        if let Change::Record { device, seq, bytes } = change {
            expected.extend([row(device, seq, bytes)]);
        }
    }
    holds(found == expected, "the rows as they were stored")
}

async fn largest(backend: impl Backend) -> Outcome {
    let bytes: Vec<u8> = (0..=255_u8).cycle().take((1 << 20) + 97).collect();
    commit(&backend, &[], &[record(A, 1, &bytes)]).await?;
    holds(
        backend.head(A).await?.is_some_and(|head| head.bytes == bytes),
        "every byte",
    )
}

async fn cache(backend: impl Backend) -> Outcome {
    commit(
        &backend,
        &[],
        &[
            record(A, 1, b"first"),
            Change::CachePut {
                name: [1; 32],
                bytes: b"x",
            },
        ],
    )
    .await?;
    commit(&backend, &[], &[Change::CacheClear]).await?;
    holds(backend.cache(&[1; 32]).await?.is_none(), "the cache is empty")?;
    holds(rows(&backend).await?.len() == 1, "the record is there")
}

async fn whole_life(backend: impl Backend, empty: impl Backend) -> Outcome {
    let backend = Rc::new(backend);
    let none = Vault::open(backend.clone(), "first", counter(3)).await;
    holds(matches!(none, Err(VaultError::NotAVault)), "an empty place is no vault")?;
    let (vault, phrase) = Vault::create(backend.clone(), "first", KdfParams::CHEAP_FOR_TESTS, counter(4)).await?;
    vault.append(&[b"one".to_vec(), Vec::new()]).await?;
    let second = Vault::create(backend.clone(), "other", KdfParams::CHEAP_FOR_TESTS, counter(5)).await;
    holds(
        matches!(second, Err(VaultError::AlreadyExists)),
        "a vault is not made twice",
    )?;
    let wrong = Vault::open(backend.clone(), "wrong", counter(6)).await;
    holds(
        matches!(wrong, Err(VaultError::WrongPassphrase)),
        "a wrong passphrase is refused",
    )?;
    let vault = Vault::open_with_phrase(backend.clone(), &phrase.words(), counter(7)).await?;
    vault.change_passphrase("second", KdfParams::CHEAP_FOR_TESTS).await?;
    let vault = Vault::open(backend, "second", counter(8)).await?;
    vault.append(&[b"three"]).await?;
    let (file, _) = vault.backup().await?;
    let restored = Vault::restore(empty, &file, Unlock::Passphrase("second"), counter(9)).await?;
    restored.append(&[b"four"]).await?;
    let (newer_file, _) = restored.backup().await?;
    let report = vault.merge(&newer_file).await?;
    holds(
        report.added == 1 && report.already_here == 3,
        "merging adds what is missing",
    )?;
    let payloads: Vec<Vec<u8>> = vault
        .replay()
        .await?
        .payloads
        .into_iter()
        .map(|(_, payload)| payload)
        .collect();
    holds(
        payloads.len() == 4 && payloads.contains(&b"four".to_vec()),
        "everything is there",
    )?;
    holds(vault.verify().await?.is_intact(), "and intact")
}

fn holds(is_so: bool, expected: &'static str) -> Outcome {
    if is_so {
        Ok(())
    } else {
        Err(Broken::Otherwise { expected })
    }
}

fn record(device: DeviceId, seq: u64, bytes: &[u8]) -> Change<'_> {
    Change::Record { device, seq, bytes }
}

fn row(device: DeviceId, seq: u64, bytes: &[u8]) -> ((Vec<u8>, i64), Vec<u8>) {
    ((device.0.to_vec(), i64::try_from(seq).unwrap_or(-1)), bytes.to_vec())
}

async fn rows(backend: &impl Backend) -> Result<Rows, BackendError> {
    let mut rows = Rows::new();
    backend
        .scan(&mut |row| drop(rows.insert((row.device.to_vec(), row.seq), row.bytes.to_vec())))
        .await?;
    Ok(rows)
}

async fn commit(
    backend: &impl Backend,
    conditions: &[Condition<'_>],
    changes: &[Change<'_>],
) -> Result<Commit, BackendError> {
    backend.commit(conditions, changes, &mut |_| {}).await
}

/// Bytes that differ on every call and between starts. Good enough here and nowhere else.
fn counter(start: u8) -> impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static {
    let mut drawn: u64 = 0;
    move |buffer| {
        for chunk in buffer.chunks_mut(8) {
            drawn += 1;
            let bytes = hash_record(&[[start].as_slice(), &drawn.to_be_bytes()].concat());
            chunk.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
        }
        Ok(())
    }
}
