//! The fit for any prediction function: log-normal priors, additive, proportional or combined error, the same search and the
//! same normal approximation as for a person. It is here so that the fit can be checked on data Ebb had no hand in.

use super::dense::Square;
use super::noise::{Noise, Observed};
use super::search::{Evidence, Model, Predicted, Want, best_place};
use crate::params::Prior;

/// How far an observation lies from its prediction f: standard deviation, in the unit of the observations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ErrorModel {
    /// The same everywhere.
    Additive {
        /// Standard deviation, in the observations' unit.
        sd: f64,
    },
    /// In proportion to the prediction.
    Proportional {
        /// Standard deviation per unit of the prediction, dimensionless.
        share: f64,
    },
    /// Both, independent of each other: variance sd² + (share f)².
    Combined {
        /// The constant part, in the observations' unit.
        sd: f64,
        /// The proportional part, dimensionless.
        share: f64,
    },
}

impl ErrorModel {
    /// The standard deviation at a prediction, and its slope.
    fn scale_at(self, prediction: f64) -> (f64, f64) {
        match self {
            ErrorModel::Additive { sd } => (sd, 0.0),
            ErrorModel::Proportional { share } => (share * prediction.abs(), share * prediction.signum()),
            ErrorModel::Combined { sd, share } => {
                let scale = libm::hypot(sd, share * prediction);
                (scale, share * share * prediction / scale)
            }
        }
    }
}

/// Why a curve could not be fitted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CurveError {
    /// A prior is no distribution.
    #[error("prior {prior_idx}: its median must be a positive number and its width a finite one of at least zero")]
    Prior {
        /// Position in the list.
        prior_idx: usize,
    },
    /// An observation is not a number.
    #[error("observation {observation_idx} is not a finite number")]
    Observation {
        /// Position in the list.
        observation_idx: usize,
    },
    /// The error model allows no error.
    #[error("the error model must leave room for error: its numbers must be finite, none negative and not all zero")]
    ErrorModel,
    /// The prediction function gave another count than there are observations, or gave what is no number, at the priors' medians.
    #[error(
        "the prediction function must give {expected} finite numbers, and positive ones under purely proportional error"
    )]
    Prediction {
        /// How many observations there are.
        expected: usize,
    },
}

/// Where the parameters most likely are, and how surely.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveFit {
    /// ln(parameter / prior median), one per prior.
    pub etas: Vec<f64>,
    /// The parameters themselves, in their units.
    pub values: Vec<f64>,
    /// Covariance of the etas by Laplace's approximation with expected information, row by row.
    pub covariance: Vec<f64>,
    /// Minus twice the log of likelihood and prior at the optimum, without the constants of either (no 2 pi, no prior
    /// determinant): sum of ln variance + residual²/variance over the observations, plus sum of eta²/width².
    pub objective: f64,
    /// ln of the probability of the observations with the parameters integrated out, by Laplace's approximation.
    pub ln_marginal: f64,
}

/// Fits `predict` (parameters in the priors' order in, one prediction per observation out; `None` where it cannot say) to
/// `observed`. A prior of width zero holds its parameter. Slopes come from central differences.
///
/// ```
/// use ebb_pharm::Prior;
/// use ebb_pharm::fit::{ErrorModel, fit_curve};
/// // One exponential, seen at four times; truth: 10 and 0.3 per hour.
/// let times_h = [0.5_f64, 1.0, 3.0, 6.0];
/// let observed = times_h.map(|t_h| 10.0 * (-0.3 * t_h).exp());
/// let predict = |p: &[f64]| Some(times_h.iter().map(|t_h| p[0] * (-p[1] * t_h).exp()).collect());
/// let priors = [Prior { value: 8.0, log_sd: 1.0 }, Prior { value: 0.5, log_sd: 1.0 }];
/// let fit = fit_curve(predict, &priors, &observed, ErrorModel::Proportional { share: 0.01 })?;
/// assert!((fit.values[0] - 10.0).abs() < 0.01 && (fit.values[1] - 0.3).abs() < 0.001);
/// # Ok::<(), ebb_pharm::fit::CurveError>(())
/// ```
///
/// # Errors
/// What is wrong with a prior, an observation, the error model or the prediction function.
pub fn fit_curve(
    predict: impl Fn(&[f64]) -> Option<Vec<f64>>,
    priors: &[Prior],
    observed: &[f64],
    error: ErrorModel,
) -> Result<CurveFit, CurveError> {
    check(priors, observed, error)?;
    let free: Vec<usize> = (0..priors.len()).filter(|idx| priors[*idx].log_sd > 0.0).collect();
    let model = Curve {
        predict,
        priors,
        free: &free,
        observations: observed.len(),
        error,
    };
    let evidence = Evidence {
        observed: observed.iter().copied().map(Observed::open).collect(),
        noise: Noise::Normal,
    };
    let place = best_place(&evidence, &model).ok_or(CurveError::Prediction {
        expected: observed.len(),
    })?;
    let factor = place.information.factor();
    let covariance = factor
        .as_ref()
        .map_or_else(|| Square::identity(free.len()), |factor| factor.inverse());
    let ln_determinant = factor.map_or(f64::INFINITY, |factor| factor.ln_determinant());
    let constants = observed.len() as f64 * 2.0 * super::normal::LN_SQRT_2_PI;
    let mut fit = CurveFit {
        etas: vec![0.0; priors.len()],
        values: model.values(&place.at),
        covariance: vec![0.0; priors.len() * priors.len()],
        objective: 2.0 * place.loss - constants,
        ln_marginal: -place.loss - 0.5 * ln_determinant,
    };
    for (row, param_idx) in free.iter().enumerate() {
        fit.etas[*param_idx] = place.at[row] * priors[*param_idx].log_sd;
        for (column, other_idx) in free.iter().enumerate() {
            fit.covariance[param_idx * priors.len() + other_idx] =
                covariance.at(row, column) * priors[*param_idx].log_sd * priors[*other_idx].log_sd;
        }
    }
    Ok(fit)
}

