//! A backup to bring back: the file, and the secret it was made with.

use super::PassphraseField;
use super::unlock::{Door, DoorAnswer};
use crate::page::state::{App, Stage};
use crate::platform::files;
use crate::wire::{self, Secret};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// Largest backup that is read, bytes.
const LIMIT_BYTES: u64 = 512 * 1024 * 1024;

/// Brings a backup back to a device that has no vault.
#[component]
pub(super) fn Restore(back: impl Fn() + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let door = Door::new();
    let passphrase = RwSignal::new(String::new());
    let file = StoredValue::new_local(None::<web_sys::File>);
    let choose = move |event: leptos::ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        file.set_value(input.and_then(|input| input.files()).and_then(|files| files.get(0)));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(chosen) = file.get_value() else { return };
        if door.is_busy.get_untracked() {
            return;
        }
        door.is_busy.set(true);
        door.problem.set(None);
        spawn_local(async move {
            let secret = Secret::Passphrase(passphrase.get_untracked());
            let bytes = files::read(&chosen, LIMIT_BYTES).await.unwrap_or_default();
            let outcome = app.link().ask(wire::restore(secret, false, bytes)).await;
            door.is_busy.try_set(false);
            match outcome {
                Ok(restored) => {
                    app.stage.set(Stage::Open);
                    app.say(restored.said);
                }
                Err(problem) => {
                    door.problem.try_set(Some(problem));
                }
            }
        });
    };
    view! {
        <form class="gate" on:submit=submit>
            <div class="gate-head"><h1>{words.web_welcome_restore()}</h1><p class="quiet">{words.web_restore_lead()}</p></div>
            <div class="field"><label for="backup">{words.web_restore_file()}</label>
                <input class="input" id="backup" type="file" required on:change=choose/></div>
            <PassphraseField id="passphrase" label=words.web_passphrase_field() value=passphrase autocomplete="current-password"/>
            <DoorAnswer door/>
            <button class="button button-large button-wide" type="submit" disabled=move || door.is_busy.get()>
                {move || if door.is_busy.get() { app.words().web_working() } else { app.words().web_restore_button() }}
            </button>
            <p><button class="button button-text" type="button" on:click=move |_| back()>{words.web_back()}</button></p>
        </form>
    }
}
