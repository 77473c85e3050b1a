import { describe, expect, it } from "vitest";
import { variableById } from "../journal/catalogue.ts";
import { madeColumn } from "../../test/fixtures/made-posterior.ts";
import { amountText, moveWord, speakOf, spokenName, stepPhrase, type Spoken } from "./spoken.ts";

function spoken(id: string): Spoken {
  const { label, role, unit, betterIs } = variableById(id)!;
  return speakOf(madeColumn({ name: id, label, role, unit, betterIs }));
}

describe("names inside a sentence", () => {
  it.each([
    ["Skin today", "skin"],
    ["Itch", "itch"],
    ["CRP", "CRP"],
    ["Ultra-processed foods", "ultra-processed foods"],
    ["Bifidobacterium", "Bifidobacterium"],
    ["my\u001bheader", "my header"],
  ])("%s is said %s", (label, name) => {
    expect(spokenName(label)).toBe(name);
  });

  it("falls back to the column's name, and from a catalogue id to the catalogue's label", () => {
    expect(speakOf(madeColumn({ name: "x7", label: "" })).name).toBe("x7");
    expect(speakOf(madeColumn({ name: "fibreGrams" })).name).toBe("fibre");
  });
});

describe("steps and amounts", () => {
  it.each([
    ["fibreGrams", 10, "10 g more fibre a day"],
    ["fermentedServings", 1, "1 more serving of fermented foods a day"],
    ["sleepHours", 1, "1 more hour of sleep a night"],
    ["stress", 2, "2 points more stress"],
    ["practiceMinutes", 10, "10 more minutes of calm practice a day"],
    ["probioticTaken", 1, "probiotic every day rather than never"],
    ["newLesionCount", 2, "new spots up by 2"],
    ["crpMgPerL", 1, "1 mg/L more CRP"],
  ])("%s by %d", (id, step, phrase) => {
    expect(stepPhrase(spoken(id), step)).toBe(phrase);
  });

  it("says one point and several points, and no unit where there is none", () => {
    expect(amountText(1, "points")).toBe("1 point");
    expect(amountText(-0.72, "points")).toBe("0.72 points");
    expect(amountText(3, "spots")).toBe("3");
    expect(amountText(3, "")).toBe("3");
    expect(amountText(1.04, "h")).toBe("1 hour");
  });

  it("calls sleep longer and shorter, all else higher and lower", () => {
    expect(moveWord(spoken("sleepHours"), -1)).toBe("shorter");
    expect(moveWord(spoken("itch"), -1)).toBe("lower");
    expect(moveWord(spoken("itch"), 1)).toBe("higher");
  });
});