fn check(priors: &[Prior], observed: &[f64], error: ErrorModel) -> Result<(), CurveError> {
    let usable = |prior: &Prior| {
        let is_positive = prior.value > 0.0 && prior.value.is_finite();
        is_positive && prior.log_sd >= 0.0 && prior.log_sd.is_finite()
    };
    if let Some(prior_idx) = priors.iter().position(|prior| !usable(prior)) {
        return Err(CurveError::Prior { prior_idx });
    }
    if let Some(observation_idx) = observed.iter().position(|value| !value.is_finite()) {
        return Err(CurveError::Observation { observation_idx });
    }
    let (sd, share) = match error {
        ErrorModel::Additive { sd } => (sd, 0.0),
        ErrorModel::Proportional { share } => (0.0, share),
        ErrorModel::Combined { sd, share } => (sd, share),
    };
    let is_usable = sd >= 0.0 && share >= 0.0 && sd + share > 0.0 && (sd + share).is_finite();
    if is_usable { Ok(()) } else { Err(CurveError::ErrorModel) }
}

/// A prediction function with its priors and error, as the search wants it.
struct Curve<'a, F> {
    predict: F,
    priors: &'a [Prior],
    /// Which parameters are not held.
    free: &'a [usize],
    observations: usize,
    error: ErrorModel,
}

impl<F: Fn(&[f64]) -> Option<Vec<f64>>> Curve<'_, F> {
    /// Half the distance between the two places a slope is taken from, prior standard deviations.
    const STEP: f64 = 1e-4;

    fn values(&self, at: &[f64]) -> Vec<f64> {
        let mut values: Vec<f64> = self.priors.iter().map(|prior| prior.value).collect();
        for (param_idx, z) in self.free.iter().zip(at) {
            values[*param_idx] *= libm::exp(self.priors[*param_idx].log_sd * z);
        }
        values
    }

    fn predictions(&self, at: &[f64]) -> Option<Vec<f64>> {
        let predictions = (self.predict)(&self.values(at))?;
        let is_usable = predictions.len() == self.observations
            && predictions
                .iter()
                .all(|prediction| prediction.is_finite() && self.error.scale_at(*prediction).0 > 0.0);
        is_usable.then_some(predictions)
    }
}

impl<F: Fn(&[f64]) -> Option<Vec<f64>>> Model for Curve<'_, F> {
    fn len(&self) -> usize {
        self.free.len()
    }

    fn predict(&self, at: &[f64], want: Want) -> Option<Predicted> {
        let location = self.predictions(at)?;
        let mut predicted = Predicted {
            scale: location
                .iter()
                .map(|location| self.error.scale_at(*location).0)
                .collect(),
            ..Predicted::default()
        };
        if want != Want::Values {
            let len = self.len();
            predicted.location_by = vec![0.0; location.len() * len];
            let mut beside = at.to_vec();
            for column in 0..len {
                beside[column] = at[column] + Self::STEP;
                let above = self.predictions(&beside)?;
                beside[column] = at[column] - Self::STEP;
                let below = self.predictions(&beside)?;
                beside[column] = at[column];
                for (row, (above, below)) in above.iter().zip(&below).enumerate() {
                    predicted.location_by[row * len + column] = (above - below) / (2.0 * Self::STEP);
                }
            }
            predicted.scale_by = predicted.location_by.clone();
            for (row, location) in predicted.scale_by.chunks_exact_mut(len.max(1)).zip(&location) {
                let slope = self.error.scale_at(*location).1;
                row.iter_mut().for_each(|entry| *entry *= slope);
            }
        }
        predicted.location = location;
        Some(predicted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn straight(p: &[f64]) -> Option<Vec<f64>> {
        Some(vec![p[0], 2.0 * p[0]])
    }

    const PRIOR: Prior = Prior {
        value: 1.0,
        log_sd: 1.0,
    };

    #[test]
    fn what_is_wrong_is_said_and_where() {
        let additive = ErrorModel::Additive { sd: 1.0 };
        let bad = Prior { value: 0.0, ..PRIOR };
        let check =
            |priors: &[Prior], observed: &[f64], error| fit_curve(straight, priors, observed, error).unwrap_err();
        assert_eq!(
            check(&[PRIOR, bad], &[1.0, 2.0], additive),
            CurveError::Prior { prior_idx: 1 }
        );
        assert_eq!(
            check(&[PRIOR], &[1.0, f64::NAN], additive),
            CurveError::Observation { observation_idx: 1 }
        );
        assert_eq!(
            check(&[PRIOR], &[1.0], additive),
            CurveError::Prediction { expected: 1 }
        );
        let none = ErrorModel::Combined { sd: 0.0, share: 0.0 };
        assert_eq!(check(&[PRIOR], &[1.0, 2.0], none), CurveError::ErrorModel);
    }

    #[test]
    fn a_normal_problem_has_its_textbook_answer() {
        // ln p is nearly normal when data are sharp: information 1/width² + sum (f/sd)².
        let fit = fit_curve(straight, &[PRIOR], &[1.0, 2.0], ErrorModel::Additive { sd: 0.01 }).unwrap();
        assert!(fit.etas[0].abs() < 1e-9);
        assert!((fit.covariance[0] * (1.0 + 5.0 / 1e-4) - 1.0).abs() < 1e-6);
        assert!((fit.objective - 2.0 * 1e-4_f64.ln()).abs() < 1e-9);
    }
}
