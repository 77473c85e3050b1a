import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { column, table } from "../../test/support/made-diary.ts";
import type { DailyTable } from "../daily/table.ts";
import { drawNormal } from "../numeric/normal.ts";
import { axisSteps, fitAxis } from "./fit-axis.ts";
import type { AxisPosterior } from "./posterior.ts";

const QUICK = { seed: 1, sweeps: 40, chains: 2 } as const;

function white(n: number, seed: number): Float64Array {
  const random = createRandom(seed, 77);
  return Float64Array.from({ length: n }, () => drawNormal(random));
}

/** fibre lowers skin after 2 days (-0.6 per unit), tea does nothing; AR(1) noise, 10 % of skin days missing. */
function planted(n = 180, seed = 1): { fibre: Float64Array; tea: Float64Array; skin: Float64Array; gut: Float64Array } {
  const random = createRandom(seed, 5);
  const fibre = white(n, seed + 10);
  const tea = white(n, seed + 20);
  const gut = white(n, seed + 30);
  const skin = new Float64Array(n);
  let state = 0;
  for (let t = 0; t < n; t++) {
    state = 0.6 * state + 0.5 * drawNormal(random);
    const missing = random.uniform() < 0.1;
    skin[t] = missing ? NaN : 5 - 0.6 * (fibre[t - 2] ?? 0) + state + 0.5 * drawNormal(random);
  }
  return { fibre, tea, skin, gut };
}

function plantedTable(): DailyTable {
  const { fibre, tea, skin, gut } = planted();
  return table([
    column("fibre", "lever", fibre),
    column("tea", "lever", tea),
    column("gut", "gut", gut),
    column("skin", "skin", skin),
  ]);
}

function posteriorOf(t: DailyTable, options: Parameters<typeof fitAxis>[1] = QUICK): AxisPosterior {
  const result = fitAxis(t, options);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

function edge(posterior: AxisPosterior, from: string, to: string): AxisPosterior["edges"][number] {
  const found = posterior.edges.find((e) => e.from === from && e.to === to);
  if (!found) throw new Error(`no edge ${from} -> ${to}`);
  return found;
}

function allNumbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(allNumbers);
  if (value !== null && typeof value === "object") return Object.values(value).flatMap(allNumbers);
  return [];
}

