//! Coming down step by step from what is taken now: after each period every amount is a share less than it was before.
//!
//! A share of what is left, and not a fixed amount, because the rails of rule 2 and the guidance they rest on count that way;
//! the steps grow smaller towards the end. How much and how often are the person's. It must never make an amount larger, move
//! a dose or add one, and it solves for nothing: no amount is looked for that would do anything.

use super::STEEPEST;
use ebb_evidence::cited;
use ebb_pharm::UncertainDose;
use thiserror::Error;

/// Largest step, percent.
pub const MOST_STEP_PERCENT: u32 = 50;
/// Longest time from one step to the next, days.
pub const MOST_STEP_DAYS: u32 = 90;
/// Days after the first step that are shown at least.
pub const AFTER_FIRST_STEP_DAYS: u32 = 7;

/// Largest step in a week that Ebb takes by itself, a share (rule 2).
const USUAL_STEEPEST: f64 = cited::TAPER_DEFAULT_STEP.value / 100.0;
/// What is lost in working with shares.
const ROUNDING: f64 = 1e-9;

/// Who set the pace of a taper (rule 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// The person: never faster than the hard cap.
    Own,
    /// A clinician, as the person states.
    Clinicians,
}

/// How one comes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taper {
    percent: u32,
    every_days: u32,
    pace: Pace,
}

/// Why a taper is none.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum TaperFault {
    /// The step is not between 1 and [`MOST_STEP_PERCENT`].
    #[error("a step of {0} percent is out of range")]
    Percent(u32),
    /// The period is not between 1 and [`MOST_STEP_DAYS`].
    #[error("{0} days from step to step are out of range")]
    Days(u32),
    /// It goes down faster than the hard cap, and no clinician set the pace.
    #[error("faster than the hard cap")]
    TooFast {
        /// How much less there would be within a week, a share.
        in_a_week: f64,
    },
}

impl Taper {
    /// Where a form may begin. A place to start changing from, and no advice: the small end of what guidance names for
    /// prescribed opioids in four weeks, in weekly steps; a test holds it there.
    pub const TO_BEGIN_WITH: Self = Self {
        percent: 5,
        every_days: 7,
        pace: Pace::Own,
    };

    /// `percent` less every `every_days` days.
    ///
    /// # Errors
    /// Why that is none.
    pub fn new(percent: u32, every_days: u32, pace: Pace) -> Result<Self, TaperFault> {
        if !(1..=MOST_STEP_PERCENT).contains(&percent) {
            return Err(TaperFault::Percent(percent));
        }
        if !(1..=MOST_STEP_DAYS).contains(&every_days) {
            return Err(TaperFault::Days(every_days));
        }
        let taper = Self {
            percent,
            every_days,
            pace,
        };
        if taper.is_steep() && pace == Pace::Own {
            let in_a_week = taper.in_a_week();
            return Err(TaperFault::TooFast { in_a_week });
        }
        Ok(taper)
    }

    /// The step, percent of what is left.
    #[must_use]
    pub fn percent(&self) -> u32 {
        self.percent
    }

    /// Days from one step to the next, and to the first.
    #[must_use]
    pub fn every_days(&self) -> u32 {
        self.every_days
    }

    /// Who set it.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// The largest step down within any seven days, a share.
    #[must_use]
    pub fn in_a_week(&self) -> f64 {
        1.0 - self.left_after_steps(7_u32.div_ceil(self.every_days))
    }

    /// Whether it goes down faster than the hard cap allows.
    #[must_use]
    pub fn is_steep(&self) -> bool {
        self.in_a_week() > STEEPEST + ROUNDING
    }

    /// Whether it goes down faster than Ebb would by itself.
    #[must_use]
    pub fn is_faster_than_usual(&self) -> bool {
        self.in_a_week() > USUAL_STEEPEST + ROUNDING
    }

