//! A stretch of days summed up: its weeks, grams per dose and doses per day apart. It must never take a day without an
//! entry for a day without use: a sum with such a day in it is a lower bound.

use super::history::{DayRow, DayState, median};
use crate::day;
use crate::diary::Diary;
use crate::resolve::Resolver;
use jiff::civil::Date;

/// Fewest doses or days that a middle may be taken of.
pub const MIDDLE_NEEDS: usize = 3;

/// Days of one week, Monday to Sunday, as far as the stretch holds them.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// Its days, in order; never empty.
    pub days: Vec<DayRow>,
    /// Grams that are known; `None` when none are.
    pub grams: Option<f64>,
    /// Whether more was or may have been taken: an unknown amount, or a day without an entry.
    pub is_lower_bound: bool,
    /// Single doses written down.
    pub doses: usize,
    /// Days without an entry.
    pub n_without_entry: usize,
}

/// The weeks that `days` (in order) fall into. The day that is still running may be without an entry yet: it counts
/// neither way.
#[must_use]
pub fn weeks(days: &[DayRow], today: Date) -> Vec<Week> {
    let is_same_week = |a: &DayRow, b: &DayRow| monday_of(a.day) == monday_of(b.day);
    days.chunk_by(is_same_week).map(|days| week(days, today)).collect()
}

/// The Monday of a day's week.
#[must_use]
pub fn monday_of(date: Date) -> Date {
    day::plus(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

fn week(days: &[DayRow], today: Date) -> Week {
    let is_gap = |row: &&DayRow| row.state == DayState::NoEntry && row.day != today;
    let n_without_entry = days.iter().filter(is_gap).count();
    let is_open = |row: &DayRow| match row.state {
        DayState::UnknownAmount | DayState::PartlyKnown => true,
        DayState::Known => row.doses_not_in_grams > 0 || row.grams.is_none(),
        DayState::NoEntry | DayState::NothingTaken => false,
    };
    let known: Vec<f64> = days.iter().filter_map(|row| row.grams).collect();
    Week {
        grams: (!known.is_empty()).then(|| known.iter().sum()),
        is_lower_bound: n_without_entry > 0 || days.iter().any(is_open),
        doses: days.iter().map(|row| row.doses).sum(),
        n_without_entry,
        days: days.to_vec(),
    }
}

/// A median and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Middle {
    /// The median.
    pub value: f64,
    /// Of how many.
    pub n: usize,
}

/// How much a time and how often a day: two different things to change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Apart {
    /// Grams of leaf per dose.
    pub grams_per_dose: Option<Middle>,
    /// Doses per day, over days with single doses and days that are said to be without.
    pub doses_per_day: Option<Middle>,
}

/// Grams per dose and doses per day over these days.
#[must_use]
pub fn apart(diary: &Diary, days: &[DayRow]) -> Apart {
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Apart {
            grams_per_dose: None,
            doses_per_day: None,
        };
    };
    let resolver = Resolver::new(diary);
    let of_stretch = diary.doses.iter().filter(|dose| {
        let day = diary.day_of_dose(&dose.body);
        (first.day..=last.day).contains(&day)
    });
    let grams = of_stretch.filter_map(|dose| resolver.resolve(&dose.body).leaf_grams);
    let counted = |row: &DayRow| match row.state {
        DayState::NothingTaken => Some(0.0),
        DayState::NoEntry => None,
        _ => (row.doses > 0).then_some(row.doses as f64),
    };
    Apart {
        grams_per_dose: middle(grams.collect()),
        doses_per_day: middle(days.iter().filter_map(counted).collect()),
    }
}

fn middle(values: Vec<f64>) -> Option<Middle> {
    let n = values.len();
    if n < MIDDLE_NEEDS {
        return None;
    }
    median(values).map(|value| Middle { value, n })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn row(day: Date, state: DayState, grams: Option<f64>, doses: usize) -> DayRow {
        DayRow {
            state,
            grams,
            doses,
            ..DayRow::without_entry(day)
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_hold_only_days_of_the_stretch() {
        // A Friday to the Tuesday after it.
        let days: Vec<DayRow> = (0..5)
            .map(|n| row(day::plus(date(2026, 1, 30), n), DayState::Known, Some(1.5), 2))
            .collect();
        let weeks = weeks(&days, date(2026, 2, 3));
        let lengths: Vec<usize> = weeks.iter().map(|week| week.days.len()).collect();
        assert_eq!(lengths, [3, 2]);
        assert_eq!(weeks[1].days[0].day, date(2026, 2, 2));
        assert_eq!((weeks[0].grams, weeks[0].doses), (Some(4.5), 6));
        assert!(!weeks[0].is_lower_bound);
    }

    #[test]
    fn a_day_without_an_entry_makes_the_sum_a_lower_bound_and_today_does_not() {
        let monday = date(2026, 2, 2);
        let days = [
            row(monday, DayState::Known, Some(2.0), 2),
            row(day::plus(monday, 1), DayState::NoEntry, None, 0),
        ];
        let yesterday_open = &weeks(&days, day::plus(monday, 2))[0];
        assert_eq!(
            (yesterday_open.is_lower_bound, yesterday_open.n_without_entry),
            (true, 1)
        );
        let today_open = &weeks(&days, day::plus(monday, 1))[0];
        assert_eq!((today_open.is_lower_bound, today_open.n_without_entry), (false, 0));
    }

    #[test]
    fn a_day_said_to_be_without_is_no_gap_and_an_unknown_amount_is_open() {
        let monday = date(2026, 2, 2);
        let without = row(monday, DayState::NothingTaken, Some(0.0), 0);
        let week = &weeks(std::slice::from_ref(&without), monday)[0];
        assert_eq!((week.grams, week.is_lower_bound), (Some(0.0), false));
        let unknown = row(day::plus(monday, 1), DayState::UnknownAmount, None, 1);
        assert!(weeks(&[without, unknown], monday)[0].is_lower_bound);
    }

    #[test]
    fn doses_per_day_count_days_without_as_none_and_leave_out_days_nobody_spoke_of() {
        let monday = date(2026, 2, 2);
        let days = [
            row(monday, DayState::Known, Some(2.0), 4),
            row(day::plus(monday, 1), DayState::NothingTaken, Some(0.0), 0),
            row(day::plus(monday, 2), DayState::NoEntry, None, 0),
            row(day::plus(monday, 3), DayState::UnknownAmount, None, 2),
        ];
        let apart = apart(&Diary::empty(), &days);
        assert_eq!(apart.doses_per_day, Some(Middle { value: 2.0, n: 3 }));
        assert_eq!(apart.grams_per_dose, None);
    }
}
