//! Every call to a cryptographic algorithm. Each doc comment is the formula; nothing else in Ebb names one.
//!
//! It must never log, and it gives one error for every failed opening (V7).

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::error::SealError;
use crate::format::{KEY_LEN, NONCE_LEN, TAG_LEN};
use crate::keys::KdfParams;

/// A key in memory; wiped when dropped.
pub(crate) type KeyBytes = Zeroizing<[u8; KEY_LEN]>;

/// `Argon2id(version 0x13, password, salt, m = memory_kib, t = passes, p = lanes, length 32)` (RFC 9106).
pub(crate) fn argon2id(password: &[u8], salt: &[u8; 16], kdf: KdfParams) -> Result<KeyBytes, SealError> {
    kdf.check()?;
    let params = Params::new(kdf.memory_kib, kdf.passes, u32::from(kdf.lanes), Some(KEY_LEN))
        .map_err(|_| SealError::KdfRefused)?;
    let mut memory: Vec<Block> = Vec::new();
    memory
        .try_reserve_exact(params.block_count())
        .map_err(|_| SealError::NoMemory)?;
    memory.resize(params.block_count(), Block::new());
    let mut key = KeyBytes::default();
    let outcome = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        password,
        salt,
        key.as_mut_slice(),
        memory.as_mut_slice(),
    );
    memory.zeroize();
    outcome.map(|()| key).map_err(|_| SealError::KdfRefused)
}

/// `HKDF-SHA-256(ikm, salt, info, length 32)` (RFC 5869).
pub(crate) fn hkdf_sha256(ikm: &[u8], salt: &[u8], info: &[&[u8]]) -> KeyBytes {
    let mut key = KeyBytes::default();
    if Hkdf::<Sha256>::new(Some(salt), ikm)
        .expand_multi_info(info, key.as_mut_slice())
        .is_err()
    {
        unreachable!("32 bytes is within the 8,160 HKDF-SHA-256 can give");
    }
    key
}

/// `SHA-256(parts[0] || parts[1] || …)` (FIPS 180-4).
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// `XChaCha20-Poly1305(key, nonce, aad)` over `buffer[from..]` in place; the tag is appended (draft-irtf-cfrg-xchacha).
pub(crate) fn seal_in_place(
    key: &KeyBytes,
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    buffer: &mut Vec<u8>,
    from: usize,
) -> Result<(), SealError> {
    let plaintext = buffer.get_mut(from..).ok_or(SealError::CannotOpen)?;
    let tag = cipher(key)
        .encrypt_inout_detached(nonce.into(), aad, InOutBuf::from(plaintext))
        .map_err(|_| SealError::CannotOpen)?;
    buffer.extend_from_slice(&tag);
    Ok(())
}

/// The inverse of [`seal_in_place`]: `sealed` is ciphertext and tag, `plaintext` is replaced by what was sealed.
///
/// # Errors
/// [`SealError::CannotOpen`] for every cause; `plaintext` is then empty.
pub(crate) fn open_into(
    key: &KeyBytes,
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    sealed: &[u8],
    plaintext: &mut Vec<u8>,
) -> Result<(), SealError> {
    plaintext.clear();
    let split = sealed.len().checked_sub(TAG_LEN).ok_or(SealError::CannotOpen)?;
    let (ciphertext, tag) = sealed.split_at(split);
    let tag: &[u8; TAG_LEN] = tag.try_into().map_err(|_| SealError::CannotOpen)?;
    plaintext.extend_from_slice(ciphertext);
    let outcome =
        cipher(key).decrypt_inout_detached(nonce.into(), aad, InOutBuf::from(plaintext.as_mut_slice()), tag.into());
    outcome.map_err(|_| {
        plaintext.zeroize();
        SealError::CannotOpen
    })
}

fn cipher(key: &KeyBytes) -> XChaCha20Poly1305 {
    let key: &[u8; KEY_LEN] = key;
    XChaCha20Poly1305::new(key.into())
}
