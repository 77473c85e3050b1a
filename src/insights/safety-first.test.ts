import { describe, expect, it } from "vitest";
import { madeEdge, madePosterior, madeResponse, madeTable } from "../../test/fixtures/made-posterior.ts";
import { emergencySafety, quietSafety } from "../../test/fixtures/made-safety.ts";
import { Defect } from "../base/defect.ts";
import type { DailyTable } from "../daily/table.ts";
import { evaluateSafety, type SafetyAnswer } from "../evidence/safety.ts";
import { unknownFacts } from "../evidence/safety-facts.ts";
import { analyseSteps, analyseTable, firstLook } from "./analyse.ts";
import { analysisSchema } from "./analysis-schema.ts";
import { toDocument } from "./to-document.ts";
import { answerWhatIf } from "./what-if.ts";

const table = madeTable();
const reported = madeEdge({ reported: true, inclusionProbability: 0.97 });
const posterior = madePosterior({ edges: [reported], responses: [madeResponse()] });
/** Too short for any analysis: proves that nothing is computed. */
const nothing: DailyTable = { firstDayNumber: 20_000, dayCount: 3, calendar: "date", columns: [] };

describe("no finding without the rules", () => {
  it("does not compile without their answer or with what only looks like one, and a copy is refused", () => {
    const copy = structuredClone(quietSafety);
    const lookalike: { readonly [K in keyof SafetyAnswer]: SafetyAnswer[K] } = quietSafety;
    const wrong = [
      // @ts-expect-error -- the setting needs what the rules say
      () => toDocument(posterior, table, [], {}),
      // @ts-expect-error -- there is no default that would mean "nothing fired"
      () => toDocument(posterior, table, []),
      // @ts-expect-error -- an object of the same fields was not made by the rules
      () => toDocument(posterior, table, [], { safety: Object.assign({}, lookalike) }),
    ];
    for (const call of wrong) expect(call).toThrow();
    expect(() => toDocument(posterior, table, [], { safety: copy })).toThrow(Defect);
    const unasked = [
      // @ts-expect-error -- the options need what the rules say
      () => analyseTable(table, { seed: 1 }),
      // @ts-expect-error -- the options need what the rules say
      () => analyseSteps(table, { seed: 1 }).next(),
      // @ts-expect-error -- the options need what the rules say
      () => firstLook(table, { seed: 1 }),
    ];
    for (const call of unasked) expect(call).toThrow();
    const document = toDocument(posterior, table, [], { safety: quietSafety });
    // @ts-expect-error -- "what if" needs it as well
    expect(() => answerWhatIf(document, { from: "fibreGrams", amount: 1 })).toThrow();
  });
});

describe("an emergency that nobody has read", () => {
  it("leaves nothing in the document but its message, in the promised shape", () => {
    const document = toDocument(posterior, table, [{ type: "LeverByDefault", column: "tea", value: "" }], {
      safety: emergencySafety,
    });
    expect(analysisSchema.check(JSON.parse(JSON.stringify(document))).ok).toBe(true);
    expect(document.safety.flags.map((flag) => flag.level)).toEqual(["E", "D"]);
    expect(document.summary).toEqual([
      "Call your local emergency number now.",
      "Your findings wait here until this is read.",
    ]);
    const { schema, safety, seed, days, fdr, preview, missingDays, summary, ...rest } = document;
    expect(Object.keys(document).slice(0, 2)).toEqual(["schema", "safety"]);
    expect(JSON.stringify(rest)).not.toMatch(/itch|fibre|tea/i);
    expect([schema, seed, days, preview, missingDays]).toEqual(["gutskin.analysis/1", 1, 100, false, "ignorable"]);
    expect([typeof safety, typeof fdr, summary.length]).toEqual(["object", "number", 2]);
  });

  it("is said at once, before anything is computed, by every way to the answer", () => {
    const options = { seed: 3, fdr: 0.05, missingOutcomes: "worse-days", safety: emergencySafety } as const;
    const step = analyseSteps(nothing, options).next();
    const look = firstLook(nothing, options);
    const whole = analyseTable(nothing, options);
    if (!step.done || !step.value.ok || !look.ok || !whole.ok) throw new Error("the message did not come");
    for (const document of [step.value.value, whole.value]) {
      expect(document).toMatchObject({ seed: 3, fdr: 0.05, days: 3, missingDays: "worse-days", preview: false });
      expect(document.safety.withheld).toBe(true);
    }
    expect(look.value).toMatchObject({ preview: true, edges: [] });
    expect(analyseTable(nothing, { seed: 3, safety: quietSafety }).ok).toBe(false);
  });

  it("answers no 'what if', also of a document from before", () => {
    const before = toDocument(posterior, table, [], { safety: quietSafety });
    const question = { from: "fibreGrams", amount: 10 };
    expect(answerWhatIf(before, question, quietSafety).ok).toBe(true);
    expect(answerWhatIf(before, question, emergencySafety)).toEqual({ ok: false, error: { type: "WhatIfWithheld" } });
  });
});

describe("other messages", () => {
  it("stand before the findings and hold nothing back", () => {
    const safety = evaluateSafety({ ...unknownFacts(quietSafety.today), answers: { spreadingRednessOrPus: "yes" } });
    const document = toDocument(posterior, table, [], { safety });
    expect(document.safety).toMatchObject({ level: "S", withheld: false, withheldSentence: null });
    expect(document.edges).toHaveLength(1);
    expect(document.safety.openQuestions).toBe(safety.toAsk.length);
  });

  it("are none when nothing fired, and that is no promise", () => {
    const { safety } = toDocument(posterior, table, [], { safety: quietSafety });
    expect([safety.level, safety.flags, safety.withheldSentence]).toEqual([null, [], null]);
    expect(safety.openQuestions).toBeGreaterThan(20);
  });
});
