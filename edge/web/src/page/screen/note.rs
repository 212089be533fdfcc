//! Words.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Note() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_note()}</h1></header> }
}
