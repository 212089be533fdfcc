"""Ebb's equations (docs/model.md, 1 to 5 and 7 to 16) for numbalsoda and SciPy, and the walk from dose to dose.

Written apart from both the engine and the Rust peers. Compiled by Numba where the solver allows it, so that nobody is slowed by
Python: numbalsoda's whole walk is compiled, SciPy's solvers call a compiled right-hand side.
"""
import math

import numba
import numpy as np
from numba import carray, cfunc, njit
from numbalsoda import dop853, lsoda, lsoda_sig
from scipy.integrate import odeint, solve_ivp

NAMES = ["ka", "CL", "V1", "Q", "V2", "fp", "fs", "V7", "k7", "rho", "EC50", "g", "tau_f", "tau_s", "beta_f", "beta_s",
         "t_half_f", "t_half_s", "t_half_D", "kE", "kW"]
STATES, OUTPUTS, CONSTANTS = 8, 7, 21
STEPS_AT_MOST = 1_000_000


def constants(params):
    """What the right-hand side needs, worked out once per body."""
    p = dict(zip(NAMES, params))
    ln2 = math.log(2.0)
    return np.array([p["ka"], (p["CL"] + p["Q"]) / p["V1"], p["Q"] / p["V1"], p["Q"] / p["V2"], p["fp"] * p["ka"],
                     p["fs"] * p["CL"] / p["V1"], p["k7"], 1000.0 / p["V1"], 1000.0 * p["rho"] / p["V7"], p["EC50"], p["g"],
                     p["tau_f"], p["tau_s"], p["beta_f"], p["beta_s"], ln2 / p["t_half_f"], ln2 / p["t_half_s"],
                     ln2 / p["t_half_D"], p["kE"], p["kW"], 1000.0 / p["V7"]])


@njit(inline="always")
def signal(y, k):
    x = k[7] * y[2] + k[8] * y[4]
    if x <= 0.0:
        return 0.0
    return 1.0 / (1.0 + math.exp(-k[10] * math.log(x / (k[9] * (1.0 + k[11] * y[5] + k[12] * y[6])))))


@njit(inline="always")
def slopes(y, k, f):
    s = signal(y, k)
    d = max(0.0, -(s - k[13] * y[5] - k[14] * y[6]))
    f[0] = -k[0] * y[0]
    f[1] = k[0] * (y[0] - y[1])
    f[2] = k[0] * y[1] - k[1] * y[2] + k[3] * y[3]
    f[3] = k[2] * y[2] - k[3] * y[3]
    f[4] = k[4] * y[1] + k[5] * y[2] - k[6] * y[4]
    f[5] = k[15] * (s - y[5])
    f[6] = k[16] * (s - y[6])
    f[7] = k[17] * (d - y[7])


@cfunc(lsoda_sig)
def numbalsoda_rhs(t, y, f, k):
    slopes(carray(y, (STATES,)), carray(k, (CONSTANTS,)), carray(f, (STATES,)))


@njit("f8[:](f8, f8[:], f8[:])")
def scipy_rhs(t, y, k):
    f = np.empty(STATES)
    slopes(y, k, f)
    return f


@njit
def fill_row(y, k, row):
    s = signal(y, k)
    n = s - k[13] * y[5] - k[14] * y[6]
    row[0] = k[7] * y[2]
    row[1] = k[20] * y[4]
    row[2] = s
    row[3] = y[5]
    row[4] = y[6]
    row[5] = -10.0 * math.expm1(-max(n, 0.0) / k[18])
    row[6] = -64.0 * math.expm1(-min(y[7], max(-n, 0.0)) / k[19])


def walker(solver):
    """numbalsoda has no events: one call from dose to dose, all of it compiled."""

    @njit
    def walk(address, doses, times, k, rtol, atol):
        rows = np.zeros((len(times), OUTPUTS))
        y, at = np.zeros(STATES), 0
        while at < len(times) and times[at] < doses[0, 0]:
            at += 1
        for idx in range(len(doses)):
            if at == len(times):
                break
            y[0] += doses[idx, 1]
            t, last = doses[idx, 0], times[-1]
            stop = min(doses[idx + 1, 0], last) if idx + 1 < len(doses) else last
            until = at
            while until < len(times) and times[until] < stop:
                until += 1
            grid = np.empty(until - at + 2)
            grid[0] = t
            grid[1:-1] = times[at:until]
            grid[-1] = stop
            found, well = solver(address, y, grid, k, rtol, atol, STEPS_AT_MOST)
            if not well:
                rows[:] = np.nan
                return rows
            for row in range(until - at):
                fill_row(found[row + 1], k, rows[at + row])
            y, at = found[-1].copy(), until
            if stop == last and (idx + 1 == len(doses) or doses[idx + 1, 0] > last):
                fill_row(y, k, rows[at])
                at += 1
        return rows

    return walk


WALKS = {"numbalsoda-dop853": walker(dop853), "numbalsoda-lsoda": walker(lsoda)}


@njit
def fill_rows(states, k):
    rows = np.empty((len(states), OUTPUTS))
    for idx in range(len(states)):
        fill_row(states[idx], k, rows[idx])
    return rows


def scipy_walk(solver, doses, times, k, rtol, atol, max_step=np.inf):
    """SciPy from dose to dose: LSODA by `odeint` (the leaner of its two ways), DOP853 by `solve_ivp`."""
    y, at = np.zeros(STATES), int(np.searchsorted(times, doses[0, 0], "left"))
    rows = [np.zeros((at, OUTPUTS))]
    for idx in range(len(doses)):
        if at == len(times):
            break
        y[0] += doses[idx, 1]
        t, last = doses[idx, 0], times[-1]
        stop = min(doses[idx + 1, 0], last) if idx + 1 < len(doses) else last
        is_end = stop == last and (idx + 1 == len(doses) or doses[idx + 1, 0] > last)
        until = int(np.searchsorted(times, stop, "left"))
        grid = np.concatenate(([t], times[at:until], [stop]))
        if solver == "scipy-lsoda":
            states = odeint(scipy_rhs, y, grid, args=(k,), tfirst=True, rtol=rtol, atol=atol, mxstep=STEPS_AT_MOST)
        else:
            found = solve_ivp(scipy_rhs, (t, stop), y, "DOP853", grid, rtol=rtol, atol=atol, max_step=max_step, args=(k,))
            states = found.y.T
        rows.append(fill_rows(np.ascontiguousarray(states[1:] if is_end else states[1:-1]), k))
        y, at = states[-1].copy(), len(times) if is_end else until
    return np.concatenate(rows)


def solve(solver, doses, times, params, rtol, atol):
    if solver in WALKS:
        return WALKS[solver](numbalsoda_rhs.address, doses, times, constants(params), rtol, atol)
    return scipy_walk(solver, doses, times, constants(params), rtol, atol)


def versions():
    import numbalsoda
    import scipy

    from importlib.metadata import version
    return dict(numbalsoda=version("numbalsoda"), numba=numba.__version__, numpy=np.__version__, scipy=scipy.__version__)
