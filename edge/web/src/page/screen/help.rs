//! Help: the signs that must not wait, numbers to call, and one's own people. Two things come before everything else: the
//! emergency number, and that this page needs neither a network nor an open diary.
//!
//! The country is chosen, or that of the browser's language; where the device is, is never asked. A number is never shown
//! without saying whether anybody checked it: beside it, or for the buttons of the emergency number right below them.

mod people;

use crate::page::breath::Breath;
use crate::page::parts::Icon;
use crate::page::region;
use crate::page::route::Route;
use crate::page::state::{App, Stage};
use ebb_evidence::Service;
use ebb_present::help::{self, Line, Place, RedFlag, Urgency};
use ebb_present::number::{HourStyle, Language, Numbers};
use ebb_present::words::Words;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use people::People;
use std::collections::BTreeSet;

/// The name of the field for the country.
const COUNTRY: &str = "country";

/// The screen.
#[component]
pub(in crate::page) fn Help() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let place = Memo::new(move |_| place(&app.words(), app.prefs.with(|prefs| prefs.country.clone())));
    let mut flags = help::red_flags(&words);
    let mut of = |act: Urgency| -> Vec<RedFlag> { flags.extract_if(.., |flag| flag.act == act).collect() };
    let (now, today, soon) = (
        of(Urgency::Emergency),
        of(Urgency::DoctorToday),
        of(Urgency::DoctorSoon),
    );
    let back = words.web_back();
    view! {
        <header class="head">
            <Show when=move || app.stage.get() != Stage::Open>
                <a class="back" href=Route::Today.address()>
                    <Icon name="chevron-left" class="icon icon-small icon-turns"/>{back.clone()}
                </a>
            </Show>
            <h1>{words.help_title()}</h1>
            <p>{words.help_lead()}</p>
        </header>
        <div class="columns">
            <div class="column">
                <Emergency place flags=now/>
                <Lines place/>
                <People/>
            </div>
            <div class="column">
                <Signs id="today" place flags=today/>
                <Signs id="soon" place flags=soon/>
                <p class="fine">{words.help_urgency_is_ours()}" "{words.help_say_kratom()}</p>
                <Breath/>
            </div>
        </div>
    }
}

/// The lines of the country that was chosen, or of the browser's language.
fn place(words: &Words, chosen: Option<String>) -> Place {
    let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
    let code = chosen.unwrap_or_else(|| {
        let known: Vec<&str> = help::countries(words).into_iter().map(|(code, _)| code).collect();
        region::of_language(&window().navigator().language().unwrap_or_default(), &known)
    });
    help::helplines(words, &numbers, &code)
}

/// The lines of one service.
fn lines_of(place: Memo<Place>, service: Service) -> Vec<Line> {
    let lines = place.get().lines.into_iter();
    lines.filter(|line| line.service == service).collect()
}

/// What cannot wait a minute, with the number on top.
#[component]
fn Emergency(place: Memo<Place>, flags: Vec<RedFlag>) -> impl IntoView {
    let words = App::here().words();
    let said = flags.first().map(|flag| flag.act_said.clone()).unwrap_or_default();
    let calls = move || {
        let lines = lines_of(place, Service::Emergency).into_iter();
        let call = |line: Line| {
            let about = line.name.to_owned();
            view! { <Call line about class="button button-danger"/> }
        };
        lines.map(call).collect_view()
    };
    let (signs, change) = (words.help_signs_title(), words.help_country_change());
    // Whether anybody checked them stands below the buttons: on a button it makes a hand hesitate.
    let numbers_of = move || {
        let checked: BTreeSet<String> = lines_of(place, Service::Emergency)
            .into_iter()
            .map(|line| line.checked)
            .collect();
        let checked: Vec<String> = checked.into_iter().collect();
        place.with(|place| words.help_numbers_of(&place.name, &checked.join(", ")))
    };
    view! {
        <section class="notice notice-urgent" aria-labelledby="emergency">
            <Icon name="warning"/>
            <div>
                <h2 id="emergency">{said}</h2>
                <div class="calls">{calls}</div>
                <p class="small row">
                    <span>{numbers_of}</span>
                    <button class="button button-text" type="button" on:click=|_| to_country()>{change}</button>
                </p>
                <h3>{signs}</h3>
                <Flags place flags/>
            </div>
        </section>
    }
}

