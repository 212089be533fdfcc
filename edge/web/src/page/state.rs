//! What the page knows: where it stands, how it looks, and what was said last. Nothing of the diary but sheets.

use super::link::{self, Link, Untold};
use super::route::Route;
use super::urge::Urge;
use crate::platform::prefs::Prefs;
use crate::platform::storage;
use crate::sheet::{Opened, Problem, ProblemKind, Written};
use crate::wire::{self, Asked, Request};
use ebb_core::entry::EntryId;
use ebb_present::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use std::time::Duration;

/// In this time a screen draws what is new at least once.
const A_FRAME: Duration = Duration::from_millis(20);

/// How far the door is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stage {
    /// Looking what is on this device.
    Starting,
    /// The device cannot keep a vault.
    Failed(Problem),
    /// There is no vault yet.
    Welcome,
    /// It was made just now and is open; its recovery phrase is on the screen.
    Fresh(Phrase),
    /// There is one.
    Locked,
    /// It is open.
    Open,
}

/// A recovery phrase on its way to the screen.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Phrase(pub(super) String);

impl std::fmt::Debug for Phrase {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Phrase(hidden)")
    }
}

/// Why it is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LockedBy {
    /// A person, or the start of the app.
    Hand,
    /// Nobody touched it for a while, or the page was put away.
    Idle {
        /// Whether something typed was lost.
        had_draft: bool,
    },
}

/// Something said at the edge of the screen for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Toast {
    pub(super) said: String,
    pub(super) advice: String,
    /// Remove this to take back what was said.
    pub(super) undo: Option<EntryId>,
    pub(super) is_problem: bool,
    /// Whether the person went somewhere since: what is said on the way to a place is read there, and not beyond.
    pub(super) has_travelled: bool,
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
    pub(super) locked_by: RwSignal<LockedBy>,
    /// An urge that is sat out, while there is one.
    pub(super) urge: RwSignal<Option<Urge>>,
    /// The clock of that timer.
    pub(super) urge_now_ms: RwSignal<i64>,
    /// Whether a newer version of the app waits to be put in.
    pub(super) has_update: RwSignal<bool>,
    /// Whether the browser offers to install the app.
    pub(super) can_install: RwSignal<bool>,
    /// Doses of which nobody wants to say how strong (`true`) or how long they felt, until the next lock.
    pub(super) not_now: RwSignal<Vec<(EntryId, bool)>>,
    /// Records that do not open, in a sentence.
    pub(super) damage: RwSignal<Option<String>>,
    /// Pixels that charts are drawn for; see `chart`.
    pub(super) plot_width: RwSignal<u16>,
    /// The keeper died of a fault of its own.
    pub(super) is_broken: RwSignal<bool>,
    /// What came of reading the whole log after a first look.
    pub(super) rest: RwSignal<Option<Result<Opened, Problem>>>,
    has_asked_to_keep: StoredValue<bool>,
    words: StoredValue<Words>,
    link: StoredValue<Link, LocalStorage>,
}

