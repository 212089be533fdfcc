//! One line in a person's words: `2.5g green 20 min ago because stressed`.
//!
//! The grammar is small and says what it did not understand instead of guessing: an amount, a product, a time that is
//! not in the future, `over 40 min`, `because …`, `note …`, each at most once and in any order, reason and note last.

use crate::amount::{MOST_GRAMS, Quantity, Unit};
use crate::event::Stomach;
use crate::moment::Moment;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use thiserror::Error;

/// What a phrase said.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// How much; `None` when the person said that they do not know.
    pub amount: Option<Quantity>,
    /// The words left over: a product's name.
    pub product: Option<String>,
    /// When it began.
    pub when: Moment,
    /// Minutes over which it was taken.
    pub over_min: Option<f64>,
    /// How full the stomach was.
    pub stomach: Option<Stomach>,
    /// Why.
    pub reason: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// Why a phrase was not understood. Carries no words of the phrase: they may be private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PhraseError {
    /// Nothing was said.
    #[error("the line is empty")]
    Empty,
    /// No amount, and no word for an unknown one.
    #[error("no amount")]
    NoAmount,
    /// Two amounts.
    #[error("two amounts")]
    TwoAmounts,
    /// A number without a unit.
    #[error("a number without a unit")]
    NoUnit,
    /// A comma that may be a decimal sign or a thousands sign.
    #[error("a number that can be read two ways")]
    AmbiguousNumber,
    /// Negative, not finite, or more than a person could mean.
    #[error("an amount out of range")]
    AmountOutOfRange,
    /// A time that is not one, such as 25:10.
    #[error("a time that does not exist")]
    BadTime,
    /// Two times.
    #[error("two times")]
    TwoTimes,
    /// A time after now.
    #[error("a time in the future")]
    Future,
    /// Digits left over that belong to nothing.
    #[error("a number that belongs to nothing")]
    StrayNumber,
}

/// Longest time over which one dose is taken, minutes: a day. More is a slip of the unit.
pub const LONGEST_MINUTES: f64 = 1440.0;

/// Reads `text` as said at `now` in `zone`.
///
/// # Errors
/// [`PhraseError`] says which part was not understood.
///
/// # Example
/// ```
/// use ebb_core::phrase::read;
/// use jiff::{Timestamp, tz::TimeZone};
/// let now: Timestamp = "2026-02-03T18:00:00Z".parse().unwrap();
/// let draft = read("2.5g green 20 min ago because stressed", now, &TimeZone::UTC).unwrap();
/// assert_eq!(draft.amount.unwrap().value, 2.5);
/// assert_eq!(draft.product.as_deref(), Some("green"));
/// assert_eq!(draft.when.wall().to_string(), "2026-02-03T17:40:00");
/// assert_eq!(draft.reason.as_deref(), Some("stressed"));
/// ```
pub fn read(text: &str, now: Timestamp, zone: &TimeZone) -> Result<Draft, PhraseError> {
    let (head, reason, note) = split_tail(text);
    let words: Vec<String> = head
        .split_whitespace()
        .flat_map(unglue)
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return Err(if reason.is_some() || note.is_some() {
            PhraseError::NoAmount
        } else {
            PhraseError::Empty
        });
    }
    let mut reader = Reader {
        words: &words,
        at: 0,
        now,
        zone,
        found: Found::default(),
    };
    while reader.at < words.len() {
        reader.step()?;
    }
    let found = reader.found;
    if found.rest.iter().any(|w| is_stray_number(w)) {
        return Err(PhraseError::StrayNumber);
    }
    let amount = found.amount.ok_or(PhraseError::NoAmount)?;
    let when = found.when.unwrap_or_else(|| Moment::new(now, zone));
    if when.at > now {
        return Err(PhraseError::Future);
    }
    let product = (!found.rest.is_empty()).then(|| found.rest.join(" "));
    Ok(Draft {
        amount,
        product,
        when,
        over_min: found.over_min,
        stomach: found.stomach,
        reason,
        note,
    })
}

