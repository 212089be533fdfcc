//! One day with its entries, in the order they happened.

use crate::page::parts::{Await, Icon};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{Day as DaySheet, DayEntry};
use crate::wire;
use leptos::prelude::*;

/// The day, `2026-02-03`.
#[component]
pub(super) fn Day(day: String) -> impl IntoView {
    let words = App::here().words();
    let asked = day.clone();
    let sheet = Sheet::of(move || wire::day(asked.clone()));
    view! {
        <a class="back" href=Route::History.address()>
            <Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.history_title()}
        </a>
        <Await sheet view=move |sheet: DaySheet| view! {
            <Head sheet=sheet.clone()/>
            <div class="narrow"><Entries day=day.clone() sheet/></div>
        }/>
    }
}

#[component]
fn Head(sheet: DaySheet) -> impl IntoView {
    let words = App::here().words();
    let class = if sheet.line.is_gap { "figure" } else { "figure amount" };
    view! {
        <header class="head">
            <div class="head-row">
                <h1>{sheet.line.name}</h1>
                <div class="row">
                    <a class="icon-button" href=Route::Day(sheet.before).address() aria-label=words.days_day_before()>
                        <Icon name="chevron-left" class="icon icon-turns"/>
                    </a>
                    {sheet.after.map(|after| view! {
                        <a class="icon-button" href=Route::Day(after).address() aria-label=words.days_day_after()>
                            <Icon name="chevron-right" class="icon icon-turns"/>
                        </a>
                    })}
                </div>
            </div>
            <p class=class>{sheet.line.said}</p>
        </header>
    }
}

#[component]
fn Entries(day: String, sheet: DaySheet) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let is_empty = sheet.entries.is_empty();
    let log_at = if sheet.is_today {
        Route::Log.address()
    } else {
        Route::LogOn(day.clone()).address()
    };
    view! {
        <section class="card" aria-labelledby="day-entries">
            <h2 id="day-entries">{words.days_day_entries()}</h2>
            {is_empty.then(|| view! { <p>{words.days_day_empty()}</p><p class="quiet">{words.days_day_empty_why()}</p> })}
            <ul class="rows">{sheet.entries.into_iter().map(|entry| view! { <li><EntryOf entry/></li> }).collect_view()}</ul>
            <div class="actions">
                {sheet.can_add.then(|| view! {
                    <a class="button button-quiet" href=log_at><Icon name="plus"/><span>{words.web_history_day_add()}</span></a>
                })}
                {sheet.can_be_none.then(|| {
                    let day = day.clone();
                    view! {
                        <button class="button button-text" type="button"
                            on:click=move |_| app.write(wire::nothing_taken(Some(day.clone())), || {})>
                            {words.web_history_day_none()}
                        </button>
                    }
                })}
            </div>
        </section>
    }
}

#[component]
fn EntryOf(entry: DayEntry) -> impl IntoView {
    let words = App::here().words();
    let mut more = entry.more;
    more.extend(entry.line.is_amended.then(|| words.days_day_changed()));
    more.extend(entry.line.is_imported.then(|| words.days_day_imported()));
    let more = more.join(" · ");
    view! {
        <a class="item" href=Route::Entry(entry.line.id).address()>
            <Icon name=icon_of(&entry.line.kind)/>
            <span class="item-text">
                <span class="amount">{entry.what}</span>
                {(!more.is_empty()).then(|| view! { <small class="amount">{more}</small> })}
            </span>
            <span class="item-end">
                {entry.line.time.map(|time| view! { <span class="number">{time}</span> })}
                <Icon name="chevron-right" class="icon icon-small icon-turns"/>
            </span>
        </a>
    }
}

/// The sign of a kind of entry, by its stable word.
fn icon_of(kind: &str) -> &'static str {
    match kind {
        "dose" | "product" => "product",
        "check_in" => "checkin",
        "felt_effect" => "felt",
        "craving" => "craving",
        "co_use" => "cup",
        "batch" => "batch",
        "day" => "check",
        "import_batch" => "import",
        "held" => "flag",
        "settings" => "settings",
        _ => "note",
    }
}
