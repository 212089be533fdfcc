//! A vault that lives as long as the program. For tests, for a first look, and as the plain statement of what a backend is.
//!
//! It must never be the only place of something a person wants to keep.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ebb_seal::{DeviceId, hash_record};

use crate::backend::{Backend, Change, Commit, Condition, Scan, StoredHead, StoredRow};
use crate::error::BackendError;

/// Keeps sealed bytes in memory. A clone is a separate copy, like a copied file.
#[derive(Debug, Clone, Default)]
pub struct MemoryBackend {
    content: RefCell<Content>,
}

#[derive(Debug, Clone, Default)]
struct Content {
    header: Option<Vec<u8>>,
    device: Option<DeviceId>,
    records: BTreeMap<(DeviceId, u64), Vec<u8>>,
    cache: BTreeMap<[u8; 32], Vec<u8>>,
}

impl MemoryBackend {
    /// An empty place.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Content {
    fn last(&self, device: DeviceId) -> Option<(u64, &Vec<u8>)> {
        let (&(_, seq), bytes) = self.records.range((device, 0)..=(device, u64::MAX)).next_back()?;
        Some((seq, bytes))
    }

    fn holds(&self, condition: &Condition<'_>) -> bool {
        match *condition {
            Condition::HeaderIs(expected) => self.header.as_deref() == expected,
            Condition::HeadIs { device, head } => {
                self.last(device).map(|(seq, bytes)| (seq, hash_record(bytes))) == head
            }
            Condition::RecordIs { device, seq, bytes } => {
                self.records.get(&(device, seq)).is_some_and(|stored| stored == bytes)
            }
            Condition::NoRecords => self.records.is_empty(),
        }
    }

    fn is_free(&self, change: &Change<'_>) -> bool {
        match *change {
            Change::Record { device, seq, .. } => !self.records.contains_key(&(device, seq)),
            Change::Heal { device, seq, .. } => self.records.contains_key(&(device, seq)),
            Change::Header(_) | Change::Device(_) | Change::CachePut { .. } | Change::CacheClear => true,
        }
    }

    fn apply(&mut self, change: &Change<'_>) {
        match *change {
            Change::Header(bytes) => self.header = Some(bytes.to_vec()),
            Change::Device(device) => self.device = Some(device),
            Change::Record { device, seq, bytes } | Change::Heal { device, seq, bytes } => {
                self.records.insert((device, seq), bytes.to_vec());
            }
            Change::CachePut { name, bytes } => {
                self.cache.insert(name, bytes.to_vec());
            }
            Change::CacheClear => self.cache.clear(),
        }
    }
}

impl Backend for MemoryBackend {
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError> {
        Ok(self.content.borrow().header.clone())
    }

    async fn device(&self) -> Result<Option<DeviceId>, BackendError> {
        Ok(self.content.borrow().device)
    }

    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError> {
        let content = self.content.borrow();
        Ok(content.last(device).map(|(seq, bytes)| StoredHead {
            seq,
            bytes: bytes.clone(),
        }))
    }

    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError> {
        for ((device, seq), bytes) in &self.content.borrow().records {
            visit(StoredRow {
                device: &device.0,
                seq: i64::try_from(*seq).unwrap_or(0),
                bytes,
            });
        }
        Ok(Scan::Complete)
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError> {
        Ok(self.content.borrow().cache.get(name).cloned())
    }

    async fn commit(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<Commit, BackendError> {
        let mut content = self.content.borrow_mut();
        let mut places = std::collections::BTreeSet::new();
        let is_twice = changes.iter().any(|change| match *change {
            Change::Record { device, seq, .. } => !places.insert((device, seq)),
            _ => false,
        });
        let is_allowed = conditions.iter().all(|condition| content.holds(condition))
            && changes.iter().all(|change| content.is_free(change));
        if is_twice || !is_allowed {
            return Ok(Commit::Refused);
        }
        changes.iter().for_each(|change| content.apply(change));
        progress(changes.len());
        Ok(Commit::Done)
    }
}
