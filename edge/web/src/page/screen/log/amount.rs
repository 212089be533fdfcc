//! How much: a figure with plus and minus, the amounts this person logs, a unit, or "not known".

use super::fields::FilledIn;
use crate::page::parts::Icon;
use crate::page::state::App;
use crate::page::told::Amount;
use crate::sheet::{LogPad, UnitChoice};
use crate::typed::{self, Misread, Way};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The field's name in the page.
const FIELD: &str = "amount";
/// The name of its unit.
const UNIT: &str = "amount-unit";
/// The name of what is wrong with it.
const ERROR: &str = "amount-error";

/// Puts the focus into the field.
pub(super) fn focus_field() {
    let field = document().get_element_by_id(FIELD);
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A field that is not shown cannot take it.
        let _ = field.focus();
    }
}

/// The field with everything around it.
#[component]
pub(super) fn AmountField(filled_in: FilledIn, pad: Memo<LogPad>) -> impl IntoView {
    let words = App::here().words();
    let draft = filled_in.draft;
    let is_unknown = Memo::new(move |_| draft.with(|draft| draft.is_unknown));
    view! {
        <Show when=move || !is_unknown.get()>
            <Figure filled_in pad/>
            <Units filled_in pad/>
        </Show>
        <label class="check">
            <input type="checkbox" prop:checked=move || is_unknown.get()
                on:change=move |event| {
                    let is_unknown = event_target_checked(&event);
                    draft.update(|draft| draft.is_unknown = is_unknown);
                    filled_in.misread.set(None);
                }/>
            <span>{words.log_unknown()}</span>
        </label>
    }
}

/// The unit that is chosen.
fn chosen(filled_in: FilledIn, pad: Memo<LogPad>) -> Memo<Option<UnitChoice>> {
    let unit = Memo::new(move |_| filled_in.draft.with(|draft| draft.unit));
    Memo::new(move |_| {
        let unit = unit.get();
        pad.with(|pad| pad.units.iter().find(|choice| choice.unit == unit).cloned())
    })
}

#[component]
fn Figure(filled_in: FilledIn, pad: Memo<LogPad>) -> impl IntoView {
    let words = StoredValue::new(App::here().words());
    let FilledIn { draft, misread, .. } = filled_in;
    let unit = chosen(filled_in, pad);
    let amount = Memo::new(move |_| draft.with(|draft| draft.amount.clone()));
    let set = move |amount: String| {
        draft.update(|draft| draft.amount = amount);
        misread.set(None);
    };
    let step = move |way: Way| {
        let step = unit.with_untracked(|unit| unit.as_ref().map_or(1.0, |unit| unit.step));
        set(amount.with_untracked(|amount| typed::stepped(amount, step, way)));
    };
    let unit_name = move || {
        let is_one = amount.with(|amount| amount.trim() == "1");
        unit.with(|unit| {
            let unit = unit.as_ref()?;
            Some(if is_one {
                unit.name_of_one.clone()
            } else {
                unit.name.clone()
            })
        })
    };
    let product = Memo::new(move |_| draft.with(|draft| draft.product));
    let quick = Memo::new(move |_| {
        let product = product.get();
        unit.with(|unit| {
            unit.as_ref()
                .map(|unit| unit.quick(product).to_vec())
                .unwrap_or_default()
        })
    });
    let key = move |figure: String| {
        let (is_it, choose) = (figure.clone(), figure.clone());
        view! {
            <button class="pad-key" type="button" aria-pressed=move || (amount.get() == is_it).to_string()
                on:click=move |_| set(choose.clone())><Amount figure/></button>
        }
    };
    let quick_name = words.with_value(|words| words.log_quick());
    let [legend, less, more] = words.with_value(|words| [words.log_amount(), words.log_less(), words.log_more()]);
    view! {
        <fieldset class="stack-tight">
            <legend id="amount-legend">{legend}</legend>
            <div class="stepper">
                <button class="step" type="button" aria-label=less on:click=move |_| step(Way::Down)><Icon name="minus"/></button>
                <div class="stepper-value">
                    <input id=FIELD aria-labelledby="amount-legend" inputmode="decimal" autocomplete="off" enterkeyhint="done"
                        aria-invalid=move || misread.get().map(|_| "true")
                        aria-describedby=move || misread.get().map_or(UNIT, |_| ERROR)
                        style:--figures=move || amount.with(|amount| amount.chars().count().max(2).to_string())
                        prop:value=move || amount.get() on:input=move |event| set(event_target_value(&event))/>
                    <span class="stepper-unit" id=UNIT>{unit_name}</span>
                </div>
                <button class="step" type="button" aria-label=more on:click=move |_| step(Way::Up)><Icon name="plus"/></button>
            </div>
            {move || misread.get().map(|misread| view! {
                <p class="field-error" id=ERROR role="alert">
                    <Icon name="warning" class="icon icon-small"/><span>{words.with_value(|words| what_is_wrong(words, misread))}</span>
                </p>
            })}
            <Show when=move || quick.with(|quick| quick.len() > 1)>
                <div class="pad pad-six" role="group" aria-label=quick_name.clone()>
                    {move || quick.get().into_iter().map(key).collect_view()}
                </div>
            </Show>
        </fieldset>
    }
}

/// Why a figure cannot be read, and what to write.
pub(in crate::page::screen) fn what_is_wrong(words: &ebb_present::words::Words, misread: Misread) -> String {
    match misread {
        Misread::Nothing => words.log_err_nothing(),
        Misread::TwoWays => words.log_err_two_ways(),
        Misread::NotAnAmount => words.log_err_no_amount(),
    }
}

#[component]
fn Units(filled_in: FilledIn, pad: Memo<LogPad>) -> impl IntoView {
    let app = App::here();
    let words = StoredValue::new(app.words());
    let draft = filled_in.draft;
    let unit = Memo::new(move |_| draft.with(|draft| draft.unit));
    let shows_all = RwSignal::new(false);
    let units = Memo::new(move |_| pad.with(|pad| pad.units.clone()));
    let choose = move |choice: &UnitChoice| {
        filled_in.refill(app, |draft| {
            pad.with_untracked(|pad| draft.choose_unit(pad, choice.unit))
        });
    };
    let radio = move |choice: UnitChoice| {
        let (its, name) = (choice.unit, choice.name.clone());
        view! {
            <label>
                <input type="radio" name="unit" prop:checked=move || unit.get() == its on:change=move |_| choose(&choice)/>
                <span>{name}</span>
            </label>
        }
    };
    let is_shown = move |choice: &UnitChoice| shows_all.get() || choice.is_shown || choice.unit == unit.get();
    let shown = move || {
        let mut units = units.get();
        units.retain(is_shown);
        units.into_iter().map(radio).collect_view()
    };
    let has_more = Memo::new(move |_| units.with(|units| units.iter().any(|choice| !is_shown(choice))));
    view! {
        <fieldset>
            <legend class="hidden">{words.with_value(|words| words.log_unit())}</legend>
            <div class="segments">
                {shown}
                <Show when=move || has_more.get()>
                    <button class="segment-more" type="button" on:click=move |_| shows_all.set(true)>
                        {words.with_value(|words| words.log_other_units())}
                    </button>
                </Show>
            </div>
        </fieldset>
    }
}
