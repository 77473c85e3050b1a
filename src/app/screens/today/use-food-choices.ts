/**
 * Which foods and portions did this person choose before, and how is a choice written?
 *
 * From the journal, with what was chosen on this page at once over it. Choices go out like taps (outbox.ts): one entry per words and unit.
 */
import { useEffect, useMemo, useState } from "react";
import type { Day } from "../../../base/day.ts";
import {
  foodChoiceEntry,
  type EntryQuery,
  type EntryView,
  type FoodAnswer,
  type FoodChoiceEntry,
  type OwnFoodEntry,
} from "../../../lib/index.ts";
import { useEntries, useSession } from "../../shell/session.ts";

export interface FoodChoices {
  /** All that meals are read with; the same list until something changes. null = the journal has not answered yet. */
  readonly entries: readonly (FoodChoiceEntry | OwnFoodEntry)[] | null;
  /** False when this cannot be remembered. */
  readonly remember: (answer: FoodAnswer) => boolean;
  /** True when something is remembered for exactly these words. */
  readonly isRemembered: (phrase: string, unit: string | null) => boolean;
  readonly forget: (phrase: string, unit: string | null) => void;
}

const query: EntryQuery = { kinds: ["foodChoice", "ownFood"] };
const nobodySaid: ReadonlyMap<string, FoodChoiceEntry | null> = new Map();

/** The choices; `day` is written into new ones. */
export function useFoodChoices(day: Day): FoodChoices {
  const { outbox } = useSession();
  const { views } = useEntries(query);
  const [said, setSaid] = useState(nobodySaid);
  useEffect(() => {
    const held = heldChoices(views ?? []);
    for (const [key, { id }] of held) outbox.learn(key, id);
    setSaid((old) => {
      const open = [...old].filter(([key, entry]) => !isSame(held.get(key)?.entry ?? null, entry));
      return open.length === old.size ? old : new Map(open);
    });
  }, [views, outbox]);
  const entries = useMemo(() => (views === null ? null : withSaid(views, said)), [views, said]);
  const choices = useMemo(
    () => (entries ?? []).flatMap((entry) => (entry.kind === "foodChoice" ? [entry] : [])),
    [entries],
  );
  const of = (phrase: string, unit: string | null): readonly FoodChoiceEntry[] =>
    choices.filter((entry) => entry.phrase === phrase && (entry.unit === undefined || entry.unit === unit));
  return {
    entries,
    remember: (answer) => {
      const entry = foodChoiceEntry(answer, choices, day, "app");
      if (entry === null) return false;
      const key = keyOf(entry);
      setSaid((old) => new Map(old).set(key, entry));
      outbox.put({ key, draft: () => ({ action: "put", supersede: true, entry }) });
      return true;
    },
    isRemembered: (phrase, unit) => of(phrase, unit).length > 0,
    forget: (phrase, unit) => {
      for (const entry of of(phrase, unit)) {
        const key = keyOf(entry);
        setSaid((old) => new Map(old).set(key, null));
        outbox.put({ key, draft: (id) => (id === null ? null : { action: "delete", id }) });
      }
    },
  };
}

function keyOf({ phrase, unit }: FoodChoiceEntry): string {
  return `foodChoice ${phrase} ${unit ?? ""}`;
}

function heldChoices(
  views: readonly EntryView[],
): ReadonlyMap<string, { readonly id: string; readonly entry: FoodChoiceEntry }> {
  return new Map(
    views.flatMap(({ id, entry, hidden }) =>
      hidden || entry.kind !== "foodChoice" ? [] : [[keyOf(entry), { id, entry }]],
    ),
  );
}

function withSaid(
  views: readonly EntryView[],
  said: ReadonlyMap<string, FoodChoiceEntry | null>,
): readonly (FoodChoiceEntry | OwnFoodEntry)[] {
  const held = views.flatMap(({ entry, hidden }) => {
    if (hidden || (entry.kind !== "foodChoice" && entry.kind !== "ownFood")) return [];
    return entry.kind === "foodChoice" && said.has(keyOf(entry)) ? [] : [entry];
  });
  return [...held, ...[...said.values()].filter((entry) => entry !== null)];
}

function isSame(a: FoodChoiceEntry | null, b: FoodChoiceEntry | null): boolean {
  if (a === null || b === null) return a === b;
  return a.food === b.food && a.gramsPerPortion === b.gramsPerPortion;
}
