//! What the check-in and the craving screen start from, and the people to call: the person's own words.

use super::logging::{most_frequent, wall_minutes};
use ebb_core::diary::{Diary, Logged};
use ebb_core::entry::EntryId;
use ebb_core::event::Person;
use ebb_core::view::Frame;
use ebb_present::text;
use serde::{Deserialize, Serialize};

/// Words offered.
const TRIGGERS: usize = 10;
/// Cravings and doses back that words are looked for in.
const LOOK_BACK: usize = 120;

/// What both forms start from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarePad {
    /// Now on the wall clock, `2026-02-03T18:00`, as the latest time.
    pub now: String,
    /// What set urges off and what doses were taken for, in this person's own words, most frequent first.
    pub triggers: Vec<String>,
}

/// Builds it.
pub(crate) fn care_pad(diary: &Diary, frame: &Frame) -> CarePad {
    let triggers = diary.cravings.iter().rev().take(LOOK_BACK);
    let triggers = triggers.filter_map(|craving| craving.body.trigger.as_deref());
    let reasons = diary.doses.iter().rev().take(LOOK_BACK);
    let reasons = reasons.filter_map(|dose| dose.body.reason.as_deref());
    // Several words of one entry are joined by commas; each is a word of its own.
    let words = triggers.chain(reasons).flat_map(|text| text.split(','));
    let words = words.map(str::trim).filter(|word| !word.is_empty());
    CarePad {
        now: wall_minutes(frame),
        triggers: most_frequent(words.map(str::to_owned), TRIGGERS),
    }
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// The entry, to remove it.
    pub id: EntryId,
    /// What the person calls them.
    pub name: String,
    /// The number, for reading; empty if there is none.
    pub number: String,
    /// What a telephone link points to, if there is a number.
    pub link: Option<String>,
    /// Anything else; empty if there is nothing.
    pub note: String,
}

/// The person's own people, in the order they were added.
pub(crate) fn people(diary: &Diary) -> Vec<PersonLine> {
    let shown = |written: &Option<String>| text::for_label(written.as_deref().unwrap_or_default());
    let line = |logged: &Logged<Person>| PersonLine {
        id: logged.id,
        name: text::for_label(&logged.body.name),
        number: shown(&logged.body.number),
        link: logged.body.number.as_deref().and_then(call_link),
        note: shown(&logged.body.note),
    };
    diary.people.iter().map(line).collect()
}

/// `tel:+436645550134` for what was typed as a number, or nothing if it is none: digits, with a plus in front or not, and
/// the signs people put between them.
pub(crate) fn call_link(number: &str) -> Option<String> {
    let number = number.trim();
    let is_number = number
        .chars()
        .all(|c| c.is_ascii_digit() || "+ -/().\u{a0}".contains(c));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plus = if number.starts_with('+') { "+" } else { "" };
    (is_number && digits.len() >= 2 && number.matches('+').count() <= 1).then(|| format!("tel:{plus}{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_becomes_a_link_and_words_do_not() {
        let check = |typed, expected: Option<&str>| assert_eq!(call_link(typed).as_deref(), expected, "{typed}");
        check("+43 664 555-01/34", Some("tel:+436645550134"));
        check("(0664) 555 01.34", Some("tel:06645550134"));
        check("112", Some("tel:112"));
        check("javascript:alert(1)", None);
        check("0664 Mira", None);
        check("+", None);
        check("", None);
    }
}
