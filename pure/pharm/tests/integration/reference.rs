//! The slow path: all ten equations as they are written, by the classical Runge-Kutta method with steps far shorter than
//! anything in the model. It shares no code with the engine and exists to disagree with it.

use ebb_pharm::{Dose, Params};

/// States in the order g1, g2, m1, m2, h, k1, k2, af, as, d.
pub(crate) type Reference = [f64; 10];

const STEP_H: f64 = 0.001;

/// The states at each of the ascending times, for doses that are usable and sorted.
pub(crate) fn solve(doses: &[Dose], times_h: &[f64], params: &Params) -> Vec<Reference> {
    let mut events: Vec<f64> = doses
        .iter()
        .flat_map(|dose| [dose.start_h, dose.start_h + dose.duration_h])
        .collect();
    events.extend(times_h);
    events.sort_by(f64::total_cmp);
    events.dedup();
    let mut states = Vec::new();
    let mut state: Reference = [0.0; 10];
    let mut now_h = events[0];
    for event_h in events {
        let middle_h = (now_h + event_h) / 2.0;
        let (mut rate, mut rate7) = (0.0, 0.0);
        for dose in doses
            .iter()
            .filter(|dose| dose.start_h < middle_h && middle_h < dose.start_h + dose.duration_h)
        {
            rate += dose.mitragynine_mg / dose.duration_h;
            rate7 += dose.seven_oh_mg / dose.duration_h;
        }
        let steps = ((event_h - now_h) / STEP_H).ceil();
        for _ in 0..steps as u64 {
            step(&mut state, (event_h - now_h) / steps, rate, rate7, params);
        }
        now_h = event_h;
        for dose in doses
            .iter()
            .filter(|dose| dose.duration_h == 0.0 && dose.start_h == event_h)
        {
            state[0] += dose.mitragynine_mg;
            state[5] += dose.seven_oh_mg;
        }
        states.extend(times_h.iter().filter(|time_h| **time_h == event_h).map(|_| state));
    }
    states
}

fn step(state: &mut Reference, length_h: f64, rate: f64, rate7: f64, params: &Params) {
    let moved = |slope: &Reference, share: f64| {
        let mut moved = *state;
        for (value, slope) in moved.iter_mut().zip(slope) {
            *value += share * length_h * slope;
        }
        moved
    };
    let one = slope(state, rate, rate7, params);
    let two = slope(&moved(&one, 0.5), rate, rate7, params);
    let three = slope(&moved(&two, 0.5), rate, rate7, params);
    let four = slope(&moved(&three, 1.0), rate, rate7, params);
    for (idx, value) in state.iter_mut().enumerate() {
        *value += length_h / 6.0 * (one[idx] + 2.0 * two[idx] + 2.0 * three[idx] + four[idx]);
    }
}

fn slope(state: &Reference, rate: f64, rate7: f64, p: &Params) -> Reference {
    let [g1, g2, m1, m2, h, k1, k2, af, as_, d] = *state;
    let x = 1000.0 * m1 / p.v1 + p.rho * 1000.0 * h / p.v7;
    let raised = x.max(0.0).powf(p.gamma);
    let s = raised / ((p.ec50 * (1.0 + p.tau_f * af + p.tau_s * as_)).powf(p.gamma) + raised);
    let deficit = (p.beta_f * af + p.beta_s * as_ - s).max(0.0);
    let ln2 = std::f64::consts::LN_2;
    [
        rate - p.ka * g1,
        p.ka * (g1 - g2),
        p.ka * g2 - (p.cl + p.q) / p.v1 * m1 + p.q / p.v2 * m2,
        p.q / p.v1 * m1 - p.q / p.v2 * m2,
        p.fp * p.ka * g2 + p.fs * p.cl / p.v1 * m1 + p.f7 * p.ka7 * k2 - p.k7 * h,
        rate7 - p.ka7 * k1,
        p.ka7 * (k1 - k2),
        ln2 / p.t_half_f * (s - af),
        ln2 / p.t_half_s * (s - as_),
        ln2 / p.t_half_d * (deficit - d),
    ]
}
