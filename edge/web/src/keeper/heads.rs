//! Which records a database holds, told by the last of each series: whether it is still what it was, without opening any.

use ebb_vault::backend::{StoredHead, StoredRow};
use std::fmt::Write as _;

/// The end of a sealed record, which no other record shares.
const SEAL_LEN: usize = 16;

/// The last record of one series.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Head {
    device: Vec<u8>,
    n_rows: i64,
    seq: i64,
    seal: Vec<u8>,
}

/// The last record of every series, in the order of the series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Heads(Vec<Head>);

impl Heads {
    /// Takes a row into account, in any order.
    pub(super) fn see(&mut self, row: StoredRow<'_>) {
        let place = self.0.partition_point(|head| head.device.as_slice() < row.device);
        if self.0.get(place).is_none_or(|head| head.device != row.device) {
            let head = Head {
                device: row.device.to_vec(),
                n_rows: 0,
                seq: i64::MIN,
                seal: Vec::new(),
            };
            self.0.insert(place, head);
        }
        let head = &mut self.0[place];
        head.n_rows += 1;
        if row.seq > head.seq {
            head.seq = row.seq;
            head.seal = seal_of(row.bytes);
        }
    }

    /// These heads after `n_new` records were added to `device`, whose last record is now `last`; `None` if somebody else
    /// wrote there as well.
    pub(super) fn after(&self, device: &[u8], n_new: i64, last: &StoredHead) -> Option<Self> {
        let mut heads = self.clone();
        let head = heads.0.iter_mut().find(|head| head.device == device)?;
        if i64::try_from(last.seq).ok()? != head.seq + n_new {
            return None;
        }
        head.seq += n_new;
        head.n_rows += n_new;
        head.seal = seal_of(&last.bytes);
        Some(heads)
    }

    /// The same text for the same records.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for head in &self.0 {
            hex(&mut text, &head.device);
            // A text has room for everything.
            let _ = write!(text, "/{}/{}/", head.n_rows, head.seq);
            hex(&mut text, &head.seal);
            text.push(' ');
        }
        text
    }
}

fn seal_of(bytes: &[u8]) -> Vec<u8> {
    bytes[bytes.len().saturating_sub(SEAL_LEN)..].to_vec()
}

fn hex(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    fn heads(rows: &[(u8, i64, u8)]) -> Heads {
        let mut heads = Heads::default();
        for (device, seq, content) in rows {
            heads.see(StoredRow {
                device: &[*device; 16],
                seq: *seq,
                bytes: &[*content; 40],
            });
        }
        heads
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter_and_every_change_of_an_end_does() {
        let usual = [(1, 1, 7), (1, 2, 8), (2, 1, 9)];
        let said = heads(&usual).text();
        assert_eq!(heads(&[usual[2], usual[1], usual[0]]).text(), said);
        for other in [
            &[(1, 1, 7), (1, 2, 8)][..],
            &[(1, 1, 7), (1, 2, 6), (2, 1, 9)],
            &[(1, 2, 8), (2, 1, 9)],
            &[(1, 1, 7), (1, 2, 8), (1, 3, 8), (2, 1, 9)],
            &[(1, 1, 7), (1, 2, 8), (3, 1, 9)],
        ] {
            assert_ne!(heads(other).text(), said, "{other:?}");
        }
    }

    #[test]
    fn records_written_here_are_followed_and_those_of_others_are_noticed() {
        let before = heads(&[(1, 1, 7), (2, 1, 9)]);
        let last = |seq| StoredHead {
            seq,
            bytes: vec![5; 40],
        };
        let after = before.after(&[1; 16], 2, &last(3)).unwrap();
        assert_eq!(after, heads(&[(1, 1, 7), (1, 2, 6), (1, 3, 5), (2, 1, 9)]));
        assert_eq!(before.after(&[1; 16], 2, &last(4)), None);
        assert_eq!(before.after(&[3; 16], 1, &last(1)), None);
    }
}
