//! The first time: what Ebb is and is not, a passphrase, the recovery phrase, and three words of it to be sure. Nothing
//! is asked that can be asked later.

use super::PassphraseField;
use super::unlock::{Door, DoorAnswer};
use crate::page::parts::Icon;
use crate::page::state::{App, Stage};
use crate::sheet::{Problem, ProblemKind};
use crate::wire;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shortest passphrase, characters; the keeper refuses shorter ones.
const SHORTEST: usize = 8;
/// From here on it is called fair, and strong.
const FAIR: usize = 14;
const STRONG: usize = 22;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Welcome,
    Passphrase,
    /// The recovery phrase.
    Phrase(String),
    /// Some of its words, to be sure.
    Confirm(String),
}

/// The first time.
#[component]
pub(super) fn Begin(restore: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let step = RwSignal::new(Step::Welcome);
    move || match step.get() {
        Step::Welcome => view! { <Welcome step restore/> }.into_any(),
        Step::Passphrase => view! { <Passphrase step/> }.into_any(),
        Step::Phrase(phrase) => view! { <Phrase step phrase/> }.into_any(),
        Step::Confirm(phrase) => view! { <Confirm step phrase/> }.into_any(),
    }
}

#[component]
fn Welcome(step: RwSignal<Step>, restore: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let points = [
        ("lock", words.web_is_diary(), words.web_nothing_leaves()),
        ("forecast", words.web_is_forecast(), words.web_is_not_certain()),
        (
            "info",
            words.web_is_not_title(),
            format!("{} {}", words.web_is_not_doctor(), words.web_is_not_dose()),
        ),
    ];
    let points = points.into_iter().map(|(icon, title, text)| {
        view! { <li class="item"><Icon name=icon/><span class="item-text">{title}<small>{text}</small></span></li> }
    });
    let is_busy = RwSignal::new(false);
    let demo = move |_| {
        is_busy.set(true);
        spawn_local(async move {
            match app.link().ask(wire::demo()).await {
                Ok(()) => {
                    app.is_demo.set(true);
                    app.stage.set(Stage::Open);
                }
                Err(problem) => {
                    is_busy.try_set(false);
                    app.complain(problem);
                }
            }
        });
    };
    view! {
        <div class="gate">
            <div class="gate-head">
                <Icon name="mark" class="brand-mark"/>
                <h1>{words.web_welcome_title()}</h1>
                <p class="quiet">{words.web_welcome_lead()}</p>
            </div>
            <ul class="rows">{points.collect_view()}</ul>
            <div class="stack-tight">
                <button class="button button-large button-wide" type="button" on:click=move |_| step.set(Step::Passphrase)>
                    {words.web_welcome_start()}
                </button>
                <button class="button button-quiet button-wide" type="button" disabled=move || is_busy.get() on:click=demo>
                    {words.web_welcome_demo()}
                </button>
                <p class="row"><button class="button button-text" type="button" on:click=move |_| restore()>
                    {words.web_welcome_restore()}
                </button></p>
            </div>
        </div>
    }
}

