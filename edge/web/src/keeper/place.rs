//! Where a vault's bytes lie: the browser's database, or memory for the demo.

use super::heads::Heads;
use ebb_vault::backend::{Change, Commit, Condition, Scan, StoredHead, StoredRow};
use ebb_vault::{Backend, BackendError, DeviceId, MemoryBackend};
use std::cell::RefCell;
use std::rc::Rc;

#[cfg(target_arch = "wasm32")]
pub(super) use ebb_vault::IndexedDbBackend as Device;

/// On native there is no browser; only the checks of this crate are built there.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Device = MemoryBackend;

/// A vault's place.
#[derive(Clone)]
pub(super) enum Place {
    /// On this device.
    Device(Rc<Device>, Ahead),
    /// Gone when the worker ends.
    Memory(Rc<MemoryBackend>),
}

/// Sealed rows fetched while the person still types the passphrase: fetching is most of the waiting afterwards, and needs
/// no key. They serve one scan; whoever writes throws them away.
#[derive(Clone, Default)]
pub(super) struct Ahead {
    rows: Rc<RefCell<Option<Vec<Row>>>>,
    /// What the last whole scan saw.
    heads: Rc<RefCell<Option<Heads>>>,
}

struct Row {
    device: Vec<u8>,
    seq: i64,
    bytes: Vec<u8>,
}

impl Ahead {
    /// Fetches. What goes wrong is left to the scan that counts.
    pub(super) async fn fetch(&self, device: &Device) {
        let mut rows = Vec::new();
        let mut heads = Heads::default();
        let mut take = |row: StoredRow<'_>| {
            heads.see(row);
            rows.push(Row {
                device: row.device.to_vec(),
                seq: row.seq,
                bytes: row.bytes.to_vec(),
            });
        };
        if matches!(device.scan(&mut take).await, Ok(Scan::Complete)) {
            self.rows.replace(Some(rows));
            self.heads.replace(Some(heads));
        }
    }

    /// Which records the device holds now, as far as they were fetched; fetches them if nobody did.
    pub(super) async fn heads(&self, device: &Device) -> Option<Heads> {
        if self.rows.borrow().is_none() {
            self.fetch(device).await;
        }
        let has_rows = self.rows.borrow().is_some();
        self.heads.borrow().clone().filter(|_| has_rows)
    }

    /// Throws them away.
    pub(super) fn forget(&self) {
        self.rows.replace(None);
    }
}

impl Place {
    /// Which records the last whole scan saw.
    pub(super) fn heads(&self) -> Option<Heads> {
        match self {
            Self::Device(_, ahead) => ahead.heads.borrow().clone(),
            Self::Memory(_) => None,
        }
    }
}

impl Backend for Place {
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError> {
        match self {
            Self::Device(place, _) => place.header().await,
            Self::Memory(place) => place.header().await,
        }
    }

    async fn device(&self) -> Result<Option<DeviceId>, BackendError> {
        match self {
            Self::Device(place, _) => place.device().await,
            Self::Memory(place) => place.device().await,
        }
    }

    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError> {
        match self {
            Self::Device(place, _) => place.head(device).await,
            Self::Memory(place) => place.head(device).await,
        }
    }

    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError> {
        match self {
            Self::Device(place, ahead) => {
                let rows = ahead.rows.borrow_mut().take();
                let Some(rows) = rows else {
                    let mut heads = Heads::default();
                    let mut see = |row: StoredRow<'_>| {
                        heads.see(row);
                        visit(row);
                    };
                    let scan = place.scan(&mut see).await?;
                    ahead.heads.replace((scan == Scan::Complete).then_some(heads));
                    return Ok(scan);
                };
                for row in &rows {
                    visit(StoredRow {
                        device: &row.device,
                        seq: row.seq,
                        bytes: &row.bytes,
                    });
                }
                Ok(Scan::Complete)
            }
            Self::Memory(place) => place.scan(visit).await,
        }
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError> {
        match self {
            Self::Device(place, _) => place.cache(name).await,
            Self::Memory(place) => place.cache(name).await,
        }
    }

    async fn commit(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<Commit, BackendError> {
        match self {
            Self::Device(place, ahead) => {
                ahead.forget();
                place.commit(conditions, changes, progress).await
            }
            Self::Memory(place) => place.commit(conditions, changes, progress).await,
        }
    }
}
