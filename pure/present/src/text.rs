//! Makes any text that a person (or another program) wrote harmless to show.
//!
//! A note can hold anything: markup, terminal commands, characters that turn the reading direction round, thousands of
//! accents on one letter, spreadsheet formulas. Each place it may be shown has one function here, and the function shows
//! the note *as text*. What cannot be shown safely is shown by its code point, `<U+202E>`, so nothing disappears unseen.
//!
//! These functions never drop readable characters, never fail, and never look at meaning.

use std::fmt::Write as _;

/// Accents (combining marks) that may sit on one character before the rest are counted instead of drawn.
/// Vietnamese needs two and Hebrew with cantillation four; stacks beyond that only smear over neighbouring lines.
const MARKS_PER_CHARACTER: usize = 4;

/// One line of text that is safe to print in a terminal.
///
/// Line breaks and tabs become single spaces, so a note cannot forge a second line of output. Control characters, escape
/// sequences, direction overrides and invisible characters become visible code points.
///
/// ```
/// use ebb_present::text;
/// assert_eq!(text::for_terminal("tea\nat\tnoon"), "tea at noon");
/// assert_eq!(text::for_terminal("\u{1b}[31mred"), "<U+001B>[31mred");
/// ```
#[must_use]
pub fn for_terminal(written: &str) -> String {
    harmless(written, LineBreaks::BecomeSpaces, Isolates::Show)
}

/// The lines of a longer note, each safe to print in a terminal. Indent them, so that no line can pass for Ebb's own.
#[must_use]
pub fn for_terminal_lines(written: &str) -> Vec<String> {
    let kept = harmless(written, LineBreaks::Stay, Isolates::Show);
    kept.split('\n').map(str::to_owned).collect()
}

/// Text that is safe between HTML tags and inside a quoted attribute. Line breaks stay (show them with `pre-line`), and
/// so do the direction isolates of [`crate::words`], as long as each that opens also closes on its line.
///
/// ```
/// use ebb_present::text;
/// assert_eq!(text::for_html("<b>2 & 3</b>"), "&lt;b&gt;2 &amp; 3&lt;/b&gt;");
/// ```
#[must_use]
pub fn for_html(written: &str) -> String {
    let isolates = if isolates_close(written) {
        Isolates::Stay
    } else {
        Isolates::Show
    };
    escape_markup(&harmless(written, LineBreaks::Stay, isolates))
}

/// A label in a picture, on one line. Direction isolates are left out: a label stands alone and needs none.
#[must_use]
pub fn for_label(written: &str) -> String {
    harmless(written, LineBreaks::BecomeSpaces, Isolates::LeaveOut)
}

/// Text that is safe inside an SVG or other XML text node or quoted attribute: as [`for_label`], with markup escaped.
#[must_use]
pub fn for_svg(written: &str) -> String {
    escape_markup(&for_label(written))
}

/// A spreadsheet cell that stays text: a leading `'` is added where a spreadsheet could read a formula.
///
/// Quoting and separators are the CSV writer's work. Use this for words only; numbers Ebb writes itself need none of it.
/// [`from_csv`] takes exactly this back.
///
/// ```
/// use ebb_present::text;
/// assert_eq!(text::for_csv("=1+1"), "'=1+1");
/// assert_eq!(text::for_csv("after lunch"), "after lunch");
/// ```
#[must_use]
pub fn for_csv(written: &str) -> String {
    if reads_as_formula(written) {
        format!("'{written}")
    } else {
        written.to_owned()
    }
}

/// What [`for_csv`] was given, from what it returned. Text that [`for_csv`] would not have written comes back unchanged.
#[must_use]
pub fn from_csv(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if reads_as_formula(rest) => rest,
        _ => cell,
    }
}

/// The beginning of a text that is already safe, cut to at most `columns` characters with a closing `…` where cut.
#[must_use]
pub fn shorten(safe: &str, columns: usize) -> String {
    if safe.chars().count() <= columns {
        return safe.to_owned();
    }
    let kept: String = safe.chars().take(columns.saturating_sub(1)).collect();
    if columns == 0 {
        String::new()
    } else {
        format!("{}…", kept.trim_end())
    }
}

