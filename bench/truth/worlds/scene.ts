/**
 * What is written down before a made-up life of the newer families is lived?
 *
 * A `Scene` holds everything that chance decides beforehand: what each lever would be if nothing pushed it, the calm level and the error of each
 * state, who moves whom and how late. `liveScene` (live-scene.ts) only adds up. Rows: run-in first, then the diary, then the days of the
 * forecast. Effects act through the values as recorded on their days (exactly eaten, as rated), as in the classic families.
 */
import type { DailyColumn, Role } from "../../../src/daily/table.ts";
import type { Family } from "../diary.ts";
import type { TrueKernel } from "../kernels.ts";
import type { MissingRule } from "../world.ts";
import type { Link } from "./links.ts";

export interface LeverPlan {
  readonly name: string;
  readonly unit: string;
  /** Standardised wish of each day. */
  readonly wish: Float64Array;
  /** What is eaten or done at this wish on this row. */
  readonly amount: (wish: number, row: number) => number;
  /** Known range of delays, as a catalogue would give it. */
  readonly delayDays?: { readonly min: number; readonly max: number };
  readonly max?: number;
  readonly step?: number;
}

export interface StatePlan {
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly betterIs: DailyColumn["betterIs"];
  /** Mean and SD of the latent state, natural units. */
  readonly mean: number;
  readonly sd: number;
  readonly link: Link;
  /** Level of each row without causes and error: mean, weekday, drift, season, episodes. */
  readonly calm: Float64Array;
  readonly error: Float64Array;
  readonly errorSd: number;
  /** Of the error, rounding included; lags 0... */
  readonly autocovariance: Float64Array;
  readonly dayVariance?: Float64Array;
  readonly nuisance: readonly Float64Array[];
  /** Names of columns of which this one is a part (stool form and its sides). */
  readonly partOf?: readonly string[];
  /** One uniform per row, for links that need chance (counts). */
  readonly luck: Float64Array;
}

export interface SceneEdge {
  readonly from: string;
  readonly to: string;
  /** Effect of a sustained rise by one within-person SD of the cause, in latent SDs of the outcome (of its bend, where there is one). */
  readonly d: number;
  readonly kernel: TrueKernel;
  /** What of the dose acts (threshold, saturation); absent = the dose. */
  readonly bend?: (dose: number) => number;
  /** What multiplies the effect on each row; absent = 1. */
  readonly gain?: Float64Array;
}

/** Yesterday's states move today's levers (people eat better when the skin is good). */
export interface Reverse {
  readonly from: string;
  readonly lever: string;
  /** SDs of the wish per SD of the state. */
  readonly size: number;
  readonly lags: readonly number[];
}

export interface ContextPlan {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
  readonly max?: number;
}

export interface Scene {
  readonly family: Family;
  readonly variant: string;
  readonly days: number;
  readonly runIn: number;
  readonly levers: readonly LeverPlan[];
  readonly states: readonly StatePlan[];
  readonly edges: readonly SceneEdge[];
  readonly reverse: readonly Reverse[];
  readonly contexts: readonly ContextPlan[];
  /** For every ordered pair that is no edge: the kernel it would have had. */
  readonly otherKernels: ReadonlyMap<string, TrueKernel>;
  readonly missing: MissingRule;
  /** How levers are written down; absent = exactly. Takes the exact values of the diary days. */
  readonly write?: (
    lever: string,
    exact: Float64Array,
  ) => { readonly values: Float64Array; readonly sds: Float64Array; readonly kind?: "berkson" } | null;
  readonly wellSpecified: boolean;
}

/** Of the newer families; the classic ones have 30. Long enough for kernels of 110 days. */
export const sceneRunIn = 120;

/** Days lived beyond the diary. */
export const sceneAhead = 14;

/** 2022-01-01, a Saturday, is row `runIn`. */
export const firstDayNumber = 18993;

/** 0 = Monday. */
export function weekdayOfRow(row: number, runIn: number): number {
  return (((firstDayNumber + row - runIn + 3) % 7) + 7) % 7;
}
