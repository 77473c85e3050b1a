import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

describe("gutskin export csv", () => {
  it("has what the analysis looks at of a meal, each exposure with its error", async () => {
    await desk.run(["log", "150 g lentils, glass of red wine"]);
    const [header = "", row = ""] = (await desk.run(["export", "csv"])).out.split("\r\n");
    const names = header.split(",");
    expect(names).toEqual(expect.arrayContaining(["fibreGrams", "fibreGrams_sd", "alcoholGrams", "alcoholGrams_sd"]));
    expect(names).not.toContain("glycaemicLoad");
    expect(Number(row.split(",")[names.indexOf("fibreGrams")])).toBeGreaterThan(8);
    expect(Number(row.split(",")[names.indexOf("fibreGrams_sd")])).toBeGreaterThan(0.1);
  });

  it("has every exposure when asked, and only there", async () => {
    await desk.run(["log", "150 g lentils, glass of red wine"]);
    const [header = ""] = (await desk.run(["export", "csv", "--all-exposures"])).out.split("\r\n");
    expect(header.split(",")).toEqual(
      expect.arrayContaining(["glycaemicLoad", "redWineGrams", "resistantStarchGrams", "foodCoverage"]),
    );
    expect((await desk.run(["export", "json", "--all-exposures"])).code).toBe(2);
  });
});
