//! What would come if the person went on in one of four ways: nothing more taken, everything as in the last days, the same
//! but smaller step by step, or by a plan of their own. The same draws as the reading, from the same past, so that the courses
//! can be laid side by side.
//!
//! Nothing here proposes a dose, and the felt effect is not among what is shown (rule 1).

mod steps;
mod taper;

pub use steps::{STEEPEST, Steps};
pub use taper::{AFTER_FIRST_STEP_DAYS, MOST_STEP_DAYS, MOST_STEP_PERCENT, Pace, Taper, TaperFault};

use super::forecast::{DaysAbove, LONGEST_DAYS, Series, days_above};
use super::reading::{DRAWS, MadeOf, Reading, RestsOn, SEED, Silence, widen};
use super::score::{HOURS, PROBABILITIES};
use super::{Bands, Frame};
use crate::bridge;
use crate::event::{Assumed, AssumedDose};
use crate::moment::Moment;
use crate::plan::{MOST_PLAN_DAYS, Plan};
use ebb_pharm::{Band, Outlook, OutlookRun, OutlookSettings, Spread, UncertainDose};

/// Days before now that "keep on" repeats.
pub const REPEATED_DAYS: u32 = 14;
/// Fewest days of a diary that can be repeated.
pub const FEWEST_REPEATED_DAYS: u32 = 3;
/// Days before now that coming down repeats.
pub const TAPERED_DAYS: u32 = 7;
/// Days after a plan's last dose that are shown when there is room.
pub const AFTER_PLAN_DAYS: u32 = 7;

/// On what condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Nothing more is taken.
    Stop,
    /// The doses of the last [`REPEATED_DAYS`] days again and again, as they were.
    KeepOn,
    /// The doses of the last [`TAPERED_DAYS`] days again and again, smaller step by step.
    Taper(Taper),
    /// What the person plans.
    Plan(Plan),
}

/// Why there is no course.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoCourse {
    /// The reading itself is silent.
    Silent(Silence),
    /// The diary is shorter than the fewest days that can be repeated.
    TooShort {
        /// Whole days there are.
        days: u32,
        /// Days needed.
        need: u32,
    },
    /// Nothing was taken in the days that would be repeated.
    NothingLately {
        /// How many they are.
        days: u32,
    },
}

/// The condition of a course, with what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Followed {
    /// Nothing more.
    Stop,
    /// The last days again.
    KeepOn {
        /// How many days are repeated.
        days: u32,
        /// Doses in them.
        doses: usize,
        /// Of these, those of unknown amount that the usual one stands in for.
        stood_in: usize,
    },
    /// The last days again, smaller step by step.
    Taper {
        /// How.
        taper: Taper,
        /// How many days are repeated.
        days: u32,
        /// Doses in them.
        doses: usize,
        /// Of these, those of unknown amount that the usual one stands in for.
        stood_in: usize,
        /// What is left of the amounts where what is shown ends, a share. Nothing ends there.
        left_at_end: f64,
    },
    /// A plan.
    Plan {
        /// Doses of it within what is shown.
        doses: usize,
        /// When it ends.
        ends: Option<Moment>,
        /// How it goes down.
        steps: Steps,
    },
}

/// A course.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseView {
    /// Now.
    pub now: Moment,
    /// On what condition.
    pub followed: Followed,
    /// Days shown, from now.
    pub horizon_days: u32,
    /// Withdrawal score, 0 to 64, as the person would say it.
    pub withdrawal_64: Series,
    /// Mitragynine in plasma, ng/mL.
    pub level: Series,
    /// Tolerance: potency shift, 1 is none.
    pub tolerance: Series,
    /// The worst score within each day from now on (24 hours each).
    pub day_worst_64: Vec<Bands>,
    /// The highest level within each of these days, ng/mL.
    pub day_highest: Vec<Bands>,
    /// The worst score of all.
    pub worst_64: Bands,
    /// Hours from now to it.
    pub worst_h: Bands,
    /// Tolerance now.
    pub tolerance_now: Bands,
    /// Tolerance at the end.
    pub tolerance_end: Bands,
    /// Days whose worst score is at least the one chosen.
    pub days_above: DaysAbove,
    /// Standard error of the worst score's median from the finite number of draws, as a share of its 80 % band.
    pub monte_carlo_share: f64,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// What of it is kept when it is shown.
    pub made_of: MadeOf,
    /// What it assumes to be taken; `None` is nothing more.
    pub assumed: Option<Assumed>,
}

