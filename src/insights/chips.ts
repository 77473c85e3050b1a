/**
 * How is each part of a typed line shown back, before it is saved?
 *
 * One chip per part: what it was read as, in a few words, with its day when that is not today, and the sentence of words.ts when
 * something is to be asked or was not understood. The same texts in the terminal and under the line in the app.
 */
import { addDays, type Day } from "../base/day.ts";
import { variableById } from "../journal/catalogue.ts";
import type { Amount, Entry } from "../journal/entry.ts";
import type { LinePart, LineReading } from "../importers/line-reading.ts";
import { exp } from "../numeric/elementary.ts";
import { numberText } from "./numbers.ts";
import { shown } from "./shown.ts";
import { unitAfter } from "./spoken.ts";
import { wordError } from "./words.ts";

/** read = as meant; ask = one answer is missing; note = kept as a note; refused = not stored. */
export type ChipTone = "read" | "ask" | "note" | "refused";

/** How one part of a typed line is shown. */
export interface Chip {
  /** "Itch 4", "Meal: lentils, kefir", "Sleep 7.5 h, yesterday". */
  readonly text: string;
  readonly tone: ChipTone;
  /** Sentence and mend when something is to be done; "" otherwise. */
  readonly help: string;
  /** Index of the part in `reading.parts`. */
  readonly part: number;
}

/** ln 10. */
const LN_10 = 2.302585092994046;

/**
 * Chips for all parts but blank ones and times (which show on the parts they govern).
 *
 * @example
 * ```ts
 * import { chipsOf, parseDay, readLine } from "gutskin";
 * const today = parseDay("2026-11-22");
 * if (!today.ok) throw new Error("that day exists");
 * const chips = chipsOf(readLine("itch 4; slept 7h30 yesterday", { today: today.value }));
 * if (chips.map((chip) => chip.text).join("|") !== "Itch 4|Sleep 7.5 h, yesterday") throw new Error("read otherwise");
 * ```
 */
export function chipsOf(reading: LineReading): readonly Chip[] {
  return reading.parts.flatMap((part, index) => {
    if (part.problem === undefined && (part.kind === "blank" || part.kind === "time")) return [];
    return [chipOf(part, index, reading.today)];
  });
}

function chipOf(part: LinePart, index: number, today: Day): Chip {
  const first = part.entries[0];
  const tone = toneOf(part);
  const what = first && tone === "read" ? entryText(first, part.label) : `${heading(tone, part)} ${shown(part.text)}`;
  const scale = part.rescaledFrom === undefined ? "" : ` (from ${shown(part.rescaledFrom)})`;
  const when = first ? whenText(first, today) : "";
  const words = part.problem ? wordError(part.problem) : null;
  return {
    text: `${what}${scale}${when}`,
    tone,
    help: words ? `${words.sentence} ${words.mend}` : scale === "" ? "" : "Your scale was turned into ours.",
    part: index,
  };
}

function toneOf(part: LinePart): ChipTone {
  if (part.problem === undefined || part.problem.type === "LineQuoteOpen")
    return part.kind === "unread" ? "note" : "read";
  if (part.entries.length === 0) return "refused";
  return part.problem.type === "LineNotRead" ? "note" : "ask";
}

function heading(tone: ChipTone, part: LinePart): string {
  switch (tone) {
    case "ask":
      return askHeading(part);
    case "refused":
      return "Not stored:";
    case "note":
    case "read":
      return "Note:";
  }
}

function askHeading(part: LinePart): string {
  switch (part.problem?.type) {
    case "LineNeedsYesOrNo":
      return "Yes or no?";
    case "LineNeedsName":
      return "What?";
    default:
      return "How much?";
  }
}

