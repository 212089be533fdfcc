//! Vaults and files: making, opening, backing up, restoring, exporting, checking, erasing.

use super::desk::{erase_device, has_vault};
use super::place::Place;
use super::{Keeper, News};
use crate::form::DeviceFacts;
use crate::platform::random;
use crate::sheet::{self, Copies, FileMade, Opened, Presence, Problem, Restored, Settings, Verified, backup_problem};
use crate::wire::{ExportKind, Secret};
use ebb_exchange::export;
use ebb_vault::{KdfParams, MergeReport, Unlock, Vault, VaultError};
use std::rc::Rc;

/// Shortest passphrase that is taken, characters.
pub(crate) const SHORTEST_PASSPHRASE: usize = 8;

impl Keeper {
    /// Whether there is a vault on this device.
    pub(super) async fn presence(&self) -> Result<Presence, Problem> {
        let place = self.device().await?;
        let has_vault = has_vault(&place).await.map_err(|error| self.said(&error))?;
        Ok(Presence { has_vault })
    }

    /// Makes a vault; answers the recovery phrase.
    pub(super) async fn create(&self, passphrase: String) -> Result<String, Problem> {
        self.check_length(&passphrase)?;
        let place = self.device().await?;
        let made = super::alone(async move { Vault::create(place, &passphrase, kdf(), random).await }).await;
        let (vault, phrase) = made.map_err(|error| self.said(&error))?;
        self.lay_out(vault, false).await?;
        Ok(phrase.words().as_str().to_owned())
    }

    /// Opens the vault.
    pub(super) async fn unlock(&self, secret: &Secret) -> Result<Opened, Problem> {
        let vault = self.open(secret).await?;
        match self.glance_at(vault).await {
            Ok(opened) => Ok(opened),
            Err(vault) => self.lay_out(vault, false).await,
        }
    }

    /// Opens the vault with the recovery phrase and sets a new passphrase.
    pub(super) async fn recover(&self, words: String, passphrase: String) -> Result<Opened, Problem> {
        self.check_length(&passphrase)?;
        let vault = self.open(&Secret::Phrase(words)).await?;
        let changed = vault.change_passphrase(&passphrase, kdf()).await;
        changed.map_err(|error| self.said(&error))?;
        self.lay_out(vault, false).await
    }

    async fn open(&self, secret: &Secret) -> Result<Vault<Place>, Problem> {
        let place = self.device().await?;
        let opened = Vault::unlock(place, unlock_with(secret), random).await;
        opened.map_err(|error| self.said(&error))
    }

    /// Sets another passphrase; the old one is asked for again, since the vault may have been left open.
    pub(super) async fn change_passphrase(&self, old: String, new: String) -> Result<(), Problem> {
        self.check_length(&new)?;
        let vault = self.open(&Secret::Passphrase(old)).await?;
        let changed = super::alone(async move { vault.change_passphrase(&new, kdf()).await }).await;
        changed.map_err(|error| self.said(&error))
    }

    /// Makes a new recovery phrase.
    pub(super) async fn new_phrase(&self, passphrase: String) -> Result<String, Problem> {
        let vault = self.open(&Secret::Passphrase(passphrase)).await?;
        let made = super::alone(async move { vault.change_phrase().await }).await;
        made.map(|phrase| phrase.words().as_str().to_owned())
            .map_err(|error| self.said(&error))
    }

    /// One encrypted file.
    pub(super) async fn backup(&self) -> Result<(FileMade, Vec<u8>), Problem> {
        let vault = Rc::clone(&self.desk()?.vault);
        let (bytes, _) = vault.backup().await.map_err(|error| self.said(&error))?;
        let (_, frame, _) = self.look()?;
        let made = FileMade {
            name: format!("ebb-{}.ebbbackup", frame.today()),
            media_type: "application/octet-stream".to_owned(),
            day: frame.today().to_string(),
            bytes: Vec::new(),
        };
        Ok((made, bytes))
    }

    /// Restores into an empty device, or adds what is missing to the open vault.
    pub(super) async fn restore(
        &self,
        secret: Secret,
        readable_only: bool,
        bytes: Vec<u8>,
    ) -> Result<Restored, Problem> {
        let open = self.desk().ok().map(|desk| (Rc::clone(&desk.vault), desk.is_demo));
        match open {
            Some((vault, false)) => self.merge(vault, bytes).await,
            // The demo is no place for a diary.
            Some((_, true)) => Err(self.form(self.words.err_backup_demo(), self.words.rec_backup_demo())),
            None => self.bring_vault_back(secret, readable_only, bytes).await,
        }
    }

    /// Adds from a backup of this vault what is missing here.
    async fn merge(&self, vault: Rc<Vault<Place>>, bytes: Vec<u8>) -> Result<Restored, Problem> {
        let merged = super::alone(async move { vault.merge(&bytes).await }).await;
        let report = merged.map_err(|error| backup_problem(&error, &self.words))?;
        super::desk::read_again(self).await?;
        self.tell_others(News::Wrote);
        self.restored(
            self.words.web_merged(report.added + report.adopted, report.healed),
            &report,
        )
    }

