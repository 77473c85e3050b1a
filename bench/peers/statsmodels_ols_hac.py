"""Peer: least squares with autocorrelation-robust errors (statsmodels OLS, Newey-West), one candidate at a time, Benjamini-Hochberg.

What a statistician does first: the outcome on trend, weekday and the candidate's columns, Newey-West covariance, a joint F test of the
columns, BH over the 21 candidates. `lags` or `kernels` as first argument chooses the columns (diary.py). Days without outcome are dropped, which is
what statsmodels does with `missing="drop"`; the Newey-West window then runs over recorded days.
"""

import sys

from diary import claims_by_benjamini_hochberg, run, sustained

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm

WINDOW = 7  # days of autocorrelation allowed for


def answer(form, diary):
    calendar = sm.add_constant(diary.calendar())
    tested = []
    for name in diary.candidates:
        block, delays = diary.block(name, form)
        design = np.column_stack([calendar, block])[diary.recorded]
        fit = sm.OLS(diary.outcome[diary.recorded], design).fit(
            cov_type="HAC", cov_kwds={"maxlags": WINDOW, "use_correction": True}, use_t=True
        )
        own = np.arange(calendar.shape[1], design.shape[1])
        p = float(fit.f_test(np.eye(design.shape[1])[own]).pvalue)
        tested.append((name, p, sustained(fit.params[own], fit.cov_params()[np.ix_(own, own)], delays)))
    return claims_by_benjamini_hochberg(tested), {}


if __name__ == "__main__":
    form = sys.argv.pop(1)
    run(
        f"statsmodels-ols-hac-{form}",
        f"OLS with trend and weekday, one candidate at a time ({form}), Newey-West {WINDOW} days, F test, BH 5 %",
        [statsmodels, np, scipy],
        lambda diary: answer(form, diary),
    )
