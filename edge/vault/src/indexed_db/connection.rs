//! One connection to a browser's database: making the database, opening it, stepping aside, deleting it.
//!
//! It must never leave a database half laid out, and never stand in the way of another page that wants to change or delete
//! it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransactionMode, IdbVersionChangeEvent};

use super::failure::{Failed, IndexedDbFailure};
use super::request::{Asked, Running, first_call};
use super::{CACHE, LAYOUT, META, RECORDS};
use crate::error::BackendError;

/// What to do where there is no database of that name yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    Make,
    Refuse,
}

/// An open connection. Dropping it closes it.
pub(super) struct Connection {
    database: IdbDatabase,
    /// Kept as long as it may be called.
    _step_aside: Closure<dyn FnMut(Event)>,
}

impl Connection {
    /// Opens the database. `has_stepped_aside` becomes true when it had to be left to another page.
    pub(super) async fn open(
        name: &str,
        absent: Absent,
        has_stepped_aside: Rc<Cell<bool>>,
    ) -> Result<Self, BackendError> {
        let factory = factory()?;
        let database = match open_database(&factory, name, Some(LAYOUT), absent).await {
            Err(failed) if failed.is_newer() => return Err(newer(&factory, name).await?),
            outcome => outcome?,
        };
        let step_aside = Closure::new({
            let database = database.clone();
            move |_: Event| {
                has_stepped_aside.set(true);
                database.close();
            }
        });
        database.set_onversionchange(Some(step_aside.as_ref().unchecked_ref()));
        let connection = Self {
            database,
            _step_aside: step_aside,
        };
        let names = connection.database.object_store_names();
        if [META, RECORDS, CACHE].iter().all(|name| names.contains(name)) {
            Ok(connection)
        } else {
            Err(BackendError::NotAVault)
        }
    }

    pub(super) fn start(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<Running, Failed> {
        Running::start(&self.database, stores, mode)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

/// Deletes the database with everything in it, or nothing if it does not exist.
pub(super) async fn delete(name: &str) -> Result<(), BackendError> {
    let request = factory()?.delete_database(name).map_err(|thrown| Failed::of(&thrown))?;
    let event = first_call(&mut |call| {
        request.set_onsuccess(Some(call));
        request.set_onerror(Some(call));
        request.set_onblocked(Some(call));
    })
    .await
    .map_err(|thrown| Failed::of(&thrown))?;
    let kind = event.dyn_ref::<Event>().map(Event::type_);
    match (kind.as_deref(), request.error()) {
        (Some("blocked"), _) => Err(BackendError::Busy),
        (_, Ok(Some(exception))) => Err(Failed::of(&exception).into()),
        (_, Ok(None)) => Ok(()),
        (_, Err(thrown)) => Err(Failed::of(&thrown).into()),
    }
}

/// The database of this page or worker: both have it under the same name.
fn factory() -> Result<IdbFactory, BackendError> {
    let found = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|thrown| Failed::of(&thrown))?;
    found.dyn_into().map_err(|_| IndexedDbFailure::Missing.into())
}

/// Opens one layout, or whichever there is. The stores are made inside the event that asks for them: its transaction may
/// not outlive it, and a database without stores would stay one for ever.
async fn open_database(
    factory: &IdbFactory,
    name: &str,
    layout: Option<u32>,
    absent: Absent,
) -> Result<IdbDatabase, Failed> {
    let request = match layout {
        Some(layout) => factory.open_with_u32(name, layout),
        None => factory.open(name),
    }
    .map_err(|thrown| Failed::of(&thrown))?;
    let is_absent = Rc::new(Cell::new(false));
    let lay_out = {
        let (request, is_absent) = (request.clone(), is_absent.clone());
        Closure::<dyn FnMut(IdbVersionChangeEvent)>::new(move |_| {
            is_absent.set(absent == Absent::Refuse);
            let outcome = if is_absent.get() {
                Err(JsValue::NULL)
            } else {
                make_stores(&request)
            };
            if let (Err(_), Some(transaction)) = (outcome, request.transaction()) {
                // Cannot fail: it is under way.
                let _is_aborted = transaction.abort();
            }
        })
    };
    request.set_onupgradeneeded(Some(lay_out.as_ref().unchecked_ref()));
    let answer = Asked::new(request.clone().into()).answer().await;
    request.set_onupgradeneeded(None);
    match answer {
        Err(_) if is_absent.get() => Err(Failed::named("NotFoundError")),
        answer => answer?.dyn_into().map_err(|other| Failed::of(&other)),
    }
}

fn make_stores(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    for name in [META, RECORDS, CACHE] {
        database.create_object_store(name)?;
    }
    Ok(())
}

/// Which newer layout the database has.
async fn newer(factory: &IdbFactory, name: &str) -> Result<BackendError, BackendError> {
    let database = open_database(factory, name, None, Absent::Refuse).await?;
    let found = database.version();
    database.close();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a layout is a whole number above 0; one beyond 32 bits is shown as the highest"
    )]
    let found = found as u32;
    Ok(BackendError::Newer {
        found,
        supported: LAYOUT,
    })
}
