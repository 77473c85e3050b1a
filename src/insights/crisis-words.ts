/**
 * What is said to somebody who thinks about harming themselves?
 *
 * A file of its own, so that the page has these words at once, before anything else is fetched. Never behind anything: not behind a score,
 * a setting or a question.
 */

/** Stands on every page and in every document. */
export const crisisNote =
  "If you think about harming yourself, call a crisis line or your local emergency number now. You do not have to explain anything here.";
