/**
 * Is there room for a wide table?
 *
 * Asks the browser's own media query, so that a narrow screen gets a list of its own instead of a table that scrolls.
 */
import { useSyncExternalStore } from "react";

/** Below this a table of five columns is too tight to read. */
const WIDE = "(min-width: 56rem)";

/** True on wide screens; follows the window. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