/** What an entry says, without its day: "Itch 4 points", "Supplement: zinc 25 mg". `label`: name of an item that is not in the catalogue. */
export function entryText(entry: Entry, label: string): string {
  switch (entry.kind) {
    case "answer": {
      const variable = variableById(entry.item);
      const name = variable?.label ?? (label === "" ? entry.item : label);
      if (variable?.unit === "yes") return `${name}: ${entry.value === 0 ? "no" : "yes"}`;
      const unit = variable && variable.unit !== "points" ? ` ${unitAfter(entry.value, variable.unit)}` : "";
      return `${shown(name)} ${exactText(entry.value)}${unit}`;
    }
    case "meal":
      return `${entry.meal === undefined ? "Meal" : capital(entry.meal)}: ${shown(entry.text)}`;
    case "supplement":
      return `Supplement${notTaken(entry.taken)}: ${shown(entry.product)}${amountWords(entry.amount)}${cfuWords(entry.log10Cfu)}`;
    case "medicine":
      return `Medicine${notTaken(entry.taken)}: ${shown(entry.name)}${amountWords(entry.amount)}`;
    case "practice":
      return `${capital(shown(entry.practice))} ${exactText(entry.minutes)} min`;
    case "marker":
      return `${entry.marker === "crp" ? "CRP" : "Calprotectin"}${amountWords(entry.amount)}`;
    case "cycle":
      return entry.event === "flow"
        ? `Period: ${entry.flow ?? "yes"}`
        : entry.event === "periodStart"
          ? "Period begins"
          : "Period ends";
    case "weather":
      return `Weather${entry.temperatureCelsius === undefined ? "" : ` ${exactText(entry.temperatureCelsius)} °C`}${entry.humidityPercent === undefined ? "" : ` ${exactText(entry.humidityPercent)} %`}`;
    case "tag":
      return `Tag: ${shown(entry.tag)}${entry.value === undefined ? "" : ` ${exactText(entry.value)}`}`;
    case "note":
      return `Note: ${shown(entry.text)}`;
    case "dayComplete":
      return entry.complete ? `Day complete: ${entry.group}` : `Day open again: ${entry.group}`;
    case "score":
      return `Score ${shown(entry.instrument)}${entry.total === undefined ? "" : ` ${exactText(entry.total)}`}`;
    case "profile":
      return "About you";
    case "safetyAnswer":
      return `Safety question: ${entry.reply === "do-not-know" ? "I do not know" : entry.reply}`;
    case "professionalWord":
      return `Talked to ${entry.who === undefined ? "a professional" : shown(entry.who)}`;
    case "safetyEvent":
      return entry.event === "shown" ? "Safety note shown" : "Safety note read";
    case "foodChoice":
      return `Remembered food: ${shown(entry.phrase)}${entry.gramsPerPortion === undefined ? "" : ` ${exactText(entry.gramsPerPortion)} g`}`;
    case "ownFood":
      return `Own food: ${shown(entry.label)}`;
    case "customVariable":
      return `Own measure: ${shown(entry.label)}`;
    case "importReceipt":
      return `Import of ${shown(entry.file)}`;
  }
}

/** ", yesterday 20:00", ", 2026-11-20"; "" for today without a clock time. */
function whenText(entry: Entry, today: Day): string {
  const day = entry.day === today ? "" : entry.day === addDays(today, -1) ? "yesterday" : entry.day;
  const parts = [day, entry.time ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? "" : `, ${parts.join(" ")}`;
}

function amountWords(amount: Amount | undefined): string {
  return amount === undefined ? "" : ` ${exactText(amount.value)} ${shown(amount.unit)}`;
}

/** Colony-forming units in plain numbers, about two digits: "25 billion CFU". */
function cfuWords(log10Cfu: number | undefined): string {
  if (log10Cfu === undefined) return "";
  const [exponent, scale] = log10Cfu >= 9 ? [9, " billion"] : log10Cfu >= 6 ? [6, " million"] : [0, ""];
  return ` ${numberText(exp((log10Cfu - exponent) * LN_10))}${scale} CFU`;
}

/** A recorded number as it was given: no rounding beyond 4 decimals. */
function exactText(value: number): string {
  return String(Math.round(value * 10_000) / 10_000 + 0);
}

function notTaken(taken: boolean): string {
  return taken ? "" : " not taken";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
