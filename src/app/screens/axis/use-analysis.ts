/**
 * What does the analysis of this diary say by now?
 *
 * Starts by itself when the diary is there and nothing is known of it yet; stays stopped when it was
 * stopped.
 */
import { useEffect, useSyncExternalStore } from "react";
import type { AnalysisState, MissingDays } from "../../shell/analysis-desk.ts";
import { useSession } from "../../shell/session.ts";
import type { LoadedDiary } from "../../shell/use-diary.ts";

export interface Analysis {
  readonly state: AnalysisState;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Follows the analysis under the diary's key, with blank days taken so. */
export function useAnalysis({ key, diary }: LoadedDiary, missingDays: MissingDays): Analysis {
  const { desk } = useSession();
  const state = useSyncExternalStore(desk.subscribe, () => desk.stateOf(key, missingDays));
  const { phase } = state;
  useEffect(() => {
    if (diary && phase === "idle") desk.start(key, missingDays, diary);
  }, [desk, key, diary, phase, missingDays]);
  return {
    state,
    start: () => {
      if (diary) desk.start(key, missingDays, diary);
    },
    stop: () => desk.stop(key, missingDays),
  };
}
