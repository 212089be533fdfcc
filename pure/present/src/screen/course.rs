//! A course as text: what would come on one of four conditions.

use super::forecast::score;
use super::{Voice, wrapped};
use crate::number::Numbers;
use crate::words::Words;
use ebb_core::plan::{MOST_PLAN_DAYS, MOST_PLAN_DOSES, PlanFault};
use ebb_core::view::Frame;
use ebb_core::view::course::{
    CourseView, Followed, MOST_STEP_DAYS, MOST_STEP_PERCENT, NoCourse, Pace, STEEPEST, Steps, Taper, TaperFault,
};
use ebb_core::view::forecast::{ABOVE, DaysAbove};
use ebb_evidence::cited;

/// The screen in at most `width` columns; `picture` is the chart, drawn elsewhere.
#[must_use]
pub fn course(voice: &Voice, frame: &Frame, view: &CourseView, picture: Option<&str>, width: usize) -> String {
    let words = &voice.words;
    let mut text = format!("{}\n\n", title(voice, &view.followed));
    let mut say = |sentence: &str| {
        text.push_str(&wrapped(sentence, "  ", width));
        text.push('\n');
    };
    say(&words.forecast_lead());
    lead(voice, frame, &view.followed).iter().for_each(|line| say(line));
    say("");
    figures(voice, view).iter().for_each(|line| say(line));
    text.push('\n');
    if let Some(picture) = picture {
        text.push_str(picture.trim_end());
        text.push_str("\n\n");
    }
    text.push_str(&format!("  {}\n", words.course_days_heading()));
    for (idx, bands) in view.day_worst_64.iter().enumerate() {
        let day = words.day_numbered(idx as u64 + 1);
        text.push_str(&format!("  {day:<8} {}\n", score(voice, bands.outer())));
    }
    text.push('\n');
    let rests_on = voice.rests_on(&view.rests_on);
    let goes_down = match view.followed {
        Followed::KeepOn { .. } => Vec::new(),
        Followed::Stop | Followed::Taper { .. } | Followed::Plan { .. } => {
            vec![words.forecast_too_kind(), words.tolerance_return_warning()]
        }
    };
    let closing = [words.notice_model_general(), words.forecast_severe()];
    for sentence in rests_on.iter().chain(&goes_down).chain(&closing) {
        text.push_str(&wrapped(sentence, "  ", width));
        text.push('\n');
    }
    text
}

/// Its name.
#[must_use]
pub fn title(voice: &Voice, followed: &Followed) -> String {
    match followed {
        Followed::Stop => voice.words.course_stop_title(),
        Followed::KeepOn { .. } => voice.words.course_keep_on_title(),
        Followed::Taper { .. } => voice.words.course_taper_title(),
        Followed::Plan { .. } => voice.words.course_plan_title(),
    }
}

/// What is assumed, and what should be seen of a plan before its curve.
#[must_use]
pub fn lead(voice: &Voice, frame: &Frame, followed: &Followed) -> Vec<String> {
    let words = &voice.words;
    match followed {
        Followed::Stop => Vec::new(),
        Followed::KeepOn { days, doses, stood_in } => {
            let doses = words.dose_count(*doses as u64);
            let mut lines = vec![words.course_keep_on_lead(&doses, &words.day_count(u64::from(*days)))];
            if *stood_in > 0 {
                lines.push(words.course_stood_in(*stood_in as u64));
            }
            lines
        }
        Followed::Taper {
            taper,
            days,
            doses,
            stood_in,
            left_at_end,
        } => {
            let (doses, days) = (words.dose_count(*doses as u64), words.day_count(u64::from(*days)));
            let every = words.day_count(u64::from(taper.every_days()));
            let mut lines = vec![words.course_taper_lead(&doses, &days, &every, &percent(voice, taper))];
            if *stood_in > 0 {
                lines.push(words.course_stood_in(*stood_in as u64));
            }
            lines.extend(pace_of(voice, taper));
            lines.push(words.course_taper_left(&voice.numbers.percent(*left_at_end)));
            lines.push(words.course_taper_care());
            lines
        }
        Followed::Plan { doses, ends, steps } => {
            let mut lines = vec![match ends {
                None => words.course_plan_empty(),
                Some(ends) => words.course_plan_lead(&words.dose_count(*doses as u64), &voice.moment(ends, frame)),
            }];
            lines.extend(steps_of(voice, steps));
            lines
        }
    }
}

fn percent(voice: &Voice, taper: &Taper) -> String {
    voice.numbers.percent(f64::from(taper.percent()) / 100.0)
}

/// How fast one comes down, the largest step in a week first.
fn pace_of(voice: &Voice, taper: &Taper) -> Vec<String> {
    let (words, numbers) = (&voice.words, &voice.numbers);
    let mut lines = vec![words.course_largest_step(&percent_up(numbers, taper.in_a_week()))];
    if taper.is_steep() {
        lines.push(steep(voice));
    } else if taper.is_faster_than_usual() {
        let usual = cited::TAPER_DEFAULT_STEP;
        lines.push(words.course_taper_fast(&numbers.percent(usual.value / 100.0), usual.grade.letter()));
    }
    if taper.pace() == Pace::Clinicians {
        lines.push(words.course_taper_clinicians());
    }
    lines
}

