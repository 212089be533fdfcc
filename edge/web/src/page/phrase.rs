//! A recovery phrase as it is shown: numbered words, once.

use super::state::Phrase;
use leptos::prelude::*;

/// The words in order.
#[component]
pub(super) fn PhraseWords(phrase: Phrase) -> impl IntoView {
    let words = phrase
        .0
        .split_whitespace()
        .map(|word| view! { <li>{word.to_owned()}</li> });
    view! { <ol class="phrase" translate="no">{words.collect_view()}</ol> }
}
