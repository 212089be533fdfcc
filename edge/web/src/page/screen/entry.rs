//! One entry: look at it, change it, remove it.

use crate::page::parts::Await;
use crate::page::state::Sheet;
use crate::wire;
use ebb_core::entry::EntryId;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Entry(id: EntryId) -> impl IntoView {
    let sheet = Sheet::of(move || wire::entry(id));
    view! { <Await sheet view=move |detail| view! { <header class="head"><h1>{detail.line.said}</h1></header> }/> }
}
