//! A score that starts unanswered: a slider whose thumb is hollow until it is touched, and which can be left out again.
//!
//! Unanswered is never zero: the value is `None` until a person moves, taps or types, and `None` again once left out.

use super::parts::Icon;
use super::state::App;
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::words::Words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What a score is measured on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// 0 to 10.
    Ten,
    /// 0 to 64, the range of the sixteen signs.
    SixtyFour,
    /// Hours of a night.
    Hours,
}

impl Scale {
    /// The highest value.
    pub(super) fn highest(self) -> f64 {
        match self {
            Self::Ten => 10.0,
            Self::SixtyFour => 64.0,
            Self::Hours => 14.0,
        }
    }

    fn step(self) -> &'static str {
        match self {
            Self::Ten | Self::SixtyFour => "1",
            Self::Hours => "0.5",
        }
    }

    /// Where the hollow thumb lies while nothing is said.
    fn rest(self) -> f64 {
        self.highest() / 2.0
    }

    /// A value in words.
    pub(super) fn said(self, words: &Words, value: f64) -> String {
        let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
        match self {
            Self::Ten | Self::SixtyFour => numbers.score(value, self.highest(), None),
            Self::Hours => words.care_hours(&numbers.exact(value)),
        }
    }
}

/// The slider with its name, its value in words, and a way to leave it out again.
#[component]
pub(super) fn Score(
    id: &'static str,
    label: String,
    value: RwSignal<Option<f64>>,
    /// What the two ends mean.
    ends: [String; 2],
    #[prop(default = Scale::Ten)] scale: Scale,
) -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let said = move || match value.get() {
        Some(value) => scale.said(&words.get_value(), value),
        None => words.with_value(Words::care_not_said),
    };
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        let share = value.get().map_or(0.0, |value| value / scale.highest() * 100.0);
        if let Some(input) = input.get() {
            // The page's policy forbids styles in markup; from here they are allowed.
            let style = web_sys::HtmlElement::style(input.unchecked_ref());
            let _ = style.set_property("--at", &format!("{share:.2}%"));
        }
    });
    let take = move || {
        if let Some(input) = input.get_untracked() {
            value.set(input.value().parse().ok());
        }
    };
    let [low, high] = ends;
    let leave_out = words.with_value(|words| words.care_leave_out(&label));
    view! {
        <div class="slider">
            <div class="slider-head">
                <label for=id>{label}</label>
                <span class="item-end">
                    <output for=id class:quiet=move || value.get().is_none()>
                        {move || match value.get() {
                            Some(_) => view! { <span class="amount">{said()}</span> }.into_any(),
                            None => said().into_any(),
                        }}
                    </output>
                    <button class="icon-button slider-clear" type="button" aria-label=leave_out
                        disabled=move || value.get().is_none()
                        on:click=move |_| {
                            value.set(None);
                            if let Some(input) = input.get_untracked() {
                                let _ = input.focus();
                            }
                        }>
                        <Icon name="close" class="icon icon-small"/>
                    </button>
                </span>
            </div>
            <input type="range" id=id min="0" max=scale.highest().to_string() step=scale.step() node_ref=input
                class:unset=move || value.get().is_none()
                aria-valuetext=said
                prop:value=move || value.get().unwrap_or(scale.rest()).to_string()
                on:input=move |_| take()
                // A tap on the thumb where it rests is an answer too, though nothing moves.
                on:click=move |_| take()/>
            <div class="slider-ends" aria-hidden="true"><span>{low}</span><span>{high}</span></div>
        </div>
    }
}
