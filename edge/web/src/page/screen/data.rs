//! Bringing a diary in, backups, and taking one's own out.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Data() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_import()}</h1></header> }
}
