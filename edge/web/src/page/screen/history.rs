//! Days: a stretch of them, newest first; grams and doses apart; the year as a calendar.

use crate::page::parts::{BandBar, Chart, Icon, ProblemBox, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::page::told::Amount;
use crate::sheet::{DayLine, Figure, History as HistorySheet, Middle, Stretch, WeekBlock};
use crate::wire;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

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
    let is_empty = part(sheet, |history| history.is_empty);
    let body = move || match (sheet.problem.get(), is_empty.get()) {
        (Some(problem), _) => view! { <ProblemBox problem/> }.into_any(),
        (None, Some(true)) => view! { <Empty/> }.into_any(),
        (None, Some(false) | None) => view! { <Days sheet looking/> }.into_any(),
    };
    view! {
        <header class="head">
            <div class="head-row">
                <h1>{words.history_title()}</h1>
                <Show when=move || is_empty.get() == Some(false)><Stretches looking/></Show>
            </div>
        </header>
        {body}
    }
}

/// A part of the sheet that is drawn again only when it changes, so that the focus stays where it is.
fn part<T>(sheet: Sheet<HistorySheet>, pick: fn(&HistorySheet) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| sheet.value.with(|history| history.as_ref().map(pick)))
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
                    <a class="button" href=Route::Log.address()><Icon name="plus"/><span>{words.web_log_title()}</span></a>
                    <a class="button button-quiet" href=Route::Data.address()>{words.web_data_import()}</a>
                </p>
            </section>
        </div>
    }
}

#[component]
fn Days(sheet: Sheet<HistorySheet>, looking: Looking) -> impl IntoView {
    let bars = part(sheet, |history| history.bars.clone());
    let calendar = part(sheet, |history| history.calendar.clone());
    let apart = part(sheet, |history| history.apart.clone());
    view! {
        <div class="columns">
            <div class="column"><List sheet looking/></div>
            <div class="column">
                <section class="card"><Picture figure=bars/></section>
                {move || apart.get().map(|apart| view! { <Apart apart/> })}
                <section class="card"><Picture figure=calendar/><Years sheet looking/></section>
            </div>
        </div>
    }
}

/// A chart, and its place until it is there. Each is drawn in a task of its own, after the list, so that a slow device answers
/// in between.
#[component]
fn Picture(figure: Memo<Option<Option<Figure>>>) -> impl IntoView {
    let app = App::here();
    let drawn = RwSignal::new(None::<Figure>);
    Effect::new(move |_| {
        let found = figure.get().flatten();
        // The screen may be gone by then.
        app.once_shown(move || drop(drawn.try_set(found)));
    });
    move || match drawn.get() {
        Some(figure) => view! { <Chart figure/> }.into_any(),
        None => view! { <span class="skeleton skeleton-plot"></span> }.into_any(),
    }
}

