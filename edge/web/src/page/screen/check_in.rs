//! Check-in: how one is, in a minute. Every answer may stay open, and open is not zero.

use crate::form::CheckInForm;
use crate::page::moment::{MomentField, MomentFilledIn};
use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::score::{Scale, Score};
use crate::page::sending::{Sending, SendingProblem};
use crate::page::state::{App, Sheet};
use crate::wire;
use ebb_core::event::Symptom;
use ebb_present::words::Words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::collections::BTreeMap;

type Say = fn(&Words) -> String;
type Group = (Say, &'static [(Symptom, &'static str, Say)]);

/// The sixteen signs as they are asked.
const GROUPS: [Group; 5] = [
    (
        Words::care_group_mind,
        &[
            (Symptom::Anxious, "anxious", Words::care_sign_anxious),
            (Symptom::Restless, "restless", Words::care_sign_restless),
            (Symptom::WantSomeNow, "want-some-now", Words::care_sign_want_some_now),
        ],
    ),
    (
        Words::care_group_head,
        &[
            (Symptom::Yawning, "yawning", Words::care_sign_yawning),
            (Symptom::WateryEyes, "watery-eyes", Words::care_sign_watery_eyes),
            (Symptom::RunnyNose, "runny-nose", Words::care_sign_runny_nose),
        ],
    ),
    (
        Words::care_group_warmth,
        &[
            (Symptom::Sweating, "sweating", Words::care_sign_sweating),
            (Symptom::GooseBumps, "goose-bumps", Words::care_sign_goose_bumps),
            (Symptom::HotFlushes, "hot-flushes", Words::care_sign_hot_flushes),
            (Symptom::ColdFlushes, "cold-flushes", Words::care_sign_cold_flushes),
        ],
    ),
    (
        Words::care_group_muscles,
        &[
            (Symptom::Shaking, "shaking", Words::care_sign_shaking),
            (Symptom::Aching, "aching", Words::care_sign_aching),
            (Symptom::Twitching, "twitching", Words::care_sign_twitching),
        ],
    ),
    (
        Words::care_group_stomach,
        &[
            (Symptom::Queasy, "queasy", Words::care_sign_queasy),
            (Symptom::Vomiting, "vomiting", Words::care_sign_vomiting),
            (
                Symptom::StomachCramps,
                "stomach-cramps",
                Words::care_sign_stomach_cramps,
            ),
        ],
    ),
];

/// How much, 0 to 4.
const MUCH: [Say; 5] = [
    Words::care_much_none,
    Words::care_much_little,
    Words::care_much_some,
    Words::care_much_lot,
    Words::care_much_very,
];

/// What is filled in.
#[derive(Clone, Copy)]
struct Answers {
    moment: MomentFilledIn,
    craving: RwSignal<Option<f64>>,
    mood: RwSignal<Option<f64>>,
    energy: RwSignal<Option<f64>>,
    focus: RwSignal<Option<f64>>,
    sleep: RwSignal<Option<f64>>,
    sleep_hours: RwSignal<Option<f64>>,
    overall: RwSignal<Option<f64>>,
    signs: RwSignal<BTreeMap<Symptom, u8>>,
    note: RwSignal<String>,
}

impl Answers {
    fn new() -> Self {
        let open = || RwSignal::new(None);
        Self {
            moment: MomentFilledIn::new(),
            craving: open(),
            mood: open(),
            energy: open(),
            focus: open(),
            sleep: open(),
            sleep_hours: open(),
            overall: open(),
            signs: RwSignal::new(BTreeMap::new()),
            note: RwSignal::new(String::new()),
        }
    }

    fn form(self) -> CheckInForm {
        let form = CheckInForm {
            when: self.moment.when(),
            withdrawal_64: self.overall.get(),
            symptoms: self.signs.get(),
            craving: self.craving.get(),
            mood: self.mood.get(),
            energy: self.energy.get(),
            focus: self.focus.get(),
            sleep: self.sleep.get(),
            sleep_hours: self.sleep_hours.get(),
            note: self.note.get(),
        };
        form.settled()
    }
}

/// The screen.
#[component]
pub(super) fn CheckIn() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let pad = Sheet::of(wire::care_pad);
    let now = Signal::derive(move || {
        pad.value
            .with(|pad| pad.as_ref().map(|pad| pad.now.clone()).unwrap_or_default())
    });
    let answers = Answers::new();
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = untrack(|| answers.form());
        sending.send(app, wire::check_in(form), move |written| {
            app.wrote(written);
            app.go(&Route::Today);
        });
    };
    let save = words.care_check_in_save();
    view! {
        <header class="head"><h1>{words.web_nav_check_in()}</h1><p>{words.care_check_in_lead()}</p></header>
        <form on:submit=submit>
            <div class="columns">
                <div class="column"><RightNow answers/><LastNight answers/><Rest answers now/></div>
                <div class="column"><Signs answers/></div>
            </div>
            <div class="stack form-end">
                {move || answers.form().is_heavy().then(|| view! { <Heavy/> })}
            </div>
            <div class="actions actions-stuck actions-page">
                <SendingProblem sending/>
                <button class="button button-large" type="submit" aria-disabled=move || sending.busy()>{save}</button>
            </div>
        </form>
    }
}

#[component]
fn RightNow(answers: Answers) -> impl IntoView {
    let words = App::here().words();
    view! {
        <section class="card stack" aria-labelledby="right-now">
            <h2 id="right-now">{words.care_right_now()}</h2>
            <Score id="craving" label=words.care_craving() value=answers.craving
                ends=[words.care_craving_low(), words.care_craving_high()]/>
            <Score id="mood" label=words.care_mood() value=answers.mood ends=[words.care_mood_low(), words.care_mood_high()]/>
            <Score id="energy" label=words.care_energy() value=answers.energy
                ends=[words.care_energy_low(), words.care_energy_high()]/>
            <Score id="focus" label=words.care_focus() value=answers.focus
                ends=[words.care_focus_low(), words.care_focus_high()]/>
        </section>
    }
}

