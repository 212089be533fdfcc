//! Felt effect and withdrawal at the times of the reports, and how they move with the personal coordinates. The curve is the
//! forecasts' own: the same walk, engine and readout.

use super::person::{Number, PersonPrior};
use crate::adaptation::{DRAW_TOLERANCE, Direction};
use crate::dose::Dose;
use crate::engine::Engine;
use crate::march::Walk;
use crate::output::Readout;
use crate::params::Params;
use crate::sensitivity::{self, Asked};
use crate::state::State;

/// How much of the signal a panel may leave unresolved while the most likely place is looked for. It moves that place by less than
/// 1e-5 of a logarithm (`fits` holds it to an independent optimum).
pub(crate) const SEARCH_TOLERANCE: f64 = 1.2e-5;

/// The numbers that move the states, each with its direction. The other three are read out at the end.
const MOVING: [(Number, Direction); 4] = {
    const NONE: Direction = Direction {
        ln_ec50: 0.0,
        ln_tau: 0.0,
        ln_t_half_f: 0.0,
        ln_t_half_s: 0.0,
    };
    [
        (Number::Ec50, Direction { ln_ec50: 1.0, ..NONE }),
        (Number::Tolerance, Direction { ln_tau: 1.0, ..NONE }),
        (
            Number::FastHalfLife,
            Direction {
                ln_t_half_f: 1.0,
                ..NONE
            },
        ),
        (
            Number::SlowHalfLife,
            Direction {
                ln_t_half_s: 1.0,
                ..NONE
            },
        ),
    ]
};

/// How the readout moves with what it is read from.
struct Scales {
    effect_by_net: f64,
    effect_by_ln_k_e: f64,
    withdrawal_by_want: f64,
    withdrawal_by_ln_k_w: f64,
}

impl Scales {
    fn of(state: &State, readout: &Readout, params: &Params) -> Scales {
        let net = readout.net.max(0.0);
        let want = state.d.min(readout.deficit);
        let effect_by_net = if readout.net > 0.0 {
            10.0 / params.k_e * libm::exp(-net / params.k_e)
        } else {
            0.0
        };
        let withdrawal_by_want = 64.0 / params.k_w * libm::exp(-want / params.k_w);
        Scales {
            effect_by_net,
            effect_by_ln_k_e: -effect_by_net * net,
            withdrawal_by_want,
            withdrawal_by_ln_k_w: -withdrawal_by_want * want,
        }
    }
}

/// Doses, their batches, and the hours the curve is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    /// Usable doses in order of time, as logged.
    pub(crate) doses: Vec<Dose>,
    /// For each dose the coordinate (counted after the seven numbers) of its batch.
    pub(crate) batch_of: Vec<Option<usize>>,
    /// Width of each batch's prior, log standard deviation.
    pub(crate) batch_log_sd: Vec<f64>,
    /// Ascending, h.
    pub(crate) times_h: Vec<f64>,
    /// The population's middle: its kinetics are everybody's here, and what is computed for them is kept.
    pub(crate) typical: Engine,
}

/// One value per time; slopes one row per time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Series {
    /// Points of 10.
    pub(crate) effect: Vec<f64>,
    /// Points of 64.
    pub(crate) withdrawal: Vec<f64>,
    pub(crate) effect_by: Vec<f64>,
    pub(crate) withdrawal_by: Vec<f64>,
}

impl Series {
    /// How the effect at a time moves with each coordinate; empty when slopes were not asked for.
    pub(crate) fn effect_by_at(&self, time_idx: usize, len: usize) -> &[f64] {
        self.effect_by.get(time_idx * len..(time_idx + 1) * len).unwrap_or(&[])
    }

    /// The same for the withdrawal score.
    pub(crate) fn withdrawal_by_at(&self, time_idx: usize, len: usize) -> &[f64] {
        self.withdrawal_by
            .get(time_idx * len..(time_idx + 1) * len)
            .unwrap_or(&[])
    }
}

impl Setting {
    /// The doses with the strengths of a place.
    pub(crate) fn doses_at(&self, at: &[f64]) -> Vec<Dose> {
        let factors: Vec<f64> = self
            .batch_log_sd
            .iter()
            .zip(&at[Number::LEN..])
            .map(|(log_sd, z)| libm::exp(log_sd * z))
            .collect();
        let of = |batch: Option<usize>| batch.map_or(1.0, |batch| factors[batch]);
        self.doses
            .iter()
            .zip(&self.batch_of)
            .map(|(dose, batch)| Dose {
                mitragynine_mg: dose.mitragynine_mg * of(*batch),
                seven_oh_mg: dose.seven_oh_mg * of(*batch),
                ..*dose
            })
            .collect()
    }

