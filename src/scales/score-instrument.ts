/**
 * What is the score of these answers, and what has to be said with it?
 *
 * The one door to every instrument: find it, check the answers, apply its missing-item rule, compute, check age and weights, name the
 * band and whose cut-offs they are. A person who has only the total from an official form (mode N) enters that.
 */
import { assertDefect } from "../base/defect.ts";
import { err, ok, type Result } from "../base/result.ts";
import { bandOf, type ScoreBand } from "./band-of.ts";
import { instrumentById } from "./instruments.ts";
import { checkNumber, readAnswers, type AnswerValue, type ItemAnswers, type ReadAnswers } from "./read-answers.ts";
import type {
  CheckedAnswers,
  Computed,
  ImportantDifference,
  Instrument,
  ScoreRemark,
  ScoringContext,
} from "./instrument.ts";
import type { ScoreError } from "./score-error.ts";

/** What a person gives: item answers, or the total of a form filled in elsewhere, or both (then they must agree). */
export interface ScoreAnswers {
  readonly items?: ItemAnswers;
  readonly total?: AnswerValue;
  /** Age on the day of the answers, years; picks EASI's weights and refuses instruments that are not made for it. */
  readonly ageYears?: number;
  /** Weights that the person wants; refused when they are not those of the age. */
  readonly weights?: "adult" | "under8";
}

/** A score and what must stand beside it. */
export interface Score {
  readonly instrument: string;
  /** Rounded to one decimal; null when the answers allow none, or the instrument has parts only. */
  readonly total: number | null;
  readonly parts: Readonly<Record<string, number | null>>;
  readonly band: ScoreBand | null;
  /** The same total by further published cut-offs. */
  readonly otherBands: readonly ScoreBand[];
  readonly minimalImportantDifference: ImportantDifference | null;
  readonly otherImportantDifferences: readonly ImportantDifference[];
  /** Items without an answer, in print order. */
  readonly missingItems: readonly string[];
  readonly enteredAs: "items" | "total";
  /** Which form of the instrument was filled in; null for a bare total. */
  readonly form: string | null;
  readonly remarks: readonly ScoreRemark[];
}

/**
 * Scores the answers with the instrument of this id.
 *
 * Errors: every `ScoreError`; a score is never clipped into range and never a partial sum. Cost: O(items).
 *
 * @example
 * ```ts
 * import { scoreInstrument } from "gutskin";
 * const score = scoreInstrument("poem", { items: [4, 2, 0, 1, 2, 3, 4] });
 * if (!score.ok || score.value.total !== 16) throw new Error("POEM is a sum");
 * if (score.value.band?.name !== "moderate") throw new Error("8 to 16 is moderate (Charman 2013)");
 * ```
 */
export function scoreInstrument(id: string, answers: ScoreAnswers): Result<Score, ScoreError> {
  const instrument = instrumentById(id);
  if (instrument === null) return err({ type: "InstrumentUnknown", found: id });
  const context = readContext(instrument, answers);
  if (!context.ok) return context;
  if (answers.items === undefined) return scoreTotal(instrument, answers);
  const read = readAnswers(instrument, answers.items);
  if (!read.ok) return read;
  const filled = applyMissingRule(instrument, read.value);
  if (!filled.ok) return filled;
  const computed = read.value.form.compute(filled.value, context.value);
  if (!computed.ok) return computed;
  assertInRange(instrument, computed.value);
  const agreed = compareTotals(instrument, answers, computed.value.total);
  if (!agreed.ok) return agreed;
  return ok(describeScore(instrument, computed.value, read.value));
}

