import { describe, expect, it } from "vitest";
import { labelLines } from "./label-lines.ts";

describe("lines of a label", () => {
  it("keeps a short name on one line", () => {
    expect(labelLines("Itch", 100, 14)).toEqual(["Itch"]);
  });

  it("breaks at spaces and hyphens", () => {
    expect(labelLines("Ultra-processed foods", 90, 14)).toEqual(["Ultra-", "processed", "foods"]);
    expect(labelLines("Sleep quality", 70, 14)).toEqual(["Sleep", "quality"]);
  });

  it("marks what had to be cut", () => {
    expect(labelLines("Supercalifragilistic", 60, 14)).toEqual(["Superc…"]);
  });

  it("never gives more than three lines, and nothing is lost without a mark", () => {
    const lines = labelLines("one two three four five six seven eight", 40, 14);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
  });

  it("copes with an empty name and with no room", () => {
    expect(labelLines("", 100, 14)).toEqual([""]);
    expect(labelLines("Itch", 0, 14)).toEqual(["It…"]);
  });
});
