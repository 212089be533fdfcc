//! Backup files: making one, and making a vault from one.
//!
//! Restoring writes into an empty place only, and the new vault starts its own series, so two copies of one vault never
//! use the same place for different records (V12).

use std::collections::BTreeMap;

use ebb_seal::backup::{BackupWriter, MAGIC, read_backup, read_preamble};
use ebb_seal::{DeviceId, Part, Side, VaultKeys};
use zeroize::Zeroizing;

use crate::backend::{Backend, Change, Commit, Condition, StoredRow};
use crate::entropy::{Entropy, NoRandomness};
use crate::error::{DeviceFailure, VaultError, from_seal};
use crate::look::{Sight, filed_under, look};
use crate::merge::MergeReport;
use crate::report::RecordId;
use crate::vault::{Unlock, Vault, open_header};

/// What went into a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BackupSummary {
    /// Records in the backup.
    pub records: u64,
    /// Damaged records that were left out; they stay in the vault.
    pub left_out: u64,
}

/// Whether a damaged backup is good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Damage {
    Refuse,
    TakeReadable,
}

/// Whether bytes are meant to be a backup file, by how they begin.
#[must_use]
pub fn is_backup(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

impl<B: Backend> Vault<B> {
    /// One encrypted file with the header and every record, readable with the passphrase and the phrase of this moment.
    ///
    /// # Errors
    /// What the device answers.
    pub async fn backup(&self) -> Result<(Vec<u8>, BackupSummary), VaultError> {
        let mut file = Vec::new();
        let mut write = |piece: &[u8]| {
            file.extend_from_slice(piece);
            Ok(())
        };
        let summary = self.backup_into(&mut write).await?;
        Ok((file, summary))
    }

    /// [`Vault::backup`], piece by piece. The file is complete only when this returns without an error; write it beside
    /// the old one, flush it, and rename it.
    ///
    /// # Errors
    /// What the device answers, and what `write` answers.
    pub async fn backup_into(
        &self,
        write: &mut dyn FnMut(&[u8]) -> std::io::Result<()>,
    ) -> Result<BackupSummary, VaultError> {
        let (header, _) = self.stored_header().await?;
        let mut summary = BackupSummary::default();
        let mut whole = BTreeMap::new();
        let mut payload = Zeroizing::new(Vec::new());
        let mut visit = |row: StoredRow<'_>| {
            let id = filed_under(&row).filter(|id| look(&self.keys, *id, row.bytes, &mut payload) != Sight::Damaged);
            match id {
                Some(id) => {
                    summary.records += 1;
                    whole.insert(id, row.bytes.to_vec());
                }
                None => summary.left_out += 1,
            }
        };
        self.backend.scan(&mut visit).await?;
        let mut piece = Vec::new();
        let mut writer = BackupWriter::start(&self.keys, &header, self.draw()?, &mut piece);
        for sealed in whole.values() {
            writer
                .push(sealed, &mut piece)
                .map_err(|problem| from_seal(problem, Part::Backup))?;
            if piece.len() >= ebb_seal::backup::CHUNK_LEN {
                write(&piece).map_err(from_io)?;
                piece.clear();
            }
        }
        writer
            .finish(&mut piece)
            .map_err(|problem| from_seal(problem, Part::Backup))?;
        write(&piece).map_err(from_io)?;
        Ok(summary)
    }

    /// Makes a vault from a backup, in an empty place. All of it, or nothing.
    ///
    /// # Errors
    /// [`VaultError::NotEmpty`]; [`VaultError::Damaged`] if any byte of the backup is (see [`Vault::restore_readable`]);
    /// otherwise as [`Vault::unlock`].
    pub async fn restore(
        backend: B,
        backup: &[u8],
        unlock: Unlock<'_>,
        entropy: impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static,
    ) -> Result<Self, VaultError> {
        let (vault, _) = Self::restore_as(backend, backup, unlock, Box::new(entropy), Damage::Refuse).await?;
        Ok(vault)
    }

    /// Makes a vault from whatever is readable of a damaged backup. The report says what is missing.
    ///
    /// # Errors
    /// As [`Vault::restore`], except that damage is an error only when nothing at all is readable.
    pub async fn restore_readable(
        backend: B,
        backup: &[u8],
        unlock: Unlock<'_>,
        entropy: impl FnMut(&mut [u8]) -> Result<(), NoRandomness> + 'static,
    ) -> Result<(Self, MergeReport), VaultError> {
        Self::restore_as(backend, backup, unlock, Box::new(entropy), Damage::TakeReadable).await
    }

    async fn restore_as(
        backend: B,
        backup: &[u8],
        unlock: Unlock<'_>,
        entropy: Entropy,
        damage: Damage,
    ) -> Result<(Self, MergeReport), VaultError> {
        if backend.header().await?.is_some() {
            return Err(VaultError::NotEmpty);
        }
        let header = read_preamble(backup)
            .map_err(|problem| from_seal(problem, Part::Backup))?
            .header;
        let root = open_header(&header, unlock, Part::Backup)?;
        let vault = Self::assemble(backend, &header, root, entropy);
        let readable = read_readable(&vault.keys, backup)?;
        let has_nothing = readable.records.is_empty() && !readable.is_intact();
        let has_damage =
            !(readable.is_intact() && header.is_intact(Side::Passphrase) && header.is_intact(Side::Phrase));
        if has_nothing || (has_damage && damage == Damage::Refuse) {
            return Err(VaultError::Damaged { part: Part::Backup });
        }
        let bytes = header.to_bytes();
        let mut changes = vec![Change::Header(&bytes), Change::Device(DeviceId(vault.draw()?))];
        let records = readable.records.iter();
        changes.extend(records.map(|(id, bytes)| Change::Record {
            device: id.device,
            seq: id.seq,
            bytes,
        }));
        let conditions = [Condition::HeaderIs(None), Condition::NoRecords];
        match vault.backend.commit(&conditions, &changes, &mut |_| {}).await? {
            Commit::Done => {}
            Commit::Refused => return Err(VaultError::NotEmpty),
        }
        let added = u64::try_from(readable.records.len()).unwrap_or(u64::MAX);
        let report = MergeReport {
            added,
            unreadable_chunks: readable.unreadable_chunks,
            unreadable_records: readable.unreadable_records,
            is_cut_short: readable.is_cut_short,
            ..MergeReport::default()
        };
        Ok((vault, report))
    }
}

