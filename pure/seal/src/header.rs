//! The vault header: how the root key is wrapped, twice.
//!
//! Once under the passphrase and once under the recovery phrase; neither wrap depends on the bytes of the other, so damage
//! to one leaves the other usable (V6). Changing either rewraps the root key and touches no record (V3).
//!
//! It must never hold an unwrapped key.

use crate::error::SealError;
use crate::format::{KEY_LEN, NONCE_LEN, Part, TAG_LEN, VERSION, VaultId, array_at, u32_at};
use crate::keys::{KdfParams, RootKey, WrapKey, derive_passphrase_key, derive_phrase_key};
use crate::phrase::RecoveryPhrase;
use crate::primitives::{open_into, seal_in_place, sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// First bytes of a header.
pub const MAGIC: [u8; 8] = *b"ebbvault";
/// Length of a version 1 header in bytes.
pub const HEADER_LEN: usize = 259;

const KDF_ARGON2ID: u8 = 1;
const WRAPPED_LEN: usize = KEY_LEN + TAG_LEN;
const AT_VERSION: usize = 8;
const AT_VAULT: usize = 9;
const AT_KDF: usize = 25;
const AT_MEMORY: usize = 26;
const AT_PASSES: usize = 30;
const AT_LANES: usize = 34;
const AT_SALT: usize = 35;
const AT_PASSPHRASE_WRAP: usize = 51;
const AT_PHRASE_WRAP: usize = AT_PASSPHRASE_WRAP + SIDE_LEN;
const SIDE_LEN: usize = NONCE_LEN + WRAPPED_LEN + CHECK_LEN;
const CHECK_LEN: usize = 32;

/// Fresh random bytes for a new header.
pub struct HeaderEntropy {
    /// Becomes the vault id.
    pub vault: [u8; 16],
    /// Becomes the root key.
    pub root: Zeroizing<[u8; 32]>,
    /// For the passphrase wrap.
    pub passphrase: RewrapEntropy,
    /// Nonce of the phrase wrap.
    pub phrase_nonce: [u8; NONCE_LEN],
}

/// Fresh random bytes for one passphrase wrap.
pub struct RewrapEntropy {
    /// Salt of the key derivation.
    pub salt: [u8; 16],
    /// Nonce of the wrap.
    pub nonce: [u8; NONCE_LEN],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wrap {
    nonce: [u8; NONCE_LEN],
    sealed: [u8; WRAPPED_LEN],
    check: [u8; CHECK_LEN],
}

/// A header as stored. It holds no secret in clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    vault: VaultId,
    kdf_id: u8,
    kdf: KdfParams,
    salt: [u8; 16],
    passphrase_wrap: Wrap,
    phrase_wrap: Wrap,
}

/// The two ways in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The part of the header the passphrase opens.
    Passphrase,
    /// The part of the header the recovery phrase opens.
    Phrase,
}

impl Header {
    /// A new vault: fresh identity, fresh root key, both wraps.
    ///
    /// # Errors
    /// [`SealError::KdfRefused`] or [`SealError::NoMemory`].
    pub fn make(
        passphrase: &str,
        phrase: &RecoveryPhrase,
        kdf: KdfParams,
        entropy: &HeaderEntropy,
    ) -> Result<(Self, RootKey), SealError> {
        let blank = Wrap {
            nonce: [0; NONCE_LEN],
            sealed: [0; WRAPPED_LEN],
            check: [0; CHECK_LEN],
        };
        let header = Self {
            vault: VaultId(entropy.vault),
            kdf_id: KDF_ARGON2ID,
            kdf,
            salt: [0; 16],
            passphrase_wrap: blank,
            phrase_wrap: blank,
        };
        let root = RootKey::make(&entropy.root);
        let header = header.with_passphrase(&root, passphrase, kdf, &entropy.passphrase)?;
        let header = header.with_phrase(&root, phrase, entropy.phrase_nonce)?;
        Ok((header, root))
    }