/// `3`, `x3`, `2.`: but `7-oh` and `k51` are names.
fn is_stray_number(word: &str) -> bool {
    let bare = word.trim_matches(['x', 'X', '×', '.', ',', ':', '-', '−', '+']);
    !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'))
}

/// Cuts off `because …` and `note …`, whichever comes first taking all up to the other.
fn split_tail(text: &str) -> (String, Option<String>, Option<String>) {
    let (mut head, mut reason, mut note) = (Vec::new(), None::<Vec<&str>>, None::<Vec<&str>>);
    let mut into_note = false;
    for word in text.split_whitespace() {
        let bare = word.trim_end_matches(':').to_lowercase();
        if bare == "because" && reason.is_none() {
            reason = Some(Vec::new());
            into_note = false;
        } else if bare == "note" && note.is_none() {
            note = Some(Vec::new());
            into_note = true;
        } else if into_note {
            note.get_or_insert_default().push(word);
        } else if let Some(reason) = &mut reason {
            reason.push(word);
        } else {
            head.push(word);
        }
    }
    let join = |words: Option<Vec<&str>>| words.map(|w| w.join(" ")).filter(|w| !w.is_empty());
    (head.join(" "), join(reason), join(note))
}

/// `2.5g` becomes `2.5` and `g`; `20min` likewise; `7-oh` and `8:15` stay whole.
fn unglue(word: &str) -> Vec<String> {
    let word = word.trim_end_matches([',', ';']).to_owned();
    let split = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '½' | '¼' | '¾' | '~' | '/')));
    match split {
        Some(i) if i > 0 && word[i..].chars().all(char::is_alphabetic) => {
            vec![word[..i].to_owned(), word[i..].to_owned()]
        }
        _ => vec![word],
    }
}

#[derive(Default)]
struct Found {
    amount: Option<Option<Quantity>>,
    when: Option<Moment>,
    over_min: Option<f64>,
    stomach: Option<Stomach>,
    rest: Vec<String>,
}

/// Half of the day on a clock of twelve hours.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

/// One or two digits and nothing else.
fn two_digits(text: &str) -> Option<i8> {
    let is_digits = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits)
}

struct Reader<'a> {
    words: &'a [String],
    at: usize,
    now: Timestamp,
    zone: &'a TimeZone,
    found: Found,
}

