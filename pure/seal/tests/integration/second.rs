//! `docs/vault-format.md` written a second time, over another library and without looking at the first. Slow and plain.

use dryoc::classic::crypto_aead_xchacha20poly1305_ietf::{
    crypto_aead_xchacha20poly1305_ietf_decrypt, crypto_aead_xchacha20poly1305_ietf_encrypt,
};
use dryoc::classic::crypto_kdf::{crypto_kdf_hkdf_sha256_expand, crypto_kdf_hkdf_sha256_extract};
use dryoc::classic::crypto_pwhash::{PasswordHashAlgorithm, crypto_pwhash};

pub(crate) fn argon2id(passphrase: &[u8], salt: &[u8], passes: u64, memory_kib: usize) -> [u8; 32] {
    let mut out = [0; 32];
    crypto_pwhash(
        &mut out,
        passphrase,
        salt,
        passes,
        memory_kib * 1024,
        PasswordHashAlgorithm::Argon2id13,
    )
    .unwrap();
    out
}

pub(crate) fn hkdf(ikm: &[u8], salt: &[u8], info: &[u8]) -> [u8; 32] {
    let mut extracted = Default::default();
    crypto_kdf_hkdf_sha256_extract(&mut extracted, Some(salt), ikm);
    let mut out = [0; 32];
    crypto_kdf_hkdf_sha256_expand(&mut out, info, &extracted).unwrap();
    out
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    dryoc::sha256::Sha256::compute_into_bytes(&mut out, bytes);
    out
}

pub(crate) fn seal(key: &[u8; 32], nonce: &[u8; 24], aad: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let mut out = vec![0; plaintext.len() + 16];
    crypto_aead_xchacha20poly1305_ietf_encrypt(&mut out, plaintext, Some(aad), nonce, key).unwrap();
    out
}

pub(crate) fn open(key: &[u8; 32], nonce: &[u8], aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![0; sealed.len() - 16];
    let nonce = nonce.try_into().unwrap();
    crypto_aead_xchacha20poly1305_ietf_decrypt(&mut out, sealed, Some(aad), nonce, key)
        .ok()
        .map(|()| out)
}

/// Section 2: length, payload, zeros up to the bucket.
pub(crate) fn pad(payload: &[u8]) -> Vec<u8> {
    let mut size = 256;
    while size < payload.len() + 4 {
        size += if size < 65_536 { size } else { 65_536 };
    }
    let mut padded = vec![0; size];
    padded[..4].copy_from_slice(&u32::try_from(payload.len()).unwrap().to_be_bytes());
    padded[4..4 + payload.len()].copy_from_slice(payload);
    padded
}

pub(crate) fn unpad(padded: &[u8]) -> Vec<u8> {
    let length = u32::from_be_bytes(padded[..4].try_into().unwrap()) as usize;
    padded[4..4 + length].to_vec()
}

/// Section 4: a header, opened from either side.
pub(crate) fn root_by_passphrase(header: &[u8], passphrase: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().unwrap());
    assert_eq!((header[25], header[34]), (1, 1));
    let stretched = argon2id(passphrase, &header[35..51], number(30).into(), number(26) as usize);
    let key = hkdf(&stretched, &header[9..25], b"ebb/1/wrap/passphrase");
    assert_eq!(sha256(&header[..123]), header[123..155]);
    open(
        &key,
        &header[51..75],
        &[b"ebb/1/wrap/passphrase", &header[..51]].concat(),
        &header[75..123],
    )
}

pub(crate) fn root_by_phrase(header: &[u8], entropy: &[u8]) -> Option<Vec<u8>> {
    let key = hkdf(entropy, &header[9..25], b"ebb/1/wrap/phrase");
    assert_eq!(sha256(&[&header[..25], &header[155..227]].concat()), header[227..259]);
    open(
        &key,
        &header[155..179],
        &[b"ebb/1/wrap/phrase", &header[..25]].concat(),
        &header[179..227],
    )
}

/// Section 5: a record.
pub(crate) fn seal_record(root: &[u8], vault: &[u8; 16], place: &[u8], nonce: &[u8; 24], payload: &[u8]) -> Vec<u8> {
    let key = hkdf(root, vault, b"ebb/1/records");
    let aad = [b"ebb/1/record", vault.as_slice(), place].concat();
    [place, nonce, &seal(&key, nonce, &aad, &pad(payload))].concat()
}

pub(crate) fn open_record(root: &[u8], vault: &[u8; 16], sealed: &[u8]) -> Option<Vec<u8>> {
    let key = hkdf(root, vault, b"ebb/1/records");
    let aad = [b"ebb/1/record", vault.as_slice(), &sealed[..57]].concat();
    open(&key, &sealed[57..81], &aad, &sealed[81..]).map(|padded| unpad(&padded))
}

/// Section 6: a cache entry.
pub(crate) fn open_cache(root: &[u8], vault: &[u8; 16], name: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let key = hkdf(root, vault, b"ebb/1/cache");
    let aad = [b"ebb/1/cache", vault.as_slice(), &[1], name.as_bytes()].concat();
    open(&key, &sealed[1..25], &aad, &sealed[25..]).map(|padded| unpad(&padded))
}

/// Section 7: the records of an intact backup.
pub(crate) fn read_backup(root: &[u8], vault: &[u8; 16], file: &[u8]) -> Vec<Vec<u8>> {
    let id = &file[268..284];
    let key = hkdf(&hkdf(root, vault, b"ebb/1/backup"), id, b"ebb/1/backup-file");
    let aad = [b"ebb/1/backup", vault.as_slice(), &[1], id].concat();
    let chunks: Vec<&[u8]> = file[284..].chunks(65_552).collect();
    let mut stream = Vec::new();
    for (index, chunk) in chunks.iter().enumerate() {
        let mut nonce = [0; 24];
        nonce[15..23].copy_from_slice(&(index as u64).to_be_bytes());
        nonce[23] = u8::from(index + 1 == chunks.len());
        stream.extend_from_slice(&open(&key, &nonce, &aad, chunk).unwrap()[4..]);
    }
    let mut records = Vec::new();
    let mut rest = stream.as_slice();
    while rest.len() > 3 {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        if length == 0 {
            break;
        }
        records.push(rest[4..4 + length].to_vec());
        rest = &rest[4 + length..];
    }
    assert!(rest.iter().all(|byte| *byte == 0));
    records
}
