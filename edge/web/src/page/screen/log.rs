//! Log: a usual dose in one tap, or another one.

use crate::page::parts::Await;
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::wire;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Log() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let sheet = Sheet::of(wire::log_pad);
    view! {
        <header class="head"><h1>{words.web_nav_log()}</h1></header>
        <Await sheet view=move |pad| view! {
            <div class="pad pad-usual">{pad.again.into_iter().map(|preset| {
                let form = preset.form;
                view! {
                    <button class="pad-key" type="button" on:click=move |_| app.write(wire::log(form.clone()), move || app.go(&Route::Today))>
                        <span class="amount">{preset.said}</span>
                    </button>
                }
            }).collect_view()}</div>
        }/>
    }
}
