#!/usr/bin/env python3
"""Makes e3.json beside it: one person's reports, and where an independent optimiser ends on the independent reference model.

    EBB_SHARED=<folder that holds science/oracle.py and performance/workloads.py> python3 generate.py

Needs numpy, scipy and a C compiler; takes a few minutes. Reports are those of workload E3. The objective is written here from its
definition in docs/model.md ("Learning about one person"), for normal and for Student-t errors. SciPy's BFGS runs on the
reference's equations with quick steps; Newton steps then polish with short ones. That these agree with the reference solver
itself is checked at the end.
"""
import ctypes, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("EBB_SHARED") or os.path.join(HERE, "..", "..", "..", "..", "..", "shared")
sys.path.insert(0, os.path.join(SHARED, "science"))
sys.path.insert(0, os.path.join(SHARED, "performance"))
import numpy as np
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


# The reference's right-hand side word for word, by the classical Runge-Kutta method with short steps that never straddle a
# dose or an output: fast enough for an optimiser. Checked at the end against the reference solver itself.
C_SOURCE = r"""
#include <math.h>
typedef struct { double ka, CL, V1, Q, V2, fp, fs, V7, k7, rho, EC50, g, tau_f, tau_s, beta_f, beta_s, kf, ks, kd; } P;
static double sig(const double *y, const P *p) {
    double X = fmax(1000.0 * y[2] / p->V1 + p->rho * 1000.0 * y[4] / p->V7, 0.0), a = pow(X, p->g);
    return a / (pow(p->EC50 * (1.0 + p->tau_f * y[5] + p->tau_s * y[6]), p->g) + a);
}
static void rhs(const double *y, double *f, const P *p) {
    double s = sig(y, p), d = fmax(0.0, -(s - p->beta_f * y[5] - p->beta_s * y[6]));
    f[0] = -p->ka * y[0]; f[1] = p->ka * (y[0] - y[1]);
    f[2] = p->ka * y[1] - (p->CL + p->Q) / p->V1 * y[2] + p->Q / p->V2 * y[3];
    f[3] = p->Q / p->V1 * y[2] - p->Q / p->V2 * y[3];
    f[4] = p->fp * p->ka * y[1] + p->fs * p->CL / p->V1 * y[2] - p->k7 * y[4];
    f[5] = p->kf * (s - y[5]); f[6] = p->ks * (s - y[6]); f[7] = p->kd * (d - y[7]);
}
void solve(const P *p, const double *stop, const double *dose, int stops, double h, double *out) {
    double y[8] = {0}, t = stop[0], k[4][8], z[8];
    for (int i = 0; i < stops; i++) {
        long n = (long)ceil((stop[i] - t) / h);
        double l = n ? (stop[i] - t) / n : 0.0;
        for (long j = 0; j < n; j++) {
            rhs(y, k[0], p);
            for (int m = 1; m < 4; m++) {
                double w = m == 3 ? l : l / 2;
                for (int q = 0; q < 8; q++) z[q] = y[q] + w * k[m - 1][q];
                rhs(z, k[m], p);
            }
            for (int q = 0; q < 8; q++) y[q] += l / 6 * (k[0][q] + 2 * k[1][q] + 2 * k[2][q] + k[3][q]);
        }
        t = stop[i];
        y[0] += dose[i];
        double s = sig(y, p);
        out[3 * i] = s - p->beta_f * y[5] - p->beta_s * y[6]; out[3 * i + 1] = y[7]; out[3 * i + 2] = s;
    }
}
"""
FIELDS = ["ka", "CL", "V1", "Q", "V2", "fp", "fs", "V7", "k7", "rho", "EC50", "g", "tau_f", "tau_s", "beta_f", "beta_s"]
QUICK, FULL = 0.02, 0.002  # longest step, h


def compiled():
    folder = tempfile.mkdtemp()
    source, library = os.path.join(folder, "model.c"), os.path.join(folder, "model.so")
    open(source, "w").write(C_SOURCE)
    subprocess.check_call(["cc", "-O2", "-shared", "-fPIC", "-o", library, source, "-lm"])
    return ctypes.CDLL(library)


MODEL = compiled()


def series(doses, times, places, longest_step):
    """Felt effect and withdrawal score of each place at each time."""
    stops = np.array(sorted({d[0] for d in doses} | set(times)))
    amounts = np.array([sum(mg for t, mg in doses if t == stop) for stop in stops], float)
    kept = np.searchsorted(stops, times)
    E, W = [], []
    pointer = lambda a: a.ctypes.data_as(ctypes.POINTER(ctypes.c_double))
    for z in places:
        p = {**P, **params(z)}
        rates = [np.log(2.0) / p[name] for name in ["t_half_f", "t_half_s", "t_half_D"]]
        packed, out = np.array([p[name] for name in FIELDS] + rates), np.zeros((len(stops), 3))
        MODEL.solve(pointer(packed), pointer(stops), pointer(amounts), len(stops), ctypes.c_double(longest_step), pointer(out))
        n, D = out[kept, 0], out[kept, 1]
        E.append(10 * (1 - np.exp(-np.maximum(n, 0) / p["kE"])))
        W.append(64 * (1 - np.exp(-np.minimum(D, np.maximum(-n, 0)) / p["kW"])))
    return np.array(E).T, np.array(W).T


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
    assert off < 5e-7
