/**
 * How does the page hear that the journal changed?
 *
 * Reads the server-sent events with `fetch` and a stream, because `EventSource` cannot send the Authorization header. An
 * event is a hint; after a lost connection the first event of the next one tells the revision anyway. Waits 1 s, 2 s ...
 * up to 30 s between attempts.
 */
import type { NamedError, Result } from "../../base/result.ts";
import { isObject } from "./remote-call.ts";

const FIRST_WAIT_MILLISECONDS = 1000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

/** Opens the stream again and again until stopped; gives the function that stops it. */
export function watchRevision(
  open: (signal: AbortSignal) => Promise<Result<ReadableStream<Uint8Array>, NamedError>>,
  onRevision: (revision: string) => void,
): () => void {
  const stopper = new AbortController();
  const { signal } = stopper;
  const run = async (): Promise<void> => {
    let wait = FIRST_WAIT_MILLISECONDS;
    while (!signal.aborted) {
      const stream = await open(signal);
      if (stream.ok) {
        wait = FIRST_WAIT_MILLISECONDS;
        await readEvents(stream.value, (revision) => {
          if (!signal.aborted) onRevision(revision);
        });
      }
      if (isStopped(signal)) return;
      await pause(wait, signal);
      wait = Math.min(LONGEST_WAIT_MILLISECONDS, wait * 2);
    }
  };
  void run();
  return () => {
    stopper.abort();
  };
}

/** A call, because the flag may have changed while the stream was read. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Reads events until the stream ends or breaks. */
export async function readEvents(
  stream: ReadableStream<Uint8Array>,
  onRevision: (revision: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const events = rest.split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) {
        const revision = revisionOf(event);
        if (revision !== null) onRevision(revision);
      }
    }
  } catch {
    // The connection broke: the caller opens the next one.
  }
}

function revisionOf(event: string): string | null {
  const data = event.split("\n").find((line) => line.startsWith("data: "));
  if (data === undefined) return null;
  try {
    const value: unknown = JSON.parse(data.slice(6));
    return isObject(value) && typeof value["revision"] === "string" ? value["revision"] : null;
  } catch {
    return null;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
