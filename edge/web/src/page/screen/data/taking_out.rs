//! Taking one's own diary out, in forms that other programs read. None is encrypted, and that is said before.

use crate::page::parts::Icon;
use crate::page::state::App;
use crate::platform::files;
use crate::sheet::unreadable_file;
use crate::wire::{self, ExportKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
#[component]
pub(super) fn TakingOut() -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let kinds = [
        (ExportKind::Ebb, words.data_out_all(), words.data_out_all_text()),
        (ExportKind::Doses, words.data_out_doses(), words.data_out_table()),
        (ExportKind::CheckIns, words.data_out_check_ins(), words.data_out_table()),
        (ExportKind::Ratings, words.data_out_ratings(), words.data_out_table()),
        (
            ExportKind::PsychonautWiki,
            words.data_out_journal(),
            words.data_out_journal_text(),
        ),
    ];
    let row = move |(kind, name, about): (ExportKind, String, String)| {
        view! {
            <li><button class="item" type="button" on:click=move |_| save(app, kind)>
                <Icon name="file"/>
                <span class="item-text">{name}<small>{about}</small></span>
                <span class="item-end"><Icon name="download" class="icon icon-small"/></span>
            </button></li>
        }
    };
    view! {
        <section class="card" aria-labelledby="data-out">
            <h2 id="data-out">{words.data_out_title()}</h2>
            <div class="notice notice-caution"><Icon name="warning"/><div><p class="small">{words.data_out_open()}</p></div></div>
            <ul class="rows">{kinds.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

fn save(app: App, kind: ExportKind) {
    spawn_local(async move {
        match app.link().ask_file(wire::export(kind)).await {
            Ok(made) => match files::save(&made.name, &made.media_type, &made.bytes) {
                Some(()) => app.say(app.words().data_saved(&made.name)),
                None => app.complain(unreadable_file(&app.words())),
            },
            Err(problem) => app.complain(problem),
        }
    });
}
