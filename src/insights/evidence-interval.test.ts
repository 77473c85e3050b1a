import { describe, expect, it } from "vitest";
import { noEffectOf } from "../evidence/record-checks.ts";
import { evidenceRecords } from "../evidence/records.ts";
import { evidenceInterval } from "./evidence-interval.ts";

const drawn = evidenceRecords().flatMap((record) => {
  const interval = evidenceInterval(record);
  return interval === null ? [] : [{ record, interval }];
});

function byId(id: string): (typeof drawn)[number]["interval"] {
  const found = drawn.find(({ record }) => record.id === id);
  if (found === undefined) throw new Error(`nothing is drawn of ${id}`);
  return found.interval;
}

describe("the interval that is drawn", () => {
  it("is drawn exactly where the source gives limits", () => {
    expect(drawn.length).toBeGreaterThan(60);
    for (const record of evidenceRecords()) {
      expect(evidenceInterval(record) === null, record.id).toBe(record.effect.lo === null);
    }
  });

  it("says where no effect lies, as the null flag does", () => {
    for (const { record, interval } of drawn) {
      if (interval.noEffect === null) continue;
      const isAtEdge = interval.lo === interval.noEffect || interval.hi === interval.noEffect;
      if (isAtEdge) expect(interval.sentence).toContain("at the edge");
      else expect(interval.sentence.includes("lies inside"), record.id).toBe(record.null);
    }
  });

  it("puts the good side where less, or more, is better, and nowhere for a plain share", () => {
    expect(byId("kim-2014-scorad")).toMatchObject({ better: "left", isRatio: false, noEffect: 0 });
    expect(byId("zhu-2024-pasi75")).toMatchObject({ better: "right", isRatio: true, noEffect: 1 });
    expect(byId("david-1984-reintroduction")).toMatchObject({ better: null, noEffect: null });
    expect(byId("jir-2021-pasi").better).toBeNull();
    expect(byId("tjiu-2025-inflammatory")).toMatchObject({ predictionLo: -1.25, predictionHi: 0.11 });
  });

  it("keeps ratios above zero, so that they can be drawn in doublings", () => {
    for (const { record, interval } of drawn) {
      if (interval.isRatio) expect(interval.lo, record.id).toBeGreaterThan(0);
      expect(noEffectOf(record.effect.measure)).toBe(interval.noEffect);
    }
  });
});
