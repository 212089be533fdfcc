//! Made-up people with known numbers, and how well what is learned about them fits: for the tests and for the study in
//! `examples/calibration.rs`. Truth may be drawn as the model believes it, or otherwise on purpose.

#![allow(dead_code, reason = "the test takes less of it than the study")]

use ebb_pharm::fit::{Felt, FitSettings, Lasted, Number, PersonPrior, Posterior, Reports, SymptomScale, Symptoms, fit};
use ebb_pharm::{Dose, UncertainDose, simulate};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rand_distr::{Distribution, StandardNormal};

/// How a made-up truth departs from what the model believes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Truth {
    /// Degrees of freedom of the reports' errors; 0 = normal.
    pub(crate) degrees: u32,
    /// Batch strengths are this many times more different than believed.
    pub(crate) batch_spread: f64,
    /// Share of reports that are missing.
    pub(crate) missing: f64,
    /// Share of reports that are slips: either end of the scale one time in ten, otherwise anything.
    pub(crate) slips: f64,
    /// Slow half-life this many times the drawn one: a harder tail.
    pub(crate) tail: f64,
    /// The numbers that are held in the fit vary as the population does.
    pub(crate) kinetics_vary: bool,
}

impl Truth {
    /// As the model believes.
    pub(crate) const BELIEVED: Truth = Truth {
        degrees: 4,
        batch_spread: 1.0,
        missing: 0.0,
        slips: 0.05,
        tail: 1.0,
        kinetics_vary: false,
    };
}

/// One made-up person.
pub(crate) struct Person {
    /// Seven numbers, then two batches, on the standard normal scale.
    pub(crate) z: Vec<f64>,
    pub(crate) logged: Vec<UncertainDose>,
    pub(crate) swallowed: Vec<Dose>,
    pub(crate) params: ebb_pharm::Params,
    pub(crate) baseline: f64,
    pub(crate) stop_h: f64,
}

pub(crate) const BATCH_LOG_SD: f64 = 0.35;
pub(crate) const ENTRY_LOG_SD: f64 = 0.1;
const COORDINATES: usize = Number::LEN + 2;

pub(crate) fn generator(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    rng
}

pub(crate) fn uniform(rng: &mut ChaCha8Rng) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

pub(crate) fn normal(rng: &mut ChaCha8Rng) -> f64 {
    StandardNormal.sample(rng)
}

impl Person {
    /// A person drawn from the prior: forty days of three or four doses, another batch from day 20, nothing from `stop_day`.
    pub(crate) fn drawn(prior: &PersonPrior, truth: &Truth, stop_day: u32, rng: &mut ChaCha8Rng) -> Person {
        let z = (0..COORDINATES).map(|_| normal(rng)).collect();
        Person::at(z, prior, truth, stop_day, rng)
    }

    pub(crate) fn at(
        mut z: Vec<f64>,
        prior: &PersonPrior,
        truth: &Truth,
        stop_day: u32,
        rng: &mut ChaCha8Rng,
    ) -> Person {
        // What is true, on the scale of what is believed.
        z[Number::SlowHalfLife.idx()] += truth.tail.ln() / prior.width(Number::SlowHalfLife);
        z[Number::LEN..].iter_mut().for_each(|z| *z *= truth.batch_spread);
        let mut params = prior.params_at(&z);
        if truth.kinetics_vary {
            for name in ["ka", "CL", "V1", "Q", "V2", "fp", "k7", "rho", "g"] {
                let spread = prior.population().prior(name).unwrap().log_sd;
                let value = params.get(name).unwrap() * (spread * normal(rng)).exp();
                params = params.with(name, value).unwrap();
            }
        }
        let (mut logged, mut swallowed) = (Vec::new(), Vec::new());
        for day in 0..stop_day {
            for hour in [7.0, 12.0, 17.5, 22.0] {
                let is_taken = uniform(rng) < 0.88;
                let start_h = f64::from(day) * 24.0 + hour + 2.0 * uniform(rng);
                let mg = 25.0 + 30.0 * uniform(rng);
                let own = ENTRY_LOG_SD * normal(rng);
                if !is_taken {
                    continue;
                }
                let group = u32::from(day >= 20);
                let strength = BATCH_LOG_SD * z[Number::LEN + group as usize];
                logged.push(UncertainDose {
                    dose: Dose::at_once(start_h, mg),
                    log_sd: ENTRY_LOG_SD,
                    group: Some(group),
                    group_log_sd: BATCH_LOG_SD,
                });
                swallowed.push(Dose::at_once(start_h, mg * (strength + own).exp()));
            }
        }
        Person {
            baseline: prior.value_at(Number::Baseline, z[Number::Baseline.idx()]),
            params,
            z,
            logged,
            swallowed,
            stop_h: f64::from(stop_day) * 24.0,
        }
    }

