//! If nothing more were taken from now on: a course with its range, what it rests on, and when not to stop alone. Beside it
//! going on as now, and coming down step by step. It never recommends anything.

mod coming_down;
mod going_on;

use crate::form::TaperDraft;
use crate::page::parts::{BandMark, Chart, Icon, ProblemBox, RangedStat, chart_width};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::page::told::{Amount, Say};
use crate::sheet::{Forecast as ForecastSheet, NoForecast, Part, Told, Way, WorstOfDay, marked};
use crate::wire;
use coming_down::ComingDown;
use going_on::GoingOn;
use leptos::prelude::*;

/// Days ahead that can be chosen.
const HORIZONS: [u32; 3] = [7, 14, 28];

/// The conditions, in the order they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Condition {
    Stop,
    KeepOn,
    Taper,
}

type Asked = Sheet<Result<ForecastSheet, NoForecast>>;

/// The screen.
#[component]
pub(super) fn Forecast() -> impl IntoView {
    let words = App::here().words();
    let days = RwSignal::new(HORIZONS[1]);
    let condition = RwSignal::new(Condition::Stop);
    let steps = RwSignal::new(TaperDraft::default());
    let sheet: Asked = Sheet::of(move || wire::forecast(days.get(), chart_width()));
    let has_answer = Memo::new(move |_| sheet.value.with(Option::is_some));
    let silence = Memo::new(move |_| sheet.value.with(|answer| answer.as_ref()?.as_ref().err().cloned()));
    let lead = part(sheet, |forecast| forecast.lead.clone());
    let day_of = part(sheet, |forecast| forecast.day_of.clone());
    let body = move || match (sheet.problem.get(), has_answer.get(), silence.get()) {
        (Some(problem), ..) => view! { <ProblemBox problem/> }.into_any(),
        (None, true, Some(silence)) => view! { <Silent silence/> }.into_any(),
        (None, ..) => view! {
            <Conditions condition/>
            {move || match condition.get() {
                Condition::Stop => view! { <Course sheet days/> }.into_any(),
                Condition::KeepOn => view! { <GoingOn days/> }.into_any(),
                Condition::Taper => view! { <ComingDown days draft=steps/> }.into_any(),
            }}
        }
        .into_any(),
    };
    let title = move || match condition.get() {
        Condition::Stop => words.forecast_title(),
        Condition::KeepOn => words.course_keep_on_title(),
        Condition::Taper => words.course_taper_title(),
    };
    let is_stopping = move || condition.get() == Condition::Stop;
    view! {
        <header class="head">
            <h1>{title}</h1>
            {move || day_of.get().flatten().filter(|_| is_stopping()).map(|day_of| view! { <p class="strong">{day_of}</p> })}
            {move || lead.get().filter(|_| is_stopping()).map(|lead| view! { <p>{lead}</p> })}
        </header>
        {body}
    }
}

/// A part of the sheet that is drawn again only when it changes.
fn part<T>(sheet: Asked, pick: fn(&ForecastSheet) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| sheet.value.with(|answer| Some(pick(answer.as_ref()?.as_ref().ok()?))))
}

#[component]
fn Course(sheet: Asked, days: RwSignal<u32>) -> impl IntoView {
    let chart = part(sheet, |forecast| forecast.chart.clone());
    let each_day = part(sheet, |forecast| forecast.each_day.clone());
    let course = part(sheet, |forecast| {
        (
            forecast.course.clone(),
            forecast.peak.clone(),
            forecast.days_above.clone(),
        )
    });
    let before = part(sheet, |forecast| forecast.before.clone());
    let heading = App::here().words().web_forecast_before();
    let sure = part(sheet, |forecast| (forecast.rests_on.clone(), forecast.mind.clone()));
    view! {
        <div class="columns columns-aside">
            <div class="column">
                <section class="card">
                    <Horizons days/>
                    {move || match chart.get() {
                        Some(figure) => view! { <Chart figure/> }.into_any(),
                        None => view! { <Progress progress=sheet.progress/> }.into_any(),
                    }}
                </section>
                {move || before.get().map(|sentences| view! { <Before heading=heading.clone() sentences/> })}
            </div>
            <div class="column">
                {move || course.get().map(|(parts, peak, days_above)| view! { <Parts parts peak days_above/> })}
                {move || sure.get().map(|(rests_on, mind)| view! { <Sure rests_on mind/> })}
            </div>
            <div class="column wide">{move || each_day.get().map(|days| view! { <EachDay days/> })}</div>
        </div>
    }
}

