//! A course as text: what would come on one of three conditions.

use super::forecast::score;
use super::{Voice, wrapped};
use ebb_core::plan::{MOST_PLAN_DAYS, MOST_PLAN_DOSES, PlanFault};
use ebb_core::view::Frame;
use ebb_core::view::course::{CourseView, Followed, NoCourse, Steps};
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
        Followed::Stop | Followed::Plan { .. } => vec![words.forecast_too_kind(), words.tolerance_return_warning()],
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
        let cap = cited::TAPER_HARD_CAP;
        lines.push(words.course_steep(&numbers.percent(cap.value / 100.0), &format!("{:?}", cap.grade)));
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
        NoCourse::NothingLately => voice.words.no_course_nothing_lately(),
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
