import { describe, expect, it } from "vitest";
import { variableByName } from "../journal/catalogue.ts";
import { variableOfColumn } from "./column-variable.ts";

describe("body weight in a column", () => {
  it("is believed only with its unit: a number of pounds must not become kilograms", () => {
    const id = (header: string, unit?: string): string | undefined => variableOfColumn(header, unit)?.id;
    for (const header of ["Weight (kg)", "body weight [kg]", "bodyWeightKilograms"]) {
      expect([header, id(header)]).toEqual([header, "bodyWeightKilograms"]);
    }
    for (const header of ["weight", "Weight (lb)", "Body weight (st)"])
      expect([header, id(header)]).toEqual([header, undefined]);
    expect(id("weight", "kg")).toBe("bodyWeightKilograms");
    expect(id("weight", "lb")).toBeUndefined();
  });

  it("is no lever and no row of a screen, and other columns need no unit", () => {
    expect(variableByName("weight")).toMatchObject({ role: "context", hiddenByDefault: true });
    expect(variableOfColumn("fibre")?.id).toBe("fibreGrams");
  });
});
