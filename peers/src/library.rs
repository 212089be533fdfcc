//! diffsol's explicit Runge-Kutta (Tsitouras 5(4)) and its BDF on our equations, called as its book does for doses: step to
//! each dose, change the state, go on. Outputs come from its own interpolation. The corner of the equations (n = 0) is either left to
//! its step control, or told to it as a root at which the other side's equations begin.

use std::cell::Cell;

use anyhow::Result;
use diffsol::{NalgebraLU, NalgebraMat, NalgebraVec, OdeBuilder, OdeEquations, OdeSolverMethod, OdeSolverStopReason};

use crate::equations::{Equations, Row, STATES, Side};
use crate::workload::Case;

type Matrix = NalgebraMat<f64>;

/// Which of its methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Tsit45,
    /// With the corner as a root.
    Tsit45Corner,
    Bdf,
}

/// The outputs of a case.
pub(crate) fn solve(case: &Case, method: Method, rtol: f64, atol: f64) -> Result<Vec<Row>> {
    let equations = Equations::of(&case.params);
    let begin_h = case.doses.first().map_or(0.0, |dose| dose.0);
    let builder = OdeBuilder::<Matrix>::new()
        .t0(begin_h)
        .rtol(rtol)
        .atol([atol; STATES])
        .h0(FIRST_STEP_H)
        .init(|_, _, y| y.fill(0.0), STATES);
    let side = Cell::new(Side::Effect);
    let body = Body {
        case,
        equations: &equations,
        side: &side,
    };
    match method {
        Method::Tsit45 => {
            let problem = builder.rhs(|y, _, _, slope| equations.slope(y, slope)).build()?;
            body.walk(problem.tsit45()?, |y, slope| equations.slope(y, slope))
        }
        Method::Tsit45Corner => {
            let problem = builder
                .rhs(|y, _, _, slope| equations.slope_on(side.get(), y, slope))
                .root(|y, _, _, net| net[0] = equations.net_signal(y), 1)
                .build()?;
            body.walk(problem.tsit45()?, |y, slope| equations.slope_on(side.get(), y, slope))
        }
        Method::Bdf => {
            let problem = builder
                .rhs_implicit(
                    |y, _, _, slope| equations.slope(y, slope),
                    |y, _, _, v, change| equations.slope_along(y, v, change),
                )
                .build()?;
            body.walk(problem.bdf::<NalgebraLU<f64>>()?, |y, slope| equations.slope(y, slope))
        }
    }
}

const FIRST_STEP_H: f64 = 0.01;

struct Body<'b> {
    case: &'b Case,
    equations: &'b Equations,
    side: &'b Cell<Side>,
}

impl Body<'_> {
    fn walk<'a, Q, S>(&self, mut solver: S, slope: impl Fn(&[f64], &mut [f64])) -> Result<Vec<Row>>
    where
        Q: OdeEquations<M = Matrix, V = NalgebraVec<f64>, T = f64> + 'a,
        S: OdeSolverMethod<'a, Q>,
    {
        let Body { case, equations, .. } = self;
        let mut rows: Vec<Row> = Vec::with_capacity(case.times_h.len());
        let before = case.times_h.partition_point(|time_h| *time_h < solver.state().t);
        rows.resize(before, equations.row(&[0.0; STATES]));
        let mut first_step_h = FIRST_STEP_H;
        for (idx, dose) in case.doses.iter().enumerate() {
            let state = solver.state_mut();
            state.y.batch_as_mut_slice(0)[0] += dose.1;
            slope(state.y.batch_as_slice(0), state.dy.batch_as_mut_slice(0));
            *state.h = first_step_h;
            let left = &case.times_h[rows.len()..];
            let Some(last_h) = left.last() else { break };
            let next_h = case.doses.get(idx + 1).map_or(f64::INFINITY, |next| next.0);
            let times_h = &left[..left.partition_point(|time_h| *time_h < next_h)];
            first_step_h = self.go_to(&mut solver, next_h.min(*last_h), times_h, &slope, &mut rows)?;
        }
        Ok(rows)
    }

    /// Steps to `stop_h`, and says how long the first step was.
    fn go_to<'a, Q, S>(
        &self,
        solver: &mut S,
        stop_h: f64,
        mut times_h: &[f64],
        slope: &impl Fn(&[f64], &mut [f64]),
        rows: &mut Vec<Row>,
    ) -> Result<f64>
    where
        Q: OdeEquations<M = Matrix, V = NalgebraVec<f64>, T = f64> + 'a,
        S: OdeSolverMethod<'a, Q>,
    {
        let mut y = solver.state().y.clone();
        let mut first_step_h = None;
        solver.set_stop_time(stop_h)?;
        loop {
            let from_h = solver.state().t;
            let reason = solver.step()?;
            let end_h = solver.state().t;
            first_step_h.get_or_insert(end_h - from_h);
            let valid_h = match reason {
                OdeSolverStopReason::RootFound(root_h, _) => root_h,
                OdeSolverStopReason::InternalTimestep | OdeSolverStopReason::TstopReached => end_h,
            };
            let inside = times_h.partition_point(|time_h| *time_h <= valid_h);
            for time_h in &times_h[..inside] {
                solver.interpolate_inplace(*time_h, &mut y)?;
                rows.push(self.equations.row(y.batch_as_slice(0)));
            }
            times_h = &times_h[inside..];
            match reason {
                OdeSolverStopReason::InternalTimestep => {}
                OdeSolverStopReason::TstopReached => return Ok(first_step_h.unwrap_or(FIRST_STEP_H)),
                OdeSolverStopReason::RootFound(root_h, _) => {
                    let net = self.equations.net_signal(solver.state().y.batch_as_slice(0));
                    self.side.set(Side::of(net));
                    solver.state_mut_back(root_h)?;
                    let state = solver.state_mut();
                    slope(state.y.batch_as_slice(0), state.dy.batch_as_mut_slice(0));
                    if root_h >= stop_h {
                        return Ok(first_step_h.unwrap_or(FIRST_STEP_H));
                    }
                    solver.set_stop_time(stop_h)?;
                }
            }
        }
    }
}
