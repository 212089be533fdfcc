//! Merging a backup into a vault of the same root: adds what is missing, heals what is damaged, loses nothing.
//!
//! Where both sides used one place for different records (a file was copied and both copies went on), ours stays and
//! theirs is adopted under a series of its own, derived from the records themselves, so that doing it twice changes
//! nothing (V13). It must never overwrite a record that opens.

use std::collections::BTreeMap;

use ebb_seal::backup::read_preamble;
use ebb_seal::record::{NO_PREVIOUS, derive_fork_device, derive_fork_nonce, open_record, seal_record};
use ebb_seal::{DeviceId, Part, RecordHash, RecordHead, VaultKeys, hash_record};
use zeroize::Zeroizing;

use crate::backend::{Backend, Change, Commit, Condition, StoredRow};
use crate::copies::read_readable;
use crate::error::{VaultError, from_seal};
use crate::look::{Sight, filed_under, look};
use crate::report::RecordId;
use crate::vault::Vault;

/// What merging or restoring did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MergeReport {
    /// Records that were missing here.
    pub added: u64,
    /// Damaged records that were replaced by an authentic copy of themselves.
    pub healed: u64,
    /// Records that were here already.
    pub already_here: u64,
    /// Records whose place was taken by another one, kept under a series of their own.
    pub adopted: u64,
    /// Records of a newer Ebb whose place was taken; they stay in the backup only.
    pub not_adopted: u64,
    /// Chunks of the backup that did not open.
    pub unreadable_chunks: u64,
    /// Records of the backup that did not open.
    pub unreadable_records: u64,
    /// Whether the end of the backup is missing.
    pub is_cut_short: bool,
}

impl<B: Backend> Vault<B> {
    /// Adds from a backup of this vault whatever is missing here. What is unreadable in it is counted, not an error.
    ///
    /// # Errors
    /// [`VaultError::OtherVault`]; [`VaultError::Damaged`] if nothing in the backup is readable; [`VaultError::Busy`] if
    /// another writer was faster; what the device answers.
    pub async fn merge(&self, backup: &[u8]) -> Result<MergeReport, VaultError> {
        let header = read_preamble(backup)
            .map_err(|problem| from_seal(problem, Part::Backup))?
            .header;
        if header.vault() != self.id() {
            return Err(VaultError::OtherVault);
        }
        let theirs = read_readable(&self.keys, backup)?;
        if theirs.records.is_empty() && theirs.is_cut_short {
            return Err(VaultError::Damaged { part: Part::Backup });
        }
        let ours = self.survey().await?;
        let mut plan = Plan::new(&self.keys, &ours);
        for (id, sealed) in theirs.records {
            plan.take(id, sealed)?;
        }
        let fresh_device = match self.backend.device().await? {
            Some(device) if plan.forks.contains_key(&device) => Some(DeviceId(self.draw()?)),
            _ => None,
        };
        let mut changes: Vec<Change<'_>> = fresh_device.into_iter().map(Change::Device).collect();
        changes.extend(plan.additions.iter().map(|(id, bytes)| Change::Record {
            device: id.device,
            seq: id.seq,
            bytes,
        }));
        changes.extend(plan.healings.iter().map(|(id, _, bytes)| Change::Heal {
            device: id.device,
            seq: id.seq,
            bytes,
        }));
        let conditions: Vec<Condition<'_>> = plan
            .healings
            .iter()
            .map(|(id, bytes, _)| Condition::RecordIs {
                device: id.device,
                seq: id.seq,
                bytes,
            })
            .collect();
        if !changes.is_empty() && self.backend.commit(&conditions, &changes, &mut |_| {}).await? == Commit::Refused {
            return Err(VaultError::Busy);
        }
        Ok(MergeReport {
            unreadable_chunks: theirs.unreadable_chunks,
            unreadable_records: theirs.unreadable_records,
            is_cut_short: theirs.is_cut_short,
            ..plan.report
        })
    }

