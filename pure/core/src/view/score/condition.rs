//! Whether the condition of a forecast held until a check-in, as far as the diary knows: that nothing more was taken, or
//! that what was taken is what was assumed.

use crate::bridge::{self, Use, hours_between};
use crate::day::{self, DayStart};
use crate::diary::Diary;
use crate::event::{Assumed, Forecast};
use crate::moment::Moment;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// By how much what was taken may differ from what was assumed, in all and within the last day, as a share of the larger of
/// the two.
pub const SAME_AMOUNT: f64 = 0.25;
/// By how many hours the last dose before an answer may lie from where it was assumed.
pub const SAME_TIME_H: f64 = 3.0;
const DAY_H: f64 = 24.0;

/// Why a check-in says nothing about the forecast before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unscorable {
    /// Something was taken after the forecast's last dose: what came is not what it spoke of.
    SomethingTaken,
    /// What was taken is not what was assumed, or its amount or time is not known.
    NotAsAssumed,
    /// A whole day in between has no entry of any kind: nobody said what was taken (rule 6).
    NobodySaid,
}

/// What the diary knows about use, day by day, as it stands now: later corrections and back-dated doses count.
pub(super) struct Known {
    taken: Vec<Use>,
    with_entry: BTreeSet<Date>,
    day_start: DayStart,
}

impl Known {
    pub(super) fn of(diary: &Diary, until: &Moment) -> Self {
        Self {
            taken: bridge::uses(diary, until),
            with_entry: diary.days_with_entry(),
            day_start: diary.day_start,
        }
    }

    /// Whether what the forecast spoke of is what was logged up to `until`.
    pub(super) fn held(&self, forecast: &Forecast, until: &Moment) -> Result<(), Unscorable> {
        let since_last_dose = self.since_last_dose(forecast, until);
        match &forecast.assumed {
            None if since_last_dose.is_empty() => {}
            None => return Err(Unscorable::SomethingTaken),
            Some(assumed) if is_as_assumed(forecast, assumed, since_last_dose, until) => {}
            Some(_) => return Err(Unscorable::NotAsAssumed),
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

    /// What was taken after the last dose the forecast knew.
    fn since_last_dose(&self, forecast: &Forecast, until: &Moment) -> &[Use] {
        // The dose itself, give or take what is lost in writing its time down.
        let after_ms = forecast.last_dose.ms().saturating_add(1000);
        let from = self
            .taken
            .partition_point(|taken| taken.at.as_millisecond() <= after_ms);
        let to = self.taken.partition_point(|taken| taken.at <= until.at);
        &self.taken[from.min(to)..to]
    }
}

/// Whether what was taken up to `until` adds up to what was assumed, in all and within the last day, and was last taken about
/// when it was.
fn is_as_assumed(forecast: &Forecast, assumed: &Assumed, taken: &[Use], until: &Moment) -> bool {
    let shown = forecast.when.at;
    // Something before it was shown that it did not know.
    if taken.first().is_some_and(|first| first.at <= shown) {
        return false;
    }
    let known = |taken: &Use| Some((hours_between(shown, taken.at), taken.known_mg?));
    let Some(taken) = taken.iter().map(known).collect::<Option<Vec<(f64, f64)>>>() else {
        return false;
    };
    let until_h = hours_between(shown, until.at);
    let assumed = assumed.doses.iter().map(|dose| (dose.hours, dose.mg));
    let assumed: Vec<(f64, f64)> = assumed.filter(|(hours, _)| *hours <= until_h).collect();
    let since = |doses: &[(f64, f64)], from_h: f64| -> f64 {
        let counted = doses.iter().filter(|(hours, _)| *hours > from_h);
        counted.map(|(_, mg)| mg).sum()
    };
    let is_alike = |from_h: f64| {
        let (taken_mg, assumed_mg) = (since(&taken, from_h), since(&assumed, from_h));
        (taken_mg - assumed_mg).abs() <= SAME_AMOUNT * taken_mg.max(assumed_mg)
    };
    let known_h = hours_between(shown, forecast.last_dose.at);
    let last_h = |doses: &[(f64, f64)]| doses.last().map_or(known_h, |(hours, _)| *hours);
    is_alike(0.0) && is_alike(until_h - DAY_H) && (last_h(&taken) - last_h(&assumed)).abs() <= SAME_TIME_H
}
