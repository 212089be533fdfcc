//! `ebb score`: how past forecasts did, as text or JSON. docs/json.md is the contract of the latter.

use super::{entries::voice, pictures};
use crate::session::Session;
use crate::term;
use anyhow::Result;
use ebb_core::view::score::{
    Against, Baseline, Compared, Distribution, FEWEST_BLOCKS, FEWEST_CHECK_INS, Lead, Mean, ScoreView, Scored, Share,
    Summary, Verdict, WidenedBecause, score as score_view,
};
use ebb_present::{picture, screen};
use serde_json::{Value, json};

/// How past forecasts did.
pub(super) fn score(json: bool) -> Result<()> {
    let session = Session::open()?;
    let view = score_view(&session.frame, &session.diary);
    if json {
        return term::say_json(&as_json(&view));
    }
    let voice = voice(&session);
    let width = term::columns();
    let picture = picture::past_forecasts(&voice, &view).map(|spec| pictures::draw(&spec, width));
    term::say(&screen::score::score(
        &voice,
        &view,
        picture.as_deref(),
        usize::from(width),
    ))
}

fn as_json(view: &ScoreView) -> Value {
    let mut value = compared(&view.stopping);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("answers".into(), view.n_answers.into());
        fields.insert("going_on".into(), compared(&view.going_on));
    }
    value
}

fn compared(view: &Compared) -> Value {
    let by_lead = view.by_lead.iter().map(|(lead, of_lead)| {
        let mut value = summary(of_lead);
        if let Some(fields) = value.as_object_mut() {
            fields.insert("lead".into(), lead_word(*lead).into());
        }
        value
    });
    json!({
        "kept": view.n_kept,
        "verdict": match view.verdict {
            Verdict::TooFew(_) => "too_few",
            Verdict::AsGood => "as_good",
            Verdict::Better => "better",
            Verdict::Worse(_) => "worse",
        },
        "worse_than": match view.verdict {
            Verdict::Worse(baseline) => Some(baseline_word(baseline)),
            Verdict::TooFew(_) | Verdict::AsGood | Verdict::Better => None,
        },
        "needed": { "check_ins": FEWEST_CHECK_INS, "blocks": FEWEST_BLOCKS },
        "all": view.all.as_ref().map(summary),
        "by_lead": by_lead.collect::<Vec<_>>(),
        "places": view.places,
        "left_out": {
            "something_taken": view.left_out.something_taken,
            "not_as_assumed": view.left_out.not_as_assumed,
            "nobody_said": view.left_out.nobody_said,
        },
        "widening": {
            "factor": view.widening.factor,
            "because": view.widening.because.map(|because| match because {
                WidenedBecause::HeldTooFew => "held_too_few",
                WidenedBecause::Worse(_) => "worse_than_baseline",
            }),
        },
        "scored": view.scored.iter().map(scored).collect::<Vec<_>>(),
    })
}

fn summary(summary: &Summary) -> Value {
    json!({
        "comparisons": summary.n,
        "check_ins": summary.n_check_ins,
        "blocks": summary.n_blocks,
        "inside_50": share(summary.inside_50),
        "inside_80": share(summary.inside_80),
        "own_inside_80": share(summary.own_inside_80),
        "crps": summary.crps,
        "bias": mean(summary.bias),
        "against_last_value": summary.last_value.map(against),
        "against_population": summary.population.map(against),
    })
}

fn share(share: Share) -> Value {
    json!({ "held": share.n_inside, "of": share.n, "share": share.share, "low": share.low, "high": share.high })
}

/// An endless end of an interval is not known: `null`.
fn mean(mean: Mean) -> Value {
    json!({ "mean": mean.value, "low": mean.low, "high": mean.high })
}

fn against(against: Against) -> Value {
    json!({
        "comparisons": against.n,
        "check_ins": against.n_check_ins,
        "crps": against.crps,
        "baseline_crps": against.baseline_crps,
        "skill": against.skill,
        "difference": mean(against.difference),
    })
}

fn scored(one: &Scored) -> Value {
    let crps = |of: &Option<Distribution>| of.as_ref().map(|of| of.crps(one.said));
    let of = &one.forecast_64;
    json!({
        "check_in": one.check_in.to_string(),
        "forecast": one.forecast.to_string(),
        "when": one.when.to_text(),
        "shown": one.shown.to_text(),
        "lead": lead_word(one.lead),
        "lead_hours": one.lead_h,
        "said": one.said,
        "median": of.median(),
        "low_50": of.band(0.5).0,
        "high_50": of.band(0.5).1,
        "low_80": of.band(0.8).0,
        "high_80": of.band(0.8).1,
        "place": one.place(),
        "crps": of.crps(one.said),
        "last_value_crps": crps(&one.last_value_64),
        "population_crps": crps(&one.population_64),
    })
}

fn lead_word(lead: Lead) -> &'static str {
    match lead {
        Lead::Hours => "hours",
        Lead::Day => "day",
        Lead::Days => "days",
        Lead::Week => "week",
        Lead::Weeks => "weeks",
    }
}

fn baseline_word(baseline: Baseline) -> &'static str {
    match baseline {
        Baseline::LastValue => "last_value",
        Baseline::Population => "population",
    }
}
