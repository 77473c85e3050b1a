/**
 * How does long work show that it is alive, without spoiling the answer?
 *
 * On a terminal: one line on stderr that redraws itself, at most ten times a second. Elsewhere (a log, a pipe): a plain
 * line at most every ten seconds, so that a log stays short. Nothing ever goes to stdout.
 */
import type { World } from "../world.ts";
import { safeText } from "./table.ts";

export interface Progress {
  /** `fraction` 0-1. */
  readonly show: (label: string, fraction: number) => void;
  /** Removes the bar from the terminal; harmless when nothing was shown. */
  readonly end: () => void;
}

const BAR_WIDTH = 24;
const TERMINAL_GAP_SECONDS = 0.1;
const PLAIN_GAP_SECONDS = 10;

/** Opens a progress display on stderr of this world. */
export function createProgress(world: World): Progress {
  // The first plain line comes only after the gap: quick work leaves no trace in a log.
  let lastSeconds = world.remarkIsTerminal ? -Infinity : world.seconds();
  let drawn = false;
  return {
    show: (label, fraction) => {
      const seconds = world.seconds();
      const gap = world.remarkIsTerminal ? TERMINAL_GAP_SECONDS : PLAIN_GAP_SECONDS;
      if (seconds - lastSeconds < gap) return;
      lastSeconds = seconds;
      const percent = `${String(Math.floor(clamp(fraction) * 100)).padStart(3)} %`;
      if (!world.remarkIsTerminal) {
        world.remark(`${percent.trim()} ${safeText(label)}\n`);
        return;
      }
      const line = `${bar(fraction)} ${percent}  ${safeText(label)}`;
      world.remark(`\r${line.slice(0, Math.max(20, world.columns - 1))}\u001b[K`);
      drawn = true;
    },
    end: () => {
      if (drawn) world.remark("\r\u001b[K");
      drawn = false;
    },
  };
}

function bar(fraction: number): string {
  const full = Math.round(clamp(fraction) * BAR_WIDTH);
  return `[${"#".repeat(full)}${"-".repeat(BAR_WIDTH - full)}]`;
}

function clamp(fraction: number): number {
  return fraction > 0 ? Math.min(1, fraction) : 0;
}
