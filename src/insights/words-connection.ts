/**
 * What is said when the page and the program on this computer do not understand each other?
 *
 * Some of these errors come with words of their own (the program worded them, the page only passes them on): those are kept.
 */
import type { ErrorFacts, Worder, Wording } from "./error-facts.ts";

type ConnectionError = "BodyTooLarge" | "BodyUnreadable" | "CallProblem" | "ImportRefused";

export const connectionWords: Readonly<Record<ConnectionError, Worder>> = {
  BodyTooLarge: () => ({
    sentence: "What was sent is larger than can be taken at once, so nothing of it was stored.",
    mend: "Send it in smaller pieces; a large file can be split into shorter spans of time.",
  }),
  BodyUnreadable: (facts) => ({
    sentence: `What was sent cannot be read${facts.text("detail") === "" ? "" : ` (${facts.text("detail")})`}, so nothing of it was stored.`,
    mend: "Reload the page and try again; it may be older than the program.",
  }),
  CallProblem: (facts) =>
    passedOn(facts, {
      sentence: "The gutskin program on this computer did not do what the page asked.",
      mend: "Reload the page and try again.",
    }),
  ImportRefused: (facts) =>
    passedOn(facts, {
      sentence: "This file was not taken over; nothing of it was stored.",
      mend: "Look at the preview for what is in the way, then try again.",
    }),
};

function passedOn(facts: ErrorFacts, fallback: Wording): Wording {
  return {
    sentence: facts.sentence("sentence") ?? fallback.sentence,
    mend: facts.sentence("mend") ?? fallback.mend,
  };
}
