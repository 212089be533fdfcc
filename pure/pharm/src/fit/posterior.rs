//! What is believed about a person after the reports. Every figure comes with its width, and with what it rests on.

mod stored;

pub use stored::posterior_key;

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::dense::Square;
use super::draws::{Draws, Quality, stream, uniform};
use super::model::PersonModel;
use super::noise::Noise;
use super::person::{Answers, Body, Number, PersonPrior};
use super::reports::{ReportCounts, ReportKind, Reports};
use super::run::covariance_at;
use super::search::{Evidence, FURTHEST, Place, add_bend};
use crate::notice::Notice;

/// One number's posterior, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberPosterior {
    /// At the most likely place.
    pub most_likely: f64,
    /// Half of the belief lies below.
    pub median: f64,
    /// Lower end of the middle half.
    pub low_50: f64,
    /// Upper end of the middle half.
    pub high_50: f64,
    /// Lower end of the middle four fifths.
    pub low_80: f64,
    /// Upper end of the middle four fifths.
    pub high_80: f64,
    /// Lower end of the middle nineteen twentieths.
    pub low_95: f64,
    /// Upper end of the middle nineteen twentieths.
    pub high_95: f64,
    /// The prior's median.
    pub prior_median: f64,
    /// Width of the belief as a share of the prior's: 1 = nothing was learned. On the scale on which the prior is normal.
    pub width_left: f64,
}

/// The population speaks in a forecast like so many reports. The first few reports are partly error: believed outright they
/// make the forecast of somebody in the middle worse, whom the population describes already. Chosen as the smallest whole
/// number that keeps this below 5 % beyond doubt, and measured in `docs/model.md`, "What reports are worth".
const POPULATION_REPORTS: f64 = 4.0;

/// Draws of the personal numbers and of the strengths of batches, with weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    prior: PersonPrior,
    noise: Noise,
    batches: Vec<(u32, f64)>,
    learned_from: ReportCounts,
    most_likely: Vec<f64>,
    covariance: Square,
    information: Square,
    /// What each kind of report tells, in the order of [`ReportKind::ALL`].
    told: [Square; 3],
    draws: Draws,
    loss: f64,
    notices: Vec<Notice>,
}

impl Posterior {
    pub(crate) fn new(
        model: &PersonModel,
        reports: &Reports,
        evidence: &Evidence,
        place: &Place,
        draws: Draws,
        notices: Vec<Notice>,
    ) -> Posterior {
        let log_sds = model.setting.batch_log_sd.iter().copied();
        Posterior {
            prior: model.prior,
            noise: model.noise,
            batches: model.batches.iter().copied().zip(log_sds).collect(),
            learned_from: reports.counts(),
            covariance: covariance_at(place),
            information: place.information.clone(),
            told: told_at(model, evidence, place),
            most_likely: place.at.clone(),
            loss: place.loss,
            draws,
            notices,
        }
    }

    /// How many reports of each kind this rests on.
    #[must_use]
    pub fn learned_from(&self) -> ReportCounts {
        self.learned_from
    }

    /// How good the draws are.
    #[must_use]
    pub fn quality(&self) -> Quality {
        self.draws.quality
    }

    /// What was left out of the input.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What was believed before.
    #[must_use]
    pub fn prior(&self) -> &PersonPrior {
        &self.prior
    }

    /// Batches whose strength was learned about, in the order of the coordinates after the seven numbers.
    pub fn batches(&self) -> impl Iterator<Item = u32> {
        self.batches.iter().map(|(group, _)| *group)
    }

    /// The most likely place: seven numbers, then batches, each on the standard normal scale of its prior.
    #[must_use]
    pub fn most_likely(&self) -> &[f64] {
        &self.most_likely
    }

