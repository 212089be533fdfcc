//! The series a run gives back, and the readout that turns a state into them. Every intermediate series is kept, so that
//! a surprising end result can be traced.

use crate::notice::Notice;
use crate::params::Params;
use crate::state::State;

/// One value per output time in every series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// Output times in ascending order, h.
    pub times_h: Vec<f64>,
    /// Mitragynine not yet absorbed (both gut steps), mg.
    pub gut: Vec<f64>,
    /// Mitragynine in plasma, ng/mL.
    pub c: Vec<f64>,
    /// 7-hydroxymitragynine in plasma, ng/mL (only its ratios to `c` are identifiable).
    pub c7: Vec<f64>,
    /// Effective concentration X = C + rho C7, ng/mL of mitragynine equivalents.
    pub x: Vec<f64>,
    /// Potency shift Th (tolerance): how many times more concentration the same signal needs; at least 1.
    pub potency_shift: Vec<f64>,
    /// Signal s at the mu-opioid receptor, 0 to 1.
    pub signal: Vec<f64>,
    /// Fast adaptation Af, 0 to 1.
    pub af: Vec<f64>,
    /// Slow adaptation As, 0 to 1.
    pub as_: Vec<f64>,
    /// Net signal n = s - beta_f Af - beta_s As; below zero the body is in deficit.
    pub net: Vec<f64>,
    /// Deficit d = max(0, -n).
    pub deficit: Vec<f64>,
    /// Withdrawal build-up D, 0 to 1.
    pub build_up: Vec<f64>,
    /// Felt effect E, points 0 to 10. For inference from ratings only; never a goal.
    pub effect: Vec<f64>,
    /// Withdrawal score W64, points 0 to 64 (similar in range to a 16-item symptom scale).
    pub withdrawal_64: Vec<f64>,
    /// What was left out or corrected in the input.
    pub notices: Vec<Notice>,
}

/// The derived quantities of one state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Readout {
    pub(crate) c: f64,
    pub(crate) c7: f64,
    pub(crate) x: f64,
    pub(crate) potency_shift: f64,
    pub(crate) signal: f64,
    pub(crate) net: f64,
    pub(crate) deficit: f64,
    pub(crate) effect: f64,
    pub(crate) withdrawal_64: f64,
}

impl Readout {
    /// Equations 6 to 9 and 14 to 16 of `docs/model.md`.
    pub(crate) fn of(state: &State, params: &Params) -> Readout {
        let c = 1000.0 * state.m1 / params.v1;
        let c7 = 1000.0 * state.h / params.v7;
        let x = c + params.rho * c7;
        let potency_shift = 1.0 + params.tau_f * state.af + params.tau_s * state.as_;
        let signal = hill(x, params.ec50 * potency_shift, params.gamma);
        let net = signal - params.beta_f * state.af - params.beta_s * state.as_;
        let deficit = (-net).max(0.0);
        let effect = -10.0 * libm::expm1(-net.max(0.0) / params.k_e);
        let withdrawal_64 = -64.0 * libm::expm1(-state.d.min(deficit) / params.k_w);
        Readout {
            c,
            c7,
            x,
            potency_shift,
            signal,
            net,
            deficit,
            effect,
            withdrawal_64,
        }
    }
}

/// X^g / (half^g + X^g), in [0, 1] for any X >= 0, half > 0, without overflow.
pub(crate) fn hill(x: f64, half: f64, gamma: f64) -> f64 {
    if x > 0.0 {
        1.0 / (1.0 + libm::exp(-gamma * libm::log(x / half)))
    } else {
        0.0
    }
}

impl Output {
    pub(crate) fn with_capacity(times_len: usize) -> Output {
        let mut output = Output::default();
        for series in output.series_mut() {
            series.reserve_exact(times_len);
        }
        output
    }

    pub(crate) fn push(&mut self, state: &State, params: &Params) {
        let readout = Readout::of(state, params);
        self.times_h.push(state.t_h);
        self.gut.push(state.g1 + state.g2);
        self.c.push(readout.c);
        self.c7.push(readout.c7);
        self.x.push(readout.x);
        self.potency_shift.push(readout.potency_shift);
        self.signal.push(readout.signal);
        self.af.push(state.af);
        self.as_.push(state.as_);
        self.net.push(readout.net);
        self.deficit.push(readout.deficit);
        self.build_up.push(state.d);
        self.effect.push(readout.effect);
        self.withdrawal_64.push(readout.withdrawal_64);
    }

    fn series_mut(&mut self) -> [&mut Vec<f64>; 14] {
        [
            &mut self.times_h,
            &mut self.gut,
            &mut self.c,
            &mut self.c7,
            &mut self.x,
            &mut self.potency_shift,
            &mut self.signal,
            &mut self.af,
            &mut self.as_,
            &mut self.net,
            &mut self.deficit,
            &mut self.build_up,
            &mut self.effect,
            &mut self.withdrawal_64,
        ]
    }
}
