//! One writer at a time among all tabs of this browser (Web Locks). Where the browser has none, the vault's own
//! conditions still keep every record.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

type Work<T> = Pin<Box<dyn Future<Output = T>>>;

#[wasm_bindgen]
extern "C" {
    type Locks;
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, callback: &js_sys::Function) -> js_sys::Promise;
}

/// Runs `work` while no other tab does the same.
pub(crate) async fn alone<T: 'static>(work: impl Future<Output = T> + 'static) -> T {
    let Some(locks) = locks() else { return work.await };
    let outcome: Rc<RefCell<Option<T>>> = Rc::new(RefCell::new(None));
    let work: Rc<RefCell<Option<Work<T>>>> = Rc::new(RefCell::new(Some(Box::pin(work))));
    let (for_callback, into) = (Rc::clone(&work), Rc::clone(&outcome));
    let callback = Closure::<dyn FnMut(JsValue) -> js_sys::Promise>::new(move |_lock: JsValue| {
        let (taken, into) = (for_callback.borrow_mut().take(), Rc::clone(&into));
        future_to_promise(async move {
            if let Some(taken) = taken {
                let done = taken.await;
                into.borrow_mut().replace(done);
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    // The lock may be refused (a page being closed); then the work has not begun and is done without it.
    let _ = JsFuture::from(locks.request("ebb-vault", callback.as_ref().unchecked_ref())).await;
    let done = outcome.borrow_mut().take();
    let left = work.borrow_mut().take();
    match (done, left) {
        (Some(done), _) => done,
        (None, Some(left)) => left.await,
        (None, None) => unreachable!("work that was taken has either ended or stopped the program"),
    }
}

fn locks() -> Option<Locks> {
    let navigator = js_sys::Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}
