import type { OfficialFood } from "./twins.mjs";

export interface Candidate extends OfficialFood {
  readonly weight: number;
  readonly portion: number;
}
export function chooseFoods(
  foods: readonly Candidate[],
  already: ReadonlySet<string>,
  count: number,
  leastPerCategory: number,
  first?: readonly string[],
): { readonly codes: string[]; readonly left: readonly { readonly food: Candidate; readonly cost: number }[] };
