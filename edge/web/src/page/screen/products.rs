//! Products and their batches: what is taken and how strong it is.

mod batch_form;
mod product_form;
mod strength_field;

pub(super) use batch_form::{EditBatch, NewBatch};
pub(super) use product_form::{EditProduct, NewProduct};

use crate::page::parts::{Await, Icon};
use crate::page::route::Route;
use crate::page::state::{App, Sheet};
use crate::sheet::{BatchCard, Fact, ProductCard, Products as ProductsSheet};
use crate::wire;
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn Products() -> impl IntoView {
    let sheet = Sheet::of(wire::products);
    view! {
        <Await sheet view=move |products: ProductsSheet| {
            if products.cards.is_empty() {
                view! { <Empty/> }.into_any()
            } else {
                view! { <Cards cards=products.cards/> }.into_any()
            }
        }/>
    }
}

#[component]
fn Empty() -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="head"><h1>{words.web_nav_products()}</h1></header>
        <div class="narrow">
            <section class="card empty">
                <span class="art art-products"></span>
                <h2>{words.web_empty_products_title()}</h2>
                <p>{words.web_empty_products_text()}</p>
                <p>{words.web_empty_products_batch()}</p>
                <p class="actions"><a class="button" href=Route::NewProduct.address()>{words.products_add()}</a></p>
            </section>
        </div>
    }
}

#[component]
fn Cards(cards: Vec<ProductCard>) -> impl IntoView {
    let words = App::here().words();
    let half = cards.len().div_ceil(2);
    let card = |card: ProductCard| view! { <Product card/> };
    let mut first = cards;
    let second = first.split_off(half);
    view! {
        <header class="head">
            <div class="head-row">
                <h1>{words.web_nav_products()}</h1>
                <a class="button button-quiet" href=Route::NewProduct.address()>
                    <Icon name="plus" class="icon icon-small"/><span>{words.products_add()}</span>
                </a>
            </div>
            <p>{words.products_lead()}</p>
        </header>
        <div class="columns">
            <div class="column">{first.into_iter().map(card).collect_view()}</div>
            <div class="column">{second.into_iter().map(card).collect_view()}</div>
        </div>
    }
}

#[component]
fn Product(card: ProductCard) -> impl IntoView {
    let app = App::here();
    let words = app.words();
    let id = card.id;
    let heading = format!("product-{id}");
    let tag = if card.diary_only.is_some() {
        Some(view! { <span class="tag tag-caution">{words.products_diary_only()}</span> }.into_any())
    } else if card.is_usual {
        Some(view! { <span class="tag">{words.products_usual()}</span> }.into_any())
    } else {
        None
    };
    let can_be_usual = !card.is_usual;
    let name = card.name.clone();
    view! {
        <section class="card" aria-labelledby=heading.clone()>
            <div class="card-head"><h2 id=heading>{card.name}</h2>{tag}</div>
            <p class="quiet">{card.kind}</p>
            {card.diary_only.map(|why| view! {
                <div class="notice"><Icon name="info"/><div><p class="small">{why}</p></div></div>
            })}
            <Facts facts=card.facts/>
            {card.note.map(|note| view! { <p class="small">{note}</p> })}
            <Batches batches=card.batches/>
            <div class="actions">
                <a class="button button-quiet" href=Route::NewBatch(id).address()
                    aria-label=words.products_new_batch_of(&name)>{words.products_new_batch()}</a>
                <a class="button button-text" href=Route::Product(id).address()
                    aria-label=words.products_change_named(&name)>{words.products_change()}</a>
                {can_be_usual.then(|| view! {
                    <button class="button button-text" type="button" aria-label=words.products_make_usual_named(&name)
                        on:click=move |_| app.write(wire::usual_product(id), || {})>{words.products_make_usual()}</button>
                })}
            </div>
        </section>
    }
}

/// What is known of strength and measures, each with its range.
#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoView {
    let words = App::here().words();
    if facts.is_empty() {
        return view! { <p class="quiet small">{words.products_strength_unknown()}</p> }.into_any();
    }
    let fact = move |fact: Fact| {
        view! {
            <div class="stat">
                <dt>{fact.label}</dt>
                <dd>
                    <span class="stat-value">{fact.value}</span>
                    <span class="stat-unit">{fact.unit}</span>
                    <span class="stat-range">{words.products_likely(&fact.range)}</span>
                </dd>
            </div>
        }
    };
    view! { <dl class="stats">{facts.into_iter().map(fact).collect_view()}</dl> }.into_any()
}

#[component]
fn Batches(batches: Vec<BatchCard>) -> impl IntoView {
    let words = App::here().words();
    if batches.is_empty() {
        return ().into_any();
    }
    let in_use = words.products_in_use();
    let row = move |batch: BatchCard| {
        let tag = batch
            .is_in_use
            .then(|| view! { <span class="tag">{in_use.clone()}</span> });
        view! {
            <li><a class="item" href=Route::Batch(batch.id).address()>
                <Icon name="batch"/>
                <span class="item-text">{batch.name}<small>{batch.said}</small></span>
                <span class="item-end">{tag}<Icon name="chevron-right" class="icon icon-small icon-turns"/></span>
            </a></li>
        }
    };
    view! { <h3>{words.products_batches()}</h3><ul class="rows">{batches.into_iter().map(row).collect_view()}</ul> }
        .into_any()
}

/// The way back to the list.
#[component]
fn Back() -> impl IntoView {
    let words = App::here().words();
    view! {
        <a class="back" href=Route::Products.address()>
            <Icon name="chevron-left" class="icon icon-small icon-turns"/>{words.web_nav_products()}
        </a>
    }
}

/// What was looked for is not there any more.
#[component]
fn Gone() -> impl IntoView {
    let words = App::here().words();
    view! {
        <header class="head"><Back/><h1>{words.web_nav_products()}</h1></header>
        <div class="narrow"><p>{words.err_entry_gone()}" "{words.rec_entry_gone()}</p></div>
    }
}
