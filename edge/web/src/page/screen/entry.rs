//! One entry: look at it, change it, say how it felt, take it back. And entries as rows, for the screens that list them.

mod change;
mod felt;
mod held;

use crate::page::once::Pen;
use crate::page::parts::{Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::page::told::Say;
use crate::sheet::{EntryDetail, EntryLine};
use crate::wire;
use change::{ChangeDose, ChangeWords};
use ebb_core::entry::EntryId;
use felt::FeltCard;
use held::HeldCard;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Entry(id: EntryId) -> impl IntoView {
    let sheet = Sheet::of(move || wire::entry(id));
    let shown = Memo::new(move |_| sheet.value.get());
    move || match (sheet.problem.get(), shown.get()) {
        (Some(problem), _) => view! { <Gone/><ProblemBox problem/> }.into_any(),
        (None, Some(detail)) => view! { <Whole detail/> }.into_any(),
        (None, None) => view! { <Gone/><span class="skeleton"></span> }.into_any(),
    }
}

/// The head while there is nothing to name.
#[component]
fn Gone() -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="head">
            <a class="back" href=Route::History.address()>
                <Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.web_nav_history()}
            </a>
            <h1>{words.entry_title()}</h1>
        </header>
    }
}

#[component]
fn Whole(detail: EntryDetail) -> impl IntoView {
    let words = App::here().words();
    let id = detail.line.id;
    let (back, back_name) = match (detail.day, detail.day_name) {
        _ if detail.is_today => (Route::Today, words.today_title()),
        (Some(day), Some(name)) => (Route::Day(day), name),
        _ => (Route::History, words.web_nav_history()),
    };
    let removal = Removal { id, then: back.clone() };
    let title = detail.line.title.clone();
    let is_note = detail.line.kind == "note";
    let is_import = detail.line.kind == "import_batch";
    let says = (!detail.line.detail.is_empty()).then(|| detail.line.detail.clone());
    let change = match (detail.dose, detail.pad, detail.words, detail.held) {
        (Some(form), Some(pad), ..) => view! { <ChangeDose form pad removal/> }.into_any(),
        (_, _, Some(text), _) => view! { <ChangeWords text is_note says removal/> }.into_any(),
        (.., Some(held)) => view! { <HeldCard held removal/> }.into_any(),
        _ => view! {
            <section class="card stack">
                {says.map(|told| view! { <p><Say told/></p> })}
                <p>{if is_import { words.entry_import_remove() } else { words.entry_nothing_to_change() }}</p>
                <div class="actions"><Remove removal/></div>
            </section>
        }
        .into_any(),
    };
    view! {
        <header class="head">
            <a class="back" href=back.address()>
                <Icon name="chevron-left" class="icon icon-small icon-turns"/>{back_name}
            </a>
            <h1><Say told=title/></h1>
            <p class="row">{detail.when}<Marks line=detail.line.clone()/></p>
        </header>
        <div class="columns columns-aside">
            <div class="column">{change}</div>
            <div class="column">
                {detail.felt.map(|felt| view! { <FeltCard dose=id felt/> })}
                {detail.line.is_imported.then(|| view! { <p class="fine">{words.entry_imported_why()}</p> })}
            </div>
        </div>
    }
}

/// What taking an entry back takes, and where it leads.
#[derive(Debug, Clone)]
struct Removal {
    id: EntryId,
    then: Route,
}

/// Takes the entry back; what is said about it brings it back.
#[component]
fn Remove(removal: Removal) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let Removal { id, then } = removal;
    let remove = move |_| {
        let then = then.clone();
        pen.write(app, wire::remove(id), move || app.go(&then));
    };
    view! {
        <button class="button button-quiet" type="button" on:click=remove>
            <Icon name="trash" class="icon icon-small"/><span>{words.entry_remove()}</span>
        </button>
        {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
    }
}

/// That it was changed, and that an import brought it.
#[component]
fn Marks(line: EntryLine) -> impl IntoView {
    let words = App::here().words();
    view! {
        {line.is_amended.then(|| view! { " "<span class="tag">{words.entry_changed_mark()}</span> })}
        {line.is_imported.then(|| view! { " "<span class="tag">{words.entry_imported_mark()}</span> })}
    }
}

/// Entries as a list that leads to each.
#[component]
pub(super) fn EntryRows(entries: Vec<EntryLine>) -> impl IntoView {
    let changed = App::here().words().entry_changed_mark();
    let row = |line: EntryLine| {
        let detail = (!line.detail.is_empty()).then(|| line.detail.clone());
        view! {
            <li><a class="item" href=Route::Entry(line.id).address()>
                <Icon name=icon(&line.kind)/>
                <span class="item-text">
                    <Say told=line.title.clone()/>
                    {detail.map(|told| view! { " "<small><Say told/></small> })}
                    {line.is_amended.then(|| view! { " "<span class="tag">{changed.clone()}</span> })}
                </span>
                <span class="item-end">
                    {line.time.map(|time| view! { <span class="number">{time}</span> })}
                    <Icon name="chevron-right" class="icon icon-small icon-turns"/>
                </span>
            </a></li>
        }
    };
    view! { <ul class="rows">{entries.into_iter().map(row).collect_view()}</ul> }
}

/// The picture of a kind of entry.
fn icon(kind: &str) -> &'static str {
    match kind {
        "dose" => "product",
        "check_in" => "checkin",
        "felt_effect" => "felt",
        "craving" => "craving",
        "co_use" => "cup",
        "note" => "note",
        "day" => "check",
        "product" | "batch" => "batch",
        "import_batch" => "import",
        "held" => "warning",
        _ => "info",
    }
}
