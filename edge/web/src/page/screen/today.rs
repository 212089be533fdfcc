//! Today: what it adds up to, one tap to log, how the last dose felt, and what the engine says.
//!
//! The diary's own part is there at once; the engine answers when it is done, and nothing else waits for it or moves.

mod banners;
mod empty;
mod felt;
mod hero;
mod reading;

use crate::page::once::Pen;
use crate::page::parts::{ProblemBox, chart_width};
use crate::page::route::Route;
use crate::page::screen::entry::EntryRows;
use crate::page::state::{App, Sheet};
use crate::page::ticking::every_minute;
use crate::page::told::Say;
use crate::sheet::{EntryLine, Go, NextStep, Notice, Preset, Today as TodaySheet, Usage};
use crate::wire;
pub(super) use felt::{Hours, Strength};

use banners::Banners;
use empty::Empty;
use felt::Ask;
use hero::{Beside, Hero};
use leptos::prelude::*;
use reading::Reading;

/// So many of today's entries are seen at once; the others are folded away.
const NEWEST: usize = 4;
/// Minutes after which the engine is asked anew while nothing happens.
const READ_AGAIN_MIN: u32 = 5;

/// The screen.
#[component]
pub(super) fn Today() -> impl IntoView {
    let minute = every_minute();
    let sheet = Sheet::of(move || {
        minute.track();
        wire::today()
    });
    let later = Memo::new(move |_| minute.get() / READ_AGAIN_MIN);
    let reading = Sheet::of(move || {
        later.track();
        wire::reading(chart_width())
    });
    let is_first = Memo::new(move |_| sheet.value.with(|today| today.as_ref().map(|today| today.is_first)));
    view! {
        <Hero sheet/>
        <div class="shore">
            {move || sheet.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            {move || match is_first.get() {
                None => ().into_any(),
                Some(true) => view! { <Empty notices=notices(sheet)/> }.into_any(),
                Some(false) => view! { <Day sheet reading/> }.into_any(),
            }}
        </div>
    }
}

/// A part of the sheet, which changes only when it does.
fn part<T>(sheet: Sheet<TodaySheet>, pick: fn(&TodaySheet) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| sheet.value.with(|today| today.as_ref().map(pick)))
}

fn notices(sheet: Sheet<TodaySheet>) -> Memo<Option<(Vec<Notice>, Vec<EntryLine>)>> {
    part(sheet, |today| (today.notices.clone(), today.held.clone()))
}

/// A day of a diary that has begun.
#[component]
fn Day(sheet: Sheet<TodaySheet>, reading: reading::ReadingSheet) -> impl IntoView {
    let again = part(sheet, |today| today.again.clone());
    let ask = part(sheet, |today| today.ask.clone());
    let next = part(sheet, |today| today.next.clone());
    let entries = part(sheet, |today| today.entries.clone());
    let usage: Memo<Option<Usage>> = part(sheet, |today| today.usage.clone());
    let n_entries = part(sheet, |today| today.n_entries);
    view! {
        <div class="columns">
            <Banners notices=notices(sheet)/>
            <div class="column">
                {move || again.get().map(|again| view! { <Again again/> })}
                {move || ask.get().flatten().map(|ask| view! { <Ask ask/> })}
                {move || entries.get().filter(|entries| !entries.is_empty()).map(|entries| view! { <Entries entries/> })}
                {move || usage.get().filter(|usage| !usage.bars.is_empty()).map(|usage| view! { <Beside bars=usage.bars/> })}
                {move || next.get().flatten().map(|next| view! { <Next next/> })}
                {move || banners::backup_is_due(n_entries.get()).then(|| view! { <banners::Backup/> })}
            </div>
            <Reading sheet=reading/>
        </div>
    }
}

/// The last dose once more, something else, and waiting out an urge. Nothing here asks to be pressed.
#[component]
fn Again(again: Option<Preset>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let once_more = again.map(|preset| {
        let form = preset.form;
        let told = words.today_log_again_short(&preset.said.into_marked());
        view! {
            <button class="button button-quiet" type="button" aria-disabled=move || pen.is_busy.get().then_some("true")
                on:click=move |_| pen.write(app, wire::log(form.clone()), || {})>
                <span><Say told/></span>
            </button>
        }
    });
    let name = if once_more.is_some() {
        words.today_log_another()
    } else {
        words.today_log_first()
    };
    view! {
        <div class="stack-tight">
            <div class="actions">
                {once_more}
                <a class="button button-quiet" href=Route::Log.address()>{name}</a>
                <a class="button button-text" href=Route::Craving.address()>{words.next_pause_go()}</a>
            </div>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
        </div>
    }
}

/// What was logged today, the newest at once. A dose and another substance on one day lead to what is dangerous to mix.
#[component]
fn Entries(entries: Vec<EntryLine>) -> impl IntoView {
    let words = App::here().words();
    let has = |kind: &str| entries.iter().any(|line| line.kind == kind);
    let mixing = (has("dose") && has("co_use")).then(|| {
        let address = Route::Learn(Some("mixing".to_owned())).address();
        view! { <p class="small"><a href=address>{words.co_use_mixing()}</a></p> }
    });
    let n_all = entries.len() as u64;
    let mut entries = entries;
    let older = entries.split_off(entries.len().min(NEWEST));
    let older = (!older.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{words.today_entries_all(n_all)}</summary>
                <div class="fold-body"><EntryRows entries=older/></div>
            </details>
        }
    });
    view! {
        <section class="card" aria-labelledby="entries">
            <div class="card-head">
                <h2 id="entries">{words.today_entries()}</h2>
                <a href=Route::History.address()>{words.today_all_days()}</a>
            </div>
            <EntryRows entries/>
            {older}
            {mixing}
        </section>
    }
}

/// One calm thing to do, if the person likes.
#[component]
fn Next(next: NextStep) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let actions = match next.go {
        Go::OpenDay(day) => {
            let none = day.clone();
            view! {
                <button class="button button-quiet" type="button"
                    on:click=move |_| pen.write(app, wire::nothing_taken(Some(none.clone())), || {})>
                    {words.next_open_day_none()}
                </button>
                <a class="button button-text" href=Route::LogOn(day).address()>{words.next_open_day_add()}</a>
            }
            .into_any()
        }
        Go::CheckIn => view! {
            <a class="button button-quiet" href=Route::CheckIn.address()>{words.next_check_in_go()}</a>
        }
        .into_any(),
        Go::Craving => view! {
            <a class="button button-quiet" href=Route::Craving.address()>{words.next_pause_go()}</a>
        }
        .into_any(),
    };
    view! {
        <section class="card" aria-labelledby="next">
            <h2 id="next">{words.next_title()}</h2>
            <p><Say told=next.text/></p>
            {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
            <div class="actions">{actions}</div>
        </section>
    }
}
