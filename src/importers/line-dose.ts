/**
 * What was taken or practised: "took zinc 25 mg", "rx doxycycline", "meditated 10 min"?
 *
 * Doses begin with "took" or "rx"; a medicine that is known by name is filed as one even after "took". A number stays part of the name
 * unless a unit follows it, because "omega 3" and "vitamin d3" are names. Practices need their minutes.
 */
import type { Amount, MedicineEntry } from "../journal/entry.ts";
import { variableById } from "../journal/catalogue.ts";
import { durationMinutes, lineNumber, NUMBER_SOURCE } from "./line-amount.ts";
import { medicineGroup } from "./medicine-groups.ts";

export interface Dose {
  readonly kind: "supplement" | "medicine";
  readonly name: string;
  readonly taken: boolean;
  readonly group: MedicineEntry["group"];
  readonly amount?: Amount;
  readonly log10Cfu?: number;
}

export type DoseVerb = "took" | "rx";

const VERB = /^(took|take|rx)(?:\s+|:\s*|$)/i;
const UNIT =
  "mg|g|µg|ug|mcg|iu|ml|drops?|capsules?|caps?|tablets?|tabs?|pills?|sachets?|puffs?|spoons?|teaspoons?|tsp|tbsp";
const AMOUNT = new RegExp(`^(.*?)\\s*\\b(${NUMBER_SOURCE})\\s*(${UNIT})$`, "i");
const COUNT_FIRST = new RegExp(`^(\\d{1,3})\\s*(?:x\\s*)?(?:(${UNIT})\\s+(?:of\\s+)?)?([^\\d\\s].*)$`, "i");
const CFU = new RegExp(`^(.*?)\\s*\\b(${NUMBER_SOURCE}) ?(million|billion|mio|bn|b)? ?cfu$`, "i");

/** The verb at the start, and what follows it; null when the words are no dose. */
export function doseVerb(words: string): { readonly verb: DoseVerb; readonly rest: string } | null {
  const match = VERB.exec(words);
  if (match === null) return null;
  return { verb: match[1]?.toLowerCase() === "rx" ? "rx" : "took", rest: words.slice(match[0].length).trim() };
}

/** The dose behind a verb; null when no name is left. */
export function readDose(rest: string, verb: DoseVerb): Dose | null {
  const no = /^no\s+(.+)$/i.exec(rest);
  const words = no?.[1] ?? rest;
  const cfu = CFU.exec(words);
  const last = cfu ? null : AMOUNT.exec(words);
  const first = cfu || last ? null : COUNT_FIRST.exec(words);
  const name = (cfu?.[1] ?? last?.[1] ?? first?.[3] ?? words).trim();
  if (!/\p{L}/u.test(name)) return null;
  const amount = last
    ? { value: lineNumber(last[2] ?? ""), unit: (last[3] ?? "").toLowerCase() }
    : first
      ? { value: Number(first[1]), unit: (first[2] ?? "pieces").toLowerCase() }
      : null;
  const group = medicineGroup(name);
  return {
    kind: verb === "rx" || group !== null ? "medicine" : "supplement",
    name,
    taken: no === null,
    group: group ?? "other",
    ...(amount === null || amount.value < 0 ? {} : { amount }),
    ...(cfu ? log10Cfu(lineNumber(cfu[2] ?? ""), cfu[3] ?? "") : {}),
  };
}

/** log10 of the colony-forming units, 3 decimals; absent when the count is not positive. */
function log10Cfu(count: number, scale: string): { readonly log10Cfu?: number } {
  const factor = /^(?:b|bn|billion)$/i.test(scale) ? 1e9 : /^(?:million|mio)$/i.test(scale) ? 1e6 : 1;
  const units = count * factor;
  return units >= 1 && units <= 1e15 ? { log10Cfu: Math.round(Math.log10(units) * 1000) / 1000 } : {};
}

export type PracticeReading =
  | { readonly type: "Minutes"; readonly practice: string; readonly minutes: number }
  | { readonly type: "NoMinutes"; readonly practice: string }
  | { readonly type: "TooLong"; readonly practice: string; readonly most: number };

/** Written word -> name of the practice. */
const practices: ReadonlyMap<string, string> = new Map([
  ["meditated", "meditation"],
  ["meditation", "meditation"],
  ["breathing", "breathing"],
  ["breathed", "breathing"],
  ["breathwork", "breathing"],
  ["yoga", "yoga"],
  ["relaxation", "relaxation"],
  ["relaxed", "relaxation"],
]);

const PRACTICE_FIRST = new RegExp(`^(${[...practices.keys()].join("|")})\\b\\s*[:=]?\\s*(.*)$`, "i");
const PRACTICE_LAST = new RegExp(`^(.+?)\\s+(?:of\\s+)?(${[...practices.keys()].join("|")})$`, "i");

/** "meditated 10 min", "30 min yoga", "yoga" (asked); null when it is no practice. Minutes are the default unit. */
export function readPractice(words: string): PracticeReading | null {
  const first = PRACTICE_FIRST.exec(words);
  const last = first ? null : PRACTICE_LAST.exec(words);
  const practice = practices.get((first?.[1] ?? last?.[2] ?? "").toLowerCase());
  if (practice === undefined) return null;
  const written = (first?.[2] ?? last?.[1] ?? "").replace(/^for\s+/i, "");
  if (written === "") return { type: "NoMinutes", practice };
  const minutes = durationMinutes(written, "min");
  if (minutes === null || minutes < 0) return null;
  const most = variableById("practiceMinutes")?.plausibleMax ?? 600;
  return minutes > most ? { type: "TooLong", practice, most } : { type: "Minutes", practice, minutes };
}
