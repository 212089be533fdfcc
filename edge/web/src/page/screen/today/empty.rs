//! Today before the first line: what to write, and what will be here.

use super::banners::Banners;
use crate::page::parts::Icon;
use crate::page::route::Route;
use crate::page::state::App;
use crate::sheet::{EntryLine, Notice};
use leptos::prelude::*;

/// An empty diary.
#[component]
pub(super) fn Empty(notices: Memo<Option<(Vec<Notice>, Vec<EntryLine>)>>) -> impl IntoView {
    let words = App::here().words();
    let later = [
        ("today", words.today_empty_first(), words.today_empty_first_text()),
        ("history", words.today_empty_days(), words.today_empty_days_text()),
        ("forecast", words.today_empty_weeks(), words.today_empty_weeks_text()),
    ];
    let later = later.into_iter().map(|(icon, when, what)| {
        view! { <li class="item"><Icon name=icon/><span class="item-text">{when}<small>{what}</small></span></li> }
    });
    view! {
        <div class="columns">
            <Banners notices/>
            <div class="column">
                <section class="card empty" aria-labelledby="begin">
                    <span class="art art-diary"></span>
                    <h2 id="begin">{words.today_empty_title()}</h2>
                    <p>{words.today_empty_text()}</p>
                    <p class="actions">
                        <a class="button" href=Route::Log.address()><Icon name="plus"/><span>{words.today_log_first()}</span></a>
                        <a class="button button-quiet" href=Route::Data.address()>{words.today_empty_import()}</a>
                    </p>
                </section>
            </div>
            <div class="column">
                <section class="card" aria-labelledby="later">
                    <h2 id="later">{words.today_empty_later()}</h2>
                    <ul class="rows">{later.collect_view()}</ul>
                    <p class="fine">{words.today_empty_quiet()}</p>
                </section>
            </div>
        </div>
    }
}
