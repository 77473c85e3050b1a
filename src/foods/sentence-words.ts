/**
 * Which words of a sentence are not food but say how foods stand together?
 *
 * Joining words, verbs of eating, what was left out, and words behind which a comment follows. Closed lists of plain English.
 */

/** What stands between a part and the one before it. */
export type Joiner = "start" | "comma" | "comma-and" | "and" | "with" | "on" | "in" | "or" | "none";

/** Words between two things that were eaten. */
export const joiners: ReadonlyMap<string, Joiner> = new Map<string, Joiner>([
  ...words("and n plus then also but followed alongside along together besides").map((word) => [word, "and"] as const),
  ...words("with w including").map((word) => [word, "with"] as const),
  ...words("on over atop").map((word) => [word, "on"] as const),
  ...words("in inside into").map((word) => [word, "in"] as const),
  ["or", "or"],
]);

/** Before "with", "by", "on" or "of" they only join: "rice paired with salmon". */
export const madeWith: ReadonlySet<string> = new Set(
  words(
    "served paired accompanied mixed garnished drizzled sprinkled covered dressed spread dipped cooked fried cut blended combined washed melted poured " +
      "followed finished started sweetened seasoned wrapped",
  ),
);

/**
 * How what follows is in the thing before: "made" = in it whatever it is ("yogurt made from whole milk"); "filled" = in it when it is a dish of several
 * parts ("pizza topped with ham"), beside it when it is not ("toast topped with avocado").
 */
export type Inside = "made" | "filled";

/** Words of being in something, before "with", "of", "from" or "by" ("made with") or alone ("containing"). */
export const insideWords: ReadonlyMap<string, Inside> = new Map<string, Inside>([
  ...words("made prepared enriched fortified consists consisted consisting comprised composed").map(
    (word) => [word, "made"] as const,
  ),
  ...words("filled topped stuffed loaded layered").map((word) => [word, "filled"] as const),
]);

/** The same without a word behind them. */
export const containingWords: ReadonlyMap<string, Inside> = new Map<string, Inside>([
  ...words("containing contains comprising").map((word) => [word, "made"] as const),
  ["featuring", "filled"],
]);

/** A new thing begins behind them: "I enjoyed an omelette". A food name with such a word ("drinking chocolate") is known before. */
export const eatingVerbs: ReadonlySet<string> = new Set(
  words(
    "i im ive id am will would going gonna we ate eat eats eating eaten had has have having drank drinking drunk enjoyed enjoying savored savoured savoring savouring grabbed grabbing snacked snacking sipped sipping munched munching " +
      "indulged indulging devoured consumed consuming tried ordered shared got nibbled nibbling downed gulped treated chose picked prepared bought made used added usually normally always sometimes " +
      "weighing weighs totaling totalling measuring myself",
  ),
);

/** Up to the next cut the words are a comment: "from the canteen", "as a snack", "after the gym". */
export const commentStarters: ReadonlySet<string> = new Set(
  words("from at as for after before during while because until since when whilst"),
);

/** After these the next food was not eaten. */
export const negations: ReadonlySet<string> = new Set(
  words("no without minus not hold skip skipped sans except excluding excl zero nor never"),
);

/** The person says that nothing was eaten. */
export const NOTHING: RegExp =
  /^(?:i |we |have |had |just |so far |today |ate |eaten |drank |still )*(?:nothing|fasting|fasted|fast|fast day|fasting day|water fast|none|no food|nil|skipped (?:breakfast|lunch|dinner|meal|supper|it|meals|all meals)|no (?:breakfast|lunch|dinner|meal|meals|supper)|did(?: not|nt) eat(?: anything)?|have(?: not|nt) eaten(?: anything)?|not eaten(?: anything)?|ate nothing|not(?:hing)? (?:hungry|eating))\b/;

function words(list: string): readonly string[] {
  return list.split(" ");
}
