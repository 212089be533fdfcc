//! A batch as a form: a new bag, bottle or brew of a product, perhaps of another strength.

use super::Back;
use super::strength_field::{StrengthField, Typed};
use crate::form::{AmendForm, BatchForm, Change, When};
use crate::page::parts::{Await, Icon, ProblemBox};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{Problem, Products, Written};
use crate::wire::{self, Asked};
use ebb_core::entry::EntryId;
use ebb_core::event::ProductKind;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A new one of this product.
#[component]
pub(in crate::page::screen) fn NewBatch(product: EntryId) -> impl IntoView {
    let sheet = Sheet::of(wire::products);
    view! {
        <Await sheet view=move |products: Products| {
            let now = products.now.clone();
            match products.cards.into_iter().find(|card| card.id == product) {
                None => view! { <super::Gone/> }.into_any(),
                Some(card) => {
                    let form = BatchForm {
                        product,
                        when: When::Wall(now.clone()),
                        name: String::new(),
                        mg_per_g: None,
                        tea_grams_per_litre: None,
                        note: String::new(),
                    };
                    view! {
                        <header class="head"><Back/><h1>{App::here().words().products_new_batch_of(&card.name)}</h1>
                            <p>{App::here().words().products_batch_why()}</p></header>
                        <Form form kind=card.form.kind now send=wire::add_batch/>
                    }.into_any()
                }
            }
        }/>
    }
}

/// One that is there, to change or to remove.
#[component]
pub(in crate::page::screen) fn EditBatch(id: EntryId) -> impl IntoView {
    let app = App::here();
    let sheet = Sheet::of(wire::products);
    let change = move |form: BatchForm| {
        wire::amend(AmendForm {
            id,
            change: Change::Batch(form),
        })
    };
    view! {
        <Await sheet view=move |products: Products| {
            let now = products.now.clone();
            let found = products.cards.into_iter().find_map(|card| {
                let kind = card.form.kind;
                card.batches.into_iter().find(|batch| batch.id == id).map(|batch| (kind, card.name, batch))
            });
            match found {
                None => view! { <super::Gone/> }.into_any(),
                Some((kind, product, batch)) => view! {
                    <header class="head"><Back/><h1>{batch.name}</h1><p>{product}</p></header>
                    <Form form=batch.form kind now send=change/>
                    <div class="narrow"><p><button class="button button-danger" type="button"
                        on:click=move |_| app.write(wire::remove(id), move || app.go(&Route::Products))>
                        <Icon name="trash" class="icon icon-small"/><span>{app.words().products_remove_batch()}</span>
                    </button></p></div>
                }.into_any(),
            }
        }/>
    }
}

#[component]
fn Form(
    form: BatchForm,
    kind: ProductKind,
    now: String,
    send: impl Fn(BatchForm) -> Asked<Written> + Copy + 'static,
) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let product = form.product;
    let opened_at = match form.when {
        When::Wall(wall) => wall,
        _ => now.clone(),
    };
    // What nobody touched is sent as it came: a batch opened in another minute of the same hour stays so.
    let opened = RwSignal::new(opened_at);
    let name = RwSignal::new(form.name);
    let note = RwSignal::new(form.note);
    let (mg_per_g, tea) = (Typed::of(form.mg_per_g), Typed::of(form.tea_grams_per_litre));
    let problem = RwSignal::new(None::<Problem>);
    let is_busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Ok(mg_per_g), Ok(tea_grams_per_litre)) = (mg_per_g.read(), tea.read()) else {
            return;
        };
        if is_busy.get_untracked() {
            return;
        }
        let form = BatchForm {
            product,
            when: When::Wall(opened.get_untracked()),
            name: name.get_untracked(),
            mg_per_g,
            tea_grams_per_litre,
            note: note.get_untracked(),
        };
        is_busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let outcome = app.link().ask(send(form)).await;
            is_busy.try_set(false);
            match outcome {
                Ok(written) => {
                    app.wrote(written);
                    app.go(&Route::Products);
                }
                Err(what) => {
                    problem.try_set(Some(what));
                }
            }
        });
    };
    let has_mitragynine = matches!(kind, ProductKind::Leaf | ProductKind::Extract);
    view! {
        <form class="narrow" on:submit=submit>
            <div class="card stack">
                <div class="field">
                    <label for="batch-opened">{words.products_opened_when()}</label>
                    <input class="input" id="batch-opened" type="datetime-local" required max=now
                        prop:value=move || opened.get() on:input=move |event| opened.set(event_target_value(&event))/>
                    <p class="field-hint">{words.products_opened_hint()}</p>
                </div>
                <div class="field">
                    <label for="batch-name">{words.products_batch_name()}</label>
                    <input class="input" id="batch-name" autocomplete="off" maxlength="200"
                        prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event))/>
                </div>
                {has_mitragynine.then(|| view! {
                    <StrengthField id="batch-mg" label=words.products_mg_per_gram_field() typed=mg_per_g hint=words.products_strength_hint()/>
                })}
                {(kind == ProductKind::Leaf).then(|| view! {
                    <StrengthField id="batch-tea" label=words.products_tea_field() typed=tea/>
                })}
                <div class="field">
                    <label for="batch-note">{words.products_note()}</label>
                    <textarea class="input" id="batch-note" rows="2" prop:value=move || note.get()
                        on:input=move |event| note.set(event_target_value(&event))></textarea>
                </div>
                <div role="status">{move || problem.get().map(|problem| view! { <ProblemBox problem/> })}</div>
                <div class="actions">
                    <button class="button" type="submit" aria-disabled=move || is_busy.get().to_string()>{words.web_save()}</button>
                    <a class="button button-text" href=Route::Products.address()>{words.products_cancel()}</a>
                </div>
            </div>
        </form>
    }
}
