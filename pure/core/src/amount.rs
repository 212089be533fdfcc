//! How much: a number in the person's own unit, with its error. An unknown amount is `None`, never zero.

use ebb_evidence::cited;
use serde::{Deserialize, Serialize};

/// Log-sd of an amount counted in capsules.
pub const CAPSULE_LOG_SD: f64 = cited::ENTRY_ERROR_CAPSULE.value;
/// Log-sd of an amount measured with a spoon, a glass or by eye.
pub const SPOON_LOG_SD: f64 = cited::ENTRY_ERROR_SPOON.value;
/// Log-sd of a strength that only a label states: trusted no further than one batch of leaf says of the next.
pub const LABEL_LOG_SD: f64 = match cited::LEAF_MITRAGYNINE.log_sd {
    Some(log_sd) => log_sd,
    None => SPOON_LOG_SD,
};
/// Most grams of leaf in one entry that are taken without a question; exactly this much passes. Our own bound: far above
/// any dose in the evidence tables, low enough to catch milligrams typed as grams.
pub const MOST_GRAMS: f64 = 100.0;

/// A positive number with a log-normal error: the true value is `value * exp(N(0, log_sd))`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The median.
    pub value: f64,
    /// Standard deviation of the natural logarithm; 0.3 is about plus or minus a third.
    pub log_sd: f64,
}

impl Estimate {
    /// Wider errors than this say nothing; the engine does not go further either.
    pub const WIDEST_LOG_SD: f64 = 3.0;

    /// The estimate, unless it is not one: a median above zero and a width that can be computed with. What fails here
    /// counts as not known.
    #[must_use]
    pub fn usable(self) -> Option<Self> {
        let is_usable =
            self.value.is_finite() && self.value > 0.0 && (0.0..=Self::WIDEST_LOG_SD).contains(&self.log_sd);
        is_usable.then_some(self)
    }
}

/// What was counted or weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Grams of the product (leaf powder, or extract when the product is one).
    Gram,
    /// Milligrams of the product.
    Milligram,
    /// Level teaspoons of powder.
    Teaspoon,
    /// Level tablespoons of powder.
    Tablespoon,
    /// Capsules.
    Capsule,
    /// Millilitres of tea.
    TeaMl,
    /// Milligrams of mitragynine, as a label states them.
    MgMitragynine,
    /// Milligrams of 7-hydroxymitragynine, as a label states them.
    MgSevenOh,
    /// Pieces: a shot, a tablet, a spoon of one's own, whatever the product or `each` says one is.
    Piece,
}

impl Unit {
    /// Every unit, in the order a person meets them.
    pub const ALL: [Self; 9] = [
        Self::Gram,
        Self::Milligram,
        Self::Teaspoon,
        Self::Tablespoon,
        Self::Capsule,
        Self::TeaMl,
        Self::MgMitragynine,
        Self::MgSevenOh,
        Self::Piece,
    ];
}

/// What one counted thing holds, when the entry itself says so (a custom unit, "capsules of 0.55 g").
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// Grams of leaf in one.
    Grams(Estimate),
    /// Milligrams of mitragynine in one.
    MgMitragynine(Estimate),
    /// Milligrams of 7-hydroxymitragynine in one.
    MgSevenOh(Estimate),
}

/// A known amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// How many of `unit`; finite and not negative. Zero is a true zero.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
    /// Standard deviation of `value` in the same unit, when the person or their app stated one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sd: Option<f64>,
    /// What one holds, when the entry says so; otherwise the batch, the product or the evidence tables do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Each>,
    /// The person's own name for the unit ("kitchen spoon"), as they wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<String>,
}

impl Quantity {
    /// `value` of `unit`, nothing else known.
    #[must_use]
    pub fn new(value: f64, unit: Unit) -> Self {
        Self {
            value,
            unit,
            sd: None,
            each: None,
            unit_name: None,
        }
    }

    /// Whether it is an amount at all: finite and not negative. What is not counts as unknown.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.value.is_finite() && self.value >= 0.0
    }

    /// Grams.
    #[must_use]
    pub fn grams(value: f64) -> Self {
        Self::new(value, Unit::Gram)
    }
}
