//! Reads dates and times as people and programs write them. Never decides whether `3/4/2025` is in March or April: the
//! file or the person settles it. A date that no calendar has is said to be one, not moved to another day.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};

/// A date cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateRead {
    /// One reading only.
    Sure(Date),
    /// Day and month could be either way round.
    Either { first: i8, second: i8, year: i16 },
    /// Looks like a date, and there is none such.
    NoSuchDate,
    /// No date.
    NotADate,
}

/// A time cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeRead {
    /// A time of day.
    Sure(Time),
    /// Nothing written.
    Blank,
    /// Words such as "in the evening": the day is known, the time is not.
    Words,
    /// Looks like a time, and no clock shows it.
    NoSuchTime,
}

/// A cell with date and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhenRead {
    /// With its own offset.
    Instant(Timestamp),
    /// On the wall clock.
    Wall(DateRead, TimeRead),
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Day first.
    DayFirst,
    /// Month first.
    MonthFirst,
}

/// What the dates of a file prove about their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct OrderProof {
    day_first: bool,
    month_first: bool,
}

impl OrderProof {
    /// Takes one more date into account.
    pub(crate) fn add(&mut self, date: DateRead) {
        if let DateRead::Either { first, second, .. } = date {
            self.day_first |= first > 12 && second <= 12;
            self.month_first |= second > 12 && first <= 12;
        }
    }

    /// What is settled; `None` when nothing is, or when the file contradicts itself.
    pub(crate) fn order(self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

impl DateRead {
    /// The date, given the order of the file. `Err` holds why not: `ambiguous_date`, `no_such_date`, `no_date`.
    pub(crate) fn settle(self, order: Option<Order>) -> Result<Date, &'static str> {
        let (first, second, year) = match self {
            Self::Sure(date) => return Ok(date),
            Self::NoSuchDate => return Err("no_such_date"),
            Self::NotADate => return Err("no_date"),
            Self::Either { first, second, year } => (first, second, year),
        };
        let order = if first == second || second > 12 {
            Order::MonthFirst
        } else if first > 12 {
            Order::DayFirst
        } else {
            order.ok_or("ambiguous_date")?
        };
        let (day, month) = match order {
            Order::DayFirst => (first, second),
            Order::MonthFirst => (second, first),
        };
        Date::new(year, month, day).map_err(|_| "no_such_date")
    }

    /// Whether it needs the file's order.
    pub(crate) fn is_ambiguous(self) -> bool {
        matches!(self.settle(None), Err("ambiguous_date"))
    }

    /// Whether it is a date of any sort.
    pub(crate) fn is_date(self) -> bool {
        self != Self::NotADate
    }
}

/// Reads a date cell.
pub(crate) fn date(cell: &str) -> DateRead {
    let cell = without_weekday(cell.trim());
    if cell.is_empty() || cell.len() > 40 {
        return DateRead::NotADate;
    }
    if cell.chars().any(char::is_alphabetic) {
        return date_in_words(cell);
    }
    let Some(separator) = cell.chars().find(|c| !c.is_ascii_digit()) else {
        return DateRead::NotADate;
    };
    if !matches!(separator, '-' | '/' | '.') {
        return DateRead::NotADate;
    }
    let mut parts = cell
        .strip_suffix(separator)
        .unwrap_or(cell)
        .split(separator)
        .map(str::trim);
    let (Some(a), Some(b), Some(c), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return DateRead::NotADate;
    };
    let number = |t: &str| -> Option<i16> {
        (!t.is_empty() && t.len() <= 4 && t.bytes().all(|b| b.is_ascii_digit()))
            .then(|| t.parse().ok())
            .flatten()
    };
    let (Some(first), Some(second), Some(third)) = (number(a), number(b), number(c)) else {
        return DateRead::NotADate;
    };
    match (a.len(), b.len(), c.len()) {
        (4, 1 | 2, 1 | 2) => on_calendar(first, second, third),
        (1 | 2, 1 | 2, 4) if separator == '.' => on_calendar(third, second, first),
        (1 | 2, 1 | 2, 2) if separator == '.' => on_calendar(2000 + third, second, first),
        (1 | 2, 1 | 2, 4) => either(first, second, third),
        (1 | 2, 1 | 2, 2) if separator == '/' => either(first, second, 2000 + third),
        // Two digits on every side of a hyphen: the year may be first or last.
        (1 | 2, 1 | 2, 2) => DateRead::NoSuchDate,
        _ => DateRead::NotADate,
    }
}

fn on_calendar(year: i16, month: i16, day: i16) -> DateRead {
    match (i8::try_from(month), i8::try_from(day)) {
        (Ok(month), Ok(day)) => Date::new(year, month, day).map_or(DateRead::NoSuchDate, DateRead::Sure),
        _ => DateRead::NoSuchDate,
    }
}

fn either(first: i16, second: i16, year: i16) -> DateRead {
    match (i8::try_from(first), i8::try_from(second)) {
        (Ok(first @ 1..=31), Ok(second @ 1..=31)) if first <= 12 || second <= 12 => {
            DateRead::Either { first, second, year }
        }
        _ => DateRead::NoSuchDate,
    }
}

/// `3 March 2026`, `Mar 3, 2026`, `3. März 2026`.
fn date_in_words(cell: &str) -> DateRead {
    let (mut day, mut month, mut year) = (None, None, None);
    for word in cell.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if let Some(m) = month_of(word) {
            if month.replace(m).is_some() {
                return DateRead::NotADate;
            }
            continue;
        }
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|s| word.strip_suffix(s))
            .unwrap_or(word);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return DateRead::NotADate;
        }
        let slot = match digits.len() {
            4 => &mut year,
            1 | 2 => &mut day,
            _ => return DateRead::NotADate,
        };
        if slot.replace(digits.parse::<i16>().unwrap_or(0)).is_some() {
            return DateRead::NotADate;
        }
    }
    match (day, month, year) {
        (Some(day), Some(month), Some(year)) => on_calendar(year, month, day),
        _ => DateRead::NotADate,
    }
}

