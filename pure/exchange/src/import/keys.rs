//! Names and fingerprints of imported rows.
//!
//! A key says *which* row of a source an entry came from; a print says *what* the row said, field by field. Both are
//! kept in the entry's origin, so a later import can tell a row it knows from a new one, and a change at the source
//! from a change the person made in Ebb. Texts are hashed, never copied: a key holds no note and no name.

use ebb_core::amount::Quantity;
use ebb_core::event::{CoUse, Dose, Event, FeltEffect, Precision, ProductKind};
use ebb_core::moment::Moment;
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write as _;

/// Longest source id that is kept as written; a longer one is hashed.
const LONGEST_PLAIN_ID: usize = 64;

/// FNV-1a over 128 bits: a fingerprint against accidents, not a seal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fingerprint(u128);

impl Fingerprint {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

    pub(crate) fn new() -> Self {
        Self(Self::BASIS)
    }

    pub(crate) fn add(mut self, bytes: &[u8]) -> Self {
        for &byte in bytes {
            self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(Self::PRIME);
        }
        // A length mark, so that ("ab", "c") and ("a", "bc") differ.
        self.0 = (self.0 ^ 0xff ^ ((bytes.len() as u128) << 8)).wrapping_mul(Self::PRIME);
        self
    }

    pub(crate) fn value(self) -> u128 {
        self.0
    }

    /// Twelve hexadecimal digits: for one field of one row.
    fn short(self) -> String {
        let folded = (self.0 ^ (self.0 >> 64)) & 0xffff_ffff_ffff;
        format!("{folded:012x}")
    }
}

/// The minute of a moment, or its day when only that is known; two entries can be equal only in the same slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    /// Minutes since 1970 UTC.
    Minute(i64),
    /// Days since 1970 on the person's calendar.
    Day(i64),
}

impl Slot {
    pub(crate) fn of(when: &Moment, precision: Precision) -> Self {
        match precision {
            Precision::Minute => Self::Minute(when.ms().div_euclid(60_000)),
            Precision::Day => Self::Day(day_number(when.wall().date())),
        }
    }
}

// The texts that keys are made of. They are what `Debug` says, because the first keys were made so and diaries hold them; written out,
// because the app is built without the texts of `Debug`.

impl Slot {
    fn spelled(self) -> String {
        match self {
            Self::Minute(minute) => format!("Minute({minute})"),
            Self::Day(day) => format!("Day({day})"),
        }
    }
}

/// A value's name in a diary, such as `mg_seven_oh`.
pub(crate) fn name_in_diary(value: &impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The same as its name in the code, `MgSevenOh`.
fn spelled(value: &impl Serialize) -> String {
    let mut text = String::new();
    for part in name_in_diary(value).split('_') {
        let mut letters = part.chars();
        text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        text.push_str(letters.as_str());
    }
    text
}

/// A number with at least one decimal, or with a power of ten where it is very large or small.
fn spelled_number(value: f64) -> String {
    let size = value.abs();
    if (size > 0.0 && size < 1e-4) || size >= 1e16 {
        return format!("{value:e}");
    }
    let text = value.to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}

pub(crate) fn day_number(date: jiff::civil::Date) -> i64 {
    ebb_core::day::days_between(jiff::civil::Date::constant(1970, 1, 1), date)
}

/// Name as products are compared: letter case and outer blanks aside.
pub(crate) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Key of a row with the source's own id.
pub(crate) fn id_key(format: &str, sheet: usize, source_id: &str) -> String {
    let id = if source_id.len() <= LONGEST_PLAIN_ID {
        source_id.to_owned()
    } else {
        format!("~{:032x}", Fingerprint::new().add(source_id.as_bytes()).value())
    };
    if sheet == 0 {
        format!("{format}:id:{id}")
    } else {
        format!("{format}:{sheet}:id:{id}")
    }
}

/// Key of a row known by its content: the `n`th such row of its file.
pub(crate) fn content_key(format: &str, content: u128, n: usize) -> String {
    format!("{format}:={content:032x}#{n}")
}

/// Whether a key was made from a source id of this format (of any sheet), from content, or by another format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyKind {
    SameFormatById,
    SameFormatByContent,
    Other,
}

impl KeyKind {
    pub(crate) fn of(key: &str, format: &str) -> Self {
        match key.strip_prefix(format).and_then(|rest| rest.strip_prefix(':')) {
            Some(rest) if rest.starts_with('=') => Self::SameFormatByContent,
            Some(_) => Self::SameFormatById,
            None => Self::Other,
        }
    }
}

/// What identifies a dose without an id: moment to the minute, amount, unit, route, product.
pub(crate) fn dose_content(dose: &Dose, product: Option<&str>) -> u128 {
    let slot = Slot::of(&dose.when, dose.precision).spelled();
    let mut text = format!("dose|{slot}|{}|", spelled(&dose.route));
    amount_text(&mut text, dose.amount.as_ref());
    let name = product.map(folded).unwrap_or_default();
    Fingerprint::new().add(text.as_bytes()).add(name.as_bytes()).value()
}

fn amount_text(text: &mut String, amount: Option<&Quantity>) {
    match amount {
        Some(q) => {
            let name = q.unit_name.as_deref().map(folded).unwrap_or_default();
            let _ = write!(text, "{} {} {name}", spelled_number(q.value), spelled(&q.unit));
        }
        None => text.push('?'),
    }
}

