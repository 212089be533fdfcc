//! The line to the keeper: starts its worker, carries questions there and answers back, and cuts it off to lock.

use crate::sheet::{FileMade, Opened, Problem, ProblemKind};
use crate::wire::{Asked, FromKeeper, Request, ToKeeper, bytes_of, pack, unpack};
use futures_channel::oneshot;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    // Defined in boot.js, which knows the address of the worker and the compiled program.
    #[wasm_bindgen(js_name = ebbStartKeeper)]
    fn start_keeper() -> web_sys::Worker;
}

type Answered = Result<Packed, Problem>;
/// Told steps done and steps in all.
pub(crate) type OnProgress = Rc<dyn Fn(usize, usize)>;

/// What a keeper tells without being asked.
pub(crate) struct Untold {
    /// Another tab wrote into the vault.
    pub(crate) on_changed: Box<dyn Fn()>,
    /// After a first look the whole log was read, or could not be.
    pub(crate) on_read: Box<dyn Fn(Result<Opened, Problem>)>,
    /// It died of a fault of its own: what was stored is safe, and a new one has to be started.
    pub(crate) on_broken: Box<dyn Fn()>,
}

/// The line. Clones are the same line.
#[derive(Clone)]
pub(crate) struct Link {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    worker: web_sys::Worker,
    is_ready: bool,
    /// Said before the keeper listened.
    early: Vec<JsValue>,
    waiting: BTreeMap<u32, Waiting>,
    next_id: u32,
    untold: Rc<Untold>,
    // Kept alive as long as the worker speaks.
    _hearing: Hearing,
}

/// What listens to a worker.
type Hearing = (
    Closure<dyn FnMut(web_sys::MessageEvent)>,
    Closure<dyn FnMut(web_sys::Event)>,
);

/// An answer as it came, and the file beside it.
struct Packed {
    answer: Vec<u8>,
    file: Option<Vec<u8>>,
}

struct Waiting {
    answer: oneshot::Sender<Answered>,
    progress: Option<OnProgress>,
}

impl Link {
    /// Starts a keeper.
    pub(crate) fn start(untold: Untold) -> Self {
        let untold = Rc::new(untold);
        let inner = Rc::new_cyclic(|weak: &std::rc::Weak<RefCell<Inner>>| {
            let (worker, hearing) = employ(weak);
            RefCell::new(Inner {
                worker,
                is_ready: false,
                early: Vec::new(),
                waiting: BTreeMap::new(),
                next_id: 0,
                untold,
                _hearing: hearing,
            })
        });
        Self { inner }
    }

    /// Ends the keeper, and with it the key and everything open; a new one starts empty. Whoever still waits is told that
    /// the diary is locked.
    pub(crate) fn restart(&self) {
        let (worker, hearing) = employ(&Rc::downgrade(&self.inner));
        let mut inner = self.inner.borrow_mut();
        inner.worker.terminate();
        inner.worker = worker;
        inner._hearing = hearing;
        inner.is_ready = false;
        inner.early.clear();
        inner.waiting.clear();
    }

