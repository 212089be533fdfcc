//! Settings: looks, days, privacy, passphrase, the state of the diary, the app itself, and the way out.
//!
//! What is of the diary is asked of the keeper and lies sealed; what is of this device is a preference.

mod app_card;
mod diary;
mod erase;
mod looks;
mod secrets;

use crate::page::parts::Await;
use crate::page::state::{App, Sheet};
use crate::sheet::Settings as SettingsSheet;
use crate::wire;
use app_card::AppCard;
use diary::{Days, State};
use erase::Erase;
use leptos::prelude::*;
use looks::{Looks, Privacy};
use secrets::Secrets;

/// The screen.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let sheet = Sheet::of(wire::settings);
    let is_own = move || !app.is_demo.get();
    view! {
        <header class="head"><h1>{words.web_nav_settings()}</h1></header>
        <div class="columns">
            <div class="column">
                <Looks/>
                <Await sheet view=move |settings: SettingsSheet| view! { <Days settings/> }/>
                <AppCard/>
            </div>
            <div class="column">
                <Privacy/>
                <Show when=is_own><Secrets/></Show>
                <Await sheet view=move |settings: SettingsSheet| view! { <State settings/> }/>
                <Show when=is_own><Erase/></Show>
            </div>
        </div>
    }
}
