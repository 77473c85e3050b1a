/**
 * Which medicines does a journal show as taken now, and when did the newest begin?
 *
 * A dose counts for half a year, because some are given every twelve weeks and act for longer; antibiotics and medicines against fungi
 * count for 14 days. A medicine that matters to no gate (paracetamol) is never "new". Project rules, for the clinician to confirm.
 */
import { dayFromNumber, type Day } from "../base/day.ts";
import { readMedicine } from "../evidence/medicine-classes.ts";

const HALF_YEAR = 182;
const SHORT_COURSE = 14;

/** Doses of a journal, gathered one by one; days as day numbers. */
export interface MedicineBook {
  readonly add: (name: string, day: number) => void;
  /** The same for a product that was written down as a supplement: counts when its name is that of a medicine ("took Humira"). */
  readonly addProduct: (name: string, day: number) => void;
  /** A name that was said of now, without a dose. */
  readonly addNow: (name: string) => void;
  /** Names that count as taken today. */
  readonly taken: () => readonly string[];
  /** Day of the first dose of the newest medicine that matters, or `saidNew` if that is later. */
  readonly newestDay: (saidNew: Day | null) => Day | null;
}

interface Course {
  readonly name: string;
  first: number;
  last: number;
}

/** An empty book for this day. */
export function createMedicineBook(today: number): MedicineBook {
  const courses = new Map<string, Course>();
  const saidNow = new Set<string>();
  const isMedicine = new Map<string, boolean>();
  const add = (name: string, day: number): void => {
    const key = name.trim().toLowerCase();
    const known = courses.get(key);
    if (known === undefined) courses.set(key, { name: name.trim(), first: day, last: day });
    else {
      known.first = Math.min(known.first, day);
      known.last = Math.max(known.last, day);
    }
  };
  return {
    add,
    addProduct: (name, day) => {
      // the same product stands in a journal on most days: it is looked up once
      const found = isMedicine.get(name) ?? readMedicine(name).classes.length > 0;
      isMedicine.set(name, found);
      if (found) add(name, day);
    },
    addNow: (name) => saidNow.add(name),
    taken: () => [
      ...[...courses.values()].filter(({ name, last }) => today - last <= daysCounted(name)).map(({ name }) => name),
      ...saidNow,
    ],
    newestDay: (saidNew) => {
      const begun = [...courses.values()].filter(({ name }) => matters(name)).map(({ first }) => first);
      const newest = begun.length === 0 ? null : dayFromNumber(Math.max(...begun));
      if (newest === null || saidNew === null) return newest ?? saidNew;
      return newest > saidNew ? newest : saidNew;
    },
  };
}

/** False for a medicine that is known and concerns no gate. */
export function matters(name: string): boolean {
  const { classes, recognised } = readMedicine(name);
  return classes.length > 0 || !recognised;
}

function daysCounted(name: string): number {
  const { classes } = readMedicine(name);
  const isShort = classes.length > 0 && classes.every((found) => found === "antibiotic" || found === "antifungal");
  return isShort ? SHORT_COURSE : HALF_YEAR;
}
