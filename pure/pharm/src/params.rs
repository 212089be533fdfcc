//! The named parameters of the model, their priors, and what makes a set usable. No values live here: they come with
//! their sources from the evidence tables. Never a bare vector: every number has a name.

use crate::notice::Notice;
use rand_chacha::rand_core::Rng;
use rand_distr::{Distribution, StandardNormal};

/// One set of parameters: one body. All volumes and clearances are apparent (divided by unknown oral availability).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Params {
    /// Absorption rate of each of two equal gut steps, 1/h.
    pub ka: f64,
    /// Apparent clearance of mitragynine, L/h.
    pub cl: f64,
    /// Apparent central volume, L.
    pub v1: f64,
    /// Apparent clearance between the volumes, L/h.
    pub q: f64,
    /// Apparent peripheral volume, L.
    pub v2: f64,
    /// 7-OH formed on first pass per mitragynine absorbed, mg/mg (at the nominal `v7`).
    pub fp: f64,
    /// Share of systemic mitragynine clearance that forms 7-OH, mg/mg (at the nominal `v7`).
    pub fs: f64,
    /// Nominal volume of 7-OH, L. A convention: only ratios are identifiable, so it is never drawn.
    pub v7: f64,
    /// Elimination rate of 7-OH, 1/h.
    pub k7: f64,
    /// Availability of swallowed 7-OH relative to formed 7-OH, dimensionless.
    pub f7: f64,
    /// Absorption rate of each of two equal gut steps of swallowed 7-OH, 1/h.
    pub ka7: f64,
    /// Potency of 7-OH relative to mitragynine, ng/mL per ng/mL.
    pub rho: f64,
    /// Concentration for half the signal without adaptation, ng/mL of mitragynine equivalents in plasma.
    pub ec50: f64,
    /// Steepness of the signal (g in the equations), dimensionless.
    pub gamma: f64,
    /// Potency shift per unit of fast adaptation, dimensionless.
    pub tau_f: f64,
    /// Potency shift per unit of slow adaptation, dimensionless.
    pub tau_s: f64,
    /// Opposing signal per unit of fast adaptation, dimensionless.
    pub beta_f: f64,
    /// Opposing signal per unit of slow adaptation, dimensionless.
    pub beta_s: f64,
    /// Half-life of fast adaptation, h.
    pub t_half_f: f64,
    /// Half-life of slow adaptation, h.
    pub t_half_s: f64,
    /// Half-life of withdrawal build-up, h.
    pub t_half_d: f64,
    /// Net signal at which the felt effect is 1 - 1/e of full, signal units.
    pub k_e: f64,
    /// Deficit at which the withdrawal score is 1 - 1/e of full, signal units.
    pub k_w: f64,
}

/// A log-normal prior of one parameter. It is what a population is spread over, not a person's estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// The median, in the parameter's unit.
    pub value: f64,
    /// Log standard deviation, dimensionless; 0 = held fixed.
    pub log_sd: f64,
}

/// A parameter that was asked for and not given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no value for the model parameter {name}: add it to the evidence table")]
pub struct MissingParameter {
    /// Its name, as in [`PARAMETER_NAMES`].
    pub name: &'static str,
}

/// A parameter whose value the engine cannot compute with.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("the model parameter {name} must be a number from {lowest} to {highest}")]
pub struct InvalidParameter {
    /// Its name, as in [`PARAMETER_NAMES`].
    pub name: &'static str,
    /// The smallest usable value, in its unit.
    pub lowest: f64,
    /// The largest usable value, in its unit.
    pub highest: f64,
}

/// How many parameters the model has.
const LEN: usize = 23;

/// Every parameter's name, in the order of the fields of [`Params`]: the names used in scenario files and evidence tables.
pub const PARAMETER_NAMES: [&str; LEN] = [
    "ka", "CL", "V1", "Q", "V2", "fp", "fs", "V7", "k7", "F7", "ka7", "rho", "EC50", "g", "tau_f", "tau_s", "beta_f",
    "beta_s", "t_half_f", "t_half_s", "t_half_D", "kE", "kW",
];

