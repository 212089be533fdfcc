//! Whether the condition of a forecast, "nothing more is taken", held until a check-in, as far as the diary knows.

use crate::bridge;
use crate::day::{self, DayStart};
use crate::diary::Diary;
use crate::event::Forecast;
use crate::moment::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Why a check-in says nothing about the forecast before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unscorable {
    /// Something was taken after the forecast's last dose: what came is not what it spoke of.
    SomethingTaken,
    /// A whole day in between has no entry of any kind: nobody said that nothing was taken (rule 6).
    NobodySaid,
}

/// What the diary knows about use, day by day, as it stands now: later corrections and back-dated doses count.
pub(super) struct Known {
    taken: Vec<Timestamp>,
    with_entry: BTreeSet<Date>,
    day_start: DayStart,
}

impl Known {
    pub(super) fn of(diary: &Diary, until: &Moment) -> Self {
        Self {
            taken: bridge::times_of_use(diary, until),
            with_entry: diary.days_with_entry(),
            day_start: diary.day_start,
        }
    }

    /// Whether nothing was taken from the forecast's last dose to `until`.
    pub(super) fn held(&self, forecast: &Forecast, until: &Moment) -> Result<(), Unscorable> {
        // The dose itself, give or take what is lost in writing its time down.
        let after_ms = forecast.last_dose.ms().saturating_add(1000);
        let next = self.taken.partition_point(|at| at.as_millisecond() <= after_ms);
        if self.taken.get(next).is_some_and(|at| *at <= until.at) {
            return Err(Unscorable::SomethingTaken);
        }
        let (from, to) = (day::of(&forecast.when, self.day_start), day::of(until, self.day_start));
        let between = 1..day::days_between(from, to);
        if between
            .into_iter()
            .all(|n| self.with_entry.contains(&day::plus(from, n)))
        {
            Ok(())
        } else {
            Err(Unscorable::NobodySaid)
        }
    }
}
