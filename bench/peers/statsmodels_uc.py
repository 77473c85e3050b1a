"""Peer: structural time series (statsmodels UnobservedComponents): random-walk level + AR(1) + white noise + regressors, Benjamini-Hochberg.

Three ways of the same model, chosen by the first argument:
  joint   all candidates' kernel columns at once, coefficients by maximum likelihood beside the variances: the usual call
  state   the same columns, coefficients as states (`mle_regression=False`): exact, as REML, and quicker; the fair version
  single  one candidate at a time by its lags, coefficients as states
Weekday and trend are in; days without an outcome are skipped by the Kalman filter; blanks of regressors are at the mean (statsmodels refuses NaN
there). Joint Wald F test of a candidate's columns, BH over the 21 candidates.
"""

import sys
import warnings

from diary import claims_by_benjamini_hochberg, run, sustained

import numpy as np
import scipy
import scipy.stats
import statsmodels
import statsmodels.api as sm

warnings.simplefilter("ignore")  # convergence is kept in the results instead


def fit_level_ar(diary, design, in_state):
    """Coefficients of `design`, their covariance, and whether the optimiser says it converged."""
    model = sm.tsa.UnobservedComponents(
        diary.outcome, level="local level", autoregressive=1, exog=design, mle_regression=not in_state
    )
    count = design.shape[1]
    if not in_state:
        fit = model.fit(disp=0, maxiter=200)
        return fit.params[-count:], fit.cov_params()[-count:, -count:], bool(fit.mle_retvals["converged"])
    fit = model.fit(disp=0, maxiter=200, cov_type="none")
    covariance = fit.smoothed_state_cov[-count:, -count:, -1]
    return fit.smoothed_state[-count:, -1], covariance, bool(fit.mle_retvals["converged"])


def test_block(name, coefficients, covariance, delays, freedom):
    statistic = coefficients @ np.linalg.solve(covariance, coefficients) / len(coefficients)
    p = float(scipy.stats.f.sf(statistic, len(coefficients), freedom))
    return name, p, sustained(coefficients, covariance, delays)


def answer_jointly(diary, in_state):
    calendar = diary.calendar()
    blocks = [diary.block(name, "kernels") for name in diary.candidates]
    design = np.column_stack([calendar, *(columns for columns, _ in blocks)])
    coefficients, covariance, converged = fit_level_ar(diary, design, in_state)
    freedom = diary.recorded.sum() - design.shape[1] - 1
    tested, at = [], calendar.shape[1]
    for name, (columns, delays) in zip(diary.candidates, blocks):
        own = slice(at, at + columns.shape[1])
        tested.append(test_block(name, coefficients[own], covariance[own, own], delays, freedom))
        at = own.stop
    return claims_by_benjamini_hochberg(tested), {"converged": converged}


def answer_singly(diary):
    calendar = diary.calendar()
    tested, unconverged = [], 0
    for name in diary.candidates:
        columns, delays = diary.block(name, "lags")
        design = np.column_stack([calendar, columns])
        coefficients, covariance, converged = fit_level_ar(diary, design, True)
        unconverged += not converged
        own = slice(calendar.shape[1], None)
        freedom = diary.recorded.sum() - design.shape[1] - 1
        tested.append(test_block(name, coefficients[own], covariance[own, own], delays, freedom))
    return claims_by_benjamini_hochberg(tested), {"converged": unconverged == 0, "unconvergedFits": unconverged}


WAYS = {
    "joint": ("all candidates' kernels, ML", lambda diary: answer_jointly(diary, False)),
    "state": ("all candidates' kernels, coefficients as states", lambda diary: answer_jointly(diary, True)),
    "single": ("one candidate at a time (lags), coefficients as states", answer_singly),
}

if __name__ == "__main__":
    way = sys.argv.pop(1)
    text, answer = WAYS[way]
    run(
        f"statsmodels-uc-{way}",
        f"UnobservedComponents: level + AR(1) + noise, trend, weekday, {text}; Wald F test, BH 5 %",
        [statsmodels, np, scipy],
        answer,
    )
