//! Durations: exact ones from the diary, relative ones against now, and estimated ones from the engine.

use super::{ESTIMATE_DIGITS, Numbers, rounding};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

impl Numbers {
    /// A length of time from its milliseconds, to the minute below a day and to the hour above: `3 h 5 min`, `2 days 4 h`.
    /// The sign is not looked at; use [`Numbers::relative`] for before and after.
    #[must_use]
    pub fn duration(&self, length_ms: i64) -> String {
        let length_ms = i64::try_from(length_ms.unsigned_abs()).unwrap_or(i64::MAX);
        if length_ms < MINUTE_MS {
            return format!("{} 1 {}", self.phrases.under, self.phrases.minute);
        }
        let minutes = length_ms / MINUTE_MS;
        if minutes < 60 {
            return format!("{minutes} {}", self.phrases.minute);
        }
        if minutes < 24 * 60 {
            return with_rest(
                format!("{} {}", minutes / 60, self.phrases.hour),
                minutes % 60,
                self.phrases.minute,
            );
        }
        let hours = minutes / 60;
        with_rest(
            self.days(hours / 24),
            if hours >= 7 * 24 { 0 } else { hours % 24 },
            self.phrases.hour,
        )
    }

    /// A moment against now, from milliseconds that are negative in the past: `20 min ago`, `just now`, `in 2 days`.
    #[must_use]
    pub fn relative(&self, from_now_ms: i64) -> String {
        let distance_ms = from_now_ms.unsigned_abs();
        let Ok(distance_ms) = i64::try_from(distance_ms) else {
            return self.phrases.unknown.to_owned();
        };
        if distance_ms < MINUTE_MS {
            return if from_now_ms <= 0 {
                self.phrases.just_now.to_owned()
            } else {
                self.phrases.now.to_owned()
            };
        }
        let length = if distance_ms < 2 * DAY_MS {
            self.duration(distance_ms)
        } else {
            self.days((distance_ms.saturating_add(DAY_MS / 2)) / DAY_MS)
        };
        let pattern = if from_now_ms < 0 {
            self.phrases.ago
        } else {
            self.phrases.hence
        };
        pattern.replace("{}", &length)
    }

    /// A worked-out length of time: `about 14 h`, from two days on `about 3 days`. `hours` is never shown as none.
    #[must_use]
    pub fn duration_estimate(&self, hours: f64) -> String {
        if !hours.is_finite() || hours < 0.0 {
            return self.phrases.unknown.to_owned();
        }
        if hours < 1.0 {
            return format!("{} 1 {}", self.phrases.under, self.phrases.hour);
        }
        if hours < 48.0 {
            return format!("{} {} {}", self.phrases.about, self.whole(hours), self.phrases.hour);
        }
        let days = self.whole(hours / 24.0);
        format!("{} {days} {}", self.phrases.about, self.day_word(&days))
    }

    /// A worked-out range of lengths of time, rounded outwards: `12 to 30 h`; `1 to 3 days` once the end passes two days.
    #[must_use]
    pub fn duration_range(&self, low_hours: f64, high_hours: f64) -> String {
        let (low, high) = (low_hours.min(high_hours), low_hours.max(high_hours));
        if !(low.is_finite() && high.is_finite()) || low < 0.0 {
            return self.phrases.unknown.to_owned();
        }
        if high < 48.0 {
            return self.range(
                rounding::floor_to(low, 1.0),
                rounding::ceil_to(high, 1.0),
                self.phrases.hour,
            );
        }
        let low_days = rounding::floor_to(low / 24.0, 1.0);
        let high_days = rounding::ceil_to(high / 24.0, 1.0);
        if low < 24.0 {
            let low_h = rounding::fixed(rounding::floor_to(low, 1.0), 0);
            let high_text = self.days_rounded(high_days);
            return format!("{low_h} {} {} {high_text}", self.phrases.hour, self.phrases.range_to);
        }
        if high_days - low_days < 0.5 {
            return self.days_rounded(high_days);
        }
        let low_text = self.localized(&rounding::fixed(low_days, 0));
        format!("{low_text} {} {}", self.phrases.range_to, self.days_rounded(high_days))
    }

    /// A day counted from an event, as on an axis: `day 3`.
    #[must_use]
    pub fn day_number(&self, day: i64) -> String {
        self.phrases.day_number.replace("{}", &day.to_string())
    }

    /// Whole hours, as on an axis: `12 h`.
    pub(crate) fn hours_label(&self, hours: i64) -> String {
        format!("{hours} {}", self.phrases.hour)
    }

    fn days(&self, days: i64) -> String {
        self.days_rounded(rounding::floor_to(as_f64(days), 1.0))
    }

    fn days_rounded(&self, days: f64) -> String {
        let figure = self.localized(&rounding::fixed(days, 0));
        format!("{figure} {}", self.day_word(&figure))
    }

    fn day_word(&self, figure: &str) -> &'static str {
        self.phrases.day[usize::from(figure != "1")]
    }

    /// Two significant digits, and no digit behind the point: half an hour of an estimate means nothing.
    fn whole(&self, value: f64) -> String {
        let rounded = if value < 10.0 {
            rounding::fixed(value.round(), 0)
        } else {
            rounding::significant(value, ESTIMATE_DIGITS)
        };
        self.localized(&rounded)
    }
}

fn with_rest(main: String, rest: i64, unit: &str) -> String {
    if rest == 0 {
        main
    } else {
        format!("{main} {rest} {unit}")
    }
}

#[expect(clippy::cast_precision_loss, reason = "day counts are far below 2^52")]
fn as_f64(days: i64) -> f64 {
    days as f64
}
