/**
 * How is an analysis asked for, followed, stopped and kept?
 *
 * One worker per task. An answer is kept in memory under its key (the journal's revision, or the made-up
 * person's seed) and how blank days are taken; a new revision replaces it. Stopping ends the worker at once. A quick first look
 * is kept until the full answer is there.
 */
import {
  wordError,
  type AnalysisDocument,
  type DailyTable,
  type DemoTruth,
  type Entry,
  type SafetyFacts,
  type SkinCondition,
} from "../../lib/index.ts";
import {
  isWorkerReply,
  type WorkerEnd,
  type WorkerPreview,
  type WorkerProgress,
  type WorkerTask,
} from "../worker-protocol.ts";

export type AnalysisState =
  | { readonly phase: "idle" }
  | {
      readonly phase: "working";
      readonly fraction: number;
      readonly outcome: string;
      /** The quick first look, once it is there. */
      readonly preview: AnalysisDocument | null;
    }
  | { readonly phase: "stopped"; readonly preview: AnalysisDocument | null }
  | { readonly phase: "done"; readonly document: AnalysisDocument }
  | { readonly phase: "failed"; readonly title: string; readonly detail: string };

export interface AnalysisDesk {
  /** State of the analysis of the diary under this key, with blank days taken so. */
  readonly stateOf: (key: string, missingDays: MissingDays) => AnalysisState;
  /** Starts unless it is done or on its way. Another one that is on its way is ended and idle again. */
  readonly start: (key: string, missingDays: MissingDays, diary: Diary) => void;
  /** Ends the worker of this analysis. */
  readonly stop: (key: string, missingDays: MissingDays) => void;
  /**
   * The daily table of these entries, or of the made-up person, kept under `key`; null when it was called
   * off or failed.
   */
  readonly buildDiary: (
    key: string,
    from: DiarySource,
    person: DiaryPerson,
    signal: AbortSignal,
  ) => Promise<Diary | null>;
  /** The newest finished analysis of the own diary that is still kept, blank days taken as saying nothing; null = none yet. */
  readonly lastOwn: () => AnalysisDocument | null;
  /** A diary that was built before under this key, if it is still kept. */
  readonly keptDiary: (key: string) => Diary | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** How days without an entry are taken. */
export type MissingDays = AnalysisDocument["missingDays"];

/** What a daily table is made from. */
export type DiarySource =
  { readonly task: "table"; readonly entries: readonly Entry[] } | { readonly task: "demo"; readonly seed: number };

/** Whose diary it is, as far as an analysis has to know. */
export interface DiaryPerson {
  /** What the safety rules look at, of the same entries. */
  readonly facts: SafetyFacts;
  /** Skin conditions that the person watches: what trials found about them is weighed in, with the data alone beside it. */
  readonly conditions: readonly SkinCondition[];
}

export interface Diary extends DiaryPerson {
  readonly table: DailyTable;
  /** The arrows that a made-up person truly has; empty for real people. */
  readonly truth: readonly DemoTruth[];
}

/** How the keys of the own diary begin. */
export const OWN_DIARY = "own";
/** Answers to the same diary must not change between visits. */
const SEED = 1;
const KEPT = 4;
/** The own one and the made-up one. */
const KEPT_DIARIES = 2;
const idle: AnalysisState = { phase: "idle" };

/** Opens the desk; `workerAddress` comes from trustedWorkerAddress. */
export function createAnalysisDesk(workerAddress: string): AnalysisDesk {
  const states = new Map<string, AnalysisState>();
  const diaries = new Map<string, Diary>();
  const listeners = new Set<() => void>();
  let running: { readonly key: string; readonly end: () => void } | null = null;

  const show = (key: string, state: AnalysisState): void => {
    states.delete(key);
    states.set(key, state);
    for (const old of [...states.keys()].slice(0, -KEPT)) states.delete(old);
    for (const listener of listeners) listener();
  };
  const previewOf = (key: string): AnalysisDocument | null => {
    const state = states.get(key);
    return state?.phase === "working" || state?.phase === "stopped" ? state.preview : null;
  };
  const stop = (key: string): void => {
    if (running?.key !== key) return;
    running.end();
    running = null;
    show(key, { phase: "stopped", preview: previewOf(key) });
  };
  const start = (key: string, missingOutcomes: MissingDays, { table, facts, conditions }: Diary): void => {
    const phase = states.get(key)?.phase;
    if (phase === "done" || phase === "working") return;
    if (running) {
      // nobody stopped it: it begins anew when it is looked at again
      running.end();
      show(running.key, idle);
      running = null;
    }
    show(key, { phase: "working", fraction: 0, outcome: "", preview: previewOf(key) });
    const end = runTask(
      workerAddress,
      { task: "analyse", table, facts, conditions, seed: SEED, missingOutcomes },
      {
        onNote: (note) => {
          const last = states.get(key);
          const { fraction, outcome } = last?.phase === "working" ? last : { fraction: 0, outcome: "" };
          if (note.kind === "preview") show(key, { phase: "working", fraction, outcome, preview: note.document });
          else show(key, { phase: "working", fraction: note.fraction, outcome: note.outcome, preview: previewOf(key) });
        },
        onEnd: (reply) => {
          running = null;
          show(key, stateFrom(reply));
        },
      },
    );
    running = { key, end };
  };
  return {
    stateOf: (key, missingDays) => states.get(analysisKey(key, missingDays)) ?? idle,
    start: (key, missingDays, diary) => start(analysisKey(key, missingDays), missingDays, diary),
    stop: (key, missingDays) => stop(analysisKey(key, missingDays)),
    lastOwn: () => {
      const own = [...states].filter(([key]) => key.startsWith(analysisKey(OWN_DIARY, "ignorable")));
      const done = own.map(([, state]) => state).findLast((state) => state.phase === "done");
      return done?.document ?? null;
    },
    keptDiary: (key) => diaries.get(key) ?? null,
    buildDiary: (key, from, person, signal) =>
      new Promise((resolve) => {
        const end = runTask(workerAddress, from, {
          onNote: () => undefined,
          onEnd: (reply) => {
            const diary = reply.kind === "table" ? { table: reply.table, truth: reply.truth, ...person } : null;
            if (diary) diaries.set(key, diary);
            for (const old of [...diaries.keys()].slice(0, -KEPT_DIARIES)) diaries.delete(old);
            resolve(diary);
          },
        });
        signal.addEventListener("abort", () => {
          end();
          resolve(null);
        });
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function analysisKey(key: string, missingDays: MissingDays): string {
  return `${missingDays} ${key}`;
}

function stateFrom(reply: WorkerEnd): AnalysisState {
  switch (reply.kind) {
    case "document":
      return { phase: "done", document: reply.document };
    case "error": {
      const { sentence, mend } = wordError(reply.error);
      return { phase: "failed", title: sentence, detail: mend };
    }
    case "table":
    case "fault":
      return { phase: "failed", title: "", detail: reply.kind === "fault" ? reply.text : "" };
  }
}

/** Runs one task in a worker of its own; returns how to end it. */
function runTask(
  workerAddress: string,
  task: WorkerTask,
  on: {
    readonly onNote: (note: WorkerProgress | WorkerPreview) => void;
    readonly onEnd: (reply: WorkerEnd) => void;
  },
): () => void {
  const worker = new Worker(workerAddress, { type: "module", name: `gutskin ${task.task}` });
  const finish = (reply: WorkerEnd): void => {
    worker.terminate();
    on.onEnd(reply);
  };
  worker.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (!isWorkerReply(event.data)) finish({ kind: "fault", text: "the worker said something unknown" });
    else if (event.data.kind === "progress" || event.data.kind === "preview") on.onNote(event.data);
    else finish(event.data);
  });
  worker.addEventListener("error", (event) =>
    finish({ kind: "fault", text: event.message || "the worker could not start" }),
  );
  worker.postMessage(task);
  return () => worker.terminate();
}
