/**
 * Which screen does the address name?
 *
 * Hash routes, so that the local server serves one page: #/today, #/today/2026-11-21, #/history, #/axis,
 * #/scores, #/scores/easi, #/learn/LEVER/CONDITION, #/next, #/safety, #/data, and the same under #/demo/ for the
 * made-up person. An address that is not known leads to the start.
 */
import { isDay, type Day } from "../../base/day.ts";

export type ScreenName = "start" | "today" | "history" | "axis" | "scores" | "learn" | "next" | "safety" | "data";

export interface Route {
  readonly screen: ScreenName;
  /** True: the made-up person is looked at, the own journal is not shown. */
  readonly isDemo: boolean;
  /** The day that is opened, where a screen shows one day. */
  readonly day: Day | null;
  /** The one thing that is opened, by its id ("easi"), where a screen shows one thing. */
  readonly detail: string | null;
  /** What of that one thing is opened ("eczema" of "probiotic"), by its id. */
  readonly within: string | null;
}

const screens: readonly ScreenName[] = [
  "start",
  "today",
  "history",
  "axis",
  "scores",
  "learn",
  "next",
  "safety",
  "data",
];
const demoScreens: readonly ScreenName[] = ["history", "axis"];
/** An id as this project makes them; a broken date is none. */
const DETAIL = /^[a-z][a-z0-9-]*$/;

/** Reads `location.hash`. */
export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, "").split("/");
  const isDemo = parts[0] === "demo";
  const [name = "", what = "", part = ""] = isDemo ? parts.slice(1) : parts;
  const known = isDemo ? demoScreens : screens;
  const screen = known.find((one) => one === name) ?? (isDemo ? "axis" : "start");
  const day = isDay(what) ? what : null;
  const detail = day === null && DETAIL.test(what) ? what : null;
  return { screen, isDemo, day, detail, within: detail !== null && DETAIL.test(part) ? part : null };
}

/** Writes an address: the other way round. */
export function routeHash(route: {
  readonly screen: ScreenName;
  readonly isDemo?: boolean;
  readonly day?: Day | null;
  readonly detail?: string | null;
  readonly within?: string | null;
}): string {
  const what = route.day ?? route.detail ?? "";
  const place = route.screen === "start" ? "" : route.screen;
  const parts = [route.isDemo ? "demo" : "", place, what, route.within ?? ""];
  return `#/${parts.filter((part) => part !== "").join("/")}`;
}
