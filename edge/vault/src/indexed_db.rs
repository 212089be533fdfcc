//! A vault in a browser's own database, from a page or from a worker.
//!
//! Three stores: `meta` holds the header and the series this copy writes, `records` the sealed records under 24 bytes (the
//! device, then the place as a big-endian number), `cache` the cache. Values are bytes. Every write is one transaction with
//! strict durability, so a commit has returned only when the browser has flushed (V14, V15).
//!
//! Written on the plain binding: the libraries around it that we looked at do not ask for strict durability, or return
//! before the transaction has ended, or panic when the storage is full.
//!
//! It must never store part of a commit, make a database anew that was erased under it, or panic.

mod connection;
mod failure;
mod request;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use ebb_seal::{DeviceId, hash_record};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbCursorDirection, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransactionMode};

use self::connection::{Absent, Connection};
use self::failure::Failed;
pub use self::failure::IndexedDbFailure;
use self::request::{Asked, Running, answer};
use crate::backend::{Backend, Change, Commit, Condition, Scan, StoredHead, StoredRow};
use crate::error::BackendError;

/// The layout this program writes; browsers call it the version of the database.
const LAYOUT: u32 = 1;
const META: &str = "meta";
const RECORDS: &str = "records";
const CACHE: &str = "cache";
const HEADER: &str = "header";
const DEVICE: &str = "device";

/// How many rows are fetched at once: enough to hide the way to the database and back, little enough to hold.
const ROWS_AT_ONCE: u32 = 2_000;
/// How many changes lie between two reports of progress.
const CHANGES_BETWEEN_REPORTS: usize = 1024;
const KEY_LEN: usize = 24;

/// A vault in a browser's own database.
pub struct IndexedDbBackend {
    name: String,
    connection: RefCell<Rc<Connection>>,
    has_stepped_aside: Rc<Cell<bool>>,
}

impl fmt::Debug for IndexedDbBackend {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("IndexedDbBackend")
    }
}

impl IndexedDbBackend {
    /// Opens the database of this name and makes it, empty, if it is missing.
    ///
    /// # Errors
    /// [`BackendError::Newer`]; [`BackendError::NotAVault`] if the database is something else; [`BackendError::Full`];
    /// [`BackendError::Io`] with an [`IndexedDbFailure`].
    pub async fn open(name: &str) -> Result<Self, BackendError> {
        let has_stepped_aside = Rc::new(Cell::new(false));
        let connection = Connection::open(name, Absent::Make, has_stepped_aside.clone()).await?;
        Ok(Self {
            name: name.into(),
            connection: RefCell::new(Rc::new(connection)),
            has_stepped_aside,
        })
    }

    /// Deletes the database of this name with everything in it. A missing one is no error.
    ///
    /// # Errors
    /// [`BackendError::Busy`] if another page holds it open and does not let go: it is then deleted when that page closes,
    /// and this may be called again. Otherwise as [`IndexedDbBackend::open`].
    pub async fn remove(name: &str) -> Result<(), BackendError> {
        connection::delete(name).await
    }

    /// Starts a transaction, on a new connection if the browser closed the old one by itself, as some do to an app that
    /// lies in the background. A connection that was given up for another page stays closed.
    async fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<Running, BackendError> {
        let connection = self.connection.borrow().clone();
        match connection.start(stores, mode) {
            Err(failed) if failed.is_closed() => {}
            outcome => return Ok(outcome?),
        }
        if self.has_stepped_aside.get() {
            return Err(IndexedDbFailure::SteppedAside.into());
        }
        let connection = Connection::open(&self.name, Absent::Refuse, self.has_stepped_aside.clone()).await?;
        let connection = Rc::new(connection);
        self.connection.replace(connection.clone());
        Ok(connection.start(stores, mode)?)
    }

    async fn read(&self, store: &str, key: &JsValue) -> Result<Option<Vec<u8>>, BackendError> {
        let running = self.begin(&[store], IdbTransactionMode::Readonly).await?;
        Ok(get(&running.store(store)?, key).await?)
    }
}

impl Backend for IndexedDbBackend {
    async fn header(&self) -> Result<Option<Vec<u8>>, BackendError> {
        self.read(META, &HEADER.into()).await
    }

