//! TOML texts into rows. Only the form is checked here; what rows mean to each other is checked in `rules`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Fault, Form, Problem};
use super::unit::Unit;
use super::words::{BASES, GRADES, KINDS, RANGES, READS};
use crate::{Basis, Grade, Kind, RangeIs, Read};

/// Everything that could be read.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// In the order of the page.
    pub chapters: Vec<Chapter>,
    /// Sorted by id.
    pub sources: Vec<SourceRow>,
}

/// One file of values.
#[derive(Debug)]
pub(super) struct Chapter {
    pub title: String,
    pub intro: String,
    pub order: f64,
    pub rows: Vec<Row>,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub file: String,
    pub line: usize,
}

/// One `[[value]]`.
#[derive(Debug)]
pub(super) struct Row {
    pub place: Place,
    pub id: String,
    pub group: String,
    pub parameter: Option<String>,
    pub value: f64,
    pub unit: String,
    pub parsed_unit: Unit,
    pub range: Option<(f64, f64)>,
    pub range_is: Option<RangeIs>,
    pub log_sd: Option<f64>,
    pub kind: Kind,
    pub basis: Basis,
    pub population: String,
    pub source: String,
    pub grade: Grade,
    pub covers: Vec<String>,
    pub rests_on: Vec<String>,
    pub gap: Option<String>,
    pub used_by: String,
    pub note: String,
}

/// One `[[source]]`.
#[derive(Debug)]
pub(super) struct SourceRow {
    pub place: Place,
    pub id: String,
    pub citation: String,
    pub doi: Option<String>,
    pub pmc: Option<String>,
    pub read_at: Option<String>,
    pub population: String,
    pub read: Read,
    pub grade: Grade,
    pub background: bool,
}

impl Tables {
    /// Every row of every chapter.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.chapters.iter().flat_map(|chapter| &chapter.rows)
    }

    /// The bibliography entry with this id.
    pub(super) fn source(&self, id: &str) -> Option<&SourceRow> {
        self.sources
            .binary_search_by(|source| source.id.as_str().cmp(id))
            .ok()
            .map(|idx| &self.sources[idx])
    }
}

/// Reads all files. What could not be read is in the list of problems and left out.
pub(super) fn read(files: &[(&str, &str)]) -> (Tables, Vec<Problem>) {
    let mut tables = Tables::default();
    let mut problems = Vec::new();
    let mut sorted = files.to_vec();
    sorted.sort_unstable();
    for (file, text) in sorted {
        read_file(file, text, &mut tables, &mut problems);
    }
    tables.chapters.sort_by(|a, b| a.order.total_cmp(&b.order));
    tables.sources.sort_by(|a, b| a.id.cmp(&b.id));
    (tables, problems)
}

fn read_file(file: &str, text: &str, tables: &mut Tables, problems: &mut Vec<Problem>) {
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let line = line_of(text, error.span().map_or(0, |span| span.start));
            let why = error.message().to_owned();
            let fault = Fault::Form(Form::NotToml { why });
            problems.push(Problem {
                file: file.to_owned(),
                line,
                row: String::new(),
                fault,
            });
            return;
        }
    };
    let table = document.get_ref();
    let mut head = Fields::new(
        table,
        Place {
            file: file.to_owned(),
            line: 1,
        },
        "",
    );
    let (title, intro) = (head.text("title"), head.text("intro"));
    let values = head.tables("value", text);
    let sources = head.tables("source", text);
    let order = if values.is_empty() {
        Some(0.0)
    } else {
        head.number("order")
    };
    head.finish(problems);
    let rows = values
        .into_iter()
        .filter_map(|(fields, line)| read_row(fields, file, line, problems))
        .collect();
    for (fields, line) in sources {
        tables.sources.extend(read_source(fields, file, line, problems));
    }
    if let (Some(title), Some(intro), Some(order)) = (title, intro, order) {
        tables.chapters.push(Chapter {
            title,
            intro,
            order,
            rows,
        });
    }
}