    /// Something of the state at each time.
    pub(crate) fn states<T>(&self, engine: &Engine, at: &[f64], read: impl Fn(&State) -> T) -> Vec<T> {
        let doses = self.doses_at(at);
        let mut found = Vec::with_capacity(self.times_h.len());
        Walk::from_start(&doses).sample(&doses, &self.times_h, engine, &mut |states| {
            found.extend(states.iter().map(&read))
        });
        found
    }

    /// The curve without slopes, as the draws of a forecast compute it.
    pub(crate) fn values(&self, params: &Params, at: &[f64]) -> Series {
        self.values_of(&self.typical.alike(params, DRAW_TOLERANCE), at)
    }

    fn values_of(&self, engine: &Engine, at: &[f64]) -> Series {
        let mut series = Series::default();
        for (effect, withdrawal) in self.states(engine, at, |state| {
            let readout = Readout::of(state, engine.params());
            (readout.effect, readout.withdrawal_64)
        }) {
            series.effect.push(effect);
            series.withdrawal.push(withdrawal);
        }
        series
    }

    /// The curve with exact slopes, in one walk whose panels leave no more than `tolerance` of the signal unresolved.
    pub(crate) fn with_slopes(&self, tolerance: f64, prior: &PersonPrior, at: &[f64]) -> Series {
        let params = prior.params_at(at);
        let engine = self.typical.alike(&params, tolerance);
        let doses = self.doses_at(at);
        let asked = Asked {
            doses: &doses,
            batch_of: &self.batch_of,
            batches: self.batch_log_sd.len(),
            times_h: &self.times_h,
        };
        let len = at.len();
        let mut series = Series::default();
        sensitivity::walk(
            &engine,
            &asked,
            &MOVING.map(|(_, direction)| direction),
            &mut |state, tangents| {
                let readout = Readout::of(state, &params);
                series.effect.push(readout.effect);
                series.withdrawal.push(readout.withdrawal_64);
                let row = series.effect_by.len();
                series.effect_by.resize(row + len, 0.0);
                series.withdrawal_by.resize(row + len, 0.0);
                let scales = Scales::of(state, &readout, &params);
                for (idx, tangent) in tangents.iter().enumerate() {
                    let (coordinate, width) = match MOVING.get(idx) {
                        Some((number, _)) => (number.idx(), prior.width(*number)),
                        None => (Number::LEN + idx - MOVING.len(), self.batch_log_sd[idx - MOVING.len()]),
                    };
                    let (net, want) = tangent.net_and_want(state, &readout, &engine);
                    series.effect_by[row + coordinate] = width * scales.effect_by_net * net;
                    series.withdrawal_by[row + coordinate] = width * scales.withdrawal_by_want * want;
                }
                let by_scale = |number: Number, by: f64| prior.width(number) * by;
                series.effect_by[row + Number::EffectScale.idx()] =
                    by_scale(Number::EffectScale, scales.effect_by_ln_k_e);
                series.withdrawal_by[row + Number::WithdrawalScale.idx()] =
                    by_scale(Number::WithdrawalScale, scales.withdrawal_by_ln_k_w);
            },
        );
        series
    }

    /// The slow way to slopes: whole curves a little to either side, four to a coordinate.
    #[cfg(test)]
    fn with_differences(&self, prior: &PersonPrior, at: &[f64], step: f64) -> Series {
        let values = |at: &[f64]| self.values_of(&self.typical.alike(&prior.params_at(at), tests::FINE), at);
        let mut series = values(at);
        let (len, times_len) = (at.len(), self.times_h.len());
        series.effect_by = vec![0.0; len * times_len];
        series.withdrawal_by = vec![0.0; len * times_len];
        for column in (0..len).filter(|column| *column != Number::Baseline.idx()) {
            for (steps, share) in [(1.0, 8.0), (-1.0, -8.0), (2.0, -1.0), (-2.0, 1.0)] {
                let mut beside = at.to_vec();
                beside[column] += steps * step;
                let moved = values(&beside);
                for time_idx in 0..times_len {
                    let place = time_idx * len + column;
                    series.effect_by[place] += share * moved.effect[time_idx] / (12.0 * step);
                    series.withdrawal_by[place] += share * moved.withdrawal[time_idx] / (12.0 * step);
                }
            }
        }
        series
    }
}

#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "tests index by small numbers"
)]
mod tests {
    use super::*;
    use crate::fit::tests::prior;

