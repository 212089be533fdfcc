//! Days: the calendar, the newest days, and one day with its entries.

use crate::page::parts::{Await, Chart, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::wire;
use leptos::prelude::*;

/// All days.
#[component]
pub(super) fn History() -> impl IntoView {
    let words = App::here().words();
    let sheet = Sheet::of(move || wire::history(0, chart_width()));
    view! {
        <header class="head"><h1>{words.history_title()}</h1></header>
        <Await sheet view=move |history| view! {
            {history.calendar.map(|figure| view! { <section class="card"><Chart figure/></section> })}
            {history.daily.map(|figure| view! { <section class="card"><Chart figure/></section> })}
            <ul class="rows">{history.days.into_iter().map(|day| view! {
                <li><a class="item" href=Route::Day(day.day).address()><span class="item-text">{day.name}<small class="amount">{day.said}</small></span></a></li>
            }).collect_view()}</ul>
        }/>
    }
}

/// One day.
#[component]
pub(super) fn Day(day: String) -> impl IntoView {
    let sheet = Sheet::of(move || wire::day(day.clone()));
    view! {
        <Await sheet view=move |day| view! {
            <header class="head"><h1>{day.line.name}</h1><p class="amount">{day.line.said}</p></header>
            <ul class="rows">{day.entries.into_iter().map(|entry| view! {
                <li><a class="item" href=Route::Entry(entry.id).address()><span class="item-text amount">{entry.said}</span></a></li>
            }).collect_view()}</ul>
        }/>
    }
}
