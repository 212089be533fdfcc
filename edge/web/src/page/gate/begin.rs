//! The first time: what Ebb is and is not, a passphrase, the recovery phrase, and three words of it to be sure. Nothing
//! is asked that can be asked later.

use super::unlock::{Door, DoorAnswer};
use crate::page::app::{focus_main, to_top};
use crate::page::parts::Icon;
use crate::page::passphrase::{NewPassphrase, NewPassphraseFields, TakesFocus};
use crate::page::phrase::{AskedBack, PhraseWords, WordsAskedBack};
use crate::page::route::Route;
use crate::page::state::{App, Phrase, Stage};
use crate::wire;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far it is while there is no vault yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Welcome,
    Passphrase,
}

/// The first time.
#[component]
pub(super) fn Begin(restore: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let step = RwSignal::new(Step::Welcome);
    move || {
        to_top();
        match step.get() {
            Step::Welcome => view! { <Welcome step restore/> }.into_any(),
            Step::Passphrase => view! { <Passphrase step/> }.into_any(),
        }
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
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            match app.link().ask(wire::demo()).await {
                Ok(()) => {
                    app.is_demo.set(true);
                    open_today(app);
                }
                Err(problem) => {
                    is_busy.try_set(false);
                    app.complain(problem);
                }
            }
        });
    };
    let demo_words = move || {
        let words = app.words();
        if is_busy.get() {
            words.web_working()
        } else {
            words.web_welcome_demo()
        }
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
                <button class="button button-quiet button-wide" type="button" aria-disabled=move || is_busy.get().to_string() on:click=demo>
                    {demo_words}
                </button>
                <p class="row"><button class="button button-text" type="button" on:click=move |_| restore()>
                    {words.web_welcome_restore()}
                </button></p>
            </div>
        </div>
    }
}

/// Opens on Today, wherever the address bar stood.
fn open_today(app: App) {
    app.go(&Route::Today);
    app.stage.set(Stage::Open);
    focus_main();
}

#[component]
fn Passphrase(step: RwSignal<Step>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let typed = NewPassphrase::new();
    let door = Door::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if door.is_busy.get_untracked() {
            return;
        }
        if let Some(passphrase) = typed.taken(app) {
            create(app, door, passphrase);
        }
    };
    view! {
        <form class="gate" on:submit=submit>
            <Steps at=1/>
            <div class="gate-head"><h1>{words.web_passphrase_title()}</h1>
                <p class="quiet">{words.web_passphrase_lead()}" "{words.web_passphrase_advice()}</p></div>
            <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" prop:value=words.web_plain_name()/>
            <NewPassphraseFields ids=["passphrase", "passphrase-again"] typed takes_focus=TakesFocus::Yes/>
            <DoorAnswer door/>
            <div class="stack-tight">
                <button class="button button-large button-wide" type="submit" aria-disabled=move || door.is_busy.get().to_string()>
                    {move || if door.is_busy.get() { app.words().web_working() } else { app.words().web_next() }}
                </button>
                <Sealing door/>
                <button class="button button-text button-wide" type="button" on:click=move |_| step.set(Step::Welcome)>
                    {words.web_back()}
                </button>
            </div>
        </form>
    }
}

/// That it takes a moment, and why.
#[component]
fn Sealing(door: Door) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div role="status">
            {move || door.is_busy.get().then(|| view! {
                <p class="fine" id="sealing">{words.web_passphrase_sealing()}</p>
                <progress aria-labelledby="sealing"></progress>
            })}
        </div>
    }
}

fn create(app: App, door: Door, passphrase: String) {
    door.is_busy.set(true);
    door.problem.set(None);
    spawn_local(async move {
        let outcome = app.link().ask(wire::create(passphrase)).await;
        door.is_busy.try_set(false);
        match outcome {
            Ok(phrase) => {
                app.prefer(|prefs| prefs.phrase_is_unsure = true);
                app.stage.set(Stage::Fresh(Phrase(phrase)));
                focus_main();
            }
            Err(problem) => {
                door.problem.try_set(Some(problem));
            }
        }
    });
}

/// The vault is there: its phrase, and three words of it.
#[component]
pub(super) fn Fresh(phrase: Phrase) -> impl IntoView {
    let is_written = RwSignal::new(false);
    move || {
        to_top();
        let phrase = phrase.clone();
        if is_written.get() {
            view! { <Confirm is_written phrase/> }.into_any()
        } else {
            view! { <WriteDown is_written phrase/> }.into_any()
        }
    }
}

#[component]
fn WriteDown(is_written: RwSignal<bool>, phrase: Phrase) -> impl IntoView {
    let words = App::here().words();
    let count = phrase.0.split_whitespace().count().to_string();
    view! {
        <div class="gate gate-wide">
            <Steps at=2/>
            <div class="gate-head"><h1>{words.web_recovery_title()}</h1>
                <p class="quiet">{words.web_recovery_lead(&count)}" "{words.web_recovery_write()}</p></div>
            <div class="card"><PhraseWords phrase/></div>
            <div class="notice notice-caution"><Icon name="warning"/><div><p>{words.web_recovery_warning()}" "{words.web_recovery_lost()}</p></div></div>
            <div class="actions">
                <button class="button button-large" type="button" on:click=move |_| is_written.set(true)>
                    {words.web_recovery_done()}
                </button>
                <button class="button button-quiet button-large" type="button" on:click=move |_| { let _ = window().print(); }>
                    <Icon name="print"/><span>{words.web_print()}</span>
                </button>
            </div>
        </div>
    }
}

#[component]
fn Confirm(is_written: RwSignal<bool>, phrase: Phrase) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let asked = AskedBack::of(&phrase);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if asked.are_right(app) {
            app.prefer(|prefs| prefs.phrase_is_unsure = false);
            app.say(app.words().web_start_done());
            open_today(app);
        }
    };
    view! {
        <form class="gate" on:submit=submit>
            <Steps at=3/>
            <div class="gate-head"><h1>{words.care_confirm_title()}</h1><p class="quiet">{words.web_recovery_confirm_why()}</p></div>
            <WordsAskedBack asked/>
            <div class="stack-tight">
                <button class="button button-large button-wide" type="submit">{words.web_open_diary()}</button>
                <button class="button button-text button-wide" type="button" on:click=move |_| is_written.set(false)>
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
