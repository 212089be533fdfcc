//! Felt effect and withdrawal at the times of the reports, and how they move with the personal coordinates. The curve is the
//! forecasts' own: the same walk, engine and readout.

use super::person::{Number, PersonPrior};
use crate::dose::Dose;
use crate::engine::Engine;
use crate::march::Walk;
use crate::output::Readout;
use crate::params::Params;
use crate::state::State;

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
    pub(crate) fn states<T>(&self, params: &Params, at: &[f64], read: impl Fn(&State) -> T) -> Vec<T> {
        let doses = self.doses_at(at);
        let engine = Engine::new(params);
        let mut found = Vec::with_capacity(self.times_h.len());
        Walk::from_start(&doses).sample(&doses, &self.times_h, &engine, &mut |state| found.push(read(state)));
        found
    }

    /// The curve without slopes.
    pub(crate) fn values(&self, params: &Params, at: &[f64]) -> Series {
        let mut series = Series::default();
        for (effect, withdrawal) in self.states(params, at, |state| {
            let readout = Readout::of(state, params);
            (readout.effect, readout.withdrawal_64)
        }) {
            series.effect.push(effect);
            series.withdrawal.push(withdrawal);
        }
        series
    }

    /// The curve with slopes.
    pub(crate) fn with_slopes(&self, prior: &PersonPrior, at: &[f64]) -> Series {
        self.with_differences(prior, at, 1e-2)
    }

    /// The slow way to slopes: whole curves a little to either side, four to a coordinate.
    pub(crate) fn with_differences(&self, prior: &PersonPrior, at: &[f64], step: f64) -> Series {
        let mut series = self.values(&prior.params_at(at), at);
        let (len, times_len) = (at.len(), self.times_h.len());
        series.effect_by = vec![0.0; len * times_len];
        series.withdrawal_by = vec![0.0; len * times_len];
        for column in (0..len).filter(|column| *column != Number::Baseline.idx()) {
            for (steps, share) in [(1.0, 8.0), (-1.0, -8.0), (2.0, -1.0), (-2.0, 1.0)] {
                let mut beside = at.to_vec();
                beside[column] += steps * step;
                let moved = self.values(&prior.params_at(&beside), &beside);
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
