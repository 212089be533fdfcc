//! One file on its way in: what it holds, what it leaves open, and what became of it. Nothing is saved before the person
//! says so.

use super::answers::QuestionCard;
use crate::page::app::{focus_main, to_top};
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::page::told::Say;
use crate::sheet::{ImportCount, ImportDone, ImportPreview, Problem};
use crate::wire;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// What the screen knows; a handle, free to copy.
#[derive(Clone, Copy)]
pub(super) struct Looking {
    sheet: Sheet<Option<ImportPreview>>,
    /// What would happen, as last answered.
    pub(super) preview: Memo<Option<ImportPreview>>,
    done: RwSignal<Option<ImportDone>>,
    /// Answers that could not be used, by their questions. While there are any, what would happen is not what was answered.
    unused: RwSignal<BTreeMap<String, Problem>>,
    /// Why nothing was imported.
    problem: RwSignal<Option<Problem>>,
    is_busy: RwSignal<bool>,
    progress: RwSignal<Option<(usize, usize)>>,
    newest: StoredValue<u64>,
}

impl Looking {
    fn new() -> Self {
        let sheet = Sheet::of(wire::import_look);
        Self {
            sheet,
            preview: Memo::new(move |_| sheet.value.get().flatten()),
            done: RwSignal::new(None),
            unused: RwSignal::new(BTreeMap::new()),
            problem: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            progress: RwSignal::new(None),
            newest: StoredValue::new(0),
        }
    }

    /// Answers a question; an empty answer leaves it open. Only what the newest answer brings is shown.
    pub(super) fn answer(self, id: String, answer: String) {
        let app = App::here();
        self.newest.update_value(|n| *n += 1);
        let mine = self.newest.get_value();
        self.is_busy.set(true);
        spawn_local(async move {
            let outcome = app.link().ask(wire::import_answer(id.clone(), answer)).await;
            let is_newest = self.newest.try_get_value() == Some(mine);
            if is_newest {
                self.is_busy.try_set(false);
            }
            match outcome {
                Ok(preview) => {
                    self.unused.try_update(|unused| unused.remove(&id));
                    if is_newest {
                        self.problem.try_set(None);
                        self.sheet.value.try_set(Some(Some(preview)));
                    }
                }
                Err(problem) => {
                    self.unused.try_update(|unused| unused.insert(id, problem));
                }
            }
        });
    }

    /// What is wrong with an answer to a question that still stands.
    fn wrong_answer(self) -> Option<Problem> {
        self.preview.with(|preview| {
            let questions = || preview.iter().flat_map(|preview| &preview.questions);
            let is_asked = |id: &str| questions().any(|question| question.id == id);
            self.unused.with(|unused| {
                let found = unused.iter().find(|(id, _)| is_asked(id));
                found.map(|(_, problem)| problem.clone())
            })
        })
    }

    /// The same, or why nothing was imported.
    fn what_is_wrong(self) -> Option<Problem> {
        self.wrong_answer().or_else(|| self.problem.get())
    }

    /// Imports it.
    fn import(self, app: App) {
        if self.is_busy.get_untracked() || untrack(|| self.wrong_answer().is_some()) {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            let told = move |done, total| {
                self.progress.try_set(Some((done, total)));
            };
            let outcome = app.link().ask_long(wire::import_do(), told).await;
            self.is_busy.try_set(false);
            self.progress.try_set(None);
            match outcome {
                Ok(done) => {
                    let is_anything = done.id.is_some();
                    self.done.try_set(Some(done));
                    app.revision.update(|n| *n += 1);
                    to_top();
                    focus_main();
                    if is_anything {
                        app.ask_to_keep();
                    }
                }
                Err(problem) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }
}

/// How far the file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Reading,
    Gone,
    Preview,
    Done,
}

/// The screen.
#[component]
pub(in crate::page::screen) fn Import() -> impl IntoView {
    let looking = Looking::new();
    let step = Memo::new(move |_| {
        if looking.done.with(Option::is_some) {
            Step::Done
        } else {
            looking.sheet.value.with(|value| match value {
                None => Step::Reading,
                Some(None) => Step::Gone,
                Some(Some(_)) => Step::Preview,
            })
        }
    });
    move || match step.get() {
        Step::Reading => view! { <Reading problem=looking.sheet.problem/> }.into_any(),
        Step::Gone => view! { <Gone/> }.into_any(),
        Step::Preview => view! { <Preview looking/> }.into_any(),
        Step::Done => looking.done.get().map(|done| view! { <Done done/> }).into_any(),
    }
}

#[component]
fn Back() -> impl IntoView {
    let words = App::here().words();
    view! {
        <a class="back" href=Route::Data.address()>
            <Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.web_nav_import()}
        </a>
    }
}

