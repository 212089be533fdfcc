"""Workload E3 as somebody with SciPy would do it: the most likely person from 60 ratings and 40 check-ins, every simulation by
numbalsoda. Normal errors, censored at the ends of the scales, as in docs/model.md, "Learning about one person".
"""
import json
import math
import time

import numpy as np
from scipy.optimize import least_squares, minimize
from scipy.special import log_ndtr, ndtri

from model import NAMES, WALKS, constants, numbalsoda_rhs

FITTED = [("potency", 0.70), ("kE", 0.25), ("tau", 0.50), ("kW", 0.35), ("t_half_f", 0.35), ("t_half_s", 0.50)]
SD = np.array([sd for _, sd in FITTED])
B0_SD, SIGMA_E, W_BASE, W_SLOPE = 3.0, 1.3, 3.0, 0.15
WIDTHS = np.append(SD, B0_SD)
# Half a difference between two places, in prior standard deviations.
STEP = 1e-3


class Person:
    def __init__(self, file, typical):
        e3 = json.load(open(file))
        self.doses, self.typical = np.array(e3["doses"], float), dict(zip(NAMES, typical))
        self.ratings, self.checkins = np.array(e3["effect_ratings"]), np.array(e3["sows64"])
        self.times = np.unique(np.concatenate((self.ratings[:, 0], self.checkins[:, 0])))
        self.at_e = np.searchsorted(self.times, self.ratings[:, 0])
        self.at_w = np.searchsorted(self.times, self.checkins[:, 0])
        self.optimum = np.array(e3["normal"]["z"])

    def curves(self, z, simulation, rtol, atol):
        eta = dict(zip([name for name, _ in FITTED], np.exp(SD * z[:6])))
        p = dict(self.typical)
        for name, factor in [("EC50", "potency"), ("kE", "kE"), ("tau_f", "tau"), ("tau_s", "tau"), ("kW", "kW"),
                             ("t_half_f", "t_half_f"), ("t_half_s", "t_half_s")]:
            p[name] *= eta[factor]
        k = constants([p[name] for name in NAMES])
        rows = WALKS[simulation](numbalsoda_rhs.address, self.doses, self.times, k, rtol, atol)
        # b0 is half-normal: Q((1 + Phi(z))/2).
        b0 = B0_SD * -ndtri(math.erfc(z[6] / math.sqrt(2.0)) / 4.0)
        w = rows[self.at_w, 6]
        return rows[self.at_e, 5], w + b0, W_BASE + W_SLOPE * w

    def residuals(self, z, simulation, rtol, atol):
        """Half the sum of their squares is the loss, but for a constant: what a least-squares method needs."""
        e, w, scale = self.curves(z, simulation, rtol, atol)
        return np.concatenate((censored(self.ratings[:, 1], e, np.full(len(e), SIGMA_E), 10.0),
                               censored(self.checkins[:, 1], w, scale, 64.0),
                               np.sqrt(1.0 + 2.0 * np.where(inside(self.checkins[:, 1], 64.0), np.log(scale / W_BASE), 0.0)), z))

    def compile(self, method):
        self.residuals(np.zeros(7), method.partition("/")[2], 1e-6, 1e-7)

    def central(self, f):
        def slope(z):
            units = STEP * np.eye(len(z))
            return np.array([(f(z + unit) - f(z - unit)) / (2.0 * STEP) for unit in units]).T
        return slope

    def search(self, method, rtol, atol):
        """Seconds, and the distance from the reference's optimum in logarithms (points for the baseline)."""
        method, _, simulation = method.partition("/")
        residuals = lambda z: self.residuals(z, simulation, rtol, atol)
        loss = lambda z: 0.5 * float(np.sum(np.square(residuals(z))))
        start, begin = np.zeros(7), time.thread_time()
        if method == "scipy-least-squares":
            found = least_squares(residuals, start, self.central(residuals), method="lm", xtol=1e-8, ftol=1e-12, gtol=1e-10)
        elif method == "scipy-lbfgs":
            options = dict(ftol=1e-15, gtol=1e-5, maxcor=20, maxiter=300)
            found = minimize(loss, start, jac=self.central(loss), method="L-BFGS-B", options=options)
        else:
            raise ValueError(f"there is no search `{method}`")
        seconds = time.thread_time() - begin
        return seconds, float(np.max(np.abs(found.x - self.optimum) * WIDTHS))


def inside(y, top):
    return (y > 0.0) & (y < top)


def censored(y, mean, scale, top):
    r = (y - mean) / scale
    low, high = np.sqrt(-2.0 * log_ndtr((0.0 - mean) / scale)), np.sqrt(-2.0 * log_ndtr((mean - top) / scale))
    return np.where(y <= 0.0, low, np.where(y >= top, high, r))
