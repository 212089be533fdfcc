//! `ebb product` and `ebb batch`: what is taken and how strong it is.

use super::when;
use crate::args::{Batch, Kind, Product, ProductAction, ProductAdd};
use crate::error::Usage;
use crate::session::Session;
use crate::term;
use anyhow::{Result, bail};
use ebb_core::amount::{Estimate, LABEL_LOG_SD};
use ebb_core::event::{self, Event, ProductKind, Settings};
use ebb_present::{screen, text};
use serde_json::json;

/// Adds or lists products.
pub(super) fn product(args: &Product, json: bool) -> Result<()> {
    let session = Session::open()?;
    match &args.action {
        None => list(&session, json),
        Some(ProductAction::Add(add)) => add_product(session, add, json),
        Some(ProductAction::Default { name }) => set_default(session, name, json),
    }
}

fn list(session: &Session, json: bool) -> Result<()> {
    if json {
        let products: Vec<_> = session
            .diary
            .products
            .iter()
            .map(|p| json!({ "id": p.id.to_string(), "is_default": session.diary.default_product == Some(p.id), "product": p.body }))
            .collect();
        return term::say_json(&json!({ "products": products }));
    }
    term::say(&screen::entries::products(
        &super::entries::voice(session),
        &session.diary,
    ))
}

fn add_product(mut session: Session, add: &ProductAdd, json: bool) -> Result<()> {
    if session.diary.product_named(&add.name).is_some() {
        bail!(Usage::new(
            "a product of this name is there already",
            "`ebb batch NAME` opens a new bag of it"
        ));
    }
    let product = event::Product {
        name: add.name.clone(),
        kind: match add.kind {
            Kind::Leaf => ProductKind::Leaf,
            Kind::Extract => ProductKind::Extract,
            Kind::SevenOh => ProductKind::SevenOh,
            Kind::Other => ProductKind::OtherAlkaloid,
        },
        mitragynine_mg_per_g: estimate(add.mg_per_g.as_deref())?,
        mitragynine_mg_each: estimate(add.mg_each.as_deref())?,
        seven_oh_mg_each: estimate(add.seven_oh_mg_each.as_deref())?,
        grams_per_capsule: estimate(add.grams_per_capsule.as_deref())?,
        grams_per_teaspoon: estimate(add.grams_per_teaspoon.as_deref())?,
        tea_grams_per_litre: estimate(add.tea_grams_per_litre.as_deref())?,
        note: add.note.clone(),
    };
    let ids = session.write(vec![Event::Product(product)])?;
    if let (None, Some(id)) = (session.diary.default_product, ids.first()) {
        session.write(vec![Event::Settings(Settings {
            product: Some(*id),
            ..Settings::default()
        })])?;
    }
    say_id(
        json,
        "added",
        ids.first().map(ToString::to_string),
        &format!("Added {}.", text::for_terminal(&add.name)),
    )
}

fn set_default(mut session: Session, name: &str, json: bool) -> Result<()> {
    let Some(product) = session.diary.product_named(name).map(|p| p.id) else {
        bail!(Usage::new("no product has this name", "`ebb product` lists them"));
    };
    session.write(vec![Event::Settings(Settings {
        product: Some(product),
        ..Settings::default()
    })])?;
    say_id(
        json,
        "default",
        Some(product.to_string()),
        &format!("{} is meant when none is named.", text::for_terminal(name)),
    )
}

/// Opens a new batch.
pub(super) fn batch(args: &Batch, json: bool) -> Result<()> {
    let mut session = Session::open()?;
    let Some(product) = session.diary.product_named(&args.product).map(|p| p.id) else {
        bail!(Usage::new(
            "no product has this name",
            "`ebb product` lists them, `ebb product add` makes one"
        ));
    };
    let batch = event::Batch {
        product,
        opened: when::moment(args.when.as_deref(), &session.frame)?,
        name: args.name.clone(),
        mitragynine_mg_per_g: estimate(args.mg_per_g.as_deref())?,
        tea_grams_per_litre: estimate(args.tea_grams_per_litre.as_deref())?,
        note: args.note.clone(),
    };
    let ids = session.write(vec![Event::Batch(batch)])?;
    let said = "New batch. From now on doses of this product come from it, so a change of strength is not mistaken for a change of tolerance.";
    say_id(json, "opened", ids.first().map(ToString::to_string), said)
}

fn say_id(json: bool, key: &str, id: Option<String>, said: &str) -> Result<()> {
    if json {
        term::say_json(&json!({ key: id }))
    } else {
        term::say(said)
    }
}

/// `15`, `15±3` or `15+-3`. Without an error the one of a label holds.
fn estimate(said: Option<&str>) -> Result<Option<Estimate>> {
    let Some(said) = said else { return Ok(None) };
    let said = said.replace("+-", "±").replace(',', ".");
    let (value, error) = match said.split_once('±') {
        Some((value, error)) => (value, Some(error)),
        None => (said.as_str(), None),
    };
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|v| v.is_finite() && *v > 0.0);
    let (value, sd) = match (number(value), error.map(number)) {
        (Some(value), None) => (value, None),
        (Some(value), Some(Some(sd))) => (value, Some(sd)),
        _ => bail!(Usage::new(
            "a strength must be a number above zero",
            "for example 15 or 15±3"
        )),
    };
    let log_sd = match sd {
        Some(sd) => (sd / value).powi(2).ln_1p().sqrt(),
        None => LABEL_LOG_SD,
    };
    Ok(Some(Estimate { value, log_sd }))
}