fn month_of(word: &str) -> Option<i16> {
    const STEMS: [&[&str]; 12] = [
        &["jan", "january", "januar", "jänner"],
        &["feb", "february", "februar", "feber"],
        &["mar", "march", "märz", "mär", "mrz"],
        &["apr", "april"],
        &["may", "mai"],
        &["jun", "june", "juni"],
        &["jul", "july", "juli"],
        &["aug", "august"],
        &["sep", "sept", "september"],
        &["oct", "okt", "october", "oktober"],
        &["nov", "november"],
        &["dec", "dez", "december", "dezember"],
    ];
    let word = word.to_lowercase();
    (1..)
        .zip(STEMS)
        .find(|(_, names)| names.contains(&word.as_str()))
        .map(|(n, _)| n)
}

fn without_weekday(cell: &str) -> &str {
    const DAYS: [&str; 11] = ["mo", "tu", "we", "th", "fr", "sa", "su", "di", "mi", "do", "so"];
    let end = cell.find(|c: char| !c.is_alphabetic()).unwrap_or(0);
    let (word, rest) = cell.split_at(end);
    let short: String = word.to_lowercase().chars().take(2).collect();
    let is_day = end > 0 && DAYS.contains(&short.as_str()) && month_of(word).is_none();
    if is_day {
        rest.trim_start_matches([',', '.', ' '])
    } else {
        cell
    }
}

