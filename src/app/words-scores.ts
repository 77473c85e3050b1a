/**
 * What does the screen of scores say by itself?
 *
 * Names of controls and headings; sentences about scores come from insights.
 */
export const scoreWords = {
  title: "Scores",
} as const;
