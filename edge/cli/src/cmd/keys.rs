//! `ebb passphrase` and `ebb recover`: new secrets for the same vault. Nothing is encrypted anew.

use super::init;
use crate::args::{NewPassphrase, Recover};
use crate::paths::Home;
use crate::session::random;
use crate::{secret, term};
use anyhow::Result;
use ebb_vault::{SqliteBackend, SqliteOptions, Unlock, Vault, VaultError, block_on};
use serde_json::json;

/// Changes the passphrase.
pub(super) fn passphrase(args: &NewPassphrase, json: bool) -> Result<()> {
    let backend =
        SqliteBackend::open(&Home::find()?.vault_file(), SqliteOptions::STANDARD).map_err(VaultError::from)?;
    let old = secret::passphrase()?;
    let vault = block_on(Vault::unlock(backend, Unlock::Passphrase(&old), random))?;
    let new = secret::new_passphrase(args.new_passphrase_file.as_deref(), false)?;
    block_on(vault.change_passphrase(&new, init::kdf()))?;
    let phrase = if args.new_phrase {
        Some(block_on(vault.change_phrase())?)
    } else {
        None
    };
    if json {
        let phrase = phrase.map(|p| p.words().as_str().to_owned());
        return term::say_json(&json!({ "changed": true, "recovery_phrase": phrase }));
    }
    if let Some(phrase) = &phrase {
        term::say(&init::phrase_card(phrase.words().as_str()))?;
    }
    term::say("The passphrase is changed. Backups made before still open with the old one: make a new backup.")
}

/// Sets a new passphrase with the recovery phrase.
pub(super) fn recover(args: &Recover, json: bool) -> Result<()> {
    let backend =
        SqliteBackend::open(&Home::find()?.vault_file(), SqliteOptions::STANDARD).map_err(VaultError::from)?;
    let phrase = secret::phrase(args.phrase_file.as_deref())?;
    let vault = block_on(Vault::unlock(backend, Unlock::Phrase(&phrase), random))?;
    let new = secret::new_passphrase(args.new_passphrase_file.as_deref(), true)?;
    block_on(vault.change_passphrase(&new, init::kdf()))?;
    if json {
        return term::say_json(&json!({ "changed": true }));
    }
    term::say("The new passphrase opens your diary. The recovery phrase stays the same.")
}
