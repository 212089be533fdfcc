//! The passphrase and the recovery phrase: both are changed only by who knows the passphrase, even while it is open.

use crate::page::parts::Icon;
use crate::page::passphrase::{NewPassphrase, NewPassphraseFields, PassphraseField};
use crate::page::phrase::{AskedBack, PhraseWords, WordsAskedBack};
use crate::page::sending::{Sending, SendingProblem};
use crate::page::state::{App, Phrase};
use crate::wire;
use leptos::ev::SubmitEvent;
use leptos::html::Details;
use leptos::prelude::*;

/// The card.
#[component]
pub(super) fn Secrets() -> impl IntoView {
    let words = App::here().words();
    view! {
        <section class="card stack" aria-labelledby="secrets">
            <h2 id="secrets">{words.web_passphrase_field()}</h2>
            <div><Change/><NewPhrase/></div>
        </section>
    }
}

/// Folds a form away once it is done.
fn fold_away(fold: NodeRef<Details>) {
    if let Some(fold) = fold.try_get_untracked().flatten() {
        fold.set_open(false);
    }
}

/// That sealing takes a moment.
#[component]
fn Working(sending: Sending) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div role="status">
            {move || sending.is_busy.get().then(|| view! {
                <p class="fine">{words.web_working()}</p>
                <progress aria-label=words.web_working()></progress>
            })}
        </div>
    }
}

#[component]
fn Change() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let old = RwSignal::new(String::new());
    let typed = NewPassphrase::new();
    let sending = Sending::new();
    let fold = NodeRef::<Details>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(new) = typed.taken(app) else { return };
        let asked = wire::change_passphrase(old.get_untracked(), new);
        sending.send(app, asked, move |()| {
            old.try_set(String::new());
            typed.forget();
            fold_away(fold);
            app.say(app.words().care_passphrase_changed());
        });
    };
    view! {
        <details class="fold" node_ref=fold>
            <summary>{words.care_passphrase_change()}</summary>
            <form class="fold-body stack" on:submit=submit>
                <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" prop:value=words.web_plain_name()/>
                <PassphraseField id="old-passphrase" label=words.care_passphrase_old() value=old autocomplete="current-password"/>
                <NewPassphraseFields ids=["changed-passphrase", "changed-passphrase-again"] typed/>
                <p class="fine">{words.care_passphrase_change_hint()}</p>
                <SendingProblem sending/>
                <Working sending/>
                <div class="actions">
                    <button class="button button-quiet" type="submit" aria-disabled=move || sending.busy()>{words.care_passphrase_change()}</button>
                </div>
            </form>
        </details>
    }
}

/// How far a new phrase is.
#[derive(Clone)]
enum Step {
    Ask,
    Shown(Phrase),
    Confirm(Phrase),
}

#[component]
fn NewPhrase() -> impl IntoView {
    let words = App::here().words();
    let step = RwSignal::new(Step::Ask);
    let fold = NodeRef::<Details>::new();
    view! {
        <details class="fold" node_ref=fold>
            <summary>{words.care_phrase_new()}</summary>
            <div class="fold-body">
                {move || match step.get() {
                    Step::Ask => view! { <AskForPhrase step/> }.into_any(),
                    Step::Shown(phrase) => view! { <ShowPhrase step phrase/> }.into_any(),
                    Step::Confirm(phrase) => view! { <ConfirmPhrase step phrase fold/> }.into_any(),
                }}
            </div>
        </details>
    }
}

#[component]
fn AskForPhrase(step: RwSignal<Step>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let passphrase = RwSignal::new(String::new());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        sending.send(app, wire::new_phrase(passphrase.get_untracked()), move |phrase| {
            step.try_set(Step::Shown(Phrase(phrase)));
        });
    };
    view! {
        <form class="stack" on:submit=submit>
            <p class="small quiet">{words.care_phrase_new_hint()}</p>
            <PassphraseField id="phrase-passphrase" label=words.web_passphrase_field() value=passphrase autocomplete="current-password"/>
            <SendingProblem sending/>
            <Working sending/>
            <div class="actions">
                <button class="button button-quiet" type="submit" aria-disabled=move || sending.busy()>{words.care_phrase_make()}</button>
            </div>
        </form>
    }
}

#[component]
fn ShowPhrase(step: RwSignal<Step>, phrase: Phrase) -> impl IntoView {
    let words = App::here().words();
    let count = phrase.0.split_whitespace().count().to_string();
    let next = phrase.clone();
    view! {
        <div class="stack">
            <p role="status">{words.web_recovery_lead(&count)}" "{words.web_recovery_write()}</p>
            <PhraseWords phrase/>
            <div class="notice notice-caution"><Icon name="warning"/><div><p>{words.web_recovery_warning()}</p></div></div>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| step.set(Step::Confirm(next.clone()))>{words.web_recovery_done()}</button>
            </div>
        </div>
    }
}

#[component]
fn ConfirmPhrase(step: RwSignal<Step>, phrase: Phrase, fold: NodeRef<Details>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let asked = AskedBack::of(&phrase);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if asked.are_right(app) {
            app.prefer(|prefs| prefs.phrase_is_unsure = false);
            step.set(Step::Ask);
            fold_away(fold);
            app.say(app.words().care_phrase_changed());
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <p class="small quiet">{words.web_recovery_confirm_why()}</p>
            <WordsAskedBack asked/>
            <div class="actions">
                <button class="button" type="submit">{words.done()}</button>
                <button class="button button-text" type="button" on:click=move |_| step.set(Step::Shown(phrase.clone()))>
                    {words.web_recovery_shown_again()}
                </button>
            </div>
        </form>
    }
}