    /// True effect and withdrawal without the baseline.
    pub(crate) fn curve(&self, times_h: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let output = simulate(&self.swallowed, times_h, &self.params);
        (output.effect, output.withdrawal_64)
    }

    /// What the person would say without any error, points of 64.
    pub(crate) fn said(&self, times_h: &[f64]) -> Vec<f64> {
        let (_, withdrawal) = self.curve(times_h);
        withdrawal.iter().map(|score| score + self.baseline).collect()
    }

    /// Reports with errors as the truth has them: ratings 75 minutes after a dose, mornings, and how long a dose lasted.
    pub(crate) fn reports(&self, plan: &Plan, prior: &Errors, truth: &Truth, rng: &mut ChaCha8Rng) -> Reports {
        let mut reports = Reports::default();
        let last_day = plan.until_h / 24.0;
        let pick = |rng: &mut ChaCha8Rng| {
            let idx = (uniform(rng) * self.logged.len() as f64) as usize;
            self.logged[idx].dose.start_h
        };
        for _ in 0..plan.felt {
            let at_h = pick(rng) + 1.25;
            let (effect, _) = self.curve(&[at_h]);
            let error = prior.rating_scale * student(truth.degrees, rng);
            let slip = uniform(rng);
            let anything = 10.0 * uniform(rng);
            let rating = if slip < truth.slips {
                anything
            } else {
                effect[0] + error
            };
            let is_missing = uniform(rng) < truth.missing;
            if !is_missing {
                reports.felt.push(Felt {
                    at_h,
                    rating: rating.clamp(0.0, 10.0),
                });
            }
        }
        for _ in 0..plan.lasted {
            let dose_at_h = pick(rng);
            let grid: Vec<f64> = (0..=960).map(|minute| dose_at_h + f64::from(minute) / 60.0).collect();
            let felt = felt_hours(&grid, &self.curve(&grid).0);
            let meant = (felt + 0.25).ln() + prior.duration_scale * student(truth.degrees, rng);
            let hours = slip(truth, 0.25_f64.ln(), 16.25_f64.ln(), rng).unwrap_or(meant).exp() - 0.25;
            let is_missing = uniform(rng) < truth.missing;
            if !is_missing {
                reports.lasted.push(Lasted {
                    dose_at_h,
                    hours: hours.clamp(0.0, 48.0),
                });
            }
        }
        for number in 0..plan.symptoms {
            let share = (f64::from(number) + 0.5) / f64::from(plan.symptoms);
            let at_h = (share * last_day).floor() * 24.0 + 6.5 + 2.0 * uniform(rng);
            let (_, withdrawal) = self.curve(&[at_h]);
            let scale = prior.symptom_scale_base + prior.symptom_scale_slope * withdrawal[0];
            let meant = withdrawal[0] + self.baseline + scale * student(truth.degrees, rng);
            let score = slip(truth, 0.0, 64.0, rng).unwrap_or(meant);
            let is_missing = uniform(rng) < truth.missing;
            if !is_missing {
                reports.symptoms.push(Symptoms {
                    at_h,
                    score: score.clamp(0.0, 64.0),
                    scale: SymptomScale::Of64,
                });
            }
        }
        reports
    }
}

