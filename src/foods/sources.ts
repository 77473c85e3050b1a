/**
 * Whose ranges and figures are these?
 *
 * Every range of the food table names one of these keys; every nutrient figure comes from the USDA tables by the code of its row. Ranges are
 * literature or own judgement, never measurements of what a person ate: screens that show them say so.
 */

/** One source: what to cite, and what to keep in mind. */
export interface FoodSource {
  readonly key: string;
  /** Authors, title or table, year, place. */
  readonly citation: string;
  /** What the figures can and cannot bear. */
  readonly limits: string;
}

/** Sources of ranges (prebiotics, starch, glucan, GI) and of figures. */
export const foodSources: readonly FoodSource[] = [
  {
    key: "van-loo-1995",
    citation:
      "Van Loo J, Coussement P, De Leenheer L, Hoebregs H, Smits G. On the presence of inulin and oligofructose as natural ingredients in the western diet. Crit Rev Food Sci Nutr 1995;35:525-552.",
    limits: "Ranges per 100 g fresh weight; variety, storage and cooking move them by a factor of two or three.",
  },
  {
    key: "murphy-2008",
    citation:
      "Murphy MM, Douglass JS, Birkett A. Resistant starch intakes in the United States. J Am Diet Assoc 2008;108:67-78.",
    limits: "Resistant starch by several methods; chilled food has more than freshly cooked.",
  },
  {
    key: "foundation-2023",
    citation:
      "US Department of Agriculture, Agricultural Research Service. FoodData Central, Foundation Foods, April 2023.",
    limits: "Measured beta-glucan of a few cereals; widened here for variety and cooking.",
  },
  {
    key: "secondary",
    citation:
      "Figures that reviews give without our having seen the measurements; see design notes in docs/developer/food-table.md.",
    limits: "Second hand: only wide ranges are used.",
  },
  {
    key: "own",
    citation: "The project's own judgement, from related foods and usual recipes.",
    limits: "A plausible range, not a measurement.",
  },
  {
    key: "usda",
    citation:
      "US Department of Agriculture, Agricultural Research Service. FoodData Central: FNDDS 2019-2020, SR 28 (2015), Foundation Foods (April 2023); Food Patterns Equivalents Database 2009-2010. Public domain.",
    limits: "American foods and portions; fibre by AOAC 985.29, which misses most fructans and much resistant starch.",
  },
];

/** Keys that a range may name. */
export const rangeSources: readonly string[] = foodSources.map((source) => source.key).filter((key) => key !== "usda");
