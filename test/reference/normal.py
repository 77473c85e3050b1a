"""Reference quantiles for src/numeric/normal.test.ts. Run: python3 test/reference/normal.py (made with Python 3.11)."""
from statistics import NormalDist

for p in (1e-12, 0.001, 0.025, 0.2, 0.5, 0.9, 0.999999):
    print(p, repr(NormalDist().inv_cdf(p)))
