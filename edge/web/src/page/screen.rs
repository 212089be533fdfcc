//! The screens, one file each: they read a sheet, lay it out and send what a person does.

mod about;
mod check_in;
mod co_use;
mod craving;
mod data;
mod day;
mod entry;
mod forecast;
mod help;
mod history;
mod learn;
mod learned;
mod log;
mod more;
mod note;
mod products;
mod settings;
mod today;

pub(super) use help::Help;
pub(super) use learn::Learn;

use super::route::Route;
use leptos::prelude::*;

/// The screen of a place.
pub(super) fn of(route: Route) -> AnyView {
    match route {
        Route::Today => view! { <today::Today/> }.into_any(),
        Route::History => view! { <history::History/> }.into_any(),
        Route::Day(day) => view! { <day::Day day/> }.into_any(),
        Route::Entry(id) => view! { <entry::Entry id/> }.into_any(),
        Route::Log => view! { <log::Log day=None/> }.into_any(),
        Route::LogOn(day) => view! { <log::Log day=Some(day)/> }.into_any(),
        Route::CoUse => view! { <co_use::CoUse/> }.into_any(),
        Route::Note => view! { <note::Note/> }.into_any(),
        Route::Forecast => view! { <forecast::Forecast/> }.into_any(),
        Route::More => view! { <more::More/> }.into_any(),
        Route::CheckIn => view! { <check_in::CheckIn/> }.into_any(),
        Route::Craving => view! { <craving::Craving/> }.into_any(),
        Route::Products => view! { <products::Products/> }.into_any(),
        Route::NewProduct => view! { <products::NewProduct/> }.into_any(),
        Route::Product(id) => view! { <products::EditProduct id/> }.into_any(),
        Route::NewBatch(product) => view! { <products::NewBatch product/> }.into_any(),
        Route::Batch(id) => view! { <products::EditBatch id/> }.into_any(),
        Route::Learn(page) => view! { <learn::Learn page is_open=true/> }.into_any(),
        Route::Learned => view! { <learned::Learned/> }.into_any(),
        Route::Data => view! { <data::Data/> }.into_any(),
        Route::Import => view! { <data::Import/> }.into_any(),
        Route::Settings => view! { <settings::Settings/> }.into_any(),
        Route::About => view! { <about::About/> }.into_any(),
        Route::Help => view! { <help::Help/> }.into_any(),
    }
}