/// How many reports of each kind, and until when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) felt: u32,
    pub(crate) lasted: u32,
    pub(crate) symptoms: u32,
    pub(crate) until_h: f64,
}

/// Scales of the reports' errors as the model believes them.
pub(crate) struct Errors {
    pub(crate) rating_scale: f64,
    pub(crate) duration_scale: f64,
    pub(crate) symptom_scale_base: f64,
    pub(crate) symptom_scale_slope: f64,
}

impl Errors {
    pub(crate) fn of_tables() -> Errors {
        let scale = |name: &str| ebb_pharm::fit::Noise::Student4.scale_of(ebb_evidence::parameter(name).unwrap().value);
        Errors {
            rating_scale: scale("sigma_E"),
            duration_scale: scale("sigma_dur"),
            symptom_scale_base: scale("sigma_W_base"),
            symptom_scale_slope: scale("sigma_W_slope"),
        }
    }
}

/// A slip on a scale with these ends, if it is one. Always takes two random numbers.
fn slip(truth: &Truth, lowest: f64, highest: f64, rng: &mut ChaCha8Rng) -> Option<f64> {
    let (is_slip, place) = (uniform(rng) < truth.slips, uniform(rng));
    let even = (place - 0.1) / 0.8;
    is_slip.then_some(lowest + even.clamp(0.0, 1.0) * (highest - lowest))
}

/// Student's t, or a normal with the same middle half for zero degrees.
fn student(degrees: u32, rng: &mut ChaCha8Rng) -> f64 {
    let z = normal(rng);
    if degrees == 0 {
        return z * 0.740_697 / 0.674_490;
    }
    let squares: f64 = (0..degrees).map(|_| normal(rng).powi(2)).sum();
    z / (squares / f64::from(degrees)).sqrt()
}

/// The first stretch with an effect of at least 2, on a grid of minutes.
fn felt_hours(grid: &[f64], effect: &[f64]) -> f64 {
    let Some(begin) = effect.iter().position(|effect| *effect >= 2.0) else {
        return 0.0;
    };
    let after = effect[begin..].iter().position(|effect| *effect < 2.0);
    after.map_or(grid[grid.len() - 1], |after| grid[begin + after]) - grid[begin]
}

/// Where the truth lies among the draws: the share of belief below it.
pub(crate) fn share_below(posterior: &Posterior, coordinate: usize, truth: f64) -> f64 {
    posterior
        .draws()
        .map(|(place, share)| if place[coordinate] < truth { share } else { 0.0 })
        .sum()
}

/// Ranks of many people: per squeeze, per person, per coordinate.
pub(crate) type Ranks = Vec<Vec<Vec<f64>>>;

/// The share of belief below the truth for every coordinate of many people, once for each of `squeezes`: these make the beliefs
/// wrong on purpose by moving every draw towards the mean by a factor.
pub(crate) fn ranks(
    people: std::ops::Range<u32>,
    truth: &Truth,
    draws: u32,
    squeezes: &[f64],
    each: &mut impl FnMut(&Person, &Posterior),
) -> Ranks {
    let (prior, errors) = (crate::support::person_prior(), Errors::of_tables());
    let mut ranks: Ranks = vec![Vec::new(); squeezes.len()];
    for idx in people {
        let mut rng = generator(400, u64::from(idx));
        let stop_day = if idx % 2 == 0 { 33 } else { 40 };
        let person = Person::drawn(&prior, truth, stop_day, &mut rng);
        let plan = Plan {
            felt: 20,
            lasted: 4,
            symptoms: 16,
            until_h: 40.0 * 24.0,
        };
        let reports = person.reports(&plan, &errors, truth, &mut rng);
        let posterior = fit(
            &person.logged,
            &reports,
            &prior,
            FitSettings::new(u64::from(idx), draws),
        )
        .unwrap();
        each(&person, &posterior);
        for (ranks, squeeze) in ranks.iter_mut().zip(squeezes) {
            ranks.push(
                (0..COORDINATES)
                    .map(|coordinate| rank(&person, &posterior, coordinate, *squeeze))
                    .collect(),
            );
        }
    }
    ranks
}

