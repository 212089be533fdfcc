//! The walk over a list of doses once more, with derivatives beside it: how the states move with some parameters and with
//! the strength of each batch. The panels are those of the engine, so it is the forecasts' own curve whose derivatives these
//! are; `fit/series.rs` checks them against whole curves a little to either side.

use crate::adaptation::{Direction, Panel, PanelTangent, Place, Slow};
use crate::dose::Dose;
use crate::engine::Engine;
use crate::instructions::Kernel;
use crate::kinetics::{Amounts, Inflow, Parts};
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
    let none = walker.tangents(&State::untouched(0.0), |_| Slow::default(), |_| Amounts::default());
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
    fn run(self) {
        self.walker.advance(self.end_h, self.times_h, self.record);
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
    fn advance(&mut self, end_h: f64, times_h: &[f64], record: &mut impl FnMut(&State, &[Tangent])) {
        let (engine, inflow) = (self.engine, self.inflow);
        let (adaptation, kinetics) = (engine.adaptation(), engine.kinetics());
        let start = self.state.amounts();
        let start_h = self.state.t_h;
        let parts = Parts::of(&start, inflow);
        let batches_at_start = self.amounts.clone();
        let (mut amounts, mut slow, mut t_h) = (start, self.state.slow(), start_h);
        let mut rung = adaptation.first_rung();
        let mut remaining = times_h;
        let mut panel_tangents: Vec<PanelTangent> = Vec::with_capacity(self.directions.len());
        let mut moved: Vec<Slow> = Vec::with_capacity(self.directions.len());
        while t_h < end_h {
            let left_h = end_h - t_h;
            let is_silent = inflow.is_none() && engine.is_silent(&amounts);
            let panel = (!is_silent).then(|| {
                rung = adaptation.rung_reaching(left_h, rung);
                adaptation.solve(kinetics, &amounts, inflow, slow, rung)
            });
            let length_h = panel.as_ref().map_or(f64::INFINITY, |panel| panel.length_h());
            let is_last = length_h >= left_h;
            let until_h = if is_last { end_h } else { t_h + length_h };
            if let Some(panel) = &panel {
                self.solve_tangents(panel, &amounts, &mut panel_tangents);
            }
            let after = |at_h: f64| match &panel {
                Some(panel) => engine.within_bounds(panel.slow_at((at_h - t_h) / length_h)),
                None => adaptation.without_signal(slow, at_h - t_h),
            };
            let on_panel = |at_h: f64| {
                let panel = panel.as_ref()?;
                Some((panel, Place::new((at_h - t_h) / length_h)))
            };
            let tangent_after = |idx: usize, before: Slow, at_h: f64, place: &Option<(&Panel<'_>, Place)>| match place {
                Some((panel, place)) => panel.tangent_at(&panel_tangents[idx], place),
                None => adaptation.tangent_without_signal(slow, before, &self.directions[idx], at_h - t_h),
            };
            while let Some((at_h, later)) = remaining.split_first()
                && *at_h < until_h
            {
                let step = kinetics.propagator(at_h - start_h, parts);
                let state = State::of(*at_h, &step.apply(&start, inflow, parts), after(*at_h));
                let of_batch = |batch: usize| step.apply(&batches_at_start[batch], self.inflows[batch], parts);
                let place = on_panel(*at_h);
                record(
                    &state,
                    &self.tangents(
                        &state,
                        |idx| tangent_after(idx, self.slow[idx], *at_h, &place),
                        of_batch,
                    ),
                );
                remaining = later;
            }
            moved.clear();
            match &panel {
                Some(panel) if !is_last => {
                    moved.extend(panel_tangents.iter().map(|tangent| panel.tangent_at_end(tangent)));
                    slow = engine.within_bounds(panel.slow_at_end());
                }
                _ => {
                    let place = on_panel(end_h);
                    let found = self.slow.iter().enumerate();
                    moved.extend(found.map(|(idx, before)| tangent_after(idx, *before, end_h, &place)));
                    slow = after(end_h);
                }
            }
            std::mem::swap(&mut self.slow, &mut moved);
            if is_last {
                break;
            }
            if let Some(panel) = &panel {
                amounts = panel.propagator(parts).apply(&amounts, inflow, parts);
                for (amounts, inflow) in self.amounts.iter_mut().zip(&self.inflows) {
                    *amounts = panel.propagator(parts).apply(amounts, *inflow, parts);
                }
                rung = adaptation.rung_after(panel);
            }
            t_h += length_h;
        }
        if end_h > start_h {
            let whole = kinetics.propagator(end_h - start_h, parts);
            amounts = whole.apply(&start, inflow, parts);
            for ((amounts, at_start), inflow) in self.amounts.iter_mut().zip(&batches_at_start).zip(&self.inflows) {
                *amounts = whole.apply(at_start, *inflow, parts);
            }
        }
        self.state = State::of(end_h.max(start_h), &amounts, slow);
        for _ in remaining {
            let tangents = self.tangents(&self.state, |idx| self.slow[idx], |batch| self.amounts[batch]);
            record(&self.state, &tangents);
        }
    }

    #[inline(always)]
    fn solve_tangents(&self, panel: &Panel<'_>, amounts: &Amounts, found: &mut Vec<PanelTangent>) {
        let adaptation = self.engine.adaptation();
        let ground = panel.ground(adaptation);
        let x = panel.concentrations(amounts, self.inflow);
        found.clear();
        for (idx, (direction, slow)) in self.directions.iter().zip(&self.slow).enumerate() {
            let ln_x = idx.checked_sub(self.plain).map(|batch| {
                let mut share = panel.concentrations(&self.amounts[batch], self.inflows[batch]);
                share.iter_mut().zip(&x).for_each(|(share, x)| *share /= x);
                share
            });
            found.push(panel.tangent(adaptation, &ground, direction, *slow, ln_x.as_ref()));
        }
    }

    fn tangents(
        &self,
        state: &State,
        slow: impl Fn(usize) -> Slow,
        of_batch: impl Fn(usize) -> Amounts,
    ) -> Vec<Tangent> {
        let p = self.engine.params();
        let x_of = |m1: f64, h: f64| m1 / p.v1 + p.rho * h / p.v7;
        let x = x_of(state.m1, state.h);
        self.directions
            .iter()
            .enumerate()
            .map(|(idx, direction)| {
                let Slow { af, as_, d } = slow(idx);
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
