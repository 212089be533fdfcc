//! How a dose felt, said or changed at any later time.

use crate::page::once::Pen;
use crate::page::parts::ProblemBox;
use crate::page::screen::today::{Hours, Strength};
use crate::page::state::App;
use crate::page::told::Say;
use crate::sheet::{Felt, Told};
use crate::wire;
use ebb_core::entry::EntryId;
use leptos::prelude::*;

/// What was said, and both questions.
#[component]
pub(super) fn FeltCard(dose: EntryId, felt: Felt) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let said = if felt.said.is_empty() {
        Told::from(words.felt_nothing_said())
    } else {
        Told::from(words.felt_said(&felt.said.into_marked()))
    };
    let hours = if felt.choices.is_empty() {
        view! { <p class="fine">{words.felt_too_early()}</p> }.into_any()
    } else {
        view! { <Hours dose pen choices=felt.choices chosen=felt.hours legend_is_seen=true/> }.into_any()
    };
    let take_back = words.felt_take_back();
    view! {
        <section class="card" aria-labelledby="felt">
            <h2 id="felt">{words.felt_title()}</h2>
            <p><Say told=said/></p>
            <Strength dose pen chosen=felt.strength legend_is_seen=true/>
            {hours}
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            {felt.id.map(|id| view! {
                <p><button class="button button-text" type="button" on:click=move |_| pen.write(app, wire::remove(id), || {})>{take_back}</button></p>
            })}
        </section>
    }
}