impl Reader<'_> {
    fn word(&self, ahead: usize) -> String {
        self.words
            .get(self.at + ahead)
            .map(|w| w.to_lowercase())
            .unwrap_or_default()
    }

    fn step(&mut self) -> Result<(), PhraseError> {
        if self.filler() || self.over()? || self.ago()? || self.clock()? || self.quantity()? {
            return Ok(());
        }
        self.found.rest.push(self.words[self.at].clone());
        self.at += 1;
        Ok(())
    }

    /// `of`, `now`, `with food`, `on an empty stomach`.
    fn filler(&mut self) -> bool {
        let phrase = [self.word(0), self.word(1), self.word(2), self.word(3)];
        let p: [&str; 4] = [&phrase[0], &phrase[1], &phrase[2], &phrase[3]];
        let (n, stomach) = match p {
            ["on", "an", "empty", "stomach"] => (4, Some(Stomach::Empty)),
            ["empty", "stomach", ..] => (2, Some(Stomach::Empty)),
            ["with" | "after", "food", ..] => (2, Some(Stomach::Full)),
            ["of" | "now" | "just", ..] => (1, None),
            _ => return false,
        };
        self.found.stomach = stomach.or(self.found.stomach);
        self.at += n;
        true
    }

    /// `over 40 min`.
    fn over(&mut self) -> Result<bool, PhraseError> {
        if self.word(0) != "over" {
            return Ok(false);
        }
        let Some((minutes, n)) = self.span_at(1) else {
            return Ok(false);
        };
        if minutes > LONGEST_MINUTES {
            return Err(PhraseError::BadTime);
        }
        self.at += 1 + n;
        match self.found.over_min.replace(minutes) {
            Some(_) => Err(PhraseError::TwoTimes),
            None => Ok(true),
        }
    }

    /// `20 min ago`, `an hour ago`, `1 h 30 min ago`.
    fn ago(&mut self) -> Result<bool, PhraseError> {
        let Some((mut minutes, mut n)) = self.span_at(0) else {
            return Ok(false);
        };
        if let Some((more, m)) = self.span_at(n) {
            minutes += more;
            n += m;
        }
        if self.word(n) != "ago" {
            return Ok(false);
        }
        if minutes > 60.0 * 24.0 * 366.0 {
            return Err(PhraseError::BadTime);
        }
        #[expect(clippy::cast_possible_truncation, reason = "bounded just above")]
        let at = self
            .now
            .checked_sub(((minutes * 60.0) as i64).seconds())
            .map_err(|_| PhraseError::BadTime)?;
        self.at += n + 1;
        self.set_when(Moment::new(at, self.zone))
    }

    /// Minutes named at `from`, and how many words that took.
    fn span_at(&self, from: usize) -> Option<(f64, usize)> {
        let (count, n) = match (self.word(from).as_str(), self.word(from + 1).as_str()) {
            ("half", "an" | "a") => (0.5, 2),
            ("an" | "a" | "one", _) => (1.0, 1),
            (word, _) if word.starts_with(|c: char| c.is_ascii_digit() || "½¼¾".contains(c)) => {
                (number(word).ok()?, 1)
            }
            _ => return None,
        };
        let minutes = match self.word(from + n).as_str() {
            "m" | "min" | "mins" | "minute" | "minutes" => 1.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 60.0,
            "d" | "day" | "days" => 1440.0,
            _ => return None,
        };
        Some((count * minutes, n + 1))
    }

    /// `at 8:15`, `8:15 pm`, `8:15pm`, `at noon`, `yesterday 22:30`, `2026-02-03 08:15`.
    fn clock(&mut self) -> Result<bool, PhraseError> {
        let wall = self.zone.to_datetime(self.now);
        let today = wall.date();
        let written = |word: &str| word.parse::<Date>().ok().filter(|_| word.len() == 10);
        // `on 2026-02-03 at 14:00`; any other `on` is a word of a name.
        let mut n = usize::from(self.word(0) == "on" && written(&self.word(1)).is_some());
        let date = match self.word(n).as_str() {
            "yesterday" => today.checked_sub(1.day()).ok(),
            "today" => Some(today),
            word => written(word),
        };
        n += usize::from(date.is_some());
        let said_at = self.word(n) == "at" || self.word(n) == "@";
        n += usize::from(said_at);
        let Some((time, used)) = self.time_at(n, said_at, date)? else {
            return if date.is_some() || said_at {
                Err(PhraseError::BadTime)
            } else {
                Ok(false)
            };
        };
        let at = match date {
            Some(date) => self.latest(date, time)?,
            None => match self.latest(today, time) {
                Ok(at) if at <= self.now => at,
                Err(error) if time < wall.time() => return Err(error),
                // Not today yet: the last time a clock showed it was yesterday.
                _ => self.latest(today.checked_sub(1.day()).map_err(|_| PhraseError::BadTime)?, time)?,
            },
        };
        self.at += n + used;
        self.set_when(Moment::new(at, self.zone))
    }

    /// The time of day at word `n`, and how many words that took.
    fn time_at(&self, n: usize, said_at: bool, date: Option<Date>) -> Result<Option<(Time, usize)>, PhraseError> {
        let (word, next) = (self.word(n), self.word(n + 1));
        match word.as_str() {
            "noon" if said_at || date.is_some() => return Ok(Some((Time::constant(12, 0, 0, 0), 1))),
            // Midnight of a date may be its beginning or its end.
            "midnight" if said_at && date.is_none() => return Ok(Some((Time::midnight(), 1))),
            _ => {}
        }
        let (digits, mut half, mut used) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
            (Some(digits), _) => (digits, Some(Half::Morning), 1),
            (_, Some(digits)) => (digits, Some(Half::Afternoon), 1),
            _ => (word.as_str(), None, 1),
        };
        if half.is_none() {
            half = match next.as_str() {
                "am" => Some(Half::Morning),
                "pm" => Some(Half::Afternoon),
                _ => None,
            };
            used += usize::from(half.is_some() || matches!(next.as_str(), "uhr" | "h" | "o'clock"));
        }
        let is_time = match digits.split_once(':') {
            Some((hour, _)) => hour.bytes().all(|b| b.is_ascii_digit()) && !hour.is_empty(),
            None => said_at || (half.is_some() && digits.starts_with(|c: char| c.is_ascii_digit())),
        };
        if !is_time {
            return Ok(None);
        }
        let (hour, minute) = digits.split_once(':').unwrap_or((digits, "00"));
        let (Some(hour), Some(minute), true) = (two_digits(hour), two_digits(minute), minute.len() == 2) else {
            return Err(PhraseError::BadTime);
        };
        let hour = match half {
            None => hour,
            Some(_) if !(1..=12).contains(&hour) => return Err(PhraseError::BadTime),
            Some(Half::Morning) => hour % 12,
            Some(Half::Afternoon) => hour % 12 + 12,
        };
        let time = Time::new(hour, minute, 0, 0).map_err(|_| PhraseError::BadTime)?;
        Ok(Some((time, used)))
    }

    fn latest(&self, date: Date, time: Time) -> Result<Timestamp, PhraseError> {
        at_wall(date.to_datetime(time), self.now, self.zone)
    }

    fn set_when(&mut self, when: Moment) -> Result<bool, PhraseError> {
        if self.found.when.replace(when).is_some() {
            Err(PhraseError::TwoTimes)
        } else {
            Ok(true)
        }
    }

    /// `2.5 g`, `3 capsules`, `about 2 g`, `?`, `some`.
    fn quantity(&mut self) -> Result<bool, PhraseError> {
        let word = self.word(0);
        if matches!(word.as_str(), "?" | "some" | "unknown") {
            let is_unit_too = word == "?" && unit_word(&self.word(1)).is_some();
            self.at += 1 + usize::from(is_unit_too);
            return self.set_amount(None);
        }
        let about = usize::from(matches!(
            word.as_str(),
            "~" | "about" | "around" | "roughly" | "ca" | "ca."
        ));
        let word = self.word(about);
        let is_estimate = about > 0 || word.starts_with('~');
        let word = word.trim_start_matches('~');
        if !word.starts_with(|c: char| c.is_ascii_digit() || "½¼¾+-−.,".contains(c)) {
            return Ok(false);
        }
        let (value, unit) = match (number(word), unit_word(&self.word(about + 1))) {
            (Ok(value), Some(unit)) => (value, unit),
            (Err(e), Some(_)) => return Err(e),
            // A product may be called "7-oh"; a bare number is a slip.
            (Ok(_), None) => return Err(PhraseError::NoUnit),
            (Err(_), None) => return Ok(false),
        };
        if value > largest(unit) {
            return Err(PhraseError::AmountOutOfRange);
        }
        let mut quantity = Quantity::new(value, unit);
        if is_estimate {
            quantity.sd = Some(value * ebb_evidence::cited::ENTRY_ERROR_SPOON.value);
        }
        self.at += about + 2;
        if self.word(0) == "tea" && unit == Unit::TeaMl {
            self.at += 1;
        }
        self.set_amount(Some(quantity))
    }

    fn set_amount(&mut self, amount: Option<Quantity>) -> Result<bool, PhraseError> {
        if self.found.amount.replace(amount).is_some() {
            Err(PhraseError::TwoAmounts)
        } else {
            Ok(true)
        }
    }
}

