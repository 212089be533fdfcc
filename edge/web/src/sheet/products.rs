//! Products and their batches.

use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::{Event, ProductKind};
use ebb_core::view::Frame;
use ebb_present::screen::{Voice, entries as screen};
use serde::{Deserialize, Serialize};

/// The products screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Products {
    /// One card each, the usual one first.
    pub cards: Vec<ProductCard>,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProductCard {
    /// Its name.
    pub id: EntryId,
    /// The person's word.
    pub name: String,
    /// What it is and how strong, with the range.
    pub said: String,
    /// Whether it is meant when none is named.
    pub is_usual: bool,
    /// Whether it is kept without a forecast (rule 9).
    pub is_diary_only: bool,
    /// Newest first.
    pub batches: Vec<BatchCard>,
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatchCard {
    /// Its name.
    pub id: EntryId,
    /// When opened and how strong.
    pub said: String,
}

/// Builds it.
pub(crate) fn products(voice: &Voice, frame: &Frame, diary: &Diary) -> Products {
    let mut cards: Vec<ProductCard> = diary
        .products
        .iter()
        .map(|product| ProductCard {
            id: product.id,
            name: product.body.name.clone(),
            said: screen::product(voice, &product.body),
            is_usual: diary.default_product == Some(product.id),
            is_diary_only: !matches!(product.body.kind, ProductKind::Leaf | ProductKind::Extract),
            batches: diary
                .batches
                .iter()
                .rev()
                .filter(|batch| batch.body.product == product.id)
                .map(|batch| BatchCard {
                    id: batch.id,
                    said: screen::said(voice, frame, diary, &Event::Batch(batch.body.clone())),
                })
                .collect(),
        })
        .collect();
    cards.sort_by_key(|card| !card.is_usual);
    Products { cards }
}
