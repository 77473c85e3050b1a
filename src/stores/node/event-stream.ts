/**
 * How does an open page learn that the journal changed, also by another process?
 *
 * While at least one page listens, the store is watched (a file store looks at SQLite's `data_version` every 250 ms; a store
 * that cannot watch is asked for its revision at that pace). A change is sent as one server-sent event with the revision.
 * It is a hint: losing one costs nothing, because the page reads the journal itself. A comment line every 15 s lets both
 * sides notice a dead connection.
 */

export interface RevisionSource {
  /** The present revision; null when it cannot be read just now. */
  readonly revision: () => Promise<string | null>;
  /** Calls back after changes; gives the function that ends it. Absent: the revision is asked at every beat. */
  readonly watch?: (changed: () => void) => () => void;
}

export interface EventSource {
  /** A new event stream; begins with the present revision. */
  readonly open: () => Response;
  /** Looks now instead of at the next beat (after a write of our own). */
  readonly nudge: () => void;
  /** Ends all streams and the clock. */
  readonly close: () => void;
}

type Listener = ReadableStreamDefaultController<Uint8Array>;

const BEAT_MILLISECONDS = 250;
const PING_MILLISECONDS = 15_000;

/** Opens the event source. Its timers do not keep a process alive. */
export function createEventSource(source: RevisionSource, beatMilliseconds: number = BEAT_MILLISECONDS): EventSource {
  const listeners = new Set<Listener>();
  const encoder = new TextEncoder();
  let last: string | null = null;
  let stopWatching: (() => void) | null = null;

  const send = (text: string): void => {
    const bytes = encoder.encode(text);
    for (const listener of listeners) {
      try {
        listener.enqueue(bytes);
      } catch {
        listeners.delete(listener); // closed between two beats
      }
    }
  };
  const look = async (): Promise<void> => {
    const now = await source.revision();
    if (now === null || now === last) return;
    last = now;
    send(eventOf(now));
  };
  const startWatching = (): (() => void) => {
    const ping = setInterval(() => {
      send(": still here\n\n");
    }, PING_MILLISECONDS);
    ping.unref();
    const changed = (): void => void look();
    const stop = source.watch?.(changed) ?? everyBeat(changed, beatMilliseconds);
    return () => {
      clearInterval(ping);
      stop();
    };
  };
  const restIfAlone = (): void => {
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };

  return {
    open: () => {
      let own: Listener | null = null;
      const stream = new ReadableStream<Uint8Array>({
        start: async (controller) => {
          own = controller;
          listeners.add(controller);
          stopWatching ??= startWatching();
          last = (await source.revision()) ?? last;
          if (last !== null) controller.enqueue(encoder.encode(eventOf(last)));
        },
        cancel: () => {
          if (own !== null) listeners.delete(own);
          restIfAlone();
        },
      });
      return new Response(stream, {
        headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store" },
      });
    },
    nudge: () => {
      if (listeners.size > 0) void look();
    },
    close: () => {
      for (const listener of listeners) {
        try {
          listener.close();
        } catch {
          // already closed by the other side
        }
      }
      listeners.clear();
      restIfAlone();
    },
  };
}

function everyBeat(changed: () => void, milliseconds: number): () => void {
  const clock = setInterval(changed, milliseconds);
  clock.unref();
  return () => {
    clearInterval(clock);
  };
}

function eventOf(revision: string): string {
  return `data: ${JSON.stringify({ revision })}\n\n`;
}
