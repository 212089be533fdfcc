//! The walk over a list of doses once more, with derivatives beside it: how the states move with some parameters and with
//! the strength of each batch. The panels are those of the engine, so it is the forecasts' own curve whose derivatives these
//! are; `fit/series.rs` checks them against whole curves a little to either side.

use crate::adaptation::{Direction, Ground, Panel, PanelTangent, Slow};
use crate::dose::Dose;
use crate::engine::Engine;
use crate::instructions::Kernel;
use crate::kinetics::{Amounts, Inflow, Parts};
use crate::lanes::Simd;
use crate::output::Readout;
use crate::state::State;

/// What is asked: doses in order of time, the batch of each (if it has one that counts), and hours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) doses: &'a [Dose],
    pub(crate) batch_of: &'a [Option<usize>],
    pub(crate) batches: usize,
    pub(crate) times_h: &'a [f64],
}

/// The derivative of one state in one direction.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tangent {
    pub(crate) direction: Direction,
    pub(crate) af: f64,
    pub(crate) as_: f64,
    pub(crate) d: f64,
    /// Of ln X.
    pub(crate) ln_x: f64,
}

impl Tangent {
    /// Derivatives of net signal, and of min(D, deficit), at a state.
    pub(crate) fn net_and_want(&self, state: &State, readout: &Readout, engine: &Engine) -> (f64, f64) {
        let p = engine.params();
        let shift = p.tau_f * self.af + p.tau_s * self.as_ + self.direction.ln_tau * (readout.potency_shift - 1.0);
        let slope = p.gamma * readout.signal * (1.0 - readout.signal);
        let signal = slope * (self.ln_x - self.direction.ln_ec50 - shift / readout.potency_shift);
        let net = signal - p.beta_f * self.af - p.beta_s * self.as_;
        let want = if readout.deficit <= 0.0 {
            0.0
        } else if state.d < readout.deficit {
            self.d
        } else {
            -net
        };
        (net, want)
    }
}

/// Walks over the doses and calls `record` with each asked time's state and its derivatives: first in each of `directions`,
/// then in the logarithm of each batch's strength.
pub(crate) fn walk(
    engine: &Engine,
    asked: &Asked<'_>,
    directions: &[Direction],
    record: &mut impl FnMut(&State, &[Tangent]),
) {
    let mut walker = Walker::new(engine, asked, directions);
    let begins_h = asked.doses.first().map_or(f64::INFINITY, |dose| dose.start_h);
    let early = asked.times_h.partition_point(|time_h| *time_h < begins_h);
    let none = walker.tangents(&State::untouched(0.0), &walker.slow, |_| Amounts::default());
    for time_h in &asked.times_h[..early] {
        record(&State::untouched(*time_h), &none);
    }
    let mut remaining = &asked.times_h[early..];
    while let Some(last_h) = remaining.last() {
        walker.swallow(asked);
        let stop_h = walker.next_stop_h(asked).min(*last_h);
        let inside = if stop_h < *last_h {
            remaining.partition_point(|time_h| *time_h < stop_h)
        } else {
            let next_h = walker.next_stop_h(asked);
            remaining.partition_point(|time_h| *time_h < next_h)
        };
        let (now, later) = remaining.split_at(inside);
        engine.instructions().run(AdvanceWithSlopes {
            walker: &mut walker,
            end_h: stop_h,
            times_h: now,
            record,
        });
        remaining = later;
    }
}

/// [`Walker::advance`] as a kernel.
struct AdvanceWithSlopes<'a, 'b, R> {
    walker: &'a mut Walker<'b>,
    end_h: f64,
    times_h: &'a [f64],
    record: &'a mut R,
}

impl<R: FnMut(&State, &[Tangent])> Kernel for AdvanceWithSlopes<'_, '_, R> {
    type Found = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        self.walker.advance(simd, self.end_h, self.times_h, self.record);
    }
}

/// An infusion under way.
#[derive(Clone, Copy, Debug)]
struct Open {
    end_h: f64,
    inflow: Inflow,
    batch: Option<usize>,
}

struct Walker<'a> {
    engine: &'a Engine,
    directions: Vec<Direction>,
    plain: usize,
    state: State,
    slow: Vec<Slow>,
    /// What is in the body of each batch.
    amounts: Vec<Amounts>,
    inflows: Vec<Inflow>,
    inflow: Inflow,
    open: Vec<Open>,
    next_dose_idx: usize,
}

