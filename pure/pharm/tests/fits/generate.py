#!/usr/bin/env python3
"""Makes e3.json beside it: one person's reports, and where an independent optimiser ends on the independent reference model.

    EBB_SHARED=<folder that holds science/oracle.py and performance/workloads.py> python3 generate.py

Needs numpy and scipy; takes a quarter of an hour. Reports are those of workload E3. The objective is written here from its
definition in docs/model.md ("Learning about one person"), for normal and for Student-t errors. SciPy's BFGS runs on the
reference's equations at a relative tolerance of 1e-8, all sides of a central difference at once; Newton steps then polish at the
reference solver's own precision. That this agrees with the reference solver itself is checked at the end.
"""
import json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("EBB_SHARED") or os.path.join(HERE, "..", "..", "..", "..", "..", "shared")
sys.path.insert(0, os.path.join(SHARED, "science"))
sys.path.insert(0, os.path.join(SHARED, "performance"))
import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import minimize
from scipy.stats import norm, t as student
import oracle, workloads

P = oracle.DEFAULTS
SD = [sd for _, sd in workloads.FITTED]  # potency, kE, tau, kW, t_half_f, t_half_s
B0_SD, SIGMA_E, W_BASE, W_SLOPE = 3.0, 1.3, 3.0, 0.15
DF = 4.0
T_SCALE = norm.ppf(0.75) / student.ppf(0.75, DF)
N = 7


def params(z):
    eta = dict(zip([name for name, _ in workloads.FITTED], np.array(SD) * np.array(z[:6])))
    return dict(EC50=P["EC50"] * np.exp(eta["potency"]), kE=P["kE"] * np.exp(eta["kE"]),
                tau_f=P["tau_f"] * np.exp(eta["tau"]), tau_s=P["tau_s"] * np.exp(eta["tau"]), kW=P["kW"] * np.exp(eta["kW"]),
                t_half_f=P["t_half_f"] * np.exp(eta["t_half_f"]), t_half_s=P["t_half_s"] * np.exp(eta["t_half_s"]))


def baseline(z):
    return B0_SD * norm.isf(norm.sf(z) / 2.0)


def slope(t, y, p):
    """The reference's right-hand side for several people side by side: y holds eight states of each."""
    G1, G2, M1, M2, H, Af, As, D = y.reshape(8, -1)
    s = oracle.signal(1000.0 * M1 / p["V1"], 1000.0 * H / p["V7"], Af, As, p)
    d = np.maximum(0.0, -(s - p["beta_f"] * Af - p["beta_s"] * As))
    ln2 = np.log(2.0)
    return np.concatenate([-p["ka"] * G1, p["ka"] * (G1 - G2),
                           p["ka"] * G2 - (p["CL"] + p["Q"]) / p["V1"] * M1 + p["Q"] / p["V2"] * M2,
                           p["Q"] / p["V1"] * M1 - p["Q"] / p["V2"] * M2,
                           p["fp"] * p["ka"] * G2 + p["fs"] * p["CL"] / p["V1"] * M1 - p["k7"] * H,
                           ln2 / p["t_half_f"] * (s - Af), ln2 / p["t_half_s"] * (s - As), ln2 / p["t_half_D"] * (d - D)])


QUICK = dict(rtol=1e-8, atol=1e-10)
FULL = dict(rtol=1e-11, atol=1e-13, max_step=0.05)  # the reference solver's own


def series(doses, times, places, precision):
    """Felt effect and withdrawal score of each place at each time."""
    people = [params(z) for z in places]
    p = {**P, **{name: np.array([q[name] for q in people]) for name in people[0]}}
    K = len(places)
    y, t, out = np.zeros((8, K)), doses[0][0], []
    stops = [d[0] for d in doses[1:]] + [max(times[-1], doses[-1][0]) + 1.0]
    y[0] += doses[0][1]
    for k, stop in enumerate(stops):
        inside = [at for at in times if t <= at < stop]
        r = solve_ivp(slope, (t, stop), y.ravel(), "DOP853", inside + [stop], args=(p,), **precision)
        out += [r.y[:, i].reshape(8, K) for i in range(len(inside))]
        y, t = r.y[:, -1].reshape(8, K).copy(), stop
        if k + 1 < len(doses):
            y[0] += doses[k + 1][1]
    y = np.array(out)  # time, state, person
    s = oracle.signal(1000 * y[:, 2] / p["V1"], 1000 * y[:, 4] / p["V7"], y[:, 5], y[:, 6], p)
    n = s - p["beta_f"] * y[:, 5] - p["beta_s"] * y[:, 6]
    return (10 * (1 - np.exp(-np.maximum(n, 0) / p["kE"])),
            64 * (1 - np.exp(-np.minimum(y[:, 7], np.maximum(-n, 0)) / p["kW"])))


