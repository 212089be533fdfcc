//! If nothing more were taken from now on.

use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Forecast() -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_forecast()}</h1></header> }
}
