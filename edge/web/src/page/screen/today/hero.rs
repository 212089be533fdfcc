//! The head of the day: one large figure, and how it lies beside the usual.

use super::part;
use crate::page::parts::Tide;
use crate::page::state::{App, Sheet};
use crate::page::told::{Amount, Say};
use crate::sheet::{Bar, Today as TodaySheet, Usage};
use leptos::prelude::*;

/// The head. Its lines keep their places while they are asked for.
#[component]
pub(super) fn Hero(sheet: Sheet<TodaySheet>) -> impl IntoView {
    let words = App::here().words();
    let day = part(sheet, |today| today.day.clone());
    let head = part(sheet, |today| (today.usage.clone(), today.last.clone()));
    view! {
        <header class="hero">
            <div class="hero-text">
                <div class="hero-title"><h1>{words.today_title()}</h1><span>{move || day.get()}</span></div>
                {move || match head.get() {
                    Some((usage, last)) => view! {
                        <Figure usage/>
                        {last.map(|last| view! { <p class="quiet"><Say told=last/></p> })}
                    }
                    .into_any(),
                    None => view! {
                        <p class="figure" aria-hidden="true"><span class="skeleton skeleton-short"></span></p>
                        <p class="quiet" aria-hidden="true"><span class="skeleton"></span></p>
                    }
                    .into_any(),
                }}
            </div>
            <Tide/>
        </header>
    }
}

#[component]
fn Figure(usage: Usage) -> impl IntoView {
    let compared = usage.compared.map(|told| view! { <p class="quiet"><Say told/></p> });
    let aside = (!usage.aside.is_empty()).then(|| view! { <p class="quiet">{usage.aside.join(" ")}</p> });
    match usage.figure {
        Some(figure) => view! {
            <p class="figure"><Amount figure/>" "<small><Say told=usage.rest/></small></p>
            {compared}
            {aside}
        }
        .into_any(),
        None => view! { <p class="quiet"><Say told=usage.rest/></p>{compared}{aside} }.into_any(),
    }
}

/// Grams and doses, apart, each beside the usual.
#[component]
pub(super) fn Beside(bars: Vec<Bar>) -> impl IntoView {
    let words = App::here().words();
    let bars = bars.into_iter().map(|bar| {
        let width = format!("{:.1}", bar.share * 100.0);
        let mark = format!("M{:.1} 1V9", bar.usual_share * 100.0);
        view! {
            <div class="stat">
                <dt>{bar.label}</dt>
                <dd>
                    <span class="stat-value"><Amount figure=bar.said/></span>
                    <span class="stat-range"><Say told=bar.usual/></span>
                    <svg class="band" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="band-track" y="2" width="100" height="6" rx="1"></rect>
                        <rect class="band-bar" y="2" width=width height="6" rx="1"></rect>
                        <path class="band-mark" d=mark></path>
                    </svg>
                </dd>
            </div>
        }
    });
    view! {
        <section class="card" aria-labelledby="beside">
            <h2 id="beside">{words.today_beside_usual()}</h2>
            <dl class="stats">{bars.collect_view()}</dl>
        </section>
    }
}
