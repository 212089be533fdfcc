//! The one door through which randomness comes in.
//!
//! It must never have a source of its own: the program passes one in.

use zeroize::Zeroizing;

use crate::error::{DeviceFailure, VaultError};

/// The source of random bytes failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no random bytes")]
pub struct NoRandomness;

pub(crate) type Entropy = Box<dyn FnMut(&mut [u8]) -> Result<(), NoRandomness>>;

/// Fills the buffer with fresh bytes.
pub(crate) fn fill(entropy: &mut Entropy, buffer: &mut [u8]) -> Result<(), VaultError> {
    entropy(buffer).map_err(|NoRandomness| VaultError::Device(DeviceFailure::Randomness))
}

/// Fresh public bytes: ids, salts, nonces.
pub(crate) fn draw<const N: usize>(entropy: &mut Entropy) -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    fill(entropy, &mut bytes)?;
    Ok(bytes)
}

/// Fresh secret bytes, wiped after use.
pub(crate) fn draw_secret(entropy: &mut Entropy) -> Result<Zeroizing<[u8; 32]>, VaultError> {
    let mut bytes = Zeroizing::new([0; 32]);
    fill(entropy, bytes.as_mut_slice())?;
    Ok(bytes)
}
