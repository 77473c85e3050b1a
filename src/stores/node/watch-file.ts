/**
 * How does one process notice that another has written?
 *
 * `PRAGMA data_version` changes when another connection has committed; it costs microseconds, so it is asked every 250 ms. Writes of
 * this connection do not change it and are told directly.
 */
import type { SqlDriver } from "./driver.ts";
import { countOf } from "./rows.ts";

export interface FileWatcher {
  readonly watch: (changed: () => void, everyMs?: number) => () => void;
  /** To be called after each own COMMIT. */
  readonly wrote: () => void;
  readonly stopAll: () => void;
}

/** Watches the file behind a driver. The timers do not keep a process alive. */
export function watchFile(driver: SqlDriver): FileWatcher {
  const stops = new Set<() => void>();
  const listeners = new Set<() => void>();
  return {
    watch: (changed, everyMs = 250) => {
      let version = versionNow(driver);
      const timer = setInterval(() => {
        const now = versionNow(driver);
        if (now === version) return;
        version = now;
        changed();
      }, everyMs);
      timer.unref();
      const stop = (): void => {
        clearInterval(timer);
        listeners.delete(changed);
        stops.delete(stop);
      };
      listeners.add(changed);
      stops.add(stop);
      return stop;
    },
    wrote: () => {
      for (const changed of listeners) changed();
    },
    stopAll: () => {
      for (const stop of stops) stop();
    },
  };
}

/** -1 when the file cannot be read now: that counts as a change, so that the listener looks and meets the named error. */
function versionNow(driver: SqlDriver): number {
  try {
    return countOf(driver, "PRAGMA data_version");
  } catch {
    return -1;
  }
}
