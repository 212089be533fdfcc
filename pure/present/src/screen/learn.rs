//! Learn as text: the list of pages, and one page with its facts and their grounds. A picture is named, not drawn.

use super::wrapped;
use crate::learn::{Fact, Page, contents, curve_said};
use crate::words::Words;

const INDENT: &str = "  ";

/// The list of pages: the name to ask for, and the title.
#[must_use]
pub fn list(words: &Words) -> String {
    let pages = contents(words);
    let widest = pages.iter().map(|(slug, _)| slug.len()).max().unwrap_or(0);
    let line = |(slug, title): &(&str, String)| format!("{slug:<widest$}  {title}\n");
    pages.iter().map(line).collect()
}

/// One page.
#[must_use]
pub fn page(words: &Words, page: &Page, columns: usize) -> String {
    let mut text = format!("{}\n\n{}\n", page.title, wrapped(&page.lead, "", columns));
    for section in &page.sections {
        text.push_str(&format!("\n{}\n", section.heading));
        for paragraph in &section.paragraphs {
            text.push_str(&format!("{}\n", wrapped(paragraph, INDENT, columns)));
        }
        for fact in &section.facts {
            text.push_str(&fact_lines(fact, columns));
        }
        if let Some(curve) = section.curve {
            text.push_str(&format!("{}\n", wrapped(&curve_said(words, curve), INDENT, columns)));
        }
    }
    text
}

fn fact_lines(fact: &Fact, columns: usize) -> String {
    let hanging = |text: &str| wrapped(text, "    ", columns);
    let said = hanging(&fact.text).replacen("    ", "  - ", 1);
    format!("{said}\n{}\n", hanging(&fact.grounds))
}
