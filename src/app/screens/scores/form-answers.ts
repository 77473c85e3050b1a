/**
 * What do the answers on the form of a score come to so far?
 *
 * Every answer is kept as the text that stands in its field (steps write their number), so that nothing typed is lost or guessed: free text in a number is told
 * as what it is. Where a part of the body has no skin affected its signs count as 0 without being asked. The scoring itself is the library's.
 */
import {
  instrumentById,
  itemWords,
  groupWords,
  scoreInstrument,
  wordError,
  type AnswerValue,
  type Instrument,
  type ScaleItem,
  type Score,
  type ScoreAnswers,
  type ScoreEntry,
  type ScoreError,
  type Wording,
} from "../../../lib/index.ts";

/** What stands in the fields; "" = nothing. */
export interface Typed {
  readonly items: Readonly<Record<string, string>>;
  readonly total: string;
  readonly age: string;
  readonly weights: "" | "adult" | "under8";
}

export const emptyForm: Typed = { items: {}, total: "", age: "", weights: "" };

/** How far the form is. */
export type FormReading =
  /** Nothing is given, or some answers are still open; `answered` of `asked`. */
  | { readonly state: "open"; readonly answered: number; readonly asked: number }
  /** Something given cannot be; `item` is the field, "total" and "age" among them, null = none in particular. */
  | { readonly state: "refused"; readonly wording: Wording; readonly item: string | null }
  | { readonly state: "scored"; readonly score: Score; readonly answers: ScoreAnswers };

/** Reads the form. */
export function readForm(instrument: Instrument, typed: Typed): FormReading {
  const items = itemsOf(instrument);
  const given = withImpliedZeros(items, typed.items);
  const answered = items.filter(({ id }) => (given[id] ?? "").trim() !== "").length;
  const open = { state: "open", answered, asked: items.length } as const;
  const hasTotal = typed.total.trim() !== "";
  if (answered === 0 && !hasTotal) return open;
  const age = numberOrText(typed.age);
  if (typeof age === "string" && age !== "") {
    return refused(instrument, { type: "AnswerNotNumber", instrument: instrument.id, item: "ageYears", found: age });
  }
  const answers: ScoreAnswers = {
    ...(answered === 0 ? {} : { items: Object.fromEntries(items.map((item) => [item.id, answerOf(item, given)])) }),
    ...(hasTotal ? { total: numberOrText(typed.total) } : {}),
    ...(typeof age === "number" ? { ageYears: age } : {}),
    ...(typed.weights === "" ? {} : { weights: typed.weights }),
  };
  const score = scoreInstrument(instrument.id, answers);
  if (score.ok) {
    const isEmpty = score.value.total === null && Object.values(score.value.parts).every((part) => part === null);
    return isEmpty ? open : { state: "scored", score: score.value, answers };
  }
  return score.error.type === "AnswersMissing" ? open : refused(instrument, score.error);
}

/** The items of the usual form. */
export function itemsOf(instrument: Instrument): readonly ScaleItem[] {
  return instrument.forms[0].items;
}

/** The fields as an entry of the journal filled them. */
export function typedOf(entry: ScoreEntry | null): Typed {
  if (entry === null) return emptyForm;
  const items = Object.fromEntries(
    itemsOfEntry(entry).map(({ id, kind }) => [id, textOf(entry.items?.[id], kind)] as const),
  );
  return {
    items,
    total: entry.items === undefined && entry.total !== undefined ? String(entry.total) : "",
    age: entry.ageYears === undefined ? "" : String(entry.ageYears),
    weights: entry.weights ?? "",
  };
}

/** True when nothing of this part of the body is affected, so that its signs are not asked. */
export function isClearPart(items: Readonly<Record<string, string>>, item: ScaleItem): boolean {
  const area = areaBeside(item.id);
  return area !== item.id && numberOrText(items[area] ?? "") === 0;
}

/** "Head and neck: Redness". */
export function itemName(instrument: Instrument, item: ScaleItem): string {
  const { label } = itemWords(instrument, item);
  return item.id.includes(".") ? `${groupWords(item.id.split(".")[0] ?? "")}: ${label}` : label;
}

/** A number with point or comma; any other text as it stands. */
function numberOrText(text: string): number | string {
  const plain = text.trim().replace(",", ".");
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace("−", "-")) : plain;
}

function answerOf(item: ScaleItem, given: Readonly<Record<string, string>>): AnswerValue {
  const text = (given[item.id] ?? "").trim();
  if (text === "") return null;
  return item.kind === "clock" ? text : numberOrText(text);
}

/** Signs of a part of the body with area 0 are 0. */
function withImpliedZeros(
  items: readonly ScaleItem[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const ids = new Set(items.map(({ id }) => id));
  const implied = items.filter((item) => ids.has(areaBeside(item.id)) && isClearPart(given, item));
  return { ...given, ...Object.fromEntries(implied.map(({ id }) => [id, "0"])) };
}

/** The area item of the same part: "head.area" for "head.erythema", "area" for "scaling". */
function areaBeside(id: string): string {
  return id.includes(".") ? `${id.split(".")[0] ?? ""}.area` : "area";
}

function itemsOfEntry(entry: ScoreEntry): readonly ScaleItem[] {
  const instrument = instrumentById(entry.instrument);
  return instrument === null ? [] : itemsOf(instrument);
}

function textOf(value: number | undefined, kind: ScaleItem["kind"]): string {
  if (value === undefined) return "";
  if (kind === "number") return String(value);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(value / 60))}:${two(value % 60)}`;
}

function refused(instrument: Instrument, error: ScoreError): FormReading {
  const item = "item" in error ? error.item : null;
  return { state: "refused", wording: wordError(named(instrument, error)), item: item === "ageYears" ? "age" : item };
}

/** The same error with the names that stand on the screen instead of ids. */
function named(instrument: Instrument, error: ScoreError): ScoreError {
  const nameOf = (id: string): string => {
    const item = itemsOf(instrument).find((one) => one.id === id);
    return item === undefined ? (id === "ageYears" ? "age" : id) : itemName(instrument, item);
  };
  return {
    ...error,
    ...("instrument" in error ? { instrument: instrument.name } : {}),
    ...("item" in error ? { item: nameOf(error.item) } : {}),
    ...("items" in error ? { items: error.items.split(", ").map(nameOf).join(" and ") } : {}),
  };
}
