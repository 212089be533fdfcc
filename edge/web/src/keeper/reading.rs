//! The engine's reading: long work in small steps, kept while it is fresh, and thrown away when the diary changed
//! meanwhile.

use super::{Asker, Keeper};
use crate::platform::clock;
use crate::sheet::Problem;
use ebb_core::event::{Event, Forecast};
use ebb_core::view::Frame;
use ebb_core::view::reading::{self, DRAWS, Reading, Silence};
use ebb_core::view::score::forecast_to_keep;
use std::rc::Rc;

/// The cache entry of the vault that holds where the draws of the last reading stood.
const KEPT_DRAWS: &str = "reading";
/// A reading is shown for this long before it is made anew.
const FRESH_MS: i64 = 60_000;
/// A step aims at this length, so that a dose logged meanwhile waits no longer.
const STEP_MS: f64 = 24.0;

/// A reading and the frame it belongs to: what is shown and what it was made for stay together.
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) frame: Frame,
    pub(super) reading: Rc<Result<Reading, Silence>>,
}

impl Keeper {
    /// The reading of the diary as it is now.
    pub(super) async fn reading(&self, asker: Asker) -> Result<Kept, Problem> {
        loop {
            let (diary, frame, _) = self.look()?;
            let revision = {
                let desk = self.desk()?;
                if let Some(kept) = desk.kept.as_ref().filter(|kept| is_fresh(kept, &frame)) {
                    return Ok(kept.clone());
                }
                desk.revision
            };
            let made = match reading::start(&frame, &diary) {
                Err(silence) => Err(silence),
                Ok(run) => match self.run(run, revision, asker).await? {
                    Some(reading) => Ok(reading),
                    // The diary changed meanwhile: begin again.
                    None => continue,
                },
            };
            let kept = Kept {
                frame,
                reading: Rc::new(made),
            };
            let mut desk = self.desk_mut()?;
            if desk.revision == revision {
                desk.kept = Some(kept.clone());
                return Ok(kept);
            }
        }
    }

    /// Keeps the forecast that was just shown, so that it can be compared with what comes. One that cannot be kept was shown
    /// all the same. The reading stays: a kept forecast is no part of it.
    pub(super) async fn keep_forecast(&self) {
        let Ok((diary, _, _)) = self.look() else { return };
        let shown = self.desk().ok().and_then(|desk| desk.kept.clone());
        let Some(shown) = shown else { return };
        let Ok(reading) = shown.reading.as_ref() else { return };
        self.keep(forecast_to_keep(&shown.frame, &diary, reading)).await;
    }

    /// Keeps the course that was just shown, as [`Self::keep_forecast`].
    pub(super) async fn keep_course(&self) {
        let shown = self.desk_mut().ok().and_then(|mut desk| desk.shown_course.take());
        self.keep(shown).await;
    }

    /// Writes a forecast that was shown, if there is one to keep.
    async fn keep(&self, forecast: Option<Forecast>) {
        let Some(forecast) = forecast else { return };
        let on_desk = self.desk().ok().map(|desk| (desk.kept.clone(), desk.revision));
        let Some((shown, revision)) = on_desk else { return };
        if self.write(vec![Event::Forecast(forecast)]).await.is_err() {
            return;
        }
        if let Ok(mut desk) = self.desk_mut()
            && desk.revision == revision + 1
        {
            desk.kept = shown;
        }
    }

    /// Runs it to its end; `None` when the diary changed meanwhile.
    async fn run(&self, mut run: reading::ReadingRun, revision: u64, asker: Asker) -> Result<Option<Reading>, Problem> {
        let vault = Rc::clone(&self.desk()?.vault);
        // A cache that cannot be read or written costs time and nothing else.
        if let Ok(Some(kept)) = vault.cache_get(KEPT_DRAWS).await {
            run.bring(&kept);
        }
        let mut draws = 1;
        loop {
            let began = clock::ticking_ms();
            if run.step(draws) {
                break;
            }
            draws = next_draws(draws, clock::ticking_ms() - began);
            let progress = run.progress();
            asker.progress(progress.done as usize, progress.total as usize);
            self.give_way().await;
            if self.desk()?.revision != revision {
                return Ok(None);
            }
        }
        if let Some(kept) = run.to_keep() {
            let _ = vault.cache_put(KEPT_DRAWS, &kept).await;
        }
        Ok(Some(run.finish()))
    }
}

/// Draws of the next step, from how long the last one took.
fn next_draws(draws: u32, took_ms: f64) -> u32 {
    match took_ms {
        ms if ms < STEP_MS / 2.0 => (draws * 2).min(DRAWS),
        ms if ms > STEP_MS => (draws / 2).max(1),
        _ => draws,
    }
}

fn is_fresh(kept: &Kept, frame: &Frame) -> bool {
    let age_ms = frame.now.as_millisecond() - kept.frame.now.as_millisecond();
    (0..FRESH_MS).contains(&age_ms) && kept.frame.zone == frame.zone && kept.frame.day_start == frame.day_start
}
