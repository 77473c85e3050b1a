/**
 * How does a tap become a durable record, and what if that fails?
 *
 * Changes wait here until the journal has acknowledged them. One batch is on its way at a time, under one
 * request id, so that a repeat after a lost answer writes nothing twice. A change that has not left yet is
 * replaced by a later change of the same thing. A batch that failed is kept as it is and sent again, on its
 * own after a growing pause or at once by `retry`. Nothing is kept outside memory: the browser's storage
 * holds no diary.
 */
import type { AppendReceipt, Draft } from "../../lib/index.ts";
import type { Result } from "../../base/result.ts";
import type { Problem } from "./problem.ts";

export interface Change {
  /** Names the thing that changes: "2026-11-21 itch". */
  readonly key: string;
  /**
   * What to write, given the id under which the journal knows the thing (null: it does not); null: nothing
   * to do.
   */
  readonly draft: (knownId: string | null) => Draft | null;
}

export interface OutboxState {
  readonly phase: "idle" | "saving" | "failed";
  /** Changes that are not durable yet. */
  readonly waiting: number;
  readonly problem: Problem | null;
  /** Grows by one with every acknowledged batch. */
  readonly savedCount: number;
}

export interface OutboxParts {
  readonly append: (drafts: readonly Draft[], requestId: string) => Promise<Result<AppendReceipt, Problem>>;
  readonly newRequestId: () => string;
  /** Calls back after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

export interface Outbox {
  readonly put: (change: Change) => void;
  /** Tells under which id the journal knows a thing. */
  readonly learn: (key: string, id: string | null) => void;
  readonly retry: () => void;
  /** Gives up the batch that was refused (not one that merely could not be sent). */
  readonly discard: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => OutboxState;
}

interface Batch {
  readonly requestId: string;
  readonly keys: readonly string[];
  readonly drafts: readonly Draft[];
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;

/** Opens an empty outbox. */
export function createOutbox(parts: OutboxParts): Outbox {
  const queue = new Map<string, Change>();
  const idsByKey = new Map<string, string>();
  const listeners = new Set<() => void>();
  let batch: Batch | null = null;
  let pause = FIRST_PAUSE;
  let callOff: (() => void) | null = null;
  let state: OutboxState = { phase: "idle", waiting: 0, problem: null, savedCount: 0 };

  const show = (change: Partial<OutboxState>): void => {
    state = { ...state, ...change, waiting: queue.size + (batch?.drafts.length ?? 0) };
    for (const listener of listeners) listener();
  };
  const takeBatch = (): Batch | null => {
    const keys: string[] = [];
    const drafts: Draft[] = [];
    for (const [key, change] of queue) {
      const draft = change.draft(idsByKey.get(key) ?? null);
      if (draft === null) continue;
      keys.push(key);
      drafts.push(draft);
    }
    queue.clear();
    return drafts.length === 0 ? null : { requestId: parts.newRequestId(), keys, drafts };
  };
  const send = async (): Promise<void> => {
    callOff?.();
    callOff = null;
    if (state.phase === "saving") return;
    for (;;) {
      batch ??= takeBatch();
      if (batch === null) break;
      const sent = batch;
      show({ phase: "saving", problem: null });
      const receipt = await parts.append(sent.drafts, sent.requestId);
      if (!receipt.ok) {
        show({ phase: "failed", problem: receipt.error });
        if (receipt.error.kind === "unreachable") {
          callOff = parts.after(pause, () => void send());
          pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
        return;
      }
      sent.keys.forEach((key, i) => {
        const id = receipt.value.ids[i];
        if (id === undefined || sent.drafts[i]?.action === "delete") idsByKey.delete(key);
        else idsByKey.set(key, id);
      });
      batch = null;
      pause = FIRST_PAUSE;
      show({ savedCount: state.savedCount + 1 });
    }
    show({ phase: "idle", problem: null });
  };

  return {
    put: (change) => {
      queue.set(change.key, change);
      show({});
      // A refused batch waits for the person; one that could not be sent is tried again at once with what is new.
      if (state.phase !== "failed" || state.problem?.kind === "unreachable") void send();
    },
    learn: (key, id) => {
      if (id === null) idsByKey.delete(key);
      else idsByKey.set(key, id);
    },
    retry: () => void send(),
    discard: () => {
      batch = null;
      show({ phase: "idle", problem: null });
      void send();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
  };
}
