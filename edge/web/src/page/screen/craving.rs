//! Craving: note an urge, or sit it out with a timer and say afterwards what became of it.
//!
//! The entry is written when the timer begins, so nothing is lost when the phone is put away; what became of it is added
//! to the same entry. Nothing here cheers, and nothing suggests taking anything.

use crate::form::{AmendForm, Change, CravingEnd, CravingForm};
use crate::page::app::{focus_main, to_top};
use crate::page::breath::Breath;
use crate::page::moment::{MomentField, MomentFilledIn};
use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::score::{Scale, Score};
use crate::page::sending::{Sending, SendingProblem};
use crate::page::shell::toast_has_focus;
use crate::page::state::{App, Sheet};
use crate::page::urge::{self, LENGTHS_MIN, MORE_MIN, USUAL_LENGTH_MIN, Urge};
use crate::sheet::CarePad;
use crate::wire;
use ebb_core::event::CravingOutcome;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// An urge is there.
    Ask,
    /// It is sat out.
    Sitting,
    /// It is written down, with what became of it if that was said.
    Closed(Option<CravingOutcome>),
}

/// The screen.
#[component]
pub(super) fn Craving() -> impl IntoView {
    let app = App::here();
    let words = StoredValue::new(app.words());
    let begun = if app.urge.with_untracked(Option::is_some) {
        Step::Sitting
    } else {
        Step::Ask
    };
    let step = RwSignal::new(begun);
    let pad = Sheet::of(wire::care_pad);
    // A step is a new place: it begins at its top, as a new address does.
    Effect::new(move |before: Option<Step>| {
        let now = step.get();
        if before.is_some_and(|before| before != now) {
            to_top();
            // What was just said keeps the focus: its way back is there.
            if !toast_has_focus() {
                focus_main();
            }
        }
        now
    });
    let title = move || {
        words.with_value(|words| match step.get() {
            Step::Ask => words.web_nav_craving(),
            Step::Sitting => words.care_sitting_title(),
            Step::Closed(_) => words.care_closed_title(),
        })
    };
    view! {
        <header class="head">
            <h1>{title}</h1>
            <Show when=move || step.get() == Step::Ask><p>{words.with_value(|words| words.care_craving_lead())}</p></Show>
            <p><a href=Route::Help.address()>{words.with_value(|words| words.care_help_line())}</a></p>
        </header>
        <div class="columns">
            <div class="column">
                {move || match step.get() {
                    Step::Ask => view! { <Ask step pad/> }.into_any(),
                    Step::Sitting => view! { <Sitting step/> }.into_any(),
                    Step::Closed(outcome) => view! { <Closed step outcome/> }.into_any(),
                }}
            </div>
            <div class="column unanchored"><Breath/></div>
        </div>
    }
}

#[component]
fn Ask(step: RwSignal<Step>, pad: Sheet<CarePad>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let now = Signal::derive(move || {
        pad.value
            .with(|pad| pad.as_ref().map(|pad| pad.now.clone()).unwrap_or_default())
    });
    let strength = RwSignal::new(None::<f64>);
    let chosen = RwSignal::new(BTreeSet::<String>::new());
    let own = RwSignal::new(String::new());
    let length_min = RwSignal::new(USUAL_LENGTH_MIN);
    let moment = MomentFilledIn::new();
    let sending = Sending::new();
    let form = move || CravingForm {
        when: moment.when(),
        strength: strength.get_untracked(),
        trigger: trigger(&chosen.get_untracked(), &own.get_untracked()),
        ..CravingForm::default()
    };
    let sit = move |_| {
        let begun = CravingForm {
            when: crate::form::When::Now,
            ..form()
        };
        sending.send(app, wire::craving(begun), move |written| {
            let Some(entry) = written.undo else { return };
            let now_ms = urge::now_ms();
            let urge = Urge::begun(entry, now_ms, length_min.get_untracked(), strength.get_untracked());
            app.urge_now_ms.set(now_ms);
            app.urge.set(Some(urge));
            app.revision.update(|n| *n += 1);
            step.try_set(Step::Sitting);
        });
    };
    let note = move |_| {
        sending.send(app, wire::craving(form()), move |written| {
            app.wrote(written);
            step.try_set(Step::Closed(None));
        });
    };
    let length_words = words.clone();
    let lengths = LENGTHS_MIN.map(|minutes| {
        view! {
            <label><input type="radio" name="length" prop:checked=move || length_min.get() == minutes
                on:change=move |_| length_min.set(minutes)/>
                <span>{length_words.care_timer_minutes(&minutes.to_string())}</span></label>
        }
    });
    view! {
        <section class="card stack" aria-label=words.web_nav_craving()>
            <Score id="strength" label=words.care_craving_strength() value=strength
                ends=[words.care_craving_strength_low(), words.care_craving_strength_high()]/>
            <Triggers pad chosen own/>
            <fieldset><legend>{words.care_timer_length()}</legend>
                <div class="segments">{lengths.collect_view()}</div></fieldset>
            <SendingProblem sending/>
            <div class="actions">
                <button class="button button-large" type="button" on:click=sit
                    aria-disabled=move || sending.busy()>{words.care_timer_start()}</button>
            </div>
            <details class="fold">
                <summary>{words.care_only_note()}</summary>
                <div class="fold-body stack">
                    <MomentField moment now/>
                    <div class="actions"><button class="button button-quiet" type="button" on:click=note>{words.web_save()}</button></div>
                </div>
            </details>
        </section>
    }
}

