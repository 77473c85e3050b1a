/**
 * How much of an official food is a portion, a cup, a slice, a piece?
 *
 * From the portion texts of FNDDS 2019-20: "Quantity not specified" is the usual portion (food-kinds.mjs where it is missing or 0), and a few
 * texts become units. Largest plausible amount: some portions, at least 250 g for food and 1,000 g for drinks, rounded.
 */

/** unit: portion texts that mean one of it, best first. */
const UNITS = [
  ["cup", /^1 cup(, (nfs|cooked|diced|chopped|sliced|prepared|cooked, diced|cubed))?$/],
  [
    "slice",
    /^1 (medium or regular slice|regular slice|medium slice|slice(, (nfs|any size))?|piece\/slice(, any size)?)$/,
  ],
  ["tbsp", /^1 tablespoon$/],
  ["small", /^1 (small|small\/regular)$/],
  ["medium", /^1 (medium|regular|medium\/regular)$/],
  ["large", /^1 large$/],
  ["bar", /^1 bar(, nfs)?$/],
  ["can", /^1 can( or bottle)?$/],
  ["bottle", /^1 bottle$/],
  ["packet", /^1 (packet|individual packet|pouch|package)$/],
  ["bag", /^1 (medium single serving bag|bag)$/],
  ["pot", /^1 (individual container|6 oz container)$/],
  ["scoop", /^1 scoop$/],
  ["sandwich", /^1 (sandwich|sandwich, any size|regular sandwich)$/],
  ["bowl", /^1 (bowl|microwave bowl)$/],
  ["patty", /^1 patty$/],
  ["fillet", /^1 (small\/regular fillet|fillet)$/],
];
const PIECE =
  /^1 (piece(, nfs)?|cookie|cracker|chip|nut|egg|fruit|roll|bun|doughnut|muffin|biscuit|pancake|waffle|strip|link|nugget|wing|tortilla|taco|burrito|frankfurter|olive|pickle|candy|kernel|bean|stick|pretzel|meatball|shrimp|spear|sandwich|bar|patty|slice|medium|regular|whole|any size|item, any size)$/;

/** { portion, units, piece, most } as texts of the table. `portions`: { portion, grams } of the food. */
export function amountsOf(portions, kind, description) {
  const texts = portions
    .map(({ portion, grams }) => ({ text: portion.toLowerCase().trim(), grams: Number(grams) }))
    .filter(({ grams }) => grams > 0);
  const usual = texts.find(({ text }) => text === "quantity not specified")?.grams ?? kind.portion;
  const units = UNITS.flatMap(([unit, pattern]) => {
    const found = texts.find(({ text }) => pattern.test(text));
    return found === undefined ? [] : [`${unit}=${round(found.grams)}`];
  });
  const piece = texts.find(({ text, grams }) => PIECE.test(text) && grams <= 150)?.grams ?? null;
  const least = kind.flags.includes("drink") ? 1000 : kind.flags.includes("condiment") ? 100 : 250;
  const most = Math.min(Math.max(kind.mostPortions * usual, least), 1500);
  return {
    portion: String(round(usual)),
    units: units.join("|"),
    piece: piece === null || /soup|rice|sauce|juice/i.test(description) ? "" : String(round(piece)),
    most: String(Math.max(round(most), round(usual))),
  };
}

function round(grams) {
  return grams >= 10 ? Math.round(grams) : Math.round(grams * 10) / 10;
}
