//! The equations of `docs/model.md` (1 to 5 and 7 to 16) as any solver of ordinary differential equations wants them, written
//! apart from the engine. Constants are worked out once per body, so that no solver pays for them again.

use ebb_pharm::Params;

/// States in the order G1, G2, M1, M2, H, Af, As, D.
pub(crate) const STATES: usize = 8;
/// Outputs in the order C, C7, s, Af, As, E, W64.
pub(crate) const OUTPUTS: usize = 7;

/// One value per state.
pub(crate) type State = [f64; STATES];
/// One value per output.
pub(crate) type Row = [f64; OUTPUTS];

const AF: usize = 5;
const AS: usize = 6;

/// On which side of the corner n = 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// n above zero: no deficit.
    Effect,
    /// n below zero.
    Deficit,
}

impl Side {
    pub(crate) fn of(net: f64) -> Side {
        if net < 0.0 { Side::Deficit } else { Side::Effect }
    }
}

/// One body's constants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Equations {
    ka: f64,
    /// (CL + Q)/V1, Q/V1 and Q/V2, 1/h.
    leave: f64,
    across: f64,
    back: f64,
    /// fp ka, and fs CL/V1, 1/h.
    first_pass: f64,
    formed: f64,
    k7: f64,
    /// ng/mL per mg.
    c_per_mg: f64,
    c7_per_mg: f64,
    rho: f64,
    ec50: f64,
    gamma: f64,
    tau_f: f64,
    tau_s: f64,
    beta_f: f64,
    beta_s: f64,
    /// Rates of Af, As, D, 1/h.
    rate_f: f64,
    rate_s: f64,
    rate_d: f64,
    k_e: f64,
    k_w: f64,
}

impl Equations {
    pub(crate) fn of(p: &Params) -> Equations {
        let rate = |half_life_h: f64| std::f64::consts::LN_2 / half_life_h;
        Equations {
            ka: p.ka,
            leave: (p.cl + p.q) / p.v1,
            across: p.q / p.v1,
            back: p.q / p.v2,
            first_pass: p.fp * p.ka,
            formed: p.fs * p.cl / p.v1,
            k7: p.k7,
            c_per_mg: 1000.0 / p.v1,
            c7_per_mg: 1000.0 / p.v7,
            rho: p.rho,
            ec50: p.ec50,
            gamma: p.gamma,
            tau_f: p.tau_f,
            tau_s: p.tau_s,
            beta_f: p.beta_f,
            beta_s: p.beta_s,
            rate_f: rate(p.t_half_f),
            rate_s: rate(p.t_half_s),
            rate_d: rate(p.t_half_d),
            k_e: p.k_e,
            k_w: p.k_w,
        }
    }

    fn x(&self, y: &[f64]) -> f64 {
        self.c_per_mg * y[2] + self.rho * self.c7_per_mg * y[4]
    }

    fn potency_shift(&self, y: &[f64]) -> f64 {
        1.0 + self.tau_f * y[AF] + self.tau_s * y[AS]
    }

    /// X^g / ((EC50 Th)^g + X^g) with one logarithm and one exponential.
    fn signal(&self, y: &[f64]) -> f64 {
        let x = self.x(y);
        if x > 0.0 {
            1.0 / (1.0 + (-self.gamma * (x / (self.ec50 * self.potency_shift(y))).ln()).exp())
        } else {
            0.0
        }
    }

    fn net(&self, s: f64, y: &[f64]) -> f64 {
        s - self.beta_f * y[AF] - self.beta_s * y[AS]
    }

    /// The net signal n: where it is zero the equations have a corner.
    pub(crate) fn net_signal(&self, y: &[f64]) -> f64 {
        self.net(self.signal(y), y)
    }

    /// The slope of each state.
    pub(crate) fn slope(&self, y: &[f64], slope: &mut [f64]) {
        self.slope_with(|net| (-net).max(0.0), y, slope);
    }

