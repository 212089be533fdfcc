//! A sealed cache entry: something that can be computed again. Lost or damaged, it is thrown away without a word.
//!
//! It must never hold the only copy of anything.

use crate::error::SealError;
use crate::format::{
    LENGTH_LEN, MAX_CACHE_ENTRY, NONCE_LEN, Part, TAG_LEN, VERSION, array_at, bucket, push_padded, unpadded_len,
};
use crate::keys::VaultKeys;
use crate::primitives::{hkdf_sha256, open_into, seal_in_place};

const AT_NONCE: usize = 1;
const AT_CIPHERTEXT: usize = AT_NONCE + NONCE_LEN;

/// The name under which an entry is stored, so that names stay hidden too:
/// `HKDF(ikm = cache name key, salt = vault id, info = "ebb/1/cache-name" || name)`.
#[must_use]
pub fn derive_cache_name(keys: &VaultKeys, name: &str) -> [u8; 32] {
    *hkdf_sha256(
        keys.cache_names.as_slice(),
        &keys.vault.0,
        &[b"ebb/1/cache-name", name.as_bytes()],
    )
}

/// Seals one entry. The nonce is 24 fresh random bytes.
///
/// # Errors
/// [`SealError::TooLarge`].
pub fn seal_cache(keys: &VaultKeys, name: &str, nonce: &[u8; NONCE_LEN], content: &[u8]) -> Result<Vec<u8>, SealError> {
    if content.len() > MAX_CACHE_ENTRY {
        return Err(SealError::TooLarge {
            bytes: content.len(),
            limit: MAX_CACHE_ENTRY,
        });
    }
    let mut sealed = Vec::with_capacity(AT_CIPHERTEXT + bucket(LENGTH_LEN + content.len()) + TAG_LEN);
    sealed.push(VERSION);
    sealed.extend_from_slice(nonce);
    push_padded(content, &mut sealed);
    seal_in_place(&keys.cache, nonce, &aad(keys, name), &mut sealed, AT_CIPHERTEXT)?;
    Ok(sealed)
}

/// Opens one entry.
///
/// # Errors
/// [`SealError::CannotOpen`], [`SealError::Newer`] or [`SealError::Malformed`].
pub fn open_cache(keys: &VaultKeys, name: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    match sealed.first() {
        Some(&VERSION) => {}
        Some(&found) if found > VERSION => {
            return Err(SealError::Newer {
                part: Part::Cache,
                found,
                supported: VERSION,
            });
        }
        _ => {
            return Err(SealError::Malformed {
                part: Part::Cache,
                offset: 0,
            });
        }
    }
    let malformed = SealError::Malformed {
        part: Part::Cache,
        offset: sealed.len(),
    };
    let nonce = array_at(sealed, AT_NONCE).ok_or(malformed)?;
    let ciphertext = sealed.get(AT_CIPHERTEXT..).ok_or(malformed)?;
    let mut content = Vec::new();
    open_into(&keys.cache, &nonce, &aad(keys, name), ciphertext, &mut content)?;
    let length = unpadded_len(&content).ok_or(SealError::CannotOpen)?;
    content.copy_within(LENGTH_LEN..LENGTH_LEN + length, 0);
    content.truncate(length);
    Ok(content)
}

/// `"ebb/1/cache" || vault id || version || name`
fn aad(keys: &VaultKeys, name: &str) -> Vec<u8> {
    [b"ebb/1/cache".as_slice(), &keys.vault.0, &[VERSION], name.as_bytes()].concat()
}
