//! The urge timer: an urge that is sat out. It lives beside the screens, so that it goes on when one looks elsewhere or the
//! diary locks; then it knows only since when and how long.
//!
//! The clock decides, not the ticks: a phone that slept shows the true rest. It must never urge anybody to anything.

use super::route::Route;
use super::state::{App, Stage};
use crate::platform::clock;
use ebb_core::entry::EntryId;
use leptos::prelude::*;
use std::time::Duration;

const TICK: Duration = Duration::from_secs(1);

/// Lengths offered, minutes. The middle one is `urge_timer.length` of the evidence tables, our own choice.
pub(super) const LENGTHS_MIN: [u32; 3] = [10, 15, 20];
/// The length chosen at first.
pub(super) const USUAL_LENGTH_MIN: u32 = 15;
/// Minutes that one press adds.
pub(super) const MORE_MIN: u32 = 10;

/// An urge that is sat out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Urge {
    /// The entry that was written when it began; what became of it is added there.
    pub(super) entry: EntryId,
    /// When the timer began.
    pub(super) began_ms: i64,
    /// How long it runs.
    pub(super) minutes: u32,
    /// How strong it was; forgotten when the diary locks.
    pub(super) strength: Option<f64>,
    /// Whether its end was told.
    is_told: bool,
}

impl Urge {
    /// Begins now.
    pub(super) fn begun(entry: EntryId, now_ms: i64, minutes: u32, strength: Option<f64>) -> Self {
        Self {
            entry,
            began_ms: now_ms,
            minutes,
            strength,
            is_told: false,
        }
    }

    /// Milliseconds since it began; a clock that was set back counts as none.
    fn gone_ms(&self, now_ms: i64) -> i64 {
        (now_ms - self.began_ms).max(0)
    }

    fn whole_ms(&self) -> i64 {
        i64::from(self.minutes) * 60_000
    }

    /// What is left, to the second begun.
    pub(super) fn left_s(&self, now_ms: i64) -> i64 {
        let left_ms = (self.whole_ms() - self.gone_ms(now_ms)).max(0);
        (left_ms + 999) / 1000
    }

    /// The same in minutes begun.
    pub(super) fn left_min(&self, now_ms: i64) -> i64 {
        (self.left_s(now_ms) + 59) / 60
    }

    /// Whether the time is up.
    pub(super) fn is_over(&self, now_ms: i64) -> bool {
        self.left_s(now_ms) == 0
    }

    /// What is left, as a clock: `9:20`.
    pub(super) fn left(&self, now_ms: i64) -> String {
        let left_s = self.left_s(now_ms);
        format!("{}:{:02}", left_s / 60, left_s % 60)
    }

    /// Where the ring stands: 100 when nothing has gone by, 0 at the end.
    pub(super) fn ring(&self, now_ms: i64) -> String {
        let whole_ms = self.whole_ms().max(1);
        let left_ms = (whole_ms - self.gone_ms(now_ms)).max(0);
        format!("{:.2}", left_ms as f64 / whole_ms as f64 * 100.0)
    }

    /// Whole minutes it lasted until now, at least one.
    pub(super) fn lasted_min(&self, now_ms: i64) -> u32 {
        let minutes = (self.gone_ms(now_ms) + 30_000) / 60_000;
        u32::try_from(minutes).unwrap_or(u32::MAX).max(1)
    }

    /// Goes on for some more minutes, from now if it was over.
    pub(super) fn go_on(&mut self, now_ms: i64) {
        if self.is_over(now_ms) {
            let gone_min = (self.gone_ms(now_ms) + 59_999) / 60_000;
            self.minutes = u32::try_from(gone_min).unwrap_or(u32::MAX);
        }
        self.minutes = self.minutes.saturating_add(MORE_MIN);
        self.is_told = false;
    }
}

/// Lets the timer tick while there is one, and says once that its end is reached when another screen is shown.
pub(super) fn watch(app: App) {
    let has_urge = Memo::new(move |_| app.urge.with(Option::is_some));
    Effect::new(move |_| {
        if !has_urge.get() {
            return;
        }
        let tick = move || {
            let now_ms = now_ms();
            app.urge_now_ms.set(now_ms);
            let is_elsewhere = app.stage.get_untracked() == Stage::Open && app.route.get_untracked() != Route::Craving;
            let ends_now = app
                .urge
                .with_untracked(|urge| urge.is_some_and(|urge| urge.is_over(now_ms) && !urge.is_told));
            if ends_now && is_elsewhere {
                app.urge.update(|urge| {
                    if let Some(urge) = urge {
                        urge.is_told = true;
                    }
                });
                app.say(app.words().care_timer_over());
            }
        };
        tick();
        if let Ok(handle) = set_interval_with_handle(tick, TICK) {
            on_cleanup(move || handle.clear());
        }
    });
}

/// The clock.
pub(super) fn now_ms() -> i64 {
    clock::now().as_millisecond()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    fn urge() -> Urge {
        Urge::begun(EntryId::from_parts(1, [7; 10]), 1_000_000, 15, Some(7.0))
    }

    #[test]
    fn the_clock_decides_what_is_left_and_not_the_ticks() {
        let urge = urge();
        assert_eq!(urge.left(1_000_000), "15:00");
        assert_eq!(urge.left(1_000_000 + 500), "15:00");
        assert_eq!(urge.left(1_000_000 + 5 * MINUTE + 40_000), "9:20");
        assert_eq!(urge.left_min(1_000_000 + 5 * MINUTE + 40_000), 10);
        assert_eq!(urge.left_min(1_000_000 + 14 * MINUTE + 59_500), 1);
        assert_eq!(urge.left_min(1_000_000 + 15 * MINUTE), 0);
        assert_eq!(urge.ring(1_000_000), "100.00");
        assert_eq!(urge.ring(1_000_000 + 15 * MINUTE / 2), "50.00");
        // The phone slept for an hour.
        assert_eq!(urge.left(1_000_000 + 60 * MINUTE), "0:00");
        assert!(urge.is_over(1_000_000 + 60 * MINUTE));
        assert_eq!(urge.ring(1_000_000 + 60 * MINUTE), "0.00");
    }

    #[test]
    fn a_clock_that_was_set_back_begins_anew_and_ends() {
        let urge = urge();
        assert_eq!(urge.left(0), "15:00");
        assert_eq!(urge.lasted_min(0), 1);
    }

    #[test]
    fn the_minutes_it_lasted_are_those_that_went_by_and_not_those_that_were_set() {
        let urge = urge();
        assert_eq!(urge.lasted_min(1_000_000 + 8 * MINUTE + 10_000), 8);
        assert_eq!(urge.lasted_min(1_000_000 + 22 * MINUTE + 40_000), 23);
    }

    #[test]
    fn ten_more_minutes_are_ten_more_and_after_the_end_they_count_from_now() {
        let mut running = urge();
        running.go_on(1_000_000 + 5 * MINUTE);
        assert_eq!(running.left(1_000_000 + 5 * MINUTE), "20:00");
        let mut over = urge();
        over.go_on(1_000_000 + 30 * MINUTE);
        assert_eq!(over.left(1_000_000 + 30 * MINUTE), "10:00");
        assert_eq!(over.lasted_min(1_000_000 + 30 * MINUTE), 30);
    }
}
