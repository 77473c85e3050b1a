/**
 * What does `gutskin.score/1` tell a program, and `gutskin.instruments/1` about what can be scored?
 *
 * A score with everything that must stand beside it: range and direction, the band with whose cut-offs, the important difference,
 * what was missing, who rated, how far it looks back, the licence line, and the remarks as sentences.
 */
import { instrumentById, instruments } from "../scales/instruments.ts";
import type { ScoreBand } from "../scales/band-of.ts";
import type {
  BandTable,
  ImportantDifference,
  Instrument,
  MissingRule,
  ScaleCode,
  ScaleItem,
  ScalePart,
  ScaleRange,
} from "../scales/instrument.ts";
import type { Score } from "../scales/score-instrument.ts";
import { assertDefect } from "../base/defect.ts";
import type { ScoreRater } from "./score-entry.ts";
import type { ChangeDocument } from "./score-history-document.ts";
import { wordScoreRemark } from "./words-scales.ts";

/** Facts of the instrument that travel with every score of it. */
type Carried = Pick<
  Instrument,
  | "name"
  | "topic"
  | "mode"
  | "licence"
  | "link"
  | "source"
  | "rater"
  | "recallDays"
  | "betterIs"
  | "unverified"
  | "codes"
>;

/** One score as `gutskin score --json` prints it. Null total: it could not be formed, see `missingItems` and `remarks`. */
export interface ScoreDocument extends Carried {
  readonly schema: "gutskin.score/1";
  readonly instrument: string;
  readonly total: number | null;
  /** Range of the total; null when the instrument has only parts. */
  readonly range: ScaleRange | null;
  readonly parts: readonly (ScalePart & { readonly value: number | null })[];
  readonly band: ScoreBand | null;
  readonly otherBands: readonly ScoreBand[];
  readonly minimalImportantDifference: ImportantDifference | null;
  readonly otherImportantDifferences: readonly ImportantDifference[];
  readonly missingItems: readonly string[];
  readonly enteredAs: "items" | "total";
  readonly form: string | null;
  readonly remarks: readonly { readonly code: string; readonly sentence: string }[];
  /** Only when it went into the journal. */
  readonly saved?: SavedScore;
}

/** Where a score went, and how it compares with the one before it by the same rater. */
export interface SavedScore {
  readonly id: string;
  readonly day: string;
  readonly rater: ScoreRater;
  /** With this it can be taken back (`gutskin log --undo`); null = the journal had it already. */
  readonly undo: string | null;
  readonly change: ChangeDocument | null;
}

/** One instrument as `gutskin score --list --json` prints it. */
export interface InstrumentSummary extends Carried {
  readonly id: string;
  readonly owner: string;
  readonly formula: string;
  readonly level: Instrument["level"];
  readonly minimumDaysBetween: number;
  readonly minimumAgeYears: number | null;
  readonly total: ScaleRange | null;
  readonly parts: readonly ScalePart[];
  readonly forms: readonly {
    readonly id: string;
    readonly items: readonly ScaleItem[];
    readonly missing: MissingRule;
  }[];
  readonly bands: BandTable | null;
  readonly otherBands: readonly BandTable[];
  readonly importantDifferences: readonly ImportantDifference[];
}

/** All instruments, in the order of the list. */
export interface InstrumentsDocument {
  readonly schema: "gutskin.instruments/1";
  readonly instruments: readonly InstrumentSummary[];
}

/** The document of a score. `Defect` when the score is of no instrument we know (it was not made by `scoreInstrument`). */
export function toScoreDocument(score: Score): ScoreDocument {
  const instrument = instrumentById(score.instrument);
  assertDefect(instrument !== null, `no instrument ${score.instrument}`);
  return {
    schema: "gutskin.score/1",
    instrument: instrument.id,
    ...carried(instrument),
    total: score.total,
    range: instrument.total,
    parts: instrument.parts.map((part) => ({ ...part, value: score.parts[part.id] ?? null })),
    band: score.band,
    otherBands: score.otherBands,
    minimalImportantDifference: score.minimalImportantDifference,
    otherImportantDifferences: score.otherImportantDifferences,
    missingItems: score.missingItems,
    enteredAs: score.enteredAs,
    form: score.form,
    remarks: score.remarks.map((code) => ({ code, sentence: wordScoreRemark(code) })),
  };
}

/** Every instrument with its items, rules and cut-offs. */
export function instrumentsDocument(): InstrumentsDocument {
  return { schema: "gutskin.instruments/1", instruments: instruments.map(summarise) };
}

function summarise(instrument: Instrument): InstrumentSummary {
  return {
    id: instrument.id,
    ...carried(instrument),
    owner: instrument.owner,
    formula: instrument.formula,
    level: instrument.level,
    minimumDaysBetween: instrument.minimumDaysBetween,
    minimumAgeYears: instrument.minimumAgeYears,
    total: instrument.total,
    parts: instrument.parts,
    forms: instrument.forms.map(({ id, items, missing }) => ({ id, items, missing })),
    bands: instrument.bands,
    otherBands: instrument.otherBands,
    importantDifferences: instrument.importantDifferences,
  };
}

function carried(instrument: Instrument): Carried {
  const { name, topic, mode, licence, link, source, rater, recallDays, betterIs, unverified } = instrument;
  const codes: readonly ScaleCode[] = instrument.codes;
  return { name, topic, mode, licence, link, source, rater, recallDays, betterIs, unverified, codes };
}
