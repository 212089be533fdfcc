//! The layout of everything that is stored, byte by byte: names, sizes, offsets, padding.
//!
//! Numbers are big-endian. The tables are in `docs/vault-format.md`; the constants here are the same tables for the
//! compiler. This module must never use a key.

use std::fmt;

/// Version byte of every form in this release (V1).
pub const VERSION: u8 = 1;
/// Length of an authentication tag in bytes.
pub const TAG_LEN: usize = 16;
/// Length of a nonce in bytes.
pub const NONCE_LEN: usize = 24;
/// Length of a key in bytes.
pub const KEY_LEN: usize = 32;
/// Length of the length field before a payload in bytes.
pub const LENGTH_LEN: usize = 4;
/// Largest payload of one record in bytes.
pub const MAX_PAYLOAD: usize = (1 << 20) - LENGTH_LEN;
/// Largest cache entry in bytes.
pub const MAX_CACHE_ENTRY: usize = (1 << 26) - LENGTH_LEN;
/// Smallest padded plaintext in bytes. An ordinary diary entry is one or two of these.
pub const SMALLEST_BUCKET: usize = 256;
/// Above this many bytes buckets stop doubling and become multiples of it.
pub const LARGEST_DOUBLING: usize = 1 << 16;

/// What a sequence of bytes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Part {
    /// The header of a vault: parameters and wrapped root key.
    Header,
    /// One sealed record.
    Record,
    /// One sealed cache entry.
    Cache,
    /// A backup file.
    Backup,
    /// The file or database around all of these.
    Storage,
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Part::Header => "vault header",
            Part::Record => "record",
            Part::Cache => "cache entry",
            Part::Backup => "backup",
            Part::Storage => "vault file",
        })
    }
}

macro_rules! id_newtype {
    ($name:ident, $doc:literal) => {
        #[doc = $doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self)
            }
        }
    };
}

id_newtype!(
    VaultId,
    "Random identity of a vault; the same in every copy and backup of it."
);
id_newtype!(
    DeviceId,
    "Random identity of one series of records; a restored copy gets a new one (V12)."
);

/// Padded length of a plaintext of `len` bytes including its length field: 256, 512, … 65,536, then multiples of 65,536
/// (V8).
#[must_use]
pub fn bucket(len: usize) -> usize {
    if len <= LARGEST_DOUBLING {
        len.next_power_of_two().max(SMALLEST_BUCKET)
    } else {
        len.div_ceil(LARGEST_DOUBLING).saturating_mul(LARGEST_DOUBLING)
    }
}

/// Appends `length(payload) || payload || zeros` to `out`, filling a bucket. The caller has checked the limit.
pub(crate) fn push_padded(payload: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    let padded = bucket(LENGTH_LEN + payload.len());
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(payload);
    out.resize(start + padded, 0);
}

/// Where the payload lies inside an opened plaintext, or nothing if the padding is not the one [`push_padded`] makes.
pub(crate) fn unpadded_len(plaintext: &[u8]) -> Option<usize> {
    let length = usize::try_from(u32_at(plaintext, 0)?).ok()?;
    let end = length.checked_add(LENGTH_LEN)?;
    let is_canonical = bucket(end) == plaintext.len() && plaintext.get(end..)?.iter().all(|byte| *byte == 0);
    is_canonical.then_some(length)
}

/// The `N` bytes at `offset`, or nothing if there are not so many.
pub(crate) fn array_at<const N: usize>(bytes: &[u8], offset: usize) -> Option<[u8; N]> {
    bytes.get(offset..offset.checked_add(N)?)?.try_into().ok()
}

/// The big-endian number of 4 bytes at `offset`.
pub(crate) fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    array_at(bytes, offset).map(u32::from_be_bytes)
}

/// The big-endian number of 8 bytes at `offset`.
pub(crate) fn u64_at(bytes: &[u8], offset: usize) -> Option<u64> {
    array_at(bytes, offset).map(u64::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_double_and_then_step() {
        let table = [
            (4, 256),
            (256, 256),
            (257, 512),
            (65_536, 65_536),
            (65_537, 131_072),
            (131_073, 196_608),
        ];
        for (len, padded) in table {
            assert_eq!(bucket(len), padded, "{len}");
        }
    }

    #[test]
    fn only_the_padding_we_make_is_accepted() {
        let mut plaintext = Vec::new();
        push_padded(b"abc", &mut plaintext);
        assert_eq!(unpadded_len(&plaintext), Some(3));
        let mut dirty = plaintext.clone();
        dirty[255] = 1;
        assert_eq!(unpadded_len(&dirty), None);
        assert_eq!(unpadded_len(&plaintext[..128]), None);
        let mut too_long = plaintext.clone();
        too_long[0] = 0xff;
        assert_eq!(unpadded_len(&too_long), None);
        assert_eq!(unpadded_len(&[]), None);
    }
}
