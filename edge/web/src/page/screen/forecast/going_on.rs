//! What would come if a person went on as now: beside the forecast of stopping, and never a suggestion.

use super::{Horizons, Progress};
use crate::page::parts::{Chart, ProblemBox, chart_width};
use crate::page::state::{App, Sheet};
use crate::sheet::Course as CourseSheet;
use crate::wire;
use leptos::prelude::*;

/// The course.
#[component]
pub(super) fn GoingOn(days: RwSignal<u32>) -> impl IntoView {
    let sheet = Sheet::of(move || wire::keep_on(days.get(), chart_width()));
    view! { <Ahead sheet days/> }
}

/// A course with what is said of it; what is given stands before it.
#[component]
pub(super) fn Ahead(
    sheet: Sheet<Result<CourseSheet, String>>,
    days: RwSignal<u32>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="columns columns-aside">
            <div class="column">
                {children.map(|children| children())}
                <section class="card">
                    <Horizons days/>
                    {move || match (sheet.problem.get(), sheet.value.get()) {
                        (Some(problem), _) => view! { <ProblemBox problem/> }.into_any(),
                        (None, None) => view! { <Progress progress=sheet.progress/> }.into_any(),
                        (None, Some(Err(because))) => view! { <p>{because}</p> }.into_any(),
                        (None, Some(Ok(course))) => view! { <Chart figure=course.chart/> }.into_any(),
                    }}
                </section>
            </div>
            <div class="column">
                {move || sheet.value.get().and_then(Result::ok).map(|course| view! { <Said course/> })}
            </div>
        </div>
    }
}

/// What is assumed, the figures, and what they rest on.
#[component]
fn Said(course: CourseSheet) -> impl IntoView {
    let words = App::here().words();
    let said = |sentences: Vec<String>| sentences.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
    view! {
        <section class="card stack-tight" aria-labelledby="going-on">
            <h2 id="going-on">{words.web_forecast_course()}</h2>
            {course.lead.into_iter().map(|one| view! { <p>{one}</p> }).collect_view()}
            <ul class="stack-tight small">{said(course.figures)}</ul>
        </section>
        <section class="card" aria-labelledby="sure">
            <h2 id="sure">{words.web_forecast_sure()}</h2>
            <ul class="stack-tight small">{said(course.rests_on)}{said(course.mind)}</ul>
        </section>
    }
}
