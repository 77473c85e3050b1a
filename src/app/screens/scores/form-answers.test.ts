import { describe, expect, it } from "vitest";
import { parseDay } from "../../../base/day.ts";
import { instrumentById, toScoreEntry, type Instrument } from "../../../lib/index.ts";
import { emptyForm, isClearPart, itemsOf, readForm, typedOf, type Typed } from "./form-answers.ts";

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("the day of the test exists");
const day = parsed.value;

function instrument(id: string): Instrument {
  const found = instrumentById(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

const read = (id: string, typed: Partial<Typed>): ReturnType<typeof readForm> =>
  readForm(instrument(id), { ...emptyForm, ...typed });
const numbered = (...answers: readonly string[]): Typed["items"] =>
  Object.fromEntries(answers.map((text, index) => [String(index + 1), text]));

describe("a form that is being filled in", () => {
  it("counts the answers and says nothing of errors while some are open", () => {
    expect(read("poem", {})).toEqual({ state: "open", answered: 0, asked: 7 });
    expect(read("poem", { items: numbered("4", "2", "", "1") })).toEqual({ state: "open", answered: 3, asked: 7 });
  });

  it("scores at the limit of the missing-answer rule and not beyond it", () => {
    const one = read("dlqi", { items: numbered("1", "1", "1", "1", "1", "1", "1", "1", "1", "") });
    expect(one).toMatchObject({
      state: "scored",
      score: { total: 9, remarks: expect.arrayContaining(["missing-counted-as-zero"]) },
    });
    expect(read("dlqi", { items: numbered("1", "1", "1", "1", "1", "1", "1", "1") })).toMatchObject({
      state: "open",
      answered: 8,
    });
    expect(read("pss-10", { items: numbered(...Array.from({ length: 9 }, () => "1")) })).toMatchObject({
      state: "open",
      answered: 9,
      asked: 10,
    });
  });

  it("names the two answers that cannot both be true", () => {
    const night = read("psqi", { items: { "1": "07:00", "3": "07:00", "4": "7" } });
    expect(night.state === "refused" && night.wording.sentence).toBe(
      "PSQI: the answers to items Question 1 and Question 3 cannot both be true.",
    );
  });

  it("takes a total, with point or comma, and compares it with the answers when both are there", () => {
    expect(read("rosaqol", { total: " 2,4 " })).toMatchObject({ state: "scored", score: { total: 2.4 } });
    const both = read("poem", { items: numbered(...Array.from({ length: 7 }, () => "1")), total: "8" });
    expect(both).toMatchObject({ state: "refused", item: null });
    expect(both.state === "refused" && both.wording.sentence).toBe("POEM: the answers give 7, not 8.");
  });

  it("tells free text and numbers out of range by the name of the field", () => {
    const text = read("poem", { total: "quite a lot" });
    expect(text).toMatchObject({ state: "refused", item: "total" });
    expect(text.state === "refused" && text.wording.sentence).toBe(
      'POEM, item "total": "quite a lot" is not a number.',
    );
    expect(read("poem", { total: "29" })).toMatchObject({ state: "refused", item: "total" });
    expect(read("poem", { total: "2.5" })).toMatchObject({ state: "refused", item: "total" });
    const clock = read("psqi", { items: { "1": "half past ten", "3": "07:00" } });
    expect(clock).toMatchObject({ state: "refused", item: "1" });
    const percent = read("scorad-self", { items: { extentPercent: "120" } });
    expect(percent.state === "refused" && percent.wording.sentence).toContain(
      '"How much of the body, percent": 120 is outside 0 to 100',
    );
    expect(read("easi", { items: { "head.area": "1" }, age: "five" })).toMatchObject({ state: "refused", item: "age" });
  });

  it("refuses adult weights for a child, and counts with the child's own when only the age is given", () => {
    const parts = ["head", "arms", "trunk", "legs"];
    const items = Object.fromEntries(
      parts.flatMap((part) => [
        [`${part}.area`, part === "head" ? "2" : "0"],
        ...["erythema", "induration", "excoriation", "lichenification"].map((sign) => [
          `${part}.${sign}`,
          part === "head" && sign === "erythema" ? "3" : "0",
        ]),
      ]),
    );
    const asked = read("easi", { items, age: "5", weights: "adult" });
    expect(asked).toMatchObject({ state: "refused" });
    expect(asked.state === "refused" && asked.wording.sentence).toBe(
      'EASI: at 5 years the weights are not those called "adult".',
    );
    expect(read("easi", { items, age: "5" })).toMatchObject({ state: "scored", score: { total: 1.2 } });
    expect(read("easi", { items, age: "8" })).toMatchObject({ state: "scored", score: { total: 0.6 } });
    expect(read("easi", { items })).toMatchObject({
      state: "scored",
      score: { remarks: expect.arrayContaining(["adult-weights-assumed"]) },
    });
  });

  it("does not ask the signs where nothing is affected", () => {
    const clear = { "head.area": "0", "arms.area": "0", "trunk.area": "0", "legs.area": "0" };
    expect(read("pasi", { items: clear })).toMatchObject({ state: "scored", score: { total: 0 } });
    const sign = itemsOf(instrument("pasi")).find(({ id }) => id === "arms.scaling");
    const area = itemsOf(instrument("pasi")).find(({ id }) => id === "arms.area");
    expect(sign && isClearPart(clear, sign)).toBe(true);
    expect(area && isClearPart(clear, area)).toBe(false);
    expect(sign && isClearPart({ "arms.area": "" }, sign)).toBe(false);
    // a sign that was answered before the area became 0 does not stay in the sum
    expect(read("pssi", { items: { area: "0", erythema: "3" } })).toMatchObject({
      state: "scored",
      score: { total: 0 },
    });
  });

  it("has no score when no part could be formed", () => {
    expect(read("skindex-16", { items: { "1": "3" } })).toMatchObject({ state: "open", answered: 1 });
    expect(read("skindex-16", { items: { "1": "3", "2": "3", "3": "3" } })).toMatchObject({
      state: "scored",
      score: { total: null },
    });
  });
});

describe("a score of the journal in the form again", () => {
  it("stands there as it was given, also a clock time and a bare total", () => {
    const items = { "1": "23:05", "2": 10, "3": "07:00", "4": 7.5, "6": 1 };
    const made = toScoreEntry("psqi", { items }, { day, source: "app" });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const typed = typedOf(made.value.entry);
    expect(typed.items).toMatchObject({ "1": "23:05", "3": "07:00", "4": "7.5", "7": "" });
    expect(readForm(instrument("psqi"), typed)).toMatchObject({ state: "scored", score: { total: null } });
    const total = toScoreEntry("dlqi", { total: 7 }, { day, source: "app" });
    expect(total.ok && typedOf(total.value.entry)).toMatchObject({ total: "7" });
    expect(typedOf(null)).toEqual(emptyForm);
  });
});
