//! Views as plain text, for the terminal and for screen readers. One file per screen; no arithmetic beyond layout.

pub mod course;
pub mod entries;
pub mod forecast;
pub mod help;
pub mod history;
pub mod learn;
pub mod learned;
pub mod score;
pub mod today;

use crate::number::Numbers;
use crate::text;
use crate::words::Words;
use ebb_core::amount::{Quantity, Unit};
use ebb_core::event::{Dose, Precision};
use ebb_core::moment::Moment;
use ebb_core::view::reading::{Learning, RECENT_DAYS, RestsOn, Silence};
use ebb_core::view::{Band80, Frame};
use jiff::tz::TimeZone;

/// Words, figures and a clock: everything needed to say a view aloud.
#[derive(Clone)]
pub struct Voice {
    /// The words.
    pub words: Words,
    /// The figures.
    pub numbers: Numbers,
    /// The wall clock for moments that are not entries.
    pub zone: TimeZone,
}

impl Voice {
    /// A voice in this language and zone.
    #[must_use]
    pub fn new(words: Words, numbers: Numbers, zone: TimeZone) -> Self {
        Self { words, numbers, zone }
    }

    /// An amount as it was typed: `2.5 g`, `3 capsules`, `unknown amount`.
    #[must_use]
    pub fn amount(&self, quantity: Option<&Quantity>) -> String {
        let Some(quantity) = quantity else {
            return self.words.unknown_amount();
        };
        let unit = match (&quantity.unit_name, quantity.unit) {
            (Some(name), _) => text::for_terminal(name),
            (None, Unit::Gram) => "g".to_owned(),
            (None, Unit::Milligram) => "mg".to_owned(),
            (None, Unit::TeaMl) => self.words.unit_tea_ml(),
            (None, Unit::MgMitragynine) => self.words.unit_mg_mitragynine(),
            (None, Unit::MgSevenOh) => self.words.unit_mg_seven_oh(),
            (None, Unit::Teaspoon) => self.words.unit_teaspoons(plural(quantity.value)),
            (None, Unit::Tablespoon) => self.words.unit_tablespoons(plural(quantity.value)),
            (None, Unit::Capsule) => self.words.unit_capsules(plural(quantity.value)),
            (None, Unit::Piece) => self.words.unit_pieces(plural(quantity.value)),
        };
        self.numbers.amount_exact(Some(quantity.value), &unit)
    }

    /// `2.5 g green`.
    #[must_use]
    pub fn dose(&self, dose: &Dose, product: Option<&str>) -> String {
        let amount = self.amount(dose.amount.as_ref());
        match (product, &dose.amount) {
            (Some(name), Some(_)) => format!("{amount} {}", text::for_terminal(name)),
            (Some(name), None) => format!("{}, {amount}", text::for_terminal(name)),
            (None, _) => amount,
        }
    }

    /// `today 17:40`, `yesterday 22:30`, `3 Feb 07:30`, on the clock that hung on the wall then.
    #[must_use]
    pub fn moment(&self, moment: &Moment, frame: &Frame) -> String {
        let time = self.numbers.clock_time(moment.wall().time());
        format!("{} {time}", self.day(moment.wall().date(), frame))
    }

    /// [`Self::moment`], or the day alone when no more is known.
    #[must_use]
    pub fn happened(&self, moment: &Moment, precision: Precision, frame: &Frame) -> String {
        match precision {
            Precision::Minute => self.moment(moment, frame),
            Precision::Day => self.day(moment.wall().date(), frame),
        }
    }

    /// `today`, `yesterday` or a date; the date on the calendar, not the day of the diary.
    #[must_use]
    pub fn day(&self, date: jiff::civil::Date, frame: &Frame) -> String {
        let today = frame.moment().wall().date();
        match ebb_core::day::days_between(date, today) {
            0 => self.words.today(),
            1 => self.words.yesterday(),
            2..=300 => self.numbers.date_with_weekday(date),
            _ => self.numbers.date_full(date),
        }
    }