    /// What is left of an amount so many hours from now, a share.
    #[must_use]
    pub fn left_after(&self, hours: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative, and a few months"
        )]
        let steps = (hours / (24.0 * f64::from(self.every_days))).clamp(0.0, 1e6).floor() as u32;
        self.left_after_steps(steps)
    }

    /// The doses that would come if one went on, each as much smaller as it lies ahead of now.
    #[must_use]
    pub fn of(&self, usual: Vec<UncertainDose>, now_h: f64) -> Vec<UncertainDose> {
        let smaller = |mut dose: UncertainDose| {
            let left = self.left_after(dose.dose.start_h - now_h);
            dose.dose.mitragynine_mg *= left;
            dose.dose.seven_oh_mg *= left;
            dose
        };
        usual.into_iter().map(smaller).collect()
    }

    fn left_after_steps(&self, steps: u32) -> f64 {
        let share = 1.0 - f64::from(self.percent) / 100.0;
        (0..steps).fold(1.0, |left, _| left * share)
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::float_cmp,
        reason = "a test may stop; what was not changed is the same to the bit"
    )]

    use super::*;

    fn own(percent: u32, every_days: u32) -> Result<Taper, TaperFault> {
        Taper::new(percent, every_days, Pace::Own)
    }

    /// A dose of 50 mg every eight hours for so many days from hour 100 on.
    fn doses(days: u32) -> Vec<UncertainDose> {
        let dose = |n: u32| UncertainDose {
            dose: ebb_pharm::Dose {
                start_h: 101.0 + 8.0 * f64::from(n),
                duration_h: 0.0,
                mitragynine_mg: 50.0,
                seven_oh_mg: 0.5,
            },
            log_sd: 0.2,
            group: Some(0),
            group_log_sd: 0.3,
        };
        (0..3 * days).map(dose).collect()
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(own(10, 7).unwrap().of(Vec::new(), 100.0), Vec::new());
    }

    #[test]
    fn the_first_step_comes_after_the_first_period_and_each_is_of_what_is_left() {
        let usual = doses(28);
        let ahead = own(10, 7).unwrap().of(usual.clone(), 100.0);
        assert_eq!(ahead[..21], usual[..21], "the first week is as it was");
        for (week, share) in [(1, 0.9), (2, 0.81), (3, 0.729)] {
            for dose in &ahead[21 * week..21 * (week + 1)] {
                assert!((dose.dose.mitragynine_mg - 50.0 * share).abs() < 1e-9, "week {week}");
                assert!((dose.dose.seven_oh_mg - 0.5 * share).abs() < 1e-9, "week {week}");
            }
        }
    }

    #[test]
    fn it_only_goes_down_and_changes_nothing_but_amounts() {
        let usual = doses(90);
        for (percent, every_days) in [(1, 1), (4, 1), (13, 4), (25, 7), (5, 90)] {
            let ahead = own(percent, every_days).unwrap().of(usual.clone(), 100.0);
            let amounts: Vec<f64> = ahead.iter().map(|dose| dose.dose.mitragynine_mg).collect();
            assert!(amounts[0] <= 50.0 && amounts.windows(2).all(|pair| pair[1] <= pair[0]));
            assert_eq!(ahead.len(), usual.len());
            for (dose, before) in ahead.iter().zip(&usual) {
                let mut same = *dose;
                same.dose.mitragynine_mg = before.dose.mitragynine_mg;
                same.dose.seven_oh_mg = before.dose.seven_oh_mg;
                assert_eq!(same, *before);
            }
        }
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        for percent in [0, 51, 100, u32::MAX] {
            assert_eq!(own(percent, 7), Err(TaperFault::Percent(percent)));
        }
        for days in [0, 91, u32::MAX] {
            assert_eq!(own(10, days), Err(TaperFault::Days(days)));
        }
        assert!(own(1, 1).is_ok() && own(1, 90).is_ok() && own(25, 90).is_ok());
    }

    #[test]
    fn nobody_comes_down_faster_than_the_cap_but_with_a_clinician() {
        assert!(own(25, 7).is_ok() && own(13, 4).is_ok() && own(4, 1).is_ok());
        for (percent, every_days) in [(26, 7), (50, 90), (14, 6), (5, 1)] {
            let TaperFault::TooFast { in_a_week } = own(percent, every_days).unwrap_err() else {
                panic!("{percent} % every {every_days} days")
            };
            assert!(in_a_week > STEEPEST, "{in_a_week}");
            let with = Taper::new(percent, every_days, Pace::Clinicians).unwrap();
            assert!(with.is_steep() && with.is_faster_than_usual());
        }
        assert!(own(11, 7).unwrap().is_faster_than_usual() && !own(10, 7).unwrap().is_faster_than_usual());
    }

    #[test]
    fn a_form_begins_within_what_guidance_names_for_four_weeks() {
        let begin = Taper::TO_BEGIN_WITH;
        assert_eq!(own(begin.percent(), begin.every_days()), Ok(begin));
        assert!(!begin.is_faster_than_usual());
        let (low, high) = cited::TAPER_HHS_STEP.range.unwrap();
        let in_four_weeks = 100.0 * (1.0 - begin.left_after(28.0 * 24.0));
        assert!((low..=high).contains(&in_four_weeks), "{in_four_weeks}");
    }
}
