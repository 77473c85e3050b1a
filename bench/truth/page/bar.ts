/**
 * What is one row of the table of bars, and how are shares written in it?
 */
import type { Figure } from "../bootstrap.ts";

export interface Bar {
  readonly what: string;
  readonly bar: string;
  readonly figure: string;
  /** Null: not measured in this run. */
  readonly reached: boolean | null;
}

/** "4.5 % (2.0 to 8.1)". */
export function percentText({ value, low95, high95 }: Figure): string {
  if (Number.isNaN(value)) return "-";
  return `${percent(value)} (${(low95 * 100).toFixed(1)} to ${(high95 * 100).toFixed(1)})`;
}

/** "4.5 %". */
export function percent(value: number): string {
  return Number.isNaN(value) ? "-" : `${(value * 100).toFixed(1)} %`;
}
