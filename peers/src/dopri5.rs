//! A textbook adaptive Dormand-Prince pair of orders 5 and 4 (Hairer, Norsett and Wanner, "Solving Ordinary Differential
//! Equations I", II.4 and II.6): first-same-as-last, PI step control, dense output of order 4. It begins anew at every dose with
//! the step that was accepted first after the dose before.
//!
//! The equations have a corner where the net signal is zero, and no pair keeps its order across a corner. So each step is made with the
//! equations of one side; when the net signal has changed its sign, the step is made anew up to that point (found by bisection on the
//! dense output), and the other side begins there. With tight tolerances this is also the reference. Left to itself, the pair knows
//! nothing of the corner: that is what a textbook prints.

use crate::equations::{Equations, Row, STATES, Side, State};
use crate::workload::Case;

/// What is asked of a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Precision {
    pub(crate) rtol: f64,
    pub(crate) atol: f64,
    /// Longest step, h.
    pub(crate) longest_h: f64,
    pub(crate) corner: Corner,
}

/// What becomes of the corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corner {
    /// Found, and begun anew at.
    Located,
    /// Left to the step control, as in a solver that knows nothing of it.
    Left,
}

const A: [&[f64]; 7] = [
    &[],
    &[1.0 / 5.0],
    &[3.0 / 40.0, 9.0 / 40.0],
    &[44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0],
    &[19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0],
    &[
        9017.0 / 3168.0,
        -355.0 / 33.0,
        46732.0 / 5247.0,
        49.0 / 176.0,
        -5103.0 / 18656.0,
    ],
    &B,
];
const B: [f64; 6] = [
    35.0 / 384.0,
    0.0,
    500.0 / 1113.0,
    125.0 / 192.0,
    -2187.0 / 6784.0,
    11.0 / 84.0,
];
/// Fifth order less fourth.
const E: [f64; 7] = [
    71.0 / 57600.0,
    0.0,
    -71.0 / 16695.0,
    71.0 / 1920.0,
    -17253.0 / 339200.0,
    22.0 / 525.0,
    -1.0 / 40.0,
];
/// Dense output.
const D: [f64; 7] = [
    -12715105075.0 / 11282082432.0,
    0.0,
    87487479700.0 / 32700410799.0,
    -10690763975.0 / 1880347072.0,
    701980252875.0 / 199316789632.0,
    -1453857185.0 / 822651844.0,
    69997945.0 / 29380423.0,
];

/// The outputs of a case.
pub(crate) fn solve(case: &Case, precision: Precision) -> Vec<Row> {
    let equations = Equations::of(&case.params);
    let mut rows = Vec::with_capacity(case.times_h.len());
    let mut run = Run::at(case.doses.first().map_or(0.0, |dose| dose.0), precision);
    let before = case.times_h.partition_point(|time_h| *time_h < run.t_h);
    rows.resize(before, equations.row(&run.y));
    for (idx, dose) in case.doses.iter().enumerate() {
        run.swallow(dose.1, &equations);
        let left = &case.times_h[rows.len()..];
        let Some(last_h) = left.last() else { break };
        let next_h = case.doses.get(idx + 1).map_or(f64::INFINITY, |next| next.0);
        let inside = left.partition_point(|time_h| *time_h < next_h);
        run.go_to(next_h.min(*last_h), &left[..inside], &equations, &mut rows);
    }
    rows
}

/// A piece between corner and step's beginning shorter than this is not made anew, h.
const NOTHING_H: f64 = 1e-9;
/// Halvings of a step when a corner is looked for.
const HALVINGS: u32 = 50;

struct Run {
    t_h: f64,
    y: State,
    slopes: [State; 7],
    side: Side,
    precision: Precision,
    /// The step to try next, and the one accepted first after a dose.
    step_h: f64,
    first_step_h: f64,
    last_error: f64,
}

/// A step's dense output.
struct Dense {
    begin: State,
    parts: [State; 4],
}

impl Run {
    fn at(t_h: f64, precision: Precision) -> Run {
        Run {
            t_h,
            y: [0.0; STATES],
            slopes: [[0.0; STATES]; 7],
            side: Side::Effect,
            precision,
            step_h: 0.01,
            first_step_h: 0.01,
            last_error: 1e-4,
        }
    }

    fn swallow(&mut self, mg: f64, equations: &Equations) {
        self.y[0] += mg;
        self.step_h = self.first_step_h;
        self.last_error = 1e-4;
        self.slopes[0] = self.slope(&self.y, equations);
    }

    #[inline]
    fn slope(&self, y: &State, equations: &Equations) -> State {
        let mut slope = [0.0; STATES];
        match self.precision.corner {
            Corner::Located => equations.slope_on(self.side, y, &mut slope),
            Corner::Left => equations.slope(y, &mut slope),
        }
        slope
    }

