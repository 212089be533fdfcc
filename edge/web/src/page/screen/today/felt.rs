//! How the last dose felt: asked in its time, answered with one tap, and left alone when somebody says so.

use crate::form::FeltForm;
use crate::page::once::Pen;
use crate::page::parts::ProblemBox;
use crate::page::state::App;
use crate::sheet::{Asks, FeltAsk, HoursChoice};
use crate::wire;
use ebb_core::entry::EntryId;
use leptos::prelude::*;

/// The question.
#[component]
pub(super) fn Ask(ask: FeltAsk) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pen = Pen::new();
    let dose = ask.dose;
    let is_strength = ask.asks == Asks::Strength;
    let is_left = move || app.not_now.with(|left| left.contains(&(dose, is_strength)));
    let leave = move |_| app.not_now.update(|left| left.push((dose, is_strength)));
    view! {
        <Show when=move || !is_left()>
            <section class="card" aria-labelledby="ask">
                <h2 id="ask">{ask.title.clone()}</h2>
                {match ask.asks.clone() {
                    Asks::Strength => view! { <Strength dose pen chosen=None legend_is_seen=false/> }.into_any(),
                    Asks::Hours(choices) => view! { <Hours dose pen choices chosen=None legend_is_seen=false/> }.into_any(),
                }}
                {move || pen.problem.get().map(|problem| view! { <ProblemBox problem/> })}
                <p class="row row-spread">
                    <span class="fine">{words.felt_why()}</span>
                    <button class="button button-text" type="button" on:click=leave>{words.felt_not_now()}</button>
                </p>
            </section>
        </Show>
    }
}

/// 0 to 10 in one tap.
#[component]
pub(in crate::page::screen) fn Strength(
    dose: EntryId,
    pen: Pen,
    chosen: Option<f64>,
    legend_is_seen: bool,
) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let say = move |strength: f64| {
        let form = FeltForm {
            dose,
            strength: Some(strength),
            hours: None,
            note: String::new(),
        };
        pen.write(app, wire::feel(form), || {});
    };
    let keys = (0..=10_u8).map(|strength| {
        let value = f64::from(strength);
        let is_chosen = chosen.is_some_and(|chosen| chosen.to_bits() == value.to_bits());
        view! {
            <button class="pad-key" type="button" aria-pressed=is_chosen.to_string() on:click=move |_| say(value)>
                {strength.to_string()}
            </button>
        }
    });
    let legend = if legend_is_seen { "" } else { "hidden" };
    view! {
        <fieldset>
            <legend class=legend>{words.felt_strength()}</legend>
            <div class="pad pad-scale">{keys.collect_view()}</div>
            <div class="slider-ends" aria-hidden="true">
                <span>{words.felt_not_at_all()}</span><span>{words.felt_very_strongly()}</span>
            </div>
        </fieldset>
    }
}

/// How long, in one tap.
#[component]
pub(in crate::page::screen) fn Hours(
    dose: EntryId,
    pen: Pen,
    choices: Vec<HoursChoice>,
    chosen: Option<f64>,
    legend_is_seen: bool,
) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let say = move |hours: f64| {
        let form = FeltForm {
            dose,
            strength: None,
            hours: Some(hours),
            note: String::new(),
        };
        pen.write(app, wire::feel(form), || {});
    };
    let keys = choices.into_iter().map(|choice| {
        let hours = choice.hours;
        let is_chosen = chosen.is_some_and(|chosen| chosen.to_bits() == hours.to_bits());
        view! {
            <button class="chip" type="button" aria-pressed=is_chosen.to_string() on:click=move |_| say(hours)>
                {choice.said}
            </button>
        }
    });
    let legend = if legend_is_seen { "" } else { "hidden" };
    view! {
        <fieldset>
            <legend class=legend>{words.felt_hours()}</legend>
            <div class="chips">{keys.collect_view()}</div>
        </fieldset>
    }
}
