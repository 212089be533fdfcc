//! Something sent to the keeper from a form: once at a time, and what goes wrong is said where it was typed.

use super::parts::ProblemBox;
use super::state::App;
use crate::sheet::{Problem, ProblemKind};
use crate::wire::Asked;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

/// Whether something is on its way, and what came back that was no answer.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    pub(super) is_busy: RwSignal<bool>,
    pub(super) problem: RwSignal<Option<Problem>>,
}

impl Sending {
    /// Nothing sent yet.
    pub(super) fn new() -> Self {
        Self {
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
        }
    }

    /// Sends, unless something is on its way.
    pub(super) fn send<T: DeserializeOwned + 'static>(
        self,
        app: App,
        asked: Asked<T>,
        after: impl FnOnce(T) + 'static,
    ) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            let outcome = app.link().ask(asked).await;
            // The screen may be gone meanwhile, and its signals with it.
            self.is_busy.try_set(false);
            match outcome {
                Ok(answer) => after(answer),
                Err(locked) if locked.kind == ProblemKind::Locked => app.complain(locked),
                Err(problem) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }

    /// For `aria-disabled`: the button keeps the focus while it waits.
    pub(super) fn busy(self) -> String {
        self.is_busy.get().to_string()
    }
}

/// What went wrong, where it was typed.
#[component]
pub(super) fn SendingProblem(sending: Sending) -> impl IntoView {
    move || sending.problem.get().map(|problem| view! { <ProblemBox problem/> })
}
