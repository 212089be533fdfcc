//! Locks after a while without a touch. The clock decides, not a timer: a device that slept wakes up locked.

use super::state::{App, Stage};
use crate::platform::clock;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

const LOOK_EVERY: Duration = Duration::from_secs(10);

/// Watches for as long as the page lives.
pub(super) fn watch(app: App) {
    let touched_ms = StoredValue::new(now_ms());
    let touch = move || touched_ms.set_value(now_ms());
    window_event_listener(ev::pointerdown, move |_| touch());
    window_event_listener(ev::keydown, move |_| touch());
    window_event_listener(ev::scroll, move |_| touch());
    let look = move || {
        let minutes = app.prefs.with_untracked(|prefs| prefs.lock_minutes);
        let is_open = app.stage.get_untracked() == Stage::Open && !app.is_demo.get_untracked();
        if !is_open {
            touch();
        } else if minutes > 0 && now_ms() - touched_ms.get_value() >= i64::from(minutes) * 60_000 {
            app.lock();
        }
    };
    window_event_listener_untyped("visibilitychange", move |_| look());
    window_event_listener_untyped("focus", move |_| look());
    // The page lives as long as the interval: nothing ever clears it.
    let _ = set_interval_with_handle(look, LOOK_EVERY);
}

fn now_ms() -> i64 {
    clock::now().as_millisecond()
}
