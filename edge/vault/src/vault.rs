//! One open vault: create, open, append, replay, verify, change the secrets, keep a cache.
//!
//! Start at [`Vault::create`] and [`Vault::open`]. It must never hold a borrow of its own state while it waits for the
//! backend, so overlapping calls in a browser are safe.

use std::cell::RefCell;
use std::fmt;

use ebb_seal::cache::{derive_cache_name, open_cache, seal_cache};
use ebb_seal::format::{MAX_PAYLOAD, NONCE_LEN};
use ebb_seal::record::{NO_PREVIOUS, seal_record};
use ebb_seal::{
    DeviceId, Header, HeaderEntropy, KdfParams, Part, RecordHash, RecordHead, RecoveryPhrase, RewrapEntropy, RootKey,
    SealError, Side, VaultId, VaultKeys, hash_record,
};
use zeroize::Zeroizing;

use crate::backend::{Backend, Change, Commit, Condition, Scan, StoredRow};
use crate::entropy::{Entropy, NoRandomness, draw, draw_secret, fill};
use crate::error::{VaultError, from_seal};
use crate::look::{Sight, filed_under, look};
use crate::report::{Chains, Link, Problem, RecordId, Report};

/// How often an append starts again because another writer was faster. Each round means somebody else made progress.
const APPEND_ROUNDS: usize = 64;

/// What a person types to get in.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// The passphrase.
    Passphrase(&'a str),
    /// The 24 words, as typed.
    Phrase(&'a str),
}

/// How far a long call is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: usize,
    /// Steps in all.
    pub total: usize,
}

/// Everything readable, and what is not.
#[derive(Clone, PartialEq, Eq)]
pub struct Replay {
    /// Payloads sorted by series and place.
    pub payloads: Vec<(RecordId, Vec<u8>)>,
    /// What was found on the way; the same as [`Vault::verify`] gives.
    pub report: Report,
}

impl fmt::Debug for Replay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Replay")
            .field("payloads_hidden", &self.payloads.len())
            .field("report", &self.report)
            .finish()
    }
}

/// An open vault.
pub struct Vault<B> {
    pub(crate) backend: B,
    pub(crate) keys: VaultKeys,
    root: RootKey,
    entropy: RefCell<Entropy>,
}

impl<B> fmt::Debug for Vault<B> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Vault({})", self.keys.vault())
    }
}

impl<B: Backend> Vault<B> {
    /// Makes a vault in an empty place. The recovery phrase is shown once and stored nowhere.
    ///
    /// `kdf` is [`KdfParams::RECOMMENDED`] except in tests; `entropy` fills a buffer with fresh random bytes.
    ///
    /// # Errors
    /// [`VaultError::AlreadyExists`], [`VaultError::EmptyPassphrase`], and what the device answers.
    pub async fn create(
        backend: B,
        passphrase: &str,
        kdf: KdfParams,
        entropy: impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static,
    ) -> Result<(Self, RecoveryPhrase), VaultError> {
        check_passphrase(passphrase)?;
        if backend.header().await?.is_some() {
            return Err(VaultError::AlreadyExists);
        }
        let mut entropy: Entropy = Box::new(entropy);
        let phrase = RecoveryPhrase::make(&*draw_secret(&mut entropy)?);
        let header_entropy = HeaderEntropy {
            vault: draw(&mut entropy)?,
            root: draw_secret(&mut entropy)?,
            passphrase: RewrapEntropy {
                salt: draw(&mut entropy)?,
                nonce: draw(&mut entropy)?,
            },
            phrase_nonce: draw(&mut entropy)?,
        };
        let device = DeviceId(draw(&mut entropy)?);
        let (header, root) = Header::make(passphrase, &phrase, kdf, &header_entropy).map_err(from_header)?;
        let bytes = header.to_bytes();
        let conditions = [Condition::HeaderIs(None), Condition::NoRecords];
        let changes = [Change::Header(&bytes), Change::Device(device)];
        match backend.commit(&conditions, &changes, &mut |_| {}).await? {
            Commit::Done => Ok((Self::assemble(backend, &header, root, entropy), phrase)),
            Commit::Refused => Err(VaultError::AlreadyExists),
        }
    }

    /// Opens a vault with the passphrase.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`]; [`VaultError::Damaged`] if that part of the header is damaged (the recovery phrase
    /// may still work); [`VaultError::NotAVault`], [`VaultError::NewerVersion`], and what the device answers.
    pub async fn open(
        backend: B,
        passphrase: &str,
        entropy: impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static,
    ) -> Result<Self, VaultError> {
        Self::unlock(backend, Unlock::Passphrase(passphrase), entropy).await
    }

