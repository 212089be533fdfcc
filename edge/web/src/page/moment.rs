//! When something happened: now, or another time on the wall clock of the home zone.

use super::state::App;
use crate::form::When;
use leptos::prelude::*;

/// What is filled in.
#[derive(Clone, Copy)]
pub(super) struct MomentFilledIn {
    is_now: RwSignal<bool>,
    wall: RwSignal<String>,
}

impl MomentFilledIn {
    /// Now.
    pub(super) fn new() -> Self {
        Self {
            is_now: RwSignal::new(true),
            wall: RwSignal::new(String::new()),
        }
    }

    /// As the keeper wants it. An empty field is now.
    pub(super) fn when(self) -> When {
        if self.is_now.get_untracked() || self.wall.with_untracked(String::is_empty) {
            When::Now
        } else {
            When::Wall(self.wall.get_untracked())
        }
    }
}

/// The field; `now` is the latest time that can be chosen, `2026-02-03T18:00`.
#[component]
pub(super) fn MomentField(moment: MomentFilledIn, #[prop(into)] now: Signal<String>) -> impl IntoView {
    let words = App::here().words();
    let other = move |_| {
        moment.is_now.set(false);
        if moment.wall.with_untracked(String::is_empty) {
            moment.wall.set(now.get_untracked());
        }
    };
    let field = words.care_when_field();
    view! {
        <fieldset>
            <legend>{words.care_when()}</legend>
            <div class="segments">
                <label><input type="radio" name="when" prop:checked=move || moment.is_now.get()
                    on:change=move |_| moment.is_now.set(true)/><span>{words.care_when_now()}</span></label>
                <label><input type="radio" name="when" prop:checked=move || !moment.is_now.get()
                    on:change=other/><span>{words.care_when_other()}</span></label>
            </div>
        </fieldset>
        <Show when=move || !moment.is_now.get()>
            <div class="field">
                <label for="when-wall">{field.clone()}</label>
                <input class="input" id="when-wall" type="datetime-local" required max=move || now.get()
                    prop:value=move || moment.wall.get()
                    on:input=move |event| moment.wall.set(event_target_value(&event))/>
            </div>
        </Show>
    }
}
