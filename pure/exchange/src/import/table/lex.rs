//! Cuts text into records and cells (RFC 4180, leniently), keeping line numbers.
//!
//! Written here rather than taken from a library because a quote that is never closed must cost one cell, not the rest
//! of the file: every reader we know swallows the following rows. Never loses a row without a warning; linear in the
//! length of the text.

use crate::import::ImportError;
use crate::import::row::Warning;
use std::borrow::Cow;

/// Most records read from one table.
pub(crate) const MAX_RECORDS: usize = 500_000;
/// Most cells in one record.
pub(crate) const MAX_CELLS: usize = 2_000;
/// Most cells in one table, so that a file of separators cannot fill the memory.
pub(crate) const MAX_ALL_CELLS: usize = 4_000_000;
/// How much of a text is looked at to find its delimiter.
const SAMPLE_BYTES: usize = 64 * 1024;
const SAMPLE_RECORDS: usize = 200;

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record<'t> {
    /// Line on which it begins, from 1.
    pub(crate) line: usize,
    /// Its cells, quotes removed, not trimmed.
    pub(crate) cells: Vec<Cow<'t, str>>,
}

impl Record<'_> {
    /// The cell at `index`, trimmed; empty when the row is too short.
    pub(crate) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |c| c.trim())
    }

    /// Whether every cell is blank.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|c| c.trim().is_empty())
    }

    /// Where it stands.
    pub(crate) fn place(&self) -> String {
        place(self.line)
    }

    /// The row as text, for a person to read.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (i, cell) in self.cells.iter().enumerate() {
            if i > 0 {
                text.push_str(" | ");
            }
            text.push_str(cell.trim());
        }
        text
    }
}

/// `line 12`.
pub(crate) fn place(line: usize) -> String {
    format!("line {line}")
}

/// A table cut into records. Blank lines are gone, rows of empty cells are not.
#[derive(Debug, Default)]
pub(crate) struct Lexed<'t> {
    pub(crate) records: Vec<Record<'t>>,
    pub(crate) warnings: Vec<Warning>,
}

/// Cuts `text` at `delimiter` (an ASCII character).
pub(crate) fn lex(text: &str, delimiter: u8) -> Result<Lexed<'_>, ImportError> {
    let mut lexer = Lexer::new(text, delimiter);
    let mut records = Vec::new();
    let mut n_cells = 0;
    while let Some(record) = lexer.record()? {
        if record.cells.len() == 1 && record.is_blank() {
            continue;
        }
        if records.len() == MAX_RECORDS {
            return Err(ImportError::TooMany {
                what: "rows",
                limit: MAX_RECORDS as u64,
            });
        }
        n_cells += record.cells.len();
        if n_cells > MAX_ALL_CELLS {
            return Err(ImportError::TooMany {
                what: "cells",
                limit: MAX_ALL_CELLS as u64,
            });
        }
        records.push(record);
    }
    Ok(Lexed {
        records,
        warnings: lexer.warnings,
    })
}

/// The delimiter among comma, semicolon and tab that cuts most rows into as many cells as the first; `None` when none
/// of them cuts the first row at all.
pub(crate) fn delimiter(text: &str) -> Option<u8> {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best: Option<(u8, usize, usize)> = None;
    for delimiter in [b',', b';', b'\t'] {
        let mut lexer = Lexer::new(sample, delimiter);
        let mut first = 0;
        let (mut same, mut n) = (0usize, 0usize);
        while n < SAMPLE_RECORDS {
            let Ok(Some(record)) = lexer.record() else { break };
            if record.cells.len() == 1 && record.is_blank() {
                continue;
            }
            if n == 0 {
                first = record.cells.len();
            }
            n += 1;
            same += usize::from(record.cells.len() == first);
        }
        if first < 2 {
            continue;
        }
        let share = same * 100 / n.max(1);
        if best.is_none_or(|(_, s, f)| (share, first) > (s, f)) {
            best = Some((delimiter, share, first));
        }
    }
    best.map(|(d, _, _)| d)
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    line: usize,
    delimiter: u8,
    /// Cleared by the first quote that runs to the end of the text, so that no later one makes the same journey.
    may_span_lines: bool,
    warnings: Vec<Warning>,
}

