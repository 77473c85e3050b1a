/**
 * How is the `World` of a real process made?
 *
 * Here, and only here, the terminal commands meet Node's globals: streams, environment, clock, signals. A reader that
 * goes away (`gutskin ... | head`) is no error.
 */
import { availableParallelism, homedir } from "node:os";
import { createInterface } from "node:readline/promises";
import { dayFromNumber } from "../base/day.ts";
import type { Now, World } from "./world.ts";

/** Makes the world; registers handlers for Ctrl-C, SIGTERM and a closed pipe. */
export function realWorld(installation: Pick<World, "version" | "appFolder" | "workerFile">): World {
  const stopper = new AbortController();
  let asked = 0;
  const onSignal = (): void => {
    asked += 1;
    // A second Ctrl-C does not wait for the clean end. Nothing is lost: writes are transactions.
    if (asked > 1) process.exit(130);
    stopper.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  return {
    environment: process.env,
    platform: process.platform,
    home: homedir(),
    answer: (text) => {
      process.stdout.write(text);
    },
    remark: (text) => {
      process.stderr.write(text);
    },
    answerIsTerminal: process.stdout.isTTY,
    remarkIsTerminal: process.stderr.isTTY,
    columns: process.stdout.columns > 0 ? process.stdout.columns : 80,
    ask: process.stdin.isTTY && process.stderr.isTTY ? (question) => askOnTerminal(question, stopper.signal) : null,
    now: () => nowOf(new Date()),
    seconds: () => performance.now() / 1000,
    stop: stopper.signal,
    readInput: readAllInput,
    cores: availableParallelism(),
    ...installation,
  };
}

/**
 * The reader went away (`| head`): what is still written goes nowhere, and the command goes on to its end, so that an
 * import whose preview nobody read to the end is still whole or not at all.
 */
function ignoreClosedPipe(problem: NodeJS.ErrnoException): void {
  if (problem.code !== "EPIPE") throw problem;
}

/** The question goes to stderr: stdout is for the answer. */
async function askOnTerminal(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // readline swallows Ctrl-C while it asks; hand it on.
    lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
    return await lines.question(question, { signal });
  } finally {
    lines.close();
  }
}

/** The person's calendar day and clock, from the zone of the system. */
export function nowOf(date: Date): Now {
  const offsetMinutes = date.getTimezoneOffset() === 0 ? 0 : -date.getTimezoneOffset();
  const local = Math.floor(date.getTime() / 60_000) + offsetMinutes;
  const minuteOfDay = ((local % 1440) + 1440) % 1440;
  const pad = (value: number): string => String(value).padStart(2, "0");
  return {
    day: dayFromNumber(Math.floor(local / 1440)),
    offsetMinutes,
    time: `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`,
    milliseconds: date.getTime(),
  };
}

async function readAllInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks);
}
