import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../../test/support/replicas.ts";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";
import { addDays, safetyQuestions, suggestionsSchema, unknownFacts, evaluateSafety } from "../../lib/index.ts";
import type { SuggestionsDocument } from "../../lib/index.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

async function next(...words: readonly string[]): Promise<SuggestionsDocument> {
  const ran = await desk.run(["next", ...words, "--json"]);
  const document = suggestionsSchema.check(ran.json());
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  expect(ran.code).toBe(0);
  return document.value;
}

/** Says what the gate of live bacteria asks: who, and no to everything. */
async function answerGate(): Promise<void> {
  await desk.run(["profile", "--birth-year", "1990", "--medicines", "none", "--conditions", "eczema"]);
  await answerQuestions();
}

async function answerQuestions(): Promise<void> {
  const anybody = evaluateSafety(unknownFacts(dayOf("2026-11-22")));
  const facts = safetyQuestions(anybody, "probiotic-bacteria").filter(({ kind }) => kind === "fact");
  await desk.run(["safety", "answer", ...facts.flatMap(({ id }) => [id, "no"])]);
}

/** 60 days in which itch follows the milk of the day before. */
function diary(): string {
  const milk = Array.from({ length: 60 }, (_, day) => (day * 7) % 4);
  const rows = milk.map((_, day) => `${addDays(dayOf("2026-09-01"), day)},${(milk[day - 1] ?? 0) * 2 + (day % 2)},${milk[day]!},${day % 5}`);
  return ["date,itch,milk_servings,bloating", ...rows].join("\n");
} // prettier-ignore

describe("gutskin next", () => {
  it("looks without making a journal: no condition, nothing offered, and that is a full answer", async () => {
    const ran = await desk.run(["next"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Say which skin condition you watch");
    expect(ran.out).toContain("Talk to a doctor or a pharmacist before you take a probiotic.");
    expect(ran.out).toContain("call a crisis line");
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it("keeps everything back until the questions are answered, and names the gate that asks them", async () => {
    const found = await next("--conditions", "eczema");
    expect(found.cards).toEqual([]);
    expect(found.nothing).toContain("A few questions come first");
    expect(found.held.map(({ lever }) => lever)).toContain("probiotic");
    const { out } = await desk.run(["next", "--conditions", "eczema"]);
    expect(out).toContain("gutskin safety gate probiotic-bacteria");
  });

  it("offers at most three cards once the gate is answered, each with nulls, time and stops", async () => {
    await answerGate();
    const { cards, nothing, withDiary } = await next();
    expect(nothing).toBeNull();
    expect(withDiary).toBe(false);
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.length).toBeLessThanOrEqual(3);
    const probiotic = cards.find(({ lever }) => lever === "probiotic");
    expect(probiotic?.trials.nulls.join(" ")).toMatch(/itch/i);
    const { out } = await desk.run(["next"]);
    for (const title of ["Trials", "Where trials found nothing", "Your diary", "How long", "What would end it"]) {
      expect(out.split(`\n  ${title}\n`).length - 1, title).toBe(cards.length);
    }
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("blocks a probiotic again when a medicine comes that weakens the immune system, and opens it by a word", async () => {
    await answerGate();
    await desk.run(["profile", "--medicines", "Rinvoq 15 mg"]);
    // the list changed: what was answered before a new medicine is asked again
    await answerQuestions();
    const held = (await next()).held.find(({ lever }) => lever === "probiotic");
    expect(held?.openQuestions).toBe(0);
    expect(held?.why.join(" ")).toContain("weakens the immune system");
    await desk.run(["safety", "confirm", "probiotic-bacteria", "--who", "dermatologist"]);
    expect((await next()).cards.map(({ lever }) => lever)).toContain("probiotic");
  });

  it("says the safety message first and offers nothing while it is unread", async () => {
    await answerGate();
    await desk.run(["safety", "answer", "allergicEmergency", "yes"]);
    const ran = await desk.run(["next"]);
    expect(ran.out.indexOf("Call your local emergency number now.")).toBeLessThan(
      ran.out.indexOf("First things first"),
    );
    expect((await next()).cards).toEqual([]);
  });

  it("lets a diary file speak, and asks about its person as about anybody", async () => {
    const file = desk.write("diary.csv", diary());
    const found = await next(file, "--conditions", "eczema");
    expect(found.withDiary).toBe(true);
    expect(found.held.length).toBeGreaterThan(0);
    expect((await next(file, "--conditions", "eczema")).held).toEqual(found.held);
  });

  it("goes on with trials alone when the diary is too short, and says why on standard error", async () => {
    const file = desk.write("short.csv", "date,itch,bloating\n2026-11-01,1,2\n2026-11-02,2,1\n");
    const ran = await desk.run(["next", file, "--conditions", "acne", "--json"]);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/days/);
    expect(ran.json()).toMatchObject({ withDiary: false });
  });

  it("refuses a condition that it does not know, and roles without a file", async () => {
    expect((await desk.run(["next", "--conditions", "gout"])).code).toBe(2);
    expect((await desk.run(["next", "--roles", "roles.json"])).code).toBe(2);
  });
});
