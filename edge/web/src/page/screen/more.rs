//! Everything that has no place of its own at the thumb.

use crate::page::parts::Icon;
use crate::page::shell::groups;
use crate::page::state::App;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn More() -> impl IntoView {
    let app = App::here();
    let groups = groups(app).into_iter().enumerate().map(|(idx, group)| {
        let (id, labelled_by) = (format!("group-{idx}"), format!("group-{idx}"));
        let places = group.places.into_iter().map(|place| {
            view! {
                <li><a class="item" href=place.route.address()>
                    <Icon name=place.icon/>
                    <span class="item-text">{place.name}<small>{place.about}</small></span>
                    <span class="item-end"><Icon name="chevron-right" class="icon icon-small icon-turns"/></span>
                </a></li>
            }
        });
        view! {
            <section class="group" aria-labelledby=labelled_by>
                <h2 id=id>{group.name}</h2>
                <ul class="menu">{places.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <header class="head"><h1>{app.words().web_nav_more()}</h1></header>
        <div>{groups.collect_view()}</div>
    }
}
