//! How hard a passphrase is to guess, judged from below: a text is as strong as its cheapest description.
//!
//! A guesser tries words, dates, runs of keys and repeats before anything else, so each of those counts as one guess from
//! a list and not as so many letters. No list of words is carried: every run of letters is taken for words of a list. It
//! is a hint, and never stands in the way.

/// What is said about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// Nothing typed yet.
    Nothing,
    /// A repeat or a run of keys: tried first.
    Pattern,
    Weak,
    Fair,
    Strong,
}

/// Guesses, in powers of two. With the slow key derivation a guess costs about as much as a million quick ones (2^20).
const FAIR_BITS: f64 = 40.0;
const STRONG_BITS: f64 = 56.0;
/// One word of a list of a few thousand.
const WORD_BITS: f64 = 12.0;
/// Letters that a long run without spaces has for each word in it.
const LETTERS_PER_WORD: f64 = 5.5;
/// A digit, and a date at most.
const DIGIT_BITS: f64 = 3.3;
/// A sign between words is one of a few.
const SIGN_BITS: f64 = 3.0;
/// A character of a jumble of letters, digits and signs.
const JUMBLE_BITS: f64 = 5.0;
/// Something said before, or a run of neighbors.
const AGAIN_BITS: f64 = 1.0;
const RUN_BITS: f64 = 5.0;

/// Neighbors on keyboards and in the alphabet.
const RUNS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
];

impl Strength {
    /// Judges a passphrase.
    pub(super) fn of(text: &str) -> Self {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Self::Nothing;
        }
        if text.chars().count() >= 4 && (is_run(&text) || is_repeat(&text)) {
            return Self::Pattern;
        }
        let plain: String = text.chars().map(letter_meant).collect();
        match bits(&text).min(bits(&plain) + SIGN_BITS) {
            bits if bits < FAIR_BITS => Self::Weak,
            bits if bits < STRONG_BITS => Self::Fair,
            _ => Self::Strong,
        }
    }
}

/// The letter a sign or digit is often put for: guessers try that at once.
fn letter_meant(c: char) -> char {
    match c {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        other => other,
    }
}

/// Of the whole: the sum of its parts, each part only once.
fn bits(text: &str) -> f64 {
    let mut seen: Vec<&str> = Vec::new();
    let mut sum = 0.0;
    for part in text.split_whitespace() {
        sum += if seen.contains(&part) {
            AGAIN_BITS
        } else {
            part_bits(part)
        };
        seen.push(part);
    }
    sum
}

/// Of a part without spaces.
fn part_bits(part: &str) -> f64 {
    if is_run(part) {
        return RUN_BITS;
    }
    if is_repeat(part) {
        return RUN_BITS + AGAIN_BITS;
    }
    let n = part.chars().count() as f64;
    let pieces = pieces(part);
    // Words with a few digits or signs between them have long pieces; a jumble has short ones.
    if pieces.len() >= 3 && n / pieces.len() as f64 <= 2.5 {
        return n * JUMBLE_BITS;
    }
    pieces.iter().map(|piece| piece_bits(piece)).sum()
}

fn piece_bits(piece: &str) -> f64 {
    let n = piece.chars().count() as f64;
    match piece.chars().next() {
        Some(first) if first.is_alphabetic() => {
            let words = (n / LETTERS_PER_WORD).round().max(1.0);
            // A piece shorter than a word cannot hold more than its letters.
            (words * WORD_BITS).min(n * 4.7)
        }
        Some(first) if first.is_ascii_digit() => n.min(8.0) * DIGIT_BITS,
        Some(_) => SIGN_BITS,
        None => 0.0,
    }
}

/// Runs of letters, of digits and of signs.
fn pieces(part: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphabetic(), c.is_ascii_digit());
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut before = None;
    for (at, c) in part.char_indices() {
        if before.is_some_and(|before| kind(before) != kind(c)) {
            pieces.push(&part[from..at]);
            from = at;
        }
        before = Some(c);
    }
    pieces.push(&part[from..]);
    pieces
}

/// Whether it walks along a row of keys or the alphabet, forward or backward.
fn is_run(text: &str) -> bool {
    let n = text.chars().count();
    let backward: String = text.chars().rev().collect();
    n >= 3 && RUNS.iter().any(|run| run.contains(text) || run.contains(&backward))
}

/// Whether it is one short piece over and over, as in `aaaa` or `nightnight`.
fn is_repeat(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (1..=chars.len() / 2)
        .filter(|length| chars.len().is_multiple_of(*length))
        .any(|length| chars.chunks(length).all(|chunk| chunk == &chars[..length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: Strength, texts: &[&str]) {
        for text in texts {
            assert_eq!(Strength::of(text), expected, "{text}");
        }
    }

    #[test]
    fn five_words_that_have_nothing_to_do_with_each_other_are_strong() {
        check(
            Strength::Strong,
            &[
                "tidal lamp orchard seven moss",
                "correct horse battery staple fjord",
                "abwasch kanne morgen tief zwölf",
            ],
        );
    }

    #[test]
    fn four_words_are_fair_and_three_are_weak() {
        check(Strength::Fair, &["correct horse battery staple"]);
        check(
            Strength::Weak,
            &["horse battery staple", "password", "sunshine2024", "P@ssword1"],
        );
    }

    #[test]
    fn length_alone_is_no_strength() {
        check(
            Strength::Pattern,
            &[
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1234567890",
                "qwertyuiop",
                "nightnightnightnight",
                "zyxwvut",
            ],
        );
        check(
            Strength::Weak,
            &["word word word word word word word word", "12345678 12345678"],
        );
    }

    #[test]
    fn a_jumble_from_a_password_manager_is_strong() {
        check(Strength::Strong, &["x7Kq!mZ2pL9w#", "t4;Vb0)rQe8&Hn"]);
    }

    #[test]
    fn nothing_typed_is_not_called_weak() {
        check(Strength::Nothing, &["", "   "]);
    }
}