    /// The same vault under another passphrase. `kdf` is the caller's, never the stored one, so a tampered header cannot
    /// talk a new passphrase into weak parameters (V5).
    ///
    /// # Errors
    /// [`SealError::KdfRefused`] or [`SealError::NoMemory`].
    pub fn with_passphrase(
        mut self,
        root: &RootKey,
        passphrase: &str,
        kdf: KdfParams,
        entropy: &RewrapEntropy,
    ) -> Result<Self, SealError> {
        self.kdf_id = KDF_ARGON2ID;
        self.kdf = kdf;
        self.salt = entropy.salt;
        let key = derive_passphrase_key(passphrase, &self.salt, kdf, self.vault)?;
        self.passphrase_wrap = wrap(&key, entropy.nonce, &self.passphrase_aad(), root)?;
        self.passphrase_wrap.check = self.check(Side::Passphrase);
        Ok(self)
    }

    /// The same vault under another recovery phrase; the old one no longer opens it.
    ///
    /// # Errors
    /// None in practice; the result keeps the shape of its sibling.
    pub fn with_phrase(
        mut self,
        root: &RootKey,
        phrase: &RecoveryPhrase,
        nonce: [u8; NONCE_LEN],
    ) -> Result<Self, SealError> {
        let key = derive_phrase_key(phrase, self.vault);
        self.phrase_wrap = wrap(&key, nonce, &self.phrase_aad(), root)?;
        self.phrase_wrap.check = self.check(Side::Phrase);
        Ok(self)
    }

    /// Unwraps the root key with the passphrase.
    ///
    /// # Errors
    /// [`SealError::CannotOpen`], [`SealError::KdfRefused`] or [`SealError::NoMemory`].
    pub fn open_with_passphrase(&self, passphrase: &str) -> Result<RootKey, SealError> {
        if self.kdf_id != KDF_ARGON2ID {
            return Err(SealError::KdfRefused);
        }
        let key = derive_passphrase_key(passphrase, &self.salt, self.kdf, self.vault)?;
        unwrap(&key, &self.passphrase_wrap, &self.passphrase_aad())
    }

    /// Unwraps the root key with the recovery phrase.
    ///
    /// # Errors
    /// [`SealError::CannotOpen`].
    pub fn open_with_phrase(&self, phrase: &RecoveryPhrase) -> Result<RootKey, SealError> {
        unwrap(
            &derive_phrase_key(phrase, self.vault),
            &self.phrase_wrap,
            &self.phrase_aad(),
        )
    }

    /// The vault this header belongs to.
    #[must_use]
    pub fn vault(&self) -> VaultId {
        self.vault
    }

    /// The stored cost of trying one passphrase.
    #[must_use]
    pub fn kdf(&self) -> KdfParams {
        self.kdf
    }

    /// Whether the plain checksum of one side fits. When it does, a wrap that does not open means a wrong secret; when it
    /// does not, it may mean damage. The checksum needs no key and protects from accidents only (V6).
    #[must_use]
    pub fn is_intact(&self, side: Side) -> bool {
        self.check(side).ct_eq(&self.wrap(side).check).into()
    }

