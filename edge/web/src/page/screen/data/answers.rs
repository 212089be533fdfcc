//! The questions of an import as fields. Each answer is sent as soon as it is given; the field stays as it is, and what
//! the answer changes is shown beside it.

use super::import::Looking;
use crate::form::import_answers::{self, Journey, ZoneAnswer};
use crate::page::parts::Icon;
use crate::page::state::{App, Sheet};
use crate::sheet::{AnswerChoice, AnswerField, ColumnChoice, ImportQuestion, JourneyLine, NumberField, ProductField};
use crate::wire;
use leptos::prelude::*;

/// More columns than this are not asked about one by one: that is no diary.
const MOST_COLUMNS: usize = 40;

/// One question.
#[component]
pub(super) fn QuestionCard(looking: Looking, id: String) -> impl IntoView {
    let find = {
        let id = id.clone();
        move |preview: &Option<crate::sheet::ImportPreview>| {
            let questions = preview.iter().flat_map(|preview| &preview.questions);
            questions.into_iter().find(|question| question.id == id).cloned()
        }
    };
    let question: Option<ImportQuestion> = looking.preview.with_untracked(&find);
    // How many rows it is about changes with the answers to others; the field itself stays.
    let rows = move || looking.preview.with(&find).map(|question| question.rows);
    question.map(|question| {
        let name = format!("question-{}", question.id);
        let why_id = format!("{name}-why");
        let answer = {
            let id = question.id.clone();
            move |answer: String| looking.answer(id.clone(), answer)
        };
        let field = match question.field {
            AnswerField::Choice(choices) => {
                let answer = StoredValue::new_local(answer);
                view! { <Choices name choices pick=move |choice: String| answer.with_value(|answer| answer(choice))/> }.into_any()
            }
            AnswerField::Number(field) => number(name, question.asks.clone(), field, answer).into_any(),
            AnswerField::Zone { home, journeys } => zone(name, home, journeys, answer).into_any(),
            AnswerField::Columns { columns, words } => self::columns(&name, &columns, &words, answer),
            AnswerField::Product(field) => product(name, field, answer).into_any(),
        };
        let described_by = why_id.clone();
        view! {
            <fieldset class="card question" aria-describedby=described_by>
                <legend>{question.asks}</legend>
                <p class="small quiet" id=why_id>{rows}{(!question.why.is_empty()).then(|| format!(" {}", question.why))}</p>
                {field}
            </fieldset>
        }
    })
}

/// Answers to choose from, the careful one marked.
#[component]
fn Choices(name: String, choices: Vec<AnswerChoice>, pick: impl Fn(String) + Copy + 'static) -> impl IntoView {
    let words = App::here().words();
    let choice = move |choice: AnswerChoice| {
        let careful = choice
            .is_careful
            .then(|| view! { <span class="tag">{words.import_careful_mark()}</span> });
        let hint = (!choice.hint.is_empty()).then(|| view! { <small>{choice.hint}</small> });
        view! {
            <label class="choice">
                <input type="radio" name=name.clone() prop:checked=choice.is_chosen
                    on:change=move |_| pick(choice.answer.clone())/>
                <span>{choice.said}" "{careful}{hint}</span>
            </label>
        }
    };
    view! { <div class="choices">{choices.into_iter().map(choice).collect_view()}</div> }
}

/// A number with its unit; empty is unknown.
fn number(name: String, label: String, field: NumberField, answer: impl Fn(String) + 'static) -> impl IntoView {
    let words = App::here().words();
    let is_wrong = RwSignal::new(false);
    let changed = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        let number = import_answers::number(&typed);
        is_wrong.set(number.is_none() && !typed.trim().is_empty());
        if !is_wrong.get_untracked() {
            answer(number.unwrap_or_default());
        }
    };
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let describes = format!("{hint_id} {error_id}");
    let problem = words.err_strength_unreadable();
    view! {
        <div class="field">
            <div class="input-row">
                <input class="input" type="text" inputmode="decimal" autocomplete="off" aria-label=label
                    aria-describedby=describes aria-invalid=move || is_wrong.get().to_string()
                    prop:value=field.given on:change=changed/>
                <span class="quiet">{field.unit}</span>
            </div>
            <p class="field-hint" id=hint_id>{words.import_unknown_hint()}</p>
            <div id=error_id>{move || is_wrong.get().then(|| view! {
                <p class="field-error" role="alert"><Icon name="warning" class="icon icon-small"/><span>{problem.clone()}</span></p>
            })}</div>
        </div>
    }
}

/// A kind of product, and milligrams in a piece for those counted in pieces.
fn product(name: String, field: ProductField, answer: impl Fn(String) + 'static) -> impl IntoView {
    let chosen = field
        .choices
        .iter()
        .find(|choice| choice.is_chosen)
        .map(|choice| choice.answer.clone());
    let kind = RwSignal::new(chosen.unwrap_or_default());
    let mg = RwSignal::new(field.mg);
    let answer = StoredValue::new_local(answer);
    let send = move || {
        let text = import_answers::product(&kind.get_untracked(), &mg.get_untracked());
        answer.with_value(|answer| answer(text));
    };
    let pick = move |choice: String| {
        kind.set(choice);
        send();
    };
    let mg_id = format!("{name}-mg");
    let takes_mg = Memo::new(move |_| kind.with(|kind| import_answers::takes_milligrams(kind)));
    view! {
        <Choices name choices=field.choices pick/>
        {move || takes_mg.get().then(|| view! {
            <div class="field">
                <label for=mg_id.clone()>{field.mg_label.clone()}</label>
                <input class="input" id=mg_id.clone() type="text" inputmode="decimal" autocomplete="off" prop:value=move || mg.get()
                    on:change=move |event| { mg.set(event_target_value(&event)); send(); }/>
            </div>
        })}
    }
}

