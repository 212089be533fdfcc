//! Products and their batches: what is taken, how strong it is, and what is known of that only as a range.

use super::logging::{minutes, wall_minutes};
use crate::form::{BatchForm, ProductForm, When, strength};
use ebb_core::amount::Estimate;
use ebb_core::diary::{Diary, Logged};
use ebb_core::entry::EntryId;
use ebb_core::event::{Batch, Precision, Product, ProductKind};
use ebb_core::view::{Band80, Frame};
use ebb_present::screen::Voice;
use ebb_present::text::for_label;
use serde::{Deserialize, Serialize};

/// The products screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Products {
    /// One card each, the usual one first.
    pub cards: Vec<ProductCard>,
    /// The latest time that can be chosen, on the wall clock: `2026-02-03T18:00`.
    pub now: String,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProductCard {
    /// Its entry.
    pub id: EntryId,
    /// The person's word.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// What is known of its strength and measures.
    pub facts: Vec<Fact>,
    /// The person's note.
    pub note: Option<String>,
    /// Whether it is meant when none is named.
    pub is_usual: bool,
    /// Why it is kept without a forecast (rule 9), if it is.
    pub diary_only: Option<String>,
    /// Newest first.
    pub batches: Vec<BatchCard>,
    /// The same as a form, to change it.
    pub form: ProductForm,
}

/// A figure with its range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is: `Mitragynine`.
    pub label: String,
    /// The figure: `15`.
    pub value: String,
    /// Its unit: `mg per gram`.
    pub unit: String,
    /// Where it likely lies: `12 to 19`.
    pub range: String,
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatchCard {
    /// Its entry.
    pub id: EntryId,
    /// The person's word, or that it has none.
    pub name: String,
    /// When opened and how strong.
    pub said: String,
    /// Whether doses come from it now.
    pub is_in_use: bool,
    /// The same as a form, to change it.
    pub form: BatchForm,
}

/// Builds it.
pub(crate) fn products(voice: &Voice, frame: &Frame, diary: &Diary) -> Products {
    let mut cards: Vec<ProductCard> = diary
        .products
        .iter()
        .map(|product| card(voice, frame, diary, product))
        .collect();
    cards.sort_by_key(|card| !card.is_usual);
    Products {
        cards,
        now: wall_minutes(frame),
    }
}

fn card(voice: &Voice, frame: &Frame, diary: &Diary, product: &Logged<Product>) -> ProductCard {
    let words = &voice.words;
    let body = &product.body;
    let diary_only = match body.kind {
        ProductKind::Leaf | ProductKind::Extract => None,
        ProductKind::SevenOh => Some(words.products_seven_oh_why()),
        ProductKind::OtherAlkaloid => Some(words.products_other_why()),
    };
    ProductCard {
        id: product.id,
        name: for_label(&body.name),
        kind: match body.kind {
            ProductKind::Leaf => words.products_leaf(),
            ProductKind::Extract => words.products_extract(),
            ProductKind::SevenOh => words.products_seven_oh(),
            ProductKind::OtherAlkaloid => words.products_other(),
        },
        facts: facts(voice, body),
        note: body.note.as_deref().map(for_label),
        is_usual: diary.default_product == Some(product.id),
        diary_only,
        batches: batches(voice, frame, diary, product.id),
        form: product_form(body),
    }
}

