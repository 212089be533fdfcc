//! A backup: one encrypted file with the vault header and every record, readable with the same passphrase or phrase.
//!
//! The records are sealed a second time in chunks of one size, so the file shows its size in steps of 64 KiB and nothing
//! else. Each chunk says where its first record starts, so a damaged chunk costs only the records that touch it (V11).
//! A file that was cut short is noticed because the last chunk is marked (V10).

use zeroize::Zeroizing;

use crate::error::SealError;
use crate::format::{LENGTH_LEN, NONCE_LEN, Part, TAG_LEN, VERSION, array_at, u32_at};
use crate::header::{HEADER_LEN, Header};
use crate::keys::VaultKeys;
use crate::primitives::{KeyBytes, hkdf_sha256, open_into, seal_in_place};

/// First bytes of a backup.
pub const MAGIC: [u8; 8] = *b"ebbbckup";
/// Length of everything before the first chunk in bytes.
pub const PREAMBLE_LEN: usize = AT_ID + 16;
/// Plaintext of a chunk in bytes.
pub const CHUNK_PLAIN_LEN: usize = 1 << 16;
/// A chunk as stored in bytes.
pub const CHUNK_LEN: usize = CHUNK_PLAIN_LEN + TAG_LEN;

const AT_VERSION: usize = 8;
const AT_HEADER: usize = 9;
const AT_ID: usize = AT_HEADER + HEADER_LEN;
/// "No record starts in this chunk."
const NO_START: u32 = u32::MAX;

/// Writes a backup piece by piece, so that it can go straight to a file.
pub struct BackupWriter<'a> {
    sealer: ChunkSealer<'a>,
    /// Offset of the first record that starts in the current chunk.
    first_start: u32,
    /// Plaintext of the current chunk, place for `first_start` included.
    chunk: Vec<u8>,
}

struct ChunkSealer<'a> {
    keys: &'a VaultKeys,
    key: KeyBytes,
    id: [u8; 16],
    counter: u64,
}

impl<'a> BackupWriter<'a> {
    /// Begins a backup; `id` is 16 fresh random bytes. The preamble goes to `out`.
    pub fn start(keys: &'a VaultKeys, header: &Header, id: [u8; 16], out: &mut Vec<u8>) -> Self {
        out.extend_from_slice(&MAGIC);
        out.push(VERSION);
        out.extend_from_slice(&header.to_bytes());
        out.extend_from_slice(&id);
        let sealer = ChunkSealer {
            keys,
            key: derive_backup_key(keys, &id),
            id,
            counter: 0,
        };
        Self {
            sealer,
            first_start: NO_START,
            chunk: vec![0; LENGTH_LEN],
        }
    }

    /// Adds one sealed record. Finished chunks go to `out`.
    ///
    /// # Errors
    /// [`SealError::TooLarge`] if the record is longer than 2^32 - 1 bytes.
    pub fn push(&mut self, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        let too_large = SealError::TooLarge {
            bytes: sealed.len(),
            limit: u32::MAX as usize,
        };
        let length = u32::try_from(sealed.len()).map_err(|_| too_large)?;
        self.roll(out)?;
        if self.first_start == NO_START {
            self.first_start = u32::try_from(self.chunk.len()).unwrap_or(NO_START);
        }
        for mut piece in [length.to_be_bytes().as_slice(), sealed] {
            while !piece.is_empty() {
                self.roll(out)?;
                let room = CHUNK_PLAIN_LEN - self.chunk.len();
                let (now, later) = piece.split_at(room.min(piece.len()));
                self.chunk.extend_from_slice(now);
                piece = later;
            }
        }
        Ok(())
    }

    /// Ends the backup; without this the file counts as cut short.
    ///
    /// # Errors
    /// None in practice.
    pub fn finish(mut self, out: &mut Vec<u8>) -> Result<(), SealError> {
        self.chunk.resize(CHUNK_PLAIN_LEN, 0);
        self.seal_chunk(true, out)
    }

