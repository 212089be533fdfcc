//! `ebb backup` and `ebb restore`: one encrypted file out and in.

use crate::args::{Backup, Restore};
use crate::error::{SomeDamaged, Usage};
use crate::paths::{Home, write_whole};
use crate::session::{Session, has_vault, random};
use crate::{secret, term};
use anyhow::{Context, Result, bail};
use ebb_vault::{SqliteBackend, SqliteOptions, Unlock, Vault, VaultError, block_on};
use serde_json::json;

/// Writes the backup file.
pub(super) fn backup(args: &Backup, json: bool) -> Result<()> {
    let session = Session::open()?;
    let (bytes, summary) = block_on(session.vault.backup())?;
    write_whole(&args.file, &bytes, args.overwrite)?;
    let read_back = std::fs::read(&args.file).context("read the backup again")?;
    if read_back != bytes {
        bail!(Usage::new(
            "the backup does not read back as it was written",
            "write it to another disk"
        ));
    }
    if json {
        return term::say_json(
            &json!({ "records": summary.records, "left_out": summary.left_out, "bytes": bytes.len() }),
        );
    }
    if summary.left_out > 0 {
        return Err(SomeDamaged {
            n: usize::try_from(summary.left_out).unwrap_or(usize::MAX),
        }
        .into());
    }
    term::say(&format!(
        "Backed up {} records, encrypted. It opens with your passphrase of today or the recovery phrase:\n  EBB_HOME=elsewhere ebb restore FILE",
        term::numbers().count(summary.records)
    ))
}

/// Restores into an empty home, or adds what is missing to this vault.
pub(super) fn restore(args: &Restore, json: bool) -> Result<()> {
    let bytes = std::fs::read(&args.file).context("read the backup")?;
    let home = Home::find()?;
    if has_vault(&home)? {
        let session = Session::open()?;
        let report = block_on(session.vault.merge(&bytes))?;
        return say(json, report.added, report.healed, true);
    }
    let secret = if args.phrase {
        secret::phrase(None)?
    } else {
        secret::passphrase()?
    };
    let unlock = if args.phrase {
        Unlock::Phrase(&secret)
    } else {
        Unlock::Passphrase(&secret)
    };
    home.make()?;
    let backend = SqliteBackend::create(&home.vault_file(), SqliteOptions::STANDARD).map_err(VaultError::from)?;
    if args.readable {
        let (_, report) = block_on(Vault::restore_readable(backend, &bytes, unlock, random))?;
        return say(json, report.added, report.healed, false);
    }
    let vault = block_on(Vault::restore(backend, &bytes, unlock, random))?;
    say(json, Session::of(vault)?.report.readable, 0, false)
}

fn say(json: bool, added: u64, healed: u64, is_merge: bool) -> Result<()> {
    if json {
        return term::say_json(&json!({ "added": added, "healed": healed, "merged": is_merge }));
    }
    let count = term::numbers().count(added);
    term::say(&if is_merge {
        format!("Added {count} records from the backup; what was here stayed as it is.")
    } else {
        format!("Restored {count} records.")
    })
}