/// A course in the making.
#[derive(Debug, Clone)]
pub struct CourseRun {
    run: OutlookRun,
    followed: Followed,
    assumed: Option<Assumed>,
    horizon_days: u32,
    now_h: f64,
}

/// Prepares a course over `days` (at most [`LONGEST_DAYS`]; a plan is shown to its end and [`AFTER_PLAN_DAYS`] beyond, coming down
/// to its first step and [`AFTER_FIRST_STEP_DAYS`] beyond).
///
/// # Errors
/// Why there is none.
pub fn start(reading: &Result<Reading, Silence>, condition: &Condition, days: u32) -> Result<CourseRun, NoCourse> {
    let reading = reading.as_ref().map_err(|silence| NoCourse::Silent(*silence))?;
    let Ok(population) = bridge::population() else {
        unreachable!("a test of this crate reads every engine parameter from the evidence tables")
    };
    let needed_days = match condition {
        Condition::Stop | Condition::KeepOn => 0,
        Condition::Taper(taper) => taper.every_days() + AFTER_FIRST_STEP_DAYS,
        Condition::Plan(plan) => days_of(plan, reading.now_h),
    };
    let horizon_days = days.clamp(1, LONGEST_DAYS).max(needed_days);
    let until_h = reading.now_h + 24.0 * f64::from(horizon_days);
    let (ahead, followed) = follow(reading, condition, until_h)?;
    let n_before = reading.input.doses.len();
    let doses: Vec<UncertainDose> = reading.input.doses.iter().copied().chain(ahead).collect();
    let settings = OutlookSettings {
        stand_at_h: reading.stands_at_h,
        count_from_h: Some(reading.now_h),
        ..OutlookSettings::new(SEED, DRAWS)
    };
    let times = times(reading.now_h, horizon_days);
    let run = OutlookRun::new(&doses, &[], &times, &population, settings);
    let mut run = run.of_person(reading.people.clone());
    if let Some(stands) = &reading.stands {
        run.believe(stands.clone());
    }
    Ok(CourseRun {
        assumed: word_of(condition, &run).map(|course| Assumed {
            course,
            doses: assumed(&doses[n_before..], reading.now_h),
        }),
        run,
        followed,
        horizon_days,
        now_h: reading.now_h,
    })
}

/// The whole course at once.
///
/// # Errors
/// As [`start`].
pub fn course(
    frame: &Frame,
    reading: &Result<Reading, Silence>,
    condition: &Condition,
    days: u32,
    above: f64,
) -> Result<CourseView, NoCourse> {
    let mut run = start(reading, condition, days)?;
    run.step(DRAWS);
    let reading = reading.as_ref().map_err(|silence| NoCourse::Silent(*silence))?;
    Ok(run.finish(frame, reading, above))
}

impl CourseRun {
    /// Makes up to `draws` more draws; true when all are made.
    pub fn step(&mut self, draws: u32) -> bool {
        self.run.step(draws).is_done()
    }

