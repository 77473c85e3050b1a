"""Peer: random forest with permutation importance (scikit-learn), read as its documentation reads it.

Features: 84 kernel columns, trend, weekday, and yesterday's outcome (blank = mean), so that the forest can see persistence. Trained on the first three
quarters of the recorded days, importance on the last quarter. Reported: mean importance minus two of its standard deviations is above zero for any
column of the candidate (the rule of the scikit-learn guide). A forest gives no sign, no size, no delay and no error rate.
"""

from diary import OUTCOME, run

import numpy as np
import scipy
import sklearn
from sklearn.ensemble import RandomForestRegressor
from sklearn.inspection import permutation_importance


def answer(diary):
    blocks = [diary.block(name, "kernels")[0] for name in diary.candidates]
    yesterday = diary.lagged(OUTCOME, 1)
    design = np.column_stack([*blocks, yesterday, diary.calendar()])[diary.recorded]
    outcome = diary.outcome[diary.recorded]
    split = 3 * len(outcome) // 4
    forest = RandomForestRegressor(n_estimators=100, min_samples_leaf=3, random_state=diary.seed, n_jobs=1)
    forest.fit(design[:split], outcome[:split])
    importance = permutation_importance(
        forest, design[split:], outcome[split:], n_repeats=10, random_state=diary.seed, n_jobs=1
    )
    low = importance.importances_mean - 2 * importance.importances_std
    claims, at = [], 0
    for name, block in zip(diary.candidates, blocks):
        own = slice(at, at + block.shape[1])
        at = own.stop
        strength = min(1.0, max(0.0, float(importance.importances_mean[own].max())))
        claims.append({"from": name, "to": OUTCOME, "strength": strength, "reported": bool(low[own].max() > 0), "sign": 0})
    return claims, {}


if __name__ == "__main__":
    run(
        "sklearn-forest-kernels",
        "random forest, permutation importance on the last quarter of days; mean minus 2 SD above 0",
        [sklearn, np, scipy],
        answer,
    )
