//! Sentences with the person's own figures in them, and the figures alone: covered while amounts are hidden, for eyes and
//! for those who listen.

use super::state::App;
use crate::sheet::{Piece, Told};
use leptos::prelude::*;

/// A sentence.
#[component]
pub(super) fn Say(#[prop(into)] told: Told) -> impl IntoView {
    told.pieces()
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(text) => text.into_any(),
            Piece::Amount(figure) => view! { <Amount figure/> }.into_any(),
        })
        .collect_view()
}

/// A figure of the person. While amounts are hidden it is not in the page at all.
#[component]
pub(super) fn Amount(#[prop(into)] figure: String) -> impl IntoView {
    let app = App::here();
    let covered = app.words().log_covered();
    view! { <span class="amount">{move || shown(app, &figure, &covered)}</span> }
}

fn shown(app: App, figure: &str, covered: &str) -> String {
    if app.prefs.with(|prefs| prefs.hides_amounts) {
        covered.to_owned()
    } else {
        figure.to_owned()
    }
}
