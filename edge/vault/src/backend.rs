//! What a vault asks of the place where its bytes are kept.
//!
//! A backend sees sealed bytes only. Its one writing method is all or nothing and checks its conditions in the same
//! transaction (V14), so two writers cannot both extend the same chain. The methods are `async` because a browser's
//! database is; on native they never wait, and [`crate::block_on`] runs them.

use std::rc::Rc;

use ebb_seal::{DeviceId, RecordHash};

use crate::error::BackendError;

/// One stored row as it lies there. The place may be damaged as well as the bytes, so it is not trusted.
#[derive(Debug, Clone, Copy)]
pub struct StoredRow<'a> {
    /// The device the row is filed under; 16 bytes unless damaged.
    pub device: &'a [u8],
    /// The place it is filed under; at least 1 unless damaged.
    pub seq: i64,
    /// The sealed record.
    pub bytes: &'a [u8],
}

/// The last record of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredHead {
    /// Its place.
    pub seq: u64,
    /// The sealed record.
    pub bytes: Vec<u8>,
}

/// What must be true, inside the transaction, for the changes to happen.
#[derive(Debug, Clone, Copy)]
pub enum Condition<'a> {
    /// The stored header is exactly this, or there is none.
    HeaderIs(Option<&'a [u8]>),
    /// The last record of the series has this place and `SHA-256`, or the series is empty.
    HeadIs {
        /// The series.
        device: DeviceId,
        /// Its last record.
        head: Option<(u64, RecordHash)>,
    },
    /// The record at this place has exactly these bytes.
    RecordIs {
        /// The series.
        device: DeviceId,
        /// The place.
        seq: u64,
        /// The bytes.
        bytes: &'a [u8],
    },
    /// There is no record at all.
    NoRecords,
}

/// One change. There is no way to delete a record.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// Store the header, replacing the old one.
    Header(&'a [u8]),
    /// Store which series this copy of the vault writes.
    Device(DeviceId),
    /// Store a record at a place that is free. A taken place fails the whole commit.
    Record {
        /// The series.
        device: DeviceId,
        /// The place.
        seq: u64,
        /// The sealed record.
        bytes: &'a [u8],
    },
    /// Replace a damaged record by an authentic copy of itself. Guard it with [`Condition::RecordIs`].
    Heal {
        /// The series.
        device: DeviceId,
        /// The place.
        seq: u64,
        /// The sealed record.
        bytes: &'a [u8],
    },
    /// Store a cache entry, replacing the old one.
    CachePut {
        /// Its hidden name.
        name: [u8; 32],
        /// The sealed entry.
        bytes: &'a [u8],
    },
    /// Forget every cache entry.
    CacheClear,
}

/// How a commit ended, when nothing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commit {
    /// Every change is stored and survives a power cut.
    Done,
    /// A condition did not hold, or a place was taken; nothing was changed.
    Refused,
}

/// How a scan ended, when nothing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// Every row was visited.
    Complete,
    /// Some rows could not be reached because the storage is damaged; the others were visited.
    Partial,
}

/// A place where a vault's bytes are kept. [`crate::contract`] says in tests what is meant.
#[expect(
    async_fn_in_trait,
    reason = "nothing here crosses a thread, and browser futures cannot be Send"
)]
pub trait Backend {
    /// The stored header, if any.
    ///
    /// # Errors
    /// [`BackendError`].
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError>;

    /// The series this copy of the vault writes, if any.
    ///
    /// # Errors
    /// [`BackendError`].
    async fn device(&self) -> Result<Option<DeviceId>, BackendError>;

    /// The record with the highest place in a series.
    ///
    /// # Errors
    /// [`BackendError`].
    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError>;

    /// Visits every row once, in any order, from one consistent view.
    ///
    /// # Errors
    /// [`BackendError`], after having visited what could be reached.
    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError>;

    /// A stored cache entry.
    ///
    /// # Errors
    /// [`BackendError`].
    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError>;

    /// Checks the conditions and performs the changes in order, in one transaction that is durable on return (V14, V15).
    /// `progress` is told the number of changes performed so far, from time to time.
    ///
    /// # Errors
    /// [`BackendError`]; then nothing was changed, unless the storage broke down while it was confirming.
    async fn commit(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<Commit, BackendError>;
}

/// A shared backend, so that a failed passphrase does not cost the open file.
impl<B: Backend> Backend for Rc<B> {
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError> {
        (**self).header().await
    }

    async fn device(&self) -> Result<Option<DeviceId>, BackendError> {
        (**self).device().await
    }

    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError> {
        (**self).head(device).await
    }

    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError> {
        (**self).scan(visit).await
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError> {
        (**self).cache(name).await
    }

    async fn commit(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<Commit, BackendError> {
        (**self).commit(conditions, changes, progress).await
    }
}