    /// Integrates to `stop_h`; the ascending `times_h` all lie at or before it.
    fn go_to(&mut self, stop_h: f64, mut times_h: &[f64], equations: &Equations, rows: &mut Vec<Row>) {
        let mut is_first = true;
        while self.t_h < stop_h {
            let wanted_h = self.step_h.min(self.precision.longest_h);
            let is_last = self.t_h + 1.01 * wanted_h >= stop_h;
            let length_h = if is_last { stop_h - self.t_h } else { wanted_h };
            let mut new = self.attempt(length_h, equations);
            let error = self.error(length_h, &new);
            let factor = error.powf(0.2 - 0.04 * 0.75) / 0.9;
            if error > 1.0 {
                self.step_h = length_h / factor.min(5.0);
                continue;
            }
            let mut end_h = if is_last { stop_h } else { self.t_h + length_h };
            let is_located = self.precision.corner == Corner::Located;
            let has_turned = is_located && Side::of(equations.net_signal(&new)) != self.side;
            if has_turned {
                let cut_h = length_h * self.corner(length_h, &new, equations);
                if cut_h < NOTHING_H {
                    self.turn(equations);
                    continue;
                }
                new = self.attempt(cut_h, equations);
                end_h = self.t_h + cut_h;
            }
            let inside = times_h.partition_point(|time_h| *time_h <= end_h);
            self.read(&times_h[..inside], end_h, &new, equations, rows);
            times_h = &times_h[inside..];
            if is_first {
                self.first_step_h = length_h;
                is_first = false;
            }
            let next_h = length_h / (factor / self.last_error.powf(0.04)).clamp(0.1, 5.0);
            // A step cut short by a dose says nothing about the next one.
            self.step_h = if is_last { self.step_h.max(next_h) } else { next_h };
            self.last_error = error.max(1e-4);
            self.t_h = end_h;
            self.y = new;
            self.slopes[0] = self.slopes[6];
            if has_turned {
                self.turn(equations);
            }
        }
    }

    /// Goes on with the equations of the other side.
    fn turn(&mut self, equations: &Equations) {
        self.side = match self.side {
            Side::Effect => Side::Deficit,
            Side::Deficit => Side::Effect,
        };
        equations.slope_on(self.side, &self.y, &mut self.slopes[0]);
    }

    /// The share of the step that lies before the corner.
    fn corner(&self, length_h: f64, new: &State, equations: &Equations) -> f64 {
        let dense = self.dense(length_h, new);
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            if Side::of(equations.net_signal(&dense.at(middle))) == self.side {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }

    #[inline]
    fn attempt(&mut self, length_h: f64, equations: &Equations) -> State {
        let mut at = self.y;
        #[expect(clippy::needless_range_loop, reason = "the stage is the row of the tableau")]
        for stage in 1..7 {
            at = self.y;
            for (weight, slope) in A[stage].iter().zip(&self.slopes) {
                for idx in 0..STATES {
                    at[idx] += length_h * weight * slope[idx];
                }
            }
            self.slopes[stage] = self.slope(&at, equations);
        }
        at
    }

    fn error(&self, length_h: f64, new: &State) -> f64 {
        let mut sum = 0.0;
        for idx in 0..STATES {
            let difference: f64 = E.iter().zip(&self.slopes).map(|(e, slope)| e * slope[idx]).sum();
            let scale = self.precision.atol + self.precision.rtol * self.y[idx].abs().max(new[idx].abs());
            let share = length_h * difference / scale;
            sum += share * share;
        }
        (sum / STATES as f64).sqrt()
    }

    /// Outputs inside the step that was just accepted.
    fn read(&self, times_h: &[f64], end_h: f64, new: &State, equations: &Equations, rows: &mut Vec<Row>) {
        if times_h.is_empty() {
            return;
        }
        let length_h = end_h - self.t_h;
        let dense = self.dense(length_h, new);
        let shares = times_h.iter().map(|time_h| (time_h - self.t_h) / length_h);
        rows.extend(shares.map(|share| equations.row(&dense.at(share))));
    }

    fn dense(&self, length_h: f64, new: &State) -> Dense {
        let mut parts = [[0.0; STATES]; 4];
        for idx in 0..STATES {
            let rise = new[idx] - self.y[idx];
            let bend = length_h * self.slopes[0][idx] - rise;
            let fourth: f64 = D.iter().zip(&self.slopes).map(|(d, slope)| d * slope[idx]).sum();
            parts[0][idx] = rise;
            parts[1][idx] = bend;
            parts[2][idx] = rise - length_h * self.slopes[6][idx] - bend;
            parts[3][idx] = length_h * fourth;
        }
        Dense { begin: self.y, parts }
    }
}

impl Dense {
    fn at(&self, share: f64) -> State {
        let rest = 1.0 - share;
        std::array::from_fn(|idx| {
            let inner = self.parts[2][idx] + rest * self.parts[3][idx];
            self.begin[idx] + share * (self.parts[0][idx] + rest * (self.parts[1][idx] + share * inner))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload;

    #[test]
    fn tighter_tolerances_come_nearer_and_outputs_do_not_change_the_way() {
        let mut case = workload::e1();
        case.doses.truncate(40);
        case.times_h.truncate(240);
        let at = |case: &Case, rtol: f64| {
            solve(
                case,
                Precision {
                    rtol,
                    atol: rtol * 0.01,
                    longest_h: f64::INFINITY,
                    corner: Corner::Located,
                },
            )
        };
        let tight = at(&case, 1e-12);
        let errors = [1e-4, 1e-6, 1e-8].map(|rtol| workload::error(&at(&case, rtol), &tight));
        assert!(errors[0] > 3.0 * errors[1] && errors[1] > 3.0 * errors[2], "{errors:?}");
        assert!(errors[2] < 1e-6, "{errors:?}");
        let mut few = case.clone();
        few.times_h.retain(|time_h| time_h % 24.0 == 0.0);
        let coarse = at(&few, 1e-6);
        assert_eq!(coarse[9], at(&case, 1e-6)[239]);
    }
}