/// On what condition: nothing more, which comes first, as now, or step by step less.
#[component]
fn Conditions(condition: RwSignal<Condition>) -> impl IntoView {
    let words = App::here().words();
    let choice = |this: Condition, name: String| {
        view! {
            <label>
                <input type="radio" name="condition" prop:checked=move || condition.get() == this on:change=move |_| condition.set(this)/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="condition">
            <legend class="hidden">{words.web_condition()}</legend>
            <div class="segments">
                {choice(Condition::Stop, words.course_stop_title())}
                {choice(Condition::KeepOn, words.course_keep_on_title())}
                {choice(Condition::Taper, words.course_taper_title())}
            </div>
        </fieldset>
    }
}

/// How far ahead. Outside what is drawn anew, so that the focus stays.
#[component]
fn Horizons(days: RwSignal<u32>) -> impl IntoView {
    let words = App::here().words();
    let choice = |ahead: u32| {
        let name = words.days_horizon(u64::from(ahead));
        view! {
            <label>
                <input type="radio" name="horizon" prop:checked=move || days.get() == ahead on:change=move |_| days.set(ahead)/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="hidden">{words.web_forecast_horizon()}</legend>
            <div class="segments">{HORIZONS.map(choice).collect_view()}</div>
        </fieldset>
    }
}

/// The engine works, in the keeper: the page stays alive and says how far it is.
#[component]
fn Progress(progress: RwSignal<Option<(usize, usize)>>) -> impl IntoView {
    let words = App::here().words();
    let steps = move || progress.get().map_or((0, 1), |(done, total)| (done, total.max(1)));
    view! {
        <div class="stack-tight" aria-busy="true">
            <p class="quiet small" id="forecast-wait" role="status">{words.days_working()}</p>
            <progress aria-labelledby="forecast-wait" max=move || steps().1.to_string() prop:value=move || steps().0.to_string()></progress>
            <span class="skeleton skeleton-plot"></span>
        </div>
    }
}

/// When not to do it alone, with the way to help.
#[component]
fn Before(heading: String, sentences: Vec<String>) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="notice notice-caution">
            <Icon name="warning"/>
            <div>
                <h2>{heading}</h2>
                {sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                <p><a href=Route::Help.address()>{words.web_nav_help()}</a></p>
            </div>
        </div>
    }
}

/// First signs, hardest, how hard, mostly over.
#[component]
fn Parts(parts: Vec<Part>, peak: crate::sheet::Ranged, days_above: Option<String>) -> impl IntoView {
    let words = App::here().words();
    let of_64 = words.days_of_64();
    let part = |part: Part| {
        view! {
            <div class="stat">
                <dt>{part.label}</dt>
                <dd><span class="stat-value">{part.value}</span><span class="stat-unit">{part.of}</span></dd>
            </div>
        }
    };
    let mut parts = parts.into_iter().map(part);
    let (first, hardest) = (parts.next(), parts.next());
    let rest = parts.collect_view();
    view! {
        <section class="card" aria-labelledby="course">
            <h2 id="course">{words.web_forecast_course()}</h2>
            <dl class="stats">{first}{hardest}<RangedStat ranged=peak unit=of_64/>{rest}</dl>
            <p class="small quiet">{words.days_scale()}</p>
            {days_above.map(|days_above| view! { <p class="small quiet">{days_above}</p> })}
        </section>
    }
}

#[component]
fn EachDay(days: Vec<WorstOfDay>) -> impl IntoView {
    let words = App::here().words();
    let today = words.days_is_today();
    let row = |day: WorstOfDay| {
        let range = Told::from(words.today_likely(&marked(&day.range)));
        let mark = day
            .is_now
            .then(|| view! { " "<span class="tag">{today.clone()}</span> });
        view! {
            <li class="day" class:quiet=day.is_past aria-current=day.is_now.then_some("date")>
                <span class="day-name">{day.name}{mark}<small class="fine">{day.from}</small></span>
                <span class="day-end">
                    <span class="day-sum"><Amount figure=day.middle/>" "<span class="quiet small"><Say told=range/></span></span>
                    <BandMark shares=day.shares/>
                </span>
            </li>
        }
    };
    let rows = days.into_iter().map(row).collect_view();
    view! {
        <section class="card" aria-labelledby="each-day">
            <h2 id="each-day">{words.days_each_day()}</h2>
            <p class="small quiet">{words.days_each_day_why()}" "{words.days_scale()}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

/// What it rests on and how sure it is.
#[component]
fn Sure(rests_on: Vec<String>, mind: Vec<String>) -> impl IntoView {
    let words = App::here().words();
    let sentences = rests_on.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    let mind = mind
        .into_iter()
        .map(|sentence| view! { <li class="quiet">{sentence}</li> });
    view! {
        <section class="card" aria-labelledby="sure">
            <h2 id="sure">{words.web_forecast_sure()}</h2>
            <ul class="stack-tight small">{sentences.collect_view()}{mind.collect_view()}</ul>
            <p><a href=Route::Learned.address()>{words.web_learned_see()}</a></p>
            <p><a href=Route::Learn(Some("what-the-numbers-mean".to_owned())).address()>{words.web_forecast_how()}</a></p>
        </section>
    }
}

/// Why nothing is said, and what would change that. Nothing is made to look like a fault.
#[component]
fn Silent(silence: NoForecast) -> impl IntoView {
    let words = App::here().words();
    let will = matches!(silence.way, Way::Log).then(|| view! { <p>{words.web_empty_forecast_will()}</p> });
    let actions = match silence.way {
        Way::Log => view! {
            <a class="button" href=Route::Log.address()><Icon name="plus"/><span>{words.web_log_title()}</span></a>
            <a class="button button-quiet" href=Route::Data.address()>{words.web_data_import()}</a>
        }
        .into_any(),
        Way::Products => view! {
            <a class="button" href=Route::Products.address()>{words.web_nav_products()}</a>
        }
        .into_any(),
        Way::Days => view! {
            <a class="button" href=Route::History.address()>{words.days_go_history()}</a>
            <a class="button button-quiet" href=Route::Log.address()>{words.web_log_title()}</a>
        }
        .into_any(),
        Way::Nothing => ().into_any(),
    };
    view! {
        <div class="narrow">
            <section class="card empty">
                <span class="art art-forecast"></span>
                <h2>{silence.title}</h2>
                <p>{silence.reason}</p>
                {will}
                <p class="actions">{actions}</p>
                <p><a href=Route::Learn(Some("withdrawal".to_owned())).address()>{words.days_go_learn()}</a></p>
            </section>
        </div>
    }
}
