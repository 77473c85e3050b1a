import { describe, expect, it } from "vitest";
import type { ColumnTarget } from "../../../lib/index.ts";
import { targetFromChoice, targetToChoice } from "./column-choice.ts";

describe("where a column goes", () => {
  it("writes what it reads for every kind of place", () => {
    const targets: readonly ColumnTarget[] = [
      { to: "ignore" },
      { to: "note" },
      { to: "variable", id: "itch" },
      { to: "custom", id: "zinc", label: "Zinc", role: "lever", unit: "mg", betterIs: "neither" },
    ];
    for (const target of targets) expect(targetFromChoice(targetToChoice(target), "x", target)).toEqual(target);
  });

  it("makes a lever of one's own when the column was something else before", () => {
    expect(targetFromChoice("custom", "Zinc (mg)", { to: "ignore" })).toEqual({
      to: "custom",
      id: "Zinc (mg)",
      label: "Zinc (mg)",
      role: "lever",
      unit: "",
      betterIs: "neither",
    });
  });

  it("leaves a column out when the choice is not known", () => {
    expect(targetFromChoice("drop table", "x", { to: "note" })).toEqual({ to: "ignore" });
  });

  it("keeps ids within the journal's limit", () => {
    const target = targetFromChoice("custom", "x".repeat(500), { to: "ignore" });
    expect(target.to === "custom" && target.id).toHaveLength(120);
  });
});