/// Where the country is chosen. An address behind the hash would be another screen.
fn to_country() {
    let field = document().get_element_by_id(COUNTRY);
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        field.scroll_into_view();
        // A field that cannot take the focus is still in sight.
        let _ = field.focus();
    }
}

/// A button that calls.
#[component]
fn Call(line: Line, about: String, class: &'static str) -> impl IntoView {
    view! {
        <a class=class href=line.link>
            <Icon name="phone" class="icon icon-small"/>
            <span><bdi>{line.number}</bdi>" "<small>{about}</small></span>
        </a>
    }
}

/// Signs of one urgency, in a card.
#[component]
fn Signs(id: &'static str, place: Memo<Place>, flags: Vec<RedFlag>) -> impl IntoView {
    let said = flags.first().map(|flag| flag.act_said.clone()).unwrap_or_default();
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id>{said}</h2>
            <Flags place flags/>
        </section>
    }
}

#[component]
fn Flags(place: Memo<Place>, flags: Vec<RedFlag>) -> impl IntoView {
    let why = App::here().words().help_why();
    // Whoever is to be called is beside the sign, where the place has such a line.
    let calls = move |service: Service| {
        let call = |line: Line| {
            let about = about(&line);
            view! { <Call line about class="button button-quiet"/> }
        };
        move || {
            let lines = lines_of(place, service);
            (!lines.is_empty()).then(|| view! { <div class="calls">{lines.into_iter().map(call).collect_view()}</div> })
        }
    };
    let flags = flags.into_iter().map(|flag| {
        view! {
            <li><div>
                <p class="strong">{flag.sign}</p>
                <p class="small">{flag.what_to_do}</p>
                {flag.calls.map(calls)}
                <details class="fold">
                    <summary>{why.clone()}</summary>
                    <div class="fold-body small"><p>{flag.why}</p><p class="fine">{flag.grounds}</p></div>
                </details>
            </div></li>
        }
    });
    view! { <ul class="flags">{flags.collect_view()}</ul> }
}

/// The other lines of a country, and the country.
#[component]
fn Lines(place: Memo<Place>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let options = help::countries(&words).into_iter().map(|(code, name)| {
        view! { <option value=code selected=move || place.with(|place| place.code == code)>{name}</option> }
    });
    let lines = move || {
        let others = place
            .get()
            .lines
            .into_iter()
            .filter(|line| line.service != Service::Emergency);
        others.map(|line| view! { <LineRow line/> }).collect_view()
    };
    view! {
        <section class="card stack" aria-labelledby="lines">
            <h2 id="lines">{words.help_lines_title()}</h2>
            <div class="field">
                <label for=COUNTRY>{words.help_country_choose()}</label>
                <select class="input" id=COUNTRY aria-describedby="country-hint"
                    on:change=move |event| {
                        let code = event_target_value(&event);
                        app.prefer(|prefs| prefs.country = Some(code));
                    }>
                    {options.collect_view()}
                </select>
                <p class="field-hint" id="country-hint">{words.help_country_why()}</p>
            </div>
            <ul class="rows">{lines}</ul>
            <p class="fine">{move || place.get().notice}</p>
            <p class="fine">{words.help_works_locked()}</p>
        </section>
    }
}

#[component]
fn LineRow(line: Line) -> impl IntoView {
    let about = about(&line);
    view! {
        <li><a class="item item-line" href=line.link>
            <Icon name="phone"/>
            <span class="item-text">{line.service_said}<small>{about}</small></span>
            <span class="item-end"><bdi class="number strong">{line.number}</bdi></span>
        </a></li>
    }
}

/// Who answers, how, when, and whether anybody checked.
fn about(line: &Line) -> String {
    format!("{} · {} · {} · {}", line.name, line.reach, line.hours, line.checked)
}
