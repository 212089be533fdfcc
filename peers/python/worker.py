"""The same worker as peers/src/main.rs, for the solvers that are called from Python.

`worker.py FOLDER E3` says `ready VERSIONS` and answers `run WORKLOAD SOLVER RTOL ATOL` with `ok SECONDS ERROR`. FOLDER was filled by
the Rust worker. `check` compares its reference with SciPy's DOP853 at tight tolerance (kept in FOLDER, it takes minutes).
"""
import os
import sys
import time

import numpy as np

import model
from person import Person

FOLDER, E3 = sys.argv[1], sys.argv[2]


def values(name, *shape):
    return np.fromfile(os.path.join(FOLDER, name + ".f64")).reshape(shape)


class Workload:
    def __init__(self, name):
        whole, _, cut = name.partition(":")
        self.params = values(whole + "_params", -1, len(model.NAMES))
        people = len(self.params)
        self.times = values(whole + "_times", -1)
        self.doses = values(whole + "_doses", people, -1, 2)
        self.reference = values(whole + "_reference", people, len(self.times), model.OUTPUTS)
        if whole == "e1" and cut:
            end = 24.0 * int(cut)
            self.doses = self.doses[:, self.doses[0, :, 0] < end]
            self.times = self.times[self.times <= end]
            self.reference = self.reference[:, :len(self.times)]
        elif cut:
            count = int(cut)
            self.params, self.doses, self.reference = self.params[:count], self.doses[:count], self.reference[:count]

    def run(self, solver, rtol, atol):
        people = [(np.ascontiguousarray(doses), params) for doses, params in zip(self.doses, self.params)]
        begin = time.thread_time()
        outputs = [model.solve(solver, doses, self.times, params, rtol, atol) for doses, params in people]
        seconds = time.thread_time() - begin
        return seconds, max(error(rows, reference) for rows, reference in zip(outputs, self.reference))


def error(rows, reference):
    with np.errstate(invalid="ignore"):
        off = np.max(np.abs(rows - reference), axis=0) / np.max(np.abs(reference), axis=0)
    return float("inf") if np.isnan(off).any() else float(off.max())


def check():
    """The reference of E1 against an independent solver: the settings of the project's oracle."""
    workload, kept = Workload("e1"), os.path.join(FOLDER, "e1_independent.npy")
    doses = np.ascontiguousarray(workload.doses[0])
    if os.path.exists(kept):
        stamp = np.load(kept)
        if len(stamp) == len(workload.times):
            return 0.0, error(stamp, workload.reference[0])
    begin = time.thread_time()
    k = model.constants(workload.params[0])
    rows = model.scipy_walk("scipy-dop853", doses, workload.times, k, 1e-11, 1e-13, max_step=0.05)
    np.save(kept, rows)
    return time.thread_time() - begin, error(rows, workload.reference[0])


def main():
    at_hand, compiled, person = {}, set(), None
    print("ready", " ".join(f"{name}={version}" for name, version in model.versions().items()), flush=True)
    for line in sys.stdin:
        try:
            words = line.split()
            if words == ["check"]:
                seconds, off = check()
            else:
                _, name, solver, rtol, atol = words
                if name == "e3":
                    person = person or Person(E3, values("e1_params", -1, len(model.NAMES))[0])
                    # Numba compiles at the first call, which is not measured.
                    person.compile(solver)
                    seconds, off = person.search(solver, float(rtol), float(atol))
                else:
                    if name not in at_hand:
                        at_hand.clear()
                        at_hand[name] = Workload(name)
                    if solver not in compiled:
                        Workload("e1:2").run(solver, 1e-3, 1e-3)
                        compiled.add(solver)
                    seconds, off = at_hand[name].run(solver, float(rtol), float(atol))
            print(f"ok {seconds:e} {off:e}", flush=True)
        except Exception as why:
            print("failed", repr(why).replace("\n", " "), flush=True)


main()
