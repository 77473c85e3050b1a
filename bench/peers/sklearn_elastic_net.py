"""Peer: elastic net with cross-validation that respects time (scikit-learn ElasticNetCV, TimeSeriesSplit).

All candidates at once, either as 315 columns of lags 0-14 (levers) or 1-15 (states), or as 84 kernel columns. Trend and weekday are taken out
of outcome and columns by least squares first, so that they carry no penalty; columns are put in SD units. Penalty and mix (lasso included) by five
forward-chained folds. Reported: any column of the candidate has a coefficient other than zero, which is how the method is read. It has no
interval and no error rate by design.
"""

import sys
import warnings

from diary import OUTCOME, mean_delay, run

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import ElasticNetCV
from sklearn.model_selection import TimeSeriesSplit

warnings.simplefilter("ignore")


def answer(form, diary):
    blocks = [diary.block(name, form, longest=14) for name in diary.candidates]
    keep = diary.recorded
    design = np.column_stack([columns for columns, _ in blocks])[keep]
    calendar = np.column_stack([np.ones(keep.sum()), diary.calendar()[keep]])
    without = lambda values: values - calendar @ np.linalg.lstsq(calendar, values, rcond=None)[0]
    outcome, design = without(diary.outcome[keep]), without(design)
    scales = design.std(axis=0)
    fit = ElasticNetCV(l1_ratio=[0.5, 0.9, 1.0], n_alphas=50, cv=TimeSeriesSplit(5), max_iter=5000).fit(design / scales, outcome)
    claims, at = [], 0
    for name, (columns, delays) in zip(diary.candidates, blocks):
        own = slice(at, at + columns.shape[1])
        at = own.stop
        coefficients = fit.coef_[own] / scales[own]
        total = float(coefficients.sum())
        reported = bool(np.any(fit.coef_[own] != 0))
        strength = min(1.0, float(np.abs(fit.coef_[own]).sum() / outcome.std()))
        claim = {"from": name, "to": OUTCOME, "strength": strength, "reported": reported, "sign": int(np.sign(total))}
        claims.append({**claim, **({"delayDays": mean_delay(coefficients, delays)} if reported else {})})
    return claims, {"alpha": float(fit.alpha_), "l1Ratio": float(fit.l1_ratio_)}


if __name__ == "__main__":
    form = sys.argv.pop(1)
    columns = "lags 0-14" if form == "lags" else "kernels"
    run(
        f"sklearn-elastic-net-{form}",
        f"ElasticNetCV, all candidates' {columns}, trend and weekday taken out, TimeSeriesSplit(5); any coefficient other than 0",
        [sklearn, np, scipy],
        lambda diary: answer(form, diary),
    )