const V7_IDX: usize = 7;

/// beta_f + beta_s may not be drawn above this: beyond it the opposing signal could swallow every signal.
const LARGEST_BETA_SUM: f64 = 0.95;

/// Usable range of each parameter, in its unit. Technical bounds, far wider than anything a body could be: inside them the
/// engine is tested to be finite and to end.
const BOUNDS: [(f64, f64); LEN] = {
    const RATE: (f64, f64) = (1e-4, 1e3);
    const VOLUME: (f64, f64) = (1e-3, 1e9);
    const FLOW: (f64, f64) = (0.0, 1e9);
    const GAIN: (f64, f64) = (0.0, 1e3);
    const HALF_LIFE: (f64, f64) = (0.05, 1e6);
    const SCALE: (f64, f64) = (1e-6, 1e6);
    [
        RATE,
        FLOW,
        VOLUME,
        FLOW,
        VOLUME,
        GAIN,
        GAIN,
        VOLUME,
        RATE,
        GAIN,
        RATE,
        (0.0, 1e6),
        (1e-6, 1e9),
        (0.2, 20.0),
        GAIN,
        GAIN,
        GAIN,
        GAIN,
        HALF_LIFE,
        HALF_LIFE,
        HALF_LIFE,
        SCALE,
        SCALE,
    ]
};

impl Params {
    /// All values in the order of [`PARAMETER_NAMES`].
    #[must_use]
    pub fn to_array(&self) -> [f64; PARAMETER_NAMES.len()] {
        [
            self.ka,
            self.cl,
            self.v1,
            self.q,
            self.v2,
            self.fp,
            self.fs,
            self.v7,
            self.k7,
            self.f7,
            self.ka7,
            self.rho,
            self.ec50,
            self.gamma,
            self.tau_f,
            self.tau_s,
            self.beta_f,
            self.beta_s,
            self.t_half_f,
            self.t_half_s,
            self.t_half_d,
            self.k_e,
            self.k_w,
        ]
    }

    /// The inverse of [`Params::to_array`].
    #[must_use]
    pub fn from_array(array: [f64; PARAMETER_NAMES.len()]) -> Params {
        let [
            ka,
            cl,
            v1,
            q,
            v2,
            fp,
            fs,
            v7,
            k7,
            f7,
            ka7,
            rho,
            ec50,
            gamma,
            tau_f,
            tau_s,
            beta_f,
            beta_s,
            t_half_f,
            t_half_s,
            t_half_d,
            k_e,
            k_w,
        ] = array;
        Params {
            ka,
            cl,
            v1,
            q,
            v2,
            fp,
            fs,
            v7,
            k7,
            f7,
            ka7,
            rho,
            ec50,
            gamma,
            tau_f,
            tau_s,
            beta_f,
            beta_s,
            t_half_f,
            t_half_s,
            t_half_d,
            k_e,
            k_w,
        }
    }

    /// The same set with one value replaced; `None` for a name the model does not have.
    #[must_use]
    pub fn with(&self, name: &str, value: f64) -> Option<Params> {
        let param_idx = PARAMETER_NAMES.iter().position(|known| *known == name)?;
        let mut array = self.to_array();
        array[param_idx] = value;
        Some(Params::from_array(array))
    }