/// The words chosen and typed, as one.
fn trigger(chosen: &BTreeSet<String>, own: &str) -> String {
    let own = own.trim();
    let own = (!own.is_empty()).then_some(own);
    let all: Vec<&str> = chosen.iter().map(String::as_str).chain(own).collect();
    all.join(", ")
}

#[component]
fn Triggers(pad: Sheet<CarePad>, chosen: RwSignal<BTreeSet<String>>, own: RwSignal<String>) -> impl IntoView {
    let words = App::here().words();
    let known = Memo::new(move |_| {
        pad.value
            .with(|pad| pad.as_ref().map(|pad| pad.triggers.clone()).unwrap_or_default())
    });
    let label = words.care_trigger();
    let hint = words.care_trigger_hint();
    let chip = move |word: String| {
        let (is_chosen, toggled, said) = (word.clone(), word.clone(), word);
        view! {
            <button class="chip" type="button"
                aria-pressed=move || chosen.with(|chosen| chosen.contains(&is_chosen)).to_string()
                on:click=move |_| chosen.update(|chosen| {
                    if !chosen.remove(&toggled) {
                        chosen.insert(toggled.clone());
                    }
                })>{said}</button>
        }
    };
    view! {
        <fieldset>
            <legend>{label.clone()}</legend>
            <Show when=move || known.with(|known| !known.is_empty())>
                <div class="chips" role="group" aria-label=label.clone()>
                    {move || known.get().into_iter().map(chip).collect_view()}
                </div>
                <p class="field-hint">{hint.clone()}</p>
            </Show>
            <div class="field">
                <label for="own-trigger">{words.care_trigger_own()}</label>
                <input class="input" id="own-trigger" autocomplete="off" prop:value=move || own.get()
                    on:input=move |event| own.set(event_target_value(&event))/>
            </div>
        </fieldset>
    }
}

#[component]
fn Sitting(step: RwSignal<Step>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    view! {
        <section class="card stack" aria-label=words.care_sitting_title()>
            <Ring/>
            <p class="quiet center">
                {move || app.urge.get().and_then(|urge| urge.strength).map(|strength| {
                    let words = app.words();
                    view! { <span class="amount">{words.care_timer_began(&Scale::Ten.said(&words, strength))}</span>" " }
                })}
                {words.care_timer_away()}
            </p>
            <div class="actions">
                <button class="button button-quiet" type="button"
                    on:click=move |_| app.urge.update(|urge| if let Some(urge) = urge { urge.go_on(urge::now_ms()) })>
                    <Icon name="plus" class="icon icon-small"/><span>{words.care_timer_more(&MORE_MIN.to_string())}</span>
                </button>
            </div>
        </section>
        <End step/>
    }
}

/// The ring and what is left of it.
#[component]
fn Ring() -> impl IntoView {
    let app = App::here();
    let words = StoredValue::new(app.words());
    let read = move |read: fn(&Urge, i64) -> String| {
        let now_ms = app.urge_now_ms.get();
        app.urge
            .with(|urge| urge.as_ref().map(|urge| read(urge, now_ms)).unwrap_or_default())
    };
    let is_over = move || {
        app.urge
            .with(|urge| urge.is_some_and(|urge| urge.is_over(app.urge_now_ms.get())))
    };
    let of = move || app.urge.with(|urge| urge.map_or(0, |urge| urge.minutes).to_string());
    view! {
        <div class="ring">
            <svg viewBox="0 0 100 100" aria-hidden="true">
                <circle cx="50" cy="50" r="46"></circle>
                <circle class="ring-done" cx="50" cy="50" r="46" pathLength="100" stroke-dashoffset=move || read(Urge::ring)></circle>
            </svg>
            <div class="ring-text">
                <p class="figure" role="timer">{move || read(Urge::left)}</p>
                <p class="quiet">{move || words.with_value(|words| words.care_timer_of(&of()))}</p>
            </div>
        </div>
        <p class="center strong" role="status">{move || is_over().then(|| words.with_value(|words| words.care_timer_reached()))}</p>
    }
}

