//! diffsol's explicit Runge-Kutta (Tsitouras 5(4)) and its BDF on our equations, called as its book does for doses: step to
//! each dose, change the state, go on. Outputs come from its own interpolation.

use anyhow::{Result, bail};
use diffsol::{
    NalgebraLU, NalgebraMat, NalgebraVec, OdeBuilder, OdeEquations, OdeSolverMethod, OdeSolverStopReason,
};

use crate::equations::{Equations, Row, STATES};
use crate::workload::Case;

type Matrix = NalgebraMat<f64>;

/// Which of its methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Tsit45,
    Bdf,
}

/// The outputs of a case.
pub(crate) fn solve(case: &Case, method: Method, rtol: f64, atol: f64) -> Result<Vec<Row>> {
    let equations = Equations::of(&case.params);
    let begin_h = case.doses.first().map_or(0.0, |dose| dose.0);
    let problem = OdeBuilder::<Matrix>::new()
        .t0(begin_h)
        .rtol(rtol)
        .atol([atol; STATES])
        .h0(FIRST_STEP_H)
        .rhs_implicit(
            |y, _, _, slope| equations.slope(y, slope),
            |y, _, _, v, change| equations.slope_along(y, v, change),
        )
        .init(|_, _, y| y.fill(0.0), STATES)
        .build()?;
    match method {
        Method::Tsit45 => walk(problem.tsit45()?, case, &equations),
        Method::Bdf => walk(problem.bdf::<NalgebraLU<f64>>()?, case, &equations),
    }
}

const FIRST_STEP_H: f64 = 0.01;

fn walk<'a, Q, S>(mut solver: S, case: &Case, equations: &Equations) -> Result<Vec<Row>>
where
    Q: OdeEquations<M = Matrix, V = NalgebraVec<f64>, T = f64> + 'a,
    S: OdeSolverMethod<'a, Q>,
{
    let mut y = solver.state().y.clone();
    let mut rows: Vec<Row> = Vec::with_capacity(case.times_h.len());
    let before = case.times_h.partition_point(|time_h| *time_h < solver.state().t);
    rows.resize(before, equations.row(y.batch_as_slice(0)));
    let mut first_step_h = FIRST_STEP_H;
    for (idx, dose) in case.doses.iter().enumerate() {
        let state = solver.state_mut();
        state.y.batch_as_mut_slice(0)[0] += dose.1;
        equations.slope(state.y.batch_as_slice(0), state.dy.batch_as_mut_slice(0));
        *state.h = first_step_h;
        let left = &case.times_h[rows.len()..];
        let Some(last_h) = left.last() else { break };
        let next_h = case.doses.get(idx + 1).map_or(f64::INFINITY, |next| next.0);
        let mut times_h = &left[..left.partition_point(|time_h| *time_h < next_h)];
        solver.set_stop_time(next_h.min(*last_h))?;
        let mut is_first = true;
        loop {
            let from_h = solver.state().t;
            let reason = solver.step()?;
            let now_h = solver.state().t;
            if is_first {
                first_step_h = now_h - from_h;
                is_first = false;
            }
            let inside = times_h.partition_point(|time_h| *time_h <= now_h);
            for time_h in &times_h[..inside] {
                solver.interpolate_inplace(*time_h, &mut y)?;
                rows.push(equations.row(y.batch_as_slice(0)));
            }
            times_h = &times_h[inside..];
            match reason {
                OdeSolverStopReason::InternalTimestep => {}
                OdeSolverStopReason::TstopReached => break,
                OdeSolverStopReason::RootFound(..) => bail!("there is no root to find"),
            }
        }
    }
    Ok(rows)
}
