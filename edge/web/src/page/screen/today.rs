//! Today: what it adds up to, one tap to log, how the last dose felt, and what the engine says.

use crate::page::parts::{Await, Chart, Icon, NoticeBox, QuietBox, RangedStat, Tide, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{LastDose, Preset, ReadingCard, Today as TodaySheet};
use crate::wire;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Today() -> impl IntoView {
    let sheet = Sheet::of(wire::today);
    let reading = Sheet::of(move || wire::reading(chart_width()));
    view! {
        <Await sheet view=move |today: TodaySheet| view! {
            <Hero today=today.clone()/>
            <div class="shore"><div class="columns">
                <div class="column">
                    <Again again=today.again/>
                    {today.notices.into_iter().map(|notice| view! { <NoticeBox notice/> }).collect_view()}
                    {today.last.filter(|last| last.asks).map(|last| view! { <Felt last/> })}
                </div>
                <div class="column">
                    <Await sheet=reading view=move |reading| match reading {
                        Ok(card) => view! { <Reading card/> }.into_any(),
                        Err(quiet) => view! { <QuietBox quiet/> }.into_any(),
                    }/>
                </div>
            </div></div>
        }/>
    }
}

#[component]
fn Hero(today: TodaySheet) -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="hero">
            <div class="hero-text">
                <div class="hero-title"><h1>{words.today_title()}</h1><span>{today.day}</span></div>
                <p class="figure"><span class="amount">{today.usage.said}</span></p>
                <p class="quiet amount">{today.usage.usual}</p>
                {today.last.map(|last| view! { <p class="quiet"><span class="amount">{last.said}</span>{last.ago.map(|ago| format!(" ({ago})"))}</p> })}
            </div>
            <Tide/>
        </header>
    }
}

#[component]
fn Again(again: Vec<Preset>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let first = again.into_iter().next().map(|preset| {
        let form = preset.form.clone();
        view! {
            <button class="button button-large" type="button" on:click=move |_| app.write(wire::log(form.clone()), || {})>
                <Icon name="plus"/><span class="amount">{words.web_log_again(&preset.said)}</span>
            </button>
        }
    });
    view! {
        <div class="actions">
            {first}
            <a class="button button-quiet button-large" href=Route::Log.address()>{words.web_log_other()}</a>
        </div>
    }
}

#[component]
fn Felt(last: LastDose) -> impl IntoView {
    view! { <section class="card"><h2>{last.said}</h2></section> }
}

#[component]
fn Reading(card: ReadingCard) -> impl IntoView {
    view! {
        <section class="card"><Chart figure=card.chart/></section>
        <section class="card stats">
            <RangedStat ranged=card.level/>
            <RangedStat ranged=card.tolerance/>
            <RangedStat ranged=card.withdrawal/>
            <RangedStat ranged=card.stop/>
        </section>
    }
}
