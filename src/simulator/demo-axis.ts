/**
 * Which axis does the made-up person have?
 *
 * A small two-way world of invented numbers: foods and stress move the gut, the gut and stress move the itch, the itch moves stress and sleep
 * back. Effects are per natural unit of the cause, sustained; kernels say which share arrives after 0, 1, 2 ... days (states act from the next
 * day on). Sizes are chosen so that about 240 days show some arrows clearly and leave others open. Nothing here is evidence about real people,
 * and nothing is shared with the engine or its benchmark.
 */

/** A daily score or amount that the person rates. Means and SDs are targets of the made-up world. */
export interface DemoState {
  readonly id: string;
  readonly mean: number;
  /** SD of what no cause explains, before rounding. */
  readonly errorSd: number;
  /** Day-to-day persistence of that part, 0-1. */
  readonly persistence: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shift on Monday ... Sunday. */
  readonly weekdays: readonly number[];
}

/** An amount that the person eats, drinks or does: mean + SD times a standard normal, cut at 0 and rounded. */
export interface DemoLever {
  readonly id: string;
  readonly mean: number;
  readonly sd: number;
  readonly step: number;
  /** Shift on Friday, Saturday and Sunday, natural units. */
  readonly weekend: number;
}

export interface DemoEdge {
  readonly from: string;
  readonly to: string;
  readonly effectPerUnit: number;
  /** Share of the effect that arrives after 0, 1, 2 ... days; sums to 1. */
  readonly kernel: readonly number[];
}

const flat: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

export const demoStates: readonly DemoState[] = [
  {
    id: "bloating",
    mean: 4,
    errorSd: 1.2,
    persistence: 0.25,
    min: 0,
    max: 10,
    step: 1,
    weekdays: [0, 0, 0, 0, 0.2, 0.3, 0.2],
  },
  { id: "itch", mean: 4.2, errorSd: 1, persistence: 0.45, min: 0, max: 10, step: 1, weekdays: flat },
  {
    id: "stress",
    mean: 4.4,
    errorSd: 1.2,
    persistence: 0.3,
    min: 0,
    max: 10,
    step: 1,
    weekdays: [0.5, 0.4, 0.3, 0.2, -0.1, -0.8, -0.5],
  },
  {
    id: "sleepHours",
    mean: 7.1,
    errorSd: 0.65,
    persistence: 0.2,
    min: 3,
    max: 12,
    step: 0.25,
    weekdays: [-0.2, -0.1, -0.1, -0.1, 0, 0.3, 0.2],
  },
];

export const demoLevers: readonly DemoLever[] = [
  { id: "fibreRichServings", mean: 2.4, sd: 1.3, step: 1, weekend: -0.3 },
  { id: "fermentedServings", mean: 1, sd: 1, step: 1, weekend: 0 },
  { id: "prebioticServings", mean: 0.8, sd: 0.8, step: 1, weekend: 0 },
  { id: "ultraProcessedServings", mean: 1.7, sd: 1.2, step: 1, weekend: 0.4 },
  { id: "dairyServings", mean: 1.6, sd: 1, step: 1, weekend: 0 },
  { id: "alcoholGrams", mean: -6, sd: 14, step: 5, weekend: 12 },
  { id: "caffeineMg", mean: 160, sd: 70, step: 20, weekend: -30 },
  { id: "activeMinutes", mean: 30, sd: 22, step: 5, weekend: 8 },
  { id: "practiceMinutes", mean: 6, sd: 9, step: 5, weekend: 0 },
];

/** The true arrows. Everything else among the columns above has no effect. */
export const demoEdges: readonly DemoEdge[] = [
  { from: "fibreRichServings", to: "bloating", effectPerUnit: -0.8, kernel: [0, 0.2, 0.4, 0.3, 0.1] },
  { from: "ultraProcessedServings", to: "bloating", effectPerUnit: 0.5, kernel: [0.3, 0.7] },
  { from: "stress", to: "bloating", effectPerUnit: 0.35, kernel: [0, 0.8, 0.2] },
  { from: "bloating", to: "itch", effectPerUnit: 0.55, kernel: [0, 0.15, 0.7, 0.15] },
  { from: "stress", to: "itch", effectPerUnit: 0.3, kernel: [0, 0.7, 0.3] },
  { from: "itch", to: "stress", effectPerUnit: 0.5, kernel: [0, 0.8, 0.2] },
  { from: "itch", to: "sleepHours", effectPerUnit: -0.2, kernel: [0, 1] },
  { from: "fermentedServings", to: "bloating", effectPerUnit: -0.2, kernel: [0, 0, 0.1, 0.2, 0.3, 0.2, 0.1, 0.1] },
  { from: "alcoholGrams", to: "sleepHours", effectPerUnit: -0.008, kernel: [0.4, 0.6] },
];
