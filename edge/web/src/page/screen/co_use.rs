//! Another substance or medicine: what, when, and how much if it is known.

use crate::form::{CoUseForm, When};
use crate::page::once::Pen;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::screen::log::{WhenField, what_is_wrong};
use crate::page::state::{App, Sheet};
use crate::page::ticking::every_minute;
use crate::sheet::LogPad;
use crate::typed::{self, Misread};
use crate::wire;
use leptos::prelude::*;

/// What is filled in.
#[derive(Clone, Copy)]
struct FilledIn {
    when: RwSignal<When>,
    substance: RwSignal<String>,
    amount: RwSignal<String>,
    unit: RwSignal<String>,
    note: RwSignal<String>,
    /// Why the amount cannot be read, once somebody tried to send it.
    misread: RwSignal<Option<Misread>>,
}

impl FilledIn {
    fn new() -> Self {
        Self {
            when: RwSignal::new(When::Now),
            substance: RwSignal::new(String::new()),
            amount: RwSignal::new(String::new()),
            unit: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
            misread: RwSignal::new(None),
        }
    }

    /// What is sent; what is wrong with the amount is said at its field instead.
    fn form(self) -> Option<CoUseForm> {
        let amount = match self.amount.with_untracked(|text| typed::amount(text)) {
            Err(Misread::Nothing) => Ok(None),
            amount => amount.map(Some),
        };
        self.misread.set(amount.err());
        Some(CoUseForm {
            when: self.when.get_untracked(),
            substance: self.substance.get_untracked(),
            amount: amount.ok()?,
            unit: self.unit.get_untracked(),
            note: self.note.get_untracked(),
        })
    }
}

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
    let filled_in = FilledIn::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(form) = filled_in.form() {
            pen.write(app, wire::co_use(form), move || app.go(&Route::Today));
        }
    };
    let mixing = Route::Learn(Some("mixing".to_owned())).address();
    let note = filled_in.note;
    view! {
        <header class="head">
            <a class="back" href=Route::Log.address()><Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.log_title()}</a>
            <h1>{words.log_co_use_title()}</h1>
            <p>{words.co_use_lead()}" "<a href=mixing>{words.co_use_mixing()}</a></p>
        </header>
        <form class="narrow card stack" novalidate on:submit=submit>
            <What filled_in pad/>
            <HowMuch filled_in/>
            <WhenField when=filled_in.when moments latest/>
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

/// What it is; what was logged before is one tap away and brings its unit.
#[component]
fn What(filled_in: FilledIn, pad: Memo<LogPad>) -> impl IntoView {
    let words = App::here().words();
    let FilledIn { substance, unit, .. } = filled_in;
    let known = Memo::new(move |_| pad.with(|pad| pad.substances.clone()));
    let group = words.co_use_lately();
    let chip = move |(name, its_unit): (String, Option<String>)| {
        let (is_it, chosen) = (name.clone(), name.clone());
        let choose = move |_| {
            substance.set(chosen.clone());
            unit.set(its_unit.clone().unwrap_or_default());
        };
        view! {
            <button class="chip" type="button" aria-pressed=move || substance.with(|substance| *substance == is_it).to_string()
                on:click=choose>{name}</button>
        }
    };
    view! {
        <div class="field">
            <label for="substance">{words.co_use_what()}</label>
            <Show when=move || known.with(|known| !known.is_empty())>
                <div class="chips" role="group" aria-label=group.clone()>{move || known.get().into_iter().map(chip).collect_view()}</div>
            </Show>
            <input class="input" id="substance" autocomplete="off" aria-describedby="substance-hint"
                prop:value=move || substance.get() on:input=move |event| substance.set(event_target_value(&event))/>
            <p class="field-hint" id="substance-hint">{words.co_use_what_hint()}</p>
        </div>
    }
}

/// How much, if it is known.
#[component]
fn HowMuch(filled_in: FilledIn) -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let FilledIn {
        amount, unit, misread, ..
    } = filled_in;
    let [how_much, of_what, such_as] =
        words.with_value(|words| [words.co_use_amount(), words.co_use_unit(), words.co_use_unit_hint()]);
    view! {
        <div class="pair">
            <div class="field">
                <label for="co-amount">{how_much}</label>
                <input class="input" id="co-amount" inputmode="decimal" autocomplete="off"
                    aria-invalid=move || misread.get().map(|_| "true")
                    aria-describedby=move || misread.get().map(|_| "co-amount-error")
                    prop:value=move || amount.get() on:input=move |event| amount.set(event_target_value(&event))/>
            </div>
            <div class="field">
                <label for="co-unit">{of_what}</label>
                <input class="input" id="co-unit" autocomplete="off" placeholder=such_as
                    prop:value=move || unit.get() on:input=move |event| unit.set(event_target_value(&event))/>
            </div>
        </div>
        {move || misread.get().map(|misread| view! {
            <p class="field-error" id="co-amount-error" role="alert">
                <Icon name="warning" class="icon icon-small"/><span>{words.with_value(|words| what_is_wrong(words, misread))}</span>
            </p>
        })}
    }
}
