//! The little words inside figures, one table per language. Whole sentences live in the `.ftl` files instead.

/// What a language needs to write figures, durations and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the word it names")]
pub struct Phrases {
    pub decimal: &'static str,
    pub thousands: &'static str,
    pub percent_sign: &'static str,
    pub unknown: &'static str,
    pub unknown_amount: &'static str,
    pub about: &'static str,
    pub range_to: &'static str,
    pub out_of: &'static str,
    pub under: &'static str,
    pub over: &'static str,
    pub just_now: &'static str,
    pub now: &'static str,
    pub minute: &'static str,
    pub hour: &'static str,
    /// One day, several days.
    pub day: [&'static str; 2],
    /// One week, several weeks.
    pub week: [&'static str; 2],
    /// `{}` is the duration: "{} ago".
    pub ago: &'static str,
    /// `{}` is the duration: "in {}".
    pub hence: &'static str,
    /// `{}` is the number of a day counted from an event: "day {}".
    pub day_number: &'static str,
    /// Before noon, after noon.
    pub halves_of_day: [&'static str; 2],
    /// Monday first.
    pub weekdays_short: [&'static str; 7],
    /// January first.
    pub months_short: [&'static str; 12],
    /// `{day}` and `{month}`: "{month} {day}".
    pub day_and_month: &'static str,
    /// `{date}` and `{year}`: "{date}, {year}".
    pub date_and_year: &'static str,
}

impl Phrases {
    /// American English.
    pub const ENGLISH: Self = Self {
        decimal: ".",
        thousands: ",",
        percent_sign: "%",
        unknown: "unknown",
        unknown_amount: "unknown amount",
        about: "about",
        range_to: "to",
        out_of: "of",
        under: "under",
        over: "over",
        just_now: "just now",
        now: "now",
        minute: "min",
        hour: "h",
        day: ["day", "days"],
        week: ["week", "weeks"],
        ago: "{} ago",
        hence: "in {}",
        day_number: "day {}",
        halves_of_day: ["am", "pm"],
        weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        months_short: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        day_and_month: "{month} {day}",
        date_and_year: "{date}, {year}",
    };
}
