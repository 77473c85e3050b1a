import { describe, expect, it } from "vitest";
import { madeColumn, madeEdge, madeOutcome, madePosterior, madeTable } from "../../test/fixtures/made-posterior.ts";
import { cellReasons } from "../daily/table.ts";
import type { EdgeCaution, EdgePosterior } from "../engine/posterior.ts";
import type { DiaryFact } from "../importers/contract.ts";
import { catalogue } from "../journal/catalogue.ts";
import { outcomeRoles } from "../journal/variable.ts";
import { assumedSentences } from "./assumed.ts";
import { toDocument } from "./to-document.ts";
import { cellReasonWords } from "./words-cells.ts";
import { wordError } from "./words.ts";

/** Words that an observed diary never allows, that blame, or that frighten. */
const FORBIDDEN =
  /\b(caus(?:e|es|ed|ing|al)|because of the|due to|leads? to|led to|results? in|treats?|treatment for|cures?|cured|heals?|healed|proven|proves?|proof|guarante\w*|diagnos\w*|triggers?|improves?|improved|worsens?|significant\w*|correlat\w*|confidence|fail\w*|wrong|bad|good foods?|junk|cheat\w*|guilt\w*|should have|your fault|symptom of|obvious\w*|simply|unfortunately|dangerous|alarm\w*)\b|!/i;

const cautions: readonly (readonly EdgeCaution[])[] = [
  [],
  [{ type: "NotSeparable", otherColumn: "dairyServings", correlation: 0.9 }],
  [{ type: "OneSwitch" }],
  [{ type: "RareCause", days: 3 }],
  [{ type: "SameDay" }, { type: "PriorSensitive" }],
];
const states: readonly Partial<EdgePosterior>[] = [
  { inclusionProbability: 0.97, reported: true },
  {
    inclusionProbability: 0.85,
    reported: true,
    probabilityPositive: 0.99,
    ifReal: { mean: 0.1, low95: 0.02, high95: 0.2 },
  },
  { inclusionProbability: 0.6, ifReal: { mean: 0.01, low95: -0.1, high95: 0.2 }, probabilityPositive: 0.6 },
  { inclusionProbability: 0.02, probabilityNegligible: 0.99, detectableEffect: 0.01 },
  { furtherDaysNeeded: null },
  { furtherDaysNeeded: 0 },
  { detectableEffect: NaN },
];

/** Every sentence of the documents over all catalogue columns, verdicts, cautions, densities and two-way states. */
function allSentences(): readonly string[] {
  const sentences: string[] = [];
  const extra = [madeColumn({ name: "my own tea" }), madeColumn({ name: "rare", unit: "g" }, 5)];
  const table = madeTable(extra);
  const causes = [
    ...catalogue.map((variable) => ({ name: variable.id, role: variable.role })),
    { name: "my own tea", role: "lever" as const },
    { name: "rare", role: "lever" as const },
  ];
  const targets = catalogue.filter((variable) => outcomeRoles.includes(variable.role));
  causes.forEach((cause, i) => {
    states.forEach((state, s) => {
      const target = targets[(i + s) % targets.length]!;
      const edge = madeEdge({
        ...state,
        from: cause.name,
        to: target.id,
        fromRole: cause.role,
        toRole: target.role,
        causeSd: [0.4, 3, 40][i % 3]!,
        delay: { mean: [0, 2, 30][s % 3]!, low80: 0, high80: 40 },
        cautions: cautions[(i + s) % cautions.length]!,
      });
      const levels = [0.05, 0.5, 0.95, null];
      const document = toDocument(
        madePosterior({
          edges: [edge],
          outcomes: [madeOutcome({ name: target.id, role: target.role, unit: target.unit, diagnostics: { rHat: 1.2, ess: 50, pipSpread: 0.2, converged: s % 2 === 0, sweeps: 400 } })],
          twoWay: { gutToSkin: { probability: levels[i % 4]! }, skinToGut: { probability: levels[(i + s) % 4]!, viaStressOrSleep: levels[s % 4]! } },
          unused: [
            { type: "TooFewDays", column: "mood", have: 3, need: 14 },
            { type: "ColumnConstant", column: "mood" },
            { type: "ColumnEmpty", column: "mood" },
            { type: "CopyOfOutcome", column: "mood", outcome: "itch" },
          ],
        }),
        table,
        [],
      ); // prettier-ignore
      sentences.push(
        ...document.summary,
        document.twoWay.sentence,
        ...document.unused.map((column) => column.reason),
        ...document.edges.flatMap((shown) => [shown.sentence, shown.surer, ...shown.cautions]),
      );
    });
  });
  return sentences;
}

const facts: readonly DiaryFact[] = (
  ["DateOrder", "DecimalMark", "Encoding", "Delimiter", "DayNotLogged", "ScaleGuess", "FormulaPrefixRemoved", "PartialFile", "MatchedCatalogue", "LeverByDefault", "ScaleNotCatalogue", "EmptyColumn", "StandardDeviationOf"] as const
).flatMap((type) => [
  { type, column: "fibra (g)", value: "fibreGrams" },
  { type, column: "", value: "" },
]); // prettier-ignore

describe("the language of all sentences", () => {
  const sentences = [...allSentences(), ...assumedSentences(facts)];

  it("covers every verdict and kind of sentence", () => {
    expect(sentences.length).toBeGreaterThan(2000);
    for (const start of ["A strong sign", "Likely", "Maybe", "Nothing found", "Not enough data", "Nothing stands out", "The street", "One direction", "Good to know"]) {
      expect(sentences.some((sentence) => sentence.startsWith(start))).toBe(true);
    } // prettier-ignore
  });

  it("never says that one thing made the other, never blames, never shouts", () => {
    // a label of the catalogue ("Skin treatment") is a name, not a claim
    const offenders = sentences.filter((sentence) => FORBIDDEN.test(sentence.replaceAll(/skin treatment/gi, "")));
    expect(offenders).toEqual([]);
    expect(FORBIDDEN.test("this caused that")).toBe(true);
  });

  it("is made of whole sentences that a twelve-year-old can read in one breath", () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^["A-Z0-9][^\n]*\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|null|Infinity| {2}|\.\.|e[-+]\d/);
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(48);
    }
  });

  it("says together, with size, interval and delay, wherever it reports an effect", () => {
    const reports = sentences.filter((sentence) => /^(A strong sign|Likely|Maybe)/.test(sentence));
    expect(reports.length).toBeGreaterThan(100);
    for (const sentence of reports) {
      expect(sentence).toContain("went together with");
      expect(sentence).toMatch(/if real: .* (higher|lower|longer|shorter)/);
      expect(sentence).toMatch(/on the same day|after about \d+ (day|week)/);
    }
  });

  it("words every reason of a cell without blame", () => {
    const words = cellReasons.map(cellReasonWords);
    expect(new Set(words).size).toBe(cellReasons.length);
    expect(words.filter((text) => FORBIDDEN.test(text))).toEqual([]);
  });

  it("keeps errors free of shouting and blame too", () => {
    for (const type of ["NotANumber", "DayTwice", "StoreLocked", "LineNotRead", "DiaryTooShort"]) {
      const { sentence, mend } = wordError({ type });
      expect(`${sentence} ${mend}`).not.toMatch(/!|invalid|illegal|you failed|your fault|error/i);
    }
  });
});
