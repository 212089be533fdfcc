//! How the app looks, and what it hides. Preferences of this device.

use crate::page::parts::Icon;
use crate::page::state::App;
use crate::platform::prefs::Theme;
use leptos::prelude::*;

/// Minutes until it locks; 0 is only by hand.
const LOCK_MINUTES: [u32; 6] = [1, 2, 5, 15, 30, 0];

/// Light or dark.
#[component]
pub(super) fn Looks() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let themes = [
        (Theme::System, "system", words.care_theme_system()),
        (Theme::Light, "sun", words.care_theme_light()),
        (Theme::Dark, "moon", words.care_theme_dark()),
    ];
    let themes = themes.map(|(theme, icon, said)| {
        view! {
            <label>
                <input type="radio" name="theme" prop:checked=move || app.prefs.with(|prefs| prefs.theme == theme)
                    on:change=move |_| app.prefer(|prefs| prefs.theme = theme)/>
                <span><Icon name=icon class="icon icon-small"/>{said}</span>
            </label>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="looks">
            <h2 id="looks">{words.care_looks()}</h2>
            <fieldset><legend>{words.care_theme()}</legend><div class="segments">{themes.collect_view()}</div></fieldset>
        </section>
    }
}

/// What is hidden, and when it locks.
#[component]
pub(super) fn Privacy() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let locks = LOCK_MINUTES.map(|minutes| {
        let said = if minutes == 0 {
            words.care_lock_never()
        } else {
            words.care_timer_minutes(&minutes.to_string())
        };
        view! {
            <label>
                <input type="radio" name="lock" prop:checked=move || app.prefs.with(|prefs| prefs.lock_minutes == minutes)
                    on:change=move |_| app.prefer(|prefs| prefs.lock_minutes = minutes)/>
                <span>{said}</span>
            </label>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="privacy">
            <h2 id="privacy">{words.care_privacy()}</h2>
            <div>
                <label class="check">
                    <input type="checkbox" prop:checked=move || app.prefs.with(|prefs| prefs.hides_amounts)
                        on:change=move |event| { let on = event_target_checked(&event); app.prefer(|prefs| prefs.hides_amounts = on); }/>
                    <span>{words.web_hide_amounts()}<small class="field-hint">{words.care_hide_hint()}</small></span>
                </label>
                <label class="check">
                    <input type="checkbox" prop:checked=move || app.prefs.with(|prefs| prefs.is_plain)
                        on:change=move |event| { let on = event_target_checked(&event); app.prefer(|prefs| prefs.is_plain = on); }/>
                    <span>{words.care_plain()}<small class="field-hint">{words.care_plain_hint(&words.web_plain_name())}</small></span>
                </label>
            </div>
            <fieldset>
                <legend>{words.care_lock_after()}</legend>
                <div class="segments">{locks.collect_view()}</div>
            </fieldset>
            <p class="fine">{words.care_lock_hint()}</p>
        </section>
    }
}
