/**
 * How does long work in a worker stay stoppable?
 *
 * A worker that computes without a pause does not hear `terminate()`: browsers let it go on for up to seconds before they cut it
 * off. So the work is done in slices; after each one the event loop gets its turn. With steps of at most 20 ms, whoever stops the
 * work is heard within slice + step < 50 ms.
 */

/** Work between two turns of the event loop, milliseconds. */
export const SLICE_MS = 12;

export interface SliceWorld {
  /** A clock that only runs forward, milliseconds. */
  readonly now: () => number;
  /** Comes back after the event loop had its turn. */
  readonly pause: () => Promise<void>;
}

/** Runs a generator to its end, a slice at a time; `onStep` sees every yielded value. Gives what the generator returns. */
export async function runInSlices<Step, Answer>(
  steps: Generator<Step, Answer>,
  onStep: (step: Step) => void,
  world: SliceWorld,
): Promise<Answer> {
  let sliceEnd = world.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    if (world.now() < sliceEnd) continue;
    await world.pause();
    sliceEnd = world.now() + SLICE_MS;
  }
}

/** A pause by a message to oneself: unlike timers, browsers do not stretch it to 4 ms. */
export function createPause(): () => Promise<void> {
  const channel = new MessageChannel();
  let resume: (() => void) | null = null;
  channel.port1.onmessage = () => {
    const go = resume;
    resume = null;
    go?.();
  };
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      channel.port2.postMessage(null);
    });
}
