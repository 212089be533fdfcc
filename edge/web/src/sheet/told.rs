//! Sentences in which the person's own figures are marked, so that the page can cover them.
//!
//! The marks are two noncharacters, which Unicode keeps for use inside a program and which stand in no text. They never
//! reach the screen: the page splits at them ([`Told::pieces`]).

use serde::{Deserialize, Serialize};

const OPENS: char = '\u{fdd0}';
const CLOSES: char = '\u{fdd1}';

/// A sentence with its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Told(String);

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words anybody may read over a shoulder.
    Words(String),
    /// A figure of the person.
    Amount(String),
}

/// Marks a figure of the person; the result may be put into any message.
pub(crate) fn amount(figure: &str) -> String {
    format!("{OPENS}{figure}{CLOSES}")
}

impl Told {
    /// The sentence in pieces, in order. A mark without its partner counts for the rest of the sentence.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut push = |text: &str, piece: fn(String) -> Piece| {
            let text: String = text.chars().filter(|c| !matches!(*c, OPENS | CLOSES)).collect();
            if !text.is_empty() {
                pieces.push(piece(text));
            }
        };
        let mut rest = self.0.as_str();
        while let Some((words, after)) = rest.split_once(OPENS) {
            push(words, Piece::Words);
            let (figure, after) = after.split_once(CLOSES).unwrap_or((after, ""));
            push(figure, Piece::Amount);
            rest = after;
        }
        push(rest, Piece::Words);
        pieces
    }

    /// The sentence without its marks.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.chars().filter(|c| !matches!(*c, OPENS | CLOSES)).collect()
    }

    /// The sentence with every figure replaced, for those who hear it while figures are covered.
    #[must_use]
    pub fn covered(&self, cover: &str) -> String {
        let piece = |piece| match piece {
            Piece::Words(words) => words,
            Piece::Amount(_) => cover.to_owned(),
        };
        self.pieces().into_iter().map(piece).collect()
    }

    /// The sentence with its marks, to be put into another.
    pub(crate) fn into_marked(self) -> String {
        self.0
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Told {
    fn from(sentence: String) -> Self {
        Self(sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: String) -> Told {
        Told::from(sentence)
    }

    #[test]
    fn a_sentence_comes_apart_at_its_figures_and_loses_no_word() {
        let sentence = told(format!("Log {} green, then {}.", amount("2.5 g"), amount("3")));
        assert_eq!(
            sentence.pieces(),
            [
                Piece::Words("Log ".to_owned()),
                Piece::Amount("2.5 g".to_owned()),
                Piece::Words(" green, then ".to_owned()),
                Piece::Amount("3".to_owned()),
                Piece::Words(".".to_owned()),
            ]
        );
        assert_eq!(sentence.plain(), "Log 2.5 g green, then 3.");
        assert_eq!(sentence.covered("hidden"), "Log hidden green, then hidden.");
    }

    #[test]
    fn a_mark_without_its_partner_never_reaches_the_screen() {
        for sentence in ["a\u{fdd0}b", "a\u{fdd1}b", "\u{fdd1}a\u{fdd0}\u{fdd0}b\u{fdd1}"] {
            let pieces = told(sentence.to_owned()).pieces();
            let text: String = pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Words(text) | Piece::Amount(text) => text.as_str(),
                })
                .collect();
            assert_eq!(text, "ab", "{sentence:?}");
        }
        assert!(told(String::new()).pieces().is_empty());
    }
}