/// Rounded upwards: what is above a ceiling never reads as if it were on it.
fn percent_up(numbers: &Numbers, share: f64) -> String {
    const ROUNDING: f64 = 1e-6;
    numbers.percent((share * 100.0 - ROUNDING).ceil() / 100.0)
}

fn steep(voice: &Voice) -> String {
    let cap = cited::TAPER_HARD_CAP;
    voice
        .words
        .course_steep(&voice.numbers.percent(cap.value / 100.0), cap.grade.letter())
}

/// How a plan goes down, the largest step first.
#[must_use]
pub fn steps_of(voice: &Voice, steps: &Steps) -> Vec<String> {
    let (words, numbers) = (&voice.words, &voice.numbers);
    let mut lines = vec![if steps.largest_down > 0.0 {
        words.course_largest_step(&numbers.percent(steps.largest_down))
    } else {
        words.course_no_step()
    }];
    if steps.is_steep() {
        lines.push(steep(voice));
    }
    if steps.goes_up() {
        lines.push(words.course_goes_up());
    }
    if steps.ends_with_a_cliff() {
        lines.push(words.course_cliff(&numbers.percent(steps.left_at_end)));
    }
    lines
}

/// The figures: the worst, when, tolerance, days above a score.
#[must_use]
pub fn figures(voice: &Voice, view: &CourseView) -> Vec<String> {
    let (words, numbers) = (&voice.words, &voice.numbers);
    let inner = view.worst_64.inner();
    let tolerance = |bands: ebb_core::view::Bands| numbers.range(bands.low_80, bands.high_80, "");
    let mut lines = vec![
        words.course_worst(
            &score(voice, view.worst_64.outer()),
            &numbers.range_stepped(inner.low, inner.high, 1.0),
        ),
        words.course_worst_in(&numbers.duration_range(view.worst_h.low_80, view.worst_h.high_80)),
    ];
    lines.extend(days_above(voice, &view.days_above));
    lines.push(words.course_tolerance(
        &tolerance(view.tolerance_now),
        &tolerance(view.tolerance_end),
        &words.day_count(u64::from(view.horizon_days)),
    ));
    lines
}

/// How many days reach a score. Nothing when it could be none or all of them, which tells nothing; whoever chose the score is
/// answered all the same.
#[must_use]
pub fn days_above(voice: &Voice, days: &DaysAbove) -> Option<String> {
    let numbers = &voice.numbers;
    let is_chosen = days.score.to_bits() != ABOVE.to_bits();
    (is_chosen || !days.spans_all()).then(|| {
        voice.words.days_above(
            &numbers.exact(days.score),
            &numbers.exact(f64::from(days.of)),
            &numbers.range_stepped(days.days.low_80, days.days.high_80, 1.0),
        )
    })
}

/// Why there is no course.
#[must_use]
pub fn no_course(voice: &Voice, because: NoCourse) -> String {
    match because {
        NoCourse::Silent(silence) => voice.silence(silence),
        NoCourse::TooShort { days, need } => voice.words.no_course_short(u64::from(days), u64::from(need)),
        NoCourse::NothingLately { days } => {
            let days = voice.words.day_count(u64::from(days));
            voice.words.no_course_nothing_lately(&days)
        }
    }
}

/// Why a taper is none, and what to do.
#[must_use]
pub fn taper_fault(words: &Words, numbers: &Numbers, fault: TaperFault) -> (String, String) {
    match fault {
        TaperFault::Percent(_) => (
            words.err_taper_percent(&numbers.exact(f64::from(MOST_STEP_PERCENT))),
            words.rec_taper_percent(),
        ),
        TaperFault::Days(_) => (
            words.err_taper_days(&numbers.exact(f64::from(MOST_STEP_DAYS))),
            words.rec_taper_days(),
        ),
        TaperFault::TooFast { in_a_week } => (
            words.err_taper_fast(&percent_up(numbers, in_a_week), &numbers.percent(STEEPEST)),
            words.rec_taper_fast(),
        ),
    }
}

/// What is wrong with a line of a plan; `None` for a phrase that cannot be read, which has words of its own.
#[must_use]
pub fn plan_fault(voice: &Voice, fault: PlanFault) -> Option<String> {
    let (words, numbers) = (&voice.words, &voice.numbers);
    Some(match fault {
        PlanFault::NoDate => words.plan_no_date(),
        PlanFault::Past => words.plan_past(),
        PlanFault::TooFar => words.plan_too_far(&numbers.exact(MOST_PLAN_DAYS as f64)),
        PlanFault::Unknown => words.plan_unknown(),
        PlanFault::NoProduct => words.plan_no_product(),
        PlanFault::NoStrength => words.plan_no_strength(),
        PlanFault::WithoutForecast => words.plan_without_forecast(),
        PlanFault::TooMany => words.plan_too_many(&numbers.exact(MOST_PLAN_DOSES as f64)),
        _ => return None,
    })
}