    /// Opens a vault with the recovery phrase, as typed.
    ///
    /// # Errors
    /// As [`Vault::open`], and [`VaultError::Phrase`] when the words are mistyped.
    pub async fn open_with_phrase(
        backend: B,
        phrase: &str,
        entropy: impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static,
    ) -> Result<Self, VaultError> {
        Self::unlock(backend, Unlock::Phrase(phrase), entropy).await
    }

    /// Opens a vault with either secret.
    ///
    /// # Errors
    /// As [`Vault::open_with_phrase`].
    pub async fn unlock(
        backend: B,
        unlock: Unlock<'_>,
        entropy: impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static,
    ) -> Result<Self, VaultError> {
        let Some(bytes) = backend.header().await? else {
            return Err(without_header(&backend).await?);
        };
        let header = Header::read(&bytes).map_err(|problem| from_seal(problem, Part::Header))?;
        let root = open_header(&header, unlock, Part::Header)?;
        Ok(Self::assemble(backend, &header, root, Box::new(entropy)))
    }

    /// The identity of this vault; the same in every copy and backup of it.
    #[must_use]
    pub fn id(&self) -> VaultId {
        self.keys.vault()
    }

    /// The place where its bytes are kept.
    #[must_use]
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// Appends payloads, all or none. On return they survive a power cut (V15).
    ///
    /// After [`VaultError::Device`] it can be unknown whether they were stored; a payload should carry its own identity so
    /// that appending it again does no harm.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`], [`VaultError::ReadOnly`], [`VaultError::Full`], [`VaultError::Busy`],
    /// [`VaultError::Device`].
    pub async fn append(&self, payloads: &[impl AsRef<[u8]>]) -> Result<Vec<RecordId>, VaultError> {
        self.append_with_progress(payloads, &mut |_| {}).await
    }

