//! What a name means: leaf, extract, 7-OH, or something that is not kratom at all. 7-OH is never leaf, whatever else the
//! name says.

use ebb_core::amount::Estimate;
use ebb_core::event::ProductKind;

pub(crate) use ebb_core::amount::LABEL_LOG_SD;

/// The kind of product a name speaks of; `None` when it names no kratom.
pub(crate) fn kind_of(name: &str) -> Option<ProductKind> {
    let plain: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let has = |word: &str| plain.contains(word);
    if has("hydroxymitragynin") || names_seven_oh(&plain) {
        Some(ProductKind::SevenOh)
    } else if has("pseudoindoxyl") || has("mgm15") || has("mgm16") {
        Some(ProductKind::OtherAlkaloid)
    } else if has("mitragynin") {
        Some(ProductKind::Extract)
    } else if has("kratom") || has("mitragyna") || plain == "ketum" {
        Some(if has("extract") || has("extrakt") || has("extracto") {
            ProductKind::Extract
        } else {
            ProductKind::Leaf
        })
    } else {
        None
    }
}

/// `7oh`, but not the end of a longer number such as in `17-OH`.
fn names_seven_oh(plain: &str) -> bool {
    plain
        .match_indices("7oh")
        .any(|(at, _)| !plain[..at].chars().next_back().is_some_and(|c| c.is_ascii_digit()))
}

/// Whether the name is that of mitragynine itself, so that its milligrams are milligrams of mitragynine.
pub(crate) fn is_mitragynine(name: &str) -> bool {
    kind_of(name) == Some(ProductKind::Extract) && name.trim().to_lowercase().starts_with("mitragynin")
}

/// What a person answered about a product.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ProductAnswer {
    /// Kratom of this kind, with milligrams of its alkaloid per piece when said.
    Kratom(ProductKind, Option<Estimate>),
    /// Another substance.
    Other,
    /// Somebody else's.
    NotMine,
}

/// Reads `leaf`, `extract`, `extract:112.5mg`, `7oh:15mg`, `other`, `not_mine`; `None` for anything else.
pub(crate) fn product_answer(text: &str) -> Option<ProductAnswer> {
    let (word, each) = match text.split_once(':') {
        Some((word, mg)) => (word.trim(), Some(milligrams(mg)?)),
        None => (text.trim(), None),
    };
    match (word, each) {
        ("leaf", None) => Some(ProductAnswer::Kratom(ProductKind::Leaf, None)),
        ("extract", each) => Some(ProductAnswer::Kratom(ProductKind::Extract, each)),
        ("7oh" | "7-oh", each) => Some(ProductAnswer::Kratom(ProductKind::SevenOh, each)),
        ("other", None) => Some(ProductAnswer::Other),
        ("not_mine", None) => Some(ProductAnswer::NotMine),
        _ => None,
    }
}

fn milligrams(text: &str) -> Option<Estimate> {
    let digits = text.trim().trim_end_matches("mg").trim_end();
    let value: f64 = digits.parse().ok()?;
    (value.is_finite() && value > 0.0 && value <= 10_000.0).then_some(Estimate {
        value,
        log_sd: LABEL_LOG_SD,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        for (name, kind) in [
            ("Kratom", Some(ProductKind::Leaf)),
            ("kratom caps", Some(ProductKind::Leaf)),
            ("Mitragyna speciosa", Some(ProductKind::Leaf)),
            ("Mitragynine", Some(ProductKind::Extract)),
            ("kratom extract", Some(ProductKind::Extract)),
            ("7-OH", Some(ProductKind::SevenOh)),
            ("7-hydroxymitragynine", Some(ProductKind::SevenOh)),
            ("Kratom 7-OH tablet", Some(ProductKind::SevenOh)),
            ("mitragynine pseudoindoxyl", Some(ProductKind::OtherAlkaloid)),
            ("17-OH progesterone", None),
            ("Alcohol", None),
            ("Green tea", None),
            ("Vanilla extract", None),
        ] {
            assert_eq!(kind_of(name), kind, "{name}");
        }
        assert!(is_mitragynine("Mitragynine") && !is_mitragynine("kratom extract"));
    }

    #[test]
    fn answers_about_products_are_read_or_refused() {
        let shot = Estimate {
            value: 112.5,
            log_sd: LABEL_LOG_SD,
        };
        assert_eq!(
            product_answer("extract:112.5mg"),
            Some(ProductAnswer::Kratom(ProductKind::Extract, Some(shot)))
        );
        assert_eq!(
            product_answer("leaf"),
            Some(ProductAnswer::Kratom(ProductKind::Leaf, None))
        );
        assert_eq!(product_answer("not_mine"), Some(ProductAnswer::NotMine));
        for bad in [
            "leaf:3mg",
            "extract:-1mg",
            "extract:NaNmg",
            "extract:",
            "7oh:1e99",
            "",
            "tea",
        ] {
            assert_eq!(product_answer(bad), None, "{bad}");
        }
    }
}
