//! Learning from reports: from what a person said to what is likely about that person, by the same engine the forecasts use.
//!
//! [`fit`] (or [`FitRun`], step by step) takes doses with their errors, [`Reports`] and a [`PersonPrior`], and gives a [`Posterior`]:
//! seven personal [`Number`]s, the strength of each batch, draws of all of them, and what they rest on. [`fit_curve`] is the same
//! search for any prediction function, so that it can be checked on other people's data. Equations 25 to 36 of `docs/model.md`.
//!
//! It must never go from a wanted effect to a dose, hold a parameter value of its own, or depend on anything but its arguments.
//!
//! ```
//! use ebb_pharm::fit::{Felt, FitSettings, Number, PersonPrior, Reports, fit};
//! use ebb_pharm::{Dose, Population, Prior, UncertainDose};
//!
//! // Priors and error widths come from the evidence tables, never from code.
//! let population = Population::from_lookup(|name| {
//!     let cited = ebb_evidence::parameter(name)?;
//!     Some(Prior { value: cited.value, log_sd: cited.log_sd.unwrap_or(0.0) })
//! })?;
//! let prior = PersonPrior::from_lookup(&population, |name| Some(ebb_evidence::parameter(name)?.value))?;
//!
//! // Three doses a day for a week, and a weak effect each noon: hours and points of 10.
//! let history: Vec<UncertainDose> = (0..21)
//!     .map(|idx| UncertainDose::exact(Dose::at_once(f64::from(idx) * 8.0, 40.0)))
//!     .collect();
//! let reports = Reports {
//!     felt: (2..7).map(|day| Felt { at_h: f64::from(day) * 24.0 + 9.25, rating: 1.0 }).collect(),
//!     ..Reports::default()
//! };
//! let posterior = fit(&history, &reports, &prior, FitSettings::new(1, 100))?;
//!
//! assert_eq!(posterior.learned_from().felt, 5);
//! let ec50 = posterior.number(Number::Ec50);
//! assert!(ec50.median > ec50.prior_median, "weaker effects than usual: more is needed for the same signal");
//! assert!(ec50.width_left < 1.0, "and one is surer than before");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod curve;
mod dense;
mod draws;
mod felt_time;
mod lesson;
mod model;
mod noise;
mod normal;
mod pareto;
mod person;
mod posterior;
mod proposal;
mod reports;
mod run;
mod search;
mod series;
mod walker;

pub use curve::{CurveError, CurveFit, ErrorModel, fit_curve};
pub(crate) use draws::stream;
pub use draws::{Quality, Route};
pub use felt_time::HORIZON_H as FELT_FOLLOWED_H;
pub use lesson::{Lesson, Question};
pub use noise::Noise;
pub use person::{Answers, Body, Number, PersonPrior};
pub use posterior::{NumberPosterior, Posterior, posterior_key};
pub use reports::{Felt, Lasted, ReportCounts, ReportError, ReportKind, Reports, SymptomScale, Symptoms};
pub use run::{FitError, FitProgress, FitRun, FitSettings, Phase, fit};

#[cfg(test)]
mod tests {
    use super::PersonPrior;
    use crate::params::{Population, Prior};

    /// The evidence tables' prior.
    pub(crate) fn prior() -> PersonPrior {
        let population = Population::from_lookup(|name| {
            let cited = ebb_evidence::parameter(name)?;
            Some(Prior {
                value: cited.value,
                log_sd: cited.width_log_sd().unwrap_or(0.0),
            })
        });
        PersonPrior::from_lookup(&population.unwrap(), |name| Some(ebb_evidence::parameter(name)?.value)).unwrap()
    }
}
