//! Usual doses: one tap logs one at this minute. While there are none, nothing stands here.

use crate::page::once::Pen;
use crate::page::parts::ProblemBox;
use crate::page::route::Route;
use crate::page::state::App;
use crate::page::told::Amount;
use crate::sheet::LogPad;
use crate::wire;
use leptos::prelude::*;

/// The keys.
#[component]
pub(super) fn Usual(pad: Memo<LogPad>) -> impl IntoView {
    let app = App::here();
    let words = StoredValue::new(app.words());
    let pen = Pen::new();
    let again = Memo::new(move |_| pad.with(|pad| pad.again.clone()));
    let keys = move || {
        let presets = again.get();
        // A name that all of them bear tells nothing apart.
        let is_one_product = presets.len() > 1 && presets.iter().all(|preset| preset.product == presets[0].product);
        let key = |preset: crate::sheet::Preset| {
            let form = preset.form;
            view! {
                <button class="pad-key" type="button" aria-disabled=move || pen.is_busy.get().then_some("true")
                    on:click=move |_| pen.write(app, wire::log(form.clone()), move || app.go(&Route::Today))>
                    <Amount figure=preset.amount/>
                    {preset.product.filter(|_| !is_one_product).map(|name| view! { " "<small>{name}</small> })}
                </button>
            }
        };
        presets.into_iter().map(key).collect_view()
    };
    let why = move || {
        words.with_value(|words| {
            if app.prefs.with(|prefs| prefs.hides_amounts) {
                words.log_covered_here()
            } else {
                words.log_usual_why()
            }
        })
    };
    view! {
        <Show when=move || again.with(|again| !again.is_empty())>
            <section class="stack-tight" aria-labelledby="usual">
                <h2 class="label" id="usual">{words.with_value(|words| words.log_usual())}</h2>
                <div class="pad pad-usual">{keys}</div>
                {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
                <p class="fine">{why}</p>
            </section>
        </Show>
    }
}
