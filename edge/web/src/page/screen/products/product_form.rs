//! A product as a form: a name and what it is; everything else may wait.

use super::Back;
use super::strength_field::{StrengthField, Typed};
use crate::form::{AmendForm, Change, ProductForm};
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

/// A new one.
#[component]
pub(in crate::page::screen) fn NewProduct() -> impl IntoView {
    let words = App::here().words();
    let empty = ProductForm {
        name: String::new(),
        kind: ProductKind::Leaf,
        mg_per_g: None,
        mg_each: None,
        seven_oh_mg_each: None,
        grams_per_capsule: None,
        grams_per_teaspoon: None,
        tea_grams_per_litre: None,
        note: String::new(),
    };
    view! {
        <header class="head"><Back/><h1>{words.products_add()}</h1></header>
        <Form form=empty send=wire::add_product/>
    }
}

/// One that is there, to change or to remove.
#[component]
pub(in crate::page::screen) fn EditProduct(id: EntryId) -> impl IntoView {
    let sheet = Sheet::of(wire::products);
    let change = move |form: ProductForm| {
        let change = Change::Product(Box::new(form));
        wire::amend(AmendForm { id, change })
    };
    view! {
        <Await sheet view=move |products: Products| {
            match products.cards.into_iter().find(|card| card.id == id) {
                None => view! { <super::Gone/> }.into_any(),
                Some(card) => view! {
                    <header class="head"><Back/><h1>{card.name}</h1></header>
                    <Form form=card.form send=change/>
                    <Remove id/>
                }.into_any(),
            }
        }/>
    }
}

/// Removes a product. Its doses stay; that is said before.
#[component]
fn Remove(id: EntryId) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    view! {
        <div class="narrow stack">
            <p class="small quiet">{words.products_remove_text()}</p>
            <p><button class="button button-danger" type="button"
                on:click=move |_| app.write(wire::remove(id), move || app.go(&Route::Products))>
                <Icon name="trash" class="icon icon-small"/><span>{words.products_remove()}</span>
            </button></p>
        </div>
    }
}

/// What is filled in; a handle, free to copy.
#[derive(Clone, Copy)]
struct Filled {
    name: RwSignal<String>,
    kind: RwSignal<ProductKind>,
    mg_per_g: Typed,
    mg_each: Typed,
    seven_oh_mg_each: Typed,
    grams_per_capsule: Typed,
    grams_per_teaspoon: Typed,
    tea_grams_per_litre: Typed,
    note: RwSignal<String>,
}

impl Filled {
    fn of(form: ProductForm) -> Self {
        Self {
            name: RwSignal::new(form.name),
            kind: RwSignal::new(form.kind),
            mg_per_g: Typed::of(form.mg_per_g),
            mg_each: Typed::of(form.mg_each),
            seven_oh_mg_each: Typed::of(form.seven_oh_mg_each),
            grams_per_capsule: Typed::of(form.grams_per_capsule),
            grams_per_teaspoon: Typed::of(form.grams_per_teaspoon),
            tea_grams_per_litre: Typed::of(form.tea_grams_per_litre),
            note: RwSignal::new(form.note),
        }
    }

    /// The form; `Err` when a figure is none, which its field then says.
    fn read(self) -> Result<ProductForm, ()> {
        Ok(ProductForm {
            name: self.name.get_untracked(),
            kind: self.kind.get_untracked(),
            mg_per_g: self.mg_per_g.read()?,
            mg_each: self.mg_each.read()?,
            seven_oh_mg_each: self.seven_oh_mg_each.read()?,
            grams_per_capsule: self.grams_per_capsule.read()?,
            grams_per_teaspoon: self.grams_per_teaspoon.read()?,
            tea_grams_per_litre: self.tea_grams_per_litre.read()?,
            note: self.note.get_untracked(),
        })
    }
}

