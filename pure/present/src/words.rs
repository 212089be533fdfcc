//! What Ebb says: one typed function per message, over the `.ftl` file of a language.
//!
//! `words.today_title()` cannot be misspelled and cannot miss a variable; a test proves that the file and the functions
//! hold the same messages with the same variables. Errors come as pairs: `err_…` says what happened, `rec_…` what to do.
//!
//! Figures come in as text from [`crate::number`]; counts come in as numbers, because the words around them bend.
//! Text that a person wrote must have gone through [`crate::text`] first: nothing here makes it safe.
//!
//! To add a message: one line in `words/en.ftl` and one line in `words/messages.rs`, or in the pair that bears the name of its
//! screens (`en-web.ftl`, `messages/web.rs`).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::number::Language;

mod messages;

pub use messages::messages;

/// Where the words will be shown. Every message can ask for it as `$surface`, `terminal` or `page`: a command has no place on
/// a page, a button none in a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// A terminal or a plain text file: the words and nothing else.
    Terminal,
    /// A page: variables are wrapped in direction isolates, so a right-to-left name does not turn the sentence round.
    Page,
}

/// All messages of one language, ready to be said. Cheap to clone.
///
/// ```
/// use ebb_present::number::Language;
/// use ebb_present::words::{Surface, Words};
/// let words = Words::new(Language::English, Surface::Terminal);
/// assert_eq!(words.dose_count(1), "1 dose");
/// assert_eq!(words.dose_count(3), "3 doses");
/// ```
#[derive(Clone)]
pub struct Words {
    spoken: Arc<Mutex<Spoken>>,
    language: Language,
    surface: Surface,
}

/// A message as the code knows it: the name of its function and the names of its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// The function's name. The key in the file is the same with hyphens.
    pub name: &'static str,
    /// The variables the message may use.
    pub variables: &'static [&'static str],
}

impl Message {
    /// The key in the `.ftl` file.
    #[must_use]
    pub fn key(&self) -> String {
        key_of(self.name)
    }
}

/// The variable that every message may use without asking for it.
pub const SURFACE: &str = "surface";

impl Surface {
    fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Page => "page",
        }
    }
}

impl Words {
    /// The words of a language for a surface.
    #[must_use]
    pub fn new(language: Language, surface: Surface) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        bundle.set_use_isolating(surface == Surface::Page);
        let spoken = Spoken {
            bundle,
            unread: entries_of(source(language)),
        };
        Self {
            spoken: Arc::new(Mutex::new(spoken)),
            language,
            surface,
        }
    }

    /// The language these words are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Says a message. A message that is missing shows its key: better than silence, and a test keeps it from happening.
    fn say(&self, name: &str, mut arguments: FluentArgs<'_>) -> String {
        let key = key_of(name);
        let mut spoken = self.spoken();
        spoken.read(&key);
        let bundle = &spoken.bundle;
        let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else {
            return key;
        };
        arguments.set(SURFACE, self.surface.name());
        let mut faults = Vec::new();
        bundle
            .format_pattern(pattern, Some(&arguments), &mut faults)
            .into_owned()
    }

    fn spoken(&self) -> MutexGuard<'_, Spoken> {
        // Whoever stopped while reading left messages that are whole.
        self.spoken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The messages that were said already, and the text of those that were not: reading all of them takes a while on a phone,
/// and a screen says a few dozen.
struct Spoken {
    bundle: FluentBundle<FluentResource>,
    /// Key and entry, sorted by key.
    unread: Vec<(&'static str, &'static str)>,
}

impl Spoken {
    /// Reads a message the first time it is said.
    fn read(&mut self, key: &str) {
        if self.bundle.has_message(key) {
            return;
        }
        let Ok(place) = self.unread.binary_search_by_key(&key, |(key, _)| key) else {
            return;
        };
        // The parser keeps what it can read of a faulty entry; a test proves that our files have no faults.
        let resource = match FluentResource::try_new(self.unread[place].1.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.bundle.add_resource_overriding(resource);
    }
}

/// Where each message begins and ends: it begins with its key at the beginning of a line. No message of ours speaks of
/// another, so each can be read alone.
fn entries_of(source: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut entries: Vec<(&str, &str)> = Vec::new();
    let mut ends_at = source.len();
    for (at, line) in lines_backwards(source) {
        let is_message = line.starts_with(|first: char| first.is_ascii_alphabetic());
        if is_message {
            let key = line.split([' ', '=']).next().unwrap_or_default();
            entries.push((key, &source[at..ends_at]));
        }
        // A comment ends the message before it, too; every other line belongs to it.
        if is_message || line.starts_with('#') {
            ends_at = at;
        }
    }
    entries.sort_by_key(|(key, _)| *key);
    entries
}

fn lines_backwards(source: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let text = rest.strip_suffix('\n').unwrap_or(rest);
        let at = text.rfind('\n').map_or(0, |before| before + 1);
        rest = &rest[..at];
        Some((at, &text[at..]))
    })
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Words")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// The text of a language's `.ftl` files, one after another.
#[must_use]
pub fn source(language: Language) -> &'static str {
    match language {
        Language::English => concat!(
            include_str!("../words/en.ftl"),
            include_str!("../words/en-help.ftl"),
            include_str!("../words/en-learn.ftl"),
            include_str!("../words/en-web.ftl"),
            include_str!("../words/en-screens.ftl"),
            include_str!("../words/en-score.ftl"),
            include_str!("../words/en-learned.ftl"),
            include_str!("../words/en-web-care.ftl"),
            include_str!("../words/en-web-data.ftl"),
            include_str!("../words/en-web-days.ftl"),
            include_str!("../words/en-web-learned.ftl"),
            include_str!("../words/en-web-log.ftl"),
        ),
    }
}

/// Plural rules come from the tag; an unreadable tag would fall back on rules without plurals.
fn identifier(language: Language) -> LanguageIdentifier {
    language.tag().parse().unwrap_or_default()
}

fn key_of(name: &str) -> String {
    name.replace('_', "-")
}

/// What a variable may be, as the runtime wants it.
fn value<'a>(argument: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    argument.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::{Entry, Message};

    fn messages_of(text: &'static str) -> Vec<Message<&'static str>> {
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, faults)| panic!("{faults:?} in {text}"));
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            // What was written above a message is no part of it.
            Entry::Message(message) => Some(Message {
                comment: None,
                ..message
            }),
            _ => None,
        });
        messages.collect()
    }

    #[test]
    fn a_message_read_alone_is_the_message_of_the_file() {
        let whole = source(Language::English);
        let mut alone: Vec<_> = entries_of(whole)
            .into_iter()
            .map(|(key, text)| {
                let messages = messages_of(text);
                assert_eq!(messages.len(), 1, "{text}");
                assert_eq!(messages[0].id.name, key);
                (text.as_ptr(), messages)
            })
            .collect();
        alone.sort_by_key(|(at, _)| *at);
        let alone: Vec<_> = alone.into_iter().flat_map(|(_, messages)| messages).collect();
        assert_eq!(alone, messages_of(whole));
    }
}
