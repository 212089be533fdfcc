//! Help as text: the signs that must not wait and the lines of one place. It needs no diary and no frame.

use super::{say, wrapped};
use crate::help::{Place, RedFlag, grounds, helplines, red_flags};
use crate::number::Numbers;
use crate::words::Words;

const INDENT: &str = "  ";

/// The screen, for a country code the person chose. The lines stand first: who needs them has no time to read.
#[must_use]
pub fn help(words: &Words, numbers: &Numbers, country: &str, columns: usize) -> String {
    let mut text = wrapped(&words.help_lead(), "", columns);
    text.push_str("\n\n");
    text.push_str(&lines(words, &helplines(words, numbers, country), columns));
    text.push('\n');
    text.push_str(&signs(words, &red_flags(words), columns));
    text.push('\n');
    say(&mut text, &words.help_urgency_is_ours(), "", columns);
    text
}

fn lines(words: &Words, place: &Place, columns: usize) -> String {
    let mut text = format!("{} · {}\n", words.help_lines_title(), place.name);
    let widest = place
        .lines
        .iter()
        .map(|line| line.number.chars().count())
        .max()
        .unwrap_or(0);
    for line in &place.lines {
        let said = [
            line.service_said.as_str(),
            line.name,
            line.reach.as_str(),
            line.hours.as_str(),
            line.checked.as_str(),
        ]
        .join(", ");
        let indent = " ".repeat(INDENT.len() + widest + 2);
        let said = wrapped(&said, &indent, columns);
        text.push_str(&format!("{INDENT}{:<widest$}  {}\n", line.number, said.trim_start()));
    }
    say(&mut text, &place.notice, INDENT, columns);
    text
}

fn signs(words: &Words, flags: &[RedFlag], columns: usize) -> String {
    let mut text = format!("{}\n", words.help_signs_title());
    let mut said = "";
    for flag in flags {
        if flag.act_said != said {
            said = &flag.act_said;
            text.push_str(&format!("\n{said}:\n"));
        }
        text.push_str(&format!(
            "\n{}\n",
            wrapped(&flag.sign, "- ", columns).replace("\n- ", "\n  ")
        ));
        text.push_str(&format!("{}\n", wrapped(&flag.what_to_do, INDENT, columns)));
        let why = format!("{} {}", flag.why, grounds(words, flag.grade));
        text.push_str(&format!("{}\n", wrapped(&why, INDENT, columns)));
    }
    text
}
