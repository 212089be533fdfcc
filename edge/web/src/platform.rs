//! What the browser gives: clock, chance, storage, files. With the vault's database the only place that names `web-sys`
//! beyond events and elements; everything above takes values.

pub(crate) mod clock;
pub(crate) mod files;
pub(crate) mod install;
pub(crate) mod lock;
pub(crate) mod prefs;
pub(crate) mod storage;
pub(crate) mod zones;

use wasm_bindgen::JsCast;

/// A panic ends the program; it says so in the browser's console. No message of ours carries what a person wrote.
pub(crate) fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        web_sys::console::error_1(&format!("Ebb stopped: {panic} at {place}").into());
    }));
}

/// Fills a buffer with random bytes of the browser.
pub(crate) fn random(buffer: &mut [u8]) -> Result<(), ebb_vault::NoRandomness> {
    getrandom::fill(buffer).map_err(|_| ebb_vault::NoRandomness)
}

/// The global object seen as a worker's.
pub(crate) fn worker_scope() -> web_sys::DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// The address under which a static file is served in this build; `boot.js` and `keeper.js` bring the table along.
pub(crate) fn file_address(name: &str) -> String {
    let files = js_sys::Reflect::get(&js_sys::global(), &"ebbFiles".into());
    let address = files.and_then(|files| js_sys::Reflect::get(&files, &name.into()));
    address
        .ok()
        .and_then(|address| address.as_string())
        .unwrap_or_else(|| name.to_owned())
}