fn facts(voice: &Voice, product: &Product) -> Vec<Fact> {
    let words = &voice.words;
    let fact = |estimate: Option<Estimate>, label: String, unit: String| {
        estimate.map(|estimate| fact(voice, estimate, label, unit))
    };
    [
        fact(
            product.mitragynine_mg_per_g,
            words.products_mitragynine(),
            words.products_mg_per_gram(),
        ),
        fact(
            product.mitragynine_mg_each,
            words.products_mitragynine(),
            words.products_mg_each(),
        ),
        fact(
            product.seven_oh_mg_each,
            words.products_seven_oh_content(),
            words.products_mg_each(),
        ),
        fact(
            product.grams_per_capsule,
            words.products_capsule(),
            words.products_grams(),
        ),
        fact(
            product.grams_per_teaspoon,
            words.products_teaspoon(),
            words.products_grams(),
        ),
        fact(
            product.tea_grams_per_litre,
            words.products_tea(),
            words.products_grams_per_liter(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn fact(voice: &Voice, estimate: Estimate, label: String, unit: String) -> Fact {
    let band = Band80::lognormal(estimate.value, estimate.log_sd);
    Fact {
        label,
        value: voice.numbers.exact(estimate.value),
        unit,
        range: voice.numbers.range(band.low, band.high, ""),
    }
}

/// Batches of a product, newest first.
fn batches(voice: &Voice, frame: &Frame, diary: &Diary, product: EntryId) -> Vec<BatchCard> {
    let mut batches: Vec<&Logged<Batch>> = diary
        .batches
        .iter()
        .filter(|batch| batch.body.product == product)
        .collect();
    batches.sort_by_key(|batch| std::cmp::Reverse((batch.body.opened.ms(), batch.id)));
    let now_ms = frame.now.as_millisecond();
    let in_use = batches
        .iter()
        .find(|batch| batch.body.opened.ms() <= now_ms)
        .map(|batch| batch.id);
    let card = |batch: &&Logged<Batch>| batch_card(voice, frame, batch, in_use == Some(batch.id));
    batches.iter().map(card).collect()
}

fn batch_card(voice: &Voice, frame: &Frame, batch: &Logged<Batch>, is_in_use: bool) -> BatchCard {
    let words = &voice.words;
    let body = &batch.body;
    let opened = words.products_opened(&voice.happened(&body.opened, Precision::Day, frame));
    let strengths = [
        (body.mitragynine_mg_per_g, words.products_mg_per_gram()),
        (body.tea_grams_per_litre, words.products_grams_per_liter()),
    ];
    let strengths: Vec<String> = strengths
        .into_iter()
        .filter_map(|(estimate, unit)| {
            let fact = fact(voice, estimate?, String::new(), unit);
            Some(format!("{} {} ({})", fact.value, fact.unit, fact.range))
        })
        .collect();
    let strength = if strengths.is_empty() {
        words.strength_unknown()
    } else {
        strengths.join(", ")
    };
    BatchCard {
        id: batch.id,
        name: body
            .name
            .as_deref()
            .map_or_else(|| words.products_batch_unnamed(), for_label),
        said: format!("{opened} · {strength}"),
        is_in_use,
        form: batch_form(body),
    }
}

/// A product as it was filled in.
pub(crate) fn product_form(product: &Product) -> ProductForm {
    let figure = |estimate: Option<Estimate>| estimate.map(strength::with_error);
    ProductForm {
        name: product.name.clone(),
        kind: product.kind,
        mg_per_g: figure(product.mitragynine_mg_per_g),
        mg_each: figure(product.mitragynine_mg_each),
        seven_oh_mg_each: figure(product.seven_oh_mg_each),
        grams_per_capsule: figure(product.grams_per_capsule),
        grams_per_teaspoon: figure(product.grams_per_teaspoon),
        tea_grams_per_litre: figure(product.tea_grams_per_litre),
        note: product.note.clone().unwrap_or_default(),
    }
}

/// A batch as it was filled in.
pub(crate) fn batch_form(batch: &Batch) -> BatchForm {
    BatchForm {
        product: batch.product,
        when: When::Wall(minutes(batch.opened.wall())),
        name: batch.name.clone().unwrap_or_default(),
        mg_per_g: batch.mitragynine_mg_per_g.map(strength::with_error),
        tea_grams_per_litre: batch.tea_grams_per_litre.map(strength::with_error),
        note: batch.note.clone().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::testing::{Book, frame, moment, voice};
    use ebb_core::event::Event;

    fn leaf(name: &str) -> Product {
        Product {
            mitragynine_mg_per_g: strength::estimate(crate::form::WithError {
                value: 15.0,
                plus_minus: Some(3.0),
            }),
            ..Product::leaf(name.to_owned())
        }
    }

    #[test]
    fn a_strength_is_shown_with_the_range_it_likely_lies_in() {
        let mut book = Book::new();
        book.write(Event::Product(leaf("green")));
        let diary = book.diary();
        let shown = products(&voice(), &frame("2026-02-03T18:00", &diary), &diary);
        let fact = &shown.cards[0].facts[0];
        assert_eq!((fact.value.as_str(), fact.unit.as_str()), ("15", "mg per gram"));
        // 15 · exp(±1.2816 · 0.198) is 11.6 to 19.3, rounded outwards.
        assert_eq!(fact.range, "11 to 20");
    }

    #[test]
    fn doses_come_from_the_batch_opened_last_and_not_from_one_to_come() {
        let mut book = Book::new();
        let green = book.product("green");
        let batch = |opened: &str| {
            Event::Batch(Batch {
                product: green,
                opened: moment(opened),
                name: None,
                mitragynine_mg_per_g: None,
                tea_grams_per_litre: None,
                note: None,
            })
        };
        let second = book.write(batch("2026-02-01T10:00"));
        let first = book.write(batch("2026-01-01T10:00"));
        let third = book.write(batch("2026-03-01T10:00"));
        let diary = book.diary();
        let shown = products(&voice(), &frame("2026-02-03T18:00", &diary), &diary);
        let batches: Vec<_> = shown.cards[0]
            .batches
            .iter()
            .map(|batch| (batch.id, batch.is_in_use))
            .collect();
        assert_eq!(batches, [(third, false), (second, true), (first, false)]);
    }

    #[test]
    fn a_product_without_evidence_says_why_it_has_no_forecast() {
        let mut book = Book::new();
        book.write(Event::Product(Product {
            kind: ProductKind::SevenOh,
            ..leaf("tablets")
        }));
        book.write(Event::Product(leaf("green")));
        let diary = book.diary();
        let shown = products(&voice(), &frame("2026-02-03T18:00", &diary), &diary);
        let only: Vec<bool> = shown.cards.iter().map(|card| card.diary_only.is_some()).collect();
        assert_eq!(only, [true, false]);
    }

    #[test]
    fn the_usual_product_comes_first() {
        let mut book = Book::new();
        book.product("red");
        let green = book.product("green");
        book.usual(green);
        let diary = book.diary();
        let shown = products(&voice(), &frame("2026-02-03T18:00", &diary), &diary);
        assert_eq!(shown.cards[0].id, green);
        assert!(shown.cards[0].is_usual && !shown.cards[1].is_usual);
    }
}