#[component]
fn Passphrase(step: RwSignal<Step>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let door = Door::new();
    let hint_words = words.clone();
    let hint = Signal::derive(move || strength(&hint_words, first.get().chars().count()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let words = app.words();
        if first.get_untracked().chars().count() < SHORTEST {
            door.problem.set(Some(form(
                words.err_passphrase_short(),
                words.rec_passphrase_short(SHORTEST as u64),
            )));
        } else if first.get_untracked() != second.get_untracked() {
            door.problem.set(Some(form(
                words.err_passphrases_differ(),
                words.rec_passphrases_differ(),
            )));
        } else {
            create(app, door, step, first.get_untracked());
        }
    };
    view! {
        <form class="gate" on:submit=submit>
            <Steps at=1/>
            <div class="gate-head"><h1>{words.web_passphrase_title()}</h1>
                <p class="quiet">{words.web_passphrase_lead()}" "{words.web_passphrase_advice()}</p></div>
            <PassphraseField id="passphrase" label=words.web_passphrase_field() value=first autocomplete="new-password" hint/>
            <PassphraseField id="passphrase-again" label=words.web_passphrase_again() value=second autocomplete="new-password"/>
            <DoorAnswer door/>
            <button class="button button-large button-wide" type="submit" disabled=move || door.is_busy.get()>
                {move || if door.is_busy.get() { app.words().web_working() } else { app.words().web_next() }}
            </button>
            <p class="fine" role="status">{move || door.is_busy.get().then(|| app.words().web_passphrase_sealing())}</p>
        </form>
    }
}

fn create(app: App, door: Door, step: RwSignal<Step>, passphrase: String) {
    if door.is_busy.get_untracked() {
        return;
    }
    door.is_busy.set(true);
    door.problem.set(None);
    spawn_local(async move {
        let outcome = app.link().ask(wire::create(passphrase)).await;
        door.is_busy.try_set(false);
        match outcome {
            Ok(phrase) => {
                step.try_set(Step::Phrase(phrase));
            }
            Err(problem) => {
                door.problem.try_set(Some(problem));
            }
        }
    });
}

fn form(what: String, advice: String) -> Problem {
    Problem {
        kind: ProblemKind::Form,
        what,
        advice,
    }
}

fn strength(words: &ebb_present::words::Words, n_characters: usize) -> String {
    match n_characters {
        0 => words.web_passphrase_avoid(),
        n if n < FAIR => words.web_passphrase_weak(),
        n if n < STRONG => words.web_passphrase_fair(),
        _ => words.web_passphrase_strong(),
    }
}

#[component]
fn Phrase(step: RwSignal<Step>, phrase: String) -> impl IntoView {
    let words = App::here().words();
    let list: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let count = list.len().to_string();
    view! {
        <div class="gate gate-wide">
            <Steps at=2/>
            <div class="gate-head"><h1>{words.web_recovery_title()}</h1>
                <p class="quiet">{words.web_recovery_lead(&count)}" "{words.web_recovery_write()}</p></div>
            <div class="card"><ol class="phrase" translate="no">{list.into_iter().map(|word| view! { <li>{word}</li> }).collect_view()}</ol></div>
            <div class="notice notice-caution"><Icon name="warning"/><div><p>{words.web_recovery_warning()}" "{words.web_recovery_lost()}</p></div></div>
            <div class="actions">
                <button class="button button-large" type="button" on:click=move |_| step.set(Step::Confirm(phrase.clone()))>
                    {words.web_recovery_done()}
                </button>
                <button class="button button-quiet button-large" type="button" on:click=move |_| { let _ = window().print(); }>
                    <Icon name="print"/>{words.web_print()}
                </button>
            </div>
        </div>
    }
}

/// Places in the phrase that are asked back, from 1.
const ASKED_BACK: [usize; 3] = [4, 11, 19];

#[component]
fn Confirm(step: RwSignal<Step>, phrase: String) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let door = Door::new();
    let list: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let typed: [RwSignal<String>; 3] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wrong = ASKED_BACK.iter().zip(typed).find(|(place, typed)| {
            let right = list.get(**place - 1).map(String::as_str);
            Some(typed.get_untracked().trim().to_lowercase().as_str()) != right
        });
        match wrong {
            Some((place, _)) => {
                let words = app.words();
                let number = place.to_string();
                door.problem
                    .set(Some(form(words.web_recovery_mismatch(&number), String::new())));
            }
            None => {
                app.stage.set(Stage::Open);
                app.say(app.words().web_start_done());
            }
        }
    };
    let fields = ASKED_BACK.into_iter().zip(typed).map(|(place, value)| {
        let id = format!("word-{place}");
        view! {
            <div class="field">
                <label for=id.clone()>{words.web_recovery_confirm(&place.to_string())}</label>
                <input class="input" id=id autocomplete="off" autocapitalize="off" spellcheck="false"
                    prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))/>
            </div>
        }
    });
    let fields = fields.collect_view();
    view! {
        <form class="gate" on:submit=submit>
            <Steps at=3/>
            <div class="gate-head"><h1>{words.web_recovery_title()}</h1><p class="quiet">{words.web_recovery_confirm_why()}</p></div>
            <div class="stack">{fields}</div>
            <DoorAnswer door/>
            <div class="stack-tight">
                <button class="button button-large button-wide" type="submit">{words.web_open_diary()}</button>
                <button class="button button-text button-wide" type="button" on:click=move |_| step.set(Step::Phrase(phrase.clone()))>
                    {words.web_recovery_shown_again()}
                </button>
            </div>
        </form>
    }
}

#[component]
fn Steps(at: usize) -> impl IntoView {
    let words = App::here().words();
    let marks = (1..=3).map(|n| {
        view! { <li class:done=n < at aria-current=(n == at).then_some("step")></li> }
    });
    view! {
        <div>
            <p class="over">{words.web_step(&at.to_string(), "3")}</p>
            <ol class="steps" aria-hidden="true">{marks.collect_view()}</ol>
        </div>
    }
}
