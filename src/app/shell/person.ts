/**
 * What is known of the person, and what do the safety rules say today?
 *
 * What every screen can ask for; person-provider.tsx keeps it up to date. Until the rules are there `view` is null, and nothing that needs
 * them is shown.
 */
import { createContext, useContext } from "react";
import { Defect } from "../../base/defect.ts";
import type { Day } from "../../base/day.ts";
import type { Entry, ProfileChange, ProfileEntry, SkinCondition } from "../../lib/index.ts";
import type { SafetyView } from "./safety-view.ts";

export interface Person {
  readonly today: Day;
  /** False until the journal has answered once. */
  readonly isLoaded: boolean;
  readonly profile: ProfileEntry | null;
  /** null = never asked. */
  readonly conditions: readonly SkinCondition[] | null;
  /** null while the rules or the journal are not there yet. */
  readonly view: SafetyView | null;
  /** Writes these entries (profile, safety answers, words, events); the rules see them at once. */
  readonly say: (entries: readonly Entry[]) => void;
  /** Writes those of these events that this page has not written yet. */
  readonly logOnce: (events: readonly Entry[]) => void;
  /** Deletes such an entry. */
  readonly takeBack: (entry: Entry) => void;
  readonly changeProfile: (change: ProfileChange) => void;
}

/** Filled by `PersonProvider`. */
export const PersonContext: React.Context<Person | null> = createContext<Person | null>(null);

/** The person of this page. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === null) throw new Defect("a screen stands outside the person");
  return person;
}
