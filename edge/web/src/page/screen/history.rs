//! Days: a stretch of them, newest first; grams and doses apart; the year as a calendar.

use crate::page::parts::{Await, BandBar, Chart, Icon, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{DayLine, History as HistorySheet, Middle, Stretch, WeekBlock};
use crate::wire;
use leptos::prelude::*;

/// What is looked at.
#[derive(Clone, Copy)]
struct Looking {
    stretch: RwSignal<Stretch>,
    /// How many stretches back.
    back: RwSignal<u32>,
}

/// All days.
#[component]
pub(super) fn History() -> impl IntoView {
    let words = App::here().words();
    let looking = Looking {
        stretch: RwSignal::new(Stretch::FourWeeks),
        back: RwSignal::new(0),
    };
    let sheet = Sheet::of(move || wire::history(looking.stretch.get(), looking.back.get(), chart_width()));
    let has_days = move || {
        sheet
            .value
            .with(|value| value.as_ref().is_some_and(|history| !history.is_empty))
    };
    view! {
        <header class="head">
            <div class="head-row">
                <h1>{words.history_title()}</h1>
                <Show when=has_days><Stretches looking/></Show>
            </div>
        </header>
        <Await sheet view=move |history| if history.is_empty {
            view! { <Empty/> }.into_any()
        } else {
            view! { <Days history looking/> }.into_any()
        }/>
    }
}

/// Which stretch of time.
#[component]
fn Stretches(looking: Looking) -> impl IntoView {
    let words = App::here().words();
    let choices = [
        (Stretch::FourWeeks, words.web_history_four_weeks()),
        (Stretch::Quarter, words.web_history_quarter()),
        (Stretch::Year, words.web_history_year()),
    ];
    let choice = move |(stretch, name): (Stretch, String)| {
        let choose = move |_| {
            looking.back.set(0);
            looking.stretch.set(stretch);
        };
        view! {
            <label>
                <input type="radio" name="stretch" prop:checked=move || looking.stretch.get() == stretch on:change=choose/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="hidden">{words.web_history_span()}</legend>
            <div class="segments">{choices.map(choice).collect_view()}</div>
        </fieldset>
    }
}

/// Nothing was ever logged: what will be here.
#[component]
fn Empty() -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="narrow">
            <section class="card empty">
                <span class="art art-diary"></span>
                <h2>{words.web_empty_history_title()}</h2>
                <p>{words.web_empty_history_text()}</p>
                <p>{words.web_empty_history_hint()}</p>
                <p class="actions">
                    <a class="button" href=Route::Log.address()><Icon name="plus"/><span>{words.web_nav_log()}</span></a>
                    <a class="button button-quiet" href=Route::Data.address()>{words.web_data_import()}</a>
                </p>
            </section>
        </div>
    }
}

#[component]
fn Days(history: HistorySheet, looking: Looking) -> impl IntoView {
    let years = (history.year_before, history.year_after);
    view! {
        <div class="columns">
            <div class="column">
                <List
                    weeks=history.weeks
                    span=history.span
                    usual=history.usual
                    gaps=history.gaps
                    has_older=history.has_older
                    looking
                />
            </div>
            <div class="column">
                {history.bars.map(|figure| view! { <section class="card"><Chart figure/></section> })}
                <Apart apart=history.apart/>
                {history.calendar.map(|figure| view! {
                    <section class="card"><Chart figure/><Years years looking/></section>
                })}
            </div>
        </div>
    }
}

/// The stretch, week by week, with the way to others.
#[component]
fn List(
    weeks: Vec<WeekBlock>,
    span: String,
    usual: Option<String>,
    gaps: Option<String>,
    has_older: bool,
    looking: Looking,
) -> impl IntoView {
    let words = App::here().words();
    let title = match looking.stretch.get_untracked() {
        Stretch::FourWeeks => words.days_title(),
        Stretch::Quarter | Stretch::Year => words.days_weeks_title(),
    };
    let has_newer = looking.back.get_untracked() > 0;
    view! {
        <section class="card" aria-labelledby="days-heading">
            <h2 id="days-heading">{title}</h2>
            <p class="quiet small">{span}</p>
            {usual.map(|usual| view! {
                <p class="small"><span class="quiet">{words.label_usual()}</span>" "<span class="amount">{usual}</span></p>
            })}
            {gaps.map(|gaps| view! { <p class="small quiet">{gaps}</p> })}
            {has_newer.then(|| view! {
                <p><button class="button button-quiet button-wide" type="button" on:click=move |_| looking.back.update(|n| *n -= 1)>
                    {words.days_newer()}
                </button></p>
            })}
            {weeks.into_iter().map(|week| view! { <WeekOf week/> }).collect_view()}
            {has_older.then(|| view! {
                <p><button class="button button-quiet button-wide" type="button" on:click=move |_| looking.back.update(|n| *n += 1)>
                    {words.web_history_earlier()}
                </button></p>
            })}
        </section>
    }
}

#[component]
fn WeekOf(week: WeekBlock) -> impl IntoView {
    let heading = view! {
        <h3 class="week">{week.name.clone()}" "<span class="quiet amount">{week.said.clone()}</span></h3>
    };
    if !week.days.is_empty() {
        let days = week.days.into_iter().map(|day| view! { <li><DayOf day/></li> });
        return view! { {heading}<ul class="rows">{days.collect_view()}</ul> }.into_any();
    }
    view! {
        <div class="day">
            <span class="day-name">{week.name}</span>
            <span class="day-end">
                <span class="day-sum amount">{week.said}</span>
                {week.share.map(|share| view! { <BandBar share/> })}
            </span>
        </div>
    }
    .into_any()
}

#[component]
fn DayOf(day: DayLine) -> impl IntoView {
    // What holds no amount is not hidden with the amounts.
    let class = if day.is_gap { "day-sum quiet" } else { "day-sum amount" };
    view! {
        <a class="day" href=Route::Day(day.day).address()>
            <span class="day-name">{day.name}</span>
            <span class="day-end">
                <span class=class>{day.said}</span>
                {day.share.map(|share| view! { <BandBar share/> })}
            </span>
        </a>
    }
}

/// How much a time and how often a day.
#[component]
fn Apart(apart: Vec<Middle>) -> impl IntoView {
    let words = App::here().words();
    let is_thin = apart.is_empty();
    let middle = |middle: Middle| {
        view! {
            <div class="stat">
                <dt>{middle.label}</dt>
                <dd><span class="stat-value amount">{middle.value}</span><span class="stat-range">{middle.basis}</span></dd>
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="apart-heading">
            <h2 id="apart-heading">{words.days_apart_title()}</h2>
            <p class="small quiet">{if is_thin { words.days_apart_thin() } else { words.days_apart_why() }}</p>
            {(!is_thin).then(|| view! { <dl class="stats">{apart.into_iter().map(middle).collect_view()}</dl> })}
        </section>
    }
}

/// The way to other years of the calendar.
#[component]
fn Years(years: (Option<u32>, Option<u32>), looking: Looking) -> impl IntoView {
    let words = App::here().words();
    let (before, after) = years;
    let button = move |back: u32, icon: &'static str, name: String| {
        view! {
            <button class="button button-text" type="button" on:click=move |_| looking.back.set(back)>
                <Icon name=icon class="icon icon-small icon-turns"/><span>{name}</span>
            </button>
        }
    };
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <div class="row row-spread">
                {before.map(|back| button(back, "chevron-left", words.days_year_before()))}
                {after.map(|back| button(back, "chevron-right", words.days_year_after()))}
            </div>
        }
    })
}