    /// Minus the log of likelihood times prior at the most likely place. The prior counts as half the squared distance from
    /// its middle.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.loss
    }

    /// Covariance of two coordinates by Laplace's approximation.
    #[must_use]
    pub fn covariance(&self, a: usize, b: usize) -> f64 {
        self.covariance.at(a, b)
    }

    /// The shape of the reports' errors it was learned with.
    #[must_use]
    pub fn noise(&self) -> Noise {
        self.noise
    }

    /// The draws with their weights (which add up to 1), as places.
    pub fn draws(&self) -> impl Iterator<Item = (&[f64], f64)> {
        let shares = self.draws.shares.iter().copied();
        self.draws.places.iter().map(Vec::as_slice).zip(shares)
    }

    /// What is believed about a number.
    #[must_use]
    pub fn number(&self, number: Number) -> NumberPosterior {
        self.read(number.idx(), |z| self.prior.value_at(number, z))
    }

    /// By what factor a batch is stronger than logged; `None` for one that was not learned about.
    #[must_use]
    pub fn strength(&self, batch: u32) -> Option<NumberPosterior> {
        let idx = self.batches.iter().position(|(group, _)| *group == batch)?;
        let (_, log_sd) = self.batches[idx];
        Some(self.read(Number::LEN + idx, |z| libm::exp(log_sd * z)))
    }

    /// The width of the prior of a batch's strength, log standard deviation; `None` for one that was not learned about.
    #[must_use]
    pub fn batch_log_sd(&self, batch: u32) -> Option<f64> {
        let found = self.batches.iter().find(|(group, _)| *group == batch);
        found.map(|(_, log_sd)| *log_sd)
    }

    /// The most likely body.
    #[must_use]
    pub fn most_likely_body(&self) -> Body {
        self.body_at(&self.most_likely)
    }

    /// `count` bodies, all equally likely, for forecasts: [`Posterior::population_share`] of them from the population,
    /// evenly among those from what was learned. The same seed gives the same bodies.
    #[must_use]
    pub fn bodies(&self, count: u32, seed: u64) -> Vec<Body> {
        let share = self.population_share();
        let up_to = |pick: u32| libm::floor(f64::from(pick) * share + 0.5);
        let is_of_population = |pick: u32| up_to(pick + 1) > up_to(pick);
        let learned = (0..count).filter(|pick| !is_of_population(*pick)).count();
        let mut learned = self
            .learned_bodies(u32::try_from(learned).unwrap_or(count), seed)
            .into_iter();
        let of_population = |pick: u32| -> Vec<f64> {
            let mut rng = stream(seed, u32::MAX - 1, pick);
            let z = |rng: &mut ChaCha8Rng| {
                let z: f64 = StandardNormal.sample(rng);
                z.clamp(-FURTHEST, FURTHEST)
            };
            self.most_likely.iter().map(|_| z(&mut rng)).collect()
        };
        (0..count)
            .filter_map(|pick| {
                if is_of_population(pick) {
                    Some(self.body_at(&of_population(pick)))
                } else {
                    learned.next()
                }
            })
            .collect()
    }

    /// `count` equally likely bodies from what was learned alone: what is believed, not what is forecast.
    #[must_use]
    pub fn learned_bodies(&self, count: u32, seed: u64) -> Vec<Body> {
        let places = self.equal_places(count, seed).into_iter();
        places.map(|place| self.body_at(place)).collect()
    }

    /// The share of [`Posterior::bodies`] that comes from the population, 0 to 1: equation 40 of `docs/model.md`. It concerns
    /// forecasts only; what is said about a number is what was learned and nothing else.
    #[must_use]
    pub fn population_share(&self) -> f64 {
        POPULATION_REPORTS / (POPULATION_REPORTS + self.learned_from.total() as f64)
    }

    /// By how much this kind of report narrows each number: the share of variance that would come back without it, 0 to 1.
    /// By Laplace's approximation at the most likely place.
    #[must_use]
    pub fn narrowed_by(&self, kind: ReportKind) -> [f64; Number::LEN] {
        let told = &self.told[kind as usize];
        let variances = |information: &Square| {
            let inverse = information.factor().map(|factor| factor.inverse());
            std::array::from_fn(|idx| inverse.as_ref().map_or(1.0, |inverse| inverse.at(idx, idx)))
        };
        let with: [f64; Number::LEN] = variances(&self.information);
        let without: [f64; Number::LEN] = variances(&self.information.plus(told, -1.0));
        std::array::from_fn(|idx| (1.0 - with[idx] / without[idx]).clamp(0.0, 1.0))
    }

    /// Systematic resampling: each draw as often as its weight says, give or take less than one.
    pub(crate) fn equal_places(&self, count: u32, seed: u64) -> Vec<&[f64]> {
        let start = uniform(&mut stream(seed, u32::MAX, 0));
        let mut chosen = Vec::with_capacity(count as usize);
        let mut shares = self.draws.shares.iter();
        let mut idx = 0;
        let mut reached = shares.next().copied().unwrap_or(1.0);
        for pick in 0..count {
            let goal = (f64::from(pick) + start) / f64::from(count);
            while reached < goal && idx + 1 < self.draws.places.len() {
                idx += 1;
                reached += shares.next().copied().unwrap_or(0.0);
            }
            if let Some(place) = self.draws.places.get(idx) {
                chosen.push(place.as_slice());
            }
        }
        chosen
    }

    fn body_at(&self, place: &[f64]) -> Body {
        let strengths: BTreeMap<u32, f64> = self
            .batches
            .iter()
            .zip(&place[Number::LEN..])
            .map(|((group, log_sd), z)| (*group, libm::exp(log_sd * z)))
            .collect();
        Body {
            params: self.prior.params_at(place),
            answers: Answers {
                baseline: self.prior.value_at(Number::Baseline, place[Number::Baseline.idx()]),
                sd_base: self.prior.symptom_sd_base,
                sd_slope: self.prior.symptom_sd_slope,
            },
            strengths,
        }
    }

    fn read(&self, coordinate: usize, value: impl Fn(f64) -> f64) -> NumberPosterior {
        let mut order: Vec<(f64, f64)> = self.draws().map(|(place, share)| (place[coordinate], share)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let at = |share: f64| value(weighted_quantile(&order, share));
        let mean: f64 = order.iter().map(|(z, share)| z * share).sum();
        let variance: f64 = order.iter().map(|(z, share)| share * (z - mean) * (z - mean)).sum();
        NumberPosterior {
            most_likely: value(self.most_likely[coordinate]),
            median: at(0.5),
            low_50: at(0.25),
            high_50: at(0.75),
            low_80: at(0.1),
            high_80: at(0.9),
            low_95: at(0.025),
            high_95: at(0.975),
            prior_median: value(0.0),
            width_left: libm::sqrt(variance),
        }
    }
}