/// The instant at which the clock on the wall showed this; of an hour that came twice, the last that is not after `now`.
///
/// # Errors
/// [`PhraseError::BadTime`] for a time that the clock left out.
pub fn at_wall(wall: DateTime, now: Timestamp, zone: &TimeZone) -> Result<Timestamp, PhraseError> {
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    let (first, last) = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { offset } => (offset, offset),
        AmbiguousOffset::Fold { before, after } => (before, after),
        AmbiguousOffset::Gap { .. } => return Err(PhraseError::BadTime),
    };
    let at = |offset: Offset| offset.to_timestamp(wall).map_err(|_| PhraseError::BadTime);
    match at(last)? {
        last if last <= now => Ok(last),
        _ => at(first),
    }
}

/// The most of a unit that is taken without a question: [`MOST_GRAMS`] of leaf, or as much of what has no grams as
/// nobody takes at once.
#[must_use]
pub fn largest(unit: Unit) -> f64 {
    use ebb_evidence::cited::{CAPSULE_GRAMS, TABLESPOON_GRAMS, TEASPOON_GRAMS};
    match unit {
        Unit::Gram => MOST_GRAMS,
        Unit::Milligram => MOST_GRAMS * 1000.0,
        Unit::Teaspoon => MOST_GRAMS / TEASPOON_GRAMS.value,
        Unit::Tablespoon => MOST_GRAMS / TABLESPOON_GRAMS.value,
        Unit::Capsule | Unit::Piece => MOST_GRAMS / CAPSULE_GRAMS.value,
        Unit::TeaMl | Unit::MgMitragynine | Unit::MgSevenOh => 10_000.0,
    }
}

