//! Products and batches: what is taken and how strong it is, as it is filled in.

use super::Keeper;
use super::meaning::{difference_of, said};
use crate::form::{BatchForm, ProductForm, WithError, strength};
use crate::sheet::{Problem, Written, batch_form, product_form};
use ebb_core::amount::Estimate;
use ebb_core::entry::EntryId;
use ebb_core::event::{Batch, Event, Product, Settings};
use ebb_core::view::Frame;
use serde_json::{Map, Value};

impl Keeper {
    /// A new product; the first one becomes the usual one.
    pub(super) async fn add_product(&self, form: ProductForm) -> Result<Written, Problem> {
        let (diary, ..) = self.look()?;
        let product = self.product(form, None)?;
        let written = self.write_one(Event::Product(product)).await?;
        if let (None, Some(id)) = (diary.default_product, written.undo) {
            self.usual_product(id).await?;
        }
        Ok(written)
    }

    /// What changes when a product is filled in once more.
    pub(super) fn product_changes(
        &self,
        id: EntryId,
        was: &Product,
        form: ProductForm,
    ) -> Result<Map<String, Value>, Problem> {
        Ok(difference_of(was, &self.product(form, Some((id, was)))?))
    }

    /// A product as it is filled in. Figures that nobody touched stay as they were, to the last digit.
    fn product(&self, form: ProductForm, was: Option<(EntryId, &Product)>) -> Result<Product, Problem> {
        let (diary, ..) = self.look()?;
        let Some(name) = said(form.name) else {
            return Err(self.form(self.words.err_name_missing(), self.words.rec_name_missing()));
        };
        let same_name = diary.product_named(&name).map(|product| product.id);
        if same_name.is_some() && same_name != was.map(|(id, _)| id) {
            return Err(self.form(self.words.err_product_exists(), self.words.rec_product_exists()));
        }
        let before = was.map(|(_, was)| (was, product_form(was)));
        let figure = |typed: Option<WithError>,
                      of: fn(&ProductForm) -> Option<WithError>,
                      kept: fn(&Product) -> Option<Estimate>| {
            match &before {
                Some((was, before)) if of(before) == typed => Ok(kept(was)),
                _ => self.estimate(typed),
            }
        };
        Ok(Product {
            name,
            kind: form.kind,
            mitragynine_mg_per_g: figure(form.mg_per_g, |form| form.mg_per_g, |was| was.mitragynine_mg_per_g)?,
            mitragynine_mg_each: figure(form.mg_each, |form| form.mg_each, |was| was.mitragynine_mg_each)?,
            seven_oh_mg_each: figure(
                form.seven_oh_mg_each,
                |form| form.seven_oh_mg_each,
                |was| was.seven_oh_mg_each,
            )?,
            grams_per_capsule: figure(
                form.grams_per_capsule,
                |form| form.grams_per_capsule,
                |was| was.grams_per_capsule,
            )?,
            grams_per_teaspoon: figure(
                form.grams_per_teaspoon,
                |form| form.grams_per_teaspoon,
                |was| was.grams_per_teaspoon,
            )?,
            tea_grams_per_litre: figure(
                form.tea_grams_per_litre,
                |form| form.tea_grams_per_litre,
                |was| was.tea_grams_per_litre,
            )?,
            note: said(form.note),
        })
    }

    /// A new batch.
    pub(super) async fn add_batch(&self, form: BatchForm) -> Result<Written, Problem> {
        let (_, frame, _) = self.look()?;
        let batch = self.batch(form, &frame, None)?;
        self.write_one(Event::Batch(batch)).await
    }

    /// What changes when a batch is filled in once more.
    pub(super) fn batch_changes(
        &self,
        was: &Batch,
        form: BatchForm,
        frame: &Frame,
    ) -> Result<Map<String, Value>, Problem> {
        Ok(difference_of(was, &self.batch(form, frame, Some(was))?))
    }

    fn batch(&self, form: BatchForm, frame: &Frame, was: Option<&Batch>) -> Result<Batch, Problem> {
        let (diary, ..) = self.look()?;
        if diary.product(form.product).is_none() {
            return Err(self.gone());
        }
        let before = was.map(|was| (was, batch_form(was)));
        let opened = match &before {
            Some((was, before)) if before.when == form.when => was.opened.clone(),
            _ => self.moment(&form.when, frame)?.0,
        };
        let mg_per_g = match &before {
            Some((was, before)) if before.mg_per_g == form.mg_per_g => was.mitragynine_mg_per_g,
            _ => self.estimate(form.mg_per_g)?,
        };
        let tea_grams_per_litre = match &before {
            Some((was, before)) if before.tea_grams_per_litre == form.tea_grams_per_litre => was.tea_grams_per_litre,
            _ => self.estimate(form.tea_grams_per_litre)?,
        };
        Ok(Batch {
            product: form.product,
            opened,
            name: said(form.name),
            mitragynine_mg_per_g: mg_per_g,
            tea_grams_per_litre,
            note: said(form.note),
        })
    }

    /// The product meant when none is named.
    pub(super) async fn usual_product(&self, id: EntryId) -> Result<Written, Problem> {
        self.set(Settings {
            product: Some(id),
            ..Settings::default()
        })
        .await
    }

    /// A strength above zero with its width.
    fn estimate(&self, figure: Option<WithError>) -> Result<Option<Estimate>, Problem> {
        let Some(figure) = figure else { return Ok(None) };
        match strength::estimate(figure) {
            Some(estimate) => Ok(Some(estimate)),
            None => Err(self.form(
                self.words.err_strength_unreadable(),
                self.words.rec_strength_unreadable(),
            )),
        }
    }
}
