//! What a logged amount means: grams of leaf as typed, and milligrams of mitragynine with their error.
//!
//! Strength comes from the entry itself, else the batch, else the product, else the evidence tables. What none of them
//! knows stays unknown (rule 6): an extract of unstated strength has no milligrams here, whatever it weighs.

use crate::amount::{Each, Estimate, LABEL_LOG_SD, Quantity, Unit};
use crate::diary::{Diary, Logged};
use crate::entry::EntryId;
use crate::event::{Batch, Dose, Product, ProductKind};
use ebb_evidence::{Cited, cited};
use std::collections::BTreeMap;

/// A number of milligrams and the two parts of its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Milligrams {
    /// Median, mg.
    pub mg: f64,
    /// Log-sd of this one entry (weighing, spooning, counting): independent between doses.
    pub entry_log_sd: f64,
    /// Log-sd of the strength: shared by all doses of the same group.
    pub strength_log_sd: f64,
}

/// A dose, understood as far as it can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolved {
    /// What kind of product.
    pub kind: ProductKind,
    /// Grams of leaf, as typed or counted; `None` for extracts, 7-OH, tea of unknown strength and unknown amounts.
    pub leaf_grams: Option<f64>,
    /// Mitragynine, if the strength is known.
    pub mitragynine: Option<Milligrams>,
    /// 7-hydroxymitragynine of a 7-OH product, mg.
    pub seven_oh: Option<Milligrams>,
    /// Doses with the same group share the error of their strength.
    pub group: Option<EntryId>,
}

/// Looks strengths up. Build one for a pass over many doses.
#[derive(Debug)]
pub struct Resolver<'a> {
    products: BTreeMap<EntryId, &'a Product>,
    batches: BTreeMap<EntryId, Vec<&'a Logged<Batch>>>,
    batch_by_id: BTreeMap<EntryId, &'a Logged<Batch>>,
    /// What a dose of no named product is taken for: the person's usual product, if that is leaf. A default of another
    /// kind holds for what is logged from then on and must not turn older doses into something else.
    default_product: Option<EntryId>,
}

impl<'a> Resolver<'a> {
    /// A resolver for the products and batches of `diary`.
    #[must_use]
    pub fn new(diary: &'a Diary) -> Self {
        let mut batches: BTreeMap<EntryId, Vec<&Logged<Batch>>> = BTreeMap::new();
        for batch in &diary.batches {
            batches.entry(batch.body.product).or_default().push(batch);
        }
        let products: BTreeMap<EntryId, &Product> = diary.products.iter().map(|p| (p.id, &p.body)).collect();
        let is_leaf = |id: &EntryId| products.get(id).is_some_and(|p| p.kind == ProductKind::Leaf);
        Self {
            default_product: diary.default_product.filter(is_leaf),
            products,
            batches,
            batch_by_id: diary.batches.iter().map(|b| (b.id, b)).collect(),
        }
    }

    /// Understands one dose.
    #[must_use]
    pub fn resolve(&self, dose: &Dose) -> Resolved {
        let named_batch = dose.batch.and_then(|id| self.batch_by_id.get(&id).copied());
        let product_id = dose
            .product
            .or(named_batch.map(|b| b.body.product))
            .or(self.default_product);
        let product = product_id.and_then(|id| self.products.get(&id).copied());
        let batch = self.batch_of(dose, product_id, named_batch);
        let quantity = dose.amount.as_ref().filter(|q| q.is_usable());
        let kind = kind_of(product, quantity);
        let group = batch.map(|b| b.id).or(product_id);
        let mut resolved = Resolved {
            kind,
            leaf_grams: None,
            mitragynine: None,
            seven_oh: None,
            group,
        };
        let Some(quantity) = quantity else { return resolved };
        if quantity.value <= 0.0 {
            // Nothing of anything is nothing, whatever its strength.
            let nothing = Milligrams {
                mg: 0.0,
                entry_log_sd: 0.0,
                strength_log_sd: 0.0,
            };
            resolved.leaf_grams = (kind == ProductKind::Leaf).then_some(0.0);
            resolved.mitragynine = kind.has_forecast().then_some(nothing);
            resolved.seven_oh = (kind == ProductKind::SevenOh).then_some(nothing);
            return resolved;
        }
        let strength = Strength {
            product,
            batch: batch.map(|b| &b.body),
            kind,
        };
        if let Some(grams) = strength.grams(quantity) {
            if kind == ProductKind::Leaf {
                resolved.leaf_grams = Some(grams.value);
            }
            resolved.mitragynine = strength.mg_per_gram().map(|per_gram| Milligrams {
                mg: grams.value * per_gram.value,
                entry_log_sd: entry_log_sd(quantity),
                strength_log_sd: grams.log_sd.hypot(per_gram.log_sd),
            });
        }
        if let Some(mg) = strength.mitragynine_direct(quantity) {
            resolved.mitragynine = Some(mg);
        }
        resolved.seven_oh = strength.seven_oh(quantity);
        resolved
    }

