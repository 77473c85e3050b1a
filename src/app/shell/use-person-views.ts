/**
 * What does the journal hold of the person, as far as profile and safety rules read it?
 *
 * Read again whenever the journal changes; taps that follow each other quickly are read once. First the profile alone, and, as soon as the
 * rules are there, all that they look at.
 */
import { useEffect, useRef, useState } from "react";
import type { EntryQuery, EntryView } from "../../lib/index.ts";
import { useSession, useSessionState } from "./session.ts";

export interface LoadedViews {
  readonly views: readonly EntryView[];
  /** True when these are the answers to `queries` that the rules asked. */
  readonly isWhole: boolean;
}

/** Several changes in a row are read once. */
const SETTLE_MS = 120;

/**
 * The views of all queries together; null before the first answer. `onRead` is called with what `mark` gave when the reading began, and
 * only if nothing was waiting to be written then: all that was said before is in these views.
 */
export function usePersonViews<Mark>(
  queries: readonly EntryQuery[],
  isWhole: boolean,
  on: { readonly mark: () => Mark; readonly onRead: (mark: Mark) => void },
): LoadedViews | null {
  const { journal, outbox } = useSession();
  const { info, problem } = useSessionState();
  const revision = info?.revision ?? null;
  const isAway = problem !== null;
  const [loaded, setLoaded] = useState<LoadedViews | null>(null);
  const latest = useRef({ queries, on, isFirst: true });
  latest.current = { queries, on, isFirst: loaded === null || loaded.isWhole !== isWhole };
  const key = JSON.stringify(queries);
  useEffect(() => {
    if (revision === null || isAway) return;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const mark = latest.current.on.mark();
      const isWritten = outbox.getState().waiting === 0;
      const answers = await Promise.all(latest.current.queries.map((query) => journal.entries(query)));
      if (!isCurrent || !answers.every((answer) => answer.ok)) return;
      setLoaded({ views: answers.flatMap((answer) => answer.value), isWhole });
      if (isWritten) latest.current.on.onRead(mark);
    };
    const timer = setTimeout(() => void load(), latest.current.isFirst ? 0 : SETTLE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [journal, outbox, revision, isAway, key, isWhole]);
  return loaded;
}
