import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { evidenceRecords } from "../../evidence/records.ts";
import { evidenceInterval, type EvidenceInterval } from "../../insights/evidence-interval.ts";
import { IntervalPicture } from "./interval-picture.tsx";

const labels = { none: "no effect", better: "better", worse: "worse" };
const draw = (interval: EvidenceInterval, width = 400): string =>
  renderToStaticMarkup(<IntervalPicture interval={interval} width={width} em={16} labels={labels} />);

/** Ends of the thick whisker, the line of no effect and the dot, in px. */
function places(markup: string): { readonly lo: number; readonly hi: number; readonly none: number; readonly dot: number } {
  const number = (pattern: RegExp): number => Number(pattern.exec(markup)?.[1]);
  return {
    lo: number(/class="interval-95" x1="([^"]+)"/),
    hi: number(/class="interval-95" x1="[^"]+" x2="([^"]+)"/),
    none: number(/class="interval-none"><line x1="([^"]+)"/),
    dot: number(/circle cx="([^"]+)"/),
  };
} // prettier-ignore

const made: EvidenceInterval = {
  estimate: 2,
  lo: 0.5,
  hi: 8,
  predictionLo: null,
  predictionHi: null,
  noEffect: 1,
  isRatio: true,
  better: "left",
  sentence: "made",
};

describe("the interval of one estimate", () => {
  it("shows the line of no effect on the right side of the whisker, for every record that has limits", () => {
    let drawn = 0;
    for (const record of evidenceRecords()) {
      const interval = evidenceInterval(record);
      if (interval === null) continue;
      drawn += 1;
      const markup = draw(interval, 320);
      expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      const { lo, hi, none, dot } = places(markup);
      expect(lo).toBeLessThanOrEqual(dot);
      expect(dot).toBeLessThanOrEqual(hi);
      expect(lo).toBeGreaterThanOrEqual(0);
      expect(hi).toBeLessThanOrEqual(320);
      if (interval.noEffect === null) continue;
      const isInside = interval.lo < interval.noEffect && interval.noEffect < interval.hi;
      expect(lo < none && none < hi, record.id).toBe(isInside);
    }
    expect(drawn).toBeGreaterThan(60);
  });

  it("makes doublings equally long for ratios, and steps for differences", () => {
    const ratio = places(draw(made));
    // 0.5 to 2 is two doublings, 2 to 8 too
    expect(ratio.dot - ratio.lo).toBeCloseTo(ratio.hi - ratio.dot, 6);
    const difference = places(draw({ ...made, isRatio: false, noEffect: 0 }));
    expect(difference.hi - difference.dot).toBeCloseTo(4 * (difference.dot - difference.lo), 6);
  });

  it("says on which side better lies, and nothing where it is not a matter of better", () => {
    expect(draw(made, 800)).toMatch(/← better.*worse →/);
    expect(draw({ ...made, better: "right" }, 800)).toMatch(/← worse.*better →/);
    expect(draw({ ...made, better: null }, 800)).not.toMatch(/better|worse/);
  });

  it("draws where a new study would land as a thinner whisker, and has its sentence as a name", () => {
    expect(draw({ ...made, predictionLo: 0.2, predictionHi: 20 })).toContain('class="interval-new"');
    expect(draw(made)).not.toContain("interval-new");
    expect(draw(made)).toContain('role="img" aria-label="made"');
  });
});
