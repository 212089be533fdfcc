//! Unicode's form C, so that a passphrase is one passphrase however a keyboard composes its letters.
//!
//! Written here because a general library carries ten times this table, most of it for forms that nobody asks for, and
//! everybody who opens the app would load it. It must never differ from that library: `tests/integration/form_c.rs`
//! compares the two letter by letter, and makes the table again. Text is wiped when dropped.

mod table;

use table::{CLASSES, FIRST, SECOND, WHOLE};
use zeroize::Zeroizing;

/// Most letters that one letter comes apart into, and most bytes of a letter.
const LONGEST: usize = 4;
/// Set in the table beside a second part that never joins the first again, and where there is no second part.
const ONE_WAY: u32 = 1 << 31;

/// Korean syllables come apart by arithmetic (The Unicode Standard, section 3.12).
mod hangul {
    pub(super) const SYLLABLES: u32 = 0xAC00;
    pub(super) const LEADS: u32 = 0x1100;
    pub(super) const VOWELS: u32 = 0x1161;
    /// One before the first: no tail is the first of the tails.
    pub(super) const TAILS: u32 = 0x11A7;
    pub(super) const N_LEADS: u32 = 19;
    pub(super) const N_VOWELS: u32 = 21;
    pub(super) const N_TAILS: u32 = 28;
}

/// `text` in form C: taken apart, marks in their order, put together again.
#[must_use]
pub fn form_c(text: &str) -> Zeroizing<String> {
    // Reserved up front so that no unwiped copy is left behind by growing.
    let mut apart = Zeroizing::new(Vec::with_capacity(text.len().saturating_mul(LONGEST)));
    for letter in text.chars() {
        take_apart(letter.into(), &mut apart);
    }
    sort_marks(&mut apart);
    let length = put_together(&mut apart);
    let mut text = Zeroizing::new(String::with_capacity(length.saturating_mul(LONGEST)));
    text.extend(apart.iter().take(length).copied().filter_map(char::from_u32));
    text
}

fn take_apart(letter: u32, into: &mut Vec<u32>) {
    use hangul::{LEADS, N_LEADS, N_TAILS, N_VOWELS, SYLLABLES, TAILS, VOWELS};
    if let Some(syllable) = letter
        .checked_sub(SYLLABLES)
        .filter(|at| *at < N_LEADS * N_VOWELS * N_TAILS)
    {
        into.push(LEADS + syllable / (N_VOWELS * N_TAILS));
        into.push(VOWELS + syllable % (N_VOWELS * N_TAILS) / N_TAILS);
        if !syllable.is_multiple_of(N_TAILS) {
            into.push(TAILS + syllable % N_TAILS);
        }
        return;
    }
    let Ok(at) = WHOLE.binary_search(&letter) else {
        into.push(letter);
        return;
    };
    take_apart(FIRST[at], into);
    let second = SECOND[at] & !ONE_WAY;
    if second != 0 {
        into.push(second);
    }
}

/// Where a mark stands among the marks of one letter; zero for what is no mark.
fn class(letter: u32) -> u8 {
    let after = CLASSES.partition_point(|(first, _, _)| *first <= letter);
    match after.checked_sub(1).and_then(|at| CLASSES.get(at)) {
        Some((_, last, class)) if letter <= *last => *class,
        _ => 0,
    }
}

/// Puts the marks after each letter in the order of their classes; equal ones keep theirs.
fn sort_marks(letters: &mut [u32]) {
    for marks in letters.chunk_by_mut(|_, next| class(*next) != 0) {
        // The first of a run is what the marks stand on, unless the text begins with a mark.
        let is_bare = marks.first().is_some_and(|first| class(*first) != 0);
        let from = usize::from(!is_bare);
        if let Some(marks) = marks.get_mut(from..) {
            marks.sort_by_key(|mark| class(*mark));
        }
    }
}

/// Joins in place and says how many letters are left.
fn put_together(letters: &mut [u32]) -> usize {
    let mut kept = 0;
    let mut base = None;
    let mut last_class = 0;
    for at in 0..letters.len() {
        let letter = letters[at];
        let class = class(letter);
        if let Some(base) = base {
            let is_next = kept == base + 1;
            if (is_next || last_class < class)
                && let Some(joined) = join(letters[base], letter)
            {
                letters[base] = joined;
                continue;
            }
        }
        if class == 0 {
            base = Some(kept);
        }
        letters[kept] = letter;
        kept += 1;
        last_class = class;
    }
    kept
}

fn join(first: u32, second: u32) -> Option<u32> {
    use hangul::{LEADS, N_LEADS, N_TAILS, N_VOWELS, SYLLABLES, TAILS, VOWELS};
    let within = |letter: u32, from: u32, n: u32| letter.checked_sub(from).filter(|at| *at < n);
    if let (Some(lead), Some(vowel)) = (within(first, LEADS, N_LEADS), within(second, VOWELS, N_VOWELS)) {
        return Some(SYLLABLES + (lead * N_VOWELS + vowel) * N_TAILS);
    }
    let syllable = within(first, SYLLABLES, N_LEADS * N_VOWELS * N_TAILS);
    if let (Some(syllable), Some(tail)) = (syllable, within(second, TAILS, N_TAILS)) {
        return (syllable.is_multiple_of(N_TAILS) && tail != 0).then_some(first + tail);
    }
    let mut parts = FIRST.iter().zip(&SECOND);
    parts.position(|parts| parts == (&first, &second)).map(|at| WHOLE[at])
}
