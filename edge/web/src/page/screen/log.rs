//! Log: a usual dose in one tap, another one put together, or something else.
//!
//! What is offered is the person's own history. The button says what it will log before it does.

mod amount;
mod extras;
mod fields;
mod product;
mod usual;
mod when;

pub(super) use amount::what_is_wrong;
pub(super) use fields::{DoseFields, FilledIn};
pub(super) use when::{WhenField, said_when};

use crate::form::{DoseDraft, When};
use crate::page::once::Pen;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::page::ticking::every_minute;
use crate::page::told::Say;
use crate::sheet::{LogPad, Told};
use crate::wire;
use leptos::prelude::*;
use usual::Usual;

/// The screen; on a `day` of the past, `2026-02-03`, if one is named.
#[component]
pub(super) fn Log(day: Option<String>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let minute = every_minute();
    let sheet = Sheet::of(move || {
        minute.track();
        wire::log_pad()
    });
    let pad = Memo::new(move |_| sheet.value.get().unwrap_or_default());
    let is_there = Memo::new(move |_| sheet.value.with(Option::is_some));
    let is_today = day.is_none();
    let when = day.map_or(When::Now, When::DayOnly);
    view! {
        <header class="head"><h1>{words.log_title()}</h1></header>
        {move || sheet.problem.get().map(|problem| view! { <ProblemBox problem/> })}
        <div class="columns columns-aside">
            <div class="column">
                {move || is_there.get().then(|| view! {
                    {is_today.then(|| view! { <Usual pad/> })}
                    <Another pad when=when.clone()/>
                })}
            </div>
            <div class="column"><Else pad/></div>
        </div>
    }
}

/// Another dose, put together.
#[component]
fn Another(pad: Memo<LogPad>, when: When) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let mut draft = pad.with_untracked(DoseDraft::fresh);
    if app.prefs.with_untracked(|prefs| prefs.hides_amounts) {
        // What was taken last is covered everywhere; it does not stand in a field either.
        draft.amount.clear();
    }
    let filled_in = FilledIn::new(draft, when);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(form) = filled_in.form() {
            pen.write(app, wire::log(form), move || app.go(&Route::Today));
        }
    };
    let said = Memo::new(move |_| told(app, filled_in, pad));
    view! {
        <form class="card stack" aria-labelledby="another" novalidate on:submit=submit>
            <h2 id="another">{words.log_another()}</h2>
            <DoseFields filled_in pad/>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <div class="actions actions-stuck">
                <button class="button button-large" type="submit" aria-disabled=move || pen.is_busy.get().then_some("true")>
                    <span>{move || view! { <Say told=said.get()/> }}</span>
                </button>
            </div>
        </form>
    }
}

/// What the button will log.
fn told(app: App, filled_in: FilledIn, pad: Memo<LogPad>) -> Told {
    let words = app.words();
    let when = filled_in
        .when
        .with(|when| pad.with(|pad| said_when(&words, when, &pad.moments)));
    match filled_in.said(pad) {
        Some(dose) => Told::from(words.log_it(&dose, &when)),
        None => Told::from(words.log_it_anyhow()),
    }
}

/// What else can be written down.
#[component]
fn Else(pad: Memo<LogPad>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let can_be_none = Memo::new(move |_| pad.with(|pad| pad.can_be_none));
    let (none_title, none_text) = (words.log_none_title(), words.log_none_text());
    let none = move || {
        let (title, text) = (none_title.clone(), none_text.clone());
        view! {
            <li><button class="item" type="button"
                on:click=move |_| pen.write(app, wire::nothing_taken(None), move || app.go(&Route::Today))>
                <Icon name="check"/><span class="item-text">{title}<small>{text}</small></span>
            </button></li>
        }
    };
    view! {
        <section class="card" aria-labelledby="else">
            <h2 id="else">{words.log_something_else()}</h2>
            <ul class="rows">
                <Place route=Route::CoUse icon="cup" name=words.log_co_use_title() about=words.log_co_use_text()/>
                <Place route=Route::Note icon="note" name=words.log_note_title() about=words.log_note_text()/>
                {move || can_be_none.get().then(none.clone())}
            </ul>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
        </section>
    }
}

#[component]
fn Place(route: Route, icon: &'static str, name: String, about: String) -> impl IntoView {
    view! {
        <li><a class="item" href=route.address()>
            <Icon name=icon/>
            <span class="item-text">{name}<small>{about}</small></span>
            <span class="item-end"><Icon name="chevron-right" class="icon icon-small icon-turns"/></span>
        </a></li>
    }
}
