//! Where importance sampling draws from. Knows no loss and no weights.

use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::dense::Factor;
use super::draws::uniform;
use super::normal::LN_SQRT_2_PI;

/// Degrees of freedom of the t: heavier than any posterior seen, light enough to be of use.
const DEGREES: u32 = 5;

/// A multivariate t, and now and then the prior itself: no weight can then exceed the likelihood over the prior's part, however
/// wrong the t is.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    pub(crate) middle: Vec<f64>,
    pub(crate) factor: Factor,
    /// ln of the density of the t at its middle.
    ln_height: f64,
}

/// The prior's part.
const PRIOR_PART: f64 = 0.1;

impl Proposal {
    pub(crate) fn new(middle: Vec<f64>, factor: Factor) -> Proposal {
        let (degrees, len) = (f64::from(DEGREES), middle.len() as f64);
        let ln_height = libm::lgamma((degrees + len) / 2.0)
            - libm::lgamma(degrees / 2.0)
            - len / 2.0 * libm::log(degrees * std::f64::consts::PI)
            - factor.ln_determinant() / 2.0;
        Proposal {
            middle,
            factor,
            ln_height,
        }
    }

    pub(crate) fn draw(&self, rng: &mut ChaCha8Rng) -> Vec<f64> {
        let is_prior = uniform(rng) < PRIOR_PART;
        let normals: Vec<f64> = self.middle.iter().map(|_| StandardNormal.sample(rng)).collect();
        if is_prior {
            return normals;
        }
        let chi_squared: f64 = (0..DEGREES)
            .map(|_| {
                let z: f64 = StandardNormal.sample(rng);
                z * z
            })
            .sum();
        let stretch = libm::sqrt(f64::from(DEGREES) / chi_squared);
        let offsets = self.factor.times(&normals);
        self.middle
            .iter()
            .zip(offsets)
            .map(|(middle, offset)| middle + stretch * offset)
            .collect()
    }

    pub(crate) fn ln_density(&self, place: &[f64]) -> f64 {
        let offset: Vec<f64> = place.iter().zip(&self.middle).map(|(a, b)| a - b).collect();
        let squared = |list: &[f64]| list.iter().map(|x| x * x).sum::<f64>();
        let (degrees, len) = (f64::from(DEGREES), place.len() as f64);
        let shortened = squared(&self.factor.solve_lower(&offset));
        let of_t = self.ln_height - 0.5 * (degrees + len) * libm::log1p(shortened / degrees);
        let of_prior = -0.5 * squared(place) - len * LN_SQRT_2_PI;
        let (t, prior) = (of_t + libm::log1p(-PRIOR_PART), of_prior + libm::log(PRIOR_PART));
        let larger = t.max(prior);
        larger + libm::log(libm::exp(t - larger) + libm::exp(prior - larger))
    }
}
