//! What Ebb is, what it is not, and the licences of what it is built on.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn About() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_about()}</h1></header> }
}
