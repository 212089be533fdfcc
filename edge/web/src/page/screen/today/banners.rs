//! What a person should know before anything else: a demo, a newer version, records that do not open, rows that wait, and
//! that there is no copy yet. Nothing here happens by itself.

use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::screen::entry::EntryRows;
use crate::page::state::App;
use crate::sheet::{EntryLine, Notice};
use leptos::prelude::*;

/// Entries after which a copy elsewhere is spoken of.
const WORTH_A_COPY: usize = 3;

/// All that apply now; nothing when none does.
#[component]
pub(super) fn Banners(notices: Memo<Option<(Vec<Notice>, Vec<EntryLine>)>>) -> impl IntoView {
    let app = App::here();
    let words = StoredValue::new(app.words());
    let told = move || notices.get().unwrap_or_default();
    let has_any = move || {
        let (notices, held) = told();
        app.is_demo.get()
            || app.has_update.get()
            || phrase_is_unsure(app)
            || app.urge.with(Option::is_some)
            || app.damage.with(Option::is_some)
            || !notices.is_empty()
            || !held.is_empty()
    };
    view! {
        <Show when=has_any>
            <div class="column wide">
                <Show when=move || app.urge.with(Option::is_some)><Sitting/></Show>
                <Show when=move || app.is_demo.get()><Demo/></Show>
                <Show when=move || app.has_update.get()><Update/></Show>
                <Show when=move || phrase_is_unsure(app)><UnsurePhrase/></Show>
                {move || app.damage.get().map(|damage| view! {
                    <div class="notice notice-caution" role="alert">
                        <Icon name="warning"/>
                        <div>
                            <p>{damage}</p>
                            <p><a class="button button-quiet" href=Route::Data.address()>{words.with_value(|words| words.web_nav_import())}</a></p>
                        </div>
                    </div>
                })}
                {move || told().0.into_iter().map(|notice| view! { <Plain notice/> }).collect_view()}
                {move || {
                    let held = told().1;
                    (!held.is_empty()).then(|| view! { <Held held/> })
                }}
            </div>
        </Show>
    }
}

#[component]
fn Plain(notice: Notice) -> impl IntoView {
    view! { <crate::page::parts::NoticeBox notice/> }
}

/// An urge is being sat out: what is left of the timer, in whole minutes, and the way back to it.
#[component]
fn Sitting() -> impl IntoView {
    let app = App::here();
    let words = StoredValue::new(app.words());
    let left_min = Memo::new(move |_| {
        let now_ms = app.urge_now_ms.get();
        app.urge.with(|urge| urge.map(|urge| urge.left_min(now_ms)))
    });
    let said = move || {
        words.with_value(|words| match left_min.get() {
            Some(0) => words.care_timer_over(),
            Some(minutes) => words.care_timer_left(&words.care_timer_minutes(&minutes.to_string())),
            None => String::new(),
        })
    };
    let name = words.with_value(|words| words.web_nav_craving());
    view! {
        <div class="notice">
            <Icon name="craving"/>
            <p>{said}" "<a href=Route::Craving.address()>{name}</a></p>
        </div>
    }
}

/// A made-up diary, and the way out.
#[component]
fn Demo() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    view! {
        <div class="notice">
            <Icon name="info"/>
            <div class="notice-row">
                <div><h2>{words.today_demo()}</h2><p class="small">{words.today_demo_text()}</p></div>
                <button class="button button-quiet" type="button" on:click=move |_| app.lock()>{words.today_demo_leave()}</button>
            </div>
        </div>
    }
}

/// A newer version, put in by a button.
#[component]
fn Update() -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="notice">
            <Icon name="refresh"/>
            <div class="notice-row">
                <div><h2>{words.today_update()}</h2><p class="small">{words.today_update_text()}</p></div>
                <button class="button button-quiet" type="button" on:click=move |_| crate::page::update::now()>{words.today_update_now()}</button>
            </div>
        </div>
    }
}

/// The diary in the demo has no phrase.
fn phrase_is_unsure(app: App) -> bool {
    app.prefs.with(|prefs| prefs.phrase_is_unsure) && !app.is_demo.get()
}

/// The recovery phrase was never read back: only a new one is sure.
#[component]
fn UnsurePhrase() -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="notice notice-caution">
            <Icon name="warning"/>
            <div>
                <h2>{words.care_phrase_unsure()}</h2>
                <p class="small">{words.care_phrase_unsure_text()}</p>
                <p><a class="button button-quiet" href=Route::Settings.address()>{words.care_phrase_new()}</a></p>
            </div>
        </div>
    }
}

/// Rows of an import that wait for a person's eye.
#[component]
fn Held(held: Vec<EntryLine>) -> impl IntoView {
    let words = App::here().words();
    let said = words.today_held(held.len() as u64);
    view! {
        <div class="notice notice-caution">
            <Icon name="warning"/>
            <div>
                <p>{said}</p>
                <details class="fold">
                    <summary>{words.today_held_show()}</summary>
                    <div class="fold-body"><EntryRows entries=held/></div>
                </details>
            </div>
        </div>
    }
}

/// Whether it is time to speak of a copy: there is something to lose, and nothing of it lies anywhere else.
pub(super) fn backup_is_due(n_entries: Option<usize>) -> bool {
    let app = App::here();
    let has_copy = app.prefs.with(|prefs| prefs.backed_up.is_some());
    n_entries.is_some_and(|n| n >= WORTH_A_COPY) && !has_copy && !app.is_demo.get()
}

/// There is no copy anywhere else yet.
#[component]
pub(super) fn Backup() -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="notice">
            <Icon name="device"/>
            <div>
                <h2>{words.today_only_here()}</h2>
                <p class="small">{words.today_only_here_text()}</p>
                <p><a class="button button-quiet" href=Route::Data.address()>{words.today_backup()}</a></p>
            </div>
        </div>
    }
}
