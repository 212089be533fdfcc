//! Learning from reports: from what a person said to what is likely about that person, by the same engine the forecasts use.

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
mod reports;
mod run;
mod search;
mod series;

pub use curve::{CurveError, CurveFit, ErrorModel, fit_curve};
pub use draws::{Quality, Route};
pub use lesson::{Lesson, Question};
pub use noise::Noise;
pub use person::{Body, Number, PersonPrior};
pub use posterior::{NumberPosterior, Posterior};
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
