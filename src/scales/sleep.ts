/**
 * What is the PSQI, component by component, also for a day sleeper and with gaps?
 *
 * Number entry in the item order of Buysse 1989 (6 quality, 7 medicine, 8 staying awake, 9 enthusiasm; later printings renumber).
 * Seven components 0-3, global 0-21, above 5 poor. The time in bed runs modulo 24 h, exactly 7.0 hours of sleep is 1 (a public program
 * says 0), and without bedtime or rising time component 4 and the global score are null: there is no partial sum.
 */
import { err, ok } from "../base/result.ts";
import { answerTo, bandsUpTo, computed, makeInstrument, points, realItem, wholeItem } from "./make-instrument.ts";
import type { CheckedAnswers, Instrument, ScaleItem, ScoreRemark } from "./instrument.ts";

const DAY_MINUTES = 1440;
const DISTURBANCES = ["5b", "5c", "5d", "5e", "5f", "5g", "5h", "5i", "5j"] as const;

function clockItem(id: string, aliases: readonly string[]): ScaleItem {
  return { id, min: 0, max: DAY_MINUTES - 1, step: 1, kind: "clock", aliases };
}

const items: readonly ScaleItem[] = [
  clockItem("1", ["1_bedtime"]),
  realItem("2", 0, DAY_MINUTES, ["2_latency_min"]),
  clockItem("3", ["3_rising"]),
  realItem("4", 0, 24, ["4_hours_slept"]),
  wholeItem("5a", 0, 3),
  ...DISTURBANCES.map((id) => wholeItem(id, 0, 3)),
  ...["6", "7", "8", "9"].map((id) => wholeItem(id, 0, 3)),
];

/** Seven components 0-3 and the global score 0-21. */
export const psqi: Instrument = makeInstrument({
  id: "psqi",
  name: "PSQI",
  topic: "sleep",
  mode: "N",
  owner: "University of Pittsburgh",
  licence:
    "The PSQI is the University of Pittsburgh's: free for non-commercial use, not to be changed; fill in the official form there.",
  link: "https://www.sleep.pitt.edu/psqi",
  formula: "seven components 0-3: quality, latency, duration, efficiency, disturbances, medicine, daytime; their sum",
  source: "Buysse 1989, Psychiatry Res 28:193; time rules checked against LCBC-UiO/questionnaires (MIT)",
  rater: "self",
  recallDays: 30,
  level: "continuous",
  total: { min: 0, max: 21, step: 1 },
  parts: ["quality", "latency", "duration", "efficiency", "disturbances", "medicine", "daytime"].map((id) => ({
    id,
    min: 0,
    max: 3,
    step: 1,
  })),
  forms: [
    {
      id: "items",
      items,
      missing: {
        rule: "by-part",
        text: "of 5b to 5j the missing count as 0; any other gap leaves its component and the global score without a value",
      },
      compute: (answers) => {
        const inBed = minutesInBed(answers);
        if (inBed === 0) return err({ type: "AnswersContradict", instrument: "psqi", items: "1, 3" });
        const parts = componentsOf(answers, inBed);
        const values = Object.values(parts);
        const total = values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        return ok(computed(total, parts, remarksOf(answers, inBed)));
      },
    },
  ],
  bands: bandsUpTo("Buysse 1989 (above 5 is poor)", ["good", 5], ["poor", 21]),
  importantDifferences: [points(3, "about 3 points", "as commonly cited, original not seen", false)],
  unverified: ["important difference", "item order of later printings"],
});

/** Minutes from bedtime to rising time, over midnight if need be; null when one of them is missing. */
function minutesInBed(answers: CheckedAnswers): number | null {
  const [bed, up] = [answers.get("1") ?? null, answers.get("3") ?? null];
  return bed === null || up === null ? null : (up - bed + DAY_MINUTES) % DAY_MINUTES;
}

function componentsOf(answers: CheckedAnswers, inBed: number | null): Record<string, number | null> {
  const get = (id: string): number | null => answers.get(id) ?? null;
  const hours = get("4");
  const disturbances = DISTURBANCES.flatMap((id) => get(id) ?? []);
  return {
    quality: get("6"),
    latency: ofBoth(get("2"), get("5a"), (minutes, trouble) => pairClass(latencyClass(minutes) + trouble)),
    duration: hours === null ? null : durationClass(hours),
    efficiency: ofBoth(hours, inBed, (slept, minutes) => efficiencyClass((100 * 60 * slept) / minutes)),
    // nine gaps say nothing at all; with one answer the form counts the gaps as 0
    disturbances: disturbances.length === 0 ? null : nineClass(disturbances.reduce((sum, value) => sum + value, 0)),
    medicine: get("7"),
    daytime: ofBoth(get("8"), get("9"), (awake, drive) => pairClass(awake + drive)),
  };
}

function remarksOf(answers: CheckedAnswers, inBed: number | null): readonly ScoreRemark[] {
  const remarks: ScoreRemark[] = [];
  const answered = DISTURBANCES.filter((id) => answers.get(id) !== null).length;
  if (answered > 0 && answered < DISTURBANCES.length) remarks.push("missing-counted-as-zero");
  if (inBed !== null && answers.get("4") !== null && 60 * answerTo(answers, "4") > inBed) {
    remarks.push("slept-longer-than-in-bed");
  }
  return remarks;
}

function ofBoth(a: number | null, b: number | null, both: (a: number, b: number) => number): number | null {
  return a === null || b === null ? null : both(a, b);
}

/** Up to 15 min 0, to 30 1, to 60 2, longer 3. */
function latencyClass(minutes: number): number {
  return minutes <= 15 ? 0 : minutes <= 30 ? 1 : minutes <= 60 ? 2 : 3;
}

/** More than 7 h 0, 6 to 7 1, 5 to below 6 2, less 3. */
function durationClass(hours: number): number {
  return hours > 7 ? 0 : hours >= 6 ? 1 : hours >= 5 ? 2 : 3;
}

/** 85 % and more 0, 75 to below 85 1, 65 to below 75 2, less 3. */
function efficiencyClass(percent: number): number {
  return percent >= 85 ? 0 : percent >= 75 ? 1 : percent >= 65 ? 2 : 3;
}

/** A sum 0-6 of two answers: 0, 1-2, 3-4, 5-6. */
function pairClass(sum: number): number {
  return Math.ceil(sum / 2);
}

/** A sum 0-27 of nine answers: 0, 1-9, 10-18, 19-27. */
function nineClass(sum: number): number {
  return Math.ceil(sum / 9);
}
