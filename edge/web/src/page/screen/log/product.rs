//! Of which product: one of the person's own, or not stated; the first one is named right here.

use super::fields::FilledIn;
use crate::page::route::Route;
use crate::page::state::App;
use crate::sheet::{LogPad, ProductChoice};
use ebb_core::entry::EntryId;
use leptos::prelude::*;

/// The field.
#[component]
pub(super) fn ProductField(filled_in: FilledIn, pad: Memo<LogPad>) -> impl IntoView {
    let products = Memo::new(move |_| pad.with(|pad| pad.products.clone()));
    move || {
        let products = products.get();
        if products.is_empty() {
            view! { <FirstProduct filled_in/> }.into_any()
        } else {
            view! { <Products filled_in pad products/> }.into_any()
        }
    }
}

/// The first product needs no more than a name, and not even that.
#[component]
fn FirstProduct(filled_in: FilledIn) -> impl IntoView {
    let words = App::here().words();
    let draft = filled_in.draft;
    view! {
        <div class="field">
            <label for="new-product">{words.log_product_new()}</label>
            <input class="input" id="new-product" autocomplete="off" aria-describedby="new-product-hint"
                prop:value=move || draft.with(|draft| draft.new_product.clone())
                on:input=move |event| {
                    let name = event_target_value(&event);
                    draft.update(|draft| draft.new_product = name);
                }/>
            <p class="field-hint" id="new-product-hint">{words.log_product_new_hint()}</p>
        </div>
    }
}

#[component]
fn Products(filled_in: FilledIn, pad: Memo<LogPad>, products: Vec<ProductChoice>) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let draft = filled_in.draft;
    let chosen = Memo::new(move |_| draft.with(|draft| draft.product));
    let choose = move |product: Option<EntryId>| {
        filled_in.refill(app, |draft| {
            pad.with_untracked(|pad| draft.choose_product(pad, product))
        });
    };
    let radio = move |product: ProductChoice| {
        let (id, name) = (product.id, product.name.clone());
        view! {
            <label>
                <input type="radio" name="product" prop:checked=move || chosen.get() == Some(id) on:change=move |_| choose(Some(id))/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{words.log_product()}</legend>
            <div class="segments">
                {products.into_iter().map(radio).collect_view()}
                <label>
                    <input type="radio" name="product" prop:checked=move || chosen.get().is_none() on:change=move |_| choose(None)/>
                    <span>{words.log_product_none()}</span>
                </label>
            </div>
            <p class="small"><a href=Route::Products.address()>{words.log_product_add()}</a></p>
        </fieldset>
    }
}