    /// Makes the vault of this device from a backup.
    async fn bring_vault_back(&self, secret: Secret, readable_only: bool, bytes: Vec<u8>) -> Result<Restored, Problem> {
        let place = self.device().await?;
        let work = async move {
            if readable_only {
                Vault::restore_readable(place, &bytes, unlock_with(&secret), random).await
            } else {
                let whole = Vault::restore(place, &bytes, unlock_with(&secret), random).await;
                whole.map(|vault| (vault, MergeReport::default()))
            }
        };
        let restored = super::alone(work).await;
        let (vault, report) = restored.map_err(|error| backup_problem(&error, &self.words))?;
        self.lay_out(vault, false).await?;
        self.tell_others(News::Wrote);
        self.restored(self.words.web_restored(), &report)
    }

    fn restored(&self, said: String, report: &MergeReport) -> Result<Restored, Problem> {
        let n_entries = self.desk()?.entries.len();
        let is_whole = report.unreadable_chunks == 0 && report.unreadable_records == 0 && !report.is_cut_short;
        let said = if is_whole {
            said
        } else {
            format!("{said} {}", self.words.data_backup_part())
        };
        Ok(Restored { said, n_entries })
    }

    /// A file for other programs.
    pub(super) fn export(&self, kind: ExportKind) -> Result<(FileMade, Vec<u8>), Problem> {
        let (diary, frame, _) = self.look()?;
        let (name, media_type, text) = match kind {
            ExportKind::Ebb => (
                "diary.json",
                "application/json",
                export::ebb_json::write(&self.desk()?.entries),
            ),
            ExportKind::Doses => ("doses.csv", "text/csv", export::doses_csv(&diary)),
            ExportKind::CheckIns => ("check-ins.csv", "text/csv", export::check_ins_csv(&diary)),
            ExportKind::Ratings => ("ratings.csv", "text/csv", export::ratings_csv(&diary)),
            ExportKind::PsychonautWiki => ("journal.json", "application/json", export::psychonautwiki_json(&diary)),
        };
        let made = FileMade {
            name: format!("ebb-{}-{name}", frame.today()),
            media_type: media_type.to_owned(),
            day: frame.today().to_string(),
            bytes: Vec::new(),
        };
        Ok((made, text.into_bytes()))
    }

    /// How safe the diary is from being lost.
    pub(super) fn copies(&self, facts: &DeviceFacts) -> Result<Copies, Problem> {
        let (_, frame, voice) = self.look()?;
        let desk = self.desk()?;
        Ok(sheet::copies(&voice, &frame, facts, desk.entries.len(), desk.is_demo))
    }

    /// What can be set.
    pub(super) fn settings(&self) -> Result<Settings, Problem> {
        let (diary, frame, _) = self.look()?;
        let desk = self.desk()?;
        Ok(Settings {
            day_start: diary.day_start.hour(),
            zone: diary
                .zone
                .clone()
                .or_else(|| frame.zone.iana_name().map(str::to_owned))
                .unwrap_or_else(crate::platform::zones::browser_zone),
            zones: self.zones.names(),
            entries: self.words.entry_count(desk.entries.len() as u64),
            is_demo: desk.is_demo,
        })
    }

    /// Opens every record.
    pub(super) async fn verify(&self) -> Result<Verified, Problem> {
        let vault = Rc::clone(&self.desk()?.vault);
        let report = vault.verify().await.map_err(|error| self.said(&error))?;
        let n = report.problems.len() as u64;
        let mut said = vec![self.words.web_verified(report.readable as u64)];
        if n > 0 {
            said.push(self.words.care_damaged(&self.words.records(n)));
            said.push(self.words.care_damaged_advice());
        }
        Ok(Verified { is_whole: n == 0, said })
    }

    /// Deletes everything of Ebb from this device.
    pub(super) async fn erase(&self) -> Result<(), Problem> {
        // The made-up diary lies in memory: whoever looks around in it erases nothing.
        if self.desk().is_ok_and(|desk| desk.is_demo) {
            return Ok(());
        }
        self.desk.replace(None);
        erase_device()
            .await
            .map_err(|error| self.said(&VaultError::from(error)))?;
        self.tell_others(News::Erased);
        Ok(())
    }

    fn check_length(&self, passphrase: &str) -> Result<(), Problem> {
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            let advice = self.words.rec_passphrase_short(SHORTEST_PASSPHRASE as u64);
            return Err(self.form(self.words.err_passphrase_short(), advice));
        }
        Ok(())
    }
}

fn unlock_with(secret: &Secret) -> Unlock<'_> {
    match secret {
        Secret::Passphrase(text) => Unlock::Passphrase(text),
        Secret::Phrase(text) => Unlock::Phrase(text),
    }
}

fn kdf() -> KdfParams {
    KdfParams::RECOMMENDED
}
