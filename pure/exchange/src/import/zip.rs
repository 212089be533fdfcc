//! Opens a small zip archive in memory. Never writes anything, never opens an archive inside an archive, never makes room
//! for a size it was only told of, and refuses two entries of one name rather than choosing between them.

use super::ImportError;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use std::collections::BTreeMap;

/// Most entries: a habit makes two files, so this is some two hundred and fifty habits.
const MAX_ENTRIES: u64 = 512;
/// Most bytes of all entries when opened, by what the directory states and by what comes out.
const MAX_BYTES: u64 = 32 * 1024 * 1024;

/// An archive whose directory has been checked.
pub(crate) struct Archive<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    entries: BTreeMap<String, Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    found: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    size: usize,
    crc: u32,
}

impl<'a> Archive<'a> {
    /// Checks the directory of an archive.
    ///
    /// # Errors
    /// [`ImportError::Malformed`] for a broken directory, an entry that climbs out of its folder and a name that occurs
    /// twice; [`ImportError::TooMany`] beyond the limits; [`ImportError::Encrypted`].
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| damaged("zip"))?;
        let mut entries = BTreeMap::new();
        let mut n_bytes = 0u64;
        let mut directory = archive.entries();
        let mut n_entries = 0;
        while let Some(record) = directory.next_entry().map_err(|_| damaged("zip"))? {
            n_entries += 1;
            if n_entries > MAX_ENTRIES {
                return Err(ImportError::TooMany {
                    what: "zip_entries",
                    limit: MAX_ENTRIES,
                });
            }
            let size = record.uncompressed_size_hint();
            n_bytes = n_bytes.saturating_add(size);
            if n_bytes > MAX_BYTES {
                return Err(ImportError::TooMany {
                    what: "zip_bytes",
                    limit: MAX_BYTES,
                });
            }
            if record.flags().is_encrypted() {
                return Err(ImportError::Encrypted { name: "zip" });
            }
            let name = String::from_utf8_lossy(record.file_path().as_ref()).into_owned();
            if leaves_its_folder(&name) {
                return Err(damaged("zip_path"));
            }
            let entry = Entry {
                found: record.wayfinder(),
                method: record.compression_method(),
                size: usize::try_from(size).map_err(|_| damaged("zip"))?,
                crc: record.crc32(),
            };
            if entries.insert(name, entry).is_some() {
                return Err(damaged("zip_same_name_twice"));
            }
        }
        Ok(Self { archive, entries })
    }

    /// Names of all entries, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The text of an entry; `None` when there is none of that name.
    ///
    /// # Errors
    /// [`ImportError::Malformed`] when the entry is not as large as stated, fails its checksum or is packed in a way
    /// that the format does not use; [`ImportError::Encoding`] when it is not UTF-8.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(entry) = self.entries.get(name) else {
            return Ok(None);
        };
        let packed = self.archive.get_entry(entry.found).map_err(|_| damaged("zip"))?;
        let bytes = match entry.method {
            CompressionMethod::STORE => packed.data().to_vec(),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(packed.data(), entry.size).map_err(|_| damaged("zip"))?
            }
            _ => return Err(damaged("zip_method")),
        };
        if bytes.len() != entry.size || crc32(&bytes) != entry.crc {
            return Err(damaged("zip"));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(bad) => Err(not_text(bad.as_bytes(), bad.utf8_error().valid_up_to())),
        }
    }
}

/// The checksum of zip entries, bit by bit: archives here are small, and the tables of a quick one would weigh on every
/// visit to the app.
fn crc32(bytes: &[u8]) -> u32 {
    let after_bit = |rest: u32, _| rest >> 1 ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 };
    !bytes
        .iter()
        .fold(!0, |rest, byte| (0..8).fold(rest ^ u32::from(*byte), after_bit))
}

/// Absolute paths, drives, steps upwards, and separators of another system.
fn leaves_its_folder(name: &str) -> bool {
    name.starts_with('/') || name.contains(['\\', ':', '\0']) || name.split('/').any(|part| part == "..")
}

fn damaged(what: &'static str) -> ImportError {
    ImportError::Malformed {
        what,
        line: 0,
        column: 0,
    }
}

fn not_text(bytes: &[u8], at: usize) -> ImportError {
    let before = &bytes[..at.min(bytes.len())];
    let n_line_ends = before.iter().filter(|&&b| b == b'\n').count();
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    ImportError::Encoding {
        line: 1 + n_line_ends as u64,
        column: 1 + (before.len() - line_start) as u64,
    }
}
