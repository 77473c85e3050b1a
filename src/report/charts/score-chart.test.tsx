import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ScoreChart, type ScoreChartProps } from "./score-chart.tsx";

const poem: ScoreChartProps = {
  points: [
    { day: 100, value: 16 },
    { day: 107, value: 12 },
    { day: 121, value: 5 },
  ],
  min: 0,
  max: 28,
  stripes: [
    { name: "clear/almost clear", upTo: 2 },
    { name: "mild", upTo: 7 },
    { name: "moderate", upTo: 16 },
    { name: "severe", upTo: 24 },
    { name: "very severe", upTo: 28 },
  ],
  width: 320,
  em: 16,
  name: "POEM, 3 scores",
  dayLabel: (day) => `day ${String(day)}`,
};

const draw = (changes: Partial<ScoreChartProps> = {}): string =>
  renderToStaticMarkup(<ScoreChart {...poem} {...changes} />);

function heights(markup: string): readonly number[] {
  return [...markup.matchAll(/class="score-dot" cx="[^"]+" cy="([^"]+)"/g)].map(([, y]) => Number(y));
}

describe("the chart of a score", () => {
  it("has a dot per score, lower for a lower score, and a name", () => {
    const markup = draw();
    const [first = 0, second = 0, third = 0] = heights(markup);
    expect(heights(markup)).toHaveLength(3);
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(third);
    expect(markup).toContain('aria-label="POEM, 3 scores"');
    expect(markup).toContain("day 100");
    expect(markup).toContain("day 121");
  });

  it("shows the classes up to the one of the highest score, and the next when it stands on the limit", () => {
    expect(draw()).toContain("severe");
    expect(draw()).not.toContain("very severe");
    const low = draw({ points: [{ day: 1, value: 5 }] });
    expect(low).toContain("mild");
    expect(low).not.toContain("moderate");
  });

  it("leaves out the name of a stripe that is too thin for it", () => {
    expect(draw({ points: [{ day: 1, value: 28 }] })).not.toContain("clear/almost clear");
  });

  it("draws one score in the middle, and scores without classes near the top", () => {
    const one = draw({ points: [{ day: 5, value: 40 }], stripes: [], max: 1500 });
    expect(heights(one)).toHaveLength(1);
    expect(one).toContain('text-anchor="middle">day 5');
    expect(heights(one)[0]).toBeLessThan(60);
  });

  it("survives no scores and scores that are all 0", () => {
    expect(draw({ points: [] })).not.toMatch(/NaN|Infinity/);
    const zeros = draw({
      points: [
        { day: 1, value: 0 },
        { day: 9, value: 0 },
      ],
      stripes: [],
    });
    expect(zeros).not.toMatch(/NaN|Infinity/);
    expect(new Set(heights(zeros)).size).toBe(1);
  });
});