function readContext(instrument: Instrument, answers: ScoreAnswers): Result<ScoringContext, ScoreError> {
  const { weights = null } = answers;
  const at = { instrument: instrument.id };
  if (answers.ageYears !== undefined) {
    const age = checkNumber(instrument.id, { id: "ageYears", min: 0, max: 130, step: null }, answers.ageYears);
    if (!age.ok) return age;
  }
  const ageYears = answers.ageYears ?? null;
  const min = instrument.minimumAgeYears;
  if (ageYears !== null && min !== null && ageYears < min) {
    return err({ type: "AgeOutsideInstrument", ...at, ageYears, min });
  }
  if (weights !== null && !instrument.hasChildWeights && weights === "under8") {
    return err({ type: "WeightsUnknown", ...at, found: weights });
  }
  if (weights !== null && ageYears !== null && instrument.hasChildWeights && ageYears < 8 !== (weights === "under8")) {
    return err({ type: "WeightsContradictAge", ...at, found: weights, ageYears });
  }
  return ok({ ageYears, weights });
}

function scoreTotal(instrument: Instrument, answers: ScoreAnswers): Result<Score, ScoreError> {
  const { total = null } = answers;
  if (total === null) return err({ type: "AnswersAbsent", instrument: instrument.id });
  if (instrument.total === null) return err({ type: "TotalNotTaken", instrument: instrument.id });
  const checked = checkNumber(instrument.id, { id: "total", ...instrument.total }, total);
  if (!checked.ok) return checked;
  const entered: Computed = { total: checked.value, parts: {}, remarks: ["total-entered-unchecked"] };
  return ok(describeScore(instrument, entered, null));
}

/** Answers with the instrument's rule for missing items applied; nulls stay only under "by-part". */
function applyMissingRule(instrument: Instrument, read: ReadAnswers): Result<CheckedAnswers, ScoreError> {
  const { form, answers, missing } = read;
  const allowed =
    form.missing.rule === "refused"
      ? 0
      : form.missing.rule === "counted-as-zero"
        ? form.missing.atMost
        : form.items.length - 1;
  if (missing.length > allowed) {
    const counts = { missing: missing.length, allowed };
    return err({ type: "AnswersMissing", instrument: instrument.id, items: missing.join(", "), ...counts });
  }
  if (form.missing.rule === "by-part") return ok(answers);
  return ok(new Map([...answers].map(([id, value]) => [id, value ?? 0])));
}

function compareTotals(
  instrument: Instrument,
  answers: ScoreAnswers,
  computed: number | null,
): Result<null, ScoreError> {
  const { total = null } = answers;
  if (total === null || total === computed) return ok(null);
  if (typeof total !== "number") {
    return err({ type: "AnswerNotNumber", instrument: instrument.id, item: "total", found: String(total) });
  }
  const found = { found: total, computed: computed ?? NaN };
  return err({ type: "TotalDiffersFromItems", instrument: instrument.id, ...found });
}

function describeScore(instrument: Instrument, computed: Computed, read: ReadAnswers | null): Score {
  const { total } = computed;
  const tables = total === null ? [] : instrument.otherBands;
  const [first = null, ...others] = instrument.importantDifferences;
  return {
    instrument: instrument.id,
    total,
    parts: computed.parts,
    band: total === null || instrument.bands === null ? null : bandOf(instrument.bands, total),
    otherBands: tables.flatMap((table) => bandOf(table, total ?? 0) ?? []),
    minimalImportantDifference: first,
    otherImportantDifferences: others,
    missingItems: read?.missing ?? [],
    enteredAs: read === null ? "total" : "items",
    form: read?.form.id ?? null,
    remarks: [...computed.remarks, ...remarksOf(instrument, computed, read)],
  };
}

function remarksOf(instrument: Instrument, computed: Computed, read: ReadAnswers | null): readonly ScoreRemark[] {
  const remarks: ScoreRemark[] = [];
  if (read !== null && read.form.missing.rule === "counted-as-zero" && read.missing.length > 0) {
    remarks.push("missing-counted-as-zero");
  }
  if (Object.values(computed.parts).includes(null)) remarks.push("part-not-scorable");
  if (instrument.unverified.length > 0) remarks.push("rule-unverified");
  return remarks;
}

/** A total outside the instrument's own range would be a fault of ours, not of the answers. */
function assertInRange(instrument: Instrument, { total }: Computed): void {
  if (total === null) return;
  const range = instrument.total;
  assertDefect(range !== null && total >= range.min && total <= range.max, `${instrument.id} left its range`);
}