impl App {
    /// A page that knows nothing yet.
    pub(super) fn new(words: Words) -> Self {
        let revision = RwSignal::new(0);
        let is_broken = RwSignal::new(false);
        let rest = RwSignal::new(None);
        let link = Link::start(Untold {
            on_changed: Box::new(move || revision.update(|n| *n += 1)),
            on_read: Box::new(move |outcome| rest.set(Some(outcome))),
            on_broken: Box::new(move || is_broken.set(true)),
        });
        Self {
            stage: RwSignal::new(Stage::Starting),
            route: RwSignal::new(Route::default()),
            prefs: RwSignal::new(Prefs::load()),
            revision,
            toast: RwSignal::new(None),
            is_demo: RwSignal::new(false),
            locked_by: RwSignal::new(LockedBy::Hand),
            urge: RwSignal::new(None),
            urge_now_ms: RwSignal::new(0),
            has_update: RwSignal::new(false),
            can_install: RwSignal::new(false),
            not_now: RwSignal::new(Vec::new()),
            damage: RwSignal::new(None),
            plot_width: RwSignal::new(super::chart::first_guess()),
            is_broken,
            rest,
            has_asked_to_keep: StoredValue::new(false),
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
                Ok(presence) if presence.has_vault => self.stand_at(Stage::Locked),
                Ok(_) => self.stand_at(Stage::Welcome),
                Err(problem) => self.stand_at(Stage::Failed(problem)),
            }
        });
    }

    /// Changes the stage, and draws nothing anew when it is the same: somebody may be typing there.
    fn stand_at(self, stage: Stage) {
        if self.stage.get_untracked() != stage {
            self.stage.set(stage);
        }
    }

    /// Locks: ends the keeper and everything it held, and forgets what was shown.
    pub(super) fn lock(self) {
        self.lock_by(LockedBy::Hand);
    }

    /// [`Self::lock`], and remembers why.
    pub(super) fn lock_by(self, by: LockedBy) {
        self.link().restart();
        self.locked_by.set(by);
        let was_demo = self.is_demo.get_untracked();
        batch_clear(self);
        self.stage.set(if was_demo { Stage::Starting } else { Stage::Locked });
        // The new keeper begins to fetch what the next unlock will open.
        self.look();
    }

    /// Asks the browser, once, not to throw away what is kept here: only now is there something to keep, and some
    /// browsers put the question to the person. The made-up diary is nothing to keep.
    pub(super) fn ask_to_keep(self) {
        if self.is_demo.get_untracked() || self.has_asked_to_keep.get_value() {
            return;
        }
        self.has_asked_to_keep.set_value(true);
        spawn_local(async {
            if storage::is_kept().await == Some(false) {
                storage::ask_to_keep().await;
            }
        });
    }

    /// Says what was written, with a way back.
    pub(super) fn wrote(self, written: Written) {
        self.toast.set(Some(Toast {
            said: written.said,
            advice: String::new(),
            undo: written.undo,
            is_problem: false,
            has_travelled: false,
        }));
        self.once_shown(move || {
            self.ask_to_keep();
            self.revision.update(|n| *n += 1);
        });
    }

    /// Does something once what was said is on the screen: the answer to a tap does not wait for what follows from it.
    pub(super) fn once_shown(self, follow: impl FnOnce() + 'static) {
        set_timeout(follow, A_FRAME);
    }

    /// Says that something was done.
    pub(super) fn say(self, said: String) {
        self.toast.set(Some(Toast {
            said,
            advice: String::new(),
            undo: None,
            is_problem: false,
            has_travelled: false,
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
            has_travelled: false,
        }));
    }

    /// The person went somewhere: what was said goes with the place it was said at, so that it never lies over the next one's
    /// buttons. The way back is at the entry itself, too. A problem stays for its time.
    pub(super) fn travel(self) {
        let is_done = |toast: &Toast| toast.has_travelled && !toast.is_problem;
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(is_done)) {
            self.toast.set(None);
        } else {
            self.toast.update_untracked(|toast| {
                if let Some(toast) = toast {
                    toast.has_travelled = true;
                }
            });
        }
    }

    /// Writes, says so, and then does `after`.
    pub(super) fn write(self, asked: Asked<Written>, after: impl FnOnce() + 'static) {
        self.write_boxed(asked, Box::new(after));
    }

    fn write_boxed(self, asked: Asked<Written>, after: Box<dyn FnOnce()>) {
        spawn_local(async move {
            match self.link().ask(asked).await {
                Ok(written) => {
                    self.wrote(written);
                    self.once_shown(after);
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
    app.urge.update(|urge| {
        if let Some(urge) = urge {
            urge.strength = None;
        }
    });
    app.toast.set(None);
    app.damage.set(None);
    app.not_now.set(Vec::new());
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
        let sheet = Self {
            value: RwSignal::new(None),
            problem: RwSignal::new(None),
            progress: RwSignal::new(None),
        };
        let take = move |answer: &[u8]| {
            sheet.value.try_set(Some(link::read(answer)?));
            Ok(())
        };
        keep_asking(
            Box::new(move || {
                let asked = asked();
                (asked.request, asked.file)
            }),
            Rc::new(take),
            sheet.problem,
            sheet.progress,
        );
        sheet
    }
}

type Ask = Box<dyn Fn() -> (Request, Option<Vec<u8>>)>;
type Take = Rc<dyn Fn(&[u8]) -> Result<(), Problem>>;

/// Asks now, and again when the diary or anything that `ask` reads changes; `take` gets the newest answer.
fn keep_asking(ask: Ask, take: Take, problem: RwSignal<Option<Problem>>, progress: RwSignal<Option<(usize, usize)>>) {
    let app = App::here();
    let newest = StoredValue::new(0_u64);
    Effect::new(move |_| {
        app.revision.track();
        let (request, file) = ask();
        newest.update_value(|n| *n += 1);
        let mine = newest.get_value();
        // A screen that is left takes its signals along: whatever comes later is dropped.
        let is_newest = move || newest.try_get_value() == Some(mine);
        let told = move |done, total| {
            if is_newest() {
                progress.try_set(Some((done, total)));
            }
        };
        let take = Rc::clone(&take);
        let then = move |outcome: Result<Vec<u8>, Problem>| {
            if !is_newest() {
                return;
            }
            progress.try_set(None);
            match outcome.and_then(|answer| take(&answer)) {
                Ok(()) => {
                    problem.try_set(None);
                }
                Err(locked) if locked.kind == ProblemKind::Locked => app.complain(locked),
                Err(other) => {
                    problem.try_set(Some(other));
                }
            }
        };
        app.link().ask_then(request, file, Some(Rc::new(told)), Box::new(then));
    });
}
