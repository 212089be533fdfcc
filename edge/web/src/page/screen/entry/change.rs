//! What can be changed of an entry: the whole of a dose, the words of anything else.

use super::{Removal, Remove};
use crate::form::{AmendForm, Change, DoseDraft, DoseForm};
use crate::page::once::Pen;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::screen::log::{DoseFields, FilledIn};
use crate::page::state::App;
use crate::page::told::Say;
use crate::sheet::{LogPad, Told};
use crate::wire;
use leptos::prelude::*;

/// A dose, in the form it is logged with.
#[component]
pub(super) fn ChangeDose(form: DoseForm, pad: LogPad, removal: Removal) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let id = removal.id;
    let filled_in = FilledIn::new(DoseDraft::of(&form, &pad), form.when.clone());
    let pad = Memo::new(move |_| pad.clone());
    let then = removal.then.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let then = then.clone();
        if let Some(form) = filled_in.form() {
            let change = Change::Dose(form);
            pen.write(app, wire::amend(AmendForm { id, change }), move || app.go(&then));
        }
    };
    let [save, kept] = [words.entry_save(), words.entry_how_kept()];
    let fields = move || {
        view! {
            <DoseFields filled_in pad is_whole=true/>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <div class="actions">
                <button class="button" type="submit" aria-disabled=move || pen.is_busy.get().then_some("true")>{save.clone()}</button>
                <Remove removal=removal.clone()/>
            </div>
            <p class="fine">{kept.clone()}</p>
        }
    };
    view! {
        <form class="card stack" aria-labelledby="change" novalidate on:submit=submit>
            <h2 id="change">{words.entry_change()}</h2>
            <Show when=move || !app.prefs.with(|prefs| prefs.hides_amounts) fallback=Covered>{fields.clone()}</Show>
        </form>
    }
}

/// A form full of figures is not shown while figures are covered.
#[component]
fn Covered() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    view! {
        <p>{words.log_covered_here()}</p>
        <div class="actions">
            <button class="button button-quiet" type="button" on:click=move |_| app.prefer(|prefs| prefs.hides_amounts = false)>
                <Icon name="eye" class="icon icon-small"/><span>{words.log_uncover()}</span>
            </button>
        </div>
    }
}

/// The words of a note, or the note of anything else.
#[component]
pub(super) fn ChangeWords(text: String, is_note: bool, says: Option<Told>, removal: Removal) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let id = removal.id;
    let then = removal.then.clone();
    let written = RwSignal::new(text);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (then, change) = (then.clone(), Change::Words(written.get_untracked()));
        pen.write(app, wire::amend(AmendForm { id, change }), move || app.go(&then));
    };
    let says = says.filter(|_| !is_note);
    view! {
        <form class="card stack" aria-labelledby="change" on:submit=submit>
            <h2 id="change">{words.entry_change()}</h2>
            {says.map(|told| view! { <p><Say told/></p> })}
            <div class="field">
                <label for="words">{if is_note { words.entry_words_of_note() } else { words.log_note() }}</label>
                <textarea class="input" id="words" rows="4" prop:value=move || written.get()
                    on:input=move |event| written.set(event_target_value(&event))></textarea>
            </div>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <div class="actions">
                <button class="button" type="submit" aria-disabled=move || pen.is_busy.get().then_some("true")>{words.entry_save()}</button>
                <Remove removal/>
            </div>
            <p class="fine">{words.entry_how_kept()}</p>
        </form>
    }
}