/// Reads a time cell.
pub(crate) fn time(cell: &str) -> TimeRead {
    let cell = cell.trim();
    if cell.is_empty() {
        return TimeRead::Blank;
    }
    if cell.len() > 40 || !cell.starts_with(|c: char| c.is_ascii_digit()) {
        return TimeRead::Words;
    }
    let lower = cell.to_lowercase();
    let (text, half) = match strip_any(&lower, &["am", "a.m.", "a.m"]) {
        Some(text) => (text, Some(0)),
        None => match strip_any(&lower, &["pm", "p.m.", "p.m"]) {
            Some(text) => (text, Some(12)),
            None => (lower.as_str(), None),
        },
    };
    let (text, is_marked) = match strip_any(text, &["uhr", "h"]) {
        Some(text) => (text, true),
        None => (text, half.is_some()),
    };
    let separator = if text.contains(':') {
        ':'
    } else if text.contains('h') {
        'h'
    } else {
        '.'
    };
    let mut parts = text.trim().split(separator);
    let (Some(hour), minute, second, None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return TimeRead::Words;
    };
    // A bare number is an hour only when something says so.
    if minute.is_none() && !is_marked {
        return TimeRead::Words;
    }
    let two_digits = |t: &str| -> Option<i8> {
        ((1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit()))
            .then(|| t.parse().ok())
            .flatten()
    };
    let whole_second = second.map(|s| s.split(['.', ',']).next().unwrap_or(s));
    let (Some(hour), Some(minute), Some(second)) = (
        two_digits(hour.trim()),
        two_digits(minute.unwrap_or("0")),
        two_digits(whole_second.unwrap_or("0")),
    ) else {
        return TimeRead::Words;
    };
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return TimeRead::NoSuchTime,
        Some(half) => hour % 12 + half,
    };
    // A leap second is the second before it.
    Time::new(hour, minute, second.min(if second == 60 { 59 } else { second }), 0)
        .map_or(TimeRead::NoSuchTime, TimeRead::Sure)
}

fn strip_any<'t>(text: &'t str, endings: &[&str]) -> Option<&'t str> {
    endings.iter().find_map(|e| text.strip_suffix(e)).map(str::trim_end)
}

/// Reads a cell that holds date and time.
pub(crate) fn when(cell: &str) -> WhenRead {
    let cell = cell.trim();
    if let Some(at) = instant(cell) {
        return WhenRead::Instant(at);
    }
    let whole = date(cell);
    if whole.is_date() {
        return WhenRead::Wall(whole, TimeRead::Blank);
    }
    let mut best = WhenRead::Wall(DateRead::NotADate, TimeRead::Blank);
    for (at, c) in cell.char_indices().take(48) {
        if !matches!(c, ' ' | 'T' | ',' | '\u{a0}' | '\u{202f}') {
            continue;
        }
        let read = date(&cell[..at]);
        if read.is_date() {
            let rest = cell[at + c.len_utf8()..].trim_start_matches([',', ' ', '\u{a0}']);
            best = WhenRead::Wall(read, time(rest));
            // "3 March 2026 8:00" begins with no shorter date, but "3.3. 2026" must not end at "3.3.".
            if !matches!(best, WhenRead::Wall(_, TimeRead::Words)) {
                break;
            }
        }
    }
    best
}

/// An instant with its own offset, as ISO 8601 writes it.
pub(crate) fn instant(cell: &str) -> Option<Timestamp> {
    let looks_iso = cell.len() >= 17 && cell.as_bytes().get(4) == Some(&b'-') && cell.is_ascii();
    if !looks_iso {
        return None;
    }
    cell.parse().ok()
}

