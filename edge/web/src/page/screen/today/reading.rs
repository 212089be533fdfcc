//! What the engine says: the level with its band, and where the person is. Its place is kept while it works.

use crate::page::parts::{Chart, ProblemBox, QuietBox, RangedStat};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{Quiet, ReadingCard};
use leptos::prelude::*;

/// The engine's answer, or why it says nothing.
pub(super) type ReadingSheet = Sheet<Result<ReadingCard, Quiet>>;

/// The column.
#[component]
pub(super) fn Reading(sheet: ReadingSheet) -> impl IntoView {
    let shown = Memo::new(move |_| sheet.value.get());
    view! {
        <div class="column" aria-busy=move || shown.with(Option::is_none).to_string()>
            {move || match (sheet.problem.get(), shown.get()) {
                (Some(problem), _) => view! { <ProblemBox problem/> }.into_any(),
                (None, None) => view! { <Waiting progress=sheet.progress/> }.into_any(),
                (None, Some(Ok(card))) => view! { <Level card=card.clone()/><Where card/> }.into_any(),
                (None, Some(Err(quiet))) => view! {
                    <QuietBox quiet/>
                    <p class="small"><a href=Route::Learn(Some("what-the-numbers-mean".to_owned())).address()>{learn()}</a></p>
                }
                .into_any(),
            }}
        </div>
    }
}

fn learn() -> String {
    App::here().words().today_quiet_learn()
}

/// As tall as what will be there.
#[component]
fn Waiting(progress: RwSignal<Option<(usize, usize)>>) -> impl IntoView {
    let words = App::here().words();
    let steps = move || progress.get().map_or((0, 1), |(done, total)| (done, total.max(1)));
    view! {
        <section class="card waiting-level" aria-labelledby="level-wait">
            <h2>{words.chart_level_title()}</h2>
            <p class="quiet small" id="level-wait">{words.today_reading_working()}</p>
            <progress aria-labelledby="level-wait" max=move || steps().1.to_string() prop:value=move || steps().0.to_string()></progress>
            <span class="skeleton skeleton-plot"></span>
        </section>
        <section class="card" aria-hidden="true">
            <span class="skeleton skeleton-short"></span>
            <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span>
        </section>
    }
}

#[component]
fn Level(card: ReadingCard) -> impl IntoView {
    let lead = App::here().words().today_reading_lead();
    view! { <section class="card"><Chart figure=card.chart lead/></section> }
}

#[component]
fn Where(card: ReadingCard) -> impl IntoView {
    let words = App::here().words();
    let stats = [card.level, card.tolerance, card.withdrawal, card.stop];
    let stats = stats.into_iter().map(|ranged| view! { <RangedStat ranged/> });
    let rests_on = card.rests_on.join(" ");
    let ask = card.ask.map(|asking| {
        let (route, name) = match asking.dose {
            Some(dose) => (Route::Entry(dose), words.web_ask_dose()),
            None => (Route::CheckIn, words.web_nav_check_in()),
        };
        view! { <p class="small">{asking.said}" "<a href=route.address()>{name}</a></p> }
    });
    view! {
        <section class="card" aria-labelledby="where">
            <h2 id="where">{words.today_where()}</h2>
            <dl class="stats">{stats.collect_view()}</dl>
            <p class="quiet small">{card.stop_when}</p>
            <p class="row">
                <a href=Route::Forecast.address()>{words.today_see_course()}</a>
                <a href=Route::Learned.address()>{words.web_learned_see()}</a>
            </p>
            {ask}
            <p class="fine">{rests_on}" "{words.notice_model_general()}</p>
        </section>
    }
}
