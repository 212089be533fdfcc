//! Moves a state through a stretch of time in which nothing is swallowed at once and every infusion rate is constant.
//! It knows nothing of doses or output lists beyond the times it is asked about.

use crate::output::Readout;
use crate::params::Params;
use crate::state::State;

/// Constant rates at which amounts enter the gut, mg/h.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Inflow {
    pub(crate) mitragynine_mg_per_h: f64,
    pub(crate) seven_oh_mg_per_h: f64,
}

/// One parameter set made ready for stepping.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    params: Params,
}

const STEP_H: f64 = 0.02;

impl Engine {
    pub(crate) fn new(params: &Params) -> Engine {
        Engine { params: *params }
    }

    pub(crate) fn params(&self) -> &Params {
        &self.params
    }

    /// Moves `state` to `end_h`; calls `sample` with the state at each of `sample_times_h` (ascending, within the stretch).
    pub(crate) fn advance(
        &self,
        state: &mut State,
        inflow: Inflow,
        end_h: f64,
        sample_times_h: &[f64],
        sample: &mut impl FnMut(&State),
    ) {
        for time_h in sample_times_h {
            self.march(state, inflow, *time_h);
            sample(state);
        }
        self.march(state, inflow, end_h);
    }

    fn march(&self, state: &mut State, inflow: Inflow, end_h: f64) {
        while state.t_h < end_h {
            let left_h = end_h - state.t_h;
            let steps = libm::ceil(left_h / STEP_H).max(1.0);
            let step_h = left_h / steps;
            let next_h = if steps <= 1.0 { end_h } else { state.t_h + step_h };
            let slope = |state: &State| self.slope(state, inflow);
            let k1 = slope(state);
            let k2 = slope(&plus(state, &k1, step_h / 2.0));
            let k3 = slope(&plus(state, &k2, step_h / 2.0));
            let k4 = slope(&plus(state, &k3, step_h));
            let mut array = state.to_array();
            for (idx, value) in array.iter_mut().enumerate() {
                *value += step_h / 6.0 * (k1[idx] + 2.0 * k2[idx] + 2.0 * k3[idx] + k4[idx]);
            }
            *state = State::from_array(array);
            state.t_h = next_h;
        }
    }

    fn slope(&self, state: &State, inflow: Inflow) -> [f64; State::LEN] {
        let p = &self.params;
        let readout = Readout::of(state, p);
        let ln2 = std::f64::consts::LN_2;
        let absorbed = p.ka * state.g2;
        let absorbed7 = p.ka7 * state.k2;
        [
            1.0,
            inflow.mitragynine_mg_per_h - p.ka * state.g1,
            p.ka * (state.g1 - state.g2),
            absorbed - (p.cl + p.q) / p.v1 * state.m1 + p.q / p.v2 * state.m2,
            p.q / p.v1 * state.m1 - p.q / p.v2 * state.m2,
            p.fp * absorbed + p.fs * p.cl / p.v1 * state.m1 + p.f7 * absorbed7 - p.k7 * state.h,
            inflow.seven_oh_mg_per_h - p.ka7 * state.k1,
            p.ka7 * (state.k1 - state.k2),
            ln2 / p.t_half_f * (readout.signal - state.af),
            ln2 / p.t_half_s * (readout.signal - state.as_),
            ln2 / p.t_half_d * (readout.deficit - state.d),
        ]
    }
}

fn plus(state: &State, slope: &[f64; State::LEN], step_h: f64) -> State {
    let mut array = state.to_array();
    for (value, slope) in array.iter_mut().zip(slope) {
        *value += step_h * slope;
    }
    State::from_array(array)
}
