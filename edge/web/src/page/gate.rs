//! Before anything is open: the first time, the lock, the recovery phrase, a backup to bring back.

mod begin;
mod restore;
mod unlock;

use super::parts::{Icon, ProblemBox, Tide};
use super::state::{App, Stage};
use begin::Begin;
use leptos::prelude::*;
use restore::Restore;
use unlock::{Recover, Unlock};

/// Which door a person stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// The one that fits the stage.
    Main,
    /// With the recovery phrase.
    Recover,
    /// With a backup.
    Restore,
}

/// The screen of a stage that is not open.
#[component]
pub(super) fn Gate(stage: Stage) -> impl IntoView {
    let door = RwSignal::new(Door::Main);
    let sea = match stage {
        Stage::Locked => "sea",
        _ => "sea sea-low",
    };
    let inside = move || match (door.get(), &stage) {
        (Door::Recover, _) => view! { <Recover back=move || door.set(Door::Main)/> }.into_any(),
        (Door::Restore, _) => view! { <Restore back=move || door.set(Door::Main)/> }.into_any(),
        (Door::Main, Stage::Starting | Stage::Open) => view! { <Starting/> }.into_any(),
        (Door::Main, Stage::Failed(problem)) => {
            view! { <div class="gate"><ProblemBox problem=problem.clone()/></div> }.into_any()
        }
        (Door::Main, Stage::Welcome) => view! { <Begin restore=move || door.set(Door::Restore)/> }.into_any(),
        (Door::Main, Stage::Locked) => view! { <Unlock recover=move || door.set(Door::Recover)/> }.into_any(),
    };
    view! {
        {inside}
        <div class=sea aria-hidden="true"><Tide/></div>
    }
}

#[component]
fn Starting() -> impl IntoView {
    let words = App::here().words();
    view! { <div class="gate"><div class="gate-head"><Icon name="mark" class="brand-mark"/><p role="status">{words.web_loading()}</p></div></div> }
}

/// A passphrase field that can be shown.
#[component]
fn PassphraseField(
    id: &'static str,
    label: String,
    value: RwSignal<String>,
    autocomplete: &'static str,
    #[prop(optional, into)] hint: Option<Signal<String>>,
) -> impl IntoView {
    let words = App::here().words();
    let is_shown = RwSignal::new(false);
    let hint_id = format!("{id}-hint");
    let (show, hide) = (words.web_show(), words.web_hide());
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="input-row">
                <input class="input" id=id autocomplete=autocomplete autocapitalize="off" spellcheck="false"
                    type=move || if is_shown.get() { "text" } else { "password" }
                    aria-describedby=hint.is_some().then(|| hint_id.clone())
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))/>
                <button class="icon-button" type="button" aria-pressed=move || is_shown.get().to_string()
                    aria-label=move || if is_shown.get() { hide.clone() } else { show.clone() }
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)>
                    <Icon name="eye"/>
                </button>
            </div>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{move || hint.get()}</p> })}
        </div>
    }
}
