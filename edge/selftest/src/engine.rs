//! The engine's answers to fixed questions as one fingerprint of their bits, and workloads to time: the same natively and in a
//! browser, so that one can be held against the other.

use ebb_core::bridge;
use ebb_pharm::fit::PersonPrior;
use ebb_pharm::{Dose, Instructions, Output, Params, Population, Timeline, UncertainDose, outlook, simulate};
use std::cell::OnceCell;

/// Hours of a year.
const YEAR_H: u32 = 8_760;
/// Hours of ten years.
const TEN_YEARS_H: u32 = 87_600;
/// Hours that are looked ahead, sixty days.
const AHEAD_H: u32 = 1_440;

/// SHA-256 over the bits of the engine's answers to its fixed set of questions: [`ebb_pharm::digest`].
#[must_use]
pub fn told() -> String {
    let digest = ebb_pharm::digest(&prior(), Instructions::widest());
    digest.unwrap_or_else(|error| error.to_string())
}

/// A workload to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workload {
    /// One person, a year of four doses a day, seven outputs each hour.
    E1,
    /// The state after ten years from scratch.
    E4a,
    /// One more dose after ten years, and sixty days ahead hourly.
    E4b,
    /// Two hundred draws after a quarter year, four weeks ahead.
    Draws,
}

impl Workload {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::E1, Self::E4a, Self::E4b, Self::Draws];

    /// What it is.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::E1 => "E1: a year of four doses a day, seven outputs each hour",
            Self::E4a => "E4a: the state after ten years from scratch",
            Self::E4b => "E4b: one more dose after ten years, sixty days ahead hourly",
            Self::Draws => "200 draws after a quarter year, four weeks ahead",
        }
    }

    /// Does it once and answers a number of the result.
    #[must_use]
    pub fn work(self) -> f64 {
        thread_local! {
            static TEN_YEARS: OnceCell<Timeline> = const { OnceCell::new() };
        }
        let last = |output: &Output| output.withdrawal_64.last().copied().unwrap_or(0.0);
        match self {
            Self::E1 => last(&simulate(&diary(365, &FOUR_A_DAY), &hours(0, YEAR_H), &typical())),
            Self::E4a => ten_years()
                .state_at(f64::from(TEN_YEARS_H))
                .map_or(0.0, |state| state.as_),
            Self::E4b => TEN_YEARS.with(|kept| {
                let mut timeline = kept.get_or_init(ten_years).clone();
                let _ = timeline.push(Dose::at_once(f64::from(TEN_YEARS_H) - 0.3, 30.0));
                last(&timeline.output(&hours(TEN_YEARS_H, TEN_YEARS_H + AHEAD_H)))
            }),
            Self::Draws => {
                let doses = uncertain(&diary(90, &FOUR_A_DAY));
                let times = hours(24 * 90, 24 * 118);
                outlook(&doses, &[], &times, &population(), 7, 200).peak.median
            }
        }
    }
}

/// Hours of the day at which doses are taken.
const FOUR_A_DAY: [f64; 4] = [8.0, 12.5, 17.0, 21.25];

fn diary(n_days: u32, hours: &[f64]) -> Vec<Dose> {
    let day = |day: u32| {
        // Amounts that are no round numbers, in a cycle of a week.
        hours.iter().enumerate().map(move |(idx, hour)| {
            let mg = 30.0 + f64::from(day % 7) * 1.37 + idx as f64 * 0.71;
            Dose::at_once(f64::from(day) * 24.0 + hour, mg)
        })
    };
    (0..n_days).flat_map(day).collect()
}

fn uncertain(doses: &[Dose]) -> Vec<UncertainDose> {
    let of = |dose: &Dose| UncertainDose {
        dose: *dose,
        log_sd: 0.1,
        group: Some(1),
        group_log_sd: 0.35,
    };
    doses.iter().map(of).collect()
}

fn hours(from: u32, until: u32) -> Vec<f64> {
    (from..until).map(f64::from).collect()
}

fn ten_years() -> Timeline {
    match Timeline::from_doses(&diary(3_650, &[7.5, 11.0, 14.5, 18.0, 21.5]), &typical()) {
        Ok((timeline, _)) => timeline,
        Err(invalid) => unreachable!("the evidence tables hold usable parameters: {invalid}"),
    }
}

fn population() -> Population {
    bridge::population().unwrap_or_else(|missing| unreachable!("the evidence tables hold every parameter: {missing}"))
}

fn prior() -> PersonPrior {
    bridge::person_prior().unwrap_or_else(|missing| unreachable!("the evidence tables hold every parameter: {missing}"))
}

fn typical() -> Params {
    population().typical()
}