#[derive(Clone, Copy, PartialEq)]
enum LineBreaks {
    BecomeSpaces,
    Stay,
}

/// What becomes of the two isolates that [`crate::words`] puts around variables on a page.
#[derive(Clone, Copy, PartialEq)]
enum Isolates {
    Stay,
    LeaveOut,
    Show,
}

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Whether every isolate that opens closes again on the same line, and none closes that was not open.
fn isolates_close(written: &str) -> bool {
    written
        .split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        .all(|line| {
            let mut n_open = 0i32;
            for character in line.chars() {
                n_open += i32::from(character == FIRST_STRONG_ISOLATE) - i32::from(character == POP_ISOLATE);
                if n_open < 0 {
                    return false;
                }
            }
            n_open == 0
        })
}

/// Leading apostrophes are looked through, so that adding one can always be undone; leading white space is looked
/// through because some spreadsheets trim it. The wide forms are read as the narrow ones by some.
fn reads_as_formula(cell: &str) -> bool {
    let behind_quotes = cell.trim_start_matches('\'');
    if behind_quotes.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    behind_quotes
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn escape_markup(safe: &str) -> String {
    let mut escaped = String::with_capacity(safe.len() + 16);
    for character in safe.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '`' => escaped.push_str("&#96;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn harmless(written: &str, line_breaks: LineBreaks, isolates: Isolates) -> String {
    let mut shown = String::with_capacity(written.len());
    let mut characters = written.chars().peekable();
    let mut previous = ' ';
    let mut n_marks = 0;
    let mut n_marks_hidden = 0;
    while let Some(character) = characters.next() {
        if is_combining(character) {
            n_marks += 1;
            if n_marks > MARKS_PER_CHARACTER {
                n_marks_hidden += 1;
                continue;
            }
            shown.push(character);
            continue;
        }
        close_marks(&mut shown, &mut n_marks_hidden);
        n_marks = 0;
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => push_line_break(&mut shown, line_breaks),
            '\t' => shown.push(' '),
            FIRST_STRONG_ISOLATE | POP_ISOLATE if isolates == Isolates::Stay => shown.push(character),
            FIRST_STRONG_ISOLATE | POP_ISOLATE if isolates == Isolates::LeaveOut => {}
            '\u{200c}' | '\u{200d}' if joins_letters(previous, characters.peek().copied()) => shown.push(character),
            other if is_unsafe(other) => push_code_point(&mut shown, other),
            other => shown.push(other),
        }
        previous = character;
    }
    close_marks(&mut shown, &mut n_marks_hidden);
    shown
}

fn push_line_break(shown: &mut String, line_breaks: LineBreaks) {
    match line_breaks {
        LineBreaks::BecomeSpaces => shown.push(' '),
        LineBreaks::Stay => shown.push('\n'),
    }
}

fn close_marks(shown: &mut String, n_marks_hidden: &mut usize) {
    if *n_marks_hidden > 0 {
        push_formatted(shown, format_args!("<+{n_marks_hidden} marks>"));
        *n_marks_hidden = 0;
    }
}

fn push_code_point(shown: &mut String, character: char) {
    push_formatted(shown, format_args!("<U+{:04X}>", u32::from(character)));
}

fn push_formatted(shown: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = shown.write_fmt(arguments);
}

/// A joiner has a job between two letters of a joining script or two emoji, and none beside plain ASCII.
fn joins_letters(previous: char, next: Option<char>) -> bool {
    !previous.is_ascii() && next.is_some_and(|next| !next.is_ascii() && !is_unsafe(next))
}

/// Characters that command a terminal, turn text round, or hide.
fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'           // controls
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}'    // soft hyphen, joiners, direction marks
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // fillers that look like nothing
        | '\u{17b4}' | '\u{17b5}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that are drawn on the character before them.
fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{34e}' | '\u{350}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{6d6}'..='\u{6dc}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}