    /// What is here.
    async fn survey(&self) -> Result<BTreeMap<RecordId, Ours>, VaultError> {
        let mut ours = BTreeMap::new();
        let mut payload = Zeroizing::new(Vec::new());
        let mut visit = |row: StoredRow<'_>| {
            if let Some(id) = filed_under(&row) {
                let sight = look(&self.keys, id, row.bytes, &mut payload);
                let damaged = (sight == Sight::Damaged).then(|| row.bytes.to_vec());
                ours.insert(
                    id,
                    Ours {
                        hash: hash_record(row.bytes),
                        previous: sight.previous(),
                        damaged,
                    },
                );
            }
        };
        self.backend.scan(&mut visit).await?;
        Ok(ours)
    }
}

/// One of our rows.
struct Ours {
    hash: RecordHash,
    previous: Option<RecordHash>,
    /// Its bytes, if it does not open.
    damaged: Option<Vec<u8>>,
}

/// What to do, decided before anything is written.
struct Plan<'a> {
    keys: &'a VaultKeys,
    ours: &'a BTreeMap<RecordId, Ours>,
    forks: BTreeMap<DeviceId, RecordHead>,
    additions: BTreeMap<RecordId, Vec<u8>>,
    healings: Vec<(RecordId, &'a [u8], Vec<u8>)>,
    report: MergeReport,
}

impl<'a> Plan<'a> {
    fn new(keys: &'a VaultKeys, ours: &'a BTreeMap<RecordId, Ours>) -> Self {
        let report = MergeReport::default();
        Self {
            keys,
            ours,
            forks: BTreeMap::new(),
            additions: BTreeMap::new(),
            healings: Vec::new(),
            report,
        }
    }

    /// Decides about one authentic record of theirs; they come in order of series and place.
    fn take(&mut self, id: RecordId, sealed: Vec<u8>) -> Result<(), VaultError> {
        let hash = hash_record(&sealed);
        if self.forks.contains_key(&id.device) {
            return self.adopt(id.device, &sealed, &hash);
        }
        match self.ours.get(&id) {
            None => {
                self.report.added += 1;
                self.additions.insert(id, sealed);
            }
            Some(ours) if ours.hash == hash => self.report.already_here += 1,
            Some(Ours {
                damaged: Some(bytes), ..
            }) if self.is_followed_by_ours(id, &hash) => {
                self.report.healed += 1;
                self.healings.push((id, bytes, sealed));
            }
            Some(_) => {
                let device = derive_fork_device(self.keys, id.device, &hash);
                self.forks.insert(
                    id.device,
                    RecordHead {
                        device,
                        seq: 1,
                        previous: NO_PREVIOUS,
                    },
                );
                self.adopt(id.device, &sealed, &hash)?;
            }
        }
        Ok(())
    }

    /// Whether our next record names this one, or there is none that could say otherwise.
    fn is_followed_by_ours(&self, id: RecordId, hash: &RecordHash) -> bool {
        let next = self.ours.get(&RecordId {
            device: id.device,
            seq: id.seq + 1,
        });
        next.and_then(|next| next.previous)
            .is_none_or(|previous| previous == *hash)
    }

    /// Seals their record again under the series of the fork, always to the same bytes (V13).
    fn adopt(&mut self, from: DeviceId, sealed: &[u8], hash: &RecordHash) -> Result<(), VaultError> {
        let mut payload = Zeroizing::new(Vec::new());
        if open_record(self.keys, sealed, &mut payload).is_err() {
            self.report.not_adopted += 1;
            return Ok(());
        }
        let Some(head) = self.forks.get_mut(&from) else {
            return Ok(());
        };
        let nonce = derive_fork_nonce(self.keys, hash, head.device, head.seq);
        let adopted =
            seal_record(self.keys, head, &nonce, &payload).map_err(|problem| from_seal(problem, Part::Record))?;
        let id = RecordId {
            device: head.device,
            seq: head.seq,
        };
        *head = RecordHead {
            seq: head.seq + 1,
            previous: hash_record(&adopted),
            ..*head
        };
        if self.ours.contains_key(&id) {
            self.report.already_here += 1;
        } else {
            self.report.adopted += 1;
            self.additions.insert(id, adopted);
        }
        Ok(())
    }
}
