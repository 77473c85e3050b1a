import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "../../base/day.ts";
import { parseRoute, routeHash } from "./route.ts";

const parsed = parseDay("2026-11-21");
if (!parsed.ok) throw new Error("the day of the test exists");
const day = parsed.value;

describe("addresses of screens", () => {
  it("opens the start for an empty or unknown address", () => {
    for (const hash of ["", "#", "#/", "#/nowhere", "#/../../etc"]) expect(parseRoute(hash).screen).toBe("start");
  });

  it("reads a screen with a day, and only a day that exists", () => {
    expect(parseRoute("#/today/2026-11-21")).toEqual({
      screen: "today",
      isDemo: false,
      day,
      detail: null,
      within: null,
    });
    expect(parseRoute("#/today/2026-02-30")).toMatchObject({ day: null, detail: null });
  });

  it("keeps the made-up person apart: no check-in and no data there", () => {
    expect(parseRoute("#/demo/today")).toEqual({ screen: "axis", isDemo: true, day: null, detail: null, within: null });
    expect(parseRoute("#/demo/history").isDemo).toBe(true);
  });

  it("reads the one thing that a screen shows, and nothing that is no id", () => {
    expect(parseRoute("#/scores/skindex-16")).toMatchObject({ screen: "scores", detail: "skindex-16" });
    for (const hash of ["#/scores", "#/scores/", "#/scores/<b>", "#/scores/EASI%20"])
      expect(parseRoute(hash)).toMatchObject({ screen: "scores", detail: null });
  });

  it("reads what is opened within the one thing", () => {
    expect(parseRoute("#/learn/probiotic/eczema")).toMatchObject({ detail: "probiotic", within: "eczema" });
    for (const hash of ["#/learn/probiotic", "#/learn/probiotic/<b>", "#/learn/<b>/eczema"])
      expect(parseRoute(hash).within).toBeNull();
  });

  it("writes what it reads", () => {
    const plain = ["#/", "#/today", "#/today/2026-11-20", "#/history", "#/axis", "#/scores/easi", "#/demo/axis"];
    for (const hash of [...plain, "#/learn", "#/learn/low-glycaemic-diet/acne", "#/next", "#/safety"]) {
      expect(routeHash(parseRoute(hash))).toBe(hash);
    }
    expect(routeHash({ screen: "history", day: addDays(day, -1) })).toBe("#/history/2026-11-20");
  });
});
