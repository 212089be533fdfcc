//! Products and their batches.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Products() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_products()}</h1></header> }
}
