//! Now, waiting, and giving way to other work.

use jiff::Timestamp;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// Now, by the device's clock.
pub(crate) fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of a date fit")]
    let ms = js_sys::Date::now() as i64;
    Timestamp::from_millisecond(ms).unwrap_or_default()
}

/// Milliseconds of a clock that never goes back.
pub(crate) fn ticking_ms() -> f64 {
    performance_now()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &js_sys::Function, ms: i32) -> i32;
}

/// Waits.
pub(crate) async fn wait_ms(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, ms);
    });
    // A timer does not fail.
    let _ = JsFuture::from(promise).await;
}

/// Lets other messages and events be handled first.
pub(crate) async fn give_way() {
    wait_ms(0).await;
}
