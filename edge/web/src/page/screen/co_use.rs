//! Another substance or medicine: what, when, and how much if it is known.

use crate::form::{CoUseForm, When};
use crate::page::once::Pen;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::screen::log::WhenField;
use crate::page::state::{App, Sheet};
use crate::page::ticking::every_minute;
use crate::typed::{self, Misread};
use crate::wire;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn CoUse() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let minute = every_minute();
    let sheet = Sheet::of(move || {
        minute.track();
        wire::log_pad()
    });
    let pad = Memo::new(move |_| sheet.value.get().unwrap_or_default());
    let moments = Memo::new(move |_| pad.with(|pad| pad.moments.clone()));
    let latest = Memo::new(move |_| pad.with(|pad| (pad.now.clone(), pad.today.clone())));
    let pen = Pen::new();
    let when = RwSignal::new(When::Now);
    let [substance, amount, unit, note] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let misread = RwSignal::new(None::<Misread>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let figure = match amount.with_untracked(|text| typed::amount(text)) {
            Err(Misread::Nothing) => Ok(None),
            figure => figure.map(Some),
        };
        misread.set(figure.err());
        if let Ok(amount) = figure {
            let form = CoUseForm {
                when: when.get_untracked(),
                substance: substance.get_untracked(),
                amount,
                unit: unit.get_untracked(),
                note: note.get_untracked(),
            };
            pen.write(app, wire::co_use(form), move || app.go(&Route::Today));
        }
    };
    let wrong = move |misread: Misread| {
        let words = app.words();
        match misread {
            Misread::TwoWays => words.log_err_two_ways(),
            Misread::Nothing | Misread::NotAnAmount => words.log_err_no_amount(),
        }
    };
    view! {
        <header class="head">
            <a class="back" href=Route::Log.address()><Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.log_title()}</a>
            <h1>{words.log_co_use_title()}</h1>
            <p>{words.co_use_lead()}" "<a href=Route::Learn(Some("mixing".to_owned())).address()>{words.co_use_mixing()}</a></p>
        </header>
        <form class="narrow card stack" novalidate on:submit=submit>
            <div class="field">
                <label for="substance">{words.co_use_what()}</label>
                <Known pad chosen=substance unit/>
                <input class="input" id="substance" autocomplete="off" aria-describedby="substance-hint"
                    prop:value=move || substance.get() on:input=move |event| substance.set(event_target_value(&event))/>
                <p class="field-hint" id="substance-hint">{words.co_use_what_hint()}</p>
            </div>
            <div class="pair">
                <div class="field">
                    <label for="co-amount">{words.co_use_amount()}</label>
                    <input class="input" id="co-amount" inputmode="decimal" autocomplete="off"
                        aria-invalid=move || misread.get().map(|_| "true")
                        aria-describedby=move || misread.get().map(|_| "co-amount-error")
                        prop:value=move || amount.get() on:input=move |event| amount.set(event_target_value(&event))/>
                </div>
                <div class="field">
                    <label for="co-unit">{words.co_use_unit()}</label>
                    <input class="input" id="co-unit" autocomplete="off" placeholder=words.co_use_unit_hint()
                        prop:value=move || unit.get() on:input=move |event| unit.set(event_target_value(&event))/>
                </div>
            </div>
            {move || misread.get().map(|misread| view! {
                <p class="field-error" id="co-amount-error" role="alert">
                    <Icon name="warning" class="icon icon-small"/><span>{wrong(misread)}</span>
                </p>
            })}
            <WhenField when moments latest/>
            <div class="field">
                <label for="co-note">{words.log_note()}</label>
                <textarea class="input" id="co-note" rows="2" prop:value=move || note.get()
                    on:input=move |event| note.set(event_target_value(&event))></textarea>
            </div>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <div class="actions">
                <button class="button button-large" type="submit" aria-disabled=move || pen.is_busy.get().then_some("true")>{words.co_use_save()}</button>
            </div>
        </form>
    }
}

/// What was logged before, one tap away.
#[component]
fn Known(pad: Memo<crate::sheet::LogPad>, chosen: RwSignal<String>, unit: RwSignal<String>) -> impl IntoView {
    let words = App::here().words();
    let known = Memo::new(move |_| pad.with(|pad| pad.substances.clone()));
    let group = words.co_use_lately();
    let chip = move |(name, its_unit): (String, Option<String>)| {
        let (is_it, choose) = (name.clone(), name.clone());
        view! {
            <button class="chip" type="button" aria-pressed=move || chosen.with(|chosen| *chosen == is_it).to_string()
                on:click=move |_| {
                    chosen.set(choose.clone());
                    unit.set(its_unit.clone().unwrap_or_default());
                }>{name}</button>
        }
    };
    view! {
        <Show when=move || known.with(|known| !known.is_empty())>
            <div class="chips" role="group" aria-label=group.clone()>{move || known.get().into_iter().map(chip).collect_view()}</div>
        </Show>
    }
}
