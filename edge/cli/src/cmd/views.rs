//! `ebb today`, `history`, `forecast`: the views, as text or JSON. docs/json.md is the contract of the latter.

use super::{entries::voice, pictures};
use crate::args::{Forecast, History};
use crate::session::Session;
use crate::term::{self, Progress};
use anyhow::Result;
use ebb_core::event::Event;
use ebb_core::view::forecast::{ForecastView, forecast as forecast_view};
use ebb_core::view::history::{DayRow, DayState, history as history_view};
use ebb_core::view::reading::{self, DRAWS, Reading, RestsOn, Silence};
use ebb_core::view::score::forecast_to_keep;
use ebb_core::view::today::today as today_view;
use ebb_core::view::{Band80, forecast as forecasts};
use ebb_present::{picture, screen};
use ebb_vault::block_on;
use serde_json::{Value, json};

/// The cache entry that holds where the draws of the last reading stood.
const KEPT: &str = "reading";
/// Draws between two looks at the progress bar.
const DRAWS_A_STEP: u32 = 10;

/// The reading of this diary, with a progress bar if it takes long.
pub(super) fn read(session: &Session) -> Result<Reading, Silence> {
    let mut run = reading::start(&session.frame, &session.diary)?;
    // A cache that cannot be read or written costs time and nothing else.
    if let Ok(Some(kept)) = block_on(session.vault.cache_get(KEPT)) {
        run.bring(&kept);
    }
    let mut progress = Progress::of("reading your diary");
    let mut done = 0;
    while !run.step(DRAWS_A_STEP) {
        done += DRAWS_A_STEP;
        progress.at(done as usize, DRAWS as usize);
    }
    if let Some(kept) = run.to_keep() {
        let _ = block_on(session.vault.cache_put(KEPT, &kept));
    }
    Ok(run.finish())
}

/// Where the person is now.
pub(super) fn today(json: bool) -> Result<()> {
    let session = Session::open()?;
    let reading = read(&session);
    let view = today_view(&session.frame, &session.diary, &reading);
    if json {
        let now = view.now.as_ref().map_or_else(
            |silence| json!({ "silent_because": silence_word(*silence) }),
            |now| {
                json!({
                    "level_ng_per_ml": band(now.level_ng_per_ml),
                    "potency_shift": band(now.potency_shift),
                    "withdrawal_64": band(now.withdrawal_64),
                    "stop_peak_64": band(now.stop_peak_64),
                    "stop_peak_hours_after_last_dose": band(now.stop_peak_h),
                    "rests_on": rests_on(&now.rests_on),
                })
            },
        );
        let last = view.last_dose.as_ref().map(|last| {
            json!({ "id": last.id.to_string(), "when": last.dose.when.to_text(), "hours_ago": last.hours_ago, "amount": last.dose.amount, "product": last.product })
        });
        return term::say_json(&json!({
            "day": view.day.to_string(),
            "today": day(&view.today),
            "usual": view.usual.map(|u| json!({ "grams": u.grams, "doses": u.doses, "days": u.n_days })),
            "last_dose": last,
            "now": now,
            "held": view.n_held,
        }));
    }
    let voice = voice(&session);
    let width = term::columns();
    let picture = view
        .now
        .as_ref()
        .ok()
        .map(|now| pictures::draw(&picture::level(&voice, &session.frame, &view, now), width));
    term::say(&screen::today::today(
        &voice,
        &session.frame,
        &view,
        picture.as_deref(),
        usize::from(width),
    ))
}

/// Days.
pub(super) fn history(args: &History, json: bool) -> Result<()> {
    let session = Session::open()?;
    let (from, to) = pictures::span(&session, args.from.as_deref(), args.to.as_deref(), 27)?;
    let view = history_view(&session.frame, &session.diary, from, to);
    if json {
        let days: Vec<Value> = view.days.iter().map(day).collect();
        return term::say_json(&json!({
            "from": from.to_string(),
            "to": to.to_string(),
            "day_start": session.frame.day_start.hour(),
            "days": days,
            "usual": view.usual.map(|u| json!({ "grams": u.grams, "doses": u.doses, "days": u.n_days })),
        }));
    }
    term::say(&screen::history::history(&voice(&session), &view))
}

