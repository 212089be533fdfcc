//! One's own people: kept sealed in the diary, so they are shown only while it is open.

use crate::form::PersonForm;
use crate::page::parts::{Await, Icon};
use crate::page::route::Route;
use crate::page::sending::{Sending, SendingProblem};
use crate::page::state::{App, Sheet, Stage};
use crate::sheet::PersonLine;
use crate::wire;
use leptos::ev::SubmitEvent;
use leptos::html::Details;
use leptos::prelude::*;

/// The card: the people when the diary is open, the way there when it is locked, nothing before there is a diary.
#[component]
pub(super) fn People() -> impl IntoView {
    let app = App::here();
    move || match app.stage.get() {
        Stage::Open => view! { <OpenPeople/> }.into_any(),
        Stage::Locked => view! { <LockedPeople/> }.into_any(),
        Stage::Starting | Stage::Failed(_) | Stage::Welcome | Stage::Fresh(_) => ().into_any(),
    }
}

#[component]
fn LockedPeople() -> impl IntoView {
    let words = App::here().words();
    view! {
        <section class="card stack" aria-labelledby="people">
            <h2 id="people">{words.web_empty_people_title()}</h2>
            <p class="quiet small">{words.care_people_locked()}</p>
            <p><a class="button button-quiet" href=Route::Today.address()>{words.web_unlock_button()}</a></p>
        </section>
    }
}

#[component]
fn OpenPeople() -> impl IntoView {
    let words = App::here().words();
    let sheet = Sheet::of(wire::people);
    let empty = words.web_empty_people_text();
    let rows = move |people: Vec<PersonLine>| {
        let none = people
            .is_empty()
            .then(|| view! { <p class="quiet small">{empty.clone()}</p> });
        let rows = people.into_iter().map(|person| view! { <PersonRow person/> });
        view! { {none}<ul class="rows">{rows.collect_view()}</ul> }
    };
    view! {
        <section class="card stack" aria-labelledby="people">
            <h2 id="people">{words.web_empty_people_title()}</h2>
            <Await sheet view=rows/>
            <AddPerson/>
        </section>
    }
}

#[component]
fn PersonRow(person: PersonLine) -> impl IntoView {
    let app = App::here();
    let remove = app.words().care_person_remove(&person.name);
    let id = person.id;
    let text = view! { <span class="item-text"><bdi>{person.name}</bdi><small><bdi>{person.note}</bdi></small></span> };
    let row = match person.link {
        Some(link) => view! {
            <a class="item" href=link>
                <Icon name="phone"/>{text}
                <span class="item-end"><bdi class="number strong">{person.number}</bdi></span>
            </a>
        }
        .into_any(),
        None => view! { <div class="item"><Icon name="people"/>{text}</div> }.into_any(),
    };
    view! {
        <li class="input-row">
            {row}
            <button class="icon-button" type="button" aria-label=remove on:click=move |_| app.write(wire::remove(id), || {})>
                <Icon name="trash"/>
            </button>
        </li>
    }
}

#[component]
fn AddPerson() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let typed: [RwSignal<String>; 3] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let [name, number, note] = typed;
    let fold = NodeRef::<Details>::new();
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = PersonForm {
            name: name.get_untracked(),
            number: number.get_untracked(),
            note: note.get_untracked(),
        };
        sending.send(app, wire::add_person(form), move |written| {
            app.wrote(written);
            for field in typed {
                field.try_set(String::new());
            }
            if let Some(fold) = fold.try_get_untracked().flatten() {
                fold.set_open(false);
            }
        });
    };
    view! {
        <details class="fold" node_ref=fold>
            <summary>{words.care_person_add()}</summary>
            <form class="fold-body stack" on:submit=submit>
                <div class="field">
                    <label for="person-name">{words.care_person_name()}</label>
                    <input class="input" id="person-name" autocomplete="off" required
                        prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event))/>
                </div>
                <div class="field">
                    <label for="person-number">{words.care_person_number()}</label>
                    <input class="input" id="person-number" type="tel" autocomplete="off"
                        prop:value=move || number.get() on:input=move |event| number.set(event_target_value(&event))/>
                </div>
                <div class="field">
                    <label for="person-note">{words.care_person_note()}</label>
                    <input class="input" id="person-note" autocomplete="off"
                        prop:value=move || note.get() on:input=move |event| note.set(event_target_value(&event))/>
                </div>
                <p class="fine">{words.care_person_sealed()}</p>
                <SendingProblem sending/>
                <div class="actions">
                    <button class="button button-quiet" type="submit" aria-disabled=move || sending.busy()>{words.web_save()}</button>
                </div>
            </form>
        </details>
    }
}
