/**
 * What is known of the person, and what do the safety rules say today?
 *
 * One place for profile, conditions, safety answers and professionals' words: read again after every change of the journal, and at once
 * after something was said here. The rules come after the first paint (safety-part.ts); until then `view` is null and nothing that needs
 * them is shown.
 */
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { Defect } from "../../base/defect.ts";
import type { Day } from "../../base/day.ts";
import {
  changedProfile,
  conditionsIn,
  profileIn,
  WATCH_NOTE_ID,
  type Entry,
  type EntryQuery,
  type ProfileChange,
  type ProfileEntry,
  type SkinCondition,
} from "../../lib/index.ts";
import { saidKey, withSaid } from "./said-entries.ts";
import type * as Part from "./safety-part.ts";
import type { SafetyView } from "./safety-view.ts";
import { useSession, useSessionState } from "./session.ts";
import { usePersonViews } from "./use-person-views.ts";
import { useToday } from "./use-today.ts";

export type SafetyPart = typeof Part;

export interface Person {
  readonly today: Day;
  /** False until the journal has answered once. */
  readonly isLoaded: boolean;
  readonly profile: ProfileEntry | null;
  /** null = never asked. */
  readonly conditions: readonly SkinCondition[] | null;
  /** null while the rules or the journal are not there yet. */
  readonly view: SafetyView | null;
  /** Screens of the rules' messages; null while they are not there yet. */
  readonly part: SafetyPart | null;
  /** Writes these entries (profile, safety answers, words, events); the rules see them at once. */
  readonly say: (entries: readonly Entry[]) => void;
  /** Writes those of these events that this page has not written yet. */
  readonly logOnce: (events: readonly Entry[]) => void;
  /** Deletes such an entry. */
  readonly takeBack: (entry: Entry) => void;
  readonly changeProfile: (change: ProfileChange) => void;
}

/** By `saidKey`; null = taken back. */
type Said = ReadonlyMap<string, Entry | null>;

const PersonContext: React.Context<Person | null> = createContext<Person | null>(null);
const profileQueries: readonly EntryQuery[] = [{ kinds: ["profile"] }, { ids: [WATCH_NOTE_ID] }];

/** The person of this page. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === null) throw new Defect("a screen stands outside the person");
  return person;
}

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
  const person = {
    today,
    isLoaded: loaded !== null,
    profile,
    conditions,
    view,
    part,
    say,
    logOnce,
    takeBack,
    changeProfile,
  };
  return <PersonContext value={person}>{children}</PersonContext>;
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
