//! Looking at one stored row: whose it is and whether it opens.
//!
//! It must never believe the place a row is filed under without opening it.

use ebb_seal::record::open_record;
use ebb_seal::{DeviceId, RecordHash, SealError, VaultKeys};

use crate::backend::StoredRow;
use crate::report::RecordId;

/// What one row turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Authentic and in its place.
    Opened { previous: RecordHash },
    /// Written by a newer Ebb; kept as it is.
    Newer { version: u8 },
    /// Changed, or filed under a place it was not sealed for.
    Damaged,
}

impl Sight {
    /// What it names as its previous record, if it opened.
    pub(crate) fn previous(self) -> Option<RecordHash> {
        match self {
            Sight::Opened { previous } => Some(previous),
            Sight::Newer { .. } | Sight::Damaged => None,
        }
    }
}

/// Opens one row; the payload is in `payload` only if it opened.
pub(crate) fn look(keys: &VaultKeys, id: RecordId, bytes: &[u8], payload: &mut Vec<u8>) -> Sight {
    match open_record(keys, bytes, payload) {
        Ok(head) if head.device == id.device && head.seq == id.seq => Sight::Opened {
            previous: head.previous,
        },
        Err(SealError::Newer { found, .. }) => Sight::Newer { version: found },
        _ => Sight::Damaged,
    }
}

/// The place a row is filed under, if it is a possible one.
pub(crate) fn filed_under(row: &StoredRow<'_>) -> Option<RecordId> {
    let device = DeviceId(row.device.try_into().ok()?);
    let seq = u64::try_from(row.seq).ok().filter(|seq| *seq > 0)?;
    Some(RecordId { device, seq })
}