/// The authentic records of a backup.
pub(crate) struct Readable {
    pub(crate) records: BTreeMap<RecordId, Vec<u8>>,
    pub(crate) unreadable_chunks: u64,
    pub(crate) unreadable_records: u64,
    pub(crate) is_cut_short: bool,
}

impl Readable {
    fn is_intact(&self) -> bool {
        self.unreadable_chunks == 0 && self.unreadable_records == 0 && !self.is_cut_short
    }
}

/// Opens every chunk and every record of a backup, keeping the sealed form.
pub(crate) fn read_readable(keys: &VaultKeys, backup: &[u8]) -> Result<Readable, VaultError> {
    let contents = read_backup(keys, backup).map_err(|problem| from_seal(problem, Part::Backup))?;
    let mut payload = Zeroizing::new(Vec::new());
    let mut readable = Readable {
        records: BTreeMap::new(),
        unreadable_chunks: u64::try_from(contents.damaged_chunks.len()).unwrap_or(u64::MAX),
        unreadable_records: 0,
        is_cut_short: !contents.is_complete,
    };
    for sealed in contents.records {
        match place_of(&sealed).filter(|id| look(keys, *id, &sealed, &mut payload) != Sight::Damaged) {
            Some(id) => {
                readable.records.insert(id, sealed);
            }
            None => readable.unreadable_records += 1,
        }
    }
    Ok(readable)
}

/// The place a sealed record names, whatever its version: every version keeps it where version 1 has it (V1).
fn place_of(sealed: &[u8]) -> Option<RecordId> {
    let device = DeviceId(sealed.get(1..17)?.try_into().ok()?);
    let seq = u64::from_be_bytes(sealed.get(17..25)?.try_into().ok()?);
    i64::try_from(seq).ok().filter(|seq| *seq > 0)?;
    Some(RecordId { device, seq })
}

fn from_io(problem: std::io::Error) -> VaultError {
    match problem.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => VaultError::Full,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => VaultError::ReadOnly,
        _ => VaultError::Device(DeviceFailure::Storage(Box::new(problem))),
    }
}
