//! What stands around every screen: the bar with help, the navigation, and what was said last.

use super::parts::Icon;
use super::route::Route;
use super::state::{App, Stage, Toast};
use super::told::Say;
use crate::sheet::Told;
use crate::wire;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long something said stays, unless it can be taken back or is a problem.
const STAYS: Duration = Duration::from_secs(6);
/// How long it stays when it can be taken back.
const STAYS_WITH_UNDO: Duration = Duration::from_secs(12);

/// The bar: brand, hide, lock, help.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let hide = words.web_hide_amounts();
    let lock = words.web_lock_now();
    view! {
        <header class="bar">
            <button class="skip button" type="button" on:click=move |_| super::app::focus_main()>{words.web_skip()}</button>
            <a class="brand" href=Route::Today.address()>
                <Icon name="mark" class="brand-mark"/>
                <span class="brand-word">{move || brand(app)}</span>
            </a>
            <div class="bar-end">
                <Show when=move || app.stage.get() == Stage::Open>
                    <button class="icon-button" type="button" aria-label=hide.clone()
                        aria-pressed=move || app.prefs.with(|p| p.hides_amounts).to_string()
                        on:click=move |_| app.prefer(|p| p.hides_amounts = !p.hides_amounts)>
                        <Icon name="eye"/>
                    </button>
                    <button class="icon-button" type="button" aria-label=lock.clone() on:click=move |_| app.lock()>
                        <Icon name="lock"/>
                    </button>
                </Show>
                <a class="help-button" href=Route::Help.address()>
                    <Icon name="help" class="icon icon-small"/>{words.web_nav_help()}
                </a>
            </div>
        </header>
    }
}

/// The name at the top: Ebb, or the neutral one.
fn brand(app: App) -> String {
    super::title::name(&app.words(), app.prefs.with(|prefs| prefs.is_plain))
}

/// The main places at the thumb, the others beside them on a wide screen.
#[component]
pub(super) fn Nav() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let main = [
        (Route::Today, "today", words.web_nav_today()),
        (Route::History, "history", words.web_nav_history()),
        (Route::Log, "plus", words.web_nav_log()),
        (Route::Forecast, "forecast", words.web_nav_forecast()),
        (Route::More, "more", words.web_nav_more()),
    ];
    let item = move |(route, icon, name): (Route, &'static str, String)| {
        let class = match route {
            Route::Log => "nav-item nav-log",
            Route::More => "nav-item nav-more",
            _ => "nav-item",
        };
        let is_log = route == Route::Log;
        let address = route.address();
        let current = move || is_current(app, &route);
        view! {
            <li><a class=class href=address aria-current=current>
                {if is_log {
                    view! { <span class="nav-disc"><Icon name=icon/></span> }.into_any()
                } else {
                    view! { <Icon name=icon/> }.into_any()
                }}
                <span>{name}</span>
            </a></li>
        }
    };
    let groups = groups(app).into_iter().map(move |group| {
        let links = group.places.into_iter().map(move |place| {
            let route = place.route.clone();
            view! {
                <li><a href=place.route.address() aria-current=move || is_current(app, &route)>
                    <Icon name=place.icon/><span>{place.name}</span>
                </a></li>
            }
        });
        view! { <h2>{group.name}</h2><ul>{links.collect_view()}</ul> }
    });
    view! {
        <nav class="nav" aria-label=words.web_nav_main()>
            <ul class="nav-main">{main.into_iter().map(item).collect_view()}</ul>
            <div class="nav-groups">{groups.collect_view()}</div>
        </nav>
    }
}

fn is_current(app: App, route: &Route) -> Option<&'static str> {
    app.route.with(|here| here.home() == *route).then_some("page")
}

/// Places that belong together.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) places: Vec<PlaceLink>,
}

/// A place of a group.
pub(super) struct PlaceLink {
    pub(super) route: Route,
    pub(super) icon: &'static str,
    pub(super) name: String,
    pub(super) about: String,
}