fn read_row(table: &DeTable<'_>, file: &str, line: usize, problems: &mut Vec<Problem>) -> Option<Row> {
    let place = Place {
        file: file.to_owned(),
        line,
    };
    let name = name_of(table);
    let mut fields = Fields::new(table, place.clone(), name);
    let id = fields.id();
    let group = fields.text("group");
    let value = fields.number("value");
    let unit = fields.text("unit");
    let parsed_unit = unit.as_deref().and_then(|unit| fields.unit(unit));
    let kind = fields.word("kind", KINDS);
    let basis = fields.word("basis", BASES);
    let population = fields.text("population");
    let source = fields.text("source");
    let grade = fields.word("grade", GRADES);
    let note = fields.text("note");
    let range = fields.range();
    let range_is = fields
        .optional("range_is")
        .and_then(|_| fields.word("range_is", RANGES));
    let log_sd = fields.optional("log_sd").and_then(|_| fields.number("log_sd"));
    let parameter = fields.optional("parameter").and_then(|_| fields.text("parameter"));
    let covers = fields.list("covers");
    let rests_on = fields.list("rests_on");
    let gap = fields.optional("gap").and_then(|_| fields.text("gap"));
    let used_by = fields
        .optional("used_by")
        .and_then(|_| fields.text("used_by"))
        .unwrap_or_default();
    if let (Some(value), Some(kind)) = (value, kind) {
        fields.check_numbers(value, kind, range, range_is, log_sd);
    }
    fields.finish(problems);
    Some(Row {
        place,
        id: id?,
        group: group?,
        parameter,
        value: value?,
        unit: unit?,
        parsed_unit: parsed_unit?,
        range,
        range_is,
        log_sd,
        kind: kind?,
        basis: basis?,
        population: population?,
        source: source?,
        grade: grade?,
        covers,
        rests_on,
        gap,
        used_by,
        note: note?,
    })
}

fn read_source(table: &DeTable<'_>, file: &str, line: usize, problems: &mut Vec<Problem>) -> Option<SourceRow> {
    let place = Place {
        file: file.to_owned(),
        line,
    };
    let name = name_of(table);
    let mut fields = Fields::new(table, place.clone(), name);
    let id = fields.id();
    let citation = fields.text("citation");
    let population = fields.text("population");
    let read = fields.word("read", READS);
    let grade = fields.word("grade", GRADES);
    let doi = fields.optional("doi").and_then(|_| fields.text("doi"));
    let pmc = fields.optional("pmc").and_then(|_| fields.text("pmc"));
    let read_at = fields.optional("read_at").and_then(|_| fields.text("read_at"));
    let background = fields
        .optional("background")
        .and_then(|_| fields.switch("background"))
        .unwrap_or_default();
    fields.finish(problems);
    Some(SourceRow {
        place,
        id: id?,
        citation: citation?,
        doi,
        pmc,
        read_at,
        population: population?,
        read: read?,
        grade: grade?,
        background,
    })
}

/// The fields of one table while they are being taken out of it.
struct Fields<'a> {
    table: &'a DeTable<'a>,
    place: Place,
    row: String,
    taken: Vec<&'static str>,
    faults: Vec<Form>,
}

impl<'a> Fields<'a> {
    fn new(table: &'a DeTable<'a>, place: Place, row: &str) -> Self {
        Fields {
            table,
            place,
            row: row.to_owned(),
            taken: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn optional(&mut self, field: &'static str) -> Option<&'a DeValue<'a>> {
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

    fn wrong<T>(&mut self, field: &'static str, wanted: &'static str) -> Option<T> {
        self.faults.push(Form::WrongType { field, wanted });
        None
    }

    /// One line of text that is not empty.
    fn text(&mut self, field: &'static str) -> Option<String> {
        match self.required(field)?.as_str() {
            Some(text) if !text.trim().is_empty() && !text.contains(char::is_control) => Some(text.to_owned()),
            _ => self.wrong(field, "one line of text that is not empty"),
        }
    }

    fn number(&mut self, field: &'static str) -> Option<f64> {
        match finite(self.required(field)?) {
            Some(number) => Some(number),
            None => self.wrong(field, "a finite number"),
        }
    }

    fn switch(&mut self, field: &'static str) -> Option<bool> {
        match self.required(field)?.as_bool() {
            Some(switch) => Some(switch),
            None => self.wrong(field, "true or false"),
        }
    }

    fn word<T: Copy>(&mut self, field: &'static str, words: &[(&'static str, T)]) -> Option<T> {
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

    fn unit(&mut self, unit: &str) -> Option<Unit> {
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

    fn id(&mut self) -> Option<String> {
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

    fn list(&mut self, field: &'static str) -> Vec<String> {
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

    fn range(&mut self) -> Option<(f64, f64)> {
        let value = self.optional("range")?;
        let ends: Option<Vec<f64>> = value
            .as_array()
            .and_then(|array| array.iter().map(|item| finite(item.get_ref())).collect());
        match ends.as_deref() {
            Some(&[low, high]) => Some((low, high)),
            _ => self.wrong("range", "two finite numbers, [low, high]"),
        }
    }

    fn tables(&mut self, field: &'static str, text: &str) -> Vec<(&'a DeTable<'a>, usize)> {
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

    fn check_numbers(
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

    fn finish(self, problems: &mut Vec<Problem>) {
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

fn name_of<'a>(table: &'a DeTable<'_>) -> &'a str {
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

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
