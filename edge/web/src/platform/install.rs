//! The app as a program on the device: its build, looking for a newer one, the browser's offer to install it, and the
//! files it keeps for working offline.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The number of this build.
pub(crate) fn build() -> String {
    global("ebbBuild").as_string().unwrap_or_default()
}

/// What came of looking for a newer version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looked {
    /// There is none.
    Newest,
    /// One is being fetched; the event tells when it is there.
    Fetching,
    /// Nobody answered.
    NoAnswer,
}

/// Asks the server the app came from whether there is a newer version.
pub(crate) async fn look_for_update() -> Looked {
    let Some(container) = web_sys::window().map(|window| window.navigator().service_worker()) else {
        return Looked::NoAnswer;
    };
    // A browser without service workers has no such object, and reading from it is refused.
    if JsValue::from(&container).is_undefined() {
        return Looked::NoAnswer;
    }
    let registration = JsFuture::from(container.get_registration()).await.ok();
    let Some(registration) = registration.and_then(|found| found.dyn_into::<web_sys::ServiceWorkerRegistration>().ok())
    else {
        return Looked::NoAnswer;
    };
    let Ok(asked) = registration.update() else {
        return Looked::NoAnswer;
    };
    if JsFuture::from(asked).await.is_err() {
        return Looked::NoAnswer;
    }
    if registration.installing().is_some() || registration.waiting().is_some() {
        Looked::Fetching
    } else {
        Looked::Newest
    }
}

/// Whether the browser offers to install the app.
pub(crate) fn can_install() -> bool {
    global("ebbInstall").is_truthy()
}

/// Shows the browser's own question.
pub(crate) async fn install() {
    let offer = global("ebbInstall");
    let prompt = Reflect::get(&offer, &"prompt".into()).ok();
    let Some(prompt) = prompt.and_then(|prompt| prompt.dyn_into::<Function>().ok()) else {
        return;
    };
    // An offer can be taken once.
    let _ = Reflect::set(&js_sys::global(), &"ebbInstall".into(), &JsValue::NULL);
    if let Ok(asked) = prompt.call0(&offer)
        && let Ok(asked) = asked.dyn_into::<Promise>()
    {
        let _ = JsFuture::from(asked).await;
    }
}

/// Whether it runs in a window of its own.
pub(crate) fn is_installed() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Deletes the files kept for working offline, and the worker that keeps them.
pub(crate) async fn forget_files() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(caches) = window.caches()
        && let Ok(names) = JsFuture::from(caches.keys()).await
    {
        for name in js_sys::Array::from(&names).iter().filter_map(|name| name.as_string()) {
            // Another program of the same origin keeps its own.
            if name.starts_with("ebb-") {
                let _ = JsFuture::from(caches.delete(&name)).await;
            }
        }
    }
    let container = window.navigator().service_worker();
    if JsValue::from(&container).is_undefined() {
        return;
    }
    let registration = JsFuture::from(container.get_registration()).await.ok();
    if let Some(registration) =
        registration.and_then(|found| found.dyn_into::<web_sys::ServiceWorkerRegistration>().ok())
        && let Ok(gone) = registration.unregister()
    {
        let _ = JsFuture::from(gone).await;
    }
}

/// The text of a file of the app.
pub(crate) async fn text_of(name: &str) -> Option<String> {
    let window = web_sys::window()?;
    let answer = JsFuture::from(window.fetch_with_str(&super::file_address(name)))
        .await
        .ok()?;
    let answer: web_sys::Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}
