//! The way out: erases Ebb from this device. It says what happens, and a word must be typed.

use crate::page::parts::Icon;
use crate::page::sending::{Sending, SendingProblem};
use crate::page::state::App;
use crate::platform::install;
use crate::platform::prefs::Prefs;
use crate::wire;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the word was typed; capitals do not matter.
fn is_meant(typed: &str, word: &str) -> bool {
    typed.trim().to_lowercase() == word
}

/// The card.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let word = StoredValue::new(words.care_erase_word());
    let typed = RwSignal::new(String::new());
    let sending = Sending::new();
    let is_ready = move || word.with_value(|word| typed.with(|typed| is_meant(typed, word)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !untrack(is_ready) {
            return;
        }
        sending.send(app, wire::erase(), move |()| {
            Prefs::forget();
            spawn_local(async {
                install::forget_files().await;
                // What is left of it is this page; it goes with the next one.
                let _ = window().location().set_hash("");
                let _ = window().location().reload();
            });
        });
    };
    view! {
        <section class="card stack" aria-labelledby="erase">
            <h2 id="erase">{words.care_erase_title()}</h2>
            <details class="fold">
                <summary>{words.care_erase_open()}</summary>
                <form class="fold-body stack" on:submit=submit>
                    <div class="notice notice-caution"><Icon name="warning"/>
                        <div><p>{words.care_erase_what()}</p><p>{words.care_erase_backup()}</p></div></div>
                    <div class="field">
                        <label for="erase-word">{words.care_erase_type(&words.care_erase_word())}</label>
                        <input class="input" id="erase-word" autocomplete="off" autocapitalize="off" spellcheck="false"
                            prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))/>
                    </div>
                    <SendingProblem sending/>
                    <div class="actions">
                        <button class="button button-danger" type="submit" disabled=move || !is_ready()>
                            <Icon name="trash" class="icon icon-small"/><span>{words.care_erase_button()}</span>
                        </button>
                    </div>
                </form>
            </details>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_word_itself_erases() {
        assert!(is_meant(" Erase ", "erase"));
        for other in ["", "eras", "erased", "yes", "erase everything"] {
            assert!(!is_meant(other, "erase"), "{other}");
        }
    }
}
