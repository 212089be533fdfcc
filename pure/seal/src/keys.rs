//! Keys: passphrase → wrapping key → root key → purpose keys.
//!
//! The chain is in `docs/vault-format.md` section 3. No key leaves this crate, is printed, or is used for two purposes
//! (V4). Every key is wiped when dropped.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::SealError;
use crate::form_c::form_c;
use crate::format::VaultId;
use crate::phrase::RecoveryPhrase;
use crate::primitives::{KeyBytes, argon2id, hkdf_sha256};

/// How costly it is to try one passphrase. Stored in the header, so it can be raised later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Independent lanes.
    pub lanes: u8,
}

impl KdfParams {
    /// 64 MiB, three passes, one lane: the second recommended choice of RFC 9106 with one lane instead of four, because
    /// browsers give one thread.
    pub const RECOMMENDED: KdfParams = KdfParams {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// Costs nothing and protects nothing. For tests only: a real vault never uses it.
    pub const CHEAP_FOR_TESTS: KdfParams = KdfParams {
        memory_kib: 8,
        passes: 1,
        lanes: 1,
    };

    /// Most memory a header may ask for, in KiB (V5).
    pub const MAX_MEMORY_KIB: u32 = 512 * 1024;
    /// Most passes a header may ask for (V5).
    pub const MAX_PASSES: u32 = 16;
    /// Most lanes a header may ask for (V5).
    pub const MAX_LANES: u8 = 4;
    /// Most memory times passes a header may ask for, in KiB: some ten seconds on a phone (V5).
    pub const MAX_WORK_KIB: u64 = 2 * 1024 * 1024;

    /// Refuses parameters that would hang or exhaust the device, and those Argon2 does not define.
    ///
    /// # Errors
    /// [`SealError::KdfRefused`].
    pub fn check(self) -> Result<(), SealError> {
        let least_memory = 8 * u32::from(self.lanes);
        let is_sane = (1..=Self::MAX_LANES).contains(&self.lanes)
            && (1..=Self::MAX_PASSES).contains(&self.passes)
            && (least_memory..=Self::MAX_MEMORY_KIB).contains(&self.memory_kib)
            && u64::from(self.memory_kib) * u64::from(self.passes) <= Self::MAX_WORK_KIB;
        if is_sane { Ok(()) } else { Err(SealError::KdfRefused) }
    }
}

/// A key that wraps the root key and nothing else.
pub(crate) struct WrapKey(pub(crate) KeyBytes);

/// `HKDF(ikm = Argon2id(OpaqueString(passphrase), salt, params), salt = vault id, info = "ebb/1/wrap/passphrase")`
pub(crate) fn derive_passphrase_key(
    passphrase: &str,
    salt: &[u8; 16],
    kdf: KdfParams,
    vault: VaultId,
) -> Result<WrapKey, SealError> {
    let stretched = argon2id(prepare_passphrase(passphrase).as_bytes(), salt, kdf)?;
    Ok(WrapKey(hkdf_sha256(
        stretched.as_slice(),
        &vault.0,
        &[b"ebb/1/wrap/passphrase"],
    )))
}

/// `HKDF(ikm = 32 bytes behind the words, salt = vault id, info = "ebb/1/wrap/phrase")`
pub(crate) fn derive_phrase_key(phrase: &RecoveryPhrase, vault: VaultId) -> WrapKey {
    WrapKey(hkdf_sha256(
        phrase.entropy().as_slice(),
        &vault.0,
        &[b"ebb/1/wrap/phrase"],
    ))
}

/// The same passphrase gives the same bytes on every keyboard: other spaces become U+0020, then Unicode form C.
/// Nothing is trimmed and case is kept (the `OpaqueString` profile of RFC 8265 without its refusals).
pub(crate) fn prepare_passphrase(passphrase: &str) -> Zeroizing<String> {
    let is_space = |letter: char| letter.is_whitespace() && !letter.is_control();
    // Reserved up front so that no unwiped copy is left behind by growing; no space is shorter than U+0020.
    let mut spaced = Zeroizing::new(String::with_capacity(passphrase.len()));
    spaced.extend(
        passphrase
            .chars()
            .map(|letter| if is_space(letter) { ' ' } else { letter }),
    );
    form_c(&spaced)
}

/// The one random key of a vault; everything is derived from it and it never changes (V3).
pub struct RootKey(KeyBytes);

impl RootKey {
    /// The root key made of these 32 fresh random bytes.
    #[must_use]
    pub fn make(entropy: &[u8; 32]) -> Self {
        Self(Zeroizing::new(*entropy))
    }

    /// The keys a running vault needs.
    #[must_use]
    pub fn derive_keys(&self, vault: VaultId) -> VaultKeys {
        let derive = |info: &[u8]| hkdf_sha256(self.0.as_slice(), &vault.0, &[info]);
        VaultKeys {
            vault,
            records: derive(b"ebb/1/records"),
            forks: derive(b"ebb/1/forks"),
            cache: derive(b"ebb/1/cache"),
            cache_names: derive(b"ebb/1/cache-names"),
            backup: derive(b"ebb/1/backup"),
        }
    }

    pub(crate) fn bytes(&self) -> &KeyBytes {
        &self.0
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RootKey(hidden)")
    }
}

/// Purpose keys of one vault: `HKDF(ikm = root, salt = vault id, info = "ebb/1/<purpose>")` (V4).
pub struct VaultKeys {
    /// The vault these keys belong to; part of what every seal authenticates.
    pub(crate) vault: VaultId,
    /// Seals records.
    pub(crate) records: KeyBytes,
    /// Gives the nonces of adopted records.
    pub(crate) forks: KeyBytes,
    /// Seals cache entries.
    pub(crate) cache: KeyBytes,
    /// Hides the names of cache entries.
    pub(crate) cache_names: KeyBytes,
    /// Each backup derives its own key from this one.
    pub(crate) backup: KeyBytes,
}

impl VaultKeys {
    /// The vault these keys belong to.
    #[must_use]
    pub fn vault(&self) -> VaultId {
        self.vault
    }
}

impl fmt::Debug for VaultKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "VaultKeys(hidden, vault {})", self.vault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_the_keyboard_composes_it() {
        assert_eq!(
            *prepare_passphrase("u\u{308}ber\u{a0}alles"),
            *prepare_passphrase("\u{fc}ber alles")
        );
        assert_ne!(*prepare_passphrase(" a"), *prepare_passphrase("a"));
        assert_ne!(*prepare_passphrase("A"), *prepare_passphrase("a"));
    }

    #[test]
    fn parameters_that_would_hang_the_device_are_refused() {
        let good = KdfParams::RECOMMENDED;
        assert_eq!(good.check(), Ok(()));
        assert_eq!(KdfParams::CHEAP_FOR_TESTS.check(), Ok(()));
        for bad in [
            KdfParams {
                memory_kib: u32::MAX,
                ..good
            },
            KdfParams { memory_kib: 7, ..good },
            KdfParams { passes: 0, ..good },
            KdfParams {
                passes: u32::MAX,
                ..good
            },
            KdfParams { lanes: 0, ..good },
            KdfParams { lanes: 255, ..good },
            KdfParams {
                memory_kib: KdfParams::MAX_MEMORY_KIB,
                passes: KdfParams::MAX_PASSES,
                lanes: 1,
            },
        ] {
            assert_eq!(bad.check(), Err(SealError::KdfRefused), "{bad:?}");
        }
    }
}