/// A unit by its word, in English and German.
#[must_use]
pub fn unit_word(word: &str) -> Option<Unit> {
    Some(match word.to_lowercase().as_str() {
        "g" | "gr" | "gram" | "grams" | "gramm" => Unit::Gram,
        "mg" | "milligram" | "milligrams" => Unit::Milligram,
        "tsp" | "teaspoon" | "teaspoons" | "tl" => Unit::Teaspoon,
        "tbsp" | "tablespoon" | "tablespoons" | "el" => Unit::Tablespoon,
        "cap" | "caps" | "capsule" | "capsules" | "kapsel" | "kapseln" => Unit::Capsule,
        "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => Unit::TeaMl,
        "mgmtg" => Unit::MgMitragynine,
        "shot" | "shots" | "tablet" | "tablets" | "piece" | "pieces" | "scoop" | "scoops" => Unit::Piece,
        _ => return None,
    })
}

/// A plain positive number: `2`, `2.5`, `2,5`, `½`, `1½`, `1/2`. A comma before three digits can be read two ways.
///
/// # Errors
/// [`PhraseError::AmbiguousNumber`], or [`PhraseError::AmountOutOfRange`] for what is no such number.
pub fn number(word: &str) -> Result<f64, PhraseError> {
    let fraction = |c: char| match c {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        _ => None,
    };
    if let Some(part) = word.chars().last().and_then(fraction) {
        let whole = word.trim_end_matches(['½', '¼', '¾']);
        let n_parts = word[whole.len()..].chars().count();
        return match (n_parts, whole) {
            (1, "") => Ok(part),
            (1, whole) if whole.bytes().all(|b| b.is_ascii_digit()) => Ok(decimal(whole)? + part),
            _ => Err(PhraseError::AmountOutOfRange),
        };
    }
    match word.split_once('/') {
        Some((a, b)) => match (decimal(a)?, decimal(b)?) {
            (a, b) if b > 0.0 => Ok(a / b),
            _ => Err(PhraseError::AmountOutOfRange),
        },
        None => decimal(word),
    }
}

/// Digits with at most one point or comma.
fn decimal(word: &str) -> Result<f64, PhraseError> {
    let text = match word.split_once(',') {
        Some((_, decimals)) if decimals.len() == 3 => return Err(PhraseError::AmbiguousNumber),
        Some((whole, decimals)) => format!("{whole}.{decimals}"),
        None => word.to_owned(),
    };
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let value = text.parse().ok().filter(|value: &f64| is_plain && value.is_finite());
    value.ok_or(PhraseError::AmountOutOfRange)
}
