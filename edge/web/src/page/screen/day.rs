//! One day with its entries, in the order they happened.

use super::entry::EntryRows;
use crate::page::once::Pen;
use crate::page::parts::{Await, Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::page::told::Amount;
use crate::sheet::Day as DaySheet;
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
    let line = sheet.line;
    let said = if line.is_amount {
        view! { <Amount figure=line.said/> }.into_any()
    } else {
        view! { <span class="quiet">{line.said}</span> }.into_any()
    };
    view! {
        <header class="head">
            <div class="head-row">
                <h1>{line.name}</h1>
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
            <p class="figure">{said}</p>
        </header>
    }
}

#[component]
fn Entries(day: String, sheet: DaySheet) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let is_empty = sheet.entries.is_empty();
    let log_at = if sheet.is_today {
        Route::Log.address()
    } else {
        Route::LogOn(day.clone()).address()
    };
    let none_taken = move |_| pen.write(app, wire::nothing_taken(Some(day.clone())), || {});
    view! {
        <section class="card" aria-labelledby="day-entries">
            <h2 id="day-entries">{words.days_day_entries()}</h2>
            {is_empty.then(|| view! { <p>{words.days_day_empty()}</p><p class="quiet">{words.days_day_empty_why()}</p> })}
            <EntryRows entries=sheet.entries/>
            <div class="actions">
                {sheet.can_add.then(|| view! {
                    <a class="button button-quiet" href=log_at><Icon name="plus"/><span>{words.web_history_day_add()}</span></a>
                })}
                {sheet.can_be_none.then(|| view! {
                    <button class="button button-text" type="button" on:click=none_taken>{words.web_history_day_none()}</button>
                })}
            </div>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
        </section>
    }
}
