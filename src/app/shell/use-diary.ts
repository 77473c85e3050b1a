/**
 * Which diary is looked at: the own journal or the made-up person?
 *
 * Gives the daily table, built in the worker, with what the safety rules and the priors look at, and the key under which analyses of it are kept. The own
 * one follows the journal's revision and the day; the made-up one never touches the journal.
 */
import { useEffect, useMemo, useState } from "react";
import { conditionsIn, safetyFactsOf, unknownFacts, type EntryQuery } from "../../lib/index.ts";
import { OWN_DIARY, type Diary, type DiaryPerson, type DiarySource } from "./analysis-desk.ts";
import { localToday } from "./local-day.ts";
import { useEntries, useSession, useSessionState } from "./session.ts";

export interface LoadedDiary {
  /** Changes exactly when the diary does. */
  readonly key: string;
  /** null while it is being built. */
  readonly diary: Diary | null;
  readonly isFailed: boolean;
}

const DEMO_SEED = 1;
const everything: EntryQuery = {};

/** The diary of this screen. */
export function useDiary(isDemo: boolean): LoadedDiary {
  const own = useOwnDiary(!isDemo);
  const today = localToday();
  const nobody = useMemo(() => ({ facts: unknownFacts(today), conditions: [] }), [today]);
  const demo = useBuiltDiary(isDemo ? `demo ${String(DEMO_SEED)}` : null, demoSource, nobody);
  return isDemo ? demo : own;
}

const demoSource: DiarySource = { task: "demo", seed: DEMO_SEED };

function useOwnDiary(isWanted: boolean): LoadedDiary {
  const { desk } = useSession();
  const now = useSessionState().info?.revision ?? null;
  const today = localToday();
  const ownKey = (of: string): string => `${OWN_DIARY} ${today} ${of}`;
  const isKept = now !== null && desk.keptDiary(ownKey(now)) !== null;
  const { views, revision } = useEntries(isWanted && !isKept ? everything : null);
  const source = useMemo<DiarySource | null>(
    () => views && { task: "table", entries: views.filter((view) => !view.hidden).map((view) => view.entry) },
    [views],
  );
  const person = useMemo(
    () => ({ facts: safetyFactsOf(views ?? [], today), conditions: conditionsIn(views ?? []) ?? [] }),
    [views, today],
  );
  const key = isKept ? ownKey(now) : source ? ownKey(revision) : null;
  return useBuiltDiary(isWanted ? key : null, source ?? demoSource, person);
}

function useBuiltDiary(key: string | null, source: DiarySource, person: DiaryPerson): LoadedDiary {
  const { desk } = useSession();
  const [built, setBuilt] = useState<LoadedDiary>({ key: "", diary: null, isFailed: false });
  useEffect(() => {
    if (key === null || desk.keptDiary(key) !== null) return;
    const stopper = new AbortController();
    const build = async (): Promise<void> => {
      const diary = await desk.buildDiary(key, source, person, stopper.signal);
      if (!stopper.signal.aborted) setBuilt({ key, diary, isFailed: diary === null });
    };
    void build();
    return () => stopper.abort();
  }, [desk, key, source, person]);
  const kept = key === null ? null : desk.keptDiary(key);
  // while a newer diary is being built, the older one stays in view
  return kept && key !== null ? { key, diary: kept, isFailed: false } : built;
}
