//! What is personal: seven numbers and the strength of each batch, their priors, and the body they make. The rest of the
//! model is held at the population's middle, because reports cannot tell it apart (`docs/model.md`, "What reports can and
//! cannot tell"). No values live here: they come with their sources from the evidence tables.

use std::collections::BTreeMap;

use super::normal::half_normal_at;
use crate::params::{MissingParameter, Params, Population};

/// The seven personal numbers, in the order of all lists over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// EC50, ng/mL of mitragynine equivalents: how much concentration half a signal needs without adaptation. Stands for
    /// everything between the swallowed amount and the receptor, availability included.
    Ec50,
    /// kE, signal units: the scale of the felt effect.
    EffectScale,
    /// A factor on both potency shifts tau_f and tau_s, dimensionless.
    Tolerance,
    /// kW, signal units: the scale of the withdrawal score.
    WithdrawalScale,
    /// Half-life of fast adaptation, h.
    FastHalfLife,
    /// Half-life of slow adaptation, h.
    SlowHalfLife,
    /// Score without any withdrawal, points of 64.
    Baseline,
}

impl Number {
    /// How many there are.
    pub const LEN: usize = 7;
    /// All of them, in order.
    pub const ALL: [Number; Number::LEN] = [
        Number::Ec50,
        Number::EffectScale,
        Number::Tolerance,
        Number::WithdrawalScale,
        Number::FastHalfLife,
        Number::SlowHalfLife,
        Number::Baseline,
    ];

    /// Position in lists over the numbers.
    #[must_use]
    pub fn idx(self) -> usize {
        self as usize
    }

    /// Its symbol in `docs/model.md`.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Number::Ec50 => "EC50",
            Number::EffectScale => "kE",
            Number::Tolerance => "tau",
            Number::WithdrawalScale => "kW",
            Number::FastHalfLife => "t_half_f",
            Number::SlowHalfLife => "t_half_s",
            Number::Baseline => "b0",
        }
    }
}

/// What is believed about anybody before any report, and how reports err. All of it comes from the evidence tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonPrior {
    population: Population,
    /// Log standard deviations of the first six numbers; the width of the half-normal for the baseline, points of 64.
    widths: [f64; Number::LEN],
    pub(crate) rating_sd: f64,
    pub(crate) symptom_sd_base: f64,
    pub(crate) symptom_sd_slope: f64,
    pub(crate) duration_log_sd: f64,
    pub(crate) duration_floor_h: f64,
    /// Share of reports that are typing slips.
    pub(crate) slip_share: f64,
    /// Points of 10 from which an effect counts as felt.
    pub(crate) felt_from: f64,
}

