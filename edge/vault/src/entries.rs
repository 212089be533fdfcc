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
    let mut found = Vec::new();
    let mut n_unreadable = 0;
    // Each payload is read where it was opened: no copy of the plain text stays behind.
    let report = vault
        .visit(
            &mut |id, payload| match std::str::from_utf8(payload).ok().and_then(|text| v1::read(text).ok()) {
                Some(entry) => found.push((id, entry)),
                None => n_unreadable += 1,
            },
        )
        .await?;
    found.sort_by_key(|(id, _)| *id);
    Ok(Stored {
        entries: found.into_iter().map(|(_, entry)| entry).collect(),
        n_unreadable,
        report,
    })
}

/// Stores entries, all or nothing. `progress` is told the steps done and the steps in all.
///
/// # Errors
/// [`VaultError::NotAnEntry`] when an entry could not be read again; else as [`Vault::append`].
pub async fn append<B: Backend>(
    vault: &Vault<B>,
    entries: &[Entry],
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), VaultError> {
    let payloads = entries.iter().map(payload).collect::<Result<Vec<String>, _>>()?;
    vault
        .append_with_progress(&payloads, &mut |at| progress(at.done, at.total))
        .await?;
    Ok(())
}

/// The text that is stored, once it is sure that it says what the entry says: a number that is not finite has no form in
/// JSON, and an entry that cannot be read again would be lost.
fn payload(entry: &Entry) -> Result<String, VaultError> {
    let text = v1::write(entry);
    match v1::read(&text) {
        Ok(again) if again == *entry => Ok(text),
        _ => Err(VaultError::NotAnEntry),
    }
}
