//! `ebb today`, `history`, `forecast`: the views, as text or JSON. docs/json.md is the contract of the latter.

use super::{entries::voice, pictures};
use crate::args::{Condition, Forecast, History};
use crate::error::Usage;
use crate::session::Session;
use crate::term::{self, Progress};
use anyhow::Result;
use ebb_core::event::Event;
use ebb_core::view::ask::{Ask, AskNext, ask_next};
use ebb_core::view::forecast::{DaysAbove, ForecastView, forecast_above};
use ebb_core::view::history::{DayRow, DayState, history as history_view};
use ebb_core::view::reading::{self, DRAWS, Learning, Reading, RestsOn, Silence};
use ebb_core::view::score::forecast_to_keep;
use ebb_core::view::today::today as today_view;
use ebb_core::view::{Band80, Bands, forecast as forecasts};
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
    while !run.step(DRAWS_A_STEP) {
        let at = run.progress();
        progress.at(at.done as usize, at.total as usize);
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
    let next = reading.as_ref().ok();
    let next = next.and_then(|reading| ask_next(&session.frame, &session.diary, reading));
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
            "ask": next.as_ref().map(ask_json),
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
    ))?;
    if let Some(next) = next {
        term::hint(&screen::learned::ask(&voice, &session.frame, &next));
    }
    Ok(())
}

/// What would teach most now, after something was said.
pub(super) fn hint_what_to_say(session: &Session) {
    let reading = read(session).ok();
    let next = reading.and_then(|reading| ask_next(&session.frame, &session.diary, &reading));
    if let Some(next) = next {
        term::hint(&screen::learned::ask(&voice(session), &session.frame, &next));
    }
}

fn ask_json(next: &AskNext) -> Value {
    let (question, dose) = match next.ask {
        Ask::CheckIn => ("check_in", None),
        Ask::Felt { dose } => ("felt_strength", Some(dose)),
        Ask::Lasted { dose } => ("felt_duration", Some(dose)),
    };
    json!({ "question": question, "dose": dose.map(|dose| dose.to_string()), "nats": next.nats })
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

/// What would come, on the condition that was asked for.
pub(super) fn forecast(args: &Forecast, json: bool) -> Result<()> {
    if !(0.0..=64.0).contains(&args.above) {
        return Err(Usage::new("--above is out of range", "use points from 0 to 64").into());
    }
    if args.plan.is_some() || args.down_by.is_some() || args.condition == Condition::KeepOn {
        return super::course::course(args, json);
    }
    let mut session = Session::open()?;
    let reading = read(&session);
    let view = forecast_above(&session.frame, &reading, args.days, args.above);
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
    let forecast = forecast_to_keep(&session.frame, &session.diary, reading);
    keep_forecast(session, forecast);
}

/// The same of one that is made already; of none, nothing.
pub(super) fn keep_forecast(session: &mut Session, forecast: Option<ebb_core::event::Forecast>) {
    let Some(forecast) = forecast else { return };
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
        "peak_64_inner": band(view.peak_bands_64.inner()),
        "peak_hours": band(view.peak_h),
        "below_quarter_days": likely(&view.below_quarter_days),
        "day_worst_64": view.day_worst_64.iter().map(|b| band(*b)).collect::<Vec<_>>(),
        "days_above": days_above(&view.days_above),
        "peak_monte_carlo_error": view.peak_error,
        "monte_carlo_share": view.monte_carlo_share,
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

/// A middle and its two bands.
pub(super) fn bands(bands: &Bands) -> Value {
    json!({
        "low": bands.low_80,
        "low_50": bands.low_50,
        "mid": bands.mid,
        "high_50": bands.high_50,
        "high": bands.high_80,
    })
}

pub(super) fn days_above(days: &DaysAbove) -> Value {
    json!({ "score": days.score, "days": bands(&days.days), "share_any": days.share_any, "of": days.of })
}

pub(super) fn learning_word(learning: Learning) -> &'static str {
    match learning {
        Learning::Off => "off",
        Learning::NoReports => "no_reports",
        Learning::Unclear => "unclear",
        Learning::Learned => "learned",
    }
}

pub(super) fn rests_on(on: &RestsOn) -> Value {
    json!({
        "doses": on.n_doses,
        "days": on.n_days,
        "stood_in": on.n_stood_in,
        "left_out": on.n_left_out,
        "reports": on.n_reports,
        "reports_by_kind": { "felt": on.reports.felt, "lasted": on.reports.lasted, "symptoms": on.reports.symptoms },
        "reports_left_out": on.reports_left_out.total(),
        "learning": learning_word(on.learning),
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

pub(super) fn silence_word(silence: Silence) -> &'static str {
    match silence {
        Silence::NothingLogged => "nothing_logged",
        Silence::TooFew { .. } => "too_few_doses",
        Silence::StrengthUnknown { .. } => "strength_unknown",
        Silence::MostlyUnknown { .. } => "mostly_unknown",
        Silence::WithoutForecast { .. } => "product_without_forecast",
        Silence::Stale { .. } => "stale",
    }
}