impl<'t> Lexer<'t> {
    fn new(text: &'t str, delimiter: u8) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
            delimiter,
            may_span_lines: true,
            warnings: Vec::new(),
        }
    }

    fn record(&mut self) -> Result<Option<Record<'t>>, ImportError> {
        if self.at >= self.bytes.len() {
            return Ok(None);
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            if cells.len() == MAX_CELLS {
                return Err(ImportError::TooMany {
                    what: "columns",
                    limit: MAX_CELLS as u64,
                });
            }
            cells.push(self.cell());
            match self.bytes.get(self.at) {
                Some(&b) if b == self.delimiter => self.at += 1,
                Some(_) => {
                    self.at += line_end(&self.bytes[self.at..]);
                    self.line += 1;
                    break;
                }
                None => break,
            }
        }
        Ok(Some(Record { line, cells }))
    }

    /// Reads one cell and stops at the delimiter, line end or end of text after it.
    fn cell(&mut self) -> Cow<'t, str> {
        if self.bytes.get(self.at) == Some(&b'"')
            && let Some(cell) = self.quoted()
        {
            return cell;
        }
        let start = self.at;
        let delimiter = self.delimiter;
        let length = self.bytes[start..]
            .iter()
            .position(|&b| b == delimiter || b == b'\n' || b == b'\r')
            .unwrap_or(self.bytes.len() - start);
        self.at = start + length;
        Cow::Borrowed(&self.text[start..self.at])
    }

    /// Reads a cell that begins with a quote; `None`, at the same place, when the quote is no opening one.
    fn quoted(&mut self) -> Option<Cow<'t, str>> {
        let mut cell: Option<String> = None;
        let mut n_line_ends = 0;
        let mut piece = self.at + 1;
        let mut at = piece;
        loop {
            match self.bytes.get(at) {
                None => {
                    self.warn("quote_never_closed");
                    self.may_span_lines = false;
                    return None;
                }
                Some(b'\r' | b'\n') => {
                    if !self.may_span_lines {
                        self.warn("quote_never_closed");
                        return None;
                    }
                    at += line_end(&self.bytes[at..]);
                    n_line_ends += 1;
                }
                Some(b'"') if self.bytes.get(at + 1) == Some(&b'"') => {
                    cell.get_or_insert_default().push_str(&self.text[piece..=at]);
                    at += 2;
                    piece = at;
                }
                Some(b'"') => match self.after_blanks(at + 1) {
                    Some(end) => {
                        let tail = &self.text[piece..at];
                        self.at = end;
                        self.line += n_line_ends;
                        return Some(match cell {
                            None => Cow::Borrowed(tail),
                            Some(cell) => Cow::Owned(cell + tail),
                        });
                    }
                    // A quote inside the cell: on one line it is only a character, but after a line end it is the
                    // opening quote of another row, so ours was never closed.
                    None if n_line_ends > 0 => {
                        self.warn("quote_never_closed");
                        return None;
                    }
                    None => at += 1,
                },
                Some(_) => at += 1,
            }
        }
    }

    /// The place of the delimiter, line end or end of text that follows `at`, if only blanks lie between.
    fn after_blanks(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while self.bytes.get(end) == Some(&b' ') {
            end += 1;
        }
        match self.bytes.get(end) {
            None | Some(b'\r' | b'\n') => Some(end),
            Some(&b) => (b == self.delimiter).then_some(end),
        }
    }

    fn warn(&mut self, what: &'static str) {
        self.warnings.push(Warning {
            place: place(self.line),
            what,
        });
    }
}

/// Length of the line end at the start of `bytes`.
fn line_end(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"\r\n") { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        lex(text, b',')
            .unwrap()
            .records
            .into_iter()
            .map(|r| (r.line, r.cells.into_iter().map(Cow::into_owned).collect()))
            .collect()
    }

    #[test]
    fn all_line_endings_end_a_record_and_count_as_one_line() {
        let got = cells("a,b\r\nc,d\re,f\n\n\"g\nh\",i");
        let want: Vec<(usize, Vec<String>)> = [(1, ["a", "b"]), (2, ["c", "d"]), (3, ["e", "f"]), (5, ["g\nh", "i"])]
            .into_iter()
            .map(|(line, cells)| (line, cells.map(str::to_owned).to_vec()))
            .collect();
        assert_eq!(got, want);
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_one_cell_and_no_row() {
        let lexed = lex("a,\"b\nc,d\ne,\"f\"\n", b',').unwrap();
        assert_eq!(lexed.records.len(), 3);
        assert_eq!(lexed.warnings.len(), 1);
        assert_eq!(lexed.warnings[0].place, "line 1");
        let lexed = lex("a,\"b\nc,d\n", b',').unwrap();
        assert_eq!(lexed.records.len(), 2);
        assert_eq!(lexed.warnings[0].what, "quote_never_closed");
    }

    #[test]
    fn quotes_inside_a_cell_stay_characters() {
        assert_eq!(
            cells("a \"b\" c,\"d \"\"e\"\" f\",\"g\" h\n")[0].1,
            ["a \"b\" c", "d \"e\" f", "\"g\" h"]
        );
    }

    #[test]
    fn many_quotes_that_never_close_take_linear_time() {
        let text = "x,\"\"\"\"y\n".repeat(200_000);
        let lexed = lex(&text, b',').unwrap();
        assert!(lexed.records.len() > 199_000);
    }

    #[test]
    fn a_semicolon_with_decimal_commas_is_not_taken_for_a_comma() {
        assert_eq!(
            delimiter("01.03.2025;22:56;2,5;x\n01.03.2025;23:56;3,5;y\n"),
            Some(b';')
        );
        assert_eq!(delimiter("date,time,grams\n1,2,3\n"), Some(b','));
        assert_eq!(delimiter("when\tamount\n1\t2,5\n"), Some(b'\t'));
        assert_eq!(delimiter("just words\n"), None);
    }
}
