//! The lock: the passphrase, or the recovery phrase with a new passphrase.

use super::PassphraseField;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::state::{App, Stage};
use crate::sheet::{Opened, Problem};
use crate::wire::{self, Asked, Secret};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Opens with the passphrase.
#[component]
pub(super) fn Unlock(recover: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let passphrase = RwSignal::new(String::new());
    let door = Door::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        door.open(
            app,
            wire::unlock(Secret::Passphrase(passphrase.get_untracked())),
            move || passphrase.set(String::new()),
        );
    };
    view! {
        <form class="gate" on:submit=submit>
            <div class="gate-head">
                <Icon name="mark" class="brand-mark"/>
                <h1>{words.web_unlock_title()}</h1>
                <p class="quiet">{words.web_unlock_lead()}</p>
            </div>
            <PassphraseField id="passphrase" label=words.web_passphrase_field() value=passphrase autocomplete="current-password"/>
            <DoorAnswer door/>
            <button class="button button-large button-wide" type="submit" disabled=move || door.is_busy.get()>
                {move || if door.is_busy.get() { words.web_unlock_working() } else { words.web_unlock_button() }}
            </button>
            <p><button class="button button-text" type="button" on:click=move |_| recover()>{app.words().web_unlock_forgot()}</button></p>
        </form>
    }
}

/// Opens with the recovery phrase.
#[component]
pub(super) fn Recover(back: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let phrase = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let door = Door::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let asked = wire::recover(phrase.get_untracked(), passphrase.get_untracked());
        door.open(app, asked, move || {
            phrase.set(String::new());
            passphrase.set(String::new());
        });
    };
    view! {
        <form class="gate" on:submit=submit>
            <div class="gate-head"><h1>{words.web_unlock_forgot()}</h1><p class="quiet">{words.web_unlock_recovery_lead()}</p></div>
            <div class="field">
                <label for="phrase">{words.web_recovery_title()}</label>
                <textarea class="input" id="phrase" rows="4" autocomplete="off" autocapitalize="off" spellcheck="false"
                    prop:value=move || phrase.get() on:input=move |event| phrase.set(event_target_value(&event))></textarea>
            </div>
            <p class="quiet">{words.web_unlock_new_passphrase()}</p>
            <PassphraseField id="new-passphrase" label=words.web_passphrase_title() value=passphrase autocomplete="new-password"/>
            <DoorAnswer door/>
            <button class="button button-large button-wide" type="submit" disabled=move || door.is_busy.get()>
                {words.web_unlock_button()}
            </button>
            <p><button class="button button-text" type="button" on:click=move |_| back()>{words.web_back()}</button></p>
        </form>
    }
}

/// A try to get in: whether one is going on, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct Door {
    pub(super) is_busy: RwSignal<bool>,
    pub(super) problem: RwSignal<Option<Problem>>,
}

impl Door {
    pub(super) fn new() -> Self {
        Self {
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
        }
    }

    /// Tries; `forget` clears the secret once it is not needed any more.
    fn open(self, app: App, asked: Asked<Opened>, forget: impl Fn() + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            let outcome = app.link().ask(asked).await;
            self.is_busy.try_set(false);
            match outcome {
                Ok(opened) => {
                    forget();
                    enter(app, opened);
                }
                Err(problem) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }
}

/// Goes in.
pub(super) fn enter(app: App, opened: Opened) {
    app.damage.set(opened.damage);
    app.stage.set(Stage::Open);
}

/// What came of it, said where it happened.
#[component]
pub(super) fn DoorAnswer(door: Door) -> impl IntoView {
    move || door.problem.get().map(|problem| view! { <ProblemBox problem/> })
}
