/**
 * What was truly built into the made-up person, beside what was found?
 *
 * Truths by arrow id (`from>to`). Real people have none.
 */
import type { DemoTruth } from "../../../lib/index.ts";
import { edgeId } from "../../../report/charts/axis-model.ts";

export type TruthById = ReadonlyMap<string, DemoTruth>;

/** Truths by the id of their arrow. */
export function truthById(truth: readonly DemoTruth[]): TruthById {
  return new Map(truth.map((one) => [edgeId(one), one]));
}
