//! Draws from the posterior, one evaluation of the loss at a time: importance sampling from a multivariate t around the most
//! likely place, again from what that showed when it was poor, and at last a random walk. Knows no pharmacology. Every draw has
//! its own stream of random numbers, so neither the budget of a step nor a pause changes any of them.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rand_distr::{Distribution, StandardNormal};

use super::dense::Square;
use super::pareto::{Weights, smoothed};
use super::proposal::Proposal;
use super::search::FURTHEST;
use super::walker::{THINNING, WARM_UP, Walker};

/// How the draws came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Nothing was reported: straight from the prior.
    Prior,
    /// Importance sampling around the most likely place.
    Importance,
    /// Importance sampling again, around what an earlier round had shown.
    ImportanceAgain,
    /// A random walk, because importance sampling stayed poor.
    RandomWalk,
}

/// How good the draws are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// How they came about.
    pub route: Route,
    /// How many independent equal draws they are worth.
    pub effective_size: f64,
    /// Shape of the tail of the importance weights: up to 0.5 good, above 0.7 not to be trusted. `None` where there are none.
    pub tail_shape: Option<f64>,
}

impl Quality {
    /// Fewer equal draws than this do not show a band.
    const FEWEST: f64 = 40.0;

    /// Whether bands from these draws should not be shown: too few draws' worth, or weights that cannot be trusted.
    #[must_use]
    pub fn is_poor(&self) -> bool {
        self.effective_size < Self::FEWEST || self.tail_shape.is_some_and(|shape| shape > WORST_SHAPE)
    }
}

/// Finished draws.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draws {
    pub(crate) places: Vec<Vec<f64>>,
    pub(crate) shares: Vec<f64>,
    pub(crate) quality: Quality,
}

/// Rounds of importance sampling at most. Every round counts: the draws of all of them are weighed together.
const MOST_ROUNDS: u32 = 5;
/// Enough: effective size as a share of the draws wanted.
const GOOD_SHARE: f64 = 0.4;
/// With this share the last round still passes.
const PASSABLE_SHARE: f64 = 0.2;
const WORST_SHAPE: f64 = 0.7;

/// Draws in the making.
#[derive(Clone, Debug)]
pub(crate) struct Sampler {
    seed: u64,
    wanted: u32,
    /// One for each round so far.
    proposals: Vec<Proposal>,
    /// The draws of all rounds, and the loss at each.
    places: Vec<Vec<f64>>,
    losses: Vec<f64>,
    walk: Option<Walker>,
    done: Option<Draws>,
}

impl Sampler {
    /// Draws around `middle` with the shape of `covariance`.
    pub(crate) fn new(seed: u64, wanted: u32, middle: Vec<f64>, covariance: &Square) -> Sampler {
        let identity = || {
            Square::identity(middle.len())
                .factor()
                .unwrap_or_else(|| unreachable!("an identity has a root"))
        };
        let factor = covariance.factor().unwrap_or_else(identity);
        Sampler {
            seed,
            wanted,
            proposals: vec![Proposal::new(middle, factor)],
            places: Vec::new(),
            losses: Vec::new(),
            walk: None,
            done: None,
        }
    }

    /// The draw with the smallest loss so far, and that loss.
    pub(crate) fn best(&self) -> Option<(&[f64], f64)> {
        let best = (0..self.losses.len()).min_by(|a, b| self.losses[*a].total_cmp(&self.losses[*b]))?;
        Some((&self.places[best], self.losses[best]))
    }

    /// Whether a whole number of rounds is behind.
    pub(crate) fn is_between_rounds(&self) -> bool {
        self.walk.is_none() && !self.places.is_empty() && self.places.len().is_multiple_of(self.wanted as usize)
    }

    /// Straight from the prior: no loss is needed.
    pub(crate) fn from_prior(seed: u64, wanted: u32, len: usize) -> Draws {
        let places = (0..wanted)
            .map(|idx| {
                let mut rng = stream(seed, 0, idx);
                (0..len).map(|_| StandardNormal.sample(&mut rng)).collect()
            })
            .collect();
        Draws {
            places,
            shares: vec![1.0 / f64::from(wanted.max(1)); wanted as usize],
            quality: Quality {
                route: Route::Prior,
                effective_size: f64::from(wanted),
                tail_shape: None,
            },
        }
    }

