//! Where help is, and the signs that must not wait for it.
//!
//! Telephone numbers were written down from general knowledge or from other people's pages: [`Checked`] says so of each, and
//! whoever shows one must say so too. How urgent a sign is, is always our judgement; the grade of a [`RedFlag`] speaks of
//! the reason behind it. Nothing here may ever name a dose, a product or a price.

use crate::{Basis, Grade, Source, source, table};

/// What to do about a sign, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Call the emergency number now.
    Emergency,
    /// Speak with a doctor, a clinic or an advice line today.
    DoctorToday,
    /// Speak with a doctor or a pharmacist in the next days.
    DoctorSoon,
}

/// A sign that must not wait. What a person reads stands in the word files, under the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedFlag {
    /// Name of the row: lower case words joined by `_`, unique.
    pub id: &'static str,
    /// What to do. Always our judgement.
    pub act: Act,
    /// How the reason was come by.
    pub basis: Basis,
    /// Whom it was seen in, or whom it is meant for when it is our judgement.
    pub population: &'static str,
    /// Id of the [`Source`] of the reason.
    pub source: &'static str,
    /// How far the reason may be trusted.
    pub grade: Grade,
    /// Ids of the rows the reason rests on.
    pub rests_on: &'static [&'static str],
    /// One or two sentences in our own words.
    pub note: &'static str,
}

/// What answers a telephone number, in the order in which help is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// Ambulance.
    Emergency,
    /// Somebody to talk to in despair.
    Crisis,
    /// Advice when something was swallowed.
    Poison,
    /// Medical advice when no practice is open.
    Advice,
    /// Advice about drugs, for those who use them and those around them.
    Drugs,
}

/// How a line is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// By a call.
    Call,
    /// By a call or a text message.
    CallOrText,
    /// By a text message with this word.
    Text(&'static str),
}

/// When a line answers, on the clock of its own country, in minutes from midnight. The end may be after midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// Day and night.
    Always,
    /// Every day between these minutes.
    Daily(u16, u16),
    /// Monday to Friday between these minutes.
    Weekdays(u16, u16),
    /// Not known to us.
    Unknown,
}

/// Whether somebody has looked at the service's own page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Nobody has. Show the number with words that say so.
    Unverified,
    /// Seen on this day (year-month-day) at this address.
    On {
        /// The day.
        day: &'static str,
        /// The address, as text.
        at: &'static str,
    },
}

/// One telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Helpline {
    /// Two-letter country code of ISO 3166; `EU` for the European Union as a whole and [`ELSEWHERE`] for every other place.
    pub country: &'static str,
    /// What answers.
    pub service: Service,
    /// The name people know it by. A proper name, not translated.
    pub name: &'static str,
    /// The number as it is dialed inside the country, with spaces for reading.
    pub number: &'static str,
    /// How it is reached.
    pub reach: Reach,
    /// When it answers.
    pub hours: Hours,
    /// Whether somebody has looked.
    pub checked: Checked,
    /// Id of the [`Source`].
    pub source: &'static str,
}

/// The code under which the row for a place without rows of its own stands.
pub const ELSEWHERE: &str = "ZZ";

impl RedFlag {
    /// The bibliography entry. The generator refuses rows without one.
    #[must_use]
    pub fn cited_source(&self) -> Option<&'static Source> {
        source(self.source)
    }
}

/// Every sign that must not wait, the most urgent first.
#[must_use]
pub fn red_flags() -> &'static [RedFlag] {
    &table::RED_FLAGS
}

/// Every telephone number, by country and then in the order of [`Service`].
#[must_use]
pub fn helplines() -> &'static [Helpline] {
    &table::HELPLINES
}

/// The numbers of a country, in the order of [`Service`]. Empty when there are none: see [`ELSEWHERE`].
///
/// # Examples
/// ```
/// use ebb_evidence::{Service, helplines_in};
/// assert_eq!(helplines_in("GB")[0].service, Service::Emergency);
/// assert!(helplines_in("XX").is_empty());
/// ```
#[must_use]
pub fn helplines_in(country: &str) -> &'static [Helpline] {
    let from = table::HELPLINES.partition_point(|line| line.country < country);
    let to = table::HELPLINES.partition_point(|line| line.country <= country);
    &table::HELPLINES[from..to]
}
