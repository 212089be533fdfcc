//! One line in a person's words: `2.5g green 20 min ago because stressed`.
//!
//! The grammar is small and says what it did not understand instead of guessing: an amount, a product, a time that is
//! not in the future, `over 40 min`, `because …`, `note …`, each at most once and in any order, reason and note last.

use crate::amount::{Quantity, Unit};
use crate::event::Stomach;
use crate::moment::Moment;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
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

/// Largest amount of leaf in one entry that is taken without a question, g: far above any dose in the evidence tables,
/// low enough to catch milligrams typed as grams (FORMATS.md 15.6).
pub const LARGEST_GRAMS: f64 = 100.0;

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
    let words: Vec<String> = head.split_whitespace().flat_map(unglue).collect();
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
    let bare = word.trim_matches(['x', 'X', '×', '.', ',', ':']);
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
        let Some((minutes, n)) = self.span_at(1)? else {
            return Ok(false);
        };
        self.found.over_min = Some(minutes);
        self.at += 1 + n;
        Ok(true)
    }

    /// `20 min ago`, `an hour ago`, `1 h 30 min ago`.
    fn ago(&mut self) -> Result<bool, PhraseError> {
        let Some((mut minutes, mut n)) = self.span_at(0)? else {
            return Ok(false);
        };
        if let Some((more, m)) = self.span_at(n)? {
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
    fn span_at(&self, from: usize) -> Result<Option<(f64, usize)>, PhraseError> {
        let (count, n) = match (self.word(from).as_str(), self.word(from + 1).as_str()) {
            ("half", "an" | "a") => (0.5, 2),
            ("an" | "a" | "one", _) => (1.0, 1),
            (word, _) if word.starts_with(|c: char| c.is_ascii_digit() || "½¼¾".contains(c)) => match number(word) {
                Ok(count) => (count, 1),
                Err(_) => return Ok(None),
            },
            _ => return Ok(None),
        };
        let minutes = match self.word(from + n).as_str() {
            "m" | "min" | "mins" | "minute" | "minutes" => 1.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 60.0,
            "d" | "day" | "days" => 1440.0,
            _ => return Ok(None),
        };
        Ok(Some((count * minutes, n + 1)))
    }

    /// `at 8:15`, `8:15 pm`, `yesterday 22:30`, `2026-02-03 08:15`.
    fn clock(&mut self) -> Result<bool, PhraseError> {
        let mut n = 0;
        let today = self.zone.to_datetime(self.now).date();
        let mut date: Option<Date> = None;
        match self.word(n).as_str() {
            "yesterday" => date = today.checked_sub(1.day()).ok(),
            "today" => date = Some(today),
            word => date = date.or_else(|| word.parse::<Date>().ok().filter(|_| word.len() == 10)),
        }
        n += usize::from(date.is_some());
        let said_at = self.word(n) == "at" || self.word(n) == "@";
        n += usize::from(said_at);
        let time = self.time_at(n, said_at)?;
        let Some((time, used)) = time else {
            return match (date, said_at) {
                (_, true) => Err(PhraseError::BadTime),
                (Some(_), false) => Err(PhraseError::BadTime),
                (None, false) => Ok(false),
            };
        };
        let moment = match date {
            Some(date) => self.moment(date, time)?,
            None => {
                let of_today = self.moment(today, time)?;
                let is_past = of_today.at <= self.now;
                if is_past {
                    of_today
                } else {
                    self.moment(today.checked_sub(1.day()).map_err(|_| PhraseError::BadTime)?, time)?
                }
            }
        };
        self.at += n + used;
        self.set_when(moment)
    }

    fn time_at(&self, n: usize, said_at: bool) -> Result<Option<(Time, usize)>, PhraseError> {
        let word = self.word(n);
        let (hour, minute) = match word.split_once(':') {
            Some((h, m)) if m.len() == 2 => (h.parse::<i8>(), m.parse::<i8>()),
            None if said_at || matches!(self.word(n + 1).as_str(), "am" | "pm") => (word.parse::<i8>(), Ok(0)),
            _ => return Ok(None),
        };
        let (Ok(mut hour), Ok(minute)) = (hour, minute) else {
            return Err(PhraseError::BadTime);
        };
        let mut used = 1;
        match self.word(n + 1).as_str() {
            half @ ("am" | "pm") => {
                if !(1..=12).contains(&hour) {
                    return Err(PhraseError::BadTime);
                }
                hour = hour % 12 + if half == "pm" { 12 } else { 0 };
                used += 1;
            }
            "uhr" | "h" | "o'clock" => used += 1,
            _ => {}
        }
        Time::new(hour, minute, 0, 0)
            .map(|t| Some((t, used)))
            .map_err(|_| PhraseError::BadTime)
    }

    fn moment(&self, date: Date, time: Time) -> Result<Moment, PhraseError> {
        let at = self
            .zone
            .to_timestamp(date.to_datetime(time))
            .map_err(|_| PhraseError::BadTime)?;
        Ok(Moment::new(at, self.zone))
    }

    fn set_when(&mut self, when: Moment) -> Result<bool, PhraseError> {
        if self.found.when.replace(when).is_some() {
            Err(PhraseError::TwoTimes)
        } else {
            Ok(true)
        }
    }

    /// `2.5 g`, `3 capsules`, `?`, `some`.
    fn quantity(&mut self) -> Result<bool, PhraseError> {
        let word = self.word(0);
        if matches!(word.as_str(), "?" | "some" | "unknown") {
            self.at += 1;
            return self.set_amount(None);
        }
        let is_estimate = word.starts_with('~');
        let word = word.trim_start_matches('~').to_owned();
        if !word.starts_with(|c: char| c.is_ascii_digit() || "½¼¾+-".contains(c)) {
            return Ok(false);
        }
        let unit = unit_word(&self.word(1));
        let value = match (number(&word), unit) {
            (Ok(value), Some(_)) => value,
            (Err(e), Some(_)) => return Err(e),
            // A product may be called "7-oh"; a bare number is a slip.
            (Ok(_), None) => return Err(PhraseError::NoUnit),
            (Err(_), None) => return Ok(false),
        };
        let Some(unit) = unit else { return Ok(false) };
        let grams = if unit == Unit::Milligram { value / 1000.0 } else { value };
        let is_too_much = matches!(unit, Unit::Gram | Unit::Milligram) && grams > LARGEST_GRAMS;
        if is_too_much || value > 10_000.0 {
            return Err(PhraseError::AmountOutOfRange);
        }
        let mut quantity = Quantity::new(value, unit);
        if is_estimate {
            quantity.sd = Some(value * ebb_evidence::cited::ENTRY_ERROR_SPOON.value);
        }
        self.at += 2;
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
fn number(word: &str) -> Result<f64, PhraseError> {
    let fraction = |c: char| match c {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        _ => None,
    };
    if let Some(part) = word.chars().last().and_then(fraction) {
        let whole = word.trim_end_matches(['½', '¼', '¾']);
        return if whole.is_empty() {
            Ok(part)
        } else {
            Ok(number(whole)? + part)
        };
    }
    if let Some((a, b)) = word.split_once('/') {
        return match (number(a)?, number(b)?) {
            (a, b) if b > 0.0 => Ok(a / b),
            _ => Err(PhraseError::AmountOutOfRange),
        };
    }
    let text = match word.split_once(',') {
        Some((_, decimals)) if decimals.len() == 3 => return Err(PhraseError::AmbiguousNumber),
        Some((whole, decimals)) => format!("{whole}.{decimals}"),
        None => word.to_owned(),
    };
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let value: f64 = if is_plain {
        text.parse().map_err(|_| PhraseError::AmountOutOfRange)?
    } else {
        return Err(PhraseError::AmountOutOfRange);
    };
    if value.is_finite() {
        Ok(value)
    } else {
        Err(PhraseError::AmountOutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-02-03T18:00:00Z";

    fn said(text: &str) -> Result<Draft, PhraseError> {
        read(text, NOW.parse().unwrap(), &TimeZone::UTC)
    }

    fn check(text: &str, value: f64, unit: Unit, product: Option<&str>, wall: &str) {
        let draft = said(text).unwrap();
        let amount = draft.amount.clone().unwrap();
        assert_eq!((amount.value.to_bits(), amount.unit), (value.to_bits(), unit), "{text}");
        assert_eq!(draft.product.as_deref(), product, "{text}");
        assert_eq!(draft.when.wall().to_string(), wall, "{text}");
    }

    #[test]
    fn amounts_products_and_times_in_any_order() {
        check("2.5g green", 2.5, Unit::Gram, Some("green"), "2026-02-03T18:00:00");
        check(
            "green 2,5 g 20 min ago",
            2.5,
            Unit::Gram,
            Some("green"),
            "2026-02-03T17:40:00",
        );
        check("3 capsules at 8:15", 3.0, Unit::Capsule, None, "2026-02-03T08:15:00");
        check("3 caps at 11pm", 3.0, Unit::Capsule, None, "2026-02-02T23:00:00");
        check(
            "½ tsp of Red leaf yesterday 22:30",
            0.5,
            Unit::Teaspoon,
            Some("Red leaf"),
            "2026-02-02T22:30:00",
        );
        check("1½ TL an hour ago", 1.5, Unit::Teaspoon, None, "2026-02-03T17:00:00");
        check(
            "1500 mg 1h 30min ago",
            1500.0,
            Unit::Milligram,
            None,
            "2026-02-03T16:30:00",
        );
        check("200ml tea over 40 min", 200.0, Unit::TeaMl, None, "2026-02-03T18:00:00");
        check("2 g 2026-02-01 07:00", 2.0, Unit::Gram, None, "2026-02-01T07:00:00");
        check(
            "2 tablets 7-oh half an hour ago",
            2.0,
            Unit::Piece,
            Some("7-oh"),
            "2026-02-03T17:30:00",
        );
    }

    #[test]
    fn reason_and_note_keep_their_words() {
        let draft = said("2g because bored, 3 times now note slept 5h").unwrap();
        assert_eq!(draft.reason.as_deref(), Some("bored, 3 times now"));
        assert_eq!(draft.note.as_deref(), Some("slept 5h"));
        assert_eq!(said("2g over 40 min").unwrap().over_min, Some(40.0));
        assert_eq!(said("2g on an empty stomach").unwrap().stomach, Some(Stomach::Empty));
    }

    #[test]
    fn an_unknown_amount_is_not_zero() {
        assert_eq!(said("? green").unwrap().amount, None);
        assert_eq!(said("some at 8:00").unwrap().amount, None);
        assert_eq!(said("0 g").unwrap().amount.unwrap().value.to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (text, error) in [
            ("", PhraseError::Empty),
            ("green", PhraseError::NoAmount),
            ("2 green", PhraseError::NoUnit),
            ("2g 3g", PhraseError::TwoAmounts),
            ("1,500 g", PhraseError::AmbiguousNumber),
            ("-2 g", PhraseError::AmountOutOfRange),
            ("2500 g", PhraseError::AmountOutOfRange),
            ("2g at 25:10", PhraseError::BadTime),
            ("2g at noonish", PhraseError::BadTime),
            ("2g yesterday", PhraseError::BadTime),
            ("2g 8:15 9:15", PhraseError::TwoTimes),
            ("2g 2026-02-04 08:00", PhraseError::Future),
            ("2g green x3", PhraseError::StrayNumber),
        ] {
            assert_eq!(said(text), Err(error), "{text}");
        }
    }
}
