//! The app itself: whether a newer version waits, and how to install it on each kind of device.

use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::state::App;
use crate::page::update;
use crate::platform::install::{self, Looked};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
#[component]
pub(super) fn AppCard() -> impl IntoView {
    let words = App::here().words();
    view! {
        <section class="card stack" aria-labelledby="this-app">
            <h2 id="this-app">{words.care_this_app()}</h2>
            <Update/>
            <Install/>
            <ul class="rows"><li><a class="item" href=Route::About.address()>
                <Icon name="info"/>
                <span class="item-text">{words.web_nav_about()}<small>{words.web_about_about()}</small></span>
                <span class="item-end"><Icon name="chevron-right" class="icon icon-small icon-turns"/></span>
            </a></li></ul>
        </section>
    }
}

#[component]
fn Update() -> impl IntoView {
    let app = App::here();
    let is_looking = RwSignal::new(false);
    let looked = RwSignal::new(None::<Looked>);
    let look = move |_| {
        if is_looking.get_untracked() {
            return;
        }
        is_looking.set(true);
        spawn_local(async move {
            let outcome = install::look_for_update().await;
            is_looking.try_set(false);
            looked.try_set(Some(outcome));
        });
    };
    let said = move || {
        let words = app.words();
        match looked.get()? {
            Looked::Newest => Some(words.care_update_none()),
            Looked::Fetching => Some(words.care_update_fetching()),
            Looked::NoAnswer => Some(words.care_update_no_answer()),
        }
    };
    move || {
        let words = app.words();
        if app.has_update.get() {
            view! {
                <p class="small">{words.care_update_ready()}</p>
                <div class="actions">
                    <button class="button" type="button" on:click=move |_| update::now()>
                        <Icon name="refresh" class="icon icon-small"/><span>{words.care_update_now()}</span>
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <p class="small quiet">{words.care_update_lead()}</p>
                <div class="actions">
                    <button class="button button-quiet" type="button" aria-disabled=move || is_looking.get().to_string() on:click=look>
                        <Icon name="refresh" class="icon icon-small"/><span>{words.care_update_look()}</span>
                    </button>
                </div>
                <p class="small" role="status">{said}</p>
            }
            .into_any()
        }
    }
}

#[component]
fn Install() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    if install::is_installed() {
        return view! { <p class="small quiet">{words.care_installed()}</p> }.into_any();
    }
    let ways = [
        (words.care_install_android(), words.care_install_android_how()),
        (words.care_install_apple(), words.care_install_apple_how()),
        (words.care_install_desktop(), words.care_install_desktop_how()),
    ];
    let ways = ways.map(|(on, how)| view! { <h3>{on}</h3><p>{how}</p> });
    let button = words.care_install_button();
    view! {
        <div>
            <Show when=move || app.can_install.get()>
                <div class="actions">
                    <button class="button button-quiet" type="button" on:click=move |_| spawn_local(install::install())>
                        <Icon name="device" class="icon icon-small"/><span>{button.clone()}</span>
                    </button>
                </div>
            </Show>
            <details class="fold">
                <summary>{words.care_install_title()}</summary>
                <div class="fold-body small stack-tight">
                    <p class="quiet">{words.care_install_why()}</p>
                    {ways.collect_view()}
                </div>
            </details>
        </div>
    }
    .into_any()
}