/// The stretch, week by week, with the way to others.
#[component]
fn List(sheet: Sheet<HistorySheet>, looking: Looking) -> impl IntoView {
    let words = App::here().words();
    let heading = NodeRef::<html::H2>::new();
    let weeks = part(sheet, |history| history.weeks.clone());
    let span = part(sheet, |history| history.span.clone());
    let usual = part(sheet, |history| history.usual.clone());
    let gaps = part(sheet, |history| history.gaps.clone());
    let has_older = part(sheet, |history| history.has_older);
    let (days_title, weeks_title) = (words.days_title(), words.days_weeks_title());
    let title = move || match looking.stretch.get() {
        Stretch::FourWeeks => days_title.clone(),
        Stretch::Quarter | Stretch::Year => weeks_title.clone(),
    };
    let is_oldest = move || !has_older.get().unwrap_or(false);
    let is_newest = move || looking.back.get() == 0;
    let older = move || {
        if !is_oldest() {
            looking.back.update(|n| *n += 1);
        }
    };
    let newer = move |_| looking.back.update(|n| *n = n.saturating_sub(1));
    // From the end of the list the next one begins at its top.
    let older_from_top = move |_| {
        older();
        if let Some(heading) = heading.get_untracked() {
            let heading: &web_sys::HtmlElement = heading.unchecked_ref();
            heading.scroll_into_view();
            // A heading that cannot take the focus leaves it where it was.
            let _ = heading.focus();
        }
    };
    let (earlier, later) = (words.web_history_earlier(), words.days_newer());
    let usual_label = words.label_usual();
    view! {
        <section class="card" aria-labelledby="days-heading" aria-busy=move || weeks.with(Option::is_none).to_string()>
            <h2 id="days-heading" tabindex="-1" node_ref=heading>{title}</h2>
            <div class="row row-spread">
                <button class="icon-button" type="button" aria-label=earlier.clone()
                    aria-disabled=move || is_oldest().then_some("true") on:click=move |_| older()>
                    <Icon name="chevron-left" class="icon icon-turns"/>
                </button>
                <span class="small" aria-live="polite">{move || span.get()}</span>
                <button class="icon-button" type="button" aria-label=later
                    aria-disabled=move || is_newest().then_some("true") on:click=newer>
                    <Icon name="chevron-right" class="icon icon-turns"/>
                </button>
            </div>
            {move || usual.get().flatten().map(|usual| view! {
                <p class="small"><span class="quiet">{usual_label.clone()}</span>" "<Amount figure=usual/></p>
            })}
            {move || gaps.get().flatten().map(|gaps| view! { <p class="small quiet">{gaps}</p> })}
            {move || match weeks.get() {
                Some(weeks) => weeks.into_iter().map(|week| view! { <WeekOf week/> }).collect_view().into_any(),
                None => view! { <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span> }.into_any(),
            }}
            <Show when=move || !is_oldest()>
                <p><button class="button button-quiet button-wide" type="button" on:click=older_from_top>{earlier.clone()}</button></p>
            </Show>
        </section>
    }
}

#[component]
fn WeekOf(week: WeekBlock) -> impl IntoView {
    let said = view! { <Said said=week.said is_amount=week.is_amount/> };
    if week.days.is_empty() {
        return view! {
            <div class="day">
                <span class="day-name">{week.name}</span>
                <span class="day-end">
                    <span class="day-sum">{said}</span>
                    {week.share.map(|share| view! { <BandBar share/> })}
                </span>
            </div>
        }
        .into_any();
    }
    let days = week.days.into_iter().map(|day| view! { <li><DayOf day/></li> });
    view! {
        <h3 class="week">{week.name}" "<span class="quiet">{said}</span></h3>
        <ul class="rows">{days.collect_view()}</ul>
    }
    .into_any()
}

/// A sum; what holds no amount is not covered with the amounts.
#[component]
fn Said(said: String, is_amount: bool) -> impl IntoView {
    if is_amount {
        view! { <Amount figure=said/> }.into_any()
    } else {
        view! { <span class="quiet">{said}</span> }.into_any()
    }
}

#[component]
fn DayOf(day: DayLine) -> impl IntoView {
    view! {
        <a class="day" href=Route::Day(day.day).address()>
            <span class="day-name">{day.name}</span>
            <span class="day-end">
                <span class="day-sum"><Said said=day.said is_amount=day.is_amount/></span>
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
                <dd>
                    <span class="stat-value"><Amount figure=middle.value/></span>
                    <span class="stat-range">{middle.basis}</span>
                </dd>
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
fn Years(sheet: Sheet<HistorySheet>, looking: Looking) -> impl IntoView {
    let words = App::here().words();
    let years = part(sheet, |history| (history.year_before, history.year_after));
    let (before, after) = (words.days_year_before(), words.days_year_after());
    let button = move |back: u32, icon: &'static str, name: String| {
        view! {
            <button class="button button-text" type="button" on:click=move |_| looking.back.set(back)>
                <Icon name=icon class="icon icon-small icon-turns"/><span>{name}</span>
            </button>
        }
    };
    move || {
        let (back, ahead) = years.get().unwrap_or((None, None));
        (back.is_some() || ahead.is_some()).then(|| {
            view! {
                <div class="row row-spread">
                    {back.map(|back| button(back, "chevron-left", before.clone()))}
                    {ahead.map(|back| button(back, "chevron-right", after.clone()))}
                </div>
            }
        })
    }
}
