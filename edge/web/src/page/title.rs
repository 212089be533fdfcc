//! What the window is called and which icon it bears: the screen's name with the app's, or the neutral one. Never anything
//! of the diary.

use super::route::Route;
use super::state::{App, Stage};
use crate::platform::file_address;
use ebb_present::words::Words;
use leptos::prelude::*;

/// Follows the screen, the stage and the preferences.
pub(super) fn follow(app: App) {
    Effect::new(move |_| {
        let words = app.words();
        let is_plain = app.prefs.with(|prefs| prefs.is_plain);
        let name = name(&words, is_plain);
        let place = match (app.stage.get(), app.route.get()) {
            (_, Route::Help) => Some(words.web_nav_help()),
            (Stage::Open, route) => Some(place(&words, &route)),
            (Stage::Locked, _) => Some(words.web_unlock_title()),
            (Stage::Starting | Stage::Failed(_) | Stage::Welcome | Stage::Fresh(_), _) => None,
        };
        document().set_title(&without_isolates(&match place {
            Some(place) => words.care_window_title(&place, &name),
            None => name,
        }));
    });
    Effect::new(move |_| {
        let is_plain = app.prefs.with(|prefs| prefs.is_plain);
        let [manifest, icon, touch] = if is_plain {
            ["manifest-plain.webmanifest", "icons/plain.svg", "icons/plain-192.png"]
        } else {
            ["manifest.webmanifest", "icons/icon.svg", "icons/icon-192.png"]
        };
        for (which, file) in [("manifest", manifest), ("icon", icon), ("apple-touch-icon", touch)] {
            let link = document().query_selector(&format!("link[rel=\"{which}\"]"));
            if let Ok(Some(link)) = link {
                let _ = link.set_attribute("href", &file_address(file));
            }
        }
    });
}

/// A title stands in the system's own list of windows, where the marks that keep directions apart would be shown.
fn without_isolates(title: &str) -> String {
    title
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// The app's name, or the neutral one.
pub(super) fn name(words: &Words, is_plain: bool) -> String {
    if is_plain {
        words.web_plain_name()
    } else {
        words.app_name()
    }
}

/// The name of a screen.
fn place(words: &Words, route: &Route) -> String {
    match route {
        Route::Today => words.web_nav_today(),
        Route::History | Route::Day(_) | Route::Entry(_) => words.web_nav_history(),
        Route::Log | Route::LogOn(_) => words.web_nav_log(),
        Route::CoUse => words.web_nav_co_use(),
        Route::Note => words.web_nav_note(),
        Route::Forecast => words.web_nav_forecast(),
        Route::More => words.web_nav_more(),
        Route::CheckIn => words.web_nav_check_in(),
        Route::Craving => words.web_nav_craving(),
        Route::Products | Route::NewProduct | Route::Product(_) | Route::NewBatch(_) | Route::Batch(_) => {
            words.web_nav_products()
        }
        Route::Learn(_) => words.web_nav_learn(),
        Route::Learned => words.web_nav_learned(),
        Route::Data => words.web_nav_import(),
        Route::Import => words.import_title(),
        Route::Settings => words.web_nav_settings(),
        Route::About => words.web_nav_about(),
        Route::Help => words.web_nav_help(),
    }
}
