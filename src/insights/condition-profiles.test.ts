import { describe, expect, it } from "vitest";
import { leverByCode } from "../evidence/levers.ts";
import { recordsToSkin } from "../evidence/matrix.ts";
import { evidenceRecords } from "../evidence/records.ts";
import { variableById } from "../journal/catalogue.ts";
import type { SkinCondition } from "../journal/variable.ts";
import { instrumentById } from "../scales/instruments.ts";
import { askedItems, checkInItems, everybodysScores, MOST_CHECK_IN_ROWS } from "./check-in-items.ts";
import { conditionProfiles } from "./condition-profiles.ts";
import { delayText, profileWords } from "./condition-words.ts";

const conditions: readonly SkinCondition[] = ["acne", "eczema", "rosacea", "psoriasis", "dryness"];
const topicOf: Readonly<Record<SkinCondition, readonly string[]>> = {
  acne: ["acne"],
  eczema: ["eczema"],
  rosacea: ["rosacea"],
  psoriasis: ["psoriasis"],
  dryness: ["dryness"],
};
const rows = conditions.flatMap((condition) =>
  conditionProfiles[condition].levers.map((row) => [condition, row.lever, row] as const),
);

describe.each(conditions)("profile of %s", (condition) => {
  it("asks catalogue items that fit the condition", () => {
    for (const id of askedItems[condition].daily) {
      const variable = variableById(id);
      expect(variable?.role).toBe("skin");
      expect(variable?.conditions ?? [condition]).toContain(condition);
    }
  });

  it("asks for instruments of its own topic: people fill in the weekly ones, clinicians those at visits", () => {
    for (const id of askedItems[condition].weekly) {
      expect(topicOf[condition]).toContain(instrumentById(id)?.topic);
      expect(instrumentById(id)?.rater).not.toBe("clinician");
    }
    for (const id of askedItems[condition].atVisits) {
      expect(topicOf[condition]).toContain(instrumentById(id)?.topic);
      expect(instrumentById(id)?.rater).toBe("clinician");
    }
  });

  it("has words for every part", () => {
    const words = profileWords(condition);
    expect(words.watch.length).toBeGreaterThanOrEqual(3);
    for (const text of [words.daily, words.weekly, words.pace, words.paceSource]) expect(text).not.toBe("");
    for (const row of words.watch) {
      for (const text of Object.values(row)) expect(text).not.toBe("");
      expect(`${row.known} ${words.pace}`).not.toMatch(/\b(caus|cure|heal|prove|diagnos|trigger|should|must)\w*|!/i);
    }
  });
});

describe.each(rows)("%s: %s", (condition, lever, row) => {
  it("names a lever of the evidence and variables of the catalogue", () => {
    expect(leverByCode(lever)?.sort).toBe("action");
    for (const id of row.variables) expect(variableById(id)).not.toBeNull();
    expect(row.variables.length > 0 || row.tag !== undefined).toBe(true);
  });

  it("cites records about this lever and condition, as their authors and years stand there", () => {
    const known = recordsToSkin(evidenceRecords(), lever, condition);
    expect(row.sources.length).toBeGreaterThan(0);
    for (const [id, cited] of row.sources) {
      const record = known.find((one) => one.id === id);
      if (record === undefined) throw new Error(`${id} is no record about ${lever} and ${condition}`);
      const { authors, year } = record.citation;
      for (const word of cited.split(" ").filter((one) => one !== "")) {
        expect(`${authors ?? ""} ${String(year ?? "")}`).toContain(word);
      }
    }
  });

  it("keeps a null beside the hits where one is known, and says what nobody checked", () => {
    const known = recordsToSkin(evidenceRecords(), lever, condition);
    const used = known.filter(({ id }) => row.sources.some(([source]) => source === id));
    if (known.some((record) => record.null)) expect(used.some((record) => record.null)).toBe(true);
    for (const [id, , state] of row.sources) {
      const seen = used.find((record) => record.id === id)?.seen.status;
      expect(state === "unchecked", id).toBe(seen === "unverified");
    }
  });

  it("has a delay that reaches the delays of the catalogue", () => {
    const { min, max } = row.delayDays;
    expect(min).toBeLessThanOrEqual(max);
    for (const id of row.variables) {
      const usual = variableById(id)?.delayDays;
      if (usual) expect(max >= usual.min && min <= Math.max(usual.max, 84)).toBe(true);
    }
  });
});

describe("what is never offered for watching", () => {
  it("is what may harm when done alone: weight, leaving foods out, prescribed things", () => {
    const levers = rows.map(([, lever]) => lever);
    for (const code of ["weight-loss", "elimination-diet", "gluten-free", "antibiotic", "isotretinoin"])
      expect(levers).not.toContain(code);
  });
});

describe("rows of the check-in", () => {
  it("follow the conditions in turn and leave room for gut and stress", () => {
    expect(checkInItems([])).toEqual(["skinSeverity", "itch", "bloating", "stress"]);
    expect(checkInItems(["rosacea"])).toEqual([
      "skinSeverity",
      "skinRedness",
      "flushingEpisodes",
      "bloating",
      "stress",
    ]);
    expect(checkInItems(["eczema", "dryness"])).toEqual(["skinSeverity", "itch", "skinDryness", "bloating", "stress"]);
    expect(checkInItems(["acne", "eczema", "psoriasis"])).toEqual([
      ...["skinSeverity", "acneSeverity", "itch", "skinScaling"],
      ...["bloating", "stress"],
    ]);
  });

  it("are at most six, each once, for any choice of conditions", () => {
    for (let choice = 0; choice < 1 << conditions.length; choice += 1) {
      const items = checkInItems(conditions.filter((_, index) => (choice & (1 << index)) !== 0));
      expect(items.length).toBeLessThanOrEqual(MOST_CHECK_IN_ROWS);
      expect(new Set(items).size).toBe(items.length);
      expect(items.slice(-2)).toEqual(["bloating", "stress"]);
    }
  });

  it("everybody's scores exist and are filled in by the person", () => {
    for (const id of everybodysScores) expect(instrumentById(id)?.rater).toBe("self");
  });
});

describe("sources in words", () => {
  it("keep what nobody checked apart from what was checked", () => {
    const sources = profileWords("rosacea").watch.map((row) => row.source);
    expect(sources).toEqual([
      "Li 2017; not checked against the source: National Rosacea Society",
      "not checked against the source: National Rosacea Society",
      "not checked against the source: Li 2018",
    ]);
    expect(profileWords("eczema").watch[2]?.source).toBe("not checked against the source: no paper named");
    expect(profileWords("dryness").watch[0]?.source).toBe("Leger 2022, Oyetakin-White 2015");
    expect(profileWords("acne").paceSource).toContain("not checked");
  });
});

describe("a delay in words", () => {
  it.each([
    [0, 1, "the same day or the next"],
    [0, 2, "within 2 days"],
    [1, 7, "after 1 to 7 days"],
    [0, 28, "within 4 weeks"],
    [56, 84, "after 8 to 12 weeks"],
  ])("%d to %d days: %s", (min, max, text) => {
    expect(delayText({ min, max })).toBe(text);
  });
});
