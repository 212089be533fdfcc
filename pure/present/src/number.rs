//! Figures as a person reads them: amounts, durations, ranges, shares, scores and dates.
//!
//! Two kinds of figure are never confused. What a person typed is written exactly as it was typed. What Ebb worked out is
//! an estimate: two significant digits, "about" before it, and its ends rounded outwards so that a range never looks
//! narrower than it is. What is not known is said in words: no function here turns "unknown" into 0, or a small amount
//! into none.
//!
//! Start with [`Numbers`]. Sentences are the work of [`crate::words`]; only the little words inside a figure live here.

use crate::text;

mod dates;
mod durations;
mod phrases;
mod rounding;

pub use phrases::Phrases;

/// A language Ebb speaks. A new one needs a table of [`Phrases`] and a file of words; the compiler asks for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Language {
    /// American English.
    English,
}

impl Language {
    /// The little words inside figures.
    #[must_use]
    pub fn phrases(self) -> &'static Phrases {
        match self {
            Self::English => &Phrases::ENGLISH,
        }
    }

    /// The language tag, as in `lang="en"`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }
}

/// How hours are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HourStyle {
    /// 08:05 and 20:05.
    TwentyFour,
    /// 8:05 am and 8:05 pm.
    Twelve,
}

/// Writes figures in one language.
///
/// ```
/// use ebb_present::number::{HourStyle, Language, Numbers};
/// let numbers = Numbers::new(Language::English, HourStyle::TwentyFour);
/// assert_eq!(numbers.amount_exact(Some(2.25), "g"), "2.25 g");
/// assert_eq!(numbers.amount_estimate(Some(2.34), "g"), "about 2.3 g");
/// assert_eq!(numbers.amount_exact(None, "g"), "unknown amount");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    phrases: &'static Phrases,
    hours: HourStyle,
}

impl Numbers {
    /// A writer of figures in this language.
    #[must_use]
    pub fn new(language: Language, hours: HourStyle) -> Self {
        Self {
            phrases: language.phrases(),
            hours,
        }
    }

    /// A writer of figures with its own little words, for a language that is being translated.
    #[must_use]
    pub fn with_phrases(phrases: &'static Phrases, hours: HourStyle) -> Self {
        Self { phrases, hours }
    }

