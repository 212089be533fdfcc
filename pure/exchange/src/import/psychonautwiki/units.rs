//! Units a person made themselves, old shape and new, also made of each other. What cannot be resolved says why; nothing
//! is guessed.

use crate::import::amounts::{self, CAPSULE_LOG_SD, SPOON_LOG_SD};
use crate::import::json::{Object, Value};
use crate::import::substance::{self, LABEL_LOG_SD};
use ebb_core::amount::{Each, Unit};
use ebb_core::event::ProductKind;
use std::collections::BTreeMap;

/// How many units may be made of each other.
const MAX_DEPTH: usize = 16;
/// How many components may be looked at for one unit, all together.
const MAX_COMPONENTS: usize = 1000;

/// The custom units of a file.
pub(super) struct Units<'v> {
    by_id: BTreeMap<i64, &'v Object>,
}

/// One custom unit, resolved as far as it goes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OneUnit {
    /// The person's name for it.
    pub(super) name: String,
    /// The word that is counted ("capsule").
    pub(super) word: String,
    /// What it holds, by name.
    pub(super) substance: Option<String>,
    /// What one holds, or a stable word for why that is not known.
    pub(super) each: Result<Each, &'static str>,
}

/// An amount of something weighed, with its standard deviation.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Weighed {
    kind: Base,
    value: f64,
    sd: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    GramsOfLeaf,
    MgMitragynine,
    MgSevenOh,
}

impl<'v> Units<'v> {
    /// The first of two units with one id counts.
    pub(super) fn new(list: &'v [Value]) -> Self {
        let mut by_id = BTreeMap::new();
        for unit in list.iter().filter_map(Value::object) {
            if let Some(id) = unit.integer("id") {
                by_id.entry(id).or_insert(unit);
            }
        }
        Self { by_id }
    }

    /// The unit with this id; `None` when the file has none.
    pub(super) fn one(&self, id: i64) -> Option<OneUnit> {
        let unit = self.by_id.get(&id)?;
        let word = unit.text("unit").unwrap_or_default().trim().to_owned();
        let name = unit.text("name").map_or_else(|| word.clone(), |n| n.trim().to_owned());
        let mut budget = MAX_COMPONENTS;
        let each = self.weigh(id, 0, &mut budget).map(|weighed| each_of(weighed, &word));
        let mut budget = MAX_COMPONENTS;
        Some(OneUnit {
            name,
            word,
            substance: self.substance(id, 0, &mut budget),
            each,
        })
    }

