//! What an amount means. Every figure is compared with the evidence tables, none is written here.

use crate::support::{Book, at, close, dose, estimate, product, tea};
use ebb_core::amount::{Each, Estimate, Quantity, Unit};
use ebb_core::entry::EntryId;
use ebb_core::event::{Batch, Dose, Event, Product, ProductKind};
use ebb_core::resolve::{Resolved, Resolver};
use ebb_evidence::cited;

/// Resolves one dose in the diary of `book`.
fn resolved(book: &Book, dose: &Dose) -> Resolved {
    Resolver::new(&book.diary()).resolve(dose)
}

/// Resolves an amount of a product.
fn of(product: Product, amount: Quantity) -> Resolved {
    let mut book = Book::new();
    let id = book.write(Event::Product(product));
    resolved(&book, &dose_of(id, amount))
}

fn dose_of(product: EntryId, amount: Quantity) -> Dose {
    Dose {
        product: Some(product),
        ..dose("2026-02-03T18:00", Some(amount))
    }
}

/// Resolves an amount of nothing named.
fn plain(amount: Quantity) -> Resolved {
    resolved(&Book::new(), &dose("2026-02-03T18:00", Some(amount)))
}

fn leaf() -> Product {
    product("green", ProductKind::Leaf)
}

#[track_caller]
fn grams_are(resolved: &Resolved, grams: f64) {
    close(resolved.leaf_grams.unwrap(), grams);
}

#[track_caller]
fn mg_is(resolved: &Resolved, mg: f64) {
    close(resolved.mitragynine.unwrap().mg, mg);
}

#[test]
fn every_row_the_amounts_rest_on_has_a_width() {
    for row in [
        cited::LEAF_MITRAGYNINE,
        cited::TEASPOON_GRAMS,
        cited::TABLESPOON_GRAMS,
        cited::CAPSULE_GRAMS,
    ] {
        assert!(row.width_log_sd().unwrap() > 0.0, "{}", row.id);
    }
    assert_eq!(cited::LEAF_MITRAGYNINE.unit, "mg/g");
    for row in [
        cited::ENTRY_ERROR_SCALE,
        cited::ENTRY_ERROR_SPOON,
        cited::ENTRY_ERROR_CAPSULE,
    ] {
        assert_eq!((row.unit, row.value > 0.0), ("log_sd", true), "{}", row.id);
    }
}

#[test]
fn leaf_of_no_stated_strength_is_what_the_tables_say_with_their_width() {
    for amount in [Quantity::grams(2.5), Quantity::new(2500.0, Unit::Milligram)] {
        let resolved = plain(amount);
        assert_eq!((resolved.kind, resolved.group), (ProductKind::Leaf, None));
        grams_are(&resolved, 2.5);
        let mg = resolved.mitragynine.unwrap();
        close(mg.mg, 2.5 * cited::LEAF_MITRAGYNINE.value);
        close(mg.strength_log_sd, cited::LEAF_MITRAGYNINE.log_sd.unwrap());
        close(mg.entry_log_sd, cited::ENTRY_ERROR_SCALE.value);
        assert_eq!(resolved.seven_oh, None);
    }
}

#[test]
fn spoons_and_capsules_of_leaf_weigh_what_the_tables_say() {
    for (unit, row, error) in [
        (Unit::Teaspoon, cited::TEASPOON_GRAMS, cited::ENTRY_ERROR_SPOON),
        (Unit::Tablespoon, cited::TABLESPOON_GRAMS, cited::ENTRY_ERROR_SPOON),
        (Unit::Capsule, cited::CAPSULE_GRAMS, cited::ENTRY_ERROR_CAPSULE),
    ] {
        let resolved = plain(Quantity::new(3.0, unit));
        grams_are(&resolved, 3.0 * row.value);
        let mg = resolved.mitragynine.unwrap();
        close(mg.entry_log_sd, error.value);
        let width = row
            .width_log_sd()
            .unwrap()
            .hypot(cited::LEAF_MITRAGYNINE.log_sd.unwrap());
        close(mg.strength_log_sd, width);
    }
}

