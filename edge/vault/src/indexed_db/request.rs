//! Waiting for a browser's database: one request, and one transaction.
//!
//! A transaction lives only as long as each answer is followed by the next question in the same turn of the event loop, so
//! these futures must run where a woken task runs in that turn, as `wasm_bindgen_futures` does it. Anywhere else a
//! transaction ends early and says so.
//!
//! It must never let a transaction that was left halfway store anything.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::failure::Failed;

/// A request under way.
pub(super) struct Asked {
    request: IdbRequest,
    settled: JsFuture,
}

impl Asked {
    /// Waits for the next answer to a request that was just made.
    pub(super) fn new(request: IdbRequest) -> Self {
        let settled = first_call(&mut |call| {
            request.set_onsuccess(Some(call));
            request.set_onerror(Some(call));
        });
        Self { request, settled }
    }

    /// What was answered. A failure does not end the transaction: dropping it does.
    pub(super) async fn answer(self) -> Result<JsValue, Failed> {
        let event = self.settled.await.map_err(|thrown| Failed::of(&thrown))?;
        match self.request.error() {
            Ok(None) => self.request.result().map_err(|thrown| Failed::of(&thrown)),
            Ok(Some(exception)) => {
                if let Some(event) = event.dyn_ref::<Event>() {
                    event.prevent_default();
                }
                Err(Failed::of(&exception))
            }
            Err(thrown) => Err(Failed::of(&thrown)),
        }
    }

    /// Whether it was done. A failure ends the transaction, which then says why.
    pub(super) async fn is_done(self) -> bool {
        self.settled.await.is_ok() && matches!(self.request.error(), Ok(None))
    }
}

/// Asks and waits for the answer.
pub(super) async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, Failed> {
    let request = request.map_err(|thrown| Failed::of(&thrown))?;
    Asked::new(request).answer().await
}

/// A transaction under way. Dropping it aborts it, unless it has ended.
pub(super) struct Running {
    transaction: IdbTransaction,
    ended: Option<JsFuture>,
}

impl Running {
    /// Starts a transaction whose end means that the bytes are on the disk (V15).
    ///
    /// The binding has no durability yet, so the function is called by its name.
    pub(super) fn start(database: &IdbDatabase, stores: &[&str], mode: IdbTransactionMode) -> Result<Self, Failed> {
        let of = |thrown: JsValue| Failed::of(&thrown);
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(of)?;
        let start: Function = Reflect::get(database, &"transaction".into())
            .and_then(JsCast::dyn_into)
            .map_err(of)?;
        let transaction: IdbTransaction = start
            .call3(database, &names, &mode.into(), &options)
            .and_then(JsCast::dyn_into)
            .map_err(of)?;
        let ended = first_call(&mut |call| {
            transaction.set_oncomplete(Some(call));
            transaction.set_onabort(Some(call));
        });
        Ok(Self {
            transaction,
            ended: Some(ended),
        })
    }

    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, Failed> {
        self.transaction
            .object_store(name)
            .map_err(|thrown| Failed::of(&thrown))
    }

    /// Waits until everything that was asked for is stored, or nothing is.
    pub(super) async fn finish(mut self) -> Result<(), Failed> {
        let Some(ended) = self.ended.take() else {
            return Ok(());
        };
        let event = ended.await.map_err(|thrown| Failed::of(&thrown))?;
        let is_complete = event
            .dyn_ref::<Event>()
            .is_some_and(|event| event.type_() == "complete");
        match self.transaction.error() {
            None if is_complete => Ok(()),
            None => Err(Failed::named("AbortError")),
            Some(exception) => Err(Failed::of(&exception)),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Throws when the transaction has ended, which is as well.
        let _has_ended = self.transaction.abort();
    }
}

/// The event of the first call. Unlike a closure of ours, the function may be called after the future was dropped.
pub(super) fn first_call(register: &mut dyn FnMut(&Function)) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, _| register(&resolve)))
}
