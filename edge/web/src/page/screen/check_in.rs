//! How a person is: symptoms, craving, mood, energy, focus, sleep.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn CheckIn() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_check_in()}</h1></header> }
}
