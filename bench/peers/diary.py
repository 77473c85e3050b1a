"""What does every Python peer share?

Reads the exported diaries (`<family>-<seed>.csv` with its roles file), builds the regressors that a statistician would build from them, applies
Benjamini & Hochberg (1995), and writes results/<peer>.json. No peer reads the `.truth.json` files.

Regressors of one candidate, all centred, blanks = the column's mean:
  lags     one column per day: 0-6 for levers, 1-7 for states (gut, stress, sleep), because a state of today is not a cause of today's skin
  kernels  four smooth windows that each sum to 1 (bell curves around 0.3, 1.3, 2.5 and 4.2 days, one day later for states), so that a
           coefficient is the effect of a sustained rise that arrives after about so many days
Always beside them: intercept, linear trend, six weekdays.
"""

import argparse
import csv
import datetime
import hashlib
import json
import os
import pathlib
import platform
import time

# One core per peer, so that seconds can be compared; must be set before numpy is loaded.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np  # noqa: E402

OUTCOME = "skin"
KERNELS = ((0.3, 0.6), (1.3, 0.8), (2.5, 1.0), (4.2, 1.5))  # centre and width, days
LONGEST_LAG = 14


class Diary:
    """One diary: `columns[name]` has one number per day, NaN where nothing was recorded."""

    def __init__(self, path):
        family, seed = path.stem.rsplit("-", 1)
        self.family, self.seed = family, int(seed)
        text = path.read_bytes()
        self.sha256 = hashlib.sha256(text).hexdigest()
        head, *rows = list(csv.reader(text.decode().splitlines()))
        self.dates = [datetime.date.fromisoformat(row[0]) for row in rows]
        cells = np.array([[float(cell) if cell else np.nan for cell in row[1:]] for row in rows])
        self.columns = {name: cells[:, index] for index, name in enumerate(head[1:])}
        self.roles = json.loads(path.with_suffix(".roles.json").read_text())["columns"]
        self.outcome = self.columns[OUTCOME]
        self.recorded = ~np.isnan(self.outcome)
        self.candidates = [name for name in self.columns if name != OUTCOME]
        self.days = len(rows)

    def first_lag(self, name):
        """0 for levers, 1 for states."""
        return 0 if self.roles[name]["role"] == "lever" else 1

    def filled(self, name):
        """Centred column, blanks at the mean."""
        values = self.columns[name]
        return np.nan_to_num(values - np.nanmean(values))

    def lagged(self, name, lag):
        """The centred column `lag` days late; days before the diary are at the mean."""
        return np.concatenate([np.zeros(lag), self.filled(name)[: self.days - lag]])

    def calendar(self):
        """Trend and six weekday columns (no intercept)."""
        trend = np.arange(self.days) / self.days - 0.5
        weekdays = [[float(date.weekday() == day) for date in self.dates] for day in range(1, 7)]
        return np.column_stack([trend, *weekdays])

    def block(self, name, form, longest=6):
        """Regressors of one candidate and the delay in days that each stands for. `form`: "lags" or "kernels"."""
        first = self.first_lag(name)
        if form == "lags":
            delays = np.arange(first, first + longest + 1)
            return np.column_stack([self.lagged(name, lag) for lag in delays]), delays.astype(float)
        columns, delays = [], []
        for centre, width in KERNELS:
            lags = np.arange(LONGEST_LAG + 1)
            weights = np.exp(-0.5 * ((lags - centre) / width) ** 2)
            weights /= weights.sum()
            columns.append(sum(weight * self.lagged(name, lag + first) for lag, weight in zip(lags, weights)))
            delays.append(float(weights @ lags) + first)
        return np.column_stack(columns), np.array(delays)


def sustained(coefficients, covariance, delays):
    """Sign, effect per unit of a sustained rise with 95 % Wald interval, and mean delay, from one candidate's coefficients."""
    total = float(np.sum(coefficients))
    error = float(np.sqrt(max(0.0, np.sum(covariance))))
    effect = {"mean": total, "low95": total - 1.96 * error, "high95": total + 1.96 * error}
    return {"sign": int(np.sign(total)), "effect": effect, "delayDays": mean_delay(coefficients, delays)}


def mean_delay(coefficients, delays):
    """Mean delay weighted by the coefficients that have the sign of their sum (the others would make it leave the window)."""
    weights = np.maximum(0, np.asarray(coefficients) * np.sign(np.sum(coefficients)))
    return float(weights @ delays / weights.sum()) if weights.sum() > 0 else float(np.mean(delays))


def claims_by_benjamini_hochberg(tested, rate=0.05):
    """`tested`: list of (from, p, rest of the claim). Reports at false-discovery rate `rate` over all candidates of the diary."""
    p_values = np.array([1.0 if not np.isfinite(p) else p for _, p, _ in tested])
    ordered = np.sort(p_values)
    passing = ordered[ordered <= rate * np.arange(1, len(ordered) + 1) / len(ordered)]
    threshold = passing[-1] if len(passing) else -1.0
    return [
        {"from": name, "to": OUTCOME, "strength": 1 - p, "reported": bool(p <= threshold), **rest}
        for (name, _, rest), p in zip(tested, p_values)
    ]


def run(peer, rule, packages, answer):
    """Answers the diaries of a folder and writes <results>/<peer>.json. `answer(diary)` gives (claims, facts of the fit)."""
    parser = argparse.ArgumentParser(description=rule)
    parser.add_argument("folder", type=pathlib.Path, help="diaries exported by bench:truth --csv")
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--diaries", type=int, default=20, help="per family, lowest seeds first")
    flags = parser.parse_args()
    rows = []
    for diary in diaries_of(flags.folder, flags.diaries):
        started = time.process_time()  # CPU seconds of this one-threaded process: what else the machine does hardly counts
        claims, facts = answer(diary)
        seconds = time.process_time() - started
        row = {"family": diary.family, "seed": diary.seed, "sha256": diary.sha256[:16], "outcome": OUTCOME}
        rows.append({**row, "seconds": seconds, **facts, "claims": claims})
        print(f"{peer} {diary.family} {diary.seed} {seconds:.1f} s", flush=True)
    versions = {"python": platform.python_version(), **{module.__name__: module.__version__ for module in packages}}
    head = {"peer": peer, "rule": rule, "version": versions, "date": datetime.date.today().isoformat(), "machine": machine()}
    write_result(flags.results / f"{peer}.json", head, rows)


def diaries_of(folder, count):
    """The `count` lowest seeds of every family, in order."""
    diaries = sorted((Diary(path) for path in folder.glob("*.csv")), key=lambda diary: (diary.family, diary.seed))
    families = sorted({diary.family for diary in diaries})
    return [diary for family in families for diary in [d for d in diaries if d.family == family][:count]]


def machine():
    """Processor and cores of this machine; every peer uses one core."""
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    cpu = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    return {"cpu": cpu, "cores": os.cpu_count(), "coresUsed": 1}


def write_result(path, head, rows):
    """One diary per line, numbers to five digits."""
    lines = ",\n".join(json.dumps(rounded(row), separators=(",", ":")) for row in rows)
    fields = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{\n{fields}"rows": [\n{lines}\n]\n}}\n')


def rounded(value):
    """Five significant digits everywhere; what is not a number stays."""
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    return float(f"{value:.5g}") if isinstance(value, float) else value