    /// [`Vault::append`] for many payloads: sealing is the first half of the progress, storing the second.
    ///
    /// # Errors
    /// As [`Vault::append`].
    pub async fn append_with_progress(
        &self,
        payloads: &[impl AsRef<[u8]>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<RecordId>, VaultError> {
        if payloads.is_empty() {
            return Ok(Vec::new());
        }
        if let Some(bytes) = payloads
            .iter()
            .map(|payload| payload.as_ref().len())
            .find(|len| *len > MAX_PAYLOAD)
        {
            return Err(VaultError::TooLarge {
                bytes,
                limit: MAX_PAYLOAD,
            });
        }
        let total = payloads.len().saturating_mul(2);
        for _ in 0..APPEND_ROUNDS {
            let tail = self.tail().await?;
            let sealed = self.seal_all(&tail, payloads, progress)?;
            let ids: Vec<RecordId> = (tail.next_seq()..)
                .take(sealed.len())
                .map(|seq| RecordId {
                    device: tail.device,
                    seq,
                })
                .collect();
            let conditions = [Condition::HeadIs {
                device: tail.device,
                head: tail.head,
            }];
            let mut changes = Vec::with_capacity(sealed.len() + 1);
            if tail.is_new {
                changes.push(Change::Device(tail.device));
            }
            changes.extend(ids.iter().zip(&sealed).map(|(id, bytes)| Change::Record {
                device: id.device,
                seq: id.seq,
                bytes,
            }));
            let mut stored = |done: usize| {
                progress(Progress {
                    done: (payloads.len() + done).min(total),
                    total,
                })
            };
            if self.backend.commit(&conditions, &changes, &mut stored).await? == Commit::Done {
                return Ok(ids);
            }
        }
        Err(VaultError::Busy)
    }

    /// Opens every record and gives what is readable, with a report about the rest. Changes nothing.
    ///
    /// # Errors
    /// What the device answers; a damaged record is no error.
    pub async fn replay(&self) -> Result<Replay, VaultError> {
        let mut payloads = Vec::new();
        let report = self
            .visit(&mut |id, payload| payloads.push((id, payload.to_vec())))
            .await?;
        payloads.sort_unstable_by_key(|(id, _)| *id);
        Ok(Replay { payloads, report })
    }

    /// Opens every record and checks every chain, keeping nothing. Changes nothing.
    ///
    /// # Errors
    /// What the device answers; a damaged record is no error.
    pub async fn verify(&self) -> Result<Report, VaultError> {
        self.visit(&mut |_, _| {}).await
    }

    /// Sets another passphrase. The old one stops working for this file; older copies keep theirs. No record is touched
    /// (V3).
    ///
    /// # Errors
    /// [`VaultError::EmptyPassphrase`]; [`VaultError::Busy`] if the header was changed at the same moment; what the device
    /// answers.
    pub async fn change_passphrase(&self, passphrase: &str, kdf: KdfParams) -> Result<(), VaultError> {
        check_passphrase(passphrase)?;
        let entropy = RewrapEntropy {
            salt: self.draw()?,
            nonce: self.draw()?,
        };
        self.rewrap(|header| header.with_passphrase(&self.root, passphrase, kdf, &entropy))
            .await
    }

    /// Makes another recovery phrase. The old one stops working for this file.
    ///
    /// # Errors
    /// As [`Vault::change_passphrase`].
    pub async fn change_phrase(&self) -> Result<RecoveryPhrase, VaultError> {
        let phrase = RecoveryPhrase::make(&*draw_secret(&mut self.entropy.borrow_mut())?);
        let nonce = self.draw()?;
        self.rewrap(|header| header.with_phrase(&self.root, &phrase, nonce))
            .await?;
        Ok(phrase)
    }

    /// Stores something that can be computed again.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`] and what the device answers.
    pub async fn cache_put(&self, name: &str, content: &[u8]) -> Result<(), VaultError> {
        let sealed =
            seal_cache(&self.keys, name, &self.draw()?, content).map_err(|problem| from_seal(problem, Part::Cache))?;
        let change = Change::CachePut {
            name: derive_cache_name(&self.keys, name),
            bytes: &sealed,
        };
        self.backend.commit(&[], &[change], &mut |_| {}).await?;
        Ok(())
    }

    /// What was stored under this name, or nothing if it is missing, damaged or of a newer Ebb.
    ///
    /// # Errors
    /// What the device answers.
    pub async fn cache_get(&self, name: &str) -> Result<Option<Vec<u8>>, VaultError> {
        let stored = self.backend.cache(&derive_cache_name(&self.keys, name)).await?;
        Ok(stored.and_then(|sealed| open_cache(&self.keys, name, &sealed).ok()))
    }

    /// Forgets everything cached.
    ///
    /// # Errors
    /// What the device answers.
    pub async fn clear_cache(&self) -> Result<(), VaultError> {
        self.backend.commit(&[], &[Change::CacheClear], &mut |_| {}).await?;
        Ok(())
    }

    pub(crate) fn assemble(backend: B, header: &Header, root: RootKey, entropy: Entropy) -> Self {
        Self {
            backend,
            keys: root.derive_keys(header.vault()),
            root,
            entropy: RefCell::new(entropy),
        }
    }

    /// The stored header, read again: another process may have changed it.
    pub(crate) async fn stored_header(&self) -> Result<(Header, Vec<u8>), VaultError> {
        let bytes = self.backend.header().await?.ok_or(VaultError::NotAVault)?;
        let header = Header::read(&bytes).map_err(|problem| from_seal(problem, Part::Header))?;
        Ok((header, bytes))
    }

    /// Fresh random bytes.
    pub(crate) fn draw<const N: usize>(&self) -> Result<[u8; N], VaultError> {
        draw(&mut self.entropy.borrow_mut())
    }

    /// Scans, opens and judges; `take` sees what opened.
    pub(crate) async fn visit(&self, take: &mut dyn FnMut(RecordId, &[u8])) -> Result<Report, VaultError> {
        let (header, _) = self.stored_header().await?;
        let mut report = Report::default();
        for side in [Side::Passphrase, Side::Phrase] {
            if !header.is_intact(side) {
                report.problems.push(Problem::DamagedHeader { side });
            }
        }
        let mut chains = Chains::default();
        let mut payload = Zeroizing::new(Vec::new());
        let mut n_misfiled = 0;
        let mut visit = |row: StoredRow<'_>| {
            let Some(id) = filed_under(&row) else {
                n_misfiled += 1;
                return;
            };
            let sight = look(&self.keys, id, row.bytes, &mut payload);
            match sight {
                Sight::Opened { .. } => {
                    report.readable += 1;
                    take(id, &payload);
                }
                Sight::Newer { version } => report.problems.push(Problem::NewerRecord { id, version }),
                Sight::Damaged => report.problems.push(Problem::DamagedRecord { id }),
            }
            chains.push(
                id.device,
                Link {
                    seq: id.seq,
                    hash: hash_record(row.bytes),
                    previous: sight.previous(),
                    is_whole: sight != Sight::Damaged,
                },
            );
        };
        let scan = self.backend.scan(&mut visit).await?;
        if n_misfiled > 0 {
            report.problems.push(Problem::MisfiledRows { count: n_misfiled });
        }
        if scan == Scan::Partial {
            report.problems.push(Problem::UnreadableStorage);
        }
        chains.judge(&mut report);
        Ok(report)
    }

    /// Where the next record goes: after the last one of this copy's series, or into a new series if there is none yet or
    /// its last record does not open (V12).
    async fn tail(&self) -> Result<Tail, VaultError> {
        if let Some(device) = self.backend.device().await? {
            let Some(head) = self.backend.head(device).await? else {
                return Ok(Tail {
                    device,
                    head: None,
                    is_new: false,
                });
            };
            let mut payload = Zeroizing::new(Vec::new());
            let id = RecordId { device, seq: head.seq };
            let can_follow = i64::try_from(head.seq).is_ok_and(|seq| seq < i64::MAX / 2);
            if can_follow && matches!(look(&self.keys, id, &head.bytes, &mut payload), Sight::Opened { .. }) {
                return Ok(Tail {
                    device,
                    head: Some((head.seq, hash_record(&head.bytes))),
                    is_new: false,
                });
            }
        }
        Ok(Tail {
            device: DeviceId(self.draw()?),
            head: None,
            is_new: true,
        })
    }

    fn seal_all(
        &self,
        tail: &Tail,
        payloads: &[impl AsRef<[u8]>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Vec<u8>>, VaultError> {
        let total = payloads.len().saturating_mul(2);
        let mut previous = tail.head.map_or(NO_PREVIOUS, |(_, hash)| hash);
        let mut nonces = vec![0; NONCE_LEN.saturating_mul(payloads.len())];
        fill(&mut self.entropy.borrow_mut(), &mut nonces)?;
        let mut all = Vec::with_capacity(payloads.len());
        let (nonces, _) = nonces.as_chunks::<NONCE_LEN>();
        for (seq, (payload, nonce)) in (tail.next_seq()..).zip(payloads.iter().zip(nonces)) {
            let head = RecordHead {
                device: tail.device,
                seq,
                previous,
            };
            let sealed = seal_record(&self.keys, &head, nonce, payload.as_ref())
                .map_err(|problem| from_seal(problem, Part::Record))?;
            previous = hash_record(&sealed);
            all.push(sealed);
            if all.len().is_multiple_of(1024) {
                progress(Progress { done: all.len(), total });
            }
        }
        Ok(all)
    }

    async fn rewrap(&self, change: impl FnOnce(Header) -> Result<Header, SealError>) -> Result<(), VaultError> {
        let (header, before) = self.stored_header().await?;
        if header.vault() != self.id() {
            return Err(VaultError::Damaged { part: Part::Header });
        }
        let after = change(header).map_err(from_header)?.to_bytes();
        let conditions = [Condition::HeaderIs(Some(&before))];
        match self
            .backend
            .commit(&conditions, &[Change::Header(&after)], &mut |_| {})
            .await?
        {
            Commit::Done => Ok(()),
            Commit::Refused => Err(VaultError::Busy),
        }
    }
}

/// The end of the series this copy writes.
struct Tail {
    device: DeviceId,
    head: Option<(u64, RecordHash)>,
    is_new: bool,
}

impl Tail {
    fn next_seq(&self) -> u64 {
        self.head.map_or(1, |(seq, _)| seq + 1)
    }
}

/// What a place without a header is: damaged if it holds records, otherwise no vault.
async fn without_header(backend: &impl Backend) -> Result<VaultError, VaultError> {
    let mut n_rows = 0_u64;
    backend.scan(&mut |_| n_rows += 1).await?;
    Ok(if n_rows > 0 {
        VaultError::Damaged { part: Part::Header }
    } else {
        VaultError::NotAVault
    })
}

/// Unwraps the root key and says what a failure means.
pub(crate) fn open_header(header: &Header, unlock: Unlock<'_>, part: Part) -> Result<RootKey, VaultError> {
    let (outcome, side) = match unlock {
        Unlock::Passphrase(passphrase) => (header.open_with_passphrase(passphrase), Side::Passphrase),
        Unlock::Phrase(text) => {
            let phrase = RecoveryPhrase::read(text).map_err(VaultError::Phrase)?;
            (header.open_with_phrase(&phrase), Side::Phrase)
        }
    };
    outcome.map_err(|problem| match problem {
        SealError::CannotOpen if header.is_intact(side) => VaultError::WrongPassphrase,
        problem => from_seal(problem, part),
    })
}

fn check_passphrase(passphrase: &str) -> Result<(), VaultError> {
    if passphrase.is_empty() {
        Err(VaultError::EmptyPassphrase)
    } else {
        Ok(())
    }
}

fn from_header(problem: SealError) -> VaultError {
    from_seal(problem, Part::Header)
}
