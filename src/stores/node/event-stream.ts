/**
 * How does an open page learn that the journal changed, also by another process?
 *
 * While at least one page listens, the revision of the journal is asked every 250 ms (SQLite's `data_version` sees
 * commits of other connections); a change is sent as one server-sent event. It is a hint: losing one costs nothing,
 * because the page reads the journal itself. A comment line every 15 s lets both sides notice a dead connection.
 */

export interface EventSource {
  /** A new event stream; begins with the present revision. */
  readonly open: () => Response;
  /** Looks now instead of at the next beat (after a write of our own). */
  readonly nudge: () => void;
  /** Ends all streams and the clock. */
  readonly close: () => void;
}

const BEAT_MILLISECONDS = 250;
const PING_EVERY_BEATS = 60;

/** Opens the event source; `revision` gives the present revision, null when it cannot be read just now. */
export function createEventSource(
  revision: () => Promise<string | null>,
  beatMilliseconds: number = BEAT_MILLISECONDS,
): EventSource {
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  let last: string | null = null;
  let beats = 0;
  let clock: NodeJS.Timeout | null = null;

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
    const now = await revision();
    if (now !== null && now !== last) {
      last = now;
      send(eventOf(now));
    }
  };
  const beat = (): void => {
    beats += 1;
    if (beats % PING_EVERY_BEATS === 0) send(": still here\n\n");
    void look();
  };
  const rest = (): void => {
    if (listeners.size > 0 || clock === null) return;
    clearInterval(clock);
    clock = null;
  };

  return {
    open: () => {
      let own: ReadableStreamDefaultController<Uint8Array> | null = null;
      const stream = new ReadableStream<Uint8Array>({
        start: async (controller) => {
          own = controller;
          last = (await revision()) ?? last;
          if (last !== null) controller.enqueue(encoder.encode(eventOf(last)));
          listeners.add(controller);
          clock ??= setInterval(beat, beatMilliseconds).unref();
        },
        cancel: () => {
          if (own !== null) listeners.delete(own);
          rest();
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
      rest();
    },
  };
}

function eventOf(revision: string): string {
  return `data: ${JSON.stringify({ revision })}\n\n`;
}
