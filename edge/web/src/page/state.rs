//! What the page knows: where it stands, how it looks, and what was said last. Nothing of the diary but sheets.

use super::link::Link;
use super::route::Route;
use crate::platform::prefs::Prefs;
use crate::sheet::{Problem, ProblemKind, Written};
use crate::wire::{self, Asked};
use ebb_core::entry::EntryId;
use ebb_present::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

/// How far the door is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stage {
    /// Looking what is on this device.
    Starting,
    /// The device cannot keep a vault.
    Failed(Problem),
    /// There is no vault yet.
    Welcome,
    /// There is one.
    Locked,
    /// It is open.
    Open,
}

/// Something said at the edge of the screen for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Toast {
    pub(super) said: String,
    pub(super) advice: String,
    /// Remove this to take back what was said.
    pub(super) undo: Option<EntryId>,
    pub(super) is_problem: bool,
}

/// The page's state; a handle, free to copy.
#[derive(Clone, Copy)]
pub(super) struct App {
    pub(super) stage: RwSignal<Stage>,
    pub(super) route: RwSignal<Route>,
    pub(super) prefs: RwSignal<Prefs>,
    /// Raised when the diary changed: sheets ask again.
    pub(super) revision: RwSignal<u64>,
    pub(super) toast: RwSignal<Option<Toast>>,
    pub(super) is_demo: RwSignal<bool>,
    /// Records that do not open, in a sentence.
    pub(super) damage: RwSignal<Option<String>>,
    /// Pixels that charts are drawn for; see `chart`.
    pub(super) plot_width: RwSignal<u16>,
    words: StoredValue<Words>,
    link: StoredValue<Link, LocalStorage>,
}

impl App {
    /// A page that knows nothing yet.
    pub(super) fn new(words: Words) -> Self {
        let revision = RwSignal::new(0);
        let link = Link::start(move || revision.update(|n| *n += 1));
        Self {
            stage: RwSignal::new(Stage::Starting),
            route: RwSignal::new(Route::default()),
            prefs: RwSignal::new(Prefs::load()),
            revision,
            toast: RwSignal::new(None),
            is_demo: RwSignal::new(false),
            damage: RwSignal::new(None),
            plot_width: RwSignal::new(super::chart::first_guess()),
            words: StoredValue::new(words),
            link: StoredValue::new_local(link),
        }
    }

    /// The state, from anywhere on the page.
    pub(super) fn here() -> Self {
        expect_context::<Self>()
    }

    /// The words.
    pub(super) fn words(self) -> Words {
        self.words.get_value()
    }

    /// The line to the keeper.
    pub(super) fn link(self) -> Link {
        self.link.get_value()
    }

    /// Goes somewhere.
    pub(super) fn go(self, route: &Route) {
        let location = window().location();
        // The address bar leads; the listener in `app` follows it.
        let _ = location.set_hash(&route.address());
    }

    /// Looks what is on this device.
    pub(super) fn look(self) {
        spawn_local(async move {
            match self.link().ask(wire::look()).await {
                Ok(presence) if presence.has_vault => self.stage.set(Stage::Locked),
                Ok(_) => self.stage.set(Stage::Welcome),
                Err(problem) => self.stage.set(Stage::Failed(problem)),
            }
        });
    }

    /// Locks: ends the keeper and everything it held, and forgets what was shown.
    pub(super) fn lock(self) {
        self.link().restart();
        let was_demo = self.is_demo.get_untracked();
        batch_clear(self);
        if was_demo {
            self.stage.set(Stage::Starting);
            self.look();
        } else {
            self.stage.set(Stage::Locked);
        }
    }

    /// Says what was written, with a way back.
    pub(super) fn wrote(self, written: Written) {
        self.revision.update(|n| *n += 1);
        self.toast.set(Some(Toast {
            said: written.said,
            advice: String::new(),
            undo: written.undo,
            is_problem: false,
        }));
    }

    /// Says that something was done.
    pub(super) fn say(self, said: String) {
        self.toast.set(Some(Toast {
            said,
            advice: String::new(),
            undo: None,
            is_problem: false,
        }));
    }

    /// Says what went wrong.
    pub(super) fn complain(self, problem: Problem) {
        if problem.kind == ProblemKind::Locked {
            if self.stage.get_untracked() == Stage::Open {
                self.lock();
            }
            return;
        }
        self.toast.set(Some(Toast {
            said: problem.what,
            advice: problem.advice,
            undo: None,
            is_problem: true,
        }));
    }

    /// Writes, says so, and then does `after`.
    pub(super) fn write(self, asked: Asked<Written>, after: impl FnOnce() + 'static) {
        spawn_local(async move {
            match self.link().ask(asked).await {
                Ok(written) => {
                    self.wrote(written);
                    after();
                }
                Err(problem) => self.complain(problem),
            }
        });
    }

    /// Changes how this device looks and locks, and remembers it.
    pub(super) fn prefer(self, change: impl FnOnce(&mut Prefs)) {
        self.prefs.update(change);
        self.prefs.with_untracked(Prefs::save);
    }
}

fn batch_clear(app: App) {
    app.toast.set(None);
    app.damage.set(None);
    app.is_demo.set(false);
    app.revision.update(|n| *n += 1);
}

/// A sheet that is asked for, and asked for again whenever the diary changes.
pub(super) struct Sheet<T: Send + Sync + 'static> {
    /// The last answer; stays while the next one comes.
    pub(super) value: RwSignal<Option<T>>,
    /// What went wrong, if it did.
    pub(super) problem: RwSignal<Option<Problem>>,
    /// Steps done and steps in all of long work.
    pub(super) progress: RwSignal<Option<(usize, usize)>>,
}

impl<T: Send + Sync + 'static> Clone for Sheet<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Sheet<T> {}

impl<T: DeserializeOwned + Send + Sync + 'static> Sheet<T> {
    /// Asks now, and again when the diary or anything that `asked` reads changes. Only the newest answer is shown.
    pub(super) fn of(asked: impl Fn() -> Asked<T> + 'static) -> Self {
        let app = App::here();
        let sheet = Self {
            value: RwSignal::new(None),
            problem: RwSignal::new(None),
            progress: RwSignal::new(None),
        };
        let newest = StoredValue::new(0_u64);
        Effect::new(move |_| {
            app.revision.track();
            let asked = asked();
            newest.update_value(|n| *n += 1);
            let mine = newest.get_value();
            // A screen that is left takes its signals along: whatever comes later is dropped.
            let is_newest = move || newest.try_get_value() == Some(mine);
            spawn_local(async move {
                let told = move |done, total| {
                    if is_newest() {
                        sheet.progress.try_set(Some((done, total)));
                    }
                };
                let outcome = app.link().ask_long(asked, told).await;
                if !is_newest() {
                    return;
                }
                sheet.progress.try_set(None);
                match outcome {
                    Ok(value) => {
                        sheet.problem.try_set(None);
                        sheet.value.try_set(Some(value));
                    }
                    Err(problem) if problem.kind == ProblemKind::Locked => app.complain(problem),
                    Err(problem) => {
                        sheet.problem.try_set(Some(problem));
                    }
                }
            });
        });
        sheet
    }
}