    /// The course from the draws made so far, with the days whose worst score is at least `above`. `reading` is the one it was
    /// started from.
    #[must_use]
    pub fn finish(self, frame: &Frame, reading: &Reading, above: f64) -> CourseView {
        let hours: Vec<f64> = HOURS
            .into_iter()
            .filter(|ahead_h| *ahead_h <= 24.0 * f64::from(self.horizon_days))
            .collect();
        let at_h: Vec<f64> = hours.iter().map(|ahead_h| self.now_h + ahead_h).collect();
        let made_of = MadeOf {
            input_key: self.run.input_key(),
            rows: self.run.withdrawal_quantiles(&at_h, &PROBABILITIES),
            population_rows: None,
            hours,
        };
        let mut outlook: Outlook = self.run.finish();
        let rests_on = match self.assumed {
            None => reading.rests_on,
            Some(_) => RestsOn {
                widened_by: reading.going_on.widened_by,
                past_held: reading.going_on.held_80,
                ..reading.rests_on
            },
        };
        let widened_by = rests_on.widened_by;
        let days_above = days_above(&outlook, 0, self.horizon_days, above, widened_by);
        widen(&mut outlook, widened_by);
        let series = |band: &Band| Series {
            at_ms: outlook
                .times_h
                .iter()
                .map(|hour| reading.input.instant(*hour).as_millisecond())
                .collect(),
            band: band.clone(),
        };
        let last = outlook.times_h.len().saturating_sub(1);
        let by_day = |spreads: &[Spread]| spreads.iter().take(self.horizon_days as usize).map(Bands::of).collect();
        let worst_64 = Bands::of(&outlook.peak);
        CourseView {
            now: frame.moment(),
            followed: self.followed,
            horizon_days: self.horizon_days,
            withdrawal_64: series(&outlook.withdrawal_64),
            level: series(&outlook.c),
            tolerance: series(&outlook.potency_shift),
            day_worst_64: by_day(&outlook.day_worst),
            day_highest: by_day(&outlook.day_highest_c),
            worst_64,
            worst_h: Bands::of(&outlook.peak_h),
            tolerance_now: Bands::at(&outlook.potency_shift, 0),
            tolerance_end: Bands::at(&outlook.potency_shift, last),
            days_above,
            monte_carlo_share: worst_64.monte_carlo_share(outlook.peak.median_error),
            rests_on,
            made_of,
            assumed: self.assumed,
        }
    }

    /// Hours from the engine's origin to now.
    #[must_use]
    pub fn now_h(&self) -> f64 {
        self.now_h
    }
}

/// A word for a course that tells it from others out of the same doses; none for nothing more taken.
fn word_of(condition: &Condition, run: &OutlookRun) -> Option<String> {
    match condition {
        Condition::Stop => None,
        Condition::KeepOn => Some("keep_on".to_owned()),
        Condition::Taper(taper) => Some(format!("down_{}_every_{}", taper.percent(), taper.every_days())),
        Condition::Plan(_) => {
            let key = run.input_key();
            Some(format!("plan_{:02x}{:02x}{:02x}{:02x}", key[0], key[1], key[2], key[3]))
        }
    }
}

/// The doses ahead as they are kept: as far as a forecast is, to a hundredth of an hour and a tenth of a milligram.
fn assumed(ahead: &[UncertainDose], now_h: f64) -> Vec<AssumedDose> {
    let last_h = HOURS[HOURS.len() - 1];
    let rounded = |value: f64, parts: f64| (value * parts).round() / parts;
    ahead
        .iter()
        .map(|dose| AssumedDose {
            hours: rounded(dose.dose.start_h - now_h, 100.0),
            mg: rounded(dose.dose.mitragynine_mg, 10.0),
        })
        .filter(|dose| dose.hours <= last_h)
        .collect()
}

/// The doses ahead, and what the condition is.
fn follow(reading: &Reading, condition: &Condition, until_h: f64) -> Result<(Vec<UncertainDose>, Followed), NoCourse> {
    match condition {
        Condition::Stop => Ok((Vec::new(), Followed::Stop)),
        Condition::KeepOn => {
            let (ahead, Repeated { days, doses, stood_in }) = repeat(reading, REPEATED_DAYS, until_h)?;
            Ok((ahead, Followed::KeepOn { days, doses, stood_in }))
        }
        Condition::Taper(taper) => come_down(reading, *taper, until_h),
        Condition::Plan(plan) => {
            let doses: Vec<UncertainDose> = plan.doses.iter().map(|planned| planned.taken).collect();
            let followed = Followed::Plan {
                doses: doses.len(),
                ends: plan.ends().cloned(),
                steps: Steps::of(&reading.input.doses, &doses, reading.now_h),
            };
            Ok((doses, followed))
        }
    }
}