    /// The 259 bytes to store.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.public_part();
        for wrap in [&self.passphrase_wrap, &self.phrase_wrap] {
            bytes.extend_from_slice(&wrap.nonce);
            bytes.extend_from_slice(&wrap.sealed);
            bytes.extend_from_slice(&wrap.check);
        }
        bytes
    }

    /// Reads stored bytes. Never panics, never runs a key derivation.
    ///
    /// # Errors
    /// [`SealError::NotOurs`], [`SealError::Newer`], [`SealError::Malformed`]. Parameters out of bounds are reported by
    /// opening with the passphrase, so the recovery phrase still works.
    pub fn read(bytes: &[u8]) -> Result<Self, SealError> {
        if array_at(bytes, 0) != Some(MAGIC) {
            return Err(SealError::NotOurs { part: Part::Header });
        }
        let malformed = |offset| SealError::Malformed {
            part: Part::Header,
            offset,
        };
        match bytes.get(AT_VERSION) {
            Some(&VERSION) => {}
            Some(&found) if found > VERSION => {
                return Err(SealError::Newer {
                    part: Part::Header,
                    found,
                    supported: VERSION,
                });
            }
            _ => return Err(malformed(AT_VERSION)),
        }
        if bytes.len() != HEADER_LEN {
            return Err(malformed(bytes.len().min(HEADER_LEN)));
        }
        let wrap_at = |offset: usize| {
            let nonce = array_at(bytes, offset)?;
            let sealed = array_at(bytes, offset + NONCE_LEN)?;
            Some(Wrap {
                nonce,
                sealed,
                check: array_at(bytes, offset + NONCE_LEN + WRAPPED_LEN)?,
            })
        };
        Ok(Self {
            vault: VaultId(array_at(bytes, AT_VAULT).ok_or_else(|| malformed(AT_VAULT))?),
            kdf_id: *bytes.get(AT_KDF).ok_or_else(|| malformed(AT_KDF))?,
            kdf: KdfParams {
                memory_kib: u32_at(bytes, AT_MEMORY).ok_or_else(|| malformed(AT_MEMORY))?,
                passes: u32_at(bytes, AT_PASSES).ok_or_else(|| malformed(AT_PASSES))?,
                lanes: *bytes.get(AT_LANES).ok_or_else(|| malformed(AT_LANES))?,
            },
            salt: array_at(bytes, AT_SALT).ok_or_else(|| malformed(AT_SALT))?,
            passphrase_wrap: wrap_at(AT_PASSPHRASE_WRAP).ok_or_else(|| malformed(AT_PASSPHRASE_WRAP))?,
            phrase_wrap: wrap_at(AT_PHRASE_WRAP).ok_or_else(|| malformed(AT_PHRASE_WRAP))?,
        })
    }

    fn wrap(&self, side: Side) -> &Wrap {
        match side {
            Side::Passphrase => &self.passphrase_wrap,
            Side::Phrase => &self.phrase_wrap,
        }
    }

    /// `SHA-256(header[0..51] || passphrase nonce || passphrase wrap)`, or
    /// `SHA-256(header[0..25] || phrase nonce || phrase wrap)`.
    fn check(&self, side: Side) -> [u8; CHECK_LEN] {
        let public = self.public_part();
        let covered = match side {
            Side::Passphrase => AT_PASSPHRASE_WRAP,
            Side::Phrase => AT_KDF,
        };
        let wrap = self.wrap(side);
        sha256(&[public.get(..covered).unwrap_or_default(), &wrap.nonce, &wrap.sealed])
    }

    /// Bytes 0 to 50: everything before the wraps.
    fn public_part(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER_LEN);
        bytes.extend_from_slice(&MAGIC);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.vault.0);
        bytes.push(self.kdf_id);
        bytes.extend_from_slice(&self.kdf.memory_kib.to_be_bytes());
        bytes.extend_from_slice(&self.kdf.passes.to_be_bytes());
        bytes.push(self.kdf.lanes);
        bytes.extend_from_slice(&self.salt);
        bytes
    }

    /// `"ebb/1/wrap/passphrase" || header[0..51]`
    fn passphrase_aad(&self) -> Vec<u8> {
        [b"ebb/1/wrap/passphrase".as_slice(), &self.public_part()].concat()
    }

    /// `"ebb/1/wrap/phrase" || header[0..25]`: nothing of the passphrase side (V6).
    fn phrase_aad(&self) -> Vec<u8> {
        [b"ebb/1/wrap/phrase".as_slice(), &MAGIC, &[VERSION], &self.vault.0].concat()
    }
}

/// `XChaCha20-Poly1305(wrap key, nonce, aad, root key)`
fn wrap(key: &WrapKey, nonce: [u8; NONCE_LEN], aad: &[u8], root: &RootKey) -> Result<Wrap, SealError> {
    let mut buffer = Zeroizing::new(Vec::with_capacity(WRAPPED_LEN));
    buffer.extend_from_slice(root.bytes().as_slice());
    seal_in_place(&key.0, &nonce, aad, &mut buffer, 0)?;
    let sealed = array_at(&buffer, 0).ok_or(SealError::CannotOpen)?;
    Ok(Wrap {
        nonce,
        sealed,
        check: [0; CHECK_LEN],
    })
}

fn unwrap(key: &WrapKey, wrap: &Wrap, aad: &[u8]) -> Result<RootKey, SealError> {
    let mut buffer = Zeroizing::new(Vec::with_capacity(WRAPPED_LEN));
    open_into(&key.0, &wrap.nonce, aad, &wrap.sealed, &mut buffer)?;
    let root = Zeroizing::new(array_at(&buffer, 0).ok_or(SealError::CannotOpen)?);
    Ok(RootKey::make(&root))
}
