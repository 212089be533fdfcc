//! A row of an import that does not count before a person has looked at it: why, where, and what stood there.

use super::{Removal, Remove};
use crate::page::route::Route;
use crate::page::state::App;
use crate::page::told::Amount;
use crate::sheet::HeldRow;
use leptos::prelude::*;

/// The row, explained.
#[component]
pub(super) fn HeldCard(held: HeldRow, removal: Removal) -> impl IntoView {
    let words = App::here().words();
    view! {
        <section class="card stack" aria-labelledby="held">
            <h2 id="held">{words.entry_held_title()}</h2>
            <dl class="stats">
                <div class="stat"><dt>{words.entry_held_because()}</dt><dd>{held.reason}</dd></div>
                <div class="stat"><dt>{words.entry_held_place()}</dt><dd>{held.place}</dd></div>
                <div class="stat"><dt>{words.entry_held_row()}</dt><dd><code><Amount figure=held.row/></code></dd></div>
            </dl>
            <p class="quiet">{words.entry_held_why()}</p>
            <div class="actions">
                <a class="button button-quiet" href=Route::Log.address()>{words.entry_held_log()}</a>
                <Remove removal/>
            </div>
        </section>
    }
}
