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

use std::sync::Arc;

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
    bundle: Arc<FluentBundle<FluentResource>>,
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
        // The parser keeps what it can read of a faulty file; a test proves that our files have no faults.
        let resource = match FluentResource::try_new(source(language).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self {
            bundle: Arc::new(bundle),
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
        let Some(pattern) = self.bundle.get_message(&key).and_then(|message| message.value()) else {
            return key;
        };
        arguments.set(SURFACE, self.surface.name());
        let mut faults = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut faults)
            .into_owned()
    }
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
