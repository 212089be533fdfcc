//! Rows of a table as RFC 4180 wants them, safe to open in a spreadsheet.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// First letters that make a spreadsheet run a cell, plain and full-width.
const RUNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A table under way.
pub(super) struct Table {
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    pub(super) fn new(header: &[&str]) -> Self {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(Vec::new());
        record(&mut writer, header.iter().copied());
        Self { writer }
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        record(&mut self.writer, cells.iter().map(String::as_str));
    }

    pub(super) fn finish(self) -> String {
        let bytes = self.writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

fn record<'a>(writer: &mut csv::Writer<Vec<u8>>, cells: impl Iterator<Item = &'a str>) {
    if writer.write_record(cells).is_err() {
        unreachable!("every row has as many cells as the header, and memory does not refuse");
    }
}

/// Words of the person's own: a cell that a spreadsheet would run gets an apostrophe in front.
pub(super) fn words(text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    if text.trim_start_matches(' ').starts_with(RUNS) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A number with a point, or nothing; nothing is unknown, never zero.
pub(super) fn number(value: Option<f64>) -> String {
    value.map(|v| format!("{v}")).unwrap_or_default()
}

/// A stable word of the frozen form, such as `capsule` or `oral`.
pub(super) fn stable_word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
