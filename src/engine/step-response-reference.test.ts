import { describe, expect, it } from "vitest";
import type { Role } from "../daily/table.ts";
import type { EquationDraws } from "./equation-draws.ts";
import { stepResponses } from "./step-response.ts";
import type { StepResponse } from "./posterior.ts";

const lever = (name: string): { name: string; role: Role } => ({ name, role: "lever" });

function find(responses: readonly StepResponse[], from: string, to: string): StepResponse {
  const found = responses.find((one) => one.from === from && one.to === to);
  if (!found) throw new Error(`no response of ${to} to ${from}`);
  return found;
}

function pointOf(response: StepResponse, day: number): StepResponse["points"][number] {
  const found = response.points.find((point) => point.day === day);
  if (!found) throw new Error(`no day ${String(day)}`);
  return found;
}

/** The system of test/reference/step-response.py. */
function referenceEquations(): EquationDraws[] {
  const edges: readonly (readonly [string, string, number, number, number, number])[] = [
    ["fibre", "itch", -0.05, 40, 0, 5],
    ["fibre", "bloating", 0.03, 2, 0, 6],
    ["coffee", "stress", 0.4, 0, 0, 6],
    ["coffee", "itch", 0.2, 1, 0, 3],
    ["bloating", "itch", 0.5, 2, 1, 6],
    ["stress", "bloating", 0.6, 1, 1, 5],
    ["itch", "stress", 0.3, 1, 1, 4],
    ["stress", "itch", 0.25, 60, 1, 6],
    ["sleep", "stress", -0.5, 0, 0, 4],
  ];
  return ["itch", "bloating", "stress"].map((name) => ({
    to: name,
    toRole: "skin",
    draws: Array.from({ length: 9 }, (_, d) => ({
      edges: edges.flatMap(([from, to, base, delay, first, often], e) =>
        to === name && (5 * d + 2 * e) % 7 < often
          ? [
              {
                from,
                effect: base * (1 + 0.2 * (((7 * d + 3 * e) % 5) - 2)),
                pulse: referencePulse(delay + (d % 3), first),
              },
            ]
          : [],
      ),
    })),
  }));
}

function referencePulse(delay: number, first: number): Float64Array {
  const raw = Float64Array.from({ length: 25 }, (_, c) => {
    const centre = c < 15 ? c : 18 + 7 * (c - 15);
    return c < first ? 0 : (c < 15 ? 1 : 7) / (1 + (centre - delay) * (centre - delay));
  });
  const total = raw.reduce((sum, w) => sum + w, 0);
  return raw.map((w) => w / total);
}

describe("step responses against the day-by-day reference in Python", () => {
  const responses = stepResponses(referenceEquations(), [
    lever("fibre"),
    lever("coffee"),
    { name: "stress", role: "stress" },
  ]);

  // day, total mean, low95, high95, direct mean, low95, high95: printed by test/reference/step-response.py
  const rows: readonly (readonly [string, string, number, readonly (readonly number[])[]])[] = [
    [
      "fibre",
      "itch",
      0.7777777777777778,
      [
        [1, -9.280644250424275e-6, -2.97818150940163e-5, 0.0, -9.280644250424275e-6, -2.97818150940163e-5, 0.0],
        [
          7, 0.005747876965445217, -0.00010446194818173795, 0.018355354067897928, -7.61670975975589e-5,
          -0.00024367622526937782, 0.0,
        ],
        [
          30, 0.008428460562147026, -0.0013557172542795664, 0.023888120697712227, -0.0010189350374449702,
          -0.0031008181993093156, 0.0,
        ],
        [
          90, -0.0226913893006187, -0.05800138761586179, 0.007199167430482935, -0.032222222222222235,
          -0.07000000000000003, 0.0,
        ],
      ],
    ],
    [
      "coffee",
      "itch",
      1.0,
      [
        [1, 0.0070004621480879515, 0.0, 0.03121067423077007, 0.0070004621480879515, 0.0, 0.03121067423077007],
        [
          7, 0.07309599599336054, 4.622425952538746e-5, 0.2180423070519937, 0.0533217285192704, 0.0,
          0.21802246515254253,
        ],
        [
          30, 0.10389970008643112, 0.000490134588176553, 0.23814451996574917, 0.057259167483447566, 0.0,
          0.23786113704014064,
        ],
        [90, 0.1690330721725092, 0.09909289571638391, 0.33404283949346497, 0.05777777777777778, 0.0, 0.24],
      ],
    ],
    [
      "coffee",
      "bloating",
      0.7777777777777778,
      [
        [1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [7, 0.12779489908366418, 0.0, 0.3166524766541202, 0.0, 0.0, 0.0],
        [30, 0.1645278040878291, 0.0, 0.39457674773690976, 0.0, 0.0, 0.0],
        [90, 0.17307491987213697, 0.0, 0.4031560109870281, 0.0, 0.0, 0.0],
      ],
    ],
    [
      "stress",
      "itch",
      1.0,
      [
        [1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [
          7, 0.08335042062914005, 7.63163322453854e-5, 0.21681562720123823, 0.0001065627210024644, 0.0,
          0.00023318315090222258,
        ],
        [
          30, 0.13106947163102817, 0.0006528738475962315, 0.3288614323360419, 0.0008943651730589681, 0.0,
          0.0019405604441306323,
        ],
        [
          90, 0.3333164170695479, 0.15000000000000016, 0.5379609648102571, 0.19999999999999998, 0.0,
          0.29999999999999993,
        ],
      ],
    ],
  ];

  it.each(rows)("%s -> %s", (from, to, probability, points) => {
    const response = find(responses, from, to);
    expect(response.probability).toBeCloseTo(probability, 12);
    for (const [day, ...numbers] of points) {
      const { total, direct } = pointOf(response, day);
      const got = [total.mean, total.low95, total.high95, direct.mean, direct.low95, direct.high95];
      got.forEach((x, i) => {
        expect(x).toBeCloseTo(numbers[i], 13);
      });
    }
  });

  const ways: readonly (readonly [string, string, readonly string[], number, readonly number[]])[] = [
    ["fibre", "itch", ["bloating"], 0.6666666666666666, [0.00966556453962853, 0.0, 0.025197258426917443]],
    ["coffee", "itch", ["stress"], 0.7777777777777778, [0.05982957468697481, 0.0, 0.142629434852288]],
    ["coffee", "itch", ["stress", "bloating"], 0.5555555555555556, [0.04797452268995466, 0.0, 0.12089953262343739]],
    ["coffee", "bloating", ["stress"], 0.7777777777777778, [0.1674470833294623, 0.0, 0.40315601098702786]],
    ["stress", "itch", ["bloating"], 0.5555555555555556, [0.13331641706954792, 0.0, 0.3359600992409874]],
  ];

  it.each(ways)("way %s -> %s through %j", (from, to, via, probability, numbers) => {
    const path = find(responses, from, to).paths.find((one) => one.via.join() === via.join());
    expect(path?.probability).toBeCloseTo(probability, 12);
    [path?.effect.mean, path?.effect.low95, path?.effect.high95].forEach((x, i) => {
      expect(x).toBeCloseTo(numbers[i], 13);
    });
  });
});
