/**
 * What does a command of the terminal get from outside?
 *
 * Everything that differs between a real terminal and a test stands here: text streams, environment, clock, the
 * question on the screen, the stop signal. Commands take a `World` and nothing else from Node's globals, so that a
 * test can run a whole command in memory. `realWorld` (real-world.ts) makes the one for the process.
 */
import type { Day } from "../base/day.ts";

/** What the clock and the person's zone say at one moment. */
export interface Now {
  /** Calendar day where the person is. */
  readonly day: Day;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
  /** Local clock time `HH:MM`. */
  readonly time: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly milliseconds: number;
}

export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Operating system as Node names it: "linux", "darwin", "win32". */
  readonly platform: string;
  /** Home folder of the person. */
  readonly home: string;
  /** Writes the answer (stdout). Text is written as it is: callers end their lines. */
  readonly answer: (text: string) => void;
  /** Writes what is not the answer (stderr): progress, time, hints. */
  readonly remark: (text: string) => void;
  readonly answerIsTerminal: boolean;
  readonly remarkIsTerminal: boolean;
  /** Width of the terminal in characters; 80 when it is not known. */
  readonly columns: number;
  /** Asks a question on the terminal and waits for one line; null = there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly now: () => Now;
  /** Seconds on a clock that only runs forward. */
  readonly seconds: () => number;
  /** Aborted by Ctrl-C (SIGINT) or SIGTERM. */
  readonly stop: AbortSignal;
  /** Reads all of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** `dist/app` of this installation, where the built page lies. */
  readonly appFolder: string;
  readonly version: string;
  /** Built file of an analysis thread (analyse-worker.ts); null = calculate on this thread only. */
  readonly workerFile: string | null;
  /** Cores that this process may use. */
  readonly cores: number;
}