    pub(crate) fn is_done(&self) -> bool {
        self.done.is_some()
    }

    pub(crate) fn into_draws(self) -> Option<Draws> {
        self.done
    }

    /// Evaluations so far, and how many the present route will have needed.
    pub(crate) fn progress(&self) -> (u32, u32) {
        let made = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        match &self.walk {
            None => (made, self.round() * self.wanted),
            Some(walk) => (
                MOST_ROUNDS * self.wanted + walk.steps,
                MOST_ROUNDS * self.wanted + (WARM_UP + THINNING) * self.wanted,
            ),
        }
    }

    /// One evaluation of the loss.
    pub(crate) fn step(&mut self, loss: impl Fn(&[f64]) -> f64) {
        if self.done.is_some() {
            return;
        }
        if let Some(walk) = &mut self.walk {
            walk.step(&loss);
            self.done = walk.finished(self.wanted);
            return;
        }
        let idx = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let mut rng = stream(self.seed, self.round(), idx);
        let Some(place) = self.proposals.last().map(|proposal| proposal.draw(&mut rng)) else {
            return;
        };
        let is_inside = place.iter().all(|z| z.abs() <= FURTHEST);
        self.losses.push(if is_inside { loss(&place) } else { f64::INFINITY });
        self.places.push(place);
        if self.is_between_rounds() {
            self.end_round();
        }
    }

    /// The round under way, from 1.
    fn round(&self) -> u32 {
        u32::try_from(self.proposals.len()).unwrap_or(u32::MAX)
    }

    /// The weights of all draws, as if each came from a mixture of all rounds' proposals.
    fn weights(&self) -> Weights {
        let rounds = self.proposals.len() as f64;
        let ln_weights: Vec<f64> = self
            .places
            .iter()
            .zip(&self.losses)
            .map(|(place, loss)| {
                let ln_densities: Vec<f64> = self
                    .proposals
                    .iter()
                    .map(|proposal| proposal.ln_density(place))
                    .collect();
                let largest = ln_densities.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let sum: f64 = ln_densities.iter().map(|ln| libm::exp(ln - largest)).sum();
                let ln_weight = -loss - largest - libm::log(sum / rounds);
                if ln_weight.is_nan() {
                    f64::NEG_INFINITY
                } else {
                    ln_weight
                }
            })
            .collect();
        smoothed(&ln_weights)
    }

    fn end_round(&mut self) {
        let weights = self.weights();
        let share = weights.effective_size / f64::from(self.wanted);
        let is_tame = weights.tail_shape.is_none_or(|shape| shape <= WORST_SHAPE);
        let is_last = self.round() == MOST_ROUNDS;
        let enough = if is_last { PASSABLE_SHARE } else { GOOD_SHARE };
        if is_tame && share >= enough {
            let is_first = self.round() == 1;
            self.done = Some(Draws {
                quality: Quality {
                    route: if is_first {
                        Route::Importance
                    } else {
                        Route::ImportanceAgain
                    },
                    effective_size: weights.effective_size,
                    tail_shape: weights.tail_shape,
                },
                shares: weights.shares,
                places: std::mem::take(&mut self.places),
            });
            return;
        }
        let learned = (weights.effective_size > 0.0).then(|| self.learned(&weights)).flatten();
        let Some(next) = learned.or_else(|| self.proposals.last().cloned()) else {
            return;
        };
        if is_last {
            self.walk = Some(Walker::new(self.seed, next));
        } else {
            self.proposals.push(next);
        }
    }

