//! What Ebb learned from reports, beside most people, and the ways back: off, or anew.

use crate::page::once::Pen;
use crate::page::parts::{Await, BandMark, Chart, Icon, ProblemBox, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{Learned as LearnedSheet, LearnedRow};
use crate::wire;
use ebb_core::event::LearningSays;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Learned() -> impl IntoView {
    let words = App::here().words();
    let sheet = Sheet::of(|| wire::learned(chart_width()));
    view! {
        <header class="head">
            <h1>{words.learned_title()}</h1>
            <p>{words.learned_lead()}</p>
        </header>
        <Await sheet view=move |learned: LearnedSheet| view! { <Body learned/> }/>
    }
}

#[component]
fn Body(learned: LearnedSheet) -> impl IntoView {
    let words = App::here().words();
    let rows = learned
        .numbers
        .into_iter()
        .map(|row| view! { <Row row/> })
        .collect_view();
    let has_numbers = learned.has_learned;
    let (batches, told) = (learned.batches, learned.told);
    let past = learned
        .past
        .into_iter()
        .map(|part| view! { {part.heading.map(|heading| view! { <h3>{heading}</h3> })} {sentences(part.said)} })
        .collect_view();
    let past_chart = learned.past_chart.map(|figure| view! { <Chart figure/> });
    view! {
        <div class="columns columns-aside">
            <div class="column">
                <section class="card stack" aria-labelledby="state">
                    <h2 id="state">{words.web_learned_from()}</h2>
                    {sentences(learned.state)}
                    {sentences_quiet(learned.left_out)}
                    <p class="actions">
                        <a class="button" href=Route::CheckIn.address()><Icon name="checkin"/><span>{words.web_nav_check_in()}</span></a>
                    </p>
                </section>
                {has_numbers.then(|| view! {
                    <section class="card" aria-labelledby="numbers">
                        <h2 id="numbers">{words.learned_numbers_heading()}</h2>
                        <dl class="stats">{rows}</dl>
                    </section>
                })}
            </div>
            <div class="column">
                {(!batches.is_empty()).then(|| view! {
                    <section class="card stack-tight" aria-labelledby="batches">
                        <h2 id="batches">{words.learned_batches_heading()}</h2>
                        {sentences(batches)}
                    </section>
                })}
                {(!told.is_empty()).then(|| view! {
                    <section class="card stack-tight" aria-labelledby="kinds">
                        <h2 id="kinds">{words.learned_kinds_heading()}</h2>
                        {sentences(told)}
                        {sentences_quiet(learned.limits)}
                    </section>
                })}
                <section class="card stack-tight" aria-labelledby="past">
                    <h2 id="past">{words.score_title()}</h2>
                    {past_chart}
                    {past}
                </section>
                <Ways is_on=learned.is_on has_learned=has_numbers/>
            </div>
        </div>
    }
}

fn sentences(sentences: Vec<String>) -> impl IntoView {
    sentences
        .into_iter()
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect_view()
}

fn sentences_quiet(sentences: Vec<String>) -> impl IntoView {
    let quiet = |sentence| view! { <p class="small quiet">{sentence}</p> };
    sentences.into_iter().map(quiet).collect_view()
}

/// A number: what is believed of the person, and below it of anybody.
#[component]
fn Row(row: LearnedRow) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="stat">
            <dt>{row.name}</dt>
            <dd class="pair">
                <p class="small">{row.said}</p>
                <span class="fine" aria-hidden="true">{words.learned_you()}</span><BandMark shares=row.you/>
                <span class="fine" aria-hidden="true">{words.learned_people()}</span><BandMark shares=row.most_people/>
            </dd>
        </div>
    }
}

/// Off and on, and anew. Either can be taken back.
#[component]
fn Ways(is_on: bool, has_learned: bool) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let say = move |says| pen.write(app, wire::say_of_learning(says), || {});
    let anew = has_learned.then(|| {
        view! {
            <button class="button button-quiet" type="button" aria-disabled=move || pen.is_busy.get().to_string()
                on:click=move |_| say(LearningSays::Reset)>{words.web_learned_reset()}</button>
        }
    });
    let (says, name) = match is_on {
        true => (LearningSays::Off, words.web_learned_off()),
        false => (LearningSays::On, words.web_learned_on()),
    };
    view! {
        <section class="card stack" aria-labelledby="ways">
            <h2 id="ways">{words.web_learned_ways()}</h2>
            <p>{words.learned_ways_back()}</p>
            <div class="actions">
                {anew}
                <button class="button button-quiet" type="button" aria-disabled=move || pen.is_busy.get().to_string()
                    on:click=move |_| say(says)>{name}</button>
            </div>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <p><a href=Route::Learn(Some("what-the-numbers-mean".to_owned())).address()>{words.web_forecast_how()}</a></p>
        </section>
    }
}