    /// The batch named, or the newest of the product opened by then. A batch of another product is a slip and ignored.
    fn batch_of(
        &self,
        dose: &Dose,
        product: Option<EntryId>,
        named: Option<&'a Logged<Batch>>,
    ) -> Option<&'a Logged<Batch>> {
        let product = product?;
        if let Some(batch) = named.filter(|b| b.body.product == product) {
            return Some(batch);
        }
        self.batches
            .get(&product)?
            .iter()
            .rev()
            .find(|b| b.body.opened.at <= dose.when.at)
            .copied()
    }
}

/// What the dose is: 7-OH if its amount can mean nothing else, whatever the product says (rule 9); else as the product
/// says; else leaf.
fn kind_of(product: Option<&Product>, quantity: Option<&Quantity>) -> ProductKind {
    let is_seven_oh = quantity.is_some_and(|q| q.unit == Unit::MgSevenOh || matches!(q.each, Some(Each::MgSevenOh(_))));
    match (product.map(|p| p.kind), is_seven_oh) {
        (Some(kind), true) if !kind.has_forecast() => kind,
        (_, true) => ProductKind::SevenOh,
        (Some(kind), false) => kind,
        (None, false) => ProductKind::Leaf,
    }
}

struct Strength<'a> {
    product: Option<&'a Product>,
    batch: Option<&'a Batch>,
    kind: ProductKind,
}

