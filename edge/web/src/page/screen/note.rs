//! A note: words, when, and whether the day is worth marking.

use crate::form::{NoteForm, When};
use crate::page::once::Pen;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::screen::log::WhenField;
use crate::page::state::{App, Sheet};
use crate::page::ticking::every_minute;
use crate::wire;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Note() -> impl IntoView {
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
    let text = RwSignal::new(String::new());
    let is_milestone = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = NoteForm {
            when: when.get_untracked(),
            text: text.get_untracked(),
            is_milestone: is_milestone.get_untracked(),
        };
        pen.write(app, wire::note(form), move || app.go(&Route::Today));
    };
    view! {
        <header class="head">
            <a class="back" href=Route::Log.address()><Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.log_title()}</a>
            <h1>{words.log_note_title()}</h1>
            <p>{words.note_lead()}</p>
        </header>
        <form class="narrow card stack" on:submit=submit>
            <div class="field">
                <label for="note-text">{words.note_text()}</label>
                <textarea class="input" id="note-text" rows="5" prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
            <WhenField when moments latest/>
            <label class="check">
                <input type="checkbox" prop:checked=move || is_milestone.get()
                    on:change=move |event| is_milestone.set(event_target_checked(&event))/>
                <span>{words.note_milestone()}</span>
            </label>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <div class="actions">
                <button class="button button-large" type="submit" aria-disabled=move || pen.is_busy.get().then_some("true")>{words.note_save()}</button>
            </div>
        </form>
    }
}
