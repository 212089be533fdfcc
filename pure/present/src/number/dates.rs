//! Dates and clock times. Which day a moment belongs to is decided elsewhere; here a civil date is only written.

use jiff::civil::{Date, Time};

use super::{HourStyle, Numbers};

impl Numbers {
    /// A date without its year: `Feb 3`.
    #[must_use]
    pub fn date_short(&self, date: Date) -> String {
        let pattern = self.phrases.day_and_month;
        pattern
            .replace("{day}", &date.day().to_string())
            .replace("{month}", self.month_short(date))
    }

    /// A date with its weekday: `Mon Feb 3`.
    #[must_use]
    pub fn date_with_weekday(&self, date: Date) -> String {
        format!("{} {}", self.weekday_short(date), self.date_short(date))
    }

    /// A whole date: `Feb 3, 2026`.
    #[must_use]
    pub fn date_full(&self, date: Date) -> String {
        let pattern = self.phrases.date_and_year;
        pattern
            .replace("{date}", &self.date_short(date))
            .replace("{year}", &date.year().to_string())
    }

    /// The name of a date's weekday: `Mon`.
    #[must_use]
    pub fn weekday_short(&self, date: Date) -> &'static str {
        let position = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        self.phrases.weekdays_short[position.min(6)]
    }

    /// The name of a date's month: `Feb`.
    #[must_use]
    pub fn month_short(&self, date: Date) -> &'static str {
        let position = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
        self.phrases.months_short[position.min(11)]
    }

    /// A clock time: `08:05`, or `8:05 am`.
    #[must_use]
    pub fn clock_time(&self, time: Time) -> String {
        match self.hours {
            HourStyle::TwentyFour => format!("{:02}:{:02}", time.hour(), time.minute()),
            HourStyle::Twelve => {
                let half = self.phrases.halves_of_day[usize::from(time.hour() >= 12)];
                format!("{}:{:02} {half}", twelve_hour(time), time.minute())
            }
        }
    }

    /// A whole hour, as on an axis: `08:00`, or `8 am`.
    pub(crate) fn hour_label(&self, time: Time) -> String {
        match self.hours {
            HourStyle::TwentyFour => self.clock_time(time),
            HourStyle::Twelve if time.minute() == 0 => {
                format!(
                    "{} {}",
                    twelve_hour(time),
                    self.phrases.halves_of_day[usize::from(time.hour() >= 12)]
                )
            }
            HourStyle::Twelve => self.clock_time(time),
        }
    }
}

fn twelve_hour(time: Time) -> i8 {
    match time.hour() % 12 {
        0 => 12,
        hour => hour,
    }
}
