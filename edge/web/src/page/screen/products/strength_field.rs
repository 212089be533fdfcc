//! A figure and its error: two short fields beside each other, both of which may stay empty.

use crate::form::WithError;
use crate::page::parts::Icon;
use crate::page::state::App;
use leptos::prelude::*;

/// What is typed; a handle, free to copy.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    value: RwSignal<String>,
    plus_minus: RwSignal<String>,
    is_wrong: RwSignal<bool>,
}

impl Typed {
    /// The fields of a figure that is known, or empty ones.
    pub(super) fn of(figure: Option<WithError>) -> Self {
        let text = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        Self {
            value: RwSignal::new(text(figure.map(|figure| figure.value))),
            plus_minus: RwSignal::new(text(figure.and_then(|figure| figure.plus_minus))),
            is_wrong: RwSignal::new(false),
        }
    }

    /// The figure; `Err` when something is typed that is none, which the field then says.
    pub(super) fn read(self) -> Result<Option<WithError>, ()> {
        let is_empty = |text: RwSignal<String>| text.with_untracked(|text| text.trim().is_empty());
        let number = |text: RwSignal<String>| text.with_untracked(|text| crate::typed::amount(text).ok());
        let figure = match (number(self.value), number(self.plus_minus)) {
            (Some(value), plus_minus) if plus_minus.is_some() || is_empty(self.plus_minus) => {
                Ok(Some(WithError { value, plus_minus }))
            }
            (None, None) if is_empty(self.value) && is_empty(self.plus_minus) => Ok(None),
            _ => Err(()),
        };
        self.is_wrong.set(figure.is_err());
        figure
    }
}

/// The two fields.
#[component]
pub(super) fn StrengthField(
    id: &'static str,
    label: String,
    typed: Typed,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    let words = App::here().words();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = format!("{hint_id} {error_id}");
    let problem = format!(
        "{} {}",
        words.err_strength_unreadable(),
        words.rec_strength_unreadable()
    );
    let error_of = words.products_give_or_take_of(&label);
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="input-row">
                <input class="input" id=id type="text" inputmode="decimal" autocomplete="off" aria-describedby=described_by
                    aria-invalid=move || typed.is_wrong.get().then_some("true")
                    prop:value=move || typed.value.get()
                    on:input=move |event| { typed.value.set(event_target_value(&event)); typed.is_wrong.set(false); }/>
                <span aria-hidden="true">"±"</span>
                <input class="input" type="text" inputmode="decimal" autocomplete="off" aria-label=error_of
                    aria-invalid=move || typed.is_wrong.get().then_some("true")
                    prop:value=move || typed.plus_minus.get()
                    on:input=move |event| { typed.plus_minus.set(event_target_value(&event)); typed.is_wrong.set(false); }/>
            </div>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <div id=error_id role="alert">{move || typed.is_wrong.get().then(|| view! {
                <p class="field-error"><Icon name="warning" class="icon icon-small"/><span>{problem.clone()}</span></p>
            })}</div>
        </div>
    }
}
