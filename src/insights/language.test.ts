import { describe, expect, it } from "vitest";
import {
  madeColumn,
  madeEdge,
  madeGroup,
  madeOutcome,
  madePosterior,
  madeResponse,
  madeTable,
} from "../../test/fixtures/made-posterior.ts";
import { cellReasons } from "../daily/table.ts";
import type { EdgeCaution, EdgePosterior, OutcomePosterior } from "../engine/posterior.ts";
import type { DiaryFact } from "../importers/contract.ts";
import { catalogue } from "../journal/catalogue.ts";
import { outcomeRoles } from "../journal/variable.ts";
import { assumedSentences } from "./assumed.ts";
import { groupSurer } from "./group-words.ts";
import { toDocument } from "./to-document.ts";
import { answerWhatIf } from "./what-if.ts";
import { cellReasonWords } from "./words-cells.ts";
import { wordError } from "./words.ts";
import { quietSafety } from "../../test/fixtures/made-safety.ts";

/** Words that an observed diary never allows, that blame, or that frighten. */
const FORBIDDEN =
  /\b(caus(?:e|es|ed|ing|al)|because of the|due to|leads? to|led to|results? in|treats?|treatment for|cures?|cured|heals?|healed|proven|proves?|proof|guarante\w*|diagnos\w*|triggers?|improves?|improved|worsens?|significant\w*|correlat\w*|confidence|fail\w*|wrong|bad|good foods?|junk|cheat\w*|guilt\w*|should have|your fault|symptom of|obvious\w*|simply|unfortunately|dangerous|alarm\w*)\b|!/i;

const cautions: readonly (readonly EdgeCaution[])[] = [
  [],
  [{ type: "NotSeparable", otherColumn: "dairyServings", correlation: 0.9 }],
  [{ type: "OneSwitch" }],
  [{ type: "RareCause", days: 3 }],
  [{ type: "SameDay" }, { type: "PriorSensitive" }],
  [{ type: "ImpreciseCause", reliability: 0.5 }],
];
const alone = {
  inclusionProbability: 0.4,
  reported: false,
  averaged: { mean: -0.01, low95: -0.08, high95: 0.01 },
  ifReal: { mean: -0.05, low95: -0.12, high95: 0.02 },
};
const outcomes: readonly Partial<OutcomePosterior>[] = [
  { link: { type: "rounded", transform: "sqrt", atFloor: 0.62, atCeiling: 0.2 }, stoppedEarly: true },
  { link: { type: "ordered", transform: "identity", atFloor: 0.3, atCeiling: 0 }, forecast: [] },
  { link: { type: "count", transform: "log1p", atFloor: 0.4, atCeiling: 0 } },
  {
    link: { type: "yes-no", transform: "identity", atFloor: 0.5, atCeiling: 0.5 },
    skippedAfterWorse: { oddsRatio: 2.1, low95: 1.3, high95: 3.4 },
  },
  { link: { type: "exact", transform: "logit", atFloor: 0, atCeiling: 0 } },
];
const states: readonly Partial<EdgePosterior>[] = [
  { inclusionProbability: 0.97, reported: true, dataAlone: alone, reliability: 0.5, contraction: 0.05 },
  { inclusionProbability: 0.97, reported: true, dataAlone: { ...alone, reported: !alone.reported } },
  { inclusionProbability: 0.7, reported: false, dataAlone: { ...alone, reported: true } },
  {
    inclusionProbability: 0.85,
    reported: true,
    probabilityPositive: 0.99,
    ifReal: { mean: 0.1, low95: 0.02, high95: 0.2 },
  },
  { inclusionProbability: 0.6, ifReal: { mean: 0.01, low95: -0.1, high95: 0.2 }, probabilityPositive: 0.6 },
  { inclusionProbability: 0.02, probabilityNegligible: 0.99, detectableEffect: 0.01 },
  { furtherDaysNeeded: null, slowProbability: 0.9, contraction: 0.3 },
  { furtherDaysNeeded: 0, slowProbability: 0.5, contraction: 0.97, reliability: 0.2, ifEntriesExact: alone.ifReal },
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
          responses: [
            madeResponse({
              from: cause.name,
              to: target.id,
              paths: [0.72, 0.9].map((probability) => ({
                via: probability > 0.8 ? ["bloating", "sleepHours"] : ["stress"],
                probability,
                effect: { mean: -0.02, low95: -0.05, high95: 0.001 },
              })),
            }),
          ],
          groups: [
            madeGroup({
              to: target.id,
              from: [cause.name, "my own tea", "rare"].slice(0, 2 + (i % 2)),
              probabilityAny: [0.97, 0.85, 0.6, 0.3][i % 4]!,
              reported: i % 3 > 0,
            }),
          ],
          outcomes: [madeOutcome({ ...outcomes[(i + s) % outcomes.length]!, name: target.id, role: target.role, unit: target.unit, diagnostics: { rHat: 1.2, ess: 50, pipSpread: 0.2, converged: s % 2 === 0, sweeps: 400 } })],
          twoWay: { gutToSkin: { probability: levels[i % 4]! }, skinToGut: { probability: levels[(i + s) % 4]!, viaStressOrSleep: levels[s % 4]! } },
          unused: [
            { type: "TooFewDays", column: "mood", have: 3, need: 14 },
            { type: "ColumnConstant", column: "mood" },
            { type: "ColumnEmpty", column: "mood" },
            { type: "CopyOfOutcome", column: "mood", outcome: "itch" },
            { type: "RecallIsNoCause", column: "mood", recallDays: 7 },
            { type: "SetAside", column: "mood", outcome: "itch" },
          ],
        }),
        table,
        [],
        { safety: quietSafety,
          preview: i % 2 === 0,
          missingOutcomes: s % 2 === 0 ? "ignorable" : "worse-days",
          priors: [{ from: cause.name, to: target.id, oddsFactor: 2, delayDays: { onset: 7, half: 70, full: 112 } }],
        },
      ); // prettier-ignore
      const whatIf = answerWhatIf(
        document,
        { from: cause.name, amount: [1, -1, 0.5, -400][(i + s) % 4]! },
        quietSafety,
      );
      if (whatIf.ok) {
        sentences.push(...whatIf.value.hints, ...whatIf.value.outcomes.map((outcome) => outcome.sentence));
      }
      sentences.push(
        ...document.notes,
        ...document.groups.flatMap((group) => [group.sentence, groupSurer(group.fromLabels)]),
        ...document.responses.flatMap((response) => [
          response.sentence,
          ...(response.directSentence === null ? [] : [response.directSentence]),
          ...response.paths.map((path) => path.sentence),
        ]),
        ...document.outcomes.flatMap((outcome) => [
          outcome.reading,
          ...(outcome.forecastSentence === null ? [] : [outcome.forecastSentence]),
          ...outcome.warnings,
        ]),
        ...document.edges.flatMap((edge) => [
          ...edge.when,
          edge.learned,
          ...[edge.entries, edge.knowledge].filter((sentence) => sentence !== null),
        ]),
      );
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

  it("covers the sentences about delays, learning, entries, knowledge, groups, whole effects, forecasts and days", () => {
    for (const part of ["weeks, not after days", "is open", "looks back 84 days", "next to nothing", "a little about", "Nearly all", "they catch about half", "by your data alone", "cannot say which of the two", "which of these 3", "all ways together", "not to be added", "By way of", "from tomorrow would go with", "hardly seen", "if days go on like these", "at most 0", "Time ran out", "skip the next entry", "first look"]) {
      expect(sentences.some((sentence) => sentence.includes(part)), part).toBe(true);
    } // prettier-ignore
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
