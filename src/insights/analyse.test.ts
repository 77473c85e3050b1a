import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import type { DailyColumn, DailyTable } from "../daily/table.ts";
import { drawNormal } from "../numeric/normal.ts";
import { analyseSteps, analyseTable, firstLook } from "./analyse.ts";
import { analysisSchema } from "./analysis-schema.ts";
import { wordError } from "./words.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

const DAYS = 120;

function column(name: string, role: DailyColumn["role"], values: readonly number[]): DailyColumn {
  const scale = role === "lever" ? { unit: "g" } : { unit: "points", min: 0, max: 10 };
  return {
    name,
    label: name,
    role,
    ...scale,
    betterIs: role === "lever" ? "neither" : "lower",
    values: Float64Array.from(values),
    reasons: new Uint8Array(values.length),
  };
}

/** 120 days: fibre lowers the gut score of the next three days (or not at all); tea does nothing; skin is noise. */
function diary(effectPerGram: number): DailyTable {
  const random = createRandom(7);
  const fibre = Array.from({ length: DAYS }, () => 20 + 8 * drawNormal(random));
  const tea = Array.from({ length: DAYS }, () => 200 + 50 * drawNormal(random));
  const before = (day: number): number => (fibre[day] ?? 20) - 20;
  const gut = fibre.map((_, day) => {
    const arrived = 0.25 * before(day - 1) + 0.5 * before(day - 2) + 0.25 * before(day - 3);
    return 5 + effectPerGram * arrived + drawNormal(random);
  });
  const skin = fibre.map(() => 4 + drawNormal(random));
  return {
    firstDayNumber: 20_000,
    dayCount: DAYS,
    calendar: "date",
    columns: [
      column("fibre", "lever", fibre),
      column("tea", "lever", tea),
      column("gut", "gut", gut),
      column("skin", "skin", skin),
    ],
  };
}

/** Few sweeps: these tests are about the way from the engine to the words, not about precision. */
const quick = { safety: quietSafety, seed: 1, chains: 2, sweeps: 100 };

describe("from a daily table to the answer", () => {
  it("finds and words a strong effect, with direction, step and delay, and nothing of the noise", () => {
    const document = analyseTable(diary(-0.2), {
      ...quick,
      assumed: [{ type: "LeverByDefault", column: "tea", value: "" }],
    });
    if (!document.ok) throw new Error(document.error.type);
    expect(analysisSchema.check(JSON.parse(JSON.stringify(document.value))).ok).toBe(true);
    const found = document.value.edges.filter((edge) => edge.verdict === "strong");
    expect(found.map((edge) => [edge.from, edge.to, edge.direction])).toEqual([["fibre", "gut", "better"]]);
    expect(found[0]?.sentence).toMatch(
      /^A strong sign: 10 g more fibre a day, kept up, went together with gut about (1\.[5-9]|2|2\.[0-5]) points lower .* after about 2 days\.$/,
    );
    expect(document.value.summary[0]).toBe(found[0]?.sentence);
    expect(document.value.assumed).toHaveLength(1);
  });

  it("gives a first look that is flagged, reports nothing yet and has the shape of the full answer", () => {
    const look = firstLook(diary(-0.2), { safety: quietSafety, seed: 1 });
    if (!look.ok) throw new Error(look.error.type);
    expect(look.value.preview).toBe(true);
    expect(look.value.edges.some((edge) => edge.reported)).toBe(false);
    expect(look.value.edges.find((edge) => edge.from === "fibre" && edge.to === "gut")?.verdict).toBe("maybe");
    expect(look.value.summary[0]).toMatch(/^Maybe.* went together with gut/);
    expect(look.value.notes[0]).toMatch(/^This is a first look/);
    expect(analysisSchema.check(JSON.parse(JSON.stringify(look.value))).ok).toBe(true);
    const short = firstLook({ ...diary(0), columns: [] }, { safety: quietSafety, seed: 1 });
    expect(short.ok ? null : short.error.type).toBe("NoOutcome");
  });

  it("says on a diary of noise that nothing stands out", () => {
    const document = analyseTable(diary(0), quick);
    if (!document.ok) throw new Error(document.error.type);
    expect(document.value.edges.filter((edge) => edge.reported)).toEqual([]);
    expect(document.value.summary[0]).toMatch(/^Nothing stands out in these 120 days; .* effects larger than about /);
    expect(document.value.twoWay.sentence).not.toContain("two-way");
  });

  it("gives the same bytes for the same table and seed, and reports rising progress on the way", () => {
    const run = (): { readonly bytes: string; readonly fractions: readonly number[] } => {
      const fractions: number[] = [];
      const steps = analyseSteps(diary(-0.2), { ...quick, outcomes: ["gut"] });
      for (;;) {
        const step = steps.next();
        if (step.done) return { bytes: JSON.stringify(step.value), fractions };
        fractions.push(step.value.fraction);
      }
    };
    const first = run();
    expect(run().bytes).toBe(first.bytes);
    expect(first.fractions.length).toBeGreaterThan(3);
    expect(first.fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  });

  it("can be stopped after any step", () => {
    const steps = analyseSteps(diary(-0.2), quick);
    expect(steps.next().done).toBe(false);
    expect(steps.return({ ok: false, error: { type: "NoOutcome" } }).done).toBe(true);
    expect(steps.next().done).toBe(true);
  });

  it("passes the engine's refusals on, each with words", () => {
    const table = diary(0);
    const noOutcome = analyseTable({ ...table, columns: table.columns.slice(0, 2) }, quick);
    expect(noOutcome.ok ? null : wordError(noOutcome.error).sentence).toContain("no gut, skin, stress or sleep score");
    const short = analyseTable(
      { ...table, dayCount: 5, columns: table.columns.map((c) => ({ ...c, values: c.values.slice(0, 5) })) },
      quick,
    );
    expect(short.ok ? null : wordError(short.error).sentence).toBe(
      "The diary has 5 days so far; 14 days are needed for a first look.",
    );
  });
});
