"""Peer: regression with AR(1) errors plus white noise by the Kalman filter (statsmodels SARIMAX), one candidate at a time, Benjamini-Hochberg.

The documented way: SARIMAX(order=(1,0,0), measurement_error=True) with trend, weekday and the candidate's kernel columns as `exog`, maximum likelihood,
joint Wald test (chi-square). Days without an outcome are skipped by the filter; blanks of regressors are at the mean.
"""

import warnings

from diary import claims_by_benjamini_hochberg, run, sustained

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm

warnings.simplefilter("ignore")  # convergence is kept in the results instead


def answer(diary):
    calendar = sm.add_constant(diary.calendar())
    tested, unconverged = [], 0
    for name in diary.candidates:
        columns, delays = diary.block(name, "kernels")
        design = np.column_stack([calendar, columns])
        fit = sm.tsa.SARIMAX(diary.outcome, exog=design, order=(1, 0, 0), measurement_error=True).fit(disp=0, maxiter=200)
        unconverged += not fit.mle_retvals["converged"]
        own = np.arange(calendar.shape[1], design.shape[1])  # exog comes first among the parameters
        restriction = np.eye(len(fit.params))[own]
        p = float(fit.wald_test(restriction, scalar=True).pvalue)
        tested.append((name, p, sustained(fit.params[own], fit.cov_params()[np.ix_(own, own)], delays)))
    return claims_by_benjamini_hochberg(tested), {"converged": unconverged == 0, "unconvergedFits": unconverged}


if __name__ == "__main__":
    run(
        "statsmodels-sarimax-kernels",
        "SARIMAX AR(1) + white noise, trend, weekday, one candidate at a time (kernels), Wald test, BH 5 %",
        [statsmodels, np, scipy],
        answer,
    )
