//! Another substance or medicine.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn CoUse() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_co_use()}</h1></header> }
}
