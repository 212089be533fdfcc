//! The fields of one TOML table, taken out one by one. What is missing, unknown or of the wrong sort is noted down; nothing
//! is guessed and nothing is filled in.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Fault, Form, Problem};
use super::read::Place;
use super::unit::Unit;
use crate::{Kind, RangeIs};

/// The fields of one table while they are being taken out of it.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    place: Place,
    row: String,
    taken: Vec<&'static str>,
    faults: Vec<Form>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(table: &'a DeTable<'a>, place: Place, row: &str) -> Self {
        Fields {
            table,
            place,
            row: row.to_owned(),
            taken: Vec::new(),
            faults: Vec::new(),
        }
    }

    pub(super) fn optional(&mut self, field: &'static str) -> Option<&'a DeValue<'a>> {
        self.taken.push(field);
        self.table.get(field).map(Spanned::get_ref)
    }

    fn required(&mut self, field: &'static str) -> Option<&'a DeValue<'a>> {
        let value = self.optional(field);
        if value.is_none() {
            self.faults.push(Form::Missing { field });
        }
        value
    }

    pub(super) fn wrong<T>(&mut self, field: &'static str, wanted: &'static str) -> Option<T> {
        self.faults.push(Form::WrongType { field, wanted });
        None
    }

    /// One line of text that is not empty.
    pub(super) fn text(&mut self, field: &'static str) -> Option<String> {
        match self.required(field)?.as_str() {
            Some(text) if !text.trim().is_empty() && !text.contains(char::is_control) => Some(text.to_owned()),
            _ => self.wrong(field, "one line of text that is not empty"),
        }
    }

    /// A text of a form that a word file cannot check.
    pub(super) fn formed(
        &mut self,
        field: &'static str,
        wanted: &'static str,
        is_formed: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let text = self.text(field)?;
        if is_formed(&text) {
            Some(text)
        } else {
            self.wrong(field, wanted)
        }
    }

    pub(super) fn number(&mut self, field: &'static str) -> Option<f64> {
        match finite(self.required(field)?) {
            Some(number) => Some(number),
            None => self.wrong(field, "a finite number"),
        }
    }

    pub(super) fn switch(&mut self, field: &'static str) -> Option<bool> {
        match self.required(field)?.as_bool() {
            Some(switch) => Some(switch),
            None => self.wrong(field, "true or false"),
        }
    }

    pub(super) fn word<T: Copy>(&mut self, field: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(field)?;
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, meaning)| *meaning);
        if found.is_none() {
            let allowed = words.iter().map(|(word, _)| *word).collect();
            self.faults.push(Form::UnknownWord {
                field,
                word: text,
                allowed,
            });
        }
        found
    }

    pub(super) fn unit(&mut self, unit: &str) -> Option<Unit> {
        match Unit::parse(unit) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                self.faults.push(Form::BadUnit {
                    unit: unit.to_owned(),
                    part: error.part,
                });
                None
            }
        }
    }

    pub(super) fn id(&mut self) -> Option<String> {
        let id = self.text("id")?;
        let is_word = |word: &str| {
            word.starts_with(|first: char| first.is_ascii_lowercase())
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        if id.split('.').all(is_word) {
            return Some(id);
        }
        self.faults.push(Form::BadId);
        None
    }

    pub(super) fn list(&mut self, field: &'static str) -> Vec<String> {
        let Some(value) = self.optional(field) else {
            return Vec::new();
        };
        let texts: Option<Vec<String>> = value.as_array().and_then(|array| {
            array
                .iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect()
        });
        texts.unwrap_or_else(|| self.wrong(field, "a list of row ids").unwrap_or_default())
    }

    pub(super) fn range(&mut self) -> Option<(f64, f64)> {
        let value = self.optional("range")?;
        let ends: Option<Vec<f64>> = value
            .as_array()
            .and_then(|array| array.iter().map(|item| finite(item.get_ref())).collect());
        match ends.as_deref() {
            Some(&[low, high]) => Some((low, high)),
            _ => self.wrong("range", "two finite numbers, [low, high]"),
        }
    }

    pub(super) fn tables(&mut self, field: &'static str, text: &str) -> Vec<(&'a DeTable<'a>, usize)> {
        let Some(value) = self.optional(field) else {
            return Vec::new();
        };
        let rows: Option<Vec<_>> = value.as_array().and_then(|array| {
            array
                .iter()
                .map(|item| {
                    item.get_ref()
                        .as_table()
                        .map(|table| (table, line_of(text, item.span().start)))
                })
                .collect()
        });
        rows.unwrap_or_else(|| self.wrong(field, "rows under double brackets").unwrap_or_default())
    }

    pub(super) fn check_numbers(
        &mut self,
        value: f64,
        kind: Kind,
        range: Option<(f64, f64)>,
        range_is: Option<RangeIs>,
        log_sd: Option<f64>,
    ) {
        let holds = range.is_none_or(|(low, high)| low <= value && value <= high && low < high);
        let kind_needs_range = kind == Kind::Range && range.is_none();
        if !holds || kind_needs_range || range.is_some() != range_is.is_some() {
            self.faults.push(Form::BadRange);
        }
        let is_spread = log_sd.is_none_or(|log_sd| log_sd > 0.0 && value > 0.0);
        if !is_spread || (kind == Kind::Prior) != log_sd.is_some() {
            self.faults.push(Form::BadSpread);
        }
    }

    pub(super) fn finish(self, problems: &mut Vec<Problem>) {
        let unknown = self.table.keys().map(|key| key.get_ref().as_ref());
        let unknown = unknown.filter(|key| !self.taken.iter().any(|taken| taken == key));
        let unknown = unknown.map(|key| Form::Unknown { field: key.to_owned() });
        let faults = self.faults.into_iter().chain(unknown).map(Fault::Form);
        let Place { file, line } = self.place;
        problems.extend(faults.map(|fault| Problem {
            file: file.clone(),
            line,
            row: self.row.clone(),
            fault,
        }));
    }
}

pub(super) fn name_of<'a>(table: &'a DeTable<'_>) -> &'a str {
    let id = table.get("id").and_then(|id| id.get_ref().as_str());
    id.filter(|id| !id.is_empty()).unwrap_or("without an id")
}

fn finite(value: &DeValue<'_>) -> Option<f64> {
    let text = match value {
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