/// The quantile of ascending (value, weight) pairs, linear between the middles of the weights.
pub(crate) fn weighted_quantile(order: &[(f64, f64)], share: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    let mut reached = 0.0;
    for (value, weight) in order {
        let middle = reached + weight / 2.0;
        reached += weight;
        if middle >= share {
            return match before {
                Some((last_value, last_middle)) if middle > last_middle => {
                    last_value + (share - last_middle) / (middle - last_middle) * (value - last_value)
                }
                _ => *value,
            };
        }
        before = Some((*value, middle));
    }
    before.map_or(0.0, |(value, _)| value)
}

/// The expected information of each kind of report.
fn told_at(model: &PersonModel, evidence: &Evidence, place: &Place) -> [Square; 3] {
    let len = place.at.len();
    let mut told = [Square::zero(len), Square::zero(len), Square::zero(len)];
    for (idx, asked) in model.asked.iter().enumerate() {
        let predicted = &place.predicted;
        let loss = evidence
            .noise
            .loss(&evidence.observed[idx], predicted.location[idx], predicted.scale[idx]);
        add_bend(
            &mut told[asked.kind() as usize],
            loss.information,
            &predicted.location_by[idx * len..(idx + 1) * len],
            &predicted.scale_by[idx * len..(idx + 1) * len],
        );
    }
    told
}
