//! What is of the diary: when a day starts, the home zone, and whether every record is whole.

use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::sending::{Sending, SendingProblem};
use crate::page::state::App;
use crate::sheet::{Settings, Verified};
use crate::wire;
use ebb_present::number::{HourStyle, Language, Numbers};
use jiff::civil::Time;
use leptos::prelude::*;

/// Hours at which a day can start.
const HOURS: std::ops::Range<i8> = 0..24;

/// When a day starts, and where home is.
#[component]
pub(super) fn Days(settings: Settings) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
    let hours = HOURS.filter_map(|hour| {
        let time = Time::new(hour, 0, 0, 0).ok()?;
        let is_chosen = hour == settings.day_start;
        Some(view! { <option value=hour.to_string() selected=is_chosen>{numbers.clock_time(time)}</option> })
    });
    let set_hour = move |event: leptos::ev::Event| {
        if let Ok(hour) = event_target_value(&event).parse() {
            app.write(wire::set_day_start(hour), || {});
        }
    };
    let sending = Sending::new();
    let known = settings.zone.clone();
    let set_zone = move |event: leptos::ev::Event| {
        let zone = event_target_value(&event).trim().to_owned();
        if zone != known {
            sending.send(app, wire::set_zone(zone), move |written| app.wrote(written));
        }
    };
    let zones = settings
        .zones
        .into_iter()
        .map(|zone| view! { <option value=zone></option> });
    view! {
        <section class="card stack" aria-labelledby="days">
            <h2 id="days">{words.care_days()}</h2>
            <div class="field">
                <label for="day-start">{words.care_day_start()}</label>
                <select class="input" id="day-start" aria-describedby="day-start-hint" on:change=set_hour>{hours.collect_view()}</select>
                <p class="field-hint" id="day-start-hint">{words.care_day_start_hint()}</p>
            </div>
            <div class="field">
                <label for="zone">{words.care_zone()}</label>
                <input class="input" id="zone" list="zones" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-describedby="zone-hint" prop:value=settings.zone on:change=set_zone/>
                <datalist id="zones">{zones.collect_view()}</datalist>
                <p class="field-hint" id="zone-hint">{words.care_zone_hint()}</p>
            </div>
            <SendingProblem sending/>
        </section>
    }
}

/// How much there is, and whether it is whole.
#[component]
pub(super) fn State(settings: Settings) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let verified = RwSignal::new(None::<Verified>);
    let sending = Sending::new();
    let verify = move |_| {
        verified.set(None);
        sending.send(app, wire::verify(), move |answer| {
            verified.try_set(Some(answer));
        });
    };
    let outcome = move |answer: Verified| {
        let (class, icon) = if answer.is_whole {
            ("notice", "check")
        } else {
            ("notice notice-caution", "warning")
        };
        let said = answer.said.into_iter().map(|sentence| view! { <p>{sentence}</p> });
        view! { <div class=class><Icon name=icon/><div>{said.collect_view()}</div></div> }
    };
    let (check, working) = (words.care_verify(), words.web_working());
    view! {
        <section class="card stack" aria-labelledby="state">
            <h2 id="state">{words.web_group_data()}</h2>
            <p class="quiet small">{words.care_kept_here(&settings.entries)}</p>
            <ul class="rows"><li><a class="item" href=Route::Data.address()>
                <Icon name="download"/>
                <span class="item-text">{words.web_nav_import()}<small>{words.web_about_import()}</small></span>
                <span class="item-end"><Icon name="chevron-right" class="icon icon-small icon-turns"/></span>
            </a></li></ul>
            <div class="actions">
                <button class="button button-quiet" type="button" aria-disabled=move || sending.busy() on:click=verify>
                    <Icon name="shield" class="icon icon-small"/>
                    <span>{move || if sending.is_busy.get() { working.clone() } else { check.clone() }}</span>
                </button>
            </div>
            <div role="status">{move || verified.get().map(outcome)}</div>
            <SendingProblem sending/>
        </section>
    }
}
