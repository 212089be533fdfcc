//! Signs that must not wait, and people to call. Works locked and offline.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(crate) fn Help() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_help()}</h1></header> }
}
