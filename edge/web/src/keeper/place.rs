//! Where a vault's bytes lie: the browser's database, or memory for the demo.

use ebb_vault::backend::{Change, Commit, Condition, Scan, StoredHead, StoredRow};
use ebb_vault::{Backend, BackendError, DeviceId, MemoryBackend};
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
    Device(Rc<Device>),
    /// Gone when the worker ends.
    Memory(Rc<MemoryBackend>),
}

impl Backend for Place {
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError> {
        match self {
            Self::Device(place) => place.header().await,
            Self::Memory(place) => place.header().await,
        }
    }

    async fn device(&self) -> Result<Option<DeviceId>, BackendError> {
        match self {
            Self::Device(place) => place.device().await,
            Self::Memory(place) => place.device().await,
        }
    }

    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError> {
        match self {
            Self::Device(place) => place.head(device).await,
            Self::Memory(place) => place.head(device).await,
        }
    }

    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError> {
        match self {
            Self::Device(place) => place.scan(visit).await,
            Self::Memory(place) => place.scan(visit).await,
        }
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError> {
        match self {
            Self::Device(place) => place.cache(name).await,
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
            Self::Device(place) => place.commit(conditions, changes, progress).await,
            Self::Memory(place) => place.commit(conditions, changes, progress).await,
        }
    }
}