    /// The value of a named parameter, in its unit.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<f64> {
        let param_idx = PARAMETER_NAMES.iter().position(|known| *known == name)?;
        Some(self.to_array()[param_idx])
    }

    /// The longest any of the model's states remembers, h: the inverse of its slowest rate.
    pub(crate) fn slowest_time_constant_h(&self) -> f64 {
        let out = self.cl / self.v1;
        let across = self.q / self.v1;
        let back = self.q / self.v2;
        let sum = out + across + back;
        let fast = (sum + libm::sqrt((out + across - back) * (out + across - back) + 4.0 * across * back)) / 2.0;
        let slow = out * back / fast;
        let longest_half_life_h = self.t_half_f.max(self.t_half_s).max(self.t_half_d);
        let slow = slow.min(self.ka).min(self.k7).min(self.ka7);
        (1.0 / slow).max(longest_half_life_h / std::f64::consts::LN_2)
    }

    /// Whether everything between mouth and effective concentration is the same, to the last bit.
    pub(crate) fn has_kinetics_of(&self, other: &Params) -> bool {
        const KINETIC: usize = 12;
        debug_assert_eq!(PARAMETER_NAMES[KINETIC - 1], "rho");
        let (ours, theirs) = (self.to_array(), other.to_array());
        ours[..KINETIC]
            .iter()
            .zip(&theirs[..KINETIC])
            .all(|(a, b)| a.to_bits() == b.to_bits())
    }

    /// Whether the engine can compute with this set.
    ///
    /// # Errors
    /// The first parameter that is not a number within its technical bounds.
    pub fn check(&self) -> Result<(), InvalidParameter> {
        for ((value, name), (lowest, highest)) in self.to_array().into_iter().zip(PARAMETER_NAMES).zip(BOUNDS) {
            if !(value >= lowest && value <= highest) {
                return Err(InvalidParameter { name, lowest, highest });
            }
        }
        Ok(())
    }
}

impl InvalidParameter {
    pub(crate) fn notice(&self) -> Notice {
        Notice::UnusableParameter { name: self.name }
    }
}

/// A prior for every parameter: the people the model could be about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    priors: [Prior; LEN],
}

impl Population {
    /// Asks for each name of [`PARAMETER_NAMES`] once.
    ///
    /// # Errors
    /// The first name the lookup does not know.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<Prior>) -> Result<Population, MissingParameter> {
        let mut priors = [Prior {
            value: 0.0,
            log_sd: 0.0,
        }; LEN];
        for (prior, name) in priors.iter_mut().zip(PARAMETER_NAMES) {
            *prior = lookup(name).ok_or(MissingParameter { name })?;
        }
        Ok(Population { priors })
    }

    /// The prior of a named parameter.
    #[must_use]
    pub fn prior(&self, name: &str) -> Option<Prior> {
        let param_idx = PARAMETER_NAMES.iter().position(|known| *known == name)?;
        Some(self.priors[param_idx])
    }

    /// The same population with one prior replaced, for example by what was learned about a person; `None` for an unknown name.
    #[must_use]
    pub fn with(&self, name: &str, prior: Prior) -> Option<Population> {
        let param_idx = PARAMETER_NAMES.iter().position(|known| *known == name)?;
        let mut population = *self;
        population.priors[param_idx] = prior;
        Some(population)
    }

    /// The person in the middle: every parameter at its median.
    #[must_use]
    pub fn typical(&self) -> Params {
        Params::from_array(self.priors.map(|prior| prior.value))
    }

    /// One person drawn from the priors. Always takes the same count of random numbers per attempt, in the order of
    /// [`PARAMETER_NAMES`]; redrawn while beta_f + beta_s is above 0.95. V7 is a convention and is never drawn.
    pub(crate) fn draw(&self, rng: &mut impl Rng) -> Params {
        const ATTEMPTS: usize = 100;
        let mut params = self.typical();
        for _ in 0..ATTEMPTS {
            let mut array = self.typical().to_array();
            for (param_idx, (value, prior)) in array.iter_mut().zip(self.priors).enumerate() {
                let z: f64 = StandardNormal.sample(rng);
                if param_idx != V7_IDX && prior.log_sd > 0.0 {
                    let (lowest, highest) = BOUNDS[param_idx];
                    *value = (*value * libm::exp(prior.log_sd * z)).clamp(lowest, highest);
                }
            }
            params = Params::from_array(array);
            if params.beta_f + params.beta_s <= LARGEST_BETA_SUM {
                return params;
            }
        }
        // Priors that almost never meet the constraint: keep their proportion, meet it exactly.
        let shrink = LARGEST_BETA_SUM / (params.beta_f + params.beta_s);
        params.beta_f *= shrink;
        params.beta_s *= shrink;
        params
    }
}
