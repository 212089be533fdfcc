//! The app: what is drawn at which stage, and the address bar.

use super::gate::Gate;
use super::parts::Tide;
use super::route::Route;
use super::shell::{Bar, Nav, Toasts};
use super::state::{App, Stage};
use super::{idle, screen, title, update, urge};
use crate::platform::prefs::Theme;
use crate::sheet::{Problem, ProblemKind};
use ebb_present::number::Language;
use ebb_present::words::{Surface, Words};
use leptos::ev;
use leptos::prelude::*;

/// Draws the app in place of the first paint.
pub(crate) fn mount() {
    if let Some(first_paint) = document().get_element_by_id("boot") {
        first_paint.remove();
    }
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let app = App::new(Words::new(Language::English, Surface::Page));
    provide_context(app);
    follow_address(app);
    follow_prefs(app);
    recover(app);
    hear_the_rest(app);
    title::follow(app);
    idle::watch(app);
    update::watch(app);
    urge::watch(app);
    app.look();
    let is_open = Memo::new(move |_| app.stage.get() == Stage::Open);
    view! {
        <div class="app" class:bare=move || !is_open.get()>
            <Bar/>
            <Show when=move || is_open.get()><Nav/></Show>
            <main class="main" id="main" tabindex="-1">
                {move || match (app.stage.get(), app.route.get()) {
                    // Help is one tap from anywhere, also when nothing is open.
                    (_, Route::Help) => view! { <screen::Help/> }.into_any(),
                    (Stage::Open, route) => screen::of(route),
                    // What is known of the matter is no secret; a person's own curve is.
                    (Stage::Locked | Stage::Welcome, Route::Learn(page)) => {
                        view! { <screen::Learn page is_open=false/> }.into_any()
                    }
                    (stage, _) => view! { <Gate stage/> }.into_any(),
                }}
            </main>
            // The water under the door.
            <Show when=move || !is_open.get() && !matches!(app.route.get(), Route::Help | Route::Learn(_))>
                <div class="sea" class:sea-low=move || app.stage.get() != Stage::Locked aria-hidden="true"><Tide/></div>
            </Show>
        </div>
        <Toasts/>
    }
}

/// A keeper that died of a fault is replaced, and the person is told: what was saved is safe, the diary is locked.
fn recover(app: App) {
    Effect::new(move |_| {
        if app.is_broken.get() {
            app.is_broken.set(false);
            app.lock();
            let words = app.words();
            app.complain(Problem {
                kind: ProblemKind::Other,
                what: words.err_keeper_stopped(),
                advice: words.rec_keeper_stopped(),
            });
        }
    });
}

/// What the whole log turned out to hold, once it was read behind a first look: damage is told, and without it nothing is
/// open.
fn hear_the_rest(app: App) {
    Effect::new(move |_| match app.rest.get() {
        Some(Ok(opened)) => {
            // Records that do not open are missing in the whole, and were there at first sight.
            if opened.damage.is_some() {
                app.revision.update(|n| *n += 1);
            }
            app.damage.set(opened.damage);
        }
        Some(Err(problem)) => {
            app.lock();
            app.complain(problem);
        }
        None => {}
    });
}

/// The address bar leads, the route follows; a new place begins at its top.
fn follow_address(app: App) {
    let read = || Route::read(&window().location().hash().unwrap_or_default());
    app.route.set(read());
    window_event_listener(ev::hashchange, move |_| {
        app.route.set(read());
        app.travel();
        to_top();
        // What was just said keeps the focus: its way back is there.
        if !super::shell::toast_has_focus() {
            focus_main();
        }
    });
    // Behind the door the first screen begins at its top, however far down the form before it was.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = app.stage.with(|stage| *stage == Stage::Open);
        if is_open && was_open == Some(false) {
            to_top();
        }
        is_open
    });
}

/// A new place begins at its top.
pub(super) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Puts the focus where the new place begins, for those who do not see it change.
pub(super) fn focus_main() {
    use leptos::wasm_bindgen::JsCast;
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A page in the background cannot take the focus; it need not.
        let _ = main.focus();
    }
}

/// Theme, hidden amounts and the neutral name follow the preferences.
fn follow_prefs(app: App) {
    Effect::new(move |_| {
        let prefs = app.prefs.get();
        let Some(root) = document().document_element() else {
            return;
        };
        let _ = match prefs.theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
        let _ = if prefs.hides_amounts {
            root.set_attribute("data-private", "")
        } else {
            root.remove_attribute("data-private")
        };
    });
}
