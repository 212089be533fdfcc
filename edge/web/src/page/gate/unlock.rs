//! The lock: the passphrase, or the recovery phrase with a new passphrase.

use crate::page::app::focus_main;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::passphrase::{NewPassphrase, NewPassphraseFields, PassphraseField, TakesFocus, focus};
use crate::page::state::{App, LockedBy, Stage};
use crate::sheet::{Opened, Problem, ProblemKind};
use crate::wire::{self, Asked, Secret};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Opens with the passphrase.
#[component]
pub(super) fn Unlock(recover: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let passphrase = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<Problem>);
    let node = NodeRef::<Input>::new();
    let door = Door::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let asked = wire::unlock(Secret::Passphrase(passphrase.get_untracked()));
        door.open(app, asked, move |outcome| match outcome {
            Ok(()) => {
                passphrase.try_set(String::new());
            }
            // Said at the field, which keeps the focus: the next thing to do is to type again.
            Err(problem) if problem.kind == ProblemKind::WrongSecret => {
                door.problem.try_set(None);
                wrong.try_set(Some(problem));
                if let Some(input) = node.try_get_untracked().flatten() {
                    focus(input);
                }
            }
            Err(_) => {}
        });
    };
    view! {
        <form class="gate" on:submit=submit>
            <div class="gate-head">
                <Icon name="mark" class="brand-mark"/>
                <h1>{words.web_unlock_title()}</h1>
                <p class="quiet">{words.web_unlock_lead()}</p>
            </div>
            <WhyLocked/>
            <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" prop:value=words.web_plain_name()/>
            <PassphraseField id="passphrase" label=words.web_passphrase_field() value=passphrase autocomplete="current-password"
                problem=wrong node takes_focus=TakesFocus::Yes/>
            <DoorAnswer door/>
            <div class="stack-tight">
                <button class="button button-large button-wide" type="submit" aria-disabled=move || door.is_busy.get().to_string()>
                    {words.web_unlock_button()}
                </button>
                <Opening door/>
            </div>
            <p><button class="button button-text" type="button" on:click=move |_| recover()>{words.web_unlock_forgot()}</button></p>
        </form>
    }
}

/// That it locked by itself, and what became of what was typed.
#[component]
fn WhyLocked() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    move || {
        match app.locked_by.get() {
        LockedBy::Hand => ().into_any(),
        LockedBy::Idle { had_draft } => view! {
            <div class="notice" role="status">
                <Icon name="lock"/>
                <div><p>{words.web_locked_idle()}</p>{had_draft.then(|| view! { <p>{words.web_locked_draft()}</p> })}</div>
            </div>
        }
        .into_any(),
    }
    }
}

/// That opening takes a moment.
#[component]
fn Opening(door: Door) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div role="status">
            {move || door.is_busy.get().then(|| view! {
                <p class="fine" id="opening">{words.web_unlock_working()}</p>
                <progress aria-labelledby="opening"></progress>
            })}
        </div>
    }
}

/// Opens with the recovery phrase.
#[component]
pub(super) fn Recover(back: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let phrase = RwSignal::new(String::new());
    let typed = NewPassphrase::new();
    let door = Door::new();
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(|area| {
        request_animation_frame(move || {
            let _ = area.focus();
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = typed.taken(app) else { return };
        let asked = wire::recover(phrase.get_untracked(), passphrase);
        door.open(app, asked, move |outcome| {
            if outcome.is_ok() {
                phrase.try_set(String::new());
                typed.forget();
            } else if let Some(area) = area.try_get_untracked().flatten() {
                let _ = area.focus();
            }
        });
    };
    view! {
        <form class="gate" on:submit=submit>
            <div class="gate-head"><h1>{words.web_unlock_forgot()}</h1><p class="quiet">{words.web_unlock_recovery_lead()}</p></div>
            <div class="field">
                <label for="phrase">{words.web_recovery_title()}</label>
                <textarea class="input" id="phrase" rows="4" autocomplete="off" autocapitalize="off" spellcheck="false" required node_ref=area
                    prop:value=move || phrase.get() on:input=move |event| phrase.set(event_target_value(&event))></textarea>
            </div>
            <p class="quiet">{words.web_unlock_new_passphrase()}</p>
            <NewPassphraseFields ids=["new-passphrase", "new-passphrase-again"] typed/>
            <DoorAnswer door/>
            <div class="stack-tight">
                <button class="button button-large button-wide" type="submit" aria-disabled=move || door.is_busy.get().to_string()>
                    {words.web_unlock_button()}
                </button>
                <Opening door/>
                <button class="button button-text button-wide" type="button" on:click=move |_| back()>{words.web_back()}</button>
            </div>
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

    /// Tries; `after` hears what came of it before anything is drawn anew.
    fn open(self, app: App, asked: Asked<Opened>, after: impl FnOnce(Result<(), Problem>) + 'static) {
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
                    after(Ok(()));
                    enter(app, opened);
                }
                Err(problem) => {
                    self.problem.try_set(Some(problem.clone()));
                    after(Err(problem));
                }
            }
        });
    }
}

/// Goes in.
pub(super) fn enter(app: App, opened: Opened) {
    app.damage.set(opened.damage);
    app.locked_by.set(LockedBy::Hand);
    app.stage.set(Stage::Open);
    focus_main();
}

/// What came of it, said where it happened.
#[component]
pub(super) fn DoorAnswer(door: Door) -> impl IntoView {
    move || door.problem.get().map(|problem| view! { <ProblemBox problem/> })
}
