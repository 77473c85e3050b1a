import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { createDesk } from "../../../test/support/run-command.ts";

const desk = createDesk();
afterAll(() => {
  desk.clear();
});

describe("gutskin evidence", () => {
  it("says that no trial was found instead of nothing", async () => {
    const ran = await desk.run(["evidence", "kefir", "eczema"]);
    expect(ran.code).toBe(0);
    expect(ran.out.replace(/\s+/g, " ")).toContain("No trial found for fermented food and eczema.");
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it("prints nulls, absolute numbers, reasons, contradictions, source and how each was seen", async () => {
    const { out } = await desk.run(["evidence", "probiotics", "psoriasis"]);
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("[NO EFFECT SHOWN] live bacteria by mouth, any");
    expect(text).toContain("[EFFECT SHOWN, unverified] B. longum, B. lactis and L. rhamnosus");
    expect(text).toContain("with and without: 33.57 against 23.61 (in 100)");
    expect(text).toContain("RR 1.4 (95 % 0.98 to 1.98) in reached PASI75; higher is better");
    expect(text).toContain("certainty: low (graded here): a pool of trials starts at moderate; outcomes disagree");
    expect(text).toContain("contradicted by: ");
    expect(text).toContain("doi:10.3389/fnut.2024.1437353 (DOI doubtful)");
    expect(text).toContain("how it was seen: not read");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("shows the way back for a condition", async () => {
    const { out } = await desk.run(["evidence", "rosacea"]);
    expect(out).toContain("From the skin to gut or mind");
    expect(out).toContain("egeberg-2017-sibo");
  });

  it("shows the whole matrix without a word, and as JSON", async () => {
    const { out } = await desk.run(["evidence"]);
    expect(out).toContain("To the skin");
    expect(out).toContain("no trial found");
    const matrix = await desk.run(["evidence", "--json"]);
    expect(matrix.json()).toMatchObject({ skinConditions: ["acne", "eczema", "rosacea", "psoriasis", "dryness"] });
    const pair = await desk.run(["evidence", "fish", "oil", "psoriasis", "--json"]);
    expect(pair.json()).toMatchObject({ lever: "omega-3", condition: "psoriasis", noTrialFound: false });
  });

  it("answers code 2 to words it does not know", async () => {
    const ran = await desk.run(["evidence", "moonlight", "eczema"]);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain("See: gutskin evidence");
  });
});