/// What identifies another substance without an id.
fn co_use_content(co_use: &CoUse) -> u128 {
    let slot = Slot::of(&co_use.when, co_use.precision).spelled();
    let amount = match co_use.amount {
        Some(amount) => format!("Some({})", spelled_number(amount)),
        None => "None".to_owned(),
    };
    let text = format!("co_use|{slot}|{amount}");
    let name = folded(&co_use.substance);
    Fingerprint::new().add(text.as_bytes()).add(name.as_bytes()).value()
}

/// What identifies any other entry without an id: everything it says.
pub(crate) fn event_content(event: &Event) -> u128 {
    if let Event::CoUse(c) = event {
        return co_use_content(c);
    }
    let kind = ebb_core::event::v1::kind(event);
    let body = fields(event).map(Value::Object).unwrap_or_default();
    Fingerprint::new()
        .add(kind.as_bytes())
        .add(body.to_string().as_bytes())
        .value()
}

/// What identifies a row that is held, when it has no id: its reason aside, the text of the row.
pub(crate) fn held_content(row: &str) -> u128 {
    Fingerprint::new().add(b"held").add(row.as_bytes()).value()
}

pub(crate) type Fields = serde_json::Map<String, Value>;

/// The body of an event an import can bring, as JSON fields; references to other entries are left out.
pub(crate) fn fields(event: &Event) -> Option<Fields> {
    let mut fields = match event {
        Event::Dose(b) => object(b),
        Event::CheckIn(b) => object(b),
        Event::FeltEffect(b) => object(&FeltEffect {
            dose: None,
            ..b.clone()
        }),
        Event::Craving(b) => object(b),
        Event::CoUse(b) => object(b),
        Event::Note(b) => object(b),
        Event::Day(b) => object(b),
        Event::Held(b) => object(b),
        Event::Product(b) => object(b),
        Event::Batch(b) => object(b),
        Event::Person(b) => object(b),
        Event::Amendment(_)
        | Event::Retraction(_)
        | Event::ImportBatch(_)
        | Event::Settings(_)
        | Event::Learning(_)
        | Event::Forecast(_)
        | Event::Unknown(_) => None,
    }?;
    if matches!(event, Event::Dose(_)) {
        fields.remove("product");
        fields.remove("batch");
    }
    if matches!(event, Event::Held(_)) {
        // A row that only moved within its file is the same row.
        fields.remove("place");
    }
    Some(fields)
}

fn object<T: Serialize>(body: &T) -> Option<Fields> {
    match serde_json::to_value(body) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// Fingerprints of the single fields of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Print(Vec<(String, String)>);

impl Print {
    pub(crate) fn of(fields: &Fields, product: Option<(&str, ProductKind)>) -> Self {
        let mut parts: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| (name.clone(), field_print(value)))
            .collect();
        if let Some((name, kind)) = product {
            parts.push(("product".to_owned(), product_print(name, kind)));
        }
        parts.sort();
        Self(parts)
    }

    pub(crate) fn from_text(text: &str) -> Self {
        Self(
            text.split(';')
                .filter_map(|part| part.split_once(':'))
                .map(|(name, print)| (name.to_owned(), print.to_owned()))
                .collect(),
        )
    }

    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        for (name, print) in &self.0 {
            if !text.is_empty() {
                text.push(';');
            }
            let _ = write!(text, "{name}:{print}");
        }
        text
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, p)| p.as_str())
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

pub(crate) fn field_print(value: &Value) -> String {
    Fingerprint::new().add(value.to_string().as_bytes()).short()
}

pub(crate) fn product_print(name: &str, kind: ProductKind) -> String {
    Fingerprint::new()
        .add(folded(name).as_bytes())
        .add(spelled(&kind).as_bytes())
        .short()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys in diaries were made of these texts.
    #[test]
    fn what_keys_are_made_of_is_spelled_as_the_first_keys_were() {
        use ebb_core::amount::Unit;
        use ebb_core::event::Route;
        for unit in Unit::ALL {
            assert_eq!(spelled(&unit), format!("{unit:?}"));
        }
        for route in Route::ALL {
            assert_eq!(spelled(&route), format!("{route:?}"));
        }
        for kind in ProductKind::ALL {
            assert_eq!(spelled(&kind), format!("{kind:?}"));
        }
        for slot in [Slot::Minute(29_412_345), Slot::Minute(-1), Slot::Day(20_000)] {
            assert_eq!(slot.spelled(), format!("{slot:?}"));
        }
        for number in [
            0.0,
            -0.0,
            1.0,
            2.5,
            0.1 + 0.2,
            1e-4,
            9.9e-5,
            1e-300,
            3500.0,
            9e15,
            1e16,
            1.5e300,
            -2.0,
        ] {
            assert_eq!(spelled_number(number), format!("{number:?}"));
        }
    }

    #[test]
    fn a_print_survives_its_text_form() {
        let fields: Fields = serde_json::from_str(r#"{"note":"x;y:z","amount":{"value":2.0,"unit":"gram"}}"#).unwrap();
        let print = Print::of(&fields, Some(("Green; leaf", ProductKind::Leaf)));
        assert_eq!(Print::from_text(&print.to_text()), print);
        assert!(!print.to_text().contains("Green"));
    }

    #[test]
    fn an_over_long_source_id_is_not_copied() {
        let key = id_key("csv", 0, &"9".repeat(5000));
        assert!(key.len() < 60, "{}", key.len());
        assert_eq!(KeyKind::of(&key, "csv"), KeyKind::SameFormatById);
        assert_eq!(
            KeyKind::of(&content_key("csv", 7, 0), "csv"),
            KeyKind::SameFormatByContent
        );
        assert_eq!(KeyKind::of(&key, "cs"), KeyKind::Other);
    }
}
