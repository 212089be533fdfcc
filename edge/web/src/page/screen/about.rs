//! What Ebb is, what it is not, what it keeps to itself, and the licences of what it is built from.

use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::state::App;
use crate::platform::install;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The file with the licences.
const LICENCES: &str = "licences.txt";

/// The screen.
#[component]
pub(super) fn About() -> impl IntoView {
    let words = App::here().words();
    let list = |items: Vec<String>| items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    let is = list(vec![
        words.web_is_diary(),
        words.web_is_forecast(),
        words.web_is_down(),
        words.web_is_offline(),
    ]);
    let is_not = list(vec![
        words.web_is_not_doctor(),
        words.web_is_not_dose(),
        words.web_is_not_certain(),
        words.web_is_not_emergency(),
        words.web_is_not_children(),
        words.care_is_not_shop(),
    ]);
    let privacy = list(vec![
        words.web_nothing_leaves(),
        words.care_privacy_sealed(),
        words.care_privacy_nobody(),
        words.care_privacy_outside(),
        words.care_privacy_limits(),
    ]);
    let build = install::build();
    view! {
        <header class="head"><h1>{words.web_nav_about()}</h1><p>{words.app_purpose()}</p></header>
        <article class="prose narrow">
            <h2>{words.web_is_title()}</h2><ul>{is}</ul>
            <h2>{words.web_is_not_title()}</h2><ul>{is_not}</ul>
            <h2>{words.care_privacy()}</h2><ul>{privacy}</ul>
            <h2>{words.care_sources()}</h2>
            <p>{words.care_sources_text()}</p>
            <p><a href=Route::Learn(None).address()>{words.web_nav_learn()}</a></p>
            <h2>{words.care_version()}</h2>
            <p>{words.care_version_text(env!("CARGO_PKG_VERSION"), &build)}</p>
            <h2>{words.care_licences()}</h2>
            <p>{words.care_licence_own()}</p>
            <p>{words.care_licences_text()}</p>
            <Licences/>
        </article>
    }
}

/// The text of the file, when wanted.
#[component]
fn Licences() -> impl IntoView {
    let words = App::here().words();
    let text = RwSignal::new(None::<Option<String>>);
    let is_asked = RwSignal::new(false);
    let open = move |_| {
        if !is_asked.get_untracked() {
            is_asked.set(true);
            spawn_local(async move {
                let found = install::text_of(LICENCES).await;
                text.try_set(Some(found));
            });
        }
    };
    let label = words.care_licences();
    let (loading, missing) = (words.web_working(), words.care_licences_missing());
    view! {
        <details class="fold" on:toggle=open>
            <summary>{words.care_licences_show()}</summary>
            <div class="fold-body">
                {move || match text.get() {
                    Some(Some(text)) => view! {
                        <div class="scroll licences" tabindex="0" role="region" aria-label=label.clone()><pre>{text}</pre></div>
                    }
                    .into_any(),
                    Some(None) => view! { <p class="field-error"><Icon name="warning" class="icon icon-small"/><span>{missing.clone()}</span></p> }.into_any(),
                    None => view! { <p role="status">{loading.clone()}</p> }.into_any(),
                }}
            </div>
        </details>
    }
}