#[test]
fn a_spoon_of_extract_or_a_bare_piece_weighs_nothing_known() {
    for unit in [Unit::Teaspoon, Unit::Tablespoon, Unit::Capsule, Unit::Piece] {
        let resolved = of(product("strong", ProductKind::Extract), Quantity::new(1.0, unit));
        assert_eq!((resolved.leaf_grams, resolved.mitragynine), (None, None), "{unit:?}");
    }
    assert_eq!(plain(Quantity::new(1.0, Unit::Piece)).mitragynine, None);
}

#[test]
fn a_product_says_more_than_the_tables() {
    let product = Product {
        mitragynine_mg_per_g: estimate(20.0, 0.2),
        grams_per_capsule: estimate(0.7, 0.05),
        grams_per_teaspoon: estimate(3.0, 0.1),
        ..leaf()
    };
    mg_is(&of(product.clone(), Quantity::grams(2.0)), 40.0);
    let capsules = of(product.clone(), Quantity::new(2.0, Unit::Capsule));
    grams_are(&capsules, 1.4);
    mg_is(&capsules, 28.0);
    close(capsules.mitragynine.unwrap().strength_log_sd, 0.05_f64.hypot(0.2));
    grams_are(&of(product.clone(), Quantity::new(2.0, Unit::Teaspoon)), 6.0);
    // Their tablespoon follows from their teaspoon.
    let ratio = cited::TABLESPOON_GRAMS.value / cited::TEASPOON_GRAMS.value;
    grams_are(&of(product, Quantity::new(1.0, Unit::Tablespoon)), 3.0 * ratio);
}

#[test]
fn a_batch_says_more_than_its_product_and_the_entry_more_than_both() {
    let mut book = Book::new();
    let id = book.write(Event::Product(Product {
        mitragynine_mg_per_g: estimate(20.0, 0.2),
        tea_grams_per_litre: estimate(30.0, 0.3),
        ..leaf()
    }));
    let batch = |opened: &str, per_g, per_litre| {
        Event::Batch(Batch {
            product: id,
            opened: at(opened),
            name: None,
            mitragynine_mg_per_g: per_g,
            tea_grams_per_litre: per_litre,
            note: None,
        })
    };
    let first = book.write(batch("2026-01-01T12:00", estimate(10.0, 0.1), None));
    let second = book.write(batch("2026-02-01T12:00", None, estimate(40.0, 0.1)));
    let on = |wall: &str, amount: Quantity| Dose {
        when: at(wall),
        ..dose_of(id, amount)
    };
    let mg = |dose: &Dose| resolved(&book, dose).mitragynine.unwrap().mg;
    let group = |dose: &Dose| resolved(&book, dose).group;

    let before = on("2025-12-31T12:00", Quantity::grams(1.0));
    let during = on("2026-01-01T12:00", Quantity::grams(1.0));
    let after = on("2026-02-03T12:00", Quantity::grams(1.0));
    close(mg(&before), 20.0);
    close(mg(&during), 10.0);
    close(mg(&after), 20.0);
    assert_eq!(
        [group(&before), group(&during), group(&after)],
        [Some(id), Some(first), Some(second)]
    );
    // A batch named counts whatever the date, and names its product.
    let named = Dose {
        product: None,
        batch: Some(first),
        ..after.clone()
    };
    close(mg(&named), 10.0);
    // Tea: litres by the batch, else by the product.
    let glass = Quantity::new(250.0, Unit::TeaMl);
    grams_are(&resolved(&book, &on("2026-01-02T12:00", glass.clone())), 0.25 * 30.0);
    grams_are(&resolved(&book, &on("2026-02-02T12:00", glass.clone())), 0.25 * 40.0);
    // What the entry itself says of one.
    let each = |each| Quantity {
        each: Some(each),
        ..Quantity::new(2.0, Unit::Capsule)
    };
    let own = Estimate {
        value: 0.9,
        log_sd: 0.0,
    };
    grams_are(&resolved(&book, &on("2026-02-03T12:00", each(Each::Grams(own)))), 1.8);
    let own = Estimate {
        value: 25.0,
        log_sd: 0.3,
    };
    close(mg(&on("2026-02-03T12:00", each(Each::MgMitragynine(own)))), 50.0);
}

