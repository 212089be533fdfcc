//! A place for a file: choose it, or drop it anywhere on the screen while this is shown. What is dropped elsewhere never
//! makes the browser leave the app.

use super::parts::Icon;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The place. `chosen` is called with the file.
#[component]
pub(super) fn FileDrop(
    title: Signal<String>,
    hint: String,
    is_busy: Signal<bool>,
    chosen: impl Fn(web_sys::File) + Copy + 'static,
) -> impl IntoView {
    let is_over = RwSignal::new(false);
    let take = move |file: Option<web_sys::File>| {
        if let Some(file) = file.filter(|_| !is_busy.get_untracked()) {
            chosen(file);
        }
    };
    take_drops(is_over, take);
    let choose = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        take(input.files().and_then(|files| files.get(0)));
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <label class="drop" class:drop-over=move || is_over.get() aria-busy=move || is_busy.get().to_string()>
            <Icon name="import"/>
            <span class="strong">{move || title.get()}</span>
            <span class="quiet small">{hint}</span>
            <input type="file" on:change=choose disabled=move || is_busy.get()/>
        </label>
    }
}

/// Listens to the whole window for as long as the place is shown.
fn take_drops(is_over: RwSignal<bool>, take: impl Fn(Option<web_sys::File>) + 'static) {
    let over = window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        if !is_over.get_untracked() {
            is_over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        // The pointer left the window, not only a part of it.
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        is_over.set(false);
        let files = event.data_transfer().and_then(|dragged| dragged.files());
        take(files.and_then(|files| files.get(0)));
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
    });
}

/// A button that opens the browser's own chooser.
#[component]
pub(super) fn FileButton(
    label: String,
    is_busy: Signal<bool>,
    chosen: impl Fn(web_sys::File) + 'static,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            chosen(file);
        }
        input.set_value("");
    };
    let open = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let name = label.clone();
    view! {
        <button class="button button-quiet" type="button" disabled=move || is_busy.get() on:click=open>
            <Icon name="upload" class="icon icon-small"/><span>{label}</span>
        </button>
        <input type="file" hidden node_ref=input aria-label=name on:change=choose/>
    }
}
