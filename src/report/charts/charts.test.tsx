import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { AxisModel } from "./axis-model.ts";
import { AxisPicture } from "./axis-picture.tsx";
import { BandChart } from "./band-chart.tsx";
import { DelayCurve, withoutFlatEnd, type DelayPoint } from "./delay-curve.tsx";
import { EffectStrip } from "./effect-strip.tsx";
import { Timeline, type TimelineSeries } from "./timeline.tsx";

const gap = Number.NaN;

function count(markup: string, text: string): number {
  return markup.split(text).length - 1;
}

describe("the picture of the axis without a page", () => {
  const model: AxisModel = {
    nodes: [
      { id: "fibre", label: "Fibre", place: "lever", tone: "lever" },
      { id: "bloating", label: "Bloating", place: "gut", tone: "gut" },
      { id: "itch", label: "Itch", place: "skin", tone: "skin" },
    ],
    arrows: [
      {
        id: "bloating>itch",
        from: "bloating",
        to: "itch",
        tone: "gut",
        verdict: "strong",
        dashed: false,
        strength: 0.5,
        fog: 0.1,
        effect: 0.64,
        sentence: "Bloating went together with itch",
      },
      {
        id: "itch>bloating",
        from: "itch",
        to: "bloating",
        tone: "skin",
        verdict: "maybe",
        dashed: true,
        strength: 0.2,
        fog: 0.9,
        effect: -0.2,
        sentence: "Maybe",
      },
    ],
    rest: [{ from: "lever", to: "skin", count: 7 }],
    otherLevers: 2,
    otherOutcomes: 0,
  };
  const words = {
    name: "Your axis",
    sentence: "Two ways",
    places: { lever: "Habits", gut: "Gut", inflammation: "Markers", skin: "Skin", mind: "Stress" },
    others: (n: number): string => `${String(n)} more`,
    either: "or",
    restName: (): string => "7 pairs",
  };

  it("has a name and a sentence, and one button per arrow that says what it means", () => {
    const markup = renderToStaticMarkup(
      <AxisPicture model={model} width={1000} em={16} words={words} onSelect={() => undefined} />,
    );
    expect(markup).toContain("<title");
    expect(markup).toContain("Your axis");
    expect(count(markup, 'role="button"')).toBe(2);
    expect(markup).toContain('aria-label="Bloating went together with itch"');
    expect(markup).toContain("+0.64");
  });

  it("is a drawing without buttons for paper", () => {
    expect(renderToStaticMarkup(<AxisPicture model={model} width={1000} em={16} words={words} />)).not.toContain(
      'button"',
    );
  });

  it("says unsure by dashes and not by colour alone", () => {
    const markup = renderToStaticMarkup(<AxisPicture model={model} width={1000} em={16} words={words} />);
    expect(count(markup, "stroke-dasharray")).toBe(1);
  });

  it("marks only what is truly built in", () => {
    const markup = renderToStaticMarkup(
      <AxisPicture model={model} width={1000} em={16} words={words} trueIds={new Set(["bloating>itch"])} />,
    );
    expect(count(markup, "axis-truth")).toBe(1);
  });

  it("shows the sign instead of the number where there is little room", () => {
    const markup = renderToStaticMarkup(<AxisPicture model={model} width={328} em={16} words={words} />);
    expect(markup).not.toContain("+0.64");
    expect(markup).toContain(">+</text>");
  });

  it("carries no style attribute, which the page's policy would refuse", () => {
    expect(renderToStaticMarkup(<AxisPicture model={model} width={1000} em={16} words={words} />)).not.toContain(
      "style=",
    );
  });
});

describe("the timeline without a page", () => {
  const series: TimelineSeries = {
    label: "Itch",
    unit: "points",
    tone: "skin",
    values: Float64Array.of(1, 2, gap, 4, 0),
    min: 0,
    max: 10,
  };
  const draw = (one: TimelineSeries): string =>
    renderToStaticMarkup(
      <Timeline
        series={[one]}
        firstDayNumber={20000}
        isCalendar
        cursor={null}
        width={600}
        em={16}
        name="Timeline of itch"
        dayLabel={String}
      />,
    );

  it("draws one dot per recorded day, zero included, and one hatched gap", () => {
    const markup = draw(series);
    expect(count(markup, "timeline-dot")).toBe(4);
    expect(count(markup, "timeline-gap")).toBe(1);
    expect(count(markup, "timeline-line")).toBe(2);
  });

  it("draws only gaps when nothing was recorded, and nothing for no days", () => {
    expect(count(draw({ ...series, values: Float64Array.of(gap, gap) }), "timeline-dot")).toBe(0);
    expect(draw({ ...series, values: new Float64Array(0) })).not.toContain("NaN");
  });

  it("draws a constant series and a single day without NaN", () => {
    expect(draw({ label: "x", unit: "", tone: "gut", values: Float64Array.of(3, 3, 3) })).not.toContain("NaN");
    expect(draw({ label: "x", unit: "", tone: "gut", values: Float64Array.of(3) })).not.toContain("NaN");
  });
});

