/**
 * How does Ctrl-C leave a long calculation cleanly?
 *
 * Long loops call `breathe` now and then: it lets the event loop run, so that a signal can arrive at all, and throws
 * `Interrupted` once the stop signal is set. Writes are single transactions and are never cut by it.
 */

/** Thrown when the person asked to stop; `run.ts` turns it into exit code 130. */
export class Interrupted extends Error {
  override readonly name: string = "Interrupted";
}

/** Lets waiting events run, then throws `Interrupted` if a stop was asked for. */
export async function breathe(stop: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  throwIfStopped(stop);
}

/** Throws `Interrupted` if a stop was asked for. */
export function throwIfStopped(stop: AbortSignal): void {
  if (stop.aborted) throw new Interrupted("stopped");
}
