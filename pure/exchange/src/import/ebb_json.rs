//! Reads Ebb's own complete file back: the same entries under the same ids, so nothing is ever added twice.

use crate::export::ebb_json::VERSION;
use ebb_core::entry::{Entry, EntryId};
use ebb_core::error::ReadError;
use ebb_core::event::v1;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeSet;

/// Bytes at the start in which the file says what it is.
const HEAD: usize = 64;

/// A file of Ebb's own.
#[derive(Debug, Clone, PartialEq)]
pub struct EbbFile {
    /// Entries in file order.
    pub entries: Vec<Entry>,
}

/// Why such a file was not read; nothing was taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EbbFileError {
    /// Not one of Ebb's files, damaged, or cut off: export it again.
    #[error("not a whole Ebb file: it breaks at line {line}, column {column}")]
    Damaged {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Written by a newer Ebb: update this one.
    #[error("the file has version {found}, this Ebb reads up to {VERSION}")]
    Newer {
        /// Its version.
        found: u32,
    },
    /// One entry is damaged: the file was changed by hand or by accident.
    #[error("entry {number} of the file is damaged")]
    Entry {
        /// Which one, from 1.
        number: usize,
        /// How.
        #[source]
        source: ReadError,
    },
}

#[derive(Deserialize)]
struct Document<'a> {
    ebb_export: u32,
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Head {
    ebb_export: u32,
}

/// Whether the text is meant to be one of Ebb's own files, by its first bytes.
#[must_use]
pub fn is_one(text: &str) -> bool {
    let head: String = text
        .trim_start_matches('\u{feff}')
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(HEAD)
        .collect();
    head.starts_with("{\"ebb_export\":")
}

/// Reads the whole file.
///
/// # Errors
/// [`EbbFileError`] when it is not such a file, of a newer version, or damaged anywhere: a copy is whole or refused.
pub fn read(text: &str) -> Result<EbbFile, EbbFileError> {
    let text = text.trim_start_matches('\u{feff}');
    let damaged = |e: &serde_json::Error| EbbFileError::Damaged {
        line: e.line(),
        column: e.column(),
    };
    let document: Document<'_> = serde_json::from_str(text).map_err(|e| {
        // A newer file may have another shape; its version is worth more than where the shape differs.
        match serde_json::from_str::<Head>(text) {
            Ok(Head { ebb_export }) if ebb_export > VERSION => EbbFileError::Newer { found: ebb_export },
            _ => damaged(&e),
        }
    })?;
    if document.ebb_export > VERSION {
        return Err(EbbFileError::Newer {
            found: document.ebb_export,
        });
    }
    let mut entries = Vec::with_capacity(document.entries.len());
    for (i, raw) in document.entries.into_iter().enumerate() {
        let raw = raw.get();
        let entry = if raw.starts_with('"') {
            let text: String = serde_json::from_str(raw).map_err(|e| damaged(&e))?;
            v1::read(&text)
        } else {
            v1::read(raw)
        };
        entries.push(entry.map_err(|source| EbbFileError::Entry { number: i + 1, source })?);
    }
    Ok(EbbFile { entries })
}

/// The entries of the file that a vault does not hold, to be appended as they are. `known` are the ids of every entry in
/// the vault, also of those taken back: what the person removed does not come back.
#[must_use]
pub fn restore(file: EbbFile, known: &BTreeSet<EntryId>) -> Vec<Entry> {
    let mut seen = BTreeSet::new();
    file.entries
        .into_iter()
        .filter(|e| !known.contains(&e.id) && seen.insert(e.id))
        .collect()
}