#[component]
fn Reading(problem: RwSignal<Option<Problem>>) -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="head"><Back/><h1>{words.import_title()}</h1></header>
        {move || match problem.get() {
            Some(problem) => view! { <ProblemBox problem/> }.into_any(),
            None => view! { <p role="status">{App::here().words().web_working()}</p> }.into_any(),
        }}
    }
}

/// No file is open: it was imported, or the diary was locked meanwhile.
#[component]
fn Gone() -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="head"><Back/><h1>{words.import_title()}</h1></header>
        <div class="narrow stack">
            <p>{words.data_no_file()}</p>
            <div class="actions"><a class="button" href=Route::Data.address()>{words.data_choose_file()}</a></div>
        </div>
    }
}

#[component]
fn Preview(looking: Looking) -> impl IntoView {
    let preview = looking.preview;
    let of = move |pick: fn(ImportPreview) -> String| move || preview.get().map(pick).unwrap_or_default();
    view! {
        <header class="head">
            <Back/>
            <h1>{of(|preview| preview.file)}</h1>
            <p>{of(|preview| preview.format)}</p>
        </header>
        <div class="columns columns-aside">
            <div class="column"><Questions looking/></div>
            <div class="column"><Outcome looking/></div>
        </div>
    }
}

#[component]
fn Questions(looking: Looking) -> impl IntoView {
    let words = App::here().words();
    let preview = looking.preview;
    let ids = Memo::new(move |_| {
        preview.with(|preview| {
            let questions = preview.iter().flat_map(|preview| &preview.questions);
            questions.map(|question| question.id.clone()).collect::<Vec<_>>()
        })
    });
    let title = move || preview.get().map(|preview| preview.questions_title);
    view! {
        <section aria-labelledby="import-questions">
            <h2 id="import-questions">{title}</h2>
            <Show when=move || ids.with(|ids| !ids.is_empty())>
                <p class="quiet small">{words.import_questions_lead()}</p>
            </Show>
        </section>
        <div role="status">{move || looking.what_is_wrong().map(|problem| view! { <ProblemBox problem/> })}</div>
        <For each=move || ids.get() key=Clone::clone children=move |id| view! { <QuestionCard looking id/> }/>
    }
}

/// What would happen, and the button that makes it so.
#[component]
fn Outcome(looking: Looking) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let preview = looking.preview;
    let said = move || preview.get().map(|preview| preview.said);
    let detail = move || preview.get().map(|preview| view! { <Detail preview/> });
    let action = Memo::new(move |_| preview.get().and_then(|preview| preview.action));
    let forget = move |_| {
        spawn_local(async move {
            // Forgetting is only tidy: the file goes with the next lock anyway.
            let _ = app.link().ask(wire::import_forget()).await;
        });
    };
    let (leave, working) = (words.data_leave(), words.web_working());
    view! {
        <section class="card sticky" aria-labelledby="import-outcome" aria-busy=move || looking.is_busy.get().to_string()>
            <h2 id="import-outcome">{words.data_would()}</h2>
            <p class="strong" role="status">{said}</p>
            {detail}
            {move || looking.progress.get().map(|(done, total)| view! {
                <progress max=total.to_string() prop:value=done.to_string() aria-label=App::here().words().web_working()></progress>
            })}
            // Once more beside the button, where it is not said aloud a second time.
            <p class="field-error" id="import-wrong" hidden=move || looking.what_is_wrong().is_none()>
                <Icon name="warning" class="icon icon-small"/>
                <span>{move || looking.what_is_wrong().map(|problem| format!("{} {}", problem.what, problem.advice))}</span>
            </p>
            <div class="actions">
                {move || action.get().map(|action| {
                    let working = working.clone();
                    view! {
                        <button class="button button-large" type="button" disabled=move || looking.is_busy.get()
                            aria-disabled=move || looking.wrong_answer().is_some().then_some("true") aria-describedby="import-wrong"
                            on:click=move |_| looking.import(app)>
                            {move || if looking.progress.with(Option::is_some) { working.clone() } else { action.clone() }}
                        </button>
                    }
                })}
                <a class="button button-text" href=Route::Data.address() on:click=forget>{leave}</a>
            </div>
        </section>
    }
}