describe("effect strip and delay curve without a page", () => {
  const labels = { ifReal: "if real", averaged: "averaged", dataAlone: "data alone", truth: "truth", none: "0" };

  it("keeps zero in view also when the whole interval lies on one side", () => {
    const markup = renderToStaticMarkup(
      <EffectStrip
        ifReal={{ mean: 2, low: 1, high: 3 }}
        averaged={{ mean: 1.5, low: 0.5, high: 3 }}
        unit="points"
        width={400}
        em={16}
        name="n"
        labels={labels}
      />,
    );
    expect(markup).toContain("chart-zero");
    expect(markup).toContain(">0</text>");
    expect(markup).not.toContain("NaN");
  });

  it("draws an effect of exactly nothing without NaN", () => {
    const none = { mean: 0, low: 0, high: 0 };
    expect(
      renderToStaticMarkup(
        <EffectStrip ifReal={none} averaged={none} unit="" width={400} em={16} name="n" labels={labels} />,
      ),
    ).not.toContain("NaN");
  });

  it("leaves out the flat end of a delay curve and keeps at least eight days", () => {
    const points = Array.from({ length: 29 }, (_, day): DelayPoint => ({
      day,
      mean: day < 5 ? 1 : 0,
      low: 0,
      high: day < 5 ? 1.2 : 0.01,
    }));
    expect(withoutFlatEnd(points).at(-1)?.day).toBe(8);
    expect(withoutFlatEnd(points.slice(0, 4))).toHaveLength(4);
  });

  it("draws a curve without points as an empty frame", () => {
    const markup = renderToStaticMarkup(
      <DelayCurve
        points={[]}
        delay={{ mean: 2, low: 1, high: 3 }}
        width={400}
        em={16}
        name="n"
        labels={{ days: "days", typical: "typical" }}
      />,
    );
    expect(markup).not.toContain("NaN");
  });
});

describe("band chart without a page", () => {
  const points = [0, 7, 30, 90].map((day) => ({ day, mean: -day / 100, low: -day / 50, high: day / 200 }));
  const draw = (more: Partial<Parameters<typeof BandChart>[0]>): string =>
    renderToStaticMarkup(
      <BandChart points={points} kind="change" width={320} em={16} name="n" daysLabel="days" {...more} />,
    );

  it("marks the days that are talked about, and has a zero line for changes only", () => {
    const markup = draw({ marked: [7, 30, 90] });
    expect(count(markup, "delay-cursor")).toBe(3);
    expect(markup).toContain(">90</text>");
    expect(markup).toContain("chart-zero");
    expect(draw({ kind: "amount" })).not.toContain("chart-zero");
  });

  it("sets recorded days before today, with a line for today, and a part dashed", () => {
    const markup = draw({
      kind: "amount",
      recorded: [
        { day: -3, value: 4 },
        { day: -1, value: 2 },
      ],
      part: [
        { day: 0, mean: 0 },
        { day: 90, mean: -0.3 },
      ],
    });
    expect(count(markup, "timeline-dot")).toBe(2);
    expect(count(markup, "band-now")).toBe(1);
    expect(count(markup, "stroke-dasharray")).toBe(1);
  });

  it("draws nothing, one day, and a flat line without NaN", () => {
    expect(draw({ points: [] })).not.toContain("NaN");
    expect(draw({ points: [{ day: 1, mean: 3, low: 3, high: 3 }], kind: "amount" })).not.toContain("NaN");
  });
});

describe("a slow delay curve without a page", () => {
  it("reaches to 81 days when the effect does", () => {
    const days = [...Array.from({ length: 15 }, (_, day) => day), ...Array.from({ length: 10 }, (_, w) => 18 + 7 * w)];
    const points = days.map((day): DelayPoint => ({ day, mean: day, low: 0, high: 2 * day }));
    const markup = renderToStaticMarkup(
      <DelayCurve
        points={points}
        delay={{ mean: 42, low: 30, high: 60 }}
        width={400}
        em={16}
        name="n"
        labels={{ days: "days", typical: "typical" }}
      />,
    );
    expect(withoutFlatEnd(points).at(-1)?.day).toBe(81);
    expect(markup).toContain(">80</text>");
    expect(markup).not.toContain("NaN");
  });
});