class Problem:
    def __init__(self, e3):
        self.doses = [tuple(d) for d in e3["doses"]]
        self.ratings, self.checkins = np.array(e3["effect_ratings"]), np.array(e3["sows64"])
        self.times = sorted(set(self.ratings[:, 0]) | set(self.checkins[:, 0]))
        self.at_e = [self.times.index(t) for t in self.ratings[:, 0]]
        self.at_w = [self.times.index(t) for t in self.checkins[:, 0]]

    def objectives(self, places, errors, precision):
        E, W = series(self.doses, self.times, places, precision)
        return np.array([self.objective(z, E[self.at_e, i], W[self.at_w, i], errors) for i, z in enumerate(places)])

    def objective(self, z, E, W, errors):
        if errors == "normal":
            d, scale = norm(), 1.0
        else:
            d, scale = student(DF), T_SCALE
        return (censored(self.ratings[:, 1], E, scale * SIGMA_E, 10.0, d)
                + censored(self.checkins[:, 1], W + baseline(z[6]), scale * (W_BASE + W_SLOPE * W), 64.0, d)
                + 0.5 * float(np.dot(z, z)))


def censored(y, mean, scale, top, d):
    scale = np.broadcast_to(scale, y.shape)
    inside = -d.logpdf((y - mean) / scale) + np.log(scale)
    low, high = -d.logcdf((0.0 - mean) / scale), -d.logsf((top - mean) / scale)
    return float(np.where(y <= 0.0, low, np.where(y >= top, high, inside)).sum())


def sides(z, h):
    return [np.array(z)] + [np.array(z) + sign * h * unit for unit in np.eye(N) for sign in (1, -1)]


def value_and_gradient(problem, errors, precision, h):
    def f(z):
        v = problem.objectives(sides(z, h), errors, precision)
        return v[0], (v[1::2] - v[2::2]) / (2 * h)
    return f


def hessian(problem, errors, z, h):
    f = value_and_gradient(problem, errors, QUICK, 1e-2)
    rows = [(f(z + h * unit)[1] - f(z - h * unit)[1]) / (2 * h) for unit in np.eye(N)]
    return (np.array(rows) + np.array(rows).T) / 2


def optimum(problem, errors, start):
    found = minimize(value_and_gradient(problem, errors, QUICK, 1e-3), start, method="BFGS", jac=True, options=dict(gtol=1e-4))
    print(errors, "BFGS", found.nfev, found.fun, found.x, flush=True)
    H, z = hessian(problem, errors, found.x, 1e-2), found.x
    exact = value_and_gradient(problem, errors, FULL, 1e-3)
    for _ in range(3):
        value, slope_here = exact(z)
        step = np.linalg.solve(H, slope_here)
        z = z - step
        print(errors, "polish", np.abs(step).max(), value, z, flush=True)
        if np.abs(step).max() < 3e-7:
            break
    return dict(z=z.tolist(), objective=float(value), baseline=float(baseline(z[6])), last_step=float(np.abs(step).max()))


if __name__ == "__main__":
    path = os.path.join(HERE, "e3.json")
    raw = os.environ.get("E3_INPUT")
    e3 = json.load(open(raw)) if raw else json.loads(json.dumps(workloads.e3()))
    answer = dict(doses=e3["doses"], effect_ratings=e3["effect_ratings"], sows64=e3["sows64"], names=[n for n, _ in workloads.FITTED] + ["b0"])
    json.dump(answer, open(path, "w"))
    problem = Problem(e3)
    start = np.zeros(N)
    for errors in ["normal", "student_4"]:
        answer[errors] = optimum(problem, errors, start)
        start = np.array(answer[errors]["z"])
        json.dump(answer, open(path, "w"))
    z = np.array(answer["normal"]["z"])
    theirs, (E, W) = oracle.solve(problem.doses, problem.times, params(z)), series(problem.doses, problem.times, [z], FULL)
    off = max(np.abs(np.array(theirs["E"]) - E[:, 0]).max(), np.abs(np.array(theirs["W64"]) - W[:, 0]).max())
    print("largest difference from the reference solver, points:", off)
    assert off < 1e-8
