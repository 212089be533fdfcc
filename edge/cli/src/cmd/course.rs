//! `ebb forecast --if keep-on`, `--down-by PERCENT --every DAYS` and `--plan FILE`: what would come on another condition than
//! stopping. Nothing is kept of it: a kept forecast is of the one condition that can be compared.

use super::entries::voice;
use super::pictures;
use super::views::{bands, days_above, keep_forecast, read, rests_on, silence_word};
use crate::args::{Condition as Asked, Forecast};
use crate::error::Usage;
use crate::session::Session;
use crate::term;
use anyhow::{Context, Result, bail};
use ebb_core::plan::{self, Plan, PlanError, PlanFault};
use ebb_core::view::course::{Condition, CourseView, Followed, NoCourse, Pace, Steps, Taper, course as course_view};
use ebb_core::view::forecast::Series;
use ebb_core::view::reading::Reading;
use ebb_core::view::score::course_to_keep;
use ebb_present::{picture, screen};
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;

/// A plan longer than this is none.
const LARGEST_PLAN: u64 = 1 << 20;

/// What would come if the person went on, came down step by step, or followed a plan.
pub(super) fn course(args: &Forecast, json: bool) -> Result<()> {
    let text = args.plan.as_deref().map(plan_text).transpose()?;
    let taper = taper_of(args)?;
    let mut session = Session::open()?;
    let reading = read(&session);
    let view = match &reading {
        Err(silence) => Err(NoCourse::Silent(*silence)),
        Ok(known) => {
            let condition = match (&text, taper, args.condition) {
                (Some(text), ..) => Condition::Plan(plan_of(&session, known, text)?),
                (None, Some(taper), _) => Condition::Taper(taper),
                (None, None, Asked::KeepOn) => Condition::KeepOn,
                (None, None, Asked::Stop) => Condition::Stop,
            };
            course_view(&session.frame, &reading, &condition, args.days, args.above)
        }
    };
    let voice = voice(&session);
    let to_keep = match (&view, &reading) {
        (Ok(view), Ok(reading)) => course_to_keep(&session.frame, &session.diary, reading, view),
        (Err(_), _) | (_, Err(_)) => None,
    };
    match view {
        Ok(view) if json => term::say_json(&course_json(&view)),
        Err(because) if json => term::say_json(&json!({ "silent_because": because_word(because) })),
        Ok(view) => {
            let width = term::columns();
            let picture = pictures::draw(&picture::course(&voice, &session.frame, &view), width);
            term::say(&screen::course::course(
                &voice,
                &session.frame,
                &view,
                Some(&picture),
                usize::from(width),
            ))
        }
        Err(because) => term::say(&format!(
            "{}\n{}",
            voice.words.no_forecast_title(),
            screen::course::no_course(&voice, because)
        )),
    }?;
    keep_forecast(&mut session, to_keep);
    Ok(())
}

fn taper_of(args: &Forecast) -> Result<Option<Taper>> {
    let Some((percent, every_days)) = args.down_by.zip(args.every) else {
        return Ok(None);
    };
    let pace = if args.clinician { Pace::Clinicians } else { Pace::Own };
    match Taper::new(percent, every_days, pace) {
        Ok(taper) => Ok(Some(taper)),
        Err(fault) => {
            let (what, hint) = screen::course::taper_fault(&term::words(), &term::numbers(), fault);
            bail!(Usage::new(what, hint))
        }
    }
}

fn plan_text(path: &Path) -> Result<String> {
    let mut text = String::new();
    if path.as_os_str() == "-" {
        std::io::stdin().take(LARGEST_PLAN).read_to_string(&mut text)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST_PLAN).read_to_string(&mut text))
    }
    .context("read the plan")?;
    Ok(text)
}

fn plan_of(session: &Session, reading: &Reading, text: &str) -> Result<Plan> {
    let words = term::words();
    match plan::read(text, &session.frame, &session.diary, &reading.input) {
        Ok(plan) => Ok(plan),
        Err(PlanError { line, because }) => {
            let what = match because {
                PlanFault::Phrase(error) => crate::error::ending(&error.into(), &words).what,
                because => screen::course::plan_fault(&voice(session), because).unwrap_or_default(),
            };
            bail!(Usage::new(words.err_plan(&line.to_string(), &what), words.rec_plan()))
        }
    }
}

fn course_json(view: &CourseView) -> Value {
    json!({
        "now": view.now.to_text(),
        "condition": condition(&view.followed),
        "days": view.horizon_days,
        "worst_64": bands(&view.worst_64),
        "worst_hours": bands(&view.worst_h),
        "day_worst_64": view.day_worst_64.iter().map(bands).collect::<Vec<_>>(),
        "day_highest_ng_per_ml": view.day_highest.iter().map(bands).collect::<Vec<_>>(),
        "days_above": days_above(&view.days_above),
        "tolerance_now": bands(&view.tolerance_now),
        "tolerance_end": bands(&view.tolerance_end),
        "withdrawal_64": series(&view.withdrawal_64),
        "tolerance": series(&view.tolerance),
        "level_ng_per_ml": series(&view.level),
        "monte_carlo_share": view.monte_carlo_share,
        "rests_on": rests_on(&view.rests_on),
    })
}

fn condition(followed: &Followed) -> Value {
    match followed {
        Followed::Stop => json!({ "kind": "stop" }),
        Followed::KeepOn { days, doses, stood_in } => {
            json!({ "kind": "keep_on", "days": days, "doses": doses, "stood_in": stood_in })
        }
        Followed::Taper {
            taper,
            days,
            doses,
            stood_in,
            left_at_end,
        } => json!({
            "kind": "taper",
            "percent": taper.percent(),
            "every_days": taper.every_days(),
            "clinician": taper.pace() == Pace::Clinicians,
            "days": days,
            "doses": doses,
            "stood_in": stood_in,
            "largest_down": taper.in_a_week(),
            "left_at_end": left_at_end,
            "is_steep": taper.is_steep(),
        }),
        Followed::Plan { doses, ends, steps } => json!({
            "kind": "plan",
            "doses": doses,
            "ends": ends.as_ref().map(ebb_core::moment::Moment::to_text),
            "steps": steps_json(steps),
        }),
    }
}

/// An endless step, from nothing to something, is not known: `null`.
fn steps_json(steps: &Steps) -> Value {
    json!({
        "mg_per_day": steps.mg_per_day,
        "largest_down": steps.largest_down,
        "largest_up": steps.largest_up,
        "left_at_end": steps.left_at_end,
        "is_steep": steps.is_steep(),
        "goes_up": steps.goes_up(),
        "ends_with_a_cliff": steps.ends_with_a_cliff(),
    })
}

fn series(series: &Series) -> Value {
    json!({
        "at_ms": series.at_ms,
        "median": series.band.median,
        "low_50": series.band.low_50,
        "high_50": series.band.high_50,
        "low_80": series.band.low_80,
        "high_80": series.band.high_80,
    })
}

fn because_word(because: NoCourse) -> &'static str {
    match because {
        NoCourse::Silent(silence) => silence_word(silence),
        NoCourse::TooShort { .. } => "diary_too_short",
        NoCourse::NothingLately { .. } => "nothing_lately",
    }
}
