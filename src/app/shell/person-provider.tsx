/**
 * How does the page keep what it knows of the person, and what the safety rules say, up to date?
 *
 * One place for profile, conditions, safety answers and professionals' words: read again after every change of the journal, and at once
 * after something was said here. The rules come after the first paint (safety-part.ts); until then `view` is null and nothing that needs
 * them is shown.
 */
import { createContext, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";
import { Defect } from "../../base/defect.ts";
import {
  changedProfile,
  conditionsIn,
  profileIn,
  WATCH_NOTE_ID,
  type Entry,
  type EntryQuery,
  type ProfileChange,
} from "../../lib/index.ts";
import { PersonContext, type Person } from "./person.ts";
import { saidKey, withSaid } from "./said-entries.ts";
import type * as Part from "./safety-part.ts";
import { useSession, useSessionState } from "./session.ts";
import { usePersonViews } from "./use-person-views.ts";
import { useToday } from "./use-today.ts";

type SafetyPart = typeof Part;

/** The parts of the page that show the rules' messages; null while they are not there yet. */
export const SafetyPartContext: React.Context<SafetyPart | null> = createContext<SafetyPart | null>(null);

/** By `saidKey`; null = taken back. */
type Said = ReadonlyMap<string, Entry | null>;

const profileQueries: readonly EntryQuery[] = [{ kinds: ["profile"] }, { ids: [WATCH_NOTE_ID] }];

/** Stands around all screens. */
export function PersonProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { outbox } = useSession();
  const today = useToday();
  const part = useSafetyPart();
  const [said, setSaid] = useState<Said>(new Map());
  const logged = useRef(new Set<string>());
  const saidNow = useRef(said);
  saidNow.current = said;
  const loaded = usePersonViews<Said>(part?.safetyQueries(today) ?? profileQueries, part !== null, {
    mark: () => saidNow.current,
    onRead: (inJournal) => setSaid((now) => new Map([...now].filter(([key, entry]) => inJournal.get(key) !== entry))),
  });
  const items = useMemo(() => withSaid(loaded?.views ?? [], said), [loaded, said]);
  const isWhole = loaded?.isWhole === true;
  const view = useMemo(
    () => (isWhole && part ? part.readSafetyView(items, today) : null),
    [isWhole, part, items, today],
  );
  const profile = profileIn(items);
  const conditions = conditionsIn(items);
  const say = (entries: readonly Entry[]): void => {
    setSaid((now) => new Map([...now, ...entries.map((entry) => [keyOf(entry), entry] as const)]));
    for (const entry of entries) {
      outbox.put({ key: keyOf(entry), draft: () => ({ action: "put", entry, supersede: true }) });
    }
  };
  const logOnce = (events: readonly Entry[]): void => {
    const fresh = events.filter((event) => !logged.current.has(keyOf(event)));
    for (const event of fresh) logged.current.add(keyOf(event));
    if (fresh.length > 0) say(fresh);
  };
  const takeBack = (entry: Entry): void => {
    const key = keyOf(entry);
    const held = loaded?.views.find((one) => saidKey(one.entry) === key && !one.hidden);
    setSaid((now) => new Map(now).set(key, null));
    outbox.put({
      key,
      draft: (knownId) => {
        const id = knownId ?? held?.id;
        return id === undefined ? null : { action: "delete", id };
      },
    });
  };
  const changeProfile = (change: ProfileChange): void => {
    // the first change moves the conditions of the old note over
    const old = profile ?? (conditions === null ? null : { kind: "profile" as const, day: today, conditions });
    say([changedProfile(old, change, today, "app")]);
  };
  const person: Person = {
    today,
    isLoaded: loaded !== null,
    profile,
    conditions,
    view,
    say,
    logOnce,
    takeBack,
    changeProfile,
  };
  return (
    <SafetyPartContext value={part}>
      <PersonContext value={person}>{children}</PersonContext>
    </SafetyPartContext>
  );
}

function keyOf(entry: Entry): string {
  const key = saidKey(entry);
  if (key === null) throw new Defect(`an entry of kind ${entry.kind} is not said here`);
  return key;
}

/** The part of the page that knows the rules; asked for again when the server comes back. */
function useSafetyPart(): SafetyPart | null {
  const [part, setPart] = useState<SafetyPart | null>(null);
  const isAway = useSessionState().problem !== null;
  useEffect(() => {
    if (part !== null || isAway) return;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const loaded = await Promise.allSettled([import("./safety-part.ts")]);
      if (isCurrent && loaded[0].status === "fulfilled") setPart(loaded[0].value);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [part, isAway]);
  return part;
}
