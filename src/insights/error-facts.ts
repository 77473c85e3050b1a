/**
 * How are the facts of a named error read without trusting where it came from?
 *
 * An error may have crossed a worker or HTTP and be plain JSON, or come from an older version with a fact less. So every fact is
 * read by name with a fallback, and text is made safe for one line of a sentence (shown.ts).
 */
import type { NamedError } from "../base/result.ts";
import { numberText } from "./numbers.ts";
import { shown } from "./shown.ts";

/** What went wrong in one sentence, and what the person can do about it in one or two. */
export interface Wording {
  readonly sentence: string;
  readonly mend: string;
}

/** Facts of one error, by name. */
export interface ErrorFacts {
  /** Text, safe to show; "" when absent. */
  readonly text: (name: string) => string;
  /** The text in quotation marks; "(empty)" when absent. */
  readonly quoted: (name: string) => string;
  /** A whole sentence that came with the error, made safe but not cut; null when there is none. */
  readonly sentence: (name: string) => string | null;
  /** A finite number, or null. */
  readonly number: (name: string) => number | null;
  /** A number for a sentence; "an unknown number of" when absent. */
  readonly count: (name: string) => string;
  /** Items of a list that are texts; [] when absent. Not yet safe to show: quote them. */
  readonly texts: (name: string) => readonly string[];
  /** Items of a list that are objects, as facts; [] when absent. */
  readonly list: (name: string) => readonly ErrorFacts[];
}

/** One error type -> its words. */
export type Worder = (facts: ErrorFacts) => Wording;

/** Facts of a named error (or of any plain object). */
export function errorFacts(error: NamedError | object): ErrorFacts {
  const read = (name: string): unknown => Object.getOwnPropertyDescriptor(error, name)?.value;
  const text = (name: string): string => {
    const value = read(name);
    // what was expected is our own words; everything else came from outside and is cut
    return typeof value === "string"
      ? shown(value, name === "expected" ? 200 : undefined)
      : typeof value === "number"
        ? numberText(value)
        : "";
  };
  const number = (name: string): number | null => {
    const value = read(name);
    return typeof value === "number" && Number.isFinite(value) ? value : null;
  };
  return {
    text,
    quoted: (name) => (text(name) === "" ? "(empty)" : `"${text(name)}"`),
    sentence: (name) => {
      const value = read(name);
      const safe = typeof value === "string" ? shown(value, 500) : "";
      return /[.?]$/.test(safe) ? safe : null;
    },
    number,
    count: (name) => {
      const value = number(name);
      return value === null ? "an unknown number of" : String(value);
    },
    texts: (name) => {
      const value = read(name);
      return Array.isArray(value) ? value.filter((item: unknown) => typeof item === "string") : [];
    },
    list: (name) => {
      const value = read(name);
      if (!Array.isArray(value)) return [];
      return value.flatMap((item: unknown) => (typeof item === "object" && item !== null ? [errorFacts(item)] : []));
    },
  };
}
