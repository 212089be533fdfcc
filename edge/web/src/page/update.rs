//! A newer version of the app, and the browser's offer to install it: `boot.js` says when either is there; a button takes
//! it, nothing else does.

use super::state::App;
use crate::platform::install;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

/// Listens for as long as the page lives.
pub(super) fn watch(app: App) {
    app.has_update.set(is_ready());
    window_event_listener(ev::Custom::<web_sys::Event>::new("ebb-update"), move |_| {
        app.has_update.set(true)
    });
    app.can_install.set(install::can_install());
    window_event_listener(ev::Custom::<web_sys::Event>::new("ebb-install"), move |_| {
        app.can_install.set(install::can_install())
    });
}

/// Puts it in: the page loads anew.
pub(super) fn now() {
    if let Some(update) = of_boot("ebbUpdate").and_then(|update| update.dyn_into::<js_sys::Function>().ok()) {
        // What it returns is a promise nobody waits for: the page goes away.
        let _ = update.call0(&JsValue::NULL);
    }
}

fn is_ready() -> bool {
    of_boot("ebbUpdateReady")
        .and_then(|ready| ready.as_bool())
        .unwrap_or(false)
}

/// What `boot.js` shares under this name.
fn of_boot(name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name)).ok()
}
