#!/usr/bin/env python3
"""Makes the scenario files beside it: inputs are written here, answers come from the independent reference solver.

    EBB_SHARED=<folder that holds science/oracle.py> python3 generate.py [name ...]

Needs numpy and scipy. Without names it makes every file that does not exist yet; the two longest take some minutes each.
Doses as [hour, mg] go to the reference solver as they are. Sipped doses and swallowed 7-OH are not in its input format:
for those `solve_extended` adds a constant inflow and two further gut states to the reference's own right-hand side.
"""
import json, math, os, random, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("EBB_SHARED") or os.path.join(HERE, "..", "..", "..", "..", "..", "shared")
sys.path.insert(0, os.path.join(SHARED, "science"))
import numpy as np
from scipy.integrate import solve_ivp
import oracle

DAY = 24.0


def daily(days, hours, mg):
    return [[DAY * day + hour, mg] for day in range(days) for hour in hours]


def irregular(seed, days, per_day):
    r = random.Random(seed)
    return sorted([DAY * day + round(r.uniform(6, 24) * 60) / 60, float(r.randint(15, 75))]
                  for day in range(days) for _ in range(per_day))


def around(start_h, offsets):
    return [start_h + offset for offset in offsets]


AFTER = [0.05, 0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 12, 18, 24, 30, 40, 48, 72, 96, 120, 168, 240]
DAYS_14 = daily(14, [8, 14, 20], 45.0)
WEEK = daily(7, [7.5, 11.25, 16.75, 22.2], 38.0)
WEEK_TIMES = [7.5, 8.0, 9.1, 12.0, 40.3, 80.0, 100.7, 112.2, 130.9, 151.19, 160.0, *around(166.2, AFTER[3:])]
R = oracle.DEFAULTS
K10, K12, K21 = R["CL"] / R["V1"], R["Q"] / R["V1"], R["Q"] / R["V2"]
ALPHA = ((K10 + K12 + K21) + math.sqrt((K10 + K12 + K21) ** 2 - 4 * K10 * K21)) / 2
BETA = K10 * K21 / ALPHA


def week(**params):
    return dict(doses=WEEK, times_h=WEEK_TIMES, params=params)