impl<'a> Walker<'a> {
    fn new(engine: &'a Engine, asked: &Asked<'_>, directions: &[Direction]) -> Walker<'a> {
        let all = directions.len() + asked.batches;
        let mut walked = directions.to_vec();
        walked.resize(all, Direction::default());
        Walker {
            engine,
            directions: walked,
            plain: directions.len(),
            state: State::untouched(asked.doses.first().map_or(0.0, |dose| dose.start_h)),
            slow: vec![Slow::default(); all],
            amounts: vec![Amounts::default(); asked.batches],
            inflows: vec![Inflow::default(); asked.batches],
            inflow: Inflow::default(),
            open: Vec::new(),
            next_dose_idx: 0,
        }
    }

    fn next_stop_h(&self, asked: &Asked<'_>) -> f64 {
        let next_h = asked
            .doses
            .get(self.next_dose_idx)
            .map_or(f64::INFINITY, |dose| dose.start_h);
        self.open.iter().fold(next_h, |first, open| first.min(open.end_h))
    }

    /// Takes in what begins now and forgets infusions that have ended.
    fn swallow(&mut self, asked: &Asked<'_>) {
        while let Some(dose) = asked.doses.get(self.next_dose_idx)
            && dose.start_h <= self.state.t_h
        {
            let batch = asked.batch_of[self.next_dose_idx];
            self.next_dose_idx += 1;
            if dose.duration_h > 0.0 {
                let length_h = dose.end_h() - dose.start_h;
                self.open.push(Open {
                    end_h: dose.end_h(),
                    inflow: Inflow {
                        mitragynine_mg_per_h: dose.mitragynine_mg / length_h,
                        seven_oh_mg_per_h: dose.seven_oh_mg / length_h,
                    },
                    batch,
                });
            } else {
                self.state.g1 += dose.mitragynine_mg;
                self.state.k1 += dose.seven_oh_mg;
                if let Some(batch) = batch {
                    self.amounts[batch].g1 += dose.mitragynine_mg;
                    self.amounts[batch].k1 += dose.seven_oh_mg;
                }
            }
        }
        let now_h = self.state.t_h;
        self.open.retain(|open| open.end_h > now_h);
        self.inflow = Inflow::default();
        self.inflows.fill(Inflow::default());
        for open in &self.open {
            let more = |to: &mut Inflow| {
                to.mitragynine_mg_per_h += open.inflow.mitragynine_mg_per_h;
                to.seven_oh_mg_per_h += open.inflow.seven_oh_mg_per_h;
            };
            more(&mut self.inflow);
            if let Some(batch) = open.batch {
                more(&mut self.inflows[batch]);
            }
        }
    }

    /// Moves to `end_h`, recording at each of `times_h` on the way: [`Engine::advance`] with derivatives.
    #[inline(always)]
    fn advance<S: Simd>(&mut self, simd: S, end_h: f64, times_h: &[f64], record: &mut impl FnMut(&State, &[Tangent])) {
        let (engine, inflow) = (self.engine, self.inflow);
        let adaptation = engine.adaptation();
        let start = self.state.amounts();
        let start_h = self.state.t_h;
        let parts = Parts::of(&start, inflow);
        let batches_at_start = self.amounts.clone();
        let (mut amounts, mut slow, mut t_h) = (start, self.state.slow(), start_h);
        let mut pace = adaptation.pace();
        let mut remaining = times_h;
        let mut tangents: Vec<PanelTangent<S>> = Vec::with_capacity(self.directions.len());
        let mut moved: Vec<Slow> = Vec::with_capacity(self.directions.len());
        while t_h < end_h {
            let left_h = end_h - t_h;
            let is_silent = inflow.is_none() && engine.is_silent(&amounts);
            let panel = if is_silent {
                None
            } else {
                Some(adaptation.solve(simd, &amounts, inflow, slow, left_h, &mut pace))
            };
            let length_h = match &panel {
                Some(panel) => panel.length_h(),
                None => f64::INFINITY,
            };
            let is_last = length_h >= left_h;
            let until_h = if is_last { end_h } else { t_h + length_h };
            let ground = match &panel {
                Some(panel) => Some(self.solve_tangents(panel, &amounts, &mut tangents)),
                None => None,
            };
            while let Some((at_h, later)) = remaining.split_first()
                && *at_h < until_h
            {
                let step = engine.propagator(at_h - start_h, parts);
                let found = self.slow_after(panel.as_ref(), &tangents, slow, at_h - t_h, &mut moved);
                let state = State::of(*at_h, &step.apply(&start, inflow, parts), found);
                let of_batch = |batch: usize| step.apply(&batches_at_start[batch], self.inflows[batch], parts);
                record(&state, &self.tangents(&state, &moved, of_batch));
                remaining = later;
            }
            if let (Some(panel), Some(ground), false) = (&panel, &ground, is_last) {
                moved.clear();
                for tangent in &tangents {
                    moved.push(panel.tangent_at_end(ground, tangent));
                }
                slow = engine.within_bounds(panel.slow_at_end());
                amounts = panel.propagator(parts).apply(&amounts, inflow, parts);
                for (amounts, inflow) in self.amounts.iter_mut().zip(&self.inflows) {
                    *amounts = panel.propagator(parts).apply(amounts, *inflow, parts);
                }
            } else {
                slow = self.slow_after(panel.as_ref(), &tangents, slow, left_h, &mut moved);
            }
            std::mem::swap(&mut self.slow, &mut moved);
            if is_last {
                break;
            }
            t_h += length_h;
        }
        if end_h > start_h {
            let whole = engine.propagator(end_h - start_h, parts);
            amounts = whole.apply(&start, inflow, parts);
            for ((amounts, at_start), inflow) in self.amounts.iter_mut().zip(&batches_at_start).zip(&self.inflows) {
                *amounts = whole.apply(at_start, *inflow, parts);
            }
        }
        self.state = State::of(end_h.max(start_h), &amounts, slow);
        for _ in remaining {
            let tangents = self.tangents(&self.state, &self.slow, |batch| self.amounts[batch]);
            record(&self.state, &tangents);
        }
    }

    /// The slow states `after_h` into the panel that begins with `slow`, or into silence where there is none, and in `moved` their
    /// derivatives.
    #[inline(always)]
    fn slow_after<S: Simd>(
        &self,
        panel: Option<&Panel<'_, S>>,
        tangents: &[PanelTangent<S>],
        slow: Slow,
        after_h: f64,
        moved: &mut Vec<Slow>,
    ) -> Slow {
        let adaptation = self.engine.adaptation();
        moved.clear();
        match panel {
            Some(panel) => {
                let place = panel.place(after_h / panel.length_h());
                for tangent in tangents {
                    moved.push(panel.tangent_at(tangent, &place));
                }
                self.engine.within_bounds(panel.slow_at(&place))
            }
            None => {
                for (before, direction) in self.slow.iter().zip(&self.directions) {
                    moved.push(adaptation.tangent_without_signal(slow, *before, direction, after_h));
                }
                adaptation.without_signal(slow, after_h)
            }
        }
    }

    #[inline(always)]
    fn solve_tangents<S: Simd>(
        &self,
        panel: &Panel<'_, S>,
        amounts: &Amounts,
        found: &mut Vec<PanelTangent<S>>,
    ) -> Ground<S> {
        let adaptation = self.engine.adaptation();
        let ground = panel.ground(adaptation);
        found.clear();
        for idx in 0..self.plain {
            found.push(panel.tangent(adaptation, &ground, &self.directions[idx], self.slow[idx], None));
        }
        if self.amounts.is_empty() {
            return ground;
        }
        let x = panel.concentrations(amounts, self.inflow);
        for batch in 0..self.amounts.len() {
            let idx = self.plain + batch;
            let ln_x = panel.concentrations(&self.amounts[batch], self.inflows[batch]) / x;
            found.push(panel.tangent(adaptation, &ground, &self.directions[idx], self.slow[idx], Some(ln_x)));
        }
        ground
    }

    fn tangents(&self, state: &State, slow: &[Slow], of_batch: impl Fn(usize) -> Amounts) -> Vec<Tangent> {
        let p = self.engine.params();
        let x_of = |m1: f64, h: f64| m1 / p.v1 + p.rho * h / p.v7;
        let x = x_of(state.m1, state.h);
        self.directions
            .iter()
            .enumerate()
            .map(|(idx, direction)| {
                let Slow { af, as_, d } = slow[idx];
                let share = idx.checked_sub(self.plain).map_or(0.0, |batch| {
                    let amounts = of_batch(batch);
                    if x > 0.0 { x_of(amounts.m1, amounts.h) / x } else { 0.0 }
                });
                Tangent {
                    direction: *direction,
                    af,
                    as_,
                    d,
                    ln_x: share,
                }
            })
            .collect()
    }
}
