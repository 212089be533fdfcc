//! Writing once, however often it is tapped: a thumb that trembles logs one dose.

use super::state::App;
use crate::sheet::{Problem, ProblemKind, Written};
use crate::wire::Asked;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long after an answer the same button stays still.
const RESTS: Duration = Duration::from_millis(700);

/// A pen that writes one thing at a time, and knows what was wrong with the last one.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    /// Whether it is writing.
    pub(super) is_busy: RwSignal<bool>,
    /// What could not be meant, to be said where it was filled in.
    pub(super) problem: RwSignal<Option<Problem>>,
}

impl Pen {
    /// One that rests.
    pub(super) fn new() -> Self {
        Self {
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
        }
    }

    /// Writes, says so, and then does `after`.
    pub(super) fn write(self, app: App, asked: Asked<Written>, after: impl FnOnce() + 'static) {
        self.write_boxed(app, asked, Box::new(after));
    }

    fn write_boxed(self, app: App, asked: Asked<Written>, after: Box<dyn FnOnce()>) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            match app.link().ask(asked).await {
                Ok(written) => {
                    app.wrote(written);
                    app.once_shown(after);
                    set_timeout(
                        move || {
                            // The screen may be gone, and its pen with it.
                            self.is_busy.try_set(false);
                        },
                        RESTS,
                    );
                }
                Err(problem) => {
                    self.is_busy.try_set(false);
                    if problem.kind == ProblemKind::Form {
                        self.problem.try_set(Some(problem));
                    } else {
                        app.complain(problem);
                    }
                }
            }
        });
    }
}
