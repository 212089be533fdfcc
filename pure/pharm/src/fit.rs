//! Learning from reports: from what a person said to what is likely about that person, by the same engine the forecasts use.

mod curve;
mod dense;
mod draws;
mod felt_time;
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
pub use noise::{Noise, Observed};
pub use person::{Body, Number, PersonPrior};
pub use posterior::{NumberPosterior, Posterior};
pub use reports::{Felt, Lasted, ReportCounts, ReportError, ReportKind, Reports, SymptomScale, Symptoms};
pub use run::{FitError, FitProgress, FitRun, FitSettings, Phase, fit};
