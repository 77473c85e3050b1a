import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../base/day.ts";
import { entrySchema } from "../journal/entry-schema.ts";
import { instrumentById, instruments } from "../scales/instruments.ts";
import { dayOf } from "../../test/support/replicas.ts";
import { nextScoreDay, raterFor, tooSoon, toScoreEntry } from "./score-entry.ts";

const day = dayOf("2026-11-22");
const setting = { day, source: "app" };

function instrument(id: string): NonNullable<ReturnType<typeof instrumentById>> {
  const found = instrumentById(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

describe("answers become an entry", () => {
  it("keeps answers, total, form and rater", () => {
    const made = toScoreEntry("POEM", { items: [4, 2, 0, 1, 2, 3, null] }, { ...setting, offsetMinutes: 60 });
    expect(made).toMatchObject({ ok: true, value: { score: { total: 12, missingItems: ["7"] } } });
    if (!made.ok) return;
    // the unanswered item is absent: it is not a 0 that the person gave
    expect(made.value.entry).toEqual({
      kind: "score",
      day,
      instrument: "poem",
      rater: "self",
      total: 12,
      items: { 1: 4, 2: 2, 3: 0, 4: 1, 5: 2, 6: 3 },
      form: "items",
      offsetMinutes: 60,
      source: "app",
    });
  });

  it("keeps a bare total without items, and parts where there is no total", () => {
    const total = toScoreEntry("dlqi", { total: 7 }, setting);
    expect(total.ok && total.value.entry).toEqual({
      ...{ kind: "score", day, instrument: "dlqi", rater: "self", total: 7 },
      source: "app",
    });
    const parts = toScoreEntry("cass", { items: { face: 2, back: 4 } }, setting);
    expect(parts.ok && parts.value.entry).toMatchObject({
      rater: "clinician",
      parts: { face: 2, back: 4 },
      items: { face: 2, back: 4 },
    });
    expect(parts.ok && "total" in parts.value.entry).toBe(false);
  });

  it("keeps age and weights, because a later change of them would change the score", () => {
    const five = [3, 0, 0, 0, 2];
    const zero = [0, 0, 0, 0, 0];
    const made = toScoreEntry(
      "easi",
      { items: { head: five, arms: zero, trunk: zero, legs: zero }, ageYears: 5 },
      setting,
    );
    expect(made.ok && made.value.entry).toMatchObject({ total: 1.2, ageYears: 5, rater: "clinician" });
  });

  it("refuses adult weights for a child, and whoever may not rate", () => {
    const easi = toScoreEntry("easi", { total: 3, ageYears: 5, weights: "adult" }, setting);
    expect(easi).toMatchObject({ ok: false, error: { type: "WeightsContradictAge" } });
    for (const [id, rater] of [
      ["poem", "clinician"],
      ["pasi", "self"],
    ] as const) {
      const made = toScoreEntry(id, { total: 3 }, { ...setting, rater });
      expect(made).toMatchObject({ ok: false, error: { type: "RaterUnfit", instrument: id, found: rater } });
    }
    expect(raterFor(instrument("gags"), "clinician")).toEqual({ ok: true, value: "clinician" });
    expect(raterFor(instrument("gags"), null)).toEqual({ ok: true, value: "self" });
  });

  it("is an entry that the journal takes, for any answers of any instrument", () => {
    const one = fc.constantFrom(...instruments);
    const answers = one.chain((made) =>
      fc.record({
        id: fc.constant(made.id),
        items: fc.record(
          Object.fromEntries(
            made.forms[0].items.map((item) => [
              item.id,
              item.kind === "clock"
                ? fc.constantFrom("22:30", "07:00", "23:59")
                : fc.integer({ min: item.min, max: Math.min(item.max, 500) }),
            ]),
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(answers, ({ id, items }) => {
        const made = toScoreEntry(id, { items }, setting);
        if (made.ok) expect(entrySchema.check(made.value.entry)).toEqual({ ok: true, value: made.value.entry });
        else expect(made.error.type).toBe("AnswersContradict");
      }),
      { numRuns: 300 },
    );
  });
});

describe("days between two scores", () => {
  it("keeps seven days between two POEMs, in both directions, and lets the same day be changed", () => {
    const poem = instrument("poem");
    for (const distance of [1, 6, -1, -6]) {
      expect(tooSoon(poem, [addDays(day, distance)], day)).toEqual({
        ...{ type: "ScoreTooSoon", instrument: "poem", day, days: 7 },
        otherDay: addDays(day, distance),
      });
    }
    expect(tooSoon(poem, [addDays(day, -7), day, addDays(day, 7)], day)).toBeNull();
    expect(nextScoreDay(poem, day)).toBe(addDays(day, 7));
    expect(nextScoreDay(poem, null)).toBeNull();
  });

  it("has no pause where the instrument looks at the moment", () => {
    expect(tooSoon(instrument("easi"), [addDays(day, -1)], day)).toBeNull();
    expect(nextScoreDay(instrument("easi"), day)).toBeNull();
  });
});