    /// A whole number with its thousands apart: `12,345`.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.localized(&count.to_string())
    }

    /// A number with all its digits: `2.25`. The word for unknown when it is not a finite number.
    #[must_use]
    pub fn exact(&self, value: f64) -> String {
        if value.is_finite() {
            self.localized(&rounding::exact(value))
        } else {
            self.phrases.unknown.to_owned()
        }
    }

    /// An amount as it was recorded, with all its digits: `2.25 g`. `None` and impossible numbers are "unknown amount".
    #[must_use]
    pub fn amount_exact(&self, value: Option<f64>, unit: &str) -> String {
        match finite(value) {
            Some(value) => join(&self.exact(value), unit),
            None => self.phrases.unknown_amount.to_owned(),
        }
    }

    /// The characters a person typed, made safe to print and otherwise untouched: `2.50 g` stays `2.50 g`.
    #[must_use]
    pub fn amount_as_typed(&self, typed: &str, unit: &str) -> String {
        let shown = text::for_terminal(typed.trim());
        if shown.is_empty() {
            self.phrases.unknown_amount.to_owned()
        } else {
            join(&shown, &text::for_terminal(unit))
        }
    }

    /// A worked-out number to two significant digits, without "about": `2.3`.
    #[must_use]
    pub fn estimate(&self, value: f64) -> String {
        if value.is_finite() {
            self.localized(&rounding::significant(value, ESTIMATE_DIGITS))
        } else {
            self.phrases.unknown.to_owned()
        }
    }

    /// A worked-out amount: `about 2.3 g`. `None` is "unknown amount".
    #[must_use]
    pub fn amount_estimate(&self, value: Option<f64>, unit: &str) -> String {
        match finite(value) {
            Some(value) => format!("{} {}", self.phrases.about, join(&self.estimate(value), unit)),
            None => self.phrases.unknown_amount.to_owned(),
        }
    }

    /// A worked-out range in words, rounded outwards: `2.1 to 3.4 g`. One figure when both ends read the same.
    #[must_use]
    pub fn range(&self, low: f64, high: f64, unit: &str) -> String {
        let Some((low, high)) = self.range_ends(low, high) else {
            return self.phrases.unknown.to_owned();
        };
        if low == high {
            join(&low, unit)
        } else {
            format!("{low} {} {}", self.phrases.range_to, join(&high, unit))
        }
    }

    /// A worked-out range, short: `4–9`. Ranges that reach below zero are written in words.
    #[must_use]
    pub fn range_short(&self, low: f64, high: f64) -> String {
        if low.min(high) < 0.0 {
            return self.range(low, high, "");
        }
        match self.range_ends(low, high) {
            Some((low, high)) if low == high => low,
            Some((low, high)) => format!("{low}–{high}"),
            None => self.phrases.unknown.to_owned(),
        }
    }

    /// A worked-out number in steps of which finer ones mean nothing: `12`; below one step `under 1`. A step of 0 is none.
    #[must_use]
    pub fn stepped(&self, value: f64, step: f64) -> String {
        if !(step > 0.0 && value.is_finite()) || value < 0.0 {
            return self.estimate(value);
        }
        if value < step {
            return format!("{} {}", self.phrases.under, self.exact(step));
        }
        self.estimate(rounding::nearest(value, step))
    }

    /// [`Self::stepped`] as an amount: `about 12 of 64`, `under 1 of 64`.
    #[must_use]
    pub fn amount_stepped(&self, value: f64, step: f64, unit: &str) -> String {
        let figure = join(&self.stepped(value, step), unit);
        if value < step {
            figure
        } else {
            format!("{} {figure}", self.phrases.about)
        }
    }

    /// A worked-out range in steps, rounded outwards to them: `0 to 3`.
    #[must_use]
    pub fn range_stepped(&self, low: f64, high: f64, step: f64) -> String {
        if !(step > 0.0 && low.is_finite() && high.is_finite()) {
            return self.range(low, high, "");
        }
        let (low, high) = (low.min(high), low.max(high));
        self.range(rounding::floor_to(low, step), rounding::ceil_to(high, step), "")
    }

    /// A share as a percentage. `fraction` is 0 to 1. Small is `under 1%`, not 0%; nearly all is `over 99%`, not 100%.
    #[must_use]
    pub fn percent(&self, fraction: f64) -> String {
        let percent = fraction * 100.0;
        if !percent.is_finite() {
            return self.phrases.unknown.to_owned();
        }
        let sign = self.phrases.percent_sign;
        if percent > 0.0 && percent < 1.0 {
            format!("{} 1{sign}", self.phrases.under)
        } else if percent > 99.0 && percent < 100.0 {
            format!("{} 99{sign}", self.phrases.over)
        } else {
            format!("{}{sign}", self.localized(&rounding::fixed(percent, 0)))
        }
    }

    /// A range of shares: `20% to 35%`, rounded outwards to whole percents. Each end is 0 to 1.
    #[must_use]
    pub fn percent_range(&self, low: f64, high: f64) -> String {
        if !(low.is_finite() && high.is_finite()) {
            return self.phrases.unknown.to_owned();
        }
        let (low, high) = (low.min(high), low.max(high));
        let low_text = self.percent(rounding::floor_to(low * 100.0, 1.0) / 100.0);
        let low_text = if low > 0.0 && low < 0.01 {
            self.percent(low)
        } else {
            low_text
        };
        let high_text = self.percent(rounding::ceil_to(high * 100.0, 1.0) / 100.0);
        if low_text == high_text {
            low_text
        } else {
            format!("{low_text} {} {high_text}", self.phrases.range_to)
        }
    }

    /// A questionnaire score: `23 of 64`, or with the range the true score may lie in, `23 of 64 (18–29)`.
    #[must_use]
    pub fn score(&self, score: f64, highest: f64, range: Option<(f64, f64)>) -> String {
        if !(score.is_finite() && highest.is_finite()) {
            return self.phrases.unknown.to_owned();
        }
        let plain = format!("{} {} {}", self.exact(score), self.phrases.out_of, self.exact(highest));
        match range {
            Some((low, high)) => format!("{plain} ({})", self.range_short(low, high)),
            None => plain,
        }
    }

    /// The word for what is not known.
    #[must_use]
    pub fn unknown(&self) -> &'static str {
        self.phrases.unknown
    }

    /// A number on an axis, with the decimals its neighbors have.
    pub(crate) fn tick(&self, value: f64, n_decimals: usize) -> String {
        self.localized(&rounding::fixed(value, n_decimals))
    }

    /// A whole number on an axis.
    pub(crate) fn tick_whole(&self, value: i64) -> String {
        self.localized(&value.to_string())
    }

    fn range_ends(&self, low: f64, high: f64) -> Option<(String, String)> {
        if !(low.is_finite() && high.is_finite()) {
            return None;
        }
        let (low, high) = rounding::outward(low.min(high), low.max(high), ESTIMATE_DIGITS);
        Some((self.localized(&low), self.localized(&high)))
    }

    /// Puts this language's separators into a plain decimal number.
    fn localized(&self, plain: &str) -> String {
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(digits) => ("−", digits),
            None => ("", plain),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut shown = String::from(sign);
        for (position, digit) in whole.chars().enumerate() {
            let n_left = whole.len() - position;
            if position > 0 && n_left.is_multiple_of(3) && whole.len() > 3 {
                shown.push_str(self.phrases.thousands);
            }
            shown.push(digit);
        }
        if !fraction.is_empty() {
            shown.push_str(self.phrases.decimal);
            shown.push_str(fraction);
        }
        shown
    }
}

/// Digits of an estimate that mean something: the width of every range Ebb works out is far above a hundredth of it.
const ESTIMATE_DIGITS: usize = 2;

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

fn join(figure: &str, unit: &str) -> String {
    if unit.is_empty() {
        figure.to_owned()
    } else {
        format!("{figure} {unit}")
    }
}
