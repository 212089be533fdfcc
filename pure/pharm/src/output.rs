//! The series a run gives back, and the readout that turns a state into them. Every intermediate series is kept, so that
//! a surprising end result can be traced.

use crate::instructions::{Instructions, Kernel};
use crate::lanes::{LANES, Simd, exp_m1_of, exp_of, ln_of};
use crate::notice::Notice;
use crate::params::Params;
use crate::state::State;

/// How many series there are, times included.
const SERIES: usize = 14;

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
        Readout::of_parts(state.m1, state.h, state.af, state.as_, state.d, params)
    }

    #[inline(always)]
    fn of_parts(m1: f64, h: f64, af: f64, as_: f64, d: f64, params: &Params) -> Readout {
        let c = 1000.0 * m1 / params.v1;
        let c7 = 1000.0 * h / params.v7;
        let x = c + params.rho * c7;
        let potency_shift = 1.0 + params.tau_f * af + params.tau_s * as_;
        let signal = hill(x, params.ec50 * potency_shift, params.gamma);
        let net = signal - params.beta_f * af - params.beta_s * as_;
        let deficit = above_zero(-net);
        let want = if d < deficit { d } else { deficit };
        let effect = -10.0 * exp_m1_of(-above_zero(net) / params.k_e);
        let withdrawal_64 = -64.0 * exp_m1_of(-want / params.k_w);
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
#[inline(always)]
fn hill(x: f64, half: f64, gamma: f64) -> f64 {
    // Far below anything that could raise a signal, and still a normal number.
    const SMALLEST: f64 = 1e-290;
    let is_any = x > SMALLEST;
    let log = ln_of(if is_any { x } else { SMALLEST }) - ln_of(half);
    let signal = 1.0 / (1.0 + exp_of(-gamma * log));
    if is_any { signal } else { 0.0 }
}

#[inline(always)]
fn above_zero(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

impl Output {
    pub(crate) fn with_capacity(times_len: usize) -> Output {
        let mut output = Output::default();
        for series in output.series_mut() {
            series.reserve_exact(times_len);
        }
        output
    }

    /// Reads all series off the states and adds them.
    pub(crate) fn extend(&mut self, states: &[State], params: &Params, instructions: Instructions) {
        instructions.run(Extending {
            output: self,
            states,
            params,
        });
    }

    /// Empties every series, keeping their room.
    pub(crate) fn clear(&mut self) {
        for series in self.series_mut() {
            series.clear();
        }
        self.notices.clear();
    }

    fn series_mut(&mut self) -> [&mut Vec<f64>; SERIES] {
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

struct Extending<'a> {
    output: &'a mut Output,
    states: &'a [State],
    params: &'a Params,
}

impl Kernel for Extending<'_> {
    type Found = ();

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) {
        let params = *self.params;
        let series = self.output.series_mut();
        let mut from = 0;
        while from < self.states.len() {
            let until = self.states.len().min(from + LANES);
            let rows = rows_of(&self.states[from..until], &params);
            for idx in 0..SERIES {
                series[idx].extend_from_slice(&rows[idx][..until - from]);
            }
            from = until;
        }
    }
}

/// Every series of up to eight states, side by side. Places beyond the last state are worked out and not meant to be used.
#[inline(always)]
fn rows_of(states: &[State], params: &Params) -> [[f64; LANES]; SERIES] {
    let mut m1 = [0.0; LANES];
    let mut h = [0.0; LANES];
    let mut rows = [[0.0; LANES]; SERIES];
    for lane in 0..states.len().min(LANES) {
        let state = &states[lane];
        rows[0][lane] = state.t_h;
        rows[1][lane] = state.g1 + state.g2;
        rows[7][lane] = state.af;
        rows[8][lane] = state.as_;
        rows[11][lane] = state.d;
        m1[lane] = state.m1;
        h[lane] = state.h;
    }
    for lane in 0..LANES {
        let readout = Readout::of_parts(m1[lane], h[lane], rows[7][lane], rows[8][lane], rows[11][lane], params);
        rows[2][lane] = readout.c;
        rows[3][lane] = readout.c7;
        rows[4][lane] = readout.x;
        rows[5][lane] = readout.potency_shift;
        rows[6][lane] = readout.signal;
        rows[9][lane] = readout.net;
        rows[10][lane] = readout.deficit;
        rows[12][lane] = readout.effect;
        rows[13][lane] = readout.withdrawal_64;
    }
    rows
}
