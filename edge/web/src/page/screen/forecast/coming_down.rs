//! What would come if a person came down step by step. The steps are theirs; help stands before them, and no amount is named.

use super::Before;
use super::going_on::Ahead;
use crate::form::{TaperDraft, TaperForm};
use crate::page::parts::{Icon, chart_width};
use crate::page::state::{App, Sheet};
use crate::wire;
use ebb_core::view::course::TaperFault;
use ebb_evidence::cited;
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::screen::course::taper_fault;
use leptos::prelude::*;

/// Says beside the fields what is wrong with one of them.
const ERROR: &str = "taper-error";
/// Says that the figures are there to be changed.
const HINT: &str = "taper-hint";

/// The fields, and the course of the last steps that could be read.
#[component]
pub(super) fn ComingDown(days: RwSignal<u32>, draft: RwSignal<TaperDraft>) -> impl IntoView {
    let words = App::here().words();
    let steps = Memo::new(move |last: Option<&TaperForm>| {
        let read = draft.with(|draft| draft.form().ok());
        read.or(last.copied()).unwrap_or_default()
    });
    let sheet = Sheet::of(move || wire::taper(steps.get(), days.get(), chart_width()));
    view! {
        <Ahead sheet days>
            <Before heading=words.web_taper_before() sentences=vec![words.forecast_severe()]/>
            <Steps draft/>
        </Ahead>
    }
}

/// How much less, how often, and who says so. What is typed counts once the field is left.
#[component]
fn Steps(draft: RwSignal<TaperDraft>) -> impl IntoView {
    let words = App::here().words();
    let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
    let fault = Memo::new(move |_| draft.with(|draft| draft.form().err()));
    let is_of_days = move || fault.get().map(|fault| matches!(fault, TaperFault::Days(_)));
    let is_wrong_percent = Signal::derive(move || is_of_days() == Some(false));
    let is_wrong_days = Signal::derive(move || is_of_days() == Some(true));
    let guidance = cited::TAPER_HHS_STEP;
    let (low, high) = guidance.range.unwrap_or((guidance.value, guidance.value));
    let guided = numbers.percent_range(low / 100.0, high / 100.0);
    let hint = words.web_taper_hint(&guided, guidance.grade.letter());
    let percent = Signal::derive(move || draft.with(|draft| draft.percent.clone()));
    let every_days = Signal::derive(move || draft.with(|draft| draft.every_days.clone()));
    let [heading, of_percent, of_days, clinicians] = [
        words.web_taper_steps(),
        words.web_taper_percent(),
        words.web_taper_days(),
        words.web_taper_clinicians(),
    ];
    let problem = move || {
        let (what, advice) = taper_fault(&words, &numbers, fault.get()?);
        Some(view! {
            <p class="field-error" id=ERROR><Icon name="warning" class="icon icon-small"/><span>{what}" "{advice}</span></p>
        })
    };
    view! {
        <section class="card stack" aria-labelledby="taper-steps">
            <h2 id="taper-steps">{heading}</h2>
            <div class="pair">
                <Whole id="taper-percent" label=of_percent value=percent is_wrong=is_wrong_percent
                    set=move |text| draft.update(|draft| draft.percent = text)/>
                <Whole id="taper-days" label=of_days value=every_days is_wrong=is_wrong_days
                    set=move |text| draft.update(|draft| draft.every_days = text)/>
            </div>
            <div role="alert">{problem}</div>
            <p class="field-hint" id=HINT>{hint}</p>
            <label class="check">
                <input type="checkbox" prop:checked=move || draft.with(|draft| draft.is_clinicians)
                    on:change=move |event| { let is_so = event_target_checked(&event); draft.update(|draft| draft.is_clinicians = is_so); }/>
                <span>{clinicians}</span>
            </label>
        </section>
    }
}

/// A field for a whole number.
#[component]
fn Whole(
    id: &'static str,
    label: String,
    value: Signal<String>,
    is_wrong: Signal<bool>,
    set: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input class="input" id=id inputmode="numeric" autocomplete="off" enterkeyhint="done" maxlength="3"
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby=move || if is_wrong.get() { ERROR } else { HINT }
                prop:value=move || value.get() on:change=move |event| set(event_target_value(&event))/>
        </div>
    }
}
