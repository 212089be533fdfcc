//! The last resort: a random walk, for posteriors no ellipse fits. Slow, and sure of less, but it says so.

use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::draws::{Draws, Quality, Route, stream, uniform};
use super::proposal::Proposal;
use super::search::FURTHEST;

/// Steps between draws that are kept.
pub(crate) const THINNING: u32 = 15;
/// Steps before the first, per draw wanted.
pub(crate) const WARM_UP: u32 = 4;
/// The walk's stream of random numbers, apart from those of all rounds.
const WALK: u32 = 1000;

/// Metropolis' random walk with the proposal's shape; its length of step adapts during the warm-up and then stays.
#[derive(Clone, Debug)]
pub(crate) struct Walker {
    rng: ChaCha8Rng,
    shape: Proposal,
    place: Vec<f64>,
    loss: Option<f64>,
    ln_stride: f64,
    pub(crate) steps: u32,
    warm_up: Option<u32>,
    kept: Vec<Vec<f64>>,
}

impl Walker {
    pub(crate) fn new(seed: u64, shape: Proposal) -> Walker {
        Walker {
            rng: stream(seed, WALK, 0),
            place: shape.middle.iter().map(|z| z.clamp(-FURTHEST, FURTHEST)).collect(),
            ln_stride: libm::log(2.38 / libm::sqrt(shape.middle.len() as f64)),
            shape,
            loss: None,
            steps: 0,
            warm_up: None,
            kept: Vec::new(),
        }
    }

    pub(crate) fn step(&mut self, loss: &impl Fn(&[f64]) -> f64) {
        const GOAL: f64 = 0.25;
        let here = *self.loss.get_or_insert_with(|| loss(&self.place));
        let normals: Vec<f64> = self
            .place
            .iter()
            .map(|_| StandardNormal.sample(&mut self.rng))
            .collect();
        let stride = libm::exp(self.ln_stride);
        let tried: Vec<f64> = self
            .place
            .iter()
            .zip(self.shape.factor.times(&normals))
            .map(|(z, offset)| z + stride * offset)
            .collect();
        let there = if tried.iter().all(|z| z.abs() <= FURTHEST) {
            loss(&tried)
        } else {
            f64::INFINITY
        };
        let chance = libm::exp((here - there).min(0.0));
        if uniform(&mut self.rng) < chance {
            self.place = tried;
            self.loss = Some(there);
        }
        self.steps += 1;
        if self.warm_up.is_none_or(|warm_up| self.steps < warm_up) {
            let chance = if chance.is_finite() { chance } else { 0.0 };
            self.ln_stride += (chance - GOAL) / libm::sqrt(f64::from(self.steps));
        }
        if self.steps.is_multiple_of(THINNING) {
            self.kept.push(self.place.clone());
        }
    }

    pub(crate) fn finished(&mut self, wanted: u32) -> Option<Draws> {
        let warm_up = *self.warm_up.get_or_insert(WARM_UP * wanted);
        if self.steps < warm_up + THINNING * wanted {
            return None;
        }
        let places = self.kept.split_off(self.kept.len().saturating_sub(wanted as usize));
        let effective_size = effective_size(&places);
        Some(Draws {
            shares: vec![1.0 / places.len() as f64; places.len()],
            places,
            quality: Quality {
                route: Route::RandomWalk,
                effective_size,
                tail_shape: None,
            },
        })
    }
}

/// The smallest over the coordinates of n / (1 + 2 sum of autocorrelations up to the first that is not positive).
fn effective_size(places: &[Vec<f64>]) -> f64 {
    let len = places.len() as f64;
    let coordinates = places.first().map_or(0, Vec::len);
    let mut smallest = len;
    for coordinate in 0..coordinates {
        let values: Vec<f64> = places.iter().map(|place| place[coordinate]).collect();
        let mean = values.iter().sum::<f64>() / len;
        let at_lag = |lag: usize| -> f64 {
            values
                .iter()
                .zip(&values[lag..])
                .map(|(a, b)| (a - mean) * (b - mean))
                .sum()
        };
        let variance = at_lag(0);
        let sum: f64 = (1..values.len())
            .map(|lag| at_lag(lag) / variance)
            .take_while(|correlation| *correlation > 0.0)
            .sum();
        smallest = smallest.min(len / (1.0 + 2.0 * sum));
    }
    smallest
}
