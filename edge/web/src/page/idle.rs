//! Locks after a while without a touch, and when the browser puts the page away. The clock decides, not a timer: a device
//! that slept wakes up locked.

use super::state::{App, LockedBy, Stage};
use crate::platform::clock;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

const LOOK_EVERY: Duration = Duration::from_secs(10);
const MINUTE_MS: i64 = 60_000;

/// Whether it is time to lock. `minutes` 0 means only by hand.
///
/// A clock that was set back by more than a minute no longer tells how long nobody was here: then the door closes.
fn is_due(now_ms: i64, touched_ms: i64, minutes: u32) -> bool {
    let idle_ms = now_ms - touched_ms;
    minutes > 0 && (idle_ms >= i64::from(minutes) * MINUTE_MS || idle_ms < -MINUTE_MS)
}

/// Watches for as long as the page lives.
pub(super) fn watch(app: App) {
    let touched_ms = StoredValue::new(now_ms());
    let touch = move || touched_ms.set_value(now_ms());
    window_event_listener(ev::pointerdown, move |_| touch());
    window_event_listener(ev::keydown, move |_| touch());
    window_event_listener(ev::scroll, move |_| touch());
    let look = move || {
        let minutes = app.prefs.with_untracked(|prefs| prefs.lock_minutes);
        if !can_lock(app) {
            touch();
        } else if is_due(now_ms(), touched_ms.get_value(), minutes) {
            app.lock_by(LockedBy::Idle { had_draft: has_draft() });
        }
    };
    window_event_listener_untyped("visibilitychange", move |_| look());
    window_event_listener_untyped("focus", move |_| look());
    // The page lives as long as the interval: nothing ever clears it.
    let _ = set_interval_with_handle(look, LOOK_EVERY);
    lock_what_is_put_away(app);
}

/// A page that the browser keeps to show it again on "back" is locked before it is kept, and once more when it returns.
fn lock_what_is_put_away(app: App) {
    let lock_kept = move |event: web_sys::Event| {
        let is_kept = event
            .dyn_ref::<web_sys::PageTransitionEvent>()
            .is_some_and(web_sys::PageTransitionEvent::persisted);
        if is_kept && can_lock(app) {
            app.lock_by(LockedBy::Idle { had_draft: has_draft() });
        }
    };
    window_event_listener_untyped("pagehide", lock_kept);
    window_event_listener_untyped("pageshow", lock_kept);
}

/// Something real is open. The made-up diary needs no lock.
fn can_lock(app: App) -> bool {
    matches!(app.stage.get_untracked(), Stage::Open | Stage::Fresh(_)) && !app.is_demo.get_untracked()
}

/// Whether something stands in a field of the screen.
fn has_draft() -> bool {
    let Ok(fields) = document().query_selector_all(".main textarea.input, .main input.input:not([type])") else {
        return false;
    };
    (0..fields.length()).any(|at| {
        fields.item(at).is_some_and(|field| {
            let text = field.dyn_ref::<web_sys::HtmlTextAreaElement>().map(|area| area.value());
            let text = text.or_else(|| field.dyn_ref::<web_sys::HtmlInputElement>().map(|input| input.value()));
            text.is_some_and(|text| !text.trim().is_empty())
        })
    })
}

fn now_ms() -> i64 {
    clock::now().as_millisecond()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_time_when_the_minutes_have_gone_by_and_not_before() {
        assert!(!is_due(5 * MINUTE_MS - 1, 0, 5));
        assert!(is_due(5 * MINUTE_MS, 0, 5));
        assert!(is_due(8 * 60 * MINUTE_MS, 0, 5), "the device slept all night");
    }

    #[test]
    fn never_is_never() {
        assert!(!is_due(i64::MAX / 2, 0, 0));
        assert!(!is_due(0, 10 * MINUTE_MS, 0));
    }

    #[test]
    fn a_clock_that_was_set_back_locks_and_one_that_was_corrected_a_little_does_not() {
        assert!(is_due(0, 10 * MINUTE_MS, 5));
        assert!(!is_due(0, 2_000, 5));
    }
}