    /// Asks, and waits for the answer.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, asked: Asked<T>) -> Result<T, Problem> {
        let packed = self.ask_packed(asked.request, asked.file, None).await?;
        read(&packed.answer)
    }

    /// [`Self::ask`] for long work.
    pub(crate) async fn ask_long<T: DeserializeOwned>(
        &self,
        asked: Asked<T>,
        progress: impl Fn(usize, usize) + 'static,
    ) -> Result<T, Problem> {
        let packed = self
            .ask_packed(asked.request, asked.file, Some(Rc::new(progress)))
            .await?;
        read(&packed.answer)
    }

    /// Asks for a file.
    pub(crate) async fn ask_file(&self, asked: Asked<FileMade>) -> Result<FileMade, Problem> {
        let packed = self.ask_packed(asked.request, asked.file, None).await?;
        let made: FileMade = read(&packed.answer)?;
        Ok(FileMade {
            bytes: packed.file.unwrap_or_default(),
            ..made
        })
    }

    /// Asks, and hands the answer to `then` as it came. What stands behind a question is here once, and not once for each
    /// type of an answer.
    pub(crate) fn ask_then(
        &self,
        request: Request,
        file: Option<Vec<u8>>,
        progress: Option<OnProgress>,
        then: Box<dyn FnOnce(Result<Vec<u8>, Problem>)>,
    ) {
        let waiting = self.ask_packed(request, file, progress);
        spawn_local(async move { then(waiting.await.map(|packed| packed.answer)) });
    }

    /// Asks now; the answer is waited for.
    fn ask_packed(
        &self,
        request: Request,
        file: Option<Vec<u8>>,
        progress: Option<OnProgress>,
    ) -> impl Future<Output = Answered> + use<> {
        let (answer, waiting) = oneshot::channel();
        self.send(request, file, Waiting { answer, progress });
        async move { waiting.await.unwrap_or_else(|_| Err(cut_off())) }
    }

    fn send(&self, request: Request, file: Option<Vec<u8>>, waiting: Waiting) {
        let mut inner = self.inner.borrow_mut();
        inner.next_id += 1;
        let id = inner.next_id;
        let bytes = js_sys::Uint8Array::from(pack(&ToKeeper { id, request }).as_slice());
        let file = file.map_or(JsValue::NULL, |bytes| js_sys::Uint8Array::from(bytes.as_slice()).into());
        let message = js_sys::Array::of2(&bytes, &file).into();
        inner.waiting.insert(id, waiting);
        if inner.is_ready {
            // A worker that cannot be reached never answers, and the next lock clears the question.
            let _ = inner.worker.post_message(&message);
        } else {
            inner.early.push(message);
        }
    }
}

/// Starts a worker that speaks to `inner`.
fn employ(inner: &std::rc::Weak<RefCell<Inner>>) -> (web_sys::Worker, Hearing) {
    let worker = start_keeper();
    let (from, to) = (worker.clone(), inner.clone());
    let on_message = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        if let Some(inner) = to.upgrade() {
            hear(&inner, &from, &event);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let to = inner.clone();
    let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| {
        if let Some(inner) = to.upgrade() {
            let untold = Rc::clone(&inner.borrow().untold);
            (untold.on_broken)();
        }
    });
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    (worker, (on_message, on_error))
}

fn hear(inner: &Rc<RefCell<Inner>>, from: &web_sys::Worker, event: &web_sys::MessageEvent) {
    let parts: js_sys::Array = event.data().unchecked_into();
    let message = bytes_of(&parts.get(0)).and_then(|bytes| unpack::<FromKeeper>(&bytes));
    match message {
        Some(FromKeeper::Ready) => {
            let mut inner = inner.borrow_mut();
            inner.is_ready = true;
            for message in std::mem::take(&mut inner.early) {
                let _ = from.post_message(&message);
            }
        }
        Some(FromKeeper::Answer { id, outcome }) => {
            let waiting = inner.borrow_mut().waiting.remove(&id);
            let file = bytes_of(&parts.get(1));
            if let Some(waiting) = waiting {
                // Whoever asked may be gone: then nobody wants the answer.
                let _ = waiting.answer.send(outcome.map(|answer| Packed { answer, file }));
            }
        }
        Some(FromKeeper::Progress { id, done, total }) => {
            let progress = inner
                .borrow()
                .waiting
                .get(&id)
                .and_then(|waiting| waiting.progress.clone());
            if let Some(progress) = progress {
                progress(done, total);
            }
        }
        Some(FromKeeper::Changed) => {
            let untold = Rc::clone(&inner.borrow().untold);
            (untold.on_changed)();
        }
        Some(FromKeeper::Read { outcome }) => {
            let untold = Rc::clone(&inner.borrow().untold);
            (untold.on_read)(outcome);
        }
        None => {}
    }
}

/// Reads an answer. Page and keeper are one build; what does not fit is a page that was left open over an update.
pub(crate) fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Problem> {
    unpack(answer).ok_or_else(cut_off)
}

fn cut_off() -> Problem {
    Problem {
        kind: ProblemKind::Locked,
        what: String::new(),
        advice: String::new(),
    }
}
