/**
 * What is a column of the daily table: label, role, unit, scale, usual delay, and how days are summed up?
 *
 * From the catalogue, from the instrument of a score, from the person's own definition, or from the kind of name (`supplement:`, `medicine:`, `tag:`). Also the one order of columns:
 * catalogue first in its own order, then own variables, scores, supplements, medicines and tags by name, so that the same journal gives the same table.
 */
import { catalogue, isPartOf, variableById } from "../journal/catalogue.ts";
import type { CustomVariableEntry } from "../journal/entry.ts";
import type { DailyRule } from "../journal/variable.ts";
import { compareText } from "./day-value.ts";
import { describeScoreColumn } from "./score-columns.ts";
import type { ColumnDescription } from "./table.ts";

/** Supplements act over weeks: the catalogue's range of `supplementTaken`. */
const SUPPLEMENT_DELAY_DAYS = { min: 7, max: 84 } as const;

/** Describes the column of this name. `labels`: how the person writes a supplement, medicine or tag. */
export function describeColumn(
  name: string,
  custom: ReadonlyMap<string, CustomVariableEntry>,
  labels: ReadonlyMap<string, string>,
): ColumnDescription {
  const variable = variableById(name);
  if (variable !== null) {
    const { label, role, unit, min, max, step, betterIs, delayDays } = variable;
    const measure = name === "stoolForm" ? { measure: "stool-form" as const } : {};
    return { name, label, role, unit, ...present({ min, max, step, delayDays }), ...measure, betterIs };
  }
  const score = describeScoreColumn(name);
  if (score !== null) return score;
  const own = custom.get(name);
  if (own !== undefined) {
    const { label, role, unit, min, max, step, betterIs } = own;
    return { name, label, role, unit, ...present({ min, max, step }), betterIs };
  }
  const label = labels.get(name) ?? name.slice(name.indexOf(":") + 1);
  const [kind] = name.split(":");
  const yes = { unit: "yes", min: 0, max: 1, step: 1, betterIs: "neither" } as const;
  if (kind === "supplement") return { name, label, role: "lever", ...yes, delayDays: SUPPLEMENT_DELAY_DAYS };
  if (kind === "medicine") return { name, label, role: "context", ...yes };
  return { name, label, role: "lever", unit: "", betterIs: "neither" };
}

/** The rule by which several records of a day become one value. */
export function dailyRuleOf(name: string): DailyRule {
  const variable = variableById(name);
  if (variable !== null) return variable.dailyRule;
  if (name.startsWith("score:")) return "last";
  return /^(?:supplement|medicine|tag):/.test(name) ? "max" : "mean";
}

const ORDER: ReadonlyMap<string, number> = new Map(catalogue.map((variable, index) => [variable.id, index]));
const KINDS = ["score:", "supplement:", "medicine:", "tag:"];

/** Sorts column names: catalogue order, own variables, scores, supplements, medicines, tags. */
export function compareColumns(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || compareText(a, b);
}

function rankOf(name: string): number {
  const known = ORDER.get(name);
  if (known !== undefined) return known;
  return ORDER.size + 1 + KINDS.findIndex((kind) => name.startsWith(kind));
}

/** True when one of the two contains the other and both stand in the table. A probiotic product is part of "probiotic taken". */
export function arePartsOfOneAnother(a: string, b: string, probiotics: ReadonlySet<string>): boolean {
  if (a === b) return false;
  return isPartOf(a, b) || isProductOf(a, b, probiotics) || isProductOf(b, a, probiotics);
}

function isProductOf(product: string, whole: string, probiotics: ReadonlySet<string>): boolean {
  if (!product.startsWith("supplement:")) return false;
  return whole === "supplementTaken" || (whole === "probioticTaken" && probiotics.has(product));
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that hold something; an absent scale end stays absent. */
function present<T extends object>(fields: T): Present<T> {
  const kept: Present<T> = {};
  for (const key in fields) {
    const value = fields[key];
    if (isDefined(value)) Object.assign(kept, { [key]: value });
  }
  return kept;
}

function isDefined<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}
