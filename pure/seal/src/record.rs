//! A sealed record: one payload of one device, in its place in that device's chain.
//!
//! The first 57 bytes are in clear so that a copy can be ordered and checked without a key; all of them are authenticated
//! (V2). It must never be opened under another place than the one it was sealed for.

use crate::error::SealError;
use crate::format::{
    DeviceId, LENGTH_LEN, MAX_PAYLOAD, NONCE_LEN, Part, SMALLEST_BUCKET, TAG_LEN, VERSION, array_at, bucket,
    push_padded, u64_at, unpadded_len,
};
use crate::keys::VaultKeys;
use crate::primitives::{hkdf_sha256, open_into, seal_in_place, sha256};

/// Length of the part of a record that is in clear, nonce included, in bytes.
pub const CLEAR_LEN: usize = 81;
/// Length of the part of a record that says where it belongs, in bytes.
pub const PLACE_LEN: usize = 57;
/// Length of the shortest record in bytes.
pub const SHORTEST: usize = CLEAR_LEN + SMALLEST_BUCKET + TAG_LEN;

const AT_DEVICE: usize = 1;
const AT_SEQ: usize = 17;
const AT_PREVIOUS: usize = 25;
const AT_NONCE: usize = 57;

/// `SHA-256(sealed record)`: the link of the chain.
pub type RecordHash = [u8; 32];

/// What the first record of a device names as its previous one (V9).
pub const NO_PREVIOUS: RecordHash = [0; 32];

/// Where a record belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordHead {
    /// The series.
    pub device: DeviceId,
    /// Place in the series, from 1.
    pub seq: u64,
    /// Hash of the record before it, or [`NO_PREVIOUS`] for the first.
    pub previous: RecordHash,
}

/// `SHA-256(sealed record)`
#[must_use]
pub fn hash_record(sealed: &[u8]) -> RecordHash {
    sha256(&[sealed])
}

/// Seals one payload for one place. The nonce is 24 fresh random bytes.
///
/// # Errors
/// [`SealError::TooLarge`].
pub fn seal_record(
    keys: &VaultKeys,
    head: &RecordHead,
    nonce: &[u8; NONCE_LEN],
    payload: &[u8],
) -> Result<Vec<u8>, SealError> {
    if payload.len() > MAX_PAYLOAD {
        return Err(SealError::TooLarge {
            bytes: payload.len(),
            limit: MAX_PAYLOAD,
        });
    }
    let mut sealed = Vec::with_capacity(CLEAR_LEN + bucket(LENGTH_LEN + payload.len()) + TAG_LEN);
    sealed.push(VERSION);
    sealed.extend_from_slice(&head.device.0);
    sealed.extend_from_slice(&head.seq.to_be_bytes());
    sealed.extend_from_slice(&head.previous);
    sealed.extend_from_slice(nonce);
    push_padded(payload, &mut sealed);
    let aad = aad(keys, head);
    seal_in_place(&keys.records, nonce, &aad, &mut sealed, CLEAR_LEN)?;
    Ok(sealed)
}

/// Reads where a record belongs, without a key. Authentic only once the record has been opened.
///
/// # Errors
/// [`SealError::Newer`] or [`SealError::Malformed`].
pub fn read_head(sealed: &[u8]) -> Result<RecordHead, SealError> {
    let malformed = |offset| SealError::Malformed {
        part: Part::Record,
        offset,
    };
    match sealed.first() {
        Some(&VERSION) => {}
        Some(&found) if found > VERSION => {
            return Err(SealError::Newer {
                part: Part::Record,
                found,
                supported: VERSION,
            });
        }
        _ => return Err(malformed(0)),
    }
    if sealed.len() < SHORTEST {
        return Err(malformed(sealed.len()));
    }
    let head = RecordHead {
        device: DeviceId(array_at(sealed, AT_DEVICE).ok_or_else(|| malformed(AT_DEVICE))?),
        seq: u64_at(sealed, AT_SEQ).ok_or_else(|| malformed(AT_SEQ))?,
        previous: array_at(sealed, AT_PREVIOUS).ok_or_else(|| malformed(AT_PREVIOUS))?,
    };
    // V9: a series starts at 1, and only its first record has no previous one.
    if head.seq == 0 || (head.seq == 1) != (head.previous == NO_PREVIOUS) {
        return Err(malformed(AT_SEQ));
    }
    Ok(head)
}

/// Opens a record into `payload`, which is replaced; reuse it between records to save allocations.
///
/// # Errors
/// [`SealError::CannotOpen`], [`SealError::Newer`] or [`SealError::Malformed`]; `payload` is then empty.
pub fn open_record(keys: &VaultKeys, sealed: &[u8], payload: &mut Vec<u8>) -> Result<RecordHead, SealError> {
    payload.clear();
    let head = read_head(sealed)?;
    let nonce = array_at(sealed, AT_NONCE).ok_or(SealError::CannotOpen)?;
    let ciphertext = sealed.get(CLEAR_LEN..).ok_or(SealError::CannotOpen)?;
    open_into(&keys.records, &nonce, &aad(keys, &head), ciphertext, payload)?;
    let Some(length) = unpadded_len(payload) else {
        payload.clear();
        return Err(SealError::CannotOpen);
    };
    payload.copy_within(LENGTH_LEN..LENGTH_LEN + length, 0);
    payload.truncate(length);
    Ok(head)
}

/// The series under which the records of a fork are adopted (V13): the first 16 bytes of
/// `SHA-256("ebb/1/fork" || vault id || device id || hash of the first record that differs)`.
#[must_use]
pub fn derive_fork_device(keys: &VaultKeys, device: DeviceId, first_differing: &RecordHash) -> DeviceId {
    let hash = sha256(&[b"ebb/1/fork", &keys.vault.0, &device.0, first_differing]);
    DeviceId(array_at(&hash, 0).unwrap_or_default())
}

/// The nonce of an adopted record: the first 24 bytes of
/// `HKDF(ikm = fork key, salt = hash of the original record, info = "ebb/1/fork-nonce" || device id || seq)`.
///
/// Deterministic, so that adopting the same fork twice gives the same bytes; the place and the original are both inputs, so
/// no two different messages share a nonce.
#[must_use]
pub fn derive_fork_nonce(keys: &VaultKeys, original: &RecordHash, device: DeviceId, seq: u64) -> [u8; NONCE_LEN] {
    let info: [&[u8]; 3] = [b"ebb/1/fork-nonce", &device.0, &seq.to_be_bytes()];
    let bytes = hkdf_sha256(keys.forks.as_slice(), original, &info);
    array_at(bytes.as_slice(), 0).unwrap_or([0; NONCE_LEN])
}

/// `"ebb/1/record" || vault id || record[0..57]` (V2)
fn aad(keys: &VaultKeys, head: &RecordHead) -> [u8; 12 + 16 + PLACE_LEN] {
    let mut aad = [0; 12 + 16 + PLACE_LEN];
    let seq = head.seq.to_be_bytes();
    let parts: [&[u8]; 6] = [
        b"ebb/1/record",
        &keys.vault.0,
        &[VERSION],
        &head.device.0,
        &seq,
        &head.previous,
    ];
    let mut rest = aad.as_mut_slice();
    for part in parts {
        let (place, after) = rest.split_at_mut(part.len());
        place.copy_from_slice(part);
        rest = after;
    }
    aad
}