fn rank(person: &Person, posterior: &Posterior, coordinate: usize, squeeze: f64) -> f64 {
    let mean: f64 = posterior.draws().map(|(place, share)| share * place[coordinate]).sum();
    // Squeezing the draws is the same as stretching the truth away from their mean.
    let stretched = mean + (person.z[coordinate] - mean) / squeeze;
    let half = 0.5 / posterior.quality().effective_size;
    share_below(posterior, coordinate, stretched).clamp(half, 1.0 - half)
}

/// How far ranks are from uniform, in standard errors.
#[derive(Clone, Debug)]
pub(crate) struct Uniformity {
    /// Per coordinate: mean of the normal scores (bias), and mean of their squares less one (width).
    pub(crate) each: Vec<(f64, f64)>,
    /// The widths of all coordinates together, its standard error taken over people.
    pub(crate) pooled_width: f64,
    /// The same as a factor: squared normal scores on average.
    pub(crate) mean_square: f64,
}

/// Thresholds of a study with 500 people, standard errors: for the bias and width of each coordinate, and for the widths of
/// all together. Eighteen figures beyond 3.3 by chance: one study in sixty; the one together beyond 3: one in 370.
pub(crate) const EACH_WITHIN: f64 = 3.3;
pub(crate) const TOGETHER_WITHIN: f64 = 3.0;

impl Uniformity {
    /// Whether any figure lies beyond the thresholds.
    pub(crate) fn misses(&self) -> bool {
        let mut each = self.each.iter();
        self.pooled_width.abs() > TOGETHER_WITHIN
            || each.any(|(bias, width)| bias.abs() > EACH_WITHIN || width.abs() > EACH_WITHIN)
    }
}

pub(crate) fn uniformity(ranks: &[Vec<f64>]) -> Uniformity {
    let len = ranks.len() as f64;
    let scores: Vec<Vec<f64>> = ranks
        .iter()
        .map(|row| row.iter().map(|share| quantile_of_normal(*share)).collect())
        .collect();
    let coordinates = scores[0].len();
    let each = (0..coordinates)
        .map(|coordinate| {
            let column = || scores.iter().map(move |row| row[coordinate]);
            let bias = column().sum::<f64>() / len * len.sqrt();
            let width = (column().map(|score| score * score).sum::<f64>() / len - 1.0) / (2.0 / len).sqrt();
            (bias, width)
        })
        .collect();
    let per_person: Vec<f64> = scores
        .iter()
        .map(|row| row.iter().map(|score| score * score).sum::<f64>() / coordinates as f64)
        .collect();
    let mean_square = per_person.iter().sum::<f64>() / len;
    let variance = per_person
        .iter()
        .map(|square| (square - mean_square).powi(2))
        .sum::<f64>()
        / (len - 1.0);
    Uniformity {
        each,
        pooled_width: (mean_square - 1.0) / (variance / len).sqrt(),
        mean_square,
    }
}

/// By bisection: plain and slow.
fn quantile_of_normal(share: f64) -> f64 {
    let (mut low, mut high) = (-9.0, 9.0);
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if 0.5 * libm::erfc(-middle / std::f64::consts::SQRT_2) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// Continuous ranked probability score of weighted values against what came.
pub(crate) fn crps(values: &[(f64, f64)], truth: f64) -> f64 {
    let mut order = values.to_vec();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let to_truth: f64 = order.iter().map(|(value, share)| share * (value - truth).abs()).sum();
    // Half the mean distance of two draws, from the cumulated shares.
    let (mut below, mut spread) = (0.0, 0.0);
    for pair in order.windows(2) {
        below += pair[0].1;
        spread += below * (1.0 - below) * (pair[1].0 - pair[0].0);
    }
    to_truth - spread
}
