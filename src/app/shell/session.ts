/**
 * Is there a journal, what state is it in, and who is told when it changes?
 *
 * One session per page: holds the connection, the journal's info with its revision, and the outbox. Screens
 * read it with `useSession`.
 */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Defect } from "../../base/defect.ts";
import type { EntryQuery, EntryView, JournalInfo } from "../../lib/index.ts";
import { createAnalysisDesk, type AnalysisDesk } from "./analysis-desk.ts";
import { createFoodDesk, startFoodWorker, type FoodDesk } from "./food-desk.ts";
import type { AppJournal } from "./journal-port.ts";
import { createOutbox, type Outbox, type OutboxState } from "./outbox.ts";
import type { Problem } from "./problem.ts";

export interface SessionState {
  readonly phase: "starting" | "ready" | "failed";
  readonly info: JournalInfo | null;
  readonly problem: Problem | null;
}

export interface Session {
  readonly journal: AppJournal;
  readonly outbox: Outbox;
  readonly desk: AnalysisDesk;
  readonly foods: FoodDesk;
  readonly refresh: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => SessionState;
}

const LOOK_EVERY_MS = 15_000;

/** Opens the session and begins to watch the journal until `signal` ends it. */
export function createSession(journal: AppJournal, workerAddress: string, signal: AbortSignal): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = { phase: "starting", info: null, problem: null };
  const show = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<void> => {
    const info = await journal.info();
    // What was known stays on the screen while the server is away: the person must not lose sight of the diary.
    if (info.ok && state.problem === null && JSON.stringify(info.value) === JSON.stringify(state.info)) return;
    if (info.ok) show({ phase: "ready", info: info.value, problem: null });
    else show({ phase: state.info === null ? "failed" : "ready", info: state.info, problem: info.error });
  };
  const outbox = createOutbox({
    append: async (drafts, requestId) => {
      const receipt = await journal.append(drafts, requestId);
      if (receipt.ok) void refresh();
      return receipt;
    },
    newRequestId: () => crypto.randomUUID(),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (outbox.getState().waiting > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", onLeave, { signal });
  const stopWatching = journal.watch((revision) => {
    if (revision !== state.info?.revision) void refresh();
  });
  signal.addEventListener("abort", stopWatching);
  // A stream that broke says nothing: looking now and then is how the page notices that the program is gone.
  const timer = setInterval(() => {
    if (document.visibilityState === "visible") void refresh();
  }, LOOK_EVERY_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
  void refresh();
  return {
    journal,
    outbox,
    desk: createAnalysisDesk(workerAddress),
    foods: createFoodDesk(() => startFoodWorker(workerAddress)),
    refresh,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
  };
}

export const SessionContext: React.Context<Session | null> = createContext<Session | null>(null);

/** The session of this page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Defect("a screen stands outside the session");
  return session;
}

/** Its state, followed. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}

/** The outbox's state, followed. */
export function useOutboxState(): OutboxState {
  const { outbox } = useSession();
  return useSyncExternalStore(outbox.subscribe, outbox.getState);
}

export interface LoadedEntries {
  readonly views: readonly EntryView[] | null;
  /** The journal's revision at the time of asking; "" before the first answer. */
  readonly revision: string;
  readonly problem: Problem | null;
}

const nothing: LoadedEntries = { views: null, revision: "", problem: null };

/**
 * Entries for a query (null: none wanted), read again whenever the journal changes. The old ones stay until
 * the new ones are there.
 */
export function useEntries(query: EntryQuery | null): LoadedEntries {
  const { journal } = useSession();
  const revision = useSessionState().info?.revision ?? null;
  const [loaded, setLoaded] = useState<LoadedEntries & { readonly key: string }>({ ...nothing, key: "" });
  // compared by content: callers may make the query anew at every drawing
  const key = JSON.stringify(query);
  const wanted = useRef(query);
  wanted.current = query;
  useEffect(() => {
    const asked = wanted.current;
    if (revision === null || asked === null) return;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const views = await journal.entries(asked);
      if (!isCurrent) return;
      setLoaded((old) =>
        views.ok
          ? { views: views.value, revision, problem: null, key }
          : { views: old.key === key ? old.views : null, revision: old.revision, problem: views.error, key },
      );
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [journal, revision, key]);
  return loaded.key === key ? loaded : nothing;
}
