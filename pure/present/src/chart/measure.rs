//! How wide a line of text will be, without a font: a little too wide on purpose, so that labels never touch.
//!
//! The shares are those of common sans-serif faces, widened by a tenth because the reader's own face is not known.

use super::scene::Style;

/// How much wider bold letters are.
const BOLD: f64 = 1.09;

/// Width of a text in pixels when it is written in a style.
pub(crate) fn width(text: &str, style: Style) -> f64 {
    text.chars().map(share_of_em).sum::<f64>() * em(style)
}

/// Width of one em, a tenth wider than it is.
fn em(style: Style) -> f64 {
    let (size, weight) = style.look().font.unwrap_or((0.0, 400));
    size * 1.1 * if weight >= 600 { BOLD } else { 1.0 }
}

/// Columns a text takes in a terminal.
pub(crate) fn columns(text: &str) -> usize {
    text.chars()
        .map(|character| {
            if is_mark(character) {
                0
            } else {
                1 + usize::from(is_wide(character))
            }
        })
        .sum()
}

/// Breaks a text at spaces into lines no wider than `widest` pixels; a single longer word stays whole.
pub(crate) fn wrapped(text: &str, style: Style, widest: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, style) + width(" ", style) + width(word, style) <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| cut(&line, style, widest)).collect()
}

/// The text, or its beginning and `…` where it is wider than `widest` pixels.
pub(crate) fn cut(text: &str, style: Style, widest: f64) -> String {
    if width(text, style) <= widest {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = width("…", style);
    for character in text.chars() {
        used += share_of_em(character) * em(style);
        if used > widest {
            break;
        }
        kept.push(character);
    }
    format!("{}…", kept.trim_end())
}

fn share_of_em(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | ' ' => 0.28,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '…' | '@' | '−' => 0.86,
        'a'..='z' | '0'..='9' | '–' => 0.57,
        'A'..='Z' => 0.7,
        other if is_mark(other) => 0.0,
        other if other.is_ascii() => 0.6,
        other if is_wide(other) => 1.1,
        _ => 0.72,
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{591}'..='\u{5bd}')
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}
