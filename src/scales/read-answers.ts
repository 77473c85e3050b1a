/**
 * How do the answers of a person become checked numbers by item?
 *
 * Answers come as a list in print order, or by item name, or by group (`{"head": [2, 1, 0, 1, 3]}` or `{"head": {"redness": 2}}`).
 * Whole points, ranges and clock times are checked here, once, for every instrument; an absent item and `null` mean "not answered".
 * Nothing is clipped, rounded or guessed: text in a number is an error.
 */
import { err, ok, type Result } from "../base/result.ts";
import type { CheckedAnswers, Instrument, ScaleForm, ScaleItem } from "./instrument.ts";
import type { ScoreError } from "./score-error.ts";

/** One answer as it may arrive; only numbers, `HH:MM` (clock items) and null (not answered) are accepted. */
export type AnswerValue = number | string | boolean | null;
/** Answers of one group of items (a body region): in print order or by name. */
export type GroupAnswers = readonly AnswerValue[] | { readonly [item: string]: AnswerValue };
/** Answers of a form. */
export type ItemAnswers = readonly AnswerValue[] | { readonly [item: string]: AnswerValue | GroupAnswers };

/** The form that these answers fill in, and the checked answers, one for each of its items. */
export interface ReadAnswers {
  readonly form: ScaleForm;
  readonly answers: CheckedAnswers;
  /** Ids of the items without an answer, in print order. */
  readonly missing: readonly string[];
}

type Pair = readonly [item: string, value: AnswerValue];

/**
 * Reads answers for the form they fit best (the instrument's first form when none fits, so that the error names the usual items).
 * Errors: `ItemUnknown`, `ItemAnsweredTwice`, `ItemCountWrong`, `AnswerNotNumber`, `AnswerNotClock`, `AnswerOutOfRange`, `AnswerNotOnStep`.
 */
export function readAnswers(instrument: Instrument, items: ItemAnswers): Result<ReadAnswers, ScoreError> {
  const form = instrument.forms.find((one) => flatten(instrument, one, items).ok) ?? instrument.forms[0];
  const pairs = flatten(instrument, form, items);
  if (!pairs.ok) return pairs;
  const answers = new Map<string, number | null>(form.items.map((item) => [item.id, null]));
  for (const [id, value] of pairs.value) {
    const item = form.items.find((one) => one.id === id);
    if (item === undefined) continue;
    const checked = checkAnswer(instrument.id, item, value);
    if (!checked.ok) return checked;
    answers.set(id, checked.value);
  }
  const missing = form.items.filter((item) => answers.get(item.id) === null).map((item) => item.id);
  return ok({ form, answers, missing });
}

/** Checks one number against a range and a step. Errors: `AnswerNotNumber`, `AnswerOutOfRange`, `AnswerNotOnStep`. */
export function checkNumber(
  instrument: string,
  item: { readonly id: string; readonly min: number; readonly max: number; readonly step: number | null },
  value: AnswerValue,
): Result<number, ScoreError> {
  const at = { instrument, item: item.id };
  if (typeof value !== "number" || Number.isNaN(value)) {
    return err({ type: "AnswerNotNumber", ...at, found: String(value) });
  }
  if (value < item.min || value > item.max) {
    return err({ type: "AnswerOutOfRange", ...at, found: value, min: item.min, max: item.max });
  }
  // steps are 1 or 0.1: tenths are compared as whole numbers, because 0.1 is not exact in binary
  const steps = item.step === null ? 0 : Number((value / item.step).toPrecision(12));
  if (!Number.isInteger(steps)) return err({ type: "AnswerNotOnStep", ...at, found: value, step: item.step ?? 0 });
  return ok(value === 0 ? 0 : value);
}

function checkAnswer(instrument: string, item: ScaleItem, value: AnswerValue): Result<number | null, ScoreError> {
  if (value === null) return ok(null);
  if (item.kind === "number") return checkNumber(instrument, item, value);
  const match = typeof value === "string" ? /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(value) : null;
  if (match === null) return err({ type: "AnswerNotClock", instrument, item: item.id, found: String(value) });
  return ok(60 * Number(match[1]) + Number(match[2]));
}

/** Item id and value of every answer, or why the answers are not of this form. */
function flatten(instrument: Instrument, form: ScaleForm, items: ItemAnswers): Result<readonly Pair[], ScoreError> {
  if (isList(items)) return inOrder(instrument, form.items, items, "items");
  const pairs: Pair[] = [];
  for (const [name, value] of Object.entries(items)) {
    const direct = itemNamed(form, name);
    const members = form.items.filter((one) => groupsOf(one).includes(name));
    if (direct !== null && !isGroup(value)) pairs.push([direct.id, value]);
    else if (members.length > 0 && isGroup(value)) {
      const inner = isList(value) ? inOrder(instrument, members, value, name) : byName(instrument, form, name, value);
      if (!inner.ok) return inner;
      pairs.push(...inner.value);
    } else return err(unknownItem(instrument, form, name));
  }
  const twice = pairs.find(([id], index) => pairs.findIndex(([other]) => other === id) < index);
  if (twice !== undefined) return err({ type: "ItemAnsweredTwice", instrument: instrument.id, item: twice[0] });
  return ok(pairs);
}

function inOrder(
  instrument: Instrument,
  items: readonly ScaleItem[],
  values: readonly AnswerValue[],
  place: string,
): Result<readonly Pair[], ScoreError> {
  if (values.length !== items.length) {
    const counts = { have: values.length, need: items.length };
    return err({ type: "ItemCountWrong", instrument: instrument.id, place, ...counts });
  }
  return ok(items.map((item, index) => [item.id, values[index] ?? null]));
}

function byName(
  instrument: Instrument,
  form: ScaleForm,
  group: string,
  values: { readonly [item: string]: AnswerValue },
): Result<readonly Pair[], ScoreError> {
  const pairs: Pair[] = [];
  for (const [name, value] of Object.entries(values)) {
    const item = itemNamed(form, `${group}.${name}`);
    if (item === null) return err(unknownItem(instrument, form, `${group}.${name}`));
    pairs.push([item.id, value]);
  }
  return ok(pairs);
}

function unknownItem(instrument: Instrument, form: ScaleForm, item: string): ScoreError {
  const known = form.items.map((one) => one.id).join(", ");
  return { type: "ItemUnknown", instrument: instrument.id, item, known };
}

function itemNamed(form: ScaleForm, name: string): ScaleItem | null {
  return form.items.find((item) => item.id === name || item.aliases.includes(name)) ?? null;
}

/** Names of the group an item is in: the part of its id and aliases before the dot. */
function groupsOf(item: ScaleItem): readonly string[] {
  return [item.id, ...item.aliases].flatMap((name) => (name.includes(".") ? [name.split(".")[0] ?? ""] : []));
}

function isGroup(value: AnswerValue | GroupAnswers): value is GroupAnswers {
  return typeof value === "object" && value !== null;
}

function isList(value: GroupAnswers | ItemAnswers): value is readonly AnswerValue[] {
  return Array.isArray(value);
}