    /// A proposal where the weights are. With few effective draws its shape leans on the one before.
    fn learned(&self, weights: &Weights) -> Option<Proposal> {
        let last = self.proposals.last()?;
        let len = last.middle.len();
        let mut middle = vec![0.0; len];
        for (place, share) in self.places.iter().zip(&weights.shares) {
            for (middle, z) in middle.iter_mut().zip(place) {
                *middle += share * z;
            }
        }
        let mut seen = Square::zero(len);
        for (place, share) in self.places.iter().zip(&weights.shares) {
            let offset: Vec<f64> = place.iter().zip(&middle).map(|(a, b)| a - b).collect();
            seen.add_product(&offset, &offset, *share);
        }
        let mut before = Square::zero(len);
        let mut unit = vec![0.0; len];
        for column in 0..len {
            unit[column] = 1.0;
            let root = last.factor.times(&unit);
            before.add_product(&root, &root, 1.0);
            unit[column] = 0.0;
        }
        let trust = weights.effective_size / (weights.effective_size + 2.0 * len as f64);
        let shape = Square::zero(len).plus(&seen, trust).plus(&before, 1.0 - trust);
        Some(Proposal::new(middle, shape.factor()?))
    }
}

/// A uniform number from 0 to 1, 53 bits.
pub(crate) fn uniform(rng: &mut ChaCha8Rng) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// The random numbers of one draw.
pub(crate) fn stream(seed: u64, round: u32, idx: u32) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(u64::from(round) << 32 | u64::from(idx));
    rng
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(loss: impl Fn(&[f64]) -> f64, covariance: &Square) -> Draws {
        let mut sampler = Sampler::new(1, 1000, vec![0.0; covariance.len], covariance);
        while !sampler.is_done() {
            sampler.step(&loss);
        }
        sampler.into_draws().unwrap()
    }

    fn mean_and_sd(draws: &Draws, coordinate: usize) -> (f64, f64) {
        let moment = |power: i32| -> f64 {
            let values = draws.places.iter().zip(&draws.shares);
            values.map(|(place, share)| share * place[coordinate].powi(power)).sum()
        };
        (moment(1), (moment(2) - moment(1) * moment(1)).sqrt())
    }

    #[test]
    fn a_normal_posterior_comes_back_at_once() {
        let loss = |z: &[f64]| 0.5 * (z[0] - 1.0).powi(2) / 0.25 + 0.5 * z[1] * z[1];
        let mut covariance = Square::identity(2);
        covariance.entries[0] = 0.25;
        let mut sampler = Sampler::new(1, 1000, vec![1.0, 0.0], &covariance);
        while !sampler.is_done() {
            sampler.step(loss);
        }
        let draws = sampler.into_draws().unwrap();
        assert_eq!(draws.quality.route, Route::Importance);
        assert!(draws.quality.effective_size > 600.0, "{:?}", draws.quality);
        let (mean, sd) = mean_and_sd(&draws, 0);
        assert!((mean - 1.0).abs() < 0.06 && (sd - 0.5).abs() < 0.05, "{mean} {sd}");
    }

    #[test]
    fn a_poor_start_is_learned_from() {
        let loss = |z: &[f64]| 0.5 * (z[0] - 3.0).powi(2) / 0.04 + 0.5 * (z[1] + 2.0).powi(2) / 0.04;
        let draws = run(loss, &Square::identity(2));
        assert_ne!(draws.quality.route, Route::Importance);
        let (mean, sd) = mean_and_sd(&draws, 0);
        assert!((mean - 3.0).abs() < 0.05 && (sd - 0.2).abs() < 0.05, "{mean} {sd}");
    }

    #[test]
    fn a_posterior_no_ellipse_fits_is_walked() {
        // A ring: radius 3, width 0.3.
        let loss = |z: &[f64]| {
            let radius = z.iter().map(|z| z * z).sum::<f64>().sqrt();
            0.5 * (radius - 3.0).powi(2) / 0.09
        };
        let covariance = Square {
            len: 2,
            entries: vec![0.01, 0.0, 0.0, 0.01],
        };
        let draws = run(loss, &covariance);
        let radius: f64 = draws
            .places
            .iter()
            .zip(&draws.shares)
            .map(|(place, share)| share * place.iter().map(|z| z * z).sum::<f64>().sqrt())
            .sum();
        assert!((radius - 3.03).abs() < 0.05, "{radius} {:?}", draws.quality);
        assert!(draws.quality.effective_size > 20.0, "{:?}", draws.quality);
    }
}