impl Strength<'_> {
    /// What the product says, if it is usable.
    fn product(&self, says: impl Fn(&Product) -> Option<Estimate>) -> Option<Estimate> {
        self.product.and_then(says).and_then(Estimate::usable)
    }

    /// What the batch says, else the product.
    fn batch_or_product(
        &self,
        of_batch: impl Fn(&Batch) -> Option<Estimate>,
        of_product: impl Fn(&Product) -> Option<Estimate>,
    ) -> Option<Estimate> {
        let batch = self.batch.and_then(of_batch).and_then(Estimate::usable);
        batch.or_else(|| self.product(of_product))
    }

    /// Grams of the product in `quantity`; the error is that of the unit, not of the entry.
    fn grams(&self, quantity: &Quantity) -> Option<Estimate> {
        let exact = |value: f64| Some(Estimate { value, log_sd: 0.0 });
        let each = match quantity.each {
            Some(Each::Grams(each)) => each.usable(),
            _ => None,
        };
        let per_one = match quantity.unit {
            Unit::Gram => return exact(quantity.value),
            Unit::Milligram => return exact(quantity.value / 1000.0),
            Unit::MgMitragynine | Unit::MgSevenOh => None,
            Unit::TeaMl => each.or_else(|| {
                let per_litre = self.batch_or_product(|b| b.tea_grams_per_litre, |p| p.tea_grams_per_litre)?;
                Some(scaled(per_litre, 1.0 / 1000.0))
            }),
            Unit::Teaspoon => each
                .or_else(|| self.product(|p| p.grams_per_teaspoon))
                .or_else(|| self.leaf(cited::TEASPOON_GRAMS)),
            // A person who weighed their teaspoon has said something about their tablespoon too.
            Unit::Tablespoon => each
                .or_else(|| {
                    let ratio = cited::TABLESPOON_GRAMS.value / cited::TEASPOON_GRAMS.value;
                    Some(scaled(self.product(|p| p.grams_per_teaspoon)?, ratio))
                })
                .or_else(|| self.leaf(cited::TABLESPOON_GRAMS)),
            Unit::Capsule => each
                .or_else(|| self.product(|p| p.grams_per_capsule))
                .or_else(|| self.leaf(cited::CAPSULE_GRAMS)),
            Unit::Piece => each,
        }?;
        Some(scaled(per_one, quantity.value))
    }

    /// The table's figure, which was measured on leaf powder and says nothing of other products.
    fn leaf(&self, row: &Cited) -> Option<Estimate> {
        (self.kind == ProductKind::Leaf).then(|| estimate(row))
    }

    fn mg_per_gram(&self) -> Option<Estimate> {
        self.batch_or_product(|b| b.mitragynine_mg_per_g, |p| p.mitragynine_mg_per_g)
            .or_else(|| self.leaf(cited::LEAF_MITRAGYNINE))
    }

    /// Milligrams stated without the way over grams.
    fn mitragynine_direct(&self, quantity: &Quantity) -> Option<Milligrams> {
        let per_one = match (quantity.unit, quantity.each) {
            (Unit::MgMitragynine, _) => one_labelled_mg(),
            (_, Some(Each::MgMitragynine(each))) => each.usable()?,
            (Unit::Piece | Unit::Capsule, None) => self.product(|p| p.mitragynine_mg_each)?,
            _ => return None,
        };
        Some(per_piece(quantity, per_one))
    }

    fn seven_oh(&self, quantity: &Quantity) -> Option<Milligrams> {
        let per_one = match (quantity.unit, quantity.each) {
            (Unit::MgSevenOh, _) => one_labelled_mg(),
            (_, Some(Each::MgSevenOh(each))) => each.usable()?,
            (Unit::Piece | Unit::Capsule, None) => self.product(|p| p.seven_oh_mg_each)?,
            _ => return None,
        };
        Some(per_piece(quantity, per_one))
    }
}

fn scaled(estimate: Estimate, by: f64) -> Estimate {
    Estimate {
        value: estimate.value * by,
        ..estimate
    }
}

fn per_piece(quantity: &Quantity, each: Estimate) -> Milligrams {
    Milligrams {
        mg: quantity.value * each.value,
        entry_log_sd: entry_log_sd(quantity),
        strength_log_sd: each.log_sd,
    }
}

/// One milligram as a label states it, trusted no further than one batch of leaf says of the next.
fn one_labelled_mg() -> Estimate {
    Estimate {
        value: 1.0,
        log_sd: LABEL_LOG_SD,
    }
}

/// The row as an estimate, with its own spread or the smallest that covers its range.
fn estimate(row: &Cited) -> Estimate {
    Estimate {
        value: row.value,
        log_sd: row.width_log_sd().unwrap_or_default(),
    }
}

/// Log-sd of one entry: as stated with it, else by how such amounts are measured.
fn entry_log_sd(quantity: &Quantity) -> f64 {
    if let Some(sd) = quantity
        .sd
        .filter(|sd| sd.is_finite() && *sd >= 0.0 && quantity.value > 0.0)
    {
        let relative = sd / quantity.value;
        return relative.mul_add(relative, 1.0).ln().sqrt();
    }
    match quantity.unit {
        Unit::Gram | Unit::Milligram | Unit::MgMitragynine | Unit::MgSevenOh => cited::ENTRY_ERROR_SCALE.value,
        Unit::Teaspoon | Unit::Tablespoon | Unit::TeaMl => cited::ENTRY_ERROR_SPOON.value,
        Unit::Capsule | Unit::Piece => cited::ENTRY_ERROR_CAPSULE.value,
    }
}
