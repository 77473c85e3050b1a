import { describe, expect, it } from "vitest";
import { isDay, type Day } from "../base/day.ts";
import { readLine } from "./line-entry.ts";
import { takeTime } from "./line-time.ts";

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}
/** A Sunday. */
const today = day("2026-11-22");

describe("time words", () => {
  it.each([
    ["yesterday", { day: "2026-11-21" }],
    ["today", { day: "2026-11-22" }],
    ["this morning", { day: "2026-11-22" }],
    ["tonight", { day: "2026-11-22" }],
    ["3 days ago", { day: "2026-11-19" }],
    ["monday", { day: "2026-11-16" }],
    ["sunday", { day: "2026-11-22" }],
    ["last sunday", { day: "2026-11-15" }],
    ["2026-11-20", { day: "2026-11-20" }],
    ["2026-02-30", { unknownDay: "2026-02-30" }],
    ["8pm", { time: "20:00" }],
    ["12am", { time: "00:00" }],
    ["12 pm", { time: "12:00" }],
    ["7:05", { time: "07:05" }],
    ["7:05 pm", { time: "19:05" }],
    ["noon", { time: "12:00" }],
    ["yesterday 8pm", { day: "2026-11-21", time: "20:00" }],
    ["at 19:30", { time: "19:30" }],
  ])("%s", (text, mark) => {
    expect(takeTime(text, today).mark).toEqual(mark);
    expect(takeTime(`${text} itch 4`, today)).toEqual({ mark, at: "front", rest: "itch 4" });
    expect(takeTime(`itch 4 ${text}`, today)).toEqual({ mark, at: "back", rest: "itch 4" });
  });

  it.each(["25:61", "13pm", "0am", "24:00", "sunny", "mondays", "todays bread"])("%s is no time", (text) => {
    expect(takeTime(text, today).mark).toBeNull();
  });
});

describe("which parts a time governs", () => {
  const times = (line: string): readonly string[] =>
    readLine(line, { today }).entries.map((entry) => `${entry.day.slice(5)} ${entry.time ?? "-"}`);

  it("holds from the front of a part on", () => {
    expect(times("itch 4; yesterday stress 6; bloating 2")).toEqual(["11-22 -", "11-21 -", "11-21 -"]);
    expect(times("8am oats; 1pm lentils; itch 4")).toEqual(["11-22 08:00", "11-22 13:00", "11-22 13:00"]);
  });

  it("holds for its whole part when it stands at the end of the part", () => {
    expect(times("itch 4; stress 6, bloating 2 yesterday")).toEqual(["11-22 -", "11-21 -", "11-21 -"]);
    expect(times("lentils, kefir 8pm")).toEqual(["11-22 20:00"]);
  });

  it("holds for the whole line when it stands alone at the end", () => {
    expect(times("itch 4; stress 6; yesterday")).toEqual(["11-21 -", "11-21 -"]);
    expect(times("yesterday; itch 4; stress 6")).toEqual(["11-21 -", "11-21 -"]);
    expect(times("yesterday; itch 4; today; stress 6")).toEqual(["11-21 -", "11-22 -"]);
  });

  it("begins a new meal at a new time", () => {
    expect(readLine("8am oats, 1pm lentils, rice", { today }).entries).toMatchObject([
      { time: "08:00", text: "oats" },
      { time: "13:00", text: "lentils, rice" },
    ]);
  });

  it("forgets the clock time with a new day", () => {
    expect(times("8pm itch 4; yesterday itch 5")).toEqual(["11-22 20:00", "11-21 -"]);
  });

  it("gives last night's sleep to the day of waking and everything else to the evening before", () => {
    expect(times("slept 7 last night")).toEqual(["11-22 -"]);
    expect(times("itch 4 last night")).toEqual(["11-21 -"]);
  });

  it("does not take the 7:30 of a sleep for a time of day", () => {
    expect(times("slept 7:30; itch 4")).toEqual(["11-22 -", "11-22 -"]);
  });
});
