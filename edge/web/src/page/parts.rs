//! Small parts that many screens share: icons, pictures, notices, fields. Classes are those of `style.css`.

pub(super) use super::chart::{Chart, chart_width};
use super::state::{App, Sheet};
use super::told::{Amount, Say};
use crate::platform::file_address;
use crate::sheet::{Notice, Problem, Quiet, Ranged, Told, Tone, marked};
use leptos::prelude::*;

/// An icon of the sprite; says nothing by itself.
#[component]
pub(super) fn Icon(name: &'static str, #[prop(optional)] class: &'static str) -> impl IntoView {
    let class = if class.is_empty() { "icon" } else { class };
    let href = format!("{}#{name}", file_address("icons.svg"));
    view! { <svg class=class aria-hidden="true"><use_ href=href></use_></svg> }
}

/// The waterline.
#[component]
pub(super) fn Tide() -> impl IntoView {
    let href = format!("{}#tide", file_address("icons.svg"));
    view! { <svg class="tide" aria-hidden="true" preserveAspectRatio="none"><use_ href=href></use_></svg> }
}

/// Something to know.
#[component]
pub(super) fn NoticeBox(notice: Notice) -> impl IntoView {
    let (class, icon) = match notice.tone {
        Tone::Calm => ("notice", "info"),
        Tone::Caution => ("notice notice-caution", "warning"),
        Tone::Urgent => ("notice notice-urgent", "warning"),
    };
    view! { <div class=class><Icon name=icon/><div><p>{notice.text}</p></div></div> }
}

/// What went wrong and what to do, where it happened.
#[component]
pub(super) fn ProblemBox(problem: Problem) -> impl IntoView {
    view! {
        <div class="notice notice-caution" role="alert">
            <Icon name="warning"/>
            <div><p><strong>{problem.what}</strong></p><p>{problem.advice}</p></div>
        </div>
    }
}

/// Why nothing is said.
#[component]
pub(super) fn QuietBox(quiet: Quiet) -> impl IntoView {
    view! { <div class="notice"><Icon name="info"/><div><h2>{quiet.title}</h2><p>{quiet.reason}</p></div></div> }
}

/// A value with its range, in words and as a band; stands in a `dl.stats`.
#[component]
pub(super) fn RangedStat(
    ranged: Ranged,
    /// Stands behind the middle.
    #[prop(optional, into)]
    unit: Option<String>,
) -> impl IntoView {
    let words = App::here().words();
    let [from, to] = ranged.scale;
    let likely = Told::from(words.today_likely(&marked(&ranged.range)));
    view! {
        <div class="stat">
            <dt>{ranged.label}</dt>
            <dd>
                <span class="stat-value"><Amount figure=ranged.middle/></span>
                {unit.map(|unit| view! { <span class="stat-unit">{unit}</span> })}
                <span class="stat-range"><Say told=likely/></span>
                <BandMark shares=ranged.shares/>
                <span class="band-ends" aria-hidden="true"><span>{from}</span><span>{to}</span></span>
            </dd>
        </div>
    }
}

/// Where a value may lie: low end, middle and high end as shares of a scale. Says nothing by itself.
#[component]
pub(super) fn BandMark(shares: [f64; 3]) -> impl IntoView {
    let [low, middle, high] = shares.map(percent);
    view! {
        <svg class="band" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="band-track" y="2" width="100" height="6" rx="1"></rect>
            <rect class="band-range" y="2" height="6" x=tenths(low) width=tenths((high - low).max(1.0))></rect>
            <path class="band-mark" d=format!("M{0} 1V9", tenths(middle))></path>
        </svg>
    }
}

/// A bar as long as a share of the longest. Says nothing by itself.
#[component]
pub(super) fn BandBar(share: f64) -> impl IntoView {
    view! {
        <svg class="band" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="band-track" width="100" height="10"></rect>
            <rect class="band-bar" width=tenths(percent(share).max(1.0)) height="10"></rect>
        </svg>
    }
}

fn percent(share: f64) -> f64 {
    if share.is_finite() {
        share.clamp(0.0, 1.0) * 100.0
    } else {
        0.0
    }
}

fn tenths(value: f64) -> String {
    format!("{value:.1}")
}

/// What is asked for, once it is there; quiet bones until then, and what went wrong if it did.
#[component]
pub(super) fn Await<T, F, V>(sheet: Sheet<T>, view: F) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    move || match (sheet.value.get(), sheet.problem.get()) {
        (_, Some(problem)) => view! { <ProblemBox problem/> }.into_any(),
        (Some(value), None) => view(value).into_any(),
        (None, None) => view! { <Waiting progress=sheet.progress/> }.into_any(),
    }
}

/// The place of what is coming, and how far it is.
#[component]
fn Waiting(progress: RwSignal<Option<(usize, usize)>>) -> impl IntoView {
    let words = App::here().words();
    let steps = move || progress.get().map_or((0, 1), |(done, total)| (done, total.max(1)));
    view! {
        <section class="card" aria-busy="true">
            <p class="quiet small" id="waiting" role="status">{words.web_working()}</p>
            <Show when=move || progress.get().is_some()>
                <progress aria-labelledby="waiting" max=move || steps().1.to_string() prop:value=move || steps().0.to_string()></progress>
            </Show>
            <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton skeleton-short"></span>
        </section>
    }
}