    fn weigh(&self, id: i64, depth: usize, budget: &mut usize) -> Result<Weighed, &'static str> {
        if depth == MAX_DEPTH {
            return Err("unit_in_a_circle_or_too_deep");
        }
        let unit = self.by_id.get(&id).ok_or("unit_missing")?;
        let mut sum: Option<Weighed> = None;
        for part in components(unit) {
            *budget = budget.checked_sub(1).ok_or("unit_in_a_circle_or_too_deep")?;
            let Some(weighed) = self.weigh_part(part, depth, budget)? else {
                continue;
            };
            sum = Some(match sum {
                None => weighed,
                Some(sum) if sum.kind == weighed.kind => Weighed {
                    value: sum.value + weighed.value,
                    sd: root_of_squares(sum.sd, weighed.sd),
                    ..sum
                },
                Some(_) => return Err("unit_of_several_products"),
            });
        }
        sum.ok_or("unit_without_amount")
    }

    /// `Ok(None)` is a part that is not kratom.
    fn weigh_part(&self, part: &Object, depth: usize, budget: &mut usize) -> Result<Option<Weighed>, &'static str> {
        let amount = part.number("dose").or_else(|| part.number("amount"));
        let amount = amount.filter(|a| *a > 0.0);
        let sd = deviation(part);
        if let Some(inner) = part.integer("customUnitId") {
            let inner = self.weigh(inner, depth + 1, budget)?;
            let n = amount.ok_or("unit_without_amount")?;
            return Ok(Some(Weighed {
                value: n * inner.value,
                sd: product_sd(n, sd, inner.value, inner.sd),
                ..inner
            }));
        }
        let substance = part.text("substanceName").ok_or("unit_without_substance")?;
        let Some(kind) = substance::kind_of(substance) else {
            return Ok(None);
        };
        let base = match kind {
            ProductKind::Leaf => Base::GramsOfLeaf,
            ProductKind::SevenOh => Base::MgSevenOh,
            ProductKind::Extract if substance::is_mitragynine(substance) => Base::MgMitragynine,
            ProductKind::Extract | ProductKind::OtherAlkaloid => return Err("unit_of_unknown_strength"),
        };
        let value = amount.ok_or("unit_without_amount")?;
        let word = ["originalUnit", "units", "unit"].iter().find_map(|key| part.text(key));
        let factor = match (word.and_then(amounts::unit_of), base) {
            (Some(Unit::Gram), Base::GramsOfLeaf) => 1.0,
            (Some(Unit::Milligram), Base::GramsOfLeaf) => 0.001,
            (Some(Unit::Milligram), _) => 1.0,
            (Some(Unit::Gram), _) => 1000.0,
            _ => return Err("unit_not_weighed"),
        };
        Ok(Some(Weighed {
            kind: base,
            value: value * factor,
            sd: sd.map(|sd| sd * factor),
        }))
    }

    /// The first kratom in it, or else the first substance.
    fn substance(&self, id: i64, depth: usize, budget: &mut usize) -> Option<String> {
        if depth == MAX_DEPTH {
            return None;
        }
        let mut first = None;
        for part in components(self.by_id.get(&id)?) {
            *budget = budget.checked_sub(1)?;
            let name = match (part.text("substanceName"), part.integer("customUnitId")) {
                (Some(name), _) => Some(name.trim().to_owned()),
                (None, Some(inner)) => self.substance(inner, depth + 1, budget),
                (None, None) => None,
            };
            match name {
                Some(name) if substance::kind_of(&name).is_some() => return Some(name),
                name => first = first.or(name),
            }
        }
        first
    }
}

/// The parts of a unit: its components, or the unit itself in the old shape.
fn components(unit: &Object) -> impl Iterator<Item = &Object> {
    let is_new = matches!(unit.get("doseComponents"), Some(Value::List(_)));
    let parts = unit.list("doseComponents").iter().filter_map(Value::object);
    parts.chain((!is_new).then_some(unit))
}

/// The standard deviation a part or an ingestion states. Files of older iOS versions hold a variance instead.
pub(super) fn deviation(object: &Object) -> Option<f64> {
    object
        .number("estimatedDoseStandardDeviation")
        .or_else(|| object.number("estimatedDoseVariance").map(f64::sqrt))
        .filter(|sd| sd.is_finite() && *sd > 0.0)
}

fn each_of(weighed: Weighed, word: &str) -> Each {
    let is_capsule = amounts::unit_of(word) == Some(Unit::Capsule);
    let by_eye = if is_capsule { CAPSULE_LOG_SD } else { SPOON_LOG_SD };
    match weighed.kind {
        Base::GramsOfLeaf => Each::Grams(amounts::estimate(weighed.value, weighed.sd, by_eye)),
        Base::MgMitragynine => Each::MgMitragynine(amounts::estimate(weighed.value, weighed.sd, LABEL_LOG_SD)),
        Base::MgSevenOh => Each::MgSevenOh(amounts::estimate(weighed.value, weighed.sd, LABEL_LOG_SD)),
    }
}

/// Deviation of n·u: variance = (n·s_u)² + (u·s_n)² + (s_n·s_u)².
pub(super) fn product_sd(n: f64, s_n: Option<f64>, u: f64, s_u: Option<f64>) -> Option<f64> {
    if s_n.is_none() && s_u.is_none() {
        return None;
    }
    let (s_n, s_u) = (s_n.unwrap_or(0.0), s_u.unwrap_or(0.0));
    Some(((n * s_u).powi(2) + (u * s_n).powi(2) + (s_n * s_u).powi(2)).sqrt())
}

