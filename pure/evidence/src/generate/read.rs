//! TOML texts into rows. Only the form is checked here; what rows mean to each other is checked in `rules`.

use toml::de::DeTable;

use super::fields::{Fields, line_of, name_of};
use super::help::{HelplineRow, RedFlagRow, read_helpline, read_red_flag};
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
    pub red_flags: Vec<RedFlagRow>,
    pub helplines: Vec<HelplineRow>,
}

impl Chapter {
    /// Whether nothing of it appears on the page as a table.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.red_flags.is_empty() && self.helplines.is_empty()
    }
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub file: String,
    pub line: usize,
}

impl Place {
    /// A line of a file.
    pub(super) fn new(file: &str, line: usize) -> Self {
        Self {
            file: file.to_owned(),
            line,
        }
    }
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

    /// Every sign that must not wait.
    pub(super) fn red_flags(&self) -> impl Iterator<Item = &RedFlagRow> {
        self.chapters.iter().flat_map(|chapter| &chapter.red_flags)
    }

    /// Every telephone number.
    pub(super) fn helplines(&self) -> impl Iterator<Item = &HelplineRow> {
        self.chapters.iter().flat_map(|chapter| &chapter.helplines)
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
    let mut head = Fields::new(table, Place::new(file, 1), "");
    let (title, intro) = (head.text("title"), head.text("intro"));
    let values = head.tables("value", text);
    let flags = head.tables("red_flag", text);
    let lines = head.tables("helpline", text);
    let sources = head.tables("source", text);
    let order = if values.is_empty() && flags.is_empty() && lines.is_empty() {
        Some(0.0)
    } else {
        head.number("order")
    };
    head.finish(problems);
    let rows = values
        .into_iter()
        .filter_map(|(fields, line)| read_row(fields, file, line, problems))
        .collect();
    let red_flags = flags
        .into_iter()
        .filter_map(|(fields, line)| read_red_flag(fields, file, line, problems))
        .collect();
    let helplines = lines
        .into_iter()
        .filter_map(|(fields, line)| read_helpline(fields, file, line, problems))
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
            red_flags,
            helplines,
        });
    }
}

fn read_row(table: &DeTable<'_>, file: &str, line: usize, problems: &mut Vec<Problem>) -> Option<Row> {
    let place = Place::new(file, line);
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
    let place = Place::new(file, line);
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