/// A wall-clock reading without offset, as ISO 8601 writes it.
pub(crate) fn iso_wall(cell: &str) -> Option<DateTime> {
    let looks_iso = cell.len() >= 16 && cell.as_bytes().get(4) == Some(&b'-') && cell.is_ascii();
    if !looks_iso || cell.ends_with(['Z', 'z']) {
        return None;
    }
    cell.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date as day, time as clock};

    #[test]
    fn dates_in_every_dress() {
        for cell in [
            "2025-03-09",
            "2025/3/9",
            "09.03.2025",
            "9.3.25",
            "So, 09.03.2025",
            "9 March 2025",
            "March 9th, 2025",
            "9. März 2025",
            "Sunday 9 Mar 2025",
        ] {
            assert_eq!(date(cell), DateRead::Sure(day(2025, 3, 9)), "{cell}");
        }
        for cell in [
            "31.06.2025",
            "2026-02-30",
            "2026-13-01",
            "26-02-03",
            "13/13/2025",
            "0.0.2025",
        ] {
            assert_eq!(date(cell), DateRead::NoSuchDate, "{cell}");
        }
        for cell in [
            "",
            "9999999999",
            "2.5",
            "abends",
            "1/2",
            "3-4",
            "2025",
            "so what",
            "Monday",
        ] {
            assert_eq!(date(cell), DateRead::NotADate, "{cell}");
        }
        assert_eq!(date("17.05.0025"), DateRead::Sure(day(25, 5, 17)));
    }

    #[test]
    fn day_and_month_are_told_apart_only_by_proof() {
        assert_eq!(date("8/11/2024").settle(None), Err("ambiguous_date"));
        assert_eq!(date("8/8/2024").settle(None), Ok(day(2024, 8, 8)));
        assert_eq!(date("8/18/2024").settle(None), Ok(day(2024, 8, 18)));
        let mut proof = OrderProof::default();
        proof.add(date("8/18/2024"));
        assert_eq!(date("8/11/2024").settle(proof.order()), Ok(day(2024, 8, 11)));
        proof.add(date("18/8/2024"));
        assert_eq!(proof.order(), None);
        assert_eq!(date("31/4/2024").settle(Some(Order::DayFirst)), Err("no_such_date"));
    }

    #[test]
    fn times_in_every_dress() {
        for cell in [
            "22:56",
            "22:56 Uhr",
            "22.56",
            "10:56 PM",
            "10:56pm",
            "10.56 p.m.",
            "22h56",
            "22:56:00.000",
        ] {
            assert_eq!(time(cell), TimeRead::Sure(clock(22, 56, 0, 0)), "{cell}");
        }
        assert_eq!(time("12:05 AM"), TimeRead::Sure(clock(0, 5, 0, 0)));
        assert_eq!(time("12:05 PM"), TimeRead::Sure(clock(12, 5, 0, 0)));
        assert_eq!(time("8 Uhr"), TimeRead::Sure(clock(8, 0, 0, 0)));
        for cell in ["24:00", "25:10", "8:75", "13:00 PM", "0:10 AM"] {
            assert_eq!(time(cell), TimeRead::NoSuchTime, "{cell}");
        }
        for cell in ["abends", "8", "after work", "08:xx"] {
            assert_eq!(time(cell), TimeRead::Words, "{cell}");
        }
        assert_eq!(time("  "), TimeRead::Blank);
    }

    #[test]
    fn date_and_time_in_one_cell() {
        let wall = |h, m| WhenRead::Wall(DateRead::Sure(day(2025, 3, 9)), TimeRead::Sure(clock(h, m, 0, 0)));
        for cell in [
            "2025-03-09 10:45",
            "2025-03-09T10:45:00.000",
            "09.03.2025, 10:45 Uhr",
            "9 March 2025 10:45 AM",
        ] {
            assert_eq!(when(cell), wall(10, 45), "{cell}");
        }
        assert_eq!(
            when("2025-03-09 abends"),
            WhenRead::Wall(DateRead::Sure(day(2025, 3, 9)), TimeRead::Words)
        );
        assert_eq!(
            when("2025-03-09T10:45:00.000Z"),
            WhenRead::Instant("2025-03-09T10:45:00Z".parse().unwrap())
        );
        assert!(matches!(when("2025-03-09 10:45:00+01:00"), WhenRead::Instant(_)));
        assert!(matches!(
            when("12/30/2024 6:53 AM"),
            WhenRead::Wall(DateRead::Either { .. }, TimeRead::Sure(_))
        ));
    }
}