/// The groups beside the navigation and on the More screen. Limits, breaks and tapers will join the first, signals and
/// assessments the second.
pub(super) fn groups(app: App) -> Vec<Group> {
    let words = app.words();
    let place = |route, icon, name, about| PlaceLink {
        route,
        icon,
        name,
        about,
    };
    vec![
        Group {
            name: words.web_group_keep(),
            places: vec![
                place(
                    Route::CheckIn,
                    "checkin",
                    words.web_nav_check_in(),
                    words.web_about_check_in(),
                ),
                place(
                    Route::Craving,
                    "craving",
                    words.web_nav_craving(),
                    words.web_about_craving(),
                ),
                place(
                    Route::Products,
                    "product",
                    words.web_nav_products(),
                    words.web_about_products(),
                ),
            ],
        },
        Group {
            name: words.web_group_understand(),
            places: vec![
                place(
                    Route::Learned,
                    "people",
                    words.web_nav_learned(),
                    words.web_about_learned(),
                ),
                place(
                    Route::Learn(None),
                    "learn",
                    words.web_nav_learn(),
                    words.web_about_learn(),
                ),
            ],
        },
        Group {
            name: words.web_group_data(),
            places: vec![
                place(Route::Data, "import", words.web_nav_import(), words.web_about_import()),
                place(
                    Route::Settings,
                    "settings",
                    words.web_nav_settings(),
                    words.web_about_settings(),
                ),
                place(Route::About, "info", words.web_nav_about(), words.web_about_about()),
            ],
        },
    ]
}

/// What was said last, with a way back. Whoever works with the keyboard is taken there.
#[component]
pub(super) fn Toasts() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let shown = StoredValue::new(0_u64);
    let place = NodeRef::<leptos::html::Div>::new();
    let is_by_key = StoredValue::new(false);
    window_event_listener(ev::keydown, move |_| is_by_key.set_value(true));
    window_event_listener(ev::pointerdown, move |_| is_by_key.set_value(false));
    Effect::new(move |_| {
        let Some(toast) = app.toast.get() else { return };
        shown.update_value(|n| *n += 1);
        let stays = if toast.undo.is_some() || toast.is_problem {
            STAYS_WITH_UNDO
        } else {
            STAYS
        };
        go_later(app, shown, shown.get_value(), stays);
        if is_by_key.get_value() {
            // Once it is drawn.
            request_animation_frame(move || {
                if let Some(toast) = place.get_untracked().and_then(|place| place.first_element_child()) {
                    focus(toast);
                }
            });
        }
    });
    let undo_word = words.web_undo();
    let close_word = words.web_close();
    let toast_view = move |toast: Toast| {
        let (undo_word, close_word) = (undo_word.clone(), close_word.clone());
        let class = if toast.is_problem {
            "toast toast-problem"
        } else {
            "toast"
        };
        view! {
            <div class=class tabindex="-1">
                <p><Say told=Told::from(toast.said)/>" "{toast.advice}</p>
                {toast.undo.map(|id| view! {
                    <button type="button" on:click=move |_| app.write(wire::remove(id), || {})>{undo_word}</button>
                })}
                <button class="toast-close" type="button" aria-label=close_word on:click=move |_| close(app)>
                    <Icon name="close" class="icon icon-small"/>
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" class:toasts-bare=move || app.stage.get() != Stage::Open role="status" aria-live="polite" node_ref=place>
            {move || app.toast.get().map(toast_view.clone())}
        </div>
    }
}

/// Takes a toast away after a while, unless somebody is at it.
fn go_later(app: App, shown: StoredValue<u64>, mine: u64, stays: Duration) {
    set_timeout(
        move || {
            if shown.get_value() != mine {
                return;
            }
            if is_there(".toast:hover, .toast:focus-within") {
                go_later(app, shown, mine, STAYS);
            } else {
                app.toast.set(None);
            }
        },
        stays,
    );
}

fn close(app: App) {
    let had_focus = toast_has_focus();
    app.toast.set(None);
    if had_focus {
        super::app::focus_main();
    }
}

/// Whether the focus is in what was said last.
pub(super) fn toast_has_focus() -> bool {
    is_there(".toasts :focus")
}

fn is_there(selector: &str) -> bool {
    document().query_selector(selector).is_ok_and(|found| found.is_some())
}

fn focus(element: web_sys::Element) {
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