    /// Seals the current chunk if it is full.
    fn roll(&mut self, out: &mut Vec<u8>) -> Result<(), SealError> {
        if self.chunk.len() < CHUNK_PLAIN_LEN {
            Ok(())
        } else {
            self.seal_chunk(false, out)
        }
    }

    fn seal_chunk(&mut self, is_last: bool, out: &mut Vec<u8>) -> Result<(), SealError> {
        self.chunk.splice(..LENGTH_LEN, self.first_start.to_be_bytes());
        let from = out.len();
        out.extend_from_slice(&self.chunk);
        let sealer = &mut self.sealer;
        let nonce = chunk_nonce(sealer.counter, is_last);
        seal_in_place(&sealer.key, &nonce, &chunk_aad(sealer.keys, &sealer.id), out, from)?;
        sealer.counter += 1;
        self.first_start = NO_START;
        self.chunk.clear();
        self.chunk.resize(LENGTH_LEN, 0);
        Ok(())
    }
}

/// What a backup shows without a key.
#[derive(Debug, Clone, Copy)]
pub struct Preamble {
    /// The vault header as it was when the backup was made.
    pub header: Header,
    id: [u8; 16],
}

/// Reads the beginning of a backup, without a key.
///
/// # Errors
/// [`SealError::NotOurs`], [`SealError::Newer`] or [`SealError::Malformed`].
pub fn read_preamble(bytes: &[u8]) -> Result<Preamble, SealError> {
    if array_at(bytes, 0) != Some(MAGIC) {
        return Err(SealError::NotOurs { part: Part::Backup });
    }
    let malformed = |offset| SealError::Malformed {
        part: Part::Backup,
        offset,
    };
    match bytes.get(AT_VERSION) {
        Some(&VERSION) => {}
        Some(&found) if found > VERSION => {
            return Err(SealError::Newer {
                part: Part::Backup,
                found,
                supported: VERSION,
            });
        }
        _ => return Err(malformed(AT_VERSION)),
    }
    let header = bytes.get(AT_HEADER..AT_ID).ok_or_else(|| malformed(bytes.len()))?;
    let header = Header::read(header).map_err(|problem| match problem {
        SealError::Newer { .. } => problem,
        _ => malformed(AT_HEADER),
    })?;
    Ok(Preamble {
        header,
        id: array_at(bytes, AT_ID).ok_or_else(|| malformed(bytes.len()))?,
    })
}

/// What could be read of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupContents {
    /// Sealed records in the order they were written. They have not been opened yet.
    pub records: Vec<Vec<u8>>,
    /// Chunks that did not open, counted from 0.
    pub damaged_chunks: Vec<u64>,
    /// Whether the last chunk is there and nothing follows it.
    pub is_complete: bool,
}

impl BackupContents {
    /// Whether every byte of the backup was authentic.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.is_complete && self.damaged_chunks.is_empty()
    }
}

/// Reads everything that is readable after the preamble. Damage is told in the result, not as an error.
///
/// # Errors
/// As [`read_preamble`].
pub fn read_backup(keys: &VaultKeys, bytes: &[u8]) -> Result<BackupContents, SealError> {
    let preamble = read_preamble(bytes)?;
    let key = derive_backup_key(keys, &preamble.id);
    let aad = chunk_aad(keys, &preamble.id);
    let body = bytes.get(PREAMBLE_LEN..).unwrap_or_default();
    let mut contents = BackupContents {
        records: Vec::new(),
        damaged_chunks: Vec::new(),
        is_complete: false,
    };
    let mut splitter = Splitter::default();
    let mut plaintext = Zeroizing::new(Vec::new());
    let n_chunks = u64::try_from(body.len().div_ceil(CHUNK_LEN)).unwrap_or(u64::MAX);
    for (index, sealed) in (0_u64..).zip(body.chunks(CHUNK_LEN)) {
        let mut open = |is_last| open_into(&key, &chunk_nonce(index, is_last), &aad, sealed, &mut plaintext).is_ok();
        let is_at_end = index + 1 == n_chunks;
        let is_last = if open(is_at_end) {
            Some(is_at_end)
        } else {
            open(!is_at_end).then_some(!is_at_end)
        };
        // Whatever follows a chunk that says it is the last was not written by us.
        let readable = is_last.filter(|_| !contents.is_complete && plaintext.len() == CHUNK_PLAIN_LEN);
        let Some(is_last) = readable else {
            contents.damaged_chunks.push(index);
            splitter.skip();
            continue;
        };
        contents.is_complete = is_last;
        if splitter.take(&plaintext, &mut contents.records).is_none() {
            contents.damaged_chunks.push(index);
            splitter.skip();
        }
    }
    contents.is_complete &= splitter.is_at_rest();
    Ok(contents)
}

