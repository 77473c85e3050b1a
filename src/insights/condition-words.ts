/**
 * How is the profile of a skin condition told in a few lines?
 *
 * What is asked each evening and once a week, how long things usually take, what is worth watching and what is known about it. The same lines where
 * conditions are chosen and beside the scores. Watching is offered, never asked for.
 */
import { variableById } from "../journal/catalogue.ts";
import type { SkinCondition } from "../journal/variable.ts";
import { leverByCode } from "../evidence/levers.ts";
import { instrumentById } from "../scales/instruments.ts";
import { askedItems } from "./check-in-items.ts";
import type { CitedRecord, WorthWatching } from "./condition-profile.ts";
import { conditionProfiles } from "./condition-profiles.ts";

/** One thing to watch, in words. */
export interface WatchWords {
  readonly name: string;
  readonly after: string;
  readonly known: string;
  /** Who found it: "Smith 2007, Cao 2015"; with a mark when nobody checked. */
  readonly source: string;
}

/** A profile in words. */
export interface ProfileWords {
  readonly daily: string;
  readonly weekly: string;
  /** "" when there is nothing that a clinician fills in. */
  readonly atVisits: string;
  readonly pace: string;
  readonly paceSource: string;
  readonly watch: readonly WatchWords[];
}

/** The words for one condition. */
export function profileWords(condition: SkinCondition): ProfileWords {
  const asked = askedItems[condition];
  const { pace, levers } = conditionProfiles[condition];
  return {
    daily: listText(asked.daily.map((id) => variableById(id)?.label ?? id)),
    weekly: listText(asked.weekly.map(instrumentName)),
    atVisits: listText(asked.atVisits.map(instrumentName)),
    pace: pace.sentence,
    paceSource: pace.verified ? pace.source : `${pace.source}; ${UNCHECKED}`,
    watch: levers.map(watchWords),
  };
}

function watchWords(row: WorthWatching): WatchWords {
  const variable = variableById(row.variables[0] ?? "");
  const name = variable?.label ?? capital(leverByCode(row.lever)?.label ?? row.lever);
  return {
    name: row.tag === undefined ? name : `${name} (write #${row.tag})`,
    after: delayText(row.delayDays),
    known: row.known,
    source: citedText(row.sources),
  };
}

const UNCHECKED = "not checked against the source";

/** "Smith 2007, Cao 2015", and what nobody checked apart: "Li 2017; not checked against the source: a survey". */
function citedText(sources: readonly CitedRecord[]): string {
  const named = (unchecked: boolean): string =>
    [...new Set(sources.filter(([, , state]) => (state === "unchecked") === unchecked).map(([, cited]) => cited))].join(
      ", ",
    );
  const [checked, unchecked] = [named(false), named(true)];
  if (sources.every(([, , state]) => state !== "unchecked")) return checked;
  return `${checked === "" ? "" : `${checked}; `}${UNCHECKED}: ${unchecked === "" ? "no paper named" : unchecked}`;
}

/** "the same day or the next", "after 1 to 7 days", "after 8 to 12 weeks". */
export function delayText({ min, max }: { readonly min: number; readonly max: number }): string {
  if (max <= 1) return "the same day or the next";
  if (min >= 14) return `after ${String(Math.round(min / 7))} to ${String(Math.round(max / 7))} weeks`;
  if (max <= 14) return min === 0 ? `within ${String(max)} days` : `after ${String(min)} to ${String(max)} days`;
  return `within ${String(Math.round(max / 7))} weeks`;
}

function instrumentName(id: string): string {
  return instrumentById(id)?.name ?? id;
}

function listText(names: readonly string[]): string {
  return names.join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