#[component]
fn Form(form: ProductForm, send: impl Fn(ProductForm) -> Asked<Written> + Copy + 'static) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let filled = Filled::of(form);
    let problem = RwSignal::new(None::<Problem>);
    let is_busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(form) = filled.read() else { return };
        if is_busy.get_untracked() {
            return;
        }
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
    view! {
        <form class="narrow" on:submit=submit>
            <div class="card stack">
                <div class="field">
                    <label for="product-name">{words.products_name()}</label>
                    <input class="input" id="product-name" required autocomplete="off" maxlength="200"
                        prop:value=move || filled.name.get() on:input=move |event| filled.name.set(event_target_value(&event))/>
                </div>
                <Kinds kind=filled.kind/>
                <Strengths filled/>
                <div class="field">
                    <label for="product-note">{words.products_note()}</label>
                    <textarea class="input" id="product-note" rows="2" prop:value=move || filled.note.get()
                        on:input=move |event| filled.note.set(event_target_value(&event))></textarea>
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

/// What it is, with what that means for a forecast.
#[component]
fn Kinds(kind: RwSignal<ProductKind>) -> impl IntoView {
    let words = App::here().words();
    let choice = move |which: ProductKind, name: String, hint: String| {
        view! {
            <label class="choice">
                <input type="radio" name="product-kind" prop:checked=move || kind.get() == which on:change=move |_| kind.set(which)/>
                <span>{name}<small>{hint}</small></span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{words.products_kind()}</legend>
            <div class="choices">
                {choice(ProductKind::Leaf, words.products_leaf(), words.products_leaf_hint())}
                {choice(ProductKind::Extract, words.products_extract(), words.products_extract_hint())}
                {choice(ProductKind::SevenOh, words.products_seven_oh(), words.products_diary_only_hint())}
                {choice(ProductKind::OtherAlkaloid, words.products_other(), words.products_other_hint())}
            </div>
        </fieldset>
    }
}

/// Strength and measures that fit the kind, folded: none of them is needed.
#[component]
fn Strengths(filled: Filled) -> impl IntoView {
    let words = App::here().words();
    let is_open = [
        filled.mg_per_g,
        filled.mg_each,
        filled.seven_oh_mg_each,
        filled.grams_per_capsule,
        filled.grams_per_teaspoon,
        filled.tea_grams_per_litre,
    ]
    .into_iter()
    .any(|typed| matches!(typed.read(), Ok(Some(_))));
    let is_leaf = move || filled.kind.get() == ProductKind::Leaf;
    let has_mitragynine = move || matches!(filled.kind.get(), ProductKind::Leaf | ProductKind::Extract);
    let is_extract = move || filled.kind.get() == ProductKind::Extract;
    let is_seven_oh = move || filled.kind.get() == ProductKind::SevenOh;
    let (of_extract, of_seven_oh, of_leaf) = (words.clone(), words.clone(), words.clone());
    view! {
        <details class="fold" open=is_open>
            <summary>{words.products_strength()}</summary>
            <div class="fold-body stack">
                <p class="small quiet">{words.products_strength_hint()}</p>
                <Show when=has_mitragynine>
                    <StrengthField id="product-mg" label=of_extract.products_mg_per_gram_field() typed=filled.mg_per_g/>
                </Show>
                <Show when=is_extract>
                    <StrengthField id="product-mg-each" label=words.products_mg_each_field() typed=filled.mg_each/>
                </Show>
                <Show when=is_seven_oh>
                    <StrengthField id="product-seven-oh" label=of_seven_oh.products_seven_oh_each_field() typed=filled.seven_oh_mg_each/>
                </Show>
                <Show when=is_leaf>
                    <StrengthField id="product-capsule" label=of_leaf.products_capsule_field() typed=filled.grams_per_capsule/>
                    <StrengthField id="product-teaspoon" label=of_leaf.products_teaspoon_field() typed=filled.grams_per_teaspoon/>
                    <StrengthField id="product-tea" label=of_leaf.products_tea_field() typed=filled.tea_grams_per_litre/>
                </Show>
            </div>
        </details>
    }
}
