//! Fields for a passphrase: one to type it, two to choose a new one, with a word on its strength.
//!
//! What is typed lives in signals of the screen and goes to the keeper; nothing here stores or logs it.

mod strength;

use super::parts::Icon;
use super::state::App;
use crate::sheet::{Problem, ProblemKind};
use leptos::html::Input;
use leptos::prelude::*;
use strength::Strength;

/// Shortest passphrase, characters; the keeper refuses shorter ones.
const SHORTEST: usize = 8;

/// A passphrase field that can be shown, says when caps lock is on, and bears its own problem.
#[component]
pub(super) fn PassphraseField(
    id: &'static str,
    label: String,
    value: RwSignal<String>,
    autocomplete: &'static str,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(optional)] problem: Option<RwSignal<Option<Problem>>>,
    #[prop(optional)] node: NodeRef<Input>,
    /// Takes the focus when it appears.
    #[prop(optional)]
    takes_focus: TakesFocus,
) -> impl IntoView {
    let words = App::here().words();
    let is_shown = RwSignal::new(false);
    let caps = RwSignal::new(false);
    let (hint_id, problem_id, caps_id) = (format!("{id}-hint"), format!("{id}-problem"), format!("{id}-caps"));
    let described = {
        let (hint_id, problem_id, caps_id) = (hint_id.clone(), problem_id.clone(), caps_id.clone());
        move || {
            let has_problem = problem.is_some_and(|problem| problem.with(Option::is_some));
            let ids = [
                hint.is_some().then_some(hint_id.as_str()),
                has_problem.then_some(problem_id.as_str()),
                caps.get().then_some(caps_id.as_str()),
            ];
            let ids: Vec<&str> = ids.into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let invalid = move || {
        problem
            .is_some_and(|problem| problem.with(Option::is_some))
            .then_some("true")
    };
    let look_at_caps = move |event: web_sys::KeyboardEvent| caps.set(event.get_modifier_state("CapsLock"));
    if takes_focus == TakesFocus::Yes {
        node.on_load(focus_unless_typing);
    }
    let caps_words = words.web_caps_lock();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="input-row">
                <input class="input" id=id autocomplete=autocomplete autocapitalize="off" spellcheck="false" node_ref=node
                    type=move || if is_shown.get() { "text" } else { "password" }
                    aria-describedby=described aria-invalid=invalid
                    prop:value=move || value.get()
                    on:input=move |event| {
                        value.set(event_target_value(&event));
                        if let Some(problem) = problem { problem.set(None); }
                    }
                    on:keydown=look_at_caps on:keyup=look_at_caps on:blur=move |_| caps.set(false)/>
                <button class="icon-button" type="button" aria-pressed=move || is_shown.get().to_string()
                    aria-label=words.care_show_passphrase()
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)>
                    {move || if is_shown.get() { view! { <Icon name="eye-off"/> } } else { view! { <Icon name="eye"/> } }}
                </button>
            </div>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{move || hint.get()}</p> })}
            <div role="status">
                {move || caps.get().then(|| view! {
                    <p class="field-hint row" id=caps_id.clone()><Icon name="warning" class="icon icon-small"/>{caps_words.clone()}</p>
                })}
            </div>
            {problem.map(|problem| view! { <FieldProblem id=problem_id problem/> })}
        </div>
    }
}

/// Whether a field takes the focus when it appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum TakesFocus {
    #[default]
    No,
    Yes,
}

/// Puts the focus into a field and selects what stands there.
pub(super) fn focus(input: web_sys::HtmlInputElement) {
    // It may not be in the page yet: the focus waits for the next frame.
    request_animation_frame(move || {
        let _ = input.focus();
        input.select();
    });
}

/// The same for a field that appears: whoever types somewhere by then goes on typing.
fn focus_unless_typing(input: web_sys::HtmlInputElement) {
    request_animation_frame(move || {
        let is_typing = document()
            .active_element()
            .is_some_and(|active| matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA"));
        if !is_typing {
            let _ = input.focus();
        }
    });
}

/// What is wrong with a field, said at the field.
#[component]
pub(super) fn FieldProblem(id: String, problem: RwSignal<Option<Problem>>) -> impl IntoView {
    view! {
        <div role="alert">
            {move || problem.get().map(|problem| view! {
                <p class="field-error" id=id.clone()>
                    <Icon name="warning" class="icon icon-small"/><span>{problem.what}" "{problem.advice}</span>
                </p>
            })}
        </div>
    }
}

/// A new passphrase, typed twice.
#[derive(Clone, Copy)]
pub(super) struct NewPassphrase {
    first: RwSignal<String>,
    second: RwSignal<String>,
    first_problem: RwSignal<Option<Problem>>,
    second_problem: RwSignal<Option<Problem>>,
    first_node: NodeRef<Input>,
    second_node: NodeRef<Input>,
}

impl NewPassphrase {
    /// Nothing typed yet.
    pub(super) fn new() -> Self {
        Self {
            first: RwSignal::new(String::new()),
            second: RwSignal::new(String::new()),
            first_problem: RwSignal::new(None),
            second_problem: RwSignal::new(None),
            first_node: NodeRef::new(),
            second_node: NodeRef::new(),
        }
    }

    /// The passphrase if it can be taken; otherwise the field says why not and has the focus.
    pub(super) fn taken(self, app: App) -> Option<String> {
        let words = app.words();
        let first = self.first.get_untracked();
        let (what, advice, problem, node) = if first.chars().count() < SHORTEST {
            let advice = words.rec_passphrase_short(SHORTEST as u64);
            (
                words.err_passphrase_short(),
                advice,
                self.first_problem,
                self.first_node,
            )
        } else if first != self.second.get_untracked() {
            let advice = words.rec_passphrases_differ();
            (
                words.err_passphrases_differ(),
                advice,
                self.second_problem,
                self.second_node,
            )
        } else {
            return Some(first);
        };
        problem.set(Some(Problem {
            kind: ProblemKind::Form,
            what,
            advice,
        }));
        if let Some(input) = node.get_untracked() {
            focus(input);
        }
        None
    }

    /// Forgets what was typed.
    pub(super) fn forget(self) {
        self.first.try_set(String::new());
        self.second.try_set(String::new());
    }
}

/// The two fields of a new passphrase.
#[component]
pub(super) fn NewPassphraseFields(
    /// Begins the ids of the fields.
    ids: [&'static str; 2],
    typed: NewPassphrase,
    #[prop(optional)] takes_focus: TakesFocus,
) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let hint = Signal::derive(move || {
        let words = app.words();
        match typed.first.with(|text| Strength::of(text)) {
            Strength::Nothing => words.web_passphrase_avoid(),
            Strength::Pattern => words.care_passphrase_common(),
            Strength::Weak => words.web_passphrase_weak(),
            Strength::Fair => words.web_passphrase_fair(),
            Strength::Strong => words.web_passphrase_strong(),
        }
    });
    let [first, second] = ids;
    view! {
        <PassphraseField id=first label=words.web_passphrase_field() value=typed.first autocomplete="new-password" hint
            problem=typed.first_problem node=typed.first_node takes_focus/>
        <PassphraseField id=second label=words.web_passphrase_again() value=typed.second autocomplete="new-password"
            problem=typed.second_problem node=typed.second_node/>
    }
}
