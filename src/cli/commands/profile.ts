/**
 * `gutskin profile`: what does gutskin know of the person, and how is it changed?
 *
 * Without an option it is shown; each option sets one field, `unknown` takes it back to "not asked". Region decides which emergency number is
 * shown and is never guessed. Medicines and conditions are what the safety rules ask for first.
 */
import {
  changedProfile,
  emergencyNumberOf,
  emergencySentences,
  err,
  ok,
  profileIn,
  conditionsIn,
  skinConditionChoices,
  toSafetyDocument,
  type Day,
  type DocumentSafety,
  type JournalStore,
  type ProfileChange,
  type ProfileEntry,
  type Result,
  type SkinCondition,
  type StoreError,
} from "../../lib/index.ts";
import type { Call, UsageProblem } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openJournal } from "../open-journal.ts";
import { logShown, openForLooking, putDraft, readSafety, type ReadSafety } from "../safety-journal.ts";
import { safetyLines, unrecognisedLines } from "../safety-text.ts";
import { safeText, wrapText } from "../terminal/table.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

const LONGEST_NAME = 200;
const MOST_NAMES = 100;

/** Shows the profile, or changes it and shows it. */
export async function runProfile(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const change = readChange(call);
  if (!change.ok) return tellUsage(world, change.error.detail, "gutskin help profile", json);
  const today = world.now().day;
  const isLooking = Object.keys(change.value).length === 0;
  const journal = isLooking ? await openForLooking(call) : await openJournal(dataFolder(call));
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  const { store } = journal.value;
  const found = isLooking ? await readSafety(store, today) : await changeIn(store, change.value, today);
  await store.close();
  if (!found.ok) return tellError(world, found.error, json, exitCodes.storeProblem);
  const profile = withOldConditions(found.value);
  const safety = toSafetyDocument(found.value.safety);
  if (json) world.answer(`${JSON.stringify({ profile, safety })}\n`);
  else world.answer(`${profileLines(profile, safety, world.columns).join("\n")}\n`);
  if (!isLooking) await logShown(call, found.value.safety);
  return exitCodes.done;
}

async function changeIn(
  store: JournalStore,
  change: ProfileChange,
  today: Day,
): Promise<Result<ReadSafety, StoreError>> {
  const before = await readSafety(store, today);
  if (!before.ok) return before;
  const entry = changedProfile(withOldConditions(before.value), change, today, "cli");
  const written = await store.append([putDraft(entry)]);
  return written.ok ? readSafety(store, today) : written;
}

/** The profile, with the conditions of the old note where it says none: the first change moves them over. */
function withOldConditions({ views }: Pick<ReadSafety, "views">): ProfileEntry | null {
  const profile = profileIn(views);
  const conditions = conditionsIn(views);
  const day = profile?.day ?? views.find(({ entry }) => entry.kind === "note")?.entry.day;
  if (conditions === null || day === undefined) return profile;
  return { ...(profile ?? { kind: "profile", day }), conditions };
}

function readChange({ options, world }: Call): Result<ProfileChange, UsageProblem> {
  const change: { -readonly [K in keyof ProfileChange]: ProfileChange[K] } = {};
  const given = (name: string): string | undefined => options[name]?.trim();
  const conditions = given("conditions");
  if (conditions !== undefined) {
    const chosen = readConditions(conditions);
    if (chosen === "unreadable")
      return usage(`--conditions takes some of ${skinConditionChoices.join(", ")}, or none, not "${conditions}"`);
    change.conditions = chosen;
  }
  const year = given("birth-year");
  if (year !== undefined) {
    const thisYear = Number(world.now().day.slice(0, 4));
    const value = isUnknown(year) ? null : Number(year);
    const fits = value === null || (/^\d{4}$/.test(year) && value >= 1900 && value <= thisYear);
    if (!fits) return usage(`--birth-year takes a year from 1900 to ${String(thisYear)}, not "${year}"`);
    change.birthYear = value;
  }
  const height = given("height");
  if (height !== undefined) {
    const value = isUnknown(height) ? null : Number(height.replace(/ ?cm$/i, "").replace(",", "."));
    const fits = value === null || (/^\d{2,3}([.,]\d)?( ?cm)?$/i.test(height) && value >= 30 && value <= 260);
    if (!fits) return usage(`--height takes centimetres from 30 to 260, not "${height}"`);
    change.heightCentimetres = value;
  }
  const region = given("region");
  if (region !== undefined) {
    if (!isUnknown(region) && !/^[a-z]{2}$/i.test(region))
      return usage(`--region takes two letters like GB or DE, not "${region}"`);
    const code = region.toUpperCase();
    change.region = isUnknown(region) ? null : code === "UK" ? "GB" : code;
  }
  const medicines = given("medicines");
  if (medicines !== undefined) {
    const names = readNames(medicines);
    if (names === "unreadable") return usage(`--medicines takes names with commas between them, or none`);
    change.medicines = names;
  }
  return ok(change);
}

function readConditions(text: string): readonly SkinCondition[] | null | "unreadable" {
  if (isUnknown(text)) return null;
  const words = namesIn(text).map((word) => word.toLowerCase());
  if (words.length === 1 && words[0] === "none") return [];
  const chosen = skinConditionChoices.filter((condition) => words.includes(condition));
  return words.length > 0 && chosen.length === new Set(words).size ? chosen : "unreadable";
}

function readNames(text: string): readonly string[] | null | "unreadable" {
  if (isUnknown(text)) return null;
  const names = namesIn(text);
  if (names.length === 1 && names[0]?.toLowerCase() === "none") return [];
  const fits = names.length > 0 && names.length <= MOST_NAMES && names.every((name) => name.length <= LONGEST_NAME);
  return fits ? names : "unreadable";
}

function namesIn(text: string): readonly string[] {
  return text.split(/[,;]/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

function isUnknown(text: string): boolean {
  return text.toLowerCase() === "unknown";
}

function profileLines(profile: ProfileEntry | null, safety: DocumentSafety, columns: number): readonly string[] {
  const said = (value: string | undefined): string => value ?? "not said";
  const list = (names: readonly string[] | undefined): string | undefined =>
    names === undefined ? undefined : names.length === 0 ? "none" : safeText(names.join(", "));
  const number = emergencyNumberOf(profile?.region ?? null);
  const height = profile?.heightCentimetres;
  const rows: readonly (readonly [string, string])[] = [
    ["Conditions", said(list(profile?.conditions))],
    ["Born", said(profile?.birthYear === undefined ? undefined : String(profile.birthYear))],
    ["Height", said(height === undefined ? undefined : `${String(height)} cm`)],
    ["Medicines", said(list(profile?.medicines))],
    ["Region", said(profile?.region)],
  ];
  const [regionNote = ""] = emergencySentences(profile?.region ?? null);
  return [
    ...safetyLines(safety, columns),
    ...rows.map(([name, value]) => `${name.padEnd(12)}${value}`),
    ...(number === null && profile?.region === undefined ? [] : wrapText(regionNote, columns)),
    ...unrecognisedLines(safety, columns),
  ];
}

function usage(detail: string): Result<never, UsageProblem> {
  return err({ type: "UsageProblem", detail });
}