#[component]
fn LastNight(answers: Answers) -> impl IntoView {
    let words = App::here().words();
    let ends = [
        Scale::Hours.said(&words, 0.0),
        Scale::Hours.said(&words, Scale::Hours.highest()),
    ];
    view! {
        <section class="card stack" aria-labelledby="last-night">
            <h2 id="last-night">{words.care_last_night()}</h2>
            <Score id="sleep" label=words.care_sleep() value=answers.sleep
                ends=[words.care_sleep_low(), words.care_sleep_high()]/>
            <Score id="sleep-hours" label=words.care_hours_slept() value=answers.sleep_hours scale=Scale::Hours ends/>
        </section>
    }
}

#[component]
fn Rest(answers: Answers, now: Signal<String>) -> impl IntoView {
    let words = App::here().words();
    view! {
        <section class="card stack">
            <div class="field">
                <label for="note">{words.care_note()}</label>
                <textarea class="input" id="note" rows="3" prop:value=move || answers.note.get()
                    on:input=move |event| answers.note.set(event_target_value(&event))></textarea>
            </div>
            <MomentField moment=answers.moment now/>
        </section>
    }
}

#[component]
fn Signs(answers: Answers) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let count = move || answers.signs.with(BTreeMap::len).to_string();
    let counted = words.clone();
    let total = move || {
        let form = answers.form();
        let words = app.words();
        form.sum_of_signs().map(|sum| {
            view! {
                <p><span class="figure amount">{Scale::SixtyFour.said(&words, sum)}</span></p>
                <p class="fine">{words.care_signs_similar()}</p>
            }
        })
    };
    let ends = [words.care_overall_low(), words.care_overall_high()];
    let (field, settled) = (words.care_overall_field(), words.care_overall_settled());
    view! {
        <section class="card stack" aria-labelledby="signs">
            <h2 id="signs">{words.care_signs_title()}</h2>
            <p class="quiet small">{words.care_signs_lead()}</p>
            <div>
                <progress max="16" prop:value=count aria-labelledby="answered"></progress>
                <p class="fine" id="answered">{move || counted.care_signs_answered(&count())}</p>
            </div>
            <div role="status">{total}</div>
            <div>{GROUPS.into_iter().map(|group| view! { <SignGroup group signs=answers.signs/> }).collect_view()}</div>
            <details class="fold">
                <summary>{words.care_overall()}</summary>
                <div class="fold-body stack">
                    {move || if answers.form().sum_of_signs().is_some() {
                        view! { <p class="quiet">{settled.clone()}</p> }.into_any()
                    } else {
                        view! { <Score id="overall" label=field.clone() value=answers.overall scale=Scale::SixtyFour ends=ends.clone()/> }.into_any()
                    }}
                </div>
            </details>
        </section>
    }
}

#[component]
fn SignGroup(group: Group, signs: RwSignal<BTreeMap<Symptom, u8>>) -> impl IntoView {
    let words = App::here().words();
    let (name, asked) = group;
    let answered = move || signs.with(|signs| asked.iter().filter(|(sign, ..)| signs.contains_key(sign)).count());
    let heading = words.clone();
    let head = move || heading.care_signs_group(&name(&heading), &answered().to_string(), &asked.len().to_string());
    let leave_out = words.care_signs_clear();
    let fieldsets = asked
        .iter()
        .map(|&(sign, id, name)| view! { <Sign sign id name signs/> });
    view! {
        <details class="fold">
            <summary>{head}</summary>
            <div class="fold-body stack">
                {fieldsets.collect_view()}
                <Show when=move || { answered() > 0 }>
                    <p><button class="button button-text" type="button"
                        on:click=move |_| signs.update(|signs| signs.retain(|sign, _| asked.iter().all(|(asked, ..)| asked != sign)))>
                        {leave_out.clone()}
                    </button></p>
                </Show>
            </div>
        </details>
    }
}

#[component]
fn Sign(sign: Symptom, id: &'static str, name: Say, signs: RwSignal<BTreeMap<Symptom, u8>>) -> impl IntoView {
    let words = App::here().words();
    let choices = (0_u8..).zip(MUCH).map(|(score, much)| {
        let is_chosen = move || signs.with(|signs| signs.get(&sign) == Some(&score));
        view! {
            <label>
                <input type="radio" name=id prop:checked=is_chosen
                    on:change=move |_| signs.update(|signs| { signs.insert(sign, score); })/>
                <span>{score}<small>{much(&words)}</small></span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset>
            <legend>{name(&words)}</legend>
            <div class="segments segments-five">{choices}</div>
        </fieldset>
    }
}

#[component]
fn Heavy() -> impl IntoView {
    let words = App::here().words();
    view! {
        <div class="notice notice-caution" role="status">
            <Icon name="help"/>
            <div><p>{words.care_heavy()}</p><p><a href=Route::Help.address()>{words.care_heavy_link()}</a></p></div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_of_the_sixteen_signs_is_asked_once() {
        let asked: Vec<Symptom> = GROUPS
            .iter()
            .flat_map(|(_, asked)| asked.iter().map(|(sign, ..)| *sign))
            .collect();
        assert_eq!(asked.len(), Symptom::ALL.len());
        assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), BTreeSet::from(Symptom::ALL));
    }
}
