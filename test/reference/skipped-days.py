"""Reference numbers for src/engine/skipped-days.test.ts. Run: python3 test/reference/skipped-days.py (made with Python 3.11, scipy 1.17).

SciPy takes whole numbers only, so the table with 1/2 added to each cell goes in doubled for the ratio; the interval is the normal one on the log scale.
"""
from math import exp, log, sqrt

from scipy.stats import norm
from scipy.stats.contingency import odds_ratio

table = [[12, 18], [5, 25]]
ratio = odds_ratio([[2 * cell + 1 for cell in row] for row in table], kind="sample").statistic
se = sqrt(sum(1 / (cell + 0.5) for row in table for cell in row))
z = norm.ppf(0.975)
print(ratio, exp(log(ratio) - z * se), exp(log(ratio) + z * se), "se", se)