#[test]
fn a_batch_of_another_product_is_not_believed() {
    let mut book = Book::new();
    let (mine, other) = (book.write(Event::Product(leaf())), book.write(Event::Product(leaf())));
    let batch = book.write(Event::Batch(Batch {
        product: other,
        opened: at("2026-01-01T12:00"),
        name: None,
        mitragynine_mg_per_g: estimate(90.0, 0.1),
        tea_grams_per_litre: None,
        note: None,
    }));
    let dose = Dose {
        batch: Some(batch),
        ..dose_of(mine, Quantity::grams(1.0))
    };
    mg_is(&resolved(&book, &dose), cited::LEAF_MITRAGYNINE.value);
}

#[test]
fn tea_of_unknown_strength_stays_unknown_and_of_known_strength_is_leaf() {
    let glass = Quantity::new(250.0, Unit::TeaMl);
    let unknown = plain(glass.clone());
    assert_eq!((unknown.leaf_grams, unknown.mitragynine), (None, None));
    let brewed = Product {
        tea_grams_per_litre: estimate(20.0, 0.4),
        ..leaf()
    };
    let known = of(brewed, glass);
    grams_are(&known, 5.0);
    let mg = known.mitragynine.unwrap();
    close(mg.mg, 5.0 * cited::LEAF_MITRAGYNINE.value);
    close(mg.entry_log_sd, cited::ENTRY_ERROR_SPOON.value);
}

#[test]
fn extract_has_milligrams_only_where_its_strength_is_stated() {
    let strong = || product("strong", ProductKind::Extract);
    let grams = of(strong(), Quantity::grams(1.0));
    assert_eq!((grams.leaf_grams, grams.mitragynine), (None, None));
    let labelled = Product {
        mitragynine_mg_per_g: estimate(400.0, 0.2),
        ..strong()
    };
    let grams = of(labelled, Quantity::new(250.0, Unit::Milligram));
    assert_eq!(grams.leaf_grams, None);
    mg_is(&grams, 100.0);
    let shots = Product {
        mitragynine_mg_each: estimate(112.5, 0.3),
        ..strong()
    };
    mg_is(&of(shots.clone(), Quantity::new(0.5, Unit::Piece)), 56.25);
    mg_is(&of(shots, Quantity::new(2.0, Unit::Capsule)), 225.0);
}

#[test]
fn milligrams_of_mitragynine_by_the_label_are_trusted_like_one_batch_of_leaf() {
    let resolved = plain(Quantity::new(30.0, Unit::MgMitragynine));
    let mg = resolved.mitragynine.unwrap();
    close(mg.mg, 30.0);
    close(mg.strength_log_sd, cited::LEAF_MITRAGYNINE.log_sd.unwrap());
    assert_eq!(resolved.leaf_grams, None);
}

#[test]
fn seven_oh_is_kept_apart_whatever_its_product_says() {
    let tablets = Product {
        seven_oh_mg_each: estimate(15.0, 0.2),
        ..product("tablet", ProductKind::SevenOh)
    };
    let two = of(tablets, Quantity::new(2.0, Unit::Piece));
    assert_eq!(
        (two.kind, two.leaf_grams, two.mitragynine),
        (ProductKind::SevenOh, None, None)
    );
    close(two.seven_oh.unwrap().mg, 30.0);

    let label = Quantity::new(20.0, Unit::MgSevenOh);
    let own = Estimate {
        value: 20.0,
        log_sd: 0.1,
    };
    let piece = Quantity {
        each: Some(Each::MgSevenOh(own)),
        ..Quantity::new(1.0, Unit::Piece)
    };
    for amount in [label, piece] {
        for found in [plain(amount.clone()), of(leaf(), amount.clone())] {
            assert_eq!((found.kind, found.mitragynine), (ProductKind::SevenOh, None));
            close(found.seven_oh.unwrap().mg, 20.0);
        }
        let other = of(product("mgm", ProductKind::OtherAlkaloid), amount);
        assert_eq!(other.kind, ProductKind::OtherAlkaloid);
    }
}

