//! Whether the browser keeps what is stored, and how much room it takes. A browser that does not say leaves it unknown.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether what is stored stays until somebody deletes it; `None` when the browser does not say.
pub(crate) async fn is_kept() -> Option<bool> {
    let answer = JsFuture::from(manager()?.persisted().ok()?).await.ok()?;
    answer.as_bool()
}

/// Asks the browser to keep it. Some browsers ask the person, so this comes only once there is something to keep.
pub(crate) async fn ask_to_keep() -> Option<bool> {
    let answer = JsFuture::from(manager()?.persist().ok()?).await.ok()?;
    answer.as_bool()
}

/// Bytes that this app uses here.
pub(crate) async fn used_bytes() -> Option<u64> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let usage = js_sys::Reflect::get(&estimate, &JsValue::from_str("usage"))
        .ok()?
        .as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of bytes that a device holds"
    )]
    let usage = usage.max(0.0) as u64;
    Some(usage)
}

/// Missing where a page is not served over a safe connection.
fn manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let storage = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    storage.dyn_into().ok()
}
