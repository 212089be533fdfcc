//! Before anything is open: the first time, the lock, the recovery phrase, a backup to bring back.

mod begin;
mod restore;
mod unlock;

use super::app::to_top;
use super::parts::{Icon, ProblemBox};
use super::passphrase::PassphraseField;
use super::state::{App, Stage};
use begin::{Begin, Fresh};
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
    move || {
        to_top();
        match (door.get(), &stage) {
            (Door::Recover, _) => view! { <Recover back=move || door.set(Door::Main)/> }.into_any(),
            (Door::Restore, _) => view! { <Restore back=move || door.set(Door::Main)/> }.into_any(),
            (Door::Main, Stage::Starting | Stage::Open) => view! { <Starting/> }.into_any(),
            (Door::Main, Stage::Failed(problem)) => {
                view! { <div class="gate"><ProblemBox problem=problem.clone()/></div> }.into_any()
            }
            (Door::Main, Stage::Welcome) => view! { <Begin restore=move || door.set(Door::Restore)/> }.into_any(),
            (Door::Main, Stage::Fresh(phrase)) => view! { <Fresh phrase=phrase.clone()/> }.into_any(),
            (Door::Main, Stage::Locked) => view! { <Unlock recover=move || door.set(Door::Recover)/> }.into_any(),
        }
    }
}

#[component]
fn Starting() -> impl IntoView {
    let words = App::here().words();
    view! { <div class="gate"><div class="gate-head"><Icon name="mark" class="brand-mark"/><p role="status">{words.web_loading()}</p></div></div> }
}