/// Cuts the stream of `length || record` back into records, across chunks.
#[derive(Default)]
struct Splitter {
    /// Bytes of a record whose end has not come yet, its length field included.
    pending: Vec<u8>,
    /// Set after a damaged chunk: wait for the next place where a record starts.
    is_lost: bool,
}

impl Splitter {
    fn skip(&mut self) {
        self.pending.clear();
        self.is_lost = true;
    }

    /// Nothing half read; up to three zeros may be left, too few for a length field.
    fn is_at_rest(&self) -> bool {
        self.pending.len() < LENGTH_LEN && self.pending.iter().all(|byte| *byte == 0)
    }

    /// Takes one opened chunk; nothing if its inner layout is broken.
    fn take(&mut self, plaintext: &[u8], records: &mut Vec<Vec<u8>>) -> Option<()> {
        let mut at = LENGTH_LEN;
        if self.is_lost {
            match u32_at(plaintext, 0)? {
                NO_START => return Some(()),
                start => at = usize::try_from(start).ok()?,
            }
            self.is_lost = false;
        }
        let mut rest = plaintext.get(at..)?;
        loop {
            let missing = LENGTH_LEN.saturating_sub(self.pending.len());
            let (piece, after) = rest.split_at(missing.min(rest.len()));
            self.pending.extend_from_slice(piece);
            rest = after;
            let Some(length) = u32_at(&self.pending, 0) else {
                return Some(());
            };
            if length == 0 {
                self.pending.clear();
                return rest.iter().all(|byte| *byte == 0).then_some(());
            }
            let whole = usize::try_from(length).ok()?.checked_add(LENGTH_LEN)?;
            let missing = whole.checked_sub(self.pending.len())?;
            let (piece, after) = rest.split_at(missing.min(rest.len()));
            self.pending.extend_from_slice(piece);
            rest = after;
            if self.pending.len() < whole {
                return Some(());
            }
            records.push(self.pending.split_off(LENGTH_LEN));
            self.pending.clear();
        }
    }
}

/// `HKDF(ikm = backup key, salt = backup id, info = "ebb/1/backup-file")`
fn derive_backup_key(keys: &VaultKeys, id: &[u8; 16]) -> KeyBytes {
    hkdf_sha256(keys.backup.as_slice(), id, &[b"ebb/1/backup-file"])
}

/// `15 zero bytes || counter (8 bytes) || 1 for the last chunk, else 0`. Unique because the key is this backup's own.
fn chunk_nonce(counter: u64, is_last: bool) -> [u8; NONCE_LEN] {
    let mut nonce = [0; NONCE_LEN];
    nonce[15..23].copy_from_slice(&counter.to_be_bytes());
    nonce[23] = u8::from(is_last);
    nonce
}

/// `"ebb/1/backup" || vault id || version || backup id`
fn chunk_aad(keys: &VaultKeys, id: &[u8; 16]) -> Vec<u8> {
    [b"ebb/1/backup".as_slice(), &keys.vault.0, &[VERSION], id].concat()
}
