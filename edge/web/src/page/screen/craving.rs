//! An urge: its strength, time passing, breathing, and what became of it.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Craving() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_craving()}</h1></header> }
}
