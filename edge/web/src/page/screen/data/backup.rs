//! Backups: how safe the diary is, one encrypted file out, and one back in.

use crate::form::DeviceFacts;
use crate::page::backups::read_backup;
use crate::page::file_drop::FileButton;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::state::{App, Sheet};
use crate::platform::{files, storage};
use crate::sheet::{Copies, Problem, Tone, unreadable_file};
use crate::wire::{self, Secret};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
#[component]
pub(super) fn Backup() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let is_kept = RwSignal::new(None::<bool>);
    let used_bytes = RwSignal::new(None::<u64>);
    spawn_local(async move {
        is_kept.try_set(storage::is_kept().await);
        used_bytes.try_set(storage::used_bytes().await);
    });
    let copies = Sheet::of(move || {
        wire::copies(DeviceFacts {
            backed_up: app.prefs.with(|prefs| prefs.backed_up.clone()),
            is_kept: is_kept.get(),
            used_bytes: used_bytes.get(),
        })
    });
    let problem = RwSignal::new(None::<Problem>);
    let is_busy = RwSignal::new(false);
    view! {
        <section class="card" aria-labelledby="data-backup">
            <h2 id="data-backup">{words.data_backup_title()}</h2>
            {move || copies.value.get().map(|copies| view! { <Safety copies is_kept/> })}
            <p class="small quiet">{words.data_backup_text()}</p>
            <div role="status">{move || problem.get().map(|problem| view! { <ProblemBox problem/> })}</div>
            <div class="actions">
                <button class="button" type="button" disabled=move || is_busy.get()
                    on:click=move |_| make(app, is_busy, problem)>
                    <Icon name="download" class="icon icon-small"/><span>{words.data_backup_make()}</span>
                </button>
                <FileButton label=words.data_backup_bring() is_busy=is_busy.into()
                    chosen=move |file| merge(app, file, is_busy, problem)/>
            </div>
            <p class="small quiet">{words.data_backup_bring_text()}</p>
        </section>
    }
}

/// What is said about how safe the diary is.
#[component]
fn Safety(copies: Copies, is_kept: RwSignal<Option<bool>>) -> impl IntoView {
    let words = App::here().words();
    let (class, icon) = match copies.tone {
        Tone::Calm => ("notice", "device"),
        Tone::Caution | Tone::Urgent => ("notice notice-caution", "device"),
    };
    let ask = move |_| {
        spawn_local(async move {
            is_kept.try_set(storage::ask_to_keep().await);
        });
    };
    let facts = [copies.kept, copies.room]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    view! {
        {copies.demo.map(|notice| view! { <p class="small strong">{notice.text}</p> })}
        <div class=class>
            <Icon name=icon/>
            <div><p class="strong">{copies.title}</p><p class="small">{copies.text}</p></div>
        </div>
        {(!facts.is_empty()).then(|| view! { <p class="small quiet">{facts}</p> })}
        {copies.can_ask.then(|| view! {
            <p><button class="button button-text" type="button" on:click=ask>{words.data_ask_to_keep()}</button></p>
        })}
    }
}

/// Makes a backup and remembers the day.
fn make(app: App, is_busy: RwSignal<bool>, problem: RwSignal<Option<Problem>>) {
    is_busy.set(true);
    problem.set(None);
    spawn_local(async move {
        let made = app.link().ask_file(wire::backup()).await;
        is_busy.try_set(false);
        match made {
            Ok(made) if files::save(&made.name, &made.media_type, &made.bytes).is_some() => {
                if !app.is_demo.get_untracked() {
                    app.prefer(|prefs| prefs.backed_up = Some(made.day.clone()));
                }
                app.say(app.words().data_saved(&made.name));
            }
            Ok(_) => {
                problem.try_set(Some(unreadable_file(&app.words())));
            }
            Err(what) => {
                problem.try_set(Some(what));
            }
        }
    });
}

/// Adds from a backup what is missing here.
fn merge(app: App, file: web_sys::File, is_busy: RwSignal<bool>, problem: RwSignal<Option<Problem>>) {
    is_busy.set(true);
    problem.set(None);
    spawn_local(async move {
        let outcome = read_backup(app, &file).await;
        let outcome = match outcome {
            // The key is the open diary's own.
            Ok(bytes) => {
                let asked = wire::restore(Secret::Passphrase(String::new()), false, bytes);
                app.link().ask(asked).await
            }
            Err(problem) => Err(problem),
        };
        is_busy.try_set(false);
        match outcome {
            Ok(restored) => {
                app.revision.update(|n| *n += 1);
                app.say(restored.said);
            }
            Err(what) => {
                problem.try_set(Some(what));
            }
        }
    });
}
