//! What was found in a vault: how much is readable, and what is not.
//!
//! It must never hold a payload.

use std::collections::BTreeMap;

use ebb_seal::record::NO_PREVIOUS;
use ebb_seal::{DeviceId, RecordHash, Side};

/// Which record: the series and the place in it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The series.
    pub device: DeviceId,
    /// The place.
    pub seq: u64,
}

/// How one series of records looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The series.
    pub device: DeviceId,
    /// Highest place present.
    pub last: u64,
    /// Records that opened.
    pub readable: u64,
}

/// Something that is not as it was written. Everything not named by a problem is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Problem {
    /// This record does not open. Merging a backup that has it heals it.
    DamagedRecord {
        /// Which.
        id: RecordId,
    },
    /// This record was written by a newer Ebb; it is kept.
    NewerRecord {
        /// Which.
        id: RecordId,
        /// Its version byte.
        version: u8,
    },
    /// These places of a series are missing. Merging a backup that has them fills them.
    Gap {
        /// The series.
        device: DeviceId,
        /// First missing place.
        from: u64,
        /// Last missing place.
        to: u64,
    },
    /// This record opens, but does not follow the one before it: one of the two was put there from elsewhere.
    ChainBroken {
        /// The later of the two.
        id: RecordId,
    },
    /// So many rows are filed under an impossible place.
    MisfiledRows {
        /// How many.
        count: u64,
    },
    /// Part of the storage could not be reached at all.
    UnreadableStorage,
    /// One of the two ways in is damaged. Setting a new passphrase, or making a new recovery phrase, repairs it.
    DamagedHeader {
        /// Which way in.
        side: Side,
    },
}

/// What was found in a vault.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Records that opened.
    pub readable: u64,
    /// Every series, sorted by device.
    pub series: Vec<Series>,
    /// Everything that is not as it was written, sorted.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Whether everything is as it was written. Records of a newer Ebb are no damage.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.problems
            .iter()
            .all(|problem| matches!(problem, Problem::NewerRecord { .. }))
    }

    /// Records that do not open.
    #[must_use]
    pub fn damaged(&self) -> usize {
        self.problems
            .iter()
            .filter(|problem| matches!(problem, Problem::DamagedRecord { .. }))
            .count()
    }
}

/// One visited record, as the chain check needs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) seq: u64,
    pub(crate) hash: RecordHash,
    /// What it names as its previous record, if it opened.
    pub(crate) previous: Option<RecordHash>,
    /// Whether its own bytes are what they should be: opened, or of a newer version.
    pub(crate) is_whole: bool,
}

/// Collects links while scanning, then judges the chains.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    links: BTreeMap<DeviceId, Vec<Link>>,
}

impl Chains {
    pub(crate) fn push(&mut self, device: DeviceId, link: Link) {
        self.links.entry(device).or_default().push(link);
    }

    /// Adds series, gaps and broken chains to the report (V9).
    pub(crate) fn judge(self, report: &mut Report) {
        for (device, mut links) in self.links {
            links.sort_unstable_by_key(|link| link.seq);
            let mut before = Link {
                seq: 0,
                hash: NO_PREVIOUS,
                previous: None,
                is_whole: true,
            };
            for link in &links {
                let is_next = link.seq == before.seq + 1;
                if link.seq > before.seq + 1 {
                    report.problems.push(Problem::Gap {
                        device,
                        from: before.seq + 1,
                        to: link.seq - 1,
                    });
                }
                // A damaged neighbor is reported for itself; its hash says nothing about this record.
                let is_broken = link.previous.is_some_and(|previous| previous != before.hash);
                if is_next && before.is_whole && is_broken {
                    report.problems.push(Problem::ChainBroken {
                        id: RecordId { device, seq: link.seq },
                    });
                }
                before = *link;
            }
            let n_readable = links.iter().filter(|link| link.previous.is_some()).count();
            let readable = u64::try_from(n_readable).unwrap_or(u64::MAX);
            report.series.push(Series {
                device,
                last: before.seq,
                readable,
            });
        }
        report.problems.sort_unstable();
        report.problems.dedup();
    }
}