    fn setting() -> Setting {
        let mut doses = Vec::new();
        let mut batch_of = Vec::new();
        for day in 0..30_u32 {
            for (idx, hour) in [7.5, 12.2, 18.9].into_iter().enumerate() {
                doses.push(Dose {
                    start_h: f64::from(day) * 24.0 + hour,
                    duration_h: if (day + 1).is_multiple_of(5) { 0.8 } else { 0.0 },
                    mitragynine_mg: 30.0 + f64::from(day % 7) * 4.0,
                    seven_oh_mg: if idx == 1 { 0.3 } else { 0.0 },
                });
                batch_of.push((day > 4).then_some(usize::from(day > 20)));
            }
        }
        Setting {
            doses,
            batch_of,
            batch_log_sd: vec![0.35, 0.2],
            times_h: (0..260).map(|idx| 1.0 + 3.37 * f64::from(idx)).collect(),
            typical: Engine::new(&prior().population().typical()),
        }
    }

    /// What panels may leave unresolved where differences are taken, which divide it by their step.
    pub(super) const FINE: f64 = 1e-6;

    /// A difference that straddles a corner of the readout (an effect just at zero, a deficit just beginning) is wrong by itself;
    /// everywhere else the two agree.
    fn agree(setting: &Setting, at: &[f64]) {
        let prior = prior();
        let exact = setting.with_slopes(FINE, &prior, at);
        let slow = setting.with_differences(&prior, at, 2e-2);
        let worst = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert_eq!(exact.effect.len(), setting.times_h.len());
        assert!(worst(&exact.effect, &slow.effect) < 1e-10);
        assert!(worst(&exact.withdrawal, &slow.withdrawal) < 1e-10);
        for (exact, slow) in [
            (&exact.effect_by, &slow.effect_by),
            (&exact.withdrawal_by, &slow.withdrawal_by),
        ] {
            let off = exact
                .iter()
                .zip(slow)
                .filter(|(exact, slow)| (*exact - *slow).abs() > 1e-4);
            let straddling = off.count();
            assert!(straddling * 100 <= exact.len(), "{straddling} of {}", exact.len());
        }
    }

    #[test]
    fn one_walk_with_slopes_agrees_with_whole_curves_to_either_side() {
        let setting = setting();
        for at in [
            [0.0; 9],
            [0.7, -0.8, 0.9, -0.5, 1.1, -0.9, 0.3, 0.8, -1.2],
            [-1.5, 0.2, 1.5, 0.5, -1.0, 0.6, 0.0, -0.5, 0.5],
        ] {
            agree(&setting, &at);
        }
        let slopes = setting.with_slopes(SEARCH_TOLERANCE, &prior(), &[0.0; 9]);
        assert!(slopes.effect_by.iter().any(|slope| slope.abs() > 0.5));
        assert!(slopes.withdrawal_by.iter().any(|slope| slope.abs() > 0.5));
    }

    #[test]
    fn slopes_agree_on_random_diaries_with_gaps_crowds_and_sipping() {
        use crate::fit::draws::{stream, uniform};
        for seed in 0..6 {
            let mut rng = stream(seed, 0, 0);
            let mut setting = Setting {
                doses: Vec::new(),
                batch_of: Vec::new(),
                batch_log_sd: vec![0.35, 0.2],
                times_h: Vec::new(),
                typical: Engine::new(&prior().population().typical()),
            };
            let mut t_h = 0.0;
            for idx in 0..60 {
                // Crowds within a minute, ordinary hours, and once a gap of a year.
                t_h += match idx % 20 {
                    0..=3 => 0.004 * uniform(&mut rng),
                    13 if idx == 33 => 8760.0,
                    _ => 12.0 * uniform(&mut rng),
                };
                setting.doses.push(Dose {
                    start_h: t_h,
                    duration_h: if uniform(&mut rng) < 0.3 {
                        3.0 * uniform(&mut rng)
                    } else {
                        0.0
                    },
                    mitragynine_mg: 60.0 * uniform(&mut rng),
                    seven_oh_mg: if uniform(&mut rng) < 0.2 {
                        uniform(&mut rng)
                    } else {
                        0.0
                    },
                });
                setting.batch_of.push([None, Some(0), Some(1)][idx % 3]);
            }
            let mut times_h: Vec<f64> = (0..80)
                .map(|_| setting.doses[(uniform(&mut rng) * 59.0) as usize].start_h + 30.0 * uniform(&mut rng))
                .collect();
            times_h.push(setting.doses[7].start_h);
            times_h.push(-5.0);
            times_h.sort_by(f64::total_cmp);
            setting.times_h = times_h;
            let at: Vec<f64> = (0..9).map(|_| 3.0 * (uniform(&mut rng) - 0.5)).collect();
            agree(&setting, &at);
        }
    }
}
