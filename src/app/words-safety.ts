/**
 * What does the page itself say around the messages of the safety rules?
 *
 * The messages come worded from insights; here are only headings and buttons.
 */
export const safetyWords = {
  heading: "Before anything else",
  read: "I have read this",
  readBefore: "You have read this before.",
  questions: (count: number): string =>
    count === 1 ? "One safety question is not answered." : `${String(count)} safety questions are not answered.`,
};
