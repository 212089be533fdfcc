//! A pace for the breath: a circle that fills and empties, by the style sheet alone. Where a person wants no motion the
//! words change and the circle stays. No effect is claimed.

use super::parts::Icon;
use super::state::App;
use leptos::prelude::*;

/// The card with the circle. It needs no diary.
#[component]
pub(super) fn Breath() -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let is_on = RwSignal::new(false);
    let is_even = RwSignal::new(false);
    let lead = move || {
        words.with_value(|words| {
            if is_even.get() {
                words.care_breathe_even_lead()
            } else {
                words.care_breathe_lead()
            }
        })
    };
    let said = words.get_value();
    view! {
        <section class="card stack" aria-labelledby="breathe">
            <h2 id="breathe">{said.care_breathe_title()}</h2>
            <p class="quiet small">{lead}</p>
            <div class="breath" class:breath-on=move || is_on.get() class:breath-even=move || is_even.get() aria-hidden="true">
                <span class="breath-in">{said.care_breathe_in()}</span>
                <span class="breath-out">{said.care_breathe_out()}</span>
            </div>
            <fieldset>
                <legend>{said.care_breathe_pace()}</legend>
                <div class="segments">
                    <label><input type="radio" name="pace" prop:checked=move || !is_even.get()
                        on:change=move |_| is_even.set(false)/><span>{said.care_breathe_four_six()}</span></label>
                    <label><input type="radio" name="pace" prop:checked=move || is_even.get()
                        on:change=move |_| is_even.set(true)/><span>{said.care_breathe_even()}</span></label>
                </div>
            </fieldset>
            <div class="actions">
                <button class="button button-quiet" type="button" on:click=move |_| is_on.update(|on| *on = !*on)>
                    {move || if is_on.get() {
                        view! { <Icon name="pause" class="icon icon-small"/><span>{words.with_value(|w| w.care_breathe_stop())}</span> }.into_any()
                    } else {
                        view! { <Icon name="play" class="icon icon-small"/><span>{words.with_value(|w| w.care_breathe_begin())}</span> }.into_any()
                    }}
                </button>
            </div>
        </section>
    }
}