/// What is repeated.
struct Repeated {
    days: u32,
    doses: usize,
    stood_in: usize,
}

/// The doses of the last whole days, at most so many, shifted by as many days again and again.
fn repeat(reading: &Reading, most_days: u32, until_h: f64) -> Result<(Vec<UncertainDose>, Repeated), NoCourse> {
    let now_h = reading.now_h;
    let doses = &reading.input.doses;
    let first_h = doses.first().map_or(now_h, |dose| dose.dose.start_h);
    let have = whole_days(now_h - first_h);
    if have < FEWEST_REPEATED_DAYS {
        return Err(NoCourse::TooShort {
            days: have,
            need: FEWEST_REPEATED_DAYS,
        });
    }
    let days = have.min(most_days);
    let period_h = 24.0 * f64::from(days);
    let is_repeated = |start_h: f64| start_h > now_h - period_h && start_h <= now_h;
    let repeated: Vec<&UncertainDose> = doses.iter().filter(|dose| is_repeated(dose.dose.start_h)).collect();
    if repeated.is_empty() {
        return Err(NoCourse::NothingLately { days });
    }
    let mut ahead = Vec::new();
    let mut shift_h = period_h;
    while now_h - period_h + shift_h < until_h {
        for dose in &repeated {
            let mut again = **dose;
            again.dose.start_h += shift_h;
            if again.dose.start_h <= until_h {
                ahead.push(again);
            }
        }
        shift_h += period_h;
    }
    let stood_in = &reading.input.stood_in_h;
    let repeated = Repeated {
        days,
        doses: repeated.len(),
        stood_in: stood_in.iter().filter(|start_h| is_repeated(**start_h)).count(),
    };
    Ok((ahead, repeated))
}

/// The doses of the last week again and again, smaller step by step. A week and not two: the rails count from what is taken now,
/// and who is lower than two weeks ago must not begin by going up.
fn come_down(reading: &Reading, taper: Taper, until_h: f64) -> Result<(Vec<UncertainDose>, Followed), NoCourse> {
    const LAST_HOUR: f64 = 1.0;
    let (usual, Repeated { days, doses, stood_in }) = repeat(reading, TAPERED_DAYS, until_h)?;
    let now_h = reading.now_h;
    let followed = Followed::Taper {
        taper,
        days,
        doses,
        stood_in,
        left_at_end: taper.left_after(until_h - now_h - LAST_HOUR),
    };
    Ok((taper.of(usual, now_h), followed))
}

/// Days from now to a plan's end and a while beyond.
fn days_of(plan: &Plan, now_h: f64) -> u32 {
    let longest = u32::try_from(MOST_PLAN_DAYS).unwrap_or(LONGEST_DAYS) + AFTER_PLAN_DAYS;
    let last_h = plan.doses.last().map(|planned| planned.taken.dose.start_h);
    last_h.map_or(0, |last_h| {
        (whole_days(last_h - now_h) + 1 + AFTER_PLAN_DAYS).min(longest)
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and days of a diary"
)]
fn whole_days(hours: f64) -> u32 {
    (hours / 24.0).clamp(0.0, 1e6).floor() as u32
}

/// Half-hours for four days, then hours: a day's worst score lies between doses.
fn times(now_h: f64, days: u32) -> Vec<f64> {
    let near = (0..192.min(days * 48)).map(|n| now_h + f64::from(n) * 0.5);
    let far = (96.min(days * 24)..=days * 24).map(|n| now_h + f64::from(n));
    near.chain(far).collect()
}
