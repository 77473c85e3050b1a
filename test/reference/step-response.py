"""Reference numbers for src/engine/step-response-reference.test.ts and joint-system.test.ts: the same system with daily kernels, written out day by day.

Run: python3 test/reference/step-response.py (made with Python 3.11, numpy 2.4). Shares no code and no shortcuts with the engine: dense lags 0-84, no
running sums, no sharing between levers, quantiles by numpy ("weibull" = Hyndman & Fan type 6), stability by eigenvalues of the companion matrix.
"""
import json

import numpy as np

DRAWS, DAYS = 9, 90
LISTED = [1, 2, 3, 5, 7, 14, 21, 30, 45, 60, 75, 90]
OUTCOMES = ["itch", "bloating", "stress"]
# from, to, base effect, delay, first lag, in when (5 d + 2 e) % 7 < often
EDGES = [
    ("fibre", "itch", -0.05, 40, 0, 5),
    ("fibre", "bloating", 0.03, 2, 0, 6),
    ("coffee", "stress", 0.4, 0, 0, 6),
    ("coffee", "itch", 0.2, 1, 0, 3),
    ("bloating", "itch", 0.5, 2, 1, 6),
    ("stress", "bloating", 0.6, 1, 1, 5),
    ("itch", "stress", 0.3, 1, 1, 4),
    ("stress", "itch", 0.25, 60, 1, 6),
    ("sleep", "stress", -0.5, 0, 0, 4),
]


def columns(delay, first):
    centres = np.array([c if c < 15 else 18 + 7 * (c - 15) for c in range(25)], float)
    w = np.where(np.arange(25) < 15, 1.0, 7.0) / (1 + (centres - delay) ** 2)
    w[:first] = 0
    return w / w.sum()


def daily(delay, first):
    w = columns(delay, first)
    return np.concatenate([w[:15], np.repeat(w[15:] / 7, 7)])


def draw(d):
    """(from, to) -> effect * daily kernel, for the edges that are in."""
    found = {}
    for e, (source, to, base, delay, first, often) in enumerate(EDGES):
        if (5 * d + 2 * e) % 7 < often:
            found[source, to] = base * (1 + 0.2 * ((7 * d + 3 * e) % 5 - 2)) * daily(delay + d % 3, first)
    return found


def run(edges, cause, days=DAYS):
    """Every outcome, day by day, when `cause` is held one unit above usual."""
    x = {name: np.zeros(days) for name in OUTCOMES + ["fibre", "coffee", "sleep"]}
    x[cause][:] = 1
    for t in range(days):
        for name in x:
            if name == cause:
                continue
            for (source, to), kernel in edges.items():
                if to == name:
                    for lag in range(min(t, 84) + 1):
                        x[name][t] += kernel[lag] * x[source][t - lag]
    return x


def interval(values):
    v = np.array(values)
    low, high = np.quantile(v, [0.025, 0.975], method="weibull")
    return [float(v.mean()), float(low), float(high)]


def way(edges, stops):
    kernel = np.ones(1)
    for step in zip(stops, stops[1:]):
        if step not in edges:
            return 0.0
        kernel = np.convolve(kernel, edges[step])
    return float(kernel[:DAYS].sum())


def any_way(edges, cause, to):
    known = {cause}
    for _ in EDGES:
        known |= {b for a, b in edges if a in known}
    return to in known


def responses():
    out = []
    draws = [draw(d) for d in range(DRAWS)]
    runs = {c: [run(edges, c) for edges in draws] for c in ["fibre", "coffee", "stress"]}
    for cause, to in [("fibre", "itch"), ("coffee", "itch"), ("coffee", "bloating"), ("stress", "itch")]:
        points = []
        for day in [1, 7, 30, 90]:
            total = interval([r[to][day - 1] for r in runs[cause]])
            direct = interval([edges.get((cause, to), np.zeros(85))[:day].sum() for edges in draws])
            points.append({"day": day, "total": total, "direct": direct})
        stops = {
            "fibre itch": [["bloating"]],
            "coffee itch": [["stress"], ["stress", "bloating"]],
            "coffee bloating": [["stress"]],
            "stress itch": [["bloating"]],
        }[f"{cause} {to}"]
        paths = []
        for via in stops:
            effects = [way(edges, [cause, *via, to]) for edges in draws]
            there = [all(s in edges for s in zip([cause, *via], [*via, to])) for edges in draws]
            paths.append({"via": via, "probability": sum(there) / DRAWS, "effect": interval(effects)})
        out.append(
            {
                "from": cause,
                "to": to,
                "probability": sum(any_way(e, cause, to) for e in draws) / DRAWS,
                "points": points,
                "paths": paths,
            }
        )
    return out


def radius(forward, back, lags_forward, lags_back):
    """Spectral radius of a loop of two outcomes with flat kernels over these lags (first, last)."""
    n = 85
    a = np.zeros((2 * n, 2 * n))
    for lag in range(1, n):
        a[lag, lag - 1] = a[n + lag, n + lag - 1] = 1
    for lag in range(lags_forward[0], lags_forward[1] + 1):
        a[n, lag - 1] = forward / (lags_forward[1] - lags_forward[0] + 1)
    for lag in range(lags_back[0], lags_back[1] + 1):
        a[0, n + lag - 1] = back / (lags_back[1] - lags_back[0] + 1)
    return float(max(abs(np.linalg.eigvals(a))))


if __name__ == "__main__":
    for response in responses():
        print(json.dumps({k: response[k] for k in ["from", "to", "probability"]}))
        for point in response["points"]:
            print(" ", json.dumps([point["day"], *point["total"], *point["direct"]]))
        for path in response["paths"]:
            print(" ", json.dumps([path["via"], path["probability"], *path["effect"]]))
    for loop in [
        (0.9, 1.08, (1, 1), (1, 3)),
        (0.9, 1.14, (1, 1), (1, 3)),
        (2.0, -0.6, (1, 7), (1, 7)),
        (2.0, -0.4, (2, 2), (3, 3)),
        (3.0, -2.0, (1, 7), (1, 7)),
        (1.0, -1.02, (5, 5), (6, 6)),
        (1.05, 1.0, (15, 84), (15, 84)),
        (1.2, -1.0, (15, 84), (1, 7)),
    ]:
        print(loop, radius(*loop))