    async fn device(&self) -> Result<Option<DeviceId>, BackendError> {
        let bytes = self.read(META, &DEVICE.into()).await?;
        // A damaged entry is as good as none: a new series is started.
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(DeviceId))
    }

    async fn head(&self, device: DeviceId) -> Result<Option<StoredHead>, BackendError> {
        let running = self.begin(&[RECORDS], IdbTransactionMode::Readonly).await?;
        Ok(last(&running.store(RECORDS)?, device).await?)
    }

    async fn scan(&self, visit: &mut dyn FnMut(StoredRow<'_>)) -> Result<Scan, BackendError> {
        let running = self.begin(&[RECORDS], IdbTransactionMode::Readonly).await?;
        let store = running.store(RECORDS)?;
        let mut row = Row::default();
        let mut next = Some(Rows::ask(&store, None)?);
        while let Some(asked) = next.take() {
            let keys: Array = asked.keys.answer().await?.unchecked_into();
            match asked.values.answer().await {
                Ok(values) => {
                    // Asked for before these are looked at: the browser fetches while the vault deciphers.
                    next = Rows::ask_after(&store, &keys)?;
                    for (key, value) in keys.iter().zip(values.unchecked_into::<Array>().iter()) {
                        visit(row.set(&key, &value));
                    }
                }
                Err(failed) if failed.is_over() => return Err(failed.into()),
                // One value that cannot be read takes the whole answer along: each is asked for by itself.
                Err(_) => {
                    for key in keys.iter() {
                        let value = value_at(&store, &key).await?;
                        visit(row.set(&key, &value));
                    }
                    next = Rows::ask_after(&store, &keys)?;
                }
            }
        }
        Ok(Scan::Complete)
    }

    async fn cache(&self, name: &[u8; 32]) -> Result<Option<Vec<u8>>, BackendError> {
        self.read(CACHE, &bytes_in(name)).await
    }

    async fn commit(
        &self,
        conditions: &[Condition<'_>],
        changes: &[Change<'_>],
        progress: &mut dyn FnMut(usize),
    ) -> Result<Commit, BackendError> {
        let running = self
            .begin(&[META, RECORDS, CACHE], IdbTransactionMode::Readwrite)
            .await?;
        let stores = Stores::of(&running)?;
        for condition in conditions {
            if !stores.holds(condition).await? {
                return Ok(Commit::Refused);
            }
        }
        for change in changes {
            if !stores.can_heal(change).await? {
                return Ok(Commit::Refused);
            }
        }
        // Everything is asked for in one turn of the event loop, so the transaction cannot end between two changes.
        let mut milestones = Vec::new();
        for (done, change) in (1..).zip(changes) {
            let request = stores.ask(change).map_err(|thrown| Failed::of(&thrown))?;
            if done % CHANGES_BETWEEN_REPORTS == 0 {
                milestones.push((done, Asked::new(request)));
            }
        }
        for (done, asked) in milestones {
            if !asked.is_done().await {
                break;
            }
            progress(done);
        }
        match running.finish().await {
            Ok(()) => {
                progress(changes.len());
                Ok(Commit::Done)
            }
            Err(failed) if failed.is_taken() => Ok(Commit::Refused),
            Err(failed) => Err(failed.into()),
        }
    }
}

/// The stores of a transaction that writes.
struct Stores {
    meta: IdbObjectStore,
    records: IdbObjectStore,
    cache: IdbObjectStore,
}

impl Stores {
    fn of(running: &Running) -> Result<Self, Failed> {
        Ok(Self {
            meta: running.store(META)?,
            records: running.store(RECORDS)?,
            cache: running.store(CACHE)?,
        })
    }

    async fn holds(&self, condition: &Condition<'_>) -> Result<bool, Failed> {
        Ok(match *condition {
            Condition::HeaderIs(expected) => get(&self.meta, &HEADER.into()).await?.as_deref() == expected,
            Condition::HeadIs { device, head } => {
                let stored = last(&self.records, device).await?;
                stored.map(|last| (last.seq, hash_record(&last.bytes))) == head
            }
            Condition::RecordIs { device, seq, bytes } => {
                let key = key_of(device, seq);
                let value = value_at(&self.records, &key).await?;
                !value.is_undefined() && Row::default().set(&key, &value).bytes == bytes
            }
            Condition::NoRecords => answer(self.records.count()).await?.as_f64() == Some(0.0),
        })
    }

    /// Whether there is something to heal, where the change is to heal.
    async fn can_heal(&self, change: &Change<'_>) -> Result<bool, Failed> {
        let Change::Heal { device, seq, .. } = *change else {
            return Ok(true);
        };
        let found = answer(self.records.get_key(&key_of(device, seq))).await?;
        Ok(!found.is_undefined())
    }

    fn ask(&self, change: &Change<'_>) -> Result<IdbRequest, JsValue> {
        match *change {
            Change::Header(bytes) => self.meta.put_with_key(&bytes_in(bytes), &HEADER.into()),
            Change::Device(device) => self.meta.put_with_key(&bytes_in(&device.0), &DEVICE.into()),
            // Unlike putting, adding fails the transaction where the place is taken.
            Change::Record { device, seq, bytes } => self.records.add_with_key(&bytes_in(bytes), &key_of(device, seq)),
            Change::Heal { device, seq, bytes } => self.records.put_with_key(&bytes_in(bytes), &key_of(device, seq)),
            Change::CachePut { name, bytes } => self.cache.put_with_key(&bytes_in(bytes), &bytes_in(&name)),
            Change::CacheClear => self.cache.clear(),
        }
    }
}

/// Some rows that were asked for.
struct Rows {
    keys: Asked,
    values: Asked,
}

impl Rows {
    /// Asks for the first rows, or for the first after a key.
    fn ask(store: &IdbObjectStore, after: Option<&JsValue>) -> Result<Self, Failed> {
        let of = |thrown: JsValue| Failed::of(&thrown);
        let range = match after {
            Some(key) => IdbKeyRange::lower_bound_with_open(key, true).map_err(of)?.into(),
            None => JsValue::UNDEFINED,
        };
        let keys = store
            .get_all_keys_with_key_and_limit(&range, ROWS_AT_ONCE)
            .map_err(of)?;
        let values = store.get_all_with_key_and_limit(&range, ROWS_AT_ONCE).map_err(of)?;
        Ok(Self {
            keys: Asked::new(keys),
            values: Asked::new(values),
        })
    }

    /// Asks for what comes after these keys, unless they were the last.
    fn ask_after(store: &IdbObjectStore, keys: &Array) -> Result<Option<Self>, Failed> {
        match keys.length().checked_sub(1) {
            Some(last) if keys.length() == ROWS_AT_ONCE => Self::ask(store, Some(&keys.get(last))).map(Some),
            _ => Ok(None),
        }
    }
}

/// One row on this side of the border. Reused, so that a scan does not allocate for each.
#[derive(Default)]
struct Row {
    key: Vec<u8>,
    bytes: Vec<u8>,
}

impl Row {
    /// A key that is none of ours counts as filed under an impossible place, a value that is none of ours as empty.
    fn set(&mut self, key: &JsValue, value: &JsValue) -> StoredRow<'_> {
        match key.dyn_ref::<ArrayBuffer>() {
            Some(buffer) => copy(&Uint8Array::new(buffer), &mut self.key),
            None => self.key.clear(),
        }
        match value.dyn_ref::<Uint8Array>() {
            Some(array) => copy(array, &mut self.bytes),
            None => self.bytes.clear(),
        }
        let (device, seq) = match place_in(&self.key) {
            Some((device, seq)) => (device, i64::try_from(seq).unwrap_or(0)),
            None => (self.key.as_slice(), 0),
        };
        StoredRow {
            device,
            seq,
            bytes: &self.bytes,
        }
    }
}

/// The record with the highest place in a series.
async fn last(store: &IdbObjectStore, device: DeviceId) -> Result<Option<StoredHead>, Failed> {
    let of = |thrown: JsValue| Failed::of(&thrown);
    let range = IdbKeyRange::bound(&key_of(device, 0), &key_of(device, u64::MAX)).map_err(of)?;
    let request = store
        .open_key_cursor_with_range_and_direction(&range, IdbCursorDirection::Prev)
        .map_err(of)?;
    let mut row = Row::default();
    while let Ok(cursor) = Asked::new(request.clone()).answer().await?.dyn_into::<IdbCursor>() {
        let key = cursor.key().map_err(of)?;
        row.set(&key, &JsValue::UNDEFINED);
        if let Some((_, seq)) = place_in(&row.key) {
            let value = value_at(store, &key).await?;
            let bytes = row.set(&key, &value).bytes.to_vec();
            return Ok(Some(StoredHead { seq, bytes }));
        }
        // Longer or shorter than a place of ours, and yet between two of them.
        cursor.continue_().map_err(of)?;
    }
    Ok(None)
}

/// What is stored under a key that exists, or null where it cannot be read: a record whose bytes the browser has lost is a
/// damaged one, and healing may replace it. Undefined where there is no such key.
async fn value_at(store: &IdbObjectStore, key: &JsValue) -> Result<JsValue, Failed> {
    match answer(store.get(key)).await {
        Err(failed) if !failed.is_over() => Ok(JsValue::NULL),
        outcome => outcome,
    }
}

async fn get(store: &IdbObjectStore, key: &JsValue) -> Result<Option<Vec<u8>>, Failed> {
    let value = answer(store.get(key)).await?;
    if value.is_undefined() {
        return Ok(None);
    }
    Ok(Some(Row::default().set(&JsValue::UNDEFINED, &value).bytes.to_vec()))
}

fn key_of(device: DeviceId, seq: u64) -> JsValue {
    let mut key = [0; KEY_LEN];
    let (place, number) = key.split_at_mut(device.0.len());
    place.copy_from_slice(&device.0);
    number.copy_from_slice(&seq.to_be_bytes());
    bytes_in(&key)
}

/// The device and the place a key stands for.
fn place_in(key: &[u8]) -> Option<(&[u8], u64)> {
    let (device, seq) = key.split_last_chunk().filter(|_| key.len() == KEY_LEN)?;
    Some((device, u64::from_be_bytes(*seq)))
}

/// A copy on the other side: a view would take the whole memory of the program along.
fn bytes_in(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn copy(array: &Uint8Array, into: &mut Vec<u8>) {
    into.clear();
    into.resize(usize::try_from(array.length()).unwrap_or(0), 0);
    array.copy_to(into);
}