    /// `about 94 ng/mL (52 to 170)`.
    #[must_use]
    pub fn estimate(&self, band: Band80, unit: &str) -> String {
        format!(
            "{} ({})",
            self.numbers.amount_estimate(Some(band.mid), unit),
            self.numbers.range(band.low, band.high, "")
        )
    }

    /// Why nothing is said, in words.
    #[must_use]
    pub fn silence(&self, silence: Silence) -> String {
        let days = |n: i64| self.words.day_count(u64::try_from(n).unwrap_or(0));
        match silence {
            Silence::NothingLogged => self.words.no_forecast_nothing(),
            Silence::TooFew { have, need } => self.words.no_forecast_few_doses(have as u64, need as u64),
            Silence::StrengthUnknown { n } => self.words.no_forecast_strength(n as u64),
            Silence::MostlyUnknown { unknown, of } => self.words.no_forecast_mostly_unknown(unknown as u64, of as u64),
            Silence::WithoutForecast { .. } => self.words.no_forecast_seven_hydroxy(),
            Silence::Stale { days: n } => self.words.no_forecast_gap(&days(n)),
        }
    }

    /// What a reading rests on, a sentence each.
    #[must_use]
    pub fn rests_on(&self, rests_on: &RestsOn) -> Vec<String> {
        let doses = self.words.dose_count(rests_on.n_doses as u64);
        let days = self.words.day_count(u64::try_from(rests_on.n_days).unwrap_or(0));
        let mut lines = vec![self.words.rests_on(&doses, &days)];
        lines.push(match rests_on.learning {
            Learning::Off => self.words.learning_is_off(),
            Learning::NoReports => self.words.forecast_learned_none(),
            Learning::Unclear => self.words.learning_is_unclear(),
            Learning::Learned => self.words.forecast_learned(rests_on.n_reports as u64),
        });
        if rests_on.reports.symptoms > 0 {
            lines.push(self.words.learned_baseline_in_it());
        }
        if rests_on.reports_left_out.total() > 0 {
            let count = rests_on.reports_left_out.total() as u64;
            lines.push(self.words.learning_left_out(count));
        }
        if rests_on.n_stood_in > 0 {
            lines.push(self.words.rests_on_stood_in(rests_on.n_stood_in as u64));
        }
        if rests_on.n_left_out > 0 {
            lines.push(self.words.rests_on_left_out(rests_on.n_left_out as u64));
        }
        if let Some(past) = rests_on.past_held {
            lines.push(self.words.forecast_track_record(past.n_inside as u64, past.n as u64));
        }
        if rests_on.widened_by > 1.0 {
            lines.push(
                self.words
                    .rests_on_widened(&self.numbers.stepped(rests_on.widened_by, 0.1)),
            );
        }
        match (rests_on.unexplained_gap_h, rests_on.n_days_without_entry) {
            (Some(hours), _) => lines.push(self.words.rests_on_gap(&self.numbers.duration_estimate(hours))),
            (None, 0) => {}
            (None, n) => lines.push(
                self.words
                    .rests_on_days_without_entry(n as u64, RECENT_DAYS.unsigned_abs()),
            ),
        }
        lines
    }
}

/// A count that bends a word: whole numbers as they are, everything else like "many".
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "only the exact number one is singular"
)]
fn plural(value: f64) -> u64 {
    if value == 1.0 { 1 } else { value.clamp(2.0, 1e9) as u64 }
}

/// A sentence on lines of its own, folded as [`wrapped`] does.
fn say(text: &mut String, sentence: &str, indent: &str, width: usize) {
    text.push_str(&wrapped(sentence, indent, width));
    text.push('\n');
}

/// Folds sentences into lines of at most `width` columns, each beginning with `indent`.
#[must_use]
pub fn wrapped(sentence: &str, indent: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in sentence.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n")
}
