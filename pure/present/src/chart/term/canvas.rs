//! A grid of characters with an ink each, and Braille dots laid over them.

use crate::chart::measure;
use crate::chart::term::{Charset, Color};

/// What a character is for, and so its color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    Strong,
    Quiet,
    Line,
    Range,
    Now,
    Own,
}

impl Ink {
    /// The parameters of the escape sequence.
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("1"),
            Self::Quiet => Some("2"),
            Self::Line => Some("36"),
            Self::Range => Some("2;36"),
            Self::Now => Some("33"),
            Self::Own => Some("35"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    character: char,
    ink: Ink,
    /// Braille dots, one bit each.
    dots: u8,
}

const BLANK: Cell = Cell {
    character: ' ',
    ink: Ink::Plain,
    dots: 0,
};

/// The right half of a wide character.
const COVERED: char = '\u{0}';

pub(super) struct Canvas {
    columns: usize,
    charset: Charset,
    rows: Vec<Vec<Cell>>,
}

impl Canvas {
    pub(super) fn new(columns: usize, charset: Charset) -> Self {
        Self {
            columns,
            charset,
            rows: Vec::new(),
        }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    pub(super) fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// The sign the terminal can show.
    pub(super) fn sign(&self, unicode: char, ascii: char) -> char {
        match self.charset {
            Charset::Unicode => unicode,
            Charset::Ascii => ascii,
        }
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.charset == Charset::Ascii
    }

    /// Adds a row with words in it and tells its number.
    pub(super) fn write_row(&mut self, column: usize, words: &str, ink: Ink) -> usize {
        self.rows.push(vec![BLANK; self.columns]);
        let row = self.rows.len() - 1;
        self.write(row, column, words, ink);
        row
    }

    /// Adds empty rows.
    pub(super) fn add_rows(&mut self, n_rows: usize) {
        for _ in 0..n_rows {
            self.rows.push(vec![BLANK; self.columns]);
        }
    }

    /// Writes words into a row; what does not fit is left out. In ASCII, other characters become `?`, dashes become `-`.
    pub(super) fn write(&mut self, row: usize, column: usize, words: &str, ink: Ink) {
        let mut column = column;
        for character in words.chars() {
            let character = if self.is_ascii() {
                as_ascii(character)
            } else {
                character
            };
            let width = measure::columns(character.encode_utf8(&mut [0; 4]));
            if width == 0 || column + width > self.columns {
                continue;
            }
            self.put(row, column, character, ink);
            if width == 2 {
                self.put(row, column + 1, COVERED, ink);
            }
            column += width;
        }
    }

    pub(super) fn put(&mut self, row: usize, column: usize, character: char, ink: Ink) {
        if let Some(cell) = self.cell(row, column) {
            *cell = Cell {
                character,
                ink,
                dots: 0,
            };
        }
    }

    /// Puts a character only where nothing is yet.
    pub(super) fn put_behind(&mut self, row: usize, column: usize, character: char, ink: Ink) {
        if let Some(cell) = self
            .cell(row, column)
            .filter(|cell| cell.character == ' ' && cell.dots == 0)
        {
            *cell = Cell {
                character,
                ink,
                dots: 0,
            };
        }
    }

    /// Sets a Braille dot: two across and four down in each character.
    pub(super) fn dot(&mut self, dot_row: usize, dot_column: usize, ink: Ink) {
        let bit = match (dot_column % 2, dot_row % 4) {
            (0, 3) => 0x40,
            (1, 3) => 0x80,
            (0, down) => 1 << down,
            (_, down) => 8 << down,
        };
        if let Some(cell) = self.cell(dot_row / 4, dot_column / 2) {
            cell.dots |= bit;
            cell.ink = ink;
        }
    }

    /// Breaks words into lines that fit behind an indent.
    pub(super) fn wrapped(&self, words: &str, indent: usize) -> Vec<String> {
        let widest = self.columns.saturating_sub(indent).max(1);
        let mut lines: Vec<String> = Vec::new();
        for word in words.split_whitespace() {
            let width = measure::columns(word);
            match lines.last_mut() {
                Some(line) if measure::columns(line) + 1 + width <= widest => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// Adds the key: signs with their words, as many in a row as fit.
    pub(super) fn write_key(&mut self, items: &[(char, Ink, String)]) {
        let mut column = self.columns;
        let mut row = 0;
        for (sign, ink, words) in items {
            let words = crate::text::shorten(words, self.columns.saturating_sub(3));
            let width = 2 + measure::columns(&words);
            if column + width > self.columns {
                row = self.write_row(0, "", Ink::Plain);
                column = 0;
            }
            self.put(row, column, *sign, *ink);
            self.write(row, column + 2, &words, Ink::Quiet);
            column += width + 3;
        }
    }

    /// The rows as text, without blanks at their ends.
    pub(super) fn text(&self, color: Color) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let end = row
                .iter()
                .rposition(|cell| cell.character != ' ' || cell.dots != 0)
                .map_or(0, |last| last + 1);
            let mut current = Ink::Plain;
            for cell in &row[..end] {
                if cell.character == COVERED {
                    continue;
                }
                let character = if cell.dots == 0 {
                    cell.character
                } else {
                    braille(cell.dots)
                };
                let ink = if character == ' ' { current } else { cell.ink };
                if color == Color::Ansi && ink != current {
                    push_ink(&mut text, current, ink);
                    current = ink;
                }
                text.push(character);
            }
            if color == Color::Ansi && current != Ink::Plain {
                push_ink(&mut text, current, Ink::Plain);
            }
            text.push('\n');
        }
        text
    }

    fn cell(&mut self, row: usize, column: usize) -> Option<&mut Cell> {
        self.rows.get_mut(row)?.get_mut(column)
    }
}

fn push_ink(text: &mut String, before: Ink, ink: Ink) {
    if before != Ink::Plain {
        text.push_str("\u{1b}[0m");
    }
    if let Some(code) = ink.code() {
        text.push_str("\u{1b}[");
        text.push_str(code);
        text.push('m');
    }
}

fn braille(dots: u8) -> char {
    char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ')
}

fn as_ascii(character: char) -> char {
    match character {
        ' '..='~' => character,
        '–' | '—' | '−' | '‐' => '-',
        '…' => '.',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => '?',
    }
}
