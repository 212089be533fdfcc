//! The keeper: everything that knows the diary. It lives in a worker, answers the page's questions one task each, and
//! dies with the worker when the page locks.
//!
//! Long work gives way between steps, so that a dose logged meanwhile is not kept waiting. It must never hold a borrow of
//! the desk while it waits.

mod answer;
mod caring;
mod demo;
mod desk;
mod files;
mod glance;
mod heads;
mod importing;
mod learning;
mod meaning;
mod place;
mod products;
mod reading;
mod writing;

use crate::platform::zones::Zones;
use crate::platform::{clock, lock, worker_scope};
use crate::sheet::Problem;
use crate::wire::{FromKeeper, Request, ToKeeper, bytes_of, pack, unpack};
use desk::Desk;
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::words::{Surface, Words};
use glance::FirstLook;
use place::Ahead;
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// The name under which tabs tell each other what happened.
const CHANNEL: &str = "ebb-news";
/// How often long work looks whether what it gave way to is done.
const GIVEN_WAY_MS: i32 = 4;

/// Everything the keeper has.
pub(crate) struct Keeper {
    words: Words,
    numbers: Numbers,
    zones: Zones,
    channel: Option<web_sys::BroadcastChannel>,
    desk: RefCell<Option<Desk>>,
    ahead: Ahead,
    first_look: FirstLook,
    /// Questions on their way that the engine's long work gives way to.
    n_short: Cell<usize>,
}

/// What one tab tells the others.
#[derive(Debug, Clone, Copy)]
pub(crate) enum News {
    /// Something was written.
    Wrote,
    /// Everything was erased.
    Erased,
}

impl News {
    fn text(self) -> &'static str {
        match self {
            News::Wrote => "wrote",
            News::Erased => "erased",
        }
    }
}

/// Who asked, to tell about progress.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker {
    id: u32,
}

impl Asker {
    /// Tells how far long work is.
    pub(crate) fn progress(self, done: usize, total: usize) {
        post(
            &FromKeeper::Progress {
                id: self.id,
                done,
                total,
            },
            None,
        );
    }
}

impl Keeper {
    /// The open diary.
    pub(crate) fn desk(&self) -> Result<Ref<'_, Desk>, Problem> {
        Ref::filter_map(self.desk.borrow(), Option::as_ref).map_err(|_| Problem::locked(&self.words))
    }

    /// The open diary, to change it.
    pub(crate) fn desk_mut(&self) -> Result<RefMut<'_, Desk>, Problem> {
        RefMut::filter_map(self.desk.borrow_mut(), Option::as_mut).map_err(|_| Problem::locked(&self.words))
    }

    /// Lets everything shorter be done first: between two steps of the engine, and until what is asked meanwhile is answered.
    pub(crate) async fn give_way(&self) {
        clock::give_way().await;
        while self.n_short.get() > 0 {
            clock::wait_ms(GIVEN_WAY_MS).await;
        }
    }

    /// Tells the other tabs what happened.
    pub(crate) fn tell_others(&self, news: News) {
        if let Some(channel) = &self.channel {
            // A tab that does not hear it notices at its next look.
            let _ = channel.post_message(&JsValue::from_str(news.text()));
        }
    }
}

/// Listens for ever.
pub(crate) fn serve() {
    spawn_local(async {
        let keeper = Rc::new(Keeper {
            words: Words::new(Language::English, Surface::Page),
            numbers: Numbers::new(Language::English, HourStyle::TwentyFour),
            zones: Zones::fetch().await,
            channel: web_sys::BroadcastChannel::new(CHANNEL).ok(),
            desk: RefCell::new(None),
            ahead: Ahead::default(),
            first_look: FirstLook::default(),
            n_short: Cell::new(0),
        });
        listen_to_others(&keeper);
        let for_messages = Rc::clone(&keeper);
        let on_message = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            receive(&for_messages, &event);
        });
        worker_scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        post(&FromKeeper::Ready, None);
    });
}

fn receive(keeper: &Rc<Keeper>, event: &web_sys::MessageEvent) {
    let parts: js_sys::Array = event.data().unchecked_into();
    let message = bytes_of(&parts.get(0)).and_then(|bytes| unpack::<ToKeeper>(&bytes));
    // Only our own page of the same build speaks to us; anything else is not for us.
    let Some(message) = message else { return };
    let file = bytes_of(&parts.get(1));
    let keeper = Rc::clone(keeper);
    spawn_local(async move {
        let asker = Asker { id: message.id };
        let next = Next::after(&message.request);
        let n_short = usize::from(!message.request.waits_for_the_engine());
        keeper.n_short.update(|n| n + n_short);
        let (outcome, file) = match answer::answer(&keeper, asker, message.request, file).await {
            Ok((value, file)) => (Ok(value), file),
            Err(problem) => (Err(problem), None),
        };
        post(&FromKeeper::Answer { id: asker.id, outcome }, file.as_deref());
        keeper.n_short.update(|n| n - n_short);
        // After it was answered: nobody shall wait for this.
        match next {
            Next::FetchAhead => keeper.fetch_ahead().await,
            Next::ReadTheRest => keeper.read_the_rest().await,
            Next::KeepForecast => keeper.keep_forecast().await,
            Next::KeepCourse => keeper.keep_course().await,
            Next::Nothing => {}
        }
        // At once, whatever was asked: a person may log and put the phone away.
        keeper.keep_last_weeks().await;
    });
}

/// What is done once a question is answered.
enum Next {
    FetchAhead,
    ReadTheRest,
    KeepForecast,
    KeepCourse,
    Nothing,
}

impl Next {
    fn after(request: &Request) -> Self {
        match request {
            Request::Look => Self::FetchAhead,
            Request::Unlock { .. } => Self::ReadTheRest,
            Request::Forecast { .. } => Self::KeepForecast,
            Request::KeepOn { .. } | Request::Taper { .. } => Self::KeepCourse,
            _ => Self::Nothing,
        }
    }
}

fn listen_to_others(keeper: &Rc<Keeper>) {
    let Some(channel) = &keeper.channel else { return };
    let keeper = Rc::clone(keeper);
    let on_news = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        let keeper = Rc::clone(&keeper);
        let is_erased = event.data().as_string().as_deref() == Some(News::Erased.text());
        spawn_local(async move {
            let is_heard = if is_erased {
                // With nothing on the desk the page's next question finds the diary locked, and then gone.
                let is_own = keeper.desk().is_ok_and(|desk| !desk.is_demo);
                is_own && keeper.desk.replace(None).is_some()
            } else {
                desk::read_again(&keeper).await.is_ok()
            };
            if is_heard {
                post(&FromKeeper::Changed, None);
            }
        });
    });
    channel.set_onmessage(Some(on_news.as_ref().unchecked_ref()));
    on_news.forget();
}

/// Sends a message to the page, with a file beside it.
fn post(message: &FromKeeper, file: Option<&[u8]>) {
    let bytes = js_sys::Uint8Array::from(pack(message).as_slice());
    let file = file.map_or(JsValue::NULL, |bytes| js_sys::Uint8Array::from(bytes).into());
    // A page that is gone hears nothing; so is everything else that could be told.
    let _ = worker_scope().post_message(&js_sys::Array::of2(&bytes, &file));
}

/// Runs `work` while no other tab writes.
pub(crate) async fn alone<T: 'static>(work: impl Future<Output = T> + 'static) -> T {
    lock::alone(work).await
}