/// A select for each column, by its heading and a few of its cells.
fn columns(
    name: &str,
    columns: &[ColumnChoice],
    words: &[(String, String)],
    answer: impl Fn(String) + 'static,
) -> AnyView {
    let chosen = RwSignal::new(columns.iter().map(|column| column.chosen.clone()).collect::<Vec<_>>());
    let answer = StoredValue::new_local(answer);
    let select = |(idx, column): (usize, &ColumnChoice)| {
        let id = format!("{name}-{idx}");
        let hint_id = format!("{id}-cells");
        let option = |(word, said): &(String, String)| {
            let is_chosen = *word == column.chosen;
            view! { <option value=word.clone() selected=is_chosen>{said.clone()}</option> }
        };
        let changed = move |event: leptos::ev::Event| {
            let word = event_target_value(&event);
            chosen.update(|chosen| {
                if let Some(place) = chosen.get_mut(idx) {
                    *place = word;
                }
            });
            let text = chosen.with_untracked(|chosen| chosen.join(","));
            answer.with_value(|answer| answer(text));
        };
        view! {
            <div class="field">
                <label for=id.clone()>{column.name.clone()}</label>
                <select class="input" id=id aria-describedby=hint_id.clone() on:change=changed>{words.iter().map(option).collect_view()}</select>
                <p class="field-hint" id=hint_id>{column.cells.clone()}</p>
            </div>
        }
    };
    let selects = columns.iter().take(MOST_COLUMNS).enumerate().map(select);
    view! { <div class="stack">{selects.collect_view()}</div> }.into_any()
}

/// The zone at home, and stays elsewhere.
fn zone(name: String, home: String, journeys: Vec<JourneyLine>, answer: impl Fn(String) + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let settings = Sheet::of(wire::settings);
    let list_id = format!("{name}-zones");
    let home = RwSignal::new(home);
    let stays = RwSignal::new(journeys.into_iter().map(stay_signal).collect::<Vec<_>>());
    let answer = StoredValue::new_local(answer);
    let send = move || {
        let text = ZoneAnswer {
            home: home.get_untracked(),
            journeys: stays.with_untracked(|stays| stays.iter().map(|stay| stay.get_untracked()).collect()),
        };
        answer.with_value(|answer| answer(text.write()));
    };
    let zones = move || {
        let names = settings.value.get().map(|settings| settings.zones).unwrap_or_default();
        names
            .into_iter()
            .map(|name| view! { <option value=name></option> })
            .collect_view()
    };
    let home_id = format!("{name}-home");
    let hint_id = format!("{name}-home-hint");
    let list = list_id.clone();
    let lines = move || {
        let stays = stays.get().into_iter().enumerate();
        let list = list.clone();
        stays
            .map(|(idx, stay)| view! { <Stay idx stay list=list.clone() send/> })
            .collect_view()
    };
    view! {
        <div class="field">
            <label for=home_id.clone()>{words.data_zone()}</label>
            <input class="input" id=home_id list=list_id.clone() autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby=hint_id.clone() prop:value=move || home.get()
                on:change=move |event| { home.set(event_target_value(&event)); send(); }/>
            <p class="field-hint" id=hint_id>{words.care_zone_hint()}</p>
        </div>
        <datalist id=list_id>{zones}</datalist>
        <details class="fold">
            <summary>{words.data_elsewhere()}</summary>
            <div class="fold-body stack">
                {lines}
                <div class="actions">
                    <button class="button button-quiet" type="button"
                        on:click=move |_| stays.update(|stays| stays.push(RwSignal::new(Journey::default())))>
                        <Icon name="plus" class="icon icon-small"/><span>{words.data_elsewhere_add()}</span>
                    </button>
                </div>
            </div>
        </details>
    }
}

fn stay_signal(line: JourneyLine) -> RwSignal<Journey> {
    RwSignal::new(Journey {
        zone: line.zone,
        from: line.from,
        until: line.until,
    })
}

/// One stay elsewhere.
#[component]
fn Stay(idx: usize, stay: RwSignal<Journey>, list: String, send: impl Fn() + Copy + 'static) -> impl IntoView {
    let words = App::here().words();
    let field = move |part: &str,
                      label: String,
                      kind: &'static str,
                      list: Option<String>,
                      get: fn(&Journey) -> String,
                      set: fn(&mut Journey, String)| {
        let id = format!("stay-{idx}-{part}");
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <input class="input" id=id type=kind list=list autocomplete="off" prop:value=move || stay.with(get)
                    on:change=move |event| { stay.update(|stay| set(stay, event_target_value(&event))); send(); }/>
            </div>
        }
    };
    view! {
        <div class="stack">
            {field("zone", words.data_zone_there(), "text", Some(list), |stay| stay.zone.clone(), |stay, text| stay.zone = text)}
            {field("from", words.data_from(), "datetime-local", None, |stay| stay.from.clone(), |stay, text| stay.from = text)}
            {field("until", words.data_until(), "datetime-local", None, |stay| stay.until.clone(), |stay, text| stay.until = text)}
        </div>
    }
}