/// If nothing more were taken.
pub(super) fn forecast(args: &Forecast, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let reading = read(&session);
    let view = forecast_view(&session.frame, &reading, args.days);
    if json {
        term::say_json(
            &view
                .as_ref()
                .map_or_else(|s| json!({ "silent_because": silence_word(*s) }), forecast_json),
        )?;
        keep(&mut session, &reading);
        return Ok(());
    }
    let voice = voice(&session);
    let width = term::columns();
    let picture = view
        .as_ref()
        .ok()
        .map(|view| pictures::draw(&picture::withdrawal(&voice, &session.frame, view), width));
    term::say(&screen::forecast::forecast(
        &voice,
        &session.frame,
        &view,
        picture.as_deref(),
        usize::from(width),
    ))?;
    keep(&mut session, &reading);
    Ok(())
}

/// Keeps the forecast that was just shown, so that it can be compared with what comes. That it was shown matters more: a
/// vault that cannot be written to is said beside it and is no failure.
pub(super) fn keep(session: &mut Session, reading: &Result<Reading, Silence>) {
    let Ok(reading) = reading else { return };
    let Some(forecast) = forecast_to_keep(&session.frame, &session.diary, reading) else {
        return;
    };
    if session.write(vec![Event::Forecast(forecast)]).is_err() {
        term::say_aside(&term::words().score_not_kept());
    }
}

fn forecast_json(view: &ForecastView) -> Value {
    let likely = |likely: &forecasts::Likely| json!({ "low": likely.band.low, "mid": likely.band.mid, "high": likely.band.high, "share": likely.share });
    let series = &view.withdrawal_64;
    json!({
        "now": view.now.to_text(),
        "last_dose": view.last_dose.to_text(),
        "days": view.horizon_days,
        "onset_hours": likely(&view.onset_h),
        "peak_64": band(view.peak_64),
        "peak_hours": band(view.peak_h),
        "below_quarter_days": likely(&view.below_quarter_days),
        "day_worst_64": view.day_worst_64.iter().map(|b| band(*b)).collect::<Vec<_>>(),
        "peak_monte_carlo_error": view.peak_error,
        "withdrawal_64": {
            "at_ms": series.at_ms,
            "median": series.band.median,
            "low_50": series.band.low_50,
            "high_50": series.band.high_50,
            "low_80": series.band.low_80,
            "high_80": series.band.high_80,
        },
        "rests_on": rests_on(&view.rests_on),
        "draws": DRAWS,
        "seed": reading::SEED,
    })
}

fn rests_on(on: &RestsOn) -> Value {
    json!({
        "doses": on.n_doses,
        "days": on.n_days,
        "stood_in": on.n_stood_in,
        "left_out": on.n_left_out,
        "reports": on.n_reports,
        "unexplained_gap_hours": on.unexplained_gap_h,
        "widened_by": on.widened_by,
        "past_held": on.past_held.map(|past| json!({ "held": past.n_inside, "of": past.n })),
    })
}

fn day(row: &DayRow) -> Value {
    json!({
        "day": row.day.to_string(),
        "state": match row.state {
            DayState::NoEntry => "no_entry",
            DayState::NothingTaken => "nothing_taken",
            DayState::UnknownAmount => "unknown_amount",
            DayState::PartlyKnown => "partly_known",
            DayState::Known => "known",
        },
        "grams": row.grams.map(|g| (g * 1e6).round() / 1e6),
        "mg_mitragynine": row.mitragynine_mg.map(band),
        "doses": row.doses,
        "unknown_doses": row.unknown_doses,
        "doses_without_forecast": row.doses_without_forecast,
        "is_day_total": row.is_day_total,
    })
}

fn band(band: Band80) -> Value {
    json!({ "low": band.low, "mid": band.mid, "high": band.high })
}

fn silence_word(silence: Silence) -> &'static str {
    match silence {
        Silence::NothingLogged => "nothing_logged",
        Silence::TooFew { .. } => "too_few_doses",
        Silence::StrengthUnknown { .. } => "strength_unknown",
        Silence::MostlyUnknown { .. } => "mostly_unknown",
        Silence::WithoutForecast { .. } => "product_without_forecast",
        Silence::Stale { .. } => "stale",
    }
}