/// What became of it.
#[component]
fn End(step: RwSignal<Step>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let outcome = RwSignal::new(None::<CravingOutcome>);
    let sending = Sending::new();
    // Filled from the timer until somebody types another number.
    let typed = RwSignal::new(None::<String>);
    let lasted = move || {
        app.urge
            .with(|urge| urge.map(|urge| urge.lasted_min(app.urge_now_ms.get())))
            .unwrap_or(1)
    };
    let minutes = move || typed.get().unwrap_or_else(|| lasted().to_string());
    let note = RwSignal::new(String::new());
    let outcomes = [
        (CravingOutcome::Passed, words.care_outcome_passed()),
        (CravingOutcome::Ongoing, words.care_outcome_still()),
        (CravingOutcome::Used, words.care_outcome_used()),
    ];
    let outcomes = outcomes.map(|(which, said)| {
        view! {
            <label><input type="radio" name="outcome" prop:checked=move || outcome.get() == Some(which)
                on:change=move |_| outcome.set(Some(which))/><span>{said}</span></label>
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(urge) = app.urge.get_untracked() else { return };
        let end = CravingEnd {
            outcome: outcome.get_untracked(),
            minutes: untrack(minutes).trim().parse().ok(),
            note: note.get_untracked(),
        };
        let change = AmendForm {
            id: urge.entry,
            change: Change::Craving(end),
        };
        sending.send(app, wire::amend(change), move |_| {
            app.urge.set(None);
            app.revision.update(|n| *n += 1);
            step.try_set(Step::Closed(outcome.get_untracked()));
        });
    };
    let leave = move |_| {
        app.urge.set(None);
        step.set(Step::Closed(None));
    };
    view! {
        <form class="card stack" on:submit=save>
            <fieldset><legend>{words.care_outcome()}</legend><div class="segments">{outcomes.collect_view()}</div></fieldset>
            <div class="field">
                <label for="minutes">{words.care_minutes_field()}</label>
                <input class="input" id="minutes" type="number" inputmode="numeric" min="0" max="1440" step="1"
                    prop:value=minutes on:input=move |event| typed.set(Some(event_target_value(&event)))/>
            </div>
            <div class="field">
                <label for="craving-note">{words.care_note()}</label>
                <textarea class="input" id="craving-note" rows="2" prop:value=move || note.get()
                    on:input=move |event| note.set(event_target_value(&event))></textarea>
            </div>
            <SendingProblem sending/>
            <div class="actions">
                <button class="button button-large" type="submit" aria-disabled=move || sending.busy()>
                    {words.care_outcome_save()}
                </button>
                <button class="button button-text" type="button" on:click=leave>{words.care_timer_stop()}</button>
            </div>
        </form>
    }
}

/// A calm close.
#[component]
fn Closed(step: RwSignal<Step>, outcome: Option<CravingOutcome>) -> impl IntoView {
    let words = App::here().words();
    let said = match outcome {
        Some(CravingOutcome::Passed) => words.care_closed_passed(),
        Some(CravingOutcome::Ongoing) => words.care_closed_still(),
        Some(CravingOutcome::Used) => words.care_closed_used(),
        None => words.care_closed_open(),
    };
    let next = match outcome {
        Some(CravingOutcome::Used) => {
            view! { <a class="button button-quiet" href=Route::Log.address()>{words.care_closed_log()}</a> }.into_any()
        }
        Some(CravingOutcome::Ongoing) => view! {
            <button class="button button-quiet" type="button" on:click=move |_| step.set(Step::Ask)>{words.care_closed_again()}</button>
        }
        .into_any(),
        Some(CravingOutcome::Passed) | None => ().into_any(),
    };
    view! {
        <section class="card empty">
            <span class="art art-calm" aria-hidden="true"></span>
            <p role="status">{said}</p>
            <div class="actions">
                <a class="button" href=Route::Today.address()>{words.care_closed_today()}</a>
                {next}
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_chosen_and_typed_are_kept_together() {
        let chosen = BTreeSet::from(["boredom".to_owned(), "stress".to_owned()]);
        assert_eq!(trigger(&chosen, " a long day "), "boredom, stress, a long day");
        assert_eq!(trigger(&BTreeSet::new(), "  "), "");
    }
}
