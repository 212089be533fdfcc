//! What is rarely needed: why, food, taken over a while, a note.

use super::when::fill;
use crate::form::DoseDraft;
use crate::page::state::App;
use crate::sheet::LogPad;
use ebb_core::event::Stomach;
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::words::Words;
use leptos::prelude::*;

/// Minutes that the slider reaches, unless the entry says more.
const LONGEST_MIN: f64 = 120.0;

/// The fields, folded away unless they say something.
#[component]
pub(super) fn Extras(draft: RwSignal<DoseDraft>, pad: Memo<LogPad>, is_whole: bool) -> impl IntoView {
    let words = App::here().words();
    let has_mood = draft.with_untracked(|draft| !draft.mood.is_empty());
    view! {
        <details class="fold" open=is_whole>
            <summary>{words.log_extras()}</summary>
            <div class="fold-body stack">
                <Reason draft pad/>
                {has_mood.then(|| view! { <Mood draft/> })}
                <Food draft/>
                <Over draft/>
                <div class="field">
                    <label for="dose-note">{words.log_note()}</label>
                    <textarea class="input" id="dose-note" rows="2" prop:value=move || draft.with(|draft| draft.note.clone())
                        on:input=move |event| {
                            let note = event_target_value(&event);
                            draft.update(|draft| draft.note = note);
                        }></textarea>
                </div>
            </div>
        </details>
    }
}

#[component]
fn Reason(draft: RwSignal<DoseDraft>, pad: Memo<LogPad>) -> impl IntoView {
    let words = App::here().words();
    let reason = Memo::new(move |_| draft.with(|draft| draft.reason.clone()));
    let known = Memo::new(move |_| pad.with(|pad| pad.reasons.clone()));
    let chip = move |word: String| {
        let (is_it, choose) = (word.clone(), word.clone());
        let toggle = move |_| {
            let is_chosen = reason.with_untracked(|reason| *reason == choose);
            let next = if is_chosen { String::new() } else { choose.clone() };
            draft.update(|draft| draft.reason = next);
        };
        view! {
            <button class="chip" type="button" aria-pressed=move || reason.with(|reason| *reason == is_it).to_string() on:click=toggle>{word}</button>
        }
    };
    let group = words.log_reasons();
    view! {
        <div class="field">
            <label for="reason">{words.log_reason()}</label>
            <Show when=move || known.with(|known| !known.is_empty())>
                <div class="chips" role="group" aria-label=group.clone()>{move || known.get().into_iter().map(chip).collect_view()}</div>
            </Show>
            <input class="input" id="reason" autocomplete="off" prop:value=move || reason.get()
                on:input=move |event| {
                    let reason = event_target_value(&event);
                    draft.update(|draft| draft.reason = reason);
                }/>
        </div>
    }
}

#[component]
fn Mood(draft: RwSignal<DoseDraft>) -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="field">
            <label for="mood">{words.log_mood()}</label>
            <input class="input" id="mood" autocomplete="off" prop:value=move || draft.with(|draft| draft.mood.clone())
                on:input=move |event| {
                    let mood = event_target_value(&event);
                    draft.update(|draft| draft.mood = mood);
                }/>
        </div>
    }
}

#[component]
fn Food(draft: RwSignal<DoseDraft>) -> impl IntoView {
    let words = App::here().words();
    let stomach = Memo::new(move |_| draft.with(|draft| draft.stomach));
    let choices = [
        (None, words.log_not_said()),
        (Some(Stomach::Empty), words.log_stomach_empty()),
        (Some(Stomach::QuarterFull), words.log_stomach_quarter()),
        (Some(Stomach::HalfFull), words.log_stomach_half()),
        (Some(Stomach::Full), words.log_stomach_full()),
        (Some(Stomach::VeryFull), words.log_stomach_very_full()),
    ];
    let radio = move |(its, name): (Option<Stomach>, String)| {
        view! {
            <label>
                <input type="radio" name="stomach" prop:checked=move || stomach.get() == its
                    on:change=move |_| draft.update(|draft| draft.stomach = its)/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{words.log_stomach()}</legend>
            <div class="segments">{choices.into_iter().map(radio).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn Over(draft: RwSignal<DoseDraft>) -> impl IntoView {
    let words = App::here().words();
    let input = NodeRef::<leptos::html::Input>::new();
    let minutes = Memo::new(move |_| draft.with(|draft| draft.over_min.unwrap_or(0.0)));
    // An import may say more than the slider reaches.
    let longest = minutes.get_untracked().max(LONGEST_MIN);
    Effect::new(move |_| fill(input, minutes.get() / longest * 100.0));
    let of_words = words.clone();
    let said = move || over(&of_words, minutes.get());
    let said_too = said.clone();
    let take = move |event| {
        let minutes = event_target_value(&event).parse::<f64>().ok();
        draft.update(|draft| draft.over_min = minutes.filter(|minutes| *minutes > 0.0));
    };
    view! {
        <div class="slider">
            <div class="slider-head"><label for="over">{words.log_over()}</label><output for="over">{said}</output></div>
            <input id="over" type="range" min="0" max=longest.to_string() step="5" node_ref=input
                prop:value=move || minutes.get().to_string() aria-valuetext=said_too on:input=take/>
            <div class="slider-ends" aria-hidden="true"><span>{words.log_at_once()}</span><span>{over(&words, longest)}</span></div>
        </div>
    }
}

/// `at once`, `40 min`, `2 h`.
fn over(words: &Words, minutes: f64) -> String {
    if minutes <= 0.0 {
        return words.log_at_once();
    }
    let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
    #[expect(clippy::cast_possible_truncation, reason = "at most a day")]
    let ms = (minutes * 60_000.0) as i64;
    numbers.duration(ms)
}
