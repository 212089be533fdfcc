//! What can be set.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Settings() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_settings()}</h1></header> }
}
