//! Diary entries in and out of a vault: the one place where the sealed log and the diary meet.
//!
//! Entries are stored as the bytes of [`ebb_core::event::v1`]. A payload that opens but is no entry is kept and counted,
//! never dropped; a kind of a newer program comes back as `Event::Unknown` and is written byte for byte.

use crate::backend::Backend;
use crate::error::VaultError;
use crate::report::Report;
use crate::vault::Vault;
use ebb_core::entry::Entry;
use ebb_core::event::v1;

/// What a vault holds, as a diary sees it.
#[derive(Debug)]
pub struct Stored {
    /// Entries, sorted by series and place.
    pub entries: Vec<Entry>,
    /// Payloads that opened and are no entries.
    pub n_unreadable: usize,
    /// What was found on the way.
    pub report: Report,
}

/// Reads every entry.
///
/// # Errors
/// As [`Vault::replay`].
pub async fn read<B: Backend>(vault: &Vault<B>) -> Result<Stored, VaultError> {
    let replay = vault.replay().await?;
    let mut entries = Vec::with_capacity(replay.payloads.len());
    let mut n_unreadable = 0;
    for (_, payload) in &replay.payloads {
        match std::str::from_utf8(payload).ok().and_then(|text| v1::read(text).ok()) {
            Some(entry) => entries.push(entry),
            None => n_unreadable += 1,
        }
    }
    Ok(Stored {
        entries,
        n_unreadable,
        report: replay.report,
    })
}

/// Stores entries, all or nothing. `progress` is told the steps done and the steps in all.
///
/// # Errors
/// As [`Vault::append`].
pub async fn append<B: Backend>(
    vault: &Vault<B>,
    entries: &[Entry],
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), VaultError> {
    let payloads: Vec<String> = entries.iter().map(v1::write).collect();
    vault
        .append_with_progress(&payloads, &mut |at| progress(at.done, at.total))
        .await?;
    Ok(())
}
