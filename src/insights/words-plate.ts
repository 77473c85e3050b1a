/**
 * How is it said what a plate brings to the gut?
 *
 * A few lines of label, amount and what the amount is worth. No goals, no praise, no blame; ranges that come from the literature say so. Energy is a line of its own
 * that is shown only when somebody asks for it.
 */
import type { Exposure } from "../foods/exposure.ts";
import { numberText } from "./numbers.ts";
import type { PlateDay, PlateDocument, PlateRange } from "./plate-document.ts";

/** One line of a plate. */
export interface PlateLine {
  readonly label: string;
  /** "about 12 g" */
  readonly value: string;
  /** "give or take 4"; "" = none. */
  readonly note: string;
}

/** What every screen with prebiotic or live-food figures says. */
export const PLATE_SOURCES =
  "Prebiotic and live-food figures are ranges from the literature, not measurements of your food. Amounts are read from your words, so they are estimates.";

/** Below this a number of servings or grams is doubt, not food. */
const TRACE = 0.1;

/** The lines of one day (or of one meal), calories left out. */
export function dayLines(day: PlateDay): readonly PlateLine[] {
  const lines: PlateLine[] = [];
  if (day.fibreGrams !== null) lines.push({ label: "Fibre", ...withGiveOrTake(day.fibreGrams, "g") });
  lines.push({ label: "Different plants", ...withGiveOrTake(day.plants, "") });
  if (day.fermentedServings !== null) lines.push({ label: "Live ferments", ...servings(day.fermentedServings) });
  if (day.prebioticGrams !== null && day.prebioticGrams.high >= TRACE) {
    lines.push({ label: "Prebiotic fibre", value: rangeText(day.prebioticGrams), note: "range from the literature" });
  }
  return lines;
}

/** Lines that are shown when more is asked for. */
export function moreDayLines(day: PlateDay): readonly PlateLine[] {
  const kinds = [
    ["Resistant starch", day.resistantStarchGrams],
    ["Beta-glucan", day.betaGlucanGrams],
  ] as const;
  return kinds.flatMap(([label, range]) =>
    range === null || range.high < TRACE ? [] : [{ label, value: rangeText(range), note: "range from the literature" }],
  );
}

/** The lines of the last 7 and 30 days. */
export function weekLines({ week, month }: PlateDocument): readonly PlateLine[] {
  if (week.daysWritten === 0) return [];
  const days = week.daysWritten === 1 ? "1 day" : `${String(week.daysWritten)} days`;
  const lines: PlateLine[] = [
    {
      label: "Different plants in 7 days",
      value: `${week.isLowerBound ? "at least " : "about "}${countText(week.plants.mean)}`,
      note: week.isLowerBound ? `${days} written down` : giveOrTake(Math.max(1, Math.round(week.plants.sd)), ""),
    },
    {
      label: "Different plants in 30 days",
      value: `${month.daysWritten < 30 ? "at least " : "about "}${countText(month.plants.mean)}`,
      note: month.daysWritten < 30 ? `${String(month.daysWritten)} of 30 days written down` : "",
    },
  ];
  // over a single day it would say the same as the day
  if (week.daysWritten < 2) return lines;
  if (week.fibreGramsPerDay !== null) {
    lines.push({ label: `Fibre a day, over ${days}`, ...withGiveOrTake(week.fibreGramsPerDay, "g") });
  }
  if (week.fermentedServings !== null) {
    lines.push({ label: `Live ferments, over ${days}`, ...servings(week.fermentedServings) });
  }
  return lines;
}

/** "Energy: about 640 kcal (give or take 120)"; only for those who ask. */
export function energyText({ energyKcal }: PlateDay): string {
  if (energyKcal === null) return "Nothing is known of the energy.";
  const rounded = 10 * Math.round(energyKcal.mean / 10);
  return `About ${String(rounded)} kcal (${giveOrTake(energyKcal.sd, "")}).`;
}

/** What is not in the numbers; "" = nothing to say. */
export function plateGap({ notUnderstood }: PlateDay): string {
  if (notUnderstood === 0) return "";
  const things = notUnderstood === 1 ? "1 thing was" : `${String(notUnderstood)} things were`;
  return `${things} not understood and counted with what such a thing usually brings.`;
}

function withGiveOrTake({ mean, sd }: Exposure, unit: string): Pick<PlateLine, "value" | "note"> {
  // a count of plants is whole, and so is its doubt
  if (unit === "") return { value: `about ${countText(mean)}`, note: sd < 0.5 ? "" : giveOrTake(Math.round(sd), "") };
  return { value: `about ${numberText(mean)} ${unit}`, note: sd < 0.05 ? "" : giveOrTake(sd, unit) };
}

function giveOrTake(sd: number, unit: string): string {
  return `give or take ${numberText(sd)}${unit === "" ? "" : ` ${unit}`}`;
}

function servings({ mean, sd }: Exposure): Pick<PlateLine, "value" | "note"> {
  if (mean < TRACE) return { value: "none was read", note: "" };
  const amount = numberText(mean);
  return { value: `about ${amount} ${amount === "1" ? "serving" : "servings"}`, note: giveOrTake(sd, "") };
}

/** A number of plants: whole. */
function countText(count: number): string {
  return count.toFixed(0);
}

function rangeText({ low, high }: PlateRange): string {
  const [from, to] = [numberText(low), numberText(high)];
  // nobody means thousandths of a gram
  if (low < TRACE) return `up to ${to} g`;
  return from === to ? `about ${to} g` : `${from} to ${to} g`;
}
