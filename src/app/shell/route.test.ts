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
    expect(parseRoute("#/today/2026-11-21")).toEqual({ screen: "today", isDemo: false, day });
    expect(parseRoute("#/today/2026-02-30").day).toBeNull();
  });

  it("keeps the made-up person apart: no check-in and no data there", () => {
    expect(parseRoute("#/demo/today")).toEqual({ screen: "axis", isDemo: true, day: null });
    expect(parseRoute("#/demo/history").isDemo).toBe(true);
  });

  it("writes what it reads", () => {
    for (const hash of ["#/", "#/today", "#/today/2026-11-20", "#/history", "#/axis", "#/data", "#/demo/axis"]) {
      expect(routeHash(parseRoute(hash))).toBe(hash);
    }
    expect(routeHash({ screen: "history", day: addDays(day, -1) })).toBe("#/history/2026-11-20");
  });
});