describe("fitAxis", () => {
  it("finds a planted effect with its sign, size and delay, and leaves the others alone", () => {
    const posterior = posteriorOf(plantedTable());
    const real = edge(posterior, "fibre", "skin");
    expect(real.reported).toBe(true);
    expect(real.ifReal.low95).toBeLessThan(-0.6);
    expect(real.ifReal.high95).toBeGreaterThan(-0.6);
    expect(real.ifReal.high95).toBeLessThan(0);
    expect(Math.abs(real.delay.mean - 2)).toBeLessThan(0.4);
    expect(posterior.edges.filter((e) => e.reported)).toHaveLength(1);
    expect(edge(posterior, "skin", "gut").inclusionProbability).toBeLessThan(0.3);
  });

  it("gives the same numbers bit for bit for the same seed, and nearly the same answer for another", () => {
    const a = posteriorOf(plantedTable());
    expect(JSON.stringify(posteriorOf(plantedTable()))).toBe(JSON.stringify(a));
    const b = posteriorOf(plantedTable(), { ...QUICK, seed: 2 });
    expect(Math.abs(edge(b, "fibre", "skin").ifReal.mean - edge(a, "fibre", "skin").ifReal.mean)).toBeLessThan(0.05);
  });

  it("scales effects with the units of the cause and nothing else", () => {
    const { fibre, skin } = planted();
    const plain = posteriorOf(table([column("fibre", "lever", fibre), column("skin", "skin", skin)]));
    const scaled = posteriorOf(
      table([
        column(
          "fibre",
          "lever",
          fibre.map((x) => x * 1024),
        ),
        column("skin", "skin", skin),
      ]),
    );
    expect(edge(scaled, "fibre", "skin").ifReal.mean * 1024).toBe(edge(plain, "fibre", "skin").ifReal.mean);
    expect(edge(scaled, "fibre", "skin").inclusionProbability).toBe(edge(plain, "fibre", "skin").inclusionProbability);
  });

  it("changes nothing when the whole diary is shifted by whole weeks", () => {
    const { fibre, skin } = planted();
    const columns = [column("fibre", "lever", fibre), column("skin", "skin", skin)];
    expect(JSON.stringify(posteriorOf(table(columns, 20000 + 7 * 52)))).toBe(
      JSON.stringify(posteriorOf(table(columns))),
    );
  });

  it("never lets an outcome act on the same day, nor a score on its own part", () => {
    const { skin, gut } = planted();
    const itch = skin.map((x) => x + 0.1);
    itch[3] = 9;
    const posterior = posteriorOf(
      table([
        column("skin", "skin", skin, { partOf: ["itch"] }),
        column(
          "itch",
          "skin",
          itch.map((x, t) => x + Math.sin(t)),
        ),
        column("gut", "gut", gut),
      ]),
    );
    expect(posterior.edges.some((e) => e.from === "itch" && e.to === "skin")).toBe(false);
    expect(posterior.edges.some((e) => e.from === "skin" && e.to === "itch")).toBe(false);
    for (const e of posterior.edges) expect(e.curve[0]?.pulseMean).toBe(0);
  });

  it("says why a column cannot be used", () => {
    const { fibre, skin, gut } = planted(100);
    const short = new Float64Array(100).fill(NaN);
    for (let t = 0; t < 13; t++) short[t] = t % 4;
    const posterior = posteriorOf(
      table([
        column("fibre", "lever", fibre),
        column("constant", "lever", new Float64Array(100).fill(3)),
        column("empty", "lever", new Float64Array(100).fill(NaN)),
        column(
          "copy",
          "lever",
          skin.map((x) => 2 * x + 1),
        ),
        column("short", "gut", short),
        column("gut", "gut", gut),
        column("skin", "skin", skin),
      ]),
    );
    expect(posterior.unused).toEqual([
      { type: "ColumnConstant", column: "constant" },
      { type: "ColumnEmpty", column: "empty" },
      { type: "TooFewDays", column: "short", have: 13, need: 14 },
      { type: "CopyOfOutcome", column: "copy", outcome: "skin" },
    ]);
  });

  it("names what is missing instead of answering: no outcome, too short, nothing usable", () => {
    const { fibre, skin } = planted(60);
    expect(fitAxis(table([column("fibre", "lever", fibre)]), QUICK)).toEqual({
      ok: false,
      error: { type: "NoOutcome" },
    });
    expect(fitAxis(table([column("skin", "skin", skin.slice(0, 13))]), QUICK)).toEqual({
      ok: false,
      error: { type: "DiaryTooShort", have: 13, need: 14 },
    });
    const nothing = fitAxis(table([column("skin", "skin", new Float64Array(60).fill(4))]), QUICK);
    expect(nothing.ok ? "" : nothing.error.type).toBe("NoUsableOutcome");
  });

  it.each([
    [
      "an outcome with two values",
      (n: number) => ({ skin: white(n, 4).map((x) => (x > 1 ? 1 : 0)), lever: white(n, 5) }),
    ],
    [
      "tiny units",
      (n: number) => ({ skin: white(n, 4).map((x) => x * 1e-9), lever: white(n, 5).map((x) => x * 1e-9) }),
    ],
    [
      "huge units",
      (n: number) => ({ skin: white(n, 4).map((x) => 1e9 + x * 1e9), lever: white(n, 5).map((x) => x * 1e9) }),
    ],
    ["one wild day", (n: number) => ({ skin: white(n, 4).map((x, t) => (t === 40 ? 1e4 : x)), lever: white(n, 5) })],
    [
      "a step as lever",
      (n: number) => ({ skin: white(n, 4), lever: Float64Array.from({ length: n }, (_, t) => (t > n / 2 ? 1 : 0)) }),
    ],
    [
      "a perfect answer",
      (n: number) => {
        const lever = white(n, 5);
        return { skin: lever.map((_, t) => (t > 0 ? lever[t - 1] : 0)), lever };
      },
    ],
    ["fourteen days", () => ({ skin: white(14, 4), lever: white(14, 5) })],
  ])("stays finite and in range for %s", (_, make) => {
    const { skin, lever } = make(120);
    const posterior = posteriorOf(
      table([
        column("lever", "lever", lever),
        column("other", "lever", white(skin.length, 6)),
        column("skin", "skin", skin),
      ]),
    );
    for (const x of allNumbers(posterior)) expect(Number.isFinite(x)).toBe(true);
    for (const e of posterior.edges) {
      expect(e.inclusionProbability).toBeGreaterThanOrEqual(0);
      expect(e.inclusionProbability).toBeLessThanOrEqual(1);
      expect(e.ifReal.low95).toBeLessThanOrEqual(e.ifReal.high95);
    }
  });

  it("reports progress that only grows and ends with the answer", () => {
    const steps = axisSteps(plantedTable(), QUICK);
    let last = 0;
    let count = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(step.value.ok).toBe(true);
        break;
      }
      expect(step.value.fraction).toBeGreaterThanOrEqual(last);
      last = step.value.fraction;
      count += 1;
    }
    expect(count).toBeGreaterThan(10);
  });
});
