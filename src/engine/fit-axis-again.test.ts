import { describe, expect, it } from "vitest";
import type { DailyTable } from "../daily/table.ts";
import { column, daily, edgeOf, notFinite, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import { hardDiaries } from "../../test/support/hard-diaries.ts";
import { assembleAxis, fitAxis, outcomeSteps, previewAxis, type OutcomePart } from "./fit-axis.ts";
import type { AxisOptions, AxisPosterior, OutcomeRestart } from "./posterior.ts";
import { prepareAxis } from "./problem.ts";

const QUICK = { seed: 1, sweeps: 30, chains: 2, fdr: 0.05 } as const satisfies AxisOptions;
const MOST = 150;
const fibre = white(MOST, 1);
const tea = white(MOST, 2);
const rest = slow(MOST, 0.6, 0.7, 3);
const gut = white(MOST, 4);

/** The first n days of one diary: fibre lowers skin after two days. */
function upTo(n: number): DailyTable {
  const skin = daily(n, (t) => 5 - 0.8 * (fibre[t - 2] ?? 0) + 0.6 * rest[t]);
  return table([
    column("fibre", "lever", fibre.slice(0, n)),
    column("tea", "lever", tea.slice(0, n)),
    column("gut", "gut", gut.slice(0, n)),
    column("skin", "skin", skin),
  ]);
}

function preview(diary: DailyTable): AxisPosterior {
  const result = previewAxis(diary, QUICK);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

describe("a first look", () => {
  it("shows the planted effect first, reports nothing and does not call itself settled", () => {
    const look = preview(upTo(MOST));
    const likeliest = look.edges.toSorted((a, b) => b.inclusionProbability - a.inclusionProbability)[0];
    expect([likeliest.from, likeliest.to]).toEqual(["fibre", "skin"]);
    expect(Math.abs(likeliest.ifReal.mean + 0.8)).toBeLessThan(0.2);
    expect(look.edges.some((edge) => edge.reported)).toBe(false);
    expect(look.groups.some((group) => group.reported)).toBe(false);
    expect(look.outcomes.some((outcome) => outcome.diagnostics.converged)).toBe(false);
    expect(look.outcomes.map((outcome) => outcome.forecast)).toEqual([[], []]);
  });

  it("is near the full answer", () => {
    const [look, full] = [preview(upTo(MOST)), posteriorOf(upTo(MOST), QUICK)];
    const [a, b] = [look, full].map((posterior) => edgeOf(posterior, "fibre", "skin").ifReal.mean);
    expect(Math.abs(a / b - 1)).toBeLessThan(0.15);
  });

  it("is the same for the same seed, and fails as the full answer fails", () => {
    expect(JSON.stringify(preview(upTo(60)))).toBe(JSON.stringify(preview(upTo(60))));
    const short = upTo(13);
    expect(previewAxis(short, QUICK)).toEqual(fitAxis(short, QUICK));
    expect(previewAxis(table([column("tea", "lever", tea)]), QUICK)).toEqual({
      ok: false,
      error: { type: "NoOutcome" },
    });
  });

  it.each(hardDiaries)("holds only finite numbers, its unmeasured convergence apart: %s", (_, columns) => {
    const unmeasured = /\.diagnostics\.(rHat|ess|pipSpread) = /;
    expect(notFinite(preview(table(columns))).filter((path) => !unmeasured.test(path))).toEqual([]);
  });
});

describe("going on from an earlier answer", () => {
  const earlier = posteriorOf(upTo(MOST - 1), QUICK);

  it("gives nearly the answer that starting anew gives when a day was added", () => {
    const anew = posteriorOf(upTo(MOST), QUICK);
    const again = posteriorOf(upTo(MOST), { ...QUICK, restart: earlier.restart });
    for (const edge of anew.edges) {
      const other = edgeOf(again, edge.from, edge.to);
      expect(Math.abs(other.inclusionProbability - edge.inclusionProbability)).toBeLessThan(0.06);
    }
    const [a, b] = [anew, again].map((posterior) => edgeOf(posterior, "fibre", "skin").ifReal);
    expect(Math.abs(a.mean - b.mean)).toBeLessThan(0.03);
    expect(edgeOf(again, "fibre", "skin").reported).toBe(true);
    expect(notFinite(again)).toEqual([]);
  });

  it("is plain data that survives being written down, and the same start gives the same bits", () => {
    const kept = JSON.parse(JSON.stringify(earlier.restart)) as readonly OutcomeRestart[];
    expect(kept).toEqual(earlier.restart);
    const answer = (restart: readonly OutcomeRestart[]): string =>
      JSON.stringify(posteriorOf(upTo(120), { ...QUICK, restart }));
    expect(answer(kept)).toBe(answer(earlier.restart));
  });

  it("from a start that points the wrong way finds its way back", () => {
    const wrong = earlier.restart.map((one) => ({
      ...one,
      chains: one.chains.map(() => ({ law: 50, slab: 1, edges: [{ from: "tea", kernel: 20, bank: 3 }] })),
    }));
    const edge = edgeOf(posteriorOf(upTo(MOST), { ...QUICK, restart: wrong }), "fibre", "skin");
    expect(edge.reported).toBe(true);
    expect(Math.abs(edge.ifReal.mean + 0.8)).toBeLessThan(0.15);
  });

  it("leaves out what does not fit any more: other outcomes, gone causes, unknown kernels and laws", () => {
    const strange: OutcomeRestart[] = [
      {
        outcome: "skin",
        chains: [
          { law: 9999, slab: 0, edges: [] },
          { law: -1, slab: 7, edges: [] },
        ],
      },
      { outcome: "nobody", chains: [] },
    ];
    const plain = JSON.stringify(posteriorOf(upTo(100), { ...QUICK, outcomes: ["skin"] }));
    expect(JSON.stringify(posteriorOf(upTo(100), { ...QUICK, outcomes: ["skin"], restart: strange }))).toBe(plain);
    const gone: OutcomeRestart[] = [
      {
        outcome: "skin",
        chains: [0, 1].map(() => ({
          law: 20,
          slab: 0,
          edges: [
            { from: "gone", kernel: 3, bank: 0 },
            { from: "fibre", kernel: 1e9, bank: 0 },
            { from: "fibre", kernel: 3, bank: NaN },
            { from: "tea", kernel: 3, bank: 0 },
            { from: "tea", kernel: 4, bank: 0 },
          ],
        })),
      },
    ];
    const posterior = posteriorOf(upTo(100), { ...QUICK, outcomes: ["skin"], restart: gone });
    expect(notFinite(posterior)).toEqual([]);
    expect(edgeOf(posterior, "fibre", "skin").inclusionProbability).toBeGreaterThan(0.9);
  });
});

describe("outcomes worked out apart", () => {
  it("in any order, step by step in turns, are plain data and give the bits of the whole", () => {
    const diary = upTo(100);
    const problem = prepareAxis(diary, QUICK);
    if (!problem.ok) throw new Error(problem.error.type);
    const parts: OutcomePart[] = [];
    const running = problem.value.outcomes.map((_, index) => ({ index, steps: outcomeSteps(problem.value, index) }));
    // the second outcome takes two steps for each of the first
    const waiting = new Set([1, 1, 0].map((index) => running[index]));
    for (let turn = 0; waiting.size > 0; turn++) {
      const one = running[turn % 3 === 2 ? 0 : 1];
      if (!waiting.has(one)) continue;
      const step = one.steps.next();
      if (!step.done) continue;
      parts[one.index] = step.value;
      waiting.delete(one);
    }
    expect(parts).toHaveLength(2);
    expect(JSON.stringify(assembleAxis(problem.value, parts))).toBe(JSON.stringify(posteriorOf(diary, QUICK)));
    expect(structuredClone(parts)).toEqual(parts);
  });
});