fn root_of_squares(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (None, None) => None,
        (a, b) => Some(a.unwrap_or(0.0).hypot(b.unwrap_or(0.0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::json::parse;

    fn one(units: &str, id: i64) -> OneUnit {
        let Value::List(list) = parse(units).unwrap() else {
            panic!()
        };
        Units::new(&list).one(id).unwrap()
    }

    fn grams(unit: &OneUnit) -> f64 {
        match unit.each {
            Ok(Each::Grams(each)) => each.value,
            ref other => panic!("{other:?}"),
        }
    }

    #[test]
    fn errors_combine_as_the_format_says() {
        // One and a half spoons, give or take a quarter, of 2.4 g, give or take 0.3 g: 3.6 g, give or take 0.75 g.
        let sd = product_sd(1.5, Some(0.25), 2.4, Some(0.3)).unwrap();
        assert!((sd - 0.568_125f64.sqrt()).abs() < 1e-12, "{sd}");
        assert_eq!(product_sd(1.5, None, 2.4, None), None);
    }

    #[test]
    fn a_unit_of_units_multiplies_amounts_and_errors() {
        let units = r#"[{"id": -1, "name": "capsule 00", "unit": "capsule", "doseComponents":
              [{"substanceName": "Kratom", "dose": 550, "originalUnit": "mg", "estimatedDoseStandardDeviation": 50}]},
            {"id": -2, "name": "half pack", "unit": "half pack", "doseComponents": [{"customUnitId": -1, "dose": 8}]}]"#;
        let pack = one(units, -2);
        assert!((grams(&pack) - 4.4).abs() < 1e-12);
        assert_eq!(pack.substance.as_deref(), Some("Kratom"));
        let Ok(Each::Grams(each)) = pack.each else { panic!() };
        assert!((each.log_sd - 0.0907).abs() < 1e-4);
    }

    #[test]
    fn circles_end_and_many_branches_do_not_take_for_ever() {
        let circle = r#"[{"id": 1, "name": "a", "doseComponents": [{"customUnitId": 2, "dose": 1}]},
            {"id": 2, "name": "b", "doseComponents": [{"customUnitId": 1, "dose": 1}]}]"#;
        assert_eq!(one(circle, 1).each, Err("unit_in_a_circle_or_too_deep"));
        assert_eq!(one(circle, 1).substance, None);
        let branch = r#"{"customUnitId": 1, "dose": 1},"#.repeat(50);
        let bush = format!(
            r#"[{{"id": 1, "name": "a", "doseComponents": [{}]}}]"#,
            branch.trim_end_matches(',')
        );
        assert_eq!(one(&bush, 1).each, Err("unit_in_a_circle_or_too_deep"));
    }

    #[test]
    fn an_unknown_amount_keeps_the_substance() {
        let scoop = one(
            r#"[{"id": 5, "name": "scoop", "doseComponents": [{"substanceName": "Kratom"}]}]"#,
            5,
        );
        assert_eq!(scoop.each, Err("unit_without_amount"));
        assert_eq!(scoop.substance.as_deref(), Some("Kratom"));
    }

    #[test]
    fn leaf_and_seven_oh_in_one_unit_are_not_added_up() {
        let both = one(
            r#"[{"id": 5, "name": "x", "doseComponents": [{"substanceName": "Kratom", "dose": 1, "originalUnit": "g"},
                {"substanceName": "7-OH", "dose": 15, "originalUnit": "mg"}]}]"#,
            5,
        );
        assert_eq!(both.each, Err("unit_of_several_products"));
    }

    #[test]
    fn an_old_variance_is_no_deviation() {
        let old = one(
            r#"[{"id": 1, "name": "spoon", "substanceName": "Kratom", "dose": 2, "originalUnit": "g",
                "estimatedDoseVariance": 0.25}]"#,
            1,
        );
        let Ok(Each::Grams(each)) = old.each else { panic!() };
        assert!((each.log_sd - amounts::estimate(2.0, Some(0.5), 0.0).log_sd).abs() < 1e-12);
    }
}
