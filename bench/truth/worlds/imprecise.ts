/**
 * Family "imprecise": are effects still right when what was eaten is only roughly known?
 *
 * The main family with every lever written down with error; the truth refers to what was really eaten. Reliability = var(exact) / (var(exact) + error variance), day by
 * day. Arms: 1 (exact), .7 and .5 (classical: recorded = exact + normal error of one SD, below zero too, as an estimate may be), "reliability .5 by
 * size" (log-normal error, the column gives the SD that belongs to what was recorded; nothing stays exactly nothing), and "reliability .5 Berkson"
 * (recorded = the mean of a small or a large portion; what was really eaten scatters around it). Exact columns have no SDs.
 */
import type { Chance } from "../chance.ts";
import { leverLaws } from "../levers.ts";
import { momentsOf } from "../simulate.ts";
import { buildScene, usualLevers } from "./build-scene.ts";
import type { Scene } from "./scene.ts";
import { usualEdges } from "./usual-edges.ts";

/** What stands in the diary, and the error SD that stands beside each value. */
export interface Written {
  readonly values: Float64Array;
  readonly sds: Float64Array;
  /** Absent = classical. */
  readonly kind?: "berkson";
}

const arms = ["reliability 1", "reliability .7", "reliability .5", "reliability .5 by size", "reliability .5 Berkson"];

export function impreciseScene(turn: number, chance: Chance): Scene {
  const variant = arms[turn % arms.length] ?? "reliability 1";
  const days = 365;
  return buildScene(chance, {
    family: "imprecise",
    variant,
    days,
    levers: usualLevers(chance, days),
    edges: usualEdges(
      chance,
      leverLaws.map((law) => law.name),
      0.45,
    ),
    write: (_, exact) => {
      switch (variant) {
        case "reliability .7":
          return roughly(chance, exact, 0.7);
        case "reliability .5":
          return roughly(chance, exact, 0.5);
        case "reliability .5 by size":
          return bySize(chance, exact, 0.5);
        case "reliability .5 Berkson":
          return byPortion(exact, 0.5);
        default:
          return null;
      }
    },
  });
}

/** Classical error of this reliability. */
export function roughly(chance: Chance, exact: Float64Array, reliability: number): Written {
  const errorSd = momentsOf(exact).sd * Math.sqrt(1 / reliability - 1);
  return { values: exact.map((value) => value + errorSd * chance.normal()), sds: exact.map(() => errorSd) };
}

/** Classical error in proportion to the amount, with the same variance over the diary as a constant one would have. */
export function bySize(chance: Chance, exact: Float64Array, reliability: number): Written {
  const { mean, sd } = momentsOf(exact);
  const ratio = (sd ** 2 * (1 / reliability - 1)) / (mean ** 2 + sd ** 2);
  const logSd = Math.sqrt(Math.log(1 + ratio));
  const values = exact.map((value) => value * Math.exp(logSd * chance.normal() - logSd ** 2 / 2));
  return { values, sds: values.map((value) => value * Math.sqrt(ratio)) };
}

/**
 * Berkson error: the day is called small or large and gets the mean of such days. The cut is the one whose reliability, var(recorded) / var(exact),
 * is nearest to the one asked for (very skewed foods cannot reach every value).
 */
export function byPortion(exact: Float64Array, reliability: number): Written {
  const sorted = [...exact].sort((a, b) => a - b);
  const all = momentsOf(exact);
  const cutAt = (share: number): Written & { readonly reached: number } => {
    const cut = sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    const [small, large] = [momentsOf(exact.filter((v) => v <= cut)), momentsOf(exact.filter((v) => v > cut))];
    const values = exact.map((value) => (value <= cut ? small.mean : large.mean));
    const sds = exact.map((value) => (value <= cut ? small.sd : large.sd));
    return { values, sds, reached: momentsOf(values).sd ** 2 / all.sd ** 2 };
  };
  const tries = Array.from({ length: 40 }, (_, i) => cutAt(0.55 + 0.01 * i)).filter(
    (cut) => !Number.isNaN(cut.reached),
  );
  const [best] = tries.sort((a, b) => Math.abs(a.reached - reliability) - Math.abs(b.reached - reliability));
  if (!best) throw new Error("a lever that never changes has no portions");
  return { values: best.values, sds: best.sds, kind: "berkson" };
}
