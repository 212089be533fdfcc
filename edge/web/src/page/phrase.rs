//! A recovery phrase as it is shown, numbered and once, and three words of it asked back, to find a slip of the pen today.

use super::passphrase::{FieldProblem, focus};
use super::state::{App, Phrase};
use crate::sheet::{Problem, ProblemKind};
use leptos::html::Input;
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

/// Places in the phrase that are asked back, from 1.
const ASKED_BACK: [usize; 3] = [4, 11, 19];

/// The words that are asked back.
#[derive(Clone, Copy)]
pub(super) struct AskedBack {
    phrase: StoredValue<Phrase>,
    fields: [WordField; 3],
}

/// One of them.
#[derive(Clone, Copy)]
struct WordField {
    place: usize,
    typed: RwSignal<String>,
    problem: RwSignal<Option<Problem>>,
    node: NodeRef<Input>,
}

impl AskedBack {
    /// Three words of this phrase.
    pub(super) fn of(phrase: &Phrase) -> Self {
        Self {
            phrase: StoredValue::new(phrase.clone()),
            fields: ASKED_BACK.map(|place| WordField {
                place,
                typed: RwSignal::new(String::new()),
                problem: RwSignal::new(None),
                node: NodeRef::new(),
            }),
        }
    }

    /// Whether all are right; otherwise each wrong one says so and the first has the focus.
    pub(super) fn are_right(self, app: App) -> bool {
        let is_wrong = |field: &WordField| {
            let typed = field.typed.get_untracked();
            !self.phrase.with_value(|phrase| is_word(&phrase.0, field.place, &typed))
        };
        let wrong: Vec<WordField> = self.fields.into_iter().filter(is_wrong).collect();
        let words = app.words();
        for field in &wrong {
            let place = field.place.to_string();
            let is_blank = field.typed.with_untracked(|typed| typed.trim().is_empty());
            field.problem.set(Some(Problem {
                kind: ProblemKind::Form,
                what: if is_blank {
                    words.web_recovery_missing(&place)
                } else {
                    words.web_recovery_mismatch(&place)
                },
                advice: String::new(),
            }));
        }
        if let Some(input) = wrong.first().and_then(|field| field.node.get_untracked()) {
            focus(input);
        }
        wrong.is_empty()
    }
}

/// Whether `typed` is the word at `place`, counted from 1; capitals and spaces around it do not matter.
fn is_word(phrase: &str, place: usize, typed: &str) -> bool {
    let word = place.checked_sub(1).and_then(|at| phrase.split_whitespace().nth(at));
    word.is_some_and(|word| word == typed.trim().to_lowercase())
}

/// The fields; the first takes the focus.
#[component]
pub(super) fn WordsAskedBack(asked: AskedBack) -> impl IntoView {
    let [first, ..] = asked.fields;
    first.node.on_load(focus);
    let last = asked.fields.len() - 1;
    let fields = asked.fields.into_iter().enumerate().map(|(idx, field)| {
        let is_last = idx == last;
        view! { <Field field is_last/> }
    });
    view! { <div class="stack">{fields.collect_view()}</div> }
}

#[component]
fn Field(field: WordField, is_last: bool) -> impl IntoView {
    let words = App::here().words();
    let WordField {
        place,
        typed,
        problem,
        node,
    } = field;
    let id = format!("word-{place}");
    let problem_id = format!("{id}-problem");
    let described = {
        let problem_id = problem_id.clone();
        move || problem.with(Option::is_some).then(|| problem_id.clone())
    };
    view! {
        <div class="field">
            <label for=id.clone()>{words.web_recovery_confirm(&place.to_string())}</label>
            <input class="input" id=id autocomplete="off" autocapitalize="off" spellcheck="false" node_ref=node
                enterkeyhint=(!is_last).then_some("next")
                aria-invalid=move || problem.with(Option::is_some).then_some("true") aria-describedby=described
                prop:value=move || typed.get()
                on:input=move |event| { typed.set(event_target_value(&event)); problem.set(None); }/>
            <FieldProblem id=problem_id problem/>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_right_in_its_place_and_in_no_other() {
        let phrase = "anchor basin cedar";
        assert!(is_word(phrase, 2, " Basin "));
        assert!(!is_word(phrase, 1, "basin"));
        assert!(!is_word(phrase, 2, ""));
        assert!(!is_word(phrase, 0, "anchor"));
        assert!(!is_word(phrase, 4, "anchor"));
    }
}