impl PersonPrior {
    /// Asks for each number once, by the names of the evidence tables.
    ///
    /// # Errors
    /// The first name the lookup does not know, or whose prior has no width.
    pub fn from_lookup(
        population: &Population,
        lookup: impl Fn(&str) -> Option<f64>,
    ) -> Result<PersonPrior, MissingParameter> {
        let number = |name: &'static str| {
            let value = lookup(name).filter(|value| value.is_finite() && *value >= 0.0);
            value.ok_or(MissingParameter { name })
        };
        let width = |name: &'static str| {
            let prior = population.prior(name).filter(|prior| prior.log_sd > 0.0);
            prior.map(|prior| prior.log_sd).ok_or(MissingParameter { name })
        };
        Ok(PersonPrior {
            population: *population,
            widths: [
                number("potency_log_sd")?,
                width("kE")?,
                width("tau_f")?,
                width("kW")?,
                width("t_half_f")?,
                width("t_half_s")?,
                number("b0_half_normal_sd")?,
            ],
            rating_sd: number("sigma_E")?,
            symptom_sd_base: number("sigma_W_base")?,
            symptom_sd_slope: number("sigma_W_slope")?,
            duration_log_sd: number("sigma_dur")?,
            duration_floor_h: number("duration_floor_h")?,
            slip_share: number("slip_share")?.min(0.5),
            felt_from: number("theta_E")?,
        })
    }

    /// The population whose middle everything that is not personal is held at.
    #[must_use]
    pub fn population(&self) -> &Population {
        &self.population
    }

    /// Log standard deviation of a number's prior; for the baseline the width of its half-normal, points of 64.
    #[must_use]
    pub fn width(&self, number: Number) -> f64 {
        self.widths[number.idx()]
    }

    /// How reports err, for a key over everything.
    pub(crate) fn errors(&self) -> [f64; 7] {
        [
            self.rating_sd,
            self.symptom_sd_base,
            self.symptom_sd_slope,
            self.duration_log_sd,
            self.duration_floor_h,
            self.slip_share,
            self.felt_from,
        ]
    }

    /// The number at a place on the standard normal scale of its prior, in its own unit. 0 is the prior's median.
    #[must_use]
    pub fn value_at(&self, number: Number, z: f64) -> f64 {
        let width = self.width(number);
        let typical = self.population.typical();
        let scaled = |median: f64| median * libm::exp(width * z);
        match number {
            Number::Ec50 => scaled(typical.ec50),
            Number::EffectScale => scaled(typical.k_e),
            Number::Tolerance => scaled(1.0),
            Number::WithdrawalScale => scaled(typical.k_w),
            Number::FastHalfLife => scaled(typical.t_half_f),
            Number::SlowHalfLife => scaled(typical.t_half_s),
            Number::Baseline => width * half_normal_at(z).0,
        }
    }

    /// The baseline's slope on that scale, points of 64.
    pub(crate) fn baseline_slope(&self, z: f64) -> f64 {
        self.width(Number::Baseline) * half_normal_at(z).1
    }

    /// The body at a place: the first seven coordinates count.
    #[must_use]
    pub fn params_at(&self, z: &[f64]) -> Params {
        let value = |number: Number| self.value_at(number, z.get(number.idx()).copied().unwrap_or(0.0));
        let typical = self.population.typical();
        let tolerance = value(Number::Tolerance);
        Params {
            ec50: value(Number::Ec50),
            k_e: value(Number::EffectScale),
            tau_f: typical.tau_f * tolerance,
            tau_s: typical.tau_s * tolerance,
            k_w: value(Number::WithdrawalScale),
            t_half_f: value(Number::FastHalfLife),
            t_half_s: value(Number::SlowHalfLife),
            ..typical
        }
    }
}

/// One person as a draw of the posterior has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The engine's parameters.
    pub params: Params,
    /// How the person answers when asked for the withdrawal score.
    pub answers: Answers,
    /// By what factor each learned batch is stronger than logged. Batches that are not named were not learned about.
    pub strengths: BTreeMap<u32, f64>,
}

/// From the model's withdrawal score to what a person says: equation 39 of `docs/model.md`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answers {
    /// Score without any withdrawal, points of 64.
    pub baseline: f64,
    /// Standard deviation of an answer where there is no withdrawal, points of 64.
    pub sd_base: f64,
    /// By how much that grows with each point of the model's score, dimensionless.
    pub sd_slope: f64,
}

impl Answers {
    /// The model's own score, as if nobody were asked.
    pub const UNASKED: Self = Self {
        baseline: 0.0,
        sd_base: 0.0,
        sd_slope: 0.0,
    };
    const HIGHEST: f64 = 64.0;

    /// What is said of the model's score `withdrawal_64` by an answer that lies `z` standard deviations from what is meant:
    /// points of 64. Rises with the score wherever `z` is above -1 / `sd_slope`.
    #[must_use]
    pub fn said(&self, withdrawal_64: f64, z: f64) -> f64 {
        let sd = self.sd_base + self.sd_slope * withdrawal_64;
        (withdrawal_64 + self.baseline + z * sd).clamp(0.0, Self::HIGHEST)
    }
}
