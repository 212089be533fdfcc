//! Small parts that many screens share: icons, pictures, notices, fields. Classes are those of `style.css`.

use super::state::{App, Sheet};
use crate::platform::file_address;
use crate::sheet::{Figure, Notice, Problem, Quiet, Ranged, Tone};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

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

/// Pixels a chart is drawn for: a column of this window.
pub(super) fn chart_width() -> u16 {
    const WIDE: f64 = 960.0;
    let width = window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .unwrap_or(360.0);
    let column = if width >= WIDE {
        (width - 360.0) / 2.0
    } else {
        width - 48.0
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what fits"
    )]
    let pixels = column.clamp(280.0, 720.0) as u16;
    pixels
}

/// A picture with its heading and its words.
#[component]
pub(super) fn Chart(figure: Figure) -> impl IntoView {
    let words = App::here().words();
    view! {
        <figure class="chart">
            <figcaption><h2>{figure.title}</h2></figcaption>
            <div class="chart-plot" inner_html=figure.svg></div>
            <details class="fold">
                <summary>{words.web_in_words()}</summary>
                <p class="fold-body">{figure.description}</p>
            </details>
        </figure>
    }
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

/// A value with its range, in words and as a bar.
#[component]
pub(super) fn RangedStat(ranged: Ranged) -> impl IntoView {
    let [low, mid, high] = ranged.shares;
    let bar = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        // Styles are set from here: the page's policy forbids them in markup.
        if let Some(bar) = bar.get() {
            let style = web_sys::HtmlElement::style(bar.unchecked_ref());
            for (name, value) in [("--low", low), ("--mid", mid), ("--high", high)] {
                let _ = style.set_property(name, &format!("{value:.4}"));
            }
        }
    });
    view! {
        <div class="stat">
            <p class="stat-label">{ranged.label}</p>
            <p class="stat-value amount">{ranged.middle}</p>
            <div class="band" node_ref=bar aria-hidden="true"></div>
            <p class="stat-range amount">{ranged.range}</p>
        </div>
    }
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

/// Bones of what is coming, and how far it is.
#[component]
fn Waiting(progress: RwSignal<Option<(usize, usize)>>) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="skeleton" role="status" aria-label=words.web_working()>
            <div class="bone"></div><div class="bone"></div><div class="bone"></div>
            {move || progress.get().map(|(done, total)| {
                view! { <progress class="progress" max=total.to_string() prop:value=done.to_string()></progress> }
            })}
        </div>
    }
}
