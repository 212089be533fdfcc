//! What the clock does to a screen: things said of "now" are asked again every minute and when somebody comes back.

use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// A number that changes every minute, and whenever the page is looked at again. Read it where a sheet is asked for.
pub(super) fn every_minute() -> ReadSignal<u32> {
    let (minute, tick) = signal(0_u32);
    let next = move || tick.update(|n| *n = n.wrapping_add(1));
    if let Ok(interval) = set_interval_with_handle(next, MINUTE) {
        on_cleanup(move || interval.clear());
    }
    let looking = window_event_listener(ev::focus, move |_| next());
    on_cleanup(move || looking.remove());
    minute
}
