//! One amount swallowed at one time, and the rules by which a list of them becomes a usable, sorted schedule.
//! Nothing here judges whether a dose is sensible; it only keeps numbers the engine can compute with.

use crate::notice::{IgnoredBecause, Notice};

/// An amount of alkaloid swallowed from `start_h` on. Hours count from any origin, the same for doses and outputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// When swallowing began, h.
    pub start_h: f64,
    /// How long it took, h; 0 = at once, otherwise the amount enters the gut at a constant rate (sipped tea).
    pub duration_h: f64,
    /// Mitragynine, mg.
    pub mitragynine_mg: f64,
    /// 7-hydroxymitragynine swallowed as such, mg. It has its own two gut steps (`ka7`) and availability (`F7`).
    pub seven_oh_mg: f64,
}

impl Dose {
    /// Larger single amounts are ignored with a notice, mg. A technical bound, not a safe amount: a kilogram of alkaloid.
    pub const LARGEST_MG: f64 = 1e6;
    /// Longer durations are not believed: the dose then counts as swallowed at once, with a notice, h.
    pub const LONGEST_DURATION_H: f64 = 240.0;
    /// Times further from the origin are ignored with a notice, h. About 1,100 years.
    pub const FURTHEST_H: f64 = 1e7;

    /// Mitragynine (mg) swallowed at once at `start_h` (h).
    #[must_use]
    pub fn at_once(start_h: f64, mitragynine_mg: f64) -> Dose {
        Dose {
            start_h,
            duration_h: 0.0,
            mitragynine_mg,
            seven_oh_mg: 0.0,
        }
    }

    /// When swallowing ended, h.
    pub(crate) fn end_h(&self) -> f64 {
        self.start_h + self.duration_h
    }

    /// The dose as the engine will use it, or why it cannot; `true` beside it when the duration had to be dropped.
    pub(crate) fn accept(&self) -> Result<(Dose, bool), IgnoredBecause> {
        let amounts = [self.mitragynine_mg, self.seven_oh_mg];
        if !self.start_h.is_finite() || amounts.iter().any(|mg| !mg.is_finite()) {
            Err(IgnoredBecause::NotFinite)
        } else if amounts.iter().any(|mg| *mg < 0.0) {
            Err(IgnoredBecause::Negative)
        } else if amounts.iter().all(|mg| *mg == 0.0) {
            Err(IgnoredBecause::Zero)
        } else if amounts.iter().any(|mg| *mg > Dose::LARGEST_MG) {
            Err(IgnoredBecause::TooLarge)
        } else if self.start_h.abs() > Dose::FURTHEST_H {
            Err(IgnoredBecause::TooFarAway)
        } else if self.duration_h == 0.0 {
            Ok((*self, false))
        } else {
            // A duration too short to move the clock is no duration.
            let usable =
                self.duration_h > 0.0 && self.duration_h <= Dose::LONGEST_DURATION_H && self.end_h() > self.start_h;
            let duration_h = if usable { self.duration_h } else { 0.0 };
            Ok((Dose { duration_h, ..*self }, !usable))
        }
    }
}

/// A dose whose amount is not known exactly. Errors multiply: the true amount is the logged one times a log-normal factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UncertainDose {
    /// What was logged: the median.
    pub dose: Dose,
    /// Log standard deviation of this entry's own error (scale, spoon, capsule), dimensionless; 0 = exact.
    pub log_sd: f64,
    /// The batch it came from; doses of one group share one error. `None` = no shared error.
    pub group: Option<u32>,
    /// Log standard deviation of the shared (batch) error, dimensionless. Must be alike within a group; the first counts.
    pub group_log_sd: f64,
}

impl UncertainDose {
    /// A dose taken as exactly known.
    #[must_use]
    pub fn exact(dose: Dose) -> UncertainDose {
        UncertainDose {
            dose,
            log_sd: 0.0,
            group: None,
            group_log_sd: 0.0,
        }
    }
}

/// Keeps what can be computed with, sorted by start (doses that start together keep their order).
pub(crate) fn accept_all<'a>(doses: impl IntoIterator<Item = &'a Dose>, notices: &mut Vec<Notice>) -> Vec<Dose> {
    let mut accepted = Vec::new();
    for (dose_idx, dose) in doses.into_iter().enumerate() {
        match dose.accept() {
            Ok((dose, duration_dropped)) => {
                if duration_dropped {
                    notices.push(Notice::DurationIgnored { dose_idx });
                }
                accepted.push(dose);
            }
            Err(because) => notices.push(Notice::DoseIgnored { dose_idx, because }),
        }
    }
    accepted.sort_by(|a, b| a.start_h.total_cmp(&b.start_h));
    accepted
}

/// Keeps finite, reachable output times, in ascending order; duplicates stay.
pub(crate) fn accept_times(times_h: &[f64], notices: &mut Vec<Notice>) -> Vec<f64> {
    let mut accepted = Vec::with_capacity(times_h.len());
    for (time_idx, time_h) in times_h.iter().enumerate() {
        if time_h.is_finite() && time_h.abs() <= 2.0 * Dose::FURTHEST_H {
            accepted.push(*time_h);
        } else {
            notices.push(Notice::TimeIgnored { time_idx });
        }
    }
    if !accepted.is_sorted() {
        notices.push(Notice::TimesSorted);
        accepted.sort_by(f64::total_cmp);
    }
    accepted
}