/// Counts, span, amounts a day, and what is worth knowing.
#[component]
fn Detail(preview: ImportPreview) -> impl IntoView {
    let words = App::here().words();
    let n_notes = preview.notes.len() as u64;
    view! {
        {preview.span.map(|span| view! { <p class="quiet small">{span}</p> })}
        {preview.grams.map(|grams| view! {
            <p class="small"><Say told=grams/>" "<span class="strong">{words.import_grams_ask()}</span></p>
        })}
        <Counts counts=preview.counts caption=words.data_counts()/>
        {(!preview.holds.is_empty()).then(|| view! {
            <h3>{words.data_holds()}</h3>
            <ul class="small stack-tight">{items(preview.holds)}</ul>
        })}
        {preview.products.map(|products| view! { <p class="small">{products}</p> })}
        {(!preview.notes.is_empty()).then(|| view! {
            <details class="fold"><summary>{words.data_notes(n_notes)}</summary>
                <ul class="fold-body small stack-tight">{items(preview.notes)}</ul></details>
        })}
        {(!preview.not_taken.is_empty()).then(|| view! {
            <details class="fold"><summary>{words.data_not_taken()}</summary>
                <ul class="fold-body small stack-tight">{items(preview.not_taken)}</ul></details>
        })}
        {preview.secrets.map(|secrets| view! {
            <div class="notice notice-caution"><Icon name="warning"/><div><p>{secrets}</p></div></div>
        })}
    }
}

/// How many rows become what, and why.
#[component]
fn Counts(counts: Vec<ImportCount>, caption: String) -> impl IntoView {
    let row = |count: ImportCount| {
        let reasons =
            (!count.reasons.is_empty()).then(|| view! { <div class="small quiet">{count.reasons.join(", ")}</div> });
        view! { <tr><th scope="row"><div>{count.name}</div>{reasons}</th><td class="end">{count.count}</td></tr> }
    };
    (!counts.is_empty()).then(|| {
        view! {
            <table class="table"><caption class="hidden">{caption}</caption>
                <tbody>{counts.into_iter().map(row).collect_view()}</tbody></table>
        }
    })
}

fn items(lines: Vec<String>) -> impl IntoView {
    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
}

#[component]
fn Done(done: ImportDone) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let take_back = words.data_take_whole_back();
    view! {
        <header class="head"><Back/><h1 role="status">{done.said}</h1><p>{done.file}</p></header>
        <div class="narrow stack">
            <section class="card" aria-label=words.data_became()>
                <Counts counts=done.counts caption=words.data_counts()/>
                {(!done.notes.is_empty()).then(|| view! { <ul class="stack-tight">{items(done.notes)}</ul> })}
                <div class="actions">
                    <a class="button" href=Route::Today.address()>{words.data_see_today()}</a>
                    {done.id.map(|id| view! {
                        <button class="button button-quiet" type="button"
                            on:click=move |_| app.write(wire::remove(id), move || app.go(&Route::Data))>
                            <Icon name="undo" class="icon icon-small"/><span>{take_back}</span>
                        </button>
                    })}
                </div>
            </section>
            <div class="notice notice-caution"><Icon name="warning"/><div><p>{done.advice}</p></div></div>
        </div>
    }
}