#[test]
fn a_usual_product_of_leaf_stands_for_doses_that_name_none_and_any_other_does_not() {
    let amount = || dose("2026-02-03T18:00", Some(Quantity::grams(1.0)));
    for (kind, per_g, expected) in [
        (ProductKind::Leaf, 20.0, 20.0),
        (ProductKind::Extract, 400.0, cited::LEAF_MITRAGYNINE.value),
        (ProductKind::SevenOh, 400.0, cited::LEAF_MITRAGYNINE.value),
    ] {
        let mut book = Book::new();
        let id = book.write(Event::Product(Product {
            mitragynine_mg_per_g: estimate(per_g, 0.1),
            ..product("usual", kind)
        }));
        book.usual_product(id);
        let found = resolved(&book, &amount());
        assert_eq!(found.kind, ProductKind::Leaf);
        mg_is(&found, expected);
    }
}

#[test]
fn a_stated_standard_deviation_is_the_error_of_the_entry() {
    let stated = |value: f64, sd: f64| Quantity {
        sd: Some(sd),
        ..Quantity::grams(value)
    };
    // sd / value = 0.3: the log-normal with that coefficient of variation.
    let mg = plain(stated(2.0, 0.6)).mitragynine.unwrap();
    close(mg.entry_log_sd, 1.09_f64.ln().sqrt());
    close(plain(stated(2.0, 0.0)).mitragynine.unwrap().entry_log_sd, 0.0);
    // Nonsense is not a statement.
    for sd in [-1.0, f64::INFINITY, f64::NAN] {
        let mg = plain(stated(2.0, sd)).mitragynine.unwrap();
        close(mg.entry_log_sd, cited::ENTRY_ERROR_SCALE.value);
    }
}

#[test]
fn an_unknown_amount_is_none_and_zero_is_zero() {
    let unknown = resolved(&Book::new(), &dose("2026-02-03T18:00", None));
    assert_eq!(
        (unknown.leaf_grams, unknown.mitragynine, unknown.seven_oh),
        (None, None, None)
    );
    for amount in [
        Quantity::grams(0.0),
        Quantity::new(0.0, Unit::Capsule),
        tea(0.0).unwrap(),
    ] {
        let zero = plain(amount);
        grams_are(&zero, 0.0);
        close(zero.mitragynine.unwrap().mg, 0.0);
    }
    // Nothing of an extract is nothing too, though its strength is unknown.
    close(
        of(product("strong", ProductKind::Extract), Quantity::grams(0.0))
            .mitragynine
            .unwrap()
            .mg,
        0.0,
    );
}

#[test]
fn what_is_not_an_amount_is_unknown_and_what_is_not_a_strength_is_not_used() {
    for value in [-2.0, f64::NAN, f64::INFINITY] {
        assert_eq!(plain(Quantity::grams(value)).mitragynine, None);
    }
    for (value, log_sd) in [
        (0.0, 0.1),
        (-5.0, 0.1),
        (f64::NAN, 0.1),
        (20.0, -0.1),
        (20.0, 50.0),
        (20.0, f64::NAN),
    ] {
        let odd = Product {
            mitragynine_mg_per_g: estimate(value, log_sd),
            ..leaf()
        };
        mg_is(&of(odd, Quantity::grams(1.0)), cited::LEAF_MITRAGYNINE.value);
        let odd = Product {
            mitragynine_mg_per_g: estimate(value, log_sd),
            ..product("x", ProductKind::Extract)
        };
        assert_eq!(of(odd, Quantity::grams(1.0)).mitragynine, None);
    }
}