SCENARIOS = {
    "single_dose_then_ten_days": dict(doses=[[0.0, 45.0]], times_h=[0.0, 0.001, 0.01, *AFTER]),
    "single_dose_of_a_gram": dict(doses=[[3.0, 1000.0]], times_h=around(3.0, AFTER)),
    "single_dose_of_a_microgram": dict(doses=[[3.0, 0.001]], times_h=around(3.0, AFTER[:10])),
    "three_a_day_two_weeks_then_stop": dict(
        doses=DAYS_14, times_h=[0.0, 8.0, 8.5, 9.0, 10.0, 14.0, 24.0, 31.9, 33.0, 80.0, 150.0, 200.5, 300.0,
                                *around(332.0, AFTER[2:]), 700.0]),
    "four_irregular_a_day_for_a_year": dict(
        doses=irregular(7, 365, 4), times_h=[10.0, 100.0, 500.5, *[float(h) for h in range(1000, 8700, 517)], 8760.0, 8800.0, 9000.0]),
    "eight_a_day_two_years_then_sixty_days": dict(
        doses=daily(730, [7 + 15 * k / 7 for k in range(8)], 75.0),
        times_h=[100.0, 1000.25, 5000.5, 10000.75, 17500.0,
                 *[DAY * 729 + 22 + h for h in (1, 4, 8, 10.2, 16, 24, 36, 42.3, 48, 60, 72, 96, 120, 168, 240, 336, 480, 672, 1080, 1440)]]),
    "ten_thousand_doses_in_four_hundred_days": dict(
        doses=[[round(0.96 * k, 2), float(3 + (k * 7919) % 11)] for k in range(10000)],
        times_h=[0.0, 1.0, 10.0, 100.0, 1000.0, 2500.0, 5000.0, 7500.0, 9599.0, 9600.0, 9610.0, 9640.0, 9700.0, 10000.0]),
    "doses_within_one_minute": dict(
        doses=[[5.0 + s / 3600, 4.5] for s in (0, 0, 5, 10, 15, 20, 30, 40, 50, 60)], times_h=[4.0, 5.0, 5.01, 5.02, *around(5.1, AFTER)]),
    "gap_of_a_year": dict(
        doses=daily(5, [9, 21], 60.0) + [[8900.0, 60.0], [8912.0, 60.0]],
        times_h=[9.0, 60.0, 117.0, 120.0, 150.0, 200.0, 500.0, 1500.0, 4000.0, 8899.0, 8900.0, 8901.0, 8904.0, 8920.0, 8960.0, 9100.0]),
    "outputs_at_dose_times": dict(doses=WEEK, times_h=[t for t, _ in WEEK]),
    "outputs_before_the_first_dose": dict(doses=[[50.0, 30.0], [62.0, 30.0]], times_h=[-10.0, 0.0, 25.0, 49.999, 50.0, 50.5, 55.0, 62.0, 70.0, 100.0]),
    "doses_and_outputs_unsorted": dict(doses=[[30.0, 40.0], [2.0, 20.0], [11.0, 60.0]], times_h=[40.0, 3.0, 12.0, 90.0, 31.0, 2.5]),
    "doses_before_hour_zero": dict(doses=[[-20.0, 40.0], [-8.5, 20.0], [0.0, 25.0]], times_h=[-19.0, -10.0, -8.0, 0.0, 1.0, 12.0, 40.0]),
    "doses_after_the_last_output": dict(doses=[[1.0, 40.0], [9.0, 40.0], [30.0, 40.0]], times_h=[2.0, 8.0, 10.0, 20.0]),
    "absorption_meets_distribution": week(ka=ALPHA),
    "absorption_nearly_meets_distribution": week(ka=ALPHA * (1 + 1e-7)),
    "absorption_meets_7oh_elimination": week(ka=0.161),
    "absorption_nearly_meets_7oh_elimination": week(ka=0.161 * (1 + 3e-9)),
    "elimination_of_7oh_meets_distribution": week(k7=ALPHA * (1 - 1e-6)),
    "elimination_of_7oh_meets_terminal_phase": week(k7=BETA),
    "all_fast_rates_alike": week(ka=ALPHA * (1 + 1e-5), k7=ALPHA * (1 - 1e-5)),
    "absorption_of_twenty_per_hour": week(ka=20.0),
    "absorption_slower_than_everything": week(ka=0.015, CL=120.0),
    "no_second_volume": week(Q=0.0),
    "steep_signal_and_low_half": week(g=4.0, EC50=60.0),
    "shallow_signal": week(g=0.7, EC50=150.0),
    "strong_tolerance": week(tau_f=8.0, tau_s=20.0, EC50=40.0),
    "fast_adaptation_of_one_hour": week(t_half_f=1.0, t_half_D=0.7, EC50=80.0),
    "strong_opponent": week(beta_f=0.85, beta_s=0.1, t_half_s=80.0, EC50=100.0, kW=0.1),
    "slow_clearance_and_potent_7oh": week(CL=11.0, rho=25.0, fp=0.2, kE=0.2),
    # Beyond the reference's input format: objects.
    "sipped_tea_over_an_hour": dict(
        doses=[dict(t_h=8.0, mg=40.0, duration_h=1.0), dict(t_h=20.0, mg=25.0, duration_h=0.2)],
        times_h=[7.0, 8.0, 8.1, 8.5, 9.0, 9.01, 9.5, 11.0, 16.0, 20.0, 20.1, 20.2, 21.0, 24.0, 30.0, 50.0, 80.0]),
    "sipped_doses_that_overlap": dict(
        doses=[dict(t_h=1.0, mg=60.0, duration_h=5.0), [2.0, 20.0], dict(t_h=3.0, mg=60.0, duration_h=1.5), dict(t_h=3.0, mg=10.0, duration_h=3.0)],
        times_h=[1.0, 1.5, 2.0, 2.5, 3.0, 3.7, 4.5, 5.0, 6.0, 6.5, 8.0, 12.0, 24.0, 48.0]),
    "swallowed_7oh_alone": dict(
        doses=[dict(t_h=2.0, seven_oh_mg=15.0), dict(t_h=7.0, seven_oh_mg=15.0)],
        times_h=[2.0, 2.01, 2.5, 3.0, 4.0, 6.0, 7.0, 7.5, 8.0, 10.0, 15.0, 24.0, 40.0, 80.0], params=dict(F7=0.3, ka7=3.0)),
    "swallowed_7oh_with_leaf_and_equal_absorption": dict(
        doses=[[1.0, 45.0], dict(t_h=2.0, mg=10.0, seven_oh_mg=15.0, duration_h=0.5), [12.0, 45.0], dict(t_h=12.0, seven_oh_mg=7.5)],
        times_h=[1.5, 2.0, 2.25, 2.5, 3.0, 5.0, 12.0, 12.5, 13.0, 16.0, 24.0, 36.0, 60.0], params=dict(F7=1.0, ka7=3.3)),
    "swallowed_7oh_absorbed_as_fast_as_eliminated": dict(
        doses=[dict(t_h=0.0, seven_oh_mg=15.0), dict(t_h=6.0, seven_oh_mg=15.0, duration_h=2.0)],
        times_h=[0.1, 0.5, 1.0, 3.0, 6.0, 7.0, 8.0, 9.0, 12.0, 24.0, 40.0], params=dict(F7=0.5, ka7=0.161)),
}


