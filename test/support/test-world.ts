/**
 * A `World` in memory for tests: what was written is kept, the clock stands still, nobody is at the keyboard unless said.
 */
import { dayOf } from "./replicas.ts";
import type { World } from "../../src/cli/world.ts";

export interface TestWorld extends World {
  readonly answered: () => string;
  readonly remarked: () => string;
  readonly stopNow: () => void;
}

/** Makes a world at 2026-11-22 12:00 UTC; `changes` replaces members. */
export function testWorld(changes: Partial<World> = {}): TestWorld {
  let answered = "";
  let remarked = "";
  const stopper = new AbortController();
  const day = dayOf("2026-11-22");
  return {
    environment: {},
    platform: "linux",
    home: "/home/somebody",
    answer: (text) => {
      answered += text;
    },
    remark: (text) => {
      remarked += text;
    },
    answerIsTerminal: false,
    remarkIsTerminal: false,
    columns: 80,
    ask: null,
    now: () => ({ day, offsetMinutes: 0, time: "12:00", milliseconds: 1_795_348_800_000 }),
    seconds: () => performance.now() / 1000,
    stop: stopper.signal,
    readInput: () => Promise.resolve(new Uint8Array(0)),
    appFolder: "/nowhere",
    version: "0.0.0-test",
    workerFile: null,
    cores: 1,
    ...changes,
    answered: () => answered,
    remarked: () => remarked,
    stopNow: () => {
      stopper.abort();
    },
  };
}
