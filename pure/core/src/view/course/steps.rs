//! How a plan goes down, week by week: what a person should see of it before anything else.

use ebb_evidence::cited;
use ebb_pharm::UncertainDose;

/// Relative step from one week to the next above which a plan is called steep: the hard cap of rule 2, a share.
pub const STEEPEST: f64 = cited::TAPER_HARD_CAP.value / 100.0;

/// Mitragynine per day, week by week, and the steps between.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// Milligrams a day in the seven days before now, then in each week of the plan; its last week counts the days up to its
    /// last dose.
    pub mg_per_day: Vec<f64>,
    /// The largest step down from one week to the next, as a share of the week before; 0 when nothing goes down.
    pub largest_down: f64,
    /// The largest step up, likewise.
    pub largest_up: f64,
    /// What is still taken a day in the last week, as a share of the week before now: where the plan ends, this ends at once.
    pub left_at_end: f64,
}

impl Steps {
    /// The steps of a plan after a diary.
    #[must_use]
    pub fn of(before: &[UncertainDose], plan: &[UncertainDose], now_h: f64) -> Self {
        const WEEK_H: f64 = 168.0;
        let mg = |doses: &[UncertainDose], from_h: f64, until_h: f64| -> f64 {
            let within = doses
                .iter()
                .filter(|dose| dose.dose.start_h > from_h && dose.dose.start_h <= until_h);
            within.map(|dose| dose.dose.mitragynine_mg).sum()
        };
        let mut mg_per_day = vec![mg(before, now_h - WEEK_H, now_h) / 7.0];
        let last_h = plan.last().map_or(now_h, |dose| dose.dose.start_h);
        let mut from_h = now_h;
        while from_h < last_h {
            let until_h = from_h + WEEK_H;
            let days = ((until_h.min(last_h) - from_h) / 24.0).ceil().max(1.0);
            mg_per_day.push(mg(plan, from_h, until_h) / days);
            from_h = until_h;
        }
        if plan.is_empty() {
            mg_per_day.push(0.0);
        }
        let step = |pair: &[f64]| {
            if pair[0] > 0.0 {
                (pair[1] - pair[0]) / pair[0]
            } else if pair[1] > 0.0 {
                f64::INFINITY
            } else {
                0.0
            }
        };
        let steps = || mg_per_day.windows(2).map(step);
        let usual = mg_per_day[0];
        Self {
            largest_down: steps().fold(0.0, |largest, step| largest.max(-step)),
            largest_up: steps().fold(0.0, f64::max),
            left_at_end: match mg_per_day.last() {
                Some(last) if usual > 0.0 => last / usual,
                _ => 0.0,
            },
            mg_per_day,
        }
    }

    /// Whether it goes down faster than the hard cap allows.
    #[must_use]
    pub fn is_steep(&self) -> bool {
        self.largest_down > STEEPEST + 1e-9
    }

    /// Whether it goes up anywhere: more than a weighing error.
    #[must_use]
    pub fn goes_up(&self) -> bool {
        const NOTABLE: f64 = 0.05;
        self.largest_up > NOTABLE
    }

    /// Whether more than the hard cap of the usual amount is left when the plan ends: then it ends with a cliff.
    #[must_use]
    pub fn ends_with_a_cliff(&self) -> bool {
        self.left_at_end > STEEPEST + 1e-9
    }
}
