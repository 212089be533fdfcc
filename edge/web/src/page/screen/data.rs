//! Bringing a diary in, backups, and taking one's own out.

mod answers;
mod backup;
mod import;
mod taking_out;

pub(super) use import::Import;

use crate::page::file_drop::FileDrop;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::platform::files;
use crate::sheet::{ImportLine, Problem, too_large, unreadable_file};
use crate::wire;
use backup::Backup;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taking_out::TakingOut;

/// Largest diary that is read. Years of use fill a few megabytes.
const LIMIT_BYTES: u64 = 20 * 1024 * 1024;

/// The screen.
#[component]
pub(super) fn Data() -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="head"><h1>{words.web_nav_import()}</h1></header>
        <div class="columns">
            <div class="column"><BringIn/><Past/></div>
            <div class="column"><Backup/><TakingOut/></div>
        </div>
    }
}

/// The place for a diary from elsewhere.
#[component]
fn BringIn() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let reading = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<Problem>);
    let chosen = move |file: web_sys::File| {
        reading.set(Some(file.name()));
        problem.set(None);
        spawn_local(async move {
            let outcome = read(app, &file).await;
            reading.try_set(None);
            match outcome {
                Ok(()) => app.go(&Route::Import),
                Err(what) => {
                    problem.try_set(Some(what));
                }
            }
        });
    };
    let (choose, busy) = (words.data_choose(), words.clone());
    let title = Signal::derive(move || match reading.get() {
        Some(name) => busy.data_reading(&name),
        None => choose.clone(),
    });
    view! {
        <section class="card" aria-labelledby="data-in">
            <h2 id="data-in">{words.data_in_title()}</h2>
            <FileDrop title hint=words.data_in_hint() is_busy=Signal::derive(move || reading.with(Option::is_some)) chosen/>
            <div role="status">{move || problem.get().map(|problem| view! { <ProblemBox problem/> })}</div>
            <details class="fold">
                <summary>{words.data_programs()}</summary>
                <div class="fold-body"><p class="small quiet">{words.data_programs_list()}</p><p class="small quiet">{words.data_programs_how()}</p></div>
            </details>
        </section>
    }
}

/// Reads the file and has the keeper look at it.
async fn read(app: App, file: &web_sys::File) -> Result<(), Problem> {
    let words = app.words();
    let bytes = files::read(file, LIMIT_BYTES).await.map_err(|unread| match unread {
        files::Unread::TooLarge => too_large(LIMIT_BYTES, &words),
        files::Unread::Unreadable => unreadable_file(&words),
    })?;
    app.link().ask(wire::import_read(file.name(), bytes)).await.map(|_| ())
}

/// Imports so far, each to be taken back.
#[component]
fn Past() -> impl IntoView {
    let app = App::here();
    let imports = Sheet::of(wire::imports);
    let words = app.words();
    let line = move |import: ImportLine| {
        let words = app.words();
        let id = import.id;
        view! {
            <li class="item">
                <Icon name="file"/>
                <span class="item-text">{import.name.clone()}<small>{import.said}</small></span>
                <span class="item-end">
                    <button class="button button-text" type="button" aria-label=words.data_take_back_named(&import.name)
                        on:click=move |_| app.write(wire::remove(id), || {})>{words.data_take_back()}</button>
                </span>
            </li>
        }
    };
    move || {
        let lines = imports.value.get().filter(|lines| !lines.is_empty())?;
        Some(view! {
            <section class="card" aria-labelledby="data-past">
                <h2 id="data-past">{words.data_past()}</h2>
                <ul class="rows">{lines.into_iter().map(line).collect_view()}</ul>
            </section>
        })
    }
}
