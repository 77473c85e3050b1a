/**
 * Which small pictures stand beside words?
 *
 * Drawn for this page, in the colour of the text; always beside a word, so hidden from screen readers.
 */
import type { ReactElement } from "react";
import type { ScreenName } from "./route.ts";

/** The mark of gutskin: two bodies and a road in each direction. */
export function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 64 64" width="32" height="32" aria-hidden="true" focusable="false">
      <path className="mark-gut" d="M7 33c0-9 6-15 13-15s11 6 11 13-4 15-12 15S7 41 7 33z" />
      <path className="mark-skin" d="M34 30c1-8 7-13 13-12s10 7 9 14-6 13-13 12-10-7-9-14z" />
      <path className="mark-road" d="M17 12C25 3 40 3 48 12" />
      <path className="mark-head" d="m51.500 5.500-1 10.500-9-4.500z" />
      <path className="mark-road" d="M47 51C39 60 25 60 17 52" />
      <path className="mark-head" d="m13.500 58.500 1-10.500 9 4.500z" />
    </svg>
  );
}

/** Screens with a sign of their own: those of the navigation. */
export type NavScreen = Exclude<ScreenName, "start" | "next" | "safety">;

const shapes: Readonly<Record<NavScreen, readonly string[]>> = {
  today: ["M5 12h6M5 7h10M5 17h13", "M16 12.500l2 2 4-5"],
  history: ["M3 17l4-5 4 3 3-7 3 4", "M19 9l2-3"],
  axis: [
    "M6.500 9a3.500 3.500 0 1 0 0 6 3.500 3.500 0 0 0 0-6z",
    "M17.500 9a3.500 3.500 0 1 1 0 6 3.500 3.500 0 0 1 0-6z",
    "M8 6.500C10 4 14 4 16 6.500M16 17.500C14 20 10 20 8 17.500",
  ],
  scores: ["M4 16a8 8 0 0 1 16 0", "M12 16l4-5M8 20h8"],
  learn: [
    "M12 7c-2-1.500-4.500-2-8-2v12.500c3.500 0 6 .500 8 2 2-1.500 4.500-2 8-2V5c-3.500 0-6 .500-8 2z",
    "M12 7v12.500",
  ],
  data: [
    "M5 6.500c0-1.500 3-2.500 7-2.500s7 1 7 2.500-3 2.500-7 2.500-7-1-7-2.500z",
    "M5 6.500v11c0 1.500 3 2.500 7 2.500s7-1 7-2.500v-11M5 12c0 1.500 3 2.500 7 2.500s7-1 7-2.500",
  ],
};

/** The sign of a screen, for the navigation. */
export function ScreenIcon({ screen }: { readonly screen: NavScreen }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {shapes[screen].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** A chevron; `to` says where it points. */
export function Chevron({ to }: { readonly to: "left" | "right" }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={to === "left" ? "M14.500 5l-7 7 7 7" : "M9.500 5l7 7-7 7"} />
    </svg>
  );
}
