//! Something sent to the keeper from a form: once at a time, and what goes wrong is said where it was typed.

use super::link;
use super::parts::ProblemBox;
use super::state::App;
use crate::sheet::{Problem, ProblemKind};
use crate::wire::{Asked, Request};
use leptos::prelude::*;
use serde::de::DeserializeOwned;

type Take = Box<dyn FnOnce(&[u8]) -> Result<(), Problem>>;

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
        let take = move |answer: &[u8]| {
            after(link::read(answer)?);
            Ok(())
        };
        self.send_packed(app, asked.request, asked.file, Box::new(take));
    }

    fn send_packed(self, app: App, request: Request, file: Option<Vec<u8>>, take: Take) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        let then = move |outcome: Result<Vec<u8>, Problem>| {
            // The screen may be gone meanwhile, and its signals with it.
            self.is_busy.try_set(false);
            match outcome.and_then(|answer| take(&answer)) {
                Ok(()) => {}
                Err(locked) if locked.kind == ProblemKind::Locked => app.complain(locked),
                Err(problem) => {
                    self.problem.try_set(Some(problem));
                }
            }
        };
        app.link().ask_then(request, file, None, Box::new(then));
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