    /// The slope of each state as it is on one side of the corner, without the corner.
    pub(crate) fn slope_on(&self, side: Side, y: &[f64], slope: &mut [f64]) {
        self.slope_with(
            |net| match side {
                Side::Effect => 0.0,
                Side::Deficit => -net,
            },
            y,
            slope,
        );
    }

    #[inline(always)]
    fn slope_with(&self, deficit: impl Fn(f64) -> f64, y: &[f64], slope: &mut [f64]) {
        let (y, slope) = (&y[..STATES], &mut slope[..STATES]);
        let s = self.signal(y);
        let deficit = deficit(self.net(s, y));
        slope[0] = -self.ka * y[0];
        slope[1] = self.ka * (y[0] - y[1]);
        slope[2] = self.ka * y[1] - self.leave * y[2] + self.back * y[3];
        slope[3] = self.across * y[2] - self.back * y[3];
        slope[4] = self.first_pass * y[1] + self.formed * y[2] - self.k7 * y[4];
        slope[AF] = self.rate_f * (s - y[AF]);
        slope[AS] = self.rate_s * (s - y[AS]);
        slope[7] = self.rate_d * (deficit - y[7]);
    }

    /// How the slopes change along `v`: what an implicit method asks for.
    pub(crate) fn slope_along(&self, y: &[f64], v: &[f64], change: &mut [f64]) {
        let (x, s) = (self.x(y), self.signal(y));
        let steep = self.gamma * s * (1.0 - s);
        let along_x = self.c_per_mg * v[2] + self.rho * self.c7_per_mg * v[4];
        let along_shift = self.tau_f * v[AF] + self.tau_s * v[AS];
        let by_x = if x > 0.0 { steep / x * along_x } else { 0.0 };
        let s_along = by_x - steep / self.potency_shift(y) * along_shift;
        let deficit_along = if self.net(s, y) < 0.0 {
            self.beta_f * v[AF] + self.beta_s * v[AS] - s_along
        } else {
            0.0
        };
        change[0] = -self.ka * v[0];
        change[1] = self.ka * (v[0] - v[1]);
        change[2] = self.ka * v[1] - self.leave * v[2] + self.back * v[3];
        change[3] = self.across * v[2] - self.back * v[3];
        change[4] = self.first_pass * v[1] + self.formed * v[2] - self.k7 * v[4];
        change[AF] = self.rate_f * (s_along - v[AF]);
        change[AS] = self.rate_s * (s_along - v[AS]);
        change[7] = self.rate_d * (deficit_along - v[7]);
    }

    /// The outputs of one state.
    pub(crate) fn row(&self, y: &[f64]) -> Row {
        let s = self.signal(y);
        let net = self.net(s, y);
        let effect = -10.0 * (-net.max(0.0) / self.k_e).exp_m1();
        let withdrawal = -64.0 * (-y[7].min((-net).max(0.0)) / self.k_w).exp_m1();
        [
            self.c_per_mg * y[2],
            self.c7_per_mg * y[4],
            s,
            y[AF],
            y[AS],
            effect,
            withdrawal,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload::typical;

    #[test]
    fn the_change_along_a_direction_is_that_of_the_slope() {
        let equations = Equations::of(&typical());
        for y in [
            [3.0, 8.0, 20.0, 60.0, 1.2, 0.3, 0.25, 0.1],
            [0.0, 0.1, 2.0, 20.0, 0.2, 0.4, 0.3, 0.2],
        ] {
            let v = [0.3, -0.2, 0.5, 1.0, 0.1, 0.02, -0.03, 0.05];
            let at = |h: f64| {
                let moved: State = std::array::from_fn(|idx| y[idx] + h * v[idx]);
                let mut slope = [0.0; STATES];
                equations.slope(&moved, &mut slope);
                slope
            };
            let (up, down) = (at(1e-6), at(-1e-6));
            let mut change = [0.0; STATES];
            equations.slope_along(&y, &v, &mut change);
            for idx in 0..STATES {
                let numeric = (up[idx] - down[idx]) / 2e-6;
                assert!((change[idx] - numeric).abs() < 1e-7 * (1.0 + numeric.abs()), "{idx}");
            }
        }
    }
}
