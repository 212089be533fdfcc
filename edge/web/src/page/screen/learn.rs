//! How it works, with one's own curves and the sources.

use crate::page::state::App;
use leptos::prelude::*;

/// The contents, or one page.
#[component]
pub(super) fn Learn(page: Option<String>) -> impl IntoView {
    let words = App::here().words();
    view! { <header class="head"><h1>{words.web_nav_learn()}</h1><p>{page}</p></header> }
}
