/**
 * What would people use otherwise?
 *
 * The list of all baselines: common statistics and the published behaviour of apps, each named by its rule and in its own file under `baselines/`,
 * and the five plain forecasts.
 */
import { bearableLike, gutaiCount, perfice, studyuWelch } from "./baselines/app-rules.ts";
import { openstrapBlock14 } from "./baselines/block-permutation.ts";
import { bestLag, sameDay } from "./baselines/correlations.ts";
import { elasticNet } from "./baselines/elastic-net.ts";
import { forecasters } from "./baselines/forecasters.ts";
import { granger } from "./baselines/granger.ts";
import { prewhitened } from "./baselines/prewhitened.ts";
import { stepwise, stepwiseBic } from "./baselines/stepwise.ts";
import type { Method } from "./method.ts";

/** Rules about causes, the strong ones first. */
export const baselines: readonly Method[] = [
  granger,
  prewhitened,
  openstrapBlock14,
  elasticNet,
  stepwiseBic,
  stepwise,
  bestLag,
  sameDay,
  studyuWelch,
  perfice,
  bearableLike,
  gutaiCount,
];

export { forecasters, granger };
