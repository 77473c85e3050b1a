/**
 * Which day is it for the person, as long as the page is open?
 *
 * The day when the page was last looked at: it does not change under a hand that fills in the evening at midnight.
 */
import { useEffect, useState } from "react";
import type { Day } from "../../base/day.ts";
import { localToday } from "./local-day.ts";

/** The day; follows the clock whenever the page comes into view again. */
export function useToday(): Day {
  const [today, setToday] = useState(localToday);
  useEffect(() => {
    const onShow = (): void => {
      if (document.visibilityState === "visible") setToday(localToday());
    };
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, []);
  return today;
}