def solve_extended(doses, times_h, params):
    p = {**oracle.DEFAULTS, **params}
    full = [dict(t_h=d[0], mg=d[1]) if isinstance(d, list) else d for d in doses]
    full = [dict(dict(mg=0.0, seven_oh_mg=0.0, duration_h=0.0), **d) for d in full]
    sipped = [(d["t_h"], d["t_h"] + d["duration_h"], d) for d in full if d["duration_h"] > 0]

    def rhs(t, y, rate, rate7):
        k1, k2 = y[8], y[9]
        dy = oracle.rhs(t, y[:8], p)
        dy[0] += rate
        dy[4] += p.get("F7", 0.0) * p.get("ka7", 1.0) * k2
        ka7 = p.get("ka7", 1.0)
        return dy + [rate7 - ka7 * k1, ka7 * (k1 - k2)]

    times = np.asarray(sorted(times_h), float)
    edges = sorted({d["t_h"] for d in full} | {end for _, end, _ in sipped} | {float(times[-1])})
    out, y, t = np.zeros((len(times), 10)), np.zeros(10), edges[0]
    for stop in edges:
        if stop > t:
            middle = (t + stop) / 2
            on = [d for start, end, d in sipped if start < middle < end]
            rates = sum(d["mg"] / d["duration_h"] for d in on), sum(d["seven_oh_mg"] / d["duration_h"] for d in on)
            grid = np.unique(np.append(times[(times >= t) & (times < stop)], stop))
            r = solve_ivp(rhs, (t, stop), y, "DOP853", grid, rtol=1e-11, atol=1e-13, max_step=0.05, args=rates)
            for k, tt in enumerate(grid[:-1]):
                out[np.searchsorted(times, tt)] = r.y[:, k]
            y, t = r.y[:, -1].copy(), stop
        for d in full:
            if d["t_h"] == stop and d["duration_h"] == 0:
                y[0] += d["mg"]
                y[8] += d["seven_oh_mg"]
        out[times == stop] = y
    C, C7 = 1000 * out[:, 2] / p["V1"], 1000 * out[:, 4] / p["V7"]
    Af, As, D = out[:, 5], out[:, 6], out[:, 7]
    s = oracle.signal(C, C7, Af, As, p)
    n = s - p["beta_f"] * Af - p["beta_s"] * As
    series = dict(times_h=times, C=C, C7=C7, s=s, Af=Af, As=As, D=D, E=10 * (1 - np.exp(-np.maximum(n, 0) / p["kE"])),
                  W64=64 * (1 - np.exp(-np.minimum(D, np.maximum(-n, 0)) / p["kW"])))
    return {key: value.tolist() for key, value in series.items()}


def main():
    for name in sys.argv[1:] or SCENARIOS:
        path = os.path.join(HERE, name + ".json")
        if os.path.exists(path) and not sys.argv[1:]:
            continue
        scenario = SCENARIOS[name]
        plain = all(isinstance(dose, list) for dose in scenario["doses"])
        solver = oracle.solve if plain else solve_extended
        expected = solver(scenario["doses"], scenario["times_h"], scenario.get("params", {}))
        with open(path, "w") as file:
            dump = lambda value: json.dumps(value, separators=(",", ":"))
            file.write('{"input":' + dump(scenario) + ',\n"expected":{\n')
            file.write(",\n".join(f'"{key}":{dump(values)}' for key, values in expected.items()) + "}}\n")
        print(name, flush=True)


main()
